//! Calendar readings read back: what [`Timex::date`](super::Timex::date) and an event's date say, as days.
//!
//! Door: [`read`]. Absent here: words of time.

use super::calendar::{self, Date, days_in_month};
use super::value::{Unit, Value};

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Grain {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    /// From one date to another, or another stretch of the year.
    Range,
}

/// A date as a stretch of days, both ends included, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day.
    pub first: i32,
    /// Its last day.
    pub last: i32,
    /// How exact it is.
    pub grain: Grain,
    /// The year it begins in; negative before Christ, as historians count (264 BC is -264).
    pub year: i32,
}

/// A unit that days are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step(Unit);

impl Step {
    /// Characters of an ISO date that are sure of what lies some of these off: four for years, seven for months.
    pub fn sure(self) -> usize {
        match self.0 {
            Unit::Month => 7,
            unit if unit > Unit::Month => 4,
            _ => 10,
        }
    }

    /// The unit that a word names.
    pub fn of(word: &str) -> Option<Step> {
        Some(Step(match word {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        }))
    }

    /// How many of which unit the value of a length is (`P3W`); none for hours, and for what is vague.
    pub fn read(value: &str) -> Option<(i32, Step)> {
        let unit = match value.as_bytes().last()? {
            b'D' => Unit::Day,
            b'W' => Unit::Week,
            b'M' => Unit::Month,
            b'Y' => Unit::Year,
            _ => return None,
        };
        let amount = value.strip_prefix('P')?.get(..value.len() - 2)?.parse().ok()?;
        Some((amount, Step(unit)))
    }
}

/// So many units from a day, month or year, as exact as both allow: weeks from a day are a week. None where the date is
/// coarser than the unit.
pub fn counted(date: &str, amount: i32, Step(unit): Step) -> Option<String> {
    let from = match date.len() {
        4 => Value::Year(date.parse().ok()?),
        7 => {
            let first = Date::parse(&format!("{date}-01"))?;
            Value::Month { year: first.year, month: first.month }
        }
        _ => Value::Day(Date::parse(date).filter(|_| date.len() == 10)?),
    };
    let fine = if unit == Unit::Week { Unit::Day } else { unit };
    let exact = from.unit()? <= fine;
    let value = if exact { from.shifted(amount, unit)? } else { return None };
    value.iso()
}

/// Reads a plain day, as [`read`] does.
pub fn day(date: &str) -> Option<Stretch> {
    let day = (date.len() == 10).then(|| Date::parse(date))??;
    let number = day.number();
    Some(Stretch { first: number, last: number, grain: Grain::Day, year: i32::from(day.year) })
}

/// The number of a day.
fn nth(year: i32, month: u32, day: u32) -> Option<i32> {
    Date::new(year, month, day).map(Date::number)
}

/// From the first to the last of these years; there is no year 0.
fn years(first: i32, last: i32, grain: Grain) -> Option<Stretch> {
    let (first, last) = (if first == 0 { 1 } else { first }, if last == 0 { -1 } else { last });
    Some(Stretch { first: nth(first, 1, 1)?, last: nth(last, 12, 31)?, grain, year: first })
}

