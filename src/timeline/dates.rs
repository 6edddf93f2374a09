//! The dates of a sentence's own words, clause by clause.
//!
//! Absent here: what a single timex hangs on ([`attach`](super::attach)), and dates taken from the story around
//! ([`context`](super::context)).

mod lent;

use super::attach::{self, Hold};
use super::candidates::{FAR, MANY, Reader};
use super::lexicon::{Group, Sense};
use super::{Dated, when};
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::document::{Document, WEEKDAYS};
use crate::grammar::{self, ClauseKind, VerbGroup, VerbTense};
use crate::time::{Anchor, Timex};

/// One more date of a clause: `in 1999 and in 2003`; or with words of its own, `died in 1999, and their son in 2020`.
pub(super) struct Again {
    /// Where its own words begin, if it has any, and where they end.
    pub(super) gap: Option<u32>,
    pub(super) end: u32,
    /// They share all but their object with the clause: `won gold in 2012 and silver in 2016`.
    pub(super) shares: bool,
    pub(super) dated: Dated,
}

impl Reader<'_> {
    /// What each timex of the sentence dates.
    pub(super) fn held(&self) -> Vec<Hold> {
        let sentence = self.doc.sentences[self.number].tokens;
        let story = self.behind_dateline(sentence.start);
        let mut held: Vec<Hold> = Vec::with_capacity(self.timexes.len());
        for (number, timex) in self.timexes.iter().enumerate() {
            let start = timex.tokens.start;
            let joined = number.checked_sub(1).map(|n| &self.timexes[n]).is_some_and(|last| {
                let behind = last.kind == TimexKind::Set && start - last.tokens.end.min(start) <= 2;
                behind && matches!(self.word(start - 1), "and" | "or" | "through" | "to" | "until" | "," | "–")
            });
            let behind = self.doc.tokens.len().min(timex.tokens.end as usize + 3);
            let monthly = (timex.tokens.end as usize - 1..behind).any(|at| self.doc.word(at) == "month");
            let earlier = number.saturating_sub(4)..number;
            let recurs = monthly && self.timexes[earlier].iter().any(|t| t.kind == TimexKind::Set);
            // `SAN DIEGO (April 2, 2019) –`; `every Friday and Saturday`, `every Friday and on the first Sunday of the
            // month`
            let void = start < story || joined || recurs || self.is_spoken(timex) || self.is_lifespan(timex);
            // `18 October 2024: The trial ends`
            let headed = if number == 0 { self.headed() } else { None };
            let hold = if let Some(clause) = headed {
                Hold::Clause(clause)
            } else if void {
                Hold::Nothing
            } else {
                attach::hold(self.doc, self.parse, timex, self.published)
            };
            // `issued a warning for Monday and Tuesday`
            let with = number.checked_sub(1).filter(|&n| {
                let end = self.timexes[n].tokens.end;
                let before = self.timexes[n].tokens.start.checked_sub(1).map_or("", |at| self.word(at));
                let led = matches!(before, "for" | "from" | "since" | "until");
                led && end + 1 == start && matches!(self.word(end), "and" | "or") && self.timexes[n].kind == timex.kind
            });
            let none = with.map(|n| held[n]).filter(|last| matches!(last, Hold::Nothing | Hold::Aside));
            let hold = none.unwrap_or_else(|| self.apart(number, hold, &held));
            held.push(if self.is_inside(timex, hold) { Hold::Inside } else { hold });
        }
        held
    }

    /// True where the words of time are those of what the clause is only about: of what was planned, bidden, or laid to
    /// someone's charge.
    fn is_inside(&self, timex: &Timex, hold: Hold) -> bool {
        let Hold::Clause(clause) = hold else { return false };
        let unit = self.unit_of(clause);
        // `the jet, due later this year, will be late`
        let due = (timex.tokens.start.saturating_sub(2)..timex.tokens.start)
            .find(|&at| matches!(self.word(at), "due" | "payable"));
        if due.is_some_and(|at| at > 0 && self.parse.verb_at(at).is_none() && self.parse.verb_at(at - 1).is_none()) {
            return true;
        }
        // `Guests booked to travel on Friday`: whenever they booked.
        let booked = |c: usize| {
            self.verb(c).is_some_and(|v| {
                v.passive
                    && v.tense == VerbTense::None
                    && matches!(self.word(v.main), "booked" | "invited" | "registered")
            })
        };
        if self.parse.clauses[clause].kind == ClauseKind::Infinitive && self.parent(clause).is_some_and(booked) {
            return true;
        }
        // `named a chief, effective 1 April`
        let effective = timex.tokens.start.checked_sub(1).filter(|&at| self.word(at) == "effective");
        let ahead = self.verb(clause).is_some_and(|v| v.tense == VerbTense::Future);
        if !ahead && effective.is_some_and(|at| at > 0 && matches!(self.word(at - 1), "," | "–" | "—" | "(")) {
            return true;
        }
        if self.is_passed_deadline(clause, timex) {
            return true;
        }
        let (this, outer) = (&self.parse.clauses[clause], &self.parse.clauses[unit]);
        let (Some(verb), true) = (self.verb(unit), clause != unit) else { return false };
        let start = this.tokens.start;
        // `a plan to sail`, not `they plan to sail`
        let before = start.checked_sub(1).filter(|&at| at != verb.main);
        let lead = before.map_or(Sense::default(), |at| self.sense(at));
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect);
        let date = timex.date.as_deref().unwrap_or_default();
        let order = self.published.and_then(|p| when::compare(date, p));
        // `bars him from running in March`
        let from = start > verb.main && self.word(start - 1) == "from";
        // `retired from teaching in 1979`, `was cleared of spying in 2011`
        let verdict = || matches!(self.word(verb.main), "acquitted" | "cleared" | "convicted" | "found");
        let bare = timex.tokens.start == start + 2 && order == Some(std::cmp::Ordering::Less) && (from || verdict());
        if this.kind == ClauseKind::Participial && from && !bare && self.sense(verb.main).is(Sense::UNREAL) {
            return true;
        }
        let word = |back: u32| start.checked_sub(back).map_or("", |at| self.word(at));
        match this.kind {
            // `pleaded guilty to stealing it in 2019`
            _ if past && word(1) == "guilty" && self.word(start) == "to" => true,
            // `voted on Tuesday to ban them from 1 January`
            ClauseKind::Infinitive
                if past
                    && self.timexes.iter().take(MANY).any(|t| {
                        let other = t.tokens.start < start && t.tokens.start > outer.tokens.start;
                        other && t.kind != TimexKind::Duration && self.parse.clause_of(t.tokens.start) == Some(unit)
                    }) =>
            {
                true
            }
            ClauseKind::Infinitive => {
                // `The plan to sail in 2030 has been dropped`
                let subject = start < verb.tokens.start && start > outer.tokens.start;
                // `The rocket, due to lift off on Friday, will carry nine probes`
                let greater = order == Some(std::cmp::Ordering::Greater);
                if subject && greater && verb.tense == VerbTense::Future && self.word(start - 1) == "due" {
                    return false;
                }
                let by = timex.tokens.start > start && self.word(timex.tokens.start - 1) == "by";
                // `will go ahead with plans to close it in June`, `requires it to close by 2030`
                let with = start > verb.main + 1 && self.word(start - 1) == "plans" && self.word(start - 2) == "with";
                let must =
                    by && verb.tense == VerbTense::Present && matches!(self.word(verb.main), "requires" | "obliges");
                if greater && (with && verb.tense == VerbTense::Future || must) {
                    return false;
                }
                let meant = lead.is(Sense::INTENT) && (by || order == Some(std::cmp::Ordering::Greater));
                let bidden = self.sense(verb.main).is(Sense::BIDDING) && !verb.passive;
                let done = order == Some(std::cmp::Ordering::Less) && !by && !lead.is(Sense::INTENT);
                // `will have to pay by 3 June`
                let due = verb.tense == VerbTense::Future;
                let ahead = meant || by && !due && order != Some(std::cmp::Ordering::Less);
                let told = past || matches!(verb.tense, VerbTense::Present | VerbTense::Future);
                // `did tasks to prepare for a launch next year`: what it was done for.
                let noun = start > verb.main + 1 && past && !verb.passive && self.parse.verb_at(start - 1).is_none();
                let aim = noun && !lead.is(Sense::INTENT) && order == Some(std::cmp::Ordering::Greater);
                // `voted to close it in October`
                let vote = past && self.word(verb.main) == "voted" && order == Some(std::cmp::Ordering::Greater);
                subject && !done || past && bidden || told && ahead || aim || vote
            }
            ClauseKind::Participial => {
                // `charges dating from 2019`
                if self.word(start) == "dating" {
                    return true;
                }
                // `accused of killing a man in 2019`, `apologised for not closing it in 2019`
                let led = (start.saturating_sub(2)..start)
                    .any(|at| matches!(self.word(at), "of" | "for" | "from" | "over" | "about" | "against"));
                let charged = (word(2), word(1)) == ("charged", "with");
                let led = led || charged || matches!(word(1), "admitted" | "denied");
                // `was cleared of money laundering in July`: a noun.
                let compound = verb.passive
                    && start > 0
                    && !matches!(self.word(start - 1), "of" | "for" | "from" | "over" | "about" | "against" | "not")
                    && self.word(start).ends_with("ing")
                    && timex.tokens.start <= start + 2;
                let led = led && !compound && !bare;
                let far = self.published.is_some_and(|p| !when::is_near(p, date, 8)) || when::grain(date) < 4;
                past && (led && (far || charged) || order == Some(std::cmp::Ordering::Greater))
            }
            _ => false,
        }
    }

    /// `pledged in 2019 to replace them by 2024`, of which no more is known.
    fn is_passed_deadline(&self, clause: usize, timex: &Timex) -> bool {
        let Some(parent) = self.parent(clause) else { return false };
        let past = self.verb(parent).is_some_and(|v| v.tense == VerbTense::Past);
        let by = self.parse.clauses[clause].kind == ClauseKind::Infinitive && self.word(timex.tokens.start - 1) == "by";
        let order = self.published.zip(timex.date.as_deref()).and_then(|(p, date)| when::compare(date, p));
        let timed = |t: &Timex| t.date.is_some() && self.parse.clause_of(t.tokens.start) == Some(parent);
        past && by && order == Some(std::cmp::Ordering::Less) && self.timexes.iter().take(MANY).any(timed)
    }

    /// `Ada Voss (2 May 1931 – 27 February 2025) was a diver`: brackets of a description date no event.
    fn is_lifespan(&self, timex: &Timex) -> bool {
        let start = timex.tokens.start;
        let mut before = (start.saturating_sub(16)..start).rev().map(|at| self.word(at));
        let inside = before.find(|word| matches!(*word, "(" | ")")) == Some("(");
        let verb = self.parse.clause_of(start).and_then(|c| self.verb(c));
        // `Jazz Week (8-14 July) was started in 1973`
        let other = |v: &VerbGroup| {
            let behind =
                |t: &Timex| t.tokens.start > v.main && t.date.is_some() && self.word(t.tokens.start - 1) == "in";
            self.timexes.iter().take(MANY).any(behind)
        };
        inside && verb.is_some_and(|v| v.tokens.start > start && (self.sense(v.main).is(Sense::STATE) || other(v)))
    }

    /// `“Ask me in July,” she said`: inside the quotation, but the verb it would date is outside, or the other way.
    fn is_spoken(&self, timex: &Timex) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let quoted = |at: u32| self.quoted[(at - first) as usize];
        let clause = self.parse.clause_of(timex.tokens.start).map(|c| self.unit_of(c));
        clause.and_then(|c| self.verb(c)).is_some_and(|v| quoted(v.main) != quoted(timex.tokens.start))
    }

    /// For each clause the date of the words of time that hang on it: of several the finest, then the first.
    pub(super) fn dates(&self, held: &[Hold]) -> Vec<Option<Dated>> {
        let mut best: Vec<Option<((u8, bool), &Timex)>> = vec![None; self.parse.clauses.len()];
        for (timex, hold) in self.timexes.iter().zip(held) {
            let Hold::Clause(clause) = hold else { continue };
            let unit = self.unit_of(*clause);
            // `goes on trial Monday for the attacks of 1995`: which Monday may be unknown, but it is a day.
            // Not `a Tuesday in late April`, `a wet Tuesday in April`.
            let some = (1..=2).any(|back| {
                let led =
                    timex.tokens.start.checked_sub(back).is_some_and(|at| matches!(self.word(at), "a" | "A" | "one"));
                led && (back == 1 || self.word(timex.tokens.end) == "in")
            });
            let weekday =
                !some && timex.value.is_empty() && timex.tokens.range().all(|at| is_weekday(self.doc.word(at)));
            let grain = if weekday { 5 } else { when::grain(timex.date.as_deref().unwrap_or_default()) };
            // `mentioned a possible arrest in the future`
            let past = |v: &VerbGroup| matches!(v.tense, VerbTense::Past | VerbTense::PresentPerfect);
            let future = timex.value == "FUTURE_REF" && self.word(timex.tokens.end - 1) == "future";
            if future && self.verb(unit).is_some_and(past) {
                continue;
            }
            // `He is accused of killing a man in 2019`: not when he is accused.
            let passed = || {
                let date = timex.date.as_deref().unwrap_or_default();
                self.published.and_then(|p| when::compare(date, p)) == Some(std::cmp::Ordering::Less)
            };
            // `Joining the paper in 1939, he told of the trials following World War II`
            let near = self.verb(unit).map_or(0..0, |v| v.main..v.main + 16);
            let later = |a: &Anchor| {
                let since = when::start(&a.date).0 > when::end(timex.date.as_deref().unwrap_or_default()).0;
                since && near.start > timex.tokens.start && near.contains(&a.tokens.start)
            };
            if self.anchors.iter().take(MANY).any(later) {
                continue;
            }
            if self.is_usual(unit, timex) {
                continue;
            }
            if unit != *clause && self.verb(unit).is_some_and(|v| v.tense == VerbTense::Present) && passed() {
                continue;
            }
            let rank = (grain, !self.is_aside_of_subject(unit, timex));
            let best = &mut best[unit];
            // `five days later, on 6 September`: the day of the calendar beside what is only counted.
            let names = |last: &Timex| {
                let year = |t: &Timex| t.date.as_deref().and_then(|d| d.get(..4)).map(str::to_string);
                let counted = matches!(self.word(last.tokens.end - 1), "later" | "after" | "earlier" | "before");
                counted
                    && timex.certainty == Certainty::Explicit
                    && last.certainty == Certainty::Relative
                    && timex.tokens.start - last.tokens.end.min(timex.tokens.start) <= 2
                    && year(last) == year(timex)
            };
            // `is planned for the last week of March, and a third over Easter`: of something else.
            let apart = |last: &Timex| {
                let mut between = last.tokens.end..timex.tokens.start.max(last.tokens.end);
                // `in 2022 and again last October`
                let again = self.word(last.tokens.end) == "and"
                    && between.clone().skip(1).all(|at| matches!(self.word(at), "again" | "in" | "on"));
                again && between.len() < 4
                    || between.len() > 2 && between.any(|at| self.word(at) == "and" && at + 2 < timex.tokens.start)
            };
            let better = |(known, last): ((u8, bool), &Timex)| {
                known < rank && !apart(last)
                    || known == rank && names(last)
                    || known.0 <= rank.0 && self.is_led_past(unit, last, timex)
            };
            if best.is_none_or(better) {
                *best = Some((rank, timex));
            }
        }
        let date = |(clause, timex): (usize, Option<&Timex>)| {
            let timex = timex?;
            let dated = dated(self.doc, timex)?;
            let sum = attach::adds_up(self.doc, self.parse, clause, timex, self.published);
            match self.published.filter(|_| sum) {
                Some(until) => {
                    let because = format!("{}; a sum up to the publication, {}", dated.because, when::words(until));
                    Some(Dated { date: format!("{}/{until}", dated.date), because, certainty: Certainty::Relative })
                }
                None => Some(dated),
            }
        };
        best.into_iter().map(|best| best.map(|(_, timex)| timex)).enumerate().map(date).collect()
    }

    /// `Unemployment, at 18% in 2003, dropped to 8% in 2008`: said of the subject between commas.
    fn is_aside_of_subject(&self, clause: usize, timex: &Timex) -> bool {
        let (first, at) = (self.parse.clauses[clause].tokens.start, timex.tokens.start);
        let Some(verb) = self.verb(clause).filter(|v| v.tokens.start > at) else { return false };
        let comma = |mut range: std::ops::Range<u32>| range.any(|at| self.word(at) == ",");
        // `Six days later, on 6 September, they …`: not behind the subject.
        let led = self.timexes.iter().take(MANY).any(|t| t.tokens.end < at && self.word(t.tokens.end) == ",");
        !led && comma(first.max(at.saturating_sub(FAR))..at) && comma(timex.tokens.end..verb.tokens.start.min(at + FAR))
    }

    /// `After growth in 2007, it fell in 2008`: `timex` stands in what it came after, which has its own time, and `other` behind
    /// the verb.
    fn is_led_past(&self, clause: usize, timex: &Timex, other: &Timex) -> bool {
        let first = self.parse.clauses[clause].tokens.start;
        let verb = self.verb(clause).map_or(0, |v| v.tokens.start);
        matches!(self.lower(first).as_ref(), "after" | "following" | "despite" | "before")
            && timex.tokens.end < verb
            && other.tokens.start > verb
            && (timex.tokens.end..verb).take(FAR as usize).any(|at| self.word(at) == ",")
    }

    /// The further dates of a clause whose first is told: `in November 2022 and in March last year`.
    pub(super) fn dates_again(&self, clause: usize, shown: TokenRange, held: &[Hold]) -> Vec<Again> {
        let mut again = Vec::new();
        if self.timexes.len() < 2 {
            return again;
        }
        let first = self.timexes.partition_point(|t| t.tokens.end <= shown.start);
        let mine: Vec<&Timex> = self.timexes[first..]
            .iter()
            .zip(&held[first..])
            .take(MANY)
            .take_while(|(timex, _)| timex.tokens.end <= shown.end)
            .filter(|(timex, hold)| {
                matches!(hold, Hold::Clause(c) if self.unit_of(*c) == clause) && timex.date.is_some()
            })
            .map(|(timex, _)| timex)
            .collect();
        // `After growth in 2007 and 2008, it fell in 2009`
        let led = |t: &&&Timex| mine.last().is_some_and(|last| self.is_led_past(clause, t, last));
        let mine = &mine[mine.iter().take_while(led).count()..];
        let Some((mut last, rest)) = mine.split_first() else { return again };
        let more = mine.len();
        for timex in rest {
            let between = last.tokens.end..timex.tokens.start;
            // `In 1998, a storm on Boxing Day killed nine`: the same time.
            let (date, before) = (timex.date.as_deref().unwrap_or_default(), last.date.as_deref().unwrap_or_default());
            if date.len() > before.len() && date.starts_with(before) {
                continue;
            }
            if between.len() < 24
                && let Some(coordinator) = between
                    .clone()
                    .take(2)
                    .rev()
                    .find(|&at| matches!(self.word(at), "and" | ","))
                    // `sold in 2012 to a bank and in 2015 to a farmer`
                    .or_else(|| between.clone().rev().take(2).find(|&at| self.word(at) == "and"))
                && (self.word(coordinator) == "and" || more > 2 || self.is_gapped(coordinator, timex.tokens.start))
                && when::grain(timex.date.as_deref().unwrap_or_default()) > 0
                && let Some(dated) = dated(self.doc, timex)
                && between.clone().all(|at| self.parse.verb_at(at).is_none())
            {
                let preposition = |at: u32| self.sense(at).is(Sense::PREPOSITION) || self.word(at) == "again";
                let bare = (coordinator + 1..timex.tokens.start).all(preposition)
                    // `and again for a weekend last May`
                    || self.word(coordinator + 1) == "again";
                // `in York (3 May), Leeds (4 May) and Hull (5 May)`
                let bracket = |t: &Timex| t.tokens.start > 0 && self.word(t.tokens.start - 1) == "(";
                let behind = self.verb(clause).is_some_and(|v| v.main < mine[0].tokens.start);
                let listed = behind && bracket(timex) && bracket(last);
                let led = self.sense(timex.tokens.start - 1).is(Sense::PREPOSITION) || listed;
                if bare || led {
                    // `Lars died in 1999, and their son in 2020` has a subject of its own; `won gold in 2012 and silver in
                    // 2016` shares all but that.
                    // `radiation in 1990 and an operation on the heart in 1999`
                    let apart = coordinator > between.start
                        || self.is_gapped(coordinator, timex.tokens.start)
                        || between.len() > 6
                        // `opens on 3 May and close on 4 June`
                        || self.word(coordinator) == "and" && grammar::may_be_verb(self.doc, coordinator as usize + 1);
                    let near = coordinator <= between.start + u32::from(self.word(between.start) == ",");
                    let shares = !bare
                        && near
                        && between.len() <= 8
                        // `will open in May and publish a report in June`
                        && !self.verb(clause).is_some_and(|v| {
                            let bare = |at: u32| grammar::is_bare_verb(self.doc, at as usize);
                            bare(v.main) && bare(coordinator + 1)
                        })
                        && !self.is_gapped(coordinator, timex.tokens.start)
                        && self.is_second_object(clause, shown, mine[0], coordinator + 1, timex.tokens.start);
                    let shares = shares || listed;
                    let gap = (!bare && (apart || shares)).then_some(coordinator + 1);
                    again.push(Again { gap, end: timex.tokens.end + u32::from(listed), shares, dated });
                }
            }
            last = timex;
        }
        again
    }

    /// `won gold in 2012 and silver in 2016`: what begins at `part` is such as the object before the first words of time is.
    fn is_second_object(&self, clause: usize, shown: TokenRange, first: &Timex, part: u32, time: u32) -> bool {
        let Some(verb) = self.verb(clause) else { return false };
        // `We go to York in May, Leeds in June, on to Hull in July`
        let lead = |at: u32| u32::from(self.word(at) == "to" || self.sense(at).is(Sense::PREPOSITION));
        let to = lead(verb.tokens.end);
        let object = verb.tokens.end + to;
        let led = first.tokens.start.checked_sub(1).is_some_and(|at| self.sense(at).is(Sense::PREPOSITION));
        let direct = object + u32::from(led) < first.tokens.start && !self.sense(object).is(Sense::STOP);
        let part = part + u32::from(matches!(self.word(part), "then" | "back" | "on"));
        let part = part + if to > 0 { lead(part) } else { 0 };
        // Not `Lee died in York in 1999, Bo in Hull in 2005`.
        let direct = direct && (to == 0 || !(part..time.saturating_sub(1)).any(|at| lead(at) > 0));
        let subject = (shown.start + 1..=shown.start + 10).contains(&verb.tokens.start);
        let like = |at: u32| (self.doc.tokens[at as usize].case, self.sense(at).is(Sense::DETERMINER));
        // `joined Zarpex in 1999 and the Danish Bank in 2004`
        let name = |at: u32| super::candidates::is_capital(self.doc, at + u32::from(self.word(at) == "the"));
        direct && subject && (like(object) == like(part) || name(object) && name(part))
    }

    /// `The first was built in 1998, the second in 2011`: a subject of its own between the comma and its time.
    fn is_gapped(&self, comma: u32, time: u32) -> bool {
        // `sales ended in Sweden in 2005, Norway in 2009`
        let name = |at: u32| super::candidates::is_capital(self.doc, at) && !self.sense(at).is(Sense::STOP);
        if self.word(comma) == "," && (2..=3).contains(&(time - comma - 1)) {
            let years = self.word(time - 1) == "in" && self.doc.word(time as usize).len() == 4;
            if years && (comma + 1..time - 1).all(name) {
                return true;
            }
        }
        let determined = matches!(self.word(comma + 1), "the" | "another" | "a" | "his" | "her" | "its" | "their");
        let led = matches!(self.word(time - 1), "in" | "on" | "at");
        self.word(comma) == "," && determined && led && (3..=6).contains(&(time - comma))
    }

    /// `since the 1991 Hajj, in which nine were trampled`; `the storm of January 1953, when a ship broke loose`: what is
    /// told so happened at the time of what it is said of.
    pub(super) fn date_of_antecedent(&self, clause: usize, verb: &VerbGroup, held: &[Hold]) -> Option<Dated> {
        let this = &self.parse.clauses[clause];
        let start = this.tokens.start;
        if self.timexes.is_empty() || !matches!(this.kind, ClauseKind::Relative | ClauseKind::Subordinate) {
            return None;
        }
        let opener = self.lower(start);
        let within = match this.kind {
            ClauseKind::Relative => {
                matches!(opener.as_ref(), "when" | "in" | "during" | "at") && self.lower(start + 1) != "that"
            }
            ClauseKind::Subordinate => opener == "when",
            _ => false,
        };
        // `was remanded until 4 May, when the court will rule`
        let ahead = verb.tense == VerbTense::Future && this.kind == ClauseKind::Subordinate;
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PastPerfect);
        if !within || !(past || ahead) || start == self.doc.sentences[self.number].tokens.start {
            return None;
        }
        let until = self.timexes.partition_point(|t| t.tokens.end <= start);
        let (timex, hold) = self.timexes[..until].iter().zip(&held[..until]).next_back()?;
        let near = start - timex.tokens.end <= 5;
        // `trapped since 9 December, when the river rose`
        let until = timex.tokens.range().any(|at| matches!(self.doc.word(at), "until" | "till"));
        let months = self.word(timex.tokens.start.max(1) - 1) == "between"
            && timex.date.as_ref().is_some_and(|d| when::grain(d) == 3);
        let ends = past && this.kind == ClauseKind::Subordinate && (until || months);
        let stretch = timex.date.as_deref().filter(|_| ends).and_then(|d| d.split_once('/'));
        let right_behind =
            opener == "when" && start - timex.tokens.end <= 1 && (ahead || self.is_since(timex) || stretch.is_some());
        let inside = (right_behind || !matches!(hold, Hold::Clause(_)))
            && !matches!(timex.kind, TimexKind::Set | TimexKind::Duration)
            // `at 5am when a wheel broke`
            && !attach::is_hour(self.doc, timex.tokens);
        if !near || !inside {
            return None;
        }
        let dated = dated(self.doc, timex)?;
        // `from 1998 until 2011, when he was shot`
        let date = stretch.filter(|_| right_behind).map_or(dated.date, |(_, last)| last.to_string());
        let told = dated.certainty == Certainty::Explicit;
        let because =
            if told { format!("of the time told just before it, {}", when::words(&date)) } else { dated.because };
        Some(Dated { date, certainty: dated.certainty.max(Certainty::Relative), because })
    }

    fn is_since(&self, timex: &Timex) -> bool {
        timex.tokens.start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "since" | "Since" | "until"))
    }

    /// `Just after joining in 2011, he left`: the same year, where no more than a year or month is told.
    pub(super) fn date_shortly_after(&self, clause: usize, verb: &VerbGroup) -> Option<Dated> {
        if verb.tense != VerbTense::Past {
            return None;
        }
        let near =
            self.parse.clauses.iter().enumerate().skip(clause.saturating_sub(3)).take(8).find(|(_, child)| {
                let start = child.tokens.start;
                child.parent == Some(clause as u32)
                    && child.kind == ClauseKind::Subordinate
                    && matches!(self.word(start), "after" | "before")
                    && start > 0
                    && self.is_of(start - 1, Group::Moment)
            })?;
        let tokens = near.1.tokens;
        let first = self.timexes.partition_point(|t| t.tokens.end <= tokens.start);
        let timex =
            self.timexes[first..].iter().take(MANY).find(|t| self.parse.clause_of(t.tokens.start) == Some(near.0))?;
        let grain = when::grain(timex.date.as_deref()?);
        if !(2..=3).contains(&grain) || timex.date.as_deref()?.contains('/') {
            return None;
        }
        let dated = dated(self.doc, timex)?;
        let because = format!("close to what happened in {}", when::words(&dated.date));
        Some(Dated { certainty: Certainty::Inferred, because, ..dated })
    }

    /// Words of time that put what has happened behind the publication were misread: then no date is given, and said why.
    /// None where they are those of what was called off, which will not take place.
    pub(super) fn checked(&self, clause: usize, verb: &VerbGroup, dated: Dated) -> Option<Dated> {
        // `will be shown at a party marking the launch on 3 May last year`
        let passed = self.published.and_then(|p| when::compare(&dated.date, p)) == Some(std::cmp::Ordering::Less);
        if verb.tense == VerbTense::Future && passed && self.word(verb.tokens.start) == "will" {
            return None;
        }
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect);
        let after = self.published.and_then(|p| when::compare(&dated.date, p)) == Some(std::cmp::Ordering::Greater);
        // `was moved to 3 March`, `was set for 3 March`
        let moved = self.sense(verb.main).is(Sense::PLAN)
            || self.word(verb.main) == "fixed"
            || self.timexes.iter().take(MANY).any(|t| {
                let start = t.tokens.start;
                self.parse.clause_of(start) == Some(clause)
                    && (start.saturating_sub(2)..start).any(|at| matches!(self.word(at), "to" | "for" | "until" | "by"))
                    // `has halted its flights until at least Friday`
                    || start > 2 && self.word(start - 3) == "until" && self.word(start - 1) == "least"
                    || self.parse.clause_of(t.tokens.end + 2) == Some(clause)
                        && self.word(t.tokens.end) == "as"
                        // `named 20 August as the day of the vote`
                        && matches!(self.word(t.tokens.end + 2), "date" | "day")
            });
        // `We have got York next Saturday`
        let moved = moved || self.is_bidden_ahead(clause, verb);
        let moved = moved || verb.tokens.start.checked_sub(1).is_some_and(|at| self.word(at) == "date");
        let got = verb.tense == VerbTense::PresentPerfect && self.word(verb.main) == "got";
        if !past || !after || moved || got {
            return Some(dated);
        }
        if self.cancels(verb) {
            return None;
        }
        let because = format!(
            "it is told as past, but its words of time give {}, after the publication; so it is not placed",
            when::words(&dated.date)
        );
        Some(Dated { date: String::new(), certainty: Certainty::Inferred, because })
    }
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

