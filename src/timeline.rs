//! Events: clauses someone would put on a timeline, with their dates and who took part.
//!
//! Door: [`build`]. A clause with words of time of its own has their date ([`attach`]); one without takes that of the
//! story around it where its tense allows ([`context`]); what is denied, feared, asked or merely possible is left out
//! ([`candidates`]); several tellings of one event are one entry ([`merge`]). Absent here: reading words of time (the
//! time stage has done it).

mod attach;
mod candidates;
mod context;
mod lexicon;
mod merge;
mod when;

use crate::analysis::{Certainty, Event, PublishedSource, Tense};
use crate::document::Document;
use crate::entities::Entities;
use crate::grammar::VerbTense;
use crate::outline::Outline;
use crate::time::Times;
use crate::{Span, TokenRange};
use candidates::Candidate;

/// Makes the timeline: ordered by time, then by the text; events without a date last.
pub fn build(doc: &Document, outline: &Outline, entities: &Entities, times: &Times) -> Vec<Event> {
    let mut candidates = candidates::find(doc, times);
    let known = times.published.source != PublishedSource::Inferred;
    context::date(&mut candidates, times.published.date.as_deref().filter(|_| known));
    candidates::hide_sayings(&mut candidates);
    candidates.retain(|c| c.dated.is_some() && !c.hidden);
    let who: Vec<Vec<u32>> = candidates.iter().map(|c| participants(c, entities)).collect();
    let published = times.published.date.as_deref();
    let mut events: Vec<Event> = merge::same(doc, &candidates, &who)
        .into_iter()
        .map(|entry| event(doc, outline, &candidates, &who, &entry, published))
        .collect();
    events.sort_by_cached_key(|e| (e.date.is_empty(), when::start(&e.date), e.span));
    events
}

/// The entry of the candidates numbered in `entry`, the first of which is shown.
fn event(
    doc: &Document,
    outline: &Outline,
    candidates: &[Candidate],
    who: &[Vec<u32>],
    entry: &[usize],
    published: Option<&str>,
) -> Event {
    let first = &candidates[entry[0]];
    // The best known date of all the tellings; they are equal, but one may be said and another inferred.
    let best = entry.iter().copied().min_by_key(|&n| candidates[n].dated.as_ref().map(|d| d.certainty));
    let dated = best.and_then(|n| candidates[n].dated.clone()).unwrap_or_default();
    let span = doc.span(first.tokens);
    let mut entities = who[entry[0]].clone();
    let mut also: Vec<Span> = Vec::new();
    for &n in &entry[1..] {
        also.push(doc.span(candidates[n].tokens));
        for &id in &who[n] {
            if !entities.contains(&id) {
                entities.push(id);
            }
        }
    }
    also.retain(|place| !span.contains(*place));
    also.sort_unstable();
    also.dedup();
    Event {
        span,
        also,
        tense: tense(first, &dated.date, published),
        date: dated.date,
        certainty: dated.certainty,
        because: dated.because,
        entities,
        section: section(outline, span),
    }
}

/// When an event lies, seen from the publication: by its date where both are known, else by its verb.
fn tense(candidate: &Candidate, date: &str, published: Option<&str>) -> Tense {
    if let Some(order) = published.and_then(|p| when::compare(date, p)) {
        return match (order, candidate.tense) {
            (std::cmp::Ordering::Greater, _) => Tense::Future,
            (std::cmp::Ordering::Less, _) => Tense::Past,
            (_, Some(VerbTense::Future | VerbTense::Modal)) => Tense::Future,
            (_, Some(VerbTense::Present)) => Tense::Present,
            _ => Tense::Past,
        };
    }
    match candidate.tense {
        Some(VerbTense::Future | VerbTense::Modal) => Tense::Future,
        Some(VerbTense::Present) => Tense::Present,
        _ => Tense::Past,
    }
}

/// Who is named in the clause, and in its subject where that stands before it; in order of the text.
fn participants(candidate: &Candidate, entities: &Entities) -> Vec<u32> {
    let mut ids = Vec::new();
    for range in candidate.subject.iter().chain([&candidate.tokens]) {
        for mention in mentions(entities, *range) {
            if !ids.contains(&mention.entity) {
                ids.push(mention.entity);
            }
        }
    }
    ids
}

/// The mentions that lie in `range`.
fn mentions(entities: &Entities, range: TokenRange) -> &[crate::entities::Mention] {
    let all = &entities.mentions;
    let first = all.partition_point(|m| m.tokens.start < range.start);
    let end = first + all[first..].partition_point(|m| m.tokens.end <= range.end);
    &all[first..end]
}

/// The innermost section that `span` begins in.
fn section(outline: &Outline, span: Span) -> Option<u32> {
    let sections = &outline.sections;
    let after = sections.partition_point(|s| s.extent.start <= span.start);
    // An outer section stands before its inner ones; more than a few levels back there is none.
    let holds = |n: &usize| sections[*n].extent.end > span.start;
    (after.saturating_sub(16)..after).rev().find(holds).map(|n| n as u32)
}

/// A date and how it is known.
#[derive(Clone, Debug, PartialEq)]
struct Dated {
    date: String,
    certainty: Certainty,
    because: String,
}

impl Default for Dated {
    fn default() -> Self {
        Dated { date: String::new(), certainty: Certainty::Inferred, because: String::new() }
    }
}
