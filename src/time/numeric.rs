//! Dates in digits, as the tokens write them.
//!
//! Doors: [`read`], [`glued`], [`fiscal`], [`quarter`], [`clock_of`]. Absent here: whether the day or the month comes first.

use super::calendar::Date;
use super::lexicon::Class;
use super::meaning::Point;
use super::pattern::View;
use super::readers::{FAR, digits};
use super::value::{Clock, Value};
use crate::document::{TokenKind, word_hash};
use crate::time::pattern::few;

/// `from 1938 to 40`: a year of which only the end is written. Not `from 1938 to 40 schools shut`.
pub fn short_end(view: &View<'_>, at: usize, end: i32) -> Option<i16> {
    let first = at.checked_sub(3).filter(|&from| from >= view.start)?;
    let led = view.is(first, few!("from From")) && view.is(at - 1, few!("to until"));
    let (year, next) = (digits(view, first + 1, 4..=4).filter(|_| led)?, view.token(at + 1));
    let alone = next.is_none_or(|t| t.kind == TokenKind::Mark)
        || view.is(at + 1, few!("and at as by for he in it she they under when with"));
    (alone && year % 100 < end).then(|| (year / 100 * 100 + end) as i16)
}

/// `2025-01-21`, `21/01/2025`, `21.01.2025`, `1/21/25`; a time behind a `T` belongs to it.
pub fn read(view: &View<'_>, at: usize) -> Option<(usize, Point)> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    if touches(at) && at > view.start && (view.is_dash(at - 1) || view.is(at - 1, few!("/ . : #"))) {
        return None;
    }
    let word = view.word(at);
    let dotted = if (6..=10).contains(&word.len()) { word.split_once('.') } else { None };
    if let Some((first, rest)) = dotted
        && let Some((second, third)) = rest.split_once('.')
        && (third.len() == 4 || first.len() == 4)
    {
        return ordered(first, second, third).map(|point| (at + 1, point));
    }
    let mark = view.word(at + 1);
    if let Some(week) = week_of_year(view, at) {
        return Some((at + 3, Point::Known(week)));
    }
    if let Some(month) = month_of_year(view, at) {
        return Some((at + 3, Point::Known(month)));
    }
    let alike = view.word(at + 3) == mark && touches(at + 1) && touches(at + 2) && touches(at + 3) && touches(at + 4);
    if !matches!(mark, "-" | "/") || !alike {
        return None;
    }
    let more = touches(at + 5) && (view.is_dash(at + 5) || view.word(at + 5) == "/");
    if more {
        return None;
    }
    let (second, third) = (view.word(at + 2), view.word(at + 4));
    let (third, time) = third.split_once(['T', 't']).map_or((third, None), |(t, time)| (t, Some(time)));
    let mut end = at + 5;
    if time.is_some() {
        // `T10:04:00Z`, `T10:04:00+01:00`
        while end < at + FAR
            && touches(end)
            && (view.is(end, few!(": + -")) || view.word(end).starts_with(|c: char| c.is_ascii_digit()))
        {
            end += 1;
        }
    }
    if mark == "-" && third.len() == 2 && word.len() != 4 {
        return None;
    }
    ordered(word, second, third).map(|point| (end, point))
}

/// `2019-W05`
fn week_of_year(view: &View<'_>, at: usize) -> Option<Value> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let week = view.word(at + 2).strip_prefix('W').filter(|w| w.len() == 2 && touches(at + 1) && touches(at + 2))?;
    let year = digits(view, at, 4..=4).filter(|_| view.word(at + 1) == "-")?;
    let week = week.parse::<u8>().ok().filter(|w| (1..=53).contains(w) && (1900..2200).contains(&year))?;
    Some(Value::Week { year: year as i16, week })
}

/// `2016-11`, `11/2016`; `2011-12` is two years.
fn month_of_year(view: &View<'_>, at: usize) -> Option<Value> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let more = touches(at + 3) && (view.is_dash(at + 3) || view.is(at + 3, few!("/ : %")) || view.word(at + 3) == "'s");
    if more || !touches(at + 1) || !touches(at + 2) || !view.is(at + 1, few!("- /")) {
        return None;
    }
    let (first, second) = (view.word(at), view.word(at + 2));
    let (year, month, slash) = match (first.len(), second.len()) {
        (4, 2) => (digits(view, at, 4..=4)?, digits(view, at + 2, 2..=2)?, false),
        (1 | 2, 4) => (digits(view, at + 2, 4..=4)?, digits(view, at, 1..=2)?, view.word(at + 1) == "/"),
        _ => return None,
    };
    // `2008-09` and `2011/12` run from one year to the next; `10-2016` is a form's number as often as a month.
    let fits = (1900..=2100).contains(&year) && (slash || first.len() == 4 && month != year % 100 + 1 && month <= 12);
    let range = first.len() == 4 && month > year % 100;
    (fits && !range && (1..=12).contains(&month)).then_some(Value::Month { year: year as i16, month: month as u8 })
}

