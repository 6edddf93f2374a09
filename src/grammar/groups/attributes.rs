//! Participles that belong to a noun, and where one may be taken for the verb of a sentence.

use super::auxiliaries::Form;
use super::plain::REACH;
use super::{Groups, Open};
use crate::grammar::VerbGroup;
use crate::grammar::words::Class;

impl Groups<'_> {
    /// `found a coat, a map, and a small raft tied to a tree`, `a play about Ann Lee, a nurse killed in a raid`: the participle at
    /// `at` tells of the last of a list, or of who a name is, behind what has its verb.
    pub(super) fn describes_last(&self, at: usize) -> bool {
        let next = self.class(self.skip_adverbs(at + 1));
        if !next.is(Class::PREPOSITION.with(Class::TO)) || self.words[at].is(Class::INTRANSITIVE) {
            return false;
        }
        let item = |i: usize| self.words[i - 1].is(Class::COMMA) && self.class(i + 1).is(Class::DETERMINER);
        let and = (at.saturating_sub(6).max(1)..at).rev().find(|&i| self.words[i].is(Class::COORDINATOR));
        // `charges of theft, forgery, and perjury over money sent abroad`
        let bare = |i: usize| {
            let noun = |c: &Class| !c.is(Class::VERB.with(Class::AUXILIARY).with(Class::SUBJECT).with(Class::NAME));
            let other = Class::SUBJECT.with(Class::NAME).with(Class::NUMBER).with(Class::RELATIVE);
            let open =
                (i.saturating_sub(4)..i - 1).rev().find(|&at| !noun(&self.words[at]) || self.words[at].is(Class::MARK));
            let open = open.filter(|&at| self.words[at].is(Class::COMMA) && at + 2 < i);
            self.words[i - 1].is(Class::COMMA)
                && !self.class(i + 1).is(other)
                && open.is_some_and(|at| at > 0 && noun(&self.words[at - 1]))
        };
        if and.is_some_and(|i| i > 4 && bare(i)) {
            return true;
        }
        let first = and.filter(|&i| item(i)).and_then(|i| {
            let plain =
                |i: &usize| !self.words[*i].is(Class::VERB.with(Class::AUXILIARY)) || self.words[*i].is(Class::NOUNISH);
            (i.saturating_sub(8)..i - 1).rev().take_while(plain).find(|&i| self.words[i].is(Class::COMMA))
        });
        let segment = self.segment;
        let named = || {
            let led = self.groups.first().map_or(at, |g| (g.tokens.start - self.base) as usize);
            let mut before = self.words[segment.saturating_sub(REACH)..segment].iter();
            segment > 1
                && self.words[segment - 1].is(Class::COMMA)
                && self.words[segment - 2].is(Class::NAME)
                && !self.words[segment - 2].is(Class::CALENDAR)
                && self.words[segment].is(Class::DETERMINER)
                && !self.words[at].is(Class::SAY)
                && !self.words[..led].iter().take(REACH).any(|c| c.is(Class::SUBORDINATOR))
                && !before.any(|c| c.is(Class::SAY.with(Class::QUOTE)))
        };
        first.is_some_and(|i| self.words[i + 1].is(Class::DETERMINER)) || named()
    }

    /// `nine suspected thieves`, `those held and charged with theft`, `the Oslo-built armored cars are`: the participle at `at`
    /// belongs to a noun.
    pub(super) fn is_attribute(&self, at: usize, before: Option<(usize, Class)>) -> bool {
        let (Some((place, before)), false) = (before, self.is_past(self.words[at])) else { return false };
        let next = self.class(at + 1);
        if before.is(Class::COORDINATOR) && place > 1 && place + 1 == at {
            let (first, those) = (self.words[place.saturating_sub(1)], self.words[place - 2]);
            let all = those.is(Class::DETERMINER) && those.is(Class::PLURAL) && !those.is(Class::FLOATING);
            let done = |c: Class| c.is(Class::PARTICIPLE) && !c.is(Class::INTRANSITIVE);
            return all && done(first) && done(self.words[at]);
        }
        let owned = place > 0 && self.words[place.saturating_sub(1)].is(Class::DETERMINER);
        // `closed its last publicly owned mine`
        if owned && place + 2 == at && before.is(Class::CALENDAR) && !before.is(Class::NAME) {
            let noun =
                !next.is(Class::MARK.with(Class::PREPOSITION).with(Class::CALENDAR).with(Class::BY).with(Class::TO));
            return self.open == Open::Finite && at + 1 < self.words.len() && noun;
        }
        // `Nine newly built ferries were sold`
        let plain = |c: Class| c == Class::PLURAL || c == Class::PLURAL.with(Class::NOUNISH);
        if place + 2 == at && before.is(Class::NUMBER) && self.words[place + 1].is(Class::ADVERB) {
            let led = place > 0 && self.words[place - 1].is(Class::CALENDAR.with(Class::PREPOSITION));
            let behind = self.class(at + 2);
            let verb = |c: Class| c.is(Class::AUXILIARY) && !c.is(Class::ING) || self.is_past(c);
            let later = || (at + 3..at + 8).any(|at| verb(self.class(at)));
            return !led && plain(next) && (verb(behind) || behind.is(Class::PREPOSITION) && later());
        }
        if place + 1 != at {
            return false;
        }
        let noun = |c: Class| c == Class::default() || c == Class::PLURAL || c == Class::PLURAL.with(Class::NOUNISH);
        let object = self.open == Open::Finite && !self.restrictive && at + 1 < self.words.len() && noun(next);
        // `sold its last affected blanket`, `painted his best known picture`
        if object && owned && (before == Class::default() || before.is(Class::CALENDAR) && !before.is(Class::NAME)) {
            return true;
        }
        // `gave 900 farmers subsidised pumps`
        let given = |g: &VerbGroup| {
            let main = (g.main - self.base) as usize;
            self.words[main].is(Class::GIVEN) && main + 5 > place
        };
        if object && before.is(Class::PLURAL) && self.groups.last().is_some_and(given) {
            return true;
        }
        // `lost its two disputed ports`
        if self.words[at].is(Class::SAY) && !(owned && before.is(Class::NUMBER)) {
            return false;
        }
        if before.is(Class::NUMBER) {
            let led = place > 0 && self.words[place.saturating_sub(1)].is(Class::CALENDAR.with(Class::PREPOSITION));
            let noun = |c: Class| c.is(Class::PLURAL) && !c.is(Class::CALENDAR.with(Class::DETERMINER));
            let named = next.is(Class::NAME) && !next.is(Class::CALENDAR) && noun(self.class(at + 2));
            return !led && self.open == Open::Finite && (noun(next) || named);
        }
        // `destroyed a Russian armoured column`, `A Swedish owned ferry sank`
        if before.is(Class::NAME) && !before.is(Class::CALENDAR) {
            let other = Class::MARK.with(Class::DETERMINER).with(Class::PREPOSITION).with(Class::ADVERB);
            let other = other.with(Class::NAME).with(Class::NUMBER).with(Class::AUXILIARY).with(Class::TO);
            let other = other.with(Class::COORDINATOR).with(Class::SUBORDINATOR).with(Class::RELATIVE);
            let other = other.with(Class::SUBJECT).with(Class::OBJECT).with(Class::PARTICLE).with(Class::PAST);
            let the = place > 0 && self.words[place.saturating_sub(1)].is(Class::DETERMINER);
            let verb = self.class(at + 2);
            let sure = self.is_past(verb) || verb.is(Class::AUXILIARY) && !verb.is(Class::ING.with(Class::NAME));
            let noun = at + 1 < self.words.len() && !next.is(other);
            return noun && (the && self.open == Open::Finite || sure && place <= self.segment + 1);
        }
        let compound = before.is(Class::NOTVERB) && place > 1 && self.words[place.saturating_sub(1)].is(Class::MARK);
        let noun = |at: usize| {
            let known =
                Class::MARK.with(Class::DETERMINER).with(Class::PREPOSITION).with(Class::NAME).with(Class::ADVERB);
            let known = known.with(Class::NUMBER).with(Class::AUXILIARY).with(Class::TO).with(Class::COORDINATOR);
            at < self.words.len() && !self.class(at).is(known) && !self.class(at).is(Class::PAST)
        };
        // `reported second-quarter adjusted earnings`
        if compound && self.open == Open::Finite && self.class(at + 1) == Class::PLURAL {
            return true;
        }
        let nouns = (at + 1..at + 4).take_while(|&at| noun(at)).count();
        let verb = self.class(at + 1 + nouns);
        compound && nouns > 0 && verb.is(Class::AUXILIARY) && !verb.is(Class::ING)
    }

    /// `say suspected Ardle gunmen on Friday attacked it`: behind the participle at `at` stand a noun and its verb.
    pub(super) fn modifies_doer(&self, at: usize) -> bool {
        let noun = |&at: &usize| {
            let class = self.class(at);
            at < self.words.len()
                && (class.is(Class::NAME) && !class.is(Class::CALENDAR)
                    || class == Class::default()
                    || class == Class::PLURAL)
        };
        let behind = at + 1 + (at + 1..at + 4).take_while(noun).count();
        let day = behind + usize::from(self.class(behind).is(Class::PREPOSITION));
        let verb = if self.class(day).is(Class::CALENDAR) { day + 1 } else { behind };
        behind > at + 1 && self.class(verb).is(Class::PAST.with(Class::AUXILIARY))
    }

    /// `pupils awarded the top grade rose`: behind the object of the participle at `at` stands a verb that can be nothing else.
    pub(super) fn is_given(&self, at: usize) -> bool {
        let part = Class::BREAK.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::COORDINATOR);
        let part = part.with(Class::SUBJECT).with(Class::DETERMINER).with(Class::TO);
        let behind = self.words.iter().skip(at + 2).take(8).take_while(|c| !c.is(part));
        let verb = |c: &Class| self.is_past(*c) || c.is(Class::AUXILIARY) && Form::of(*c) == Form::Past;
        self.tensed == 0 && behind.skip(1).any(|c| verb(c) && !c.is(Class::NAME))
    }

    /// `When the war ended in 1945 they moved`, `After the mill closed in 1987 Berg moved`: the verb at `verb` has a subject of
    /// its own behind the one at `at`.
    pub(super) fn begins_anew(&self, at: usize, verb: usize) -> bool {
        let led = Class::PREPOSITION.with(Class::BY).with(Class::TO).with(Class::SAY);
        if verb > at + 2 && self.words[verb - 1].is(Class::SUBJECT) && !self.words[verb - 2].is(led) {
            return true;
        }
        let opener = self.segment.checked_sub(1).map_or(Class::default(), |before| self.words[before]);
        let noun = Class::NAME.with(Class::DETERMINER);
        opener.is(Class::SUBORDINATOR)
            && !opener.is(Class::THAT)
            && (at + 3..verb).any(|i| {
                self.words[i - 1].is(Class::CALENDAR.with(Class::NUMBER))
                    && self.words[i].is(noun)
                    && !self.words[i].is(Class::CALENDAR.with(Class::NUMBER))
            })
    }
}
