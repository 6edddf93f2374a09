//! Verb groups: where they are and what tense they have.
//!
//! Here a sentence is walked through; [`auxiliaries`] reads the groups that begin with an auxiliary (`was to be held`),
//! [`plain`] tells whether a verb by itself is finite (`met`), a participle or no verb at all, [`gerunds`] the same of `meeting`.

mod asides;
mod attributes;
mod auxiliaries;
mod gerunds;
mod plain;
mod present;
mod reduced;

use super::words::Class;
use super::{VerbGroup, VerbTense};
use crate::TokenRange;

/// The verb groups of a sentence whose words are `words`; the first is token `base` of the document.
pub(super) fn find(words: &[Class], base: u32) -> Vec<VerbGroup> {
    let mut finder = Groups {
        words,
        base,
        groups: Vec::new(),
        open: Open::Nothing,
        tensed: 0,
        relative: false,
        restrictive: false,
        waiting: false,
        first_mark: None,
        segment: 0,
        fresh: false,
        pending: None,
        parted: false,
    };
    let mut at = 0;
    while at < words.len() {
        at = finder.step(at);
    }
    finder.groups
}

/// How many words a bracket inside a clause may hold.
const BRACKET: usize = 8;

/// Where the bracket that opens at `open` closes, if no verb stands in it: it parts nothing.
pub(super) fn bracket(words: &[Class], open: usize) -> Option<usize> {
    let mut inside = (open + 1..words.len().min(open + BRACKET)).take_while(|&i| {
        let verb = words[i].is(Class::VERB.with(Class::AUXILIARY)) && !words[i].is(Class::NAME);
        !verb && !words[i].is(Class::OPEN)
    });
    inside.find(|&i| words[i].is(Class::CLOSE))
}

/// Where the bracket that closes at `close` opens.
fn bracket_before(words: &[Class], close: usize) -> Option<usize> {
    let open = (close.saturating_sub(BRACKET)..close).rev().find(|&i| words[i].is(Class::OPEN))?;
    (bracket(words, open) == Some(close)).then_some(open)
}

/// What the stretch since the last clause boundary holds.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    /// No finite verb yet.
    Nothing,
    /// A finite verb.
    Finite,
    /// A finite verb behind which another clause may begin without a sign (`said he left`).
    Saying,
}

struct Groups<'w> {
    words: &'w [Class],
    base: u32,
    groups: Vec<VerbGroup>,
    open: Open,
    /// How many groups have a tense so far.
    tensed: u32,
    /// A relative pronoun stands before the first of them.
    relative: bool,
    /// That pronoun has no comma before it, and none has come since.
    restrictive: bool,
    /// A clause was opened behind words that still want their verb: `The claim that …`.
    waiting: bool,
    first_mark: Option<usize>,
    /// Where the stretch since the last clause boundary begins.
    segment: usize,
    /// That boundary was a word behind which what was said, or a clause like it, begins.
    fresh: bool,
    /// The comma behind the subject of such a clause, which still wants its verb.
    pending: Option<usize>,
    /// A semicolon was the last boundary that had a verb before it.
    parted: bool,
}

