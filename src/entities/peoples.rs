//! Peoples and tribes: by the lists, or by the words beside a name.

use super::demonyms;
use super::kinds::bits;
use super::lexicon::class;
use super::reading::Reading;
use super::told;
use super::vocabulary::Rule;
use crate::TokenRange;
use crate::document::{Case, TokenKind};

/// `Anglo-Ashanti`: two peoples in one word.
pub(super) fn is_pair_of_peoples(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 3
        && matches!(reading.word(tokens.start + 1), "-" | "–" | "‐")
        && reading.is(tokens.start, Rule::Half)
        && reading.is_capital(tokens.start + 2)
}

pub(super) fn is_demonym(reading: Reading, tokens: TokenRange) -> bool {
    let the = tokens.len() > 1 && reading.word(tokens.start).eq_ignore_ascii_case("the");
    let first = reading.token(tokens.start + u32::from(the));
    let one = |key: String| demonyms::is_demonym(&key) && !demonyms::is_land(&key);
    first.is_some_and(|t| demonyms::may_begin(t.hash)) && one(reading.key(tokens))
}

/// `Ruritanian children`: a people's name before a noun.
pub(super) fn is_adjective(reading: Reading, tokens: TokenRange) -> bool {
    let noun = || {
        let lower = |t: &crate::document::Token| t.kind == TokenKind::Word && t.case == Case::Lower && t.space_before;
        let small = [Rule::Say, Rule::Auxiliary, Rule::Behind, Rule::Never, Rule::Loose, Rule::Joint, Rule::Report];
        reading.token(tokens.end).is_some_and(lower) && !small.iter().any(|rule| reading.is(tokens.end, *rule))
    };
    // `Ruritanian Treasurer Ann Lee`
    let office = || {
        let title = super::names::is_title(reading, tokens.end) || reading.is(tokens.end, Rule::Post);
        reading.is_capital(tokens.end) && title
    };
    let paper = || tokens.start > 0 && reading.word(tokens.start - 1) == "The";
    tokens.len() == 1
        && reading.has(tokens.start, class::PEOPLE)
        && !reading.has(tokens.start, class::FIRST | class::LAST | class::COMPANY | class::COUNTRY)
        && (noun() || office())
        && !paper()
        && is_demonym(reading, tokens)
}

/// `New Zealanders`; the Philippines are none, though they end in s.
pub(super) fn is_people(reading: Reading, tokens: TokenRange) -> bool {
    is_demonym(reading, tokens) && bits(reading, tokens) & class::COUNTRY == 0
}

/// `the Al Sorn tribe`
pub(super) fn is_tribe(reading: Reading, tokens: TokenRange) -> bool {
    let ethnic = reading.word(tokens.end) == "ethnic" && reading.word(tokens.end + 1).starts_with("group");
    (ethnic || matches!(reading.word(tokens.end), "tribe" | "tribes" | "tribesmen" | "clan" | "clans"))
        && !reading.is_capital(tokens.end + 1)
        && told::is_free(reading, tokens)
}

/// `First Nations`
pub(super) fn is_nation(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    tokens.len() > 1 && matches!(reading.word(last), "Nation" | "Nations") && reading.word(last - 1) == "First"
}
