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

    /// `Oct`, `Sept.`
    pub(super) fn is_month(&self, at: usize) -> bool {
        self.words[at].is(Class::CALENDAR) || self.words[at].is(Class::NAME) && self.word(at).ends_with('.')
    }
}