impl Groups<'_> {
    fn class(&self, at: usize) -> Class {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The last word before `at` that is no adverb, negation or mark inside a phrase.
    fn before(&self, at: usize) -> Option<(usize, Class)> {
        let mut i = at;
        for _ in 0..4 {
            i = i.checked_sub(1)?;
            let open = if self.words[i].is(Class::CLOSE) { bracket_before(self.words, i) } else { None };
            if let Some(open) = open {
                // `the agency (WHO) said`
                i = open;
                continue;
            }
            let c = self.words[i];
            let adverb =
                c.is(Class::ADVERB.with(Class::NEGATION)) && !c.is(Class::SUBORDINATOR.with(Class::DETERMINER));
            let inside = c.is(Class::MARK) && !c.is(Class::BREAK);
            if !adverb && !inside {
                return Some((i, c));
            }
        }
        None
    }

    /// The first word from `at` on that is no adverb or negation.
    fn skip_adverbs(&self, at: usize) -> usize {
        let soft = Class::ADVERB.with(Class::NEGATION);
        let mut at = at;
        while at < self.words.len() && self.words[at].is(soft) && !self.words[at].is(Class::VERB) {
            at += 1;
        }
        at
    }

    fn negation(&self, from: usize, to: usize) -> bool {
        self.words[from..to.min(self.words.len())].iter().any(|c| c.is(Class::NEGATION))
    }

    /// Reads what stands at `at`; gives the place to go on from.
    fn step(&mut self, at: usize) -> usize {
        let class = self.words[at];
        let is_name = class.is(Class::NAME) && at > 0 && !self.words[at - 1].is(Class::MARK);
        if class.is(Class::OPEN)
            && let Some(close) = bracket(self.words, at)
        {
            return close + 1;
        }
        if class.is(Class::BREAK) {
            self.first_mark = self.first_mark.or(Some(at));
            let named = self.segment < at && !self.words[self.segment].is(Class::PREPOSITION);
            // `police say the man, who fell on Monday, died`
            let said = || {
                let first = self.groups.last().map_or(at, |g| (g.tokens.end - self.base) as usize);
                let noun = self.words.get(first).is_some_and(|c| c.is(Class::DETERMINER) && !c.is(Class::CALENDAR));
                let aside = self.class(self.skip_adverbs(at + 1));
                let aside = aside.is(Class::RELATIVE) || aside.is(Class::PARTICIPLE) && !aside.is(Class::NOTVERB);
                noun && first + 1 < at && at - first < 9 && aside
            };
            if self.fresh && self.open == Open::Nothing && named || self.open == Open::Saying && said() {
                self.pending = Some(at);
            }
            self.fresh = false;
            self.parted |= class.is(Class::SEMICOLON);
            self.segment = at + 1;
            self.restrictive = false;
            // Commas, stops, quotes, brackets part clauses; what follows may have its own verb.
            if self.open == Open::Finite {
                self.open = Open::Nothing;
            }
            return at + 1;
        }
        if class.is(Class::MARK) {
            return at + 1;
        }
        if class.is(Class::RELATIVE.with(Class::SUBORDINATOR).with(Class::COORDINATOR)) && !class.is(Class::VERB) {
            // `France signed in May; Italy, whose king fell ill, followed`
            if self.parted && class.is(Class::RELATIVE) {
                self.tensed = 0;
            }
            let relative = self.tensed == 0 && class.is(Class::RELATIVE);
            self.relative |= relative;
            // `Talks that collapsed`, not `the claim that talks collapsed`
            let that = self.tensed == 0
                && class.is(Class::THAT)
                && at > self.segment
                && self.class(self.skip_adverbs(at + 1)).is(Class::VERB.with(Class::AUXILIARY));
            self.restrictive |= (relative || that) && !(at > 0 && self.words[at - 1].is(Class::BREAK));
            let named = at > self.segment && !self.words[self.segment].is(Class::PREPOSITION);
            self.waiting = self.tensed == 0 && named && class.is(Class::THAT);
            self.segment = at + 1;
            self.open = Open::Nothing;
            // `wept as the judge, Ann Lee, read the verdict`
            let behind = || self.groups.last().is_some_and(|g| g.main + 1 == self.base + at as u32);
            self.fresh = class.is(Class::THAT.with(Class::WHEN)) || class.is(Class::CLAUSAL) && behind();
            if !class.is(Class::RELATIVE) {
                self.pending = None;
            }
            return at + 1;
        }
        if is_name || class.is(Class::NUMBER) {
            return at + 1;
        }
        if class.is(Class::AUXILIARY) {
            return self.auxiliary(at);
        }
        if self.is_infinitive(at) {
            let main = self.skip_adverbs(at);
            return self.infinitive(at, main);
        }
        if class.is(Class::VERB) { self.plain(at) } else { at + 1 }
    }

    /// True when `at` (past adverbs) is a bare form behind `to`.
    fn is_infinitive(&self, at: usize) -> bool {
        let Some((_, before)) = self.before(at) else { return false };
        before.is(Class::TO) && self.class(self.skip_adverbs(at)).is(Class::BASE)
    }

    /// True for a verb behind `to` at `from` that goes on with one of planning.
    fn is_planned(&self, from: usize) -> bool {
        self.groups.last().is_some_and(|last| {
            let at = (last.main - self.base) as usize;
            from.saturating_sub(at) <= 8
                && self.words[at].is(Class::PLAN)
                && !matches!(last.tense, VerbTense::PastPerfect | VerbTense::Modal)
                // `a singer chosen to open it`: who did the choosing, and when, is not said.
                && !(last.tense == VerbTense::None
                    && self.words[at].is(Class::PARTICIPLE)
                    && !self.words[at].is(Class::PAST))
                && !self.words[at + 1..from].iter().any(|c| c.is(Class::MARK.with(Class::COORDINATOR)))
                // `agreed to a target to cut emissions`: what the target is.
                && !(at + 1..from.saturating_sub(1)).any(|to| self.words[to].is(Class::TO) && !self.is_score(to))
        })
    }

    /// `14 to 11`: a `to` that leads no verb.
    fn is_score(&self, to: usize) -> bool {
        self.words.get(to + 1).is_some_and(|next| next.is(Class::NUMBER))
    }

    /// `to meet`, `to be held`: a group without tense, or ahead in time behind `plans`.
    fn infinitive(&mut self, from: usize, main: usize) -> usize {
        let tense = if self.is_planned(from) { VerbTense::Future } else { VerbTense::None };
        let negated = self.negation(from.saturating_sub(2), main);
        self.push(from, main, tense, negated, false)
    }

    fn push(&mut self, from: usize, main: usize, tense: VerbTense, negated: bool, passive: bool) -> usize {
        let tokens = TokenRange::new(self.base + from as u32, self.base + main as u32 + 1);
        self.groups.push(VerbGroup { tokens, main: self.base + main as u32, tense, negated, passive });
        if tense != VerbTense::None {
            self.tensed += 1;
            self.parted = false;
            if from > 0 && self.words[from - 1].is(Class::BREAK) {
                self.pending = None;
            }
            // Behind `A report that the town paid for` the sentence still wants its verb.
            let own = from > 0 && !self.words[from - 1].is(Class::THAT);
            let more = self.words[main].is(Class::SAY) || self.waiting && own;
            self.open = if more { Open::Saying } else { Open::Finite };
            self.waiting = false;
        }
        main + 1
    }
}
