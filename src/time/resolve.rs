//! From what expressions say to what they mean here: against the publication date, the story so far and the tense.
//!
//! Door: [`resolve`]. Invariant: one pass, one state; nothing is guessed without an anchor.

mod appointments;
mod recurring;
mod siblings;
mod stamps;
mod story;

pub(crate) use appointments::is_appointment;

use super::calendar::{self, Date};
use super::meaning::{Dir, From, Meaning, Point};
use super::names::{long, shown};
use super::steps::{last_weekend, near, offset, within};
use super::tense::{Direction, Tenses};
use super::value::{Amount, Unit, Value};
use super::{Match, Timex};
use crate::analysis::TimexKind;
use crate::document::{Case, Document, TokenKind};
use crate::{Certainty, TokenRange};
use stamps::Stamps;
use story::is_before;

/// What the whole document says of its dates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame {
    /// The publication date.
    pub published: Option<Date>,
    /// True for a history: dates carry on from one another, not from the publication.
    pub narrative: bool,
    /// True where the article counts from its own day: what it tells of long ago is background.
    pub news: bool,
    /// True for what was written in Britain.
    pub british: bool,
    /// `3/4/2025` is 3 April: known from another date of the document, or from where it was written.
    pub day_first: Option<bool>,
}

/// A reading of one expression.
#[derive(Clone, Debug)]
pub struct Reading {
    /// None: no anchor.
    pub value: Option<Value>,
    /// How it is known.
    pub certainty: Certainty,
    /// Why.
    pub because: String,
}

/// Resolves the matches, which stand in order of the text, as do the [`scenes`](super::known::scenes).
pub fn resolve(doc: &Document, matches: &[Match], frame: Frame, scenes: &[(u32, u32, Value)]) -> Vec<Timex> {
    let mut resolver = Resolver {
        doc,
        frame,
        scenes,
        last: None,
        story: None,
        story_at: 0,
        told: None,
        passing: None,
        before: None,
        set: None,
        day: None,
        day_at: 0,
        fresh: None,
        hour: None,
        ahead: [None; 12],
        behind: None,
        subject: None,
        stamps: Stamps::default(),
        tenses: Tenses::default(),
    };
    matches.iter().enumerate().map(|(n, found)| resolver.timex(found, &matches[n + 1..])).collect()
}

struct Resolver<'a> {
    doc: &'a Document,
    frame: Frame,
    /// The known events that set the scene, those still ahead.
    scenes: &'a [(u32, u32, Value)],
    /// The last calendar value the text gave.
    last: Option<Value>,
    /// The same, without asides.
    story: Option<Value>,
    /// The sentence it stood in.
    story_at: u32,
    /// Its words, and whether they were told in passing, once that was asked.
    told: Option<TokenRange>,
    passing: Option<bool>,
    /// Where the story was before a date in full took it back.
    before: Option<Value>,
    /// What recurs that was said last, and where it ends.
    set: Option<(u32, Value)>,
    /// The last day it gave, and in which sentence.
    day: Option<Date>,
    day_at: u32,
    /// The last day of the news, and in which sentence: not one long before the publication.
    fresh: Option<(u32, Date)>,
    /// The hour it gave last, and in which sentence.
    hour: Option<(u32, Value)>,
    /// For each month, the year to come that the text last gave it.
    ahead: [Option<i16>; 12],
    /// The expression before: where it begins and ends, and its value.
    behind: Option<(u32, u32, Value)>,
    /// The year a sentence opens with, before what it is the year of: where the words begin and end.
    subject: Option<(u32, u32, i16)>,
    /// The entries of a live report or timetable.
    stamps: Stamps,
    tenses: Tenses,
}

/// How many days from the publication a day is no news.
const OLD: i32 = 21;

/// How many tokens from what recurs its hour stands.
const SET_REACH: u32 = 9;

