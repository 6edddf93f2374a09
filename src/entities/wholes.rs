//! Names that are one though the model cut them, or saw only a part: `Pike & Hume Orchards Ltd`, `Popular Front for the
//! Liberation of Ardle`, `National Air and Space Museum`.
//!
//! Absent here: what a longer name says of a shorter one elsewhere (`alias`), names that the model did not see at all
//! (`fill`).

use super::kinds::{self, is_body};
use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::Rule;
use super::{demonyms, headings};
use crate::document::{Case, TokenKind};
use crate::{EntityKind, TokenRange};
use std::collections::HashSet;

/// Puts together what belongs together; names lie in order of the text.
pub(super) fn join(reading: Reading, names: &mut Vec<Name>) {
    ampersands(reading, names);
    pairs(reading, names);
    links(reading, names);
    storms(reading, names);
    hyphens(reading, names);
    names.retain(|name| !name.tokens.is_empty());
}

fn spaced(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.space_before)
}

/// Makes `tokens` one name of `kind` in the place of all names that lie inside; false when one lies across its edge.
fn splice(reading: Reading, names: &mut Vec<Name>, tokens: TokenRange, kind: EntityKind) -> bool {
    let first = names.partition_point(|name| name.tokens.end <= tokens.start);
    let last = first + names[first..].partition_point(|name| name.tokens.start < tokens.end);
    let inside = names[first..last].iter().all(|n| n.tokens.start >= tokens.start && n.tokens.end <= tokens.end);
    if inside {
        names.splice(first..last, [Name::new(reading, tokens, kind)]);
    }
    inside
}

/// `Boston & Maine`, `Pike & Hume Orchards Ltd`: in running text `&` stands inside the name of a firm, unless what it
/// joins stands alone elsewhere.
fn ampersands(reading: Reading, names: &mut Vec<Name>) {
    let marks: Vec<u32> = (1..reading.doc.tokens.len() as u32)
        .filter(|at| reading.word(*at) == "&" && spaced(reading, *at) && spaced(reading, *at + 1))
        .filter(|at| reading.is_capital(*at - 1) && reading.is_capital(*at + 1))
        .collect();
    if marks.is_empty() {
        return;
    }
    let alone: HashSet<String> = {
        let beside = |name: &&Name| {
            !marks.iter().any(|at| name.tokens.end == *at || name.tokens.start == *at + 1)
                && !names_across(name.tokens, &marks)
        };
        names.iter().filter(beside).map(|name| name.key.clone()).collect()
    };
    for at in marks {
        let n = names.partition_point(|name| name.tokens.end <= at);
        let left = n.checked_sub(1).map(|n| &names[n]).filter(|name| name.tokens.end == at);
        if names.get(n).is_some_and(|name| name.tokens.start < at) || headings::is_titled_at(reading, at) {
            continue;
        }
        let right = names.get(n).filter(|name| name.tokens.start == at + 1);
        let body = right.is_some_and(|name| kinds::names_a_body(reading, name.tokens));
        let open =
            |name: &Name| !alone.contains(&name.key) && (name.kind != EntityKind::Person || name.tokens.len() == 1);
        if left.or(right).is_none() || !body && !left.into_iter().chain(right).all(open) {
            continue;
        }
        let start = left.map_or(at - 1, |name| name.tokens.start);
        let end = right.map_or(at + 2, |name| name.tokens.end);
        splice(reading, names, TokenRange::new(start, end), EntityKind::Organization);
    }
}

/// True when one of `marks`, which rise, lies inside.
fn names_across(tokens: TokenRange, marks: &[u32]) -> bool {
    marks.get(marks.partition_point(|at| *at < tokens.start)).is_some_and(|at| *at < tokens.end)
}

/// `National Air and Space Museum`: what stands before `and` is no name without the body behind. `Trinidad and Tobago`:
/// one land of the lists.
fn pairs(reading: Reading, names: &mut Vec<Name>) {
    let mut n = 0;
    while n + 1 < names.len() {
        let (a, b) = (&names[n], &names[n + 1]);
        n += 1;
        let and = a.tokens.end;
        if b.tokens.start != and + 1 || !matches!(reading.word(and), "and" | "&") {
            continue;
        }
        let whole = TokenRange::new(a.tokens.start, b.tokens.end);
        let land = || demonyms::is_land(&reading.key(whole));
        let last = a.tokens.end - 1;
        let complete = class::COMPANY | class::PROPER | class::COUNTRY | class::PEOPLE | class::TOWN;
        let cut = a.tokens.len() > 1
            && !matches!(a.kind, EntityKind::Person)
            && reading.has(last, class::COMMON)
            && !reading.has(last, complete)
            && ![Rule::Body, Rule::Club, Rule::Ground, Rule::Paper, Rule::Scheme].iter().any(|r| reading.is(last, *r))
            && b.tokens.len() > 1
            && (is_body(reading, b.tokens.end - 1) || reading.is(b.tokens.end - 1, Rule::House));
        if land() {
            splice(reading, names, whole, EntityKind::Place);
        } else if cut {
            splice(reading, names, whole, EntityKind::Organization);
        }
    }
}

