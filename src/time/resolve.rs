//! From what expressions say to what they mean here: against the publication date, the story so far and the tense.
//!
//! Door: [`resolve`]. Invariant: one pass, one state; nothing is guessed without an anchor.

mod appointments;
mod counting;
mod entries;
mod hours;
mod nowadays;
mod periods;
mod recurring;
mod seasons;
mod siblings;
mod stamps;
mod story;
mod weekdays;

pub(in crate::time) use appointments::APPOINTMENTS;
pub(crate) use appointments::is_appointment;
pub(super) use story::is_of_saying;

use super::calendar::{self, Date};
use super::meaning::{Dir, From, Meaning, Point};
use super::names::shown;
use super::steps::{near, offset, within};
use super::tense::{self, Direction};
use super::value::{Amount, Unit, Value};
use super::{Match, Timex};
use crate::analysis::TimexKind;
use crate::document::Document;
use crate::{Certainty, TokenRange};
use periods::spell;
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
    /// True where the year of the state begins in April.
    pub april: bool,
    /// The seasons lie the other way round: the summer is in January.
    pub south: bool,
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
        since: false,
        story: None,
        story_at: 0,
        told: None,
        passing: None,
        before: None,
        full: None,
        set: None,
        day: None,
        day_at: 0,
        day_said: false,
        fresh: None,
        hour: None,
        ahead: [None; 12],
        behind: None,
        range: None,
        subject: None,
        opener: None,
        chronicle: None,
        stamps: Stamps::new(doc, matches, frame.published),
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
    /// It only says how long something has been so.
    since: bool,
    /// The same, without asides.
    story: Option<Value>,
    /// The sentence it stood in.
    story_at: u32,
    /// Its words, and whether they were told in passing, once that was asked.
    told: Option<TokenRange>,
    passing: Option<bool>,
    /// Where the story was before a date in full took it back.
    before: Option<Value>,
    /// The date in full that was told last.
    full: Option<Date>,
    /// What recurs that was said last, and where it ends.
    set: Option<(u32, Value)>,
    /// The last day it gave, and in which sentence.
    day: Option<Date>,
    day_at: u32,
    /// It is only that of a saying.
    day_said: bool,
    /// The last day of the news, and in which sentence: not one long before the publication.
    fresh: Option<(u32, Date)>,
    /// The hour it gave last, and in which sentence.
    hour: Option<(u32, Value)>,
    /// For each month, the year to come that the text last gave it.
    ahead: [Option<Value>; 12],
    /// The expression before: where it begins and ends, and its value.
    behind: Option<(u32, u32, Value)>,
    /// The stretch over a turn of the year that was told last.
    range: Option<(Date, Date)>,
    /// The year a sentence opens with, before what it is the year of: where the words begin and end.
    subject: Option<(u32, u32, i16)>,
    /// The year that a sentence opens with (`In 1998, …`), or tells behind that, and which sentence.
    opener: Option<(u32, i16)>,
    /// The entry of a chronology: its block, its first token and the day it begins on.
    chronicle: Option<(u32, u32, Date)>,
    /// The entries of a live report or timetable.
    stamps: Stamps,
}

