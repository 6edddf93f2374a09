//! Which place a people is called after: `Russian` → Russia. The list is `gazetteer/demonyms.tsv`.

use super::alias::plain;
use crate::analysis::Entity;
use crate::document::{HashMap, HashSet};
use crate::lists::rows;
use crate::{EntityKind, document::word_hash};
use std::sync::OnceLock;

/// The plain names of the places that a people may be called after, by the people in lower case; and those places.
struct Table {
    homes: HashMap<&'static str, Vec<&'static str>>,
    lands: HashMap<&'static str, &'static str>,
    /// The first words of the peoples, one or many of them.
    first: HashSet<u64>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { homes: HashMap::default(), lands: HashMap::default(), first: HashSet::default() };
        for line in rows!("gazetteer/demonyms.tsv") {
            let mut words = line.split('\t');
            let land = words.next().unwrap_or("");
            for people in words {
                table.homes.entry(people).or_default().push(land);
                let first = people.split([' ', '-']).next().unwrap_or(people);
                table.first.extend([word_hash(first), word_hash(&format!("{first}s"))]);
            }
            table.lands.insert(land, land);
        }
        table
    })
}

/// The places that a people may be called after; `key` is the people in lower case.
fn homes(key: &str) -> &'static [&'static str] {
    let homes = &table().homes;
    let singular = || homes.get(key.strip_suffix('s')?);
    homes.get(key).or_else(singular).map_or(&[], Vec::as_slice)
}

/// The plain name of the one place that a people is called after; none where it may be after several.
pub(super) fn home(key: &str) -> Option<&'static str> {
    let [one] = homes(key) else { return None };
    Some(one)
}

/// True for a people or what is called after a place.
pub(super) fn is_demonym(key: &str) -> bool {
    !homes(key).is_empty()
}

/// True for a land of the list; `key` is in lower case, without stops.
pub(super) fn is_land(key: &str) -> bool {
    table().lands.contains_key(key)
}

/// The land of the list that the key names, or that it is called after: `ghana`, `ghanaian`.
pub(super) fn land(key: &str) -> Option<&'static str> {
    table().lands.get(key).copied().or_else(|| home(key))
}

/// True for a first word of a people of the list, by its [`word_hash`]: most words need not be spelled out to be no people.
pub(super) fn may_begin(hash: u64) -> bool {
    table().first.contains(&hash)
}

/// Gives each people the place it is called after, where exactly one such place has a chip.
pub(super) fn link(entities: &mut [Entity]) {
    let mut places: HashMap<u64, u32> = HashMap::default();
    for place in entities.iter().filter(|e| e.kind == EntityKind::Place) {
        for form in std::iter::once(&place.name).chain(&place.aliases) {
            places.entry(word_hash(plain(&key(form)))).or_insert(place.id);
        }
    }
    for people in entities.iter_mut().filter(|e| e.kind == EntityKind::Group) {
        let forms = std::iter::once(&people.name).chain(&people.aliases);
        let mut found = forms.flat_map(|form| homes(&key(form))).filter_map(|place| places.get(&word_hash(place)));
        people.place = found.next().copied().filter(|one| found.all(|other| other == one));
    }
}

/// A form in lower case, without stops or article.
fn key(form: &str) -> String {
    let lower: String = form.chars().flat_map(char::to_lowercase).filter(|c| *c != '.').collect();
    lower.strip_prefix("the ").map_or(lower.clone(), str::to_string)
}
