//! What an expression means once it is resolved, as TIMEX3 writes it.
//!
//! Absent here: how it was resolved.

use super::calendar::{self, Date, days_in_month, plus_months, plus_years};
use std::fmt;

/// The units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season; winter carries the year it begins in only where the text says so, else the year of its January.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59, where it is said.
    pub minute: Option<u8>,
    /// 0 to 59, where it is said.
    pub second: Option<u8>,
}

/// How many units: a number in quarters, or not said (`a few`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// Quarters of the unit: 10 is two and a half.
    Quarters(i32),
    /// `a few`, `several`, or the bare plural.
    Vague,
}

impl Amount {
    /// A whole number.
    pub const fn whole(number: i32) -> Amount {
        Amount::Quarters(number.saturating_mul(4))
    }

    /// The number, where it is whole.
    pub const fn as_whole(self) -> Option<i32> {
        match self {
            Amount::Quarters(q) if q % 4 == 0 => Some(q / 4),
            _ => None,
        }
    }
}

/// A length of several units (`two years and three months`); lengths of one are an [`Amount`] and a [`Unit`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Length {
    /// Years, months, weeks, days, hours, minutes, seconds.
    parts: [i16; 7],
}

impl Length {
    const LETTERS: [char; 7] = ['Y', 'M', 'W', 'D', 'H', 'M', 'S'];

    /// Takes in so many more of a unit; false where that can't be said.
    pub fn add(&mut self, amount: i32, unit: Unit) -> bool {
        let (place, times) = match unit {
            Unit::Decade => (0, 10),
            Unit::Year => (0, 1),
            Unit::Month => (1, 1),
            Unit::Week => (2, 1),
            Unit::Day => (3, 1),
            Unit::Hour => (4, 1),
            Unit::Minute => (5, 1),
            Unit::Second => (6, 1),
            _ => return false,
        };
        let sum = amount
            .checked_mul(times)
            .and_then(|n| i16::try_from(n).ok())
            .and_then(|n| self.parts[place].checked_add(n));
        sum.map(|sum| self.parts[place] = sum).is_some()
    }

    /// The smallest unit that is counted.
    pub fn grain(&self) -> Unit {
        const UNITS: [Unit; 7] =
            [Unit::Year, Unit::Month, Unit::Week, Unit::Day, Unit::Hour, Unit::Minute, Unit::Second];
        (0..7).rev().find(|n| self.parts[*n] != 0).map_or(Unit::Day, |n| UNITS[n])
    }

    /// The day so long after `date`, or before it where `sign` is -1.
    pub fn from(&self, date: Date, sign: i32) -> Option<Date> {
        let [years, months, weeks, days, ..] = self.parts.map(|n| sign * i32::from(n));
        date.plus_months(years * 12 + months)?.plus_days(weeks * 7 + days)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (n, (amount, letter)) in self.parts.iter().zip(Length::LETTERS).enumerate() {
            if n == 4 && self.parts[4..].iter().any(|p| *p != 0) {
                f.write_str("T")?;
            }
            if *amount != 0 {
                write!(f, "{amount}{letter}")?;
            }
        }
        Ok(())
    }
}

/// A resolved meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Value {
    Day(Date),
    Weekend {
        year: i16,
        week: u8,
    },
    Week {
        year: i16,
        week: u8,
    },
    Month {
        year: i16,
        month: u8,
    },
    Quarter {
        year: i16,
        quarter: u8,
    },
    Half {
        year: i16,
        half: u8,
    },
    Season {
        year: i16,
        season: Season,
    },
    Year(i16),
    FiscalYear(i16),
    /// 197 for the 1970s; negative before Christ.
    Decade(i16),
    /// 19 for the 20th century; negative before Christ.
    Century(i16),
    Millennium(i16),
    Clock {
        date: Option<Date>,
        clock: Clock,
    },
    Part {
        date: Option<Date>,
        part: Part,
    },
    Past,
    Present,
    Future,
    Duration {
        amount: Amount,
        unit: Unit,
    },
    Length(Length),
    /// `every Monday` (a weekday), `every March` (a month).
    EveryWeekday(u8),
    EveryMonth(u8),
    EveryDay {
        month: u8,
        day: u8,
    },
    EverySeason(Season),
    /// `nightly`, `in the evenings`
    EveryPart {
        /// 1 to 7; any day where it is absent.
        weekday: Option<u8>,
        /// Its part.
        part: Part,
    },
    /// `daily at 9 a.m.`, `every Monday at 9 a.m.`
    EveryClock {
        weekday: Option<u8>,
        clock: Clock,
    },
}

