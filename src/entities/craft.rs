//! What carries people over water, through the air and through space, and has a name: what the words around a name say of
//! that. Absent here: `USS Corrin`, where the name itself tells (`wholes`).

use super::kinds::names_a_body;
use super::lexicon::class;
use super::names::put;
use super::reading::{Name, Reading};
use super::told::is_no_place;
use super::vocabulary::{self, Rule};
use crate::document::{Case, TokenKind, word_hash};
use crate::{EntityKind, TokenRange};

/// `the ferry Patience`, `the last boat, the Patience`, `aboard the Patience`.
pub(super) fn is_vessel(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n);
    let is = |n: u32, rule: Rule| before(n).is_some_and(|at| reading.is(at, rule) && !reading.is_capital(at));
    let word = |n: u32| before(n).map_or("", |at| reading.word(at));
    let (article, last) = (word(1) == "the", tokens.end - 1);
    // `the Ruritanian warship Corrin`
    let beside = |at: u32| !reading.is_capital(at) || reading.has(at, class::PEOPLE);
    let beside = matches!(word(2), "The" | "A") || before(2).is_some_and(beside);
    let line = before(1).is_some_and(|at| super::sorts::is_line(reading, at));
    let vessel = is(1, Rule::Vessel) && !line && beside && !reading.has(tokens.start, class::PEOPLE | class::COUNTRY)
        || article && word(2) == "," && is(3, Rule::Vessel)
        || article && word(2) == "aboard";
    // `a freighter named Corrin`
    // `the glasses, called Iris One,`
    let comma = u32::from(word(2) == ",");
    let vessel = vessel
        || matches!(word(1), "named" | "called") && {
            let human =
                tokens.len() > 1 && reading.has(tokens.start, class::FIRST) && !reading.has(last, class::COMMON);
            let thing = NAMED.contains(&word(2 + comma)) && (comma > 0 || word(2) != "probe");
            let owner = reading.word(tokens.end).starts_with(['\'', '’']);
            is(2 + comma, Rule::Vessel) && (comma == 0 || !human)
                || thing && !human && !owner && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
        };
    // `The Corrin sank`
    let sails = matches!(word(1), "the" | "The") && reading.is(tokens.end, Rule::Sail);
    let sails = sails && !reading.has(tokens.start, class::PEOPLE | class::COUNTRY) && tokens.len() < 3;
    // `the carrier Zarpex Airlines`
    (vessel || sails) && !names_a_body(reading, tokens)
}

/// `Comet Corrin`
pub(super) fn is_comet(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() > 1 && matches!(reading.word(tokens.start), "Asteroid" | "Comet")
}

/// `2008 QH24`: the year, half of the month and number by which a small planet goes, in an article that speaks of one.
fn is_designation(reading: Reading, year: u32) -> bool {
    let number = reading.word(year);
    let code = reading.word(year + 1).as_bytes();
    let (letters, digits) = code.split_at(code.len().min(2));
    number.len() == 4
        && ["18", "19", "20"].iter().any(|century| number.starts_with(century))
        && number.bytes().all(|b| b.is_ascii_digit())
        && letters.len() == 2
        && letters.iter().all(u8::is_ascii_uppercase)
        && (1..4).contains(&digits.len())
        && digits.iter().all(u8::is_ascii_digit)
}

/// `2008 QH24`, `the asteroid 274301 Corrin`
pub(super) fn is_asteroid(reading: Reading, tokens: TokenRange) -> bool {
    let number = reading.token(tokens.start).is_some_and(|t| t.kind == TokenKind::Number);
    tokens.len() == 2 && number && (is_designation(reading, tokens.start) || is_numbered(reading, tokens.start + 1))
}

fn is_planetoid(word: &str) -> bool {
    matches!(word, "asteroid" | "Asteroid" | "asteroids" | "Asteroids" | "planetoid" | "planetoids")
}

/// `asteroid 274301 Corrin`, from its name on.
fn is_numbered(reading: Reading, at: u32) -> bool {
    let digits = |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() < 8);
    let small = |at: u32| {
        let planet =
            |at: u32| matches!(reading.word(at), "planet" | "planets") && at > 0 && reading.word(at - 1) == "minor";
        is_planetoid(reading.word(at)) || planet(at)
    };
    at > 1 && digits(at - 1) && small(at - 2) && reading.is_capital(at)
}

