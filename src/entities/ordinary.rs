//! Ordinary words that look like names where an article prints them with a capital: in lists, at the head of sentences,
//! ranks written short. Absent here: headings (`headings`).

use super::known;
use super::lexicon::class;
use super::memory::Memory;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{Case, HashMap, TokenKind};
use crate::{EntityKind, TokenRange};

/// Drops what is no name.
pub(super) fn drop(reading: Reading, memory: &Memory, names: &mut Vec<Name>) {
    drop_items(reading, names);
    drop_small(reading, memory, names);
    drop_ranks(reading, names);
    names.retain(|name| !is_field_of_office(reading, name) && !is_part_of_office(reading, name));
}

/// `Sports Cabinet` of a Sports Cabinet Secretary, `Garda` of Garda Ann Lee.
fn is_part_of_office(reading: Reading, name: &Name) -> bool {
    let TokenRange { start, end } = name.tokens;
    let person = || reading.is_capital(end) && reading.has(end, class::FIRST) && reading.is_capital(end + 1);
    let short = || reading.is(start, Rule::Grade) && reading.token(start).is_some_and(|t| t.case == Case::Upper);
    let rank = end == start + 1 && (reading.word(start) == "Garda" || short());
    rank && person() || reading.word(end - 1) == "Cabinet" && reading.word(end) == "Secretary"
}

/// `Secretary for East Asian and Pacific Affairs`: what an office deals with.
fn is_field_of_office(reading: Reading, name: &Name) -> bool {
    let TokenRange { start, end } = name.tokens;
    let part = |at: &u32| reading.is_capital(*at) || matches!(reading.word(*at), "and" | "&" | "," | "the");
    let affairs = (end..end + 5).take_while(part).any(|at| reading.word(at) == "Affairs")
        || reading.word(end - 1) == "Prosecutions";
    let link = (start.saturating_sub(8)..start).rev().find(|at| !part(at));
    // `Minister for Youth, Labour and Social Development`
    let named = class::FIRST | class::TOWN | class::COUNTRY | class::PEOPLE;
    let field = |at: u32| {
        let ordinary = reading.has(at, class::COMMON) || reading.entry(at).cluster != 0;
        ordinary && !reading.has(at, named)
            || matches!(reading.word(at), "Labor" | "Labour")
            || !reading.is_capital(at) && part(&at)
    };
    let minister = name.kind != EntityKind::Person
        && link.is_some_and(|at| at > 0 && matches!(reading.word(at - 1), "Minister" | "Ministers"));
    let affairs = affairs || minister && (start..end).all(field);
    let office = link.and_then(|link| link.checked_sub(1)).is_some_and(|at| {
        let title = reading.has(at, class::TITLE) || reading.is(at, Rule::Title) || reading.is(at, Rule::Post);
        reading.is_capital(at) && (title || reading.word(at) == "State")
    });
    affairs && office && link.is_some_and(|at| matches!(reading.word(at), "for" | "of"))
}

/// What the lists know as a name.
const NAMED: u16 = class::FIRST
    | class::LAST
    | class::TOWN
    | class::COUNTRY
    | class::PEOPLE
    | class::COMPANY
    | class::KNOWN
    | class::PROPER;

/// `Iodine` of an article that speaks of iodine: a word that it mostly prints small.
fn drop_small(reading: Reading, memory: &Memory, names: &mut Vec<Name>) {
    let token = |name: &Name| &reading.doc.tokens[name.tokens.start as usize];
    let may = |name: &Name| {
        name.tokens.len() == 1
            && token(name).case == Case::Title
            && memory.has_lower(token(name).hash)
            && !reading.has(name.tokens.start, NAMED)
            && !name.tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "the" | "The"))
    };
    let mut counts: HashMap<u64, (u32, u32)> =
        names.iter().filter(|name| may(name)).map(|name| (token(name).hash, (0, 0))).collect();
    if counts.is_empty() {
        return;
    }
    for (at, token) in (0..).zip(&reading.doc.tokens) {
        if let Some((small, large)) = counts.get_mut(&token.hash) {
            // A capital inside a sentence speaks for a name, unless it is one of a list.
            let mark = |at: u32| reading.token(at).is_none_or(|t| t.kind == TokenKind::Mark);
            let told = at > 0 && !mark(at - 1) && reading.word(at - 1) != "and";
            match token.case {
                Case::Lower => *small += 1,
                _ => *large += if told { ALONE } else { 1 },
            }
        }
    }
    let small = |name: &Name| counts.get(&token(name).hash).is_some_and(|(small, large)| *small > 2 && small > large);
    names.retain(|name| !(may(name) && small(name)));
}

