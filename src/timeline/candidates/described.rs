//! What a noun that names an event is shown with behind it: of what, on whom and where it was, and what it did.
//!
//! Absent here: the clause in which the noun stands ([`around`](super::around)).

use super::{FAR, MANY, Reader};
use crate::TokenRange;
use crate::document::TokenKind;
use crate::grammar::{Clause, ClauseKind, VerbGroup, VerbTense};
use crate::timeline::lexicon::{Group, Sense};

/// How long the words of a noun may get.
const LONG: u32 = 24;

/// A noun phrase with what it is shown with.
pub(super) struct Described {
    pub(super) phrase: TokenRange,
    /// The main verb of the clause that tells what the event did, which has no entry of its own then.
    pub(super) did: Option<u32>,
}

impl Reader<'_> {
    /// `last week’s raid on a market in York that killed nine`: the phrase with noun `head`, and what describes it right behind.
    pub(super) fn described(&self, phrase: TokenRange, head: u32) -> Described {
        let mut end = phrase.end;
        for _ in 0..3 {
            let Some(next) =
                self.complement(TokenRange::new(phrase.start, end), head).filter(|&next| next - phrase.start < LONG)
            else {
                break;
            };
            end = next;
        }
        end = self.with_aim(head, end);
        let told = self.what_it_did(head, end).filter(|(end, _)| end - phrase.start < LONG + 8);
        let (end, did) = told.map_or((end, None), |(end, main)| (end, Some(main)));
        Described { phrase: TokenRange::new(phrase.start, end), did }
    }

    /// Where the words end that a preposition right behind the phrase joins to its noun `head`.
    fn complement(&self, phrase: TokenRange, head: u32) -> Option<u32> {
        let at = phrase.end;
        let clause = self.parse.clause_of(head)?;
        let own = |at: u32| self.parse.clause_of(at) == Some(clause);
        // `if Friday’s talks with the union fail`
        let open = phrase.start > 0 && matches!(self.lower(phrase.start - 1).as_ref(), "if" | "unless");
        if !own(at) || !own(at + 1) || open {
            return None;
        }
        let end = self.noun_end(clause, at + 1, self.word(at) == "between")?;
        let has = |word: &str| phrase.range().any(|at| self.doc.word(at) == word);
        let belongs = match self.word(at) {
            "of" | "against" | "between" => true,
            // `the ceasefire between the army | and the rebels`
            "and" => has("between") && !has("and"),
            // `the attack on a market`, `the vote on the budget`
            "on" => self.is_of(head, Group::Aimed) && self.word(at + 1) != "behalf",
            "with" => self.is_of(head, Group::Mutual),
            "to" => self.is_of(head, Group::Journey),
            // Not `was praised after Monday’s speech by the mayor`, `lost Monday’s vote by missing it`.
            "by" => {
                let act = (at + 1..end).any(|at| self.word(at).ends_with("ing"));
                !act && !self.verb(clause).is_some_and(|v| v.passive)
            }
            // Where a known event was is known: not `the dead of the Asian tsunami at a church`.
            "in" | "at" | "near" | "off" | "outside" if self.is_anchored(phrase) => {
                let the = u32::from(self.sense(at + 1).is(Sense::DETERMINER));
                self.word(at) == "in" && super::is_capital(self.doc, at + 1 + the)
            }
            "in" | "at" | "near" | "off" | "outside" => {
                let place = (at + 1..end).any(|at| self.is_of(at, Group::Place))
                    || super::is_capital(self.doc, end - 1) && !self.sense(end - 1).is(Sense::DAY.with(Sense::MONTH));
                self.sense(head).is(Sense::EVENT) && place
            }
            _ => false,
        };
        belongs.then_some(end)
    }

    /// `their Thursday attempt to flee`, `its word of an intention to sell`: where the words end that say what was meant.
    fn with_aim(&self, head: u32, end: u32) -> u32 {
        let meant = self.sense(end - 1).is(Sense::INTENT.with(Sense::WILL)) || self.word(end - 1) == "attempt";
        let opens = |&(_, c): &(usize, &Clause)| c.tokens.start == end && c.kind == ClauseKind::Infinitive;
        let clauses = self.parse.clauses.iter().enumerate();
        let Some((number, _)) = clauses.take(FAR as usize).find(opens).filter(|_| meant && end > head) else {
            return end;
        };
        let behind = self.shown(number).end;
        let timed = self.timexes.iter().take(MANY).any(|t| t.tokens.start >= end && t.tokens.start < behind);
        if timed { end } else { behind.max(end) }
    }

    /// Where the noun phrase ends that begins at `start`; `two`: one that `and` joins with another. None where a time stands
    /// there, or nothing.
    fn noun_end(&self, clause: usize, start: u32, two: bool) -> Option<u32> {
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        let name = |at: u32| super::is_capital(self.doc, at);
        let plain = |at: u32| {
            let mark = self.is_mark(at) && !matches!(self.word(at), "-" | "'s" | "’s" | "'" | "’");
            let sense = self.sense(at);
            let owner = matches!(self.word(at), "'s" | "’s");
            let verb = self.parse.verb_at(at).is_some() && !name(at);
            let determiner = sense.is(Sense::DETERMINER) && (at == start || owner || self.word(at - 1) == "all");
            !mark && !verb && !timed(at) && (determiner || !sense.is(Sense::STOP.with(Sense::DETERMINER)))
        };
        let own = |at: u32| self.parse.clause_of(at) == Some(clause);
        let joins = |at: u32| {
            self.word(at) == "and"
                && at > start
                && own(at + 1)
                && plain(at + 1)
                && (two || name(at - 1) && name(at + 1))
        };
        let mut end = start;
        while end < start + LONG && own(end) && (plain(end) || joins(end)) {
            end += 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= start)?;
        let noun = self.doc.tokens[last as usize].kind == TokenKind::Word && !self.sense(last).is(Sense::DETERMINER);
        let both = !two || (start..end).any(|at| self.word(at) == "and");
        (noun && both).then_some(end)
    }

    /// `which killed nine`, `led by a general` right behind the noun `head`, whose words end before `end`: where that ends, and its
    /// main verb. Not what has a time of its own.
    fn what_it_did(&self, head: u32, end: u32) -> Option<(u32, u32)> {
        let clause = self.parse.clause_of(head)?;
        let last = self.doc.sentences[self.number].tokens.end;
        let comma = u32::from(end < last && self.word(end) == ",");
        let start = end + comma;
        let number = self.parse.clause_of(start).filter(|&c| start < last && c != clause)?;
        let this = &self.parse.clauses[number];
        let verb = self.verb(number).filter(|_| this.tokens.start == start && this.parent == Some(clause as u32))?;
        let relative = |verb: &VerbGroup| {
            let adverb = verb.tokens.start == start + 2 && self.word(start + 1).ends_with("ly");
            matches!(self.word(start), "that" | "which")
                && (verb.tokens.start == start + 1 || adverb)
                && verb.tense == VerbTense::Past
                && !self.sense(verb.main).is(Sense::SAY)
        };
        let participle = |verb: &VerbGroup| {
            let made = verb.passive && !self.sense(verb.main).is(Sense::MEASURE.with(Sense::LIGHT));
            verb.tense == VerbTense::None && comma == 0 && (made || self.sense(verb.main).is(Sense::EFFECT))
        };
        let belongs = match this.kind {
            ClauseKind::Relative => relative(verb),
            ClauseKind::Participial => participle(verb),
            _ => false,
        };
        let shown = self.with_second_deed(number, self.shown(number).end);
        let timed = self.timexes.iter().take(MANY).any(|t| t.tokens.start >= start && t.tokens.start < shown);
        let plain = belongs
            && !verb.negated
            && !timed
            && shown > verb.main + 1
            // `which took place`
            && !(self.word(verb.main) == "took" && shown <= verb.main + 2)
            && self.is_quoted(start) == self.is_quoted(head);
        plain.then_some((shown, verb.main))
    }

    /// `killed nine people | and wounded seventy`: with what a second verb right behind tells, which has the same subject.
    fn with_second_deed(&self, clause: usize, end: u32) -> u32 {
        let next = clause + 1;
        let Some(this) = self.parse.clauses.get(next).filter(|c| c.kind == ClauseKind::Coordinated) else { return end };
        let joins = this.tokens.start == end && self.word(end) == "and";
        let Some(verb) = self.verb(next).filter(|v| joins && v.tokens.start == end + 1) else { return end };
        let same = verb.tense == VerbTense::Past && !verb.negated && self.verb(clause).is_some_and(|v| !v.passive);
        if same { self.shown(next).end.max(end) } else { end }
    }
}
