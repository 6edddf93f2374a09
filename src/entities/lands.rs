//! Lands, states and counties by how they are written. Absent here: what the lists know as a place (`lexicon`).

use super::initials;
use super::lexicon::class;
use super::names::Reading;
use super::vocabulary::Rule;
use crate::TokenRange;
use crate::document::TokenKind;

/// `Duluth, Minn.`: a state of the United States, written short behind a town.
pub(super) fn is_state(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 1
        && tokens.start > 1
        && reading.is(tokens.start, Rule::State)
        && reading.word(tokens.start - 1) == ","
        && reading.is_capital(tokens.start - 2)
        && (reading.word(tokens.start).ends_with('.') || reading.word(tokens.end) == ".")
}

/// `Akron, Ohio - `: a land or state behind a town, before a mark.
pub(super) fn is_land_behind(reading: Reading, tokens: TokenRange) -> bool {
    let mark = reading.token(tokens.end).is_none_or(|t| t.kind == TokenKind::Mark);
    tokens.len() == 1
        && tokens.start > 1
        && reading.has(tokens.start, class::COUNTRY)
        && !reading.has(tokens.start, class::FIRST | class::LAST)
        && reading.word(tokens.start - 1) == ","
        && reading.is_capital(tokens.start - 2)
        && mark
}

/// `S. Africa`
pub(super) fn is_side_of_land(reading: Reading, tokens: TokenRange) -> bool {
    let side = matches!(reading.word(tokens.start), "N" | "N." | "S" | "S.");
    side && tokens.len() < 4 && tokens.len() > 1 && reading.has(tokens.end - 1, class::COUNTRY)
}

/// `Ana Silva (POR)`: a land as results write it, behind a name that it does not shorten.
pub(super) fn is_code_of_land(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let code = || reading.is(start, Rule::Code) && reading.word(start).bytes().all(|b| b.is_ascii_uppercase());
    let bracketed = start > 1 && reading.word(start - 1) == "(" && matches!(reading.word(end), ")" | "," | ";" | "/");
    let shortens = || {
        let from = start.saturating_sub(8);
        let named = |at: &u32| !reading.is_capital(*at) && !reading.entry(*at).is_link();
        let first = (from..start - 1).rev().find(named).map_or(from, |at| at + 1);
        first < start - 1 && initials::is_acronym_of(reading, reading.word(start), TokenRange::new(first, start - 1))
    };
    tokens.len() == 1 && bracketed && code() && reading.is_capital(start - 2) && !shortens()
}

/// `County Kerry`, not `County Council`
pub(super) fn is_county(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    tokens.len() == 2
        && reading.word(tokens.start) == "County"
        && ![Rule::Body, Rule::Club, Rule::Force, Rule::House].iter().any(|rule| reading.is(last, *rule))
}