/// How many days from the publication a day is no news.
const OLD: i32 = 21;

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
        let spell = match found.meaning {
            Meaning::Spell { nth, months, of, dir } => {
                let year = self.point(of, dir, found, rest).value;
                year.and_then(|v| spell(v, nth, months))
            }
            Meaning::Point(Point::Shift { from: From::Story, amount: amount @ 1.., unit }, _)
                if reading.value.is_none() =>
            {
                self.some_time_later(found, amount, unit)
            }
            _ => reading.value.and_then(|value| self.period(found, value, self.behind)),
        };
        // The end of a length (`in the three months to 31 March`) is not where the story is.
        let length = matches!(reading.value, Some(Value::Day(_) | Value::Month { .. } | Value::Duration { .. }));
        let ends = spell.is_some() && length;
        self.last = reading.value.filter(|_| ends).or(self.last);
        // Nor is the night before where a day is counted from.
        let night = spell.is_some() && matches!(reading.value, Some(Value::Part { .. }));
        let story = if night { self.frame.published.map(Value::Day) } else { reading.value };
        if let Some(value) = story.filter(|_| !ends) {
            self.remember(found, value);
            self.hour = Some((found.sentence, value)).filter(|_| matches!(value, Value::Clock { .. })).or(self.hour);
            self.head(found, value);
        }
        let last = reading.value.and_then(|v| v.last_day());
        let first = last.and_then(|last| self.stretch_from(found).filter(|first| first.year + 1 == last.year));
        self.range = first.zip(last).or(self.range);
        self.behind = reading.value.map(|value| (found.tokens.start, found.tokens.end, value));
        // `Next year's fair`, `Last year's`
        let opens = found.tokens.start == self.doc.sentences[found.sentence as usize].tokens.start;
        let owner = self.doc.tokens.get(found.tokens.end as usize);
        let owner = owner.is_some_and(|_| matches!(self.doc.word(found.tokens.end as usize), "'s" | "’s"));
        if let Some(Value::Year(year)) = reading.value.filter(|_| opens && owner) {
            self.subject = Some((found.tokens.start, found.tokens.end, year));
        }
        self.open_year(found, reading.value);
        self.open_chronicle(found, reading.value);
        // `daily except Mondays, from 10 a.m.`
        let before = (found.tokens.start as usize).checked_sub(1).map_or("", |at| self.doc.word(at));
        if let Meaning::Fixed(TimexKind::Set, value) = found.meaning
            && !matches!(before, "except" | "but")
        {
            self.set = Some((found.tokens.end, value));
        }
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
            value: reading.value.map(|v| self.named(v).to_string()).unwrap_or_default(),
            date: match found.meaning {
                _ if spell.is_some() => spell,
                // Of a year of which nobody knows the begin.
                Meaning::Point(Point::Fiscal { .. }, _) => None,
                _ if matches!(reading.value, Some(Value::Quarter { .. } | Value::Half { .. }))
                    && self.is_of_accounts(found) =>
                {
                    None
                }
                Meaning::Stretch { amount, unit, from, future } => self.stretch(amount, unit, from, future),
                Meaning::Fixed(_, value) => self.ahead(found, value),
                _ => reading.value.and_then(|v| v.iso()),
            },
            certainty: reading.certainty,
            because: reading.because,
        }
    }

    fn read(&mut self, found: &Match, rest: &[Match]) -> Reading {
        let explicit =
            |value| Reading { value: Some(value), certainty: Certainty::Explicit, because: "as the text says".into() };
        match found.meaning {
            Meaning::Point(Point::Shift { from: From::Now, amount: 0, unit: Unit::Day }, _)
                if self.is_nowadays(found) =>
            {
                explicit(Value::Present)
            }
            Meaning::Fixed(_, value) => explicit(value),
            Meaning::Stretch { amount, unit, .. } => explicit(Value::Duration { amount, unit }),
            Meaning::Spell { months, of, dir, .. } => {
                let length = Value::Duration { amount: Amount::whole(i32::from(months)), unit: Unit::Month };
                let year = self.point(of, dir, found, rest);
                if year.value.is_some() { Reading { value: Some(length), ..year } } else { explicit(length) }
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
            Meaning::Clock { clock, on } => self.at_clock(found, rest, on, clock),
            Meaning::Part { part, on } => self.on_day(found, rest, on, |date| Value::Part { date, part }),
            Meaning::LengthFrom { from, length, sign } => {
                let Some(base) = self.base(from) else { return self.lost() };
                let date = base.first_day().and_then(|d| length.from(d, i32::from(sign)));
                let value = date.map(|d| Value::around(d, length.grain()));
                Reading { value, certainty: Certainty::Relative, because: format!("counted from {}", shown(base)) }
            }
            Meaning::HoursFrom { from, quarters, unit } => self.hours_from(found, from, quarters, unit),
        }
    }

    fn derived(&self, base: Reading, what: String, make: impl Fn(Value) -> Option<Value>) -> Reading {
        match base.value.and_then(make) {
            Some(value) => Reading { value: Some(value), because: what, ..base },
            None => Reading { value: None, ..base },
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
                let value = self.turned(value);
                Reading { value: Some(value), certainty: Certainty::Explicit, because: "as the text says".into() }
            }
            Point::Shift { from, amount, unit } => self.told_beside((from, amount, unit), dir, found, rest),
            Point::Fiscal { years } => {
                let Some(base) = self.base(From::Now).and_then(|v| v.year()) else { return self.lost() };
                // That which begins in April is named for the year it ends in.
                let begun = self.frame.april && self.frame.published.is_some_and(|now| now.month > 3);
                let year = calendar::plus_years(i32::from(base), i32::from(years) + i32::from(begun));
                Reading {
                    value: year.map(|y| Value::FiscalYear(y as i16)),
                    certainty: Certainty::Relative,
                    because: format!("counted from {base}"),
                }
            }
            Point::Weekday { weekday, weeks } => {
                let next = rest.first();
                // `Monday and Tuesday of last week`
                let weeks = weeks.or_else(|| siblings::weeks(self.doc, found, next?).filter(|_| dir == Dir::Open));
                match next.and_then(|next| self.bracketed(weekday, found, next)) {
                    Some(reading) => reading,
                    None => self.weekday(weekday, weeks, dir, found, rest),
                }
            }
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
            Point::DayOfMonth { day, weekday } => {
                match rest.first().and_then(|next| siblings::month(self.doc, found, next, day)) {
                    Some(month) => self.point(Point::Month { month, day: Some(day), weekday }, dir, found, rest),
                    None => match (self.day_of_month(day, weekday, found), weekday) {
                        // `Friday 3`, where no such day is near
                        (Reading { value: None, .. }, Some(weekday)) if !self.is_ordinal(found) => {
                            self.weekday(weekday, None, dir, found, rest)
                        }
                        (reading, _) => reading,
                    },
                }
            }
            Point::Season(season) if self.frame.south => self.season(season.opposite(), dir, found),
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

    /// `the fiscal first quarter`, `Q2 FY25`: of a year that begins nobody knows when.
    fn is_of_accounts(&self, found: &Match) -> bool {
        !self.frame.april
            && found.tokens.range().any(|at| {
                let word = self.doc.word(at);
                word.eq_ignore_ascii_case("fiscal") || word.starts_with("FY")
            })
    }

    /// `Friday 19th`
    fn is_ordinal(&self, found: &Match) -> bool {
        !self.doc.word(found.tokens.end as usize - 1).ends_with(|c: char| c.is_ascii_digit())
    }

    fn direction(&self, found: &Match) -> Direction {
        tense::direction(self.doc, found.sentence, found.tokens)
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
}

fn month_value(year: i32, month: u8, day: Option<u8>) -> Option<Value> {
    match day {
        Some(day) => Date::new(year, u32::from(month), u32::from(day)).map(Value::Day),
        None => Some(Value::Month { year: year as i16, month }),
    }
}
