//! Where a clause ends before its words do.

use super::Machine;
use crate::grammar::VerbTense;
use crate::grammar::words::Class;

impl Machine<'_> {
    /// `Police seized Berg, who owns a cinema, from his flat on Monday`: what is told as past behind what is so still.
    pub(super) fn goes_on_behind(&self, from: usize, comma: usize, to: usize) -> bool {
        let tense = |clause: usize| self.clauses[clause].verb.map(|v| self.verbs[v as usize].tense);
        let around = tense(self.tensed_around(self.parent(self.top).unwrap_or(0)));
        let own = tense(self.top);
        let opened = (0..from).rev().take(24).take_while(|&at| usize::from(self.owner[at]) == self.top).last();
        let aside = opened.is_some_and(|at| at > 0 && (self.words[at - 1].is(Class::COMMA) || self.word(at) == "who"));
        let mut behind = (comma + 2..to).take(16).take_while(|&at| !self.words[at].is(Class::BREAK));
        aside
            && around == Some(VerbTense::Past)
            && own.is_some_and(|t| !matches!(t, VerbTense::Past | VerbTense::None))
            && comma + 1 < to
            && (self.words[comma + 1].is(Class::PREPOSITION) || matches!(self.word(comma + 1), "after" | "before"))
            && behind.any(|at| self.words[at].is(Class::CALENDAR))
    }

    /// True where words of time behind the comma are rather of the clause around: it lies ahead, it is told as past and the
    /// relative clause is not, or a weekday follows. Not `was sent to York, where he died, in 1944`.
    pub(super) fn is_told_around(&self, comma: usize) -> bool {
        let verb = |clause: usize| self.clauses[clause].verb.map(|v| &self.verbs[v as usize]);
        let around = verb(self.tensed_around(self.parent(self.top).unwrap_or(0))).map(|v| v.tense);
        let Some(own) = verb(self.top) else { return false };
        let past = own.tense == VerbTense::Past;
        let origin =
            matches!(self.word((own.main - self.base) as usize), "based" | "born" | "called" | "known" | "named");
        let weekday = (comma + 1..self.words.len().min(comma + 3)).any(|at| self.word(at).ends_with("day"));
        match around {
            Some(VerbTense::Future | VerbTense::Modal) => true,
            Some(VerbTense::Past) => !past || origin || weekday,
            _ => weekday,
        }
    }

    /// `Oct`, `Sept.`
    pub(super) fn is_month(&self, at: usize) -> bool {
        self.words[at].is(Class::CALENDAR) || self.words[at].is(Class::NAME) && self.word(at).ends_with('.')
    }
}
