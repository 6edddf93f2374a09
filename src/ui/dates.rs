//! Dates for showing: how long a date is, and how it is said. Absent here: reading words of time.

use crate::TimexKind;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue};

pub use crate::time::reading::{Grain, Stretch as When, read};

/// The heading a date goes under in the timeline: its year, decade or century.
pub fn divider(when: When) -> String {
    let era = if when.year < 0 { " BC" } else { "" };
    match when.grain {
        Grain::Decade => format!("{}s{era}", when.year.abs()),
        Grain::Century => format!("{}s{era}", when.year.abs()),
        _ => format!("{}{era}", when.year.abs()),
    }
}

/// How much of a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// `21 Jan`: under a heading that says the year.
    Short,
    /// `Tuesday 21 January 2025`
    Long,
}

/// A date in words, by the reader's own `Intl`; where there is none, or the form is unknown, the ISO form itself.
pub fn say(date: &str, length: Length) -> String {
    let Some(when) = read(date) else { return date.to_owned() };
    let short = length == Length::Short;
    let part = |style| format(when.first, style).unwrap_or_else(|| date.to_owned());
    match when.grain {
        Grain::Day if short => part(Style::DayMonth),
        Grain::Day => part(Style::Full),
        Grain::Month if short => part(Style::Month),
        Grain::Month => part(Style::MonthYear),
        Grain::Week if short => format!("week of {}", part(Style::DayMonth)),
        Grain::Week => format!("the week of {}", part(Style::Full)),
        Grain::Quarter => {
            let name = date.rsplit('-').next().unwrap_or(date);
            let name = match name {
                "SP" => "Spring",
                "SU" => "Summer",
                "WI" => "Winter",
                "FA" | "AU" => "Autumn",
                quarter => quarter,
            };
            if short { name.to_owned() } else { format!("{name} {}", divider(when)) }
        }
        Grain::Century | Grain::Decade | Grain::Year => divider(when),
        Grain::Range => range(date, when, short).unwrap_or_else(|| date.to_owned()),
    }
}

fn range(date: &str, when: When, short: bool) -> Option<String> {
    let Some((start, end)) = date.split_once('/') else { return Some(date.to_owned()) };
    let (first, last) = (read(start)?, read(end)?);
    if matches!(first.grain, Grain::Year | Grain::Decade | Grain::Century) || first.year < 0 {
        return Some(format!("{} – {}", divider(first), divider(last)));
    }
    // From the first day of one month to the last of another: months are enough.
    let day = |n: i32| Date::new(&JsValue::from_f64(f64::from(n) * DAY)).get_utc_date();
    let months = day(when.first) == 1 && day(when.last + 1) == 1;
    let same_year = first.year == last.year;
    let style = match (short && same_year, months) {
        (true, true) => Style::Month,
        (true, false) => Style::DayMonth,
        (false, true) => Style::MonthYear,
        (false, false) => Style::Full,
    };
    format_range(when.first, when.last, style)
}

