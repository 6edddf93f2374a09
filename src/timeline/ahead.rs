//! When a clause lies by its verb and what stands with it: over, or ahead of whoever planned it.

use super::candidates::{MANY, Reader};
use super::lexicon::{Group, Sense};
use super::{attach, when};
use crate::grammar::{self, ClauseKind, VerbGroup, VerbTense};
use crate::time::{Timex, is_agreed_there};
use std::cmp::Ordering;

impl Reader<'_> {
    /// When a clause lies, by its verb: `will close the plant and cut 600 jobs` goes on with `will`, and what is `planned
    /// for` a time lies ahead of whoever planned it.
    pub(super) fn tense(&self, clause: usize, verb: &VerbGroup) -> VerbTense {
        let this = &self.parse.clauses[clause];
        let above = self.parent(clause).and_then(|parent| self.verb(parent)).map(|above| above.tense);
        let before = verb.tokens.start.checked_sub(1).map_or("", |at| self.word(at));
        let bare = matches!(this.kind, ClauseKind::Coordinated | ClauseKind::Participial)
            && verb.tokens.len() == 1
            && self.sense(verb.main).is(Sense::TENSELESS)
            && matches!(before, "and" | "or" | "then");
        let ahead = above.filter(|tense| bare && matches!(tense, VerbTense::Future | VerbTense::Modal));
        let meant = this.kind == ClauseKind::Participial && self.is_planned_for(verb);
        // `is expected in Oslo on Thursday`
        let awaited = verb.passive && verb.tense == VerbTense::Present;
        let fixed = this.kind == ClauseKind::Participial && verb.passive && verb.tense == VerbTense::None;
        let awaited = awaited || fixed && self.is_of_later(verb);
        let awaited = awaited && self.sense(verb.main).is(Sense::FIXED);
        // `will be held on Saturday, followed by a slalom on Sunday`
        let goes_with = this.kind == ClauseKind::Participial
            && verb.tense == VerbTense::None
            && matches!(self.word(verb.main), "followed" | "preceded" | "accompanied" | "joined")
            && self.behind(verb, 1) == "by";
        let ahead = ahead.or(above.filter(|tense| goes_with && matches!(tense, VerbTense::Future | VerbTense::Modal)));
        // `A date of 17 March has been set`: it lies ahead of whoever set it.
        let set = verb.passive
            && matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect)
            && self.is_of(verb.main, Group::Settled)
            && verb.tokens.start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "date" | "deadline"));
        ahead.unwrap_or(match () {
            _ if meant => VerbTense::Modal,
            _ if set || verb.tense == VerbTense::None && self.is_due(clause) => VerbTense::Future,
            _ if verb.tense == VerbTense::Future && self.is_agreed_there(clause, verb) => VerbTense::Past,
            _ if self.is_before_it(clause, verb) => VerbTense::Future,
            _ if awaited || self.is_put_off(verb) || self.is_bidden_ahead(clause, verb) => VerbTense::Future,
            _ if self.published.is_none()
                && verb.tense == VerbTense::Present
                && (self.is_on_timetable(clause, verb) || self.looks_ahead(clause, verb)) =>
            {
                VerbTense::Future
            }
            _ => verb.tense,
        })
    }

    /// `was ordered to return to court on 14 February`, of a day to come.
    pub(super) fn is_bidden_ahead(&self, clause: usize, verb: &VerbGroup) -> bool {
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect);
        let day_ahead = |t: &&Timex| {
            let date = t.date.as_deref().unwrap_or_default();
            t.tokens.start > verb.main && self.published.and_then(|p| when::compare(date, p)) == Some(Ordering::Greater)
        };
        // `has summoned him on 20 February`, `called both sides for 3 March`
        if past && matches!(self.word(verb.main), "called" | "convened" | "invited" | "listed" | "summoned") {
            let led = |t: &Timex| matches!(self.word(t.tokens.start - 1), "on" | "for");
            let mut mine = self.timexes.iter().take(MANY).filter(day_ahead);
            return mine.any(|t| led(t) && self.parse.clause_of(t.tokens.start) == Some(clause));
        }
        if !past || !verb.passive || !self.sense(verb.main).is(Sense::BIDDING) {
            return false;
        }
        let bidden = |c: usize| {
            let this = &self.parse.clauses[c];
            this.kind == ClauseKind::Infinitive && self.parent(c) == Some(clause) && this.tokens.start == verb.main + 1
        };
        let mut dated = self.timexes.iter().take(MANY).filter(|t| t.date.is_some());
        dated.find(|t| t.tokens.start > verb.main).is_some_and(|t| {
            matches!(self.word(t.tokens.start - 1), "on" | "in")
                && day_ahead(&t)
                && self.parse.clause_of(t.tokens.start).is_some_and(bidden)
        })
    }

    /// `agreed to join forces at a ceremony on Saturday`
    pub(super) fn is_agreed_there(&self, clause: usize, verb: &VerbGroup) -> bool {
        let mine = |t: &&Timex| t.tokens.start > verb.main && self.parse.clause_of(t.tokens.start) == Some(clause);
        let timex = self.timexes.iter().take(MANY).find(mine);
        timex.is_some_and(|t| is_agreed_there(self.doc, verb, t.tokens.start))
    }

    /// `was adjourned until 3 May`: what the day is of lies ahead.
    pub(super) fn is_put_off(&self, verb: &VerbGroup) -> bool {
        let until = (1..5).any(|n| matches!(self.behind(verb, n), "until" | "till"));
        // `was put off until 3 May`
        let two = matches!(self.word(verb.main), "put" | "pushed") && matches!(self.behind(verb, 1), "back" | "off");
        (attach::is_bound(self.word(verb.main)) || two) && until
            || self.word(verb.main) == "adjourned" && self.behind(verb, 1) == "to"
    }

    /// `polls expected later this year`
    pub(super) fn is_of_later(&self, verb: &VerbGroup) -> bool {
        let next = u32::from(matches!(self.behind(verb, 1), "in" | "on" | "for" | "during"));
        let word = self.behind(verb, 1 + next);
        let timex =
            self.timexes.iter().take(MANY).find(|t| t.tokens.range().contains(&((verb.main + 1 + next) as usize)));
        let date = timex.and_then(|t| t.date.as_deref()).unwrap_or_default();
        let order = self.published.and_then(|p| when::compare(date, p));
        timex.is_some()
            && (order == Some(Ordering::Greater) || order != Some(Ordering::Less) && matches!(word, "later" | "next"))
    }

    /// `planned for May`, `scheduled to open`
    pub(super) fn is_planned_for(&self, verb: &VerbGroup) -> bool {
        self.sense(verb.main).is(Sense::FIXED) && matches!(self.behind(verb, 1), "for" | "to")
    }

    /// `will speak before he heads to York later this week`: told in the present, it lies ahead.
    pub(super) fn is_before_it(&self, clause: usize, verb: &VerbGroup) -> bool {
        let this = &self.parse.clauses[clause];
        let led = this.kind == ClauseKind::Subordinate
            && matches!(self.lower(this.tokens.start).as_ref(), "before" | "until");
        let ahead = |at: usize| self.is_of(at as u32, Group::Coming) || self.doc.word(at) == "this";
        let mut mine = self
            .timexes
            .iter()
            .take(MANY)
            .filter(|t| t.tokens.start > verb.main && self.parse.clause_of(t.tokens.start) == Some(clause));
        led && verb.tense == VerbTense::Present && mine.any(|t| t.tokens.range().any(ahead))
    }

    /// `set off on Monday to find him`: that is no plan.
    pub(super) fn sets_out(&self, verb: &VerbGroup) -> bool {
        self.word(verb.main) == "set" && matches!(self.behind(verb, 1), "about" | "off" | "out" | "sail")
    }

    /// `visits Oslo next month`, `is set for 30 January`, `when his term expires in May`: told in the present, it lies ahead of
    /// whoever writes, though nobody knows when that was.
    pub(super) fn looks_ahead(&self, clause: usize, verb: &VerbGroup) -> bool {
        if verb.negated || self.sense(verb.main).is(Sense::SAY) {
            return false;
        }
        let this = &self.parse.clauses[clause];
        // Not `said on Monday that it is being planned for May`.
        let being = verb.tokens.range().any(|at| self.doc.word(at) == "being");
        let fixed = verb.passive && !being && self.sense(verb.main).is(Sense::FIXED) || self.behind(verb, 1) == "due";
        let infinitive = |c: &grammar::Clause| c.kind == ClauseKind::Infinitive && c.parent == Some(clause as u32);
        let plans = !verb.passive
            && !self.sets_out(verb)
            && self.sense(verb.main).is(Sense::PLAN)
            && self.parse.clauses.iter().skip(clause + 1).take(4).any(infinitive);
        if fixed || plans {
            return true;
        }
        let timed = self.is_of(verb.main, Group::Timed);
        let led = this.kind == ClauseKind::Subordinate
            && matches!(self.lower(this.tokens.start).as_ref(), "after" | "before" | "once" | "until" | "when");
        // `when she takes office`, `before it takes effect`, `when it goes into force`
        let enters = matches!(self.word(verb.main), "take" | "takes" | "go" | "goes" | "come" | "comes")
            && (1..4).any(|n| matches!(self.behind(verb, n), "office" | "power" | "effect" | "force" | "over"));
        let ahead = |t: &Timex| {
            let coming = t.tokens.range().any(|at| self.is_of(at as u32, Group::Coming));
            let month = t.tokens.range().any(|at| self.sense(at as u32).is(Sense::MONTH));
            let this = self.lower(t.tokens.start) == "this" && !self.sense(t.tokens.start + 1).is(Sense::DAY);
            // Not `comes ahead of a summit next week`, `is appealing for aid for next year`.
            let now =
                self.sense(verb.main).is(Sense::STATE.with(Sense::ACT)) || self.word(verb.main).starts_with("come");
            coming && !now || timed && (this || led && month) || led && enters && (this || month)
        };
        let mine = |t: &&Timex| t.tokens.start > verb.main && self.parse.clause_of(t.tokens.start) == Some(clause);
        self.timexes.iter().take(MANY).filter(mine).any(ahead)
    }

    /// `begin February 20`, `turns 90 on July 18`: of a year that nothing says, but it is one day.
    pub(super) fn is_on_timetable(&self, clause: usize, verb: &VerbGroup) -> bool {
        let mine = |t: &&Timex| self.parse.clause_of(t.tokens.start) == Some(clause) && t.tokens.start > verb.main;
        let timex = self.timexes.iter().take(MANY).find(mine);
        let fixed = self.is_of(verb.main, Group::Timed) || self.word(verb.main) == "turns";
        fixed && timex.is_some_and(|t| attach::is_calendar(self.doc, t.tokens))
    }
}
