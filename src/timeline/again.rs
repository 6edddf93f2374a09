//! One event told again in other words: by what can mean only what stands before (`It happened at 3:15`, `This move was
//! announced`), or by the same verb of the same thing (`The ship was released`, behind `Pirates have released the ship`).
//!
//! Absent here: tellings that have a verb and enough names and nouns in common ([`merge`](super::merge)), nouns that name
//! an event ([`mentions`](super::mentions)).

use super::candidates::Candidate;
use super::lexicon::{Group, Sense, is_of, sense_at};
use super::merge::{stem, stem_of};
use super::sides::{Sides, head};
use super::{mentions, people};
use crate::analysis::Certainty;
use crate::document::Document;
use crate::entities::Entities;
use crate::grammar::{ClauseKind, VerbTense};
use crate::{EntityKind, TokenRange};

/// How many of the clauses told last are compared.
const LAST: usize = 24;

/// How many sentences back what `it` means may stand.
const NEAR: u32 = 2;

/// How many sentences back the same may have been told with the same verb.
const FAR: u32 = 8;

/// How many words of a clause are looked at.
const WORDS: usize = 40;

/// What is compared.
pub(super) struct Tellings<'a> {
    pub(super) doc: &'a Document,
    pub(super) entities: &'a Entities,
    pub(super) candidates: &'a [Candidate],
    pub(super) who: &'a [Vec<u32>],
    pub(super) acts: &'a [Vec<u64>],
}

