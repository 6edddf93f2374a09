//! The year of an expression that stands with the one behind it: `on 4 April and 6 May 2016`, `28 June in 2020`.
//!
//! Doors: [`year`], [`counted`].

use super::{Match, Reading, Resolver};
use crate::Certainty;
use crate::TokenRange;
use crate::document::{Document, TokenKind};
use crate::time::calendar::Date;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::names::long;
use crate::time::tense::{self, Direction};
use crate::time::value::{Unit, Value};

impl Resolver<'_> {
    /// The year that stands right before, with a comma and `on` or `in` between.
    pub(super) fn year_before(&self, found: &Match) -> Option<i16> {
        let (_, end, value) = self.behind?;
        let word = |at: u32| self.doc.word(at as usize);
        let led = end + 2 == found.tokens.start && word(end) == "," && matches!(word(end + 1), "on" | "in" | "at");
        match value {
            Value::Year(year) if led => Some(year),
            _ => None,
        }
    }

    /// `on Wednesday (1 October)`: the day that the brackets behind the weekday name, where it falls on that.
    pub(super) fn bracketed(&self, weekday: u8, found: &Match, next: &Match) -> Option<Reading> {
        let Meaning::Point(Point::Month { month, day: Some(day), .. }, Dir::Open) = next.meaning else { return None };
        let opens = next.tokens.start == found.tokens.end + 1 && self.doc.word(found.tokens.end as usize) == "(";
        let now = self.frame.published.filter(|_| opens)?;
        let years = [i32::from(now.year), i32::from(now.year) - 1, i32::from(now.year) + 1];
        let days = years.into_iter().filter_map(|year| Date::new(year, u32::from(month), u32::from(day)));
        let falls = |date: &Date| date.weekday() == weekday && (date.number() - now.number()).abs() < 200;
        let day = days.into_iter().find(falls)?;
        let because = format!("the day in brackets behind it, {}", long(day));
        Some(Reading { value: Some(Value::Day(day)), certainty: Certainty::Relative, because })
    }

    /// `three weeks later, on 6 October`: what is only counted is the day that stands beside it, where that is about as far
    /// off.
    pub(super) fn told_beside(
        &self,
        (from, amount, unit): (From, i32, Unit),
        dir: Dir,
        found: &Match,
        rest: &[Match],
    ) -> Reading {
        let counted = self.shift(from, amount, unit, dir, found);
        let next = rest.first().filter(|next| next.sentence == found.sentence);
        match next.zip(counted.value).and_then(|(next, value)| day_beside(self.doc, (found, unit), next, value)) {
            Some(day) => Reading {
                value: Some(Value::Day(day)),
                because: format!("the day told right behind it, {}", long(day)),
                ..counted
            },
            None => counted,
        }
    }

    /// Keeps the year that a sentence opens with, and what year it tells behind that.
    pub(super) fn open_year(&mut self, found: &Match, value: Option<Value>) {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let led = found.tokens.start == start
            || found.tokens.start == start + 1 && matches!(self.doc.word(start as usize), "In" | "During");
        let led = led && value.and_then(|v| v.unit()) == Some(Unit::Year);
        let opened = self.opener.is_some_and(|(sentence, _)| sentence == found.sentence);
        match (found.meaning, value) {
            // `Two years later, …`, `The year before, …`
            (Meaning::Point(Point::Known(_), _), Some(value)) if led || opened => {
                self.opener = value.year().map(|year| (found.sentence, year));
            }
            (Meaning::Point(Point::Shift { .. }, _), Some(value)) if led => {
                self.opener = value.year().map(|year| (found.sentence, year));
            }
            (Meaning::Point(Point::Month { .. } | Point::Holiday { .. } | Point::Season(_), _), _) => {}
            (Meaning::Point(..), _) => self.opener = None,
            _ => {}
        }
    }

    /// `March 2015: Surveyors arrive in May.`, an entry of a chronology: what heads it has a year for all that is told in it.
    pub(super) fn open_chronicle(&mut self, found: &Match, value: Option<Value>) {
        const OLD: i32 = 60;
        let Meaning::Point(Point::Known(_), _) = found.meaning else { return };
        let behind =
            self.doc.tokens.get(found.tokens.end as usize).map_or("", |_| self.doc.word(found.tokens.end as usize));
        let heads = matches!(behind, ":" | "-" | "–" | "—") && self.heads_block(found);
        let first = value.filter(|v| heads && v.unit().is_some_and(|u| u <= Unit::Year)).and_then(|v| v.first_day());
        let old = |first: &Date| self.frame.published.is_some_and(|now| now.number() - first.number() > OLD);
        if let Some(first) = first.filter(old) {
            self.chronicle = Some((self.doc.sentences[found.sentence as usize].block, found.tokens.start, first));
        }
    }

    /// The year of the entry that `found`, of a month, stands in.
    pub(super) fn year_of_chronicle(&self, found: &Match, month: u8) -> Option<i16> {
        let (block, at, first) = self.chronicle?;
        let late = self.doc.word(at as usize).eq_ignore_ascii_case("late") && month < 7;
        let here = block == self.doc.sentences[found.sentence as usize].block;
        let next = || month < first.month && self.direction(found) != Direction::Past;
        here.then(|| first.year + i16::from(late || next()))
    }

    /// `In 1998, a storm on Boxing Day …`, `In 2019 it made a bid, but that was blocked in June`: the year of what the
    /// sentence goes on to tell of a day or month.
    pub(super) fn opening_year(&self, found: &Match) -> Option<i16> {
        let (_, year) = self.opener.filter(|(sentence, _)| *sentence == found.sentence)?;
        let before = found.tokens.start.checked_sub(1).map_or("", |at| self.doc.word(at as usize));
        let past = self.direction(found) == Direction::Past && before != "since";
        let told = past
            && !tense::is_perfect(self.doc, found.sentence, found.tokens)
            && !tense::is_relative(self.doc, found.sentence, found.tokens);
        (told && self.frame.published.is_some_and(|now| year < now.year)).then_some(year)
    }

    /// True for a day of the weeks before the publication in a paragraph of its own.
    pub(super) fn is_fresh(&self, found: &Match) -> bool {
        const WEEKS: std::ops::RangeInclusive<i32> = 0..=31;
        let Meaning::Point(Point::Month { month, day: Some(day), .. }, _) = found.meaning else { return false };
        let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
        let since = |now: Date, year: i16| {
            let date = Date::new(i32::from(year), u32::from(month), u32::from(day));
            date.is_some_and(|date| WEEKS.contains(&(now.number() - date.number())))
        };
        block(self.story_at) != block(found.sentence)
            && self.frame.published.is_some_and(|now| since(now, now.year) || since(now, now.year - 1))
    }

    /// `was halted in 2020 and resumed in May`, `and in May was resumed`: not `signed in 2020 by Norway and Iceland, banned it
    /// from May`.
    fn is_joined_by_verb(&self, end: u32, found: &Match) -> bool {
        let word = |at: u32| self.doc.word(at as usize);
        (end..found.tokens.start).any(|at| match word(at) {
            "then" => true,
            "and" => {
                let behind = at + 1 + u32::from(self.doc.word(at as usize + 1).ends_with("ly"));
                let next = ["in", "on", "by", "then", "later", "again", "he", "she", "it", "they", "the"];
                next.contains(&word(at + 1))
                    || (behind..behind + 2).any(|at| tense::is_verb(self.doc, found.sentence, at))
            }
            _ => false,
        })
    }

    /// `struck in February 2023 and again in March`: the year of the next such month.
    pub(super) fn year_again(&self, found: &Match, month: u8) -> Option<i16> {
        let (_, end, value) = self.behind?;
        let first = value.first_day().filter(|_| value.unit().is_some_and(|u| u <= Unit::Month))?;
        let between = (end..found.tokens.start).map(|at| self.doc.word(at as usize));
        // `was halted in April 2020 and resumed in mid-May`
        let told = || {
            let full = self.doc.word(end as usize - 1).parse() == Ok(first.year);
            let same = self.doc.sentences[found.sentence as usize].tokens.start < end;
            full && same
                && first.month != month
                && self.is_joined_by_verb(end, found)
                && !between.clone().any(|word| matches!(word, ";" | "since" | "last"))
                && self.direction(found) == Direction::Past
                && !tense::is_perfect(self.doc, found.sentence, found.tokens)
                && !tense::is_relative(self.doc, found.sentence, found.tokens)
        };
        let joined = found.tokens.start - end.min(found.tokens.start) == 3
            && between.clone().next() == Some("and")
            && between.clone().nth(1) == Some("again")
            || told();
        let year = first.year + i16::from(month < first.month);
        (joined && self.frame.published.is_some_and(|now| year < now.year)).then_some(year)
    }
}

