//! What the words around a name say of a place that somebody is from or something stands at. Absent here: the other signs of
//! places (`told`).

use super::lexicon::class;
use super::reading::Reading;
use super::told::{is_home, is_no_place, is_owner};
use super::vocabulary::Rule;
use crate::TokenRange;

/// How many tokens of an address are looked at.
const ADDRESS: u32 = 10;

/// `Ann Lee, 51, of Mill Lane, Lower Tarrant, was fined`: what stands behind the street of an address.
pub(super) fn is_in_address(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let closed = matches!(reading.word(end), "," | "." | ";");
    if start < 6 || reading.word(start - 1) != "," || !closed || reading.has(start, class::FIRST) && tokens.len() > 1 {
        return false;
    }
    let part = |at: &u32| reading.is_capital(*at) || reading.word(*at) == ",";
    let street = (start.saturating_sub(ADDRESS)..start - 1).rev().take_while(part).last();
    street.is_some_and(|street| is_home(reading, TokenRange::new(street, start - 1)))
}

/// `a scout leader from Ossel`, `young families are priced out of Ossel`: where somebody lives, or for whom somebody works.
pub(super) fn is_from(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    if tokens.len() > 1 || is_owner(reading, tokens) || before(1) != "from" && before(1) != "of" {
        return false;
    }
    let out = before(2) == "out" && matches!(before(3), "driven" | "flown" | "moved" | "moving" | "priced");
    if before(1) == "of" {
        return out;
    }
    let Some(noun) = tokens.start.checked_sub(2).filter(|at| !reading.is_capital(*at)) else { return false };
    let human = [Rule::Post, Rule::Someone, Rule::Title].iter().any(|rule| reading.is(noun, *rule));
    let one = |at: u32| matches!(reading.word(at), "a" | "an" | "A" | "An");
    human && (noun.saturating_sub(3)..noun).any(one)
        || matches!(before(2), "families" | "pupils" | "residents" | "voters")
}

/// `the republic of Brelling`
pub(super) fn is_realm(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let realm = matches!(before(2), "duchy" | "emirate" | "kingdom" | "principality" | "republic" | "sultanate");
    before(1) == "of" && realm && tokens.len() < 3
}

/// `the Brelling bypass`
pub(super) fn is_passed_by(reading: Reading, tokens: TokenRange) -> bool {
    matches!(reading.word(tokens.end), "bypass" | "by-election") && is_no_place(reading, tokens) && tokens.len() < 3
}

/// `Holm Nunataks`, `Holm Glacier`: what lies there, whomever it is called after, by a word that is nobody's surname.
pub(super) fn ends_in_land(reading: Reading, tokens: TokenRange) -> bool {
    const LANDS: [&str; 12] = [
        "Fjord",
        "Foothills",
        "Glacier",
        "Glaciers",
        "Highlands",
        "Islands",
        "Mountains",
        "Nunatak",
        "Nunataks",
        "Peninsula",
        "Plateau",
        "Wetlands",
    ];
    tokens.len() > 1 && LANDS.contains(&reading.word(tokens.end - 1))
}
