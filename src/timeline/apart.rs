//! Words of time that belong to a noun of a clause which has, or may have, another time.
//!
//! Absent here: what words of time hang on by where they stand ([`attach`](super::attach)).

use super::attach::Hold;
use super::candidates::{FAR, MANY, Reader};
use super::lexicon::{Group, Sense};
use super::{Dated, when};
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::time::{Timex, calendar::Date, reading};
use std::cmp::Ordering;

impl Reader<'_> {
    /// `passed a bill tabled by Lee to scrap the levy on Friday`: behind what is proposed, words of time are of what was done
    /// with it.
    pub(super) fn is_moved(&self, clause: usize, inner: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let start = this.tokens.start;
        let past = |v: &VerbGroup| {
            matches!(v.tense, VerbTense::Past | VerbTense::PastPerfect) && !v.passive && v.main + 8 > start
        };
        let outer = self.parent(clause).and_then(|p| self.verb(p)).is_some_and(past);
        // `a plan backed by Lee to shut it by 2030`
        let end = self.parse.clauses[inner].tokens.end;
        let meant =
            |t: &Timex| t.tokens.end <= end && matches!(self.word(t.tokens.start - 1), "by" | "from" | "in" | "until");
        let first = self.timexes.partition_point(|t| t.tokens.start <= start);
        let meant = || self.timexes[first..].iter().take(MANY).any(meant);
        let by = || self.word(start + 1) == "by" || self.word(start + 2) == "by";
        // `found a coat believed to be hers on Friday`
        let thought = || {
            matches!(self.word(start), "believed" | "feared" | "known" | "said" | "thought" | "understood")
                && (self.word(start + 1), self.word(start + 2)) == ("to", "be")
        };
        let participle = outer && this.kind == ClauseKind::Participial;
        participle && thought()
            || participle
                && start > 0
                && self.sense(start - 1).is(Sense::PROPOSED.with(Sense::INTENT))
                && this.tokens.len() > 2
                && by()
                && !meant()
    }

    /// What the timex of this number dates, where `hold` is what it seems to and `held` what those before it do.
    pub(super) fn apart(&self, number: usize, hold: Hold, held: &[Hold]) -> Hold {
        let timex = &self.timexes[number];
        let (start, end) = (timex.tokens.start, timex.tokens.end);
        if let Hold::Noun { head, .. } = hold {
            // `spoke a week after the March 19 vote`: the vote only tells when.
            let counted = end <= head && (start..end).any(|at| matches!(self.word(at), "after" | "before"));
            return self.parse.clause_of(start).filter(|_| counted).map_or(hold, Hold::Clause);
        }
        let Hold::Clause(clause) = hold else { return hold };
        if let Some(vote) = self.of_vote(clause, timex) {
            return Hold::Clause(vote);
        }
        let Some(verb) = self.verb(clause) else { return hold };
        let noun = |(from, head)| Hold::Noun { phrase: TokenRange::new(from, end), head };
        if self.is_in_opening(verb, timex) {
            let first = self.behind_dateline(self.doc.sentences[self.number].tokens.start);
            return self.last_noun(first + 1, start, |_| true).map_or(Hold::Nothing, noun);
        }
        if start > verb.main
            && let Some(other) = self
                .of_crime(clause, verb, timex)
                .or_else(|| self.of_merit(verb, timex))
                .or_else(|| self.of_denied(clause, verb, timex))
        {
            return other;
        }
        let date = timex.date.as_deref().unwrap_or_default();
        let old = self.published.is_none_or(|p| when::compare(date, p) == Some(Ordering::Less));
        if !old || !(1..=3).contains(&when::grain(date)) {
            return hold;
        }
        let happening = |at: u32| self.sense(at).is(Sense::EVENT);
        let other = self.day_of(number, hold, held).filter(|_| start > verb.main);
        let found = match other {
            // `goes on trial Monday for the attacks on the ferry in 1995`
            Some(day) => self.last_noun(day.tokens.end.max(verb.main + 1), start, happening),
            // `A treaty between the two towns in 1995 seeks to …`
            None if end == verb.tokens.start && verb.tense == VerbTense::Present => {
                self.last_noun(self.parse.clauses[clause].tokens.start, start, happening)
            }
            None => None,
        };
        found.map_or(hold, noun)
    }

    /// `passed a bill tabled by Ann Lee to ban it on Monday`, `passed a bill tabled in May on Monday`: the day of the vote, whose
    /// clause that is.
    fn of_vote(&self, clause: usize, timex: &Timex) -> Option<usize> {
        let made = self.unit_of(clause);
        let this = &self.parse.clauses[made];
        let vote = self.parent(made).filter(|_| this.kind == ClauseKind::Participial)?;
        let (verb, voted) = (self.verb(made)?, self.verb(vote)?);
        let noun = this.tokens.start.checked_sub(1).filter(|_| verb.passive && self.is_of(voted.main, Group::Vote))?;
        let bill = self.sense(noun).is(Sense::PROPOSED) || matches!(self.word(noun), "plan" | "resolution");
        let day = timex.date.as_deref().is_some_and(when::is_day);
        let own = |t: &Timex| t.tokens.start > verb.main && t.tokens.end <= timex.tokens.start;
        // `passed a bill tabled by Ann Lee on Monday`, in the news of that week
        let near = || self.published.zip(timex.date.as_deref()).is_some_and(|(p, date)| when::is_near(p, date, 8));
        let by = self.behind(verb, 1) == "by" && near();
        (bill && day && (clause != made || by || self.timexes.iter().take(MANY).any(own))).then_some(vote)
    }

    /// `No one was hurt in a house fire Sunday`: what did happen.
    fn of_denied(&self, clause: usize, verb: &VerbGroup, timex: &Timex) -> Option<Hold> {
        let (start, end) = (timex.tokens.start, timex.tokens.end);
        let (from, head) = self.last_noun(verb.main + 1, start, |at| self.sense(at).is(Sense::EVENT))?;
        let led = matches!(self.word(from - 1), "in" | "at" | "during" | "after");
        let near = start <= head + 2 && self.parse.clause_of(from) == Some(clause);
        let over = self
            .published
            .is_some_and(|p| when::compare(timex.date.as_deref().unwrap_or_default(), p) == Some(Ordering::Less));
        let denied = led && near && over && verb.tense == VerbTense::Past && !self.is_asserted(clause, true);
        denied.then_some(Hold::Noun { phrase: TokenRange::new(from, end), head })
    }

    /// `In the past few days, troops entered the town`: some day of those, up to the publication.
    pub(super) fn date_of_stretch(&self, clause: usize, verb: &VerbGroup) -> Option<Dated> {
        let until = self.published.filter(|p| when::is_day(p))?;
        let start = self.behind_dateline(self.parse.clauses[clause].tokens.start);
        let told = verb.tense == VerbTense::Past || verb.tense == VerbTense::PresentPerfect;
        let happened = told && !verb.negated && !self.meaning(clause, verb).is(Sense::STATE.with(Sense::SAY));
        if !happened || self.timexes.is_empty() {
            return None;
        }
        let in_it = |at: u32| matches!(self.lower(at).as_ref(), "in" | "over" | "during" | "within");
        let day = |at: u32| matches!(self.word(at), "day" | "days" | "hours" | "week" | "weeks");
        let days = |t: &Timex| day(t.tokens.end.saturating_sub(1));
        // `Over the past 30 years the trade has grown` tells no more than that it grew.
        let before = |t: &&Timex| {
            let led = t.tokens.start <= start + 2 && t.tokens.end < verb.tokens.start && in_it(start);
            led && (verb.tense == VerbTense::Past || days(t))
        };
        let first = self.timexes.partition_point(|t| t.tokens.start <= start);
        // `Nine have died in the past four days`; not `rose 3% over the past year`, nor what is so `for the past week`
        let behind = |t: &&Timex| {
            t.tokens.start > verb.main
                && self.parse.clause_of(t.tokens.start) == Some(clause)
                && days(t)
                && (t.tokens.start.saturating_sub(2)..t.tokens.start).any(in_it)
        };
        let timex = self.timexes.get(first).filter(before);
        let timex = timex.or_else(|| self.timexes[first..].iter().take(MANY).find(behind))?;
        let from = timex.tokens.start.saturating_sub(1).max(start);
        let back = (from..timex.tokens.end).any(|at| matches!(self.word(at), "last" | "past"));
        let date = match (timex.value.as_str(), timex.date.as_deref()) {
            _ if !back || timex.kind != TimexKind::Duration => None,
            (_, Some(date)) => Some(date.to_string()).filter(|d| d.contains('/')),
            // A few days are not a week yet.
            ("PXD", _) => self.days_up_to(until, 7),
            ("PT24H", _) => self.days_up_to(until, 1),
            ("PT48H", _) => self.days_up_to(until, 2),
            _ => None,
        }?;
        let because = format!("in the days up to the publication, {}", when::words(until));
        Some(Dated { date, certainty: Certainty::Relative, because })
    }

    fn days_up_to(&self, until: &str, days: i32) -> Option<String> {
        let first = reading::read(until).and_then(|s| Date::from_number(s.first)?.plus_days(-days))?;
        Some(format!("{}/{until}", first))
    }

    /// `The results were published on Tuesday in a journal`
    pub(super) fn prints_findings(&self, clause: usize, verb: &VerbGroup) -> bool {
        let printed = matches!(self.word(verb.main), "appeared" | "printed" | "published" | "released");
        let start = self.parse.clauses[clause].tokens.start.max(verb.main.saturating_sub(FAR));
        let end = self.parse.clauses[clause].tokens.end.min(verb.main + 6);
        let finding =
            |at: u32| self.sense(at).is(Sense::STUDY) || matches!(self.word(at), "findings" | "results" | "discovery");
        let told = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect);
        // Of a vote the results are the news.
        let journal = || {
            (verb.main..self.parse.clauses[clause].tokens.end.min(verb.main + FAR)).any(|at| {
                matches!(self.word(at), "Journal" | "journal" | "Nature" | "Science" | "Letters" | "Proceedings")
            })
        };
        printed && told && (start..end).any(finding) && journal()
    }

    /// `Following the unrest, and the closing of the port on 8 March, the mayor warned them`: before the clause begins.
    fn is_in_opening(&self, verb: &VerbGroup, timex: &Timex) -> bool {
        let first = self.behind_dateline(self.doc.sentences[self.number].tokens.start);
        let mut end = timex.tokens.end;
        // `Thanks to exports in 2009 and 2010, trade grew in 2011`
        let cause = matches!(
            (self.lower(first).as_ref(), self.word(first + 1)),
            ("thanks" | "due" | "owing", "to") | ("because", "of")
        );
        let behind = |t: &Timex| t.tokens.start > verb.main && t.date.is_some();
        let cause = cause && self.timexes.iter().take(MANY).any(behind);
        if cause && self.word(end) == "and" {
            let next = self.timexes.iter().take(MANY).find(|t| t.tokens.start == end + 1);
            end = next.map_or(end, |t| t.tokens.end);
        }
        let led = cause || matches!(self.lower(first).as_ref(), "following" | "despite");
        let led = led && first + 1 < timex.tokens.start;
        let tensed = |at: u32| self.parse.verb_at(at).is_some_and(|v| v.tense != VerbTense::None);
        led && end < verb.tokens.start && self.word(end) == "," && !(first..end).take(FAR as usize).any(tensed)
    }

    /// The day that the clause which `hold` is has before the timex of this number, and which does not lie in its time.
    fn day_of(&self, number: usize, hold: Hold, held: &[Hold]) -> Option<&Timex> {
        let date = self.timexes[number].date.as_deref()?;
        let day = |t: &Timex| {
            let named = t.tokens.range().any(|at| self.sense(at as u32).is(Sense::DAY));
            let date = t.date.as_deref().unwrap_or_default();
            t.kind == TimexKind::Date && (when::is_day(date) || named && date.is_empty())
        };
        let apart = |t: &Timex| t.date.as_deref().is_none_or(|d| !when::is_near(d, date, 0));
        let mut before = (number.saturating_sub(MANY)..number).rev().filter(|&n| held[n] == hold);
        before.find(|&n| day(&self.timexes[n])).map(|n| &self.timexes[n]).filter(|t| apart(t))
    }

    /// The last noun with a determiner between `from` and `until` that is such as `of`, with where its phrase begins; not
    /// one that another leads to (`the attacks on the ferry`).
    fn last_noun(&self, from: u32, until: u32, of: impl Fn(u32) -> bool) -> Option<(u32, u32)> {
        let mut found: Option<(u32, u32)> = None;
        for at in from.max(until.saturating_sub(FAR))..until {
            let owner = matches!(self.word(at), "'s" | "’s");
            // `goes on trial for bomb attacks in 1995`
            let bare = at > from && self.word(at - 1) == "for" && !self.sense(at).is(Sense::STOP);
            if owner || !bare && !self.sense(at).is(Sense::DETERMINER) {
                continue;
            }
            // `his earlier treatment`
            let adjective = at + 1 < until && matches!(self.word(at + 1), "earlier" | "later");
            let mut behind = at + 1 + u32::from(adjective)..until;
            let stop = |at: &u32| self.is_mark(*at) || self.sense(*at).is(Sense::STOP);
            let head = behind.find(stop).unwrap_or(until) - 1;
            let led_to = found.is_some_and(|(_, last)| last + 2 == at && self.sense(last + 1).is(Sense::PREPOSITION));
            if head > at && of(head) && !led_to {
                found = Some((at, head));
            }
        }
        found
    }

    /// `built more than 2,000 years ago` is of no year, `has been held in October in previous years` of none of them.
    pub(super) fn is_usual(&self, clause: usize, timex: &Timex) -> bool {
        let last = timex.tokens.end - 1;
        if self.word(last) == "ago" {
            let year = |date: &str| date.get(..4).and_then(|y| y.parse::<i32>().ok());
            let date = timex.date.as_deref().unwrap_or_default();
            return self.published.and_then(year).zip(year(date)).is_some_and(|(now, then)| now - then >= 1000)
                || date.starts_with('-');
        }
        let years = |t: &Timex| {
            self.word(t.tokens.end - 1) == "years"
                && matches!(self.word(t.tokens.start), "previous" | "past" | "recent" | "earlier" | "other")
        };
        timex.tokens.len() == 1
            && self.sense(last).is(Sense::MONTH)
            && self.verb(clause).is_some_and(|v| v.tense == VerbTense::PresentPerfect)
            && self.timexes.iter().take(MANY).any(years)
    }
}
