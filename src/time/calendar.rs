//! The civil calendar: days, weekdays, ISO weeks, movable feasts. Proleptic Gregorian, years as historians count them
//! (there is no year 0; 264 BC is -264).
//!
//! Absent here: words.

/// A day of the calendar. Invariant: it exists (no 31 February), and its year is -9999 to 9999 and not 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Negative before Christ.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Monday.
pub const MONDAY: u8 = 1;
/// Thursday.
pub const THURSDAY: u8 = 4;
/// Sunday.
pub const SUNDAY: u8 = 7;

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        let fits = (-9999..=9999).contains(&year) && year != 0 && (1..=12).contains(&month);
        (fits && (1..=days_in_month(year, month)).contains(&day)).then_some(Date {
            year: year as i16,
            month: month as u8,
            day: day as u8,
        })
    }

    /// Days since 1 January 1970. The algorithm is Howard Hinnant's `days_from_civil`.
    pub fn number(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = astronomical(i32::from(self.year)) - i32::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day with this [`number`](Date::number), if its year is within bounds.
    pub fn from_number(number: i32) -> Option<Date> {
        let days = number.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Date::new(historical(year), month as u32, day as u32)
    }

    /// `days` later, or earlier where negative.
    pub fn plus_days(self, days: i32) -> Option<Date> {
        Date::from_number(self.number().checked_add(days)?)
    }

    /// The same day `months` later; the last of the month where that has no such day.
    pub fn plus_months(self, months: i32) -> Option<Date> {
        let (year, month) = plus_months(i32::from(self.year), u32::from(self.month), months)?;
        Date::new(year, month, u32::from(self.day).min(days_in_month(year, month)))
    }

    /// 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> u8 {
        (self.number() + 3).rem_euclid(7) as u8 + 1
    }

    /// The ISO week's year and number.
    pub fn week(self) -> (i16, u8) {
        let thursday = self.number() + 4 - i32::from(self.weekday());
        let Some(date) = Date::from_number(thursday) else { return (self.year, 1) };
        let first = Date { year: date.year, month: 1, day: 1 }.number();
        (date.year, ((thursday - first) / 7 + 1) as u8)
    }

    /// Reads `YYYY-MM-DD` at the start of `text`; what follows (a time) is left alone.
    pub fn parse(text: &str) -> Option<Date> {
        let ([a, b, c, d, b'-', e, f, b'-', g, h], rest) = text.trim_ascii_start().as_bytes().split_first_chunk()?
        else {
            return None;
        };
        let number = |digits: &[&u8]| {
            digits.iter().try_fold(0, |n: i32, b| b.is_ascii_digit().then(|| n * 10 + i32::from(**b - b'0')))
        };
        let ends = !rest.first().is_some_and(u8::is_ascii_digit);
        Date::new(number(&[a, b, c, d]).filter(|_| ends)?, number(&[e, f])? as u32, number(&[g, h])? as u32)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.year < 0 {
            return write!(f, "BC{:04}-{:02}-{:02}", -self.year, self.month, self.day);
        }
        // Every date of a text is written.
        let mut text = *b"0000-00-00";
        let parts =
            [(0..4, u32::from(self.year.unsigned_abs())), (5..7, u32::from(self.month)), (8..10, u32::from(self.day))];
        for (place, mut rest) in parts {
            for digit in text[place].iter_mut().rev() {
                *digit = b'0' + (rest % 10) as u8;
                rest /= 10;
            }
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// 1 BC is 0, 2 BC is -1.
fn astronomical(year: i32) -> i32 {
    if year < 0 { year + 1 } else { year }
}

fn historical(year: i32) -> i32 {
    if year <= 0 { year - 1 } else { year }
}

/// The year `by` years later, with no year 0 on the way.
pub fn plus_years(year: i32, by: i32) -> Option<i32> {
    let year = historical(astronomical(year).checked_add(by)?);
    (-9999..=9999).contains(&year).then_some(year)
}

/// The month `by` months later.
pub fn plus_months(year: i32, month: u32, by: i32) -> Option<(i32, u32)> {
    let months = (astronomical(year) * 12 + month as i32 - 1).checked_add(by)?;
    let year = historical(months.div_euclid(12));
    (-9999..=9999).contains(&year).then_some((year, months.rem_euclid(12) as u32 + 1))
}

/// 28 to 31.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    let year = astronomical(year);
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Monday of ISO week `week`.
pub fn monday_of(year: i32, week: u8) -> Option<Date> {
    let fourth = Date::new(year, 1, 4)?;
    fourth.plus_days(i32::from(week) * 7 - 6 - i32::from(fourth.weekday()))
}

/// The `nth` (from 1; -1 is the last) such weekday of a month.
pub fn nth_weekday(year: i32, month: u32, weekday: u8, nth: i8) -> Option<Date> {
    if nth > 0 {
        let first = Date::new(year, month, 1)?;
        let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
        Date::new(year, month, 1 + (ahead + 7 * (i32::from(nth) - 1)) as u32)
    } else {
        let last = Date::new(year, month, days_in_month(year, month))?;
        let back = (i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7);
        last.plus_days(-back + 7 * (i32::from(nth) + 1))
    }
}

/// Easter Sunday of the western churches (the anonymous Gregorian computus).
pub fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    if year < 1583 { None } else { Date::new(year, (n / 31) as u32, (n % 31 + 1) as u32) }
}

/// Easter Sunday of the eastern churches (Meeus' Julian computus, moved to the Gregorian calendar).
pub fn orthodox_easter(year: i32) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let d = (19 * (year % 19) + 15) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    let n = d + e + 114;
    let shift = year / 100 - year / 400 - 2;
    Date::new(year, (n / 31) as u32, 1)?.plus_days(n % 31 + shift)
}

