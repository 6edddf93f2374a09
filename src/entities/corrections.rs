//! The reader's corrections, applied to the groups of names before anything is made of them.
//!
//! Corrections are applied in order, each to what the ones before it left. One that fits nothing changes nothing.

use super::alias::{self, Group};
use super::reading::{Name, Reading};
use crate::analysis::{Context, Correction, EntityKey};
use crate::document::{HashMap, HashSet, sort_by_key};

/// Bytes of the longest name that is taken.
const LONGEST: usize = 500;

/// Applies `corrections`; gives the numbers of those that fit nothing. Linear in the names, the corrections and the
/// names of the entities they speak of.
pub(super) fn apply(
    reading: Reading,
    names: &[Name],
    groups: &mut Vec<Group>,
    corrections: &[Correction],
) -> Vec<usize> {
    if corrections.is_empty() {
        return Vec::new();
    }
    let mut desk = Desk::new(reading, names, std::mem::take(groups));
    let misfits =
        corrections.iter().enumerate().filter_map(|(n, correction)| desk.apply(correction).is_none().then_some(n));
    let misfits = misfits.collect();
    *groups = desk.groups;
    groups.retain(|group| !group.names.is_empty());
    sort_by_key(groups, |group| group.names[0] as u64);
    misfits
}

/// The groups with the ways to find one. A group that is gone has no names.
struct Desk<'a> {
    reading: Reading<'a>,
    names: &'a [Name],
    groups: Vec<Group>,
    /// The title of each group.
    titles: Vec<String>,
    /// The groups that have or had a title.
    by_title: HashMap<String, Vec<usize>>,
    /// The group of each name.
    owner: Vec<usize>,
    /// The names with these words.
    by_words: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Desk<'a> {
    fn new(reading: Reading<'a>, names: &'a [Name], groups: Vec<Group>) -> Self {
        let mut by_words: HashMap<&str, Vec<usize>> = HashMap::default();
        for (n, name) in names.iter().enumerate() {
            by_words.entry(reading.doc.words(name.tokens)).or_default().push(n);
        }
        let mut owner = vec![0; names.len()];
        for (g, group) in groups.iter().enumerate() {
            group.names.iter().for_each(|n| owner[*n] = g);
        }
        let titles = vec![String::new(); groups.len()];
        let mut desk = Desk { reading, names, groups, titles, by_title: HashMap::default(), owner, by_words };
        (0..desk.groups.len()).for_each(|g| desk.retitle(g));
        desk
    }

    fn retitle(&mut self, g: usize) {
        let group = &self.groups[g];
        let title = group.title(self.reading, &alias::forms(self.reading, self.names, group));
        self.by_title.entry(title.clone()).or_default().push(g);
        self.titles[g] = title;
    }

    /// None when the correction fits nothing.
    fn apply(&mut self, correction: &Correction) -> Option<()> {
        match correction {
            Correction::Hide { entity } => {
                let g = self.find(entity)?;
                self.groups[g].names.clear();
            }
            Correction::Rename { entity, name } => {
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                let g = self.find(entity).filter(|_| !name.is_empty() && name.len() <= LONGEST)?;
                self.groups[g].given = Some(name);
                self.retitle(g);
            }
            Correction::Kind { entity, kind } => {
                let g = self.find(entity)?;
                // The name that the reader saw stays, though another kind might show another form.
                self.groups[g].given = Some(self.titles[g].clone());
                self.groups[g].kind = *kind;
            }
            Correction::Merge { entity, into } => {
                let (from, into) = (self.find(entity)?, self.find(into)?);
                if from == into {
                    return None;
                }
                let moved = std::mem::take(&mut self.groups[from].names);
                moved.iter().for_each(|n| self.owner[*n] = into);
                let group = &mut self.groups[into];
                group.given = Some(self.titles[into].clone());
                group.names.extend(moved);
                sort_by_key(&mut group.names, |n| *n as u64);
            }
            Correction::Split { entity, words, context } => {
                let g = self.find(entity)?;
                let parted: HashSet<usize> = {
                    let own = self.by_words.get(words.as_str())?.iter().copied().filter(|n| self.owner[*n] == g);
                    own.filter(|n| context.as_ref().is_none_or(|context| self.stands_in(*n, context))).collect()
                };
                let (parted, left): (Vec<usize>, Vec<usize>) =
                    self.groups[g].names.iter().partition(|n| parted.contains(n));
                if parted.is_empty() || left.is_empty() {
                    return None;
                }
                let new = self.groups.len();
                parted.iter().for_each(|n| self.owner[*n] = new);
                self.groups[g].names = left;
                self.groups.push(Group { kind: self.groups[g].kind, names: parted, given: None });
                self.titles.push(String::new());
                self.retitle(g);
                self.retitle(new);
            }
        }
        Some(())
    }

    /// The group that is meant: of this name and kind; or of this name; or one of whose forms this is.
    fn find(&self, key: &EntityKey) -> Option<usize> {
        let mut named: Vec<usize> = self.by_title.get(&key.name).cloned().unwrap_or_default();
        sort_by_key(&mut named, |n| *n as u64);
        named.dedup();
        named.retain(|g| self.titles[*g] == key.name && !self.groups[*g].names.is_empty());
        let kind = |g: usize| self.groups[g].kind;
        let alike: Vec<usize> = named.iter().copied().filter(|g| kind(*g) == key.kind).collect();
        if let Some(first) = alike.first() {
            let meant = key.context.as_ref().filter(|_| alike.len() > 1).and_then(|context| {
                let here = |g: &usize| self.groups[*g].names.iter().any(|n| self.stands_in(*n, context));
                alike.iter().copied().find(here)
            });
            return Some(meant.unwrap_or(*first));
        }
        if let [one] = named[..] {
            return Some(one);
        }
        let mut owners: Vec<usize> = self.by_words.get(key.name.as_str())?.iter().map(|n| self.owner[*n]).collect();
        sort_by_key(&mut owners, |n| *n as u64);
        owners.dedup();
        owners.retain(|g| !self.groups[*g].names.is_empty());
        let same: Vec<usize> = owners.iter().copied().filter(|g| kind(*g) == key.kind).collect();
        match (&same[..], &owners[..]) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        }
    }

    /// True when this stands around name `n`.
    fn stands_in(&self, n: usize, context: &Context) -> bool {
        let doc = self.reading.doc;
        let span = doc.span(self.names[n].tokens);
        doc.text[..span.start as usize].ends_with(&context.before)
            && doc.text[span.end as usize..].starts_with(&context.after)
    }
}
