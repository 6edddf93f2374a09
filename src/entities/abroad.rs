//! Names as other languages and other countries make them. Absent here: peoples (`demonyms`).

use super::kinds::is_listed_place;
use super::lexicon::class;
use super::names::Reading;
use super::told;
use super::vocabulary::Rule;
use crate::TokenRange;

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
