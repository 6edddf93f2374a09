//! Who or what a clause is about, where its own words do not say it: the subject of the clause around it.
//!
//! Absent here: who took part (`people`), the words shown (`label`).

use super::attach;
use super::candidates::{FAR, MANY, Reader};
use super::lexicon::{Group, Sense};
use crate::TokenRange;
use crate::document::TokenKind;
use crate::grammar::{self, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

impl Reader<'_> {
    /// Where the subject stands, for a clause that has none of its own: before the verb of the one around it.
    /// Also gives the number of that clause.
    pub(super) fn subject(&self, clause: usize, shown: TokenRange) -> Option<(TokenRange, usize)> {
        let verb = self.verb(clause)?;
        let first = self.doc.sentences[self.number].tokens.start;
        // `and reportedly left`, `and by May had left`
        let adverb = |at: u32| {
            grammar::is_adverb(self.doc, at as usize)
                || self.sense(at).is(Sense::PREPOSITION)
                || self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)))
        };
        // `and in that office named nine judges`
        let led = verb.tokens.start == shown.start + 3
            && self.sense(shown.start).is(Sense::PREPOSITION)
            && self.sense(shown.start + 1).is(Sense::DETERMINER);
        let own = !led
            && (shown.start.max(verb.tokens.start.saturating_sub(FAR))..verb.tokens.start)
                .any(|at| self.doc.tokens[at as usize].kind == TokenKind::Word && !adverb(at));
        let kind = self.parse.clauses[clause].kind;
        if !own && self.is_deed(clause) {
            return self.doer(clause);
        }
        // A relative clause without its pronoun or a subject: `The crew, made up of … and helped by home bakes began …`.
        let pronoun = |at: u32| matches!(self.word(at), "that" | "which" | "who");
        let lost = kind == ClauseKind::Relative
            && shown.start == verb.tokens.start
            && !pronoun(self.parse.clauses[clause].tokens.start);
        let lacks = lost || matches!(kind, ClauseKind::Coordinated | ClauseKind::Participial | ClauseKind::Subordinate);
        if own || !lacks {
            return None;
        }
        let mut at = clause;
        for _ in 0..8 {
            at = self.parent(at)?;
            let outer = &self.parse.clauses[at];
            let verb = self.verb(at)?;
            // `Started in 1990, the fair drew …`, `Since joining the firm in 2011, she has …`
            let behind = shown.end < verb.tokens.start && self.word(shown.end) == ",";
            if kind != ClauseKind::Coordinated && outer.tokens.start + 3 >= shown.start && behind {
                return Some((TokenRange::new(shown.end + 1, verb.tokens.start), at));
            }
            // `Opened in 1969 and sold the next year, the mill …`
            let other = self.parse.clauses.get(clause + 1).filter(|other| {
                let both = [kind, other.kind] == [ClauseKind::Participial; 2] && other.parent == Some(at as u32);
                both && shown.start <= first + 1
                    && self.word(shown.end) == "and"
                    && other.tokens.end < verb.tokens.start
            });
            let comma =
                other.map(|other| other.tokens.end).and_then(|end| (end - 1..=end).find(|&at| self.word(at) == ","));
            if let Some(comma) = comma.filter(|comma| comma + 1 < verb.tokens.start) {
                return Some((TokenRange::new(comma + 1, verb.tokens.start), at));
            }
            // `a ship that sank in May and killed nine`
            if outer.kind == ClauseKind::Relative
                && pronoun(outer.tokens.start)
                && outer.tokens.start + 3 > verb.tokens.start
            {
                let start = attach::antecedent(self.doc, self.parse, at)?;
                let start = self.with_measure(self.whole_antecedent(at, start));
                let comma = u32::from(self.is_mark(outer.tokens.start - 1));
                let owner = self.parse.clause_of(start)?;
                // `bought a mill that had closed in 1990 and opened it in 1995`: that may be of either.
                let this = self.verb(clause)?;
                let plain =
                    |v: &VerbGroup| v.main < start && !matches!(v.tense, VerbTense::Present | VerbTense::Future);
                // `led a strike that began in May and ended in June`
                let ends = matches!(self.word(verb.main), "began" | "lasted" | "opened" | "ran" | "started")
                    && matches!(self.word(this.main), "closed" | "concluded" | "ended" | "expired" | "finished");
                // `a guard who was seized and killed`
                let shares = this.passive && this.tokens.len() == 1 && verb.passive && verb.main + 2 == this.main;
                let either = self.verb(owner).is_none_or(plain) && !ends && !shares;
                let joined = matches!(self.word(self.parse.clauses[clause].tokens.start), "and" | "or" | "but");
                if either || !joined && !ends || matches!(self.word(this.main + 1), "it" | "them" | "him") {
                    return None;
                }
                let end = outer.tokens.start - comma;
                return (start < end && end <= shown.start).then(|| (TokenRange::new(start, end), owner));
            }
            // `A judge refused, but a court allowed it and freed him`: the court did.
            if outer.kind == ClauseKind::Coordinated {
                let first =
                    outer.tokens.start + u32::from(matches!(self.word(outer.tokens.start), "and" | "but" | "or"));
                let timed = self.timexes.iter().take(MANY).any(|t| t.tokens.start == first + 1);
                let led = self.sense(first).is(Sense::PREPOSITION) && !timed;
                let word = |at: u32| self.doc.tokens[at as usize].kind == TokenKind::Word && !adverb(at);
                if !led && verb.tokens.start <= shown.start && (first..verb.tokens.start).take(FAR as usize).any(word) {
                    return Some((TokenRange::new(first, verb.tokens.start), at));
                }
            }
            // `resigned after losing a vote and was replaced`
            let inside = outer.kind == ClauseKind::Subordinate && verb.tense == VerbTense::None;
            if !inside && !matches!(outer.kind, ClauseKind::Coordinated | ClauseKind::Participial) {
                let start = self.behind_preamble(at, self.behind_dateline(outer.tokens.start));
                let end = verb.tokens.start.min(shown.start);
                return (start < end).then(|| (TokenRange::new(start, end), at));
            }
        }
        None
    }

    /// The subject to be read before a clause shown without its own (`and left for York`), as few words as say who; with
    /// the auxiliary where the clause shares that too (`was arrested and charged`).
    pub(super) fn supplied(&self, clause: usize, shown: TokenRange) -> Option<TokenRange> {
        // `… and plans to leave in May`: shown with the verb that plans.
        let meant = self.parent(clause).filter(|&p| {
            let verb = self.verb(p).filter(|v| v.tokens.start == shown.start && v.tense == VerbTense::Present);
            self.parse.clauses[clause].kind == ClauseKind::Infinitive && verb.is_some()
        });
        let clause = meant.unwrap_or(clause);
        let verb = self.verb(clause)?;
        // `and 11 have died this year` has its own.
        let unit = self.sense(shown.start + 1).is(Sense::UNIT);
        if attach::is_counted(self.doc, shown.start) && !unit && shown.start < verb.tokens.start {
            return None;
        }
        // `…, hosting a show in 1965`; `the bridge built in 1990` has its noun.
        let this = &self.parse.clauses[clause];
        let comma = this.tokens.start.checked_sub(1).is_some_and(|at| self.word(at) == ",");
        // `has won nine games since joining the club in 2011`
        let led = this.kind == ClauseKind::Subordinate
            && matches!(
                self.lower(this.tokens.start).as_ref(),
                "after" | "before" | "since" | "when" | "while" | "whilst"
            );
        let adds = (this.kind == ClauseKind::Participial && comma || led)
            && (!verb.passive || matches!(self.word(verb.tokens.start), "being" | "having"));
        let deed = self.is_deed(clause);
        let (range, owner) = self.subject(clause, shown)?;
        // `will close the plant in May and shed nine jobs by June`
        let shed = this.kind == ClauseKind::Participial
            && shown.start > range.end
            && verb.tokens.len() == 1
            && shown.start == verb.tokens.start
            && self.word(shown.start - 1) == "and"
            && self.verb(owner).is_some_and(|v| matches!(v.tense, VerbTense::Future | VerbTense::Modal) && !v.passive);
        if verb.tense == VerbTense::None && !(adds || shed || deed) && range.start < shown.end {
            return None;
        }
        let mut start = range.start;
        // `On Tuesday the mayor …`, `Today, …`
        let first = self.timexes.partition_point(|t| t.tokens.end <= start);
        let lead = self.timexes[first..].iter().take(2).map(|t| t.tokens).find(|t| t.start <= start + 2);
        if let Some(timed) = lead.filter(|t| t.end < range.end) {
            start = timed.end;
        }
        // `After work in the mines, after leaving school, he …`: what stands before the subject.
        if start < range.end && self.sense(start).is(Sense::PREPOSITION) {
            // `After a vote in May, the town closed the mill`: one comma.
            let mut commas = (start..range.end).filter(|&at| self.word(at) == ",");
            let comma = commas.next().filter(|&comma| comma + 1 < range.end && commas.next().is_none())?;
            start = comma + 1;
        }
        // `York, where guards shot and wounded nine`
        let place = |at: u32| self.word(at) == "where" && at + 1 < range.end;
        // `That partner admitted it and is to be sentenced`
        let that = |at: u32| self.word(at) == "That";
        let leads = |at: u32| place(at) || self.opens_nothing(at) || self.sense(at).is(Sense::LEADING);
        while start < range.end && leads(start) && !that(start) {
            start += 1;
        }
        let ends =
            |at: &u32| self.parse.clause_of(*at) != Some(owner) || matches!(self.word(*at), "," | "(" | "—" | "–");
        let mut end = (start..range.end).find(ends).unwrap_or(range.end);
        // `In July, a year after the war ended, the bank …`: a measure is nobody.
        if end > start && self.sense(end - 1).is(Sense::UNIT) && self.parse.clause_of(end) != Some(owner) {
            start = (end..range.end).find(|&at| self.parse.clause_of(at) == Some(owner) && !self.is_mark(at))?;
            end = (start..range.end).find(ends).unwrap_or(range.end);
        }
        // `Detectives first questioned him and released him`, not `The first won and left`
        let soft = |at: u32| grammar::is_adverb(self.doc, at as usize) && !self.sense(at - 1).is(Sense::DETERMINER);
        while end > start + 1 && (self.sense(end - 1).is(Sense::POINTER) || soft(end - 1)) {
            end -= 1;
        }
        // `The mayor on Monday signed it and left`
        let timed = |t: TokenRange| t.end == end && t.start > start + 1 && !self.is_mark(t.start - 1);
        if let Some(timed) = self.timexes.iter().take(MANY).map(|t| t.tokens).find(|t| timed(*t)) {
            end = timed.start - u32::from(self.sense(timed.start - 1).is(Sense::PREPOSITION));
        }
        let said_before = self.sense(start).is(Sense::PREPOSITION);
        let pronoun = end == start + 1 && matches!(self.word(start), "who" | "which" | "that" | "whom");
        if start >= end || end - start > 14 || said_before || pronoun {
            return None;
        }
        let outer = self.verb(owner)?;
        // `was elected, and formed a council`, not `was found and given a meal`.
        let object = verb.main + 1 + u32::from(matches!(self.behind(verb, 1), "down" | "out" | "off" | "up"));
        let sum = |at: u32| matches!(self.word(at), "$" | "£" | "€");
        let active = object < shown.end
            && (self.sense(object).is(Sense::DETERMINER) || sum(object))
            && !self.sense(verb.main).is(Sense::GIVEN);
        if shed && end == outer.tokens.start {
            end = outer.main;
        }
        // `was hired in 2004 and left in 2009`
        let next = self.behind(verb, 1);
        let timed = |t: &Timex| (verb.main + 1..verb.main + 3).contains(&t.tokens.start);
        let left = || self.word(verb.main) == "left" && self.timexes.iter().take(MANY).any(timed);
        let active = active || left() || self.is_of(verb.main, Group::Alone) && next != "by" && next != "with";
        let shares =
            verb.passive && verb.tokens.len() == 1 && outer.passive && outer.main > outer.tokens.start && !active;
        // `A man known as Bo was beaten and robbed`: what stands between the noun and the auxiliary too.
        if shares && end < outer.tokens.start && range.end == outer.tokens.start && outer.tokens.start - start <= 14 {
            end = outer.tokens.start;
        }
        if shares && end == outer.tokens.start {
            // `was first shown`: the auxiliaries alone.
            let auxiliary = |at: &u32| {
                matches!(
                    self.word(*at),
                    "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has" | "have" | "had" | "will"
                )
            };
            end += (outer.tokens.start..outer.main).take_while(auxiliary).count() as u32;
        }
        Some(TokenRange::new(start, end))
    }

    /// `had been in hiding since his escape in May`, `After its vote on Friday, the council …`: the subject of the clause around words
    /// that begin with whose they are.
    pub(super) fn owner(&self, shown: TokenRange) -> Option<TokenRange> {
        if !matches!(self.lower(shown.start).as_ref(), "his" | "her" | "its" | "their") {
            return None;
        }
        let mut at = self.parse.clause_of(shown.start)?;
        for _ in 0..4 {
            let verb = self.verb(at);
            // Not a subject that is itself what begins so.
            let subject = verb.filter(|v| v.tense != VerbTense::None && !(shown.start..shown.end).contains(&v.main));
            if let Some(verb) = subject.filter(|v| v.tokens.start > 0) {
                let outer = self.parse.clauses[at].tokens.start;
                // `a boy who fled after his arrest`
                if self.word(outer) == "who" && outer + 1 == verb.tokens.start {
                    let start = attach::antecedent(self.doc, self.parse, at)?;
                    let end = outer - u32::from(self.is_mark(outer - 1));
                    return (start < end && end <= shown.start).then(|| TokenRange::new(start, end));
                }
                // `Ann Lee, who was ill, left after her arrest`: before the aside.
                let aside = |&end: &u32| self.parse.clause_of(end) == Some(at) && !self.is_mark(end);
                let last = (outer..verb.tokens.start).rev().take(FAR as usize).find(aside)?;
                let end = if self.is_mark(verb.tokens.start - 1) { last + 1 } else { verb.tokens.start };
                let start = attach::phrase_start(self.doc, self.parse, at, end)?;
                let before = start.checked_sub(1).filter(|&b| self.parse.clause_of(b) == Some(at));
                let inner = before.is_some_and(|b| self.sense(b).is(Sense::PREPOSITION) || self.word(b) == "and");
                let apart = start >= shown.end || verb.tokens.start <= shown.start;
                // `After his death in May, his widow ran it`: not the widow's.
                let whose = |at: u32| matches!(self.lower(at).as_ref(), "his" | "her" | "its" | "their");
                let owned = start >= shown.end && (shown.end..=start).rev().take(4).any(whose);
                return (!inner && !owned && apart && !self.is_quoted(start)).then(|| TokenRange::new(start, end));
            }
            at = self.parent(at)?;
        }
        None
    }

    /// A participle or verb shown without the noun it is told of: `…”, begun in 1993`.
    pub(super) fn lacks_subject(&self, clause: usize, verb: &VerbGroup, shown: TokenRange) -> bool {
        let told = match self.parse.clauses[clause].kind {
            ClauseKind::Relative | ClauseKind::Content => true,
            ClauseKind::Participial => verb.passive && verb.tokens.len() == 1,
            _ => false,
        };
        let first = self.doc.sentences[self.number].tokens.start;
        told && shown.start == verb.tokens.start
            && shown.start > first
            && !matches!(self.word(shown.start - 1), "and" | "or" | "but")
            && self.supplied(clause, shown).is_none()
    }
}