/// The engine's reason as a sentence: its `quotes` as a reader knows them.
pub fn reason(because: &str) -> String {
    let mut sentence = String::with_capacity(because.len() + 8);
    let mut open = false;
    for c in because.trim().chars() {
        match c {
            '`' => {
                open = !open;
                sentence.push(if open { '“' } else { '”' });
            }
            _ if sentence.is_empty() => sentence.push(c.to_ascii_uppercase()),
            _ => sentence.push(c),
        }
    }
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

/// What a TIMEX3 value means, in words.
pub fn meaning(kind: TimexKind, value: &str) -> String {
    match (kind, value) {
        (_, "") => "not known".to_owned(),
        (_, "PRESENT_REF") => "now".to_owned(),
        (_, "PAST_REF") => "some time ago".to_owned(),
        (_, "FUTURE_REF") => "some time to come".to_owned(),
        (TimexKind::Date | TimexKind::Time, _) => {
            let day = say(value, Length::Long);
            match value.split_once('T').map(|(_, clock)| clock) {
                None | Some("") => day,
                Some("MO") => format!("{day}, morning"),
                Some("MI") => format!("{day}, midday"),
                Some("AF") => format!("{day}, afternoon"),
                Some("EV") => format!("{day}, evening"),
                Some("NI") => format!("{day}, night"),
                Some(clock) => format!("{day}, {clock}"),
            }
        }
        (TimexKind::Duration, _) => match amount(value) {
            Some(("1", unit)) => format!("1 {unit}"),
            Some((count, unit)) => format!("{count} {unit}s"),
            None => "a length of time".to_owned(),
        },
        (TimexKind::Set, _) => match amount(value) {
            Some(("1", unit)) => format!("every {unit}"),
            Some((count, unit)) => format!("every {count} {unit}s"),
            None => "again and again".to_owned(),
        },
    }
}

/// `P2D` is 2 days; none for what is not said exactly or in several units.
fn amount(value: &str) -> Option<(&str, &'static str)> {
    let (rest, clock) = match value.strip_prefix('P')?.strip_prefix('T') {
        Some(rest) => (rest, true),
        None => (value.strip_prefix('P')?, false),
    };
    let at = rest.find(|c: char| c.is_ascii_alphabetic())?;
    let unit = match (&rest[at..], clock) {
        ("S", true) => "second",
        ("M", true) => "minute",
        ("H", true) => "hour",
        ("D", false) => "day",
        ("W", false) => "week",
        ("M", false) => "month",
        ("Q", false) => "quarter",
        ("Y", false) => "year",
        ("DE", false) => "decade",
        ("CE", false) => "century",
        _ => return None,
    };
    let count = &rest[..at];
    (count.starts_with(|c: char| c.is_ascii_digit()) && (unit != "century" || count == "1")).then_some((count, unit))
}

/// Milliseconds.
const DAY: f64 = 86_400_000.0;

#[derive(Clone, Copy)]
enum Style {
    DayMonth,
    Month,
    MonthYear,
    Full,
}

thread_local! {
    /// Making a formatter is a hundred times slower than using one.
    static FORMATS: [OnceCell<Option<Intl::DateTimeFormat>>; 4] = const { [const { OnceCell::new() }; 4] };
}

fn format(day: i32, style: Style) -> Option<String> {
    call(style, "format", &Array::of1(&moment(day)))
}

fn format_range(first: i32, last: i32, style: Style) -> Option<String> {
    call(style, "formatRange", &Array::of2(&moment(first), &moment(last)))
}

fn moment(day: i32) -> Date {
    Date::new(&JsValue::from_f64(f64::from(day) * DAY))
}

fn call(style: Style, method: &str, arguments: &Array) -> Option<String> {
    let format = FORMATS.with(|made| made[style as usize].get_or_init(|| formatter(style)).clone())?;
    let method: Function = Reflect::get(&format, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(&format, arguments).ok()?.as_string()
}

fn formatter(style: Style) -> Option<Intl::DateTimeFormat> {
    let options = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into()).ok();
    set("timeZone", "UTC")?;
    match style {
        Style::DayMonth => set("day", "numeric").and(set("month", "short"))?,
        Style::Month => set("month", "short")?,
        Style::MonthYear => set("month", "long").and(set("year", "numeric"))?,
        Style::Full => {
            set("weekday", "long").and(set("day", "numeric"))?;
            set("month", "long").and(set("year", "numeric"))?
        }
    };
    // The interface speaks English; of the reader's languages the first English one says in which order.
    let english = web_sys::window()?
        .navigator()
        .languages()
        .iter()
        .find_map(|language| language.as_string().filter(|l| l.starts_with("en")));
    let locale = Array::of1(&english.unwrap_or_else(|| "en-GB".into()).into());
    Some(Intl::DateTimeFormat::new(&locale, &options))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_dates() {
        let days = |date: &str| read(date).map(|w| (w.first, w.last, w.grain));
        assert_eq!(days("1970-01-01"), Some((0, 0, Grain::Day)));
        assert_eq!(days("2025-01-21T14:30"), Some((20109, 20109, Grain::Day)));
        assert_eq!(days("1970-02"), Some((31, 58, Grain::Month)));
        assert_eq!(days("1970-12"), Some((334, 364, Grain::Month)));
        assert_eq!(days("1970"), Some((0, 364, Grain::Year)));
        assert_eq!(days("1970-Q4"), Some((273, 364, Grain::Quarter)));
        assert_eq!(days("2025-W03"), Some((20101, 20107, Grain::Week)));
        assert_eq!(days("197"), Some((0, 3651, Grain::Decade)));
        assert_eq!(days("197X"), days("197"));
        assert_eq!(days("1970-01-02/1970-01-05"), Some((1, 4, Grain::Range)));
        assert_eq!(read("BC0044-03-15").map(|w| w.year), Some(-44));
    }

    #[test]
    fn reasons_are_sentences() {
        assert_eq!(reason("the text says `on Tuesday`"), "The text says “on Tuesday”.");
        assert_eq!(reason("Counted from 3 May."), "Counted from 3 May.");
        assert_eq!(reason(""), "");
    }

    #[test]
    fn lengths_of_time() {
        let said = |value| meaning(TimexKind::Duration, value);
        assert_eq!(said("P2D"), "2 days");
        assert_eq!(said("PT1H"), "1 hour");
        assert_eq!(said("P1.5Y"), "1.5 years");
        assert_eq!(said("PXD"), "a length of time");
        assert_eq!(meaning(TimexKind::Set, "P1W"), "every week");
        assert_eq!(meaning(TimexKind::Date, "PRESENT_REF"), "now");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "PRESENT_REF", "P2D", "2025-13", "2025-00-01", "2025-Q99999999999", "é", "20255", "2025-é", "/"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
