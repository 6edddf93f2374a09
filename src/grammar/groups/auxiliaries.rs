//! Groups that begin with an auxiliary: the chain up to the main verb, and the tense that it makes.

use super::{Groups, Open};
use crate::grammar::VerbTense;
use crate::grammar::words::Class;

impl Groups<'_> {
    /// A group that begins with an auxiliary.
    pub(super) fn auxiliary(&mut self, at: usize) -> usize {
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
        // `have all signed`
        if self.class(next).is(Class::FLOATING) && first.is(Class::HAVE.with(Class::BE)) {
            let verb = self.skip_adverbs(next + 1);
            if self.class(verb).is(Class::PARTICIPLE.with(Class::ING).with(Class::BE))
                && !self.class(verb).is(Class::NAME)
            {
                next = verb;
            }
        }
        loop {
            // `was “shot down”`
            let quote = self.class(next).is(Class::QUOTE) && last.is(Class::BE);
            if quote && self.class(next + 1).is(Class::PARTICIPLE.with(Class::ING)) {
                next += 1;
            }
            // `will “leave the town”`
            let quote = self.class(next).is(Class::QUOTE) && last.is(Class::MODAL) && !last.is(Class::HAVE);
            if quote && self.class(next + 1).is(Class::BASE) {
                next += 1;
            }
            next = self.behind_aside(next, last).unwrap_or(next);
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
            } else if last.is(Class::DO) && class.is(Class::HAVE.with(Class::DO)) && Form::of(class) == Form::Present {
                // `did not have 500 members`: no chain goes on from here.
                main = next;
                break;
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
            // `plans to have it ready`
            _ if infinitive && self.is_planned(at) => VerbTense::Future,
            _ if infinitive => VerbTense::None,
            Some(tense) => tense,
            None if first.is(Class::MODAL) => self.modal_tense(at),
            None if first.is(Class::ING) => VerbTense::None,
            None if self.form(at) == Form::Past => VerbTense::Past,
            // `asked that the vote be held`: not so yet.
            None if self.form(at) == Form::Bare && main > at && self.fresh && self.open == Open::Nothing => {
                VerbTense::Modal
            }
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

    /// `has, according to the Gazette, sent`, `was, at the time, led`: the verb behind what two commas set apart, where no
    /// other verb stands in it. `comma`: the first; `last`: the auxiliary before it.
    fn behind_aside(&self, comma: usize, last: Class) -> Option<usize> {
        const FAR: usize = 9;
        let lead = self.class(comma + 1);
        let aside = self.class(comma).is(Class::COMMA) && lead.is(Class::PREPOSITION.with(Class::ADVERB));
        let plain = |at: &usize| {
            let noun = self.class(at.saturating_sub(1)).is(Class::DETERMINER) && !self.words[*at].is(Class::AUXILIARY);
            let verb = self.words[*at].is(Class::VERB.with(Class::AUXILIARY)) && !self.words[*at].is(Class::NAME);
            (!verb || noun || *at == comma + 1) && (*at == comma || !self.words[*at].is(Class::BREAK))
        };
        let close = (comma..self.words.len().min(comma + FAR)).find(|at| !plain(at)).filter(|_| aside)?;
        let verb = self.skip_adverbs(close + 1);
        let class = self.class(verb);
        let form = match () {
            _ if last.is(Class::HAVE) => Class::PARTICIPLE,
            _ if last.is(Class::BE) => Class::PARTICIPLE.with(Class::ING),
            _ if last.is(Class::MODAL) => Class::BASE.with(Class::BE).with(Class::HAVE),
            _ => return None,
        };
        let whole = self.class(close).is(Class::COMMA) && close > comma + 1;
        (whole && class.is(form) && !class.is(Class::NAME.with(Class::DETERMINER))).then_some(verb)
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
        // Not `Ann Lee, 25, had her say`.
        let aside = at > 0 && self.is_behind_aside(at - 1);
        let opens = at == self.segment && next.is(Class::DETERMINER.with(Class::NAME)) && !aside;
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
}

/// The forms of auxiliaries, told apart by the further classes their word has.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    Past,
    Present,
    Bare,
    Ing,
    Will,
}

impl Form {
    pub(super) fn of(class: Class) -> Form {
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