impl Season {
    /// The season's letters in TIMEX3.
    const fn letters(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Fall => "FA",
            Season::Winter => "WI",
        }
    }

    /// The one that it is on the other half of the globe.
    pub const fn opposite(self) -> Season {
        match self {
            Season::Spring => Season::Fall,
            Season::Summer => Season::Winter,
            Season::Fall => Season::Spring,
            Season::Winter => Season::Summer,
        }
    }

    /// The month the season is thought to begin in (meteorological seasons of the north).
    pub const fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Fall => 9,
            Season::Winter => 12,
        }
    }
}

impl Part {
    const fn letters(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Midday => "MI",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
            Part::Daytime => "DT",
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}", self.hour)?;
        write!(f, ":{:02}", self.minute.unwrap_or(0))?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        Ok(())
    }
}

/// A year as TIMEX3 writes it: `2025`, `0079`, `BC0264`.
struct Year(i16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 { write!(f, "BC{:04}", -i32::from(self.0)) } else { write!(f, "{:04}", self.0) }
    }
}

impl fmt::Display for Value {
    /// The TIMEX3 `value`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Value::Day(date) => date.fmt(f),
            Value::Weekend { year, week } => write!(f, "{}-W{week:02}-WE", Year(year)),
            Value::Week { year, week } => write!(f, "{}-W{week:02}", Year(year)),
            Value::Month { year, month } => write!(f, "{}-{month:02}", Year(year)),
            Value::Quarter { year, quarter } => write!(f, "{}-Q{quarter}", Year(year)),
            Value::Half { year, half } => write!(f, "{}-H{half}", Year(year)),
            Value::Season { year, season } => write!(f, "{}-{}", Year(year), season.letters()),
            Value::Year(year) => Year(year).fmt(f),
            Value::FiscalYear(year) => write!(f, "FY{}", Year(year)),
            Value::Decade(d) if d < 0 => write!(f, "BC{:03}", -i32::from(d)),
            Value::Decade(d) => write!(f, "{d:03}"),
            // The 9th century BC holds 899 to 800 BC.
            Value::Century(c) if c < 0 => write!(f, "BC{:02}", -i32::from(c) - 1),
            Value::Century(c) => write!(f, "{c:02}"),
            Value::Millennium(m) if m < 0 => write!(f, "BC{:01}", -i32::from(m) - 1),
            Value::Millennium(m) => write!(f, "{m:01}"),
            Value::Clock { date: Some(date), clock } => write!(f, "{date}{clock}"),
            Value::Clock { date: None, clock } => write!(f, "{clock}"),
            Value::Part { date: Some(date), part } => write!(f, "{date}T{}", part.letters()),
            Value::Part { date: None, part } => write!(f, "T{}", part.letters()),
            Value::Past => f.write_str("PAST_REF"),
            Value::Present => f.write_str("PRESENT_REF"),
            Value::Future => f.write_str("FUTURE_REF"),
            Value::Duration { amount, unit } => duration(f, amount, unit),
            Value::EveryWeekday(day) => write!(f, "XXXX-WXX-{day}"),
            Value::EveryMonth(month) => write!(f, "XXXX-{month:02}"),
            Value::EveryDay { month, day } => write!(f, "XXXX-{month:02}-{day:02}"),
            Value::EverySeason(season) => write!(f, "XXXX-{}", season.letters()),
            Value::EveryPart { weekday: Some(day), part } => write!(f, "XXXX-WXX-{day}T{}", part.letters()),
            Value::EveryPart { weekday: None, part } => write!(f, "XXXX-XX-XXT{}", part.letters()),
            Value::EveryClock { weekday: Some(day), clock } => write!(f, "XXXX-WXX-{day}{clock}"),
            Value::EveryClock { weekday: None, clock } => write!(f, "XXXX-XX-XX{clock}"),
            Value::Length(length) => write!(f, "{length}"),
        }
    }
}

