//! Teams that are called like their town: what the words around one place of a name say of it.
//!
//! Absent here: clubs that their own words tell (`kinds`).

use super::demonyms;
use super::lexicon::class;
use super::names::Reading;
use super::sorts::is_first;
use super::told::{is_owner, sorted};
use super::vocabulary::Rule;
use crate::TokenRange;

/// `plays for the Ardents`: a team, though it is no town's.
pub(super) fn is_played_for(reading: Reading, tokens: TokenRange) -> bool {
    let the = u32::from(tokens.start > 0 && reading.word(tokens.start - 1) == "the");
    let before = |n: u32| tokens.start.checked_sub(n + the).map_or("", |at| reading.word(at));
    before(1) == "for"
        && matches!(before(2), "debut" | "goals" | "play" | "played" | "playing" | "plays" | "scored" | "signed")
        && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
        && !demonyms::is_land(&reading.key(tokens))
}

/// `Ardley lost to Brelling`, `Ardley striker Tom Berg`, `plays for Ardley`: the club of a town, not the town.
pub(super) fn is_playing(reading: Reading, tokens: TokenRange) -> bool {
    if !is_town(reading, tokens) {
        return false;
    }
    let TokenRange { start, end } = tokens;
    let word = |at: u32| reading.word(at);
    let before = |n: u32| start.checked_sub(n).map_or("", |at| reading.word(at));
    let won = || {
        let verb = word(end);
        let other = end + 1 + u32::from(matches!(word(end + 1), "to" | "with" | "at"));
        let to = match verb {
            "lost" => "to",
            "drew" => word(end + 1),
            _ => "",
        };
        verb != "led" && verb != "won" && (to.is_empty() || word(end + 1) == to) && reading.is_capital(other)
    };
    let against = || match before(1) {
        "over" | "against" => matches!(before(2), "win" | "victory" | "defeat" | "draw" | "goal"),
        "to" => matches!(before(2), "lost" | "defeat"),
        "beat" | "thrashed" | "hammered" => !reading.is_capital(end),
        // `Fulham host Brelling`, `Bundesliga side Brelling`
        "face" | "host" | "visit" => start > 1 && reading.is_capital(start - 2),
        "champions" | "club" | "leaders" | "outfit" | "side" | "strugglers" => true,
        _ => false,
    };
    // `Ardley have lost`, `Ardley, who lost`: a town would be one, and no one.
    let subject = || is_first(reading, start) || matches!(before(1), "while" | "but" | "when" | "where" | "because");
    let plays = |at: u32| reading.is(at, Rule::Match) || matches!(word(at), "host" | "play" | "sit" | "visit");
    let team = || {
        matches!(word(end), "have" | "are" | "were") && subject()
            || word(end) == "," && word(end + 1) == "who" && plays(end + 2)
    };
    reading.is(end, Rule::Match) && won()
        || against()
        || team()
        || sorted(reading, tokens, Rule::Player)
        || is_scoring(reading, tokens)
}

/// `Ardley manager Tom Berg`: a club most likely, but a shop in Ardley has one too.
pub(super) fn is_followed(reading: Reading, tokens: TokenRange) -> bool {
    is_town(reading, tokens) && sorted(reading, tokens, Rule::Follower)
}

/// True for a town of the lists that is no country.
pub(super) fn is_town(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 1
        && reading.has(tokens.start, class::TOWN)
        && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
}

/// `Ardley 2-1 Brelling`, `beat Ardley 2-1`, `Ardley won 3-0`, `Ardley’s 2-1 win`: one score; more of them are a match
/// between two people.
pub(super) fn is_scoring(reading: Reading, tokens: TokenRange) -> bool {
    let word = |at: u32| reading.word(at);
    let digit = |at: u32| word(at).len() == 1 && word(at).starts_with(|c: char| c.is_ascii_digit());
    let score = |at: u32| {
        digit(at)
            && matches!(word(at + 1), "-" | "–")
            && digit(at + 2)
            && !digit(at + 3 + u32::from(word(at + 3) == ","))
    };
    let end = tokens.end;
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let drawn = matches!(before(1), "with" | "to" | "at" | "against" | "over") && tokens.start > 4;
    let beaten = matches!(before(1), "beat" | "thrashed" | "to" | "with" | "over" | "against");
    let ended = drawn && tokens.start > 5 && matches!(before(2), "defeat" | "draw" | "loss" | "victory" | "win");
    let scored = drawn && score(tokens.start - 4)
        || ended && score(tokens.start - 5)
        || score(end) && (beaten || reading.is_capital(end + 3))
        || reading.is(end, Rule::Match) && score(end + 1)
        || is_owner(reading, tokens)
            && score(end + 1)
            && matches!(word(end + 4), "win" | "defeat" | "victory" | "draw" | "loss");
    scored && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
}
