//! Who does it and to whom, as the heads of the phrases before and behind the verb: of one day and one verb may be two
//! events.
//!
//! Absent here: who takes part ([`people`](super::people)), which is more than who acts.

use super::candidates::{Reader, is_capital};
use super::lexicon::{Group, Sense, is_of, sense_at};
use super::{mentions, merge, people};
use crate::TokenRange;
use crate::document::{Document, TokenKind};
use crate::entities::Entities;
use crate::grammar::{self, ClauseKind, VerbGroup};

/// How many words of a phrase are looked at for its head.
const WORDS: u32 = 16;

/// The phrases before and behind the verb of a clause.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sides {
    pub(super) subject: Option<TokenRange>,
    pub(super) object: Option<TokenRange>,
    pub(super) passive: bool,
}

/// The same as what can be compared: stems of the heads, and who is named.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) stems: Vec<u64>,
    /// The last common noun, which a name may follow: `the capsule Orla`.
    pub(super) nouns: Vec<u64>,
    pub(super) who: Vec<u32>,
}

impl Reader<'_> {
    /// The sides of the verb of `clause`, which is shown as `shown`.
    pub(super) fn sides(&self, clause: usize, verb: &VerbGroup, shown: TokenRange) -> Sides {
        let this = &self.parse.clauses[clause];
        let range = match self.subject(clause, shown) {
            Some((range, _)) => range,
            // `the bridge, which fell`
            None if matches!(this.kind, ClauseKind::Relative | ClauseKind::Participial) => {
                let end = this.tokens.start.max(shown.start);
                let end = end - u32::from(end > shown.start && self.is_mark(end - 1));
                let noun = |at: &u32| !self.is_mark(*at) && !self.sense(*at).is(Sense::STOP);
                let start = (shown.start..end).rev().take_while(noun).last();
                TokenRange::new(start.unwrap_or(end), end)
            }
            None => TokenRange::new(shown.start, verb.tokens.start.max(shown.start)),
        };
        let behind = TokenRange::new(verb.tokens.end, shown.end.max(verb.tokens.end));
        // `fell nine miles from York`: how far, not what.
        let far = |at: u32| at < behind.end && is_length(self.word(at));
        let direct =
            |at: u32| at < behind.end && !self.is_mark(at) && !self.sense(at).is(Sense::PREPOSITION) && !far(at + 1);
        Sides {
            subject: self.phrase(range),
            object: self.phrase(behind).filter(|_| direct(behind.start)),
            passive: verb.passive,
        }
    }

    /// The first noun phrase of `range`, past words of time and what stands before a subject.
    fn phrase(&self, range: TokenRange) -> Option<TokenRange> {
        let mut start = range.start;
        let led = start < range.end && self.sense(start).is(Sense::PREPOSITION);
        if led && let Some(comma) = (start..range.end.min(start + 2 * WORDS)).find(|&at| self.word(at) == ",") {
            start = comma + 1;
        }
        // `Also, a farmer won`
        if start + 2 < range.end && grammar::is_adverb(self.doc, start as usize) && self.word(start + 1) == "," {
            start += 2;
        }
        let first = self.timexes.partition_point(|t| t.tokens.end <= start);
        for timex in self.timexes[first..].iter().take(2) {
            if timex.tokens.start <= start + 1 {
                start = timex.tokens.end;
            }
        }
        while start < range.end && self.is_mark(start) {
            start += 1;
        }
        (start < range.end).then_some(TokenRange::new(start, range.end.min(start + WORDS)))
    }
}

/// True when the sides show that two tellings of one verb are of two events: somebody else did it, or to someone else.
pub(super) fn apart(doc: &Document, entities: &Entities, a: &Sides, b: &Sides) -> bool {
    let differ = |a: Option<TokenRange>, b: Option<TokenRange>| {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let (a, b) = (head(doc, entities, a), head(doc, entities, b));
        let known = !a.stems.is_empty() && !b.stems.is_empty();
        known && !a.stems.iter().any(|s| b.stems.contains(s)) && !a.who.iter().any(|w| b.who.contains(w))
    };
    match (a.passive, b.passive) {
        (false, false) => differ(a.subject, b.subject) || differ(a.object, b.object),
        (true, true) => differ(a.subject, b.subject),
        (true, false) => differ(a.subject, b.object),
        (false, true) => differ(a.object, b.subject),
    }
}

