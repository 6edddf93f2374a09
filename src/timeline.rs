//! Events: clauses someone would put on a timeline, with their dates and who took part.
//!
//! Doors: [`build`], or [`Builder`] where the work must be done in slices. A clause with words of time of its own has their date ([`attach`]); one without takes that of the
//! story around it where its tense allows ([`context`]); what is denied, feared, asked or merely possible is left out
//! ([`reality`]); several tellings of one event are one entry ([`merge`]). Absent here: reading words of time (the
//! time stage has done it).

mod again;
mod ahead;
mod antecedents;
mod apart;
mod attach;
mod candidates;
mod cited;
mod claims;
mod context;
mod counted;
mod dates;
mod deeds;
mod denials;
mod edges;
mod elsewhen;
mod entries;
mod inner;
mod label;
mod lead;
mod lexicon;
mod lives;
mod meaning;
mod mentions;
mod merge;
mod page;
mod parts;
mod people;
mod quoted;
mod ranges;
mod reality;
mod sayings;
mod sides;
mod subject;
mod telling;
mod when;

use crate::analysis::{Certainty, Event, Published, PublishedSource, Tense};
use crate::document::{Document, HashSet, sort_by_key};
use crate::entities::Entities;
use crate::grammar::VerbTense;
use crate::outline::Outline;
use crate::time::Times;
use crate::{Span, TokenRange};
use candidates::Candidate;
use std::cmp::Ordering;
use std::ops::Range;

/// Makes the timeline: ordered by time, then by the text; events without a date last.
pub fn build(doc: &Document, outline: &Outline, entities: &Entities, times: &mut Times) -> Vec<Event> {
    let mut builder = Builder::default();
    builder.scan(doc, times, 0..doc.sentences.len());
    builder.finish(doc, outline, entities, times)
}

/// The same in slices: [`scan`](Builder::scan) sentence ranges in order, then [`finish`](Builder::finish).
#[derive(Debug, Default)]
pub struct Builder(candidates::Finder);

impl Builder {
    /// Reads the sentences `range`, which follow those read before.
    pub fn scan(&mut self, doc: &Document, times: &Times, range: Range<usize>) {
        self.0.scan(doc, times, range);
    }

    /// Dates what has no words of time, joins the tellings of one event, and puts the events in order. `today` inside a
    /// quotation is given the day of the speech in `times` too.
    pub fn finish(self, doc: &Document, outline: &Outline, entities: &Entities, times: &mut Times) -> Vec<Event> {
        let mut candidates = self.0.found;
        let published = times.published.date.as_deref();
        let sure = sure(&times.published);
        let story = date(doc, &mut candidates, sure);
        quoted::tell(doc, &candidates, &self.0.spoken, &mut times.timexes, story.as_ref(), sure);
        claims::settle(doc, &mut candidates, &self.0.replies);
        claims::call_off(doc, &mut candidates);
        sayings::hide_sayings(&mut candidates);
        candidates.retain(|c| c.dated.is_some() && !c.hidden && people::turn(doc, entities, c) != Some(None));
        let mut who: Vec<Vec<u32>> = candidates.iter().map(|c| people::named(doc, &c.own, entities)).collect();
        let acts: Vec<Vec<u64>> = candidates.iter().map(|c| mentions::names(doc, c)).collect();
        let groups = merge::same(doc, &candidates, &who, &acts, entities, &times.timexes);
        let mut shown: HashSet<u32> = candidates.iter().map(|c| c.main).collect();
        let firsts: HashSet<usize> = groups.iter().map(|group| group[0]).collect();
        for (number, (c, who)) in candidates.iter_mut().zip(&mut who).enumerate() {
            // `He fled the town after losing it in May`
            if let Some(whole) = c.whole.take().filter(|whole| firsts.contains(&number) && shown.insert(whole.main)) {
                (c.tokens, c.own, c.subject) = (whole.tokens, whole.own, whole.subject);
                // `said in Monday's speech that taxes will fall`: the speech is over.
                c.tense = c.tense.or(Some(if c.ahead { VerbTense::Future } else { VerbTense::Past }));
                *who = people::named(doc, &c.own, entities);
            }
            people::meant(&c.own, entities, who);
            who.extend(people::turn(doc, entities, c).flatten().filter(|id| !who.contains(id)));
            if let Some(owner) = c.owner.and_then(|owner| people::owner(doc, c.tokens.start, owner, entities)) {
                c.subject = c.subject.or(owner.shown);
                if !who.contains(&owner.entity) {
                    who.push(owner.entity);
                }
            }
        }
        let mut further = vec![Vec::new(); groups.len()];
        for (group, tokens) in mentions::places(doc, &candidates, (&groups, &acts), &self.0.named, published) {
            further[group].push(doc.span(tokens));
        }
        let mut events: Vec<Event> = groups
            .iter()
            .zip(further)
            .map(|(entry, further)| event(doc, outline, &candidates, &who, entry, further, published))
            .collect();
        sort_by_key(&mut events, |e| e.span.order());
        sort_by_key(&mut events, |e| {
            // What is planned for a year or month that has begun comes after today.
            let now = published.filter(|_| e.tense == Tense::Future).map_or((i32::MIN, 0), when::start);
            let (day, finer) = when::start(&e.date).max(now);
            u64::from(e.date.is_empty()) << 63 | u64::from(day.abs_diff(i32::MIN)) << 8 | u64::from(finer)
        });
        events
    }
}

