//! Where a name goes on behind what the model saw of it: what a treaty is about, a surname. Absent here:
//! the other edges of names (`edges`).

use super::lexicon::class;
use super::names::put;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::HashSet;
use crate::{EntityKind, TokenRange};

/// Takes in what belongs to names that lie in order of the text.
pub(super) fn mend(reading: Reading, names: &mut Vec<Name>) {
    treaties(reading, names);
    surnames(reading, names);
    administrations(reading, names);
}

/// `the Berg Administration`: a government, of which the model saw who leads it.
fn administrations(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let whole = names[n].kind == EntityKind::Person
            && end == start + 1
            && reading.word(end) == "Administration"
            && spaced(reading, end)
            && !reading.is_capital(end + 1)
            && !super::headings::is_titled_at(reading, start);
        if whole && names.get(n + 1).is_none_or(|next| next.tokens.start > end) {
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Organization);
        }
    }
}

fn spaced(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.space_before)
}

/// `Treaty on River Trade`, `Convention for the Ardle`: what a paper is about ends its name, of which the model saw the sort.
fn treaties(reading: Reading, names: &mut Vec<Name>) {
    let sort = |at: u32| {
        let papers = [Rule::Paper, Rule::Scheme].iter().any(|rule| reading.is(at, *rule));
        reading.is_capital(at) && (papers || matches!(reading.word(at), "Charter" | "Convention"))
    };
    let mut wholes = Vec::new();
    for name in names.iter().filter(|name| name.kind == EntityKind::Other && name.tokens.len() == 1) {
        let TokenRange { start, end } = name.tokens;
        if !sort(start) || !matches!(reading.word(end), "on" | "establishing" | "concerning" | "of") {
            continue;
        }
        let own = end + 1 + u32::from(reading.word(end + 1) == "the");
        let part = |at: u32| {
            let joins = matches!(reading.word(at), "and" | "of" | "the") && at > own;
            spaced(reading, at) && !sort(at) && (joins || reading.is_capital(at) && !reading.has(at, class::CALENDAR))
        };
        let last = (own..own + 6).take_while(|at| part(*at)).filter(|at| reading.is_capital(*at)).last();
        if let Some(last) = last {
            wholes.push(Name::new(reading, TokenRange::new(start, last + 1), EntityKind::Other));
        }
    }
    wholes.retain(|whole: &Name| {
        let n = names.partition_point(|name| name.tokens.end <= whole.tokens.end);
        names.get(n).is_none_or(|name| name.tokens.start >= whole.tokens.end)
    });
    put(names, wholes);
}

/// `Ann` of `Ann Zarpex named chief`, in a line in which the model left out what the article has as her surname.
fn surnames(reading: Reading, names: &mut [Name]) {
    let hash = |at: u32| reading.doc.tokens[at as usize].hash;
    let long = names.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() == 2);
    let pairs: HashSet<(u64, u64)> = long.map(|name| (hash(name.tokens.start), hash(name.tokens.start + 1))).collect();
    if pairs.is_empty() {
        return;
    }
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let person = names[n].kind == EntityKind::Person && names[n].tokens.len() == 1;
        let free = names.get(n + 1).is_none_or(|next| next.tokens.start > end);
        if person
            && free
            && reading.is_capital(end)
            && spaced(reading, end)
            && pairs.contains(&(hash(start), hash(end)))
        {
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Person);
        }
    }
}
