//! Which mentions mean the same one.
//!
//! A full name stands for its surname, a long name for its initials, a country for its other names. Where two readings
//! are possible, the one named last before wins; people with different first names never become one.

use super::names::{Name, Reading, is_acronym_of, is_bracketed, is_company_ending};
use crate::document::Case;
use crate::{EntityKind, TokenRange};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Mentions that mean the same one: numbers into the list of names, in order.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub kind: EntityKind,
    pub names: Vec<usize>,
}

/// Most owners of one form that are weighed; what keeps the work linear.
const MOST: usize = 32;

/// Groups the names. Every name is in exactly one group; groups stand in order of their first name.
pub(super) fn group(reading: Reading, names: &[Name]) -> Vec<Group> {
    let mut links = Links((0..names.len()).collect());
    same_words(names, &mut links);
    acronyms(reading, names, &mut links);
    people(reading, names, &mut links);
    short_forms(reading, names, &mut links);

    let mut groups: Vec<Group> = Vec::new();
    let mut place: HashMap<usize, usize> = HashMap::new();
    for n in 0..names.len() {
        let root = links.root(n);
        let at = *place.entry(root).or_insert_with(|| {
            groups.push(Group { kind: names[root].kind, names: Vec::new() });
            groups.len() - 1
        });
        groups[at].names.push(n);
    }
    for group in &mut groups {
        // Longer forms say more of what a thing is than its initials.
        let mut votes = [0u32; 6];
        group.names.iter().for_each(|n| votes[names[*n].kind as usize] += names[*n].tokens.len());
        let best = votes.iter().enumerate().max_by_key(|(n, votes)| (**votes, 6 - *n));
        group.kind = super::labels::KINDS[best.map_or(0, |b| b.0)];
    }
    groups
}

/// Which names were found to be the same: a forest whose roots are the first of each tree.
struct Links(Vec<usize>);

impl Links {
    fn root(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// The place of the fullest natural form among an entity's forms (words, tokens, how often): the most words, but capitals
/// only where there is no other form.
pub(super) fn display(reading: Reading, kind: EntityKind, forms: &[(&str, TokenRange, u32)]) -> usize {
    let fullness = |form: &(&str, TokenRange, u32)| {
        let words = (form.1.start..form.1.end).filter(|at| reading.word(*at).starts_with(char::is_alphabetic)).count();
        let shouts = !form.0.chars().any(char::is_lowercase);
        let words = if kind == EntityKind::Group { 1 } else { words.min(6) };
        (!shouts, words, form.2)
    };
    let best = forms.iter().enumerate().max_by_key(|(n, form)| (fullness(form), std::cmp::Reverse(*n)));
    best.map_or(0, |(n, _)| n)
}

/// The plain form of a name that is known under several.
fn plain(key: &str) -> &str {
    static TABLE: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let lines = include_str!("gazetteer/aliases.tsv").lines().filter(|l| !l.starts_with('#'));
        lines.flat_map(|l| l.split('\t').map(move |name| (name, l.split('\t').next().unwrap_or(name)))).collect()
    });
    table.get(key).copied().unwrap_or(key)
}

/// What two names of one kind have in common when they are the same.
fn stem(name: &Name) -> String {
    let key = plain(&name.key);
    match name.kind {
        EntityKind::Group => key.strip_suffix('s').unwrap_or(key).to_string(),
        EntityKind::Organization => {
            let bare = key.trim_end_matches(',');
            let cut =
                bare.rsplit_once(' ').filter(|(_, last)| is_company_ending(last)).map_or(bare, |(first, _)| first);
            plain(cut.trim_end_matches([',', ' '])).to_string()
        }
        _ => key.to_string(),
    }
}

fn same_words(names: &[Name], links: &mut Links) {
    let mut first: HashMap<(String, EntityKind), usize> = HashMap::new();
    for (n, name) in names.iter().enumerate() {
        if name.kind == EntityKind::Person && name.tokens.len() == 1 {
            continue;
        }
        let other = *first.entry((stem(name), name.kind)).or_insert(n);
        links.join(n, other);
    }
}

/// Capitals that are the initials of a name; in brackets behind it, or anywhere when only one name has them.
fn acronyms(reading: Reading, names: &[Name], links: &mut Links) {
    let mut long: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() > 1 && name.kind != EntityKind::Person {
            for all in [true, false] {
                let words = (name.tokens.start..name.tokens.end).filter(|at| {
                    reading.is_capital(*at) || (all && reading.word(*at).starts_with(char::is_alphabetic))
                });
                let initials: String =
                    words.filter_map(|at| reading.word(at).chars().next()).flat_map(char::to_lowercase).collect();
                let list = long.entry(initials).or_default();
                if list.last() != Some(&n) && list.len() < MOST {
                    list.push(n);
                }
            }
        }
    }
    for (n, name) in names.iter().enumerate() {
        let capitals = name.tokens.len() == 1
            && reading.token(name.tokens.start).is_some_and(|t| matches!(t.case, Case::Upper | Case::Mixed))
            && name.key.chars().count() > 1;
        if !capitals {
            continue;
        }
        let bracketed = is_bracketed(reading, name.tokens.start)
            && n > 0
            && names[n - 1].tokens.end + 1 == name.tokens.start
            && is_acronym_of(reading, reading.word(name.tokens.start), names[n - 1].tokens);
        if bracketed {
            links.join(n, n - 1);
        } else if let Some(list) = long.get(&name.key) {
            let one = links.root(list[0]);
            let alike = |other: &&usize| names[**other].kind == name.kind;
            if list.iter().all(|other| links.root(*other) == one) || name.kind == EntityKind::Other {
                links.join(n, one);
            } else if let Some(other) = list.iter().find(alike) {
                links.join(n, *other);
            }
        }
    }
    // The same capitals are the same thing wherever they stand.
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() == 1 && reading.token(name.tokens.start).is_some_and(|t| t.case == Case::Upper) {
            let other = *first.entry(&name.key).or_insert(n);
            if names[other].kind == name.kind || links.root(other) != other {
                links.join(n, other);
            }
        }
    }
}

