//! What is told of people of one family beside their names. Absent here: whom a name means (`people`, `scene`), what the
//! chip says of them (`roles`).

use super::alias::Group;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::{EntityKind, TokenRange};

/// As whose kin somebody comes into a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kin {
    No,
    /// `she married Jim Berg`
    Married,
    /// `her son Tom Berg`, who may be whom the story is of from here on
    Tied,
    /// `the son of Tom Berg`, who is named for the son's sake
    Parent,
}

/// What the words before a whole name say of that.
pub(super) fn introduced(reading: Reading, name: TokenRange) -> Kin {
    let before = |n: u32| name.start.checked_sub(n).map_or("", |at| reading.word(at));
    if matches!(before(1), "married" | "marry" | "marrying" | "wed") {
        return Kin::Married;
    }
    let child = matches!(before(2), "son" | "daughter" | "child" | "children" | "grandson" | "granddaughter");
    if child && before(1) == "of" {
        return Kin::Parent;
    }
    let comma = u32::from(before(1) == ",");
    let tie = name.start.checked_sub(1 + comma).filter(|at| reading.is(*at, Rule::Tie) && !reading.is_capital(*at));
    let owner = |at: u32| matches!(reading.word(at), "her" | "his" | "their" | "Her" | "His" | "Their" | "'s" | "’s");
    let owned = tie.is_some_and(|tie| (tie.saturating_sub(3)..tie).any(owner));
    if owned { Kin::Tied } else { Kin::No }
}

/// The surname of two that stands once: `Kerr` of `Fiona` in `Fiona and Alasdair Kerr`; none where more speaks against it
/// than for it.
pub(super) fn shared_surname(reading: Reading, names: &[Name], n: usize) -> Option<TokenRange> {
    let and = names[n].tokens.end;
    let partner = names.get(n + 1).filter(|next| next.tokens.start == and + 1 && next.kind == EntityKind::Person)?;
    let two = matches!(reading.word(and), "and" | "&") && partner.tokens.len() == 2 && !names[n].key.contains(' ');
    two.then(|| TokenRange::new(partner.tokens.end - 1, partner.tokens.end))
}

/// `Amos and Clara Berg, husband and wife`, `Amos and Josiah Berg spoke. The brothers …`: their sentence, or what the next one
/// is of, says that two are of one family.
fn is_told_of_family(reading: Reading, at: u32) -> bool {
    const TWO: [&str; 9] =
        ["brothers", "couple", "husband", "married", "siblings", "sisters", "spouses", "twins", "wife"];
    let sentences = &reading.doc.sentences;
    let own = sentences.partition_point(|s| s.tokens.end <= at);
    let two = |at: u32| TWO.contains(&reading.word(at));
    // `The two brothers …`
    let next = sentences.get(own + 1).map_or(0..0, |s| s.tokens.start..s.tokens.end.min(s.tokens.start + 4));
    let opens = matches!(reading.word(next.start), "The" | "Both");
    sentences.get(own).is_some_and(|s| (s.tokens.start..s.tokens.end).any(two)) || opens && next.into_iter().any(two)
}

/// Writes the surname on the chip of one of two who are told of as one family: `Amos Berg` of `two brothers, Amos and
/// Josiah Berg`.
pub(super) fn title(reading: Reading, names: &[Name], groups: &mut [Group]) {
    let family = |at: u32| {
        matches!(
            reading.word(at),
            "brothers" | "children" | "couple" | "daughters" | "parents" | "siblings" | "sisters" | "sons" | "twins"
        )
    };
    for group in groups.iter_mut().filter(|group| group.kind == EntityKind::Person && group.given.is_none()) {
        let first = &names[group.names[0]];
        if group.names.iter().any(|n| names[*n].key.contains(' ')) {
            continue;
        }
        let start = first.tokens.start;
        let noun = start.checked_sub(1).map(|at| at - u32::from(at > 0 && reading.word(at) == ","));
        let told = || noun.is_some_and(family) || is_told_of_family(reading, start);
        if let Some(surname) = shared_surname(reading, names, group.names[0]).filter(|_| told()) {
            group.given = Some(format!("{} {}", reading.doc.words(first.tokens), reading.doc.words(surname)));
        }
    }
}