/// The day of the calendar that `next` says of a time that was counted.
fn day_beside(doc: &Document, (found, unit): (&Match, Unit), next: &Match, counted: Value) -> Option<Date> {
    let off = match unit {
        Unit::Day => 2,
        Unit::Week | Unit::Fortnight => 10,
        Unit::Month => 40,
        _ => return None,
    };
    let between = TokenRange::new(found.tokens.end, next.tokens.start);
    let led = between.range().all(|at| doc.is(at, &[",", "on"])) && (1..=2).contains(&between.len());
    let last = found.tokens.end as usize - 1;
    if !led || !doc.is(last, &["later", "after", "afterwards", "earlier", "before", "ago"]) {
        return None;
    }
    let (first, end) = counted.first_day().zip(counted.last_day())?;
    let near = |day: &Date| (first.number() - off..=end.number() + off).contains(&day.number());
    match next.meaning {
        Meaning::Point(Point::Known(Value::Day(day)), _) => Some(day).filter(near),
        Meaning::Point(Point::Month { month, day: Some(day), .. }, Dir::Open) => {
            let of = |year: i32| Date::new(year, u32::from(month), u32::from(day));
            let year = i32::from(first.year);
            [year, year + 1, year - 1].into_iter().filter_map(of).find(near)
        }
        _ => None,
    }
}

