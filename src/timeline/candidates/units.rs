//! Which clauses are events of their own, and which only belong to the clause around them.

use super::{Candidate, MANY, Reader};
use crate::analysis::{Certainty, TimexKind};
use crate::document::{TokenKind, WEEKDAYS};
use crate::grammar::{self, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;
use crate::timeline::attach;
use crate::timeline::lexicon::{Group, Sense};
use crate::timeline::when;

impl Reader<'_> {
    /// The clause that shows the words of time of `clause`: itself, or for an infinitive or participle that is no event
    /// of its own the one around it.
    pub(in crate::timeline) fn unit_of(&self, clause: usize) -> usize {
        let mut at = clause;
        for _ in 0..8 {
            let this = &self.parse.clauses[at];
            let own = self.verb(at).is_some_and(|v| v.tense != VerbTense::None || v.passive) && !self.is_suffered(at);
            let own = own && !self.is_attribute(at) || self.is_due(at);
            let own = own && !self.is_either(at) && !(at != clause && self.is_moved(at, clause)) || self.is_deed(at);
            if own || this.kind == ClauseKind::Subordinate || self.is_other_time(at) || self.was_before(at) {
                return at;
            }
            let Some(parent) = self.parent(at) else { return at };
            at = parent;
        }
        at
    }

    /// `questioned a disgraced doctor on Friday`, `began limited flights this week`: a participle that only says which noun is
    /// meant, right behind the verb that the noun is the object of.
    fn is_attribute(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let Some(verb) = self.verb(clause).filter(|v| v.tense == VerbTense::None && v.passive) else { return false };
        let Some(outer) = self.parent(clause).and_then(|p| self.verb(p)) else { return false };
        // `cancelled scheduled visits next week`: the visits were to be then.
        let next = verb.main + 1;
        let meant = self.sense(verb.main).is(Sense::FIXED.with(Sense::PLAN).with(Sense::CANCEL));
        let alone = this.kind == ClauseKind::Participial && verb.tokens.len() == 1 && this.tokens.start == verb.main;
        let noun = |at: u32| {
            let other =
                Sense::STOP.with(Sense::DETERMINER).with(Sense::PREPOSITION).with(Sense::DAY).with(Sense::MONTH);
            at < self.doc.sentences[self.number].tokens.end
                && self.doc.tokens[at as usize].kind == TokenKind::Word
                && !self.sense(at).is(other)
                && !self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)))
                && self.parse.verb_at(at).is_none()
                && !grammar::is_adverb(self.doc, at as usize)
        };
        alone
            && !meant
            && !outer.passive
            && outer.tense != VerbTense::None
            && outer.main + 1 == this.tokens.start
            && noun(next)
    }

    /// `had its roof torn off on Friday`, `was found killed on Friday`: the participle tells no more than what happened to
    /// the subject of the clause around it.
    fn is_suffered(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let Some(outer) = self.parent(clause).and_then(|p| self.verb(p)) else { return false };
        let start = this.tokens.start;
        if this.kind != ClauseKind::Participial || outer.tense == VerbTense::None || start <= outer.main {
            return false;
        }
        let had = outer.tokens.len() == 1 && matches!(self.word(outer.main), "had" | "has" | "have" | "got");
        let owner = self.is_of(outer.main + 1, Group::Owner);
        let plain = |at: u32| !self.is_mark(at) && !self.sense(at).is(Sense::PREPOSITION);
        let plain_run = |from: u32, to: u32| (from..to).all(plain);
        let object = start > outer.main + 1 && start - outer.main < 7 && (outer.main + 1..start).all(plain);
        // `ordered the men released on Friday`: when the order was given.
        let ordered = matches!(self.word(outer.main), "ordered" | "orders") && !outer.passive;
        let passive = self.verb(clause).is_some_and(|v| v.passive);
        // `was among those held on Friday`
        let among = matches!(self.word(outer.main), "was" | "were")
            && passive
            && matches!(self.word(start - 1), "those" | "people" | "men" | "women")
            && (outer.main + 1..start).any(|at| self.word(at) == "among");
        // `said in a report released on Friday that …`
        let told = self.sense(outer.main).is(Sense::SAY)
            && passive
            && start - outer.main < 8
            && matches!(self.word(outer.main + 1), "in" | "on" | "during")
            && (self.is_of(start, Group::Shown) || matches!(self.word(start), "delivered" | "given" | "made"))
            && plain_run(outer.main + 2, start);
        // `was turned into an appeal signed by hundreds in March`: when it became that.
        let noun = self.parent(clause).and_then(|p| attach::phrase_start(self.doc, self.parse, p, start));
        let became = noun.filter(|&noun| noun > outer.main && matches!(self.word(noun), "a" | "an"));
        let became = passive && outer.passive && became.is_some_and(|noun| self.word(noun - 1) == "into");
        outer.passive && start == outer.main + 1
            || became
            || object && passive && self.is_left_so(outer, self.word(start), start)
            || among
            || told
            || had && owner && object
            || ordered && object && passive
    }

    /// `prospered, hosting a show in the mid-60s`, `won a medal at each, taking gold in 1992`: what a participle behind a
    /// comma adds with a year of its own is not the time of the clause that it is added to.
    pub(in crate::timeline) fn is_other_time(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let (start, end) = (this.tokens.start, this.tokens.end);
        let outer = self.parent(clause).and_then(|p| self.verb(p));
        let behind = outer.is_some_and(|v| v.main < start && v.tense != VerbTense::None);
        if self.timexes.is_empty() || this.kind != ClauseKind::Participial || !behind || self.word(start - 1) != "," {
            return false;
        }
        let first = self.timexes.partition_point(|t| t.tokens.start < start);
        let timex = self.timexes.get(first).filter(|t| t.tokens.end <= end);
        let date = timex.and_then(|t| t.date.as_deref()).unwrap_or_default();
        // `raided the town, killing nine people in 1990`: both at one time.
        let other = |v: &VerbGroup| v.tense == VerbTense::None && !self.sense(v.main).is(Sense::EFFECT);
        self.verb(clause).is_some_and(other) && (1..=2).contains(&when::grain(date))
    }

    /// `gave in the keys, having signed on Friday`: before what the clause around it tells, on a day of its own.
    fn was_before(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let start = this.tokens.start;
        let perfect =
            |v: &VerbGroup| v.tense == VerbTense::None && v.tokens.len() > 1 && self.lower(v.tokens.start) == "having";
        let apart = start == self.doc.sentences[self.number].tokens.start || start > 0 && self.is_mark(start - 1);
        let own = |t: &Timex| t.date.is_some() && self.parse.clause_of(t.tokens.start) == Some(clause);
        this.kind == ClauseKind::Participial
            && apart
            && self.verb(clause).is_some_and(perfect)
            && self.timexes.iter().take(MANY).any(own)
    }

    /// `which include a threat, earlier in the week`: its words of time look back.
    pub(super) fn is_timed_earlier(&self, clause: usize) -> bool {
        let earlier =
            |t: &Timex| self.word(t.tokens.start) == "earlier" && self.parse.clause_of(t.tokens.start) == Some(clause);
        let relative = self.parse.clauses[clause].kind == ClauseKind::Relative;
        relative && self.timexes.iter().take(MANY).any(earlier)
    }

    /// `In a report on Friday, the bank says …`, `In documents released on Friday, lawyers argue …`: they said so then.
    pub(in crate::timeline) fn says_in_text(&self, clause: usize, verb: &VerbGroup) -> bool {
        let start = self.behind_dateline(self.parse.clauses[clause].tokens.start);
        let text = |at: u32| {
            let paper = self.is_of(at, Group::Paper) || self.is_of(at, Group::Provision);
            paper || self.sense(at).is(Sense::MESSAGE.with(Sense::RECORD))
        };
        let says = verb.tense == VerbTense::Present && self.sense(verb.main).is(Sense::SAY) && !verb.negated;
        if says && !verb.passive && !self.is_quoted(verb.main) && self.says_on_day(verb) {
            return true;
        }
        if !says || self.lower(start) != "in" {
            return false;
        }
        let first = start + 1 + u32::from(self.sense(start + 1).is(Sense::DETERMINER));
        // A weekday, also where the article has no date.
        let day = |t: &Timex| match t.date.as_deref().filter(|date| !date.is_empty()) {
            Some(date) => when::is_day(date),
            None => t.tokens.range().any(|at| self.word(at as u32).ends_with("day")),
        };
        let timed = |t: &Timex| day(t) && (first + 1..verb.main).contains(&t.tokens.start);
        (first..verb.main.min(first + 4)).any(text) && self.timexes.iter().take(MANY).any(timed)
    }

    /// `The bank says Thursday that …`, `A statement on Sunday says …`: it said so on that day.
    fn says_on_day(&self, verb: &VerbGroup) -> bool {
        let clause = self.parse.clause_of(verb.main);
        let text = |at: u32| {
            self.sense(at).is(Sense::MESSAGE.with(Sense::STUDY).with(Sense::REPORT)) || self.is_of(at, Group::Paper)
        };
        let day = |t: &&Timex| {
            let weekday = || t.tokens.range().any(|at| WEEKDAYS.contains(&self.doc.word(at)));
            let own = self.parse.clause_of(t.tokens.start) == clause;
            own && t.date.as_deref().map_or_else(weekday, when::is_day)
        };
        self.timexes.iter().take(MANY).filter(day).any(|t| {
            let (start, end) = (t.tokens.start, t.tokens.end);
            let on = start - u32::from(start > 0 && self.word(start - 1).eq_ignore_ascii_case("on"));
            let behind = on == verb.main + 1;
            // `A study of the bay on Sunday says`: of the one or the other.
            let before = end <= verb.tokens.start && on > 0 && text(on - 1);
            behind || before
        })
    }

    /// `had put it off, after choosing it last summer, because she was ill`: the reason of what stands before both, not of
    /// the participle `inner` between the commas.
    pub(super) fn is_reason_past(&self, clause: usize, inner: usize) -> bool {
        let (this, between) = (&self.parse.clauses[clause], &self.parse.clauses[inner]);
        let comma = |at: u32| at.checked_sub(1).is_some_and(|at| self.word(at) == ",");
        let start = this.tokens.start;
        this.kind == ClauseKind::Subordinate
            && matches!(self.word(start), "because" | "although" | "though")
            && matches!(between.kind, ClauseKind::Subordinate | ClauseKind::Participial)
            && self.verb(inner).is_some_and(|v| v.tense == VerbTense::None && v.main < start)
            && comma(start)
            && comma(between.tokens.start)
    }

    /// `a pact due to expire in May`: what a noun is said to do on a day of its own. Not `is due to expire`, `the jet, due to
    /// land on Friday, …`.
    pub(in crate::timeline) fn is_due(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let first = self.doc.sentences[self.number].tokens.start;
        let due = this.tokens.start.checked_sub(1).filter(|&at| at > first && self.word(at) == "due");
        let noun = due.is_some_and(|at| {
            let plain = |at: u32| !self.is_mark(at) && self.parse.verb_at(at).is_none();
            plain(at) && plain(at - 1) && !self.sense(at - 1).is(Sense::STOP)
        });
        noun && this.kind == ClauseKind::Infinitive
    }

    /// `the plan that was made yesterday`, said of in the present: it only tells which one is meant.
    fn only_tells_which(&self, clause: usize, verb: &VerbGroup) -> bool {
        let this = &self.parse.clauses[clause];
        let start = this.tokens.start;
        let that = matches!(self.word(start), "that" | "which") && verb.tokens.start == start + 1;
        let outer = self.parent(clause).and_then(|p| self.verb(p));
        let now = outer.is_some_and(|v| v.tense == VerbTense::Present && self.sense(v.main).is(Sense::STATE));
        this.kind == ClauseKind::Relative && that && verb.passive && now && !self.is_mark(start.saturating_sub(1))
    }

    /// True for a clause that is an event of its own: one with tense, or a participle with a date (`built in 1990`).
    pub(super) fn is_unit(&self, clause: usize, dated: bool) -> bool {
        let Some(verb) = self.verb(clause) else { return false };
        match verb.tense {
            // `as did his sister`
            _ if verb.tokens.len() == 1 && matches!(self.word(verb.main), "did" | "does" | "do") => false,
            // `the team, named last week`: chosen then, not called so.
            VerbTense::None if dated && self.word(verb.main) == "named" => {
                self.timexes.iter().take(MANY).any(|t| t.tokens.start == verb.main + 1)
            }
            // `the feast, celebrated on the same day`: every year.
            VerbTense::None
                if matches!(self.word(verb.main), "celebrated" | "observed" | "commemorated")
                    && self.behind(verb, 2) == "the"
                    && self.behind(verb, 3) == "same" =>
            {
                false
            }
            // `The hall, shortly after opening on Friday`: words under a picture.
            VerbTense::None
                if clause == 0
                    && !verb.passive
                    && verb.tokens.start > self.parse.clauses[0].tokens.start + 1
                    && matches!(self.word(verb.tokens.start - 1), "after" | "before" | "since") =>
            {
                false
            }
            VerbTense::None => dated && !self.sense(verb.main).is(Sense::MEASURE),
            // `“We are behind the plan that was made yesterday”`: which plan.
            VerbTense::Past if self.is_quoted(verb.main) && self.only_tells_which(clause, verb) => false,
            // `“We are in 2011,” he said`
            VerbTense::Present if self.is_quoted(verb.main) && self.is_personal(clause, verb) => {
                dated && !self.sense(verb.main).is(Sense::STATE)
            }
            VerbTense::Future | VerbTense::PresentPerfect
                if self.parse.clauses[clause].kind == ClauseKind::Infinitive =>
            {
                dated
            }
            _ => true,
        }
    }

    /// `In May, when it rained, she left`: a clause without a time of its own, told within the one it is joined with.
    pub(super) fn hide_inner(&self, out: &mut [Candidate]) {
        let from = out.partition_point(|c| (c.sentence as usize) < self.number);
        for at in from..out.len() {
            let inner = &out[at];
            let Some(with) = inner.with.filter(|&w| w != at && w < out.len()) else { continue };
            let outer = &out[with];
            let inside = outer.tokens.start < inner.tokens.start && inner.tokens.end < outer.tokens.end;
            // None, or that of the clause around it.
            let (day, around) = (inner.dated.as_ref(), outer.dated.as_ref().map(|d| &d.date));
            let lent = day.is_none_or(|d| d.certainty == Certainty::Inferred && Some(&d.date) == around);
            let bare = lent && inner.kind == ClauseKind::Subordinate && !inner.hidden;
            if inside && bare && !outer.hidden && outer.sentence == inner.sentence && outer.dated.is_some() {
                let own = std::mem::take(&mut out[at].own);
                out[with].own.extend(own);
                out[at].hidden = true;
            }
        }
    }

    /// `spent nine weeks at sea in 2023 and 2024`: a length of time stands in the clause.
    pub(super) fn spends(&self, clause: usize) -> bool {
        let own = |t: &Timex| self.parse.clause_of(t.tokens.start) == Some(clause);
        self.timexes.iter().take(MANY).any(|t| t.kind == TimexKind::Duration && t.date.is_none() && own(t))
    }
}
