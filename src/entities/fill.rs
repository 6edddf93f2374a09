//! Names that stand again where the model did not see them.

use super::headings;
use super::kinds::AMBIGUOUS;
use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::Case;
use crate::{EntityKind, TokenRange};
use std::collections::{HashMap, HashSet};

/// Names that stand elsewhere in the text just as they stand here.
pub(super) fn fill_in(reading: Reading, names: &mut Vec<Name>) {
    let known = known(reading, names);
    let mut more = Vec::new();
    let mut taken = names.iter().map(|name| name.tokens).peekable();
    let tokens = &reading.doc.tokens;
    let mut at = 0;
    while at < tokens.len() as u32 {
        while taken.peek().is_some_and(|t| t.end <= at) {
            taken.next();
        }
        if let Some(inside) = taken.peek().filter(|t| t.start <= at) {
            at = inside.end;
            continue;
        }
        let limit = taken.peek().map_or(tokens.len() as u32, |t| t.start);
        let same = |form: &Form| {
            at + form.tokens.len() <= limit
                && (0..form.tokens.len()).all(|n| {
                    let (a, b) = (&tokens[(at + n) as usize], &tokens[(form.tokens.start + n) as usize]);
                    a.hash == b.hash && a.case == b.case
                })
        };
        let hit = known.get(&tokens[at as usize].hash);
        match hit.and_then(|list| list.iter().find(|form| same(form) && form.may_stand(reading, at))) {
            Some(form) => {
                let tokens = TokenRange::new(at, at + form.tokens.len());
                more.push(Name::new(reading, tokens, form.kind));
                at = tokens.end;
            }
            None => at += 1,
        }
    }
    names.extend(more);
    names.sort_by_key(|name| name.tokens.start);
}

/// A form that is looked for.
struct Form {
    tokens: TokenRange,
    kind: EntityKind,
    proof: Proof,
}

/// What must speak for a word where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// Nothing: it is hardly anything else.
    None,
    /// A capital within a sentence, or a verb of saying behind: `King` of `Martin King`.
    Case,
    /// A verb of saying behind: `Ban` of `Ban Ki-moon`.
    Says,
}

impl Form {
    fn may_stand(&self, reading: Reading, at: u32) -> bool {
        // A capitalised word right beside belongs to another name.
        let beside = |a: u32, b: u32| {
            reading.token(b).is_some_and(|t| t.space_before) && reading.is_capital(a) && reading.is_capital(b)
        };
        let end = at + self.tokens.len();
        if self.tokens.len() == 1 && (at > 0 && beside(at - 1, at) || beside(at, end)) {
            return false;
        }
        let says = || reading.is(end, Rule::Say);
        let inside = || {
            let before = at.checked_sub(1).and_then(|at| reading.token(at));
            before.is_some_and(|t| t.case == Case::Lower) && !headings::is_titled_at(reading, at)
        };
        match self.proof {
            Proof::None => true,
            Proof::Case => says() || inside(),
            Proof::Says => says(),
        }
    }
}

/// Forms by their first word; the longest first.
fn known(reading: Reading, names: &[Name]) -> HashMap<u64, Vec<Form>> {
    let mut known: HashMap<u64, Vec<Form>> = HashMap::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut add = |tokens: TokenRange, kind: EntityKind, proof: Proof| {
        let first = reading.doc.tokens[tokens.start as usize].hash;
        known.entry(first).or_default().push(Form { tokens, kind, proof });
    };
    let common = |at: u32| reading.has(at, class::COMMON) || reading.doc.tokens[at as usize].span.len() < 3;
    for name in names {
        let Name { tokens, kind, .. } = *name;
        let alone = tokens.len() == 1;
        if alone && (common(tokens.start) || !reading.is_capital(tokens.start)) || !seen.insert(&name.key) {
            continue;
        }
        add(tokens, kind, Proof::None);
        if alone {
            continue;
        }
        let (first, last) = (tokens.start, tokens.end - 1);
        match kind {
            // `Apple`, `Northlight` for `Apple Inc.`, `Northlight Energy Corp.`
            EntityKind::Organization if reading.is(last, Rule::Ending) => {
                add(TokenRange::new(first, last), kind, Proof::None);
                let taken = AMBIGUOUS | class::FIRST | class::LAST;
                if last > first + 1 && !reading.has(first, taken) && !common(first) {
                    add(TokenRange::new(first, first + 1), kind, Proof::None);
                }
            }
            EntityKind::Person if name.key.contains(' ') => {
                let end = tokens.end - u32::from(tokens.len() > 2 && reading.is(last, Rule::Generation));
                let surname = TokenRange::new(end - 1, end);
                if reading.is_capital(end - 1) && reading.doc.tokens[end as usize - 1].space_before {
                    add(surname, kind, if common(end - 1) { Proof::Case } else { Proof::None });
                }
                add(TokenRange::new(first, first + 1), kind, Proof::Says);
            }
            _ => {}
        }
    }
    for list in known.values_mut() {
        list.sort_by_key(|form| std::cmp::Reverse(form.tokens.len()));
        list.truncate(16);
    }
    known
}
