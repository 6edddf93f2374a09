//! What is counted from another date: `two days later`, `last week`, `hours after`.

use super::{Match, OLD, Reading, Resolver};
use crate::Certainty;
use crate::time::calendar::Date;
use crate::time::meaning::{Dir, From};
use crate::time::names::shown;
use crate::time::steps::last_weekend;
use crate::time::tense::Direction;
use crate::time::value::{Amount, Unit, Value};

impl Resolver<'_> {
    /// What is counted from.
    pub(super) fn base(&self, from: From) -> Option<Value> {
        let published = self.frame.published.map(Value::Day);
        match from {
            From::Now => published.or(self.last.filter(|_| self.frame.narrative)),
            From::Here if self.frame.narrative => self.story.or(published),
            From::Here => published,
            From::Story => self.last.or(published.filter(|_| !self.frame.narrative)),
        }
    }

    /// The unit so many on.
    pub(super) fn shift(&self, from: From, amount: i32, unit: Unit, dir: Dir, found: &Match) -> Reading {
        let mut base = self.base(from);
        if from == From::Story && amount < 0 && self.is_told_to_court(found) {
            return self.lost();
        }
        if from == From::Story && amount == 0 && unit == Unit::Day && self.is_that_of_saying(found) {
            return self.lost();
        }
        if from == From::Story && amount == 0 && unit == Unit::Day && self.is_in_the_day(found) {
            base = self.day_of_news(found).or(self.frame.published).map(Value::Day).or(base);
        }
        // `in the 1981 recession … Two years later`: of that year, though it only tells which one is meant.
        if from == From::Story
            && unit == Unit::Year
            && let Some((start, end, value @ Value::Year(_))) = self.behind
            && start > 0
            && self.doc.word(start as usize - 1).eq_ignore_ascii_case("the")
            && !(end..found.tokens.start).any(|at| self.doc.word(at as usize) == "\"")
            && found.sentence > 0
            && self.doc.sentences[found.sentence as usize - 1].tokens.start <= start
        {
            base = Some(value);
        }
        // Days are counted from the last day, not from a month that was named since.
        if from == From::Story && unit == Unit::Day && base.and_then(|b| b.unit()) != Some(Unit::Day) {
            // A day that lies outside what was spoken of since is no longer the one that is meant.
            let holds = |day: Date| {
                let since = base.and_then(|b| b.first_day()).zip(base.and_then(|b| b.last_day()));
                self.frame.narrative || since.is_none_or(|(first, last)| (first..=last).contains(&day))
            };
            let day = self.day.filter(|day| amount.abs() <= 1 && holds(*day));
            base = day.map(Value::Day).or(base.filter(|b| b.unit() == Some(Unit::Day)));
        }
        // `will last until 2012. Sales fell from a year earlier`: not from a time to come.
        if from == From::Story && amount < 0 && !self.frame.narrative && self.direction(found) == Direction::Past {
            let now = self.frame.published;
            let to_come = base.and_then(|b| b.first_day()).zip(now).is_some_and(|(day, now)| day > now);
            base = now.map(Value::Day).filter(|_| to_come).or(base);
        }
        // `Lee, who took over in 2019, … ¶ Sales rose 4% from a year earlier`: from then to now.
        let word = |back: u32| found.tokens.start.checked_sub(back).map_or("", |at| self.doc.word(at as usize));
        let compared = matches!(word(1), "from" | "than") || word(1) == "with" && word(2) == "compared";
        if from == From::Story && (amount, unit) == (-1, Unit::Year) && compared && !self.frame.narrative {
            let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
            let now = self.frame.published;
            let old = base.and_then(|b| b.last_day()).zip(now).is_some_and(|(day, now)| day.year + 2 <= now.year);
            base = now.map(Value::Day).filter(|_| old && block(self.story_at) != block(found.sentence)).or(base);
        }
        let Some(base) = base else { return self.lost() };
        // `a month later` than some day of 2007 is no month that anyone could name.
        let coarse = matches!(unit, Unit::Week | Unit::Fortnight | Unit::Month)
            && base.unit().is_some_and(|u| u > unit.max(Unit::Week));
        if coarse && amount != 0 {
            let because = format!("counted from {}, which is too long to count from", shown(base));
            return Reading { value: None, certainty: Certainty::Relative, because };
        }
        // `the weekend` is over unless the verb looks ahead; `this weekend` is to come unless it looks back.
        let weekend_past = unit == Unit::Weekend
            && amount == 0
            && match self.direction(found) {
                Direction::Past => true,
                Direction::Future => false,
                _ => dir != Dir::This,
            };
        let past = dir != Dir::This && self.direction(found) == Direction::Past;
        let amount = amount - i32::from(self.is_week_before(found, base, unit, amount));
        let value = if weekend_past { last_weekend(base, past) } else { base.shifted(amount, unit) };
        let what = match (from, self.frame.narrative) {
            (From::Now, _) | (From::Here, false) if self.frame.published.is_some() => "the publication",
            _ => "the date before it",
        };
        Reading { value, certainty: Certainty::Relative, because: format!("counted from {what}, {}", shown(base)) }
    }

    /// So many quarters of `unit` on: an hour has its day, where that is known.
    pub(super) fn hours_from(&self, found: &Match, from: From, quarters: i32, unit: Unit) -> Reading {
        if let Some((date, hour)) = self.hours_on(found, from, quarters).filter(|_| unit == Unit::Hour) {
            let because = format!("counted from {hour}");
            return Reading { value: Some(Value::Day(date)), certainty: Certainty::Relative, because };
        }
        let day = |v: &Value| v.unit() == Some(Unit::Day);
        // `at 6 p.m. … three hours later`: of the day of that hour.
        let told = self.hour.filter(|(sentence, _)| from == From::Story && sentence + 1 >= found.sentence);
        let told = told.and_then(|(_, hour)| hour.first_day()).map(Value::Day);
        // `After the quake on Monday, they recalled that of 26 December 1955, though three hours later …`
        let old = |day: Date| self.frame.published.is_some_and(|now| now.number() - day.number() > OLD);
        let recalled = self.day.is_some_and(old) && from == From::Story && !self.frame.narrative;
        let fresh = self.fresh.filter(|(sentence, _)| recalled && *sentence == found.sentence);
        let told = told.or(fresh.map(|(_, day)| Value::Day(day)));
        let Some(base) = told.or(self.base(from)).filter(day).filter(|_| unit == Unit::Hour) else {
            let length = Value::Duration { amount: Amount::Quarters(quarters.abs()), unit };
            return Reading {
                value: Some(if quarters == 0 { Value::Future } else { length }),
                certainty: Certainty::Relative,
                because: "so long after".into(),
            };
        };
        let value = base.first_day().map(Value::Day);
        Reading { value, certainty: Certainty::Relative, because: format!("within hours of {}", shown(base)) }
    }
}