/// The year that `next` says for the month, and perhaps day, of `found`.
pub(super) fn year(doc: &Document, found: &Match, next: &Match, (month, day): (u8, Option<u8>)) -> Option<i16> {
    if found.sentence != next.sentence {
        return None;
    }
    let same = || {
        let year = year_of(next.meaning).filter(|_| joined(doc, found, next))?;
        // `from 14 October until 31 January 2027` begins the year before.
        let back = through(doc, found, next) && is_later(next.meaning, (month, day));
        Some(year - i16::from(back))
    };
    let named = || behind_noun(doc, found, next);
    let own = || day.and_then(|_| in_year(doc, found, next));
    same().or_else(named).or_else(own).or_else(|| day.and_then(|day| coordinated(doc, found, next, (month, day))))
}

/// `between March and May last year`: the year that the second month is counted to, where it comes later in the year.
pub(super) fn counted(doc: &Document, found: &Match, next: &Match, from: u8) -> Option<(From, i8)> {
    let Meaning::Point(Point::MonthOf { month, from: base, years, .. }, _) = next.meaning else { return None };
    (found.sentence == next.sentence && from <= month && joined(doc, found, next)).then_some((base, years))
}

/// `Monday and Tuesday of last week`: the week that the second weekday is counted to.
pub(super) fn weeks(doc: &Document, first: &Match, second: &Match) -> Option<(From, i8)> {
    let Meaning::Point(Point::Weekday { weeks, .. }, _) = second.meaning else { return None };
    weeks.filter(|_| first.sentence == second.sentence && joined(doc, first, second))
}

/// `opens on the 1st and ends on the 3rd of June`: the month of the second day, which is the later one.
pub(super) fn month(doc: &Document, first: &Match, second: &Match, day: u8) -> Option<u8> {
    let (month, last) = match second.meaning {
        Meaning::Point(Point::Month { month, day: Some(last), .. }, _) => (month, last),
        Meaning::Point(Point::Known(Value::Day(date)), _) => (date.month, date.day),
        _ => return None,
    };
    let mut between = first.tokens.end as usize..second.tokens.start as usize;
    // Not `resigned on the 24th, and on 29 December a new one was elected`.
    let apart = between.clone().any(|at| matches!(doc.word(at), ";" | ","));
    let near = first.sentence == second.sentence && between.len() <= 6 && day < last && !apart;
    (near && between.any(|at| matches!(doc.word(at), "and" | "to" | "until" | "or"))).then_some(month)
}

