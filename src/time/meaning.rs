//! What an expression means before it is resolved: as much as its own words say.
//!
//! Absent here: the text around it (the resolver has that).

use super::holidays::Holiday;
use super::value::{Amount, Clock, Length, Part, Season, Unit, Value};
use crate::analysis::TimexKind;

/// Which one of those that come round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dir {
    /// Not said: tense, or the run of the story, decides.
    Open,
    /// `this Friday`
    This,
    /// `last Friday`
    Last,
    /// `next Friday`
    Next,
    /// `that Friday`, `the same week`: the one just spoken of.
    Same,
    /// `the previous spring`: the last one before the date just spoken of.
    Before,
    /// `the following spring`: the next one after it.
    After,
}

/// What is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The publication date (`two days ago`).
    Now,
    /// The date just spoken of (`two days later`).
    Story,
    /// Where the text is: the publication in news, the story in a history (`the end of the year`).
    Here,
}

/// A place in the calendar, perhaps with its leading parts missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// Needs nothing more.
    Known(Value),
    /// `August`, `7 August`, `Friday, 7 August`
    Month { month: u8, day: Option<u8>, weekday: Option<u8> },
    /// `August` of a year counted from another (`July last year`)
    MonthOf { month: u8, day: Option<u8>, from: From, years: i8 },
    /// `the 20th`, `Friday the 13th`
    DayOfMonth { day: u8, weekday: Option<u8> },
    /// `the 20th of next month`
    DayOf { day: u8, from: From, months: i8 },
    /// `Friday`; `weeks` counts from this one (`Friday next week`).
    Weekday { weekday: u8, weeks: Option<(From, i8)> },
    /// `summer`
    Season(Season),
    /// `the current fiscal year`: years from that of the publication.
    Fiscal { years: i8 },
    /// `Q3`, `the third quarter`
    Quarter(u8),
    /// `the second half of the year`
    Half(u8),
    /// `Christmas`, perhaps with its year.
    Holiday { holiday: Holiday, year: Option<i16> },
    /// `Thanksgiving last year`: years from that of the publication.
    HolidayOf { holiday: Holiday, years: i8 },
    /// `'99`
    ShortYear(u8),
    /// `the nineties`
    ShortDecade(u8),
    /// `3/4/2025`: day and month in the order of the document; the year where it is said.
    Slashed { first: u8, second: u8, year: Option<i16> },
    /// `the new year`: the one that begins next, or has begun.
    NewYear,
    /// `the turn of the century`
    TurnOfCentury,
    /// The unit so many on (`this week`, `two days later`).
    Shift { from: From, amount: i32, unit: Unit },
}

/// What is counted inside a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inner {
    /// `the first week of`
    Unit(Unit),
    /// `the last Friday of`
    Weekday(u8),
}

/// A meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A place in the calendar.
    Point(Point, Dir),
    /// `the first week of May`; -1 counts from the end.
    Within { nth: i8, inner: Inner, of: Point, dir: Dir },
    /// `two days before Christmas`
    Offset { amount: i32, unit: Unit, of: Point, dir: Dir },
    /// `the week before Christmas`: the whole unit so many on.
    Beside { amount: i32, unit: Unit, of: Point, dir: Dir },
    /// `the Friday after Christmas`
    WeekdayFrom { weekday: u8, after: bool, of: Point, dir: Dir },
    /// A time of day, on a day or on the day spoken of.
    Clock { clock: Clock, on: Option<(Point, Dir)> },
    /// A part of a day.
    Part { part: Part, on: Option<(Point, Dir)> },
    /// So many hours, minutes on.
    HoursFrom { from: From, quarters: i32, unit: Unit },
    /// `two years and three months ago`: so long after, or before where `sign` is -1.
    LengthFrom { from: From, length: Length, sign: i8 },
    /// Durations, sets, references: nothing left to resolve.
    Fixed(TimexKind, Value),
    /// `the first three months of 2025`, the last where `nth` is -1: the TIMEX3 value is the length.
    Spell { nth: i8, months: u8, of: Point, dir: Dir },
    /// A stretch that ends or begins now (`the past two years`): the TIMEX3 value is the length.
    Stretch { amount: Amount, unit: Unit, from: From, future: bool },
}

impl Meaning {
    /// A place in the calendar that needs nothing more.
    pub const fn known(value: Value) -> Meaning {
        Meaning::Point(Point::Known(value), Dir::Open)
    }

    /// The place, for use inside a longer expression.
    pub const fn point(&self) -> Option<(Point, Dir)> {
        match self {
            Meaning::Point(point, dir) => Some((*point, *dir)),
            _ => None,
        }
    }
}
