//! What other names of an article say of a name's kind: the place that people are called after, planets beside each other,
//! a body of the same initials, one of the family. Absent here: longer names that hold it (`parts`).

use super::lexicon::class;
use super::parts::Parts;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::EntityKind;
use crate::TokenRange;
use crate::document::{Case, HashSet, word_hash};

/// The names of an article that tell of others.
pub(super) struct Others<'a> {
    /// Places that people may be called after who end in `an`.
    homes: HashSet<&'a str>,
    /// Bodies called by their initials.
    bodies: HashSet<&'a str>,
    /// True for an article that speaks of planets or of what flies to them.
    sky: bool,
}

impl<'a> Others<'a> {
    pub fn read(reading: Reading, names: &'a [Name]) -> Self {
        let keys = || names.iter().map(|name| name.key.as_str());
        let planets: HashSet<&str> = keys().filter(|key| is_planet(key)).collect();
        let flies = ["planet", "planets", "orbiter", "spacecraft", "telescope"].map(word_hash);
        let told = || reading.doc.tokens.iter().any(|token| flies.contains(&token.hash));
        let people = keys().any(|key| key.ends_with("an") || key.ends_with("ans"));
        let homes = names.iter().filter(|name| people && name.kind == EntityKind::Place);
        let initials = |name: &&Name| {
            let token = &reading.doc.tokens[name.tokens.start as usize];
            let upper = token.case == Case::Upper && token.span.len() > 2;
            upper && name.tokens.len() == 1 && name.kind == EntityKind::Organization
        };
        Others {
            homes: homes.map(|name| name.key.as_str()).collect(),
            bodies: names.iter().filter(initials).map(|name| name.key.as_str()).collect(),
            sky: planets.len() > 1 || planets.len() == 1 && told(),
        }
    }

    /// What they leave no doubt of.
    pub fn kind(&self, reading: Reading, name: &Name, parts: &Parts) -> Option<EntityKind> {
        let part = parts.of(&name.key);
        if self.sky && !part.bears && is_planet(&name.key) {
            return Some(EntityKind::Place);
        }
        if self.has_branch(reading, name) {
            return Some(EntityKind::Organization);
        }
        let family = || name.key.strip_suffix('s').is_some_and(|one| parts.of(one).surname > 0) || part.surname > 0;
        if name.kind == EntityKind::Organization && is_of_many(reading, name.tokens) && family() {
            return Some(EntityKind::Group);
        }
        (!part.bears && self.has_home(reading, name)).then_some(EntityKind::Group)
    }

    /// `NCO Brelling`: the part in Brelling of a body that the article has too, by its initials.
    fn has_branch(&self, reading: Reading, name: &Name) -> bool {
        let TokenRange { start, end } = name.tokens;
        name.kind == EntityKind::Place
            && end > start + 1
            && reading.is_capital(start + 1)
            && reading.token(start).is_some_and(|t| t.case == Case::Upper && t.span.len() > 2)
            && !reading.has(start, class::COUNTRY)
            && self.bodies.contains(reading.key(TokenRange::new(start, start + 1)).as_str())
    }

    /// `Okinawan` where the article has Okinawa, which no list knows.
    fn has_home(&self, reading: Reading, name: &Name) -> bool {
        let known = class::FIRST | class::LAST | class::TOWN | class::COUNTRY | class::COMMON;
        let key = name.key.strip_suffix('s').unwrap_or(&name.key);
        let stem = |end: &str| key.strip_suffix(end).is_some_and(|stem| self.homes.contains(stem));
        // `the ship Sornan`, `moved to Lohran`: no people.
        let start = name.tokens.start;
        let before = start.checked_sub(1).map_or("", |at| reading.word(at));
        let told = matches!(before, "at" | "from" | "in" | "near" | "to")
            || before != "The" && before != "the" && reading.is(start.saturating_sub(1), Rule::Sort)
            || reading.is(start.saturating_sub(1), Rule::Vessel)
            || before.ends_with("firm");
        !self.homes.is_empty()
            && !told
            && name.tokens.len() == 1
            && name.kind != EntityKind::Group
            && key.ends_with("an")
            && key.len() > 5
            && !reading.has(name.tokens.start, known)
            && (stem("n") || stem("an") || stem("ian"))
    }
}

/// `the Bergs`
fn is_of_many(reading: Reading, tokens: TokenRange) -> bool {
    let the = tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "the" | "The"));
    the && tokens.len() == 1 && reading.word(tokens.start).ends_with('s') && !reading.is_capital(tokens.end)
}

fn is_planet(key: &str) -> bool {
    matches!(key, "jupiter" | "mars" | "mercury" | "neptune" | "saturn" | "uranus" | "venus")
}