/// `Popular Front` + `for the` + `Liberation of Ardle`; `National Museum of the` + `Ardle Air Force`: a body's name goes
/// on behind `for`, and none ends in a small word.
fn links(reading: Reading, names: &mut Vec<Name>) {
    let small = |at: u32| matches!(reading.word(at), "of" | "the" | "for" | "and" | "in" | "&");
    let mut n = 0;
    while n < names.len() {
        let tokens = names[n].tokens;
        let kind = names[n].kind;
        n += 1;
        let last = tokens.end - 1;
        let next = names.get(n).map(|next| (next.tokens, next.kind)).filter(|next| next.1 != EntityKind::Person);
        if tokens.len() > 1 && small(last) {
            match next {
                Some((next, _)) if next.start == tokens.end && spaced(reading, next.start) => {
                    n -= usize::from(splice(reading, names, TokenRange::new(tokens.start, next.end), kind));
                }
                _ => {
                    let end = (tokens.start + 1..tokens.end).rev().find(|end| !small(*end - 1)).unwrap_or(tokens.end);
                    names[n - 1] = Name::new(reading, TokenRange::new(tokens.start, end), kind);
                }
            }
            continue;
        }
        let body = tokens.len() > 1 && reading.is_capital(last) && reading.is(last, Rule::Purpose);
        let Some((next, next_kind)) = next.filter(|_| body && kind == EntityKind::Organization) else { continue };
        let between = TokenRange::new(tokens.end, next.start);
        let goes_on = between.len() < 3
            && !between.is_empty()
            && reading.word(between.start) == "for"
            && (between.len() == 1 || reading.word(between.end - 1) == "the")
            && matches!(next_kind, EntityKind::Organization | EntityKind::Other)
            && !kinds::names_a_body(reading, next);
        if goes_on {
            n -= usize::from(splice(reading, names, TokenRange::new(tokens.start, next.end), EntityKind::Organization));
        }
    }
}

/// `Luchmun-Roy`: a person's name does not begin behind a hyphen, unless somebody else's ends before it.
fn hyphens(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let free = n.checked_sub(1).map_or(0, |before| names[before].tokens.end);
        let hyphen = |at: u32| reading.word(at) == "-" && !spaced(reading, at) && !spaced(reading, at + 1);
        let joined = names[n].kind == EntityKind::Person
            && start >= free + 2
            && hyphen(start - 1)
            && reading.token(start - 2).is_some_and(|t| t.case == Case::Title)
            && !reading.has(start - 2, class::COMMON);
        if joined {
            names[n] = Name::new(reading, TokenRange::new(start - 2, end), EntityKind::Person);
        }
    }
}

/// `Storm Quillan`, `Hurricane Katrina`: a storm is an event, whatever its name is like; the name alone is the storm
/// too where nobody else bears it.
fn storms(reading: Reading, names: &mut Vec<Name>) {
    let mut called: HashSet<String> = HashSet::new();
    for at in 0..(reading.doc.tokens.len() as u32).saturating_sub(1) {
        let name = at + 1;
        let storm = reading.is_capital(at)
            && reading.is(at, Rule::Storm)
            && reading
                .token(name)
                .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title && t.space_before)
            && !reading.has(name, class::COMMON | class::CALENDAR)
            && !headings::is_titled_at(reading, at);
        if !storm {
            continue;
        }
        let tropical = at > 0 && reading.is_capital(at - 1) && reading.word(at - 1) == "Tropical";
        let tokens = TokenRange::new(at - u32::from(tropical), name + 1);
        if splice(reading, names, tokens, EntityKind::Event) {
            called.insert(reading.key(TokenRange::new(name, name + 1)));
        }
    }
    for name in names.iter_mut().filter(|name| called.contains(&name.key)) {
        name.kind = EntityKind::Event;
    }
}