/// `an ASI denied it`: capitals that many are called by mean what somebody is.
fn drop_ranks(reading: Reading, names: &mut Vec<Name>) {
    let upper = |name: &&Name| {
        let at = name.tokens.start;
        let case = reading.token(at).is_some_and(|t| t.case == Case::Upper && (2..6).contains(&t.span.len()));
        name.tokens.len() == 1 && case && reading.word(at).bytes().all(|b| b.is_ascii_uppercase())
    };
    let one_of_many = |name: &&Name| {
        let TokenRange { start, end } = name.tokens;
        let article = start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "a" | "an" | "A" | "An"));
        let mark = reading.token(end).is_none_or(|t| t.kind == TokenKind::Mark && t.space_before)
            || matches!(reading.word(end), "." | "," | ";");
        let behind = [Rule::Say, Rule::Auxiliary, Rule::Behind].iter().any(|rule| reading.is(end, *rule));
        let known = || reading.has(start, NAMED) || known::kind_of(&name.key).is_some();
        article && (mark || behind) && !known()
    };
    let mut ranks: HashMap<String, (u32, u32)> = HashMap::default();
    for name in names.iter().filter(upper) {
        let (many, all) = ranks.entry(name.key.clone()).or_default();
        *many += u32::from(one_of_many(&name));
        *all += 1;
    }
    let rank = |key: &str| ranks.get(key).is_some_and(|(many, all)| *many > 0 && *many * 2 >= *all);
    names.retain(|name| name.tokens.len() > 1 || !rank(&name.key));
}

/// `first in Funding, Location, and Venue`: ordinary words that are listed with capitals, unless all of them are names of
/// one kind.
fn drop_items(reading: Reading, names: &mut Vec<Name>) {
    let ordinary = |at: &u32| {
        let title = reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
        let common = reading.has(*at, class::COMMON) && !reading.has(*at, NAMED & !class::LAST);
        title && (common || reading.entry(*at).cluster != 0 && !reading.has(*at, NAMED))
    };
    let item = |start: u32| {
        let end = (start..start + 3).take_while(|at| ordinary(at)).last()? + 1;
        (!reading.is_capital(end)).then(|| TokenRange::new(start, end))
    };
    let mut dropped: Vec<TokenRange> = Vec::new();
    let mut done = 0;
    for name in names.iter().filter(|name| ordinary(&name.tokens.start)) {
        let mut at = name.tokens.start;
        if at < done {
            continue;
        }
        // The first item may be no name.
        if at > done + 1 && reading.word(at - 1) == "," && item(at - 2).is_some_and(|one| one.end == at - 1) {
            at -= 2;
        }
        // Whether the item read last stands behind `and`.
        let (mut items, mut closed, mut last) = (Vec::new(), false, false);
        while let Some(one) = item(at).filter(|_| !closed && items.len() < LISTED) {
            items.push(one);
            (done, closed) = (one.end, last);
            let and = one.end + u32::from(reading.word(one.end) == ",");
            at = and + u32::from(matches!(reading.word(and), "and" | "or" | "&"));
            if at == one.end {
                break;
            }
            last = at > and;
        }
        let kind = |one: &TokenRange| {
            let n = names.binary_search_by_key(&one.start, |name| name.tokens.start).ok()?;
            (names[n].tokens == *one).then_some(names[n].kind)
        };
        let people = items.iter().all(|one| reading.has(one.start, class::LAST));
        // `The bands Blur, Oasis, and Pulp`
        let sort = items.first().and_then(|one| one.start.checked_sub(1)).is_some_and(|at| {
            let plural = reading.word(at).len() > 3 && reading.word(at).ends_with('s');
            plural && reading.token(at).is_some_and(|t| t.case == Case::Lower)
        });
        let people = people || sort;
        if closed && !people && items.len() > 2 && !items.iter().all(|one| kind(one) == Some(name.kind)) {
            dropped.extend(items);
        }
    }
    if !dropped.is_empty() {
        names.retain(|name| {
            let n = dropped.partition_point(|item| item.end <= name.tokens.start);
            dropped.get(n).is_none_or(|item| name.tokens.start < item.start || name.tokens.end > item.end)
        });
    }
}

/// What one capital inside a sentence counts against words in lower case.
const ALONE: u32 = 3;

/// Items of the longest list of ordinary words that is read.
const LISTED: usize = 40;
