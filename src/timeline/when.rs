//! Comparing calendar readings of different grain by their text.

use std::cmp::Ordering;

/// Where a reading begins, as (year, day of the year, roughly): enough to put readings of any grain in order.
pub(super) fn start(date: &str) -> (i32, u32) {
    edge(date.split('/').next().unwrap_or(date), false)
}

/// Where a reading ends, in the same measure.
pub(super) fn end(date: &str) -> (i32, u32) {
    edge(date.split('/').next_back().unwrap_or(date), true)
}

/// How `date` lies to the day `day`: before, after, or (where one holds the other) equal.
pub(super) fn compare(date: &str, day: &str) -> Option<Ordering> {
    if date.is_empty() || day.is_empty() {
        return None;
    }
    Some(if end(date) < start(day) {
        Ordering::Less
    } else if start(date) > end(day) {
        Ordering::Greater
    } else {
        Ordering::Equal
    })
}

/// True for a single day (`2025-01-21`).
pub(super) fn is_day(date: &str) -> bool {
    let bytes = date.as_bytes();
    bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-' && bytes[8].is_ascii_digit()
}

/// A reading in words for the reader: `21 January 2025`, `January 2025`; others as they are.
pub(super) fn words(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let name = month.and_then(|m| m.parse::<usize>().ok()).and_then(|m| MONTHS.get(m.wrapping_sub(1)));
    match (name, day.map(|d| d.parse::<u8>())) {
        (Some(name), None) => format!("{name} {year}"),
        (Some(name), Some(Ok(day))) => format!("{day} {name} {year}"),
        _ => date.to_string(),
    }
}

/// True when `other` lies within `days` of `day`, or holds it.
pub(super) fn is_near(day: &str, other: &str, days: u32) -> bool {
    let count = |p: (i32, u32)| i64::from(p.0) * 372 + i64::from(p.1);
    let day = count(start(day));
    count(start(other)) - i64::from(days) <= day && day <= count(end(other)) + i64::from(days)
}

/// How fine a reading is: 0 for nothing, then rising from decade to day.
pub(super) fn grain(date: &str) -> u8 {
    match date.split('/').next().unwrap_or(date).len() {
        0 => 0,
        1..=3 => 1,
        4 | 5 => 2,
        6 | 7 => 3,
        8 | 9 => 4,
        _ => 5,
    }
}

/// Months count as 31 days, so that day `d` of month `m` is `31 m + d`.
fn edge(date: &str, last: bool) -> (i32, u32) {
    let (sign, rest) = match date.strip_prefix("BC").or_else(|| date.strip_prefix('-')) {
        Some(rest) => (-1, rest),
        None => (1, date),
    };
    let mut parts = rest.split('-');
    let year = parts.next().unwrap_or_default();
    let digits: String = year.chars().take_while(char::is_ascii_digit).take(4).collect();
    let pad = 4 - digits.len() as u32;
    let Ok(mut number) = digits.parse::<i32>() else { return (i32::MAX, 0) };
    for _ in 0..pad {
        // `199` is a decade, `19` a century.
        number = number * 10 + if last { 9 } else { 0 };
    }
    let (first, until) = match (parts.next(), parts.next()) {
        (None, _) => (0, 31 * 13),
        (Some(month), None) => inner(number, month),
        (Some(month), Some(day)) => {
            let day = day.get(..2).and_then(|d| d.parse::<u32>().ok());
            match (inner(number, month), day) {
                ((first, _), Some(day)) if !month.starts_with('W') => (first + day, first + day),
                // The weekend of a week.
                ((_, until), _) => (until - 1, until),
            }
        }
    };
    (sign * number, if last { until } else { first })
}

/// The days a part of a year spans: a month, quarter, half, season, week.
fn inner(year: i32, part: &str) -> (u32, u32) {
    let months = |first: u32, count: u32| (31 * first, 31 * (first + count));
    let number = |s: &str| s.parse::<u32>().unwrap_or(1).clamp(1, 53);
    match part {
        "SP" => months(3, 3),
        "SU" => months(6, 3),
        "FA" => months(9, 3),
        "WI" => months(12, 2),
        _ if part.starts_with('Q') => months(3 * number(&part[1..]) - 2, 3),
        _ if part.starts_with('H') => months(6 * number(&part[1..]) - 5, 6),
        _ if part.starts_with('W') => {
            let monday = monday(year, number(&part[1..]));
            (of_year(year, monday), of_year(year, monday + 6))
        }
        _ => months(number(part), 1),
    }
}

/// The day of the year on which an ISO week begins, from 1; a week that begins in the year before counts from day 1.
fn monday(year: i32, week: u32) -> u32 {
    let before = i64::from(year.max(1)) - 1;
    // Gauss: the weekday of 1 January, Sunday being 0.
    let first = (1 + 5 * (before % 4) + 4 * (before % 100) + 6 * (before % 400)) % 7;
    // The week of the first Thursday is number 1.
    let monday = if (1..=4).contains(&first) { 2 - first } else { 2 - first + if first == 0 { 0 } else { 7 } };
    (monday + 7 * (i64::from(week) - 1)).max(1) as u32
}

/// A day of the year in the measure of this file.
fn of_year(year: i32, day: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut left = day;
    for (month, length) in (1..).zip([31, 28 + u32::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        if left <= length {
            return 31 * month + left;
        }
        left -= length;
    }
    31 * 12 + 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_of_any_grain_have_an_order() {
        let order = ["BC0044", "18", "1945", "198", "1989-11-09", "1990/2000", "2024-Q3", "2024-W40", "2025-01-20"];
        assert!(order.is_sorted_by_key(|d| start(d)), "{:?}", order.map(start));
        let weeks = ["2021-01-20", "2021-01-22", "2021-W04", "2021-01-26", "2024-12-29", "2025-W03", "2025-01-14"];
        assert!(weeks.is_sorted_by_key(|d| start(d)), "{:?}", weeks.map(start));
        // Week 1 of each year begins on this day of January (or in December).
        for (week, day) in [
            ("2018-W01", "2018-01-01"),
            ("2019-W02", "2019-01-07"),
            ("2023-W01", "2023-01-02"),
            ("2022-W01", "2022-01-03"),
            ("2021-W01", "2021-01-04"),
            ("2024-W01", "2024-01-01"),
            ("2024-W10", "2024-03-04"),
        ] {
            assert_eq!(start(week), start(day), "{week}");
        }
        assert_eq!(compare("2025-01", "2025-01-21"), Some(Ordering::Equal));
        assert_eq!(compare("2025-01-20", "2025-01-21"), Some(Ordering::Less));
        assert_eq!(compare("2026", "2025-01-21"), Some(Ordering::Greater));
        assert_eq!(
            [words("2025-01-09"), words("2025-01"), words("2025-W03")],
            ["9 January 2025", "January 2025", "2025-W03"]
        );
        assert!(is_day("2025-01-21") && !is_day("2025-W03-WE"));
    }
}