const NO_DATE_BEFORE: &str = "no date to count from: the text before it names none that it could mean";
const NO_ANCHOR: &str = "no date to count from: the article does not say when it was published";

impl Resolver<'_> {
    fn timex(&mut self, found: &Match, rest: &[Match]) -> Timex {
        while let Some(((end, sentence, value), ahead)) =
            self.scenes.split_first().filter(|s| s.0.0 <= found.tokens.start)
        {
            self.scenes = ahead;
            // `two years later`, in the same sentence or the next.
            let counts =
                matches!(found.meaning, Meaning::Point(Point::Shift { from: From::Story, amount: 1.., .. }, _));
            if counts && sentence + 1 >= found.sentence && self.behind.is_none_or(|(start, ..)| start < *end) {
                self.last = Some(*value);
            }
        }
        let reading = self.read(found, rest);
        if let Some(value) = reading.value {
            self.remember(found, value);
            self.hour = Some((found.sentence, value)).filter(|_| matches!(value, Value::Clock { .. })).or(self.hour);
            self.head(found, value);
        }
        let behind = self.behind;
        self.behind = reading.value.map(|value| (found.tokens.start, found.tokens.end, value));
        // `Next year's fair`, `Last year's`
        let opens = found.tokens.start == self.doc.sentences[found.sentence as usize].tokens.start;
        let owner = self.doc.tokens.get(found.tokens.end as usize);
        let owner = owner.is_some_and(|_| matches!(self.doc.word(found.tokens.end as usize), "'s" | "’s"));
        if let Some(Value::Year(year)) = reading.value.filter(|_| opens && owner) {
            self.subject = Some((found.tokens.start, found.tokens.end, year));
        }
        // `daily except Mondays, from 10 a.m.`
        let before = (found.tokens.start as usize).checked_sub(1).map_or("", |at| self.doc.word(at));
        if let Meaning::Fixed(TimexKind::Set, value) = found.meaning
            && !matches!(before, "except" | "but")
        {
            self.set = Some((found.tokens.end, value));
        }
        let spell = match found.meaning {
            Meaning::Spell { nth, months, of, dir } => {
                let year = self.point(of, dir, found, rest).value;
                year.and_then(|v| spell(v, nth, months))
            }
            _ => reading.value.and_then(|value| self.period(found, value, behind)),
        };
        let kind = match (found.meaning, reading.value) {
            (Meaning::Fixed(kind, _), _) => kind,
            (_, Some(Value::EveryClock { .. } | Value::EveryMonth(_) | Value::EveryDay { .. })) => TimexKind::Set,
            (_, Some(Value::Duration { .. })) | (Meaning::Stretch { .. }, _) => TimexKind::Duration,
            (Meaning::Clock { .. } | Meaning::Part { .. }, _) => TimexKind::Time,
            _ => TimexKind::Date,
        };
        Timex {
            span: self.doc.span(found.tokens),
            tokens: found.tokens,
            sentence: found.sentence,
            kind,
            value: reading.value.map(|v| v.to_string()).unwrap_or_default(),
            date: match found.meaning {
                _ if spell.is_some() => spell,
                Meaning::Stretch { amount, unit, from, future } => self.stretch(amount, unit, from, future),
                Meaning::Fixed(_, value) => self.ahead(found, value),
                _ => reading.value.and_then(|v| v.iso()),
            },
            certainty: reading.certainty,
            because: reading.because,
        }
    }

    /// `the three months to 31 March`, `the year ended 30 June 2025`: the days of a length that ends then, or of a year of
    /// which the state's or firm's own begin is not told.
    fn period(&self, found: &Match, value: Value, behind: Option<(u32, u32, Value)>) -> Option<String> {
        if let Value::FiscalYear(year) = value {
            // That of the state begins in April in Britain.
            let month = |year: i16, month: u8| {
                if self.frame.british { Value::Month { year, month }.iso() } else { Value::Year(year).iso() }
            };
            return Some(format!("{}/{}", month(year - 1, 4)?, month(year, 3)?));
        }
        let at = found.tokens.start.checked_sub(2)?;
        let is = |at: u32, words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(self.doc.word(at as usize)));
        let through = is(at + 1, &["to", "ended", "ending"]);
        let end = value.last_day().filter(|_| through && matches!(value, Value::Day(_) | Value::Month { .. }))?;
        let (amount, unit) = match behind.filter(|b| b.1 == at + 1).map(|b| b.2) {
            Some(Value::Duration { amount, unit: unit @ (Unit::Week | Unit::Month | Unit::Year) }) => (amount.as_whole()?, unit),
            None | Some(_) if is(at, &["year"]) => (1, Unit::Year),
            _ => return None,
        };
        let next = end.plus_days(1)?;
        let start = match unit {
            Unit::Week => next.plus_days(amount.checked_mul(-7)?)?,
            _ => next.plus_months(amount.checked_mul(if unit == Unit::Year { -12 } else { -1 })?)?,
        };
        let first = if let Value::Month { .. } = value { Value::around(start, Unit::Month) } else { Value::Day(start) };
        Some(format!("{}/{}", first.iso()?, value.iso()?))
    }

    /// `will open in two weeks`: a length, but the timeline can place it.
    fn ahead(&self, found: &Match, value: Value) -> Option<String> {
        let Value::Duration { amount, unit } = value else { return None };
        let before = (found.tokens.start as usize).checked_sub(1).map(|at| self.doc.word(at))?;
        let looks =
            before.eq_ignore_ascii_case("in") && self.direction(found) == Direction::Future && unit >= Unit::Day;
        let amount = amount.as_whole().filter(|_| looks)?;
        self.base(From::Now)?.shifted(amount, unit)?.iso()
    }

    fn read(&mut self, found: &Match, rest: &[Match]) -> Reading {
        let explicit =
            |value| Reading { value: Some(value), certainty: Certainty::Explicit, because: "as the text says".into() };
        match found.meaning {
            // `Korea today is a democracy`: nowadays, in a history that has no day of its own.
            Meaning::Point(Point::Shift { from: From::Now, amount: 0, unit: Unit::Day }, _)
                if self.frame.narrative
                    && self.frame.published.is_none()
                    && self.direction(found) != Direction::Past =>
            {
                explicit(Value::Present)
            }
            Meaning::Fixed(_, value) => explicit(value),
            Meaning::Stretch { amount, unit, .. } => explicit(Value::Duration { amount, unit }),
            Meaning::Spell { months, .. } => {
                explicit(Value::Duration { amount: Amount::whole(i32::from(months)), unit: Unit::Month })
            }
            Meaning::Point(point, dir) => self.point(point, dir, found, rest),
            Meaning::Within { nth, inner, of, dir } => {
                let base = self.point(of, dir, found, rest);
                let what = format!("counted in {}", base.value.map(shown).unwrap_or_default());
                self.derived(base, what, |value| within(nth, inner, value))
            }
            Meaning::Offset { amount, unit, of, dir } => {
                let base = self.point(of, dir, found, rest);
                let what = format!("counted from {}", base.value.map(shown).unwrap_or_default());
                self.derived(base, what, |value| offset(value, amount, unit))
            }
            Meaning::Beside { amount, unit, of, dir } => {
                let base = self.point(of, dir, found, rest);
                let what = format!("counted from {}", base.value.map(shown).unwrap_or_default());
                self.derived(base, what, |value| {
                    let day = if amount < 0 { value.first_day()? } else { value.last_day()? };
                    Value::around(day, unit).shifted(amount, unit)
                })
            }
            Meaning::WeekdayFrom { weekday, after, of, dir } => {
                let base = self.point(of, dir, found, rest);
                let what = format!("counted from {}", base.value.map(shown).unwrap_or_default());
                self.derived(base, what, |value| {
                    let day = if after { value.last_day()? } else { value.first_day()? };
                    Some(Value::Day(near(day, weekday, if after { 1 } else { -1 }, true)?))
                })
            }
            Meaning::Clock { clock, on: None } if self.recurs(found, rest).is_some() => {
                let weekday = self.recurs(found, rest).flatten();
                explicit(Value::EveryClock { weekday, clock })
            }
            Meaning::Clock { clock, on } => self.on_day(found, rest, on, |date| Value::Clock { date, clock }),
            Meaning::Part { part, on } => self.on_day(found, rest, on, |date| Value::Part { date, part }),
            Meaning::LengthFrom { from, length, sign } => {
                let Some(base) = self.base(from) else { return self.lost() };
                let date = base.first_day().and_then(|d| length.from(d, i32::from(sign)));
                let value = date.map(|d| Value::around(d, length.grain()));
                Reading { value, certainty: Certainty::Relative, because: format!("counted from {}", shown(base)) }
            }
            Meaning::HoursFrom { from, quarters, unit } => {
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
                    let value = Value::Duration { amount: Amount::Quarters(quarters.abs()), unit };
                    return Reading {
                        value: Some(value),
                        certainty: Certainty::Relative,
                        because: "so long after".into(),
                    };
                };
                let value = base.first_day().map(Value::Day);
                Reading { value, certainty: Certainty::Relative, because: format!("within hours of {}", shown(base)) }
            }
        }
    }

    /// `every Friday from 5 to 10 p.m.`, `from 6 a.m. to midnight daily`: the hour recurs with what stands beside it in
    /// the sentence; gives its weekday, where it has one.
    fn recurs(&self, found: &Match, rest: &[Match]) -> Option<Option<u8>> {
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
        let is = |at: u32, words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(self.doc.word(at as usize)));
        let which = |at: u32| {
            let token = self.doc.tokens[at as usize];
            token.kind == TokenKind::Word && token.case == Case::Lower && token.span.len() > 4 && !is(at, &["these", "those", "three", "seven", "eight", "several", "other"])
        };
        (found.tokens.end..end.saturating_sub(2)).any(|at| is(at, &["on"]) && which(at + 1) && is(at + 2, &["days", "nights", "evenings", "mornings", "afternoons"]))
    }

    fn derived(&self, base: Reading, what: String, make: impl Fn(Value) -> Option<Value>) -> Reading {
        match base.value.and_then(make) {
            Some(value) => Reading { value: Some(value), because: what, ..base },
            None => Reading { value: None, ..base },
        }
    }

    /// A time on a day, or on the day of the story, or of the publication.
    fn on_day(
        &mut self,
        found: &Match,
        rest: &[Match],
        on: Option<(Point, Dir)>,
        make: impl Fn(Option<Date>) -> Value,
    ) -> Reading {
        if let Some((point, dir)) = on {
            let mut base = self.point(point, dir, found, rest);
            // `this morning`, in an entry of a day
            if let (Point::Shift { from: From::Now, amount, unit: Unit::Day }, Some(day)) = (point, self.entry(found.sentence)) {
                base = Reading {
                    value: day.plus_days(amount).map(Value::Day),
                    because: format!("counted from the day of the entry, {}", long(day)),
                    ..base
                };
            }
            let date = base.value.and_then(|v| v.first_day());
            return Reading { value: date.map(|d| make(Some(d))), ..base };
        }
        if let Some((date, why)) = self.stamped(found, rest) {
            self.enter(found, date);
            let Some(day) = date else { return Reading { value: Some(make(None)), ..self.lost() } };
            let because = format!("{why}, {}", long(day));
            return Reading { value: Some(make(date)), certainty: Certainty::Relative, because };
        }
        let near = self.story_at + 1 >= found.sentence || self.goes_on(found);
        // `… on 9 December 2022. Turnout was low in 2021. … at 9 p.m.`: the story has left that day, which is no news.
        let left = |day: Date| {
            let span = self.story.and_then(|s| s.first_day().zip(s.last_day()));
            let old = self.frame.published.is_some_and(|now| (now.number() - day.number()).abs() > OLD);
            old && span.is_some_and(|(first, last)| !(first..=last).contains(&day))
        };
        // `The race is tomorrow. … A car was seen at 3 a.m.`
        let to_come =
            |day: Date| self.frame.published.is_some_and(|now| day > now) && self.direction(found) == Direction::Past;
        let date = self.day.filter(|day| self.frame.narrative || near && !left(*day) && !to_come(*day));
        // `at 10 a.m. (0735 GMT) Friday`, `at 6 on the morning of 3 May`: a day of the same sentence, a little behind.
        let here = self.day.is_some() && self.story_at == found.sentence;
        // `at 4:17 local time (0117 GMT) on Monday`
        let twice = rest.first().is_some_and(|n| matches!(n.meaning, Meaning::Clock { on: None, .. }));
        let far = if twice { 12 } else { 6 };
        let near = |n: &&Match| n.sentence == found.sentence && n.tokens.start <= found.tokens.end + far;
        let behind = rest.iter().take(2).take_while(near).filter(|_| !here);
        let ahead = behind.filter_map(|n| match n.meaning {
            // `from 9 a.m. to 5 p.m. on Friday`
            Meaning::Point(point, dir) | Meaning::Clock { on: Some((point, dir)), .. } => Some((point, dir, n)),
            _ => None,
        });
        let ahead =
            ahead.collect::<Vec<_>>().into_iter().find_map(|(point, dir, n)| self.point(point, dir, n, &[]).value);
        let date = ahead.filter(|v| v.unit() == Some(Unit::Day)).and_then(|v| v.first_day()).or(date);
        // `Her home was searched last June. … I arrived at nine in the morning`: of a day that nothing says.
        let unknown = date.is_none() && self.is_of_some_day(found);
        let date = date.or(self.frame.published.filter(|_| !unknown));
        let date = self.evening_before(found, date).or(self.past_midnight(found, date)).or(date);
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

    /// What is counted from.
    fn base(&self, from: From) -> Option<Value> {
        let published = self.frame.published.map(Value::Day);
        match from {
            From::Now => published.or(self.last.filter(|_| self.frame.narrative)),
            From::Here if self.frame.narrative => self.story.or(published),
            From::Here => published,
            From::Story => self.last.or(published.filter(|_| !self.frame.narrative)),
        }
    }

    fn lost(&self) -> Reading {
        // With a publication date what is missing is a date in the text before it (`the next day`).
        let because = if self.frame.published.is_some() { NO_DATE_BEFORE } else { NO_ANCHOR };
        Reading { value: None, certainty: Certainty::Relative, because: because.into() }
    }

    fn point(&mut self, point: Point, dir: Dir, found: &Match, rest: &[Match]) -> Reading {
        match point {
            Point::Known(value) => {
                Reading { value: Some(value), certainty: Certainty::Explicit, because: "as the text says".into() }
            }
            Point::Shift { from, amount, unit } => self.shift(from, amount, unit, dir, found),
            Point::Fiscal { years } => {
                let Some(base) = self.base(From::Now).and_then(|v| v.year()) else { return self.lost() };
                let year = calendar::plus_years(i32::from(base), i32::from(years));
                Reading {
                    value: year.map(|y| Value::FiscalYear(y as i16)),
                    certainty: Certainty::Relative,
                    because: format!("counted from {base}"),
                }
            }
            Point::Weekday { weekday, weeks } => self.weekday(weekday, weeks, dir, found),
            Point::Month { month, day, weekday } => {
                let sibling = rest.first().and_then(|next| siblings::year(self.doc, found, next, (month, day)));
                if let (Some(year), Dir::Open) = (sibling, dir) {
                    let value = month_value(i32::from(year), month, day);
                    return Reading {
                        value,
                        certainty: Certainty::Explicit,
                        because: format!("its year, {year}, stands behind it"),
                    };
                }
                let counted = rest.first().and_then(|next| siblings::counted(self.doc, found, next, month));
                if let (Some((from, years)), Dir::Open) = (counted, dir) {
                    return self.point(Point::MonthOf { month, day, from, years }, dir, found, &[]);
                }
                let reading = self.month(month, day, weekday, dir, found);
                // A day and its month are a calendar date in the words, whatever its year is taken from.
                let said = day.is_some() && dir == Dir::Open && reading.value.is_some();
                Reading { certainty: if said { Certainty::Explicit } else { reading.certainty }, ..reading }
            }
            Point::MonthOf { month, day, from, years } => {
                let Some(base) = self.base(from).and_then(|v| v.year()) else { return self.lost() };
                let year = calendar::plus_years(i32::from(base), i32::from(years));
                let value = year.and_then(|y| month_value(y, month, day));
                Reading { value, certainty: Certainty::Relative, because: format!("counted from {base}") }
            }
            Point::DayOfMonth { day, .. } => self.day_of_month(day, found),
            Point::Season(season) => self.season(season, dir, found),
            Point::Quarter(quarter) => {
                let at = |year: i32| Some(Value::Quarter { year: year as i16, quarter });
                self.reported(dir, found, quarter * 3 - 2, &at)
            }
            Point::Half(half) => {
                let at = |year: i32| Some(Value::Half { year: year as i16, half });
                self.reported(dir, found, half * 6 - 5, &at)
            }
            Point::Holiday { holiday, year: Some(year) } => Reading {
                value: holiday.in_year(i32::from(year), self.frame.british).map(Value::Day),
                certainty: Certainty::Explicit,
                because: format!("the day of {} in {year}", holiday.name()),
            },
            Point::Holiday { holiday, year: None } => {
                let british = self.frame.british;
                if let Some(year) = rest.first().and_then(|n| siblings::in_year(self.doc, found, n)) {
                    return self.point(Point::Holiday { holiday, year: Some(year) }, dir, found, &[]);
                }
                let at = |year: i32| holiday.in_year(year, british).map(Value::Day);
                let month = holiday.in_year(2001, british).map_or(1, |d| d.month);
                let reading = self.yearly(dir, found, month, &at);
                let about = match (holiday.is_approximate(), holiday.is_national() && british) {
                    (true, _) => ", give or take a day for the moon",
                    (_, true) => ", as Britain keeps it",
                    _ => "",
                };
                Reading { because: format!("{}, {}{about}", holiday.name(), reading.because), ..reading }
            }
            Point::NewYear => self.new_year(found),
            Point::TurnOfCentury => self.turn_of_century(),
            Point::HolidayOf { holiday, years } => {
                let Some(base) = self.base(From::Now).and_then(|v| v.year()) else { return self.lost() };
                let year = calendar::plus_years(i32::from(base), i32::from(years));
                let value = year.and_then(|y| holiday.in_year(y, self.frame.british)).map(Value::Day);
                Reading {
                    value,
                    certainty: Certainty::Relative,
                    because: format!("{}, counted from {base}", holiday.name()),
                }
            }
            Point::DayOf { day, from, months } => {
                let Some(base) = self.base(from) else { return self.lost() };
                let month = base.shifted(i32::from(months), Unit::Month).and_then(|v| v.first_day());
                let value = month.and_then(|m| Date::new(i32::from(m.year), u32::from(m.month), u32::from(day)));
                Reading {
                    value: value.map(Value::Day),
                    certainty: Certainty::Relative,
                    because: format!("counted from {}", shown(base)),
                }
            }
            Point::ShortYear(short) => {
                let year = self.reference_year().map(|reference| {
                    let reference = i32::from(reference);
                    let near = reference - (reference - i32::from(short)).rem_euclid(100);
                    if near + 100 - reference < 15 { near + 100 } else { near }
                });
                let year = year.unwrap_or(1900 + i32::from(short));
                Reading {
                    value: Some(Value::Year(year as i16)),
                    certainty: Certainty::Explicit,
                    because: format!("the year {year}, written short"),
                }
            }
            Point::ShortDecade(tens) => {
                let reference = i32::from(self.reference_year().unwrap_or(2000));
                let year = reference - (reference - i32::from(tens) * 10).rem_euclid(100);
                Reading {
                    value: Some(Value::Decade((year / 10) as i16)),
                    certainty: Certainty::Explicit,
                    because: format!("the {}s, written short", year),
                }
            }
            Point::Slashed { first, second, year } => self.slashed(first, second, year),
        }
    }

    fn reference_year(&self) -> Option<i16> {
        let story = self.story.and_then(|v| v.year());
        if self.frame.narrative {
            story.or(self.frame.published.map(|d| d.year))
        } else {
            self.frame.published.map(|d| d.year).or(story)
        }
    }

    fn shift(&self, from: From, amount: i32, unit: Unit, dir: Dir, found: &Match) -> Reading {
        let mut base = self.base(from);
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
        let value = if weekend_past { last_weekend(base, past) } else { base.shifted(amount, unit) };
        let what = match (from, self.frame.narrative) {
            (From::Now, _) | (From::Here, false) if self.frame.published.is_some() => "the publication",
            _ => "the date before it",
        };
        Reading { value, certainty: Certainty::Relative, because: format!("counted from {what}, {}", shown(base)) }
    }

    fn direction(&self, found: &Match) -> Direction {
        self.tenses.direction(self.doc, found.sentence, found.tokens)
    }

    fn slashed(&self, first: u8, second: u8, year: Option<i16>) -> Reading {
        let year = year.or(self.reference_year());
        let Some(year) = year else { return self.lost() };
        let date = |day: u8, month: u8| Date::new(i32::from(year), u32::from(month), u32::from(day));
        let (day_first, month_first) = (date(first, second), date(second, first));
        let near = |d: Option<Date>| {
            let gap = d.zip(self.frame.published).map(|(d, p)| p.number() - d.number());
            gap.is_some_and(|g| (-7..=60).contains(&g))
        };
        let (value, because) = match self.frame.day_first {
            Some(true) => (day_first, "the day first, as elsewhere in the article or where it was written"),
            Some(false) => (month_first, "the month first, as elsewhere in the article or where it was written"),
            None if near(day_first) && !near(month_first) => {
                (day_first, "the day first, since that lies by the publication")
            }
            None => (month_first, "the month first, as in the United States; nothing in the article says which"),
        };
        let certainty = if self.frame.day_first.is_some() { Certainty::Explicit } else { Certainty::Relative };
        Reading { value: value.map(Value::Day), certainty, because: because.into() }
    }

    /// The days a stretch covers, for a timeline.
    fn stretch(&self, amount: Amount, unit: Unit, from: From, future: bool) -> Option<String> {
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
fn spell(year: Value, nth: i8, months: u8) -> Option<String> {
    let Value::Year(year) = year else { return None };
    let first = if nth > 0 { 1 } else { 13 - months };
    let last = first + months - 1;
    match (first % 3, months) {
        (1, 3) => Value::Quarter { year, quarter: last / 3 }.iso(),
        _ => Some(format!("{}/{}", Value::Month { year, month: first }.iso()?, Value::Month { year, month: last }.iso()?)),
    }
}

fn month_value(year: i32, month: u8, day: Option<u8>) -> Option<Value> {
    match day {
        Some(day) => Date::new(year, u32::from(month), u32::from(day)).map(Value::Day),
        None => Some(Value::Month { year: year as i16, month }),
    }
}
