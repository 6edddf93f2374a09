//! Where a clause ends before its words do.

use super::{ClauseKind, Machine};
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

    /// The clause that goes on with the coordinator at `at` and the verb at `start`, where the nearest one with a tense, `with`,
    /// stands in the middle of another.
    pub(super) fn around_aside(&self, with: usize, at: usize, start: usize) -> usize {
        let adjacent = self.words[at + 1..start].iter().all(|c| c.is(Class::ADVERB.with(Class::NEGATION)));
        let relative = self.clauses[with].kind == ClauseKind::Relative;
        let comma = at > 0 && self.words[at - 1].is(Class::COMMA);
        let bound = adjacent && (comma || self.word(at) == "but");
        let bound = bound && (relative || self.clauses[with].kind == ClauseKind::Subordinate);
        let Some(outer) = self.parent(with).filter(|_| bound).map(|p| self.tensed_around(p)) else { return with };
        // `Prices rose after the mill closed but fell when it reopened`: each verb has its own.
        let own = |at: usize| at < self.words.len() && self.words[at].is(Class::SUBORDINATOR);
        let each = || !relative && self.word(at) == "but" && (start + 1..start + 5).any(own);
        let first = self.owner[..at].iter().position(|&owner| usize::from(owner) == with).filter(|&first| first > 0);
        let Some(first) = first else { return with };
        // `She left in May, when the mill closed, and won a seat in June`
        let opens = |comma: usize| self.words[comma].is(Class::COMMA);
        // `sold it, its first sale since it opened in 1999, and raised its prices`
        let noun = |&at: &usize| !self.words[at].is(Class::BREAK) && self.tense_at(at).is_none();
        let apart = || (0..first).rev().take(16).find(|at| !noun(at)).is_some_and(|at| opens(at) && at + 1 < first);
        let since = || matches!(self.word(first), "since" | "when" | "after");
        // `bought Otter, which employs nine people, and raised its forecast`
        let tense = |clause: usize| self.clauses[clause].verb.map(|v| self.verbs[v as usize].tense);
        let other = relative
            && !matches!(tense(with), Some(VerbTense::Past | VerbTense::None))
            && opens(first - 1)
            && [self.tense_at(start), tense(outer)] == [Some(VerbTense::Past); 2];
        let since = || !relative && since();
        // `, while the union, led by Lee, came second and won nine seats`: set against it, with a subject of its own.
        let contrast = matches!(self.word(first), "while" | "whilst") && !self.words[first + 1].is(Class::SUBJECT);
        let aside = comma
            && (other || self.words[first].is(Class::WHEN) && !contrast && opens(first - 1) || since() && apart());
        if (aside || each()) && self.clauses[outer].verb.is_some() { outer } else { with }
    }

    /// The tense of the verb group that the word belongs to.
    fn tense_at(&self, at: usize) -> Option<VerbTense> {
        let at = self.base + at as u32;
        let next = self.verbs.partition_point(|v| v.tokens.end <= at);
        self.verbs.get(next).filter(|v| v.tokens.start <= at && v.tense != VerbTense::None).map(|v| v.tense)
    }
}
