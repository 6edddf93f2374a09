//! Comparing calendar readings of different grain.

use crate::time::names;
use crate::time::reading::{self, Grain, Stretch};
use std::cmp::Ordering;

/// Where a reading begins: the day, and then the longer reading before the finer.
pub(super) fn start(date: &str) -> (i32, u8) {
    bounds(date).0
}

/// Where a reading ends, in the same measure.
pub(super) fn end(date: &str) -> (i32, u8) {
    bounds(date).1
}

/// Where a reading begins and ends. The parts of a range are read by themselves: one of them may say nothing.
fn bounds(date: &str) -> ((i32, u8), (i32, u8)) {
    // Most are plain days, which have no parts.
    let (first, last) =
        match reading::day(date).map(Some).or_else(|| (!date.contains('/')).then(|| reading::read(date))) {
            Some(whole) => (whole, whole),
            None => {
                let read = |part: Option<&str>| part.and_then(reading::read);
                (read(date.split('/').next()), read(date.split('/').next_back()))
            }
        };
    let start = match first {
        Some(Stretch { first, grain: Grain::Day | Grain::Week, .. }) => (first, 1),
        Some(Stretch { first, .. }) => (first, 0),
        None => (i32::MAX, 0),
    };
    (start, last.map_or((i32::MAX, u8::MAX), |stretch| (stretch.last, u8::MAX)))
}

/// How `date` lies to the day `day`: before, after, or (where one holds the other) equal.
pub(super) fn compare(date: &str, day: &str) -> Option<Ordering> {
    if date.is_empty() || day.is_empty() {
        return None;
    }
    let (date, day) = (bounds(date), bounds(day));
    Some(if date.1 < day.0 {
        Ordering::Less
    } else if date.0 > day.1 {
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
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let name = month.and_then(|m| m.parse::<usize>().ok()).and_then(|m| names::MONTHS.get(m.wrapping_sub(1)));
    match (name, day.map(|d| d.parse::<u8>())) {
        (Some(name), None) => format!("{name} {year}"),
        (Some(name), Some(Ok(day))) => format!("{day} {name} {year}"),
        _ => date.to_string(),
    }
}

/// True when `other` lies within `days` of `day`, or holds it.
pub(super) fn is_near(day: &str, other: &str, days: u32) -> bool {
    let (day, days, other) = (start(day).0, days as i32, bounds(other));
    other.0.0.saturating_sub(days) <= day && day <= other.1.0.saturating_add(days)
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