/// A person's words: `Vladimir`, `Putin`.
fn parts<'a>(reading: Reading<'a>, name: &Name) -> Vec<&'a str> {
    let words = name.tokens.start..name.tokens.end;
    words.map(|at| reading.word(at)).filter(|w| w.starts_with(char::is_alphabetic)).collect()
}

/// True when two full names may be one person's: the surname is the same, the words before do not contradict.
fn may_be_one(a: &[&str], b: &[&str]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = |x: &str, y: &str| {
        let (x, y) = (x.trim_end_matches('.'), y.trim_end_matches('.'));
        let initial = |x: &str, y: &str| x.chars().count() == 1 && y.to_lowercase().starts_with(&x.to_lowercase());
        x.to_lowercase() == y.to_lowercase() || initial(x, y) || initial(y, x)
    };
    let is_ending = |w: &str| matches!(w.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III");
    let body = |n: &[&str]| n.iter().rposition(|w| !is_ending(w)).map_or(0, |at| at + 1);
    let (short, long) = (&short[..body(short)], &long[..body(long)]);
    if short.is_empty()
        || long.is_empty()
        || short.last().map(|w| w.to_lowercase()) != long.last().map(|w| w.to_lowercase())
    {
        return false;
    }
    // Every word of the shorter stands in the longer, in order.
    let mut at = 0;
    short.iter().all(|word| match long[at..].iter().position(|other| same(word, other)) {
        Some(step) => {
            at += step + 1;
            true
        }
        None => false,
    }) && same(short[0], long[0])
}

fn people(reading: Reading, names: &[Name], links: &mut Links) {
    // Full names, by each of their words.
    let mut full: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut by_last: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, name) in names.iter().enumerate() {
        if name.kind != EntityKind::Person || name.tokens.len() < 2 {
            continue;
        }
        let words = parts(reading, name);
        let Some(last) = words.last().map(|w| w.to_lowercase()) else { continue };
        let list = by_last.entry(last).or_default();
        match list.iter().find(|f| may_be_one(&full[**f].1, &words)) {
            Some(f) => links.join(full[*f].0, n),
            None if list.len() < MOST => {
                list.push(full.len());
                full.push((n, words));
            }
            None => {}
        }
    }
    // A part of a full name means the person of that name who was named last, or else comes first.
    let mut owners: HashMap<String, Vec<usize>> = HashMap::new();
    for (f, (_, words)) in full.iter().enumerate() {
        let tails = (1..words.len()).map(|start| words[start..].join(" "));
        for part in tails.chain([words[0].to_string()]) {
            let list = owners.entry(part.to_lowercase()).or_default();
            if list.len() < MOST {
                list.push(f);
            }
        }
    }
    let mut by_root: HashMap<usize, usize> = HashMap::new();
    for (f, (n, _)) in full.iter().enumerate() {
        by_root.insert(links.root(*n), f);
    }
    let mut latest = vec![usize::MAX; full.len()];
    let mut alone: HashMap<String, usize> = HashMap::new();
    for (n, name) in names.iter().enumerate() {
        if name.kind != EntityKind::Person {
            continue;
        }
        let root = links.root(n);
        if let Some(f) = by_root.get(&root).filter(|_| name.tokens.len() > 1) {
            latest[*f] = n;
        }
        let words = parts(reading, name).join(" ").to_lowercase();
        let Some(owners) = owners.get(&words) else {
            if name.tokens.len() == 1 {
                let other = *alone.entry(name.key.clone()).or_insert(n);
                links.join(n, other);
            }
            continue;
        };
        // A surname before a first name; among these the one named last.
        let by_surname = |f: &usize| full[*f].1.last().is_some_and(|w| w.to_lowercase() == words);
        let pool: Vec<usize> = match owners.iter().copied().filter(by_surname).collect::<Vec<_>>() {
            pool if pool.is_empty() => owners.clone(),
            pool => pool,
        };
        let named = pool.iter().copied().filter(|f| latest[*f] != usize::MAX).max_by_key(|f| latest[*f]);
        if let Some(f) = named.or(pool.first().copied())
            && full[f].0 != n
            && !by_root.contains_key(&root)
        {
            latest[f] = n;
            links.join(full[f].0, n);
        }
    }
}

/// `Goldman` for `Goldman Sachs`: the beginning of exactly one longer name of an organisation.
fn short_forms(reading: Reading, names: &[Name], links: &mut Links) {
    use super::lexicon::class;
    let mut longer: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, name) in names.iter().enumerate() {
        if matches!(name.kind, EntityKind::Organization | EntityKind::Event) {
            for end in name.tokens.start + 1..name.tokens.end {
                let list = longer.entry(reading.key(TokenRange::new(name.tokens.start, end))).or_default();
                if list.len() < MOST {
                    list.push(n);
                }
            }
        }
    }
    for (n, name) in names.iter().enumerate() {
        let open = class::COMMON | class::PEOPLE | class::COUNTRY | class::TOWN | class::COMPANY | class::TITLE;
        let vague = name.tokens.len() == 1 && reading.has(name.tokens.start, open);
        if name.kind != EntityKind::Organization || vague {
            continue;
        }
        if let Some(list) = longer.get(&name.key) {
            let one = links.root(list[0]);
            if list.iter().all(|other| links.root(*other) == one) {
                links.join(n, one);
            }
        }
    }
}
