//! Lengths of time that say how far ahead something lies: `in two weeks`, `within the coming month`.

use super::REACH;
use crate::analysis::TimexKind;
use crate::document::Document;
use crate::grammar::{Clause, ClauseKind, Parse, VerbTense};
use crate::time::Timex;
use crate::timeline::lexicon::{Group, Sense, is_of, sense_at};
use crate::timeline::when;
use std::cmp::Ordering;

/// `will be replaced within the coming month`: the clause that is of some day of those.
fn falls_within(doc: &Document, parse: &Parse, timex: &Timex, published: Option<&str>) -> Option<usize> {
    let (start, last) = (timex.tokens.start, timex.tokens.end.checked_sub(1)?);
    let date = timex.date.as_deref().filter(|d| timex.kind == TimexKind::Duration && d.contains('/'))?;
    let led = (1..=2).any(|back| start >= back && doc.is((start - back) as usize, &["within"]));
    // `within the coming month`, `within 28 days`
    let next = (start.saturating_sub(1)..=last).any(|at| doc.is(at as usize, &["coming", "next"]));
    let counted = !next && start > 0 && doc.is(start as usize - 1, &["within"]);
    let short = doc.is(last as usize, &["days", "week", "weeks", "month", "months"]);
    let clause = parse.clause_of(start).filter(|_| led && (next || counted) && short)?;
    let verb = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize]).filter(|v| v.main < start)?;
    let ahead = date.split('/').next_back().zip(published).and_then(|(d, p)| when::compare(d, p));
    let plain = !verb.negated && ahead == Some(Ordering::Greater);
    let above = parse.clauses[clause].parent.and_then(|p| parse.clauses[p as usize].verb);
    let above = above.map(|v| parse.verbs[v as usize]);
    let fixed = || above.is_some_and(|v| v.passive && !v.negated && sense_at(doc, v.main).is(Sense::FIXED));
    if !counted && is_said_behind(doc, parse, clause, start) {
        return None;
    }
    // `said it would report within 28 days`
    let would = || doc.is(verb.tokens.start as usize, &["would"]) && parse.clauses[clause].kind == ClauseKind::Content;
    let told = verb.tense == VerbTense::Future
        || counted && would() && above.is_some_and(|v| sense_at(doc, v.main).is(Sense::SAY))
        || parse.clauses[clause].kind == ClauseKind::Infinitive && fixed();
    (plain && told).then_some(clause)
}

/// `is due to return within days`, `will meet in the coming weeks`: ahead, though nobody can say which day that is.
fn comes_soon(doc: &Document, parse: &Parse, timex: &Timex) -> Option<usize> {
    if !is_soon(doc, timex) {
        return None;
    }
    let clause = parse.clause_of(timex.tokens.start)?;
    let verb = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize])?;
    let told = verb.tense == VerbTense::Future && !verb.negated && verb.main < timex.tokens.start;
    // `will take the ship out for a test in a few days`
    let first = (verb.main..timex.tokens.start).any(|at| doc.is(at as usize, &["first", "last", "time"]));
    let said = is_said_behind(doc, parse, clause, timex.tokens.start);
    (told && !first && !said && timex.tokens.start < verb.main + REACH).then_some(clause)
}

/// Why what comes soon has no date.
pub(in crate::timeline) const SOON: &str = "it lies ahead, but the words name no day";

/// `within days`, `in a few weeks`, `in the coming months`: some time soon.
pub(in crate::timeline) fn is_soon(doc: &Document, timex: &Timex) -> bool {
    let (start, end) = (timex.tokens.start as usize, timex.tokens.end as usize);
    if timex.kind != TimexKind::Duration || timex.date.is_some() || start < 2 || end == 0 {
        return false;
    }
    let unit = doc.is(end - 1, &["hours", "days", "weeks", "months"]);
    let lead = start - 1 - usize::from(doc.is(start - 1, &["the"]));
    let few = || (start..end).any(|at| doc.is(at, &["few", "coming", "next"]));
    let bare = end == start + 1;
    unit && (doc.is(lead, &["within"]) && bare || doc.is(lead, &["in", "within"]) && few())
}

/// `…, the mayor said on Monday`: what has the day is the saying.
fn is_said_behind(doc: &Document, parse: &Parse, clause: usize, start: u32) -> bool {
    let says = |c: &Clause| {
        let verb = c.verb.filter(|_| c.kind == ClauseKind::Main && c.tokens.start > start);
        verb.is_some_and(|v| sense_at(doc, parse.verbs[v as usize].main).is(Sense::SAY))
    };
    parse.clauses.iter().skip(clause + 1).take(8).any(says)
}

/// `starts in a fortnight`, `will be ready in 18 months' time`: the clause that is so long ahead. Not `will walk it in 30
/// days`, `for the first time in 30 years`.
pub(super) fn begins_in(doc: &Document, parse: &Parse, timex: &Timex, published: Option<&str>) -> Option<usize> {
    let (start, end) = (timex.tokens.start, timex.tokens.end);
    if let Some(clause) = falls_within(doc, parse, timex, published) {
        return Some(clause);
    }
    if let Some(clause) = comes_soon(doc, parse, timex) {
        return Some(clause);
    }
    let date = timex.date.as_deref().filter(|d| timex.kind == TimexKind::Duration && !d.contains('/'))?;
    let clause = parse.clause_of(start)?;
    let verb = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize])?;
    let ahead = when::compare(date, published?) == Some(Ordering::Greater);
    let led = start > 0 && doc.word(start as usize - 1) == "in";
    let time = (end..end + 3).any(|at| parse.clause_of(at) == Some(clause) && doc.word(at as usize) == "time");
    // `will be published in two weeks`
    let told = verb.passive && is_of(doc, verb.main, Group::Issued);
    let onset = (told || is_of(doc, verb.main, Group::Timed)) && start < verb.main + 6;
    let first = (verb.main..start).any(|at| matches!(doc.word(at as usize), "first" | "time" | "last"));
    (ahead && led && (time || onset) && !first).then_some(clause)
}
