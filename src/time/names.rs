//! Dates and values in words, for the reasons a reader is given.

use super::calendar::Date;
use super::value::Value;
pub use crate::document::{MONTHS, WEEKDAYS};

/// `21 January 2025`
pub fn long(date: Date) -> String {
    let year = date.year.unsigned_abs().to_string();
    let mut words = date.day.to_string();
    for part in [" ", MONTHS[usize::from(date.month) - 1], " ", &year, if date.year < 0 { " BC" } else { "" }] {
        words.push_str(part);
    }
    words
}

/// A value for a reader: `21 January 2025`, `January 2025`, `2025`, else as TIMEX3 has it.
pub fn shown(value: Value) -> String {
    match value {
        Value::Day(date) => long(date),
        Value::Month { year, month } => format!("{} {year}", MONTHS[usize::from(month) - 1]),
        Value::Decade(decade) if decade > 0 => format!("the {decade}0s"),
        _ => value.to_string(),
    }
}