/// `FY19`, `FY2019`, `FY 2019`, `FY 2018/19`: the year it ends in.
pub fn fiscal(view: &View<'_>, at: usize) -> Option<(usize, i32)> {
    let word = view.word(at);
    let head = word.get(..2).filter(|h| h.eq_ignore_ascii_case("fy"))?;
    let (end, number) = match &word[head.len()..] {
        "" => {
            let at = at + 1 + usize::from(view.is_dash(at + 1) || view.is(at + 1, few!("' ’")));
            (at + 1, view.word(at))
        }
        rest => (at + 1, rest),
    };
    let year = year_of(number)?;
    // `FY 2018/19` is named for the year it ends in.
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let joined = (view.word(end) == "/" || view.is_dash(end)) && touches(end) && touches(end + 1);
    match digits(view, end + 1, 2..=2).filter(|last| joined && *last == (year + 1) % 100) {
        Some(_) => Some((end + 2, year + 1)),
        None => Some((end, year)),
    }
}

/// A year of two or four digits.
fn year_of(number: &str) -> Option<i32> {
    let year: i32 = number.parse().ok().filter(|_| number.bytes().all(|b| b.is_ascii_digit()))?;
    match number.len() {
        2 => Some(if year < 60 { 2000 + year } else { 1900 + year }),
        4 => Some(year).filter(|y| (1900..2200).contains(y)),
        _ => None,
    }
}

/// `3Q`, `3Q19`, `3Q2019`, `2019Q3`: not `Q3`, which is a word of the rules.
pub fn quarter(word: &str) -> Option<Point> {
    let (before, after) = word.split_once(['Q', 'q'])?;
    let number = |text: &str| text.parse::<u8>().ok().filter(|n| text.len() == 1 && (1..=4).contains(n));
    if let Some(quarter) = number(before) {
        if after.is_empty() {
            return Some(Point::Quarter(quarter));
        }
        return year_of(after).map(|y| Point::Known(Value::Quarter { year: y as i16, quarter }));
    }
    let (year, quarter) = (year_of(before)?, number(after)?);
    Some(Point::Known(Value::Quarter { year: year as i16, quarter }))
}

/// `15Sep`, `Dec31`, `15Sep2024`.
pub fn glued(view: &View<'_>, at: usize) -> Option<Point> {
    let word = view.word(at);
    if !(4..=16).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let digit = |c: char| c.is_ascii_digit();
    let (day, name, year) = if word.starts_with(digit) {
        let (day, rest) = word.split_at(word.find(|c| !digit(c))?);
        let (name, year) = rest.split_at(rest.find(digit).unwrap_or(rest.len()));
        (day, name, year)
    } else {
        let (name, day) = word.split_at(word.find(digit)?);
        (day, name, "")
    };
    let month = view.lexicon.look(word_hash(name))?.value(Class::Month)?;
    let day: u32 = day.parse().ok().filter(|_| day.len() <= 2)?;
    match year.len() {
        0 => {
            Date::new(2024, month as u32, day)?;
            Some(Point::Month { month: month as u8, day: Some(day as u8), weekday: None })
        }
        4 => Date::new(year.parse().ok()?, month as u32, day).map(|d| Point::Known(Value::Day(d))),
        _ => None,
    }
}

/// The time of day of a date that [`read`] found at `at` with one behind a `T` (`2025-01-21T10:04:00Z`).
pub fn clock_of(view: &View<'_>, at: usize, end: usize) -> Option<Clock> {
    let (_, hour) = view.word(at + 4).split_once(['T', 't'])?;
    let pair = |word: &str| word.get(..2)?.parse::<u8>().ok();
    let hour = pair(hour).filter(|h| *h < 24)?;
    let minute = (at + 6 < end && view.word(at + 5) == ":").then(|| pair(view.word(at + 6))).flatten();
    Some(Clock { hour, minute: Some(minute.filter(|m| *m < 60)?), second: None })
}

/// Three numbers as a date.
fn ordered(first: &str, second: &str, third: &str) -> Option<Point> {
    let number = |text: &str| {
        let fits = matches!(text.len(), 1 | 2 | 4) && text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    if first.len() == 4 {
        return Date::new(a, b as u32, c as u32).map(|d| Point::Known(Value::Day(d)));
    }
    let year = match third.len() {
        4 => c,
        2 if c < 50 => 2000 + c,
        2 => 1900 + c,
        _ => return None,
    };
    let (day_first, month_first) = (Date::new(year, b as u32, a as u32), Date::new(year, a as u32, b as u32));
    match (day_first, month_first) {
        (Some(_), Some(_)) if a != b => {
            Some(Point::Slashed { first: a as u8, second: b as u8, year: Some(year as i16) })
        }
        (Some(date), _) | (_, Some(date)) => Some(Point::Known(Value::Day(date))),
        (None, None) => None,
    }
}
