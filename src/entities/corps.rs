//! One who is called as the many are: `a Royal Marine`, and `Labour unions`, which are no party. Absent here: groups and
//! peoples (`peoples`).

use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::TokenKind;
use crate::{EntityKind, TokenRange};

/// Soldiers who are called as their corps is.
const SOLDIERS: [&str; 7] = ["Commando", "Dragoon", "Fusilier", "Guardsman", "Highlander", "Legionnaire", "Marine"];

/// What work has, and no party.
pub(super) const LABOUR: [&str; 10] =
    ["camp", "camps", "code", "costs", "force", "market", "shortage", "shortages", "union", "unions"];

/// True where a noun phrase ends: at a mark, a verb or a small word.
fn is_told(reading: Reading, end: u32) -> bool {
    let small = |word: &str| matches!(word, "who" | "of" | "died" | "killed" | "also" | "serving" | "stationed");
    reading.token(end).is_none_or(|t| t.kind == TokenKind::Mark)
        || [Rule::Auxiliary, Rule::Behind].iter().any(|rule| reading.is(end, *rule))
        || small(reading.word(end))
}

/// `a Royal Marine was hurt`: one of them, and not the corps.
pub(super) fn is_one(reading: Reading, tokens: TokenRange) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| reading.word(at));
    let one = matches!(before, "a" | "an" | "A" | "An");
    one && SOLDIERS.contains(&reading.word(tokens.end - 1)) && is_told(reading, tokens.end)
}

/// `a Ruritanian Marine`: where the one is from is left of it.
pub(super) fn drop_from_homes(reading: Reading, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1 && name.kind != EntityKind::Person) {
        let start = name.tokens.start;
        if reading.has(start, class::COUNTRY | class::PEOPLE) && is_one(reading, name.tokens) {
            let kind = if reading.has(start, class::PEOPLE) { EntityKind::Group } else { EntityKind::Place };
            *name = Name::new(reading, TokenRange::new(start, start + 1), kind);
        }
    }
}
