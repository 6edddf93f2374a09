//! Dates that a clause has from its nouns: its subject, its object, what stands before it, a known event.

use super::dated;
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::grammar::{Clause, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;
use crate::timeline::attach::{self, Hold};
use crate::timeline::candidates::{Candidate, FAR, MANY, Reader};
use crate::timeline::lexicon::{Group, Sense};
use crate::timeline::{Dated, context, when};

impl Reader<'_> {
    /// `the 2009 crash, which killed nine`, `the 2009 flood killed nine`: the date of the noun is that of what it did.
    pub(in crate::timeline) fn date_of_noun(
        &self,
        shown: TokenRange,
        verb: &VerbGroup,
        held: &[Hold],
    ) -> Option<Dated> {
        let effect = self.sense(verb.main).is(Sense::EFFECT);
        if verb.tense != VerbTense::Past || !effect {
            return None;
        }
        // `A 2004 tsunami that hit nine towns killed thousands`, where the tsunami is a known one.
        let anchor = self.anchors.iter().take(MANY).find(|a| {
            a.tokens.start >= shown.start && a.tokens.end <= verb.tokens.start && verb.tokens.start - a.tokens.end <= 8
        });
        if let Some(anchor) = anchor {
            let (date, because) = (anchor.date.clone(), anchor.because.clone());
            return Some(Dated { date, certainty: Certainty::Inferred, because });
        }
        let first = self.timexes.partition_point(|t| t.tokens.end + 16 < verb.tokens.start);
        self.timexes[first..].iter().zip(&held[first..]).take(MANY).find_map(|(timex, hold)| {
            let Hold::Noun { phrase, .. } = hold else { return None };
            let before = phrase.start.max(shown.start) < verb.tokens.start && phrase.end <= verb.tokens.start;
            let near = verb.tokens.start.saturating_sub(phrase.end) <= 8;
            (before && near).then(|| dated(self.doc, timex)).flatten()
        })
    }

    /// `The fire, which broke out on Sunday, destroyed two shops`, `The fire that broke out on Sunday destroyed two shops`: the
    /// day of what did it, told in the middle. `dates`: those of the clauses behind.
    pub(in crate::timeline) fn date_of_relative(
        &self,
        clause: usize,
        verb: &VerbGroup,
        dates: &[Option<Dated>],
    ) -> Option<Dated> {
        let effect = verb.tense == VerbTense::Past && !verb.passive && self.sense(verb.main).is(Sense::EFFECT);
        let (number, child) = (clause + 1, self.parse.clauses.get(clause + 1).filter(|_| effect)?);
        let start = child.tokens.start;
        let comma = u32::from(self.word(start.max(1) - 1) == ",");
        let aside = child.kind == ClauseKind::Relative
            && child.parent == Some(clause as u32)
            && child.tokens.end <= verb.tokens.start
            && start > self.parse.clauses[clause].tokens.start + comma
            && self.word(start) == if comma > 0 { "which" } else { "that" }
            && self.is_happening(start - 1 - comma);
        let told = self.verb(number).filter(|v| aside && v.tense == VerbTense::Past && !v.negated)?;
        let own = dates[number].as_ref().filter(|d| told.main < verb.main && when::is_day(&d.date))?;
        Some(Dated { certainty: Certainty::Inferred, ..own.clone() })
    }

    /// `won Sunday’s runoff`, `beat York in the 2009 final`, `died during Friday’s raid`, `won gold at the 2008 Games`: what
    /// is done in an event or at one is of its time.
    pub(in crate::timeline) fn date_of_object(&self, clause: usize, verb: &VerbGroup, held: &[Hold]) -> Option<Dated> {
        if !matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::Future) {
            return None;
        }
        if let Some((_, timex)) = self.held_object(clause, verb, held) {
            return dated(self.doc, timex);
        }
        let contest = !verb.passive && self.sense(verb.main).is(Sense::CONTEST);
        let first = self.timexes.partition_point(|t| t.tokens.start <= verb.main);
        let far = self.timexes[first..].iter().zip(&held[first..]).take(MANY);
        let mut objects = far.filter_map(|(timex, hold)| match hold {
            Hold::Noun { phrase, .. } if self.parse.clause_of(phrase.start) == Some(clause) => Some((timex, phrase)),
            _ => None,
        });
        let (timex, phrase) = objects.next()?;
        // `has won the 2007 contest`: news of the day, not of some time that year.
        let date = timex.date.as_deref().unwrap_or_default();
        let now = self.published.and_then(|p| when::compare(date, p)) == Some(std::cmp::Ordering::Equal);
        if verb.tense == VerbTense::PresentPerfect && now && !when::is_day(date) {
            return None;
        }
        let lead = self.word(phrase.start.checked_sub(1)?);
        // `carried out an October raid`: the verb only says that there was one.
        let light = self.is_of(verb.main, Group::Made);
        let out = u32::from(self.word(verb.main + 1) == "out");
        if light && !verb.passive && phrase.start <= verb.main + 1 + out + 1 {
            return dated(self.doc, timex);
        }
        // `won gold at the 2008 Games`, not `was fined for a fight at the 2008 Games`
        let between = verb.main + 1..phrase.start - 1;
        let apart = || !between.clone().any(|at| self.is_happening(at));
        let at = lead == "at" && between.len() < FAR as usize && apart();
        if at && !self.is_court(verb) {
            return dated(self.doc, timex);
        }
        // `won four more seats than Lee's party in last month's vote`
        let outright = contest && lead == "in" && between.len() < 16 && !between.clone().any(|at| self.is_mark(at));
        if timex.tokens.start >= verb.main + 8 && !outright {
            return None;
        }
        // `swept all of today’s contests`
        let all = lead == "of"
            && matches!(self.word(phrase.start.saturating_sub(2)), "all" | "most" | "both" | "three" | "two");
        // `raised taxes in the depths of the 1981 recession`
        let within = lead == "of"
            && matches!(self.word(phrase.start.saturating_sub(2)), "course" | "depths" | "height" | "middle" | "midst");
        let object = phrase.start == verb.main + 1 || lead == "in" || lead == "at" || all;
        // `nine were hurt in the 2008 attacks`, `will speak in next week’s debate`
        let hurt = self.sense(verb.main).is(Sense::TOLL) || verb.tense == VerbTense::Future;
        // `will be part of a trip in May`
        let part = lead == "of" && self.word(phrase.start.saturating_sub(2)) == "part";
        let hurt = hurt && (lead == "in" || part) && phrase.start <= verb.main + 4;
        if contest && object || hurt || within || lead == "during" { dated(self.doc, timex) } else { None }
    }

    /// `Friday’s ruling marks a change`: of the day of its subject, where that is a noun with a day and nothing more.
    pub(in crate::timeline) fn date_of_subject(&self, clause: usize, verb: &VerbGroup, held: &[Hold]) -> Option<Dated> {
        let start = self.behind_dateline(self.parse.clauses[clause].tokens.start);
        // `Today's vote is a warning`: what is said of it is of no day.
        let now = verb.tense == VerbTense::Present && matches!(self.word(verb.main), "is" | "are");
        // `Monday's talks had been called off`, not `Monday's talks had been due on Friday`
        let meant = self.sense(verb.main).is(Sense::SAY.with(Sense::STATE).with(Sense::PLAN).with(Sense::FIXED));
        let told = matches!(verb.tense, VerbTense::Past | VerbTense::Present)
            || verb.tense == VerbTense::PastPerfect && !meant;
        let told = told && !verb.negated && !now;
        if let Some(report) = self.put_out(clause, verb).filter(|_| told) {
            let of = |(_, hold): &(&Timex, &Hold)| **hold == Hold::Clause(report);
            let (timex, _) = self.timexes.iter().zip(held).take(MANY).find(of)?;
            return dated(self.doc, timex);
        }
        let first = self.timexes.partition_point(|t| t.tokens.start < start);
        let last = verb.tokens.start;
        // `Her letter of 3 May 2010 said that …`
        let of =
            |t: &&Timex| t.tokens.end == last && t.tokens.start > start + 1 && self.word(t.tokens.start - 1) == "of";
        let of = self.timexes[first..].iter().take(MANY).find(of).filter(|_| verb.tense == VerbTense::Past);
        if let Some(timex) = of.filter(|t| t.date.as_deref().is_some_and(when::is_day))
            && self.sense(verb.main).is(Sense::SAY)
        {
            return dated(self.doc, timex);
        }
        // `Holm's 1997 resignation saw Lee promoted`
        let mut before = self.timexes[first..].iter().zip(&held[first..]).take(MANY);
        let saw = self.word(verb.main) == "saw" && verb.tense == VerbTense::Past && !verb.negated;
        let seen = before.find(|(_, hold)| saw && matches!(hold, Hold::Noun { phrase, .. } if phrase.end == last));
        if let Some((timex, _)) = seen {
            return dated(self.doc, timex);
        }
        let timex = self.timexes.get(first).filter(|t| {
            (told || verb.tense == VerbTense::Future && !verb.negated) && t.tokens.start == start && t.tokens.end < last
        })?;
        let owner = matches!(self.word(timex.tokens.end), "'s" | "’s" | "’");
        // `Next year's summit, COP30, will be held in York`
        let aside = |end: u32| last - end < 16 && self.word(end) == "," && self.word(last - 1) == ",";
        let subject = matches!(held[first], Hold::Noun { phrase, .. } if phrase.end == last || aside(phrase.end));
        let dated = dated(self.doc, timex).filter(|_| owner && subject)?;
        // `Next year's fair will be held in York`
        if verb.tense == VerbTense::Future {
            let held = self.is_of(verb.main, Group::Held) || matches!(self.word(verb.main), "be" | "take");
            let place = self.word(verb.main) != "be" || matches!(self.word(verb.main + 1), "in" | "at");
            return (place && held).then_some(dated);
        }
        // `Today’s ruling` in an article whose day is not known.
        let day = when::is_day(&dated.date) || dated.date.is_empty() && timex.tokens.len() == 1;
        // `Last year's race was won by Ann Lee`
        let taken = verb.tense == VerbTense::Past
            && (self.is_of(verb.main, Group::Gathered)
                || self.word(verb.main) == "went" && self.word(verb.main + 1) == "to");
        let day = day || taken;
        day.then_some(dated)
    }

    /// `flooded in 1953 and 1987, when nine people drowned`: of the time told last.
    /// `first`: that of the clause around it.
    pub(in crate::timeline) fn date_before_when(&self, clause: usize, first: Option<&Dated>) -> Option<Dated> {
        let start = self.parse.clauses[clause].tokens.start;
        let comma = u32::from(start > 0 && self.word(start - 1) == ",");
        let timex = self.timexes.iter().take(MANY).find(|t| t.tokens.end + comma == start)?;
        let between = (timex.tokens.start.saturating_sub(6)..timex.tokens.start).any(|at| self.word(at) == "between");
        let when = self.word(start) == "when" && !between;
        let last = dated(self.doc, timex).filter(|d| when && !d.date.is_empty())?;
        // Not `on Ashura, when people mourn`.
        let tense = self.verb(clause).map(|v| v.tense).filter(|tense| *tense != VerbTense::Present)?;
        let ahead = self.published.and_then(|p| when::compare(&last.date, p)) == Some(std::cmp::Ordering::Greater);
        if ahead && tense != VerbTense::Future || comma == 0 && first.is_none_or(|first| first.date == last.date) {
            return None;
        }
        Some(context::from(&last, "the clause it is joined with tells"))
    }

    /// `A woman died when her car left the road on Tuesday`: both at one time.
    pub(in crate::timeline) fn date_of_when(&self, number: &[Option<usize>], out: &mut [Candidate]) {
        for (clause, child) in self.parse.clauses.iter().enumerate() {
            // `pledged to end it when he won in 2002`: of the pledge.
            let plan = || self.parent(clause).filter(|&p| self.parse.clauses[p].kind == ClauseKind::Infinitive);
            let planned = || self.parent(plan()?).and_then(|p| number[p]);
            let around = || self.ancestors(clause).find_map(|p| number[p]).or_else(planned);
            let Some(outer) = around() else { continue };
            // What is shown with the clause it goes on from.
            let outer = out[outer].with.filter(|_| out[outer].hidden && out[outer].own.is_empty()).unwrap_or(outer);
            // `was shelved when the Wall fell`
            let main = self.verb(clause).map_or(0, |v| v.main as usize);
            let known = || self.anchors.iter().take(MANY).find(|a| a.tokens.range().contains(&main));
            let plain = |c: &Candidate| c.dated.is_none() && c.tense == Some(VerbTense::Past) && !c.elsewhen;
            if number[clause].is_none()
                && self.word(child.tokens.start) == "when"
                && plain(&out[outer])
                && !out[outer].sense.is(Sense::STATE)
                && let Some(anchor) = known()
            {
                let (date, because) = (anchor.date.clone(), anchor.because.clone());
                out[outer].dated = Some(Dated { date, certainty: Certainty::Inferred, because });
            }
            let Some(inner) = number[clause] else { continue };
            let opener = self.lower(child.tokens.start);
            let opener = opener.as_ref();
            // `much as it tried in 1990`: of another time.
            let likened = matches!(self.word(child.tokens.start.max(1) - 1), "much" | "just" | "exactly");
            let same = child.kind == ClauseKind::Subordinate
                && (matches!(opener, "when" | "while" | "whilst") || opener == "as" && !likened)
                && !self.tells_of_time(child.tokens.start)
                // `They fell silent at 8.15, when the first one fell in 1945`: the hour of either.
                && !(out[outer].hour && self.word(child.tokens.start.max(1) - 1) == ",");
            // `was teaching when he was killed` had begun before.
            let past =
                |c: &Candidate| c.tense == Some(VerbTense::Past) && !c.elsewhen && !self.word(c.main).ends_with("ing");
            // `said so while speaking in York on Monday`
            let gerund = matches!(opener, "when" | "while" | "whilst")
                && out[inner].tense == Some(VerbTense::None)
                && self.word(out[inner].main).ends_with("ing");
            let told = out[inner].tense == Some(VerbTense::Past) || gerund;
            if !same || out[outer].dated.is_some() || !past(&out[outer]) || !told {
                continue;
            }
            // `surprised the world when it tried one in 1998`
            let said = |d: &&Dated| d.certainty != Certainty::Inferred && !d.date.is_empty();
            let day = out[inner].dated.as_ref().filter(|d| when::is_day(&d.date) || said(d));
            out[outer].dated = day.map(|day| Dated {
                date: day.date.clone(),
                certainty: Certainty::Inferred,
                because: format!(
                    "no date of its own; the clause it is joined with tells of {}",
                    when::words(&day.date)
                ),
            });
        }
    }

    /// `A report released on Friday says that …`, `The memo, written in 2009, called it a risk`: the participle between the
    /// subject and a verb of saying, or what else a text does.
    fn put_out(&self, clause: usize, verb: &VerbGroup) -> Option<usize> {
        let comma = |at: u32| u32::from(at > 0 && self.word(at - 1) == ",");
        let own = |end: u32| end.checked_sub(1).and_then(|at| self.parse.clause_of(at)).filter(|&c| c != clause);
        let end = verb.tokens.start;
        let before = own(end).or_else(|| own(end - comma(end)))?;
        let child = &self.parse.clauses[before];
        let report = child.kind == ClauseKind::Participial && child.parent == Some(clause as u32);
        let behind = child.tokens.end == end || child.tokens.end + comma(end) == end;
        let inner = self.verb(before).filter(|_| report && behind)?;
        let put_out = self.is_of(inner.main, Group::Shown);
        let says = |c: &Clause| c.kind == ClauseKind::Content && c.parent == Some(clause as u32);
        let says = self.sense(verb.main).is(Sense::SAY)
            || self.parse.clauses.iter().skip(before).take(4).any(|c| says(c) && c.tokens.start == verb.tokens.end);
        let start = child.tokens.start;
        let noun = start.checked_sub(1 + comma(start)).map_or(Sense::default(), |at| self.sense(at));
        let noun_at = start.checked_sub(1 + comma(start));
        let of = |group: Group| noun_at.is_some_and(|at| self.is_of(at, group));
        let text = noun.is(Sense::MESSAGE.with(Sense::RECORD).with(Sense::STUDY)) || of(Group::Paper);
        let written = put_out || self.is_of(inner.main, Group::Written);
        let tells = verb.tense == VerbTense::Past && (says || self.is_of(verb.main, Group::Tells));
        // `The poll released on Friday shows a fall`, `The pact, signed in 2003, ended the war`
        let rule = of(Group::Provision) || noun.is(Sense::PROPOSED);
        let issued = written || self.is_of(inner.main, Group::Issued) || self.is_of(inner.main, Group::Vote);
        let issued = issued || self.is_of(inner.main, Group::Enacted);
        let holds = match verb.tense {
            VerbTense::Present => {
                let stands = matches!(self.word(verb.main), "are" | "has" | "have" | "is" | "remain" | "remains");
                verb.tokens.len() == 1 && !stands && !self.sense(verb.main).is(Sense::LIGHT)
            }
            VerbTense::Past => !verb.passive && self.is_of(verb.main, Group::Provides),
            _ => false,
        };
        (put_out && says || text && written && tells || (text || rule) && issued && holds).then_some(before)
    }

    /// `The pact, signed on Monday, permits nine flights`: of the day it was put out, which is over.
    pub(in crate::timeline) fn holds_since(&self, clause: usize, verb: &VerbGroup) -> bool {
        let timed = |clause: usize| {
            self.timexes.iter().take(MANY).any(|t| self.parse.clause_of(t.tokens.start) == Some(clause))
        };
        let present = verb.tense == VerbTense::Present && !timed(clause);
        present && self.put_out(clause, verb).is_some_and(timed)
    }

    /// `had led it since 1989`: the only words of time of the clause say when what still held had begun.
    pub(in crate::timeline) fn only_since(&self, clause: usize) -> bool {
        let perfect = |v: &VerbGroup| matches!(v.tense, VerbTense::PresentPerfect | VerbTense::PastPerfect);
        let mut own =
            self.timexes.iter().take(MANY).filter(|t| self.parse.clause_of(t.tokens.start) == Some(clause)).peekable();
        let since = |t: &Timex| t.tokens.start > 0 && self.word(t.tokens.start - 1) == "since";
        self.verb(clause).is_some_and(perfect) && own.peek().is_some() && own.all(since)
    }

    /// `and in the autumn his widow left`: a time of its own, of a year that nobody gives.
    pub(in crate::timeline) fn names_season(&self, clause: usize) -> bool {
        let start = self.parse.clauses[clause].tokens.start;
        let end = self.doc.sentences[self.number].tokens.end.saturating_sub(2).min(start + 3);
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        let season = |at: u32| matches!(self.word(at), "spring" | "summer" | "autumn" | "winter") && !timed(at);
        (start..end).any(|at| self.lower(at) == "in" && self.word(at + 1) == "the" && season(at + 2))
    }

    /// The participle of such a subject.
    pub(in crate::timeline) fn is_put_out(&self, clause: usize, own: &[bool]) -> bool {
        let Some(outer) = self.parent(clause).filter(|&outer| !own[outer]) else { return false };
        let told = |v: &&VerbGroup| matches!(v.tense, VerbTense::Past | VerbTense::Present) && !v.negated;
        self.verb(outer).filter(told).and_then(|verb| self.put_out(outer, verb)) == Some(clause)
    }

    /// A noun that names an event.
    pub(super) fn is_happening(&self, at: u32) -> bool {
        self.sense(at).is(Sense::EVENT)
    }

    pub(super) fn is_court(&self, verb: &VerbGroup) -> bool {
        self.sense(verb.main).is(Sense::COURT)
    }

    /// `In the November deal, both sides agreed …`, `In a statement issued on Friday, the firm denied …`: what the words
    /// before the subject tell of is the time of the clause.
    pub(in crate::timeline) fn date_of_preamble(
        &self,
        clause: usize,
        verb: &VerbGroup,
        held: &[Hold],
    ) -> Option<Dated> {
        let start = self.behind_dateline(self.parse.clauses[clause].tokens.start);
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect)
            || self.says_in_text(clause, verb);
        // `After the death of its head in 2002, she became secretary`: of the same year.
        let took = verb.passive && matches!(self.word(verb.main), "appointed" | "elected" | "made" | "named")
            || matches!(self.word(verb.main), "became" | "succeeded");
        let follows = took && matches!(self.lower(start).as_ref(), "after" | "following" | "on" | "upon");
        if !past || !(follows || self.sense(start).is(Sense::WITHIN)) {
            return None;
        }
        let comma = (start..verb.tokens.start.min(start + FAR)).find(|&at| self.word(at) == ",")?;
        let first = self.timexes.partition_point(|t| t.tokens.start < start);
        let before =
            self.timexes[first..].iter().zip(&held[first..]).take(MANY).take_while(|(t, _)| t.tokens.end <= comma);
        let mut inside = before.filter(|(_, hold)| match hold {
            // Not `In a report on the 2009 crash, …`.
            Hold::Noun { phrase, .. } => !(start + 1..phrase.start)
                .any(|at| matches!(self.word(at), "about" | "concerning" | "into" | "on" | "over" | "regarding")),
            // `In preparation for talks planned for next week, …` is not within them.
            Hold::Clause(c) => {
                let participle = self.parse.clauses[*c];
                participle.kind == ClauseKind::Participial
                    && !(start + 1..participle.tokens.start).any(|at| self.word(at) == "for")
                    // Not `In a house built in 1890, …`.
                    && self.verb(*c).is_some_and(|v| {
                        let word = self.word(v.main);
                        is_held(word) || self.is_of(v.main, Group::Shown) || matches!(word, "conducted" | "delivered" | "fought" | "given")
                    })
            }
            Hold::Nothing | Hold::Inside | Hold::Aside => false,
        });
        let (timex, hold) = inside.next()?;
        let vacant = |head: u32| self.is_of(head, Group::Vacancy);
        if follows && !self.sense(start).is(Sense::WITHIN) {
            let left = matches!(hold, Hold::Noun { head, .. } if vacant(*head));
            let dated = dated(self.doc, timex).filter(|d| left && when::grain(&d.date) <= 2)?;
            let because = format!("it followed what happened in {}", when::words(&dated.date));
            return Some(Dated { certainty: Certainty::Inferred, because, ..dated });
        }
        // `In the run-up to the May vote, nine were held`
        let date = timex.date.as_deref().unwrap_or_default();
        let ahead = self.published.and_then(|p| when::compare(date, p)) == Some(std::cmp::Ordering::Greater);
        if ahead { None } else { dated(self.doc, timex) }
    }

    /// `In a match held on Friday, York won`: the participle, whose time is that of the clause it leads to.
    pub(in crate::timeline) fn is_in_preamble(&self, clause: usize, own: &[bool], held: &[Hold]) -> bool {
        let this = &self.parse.clauses[clause];
        let Some(outer) = self.parent(clause).filter(|_| this.kind == ClauseKind::Participial) else { return false };
        let Some(verb) = self.verb(outer).filter(|v| v.tokens.start > this.tokens.start) else { return false };
        !own[outer] && self.date_of_preamble(outer, verb, held).is_some()
    }

    /// `won the race held on Friday`: what was won, with the participle that has its time; `denied it in a letter sent on Friday`:
    /// the paper in which it was done.
    fn held_object(&self, clause: usize, verb: &VerbGroup, held: &[Hold]) -> Option<(usize, &Timex)> {
        if let Some(paper) = self.paper_behind(clause, verb, held) {
            return Some(paper);
        }
        if verb.tense != VerbTense::Past || verb.passive || !self.sense(verb.main).is(Sense::CONTEST) {
            return None;
        }
        let first = self.timexes.partition_point(|t| t.tokens.start <= verb.main);
        let mut behind = self.timexes[first..].iter().zip(&held[first..]).take(MANY);
        behind.find_map(|(timex, hold)| {
            let Hold::Clause(c) = hold else { return None };
            let child = &self.parse.clauses[*c];
            let take = child.kind == ClauseKind::Participial && child.parent == Some(clause as u32);
            let was = is_held(self.word(child.tokens.start));
            let object = attach::antecedent(self.doc, self.parse, *c) == Some(verb.main + 1);
            (take && was && object).then_some((*c, timex))
        })
    }

    /// `denied it in a letter sent on Friday`, `apologised in a video posted on Friday`: the participle with the day of both.
    fn paper_behind(&self, clause: usize, verb: &VerbGroup, held: &[Hold]) -> Option<(usize, &Timex)> {
        if verb.tense != VerbTense::Past || verb.negated || held.contains(&Hold::Clause(clause)) {
            return None;
        }
        let first = self.timexes.partition_point(|t| t.tokens.start <= verb.main);
        let mut behind = self.timexes[first..].iter().zip(&held[first..]).take(MANY);
        behind.find_map(|(timex, hold)| {
            let c = match hold {
                Hold::Clause(c) => *c,
                Hold::Noun { .. } => self.parse.clause_of(timex.tokens.start)?,
                _ => return None,
            };
            let child = &self.parse.clauses[c];
            let inner = self.verb(c).filter(|v| v.tense == VerbTense::None && v.passive)?;
            let of = |group| self.is_of(inner.main, group);
            let put_out = of(Group::Shown) || of(Group::Written) || of(Group::Issued);
            // `in a long letter`, `in an interview with the Herald`
            let text = Sense::MESSAGE.with(Sense::RECORD).with(Sense::STUDY);
            let paper = |at: u32| {
                let noun = self.sense(at).is(text) || self.is_of(at, Group::Paper) || self.word(at) == "ruling";
                let article = |at: &u32| matches!(self.word(*at), "a" | "an" | "the" | "his" | "her" | "its" | "their");
                let lead = (at.saturating_sub(4).max(verb.main + 2)..at).rev().find(article);
                noun && lead.is_some_and(|at| matches!(self.word(at - 1), "by" | "in" | "through" | "via" | "with"))
            };
            let first = child.tokens.start.saturating_sub(8).max(verb.main + 1);
            let within = (first..child.tokens.start).any(paper);
            let own = child.kind == ClauseKind::Participial && child.parent == Some(clause as u32);
            let day = timex.date.as_deref().is_some_and(|d| d.is_empty() || when::is_day(d));
            (own && put_out && within && day).then_some((c, timex))
        })
    }

    /// The participle of such an object.
    pub(in crate::timeline) fn is_held_object(&self, clause: usize, held: &[Hold]) -> bool {
        let Some(outer) = self.parent(clause) else { return false };
        let object = self.verb(outer).and_then(|verb| self.held_object(outer, verb, held));
        object.is_some_and(|(participle, _)| participle == clause)
    }

    /// `At the end of the Second World War she won a place`, `scored at the 2010 World Cup`: the time of a known event.
    pub(in crate::timeline) fn date_of_anchor(&self, clause: usize, verb: &VerbGroup) -> Option<Dated> {
        if self.anchors.is_empty() {
            return None;
        }
        let start = self.parse.clauses[clause].tokens.start;
        let led = matches!(self.lower(start).as_ref(), "at" | "during" | "in" | "on");
        let anchor = self.anchors.iter().take(MANY).find(|a| a.tokens.end > start)?;
        let near = anchor.tokens.start <= start + 2 && anchor.tokens.end <= verb.tokens.start;
        // `scored twice at the 2010 World Cup`
        let before = |back: u32| anchor.tokens.start.checked_sub(back).map_or("", |at| self.word(at));
        let preposition = if matches!(before(1), "the" | "a") { before(2) } else { before(1) };
        let behind = anchor.tokens.start > verb.main
            && anchor.tokens.start - verb.main < FAR
            && self.parse.clause_of(anchor.tokens.start) == Some(clause)
            && (matches!(preposition, "at" | "during")
                || preposition == "in" && self.word(anchor.tokens.end - 1).ends_with("ar"))
            && !(verb.main + 1..anchor.tokens.start - 1).any(|at| self.is_happening(at))
            && !self.is_court(verb);
        if !(led && near || behind) || verb.tense != VerbTense::Past {
            return None;
        }
        Some(Dated { date: anchor.date.clone(), certainty: Certainty::Inferred, because: anchor.because.clone() })
    }

    /// `OSLO, Aug. 30 (Northern Wire) -- The bank cut its rate.`: where the sentence has no other time, its own day.
    pub(in crate::timeline) fn date_of_dateline(&self, clause: usize, verb: &VerbGroup) -> Option<Dated> {
        let start = self.doc.sentences[self.number].tokens.start;
        let story = self.behind_dateline(start);
        let [timex] = self.timexes.as_ref() else { return None };
        let told = matches!(self.parse.clauses[clause].kind, ClauseKind::Main | ClauseKind::Content)
            && matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect)
            // Not the hour at the head of an entry.
            && timex.kind == TimexKind::Date
            && timex.date.as_deref().is_some_and(when::is_day);
        if told && timex.tokens.start < story { dated(self.doc, timex) } else { None }
    }

    /// `The town is currently being cleared`, `is now the largest port`, as the first thing that an article tells: of its day.
    pub(in crate::timeline) fn date_of_now(&self, clause: usize, verb: &VerbGroup) -> Option<Dated> {
        let published = self.published.filter(|p| verb.tense == VerbTense::Present && when::is_day(p))?;
        let now = |at: u32| matches!(self.word(at), "currently" | "now");
        let begun = verb.passive && (verb.tokens.start..verb.main).any(|at| self.word(at) == "being");
        let begun = begun && (verb.tokens.start..verb.main).any(now);
        let largest = verb.tokens.len() == 1
            && matches!(self.word(verb.main), "is" | "are")
            && self.behind(verb, 1) == "now"
            && self.behind(verb, 2) == "the"
            && (verb.main + 3..verb.main + 6)
                .any(|at| attach::is_superlative(self.doc, at) || self.word(at).ends_with("est"));
        let lead = || self.number == 0 || !self.doc.block_of(self.number - 1).kind.is_story();
        let main = matches!(self.parse.clauses[clause].kind, ClauseKind::Main | ClauseKind::Content);
        ((begun || largest) && main && !verb.negated && lead()).then(|| Dated {
            date: published.to_string(),
            certainty: Certainty::Relative,
            because: format!("it is told as of now; the article was published on {}", when::words(published)),
        })
    }

    /// `Looking ahead, the ties are likely to grow`: it lies ahead, no more is known.
    pub(in crate::timeline) fn outlook(&self, verb: &VerbGroup) -> Option<Dated> {
        const AHEAD: &[&str] = &["looking ahead", "going forward", "in the future", "in future"];
        if verb.tense != VerbTense::Future {
            return None;
        }
        let sentence = self.doc.sentences[self.number];
        let first: Vec<&str> = sentence.tokens.range().take(3).map(|at| self.doc.word(at)).collect();
        let first = first.join(" ").to_lowercase();
        let ahead = AHEAD.iter().any(|words| first.starts_with(words));
        ahead.then(|| Dated {
            date: String::new(),
            certainty: Certainty::Inferred,
            because: "it lies ahead; the article gives no date".to_string(),
        })
    }
}

/// `the match held on Friday`
fn is_held(word: &str) -> bool {
    matches!(word, "contested" | "held" | "played" | "run" | "staged")
}