/// `P2D`, `PT5H30M`, `P10Y`, `PXW`.
fn duration(f: &mut fmt::Formatter<'_>, amount: Amount, unit: Unit) -> fmt::Result {
    let (time, letter, times) = match unit {
        Unit::Second => ("T", "S", 1),
        Unit::Minute => ("T", "M", 1),
        Unit::Hour => ("T", "H", 1),
        Unit::Day => ("", "D", 1),
        Unit::Weekend => ("", "WE", 1),
        Unit::Week => ("", "W", 1),
        Unit::Fortnight => ("", "W", 2),
        Unit::Month => ("", "M", 1),
        Unit::Quarter => ("", "Q", 1),
        Unit::Half => ("", "M", 6),
        Unit::Year => ("", "Y", 1),
        Unit::Decade => ("", "Y", 10),
        Unit::Century => ("", "Y", 100),
        Unit::Millennium => ("", "Y", 1000),
    };
    let Amount::Quarters(quarters) = amount else { return write!(f, "P{time}X{letter}") };
    let quarters = i64::from(quarters) * times;
    match (quarters / 4, quarters % 4, unit) {
        (whole, 0, _) => write!(f, "P{time}{whole}{letter}"),
        (0, rest, Unit::Hour) => write!(f, "PT{}M", rest * 15),
        (whole, rest, Unit::Hour) => write!(f, "PT{whole}H{}M", rest * 15),
        (0, rest, Unit::Minute) => write!(f, "PT{}S", rest * 15),
        (0, 2, Unit::Year) => f.write_str("P6M"),
        (whole, rest, _) => write!(f, "P{time}{whole}.{}{letter}", ["0", "25", "5", "75"][rest as usize]),
    }
}

impl Value {
    /// A month or one of its days, every year.
    pub fn of_every_year(month: u8, day: Option<u8>) -> Self {
        day.map_or(Value::EveryMonth(month), |day| Value::EveryDay { month, day })
    }