/// The date of a timex that can date an event; an empty one where it names a day that could not be worked out.
pub(super) fn dated(doc: &Document, timex: &Timex) -> Option<Dated> {
    let because = timex.because.clone();
    match &timex.date {
        // `opens in two weeks`
        Some(date) if !date.is_empty() && timex.kind == TimexKind::Duration => {
            let counted = because == "as the text says" && !attach::is_spell(doc, timex);
            let because = if counted { "counted from the publication".into() } else { because };
            let certainty = if counted { Certainty::Relative } else { timex.certainty };
            Some(Dated { date: date.clone(), certainty, because })
        }
        Some(date) if !date.is_empty() => {
            let explicit = attach::is_calendar(doc, timex.tokens);
            let certainty = if explicit { Certainty::Explicit } else { timex.certainty };
            Some(Dated { date: date.clone(), certainty, because })
        }
        _ if matches!(timex.kind, TimexKind::Date | TimexKind::Time)
            && (timex.value.is_empty() || timex.value == "FUTURE_REF") =>
        {
            Some(Dated { date: String::new(), certainty: Certainty::Relative, because })
        }
        None if attach::is_soon(doc, timex) => {
            Some(Dated { date: String::new(), certainty: Certainty::Relative, because: attach::SOON.into() })
        }
        _ => None,
    }
}