/// Small planets are called by their number and name, or by the year they were seen first and letters: all of it is the name.
pub(super) fn asteroids(reading: Reading, names: &mut Vec<Name>) {
    if !reading.doc.tokens.iter().any(|t| is_planetoid(t.span.of(&reading.doc.text))) {
        return;
    }
    let mut wholes = Vec::new();
    for at in reading.capitals().filter(|at| *at > 0) {
        let numbered = is_numbered(reading, at);
        let tight = reading.token(at + 1).is_some_and(|t| t.space_before && reading.is_capital(at + 1));
        if is_designation(reading, at - 1) || numbered && !tight {
            wholes.push(Name::new(reading, TokenRange::new(at - 1, at + 1), EntityKind::Other));
        }
    }
    put(names, wholes);
}

/// What is made and has a name, where that is said: `a drug called Zarpex`.
const NAMED: [&str; 18] = [
    "app",
    "car",
    "chatbot",
    "craft",
    "device",
    "drone",
    "drug",
    "glasses",
    "headset",
    "missile",
    "phone",
    "probe",
    "robot",
    "rocket",
    "satellite",
    "smartphone",
    "telescope",
    "vaccine",
];

/// `the Corrin submarine`, `Ruritania's Corrin unmanned underwater drone`: a vessel or rocket is called so.
pub(super) fn is_ridden(reading: Reading, tokens: TokenRange) -> bool {
    let lower = |at: &u32| reading.token(*at).is_some_and(|t| t.case == Case::Lower && t.kind == TokenKind::Word);
    let craft = |at: u32| {
        reading.is(at, Rule::Vessel)
            || matches!(reading.word(at), "craft" | "drone" | "missile" | "rocket" | "satellite")
    };
    let rides = || {
        (tokens.end..tokens.end + 6)
            .take_while(|at| lower(at) || reading.word(*at) == "-")
            .last()
            .is_some_and(|last| craft(last) || craft(last.min(tokens.end + 4)))
    };
    is_flown(reading, tokens) || is_owned(reading, tokens, class::FIRST | class::LAST | class::COMPANY) && rides()
}

/// `the Vikram lander`, whoever else is called so.
pub(super) fn is_flown(reading: Reading, tokens: TokenRange) -> bool {
    matches!(reading.word(tokens.end), "craft" | "lander" | "orbiter" | "rover" | "spacecraft")
        && is_owned(reading, tokens, class::COMPANY | class::KNOWN)
}

/// One word behind an article or owner and before a word in lower case, that is no place and none of `named`.
fn is_owned(reading: Reading, tokens: TokenRange, named: u16) -> bool {
    let owner = tokens.start.checked_sub(1).is_some_and(|at| {
        matches!(reading.word(at), "the" | "The" | "'s" | "’s")
            || reading.has(at, class::PEOPLE) && reading.is_capital(at)
    });
    tokens.len() == 1
        && owner
        && reading.token(tokens.end).is_some_and(|t| t.case == Case::Lower && t.space_before)
        && !reading.has(tokens.start, named)
        && is_no_place(reading, tokens)
}

/// `Three ships, Corrin, Ardle and Sorn`: one of those that a number in front counts.
pub(super) fn is_of_fleet(reading: Reading, tokens: TokenRange) -> bool {
    let number = |at: u32| {
        let word = reading.word(at).to_lowercase();
        let words = ["two", "three", "four", "five", "six", "its", "their", "'s", "’s"];
        words.contains(&word.as_str()) || reading.token(at).is_some_and(|t| t.kind == TokenKind::Number)
    };
    let craft = |noun: u32| {
        let word = reading.word(noun);
        // Carriers are as often airlines.
        let one = word.strip_suffix('s').filter(|one| !matches!(*one, "carrier" | "liner"));
        let one = one.map(|one| one.strip_suffix("ie").map_or_else(|| one.to_string(), |stem| format!("{stem}y")));
        one.is_some_and(|one| vocabulary::is(word_hash(&one), Rule::Vessel))
            || matches!(word, "missions" | "probes" | "satellites" | "spacecraft" | "craft")
    };
    let noun = || listed_behind(reading, tokens).filter(|noun| craft(*noun));
    !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
        && !reading.is(tokens.end, Rule::Say)
        && noun().is_some_and(|noun| (noun.saturating_sub(4)..noun).any(number))
}

/// The noun in lower case, with a comma behind, that says what the names of a list are of which this is one.
pub(super) fn listed_behind(reading: Reading, tokens: TokenRange) -> Option<u32> {
    let start = tokens.start;
    let part = |at: &u32| reading.is_capital(*at) || matches!(reading.word(*at), "and" | ",");
    start.checked_sub(1).filter(|at| matches!(reading.word(*at), "and" | ","))?;
    let noun = (start.saturating_sub(12)..start).rev().find(|at| !part(at))?;
    let lower = reading.token(noun).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    (lower && reading.word(noun + 1) == ",").then_some(noun)
}
