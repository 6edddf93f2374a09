//! Hours: the day they are of, and those of habit, which have none.

use super::story::COURT;
use super::{Match, OLD, Reading, Resolver};
use crate::Certainty;
use crate::analysis::TimexKind;
use crate::document::{Case, TokenKind};
use crate::time::calendar::Date;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::names::long;
use crate::time::tense::{self, Direction};
use crate::time::value::{Clock, Unit, Value};

/// How many sentences on an hour goes back to the last day that is over.
const FAR: u32 = 8;

/// How many tokens from what recurs its hour stands.
const SET_REACH: u32 = 9;

impl Resolver<'_> {
    /// `every Friday from 5 to 10 p.m.`, `from 6 a.m. to midnight daily`: the hour recurs with what stands beside it in
    /// the sentence; gives its weekday, where it has one.
    pub(super) fn recurs(&self, found: &Match, rest: &[Match]) -> Option<Option<u8>> {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let before = self.set.filter(|s| s.0 >= start && s.0 + SET_REACH > found.tokens.start).map(|s| s.1);
        let behind = rest.iter().take(2).find_map(|next| match next.meaning {
            Meaning::Fixed(TimexKind::Set, value) if next.tokens.start < found.tokens.end + SET_REACH => {
                Some(value).filter(|_| next.sentence == found.sentence)
            }
            _ => None,
        });
        if before.or(behind).is_none() && self.is_of_such_days(found) {
            return Some(None);
        }
        match before.or(behind)? {
            Value::EveryWeekday(weekday) | Value::EveryPart { weekday: Some(weekday), .. } => Some(Some(weekday)),
            Value::EveryClock { weekday, .. } => Some(weekday),
            // `the daily talk began at 10 a.m.` is of one day.
            Value::Duration { amount, unit: Unit::Day } if amount.as_whole() == Some(1) => {
                (self.direction(found) != Direction::Past).then_some(None)
            }
            Value::EveryPart { weekday: None, .. } => Some(None),
            _ => None,
        }
    }

    /// `between 7am and 7pm on strike days`
    fn is_of_such_days(&self, found: &Match) -> bool {
        let end = self.doc.sentences[found.sentence as usize].tokens.end.min(found.tokens.end + SET_REACH);
        let is = |at: u32, words: &[&str]| self.doc.is(at as usize, words);
        let which = |at: u32| {
            let token = self.doc.tokens[at as usize];
            token.kind == TokenKind::Word
                && token.case == Case::Lower
                && token.span.len() > 4
                && !is(at, &["these", "those", "three", "seven", "eight", "several", "other"])
        };
        (found.tokens.end..end.saturating_sub(2)).any(|at| {
            is(at, &["on"]) && which(at + 1) && is(at + 2, &["days", "nights", "evenings", "mornings", "afternoons"])
        })
    }

    /// `texted his brother at 3.40am, the court heard on Tuesday`: of some day before.
    fn is_heard(&self, found: &Match) -> bool {
        let end = self.doc.sentences[found.sentence as usize].tokens.end;
        let word = |at: u32| self.doc.word(at as usize);
        (found.tokens.end..end.saturating_sub(1)).any(|at| {
            COURT.hold(self.doc.tokens[at as usize].hash)
                && (word(at + 1) == "heard" || word(at + 1) == "was" && at + 2 < end && word(at + 2) == "told")
        })
    }

    /// `was 0.3% firmer by 1045 GMT`: what a market does as it is told, not `settled at $80 at 1830 GMT`.
    fn is_of_market(&self, found: &Match) -> bool {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let zone = found.tokens.len() > 1 && self.doc.tokens[found.tokens.end as usize - 1].case == Case::Upper;
        let mut before = (start..found.tokens.start).map(|at| self.doc.word(at as usize));
        let figure =
            |word| matches!(word, "%" | "$" | "£" | "€" | "¥" | "percent" | "cents" | "points" | "ounce" | "barrel");
        let over = |word| matches!(word, "settled" | "closed" | "ended" | "finished");
        zone && before.clone().any(figure) && !before.any(over)
    }

    /// `was last seen at 11.40pm on 9 January. She did not arrive. … was switched off at 12.26am`: hours told as past are of
    /// the day of those before them, where no other day was told since and it is no day of the news.
    fn day_of_hours(&self, found: &Match) -> Option<Date> {
        let (sentence, hour) = self.hour.filter(|h| h.0 + FAR >= found.sentence)?;
        let date = hour.first_day().filter(|_| matches!(hour, Value::Clock { date: Some(_), .. }))?;
        let over = self.frame.published.is_some_and(|now| now.number() - date.number() >= 2);
        let told = self.day.is_none_or(|day| day == date || day.plus_days(1) == Some(date));
        let quoted = tense::is_quoted(self.doc, found.sentence, found.tokens);
        (over
            && told
            && !quoted
            && self.day_at <= sentence
            && self.direction(found) == Direction::Past
            && !self.is_of_market(found))
        .then_some(date)
    }

    /// A time of day. `It will shut at midnight` is the end of the day of publication: its begin is over.
    pub(super) fn at_clock(
        &mut self,
        found: &Match,
        rest: &[Match],
        on: Option<(Point, Dir)>,
        clock: Clock,
    ) -> Reading {
        let reading = self.on_day(found, rest, on, |date| Value::Clock { date, clock });
        let today = self.frame.published.filter(|now| reading.value.and_then(|v| v.first_day()) == Some(*now));
        let ends = on.is_none()
            && clock.hour == 0
            && found.tokens.len() == 1
            && self.doc.is(found.tokens.start as usize, &["midnight"])
            && self.direction(found) == Direction::Future;
        let last = |day| Value::Clock { date: Some(day), clock: Clock { hour: 24, ..clock } };
        Reading { value: today.filter(|_| ends).map(last).or(reading.value), ..reading }
    }

    /// A time on a day, or on the day of the story, or of the publication.
    pub(super) fn on_day(
        &mut self,
        found: &Match,
        rest: &[Match],
        on: Option<(Point, Dir)>,
        make: impl Fn(Option<Date>) -> Value,
    ) -> Reading {
        if let Some((point, dir)) = on {
            let mut base = self.point(point, dir, found, rest);
            // `this morning`, in an entry of another day than the publication's
            if let (Point::Shift { from: From::Now, amount, unit: Unit::Day }, Some(day)) =
                (point, self.entry(found.sentence).filter(|day| self.frame.published != Some(*day)))
            {
                base = Reading {
                    value: day.plus_days(amount).map(Value::Day),
                    because: format!("counted from the day of the entry, {}", long(day)),
                    ..base
                };
            }
            let date = base.value.and_then(|v| v.first_day());
            let date = self.last_night(found, date).or(date);
            return Reading { value: date.map(|d| make(Some(d))), ..base };
        }
        if let Some((date, why)) = self.stamped(found, rest) {
            self.enter(found, date);
            let Some(day) = date else { return Reading { value: Some(make(None)), ..self.lost() } };
            let because = format!("{why}, {}", long(day));
            return Reading { value: Some(make(date)), certainty: Certainty::Relative, because };
        }
        let near = self.story_at + 1 >= found.sentence || self.goes_on(found);
        // `prices rose, the bureau said on Tuesday. The crown was up 0.3% by 1045 GMT`
        let today = self.hour.is_some_and(|(_, hour)| hour.first_day() == self.frame.published);
        let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
        let apart = block(self.day_at) != block(found.sentence);
        // A day before the last one is not that of the market's news.
        let stale = apart
            && self
                .day
                .zip(self.frame.published)
                .is_none_or(|(day, now)| !(0..=1).contains(&(now.number() - day.number())));
        let near = near && !((self.day_said || today || stale) && self.is_of_market(found));
        // `…, blaming a fire that burned it on 18 October. ¶ Shares were down by 11am.`
        let relative = self.story_at == self.day_at
            && self.told.is_some_and(|told| tense::is_relative(self.doc, self.story_at, told));
        // `Leases that expired on 31 March will be extended, he said at 4 pm.`
        let old = |day: Date| self.frame.published.is_some_and(|now| now.number() - day.number() > OLD);
        let same = !(apart || self.day_at == found.sentence && self.day.is_some_and(old));
        let near = near && (same || !relative);
        // `… on 9 December 2022. Turnout was low in 2021. … at 9 p.m.`: the story has left that day, which is no news.
        let left = |day: Date| {
            let span = self.story.and_then(|s| s.first_day().zip(s.last_day()));
            let old = self.frame.published.is_some_and(|now| (now.number() - day.number()).abs() > OLD);
            old && span.is_some_and(|(first, last)| !(first..=last).contains(&day))
        };
        // `The race is tomorrow. … A car was seen at 3 a.m.`
        let now = self.frame.published.filter(|_| self.direction(found) == Direction::Past);
        let to_come = |day: Date| now.is_some_and(|now| day > now);
        let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
        let date = self.day.filter(|day| self.frame.narrative || near && !left(*day) && !to_come(*day));
        // In an entry of a live report: the days that the entries before it tell of are over.
        let date = self.entry(found.sentence).filter(|_| block(self.day_at) != block(found.sentence)).or(date);
        // `took to the streets on Sunday in Khost, where he was killed on Friday during midday prayers`
        let beside = self.behind.filter(|b| {
            let here = self.doc.sentences[found.sentence as usize].tokens.start <= b.0;
            here && b.1 + 4 > found.tokens.start && b.2.unit() == Some(Unit::Day)
        });
        let beside = beside.filter(|_| tense::is_relative(self.doc, found.sentence, found.tokens));
        let date = beside.and_then(|b| b.2.first_day()).or(date);
        // `at 10 a.m. (0735 GMT) Friday`, `at 6 on the morning of 3 May`: a day of the same sentence, a little behind.
        let here = self.day.is_some() && self.story_at == found.sentence;
        // `at 4:17 local time (0117 GMT) on Monday`
        let twice = rest.first().is_some_and(|n| matches!(n.meaning, Meaning::Clock { on: None, .. }));
        let far = if twice { 12 } else { 6 };
        let near = |n: &&Match| n.sentence == found.sentence && n.tokens.start <= found.tokens.end + far;
        let behind = rest.iter().take(2).take_while(near).filter(|_| !here);
        // `by 1015 GMT to its highest since 3 May`
        let since = |n: &&Match| self.doc.word(n.tokens.start as usize - 1) == "since";
        // `was up 0.4% at 1210 GMT after sliding on Friday`
        let after = |n: &&Match| {
            let mut between = (found.tokens.end..n.tokens.start).map(|at| self.doc.word(at as usize));
            between.any(|word| matches!(word, "after" | "having"))
        };
        let ahead = behind.filter(|n| !since(n) && !after(n)).filter_map(|n| match n.meaning {
            // `from 9 a.m. to 5 p.m. on Friday`
            Meaning::Point(point, dir) | Meaning::Clock { on: Some((point, dir)), .. } => Some((point, dir, n)),
            _ => None,
        });
        let ahead =
            ahead.collect::<Vec<_>>().into_iter().find_map(|(point, dir, n)| self.point(point, dir, n, &[]).value);
        let ahead = ahead.filter(|v| v.unit() == Some(Unit::Day)).and_then(|v| v.first_day());
        // `which came into force at midnight, will last until noon on Saturday`
        let date = ahead.filter(|day| !to_come(*day)).or(date).or(self.day_of_hours(found));
        // `is bailed until 11 May … drove along the road at 5.15pm`: the last day that is not to come.
        let back = self.fresh.filter(|f| f.0 + FAR >= found.sentence && self.day.is_some_and(to_come)).map(|f| f.1);
        let date = date.or(back);
        // `Her home was searched last June. … I arrived at nine in the morning`: of a day that nothing says.
        // Nor is what someone is quoted as telling of the day of the publication: `We were told at ten at night`.
        let unknown = date.is_none()
            && !(apart && self.is_of_market(found))
            && (self.is_of_some_day(found)
                || self.is_heard(found)
                || now.is_some() && tense::is_quoted(self.doc, found.sentence, found.tokens));
        // `“I wake at five in the morning,” she says`
        let habit = matches!(self.direction(found), Direction::Present | Direction::Open)
            && tense::is_quoted(self.doc, found.sentence, found.tokens)
            && (self.day.is_none() || self.day_at != found.sentence);
        let date = date.or(self.frame.published.filter(|_| !unknown)).filter(|_| !habit);
        let date = self.over_midnight(found, date).or(self.past_midnight(found, date)).or(date);
        self.enter(found, date);
        match date {
            Some(date) => Reading {
                value: Some(make(Some(date))),
                certainty: Certainty::Relative,
                because: format!("on the day spoken of, {}", long(date)),
            },
            None => Reading { value: Some(make(None)), ..self.lost() },
        }
    }
}
