//! The days that a length covers, for a timeline: its TIMEX3 value is the length alone.

use super::{Match, Resolver};
use crate::time::calendar::Date;
use crate::time::meaning::{From, Meaning, Point};
use crate::time::tense::Direction;
use crate::time::value::{Amount, Part, Season, Unit, Value};

impl Resolver<'_> {
    /// `the three months to 31 March`, `the year ended 30 June 2025`: the days of a length that ends then, or of a year of
    /// which the state's or firm's own begin is not told.
    pub(super) fn period(&self, found: &Match, value: Value, behind: Option<(u32, u32, Value)>) -> Option<String> {
        let april = |year: i16| {
            Some(format!(
                "{}/{}",
                Value::Month { year, month: 4 }.iso()?,
                Value::Month { year: year + 1, month: 3 }.iso()?
            ))
        };
        match (value, found.meaning) {
            (Value::FiscalYear(_), Meaning::Point(Point::Fiscal { years }, _)) => {
                let now = self.frame.published.filter(|_| self.frame.april)?;
                return april(now.year - i16::from(now.month < 4) + i16::from(years));
            }
            (Value::FiscalYear(year), _) if self.frame.april => return april(year - 1),
            (Value::FiscalYear(year), _) => {
                return Some(format!("{}/{}", Value::Year(year - 1).iso()?, Value::Year(year).iso()?));
            }
            // `struck overnight`: the night that ends on the day of the news.
            (Value::Part { date: Some(date), part: Part::Night }, _) => {
                let next = date.plus_days(1)?;
                let last = found.tokens.len() == 1 && self.last_night(found, Some(next)) == Some(date);
                return last.then(|| next.to_string());
            }
            // `the winter of 1996`: the one that began or the one that ended in that year.
            (Value::Season { year, season: Season::Winter }, Meaning::Point(Point::Known(_), _)) => {
                let both = found.tokens.range().any(|at| matches!(self.doc.word(at), "-" | "–" | "/"));
                return Value::Year(year).iso().filter(|_| !both);
            }
            _ => {}
        }
        if let Some(half) = self.half(found, value) {
            return Some(half);
        }
        let at = found.tokens.start.checked_sub(2)?;
        let is = |at: u32, words: &[&str]| self.doc.is(at as usize, words);
        let through = is(at + 1, &["to", "through", "ended", "ending"]);
        let end = value.last_day().filter(|_| through && matches!(value, Value::Day(_) | Value::Month { .. }))?;
        let (amount, unit) = match behind.filter(|b| b.1 == at + 1).map(|b| b.2) {
            Some(Value::Duration { amount, unit: unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year) }) => {
                (amount.as_whole()?, unit)
            }
            _ if is(at, &["year"]) => (1, Unit::Year),
            // `in the week to 5 July`
            _ if is(at, &["week"]) && self.is_led_by_the(at) => (1, Unit::Week),
            _ if is(at, &["month"]) && self.is_led_by_the(at) => (1, Unit::Month),
            _ => return None,
        };
        let next = end.plus_days(1)?;
        let start = match unit {
            Unit::Day => next.plus_days(-amount)?,
            Unit::Week => next.plus_days(amount.checked_mul(-7)?)?,
            _ => next.plus_months(amount.checked_mul(if unit == Unit::Year { -12 } else { -1 })?)?,
        };
        let first = if let Value::Month { .. } = value { Value::around(start, Unit::Month) } else { Value::Day(start) };
        Some(format!("{}/{}", first.iso()?, value.iso()?))
    }

    /// `the week to 5 July`, not `a week to Friday`.
    fn is_led_by_the(&self, at: u32) -> bool {
        at > 0 && self.doc.word(at as usize - 1).eq_ignore_ascii_case("the")
    }

    /// The years that `the early 15th century` lies in at the widest.
    fn half(&self, found: &Match, value: Value) -> Option<String> {
        let Value::Century(century @ 1..) = value else { return None };
        let first = found.tokens.range().take(3).find_map(|at| {
            Some(match self.doc.word(at).to_ascii_lowercase().as_str() {
                "first" | "second" if self.doc.word(at + 1) != "half" => return None,
                "beginning" | "early" | "start" | "first" => 0,
                "mid" | "middle" => 25,
                // `later in the 19th century` is only later than what was told before.
                "later" if self.doc.word(at + 1) == "in" => return None,
                "close" | "end" | "late" | "later" | "latter" | "second" => 50,
                _ => return None,
            })
        })?;
        let first = century * 100 + first;
        Some(format!("{}/{}", Value::Year(first).iso()?, Value::Year(first + 49).iso()?))
    }

    /// `will open in two weeks`: a length, but the timeline can place it.
    pub(super) fn ahead(&self, found: &Match, value: Value) -> Option<String> {
        let Value::Duration { amount, unit } = value else { return None };
        if let Some(days) = self.within(found, amount, unit) {
            return Some(days);
        }
        let before = (found.tokens.start as usize).checked_sub(1).map(|at| self.doc.word(at))?;
        let looks =
            before.eq_ignore_ascii_case("in") && self.direction(found) == Direction::Future && unit >= Unit::Day;
        let amount = amount.as_whole().filter(|_| looks)?;
        self.base(From::Now)?.shifted(amount, unit)?.iso()
    }

    /// `will be lodged within 28 days`: some day of those. Not `within 28 days of the sale`, `has promised to pay within ten
    /// days`, `said on Monday it would pay within ten days`, which may be counted from another day.
    fn within(&self, found: &Match, amount: Amount, unit: Unit) -> Option<String> {
        const FAR: u32 = 40;
        let word = |at: u32| self.doc.tokens.get(at as usize).map_or("", |_| self.doc.word(at as usize));
        let led = found.tokens.start.checked_sub(1).is_some_and(|at| word(at) == "within");
        let alone = !matches!(word(found.tokens.end), "of" | "after" | "from" | "before" | "if" | "once" | "when");
        let days = matches!(unit, Unit::Day | Unit::Week | Unit::Fortnight | Unit::Month);
        let short = amount.as_whole().is_some_and(|n| n >= 1);
        if !(led && alone && days && short) || self.frame.narrative {
            return None;
        }
        let first = self.doc.sentences[found.sentence as usize].tokens.start;
        let near = first.max(found.tokens.start.saturating_sub(FAR));
        let willed =
            (near..found.tokens.start).any(|at| matches!(word(at), "will" | "would" | "shall" | "'ll" | "’ll"));
        let told = self.behind.is_some_and(|(start, _, value)| {
            start >= first && value.first_day().is_some() && value.first_day() != self.frame.published
        });
        let told = told || self.day_at == found.sentence && self.day.is_some() && self.day != self.frame.published;
        (willed && !told && self.direction(found) == Direction::Future)
            .then(|| self.stretch(amount, unit, From::Now, true).filter(|_| self.frame.published.is_some()))?
    }

    /// `in March … a fortnight later`, `in the autumn … six weeks later`: in one of the months that are so far from a day
    /// of that time.
    pub(super) fn some_time_later(&self, found: &Match, amount: i32, unit: Unit) -> Option<String> {
        const NEAR: u32 = 2;
        let days = match unit {
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Fortnight => 14,
            Unit::Month => 30,
            _ => return None,
        };
        let base =
            self.base(From::Story).filter(|b| b.unit().is_some_and(|u| (Unit::Month..=Unit::Quarter).contains(&u)))?;
        let days = amount.checked_mul(days)?;
        let month = |day: Date| match unit {
            Unit::Month => Value::around(day, Unit::Month).shifted(amount, unit),
            _ => Some(Value::around(day.plus_days(days)?, Unit::Month)),
        };
        let (first, last) = (month(base.first_day()?)?, month(base.last_day()?)?);
        let told = self.story_at + NEAR >= found.sentence && self.direction(found) == Direction::Past;
        let over = self.frame.published.is_none_or(|now| last.first_day().is_some_and(|day| day <= now));
        let date = if first == last { first.iso()? } else { format!("{}/{}", first.iso()?, last.iso()?) };
        Some(date).filter(|_| told && over)
    }

    /// The days a stretch covers, for a timeline.
    pub(super) fn stretch(&self, amount: Amount, unit: Unit, from: From, future: bool) -> Option<String> {
        let base = self.base(from)?;
        let count = amount.as_whole()?;
        let (back, ahead) = if future { (0, count) } else { (count, 0) };
        let day = base.first_day()?;
        let start = Value::Day(day).shifted(-back, unit)?;
        let end = Value::Day(day).shifted(ahead, unit)?;
        let (start, end) = match unit {
            Unit::Day => (start, end),
            Unit::Week | Unit::Fortnight | Unit::Weekend => {
                let days = if unit == Unit::Fortnight { 14 } else { 7 };
                (Value::Day(day.plus_days(-back * days)?), Value::Day(day.plus_days(ahead * days)?))
            }
            _ => (start, end),
        };
        Some(format!("{}/{}", start.iso()?, end.iso()?)).filter(|_| unit >= Unit::Day)
    }
}

/// The first or last so many months of a year.
pub(super) fn spell(year: Value, nth: i8, months: u8) -> Option<String> {
    let Value::Year(year) = year else { return None };
    let first = if nth > 0 { 1 } else { 13 - months };
    let last = first + months - 1;
    match (first % 3, months) {
        (1, 3) => Value::Quarter { year, quarter: last / 3 }.iso(),
        _ => Some(format!(
            "{}/{}",
            Value::Month { year, month: first }.iso()?,
            Value::Month { year, month: last }.iso()?
        )),
    }
}
