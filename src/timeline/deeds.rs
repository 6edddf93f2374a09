//! What someone was found to have done, told behind the verdict: `was convicted of killing a man in 2019`.
//!
//! Absent here: what is only laid to someone's charge, which is no event of its own.

use super::attach::Hold;
use super::candidates::{FAR, MANY, Reader};
use super::lexicon::{Group, Sense};
use super::when;
use crate::TokenRange;
use crate::document::TokenKind;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

impl Reader<'_> {
    /// True for a gerund with a time of its own that is over, where the clause around it says that it was proved, owned up to or
    /// punished.
    pub(super) fn is_deed(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let start = self.verb(clause).map_or(this.tokens.start, |v| v.main);
        let gerund = matches!(this.kind, ClauseKind::Participial | ClauseKind::Infinitive);
        if self.timexes.is_empty() || !gerund || !self.word(start).ends_with("ing") {
            return false;
        }
        let Some(outer) = self.parent(clause).and_then(|p| self.verb(p)).filter(|v| v.main < start) else {
            return false;
        };
        let done = self.verb(clause).is_some_and(|v| v.tense == VerbTense::None && !v.passive && !v.negated);
        let past = matches!(outer.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect);
        // `was found guilty of shoplifting in 2012`: rather the day of the verdict.
        let bare = self.timexes.iter().take(MANY).any(|t| t.tokens.start == start + 2 && self.word(start + 1) == "in");
        !bare && done && past && !outer.negated && self.is_proved(outer, start) && self.is_long_over(clause)
    }

    /// `was detained after killing a man in 2019`: some time later.
    pub(super) fn is_told_behind_deed(&self, clause: usize, held: &[Hold]) -> bool {
        self.timexes.iter().zip(held).take(MANY).any(|(timex, hold)| {
            let Hold::Clause(deed) = *hold else { return false };
            let after = |c: usize| {
                let start = self.parse.clauses[c].tokens.start;
                self.word(start) == "after" || start > 0 && self.word(start - 1) == "after"
            };
            // `after killing men carrying guns in 2019`
            let (mut at, mut behind) = (deed, false);
            while timex.date.is_some() && at > clause && self.verb(at).is_some_and(|v| v.tense == VerbTense::None) {
                behind |= after(at);
                let Some(parent) = self.parent(at).filter(|&parent| parent < at) else { break };
                at = parent;
            }
            behind && at == clause
        })
    }

    /// `was found guilty of bribery between 2013 and 2015`, `was charged with fraud from 2016 to 2018`: a stretch of time is
    /// that of the crime, which is an event only where it was proved.
    pub(super) fn of_crime(&self, clause: usize, verb: &VerbGroup, timex: &Timex) -> Option<Hold> {
        let (start, date) = (timex.tokens.start, timex.date.as_deref()?);
        let range = date.contains('/') && matches!(self.word(start - 1), "between" | "from");
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect);
        if !range || !past || self.parse.clauses[clause].kind == ClauseKind::Infinitive {
            return None;
        }
        let lead = |&at: &u32| matches!(self.word(at), "of" | "with" | "for" | "to" | "as");
        let noun = (verb.main + 1..start - 1).take(FAR as usize).find(lead)? + 1;
        if self.is_proved(verb, noun) {
            return Some(Hold::Noun { phrase: TokenRange::new(noun, timex.tokens.end), head: noun });
        }
        let charged = match self.word(noun - 1) {
            "with" => matches!(self.word(verb.main), "charged"),
            "of" => matches!(self.word(verb.main), "accused" | "acquitted" | "cleared" | "suspected"),
            "as" => matches!(self.word(verb.main), "identified" | "named" | "described"),
            _ => false,
        };
        charged.then_some(Hold::Inside)
    }

    /// `was awarded the cross for his actions on 6 June 1944`: the day of what it was for; when it was given, nobody knows.
    pub(super) fn of_merit(&self, verb: &VerbGroup, timex: &Timex) -> Option<Hold> {
        const NEAR: u32 = 8;
        let start = timex.tokens.start;
        let given = self.is_of(verb.main, Group::Rewarded) || self.sense(verb.main).is(Sense::GIVEN) && verb.passive;
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect);
        let whose = |at: u32| matches!(self.word(at), "his" | "her" | "its" | "their");
        let led = matches!(self.word(start.max(1) - 1), "on" | "in" | "during" | "of");
        let mut behind =
            (start.saturating_sub(NEAR).max(verb.main + 1)..start).rev().take_while(|&at| !self.is_mark(at));
        let merit = behind.any(|at| self.word(at) == "for" && at + 2 < start && whose(at + 1));
        (given && past && led && merit).then_some(Hold::Inside)
    }

    /// Who is told to have done what the noun at `head` names, where it stands as in `was convicted of fraud`.
    pub(super) fn doer_of_noun(&self, head: u32) -> Option<TokenRange> {
        let clause = self.parse.clause_of(head)?;
        let verb = self.verb(clause).filter(|v| v.main < head && self.is_proved(v, head))?;
        self.doer_in(clause, verb).0.filter(|range| !range.is_empty())
    }

    /// `convicted of`, `guilty of`, `pleaded guilty to`, `jailed for 12 years for`, `admitted`; not `accused of`, `not guilty of`.
    fn is_proved(&self, verb: &VerbGroup, gerund: u32) -> bool {
        let said = |words: &[&str]| words.contains(&self.word(verb.main));
        // `pleaded guilty on Monday to stealing it`
        let guilty = || {
            let between = (verb.main..gerund).take(FAR as usize).find(|&at| self.word(at) == "guilty");
            between.is_some_and(|at| self.word(at - 1) != "not")
        };
        match self.word(gerund - 1) {
            "of" => said(&["convicted"]) || guilty(),
            "to" => said(&["admitted", "confessed"]) || guilty(),
            "for" => self.sense(verb.main).is(Sense::PUNISHED),
            _ => gerund == verb.main + 1 && said(&["admitted"]),
        }
    }

    /// True where its words of time lie more than some days before the publication: `was jailed for stealing it on Monday` may
    /// tell the day of either.
    fn is_long_over(&self, clause: usize) -> bool {
        let start = self.parse.clauses[clause].tokens.start;
        let first = self.timexes.partition_point(|t| t.tokens.start < start);
        let own = |c: usize| c == clause || self.parse.clauses[c].parent == Some(clause as u32);
        let timex = self.timexes[first..]
            .iter()
            .take(MANY)
            .find(|t| t.date.is_some() && self.parse.clause_of(t.tokens.start).is_some_and(own));
        let date = timex.and_then(|t| t.date.as_deref()).filter(|date| when::grain(date) > 0);
        let over = |date: &str| {
            self.published.is_none_or(|p| {
                when::compare(date, p) == Some(std::cmp::Ordering::Less)
                    && (when::grain(date) < 4 || !when::is_near(p, date, 8))
            })
        };
        date.is_some_and(over)
    }

    /// Who did what the gerund `clause` tells, and the clause that names them: `Lee`, in `Lee was jailed for` and `jailed Lee for`.
    pub(super) fn doer(&self, clause: usize) -> Option<(TokenRange, usize)> {
        let outer = self.parent(clause)?;
        let (range, outer) = self.doer_in(outer, self.verb(outer)?);
        range.map(|range| (range, outer))
    }

    fn doer_in(&self, outer: usize, verb: &VerbGroup) -> (Option<TokenRange>, usize) {
        if verb.passive || !matches!(self.word(verb.main), "convicted" | "found" | "fined" | "jailed" | "sentenced") {
            let first = self.parse.clauses[outer].tokens.start;
            let start = self.behind_preamble(outer, self.behind_dateline(first));
            return (Some(TokenRange::new(start, verb.tokens.start)), outer);
        }
        let start = verb.main + 1;
        let object = |at: &u32| {
            let word = self.doc.tokens[*at as usize].kind == TokenKind::Word;
            word && self.word(*at) != "guilty" && !self.sense(*at).is(Sense::PREPOSITION)
        };
        let end = (start..start + FAR).take_while(object).last();
        (end.map(|last| TokenRange::new(start, last + 1)), outer)
    }
}