/// The day in Gregorian year `year` on which Islamic month `month`, day `day` begins by the tabular calendar; what is
/// seen of the moon can move it by a day. The earlier one where a year holds two.
pub fn islamic(year: i32, month: i32, day: i32) -> Option<Date> {
    let near = (year - 622) * 33 / 32;
    (near - 1..=near + 2).find_map(|hijri| {
        let days = day + (59 * (month - 1) + 1) / 2 + (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30);
        // 16 July 622 (Julian) is day 1 of the era.
        let date = Date::from_number(days - 492_149)?;
        (i32::from(date.year) == year).then_some(date)
    })
}

/// 1 Tishri (Rosh Hashanah) of the Jewish year that begins in Gregorian year `year`: the molad with its four delays.
pub fn rosh_hashanah(year: i32) -> Option<Date> {
    let elapsed = |jewish: i64| {
        let months = (235 * jewish - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = months * 29 + parts.div_euclid(25_920);
        if (3 * (day + 1)) % 7 < 3 { day + 1 } else { day }
    };
    let jewish = i64::from(year) + 3761;
    let (before, this, after) = (elapsed(jewish - 1), elapsed(jewish), elapsed(jewish + 1));
    let delay = match (after - this, this - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    // Day 0 of this count is day -2 092 590 of the count from 1970.
    Date::from_number((this + delay - 2_092_590) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn every_day_has_one_number() {
        let mut before = Date::new(-9999, 1, 1).unwrap();
        for number in before.number() + 1..Date::new(9999, 12, 31).unwrap().number() {
            let date = Date::from_number(number).unwrap();
            assert!(date > before && date.number() == number);
            before = date;
        }
    }

    #[test]
    fn weekdays_and_weeks_agree_with_iso_8601() {
        assert_eq!((day("1970-01-01").weekday(), day("2025-01-21").weekday()), (4, 2));
        for (date, week) in [
            ("2005-01-01", (2004, 53)),
            ("2008-12-29", (2009, 1)),
            ("2010-01-03", (2009, 53)),
            ("2025-01-21", (2025, 4)),
        ] {
            assert_eq!(day(date).week(), week);
        }
        assert_eq!(monday_of(2025, 4), Some(day("2025-01-20")));
    }

    #[test]
    fn days_that_are_not_there() {
        assert_eq!(Date::new(2023, 2, 29), None);
        assert_eq!(Date::new(2024, 13, 1), None);
        assert_eq!(Date::new(0, 1, 1), None);
        assert_eq!(Date::parse("2024-02-31"), None);
        assert_eq!(plus_months(-1, 12, 1), Some((1, 1)));
    }

    #[test]
    fn feasts() {
        assert_eq!(easter(2024), Some(day("2024-03-31")));
        assert_eq!(orthodox_easter(2024), Some(day("2024-05-05")));
        assert_eq!(nth_weekday(2024, 11, THURSDAY, 4), Some(day("2024-11-28")));
        assert_eq!(nth_weekday(2024, 5, MONDAY, -1), Some(day("2024-05-27")));
        assert_eq!(islamic(2024, 10, 1), Some(day("2024-04-10")));
        assert_eq!(rosh_hashanah(2024), Some(day("2024-10-03")));
        assert_eq!(rosh_hashanah(2023), Some(day("2023-09-16")));
        assert_eq!(rosh_hashanah(2005), Some(day("2005-10-04")));
    }
}
