//! Verb groups: where they are and what tense they have.

use super::words::Class;
use super::{VerbGroup, VerbTense};
use crate::TokenRange;

/// How far a reduced relative (`the report released on Monday said`) is looked through for its finite verb. A limit
/// keeps the search linear.
const REACH: usize = 24;

/// The verb groups of a sentence whose words are `words`; the first is token `base` of the document.
pub(super) fn find(words: &[Class], base: u32) -> Vec<VerbGroup> {
    let mut finder = Groups {
        words,
        base,
        groups: Vec::new(),
        open: Open::Nothing,
        tensed: 0,
        relative: false,
        waiting: false,
        first_mark: None,
        segment: 0,
    };
    let mut at = 0;
    while at < words.len() {
        at = finder.step(at);
    }
    finder.groups
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
    /// A clause was opened behind words that still want their verb: `The claim that …`.
    waiting: bool,
    first_mark: Option<usize>,
    /// Where the stretch since the last clause boundary begins.
    segment: usize,
}

impl Groups<'_> {
    fn class(&self, at: usize) -> Class {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The last word before `at` that is no adverb, negation or mark inside a phrase.
    fn before(&self, at: usize) -> Option<(usize, Class)> {
        (0..at).rev().take(4).map(|i| (i, self.words[i])).find(|(_, c)| {
            let adverb =
                c.is(Class::ADVERB.with(Class::NEGATION)) && !c.is(Class::SUBORDINATOR.with(Class::DETERMINER));
            let inside = c.is(Class::MARK) && !c.is(Class::BREAK);
            !adverb && !inside
        })
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
        if class.is(Class::BREAK) {
            self.first_mark = self.first_mark.or(Some(at));
            self.segment = at + 1;
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
            self.relative |= self.tensed == 0 && class.is(Class::RELATIVE);
            let named = at > self.segment && !self.words[self.segment].is(Class::PREPOSITION);
            self.waiting = self.tensed == 0 && named && class.is(Class::THAT);
            self.segment = at + 1;
            self.open = Open::Nothing;
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

    /// `to meet`, `to be held`: a group without tense, or ahead in time behind `plans`.
    fn infinitive(&mut self, from: usize, main: usize) -> usize {
        let planned = self.groups.last().is_some_and(|last| {
            let at = (last.main - self.base) as usize;
            from.saturating_sub(at) <= 5
                && self.words[at].is(Class::PLAN)
                && !matches!(last.tense, VerbTense::PastPerfect | VerbTense::Modal)
                && !self.words[at + 1..from].iter().any(|c| c.is(Class::MARK.with(Class::COORDINATOR)))
        });
        let tense = if planned { VerbTense::Future } else { VerbTense::None };
        let negated = self.negation(from.saturating_sub(2), main);
        self.push(from, main, tense, negated, false)
    }

    fn push(&mut self, from: usize, main: usize, tense: VerbTense, negated: bool, passive: bool) -> usize {
        let tokens = TokenRange::new(self.base + from as u32, self.base + main as u32 + 1);
        self.groups.push(VerbGroup { tokens, main: self.base + main as u32, tense, negated, passive });
        if tense != VerbTense::None {
            self.tensed += 1;
            // Behind `A report that the town paid for` the sentence still wants its verb.
            let own = from > 0 && !self.words[from - 1].is(Class::THAT);
            let more = self.words[main].is(Class::SAY) || self.waiting && own;
            self.open = if more { Open::Saying } else { Open::Finite };
            self.waiting = false;
        }
        main + 1
    }

    /// A group that begins with an auxiliary.
    fn auxiliary(&mut self, at: usize) -> usize {
        let first = self.words[at];
        let capital_may = first.is(Class::NAME) && self.class(at + 1).is(Class::NUMBER);
        if capital_may {
            return at + 1;
        }
        if let Some(main) = self.inverted(at) {
            return self.push(at, main, VerbTense::Modal, false, false);
        }
        let infinitive = self.before(at).is_some_and(|(_, c)| c.is(Class::TO));
        let mut tense = None;
        let mut passive = false;
        // What may come next in the chain.
        let mut main = at;
        let mut last = first;
        let mut next = self.skip_adverbs(at + 1);
        // A question or inversion: `did he say`.
        if self.class(next).is(Class::SUBJECT) && !self.class(next).is(Class::NAME) && first.is(Class::DO) {
            next = self.skip_adverbs(next + 1);
        }
        loop {
            // `was “shot down”`
            let quote = self.class(next).is(Class::QUOTE) && last.is(Class::BE);
            if quote && self.class(next + 1).is(Class::PARTICIPLE.with(Class::ING)) {
                next += 1;
            }
            let class = self.class(next);
            if class.is(Class::NAME) || next >= self.words.len() {
                break;
            }
            if last.is(Class::MODAL) && !last.is(Class::HAVE) && !class.is(Class::AUXILIARY.with(Class::BASE)) {
                break;
            }
            if last.is(Class::MODAL) && class.is(Class::BE.with(Class::HAVE).with(Class::DO).with(Class::BASE)) {
                tense = tense.or(Some(self.modal_tense(at)));
            } else if last.is(Class::HAVE) && class.is(Class::PARTICIPLE.with(Class::BE).with(Class::HAVE)) {
                if last.is(Class::BE) && class.is(Class::PAST) {
                    // `he’s arrested`, not `he’s gone`.
                    passive = true;
                } else {
                    tense = tense.or(Some(self.have_tense(at)));
                }
            } else if last.is(Class::BE) && class.is(Class::BE) {
                // `is being`, `was being`
            } else if last.is(Class::BE) && class.is(Class::PARTICIPLE) {
                passive = true;
            } else if last.is(Class::BE) && class.is(Class::ING) {
                // `is meeting`
            } else if last.is(Class::DO) && class.is(Class::BASE) && !self.class(next).is(Class::DETERMINER) {
                // `did not meet`
            } else {
                break;
            }
            main = next;
            last = class;
            // A main verb ends the chain.
            if !class.is(Class::AUXILIARY) {
                break;
            }
            next = self.skip_adverbs(next + 1);
        }
        let tense = match tense {
            // `is believed to have died`: over, though it has no tense of its own.
            _ if infinitive && first.is(Class::HAVE) && main > at => VerbTense::PresentPerfect,
            _ if infinitive => VerbTense::None,
            Some(tense) => tense,
            None if first.is(Class::MODAL) => self.modal_tense(at),
            None if first.is(Class::ING) => VerbTense::None,
            None if self.form(at) == Form::Past => VerbTense::Past,
            None if self.form(at) == Form::Bare => VerbTense::None,
            None => VerbTense::Present,
        };
        if let Some((main, tense)) = self.ahead(at, main, tense) {
            let negated = self.negation(at, main);
            return self.push(at, main, tense, negated, passive);
        }
        let end = self.skip_adverbs(main + 1);
        let negated = self.negation(at, end) || (at > 0 && self.words[at - 1].is(Class::NEGATION));
        self.push(at, main, tense, negated, passive)
    }

    /// `had it won`, `Had the pump failed, …`: the place of the verb of a condition without `if`.
    fn inverted(&self, at: usize) -> Option<usize> {
        if !self.words[at].is(Class::HAVE) || self.form(at) != Form::Past {
            return None;
        }
        let next = self.class(at + 1);
        // Not `had it surrounded`, whose subject stands before.
        let pronoun =
            next.is(Class::SUBJECT) && !next.is(Class::NAME) && (at == self.segment || self.open != Open::Nothing);
        let opens = at == self.segment && next.is(Class::DETERMINER.with(Class::NAME));
        if !pronoun && !opens {
            return None;
        }
        let inside = Class::BREAK.with(Class::AUXILIARY).with(Class::RELATIVE).with(Class::SUBORDINATOR);
        let mut main = (at + 2..self.words.len().min(at + 8)).take_while(|&i| !self.words[i].is(inside));
        main.find(|&i| self.words[i].is(Class::PARTICIPLE))
            .or_else(|| (at + 2..self.words.len().min(at + 8)).find(|&i| self.words[i].is(Class::BE)))
    }

    /// `is to meet`, `are due to meet`, `is likely to be held`: the main verb and the tense it gives.
    fn ahead(&self, at: usize, main: usize, tense: VerbTense) -> Option<(usize, VerbTense)> {
        let be = (at..=main).any(|i| self.words[i].is(Class::BE));
        if !be
            || !matches!(
                tense,
                VerbTense::Present
                    | VerbTense::Past
                    | VerbTense::Future
                    | VerbTense::PresentPerfect
                    | VerbTense::PastPerfect
            )
        {
            return None;
        }
        // `is likely to`, `is now set to`: past adverbs, of which `likely` is one.
        let due = (main..main + 4)
            .find(|&i| self.class(i).is(Class::DUE))
            .filter(|&due| (main + 1..due).all(|i| self.class(i).is(Class::ADVERB.with(Class::NEGATION))));
        let to = due.unwrap_or(main) + 1;
        if !self.class(to).is(Class::TO) || (due.is_none() && !self.words[main].is(Class::BE)) {
            return None;
        }
        let mut verb = self.skip_adverbs(to + 1);
        if self.class(verb).is(Class::BE.with(Class::HAVE)) {
            // `to be held`, `to have been held`
            for _ in 0..2 {
                let next = self.skip_adverbs(verb + 1);
                if !self.class(verb).is(Class::AUXILIARY) || !self.class(next).is(Class::PARTICIPLE.with(Class::ING)) {
                    break;
                }
                verb = next;
            }
        } else if !self.class(verb).is(Class::BASE) {
            return None;
        }
        let back = matches!(tense, VerbTense::Past | VerbTense::PastPerfect);
        Some((verb, if back { VerbTense::Modal } else { VerbTense::Future }))
    }

    /// True for a form that is only a past tense.
    fn is_past(&self, class: Class) -> bool {
        class.is(Class::PAST) && !class.is(Class::PARTICIPLE)
    }

    fn modal_tense(&self, at: usize) -> VerbTense {
        if self.form(at) == Form::Will { VerbTense::Future } else { VerbTense::Modal }
    }

    fn have_tense(&self, at: usize) -> VerbTense {
        match self.form(at) {
            Form::Past => VerbTense::PastPerfect,
            Form::Bare | Form::Ing => VerbTense::None,
            _ => VerbTense::PresentPerfect,
        }
    }

    fn form(&self, at: usize) -> Form {
        Form::of(self.words[at])
    }

    /// A verb without auxiliaries.
    fn plain(&mut self, at: usize) -> usize {
        let class = self.words[at];
        let before = self.before(at);
        let behind = |of: Class| before.is_some_and(|(_, c)| c.is(of));
        let pronoun = before.is_some_and(|(_, c)| {
            c.is(Class::SUBJECT) || (c.is(Class::RELATIVE) && !c.is(Class::DETERMINER)) || c.is(Class::THAT)
        });
        let next = self.class(at + 1);
        // `a proposed plan`, `the meeting`, `of armed men`.
        let inside_noun =
            !pronoun && behind(Class::DETERMINER.with(Class::PREPOSITION).with(Class::TO)) && !behind(Class::VERB);
        if class.is(Class::ING) && !class.is(Class::PAST) {
            return self.ing(at, before.map(|(_, c)| c));
        }
        if class.is(Class::PAST) || class.is(Class::PARTICIPLE) {
            if inside_noun {
                return at + 1;
            }
            let only_past = self.is_past(class);
            let only_participle = class.is(Class::PARTICIPLE) && !class.is(Class::PAST);
            let finite = only_past || (!only_participle && self.is_finite(at, before, pronoun));
            if finite {
                let negated = at > 0 && self.words[at - 1].is(Class::NEGATION);
                return self.push(at, at, VerbTense::Past, negated, false);
            }
            // `was arrested in May, charged in June and convicted`
            if behind(Class::BREAK)
                && let Some(last) = self.groups.last().copied()
                && last.tense == VerbTense::Past
                && (last.passive || class.is(Class::PAST))
                && self.is_listed(at)
            {
                return self.push(at, at, last.tense, false, last.passive);
            }
            // Coordinated with a group before: `was shot and killed`, `has won and lost`; not `… and shared interests`.
            let known = Class::MARK
                .with(Class::PREPOSITION)
                .with(Class::TO)
                .with(Class::ADVERB)
                .with(Class::DETERMINER)
                .with(Class::SUBJECT)
                .with(Class::SUBORDINATOR)
                .with(Class::RELATIVE)
                .with(Class::COORDINATOR)
                .with(Class::NUMBER)
                .with(Class::NAME);
            let attributive = at + 1 < self.words.len() && !next.is(known);
            if behind(Class::COORDINATOR) && attributive {
                return at + 1;
            }
            if behind(Class::COORDINATOR)
                && let Some(last) = self.groups.last().copied()
                && last.tense != VerbTense::None
                && (last.passive
                    || only_participle
                    || matches!(last.tense, VerbTense::PresentPerfect | VerbTense::PastPerfect))
                && at - ((last.main - self.base) as usize) <= 16
            {
                return self.push(at, at, last.tense, last.negated, last.passive);
            }
            return self.push(at, at, VerbTense::None, false, true);
        }
        if class.is(Class::THIRD.with(Class::BASE)) && !inside_noun && self.is_present(at, before, pronoun, next) {
            return self.push(at, at, VerbTense::Present, false, false);
        }
        at + 1
    }

    /// True for a verb behind a comma that an `and` with another verb follows: the middle of a list of verbs.
    fn is_listed(&self, at: usize) -> bool {
        let next = self.class(at + 1);
        if !next.is(Class::PREPOSITION.with(Class::DETERMINER).with(Class::NAME).with(Class::NUMBER))
            || next.is(Class::BY)
        {
            return false;
        }
        for i in at + 1..self.words.len().min(at + REACH / 2) {
            let class = self.words[i];
            if class.is(Class::COORDINATOR) {
                let behind = self.class(self.skip_adverbs(i + 1));
                return behind.is(Class::PAST) && !behind.is(Class::ING);
            }
            if class.is(Class::BREAK.with(Class::AUXILIARY)) || class.is(Class::RELATIVE.with(Class::SUBORDINATOR)) {
                return false;
            }
        }
        false
    }

    /// -ed and the like: a past tense rather than a participle?
    fn is_finite(&self, at: usize, before: Option<(usize, Class)>, pronoun: bool) -> bool {
        if pronoun {
            return true;
        }
        let Some((place, before)) = before else { return false };
        // `most of them paid for by the provinces`
        if self.class(at + 1).is(Class::PREPOSITION)
            && !self.class(at + 1).is(Class::BY)
            && self.class(at + 2).is(Class::BY)
        {
            return false;
        }
        // `61 vanished states`
        let attributive = before.is(Class::NUMBER)
            && place + 1 == at
            && !self.words[..at].iter().rev().take(2).any(|c| c.is(Class::PREPOSITION))
            && self.class(at + 1) == Class::PLURAL;
        if attributive {
            return false;
        }
        if before.is(Class::COORDINATOR) {
            // Goes on with the last verb, or past a participle with what has a tense (`cited reasons based on cost and
            // presented a plan`).
            let mut behind = self.groups.iter().rev().take(3);
            let Some(last) = behind.next() else { return false };
            let past = |g: &VerbGroup| g.tense == VerbTense::Past && !g.passive;
            let near = place - ((last.main - self.base) as usize).min(place) <= 2;
            return past(last)
                || (last.tense == VerbTense::None
                    && !near
                    && behind.find(|g| g.tense != VerbTense::None).is_some_and(past));
        }
        if before.is(Class::MARK) {
            // `born in 1930; died in 2025`
            let fresh = before.is(Class::SEMICOLON) && place + 1 == at;
            return fresh || self.is_behind_aside(place) && !self.is_reduced(at);
        }
        if before.is(Class::SUBORDINATOR) && !before.is(Class::ADVERB) {
            return false;
        }
        if before.is(Class::VERB) && self.groups.last().is_some_and(|g| (g.main - self.base) as usize == place) {
            return false;
        }
        // `In a statement issued on Monday`: a noun behind a preposition is no subject.
        let led = at > self.segment + 1
            && self.words[self.segment].is(Class::PREPOSITION)
            && self.class(self.segment + 1).is(Class::DETERMINER)
            && at - self.segment < REACH
            && !self.words[self.segment + 2..at]
                .iter()
                .any(|c| c.is(Class::DETERMINER.with(Class::SUBJECT).with(Class::NAME).with(Class::NUMBER)));
        match self.open {
            Open::Finite => false,
            // `The claim that he died on Sunday was false`: both verbs are needed.
            Open::Nothing if self.waiting => true,
            _ if led => false,
            Open::Nothing | Open::Saying => !self.is_reduced(at),
        }
    }

    /// `The minister, a farmer, …`, `The pilot, who trained in Oslo, …`: the comma at `place` closes an aside, and the
    /// sentence still wants its verb.
    fn is_behind_aside(&self, place: usize) -> bool {
        match self.tensed {
            0 => self.first_mark.is_some_and(|mark| mark < place),
            1 => self.relative,
            _ => false,
        }
    }

    /// `The report released on Monday said …`: another finite verb follows before the clause ends.
    fn is_reduced(&self, at: usize) -> bool {
        let next = self.class(at + 1);
        // `hit by fire`, not `won by two votes`.
        let by = next.is(Class::BY) && !self.class(at + 2).is(Class::NUMBER);
        let titled = next.is(Class::QUOTE) && !self.words[at].is(Class::SAY);
        let loose = next.is(Class::PREPOSITION) && (by || !next.is(Class::BY))
            || titled
            || next.is(Class::TO)
            || next.is(Class::ADVERB)
            // `announced Monday would …`, not `said Acme had …`
            || next.is(Class::NAME) && (next.is(Class::CALENDAR) || !self.words[at].is(Class::SAY));
        if next.is(Class::BY) && self.class(at + 2).is(Class::ING) {
            return false;
        }
        // `called off a strike planned for Friday`
        if next.is(Class::PARTICLE) && self.class(at + 2).is(Class::DETERMINER.with(Class::NUMBER).with(Class::NAME)) {
            return false;
        }
        let open = loose || next.is(Class::SUBORDINATOR);
        if !open || (next.is(Class::THAT) && self.words[at].is(Class::SAY)) {
            return false;
        }
        let boundary = Class::RELATIVE.with(Class::SUBORDINATOR).with(Class::COORDINATOR);
        let mut quoted = false;
        for i in at + 1..self.words.len().min(at + REACH) {
            let class = self.words[i];
            if class.is(Class::QUOTE) {
                quoted = titled && !quoted;
                continue;
            }
            // `a parcel marked “This way up” arrived`
            if quoted {
                continue;
            }
            if class.is(Class::BREAK) || (class.is(boundary) && !class.is(Class::DETERMINER) && i > at + 1) {
                return by && self.tensed > 0;
            }
            // `announced on Monday the plant would close`: what was said begins here.
            let content = class.is(Class::SUBJECT.with(Class::DETERMINER))
                && !class.is(Class::CALENDAR)
                && !self.words[i - 1].is(Class::BY);
            if content && !by && self.words[at].is(Class::SAY) && !next.is(Class::SUBORDINATOR) {
                return false;
            }
            if class.is(Class::NAME) {
                continue;
            }
            let attributive =
                self.words[i - 1].is(Class::DETERMINER.with(Class::PREPOSITION)) || self.words[i - 1].is(Class::TO);
            let to = self.words[i - 1].is(Class::TO);
            if class.is(Class::AUXILIARY) && !to && !matches!(Form::of(class), Form::Ing | Form::Bare) {
                return true;
            }
            if class.is(Class::PAST) && !attributive {
                return true;
            }
        }
        by && self.tensed > 0
    }

    /// `meets`, `they meet`.
    fn is_present(&self, at: usize, before: Option<(usize, Class)>, pronoun: bool, next: Class) -> bool {
        let class = self.words[at];
        let Some((place, before)) = before else { return false };
        if next.is(Class::AUXILIARY) {
            // `that ties are close`
            return false;
        }
        if pronoun {
            return true;
        }
        if before.is(Class::MARK) {
            let object = next.is(Class::DETERMINER.with(Class::NUMBER).with(Class::SUBJECT));
            let first = self.groups.is_empty() && object;
            return class.is(Class::THIRD) && self.is_behind_aside(place) && (first || self.groups.len() == 1);
        }
        if before.is(Class::AUXILIARY) || self.open == Open::Finite {
            return false;
        }
        if before.is(Class::COORDINATOR) {
            return self.groups.last().is_some_and(|g| {
                g.tense == VerbTense::Present
                    && !class.is(Class::NOUNISH)
                    && self.class((g.main - self.base) as usize).is(class)
            });
        }
        let object = next.is(Class::DETERMINER.with(Class::SUBJECT).with(Class::NUMBER))
            || next.is(Class::TO)
            || next.is(Class::THAT)
            || (next.is(Class::NAME) && !class.is(Class::NOUNISH));
        if before.is(Class::VERB) && !before.is(Class::NOUNISH) {
            return false;
        }
        let surely = !class.is(Class::NOUNISH);
        if class.is(Class::THIRD) {
            return surely || object;
        }
        // A bare form wants a plural before it; the lists do not know nouns, so only a noun-like verb is strict.
        let joined = (self.segment.max(place.saturating_sub(3))..place.max(self.segment))
            .any(|i| self.words[i].is(Class::COORDINATOR))
            || self.segment > 0
                && place.saturating_sub(self.segment) < 3
                && self.words[self.segment - 1].is(Class::COORDINATOR);
        let plural = before.is(Class::PLURAL) || before.is(Class::NAME) && joined;
        surely && plural && (object || next.is(Class::PREPOSITION)) && !before.is(Class::ADVERB)
    }

    /// `marking …`, `after meeting …`; not `the meeting`.
    fn ing(&mut self, at: usize, before: Option<Class>) -> usize {
        let next = self.class(at + 1);
        let noun = before.is_some_and(|c| {
            (c.is(Class::DETERMINER) && !c.is(Class::SUBORDINATOR))
                || (c.is(Class::NAME) && next.is(Class::PREPOSITION))
        });
        let before_noun = before.is_some_and(|c| c.is(Class::PREPOSITION) && !c.is(Class::SUBORDINATOR));
        let has_object = next.is(Class::DETERMINER.with(Class::SUBJECT).with(Class::PREPOSITION).with(Class::NAME))
            || next.is(Class::TO);
        // `Digging began in May`: a noun, the subject.
        let third = next.is(Class::THIRD) && !next.is(Class::NOUNISH);
        let subject =
            at == self.segment && (next.is(Class::PAST) || third || next.is(Class::AUXILIARY) && !next.is(Class::ING));
        // `a crisis meeting in Rome`, not `the man building a house`
        let named =
            self.words[at].is(Class::NOUNING) && !next.is(Class::DETERMINER.with(Class::SUBJECT).with(Class::NAME));
        let led = named
            && self.words[self.segment.min(at).max(at.saturating_sub(4))..at]
                .iter()
                .any(|c| c.is(Class::DETERMINER.with(Class::PREPOSITION)));
        // `Boeing’s new jet`
        let owner = self.words[at].is(Class::NAME) && next == Class::DETERMINER;
        if noun || subject || led || owner || (before_noun && !has_object) {
            return at + 1;
        }
        self.push(at, at, VerbTense::None, false, false)
    }
}

/// The forms of auxiliaries, told apart by the further classes their word has.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Past,
    Present,
    Bare,
    Ing,
    Will,
}

impl Form {
    fn of(class: Class) -> Form {
        if class.is(Class::WILL) {
            Form::Will
        } else if class.is(Class::PAST) {
            Form::Past
        } else if class.is(Class::ING) {
            Form::Ing
        } else if class.is(Class::PARTICIPLE) || (class.is(Class::BASE) && class.is(Class::BE)) {
            Form::Bare
        } else {
            Form::Present
        }
    }
}