/// The publication date, where it is more than inferred.
fn sure(published: &Published) -> Option<&str> {
    published.date.as_deref().filter(|_| published.source != PublishedSource::Inferred)
}

/// Dates what has no words of time. The day of the story.
fn date(doc: &Document, candidates: &mut [Candidate], published: Option<&str>) -> Option<Dated> {
    counted::date(doc, candidates);
    let story = context::date(doc, candidates, published);
    counted::date_back(doc, candidates, published);
    story
}

/// The verb of every clause, with its date if it has one: before it is settled what is shown, for measuring.
pub fn clauses(doc: &Document, times: &Times) -> Vec<(Span, Option<String>)> {
    let mut builder = Builder::default();
    builder.scan(doc, times, 0..doc.sentences.len());
    let mut candidates = builder.0.found;
    date(doc, &mut candidates, sure(&times.published));
    let verbs = candidates.into_iter().filter(|c| c.tense.is_some());
    let day = |c: &Candidate| c.dated.as_ref().map(|d| d.date.clone()).filter(|d| !d.is_empty());
    verbs.map(|c| (doc.span(TokenRange::new(c.main, c.main + 1)), day(&c))).collect()
}

/// The entry of the candidates numbered in `entry`, the first of which is shown.
fn event(
    doc: &Document,
    outline: &Outline,
    candidates: &[Candidate],
    who: &[Vec<u32>],
    entry: &[usize],
    further: Vec<Span>,
    published: Option<&str>,
) -> Event {
    let first = &candidates[entry[0]];
    // The finest date of all the tellings, the best known of those that are equal.
    let best = entry.iter().copied().min_by_key(|&n| {
        let dated = candidates[n].dated.as_ref();
        (dated.is_none_or(|d| d.date.is_empty()), dated.map(|d| (std::cmp::Reverse(when::grain(&d.date)), d.certainty)))
    });
    let dated = best.and_then(|n| candidates[n].dated.clone()).unwrap_or_default();
    // `Ann Lee was` right before `shot and killed` is of the same words.
    let (joined, apart): (Option<TokenRange>, _) = match first.subject {
        Some(subject) if subject.end == first.tokens.start => (Some(subject), None),
        subject => (None, subject),
    };
    let span = doc.span(TokenRange::new(joined.unwrap_or(first.tokens).start, first.tokens.end));
    let mut entities = who[entry[0]].clone();
    let mut also = further;
    for &n in &entry[1..] {
        also.push(doc.span(candidates[n].tokens));
        for &id in &who[n] {
            if !entities.contains(&id) {
                entities.push(id);
            }
        }
    }
    also.retain(|place| !span.contains(*place));
    sort_by_key(&mut also, |place| place.order());
    also.dedup();
    Event {
        span,
        subject: apart.map(|tokens| doc.span(tokens)),
        also,
        tense: tense(doc, first, &dated.date, published),
        date: dated.date,
        certainty: dated.certainty,
        because: dated.because,
        entities,
        section: section(outline, span),
    }
}

/// When an event lies, seen from the publication: by its date where both are known, else by its verb.
fn tense(doc: &Document, candidate: &Candidate, date: &str, published: Option<&str>) -> Tense {
    let order = published.and_then(|published| when::compare(date, published));
    match (order, candidate.tense) {
        (Some(Ordering::Greater), _) => Tense::Future,
        (Some(Ordering::Less), _) => Tense::Past,
        // `were preparing to …` of the day itself; `would resign today` is to come
        (Some(_), Some(VerbTense::Modal)) if when::is_day(date) && !candidate.is_to_come(doc) => Tense::Past,
        (_, Some(VerbTense::Future | VerbTense::Modal)) => Tense::Future,
        (_, Some(VerbTense::Present)) => Tense::Present,
        (None, _) if candidate.ahead => Tense::Future,
        _ if candidate.is_to_come(doc) => Tense::Future,
        _ => Tense::Past,
    }
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
