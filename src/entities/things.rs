//! What has a name and is neither a person nor a company, and is told of again by the plain noun: `the storm`, `the bridge`,
//! `the bloc`.
//!
//! Only where one so named is of that sort in the article so far. Absent here: where a noun stands that may mean one
//! ([`described`](super::described)).

use super::alias::Group;
use super::reading::{Name, Reading};
use crate::EntityKind;
use crate::document::{HashMap, word_hash};
use crate::lists::List;

/// Nouns for places, storms and craft.
static NOUNS: List = List::new(
    "aircraft airliner airport arena bridge canal castle cathedral cave comet crater cyclone dam ferry flight freighter glacier \
     hurricane island jet lake lander moon orbiter palace peninsula plane planet prison probe reservoir river rocket rover \
     satellite ship shuttle spacecraft stadium station storm strait submarine tanker telescope tower tunnel typhoon vessel \
     volcano yacht zoo",
);

/// Nouns for bodies, as they stand before their names.
static BODIES: List = List::new(
    "airline alliance automaker band bank broadcaster brewer carmaker charity club coalition company drugmaker firm group \
     insurer magazine militia movement network newspaper organisation organization party publisher retailer team",
);

/// What those are as well.
const WIDER: &[(&str, &[&str])] = &[
    ("cyclone", &["storm"]),
    ("hurricane", &["storm"]),
    ("typhoon", &["storm"]),
    ("ferry", &["ship", "vessel"]),
    ("freighter", &["ship", "vessel"]),
    ("tanker", &["ship", "vessel"]),
    ("yacht", &["vessel"]),
    ("ship", &["vessel"]),
    ("lander", &["spacecraft"]),
    ("orbiter", &["spacecraft"]),
    ("probe", &["spacecraft"]),
    ("rover", &["spacecraft"]),
    ("shuttle", &["spacecraft"]),
    ("flight", &["aircraft", "airliner", "jet", "plane"]),
    ("plane", &["aircraft"]),
    ("jet", &["aircraft", "plane"]),
    ("airliner", &["aircraft", "jet", "plane"]),
    ("company", &["firm"]),
    ("firm", &["company"]),
    ("airline", &["company"]),
    ("automaker", &["company", "firm"]),
    ("carmaker", &["company", "firm"]),
    ("drugmaker", &["company", "firm"]),
    ("insurer", &["company", "firm"]),
    ("retailer", &["company", "firm"]),
];

/// Unions of lands, by their keys.
const BLOCS: &[&str] = &[
    "african union",
    "arab league",
    "asean",
    "association of southeast asian nations",
    "caricom",
    "east african community",
    "economic community of west african states",
    "ecowas",
    "eu",
    "european union",
    "gulf cooperation council",
    "mercosur",
    "southern african development community",
];

/// True of a noun for such a thing.
pub(super) fn is_noun(hash: u64) -> bool {
    NOUNS.hold(hash) || BODIES.hold(hash) || hash == word_hash("bloc")
}

/// True of a noun for a body.
pub(super) fn is_body(hash: u64) -> bool {
    BODIES.hold(hash)
}

/// The things named so far.
#[derive(Default)]
pub(super) struct Things {
    /// By the nouns for them; none where several are so.
    known: HashMap<u64, Option<usize>>,
    /// By the last two words of their names.
    tails: HashMap<(u64, u64), Option<usize>>,
}

impl Things {
    /// Meets a name of the group `g`: its first or last word, or the one before it, says what it is.
    pub(super) fn meet(&mut self, reading: Reading, name: &Name, g: usize, group: &Group) {
        let tokens = name.tokens;
        if tokens.len() > 2 && matches!(group.kind, EntityKind::Place | EntityKind::Organization | EntityKind::Other) {
            let hash = |back: u32| reading.token(tokens.end - back).map_or(0, |t| t.hash);
            let known = self.tails.entry((hash(2), hash(1))).or_insert(Some(g));
            *known = known.filter(|known| *known == g);
        }
        let moving = matches!(group.kind, EntityKind::Event | EntityKind::Other);
        let body = group.kind == EntityKind::Organization;
        if body && BLOCS.contains(&name.key.as_str()) {
            self.note(word_hash("bloc"), g);
        }
        if !moving && !matches!(group.kind, EntityKind::Place | EntityKind::Organization) {
            return;
        }
        let long = tokens.len() > 1;
        if moving && long && matches!(reading.word(tokens.start), "MV" | "MS" | "MT" | "SS" | "HMS" | "USS") {
            ["ship", "vessel"].iter().for_each(|noun| self.note(word_hash(noun), g));
        }
        let last = Some(tokens.end - 1).filter(|_| long);
        // `Typhoon Orla`, `Flight 12`; `Lake Orla` too.
        let first = Some(tokens.start).filter(|_| long && !body);
        // `the militant group Orla`
        let before = tokens.start.checked_sub(1).filter(|_| moving || body);
        for at in [last, first, before].into_iter().flatten() {
            let named = |hash: &u64| if body && Some(at) == before { BODIES.hold(*hash) } else { NOUNS.hold(*hash) };
            let Some(hash) = reading.token(at).map(|t| t.hash).filter(named) else { continue };
            self.note(hash, g);
            let wider = WIDER.iter().filter(|(noun, _)| word_hash(noun) == hash).flat_map(|(_, wider)| *wider);
            wider.for_each(|noun| self.note(word_hash(noun), g));
        }
    }

    fn note(&mut self, noun: u64, g: usize) {
        let known = self.known.entry(noun).or_insert(Some(g));
        *known = known.filter(|known| *known == g);
    }

    /// `the space station`: the one whose name ends so.
    pub(super) fn ending(&self, before: u64, noun: u64) -> Option<usize> {
        self.tails.get(&(before, noun)).copied().flatten()
    }

    /// The one that is so.
    pub(super) fn one(&self, noun: u64) -> Option<usize> {
        self.known.get(&noun).copied().flatten()
    }
}