    /// The month, quarter, year, … of grain `unit` that `date` lies in.
    pub fn around(date: Date, unit: Unit) -> Value {
        let year = date.year;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Value::Day(date),
            Unit::Weekend => {
                let (year, week) = date.week();
                Value::Weekend { year, week }
            }
            Unit::Week | Unit::Fortnight => {
                let (year, week) = date.week();
                Value::Week { year, week }
            }
            Unit::Month => Value::Month { year, month: date.month },
            Unit::Quarter => Value::Quarter { year, quarter: (date.month - 1) / 3 + 1 },
            Unit::Half => Value::Half { year, half: (date.month - 1) / 6 + 1 },
            Unit::Year => Value::Year(year),
            Unit::Decade => Value::Decade(year / 10),
            Unit::Century => Value::Century(year / 100),
            Unit::Millennium => Value::Millennium(year / 1000),
        }
    }

    /// The first day of a calendar value.
    pub fn first_day(&self) -> Option<Date> {
        let day = |year: i16, month: u8| Date::new(i32::from(year), u32::from(month), 1);
        match *self {
            Value::Day(date) => Some(date),
            Value::Clock { date, .. } | Value::Part { date, .. } => date,
            Value::Week { year, week } => calendar::monday_of(i32::from(year), week),
            Value::Weekend { year, week } => calendar::monday_of(i32::from(year), week)?.plus_days(5),
            Value::Month { year, month } => day(year, month),
            Value::Quarter { year, quarter } => day(year, quarter * 3 - 2),
            Value::Half { year, half } => day(year, half * 6 - 5),
            // A winter is named for the year of its January in the sets, so it is placed there.
            Value::Season { year, season: Season::Winter } => day(year, 1),
            Value::Season { year, season } => day(year, season.first_month()),
            Value::Year(year) | Value::FiscalYear(year) => day(year, 1),
            Value::Decade(d) if d > 0 => day(d * 10, 1),
            Value::Century(c) if c > 0 => day(c * 100, 1),
            Value::Decade(0) | Value::Century(0) => day(1, 1),
            Value::Decade(d) => Date::new(i32::from(d) * 10 - 9, 1, 1),
            Value::Century(c) => Date::new(i32::from(c) * 100, 1, 1),
            _ => None,
        }
    }

    /// The last day of a calendar value.
    pub fn last_day(&self) -> Option<Date> {
        let end = |year: i16, month: u8| {
            Date::new(i32::from(year), u32::from(month), days_in_month(i32::from(year), u32::from(month)))
        };
        match *self {
            Value::Day(date) => Some(date),
            Value::Clock { date, .. } | Value::Part { date, .. } => date,
            Value::Week { .. } => self.first_day()?.plus_days(6),
            Value::Weekend { .. } => self.first_day()?.plus_days(1),
            Value::Month { year, month } => end(year, month),
            Value::Quarter { year, quarter } => end(year, quarter * 3),
            Value::Half { year, half } => end(year, half * 6),
            Value::Season { year, season: Season::Winter } => end(year, 2),
            Value::Season { year, season } => end(year, season.first_month() + 2),
            Value::Year(year) | Value::FiscalYear(year) => end(year, 12),
            Value::Decade(d) if d >= 0 => end(d * 10 + 9, 12),
            Value::Century(c) if c >= 0 => end(c * 100 + 99, 12),
            Value::Decade(d) => Date::new(i32::from(d) * 10, 12, 31),
            Value::Century(c) => Date::new(i32::from(c) * 100 + 99, 12, 31),
            _ => None,
        }
    }

    /// The year a calendar value lies in, where it lies in one.
    pub fn year(&self) -> Option<i16> {
        match *self {
            Value::Weekend { year, .. } | Value::Week { year, .. } => Some(year),
            Value::Decade(_) | Value::Century(_) | Value::Millennium(_) => None,
            _ => self.first_day().map(|d| d.year),
        }
    }

    /// The grain of a calendar value.
    pub fn unit(&self) -> Option<Unit> {
        Some(match self {
            Value::Day(_) | Value::Clock { date: Some(_), .. } | Value::Part { date: Some(_), .. } => Unit::Day,
            Value::Weekend { .. } => Unit::Weekend,
            Value::Week { .. } => Unit::Week,
            Value::Month { .. } => Unit::Month,
            Value::Quarter { .. } | Value::Season { .. } => Unit::Quarter,
            Value::Half { .. } => Unit::Half,
            Value::Year(_) | Value::FiscalYear(_) => Unit::Year,
            Value::Decade(_) => Unit::Decade,
            Value::Century(_) => Unit::Century,
            Value::Millennium(_) => Unit::Millennium,
            _ => return None,
        })
    }

    /// The value `amount` units of its own grain or of `unit` on, at grain `unit`: the month three months after
    /// 2024-11 is 2025-02.
    pub fn shifted(&self, amount: i32, unit: Unit) -> Option<Value> {
        let from = self.first_day()?;
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour => Value::Day(from),
            Unit::Day => Value::Day(from.plus_days(amount)?),
            Unit::Weekend | Unit::Week => Value::around(from.plus_days(amount.checked_mul(7)?)?, unit),
            Unit::Fortnight => Value::around(from.plus_days(amount.checked_mul(14)?)?, Unit::Week),
            Unit::Month => {
                let (year, month) = plus_months(i32::from(from.year), u32::from(from.month), amount)?;
                Value::Month { year: year as i16, month: month as u8 }
            }
            Unit::Quarter => Value::around(Date { day: 1, ..from }.plus_months(amount.checked_mul(3)?)?, Unit::Quarter),
            Unit::Half => Value::around(Date { day: 1, ..from }.plus_months(amount.checked_mul(6)?)?, Unit::Half),
            Unit::Year => Value::Year(plus_years(i32::from(from.year), amount)? as i16),
            Unit::Decade => Value::around(Date { day: 1, ..from }.plus_months(amount.checked_mul(120)?)?, Unit::Decade),
            Unit::Century => {
                Value::around(Date { day: 1, ..from }.plus_months(amount.checked_mul(1200)?)?, Unit::Century)
            }
            Unit::Millennium => {
                Value::around(Date { day: 1, ..from }.plus_months(amount.checked_mul(12_000)?)?, Unit::Millennium)
            }
        })
    }

    /// The calendar reading for a timeline: ISO day, month, year, quarter, week, decade (`197X`) or `start/end`; years
    /// before Christ as ISO 8601 counts them (264 BC is `-0263`).
    pub fn iso(&self) -> Option<String> {
        let year = |y: i16| if y < 0 { format!("-{:04}", -(i32::from(y) + 1)) } else { format!("{y:04}") };
        let day = |d: Date| {
            if d.year < 0 { format!("{}-{:02}-{:02}", year(d.year), d.month, d.day) } else { d.to_string() }
        };
        Some(match *self {
            Value::Day(date) => day(date),
            Value::Clock { date: Some(date), .. } | Value::Part { date: Some(date), .. } => day(date),
            Value::Month { year: y, month } => format!("{}-{month:02}", year(y)),
            Value::Year(y) => year(y),
            Value::Week { year: y, week } => format!("{}-W{week:02}", year(y)),
            Value::Quarter { year: y, quarter } => format!("{}-Q{quarter}", year(y)),
            Value::Decade(d) if d >= 0 => format!("{d:03}X"),
            Value::Century(_) => format!("{}/{}", year(self.first_day()?.year), year(self.last_day()?.year)),
            Value::Season { year: y, season: Season::Winter } => {
                format!("{}/{}", day(Date::new(plus_years(i32::from(y), -1)?, 12, 1)?), day(self.last_day()?))
            }
            _ => format!("{}/{}", day(self.first_day()?), day(self.last_day()?)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_timex3_writes_them() {
        let date = Date::parse("2025-01-21").unwrap();
        let shown = |v: Value| v.to_string();
        assert_eq!(shown(Value::around(date, Unit::Week)), "2025-W04");
        assert_eq!(shown(Value::around(date, Unit::Quarter)), "2025-Q1");
        assert_eq!(shown(Value::around(date, Unit::Decade)), "202");
        assert_eq!(shown(Value::Part { date: Some(date), part: Part::Morning }), "2025-01-21TMO");
        assert_eq!(shown(Value::Year(-264)), "BC0264");
        assert_eq!(shown(Value::Duration { amount: Amount::Quarters(22), unit: Unit::Hour }), "PT5H30M");
        assert_eq!(shown(Value::Duration { amount: Amount::Vague, unit: Unit::Decade }), "PXY");
        assert_eq!(shown(Value::Duration { amount: Amount::whole(2), unit: Unit::Fortnight }), "P4W");
    }

    #[test]
    fn shifting_keeps_to_the_calendar() {
        let month = Value::Month { year: 2024, month: 11 };
        assert_eq!(month.shifted(3, Unit::Month), Some(Value::Month { year: 2025, month: 2 }));
        assert_eq!(Value::Year(9999).shifted(i32::MAX, Unit::Year), None);
        assert_eq!(Value::Year(1).shifted(-1, Unit::Year), Some(Value::Year(-1)));
    }

    #[test]
    fn years_before_christ_in_iso_8601() {
        assert_eq!(Value::Year(-264).iso().unwrap(), "-0263");
    }
}
