//! Words that point to another time than the story's: `previously`, `had long opposed`, `so far`, `soon after`.

use crate::analysis::TimexKind;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::timeline::attach;
use crate::timeline::candidates::{FAR, MANY, Reader};
use crate::timeline::lexicon::{Group, Sense};

impl Reader<'_> {
    /// `The president earlier held a meeting`: right at the verb, with no measure.
    pub(in crate::timeline) fn is_just_earlier(&self, clause: usize, verb: &VerbGroup) -> bool {
        let own = |at: &u32| self.parse.clause_of(*at) == Some(clause) && self.sense(*at).is(Sense::POINTER);
        let start = self.parse.clauses[clause].tokens.start.max(verb.tokens.start.saturating_sub(FAR));
        let mut pointers = (start..self.parse.clauses[clause].tokens.end.min(verb.main + FAR)).filter(own);
        let only = (pointers.next(), pointers.next());
        let earlier = |at: u32| self.word(at) == "earlier" && at + 1 == verb.tokens.start;
        verb.tense == VerbTense::Past
            && only.0.is_some_and(|at| earlier(at) && at > start && !self.sense(at - 1).is(Sense::UNIT))
            && only.1.is_none()
    }

    /// `Later, they left by sea`: no other time but one right behind what was told before.
    pub(in crate::timeline) fn is_onward(&self, clause: usize) -> bool {
        let tokens = self.parse.clauses[clause].tokens;
        let own = |at: &u32| self.parse.clause_of(*at) == Some(clause);
        let timed = self.timexes.iter().take(MANY).any(|t| t.kind != TimexKind::Time && own(&t.tokens.start));
        let mut away = (tokens.start..tokens.end.min(tokens.start + FAR))
            .filter(|at| own(at) && self.points_away(clause, *at))
            .map(|at| matches!(self.lower(at).as_ref(), "later" | "soon" | "subsequently"));
        !timed && away.next() == Some(true) && away.all(|onward| onward)
    }

    /// `previously`, `had long opposed`, `so far`, `soon after`; not `ultra-long`.
    pub(super) fn points_away(&self, clause: usize, at: u32) -> bool {
        if !self.sense(at).is(Sense::POINTER) {
            return false;
        }
        let word = |at: u32| self.doc.tokens.get(at as usize).map_or("", |_| self.word(at));
        let before = at.checked_sub(1).map_or("", word);
        let verbal = || self.verb(clause).is_some_and(|v| v.tokens.start <= at + 1 && at < v.tokens.end);
        match word(at).to_lowercase().as_str() {
            "long" => before != "-" && verbal(),
            // `were found before midday`
            "before" | "until"
                if self.timexes.iter().take(MANY).any(|t| t.tokens.start == at + 1 && t.kind == TimexKind::Time) =>
            {
                false
            }
            // `limped off before the break`
            "before" if self.is_stage(at + 1 + u32::from(word(at + 1) == "the")) => false,
            // `was shot twice`: in one go.
            "twice" if self.verb(clause).is_some_and(|v| self.is_of(v.main, Group::Blow)) => false,
            // `appeared before a judge`: a place.
            "before" if self.is_before_someone(at) => false,
            "far" => before.eq_ignore_ascii_case("so"),
            // `Six minutes later, she scored again`: on the same day.
            "later" if at > 0 && self.is_of(at - 1, Group::Brief) => false,
            "soon" => matches!(word(at + 1), "after" | "before"),
            // `has ever done`, `ever since`; not `for the first time ever`, `the largest ever`
            "ever" => verbal() || word(at + 1) == "since",
            "years" | "decades" => before != "-" && !self.is_term(clause, at) && !self.is_of_record(at),
            // `For a century it built ships`
            "century" | "decade" | "generation" => {
                before == "a"
                    && at.checked_sub(2).is_some_and(|at| self.word(at).eq_ignore_ascii_case("for"))
                    && !self.is_term(clause, at)
            }
            // `Lee, recently sworn in as mayor, was killed`: of what is said of her in passing.
            _ => before != "-" && !self.leads_aside(clause, at),
        }
    }

    /// `the break`, `half-time`: what the day of the story itself has.
    fn is_stage(&self, at: u32) -> bool {
        let hyphen = self.doc.tokens.get(at as usize + 1).is_some_and(|_| self.word(at + 1) == "-");
        self.is_of(at, Group::Stage) || hyphen && matches!(self.word(at), "half" | "kick")
    }

    /// `spoke before a crowd of nine thousand`, `appeared before a judge`; not `before the court ruled`, `before the council vote`.
    fn is_before_someone(&self, at: u32) -> bool {
        let end = self.doc.sentences[self.number].tokens.end;
        let own = |n: &u32| !self.is_mark(*n) && !self.sense(*n).is(Sense::PREPOSITION);
        let someone = (at + 2..end.min(at + 6)).take_while(own).find(|&n| self.is_of(n, Group::Hearers));
        someone.is_some_and(|n| n + 1 >= end || self.is_mark(n + 1) || self.sense(n + 1).is(Sense::STOP))
    }

    /// `sentenced to five years in prison`, `jailed for five years`, `banned for two years`: how long it will be.
    pub(super) fn is_term(&self, clause: usize, unit: u32) -> bool {
        let Some(verb) = self.verb(clause).filter(|v| v.main < unit && unit - v.main < FAR) else { return false };
        let lead = |at: &u32| matches!(self.word(*at), "to" | "for" | "by");
        let first = (verb.main + 1..unit).rev().take(4).find(lead);
        let barred = || matches!(self.word(verb.main), "banned" | "barred" | "disqualified" | "suspended");
        let term = self.sense(verb.main).is(Sense::COURT) || barred();
        let next = self.doc.tokens.get(unit as usize + 1).map_or("", |_| self.word(unit + 1));
        // `jailed for ten years after a fraud`, not `jailed for fraud ten years after the fire`
        let long = || next == "after" && unit > 1 && lead(&(unit - 2));
        let counted = || matches!(next, "ago" | "after" | "before" | "earlier" | "later") && !long();
        term && first.is_some() && !counted()
    }

    /// `for the first time in nine years`, `the worst flood in decades`: how long nothing was like it.
    fn is_of_record(&self, unit: u32) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let lead = (unit.saturating_sub(3).max(first)..unit).rev().find(|&at| matches!(self.word(at), "in" | "for"));
        let before =
            |lead: u32| (lead.saturating_sub(5).max(first + 1)..lead).any(|at| attach::is_superlative(self.doc, at));
        lead.is_some_and(before)
    }

    /// A word right before a participle that commas set apart from the clause.
    pub(super) fn leads_aside(&self, clause: usize, at: u32) -> bool {
        // `beat Ann Lee, once a favourite`: of what is said of her, without a verb.
        let once = matches!(self.word(at), "formerly" | "once" | "originally" | "previously");
        let behind = self.verb(clause).is_some_and(|v| v.main + 1 < at);
        let more = at + 1 < self.doc.sentences[self.number].tokens.end && !self.is_mark(at + 1);
        if once && behind && more && at > 0 && self.word(at - 1) == "," {
            let end = self.parse.clauses[clause].tokens.end.min(at + FAR);
            let again = matches!(self.word(at + 1), "again" | "more");
            return !again && (at + 1..end).take_while(|&n| !self.is_mark(n)).all(|n| self.parse.verb_at(n).is_none());
        }
        let next =
            (at + 1 < self.doc.sentences[self.number].tokens.end).then(|| self.parse.clause_of(at + 1)).flatten();
        let participle = |c: usize| c != clause && self.parse.clauses[c].kind == ClauseKind::Participial;
        // `less than the $9 million originally demanded`
        let told = |c: usize| participle(c) && self.parse.clauses[c].tokens.start == at + 1 && !self.is_mark(at - 1);
        if behind && next.is_some_and(told) {
            return true;
        }
        let verb = self.verb(clause).is_some_and(|v| v.tokens.start > at);
        verb && at > 0 && self.word(at - 1) == "," && next.is_some_and(participle)
    }
}