impl Tellings<'_> {
    /// The group of the event that the candidate `number` tells again; `told`: the clauses before it with their groups.
    pub(super) fn find(&self, number: usize, told: &[(usize, usize)]) -> Option<usize> {
        let c = &self.candidates[number];
        let date = c.dated.as_ref().map(|d| d.date.as_str()).filter(|d| !d.is_empty())?;
        let same_day = |n: usize| self.candidates[n].dated.as_ref().is_some_and(|d| d.date == date);
        let last = || told.iter().rev().take(LAST).copied().filter(|&(n, _)| same_day(n));
        let known = |found: Option<(usize, usize)>| found.map(|(_, group)| group);
        if is_further(self.doc, c) {
            return None;
        }
        let here = || last().take_while(|t| self.candidates[t.0].sentence == c.sentence);
        let led = here().find(|&(n, _)| self.is_preamble(number, n) || self.is_preamble(n, number));
        let led = led.or_else(|| here().find(|&(n, _)| self.is_means(number, n)));
        if led.is_some() || c.tense.is_none() {
            return known(led);
        }
        let again = last().find(|&(n, _)| self.is_same_act(n, number));
        let framed = || last().find(|&(n, _)| self.is_framed(n, number) || self.is_framed(number, n));
        // What was told last, where that is near and no act of speech; of a disaster what else was told is only about it.
        let before = || {
            let disaster = self.means_disaster(c);
            let main = |n: usize| {
                let other = &self.candidates[n];
                let tells = !disaster || self.tells_disaster(other);
                other.kind == ClauseKind::Main && other.sentence < c.sentence && tells
            };
            let (n, group) = last().find(|&(n, _)| main(n))?;
            let other = &self.candidates[n];
            let near = c.sentence <= other.sentence + if disaster { FAR } else { NEAR };
            // Nothing was told since, of whatever day; of disasters just that one.
            let since = |&&(n, _): &&(usize, usize)| {
                let between = self.candidates[n].sentence;
                between > other.sentence && between < c.sentence
            };
            let one = || last().filter(|&(n, _)| main(n)).all(|(_, other)| other == group);
            let next = if disaster { one() } else { !told.iter().rev().take(LAST).any(|t| since(&t)) };
            let tells = !other.sense.is(Sense::SAY.with(Sense::STATE)) && other.quoted == c.quoted;
            (near && next && tells && (disaster || self.means_what_was_told(c, other))).then_some(group)
        };
        known(again).or_else(|| known(framed())).or_else(|| self.named(number, told)).or_else(before)
    }

    /// `Yesterday's win marked …`, `The launch was announced`, behind what alone of that day bears the name.
    fn named(&self, number: usize, told: &[(usize, usize)]) -> Option<usize> {
        let (doc, c) = (self.doc, &self.candidates[number]);
        let subject = c.sides.subject?;
        let date = c.dated.as_ref()?.date.as_str();
        let noun = subject_noun(doc, subject)?;
        // `The first explosion` is one of several.
        let one = |at: u32| matches!(doc.word(at as usize), "first" | "last" | "latest" | "next" | "new");
        if (subject.start..noun).any(one) {
            return None;
        }
        let pointed = mentions::is_pointing(doc.word(subject.start as usize));
        // `Today's clash`: the words of time are its own.
        let owned = (c.tokens.start..noun)
            .take(4)
            .any(|at| sense_at(doc, at).is(Sense::DAY) && matches!(doc.word(at as usize + 1), "'s" | "’s"));
        let whole = date.len() == 10 && (owned || pointed && is_frame(doc, c));
        if !whole || !sense_at(doc, noun).is(Sense::EVENT) {
            return None;
        }
        let name = stem(doc, noun as usize);
        let bears = |&&(n, _): &&(usize, usize)| {
            let other = &self.candidates[n];
            // `approved it after a vote`
            let introduced = |at: usize| {
                let a = |b: usize| matches!(doc.word(b), "a" | "an");
                stem(doc, at) == name && (at.saturating_sub(3)..at).any(a)
            };
            other.dated.as_ref().is_some_and(|d| d.date == date)
                && (self.acts[n].contains(&name)
                    || other.kind == ClauseKind::Main && other.tokens.range().take(WORDS).any(introduced))
        };
        let mut bearers = told.iter().rev().take(2 * LAST).filter(bears);
        let (n, group) = *bearers.next()?;
        let strangers = !self.who[number].is_empty()
            && !self.who[n].is_empty()
            && !self.who[number].iter().any(|id| self.who[n].contains(id));
        ((pointed || !strangers) && bearers.all(|&(_, other)| other == group)).then_some(group)
    }

    /// `It occurred at 3:15`, `This move was announced`, `The accident was caused by ice`.
    fn means_what_was_told(&self, c: &Candidate, other: &Candidate) -> bool {
        let doc = self.doc;
        let Some(subject) = c.sides.subject else { return false };
        let first = doc.lower(subject.start as usize);
        let lone = subject.start + 1 >= c.main || subject.len() == 1;
        if lone {
            // A company, a ship that is meant is none.
            let meant = self.pronoun(subject.start).is_some();
            return matches!(first.as_ref(), "it" | "this")
                && !meant
                && c.sense.is(Sense::LIGHT)
                && !is_of(doc, c.main, Group::Take)
                && !other.sense.is(Sense::LIGHT);
        }
        let Some(noun) = subject_noun(doc, subject).filter(|_| is_frame(doc, c)) else { return false };
        let word = doc.word(noun as usize);
        let step = matches!(word, "move" | "decision" | "step" | "measure" | "action") && noun == subject.start + 1;
        matches!(first.as_ref(), "the" | "this" | "that") && step
    }

    /// `It struck just after 3:15`, `The accident was caused by ice`
    fn means_disaster(&self, c: &Candidate) -> bool {
        let doc = self.doc;
        let Some(subject) = c.sides.subject else { return false };
        let first = doc.lower(subject.start as usize);
        if first == "it" && subject.start + 1 >= c.main {
            return c.hour && c.sense.is(Sense::LIGHT) && !is_of(doc, c.main, Group::Take);
        }
        let noun = subject_noun(doc, subject).filter(|_| is_frame(doc, c));
        let accident = |at: u32| matches!(doc.word(at as usize), "accident" | "incident" | "tragedy" | "disaster");
        matches!(first.as_ref(), "the" | "this" | "that")
            && noun.is_some_and(|at| accident(at) && at <= subject.start + 2)
    }

    /// A sudden event, or what it did.
    fn tells_disaster(&self, c: &Candidate) -> bool {
        let sudden = Sense::TOLL.with(Sense::DISASTER);
        !c.quoted
            && c.tense != Some(VerbTense::Future)
            && !c.sense.is(Sense::SAY.with(Sense::STATE))
            && c.tokens.range().take(WORDS).any(|at| sense_at(self.doc, at as u32).is(sudden))
    }

    /// `The campaign began in May when he went on air`: what began is what is told behind it.
    fn is_framed(&self, frame: usize, number: usize) -> bool {
        let doc = self.doc;
        // Not `The strike began when York closed the mill`, which are two.
        let subject = self.candidates[number].sides.subject.and_then(|subject| self.pronoun(subject.start));
        let shared = self.who[frame].iter().any(|id| self.who[number].contains(id) || subject == Some(*id));
        let (frame, c) = (&self.candidates[frame], &self.candidates[number]);
        let led = |at: u32| matches!(doc.word(at as usize), "when");
        let when = led(c.tokens.start) || c.tokens.start > 0 && led(c.tokens.start - 1);
        // `at a time when`
        let time = c.tokens.start > 1 && (c.tokens.start - 2..c.tokens.start).any(|at| doc.word(at as usize) == "time");
        let lent = |c: &Candidate| c.dated.as_ref().is_some_and(|d| d.certainty == Certainty::Inferred);
        let inferred = lent(c) || lent(frame);
        let main = frame.main as usize;
        // `took place`, not `took nine hostages`; `took a similar measure`
        let step = |at: usize| matches!(doc.word(at), "step" | "measure" | "steps" | "measures" | "decision" | "place");
        let took = is_of(doc, frame.main, Group::Take) && (main + 1..frame.tokens.end as usize).take(4).any(step);
        // `began raising the rates`
        let next = doc.tokens.get(main + 1).map_or("", |_| doc.word(main + 1));
        let light = frame.sense.is(Sense::LIGHT)
            && !is_of(doc, frame.main, Group::Take)
            && doc.word(main) != "held"
            && !(next == "to" && matches!(doc.word(main), "began" | "started") || next.ends_with("ing"));
        frame.sentence == c.sentence
            && frame.main < c.main
            && when
            && !time
            && inferred
            && c.kind == ClauseKind::Subordinate
            && c.tense == Some(VerbTense::Past)
            && frame.tense == Some(VerbTense::Past)
            && frame.quoted == c.quoted
            && !c.sense.is(Sense::STATE)
            && ((light || took) && shared || amazes(doc, frame))
    }

    /// The same verb of the same day, done to the same thing, or by the same one to nothing.
    fn is_same_act(&self, first: usize, again: usize) -> bool {
        let (doc, entities) = (self.doc, self.entities);
        let (a, b) = (&self.candidates[first], &self.candidates[again]);
        let vague = Sense::SAY.with(Sense::STATE).with(Sense::LIGHT);
        let done = |c: &Candidate| {
            let past = matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect));
            past && !c.sense.is(vague) && !matches!(doc.word(c.main as usize), "scored" | "hit" | "struck")
        };
        let near = a.sentence < b.sentence && b.sentence <= a.sentence + FAR;
        if !near || !done(a) || !done(b) || a.quoted != b.quoted {
            return false;
        }
        // `passed a fund of nine million`, `passed the bill by 61 votes`
        let differ = super::merge::differ(doc, a, b);
        let same_verb = stem(doc, a.main as usize) == stem(doc, b.main as usize);
        let (Some(one), Some(other)) = (undergoer(&a.sides), undergoer(&b.sides)) else { return false };
        // Nobody else did it.
        let doers = || match (a.sides.passive, b.sides.passive, a.sides.subject, b.sides.subject) {
            (false, false, Some(a), Some(b)) => {
                let (a, b) = (head(doc, entities, a), head(doc, entities, b));
                let both = !a.stems.is_empty() && !b.stems.is_empty();
                a.who.iter().any(|w| b.who.contains(w)) || both && a.stems.iter().any(|s| b.stems.contains(s))
            }
            (false, false, ..) => false,
            _ => true,
        };
        let it = matches!(doc.lower(other.start as usize).as_ref(), "it" | "him" | "her" | "them" | "he" | "she");
        let lone = other.len() == 1 || other.start + 1 >= b.main && b.sides.passive || !self.goes_on(other);
        if it && lone {
            let meant = self.pronoun(other.start);
            let theirs = head(doc, entities, one).who;
            let fits = match meant {
                Some(id) => theirs.contains(&id),
                None => {
                    let thing =
                        |id: &u32| entities.entities.get(*id as usize).is_some_and(|e| e.kind != EntityKind::Person);
                    doc.lower(other.start as usize) == "it" && theirs.iter().all(thing)
                }
            };
            return (same_verb || self.is_passed(a) && self.is_passed(b)) && fits && !differ && doers();
        }
        let (one, thing) = (head(doc, entities, one), head(doc, entities, other));
        let pointed = mentions::is_pointing(doc.word(other.start as usize));
        let shared = one.stems.iter().chain(&one.nouns).any(|s| thing.stems.contains(s));
        let named = thing.who.iter().any(|w| one.who.contains(w)) && shared;
        if same_verb && !differ && (named || pointed && shared) {
            return doers();
        }
        // `The council passed a housing bill. The council passed the measure by nine votes.`
        let bill = |stem: u64| BILLS.iter().any(|bill| stem_of(bill) == stem);
        let early = |range: TokenRange| range.range().take(6).any(|at| bill(stem(doc, at)));
        pointed
            && self.is_passed(a)
            && self.is_passed(b)
            && thing.stems.iter().any(|&s| bill(s))
            && undergoer(&a.sides).is_some_and(early)
            && doers()
    }

    /// Who the pronoun at `at` means.
    fn pronoun(&self, at: u32) -> Option<u32> {
        people::within(&self.entities.pronouns, TokenRange::new(at, at + 1)).first().map(|m| m.entity)
    }

    /// `“I have left the race,” said Ann Berg`, which the candidate `told` tells of her; `quoted`: what is quoted.
    pub(super) fn is_of_speaker(&self, told: usize, quoted: usize) -> bool {
        let doer = match self.who[told][..] {
            [one] => Some(one),
            _ => {
                let subject = self.candidates[told].sides.subject;
                let mut who = subject.map(|subject| head(self.doc, self.entities, subject).who).unwrap_or_default();
                let person =
                    |id: &u32| self.entities.entities.get(*id as usize).is_some_and(|e| e.kind == EntityKind::Person);
                who.retain(person);
                Some(who).filter(|who| who.len() == 1).map(|who| who[0])
            }
        };
        let sentence = self.doc.sentences[self.candidates[quoted].sentence as usize].tokens;
        let near =
            || people::within(&self.entities.mentions, sentence).iter().take(WORDS).any(|m| Some(m.entity) == doer);
        doer.is_some() && near()
    }

    /// `In clashes that began on Tuesday, rebels took the town`: what they were is told behind.
    fn is_preamble(&self, phrase: usize, main: usize) -> bool {
        let doc = self.doc;
        let (c, main) = (&self.candidates[phrase], &self.candidates[main]);
        let first = doc.sentences[c.sentence as usize].tokens.start;
        let led = c.tokens.start == first + 1 && matches!(doc.word(first as usize), "In" | "During" | "Amid");
        let event = c.tense.is_none() || c.kind == ClauseKind::Relative && c.sense.is(Sense::LIGHT);
        let past = matches!(main.tense, Some(VerbTense::Past | VerbTense::PresentPerfect));
        led && event
            && past
            && main.dated.as_ref().is_some_and(|d| d.certainty == Certainty::Inferred)
            && main.kind == ClauseKind::Main
            && !main.sense.is(Sense::SAY.with(Sense::STATE))
            && (c.tokens.end..=c.tokens.end + 2).contains(&main.tokens.start)
    }

    /// `approved it after a vote on Monday`: by what it was done.
    fn is_means(&self, noun: usize, main: usize) -> bool {
        let doc = self.doc;
        let (c, main) = (&self.candidates[noun], &self.candidates[main]);
        let led = |at: u32| matches!(doc.word(at as usize), "after" | "by" | "in" | "during");
        let inside = main.tokens.start < c.tokens.start && c.tokens.end <= main.tokens.end;
        c.tense.is_none()
            && inside
            && main.main < c.tokens.start
            && led(c.tokens.start - 1)
            && matches!(doc.word(c.tokens.start as usize), "a" | "an")
            && main.dated.as_ref().is_some_and(|d| d.certainty == Certainty::Inferred)
            && main.kind == ClauseKind::Main
            && matches!(main.tense, Some(VerbTense::Past | VerbTense::PresentPerfect))
    }

    /// More words of a phrase follow its first.
    fn goes_on(&self, range: TokenRange) -> bool {
        let next = range.start + 1;
        next < range.end && {
            let sense = sense_at(self.doc, next);
            let token = &self.doc.tokens[next as usize];
            token.kind == crate::document::TokenKind::Word && !sense.is(Sense::STOP.with(Sense::PREPOSITION))
        }
    }

    /// What makes a bill a law.
    fn is_passed(&self, c: &Candidate) -> bool {
        let word = self.doc.word(c.main as usize);
        is_of(self.doc, c.main, Group::Vote) && !matches!(word, "defeated" | "rejected" | "backed")
            || matches!(word, "signed" | "enacted" | "ratified")
    }
}