/// `The spacecraft landed`, told of `the Soyuz spacecraft landed`: somebody known, by the same noun, and nothing that it was
/// done to but what was told.
pub(super) fn again(doc: &Document, entities: &Entities, first: &Sides, again: &Sides) -> bool {
    let shares = |a: Option<TokenRange>, b: Option<TokenRange>| {
        let Some((a, b)) = a.zip(b) else { return false };
        let (a, b) = (head(doc, entities, a), head(doc, entities, b));
        a.stems.iter().chain(&a.nouns).any(|s| b.stems.contains(s))
    };
    let known = again.subject.is_some_and(|s| mentions::is_pointing(doc.word(s.start as usize)));
    known
        && first.passive == again.passive
        && shares(first.subject, again.subject)
        && (again.object.is_none() || shares(first.object, again.object))
}

fn is_length(word: &str) -> bool {
    matches!(word, "miles" | "kilometers" | "kilometres" | "km" | "meters" | "metres" | "feet" | "yards")
}

/// `dozens of guests`, `a group of guests`
fn is_measure(doc: &Document, at: u32) -> bool {
    is_of(doc, at, Group::Many)
        || matches!(doc.word(at as usize), "number" | "group" | "series" | "members" | "majority" | "one")
}

/// The heads of a phrase: the last noun before what only goes with it; of `the mayor and the bishop` both. None for a
/// pronoun or a number alone.
pub(super) fn head(doc: &Document, entities: &Entities, range: TokenRange) -> Head {
    let mut stems = Vec::new();
    let mut last: Option<u32> = None;
    let mut noun: Option<u32> = None;
    let mut end = range.start;
    // `Norway’s Ann Lee` is Ann Lee.
    let mut start = range.start;
    let close = |last: Option<u32>, stems: &mut Vec<u64>| {
        let Some(at) = last else { return };
        stems.push(merge::stem(doc, at as usize));
        // `the mayor reportedly`
        if doc.word(at as usize).ends_with("ly") && at > range.start {
            stems.push(merge::stem(doc, at as usize - 1));
        }
    };
    for at in range.range().map(|at| at as u32) {
        let (word, sense) = (doc.word(at as usize), sense_at(doc, at));
        let inside = matches!(word, "-" | "'s" | "’s" | "." | "/" | "&" | "“" | "\"");
        let stop = doc.tokens[at as usize].kind == TokenKind::Mark || sense.is(Sense::STOP);
        match () {
            _ if inside || sense.is(Sense::DETERMINER) => {
                let owner = matches!(word, "'s" | "’s");
                start = if owner && at + 1 < range.end && is_capital(doc, at + 1) { at + 1 } else { start };
            }
            _ if word == "and" => {
                close(last.take(), &mut stems);
            }
            // `dozens of guests`
            _ if word == "of" && last.is_some_and(|l| is_measure(doc, l)) => last = None,
            _ if stop => break,
            // `the pact agreed upon by both`
            _ if last.is_some() && word.ends_with("ed") && at + 1 < range.end && {
                sense_at(doc, at + 1).is(Sense::PREPOSITION.with(Sense::STOP))
            } =>
            {
                break;
            }
            _ if doc.tokens[at as usize].kind == TokenKind::Word => {
                last = Some(at);
                if !is_capital(doc, at) {
                    noun = Some(at);
                }
            }
            _ => {}
        }
        end = at + 1;
    }
    close(last, &mut stems);
    let nouns = noun.map(|at| merge::stem(doc, at as usize)).into_iter().collect();
    Head { stems, nouns, who: people::named(doc, &[TokenRange::new(start, end.max(start))], entities) }
}