/// Reads the forms of a timeline: day, week, month, quarter, half, season, year, decade (`199` or `199X`), century (`19`),
/// or `start/end`; years before Christ as ISO 8601 has them (`-0263`) or as TIMEX3 has (`BC0264`). A time of day is left
/// alone. None for any other form.
pub fn read(date: &str) -> Option<Stretch> {
    // Most are plain days, years and months.
    if let Some(day) = day(date) {
        return Some(day);
    }
    if date.len() == 4 && date.bytes().all(|b| b.is_ascii_digit()) {
        let year = date.parse().ok()?;
        return years(year, year, Grain::Year);
    }
    if let [year @ .., b'-', ten, one] = date.as_bytes()
        && year.len() == 4
        && year.iter().chain([ten, one]).all(u8::is_ascii_digit)
    {
        let (year, month) = (date[..4].parse().ok()?, date[5..].parse().ok()?);
        let (first, last) = (nth(year, month, 1)?, nth(year, month, days_in_month(year, month))?);
        return Some(Stretch { first, last, grain: Grain::Month, year });
    }
    if let Some((start, end)) = date.split_once('/') {
        let (start, end) = (read(start)?, read(end)?);
        return (start.first <= end.last).then_some(Stretch { last: end.last, grain: Grain::Range, ..start });
    }
    let date = date.split('T').next()?;
    let (rest, sign) = match (date.strip_prefix("BC"), date.strip_prefix('-')) {
        (Some(rest), _) | (_, Some(rest)) => (rest, -1),
        _ => (date, 1),
    };
    let mut parts = rest.split('-');
    let head = parts.next()?.trim_end_matches(['X', 'x']);
    if head.is_empty() || head.len() > 4 || !head.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // ISO 8601 has a year 0, which is 1 BC.
    let number: i32 = sign * head.parse::<i32>().ok()? - i32::from(date.starts_with('-'));
    let long = |length: i32, grain| match number {
        0.. => years(number * length, number * length + length - 1, grain),
        _ => years(number * length - length + 1, number * length, grain),
    };
    let months = |month: u32, count: u32, grain| {
        let (year, last) = calendar::plus_months(number, month, count as i32 - 1)?;
        let first = nth(number, month, 1)?;
        Some(Stretch { first, last: nth(year, last, days_in_month(year, last))?, grain, year: number })
    };
    match (head.len(), parts.next(), parts.next()) {
        (4, None, _) => years(number, number, Grain::Year),
        (3, None, _) => long(10, Grain::Decade),
        (2, None, _) => long(100, Grain::Century),
        (4, Some(part), rest) => match (part.split_at_checked(1)?, rest) {
            (("Q", n), None) => {
                months(n.parse::<u32>().ok().filter(|n| (1..=4).contains(n))? * 3 - 2, 3, Grain::Quarter)
            }
            (("H", n), None) => months(n.parse::<u32>().ok().filter(|n| (1..=2).contains(n))? * 6 - 5, 6, Grain::Range),
            (("W", n), rest) if n != "I" => {
                let week: u8 = n.parse().ok().filter(|n| (1..=53).contains(n))?;
                let monday = calendar::monday_of(number, week)?.number();
                // The weekend of a week.
                let (from, grain) = if rest == Some("WE") { (5, Grain::Range) } else { (0, Grain::Week) };
                Some(Stretch { first: monday + from, last: monday + 6, grain, year: number })
            }
            (_, None) => match part {
                "SP" => months(3, 3, Grain::Quarter),
                "SU" => months(6, 3, Grain::Quarter),
                "FA" | "AU" => months(9, 3, Grain::Quarter),
                "WI" => months(12, 3, Grain::Quarter),
                _ => months(part.parse().ok()?, 1, Grain::Month),
            },
            (_, Some(rest)) => {
                let first = nth(number, part.parse().ok()?, rest.parse().ok()?)?;
                Some(Stretch { first, last: first, grain: Grain::Day, year: number })
            }
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_a_stretch_of_days() {
        let of = |date: &str| read(date).map(|s| (s.first, s.last - s.first + 1, s.grain));
        let first = |date: &str| Date::parse(date).map(Date::number);
        for (date, begins, days, grain) in [
            ("2025-01-21", "2025-01-21", 1, Grain::Day),
            ("2025-01-21T10:00", "2025-01-21", 1, Grain::Day),
            ("2024-02", "2024-02-01", 29, Grain::Month),
            ("2025-W04", "2025-01-20", 7, Grain::Week),
            ("2025-W04-WE", "2025-01-25", 2, Grain::Range),
            ("2025-Q3", "2025-07-01", 92, Grain::Quarter),
            ("2024-WI", "2024-12-01", 90, Grain::Quarter),
            ("2025-H1", "2025-01-01", 181, Grain::Range),
            ("2024", "2024-01-01", 366, Grain::Year),
            ("199", "1990-01-01", 3652, Grain::Decade),
            ("199X", "1990-01-01", 3652, Grain::Decade),
            ("19", "1900-01-01", 36_524, Grain::Century),
            ("2024-12-30/2025-01-02", "2024-12-30", 4, Grain::Range),
        ] {
            assert_eq!(of(date), Some((first(begins).unwrap(), days, grain)), "{date}");
        }
        assert_eq!(read("-0263").map(|s| (s.year, s.first)), read("BC0264").map(|s| (s.year, s.first)));
        assert_eq!(read("BC0044-03-15").map(|s| s.year), Some(-44));
    }

    #[test]
    fn other_forms_are_none() {
        for date in ["", "P2D", "PAST_REF", "2025-13", "2025-02-31", "2025-Q5", "2025-W54", "99999", "XXXX-01", "/"] {
            assert_eq!(read(date), None, "{date}");
        }
    }
}