/// `Turkey on 4 April and Greece on 6 April 2016`: the second day is no earlier in the year.
fn coordinated(doc: &Document, first: &Match, second: &Match, from: (u8, u8)) -> Option<i16> {
    let Meaning::Point(Point::Known(Value::Day(date)), _) = second.meaning else { return None };
    let between = TokenRange::new(first.tokens.end, second.tokens.start);
    if between.len() > 7 {
        return None;
    }
    let words = between.range().all(|at| doc.tokens[at].kind == TokenKind::Word || doc.word(at) == ",");
    let and = between.range().filter(|at| doc.word(*at) == "and").count() == 1;
    let led = between.len() > 1 && matches!(doc.word(between.end as usize - 1), "from" | "in" | "on" | "until");
    (words && and && led && from <= (date.month, date.day)).then_some(date.year)
}

/// `and`, `to`, a dash or a comma alone between two expressions.
fn joined(doc: &Document, first: &Match, second: &Match) -> bool {
    let between = TokenRange::new(first.tokens.end, second.tokens.start);
    let fits = |at: usize| {
        matches!(
            doc.word(at).to_ascii_lowercase().as_str(),
            "and"
                | "to"
                | "or"
                | "through"
                | "until"
                | "till"
                | "the"
                | "from"
                | ","
                | "-"
                | "–"
                | "—"
                | "/"
                | "between"
        )
    };
    (1..=2).contains(&between.len()) && between.range().all(fits)
}

/// What leads from the beginning of a stretch to its end stands between the two.
fn through(doc: &Document, first: &Match, second: &Match) -> bool {
    let mut between = first.tokens.end as usize..second.tokens.start as usize;
    between.any(|at| {
        matches!(doc.word(at).to_ascii_lowercase().as_str(), "to" | "until" | "till" | "through" | "-" | "–" | "—")
    })
}

/// True where `from`, a month and perhaps its day, comes later in a year than what `meaning` says.
fn is_later(meaning: Meaning, from: (u8, Option<u8>)) -> bool {
    match (meaning, from) {
        (Meaning::Point(Point::Known(Value::Day(date)), _), (month, Some(day))) => {
            (month, day) > (date.month, date.day)
        }
        (Meaning::Point(Point::Known(Value::Day(date)), _), (month, None)) => month > date.month,
        (Meaning::Point(Point::Known(Value::Month { month: last, .. }), _), (month, _)) => month > last,
        _ => false,
    }
}

/// The year behind the noun that a month belongs to: `the February Revolution of 1917`.
fn behind_noun(doc: &Document, month: &Match, year: &Match) -> Option<i16> {
    let between = TokenRange::new(month.tokens.end, year.tokens.start);
    let Meaning::Point(Point::Known(Value::Year(number)), _) = year.meaning else { return None };
    let led = month.tokens.start > 0 && doc.word(month.tokens.start as usize - 1).eq_ignore_ascii_case("the");
    let near = (2..=4).contains(&between.len());
    let words = between.range().all(|at| doc.tokens[at].kind == TokenKind::Word);
    (led && near && words && doc.word(between.range().end - 1).eq_ignore_ascii_case("of")).then_some(number)
}

/// The year of `28 June in 2020`.
pub(super) fn in_year(doc: &Document, day: &Match, year: &Match) -> Option<i16> {
    let Meaning::Point(Point::Known(Value::Year(number)), _) = year.meaning else { return None };
    let between = TokenRange::new(day.tokens.end, year.tokens.start);
    let words = between.range().all(|at| doc.word(at).eq_ignore_ascii_case("in") || doc.word(at) == ",");
    (day.sentence == year.sentence && (1..=2).contains(&between.len()) && words).then_some(number)
}

/// The year an expression itself says.
fn year_of(meaning: Meaning) -> Option<i16> {
    match meaning {
        Meaning::Point(Point::Known(value @ (Value::Day(_) | Value::Month { .. })), _) => value.year(),
        _ => None,
    }
}
