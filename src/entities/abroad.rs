//! Names as other languages and other countries make them. Absent here: peoples (`demonyms`).

use super::kinds::is_listed_place;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use super::{known, told};
use crate::{EntityKind, TokenRange};

/// A word of `Dato' Sri`, `Tan Sri`, `Datin Seri`, `Toh Puan`: Malay titles before a name.
pub(super) fn is_malay_title(reading: Reading, at: u32) -> bool {
    let before = |n: u32| at.checked_sub(n).map_or("", |at| reading.word(at));
    let dato = |n: u32| before(n) == "Dato";
    let sri = |at: u32| matches!(reading.word(at), "Sri" | "Seri");
    match reading.word(at) {
        "Dato" | "Datuk" | "Datin" => true,
        "Paduka" => matches!(before(1), "Datin" | "Dato" | "Datuk") || dato(2),
        "'" | "’" | "‘" => dato(1),
        "Sri" | "Seri" => matches!(before(1), "Dato" | "Datuk" | "Datin" | "Puan" | "Tan") || dato(2),
        "Tan" | "Puan" => sri(at + 1) || before(1) == "Toh",
        "Toh" => reading.word(at + 1) == "Puan",
        _ => false,
    }
}

/// `from Tan Sri Wong Kim Fatt`, of which the model makes a place and somebody: who bears a Malay title, without it.
pub(super) fn leave_out_titles(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len() {
        let TokenRange { mut start, mut end } = names[n].tokens;
        let title = |at: u32| is_malay_title(reading, at);
        if !(start..end.min(start + 2)).any(title) && !start.checked_sub(1).is_some_and(title) {
            continue;
        }
        // `Comm Datuk Seri Berg`
        start = (start..end).rev().find(|at| title(*at)).map_or(start, |last| last + 1);
        while let Some(next) = names.get_mut(n + 1).filter(|next| start < end && next.tokens.start == end) {
            end = next.tokens.end;
            next.tokens.end = next.tokens.start;
        }
        names[n] = Name::new(reading, TokenRange::new(start, end), EntityKind::Person);
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `Banco Solera`: the word that English puts last stands first in other languages.
pub(super) fn begins_a_body(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() > 1 && reading.is_capital(tokens.start) && reading.is(tokens.start, Rule::Bearer)
}

/// `Rue Delacour`
pub(super) fn begins_a_spot(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() > 1 && reading.is_capital(tokens.start) && reading.is(tokens.start, Rule::Spot)
}

/// `Claritel Uruguay`: what a firm or body is called in one country, where no place is called so.
pub(super) fn is_branch(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let place = class::COUNTRY | class::TOWN | class::PEOPLE | class::COMMON | class::CALENDAR;
    let ground = [Rule::Ground, Rule::Spot, Rule::Compass, Rule::Settlement, Rule::Particle];
    // `Pahang Umno`: a party in one state.
    let known = |at: u32| known::kind_of(&reading.key(TokenRange::new(at, at + 1))) == Some(EntityKind::Organization);
    let home = class::TOWN | class::COUNTRY;
    let party = || !reading.has(start, class::PEOPLE | class::COMMON) && !reading.has(end - 1, home) && known(end - 1);
    if end == start + 2 && reading.is_capital(end - 1) && party() {
        return true;
    }
    end == start + 2
        && reading.is_capital(start)
        && reading.has(end - 1, class::COUNTRY)
        && !reading.has(end - 1, class::FIRST | class::LAST)
        && !reading.is(end - 1, Rule::Ground)
        && !reading.has(start, place)
        && !ground.iter().any(|rule| reading.is(start, *rule))
        && !is_listed_place(reading, tokens)
        && !told::is_where(reading, tokens)
        && start.checked_sub(1).is_none_or(|at| !matches!(reading.word(at), "," | "from" | "to" | "of" | "across"))
}

/// `Corrin ob Ardli`: a town by the water it lies on, as its land calls it.
pub(super) fn waters(reading: Reading, names: &mut Vec<Name>) {
    let on = |at: u32| matches!(reading.word(at), "bei" | "nad" | "ob" | "pri" | "sur" | "ved");
    super::wholes::fold(reading, names, |town, water| {
        let lies = town.tokens.end + 1 == water.tokens.start && on(town.tokens.end) && town.kind == EntityKind::Place;
        lies.then_some(EntityKind::Place)
    });
}
