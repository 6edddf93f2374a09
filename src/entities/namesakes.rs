//! People who are called like places: `Florence Paris`, `Georgia Brown`.
//!
//! A first name with another word behind, which the model took for a place, is a person where the article tells of one
//! (what only people do, an age, an office, `who`) or where the second word is only ever a surname. So is the surname
//! alone. Absent here: places called like people; they stay what the model says.

use super::lexicon::{Entry, class};
use super::names::is_title;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use super::{headings, kinds, told};
use crate::document::{HashMap, HashSet, TokenKind};
use crate::{EntityKind, TokenRange};

/// What the article tells of one who may be a person.
#[derive(Clone, Copy, Default)]
struct Told {
    human: Human,
    place: bool,
}

/// How much the words around a name tell of a human being.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Human {
    #[default]
    No,
    /// It says something, or is told of as only people are; a body may be too.
    Likely,
    /// It has an age, an office, a `who`.
    Surely,
}

/// Makes people of the places that are none.
pub(super) fn find(reading: Reading, names: &mut [Name]) {
    let surname = |name: &Name| reading.key(TokenRange::new(name.tokens.end - 1, name.tokens.end));
    // A surname that does what only people do speaks for the full name.
    let open = names.iter().any(|name| begins_like_one(reading, name));
    let lone = names.iter().filter(|name| open && name.tokens.len() == 1 && human(reading, name.tokens) > Human::No);
    let alone: HashSet<String> = lone.map(|name| name.key.clone()).collect();
    let is_alone = |at: u32| {
        reading.has(at, class::LAST) && !alone.is_empty() && alone.contains(&reading.key(TokenRange::new(at, at + 1)))
    };
    let mut told: HashMap<String, Told> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| may_be_full_name(reading, name, &is_alone)) {
        let told = told.entry(name.key.clone()).or_default();
        told.human = told.human.max(human(reading, name.tokens));
        // `Jordan Paris and Ann Lee`
        let beside = |other: &Name| other.kind == EntityKind::Person && other.tokens.len() > 1;
        let and = |a: &Name, b: &Name| a.tokens.end + 1 == b.tokens.start && reading.word(a.tokens.end) == "and";
        let before = n.checked_sub(1).map(|n| &names[n]).filter(|other| beside(other) && and(other, name));
        let behind = names.get(n + 1).filter(|other| beside(other) && and(name, other));
        if before.or(behind).is_some() {
            told.human = told.human.max(Human::Likely);
        }
        told.place |= told::is_where(reading, name.tokens);
    }
    let mut surnames: HashSet<String> = HashSet::default();
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1) {
        let told = told.get(&name.key).copied().unwrap_or_default();
        let person = match name.kind {
            _ if told.human == Human::Surely => true,
            EntityKind::Place => {
                let likely = || told.human == Human::Likely || is_surname(reading, name.tokens.end - 1);
                may_be_full_name(reading, name, &is_alone)
                    && !told.place
                    && (likely() || alone.contains(&surname(name)))
            }
            _ => false,
        };
        if person {
            name.kind = EntityKind::Person;
        }
        if name.kind == EntityKind::Person {
            surnames.insert(surname(name));
        }
    }
    // `Constable Tran` of Ruby Tran
    for name in names.iter_mut().filter(|name| name.tokens.len() == 2 && name.kind != EntityKind::Person) {
        let TokenRange { start, end } = name.tokens;
        if is_title(reading, start) && surnames.contains(&surname(name)) {
            *name = Name::new(reading, TokenRange::new(start + 1, end), EntityKind::Person);
        }
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1 && name.kind == EntityKind::Place) {
        let told = || human(reading, name.tokens) > Human::No;
        if surnames.contains(&name.key) && !told::is_where(reading, name.tokens) && told() {
            name.kind = EntityKind::Person;
        }
    }
}

/// What was taken for a place or body: two or three capitalised words of which the first is a first name, and the last
/// none of those that places and bodies end in, nor an ordinary one, unless the article has it as somebody's alone.
fn may_be_full_name(reading: Reading, name: &Name, is_alone: &dyn Fn(u32) -> bool) -> bool {
    let TokenRange { start, end } = name.tokens;
    let word = |at: u32| {
        let spaced = at == start || reading.token(at).is_some_and(|t| t.space_before);
        spaced && reading.is_capital(at) && reading.token(at).is_some_and(|t| t.kind == TokenKind::Word)
    };
    begins_like_one(reading, name)
        && (start..end).all(word)
        && (start + 1..end).all(|at| is_name(reading, at) || is_alone(at))
        && ![Rule::Ground, Rule::Compass, Rule::Body, Rule::Club].iter().any(|rule| reading.is(end - 1, *rule))
        && !kinds::is_listed_place(reading, name.tokens)
        && !headings::is_titled_at(reading, start)
}

/// True for two or three words that were taken for a place or body, of which the first is a first name.
fn begins_like_one(reading: Reading, name: &Name) -> bool {
    matches!(name.kind, EntityKind::Place | EntityKind::Organization)
        && matches!(name.tokens.len(), 2 | 3)
        && reading.has(name.tokens.start, class::FIRST)
}

/// True for a word that is hardly printed in lower case, or that nobody knows (not `Center`).
fn is_name(reading: Reading, at: u32) -> bool {
    reading.has(at, class::PROPER) || reading.is(at, Rule::Surname) || reading.entry(at) == Entry::NONE
}

/// True for a word that is a surname and ends no place's name.
fn is_surname(reading: Reading, at: u32) -> bool {
    let other = class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY;
    reading.is(at, Rule::Surname)
        || reading.has(at, class::LAST) && reading.has(at, class::PROPER) && !reading.has(at, other)
}

fn human(reading: Reading, tokens: TokenRange) -> Human {
    let (start, end) = (tokens.start, tokens.end);
    let word = |at: u32| reading.word(at);
    let comma = word(end) == ",";
    let behind = end + u32::from(comma);
    let number = |at: u32| !word(at).is_empty() && word(at).len() < 3 && word(at).bytes().all(|b| b.is_ascii_digit());
    let aged = comma && number(behind) && matches!(word(behind + 1), "," | ".")
        || word(end) == "(" && number(end + 1) && word(end + 2) == ")";
    let titled = start > 0 && is_title(reading, start - 1) && reading.is_capital(start - 1);
    let article = behind + u32::from(matches!(word(behind), "a" | "an" | "the"));
    let office = comma && {
        let head = (article..article + 3).find(|at| !reading.is(*at, Rule::Modifier)).unwrap_or(article);
        is_title(reading, head) && !reading.is_capital(head) && !matches!(word(head), "head" | "chief" | "count")
    };
    if word(behind) == "who" || aged || titled || office {
        Human::Surely
    } else if reading.is(end, Rule::Say) || reading.is(end, Rule::Human) {
        Human::Likely
    } else {
        Human::No
    }
}
