//! The noun that a relative clause or participle is told of, whole: `Leeds and York, which joined in 2007`.
//!
//! Absent here: where that noun stands ([`attach`] finds it).

use super::attach;
use super::candidates::{FAR, Reader, is_capital};
use super::lexicon::Sense;
use crate::document::{Case, TokenKind};
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};

/// Nouns for what is done over a time, so that it begins and ends.
const GOES_ON: &[&str] = &[
    "aid",
    "building",
    "collection",
    "construction",
    "cooperation",
    "coverage",
    "development",
    "distribution",
    "excavation",
    "filming",
    "funding",
    "occupation",
    "production",
    "renovation",
    "repairs",
    "restoration",
    "sponsorship",
    "support",
    "teaching",
    "training",
    "treatment",
    "work",
];

impl Reader<'_> {
    /// `an offer of 330p a share, which was refused`: where begins what has the price, for the noun at `start` it is counted by.
    fn priced(&self, start: u32, this: u32) -> Option<u32> {
        let one = matches!(self.word(start), "a" | "an") && start + 2 + u32::from(self.is_mark(this - 1)) == this;
        let number = start.checked_sub(1).filter(|&at| one && at > 2)?;
        let counted = matches!(self.doc.tokens[number as usize].kind, TokenKind::Number | TokenKind::Mixed);
        let sum = number - u32::from(matches!(self.word(number - 1), "$" | "£" | "€"));
        let of = sum.checked_sub(1).filter(|&at| counted && matches!(self.word(at), "of" | "at"))?;
        attach::phrase_start(self.doc, self.parse, self.parse.clause_of(of)?, of)
    }

    /// `the burst dam that flooded it`: the noun before the pronoun, where its words look like a verb.
    pub(super) fn noun_before(&self, clause: usize) -> Option<u32> {
        let this = &self.parse.clauses[clause];
        let start = this.tokens.start;
        let first = self.doc.sentences[self.number].tokens.start.max(start.saturating_sub(4));
        let led = this.kind == ClauseKind::Relative
            && matches!(self.word(start), "that" | "which" | "who")
            && self.verb(clause).is_some_and(|v| v.tokens.start == start + 1);
        let mut at = start;
        while led && at > first && !self.is_mark(at - 1) && !self.sense(at - 1).is(Sense::STOP) {
            at -= 1;
            if self.sense(at).is(Sense::DETERMINER) {
                break;
            }
        }
        (at < start).then_some(at)
    }

    /// `…, marked by the club’s move to York in May`: what did it, where that is something that happened.
    pub(super) fn agent(&self, clause: usize) -> Option<u32> {
        let verb = self.verb(clause).filter(|v| v.passive && v.tense == VerbTense::None)?;
        let (by, end) = (verb.main + 1, self.parse.clauses[clause].tokens.end);
        let owner = |at: u32| matches!(self.word(at), "'s" | "’s");
        let happens = |at: u32| owner(at) || self.sense(at).is(Sense::EVENT);
        let told = by + 2 < end && self.word(by) == "by" && (by + 1..end.min(by + 6)).any(happens);
        (told && !self.sense(verb.main).is(Sense::EFFECT.with(Sense::TOLL))).then_some(by + 1)
    }

    /// `It was with relief and some pride that she opened it`, `The bill was the only one that passed in May`: where what is told
    /// begins, of a relative clause whose noun, at `start`, is only said to be something.
    pub(super) fn with_predicate(&self, clause: usize, start: u32) -> u32 {
        let this = &self.parse.clauses[clause];
        let Some(mut outer) = self.parent(clause).filter(|_| this.kind == ClauseKind::Relative) else { return start };
        // `It was on a claim brought by her aide, Ann Lee, that …`
        let before = this.tokens.start.checked_sub(1);
        let aside = self.word(this.tokens.start) == "that" && before.is_some_and(|at| self.is_mark(at));
        if let Some(around) =
            self.parent(outer).filter(|_| aside && self.parse.clauses[outer].kind == ClauseKind::Participial)
        {
            outer = around;
        }
        let Some(verb) = self.verb(outer) else { return start };
        let around = &self.parse.clauses[outer];
        let be = matches!(self.word(verb.main), "is" | "was" | "are" | "were" | "'s" | "’s");
        let pronoun = matches!(self.word(this.tokens.start), "that" | "who" | "which");
        let near = verb.main < start && start < this.tokens.start && this.tokens.start - verb.main < FAR / 4;
        if !near || !be {
            return start;
        }
        let content = self.sense(this.tokens.start - 1).is(Sense::CONTENT);
        let bare = !self.is_mark(this.tokens.start - 1)
            && self.is_quoted(start) == self.is_quoted(around.tokens.start)
            && !content;
        let told =
            matches!(around.kind, ClauseKind::Main | ClauseKind::Content) && verb.tokens.start > around.tokens.start;
        let Some(subject) = verb.tokens.start.checked_sub(1) else { return start };
        let it = matches!(self.word(subject), "it" | "It");
        let only = u32::from(matches!(self.word(verb.main + 1), "only" | "not"));
        let cleft = it
            && self.word(this.tokens.start) == "that"
            && self.sense(verb.main + 1 + only).is(Sense::PREPOSITION)
            && self.parse.clause_of(subject) == Some(outer);
        // `It was on a claim brought by her aide, Ann Lee, that the court moved the case`
        if cleft && told && self.word(this.tokens.start - 1) == "," {
            return subject;
        }
        if !(pronoun && bare && told) {
            return start;
        }
        let one = |at: &u32| matches!(self.word(*at), "one" | "ones" | "only" | "first" | "last" | "second" | "third");
        // Not `Police said he was one of a group that …`: what somebody says, and of the group.
        let said =
            self.parent(outer).and_then(|above| self.verb(above)).is_some_and(|v| self.sense(v.main).is(Sense::SAY));
        let lone = !it && !said && verb.main + 1 == start && (start..this.tokens.start).any(|at| one(&at));
        if cleft {
            return subject;
        }
        let from = around.tokens.start;
        if lone { self.behind_preamble(outer, self.behind_dateline(from)) } else { start }
    }

    /// `hurt by glass and metal thrown by the blast`: where the first of two bare nouns begins, of which the second stands at `start`.
    fn first_of_two(&self, start: u32, sentence: u32) -> Option<u32> {
        let and = start.checked_sub(1).filter(|&at| at > sentence + 1 && matches!(self.word(at), "and" | "or"))?;
        let noun = |at: &u32| {
            let lower = self.doc.tokens[*at as usize].case == Case::Lower;
            lower && !self.is_mark(*at) && !self.sense(*at).is(Sense::STOP.with(Sense::DETERMINER))
        };
        let plain = |at: &u32| noun(at) && self.parse.verb_at(*at).is_none();
        let begin = (sentence..and).rev().take(3).take_while(plain).last()?;
        let led = begin > sentence && matches!(self.word(begin - 1), "by" | "from" | "with" | "of" | "for" | "against");
        (led && noun(&start)).then_some(begin)
    }

    /// `fined Hale Ltd, the firm that built it in 2004`: where the name begins, of which the noun at `start` says what it is.
    fn named_before(&self, clause: usize, start: u32) -> Option<u32> {
        let (this, outer) = (&self.parse.clauses[clause], self.parent(clause)?);
        let first = this.tokens.start;
        let noun = matches!(self.word(start), "a" | "an" | "the") && first > 0 && !self.is_mark(first - 1);
        let pronoun = matches!(self.word(this.tokens.start), "that" | "which" | "who")
            // `about Ann Lee, a nurse killed in 1998`
            || this.kind == ClauseKind::Participial && self.word(start) != "the";
        let around = &self.parse.clauses[outer];
        let comma =
            start.checked_sub(1).filter(|&at| noun && pronoun && at > around.tokens.start && self.word(at) == ",")?;
        let name = attach::phrase_start(self.doc, self.parse, outer, comma)?;
        // `Those hurt include Ann Lee, a nurse who …`, of which nothing is seen to be a verb: the capitals alone.
        let capital = |at: &u32| is_capital(self.doc, *at);
        let capitals = (name..comma).rev().take_while(capital).last();
        let led = |at: u32| at > name && self.sense(at - 1).is(Sense::DETERMINER);
        let capitals = capitals.map(|at| at - u32::from(led(at)));
        let name = if self.verb(outer).is_some() { name } else { capitals? };
        let named = is_capital(self.doc, comma - 1) && name + 1 < comma;
        // `the fall of President Ann Lee, a farmer who …`: she is.
        let of = (name + 1..comma).rev().find(|&of| self.word(of) == "of");
        let of = of.filter(|&of| !is_capital(self.doc, of - 1));
        // Not `In York, the man who …`, nor `for Ann Lee, the man who … left`.
        let behind = self.verb(outer).is_none_or(|v| v.main < name);
        let place = |at: u32| matches!(self.word(at), "at" | "from" | "in" | "near" | "on" | "to" | "and");
        let led = name == around.tokens.start || behind && (of.is_some() || !place(name - 1));
        (named && led).then_some(of.map_or(name, |of| of + 1))
    }

    /// The start of the noun phrase that the relative `clause` is said of, where that begins at `start` or before.
    pub(super) fn whole_antecedent(&self, clause: usize, start: u32) -> u32 {
        let (this, first) = (self.parse.clauses[clause].tokens.start, self.doc.sentences[self.number].tokens.start);
        let who = self.word(this) == "who" || self.word(this) == "whose";
        let reduced = self.parse.clauses[clause].kind == ClauseKind::Participial;
        if let Some(named) = self.named_before(clause, start) {
            return named;
        }
        let first_of_two = self.first_of_two(start, first);
        if let Some(first_of_two) = first_of_two.filter(|_| reduced) {
            return first_of_two;
        }
        // `Ona, an island of silt and sugar that rose in 1975`
        let of = first_of_two.and_then(|at| at.checked_sub(1)).filter(|&of| self.word(of) == "of");
        let whole = of.and_then(|of| attach::phrase_start(self.doc, self.parse, self.parse.clause_of(of)?, of));
        if let Some(whole) = whole.filter(|_| !who) {
            return self.named_before(clause, whole).unwrap_or(whole);
        }
        // `Leeds and York, which joined in 2007`, `Peru and other lands that joined in 2004`; not `Leeds and York, which was hit`.
        let name = |at: &u32| is_capital(self.doc, *at);
        let one =
            |v: &VerbGroup| matches!(self.word(v.tokens.start), "was" | "is" | "has") || v.tense == VerbTense::Present;
        let pair = !who && !reduced && start > first + 1 && self.word(start - 1) == "and" && name(&(start - 2));
        if pair && (name(&start) || self.word(start) == "other") && self.verb(clause).is_some_and(|v| !one(v)) {
            return (first..start - 1).rev().take(6).take_while(name).last().unwrap_or(start);
        }
        // `those of Ann Lee, who`
        // `comparisons with that of Ann Lee, who`
        let that = |at: &u32| matches!(self.word(*at), "those" | "that") && self.word(at + 1) == "of";
        if let Some(at) = (start..this).take(8).find(|at| who && that(at)) {
            return at + 2;
        }
        // `Ann Lee of York, Maine, who`
        let place = who && start > first + 3 && self.word(start - 1) == ",";
        if place && (start..this - 1).all(|at| name(&at)) {
            let joins = |at: &u32| name(at) || matches!(self.word(*at), "of" | "from");
            let run = (first.max(start.saturating_sub(12))..start - 1).rev().take_while(joins);
            let (mut begin, mut led) = (start, false);
            run.for_each(|at| {
                led |= !name(&at);
                begin = if name(&at) { at } else { begin };
            });
            return if led { begin } else { start };
        }
        if let Some(priced) = self.priced(start, this) {
            return priced;
        }
        // `the concert in a barn, which took place in May`: only an event does.
        let happens = self.verb(clause).is_some_and(|v| {
            matches!(self.word(v.main), "happened" | "occurred")
                || matches!(self.word(v.main), "took" | "taken")
                    && v.main + 1 < self.parse.clauses[clause].tokens.end
                    && self.word(v.main + 1) == "place"
        });
        // `work on the bridge, which began in May`
        let begins = self.word(this) == "which"
            && self.verb(clause).is_some_and(|v| {
                matches!(
                    self.word(v.main),
                    "began" | "ended" | "started" | "resumed" | "expired" | "expires" | "begins"
                )
            });
        let happens = happens || begins && !reduced;
        let event = |at: u32| self.sense(at).is(Sense::EVENT) || begins && GOES_ON.contains(&self.lower(at).as_ref());
        if happens && !(start..this).any(event) && start > first + 1 {
            let led = self.sense(start - 1).is(Sense::PREPOSITION) && event(start - 2);
            let noun = |at: &u32| {
                let stops = self.is_mark(*at) || self.sense(*at).is(Sense::STOP);
                !stops && self.parse.verb_at(*at).is_none() && !self.sense(at + 1).is(Sense::DETERMINER)
            };
            let begin = (first.max(start.saturating_sub(8))..start - 2).rev().take_while(noun).last();
            return if led { begin.unwrap_or(start - 2) } else { start };
        }
        start
    }
}