/// What a law is before and behind its vote.
const BILLS: &[&str] = &["bill", "measure", "legislation", "law", "package", "act", "resolution", "plan"];

fn undergoer(sides: &Sides) -> Option<TokenRange> {
    if sides.passive { sides.subject } else { sides.object }
}

/// The noun of a subject: its last word before what goes with it.
fn subject_noun(doc: &Document, subject: TokenRange) -> Option<u32> {
    let plain = |at: &u32| {
        let sense = sense_at(doc, *at);
        let inside = matches!(doc.word(*at as usize), "'s" | "’s" | "-");
        inside || doc.tokens[*at as usize].kind == crate::document::TokenKind::Word && !sense.is(Sense::STOP)
    };
    let end = (subject.start..subject.end).take_while(plain).last()?;
    (end > subject.start || subject.len() == 1).then_some(end)
}

/// `surprised the world`, which says nothing of what was done.
pub(super) fn amazes(doc: &Document, c: &Candidate) -> bool {
    matches!(doc.word(c.main as usize), "surprised" | "shocked" | "stunned" | "amazed" | "astonished")
}

/// Says of an event only that it was, when, or why.
fn is_frame(doc: &Document, c: &Candidate) -> bool {
    let word = doc.word(c.main as usize);
    let place = doc.tokens.get(c.main as usize + 1).map_or("", |_| doc.word(c.main as usize + 1));
    let passive = c.sides.passive
        && (is_of(doc, c.main, Group::Made)
            || matches!(word, "announced" | "taken" | "caused" | "blamed" | "triggered"));
    let light = c.sense.is(Sense::LIGHT) && (!is_of(doc, c.main, Group::Take) || place == "place");
    // `The vote on it passed`
    let vote = || {
        let noun = c.sides.subject.and_then(|subject| subject_noun(doc, subject));
        matches!(word, "passed" | "failed") && noun.is_some_and(|at| doc.word(at as usize) == "vote")
    };
    passive || light || word == "marked" || vote()
}

/// `It happened`
pub(super) fn light_of_it(doc: &Document, c: &Candidate) -> bool {
    let it = |subject: TokenRange| matches!(doc.lower(subject.start as usize).as_ref(), "it" | "this" | "that");
    let light = c.sense.is(Sense::LIGHT) && !is_of(doc, c.main, Group::Take);
    light && c.sides.subject.is_some_and(|subject| it(subject) && (subject.len() == 1 || subject.start + 1 == c.main))
}

/// `again`, `another`, `later`: one more.
fn is_further(doc: &Document, c: &Candidate) -> bool {
    let more = |at: usize| {
        matches!(
            doc.lower(at).as_ref(),
            "again"
                | "also"
                | "another"
                | "later"
                | "then"
                | "second"
                | "third"
                | "separate"
                | "separately"
                | "other"
                | "elsewhere"
                | "meanwhile"
                | "twice"
                | "too"
                | "earlier"
                | "previous"
        )
    };
    (c.tokens.start.saturating_sub(2) as usize..c.tokens.end as usize).take(WORDS).any(more)
}
