//! Times of day, as the tokens write them.
//!
//! Doors: [`read`], [`hour`], [`hour_in`]. Absent here: which day it is.

use super::lexicon::{self, Class};
use super::pattern::View;
use super::readers::{FAR, digits, whole};
use super::rules::likeness;
use super::value::{Clock, Part};
use crate::document::{Case, TokenKind};
use crate::time::pattern::few;

/// `10:35 a.m.`, `5pm`, `8.30pm`, `19:00`, `0735 GMT`, `half past three`, `10 o'clock`, `noon`.
pub fn read(view: &View<'_>, at: usize) -> Option<(usize, Clock)> {
    // `12 people`, `nine homes`: behind the number of an hour stands a mark or a word of time.
    let number = || match view.token(at) {
        Some(token) if token.kind == TokenKind::Number => !view.word(at).contains('.'),
        _ => view.entry(at).is_some_and(|e| e.bits == Class::Number.bit()),
    };
    if view.token(at + 1).is_some_and(|t| t.kind == TokenKind::Word) && likeness(view, at + 1).is_nothing() && number()
    {
        return None;
    }
    let (end, clock) = spoken_clock(view, at).or_else(|| digital_clock(view, at))?;
    let zone = view.value(end, Class::Zone).is_some() && view.token(end)?.case == Case::Upper;
    // `+0100`
    let shift = view.is(end, few!("+ -"))
        && digits(view, end + 1, 4..=4).is_some_and(|n| n <= 1400)
        && !view.token(end + 1)?.space_before;
    Some((end + usize::from(zone) + 2 * usize::from(shift), clock))
}

fn spoken_clock(view: &View<'_>, at: usize) -> Option<(usize, Clock)> {
    // `a` is the commonest number, and no hour, but in `a quarter to five`.
    if view.is(at, few!("a an")) {
        return if view.is(at, few!("a")) && view.is(at + 1, few!("quarter")) {
            spoken_clock(view, at + 1)
        } else {
            None
        };
    }
    let sharp = |hour| Clock { hour, minute: Some(0), second: None };
    if view.value(at, Class::Part).is_some() {
        let twelve = view.is(at, few!("noon midday"));
        return (twelve || view.is(at, few!("midnight"))).then(|| (at + 1, sharp(if twelve { 12 } else { 0 })));
    }
    let hour_at = |at: usize| {
        let hour = digits(view, at, 1..=2).or_else(|| view.value(at, Class::Number).map(i32::from))?;
        ((1..=12).contains(&hour) && !view.is(at, few!("a an"))).then_some(hour)
    };
    let hour = hour_at(at);
    if let Some(hour) = hour {
        if hour == 12 && view.is(at + 1, few!("noon midnight")) && !view.is(at, few!("dozen")) {
            return Some((at + 2, sharp(if view.is(at + 1, few!("noon")) { 12 } else { 0 })));
        }
        // `6 in the morning`, `11 at night`, `three p.m.`
        let (end, of_day) = half_of_day(view, at + 1, hour);
        if end > at + 1 && (end > at + 2 || view.value(at, Class::Number).is_some()) {
            return Some((end, sharp(of_day as u8)));
        }
        let behind = if view.is(at + 1, few!("oclock o'clock o’clock")) {
            2
        } else if view.is(at + 1, few!("o")) && view.is(at + 3, few!("clock")) {
            4
        } else {
            0
        };
        if behind > 0 {
            let (end, hour) = half_of_day(view, at + behind, hour);
            return Some((end, sharp(hour as u8)));
        }
    }
    // `nine fifty-nine a.m.`, `at five thirty tomorrow`
    if let Some(hour) = hour.filter(|_| view.value(at, Class::Number).is_some() && !view.is(at, few!("dozen")))
        && let dash = usize::from(view.is_dash(at + 1))
        && let Some((end, quarters)) = whole(view, at + 1 + dash)
        && view.value(at + 1 + dash, Class::Number).is_some()
        && (10..60).contains(&(quarters / 4))
    {
        let (behind, of_day) = half_of_day(view, end, hour);
        let led = at > view.start
            && view.is(at - 1, few!("at"))
            && view.is(end, few!("tomorrow today tonight this on every each"));
        let clock = Clock { hour: of_day as u8, minute: Some((quarters / 4) as u8), second: None };
        if behind > end || led {
            return Some((behind, clock));
        }
    }
    // `half past three`, `a quarter to five`, `ten minutes past nine`
    let (next, minutes) = if view.is(at, few!("half")) {
        (at + 1, 30)
    } else if view.is(at, few!("quarter")) {
        (at + 1, 15)
    } else {
        let (next, quarters) = whole(view, at)?;
        (next + usize::from(view.is(next, few!("minutes minute min mins"))), quarters / 4)
    };
    let past = view.is(next, few!("past after"));
    if !(1..60).contains(&minutes) || !(past || view.is(next, few!("to till")) && minutes <= 30) {
        return None;
    }
    // `five to ten` alone is a range of numbers
    let noon = view.is(next + 1, few!("noon midnight"));
    if !past && !noon && !view.is(at, few!("half quarter")) && !view.is(next - 1, few!("minutes min mins")) {
        return None;
    }
    let (end, hour) = match view.word(next + 1) {
        _ if view.is(next + 1, few!("noon midday")) => (next + 2, 12),
        _ if view.is(next + 1, few!("midnight")) => (next + 2, 0),
        // `3pm`
        word if word.len() > 2 && meridiem(&word[word.len() - 2..]).is_some() => {
            let (number, half) = word.split_at(word.len() - 2);
            let hour: i32 = number.parse().ok().filter(|h| (1..=12).contains(h))?;
            (next + 2, hour % 12 + 12 * i32::from(meridiem(half)?))
        }
        _ => half_of_day(view, next + 2, hour_at(next + 1)?),
    };
    // `30 minutes to 5 hours`
    if view.value(end, Class::Units).is_some() || view.value(end, Class::Unit).is_some() {
        return None;
    }
    let (hour, minute) = if past { (hour, minutes) } else { ((hour + 23) % 24, 60 - minutes) };
    Some((end, Clock { hour: hour as u8, minute: Some(minute as u8), second: None }))
}

/// The hour of 24 with what follows it at `at` (`p.m.`, `in the evening`).
fn half_of_day(view: &View<'_>, at: usize, hour: i32) -> (usize, i32) {
    if let Some((end, late)) = half(view, at) {
        return (end, hour % 12 + 12 * i32::from(late));
    }
    if view.is(at, few!("at")) && view.is(at + 1, few!("night")) {
        return (at + 2, if (6..12).contains(&hour) { hour + 12 } else { hour % 12 });
    }
    if view.is(at, few!("in")) && view.is(at + 1, few!("the")) {
        match view.value(at + 2, Class::Part).map(lexicon::part) {
            Some(Part::Morning) => return (at + 3, hour % 12),
            Some(Part::Afternoon | Part::Evening) => return (at + 3, hour % 12 + 12),
            _ => {}
        }
    }
    (at, hour)
}

/// `p.m.` in one word or in pieces (`p m`, `p . m .`): one past it, and true for `p.m.`.
fn half(view: &View<'_>, at: usize) -> Option<(usize, bool)> {
    if let Some(late) = meridiem(view.word(at)) {
        return Some((at + 1, late));
    }
    if !view.is(at, few!("a p a. p.")) {
        return None;
    }
    let stop = |at: usize| at + usize::from(view.is(at, few!(".")));
    let second = stop(at + 1);
    view.is(second, few!("m m.")).then(|| (stop(second + 1), view.is(at, few!("p p."))))
}

/// A zone that hangs on the digits of the minutes: `0735GMT`.
fn is_zone(tail: &str) -> bool {
    matches!(tail, "GMT" | "UTC" | "Z" | "BST" | "CET" | "EST" | "EDT" | "PST" | "PDT")
}

/// True for `p.m.`, false for `a.m.`.
fn meridiem(word: &str) -> Option<bool> {
    let late = match word.as_bytes() {
        [b'p' | b'P', _, ..] => true,
        [b'a' | b'A', _, ..] => false,
        _ => return None,
    };
    ["m", ".m.", ".m"].iter().any(|form| word[1..].eq_ignore_ascii_case(form)).then_some(late)
}

/// Words beside which a number with a point is a price or a measure.
const MONEY: &str = "share shares stock stocks index price prices points euro euros dollar dollars percent % per pence cents \
    rate yield pounds million billion metres meters km degrees seconds $ £ €";

fn digital_clock(view: &View<'_>, at: usize) -> Option<(usize, Clock)> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let word = view.word(at);
    if !word.starts_with(|c: char| c.is_ascii_digit())
        || word.len() > 10
        || touches(at) && view.is(at - 1, few!("$ : . /"))
    {
        return None;
    }
    // Letters that hang on the digits: `5pm`, `8.30pm`, `15h`, `15h30`, `0600hrs`.
    let letters = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
    let (number, tail) = word.split_at(letters);
    let mut parts = number.split('.');
    let hour: i32 = parts.next()?.parse().ok().filter(|_| number.len() <= 5)?;
    let dotted = parts.next();
    if let Some(late) = meridiem(tail) {
        let minute = dotted.map(|m| m.parse().ok()).unwrap_or(Some(0))?;
        return twelve(at + 1, hour, minute, None, late);
    }
    // `8p.m.` comes in pieces: `8p`, `.`, `m.`
    if tail.len() == 1
        && view.is(at + 1, few!("."))
        && touches(at + 1)
        && touches(at + 2)
        && view.is(at + 2, few!("m m."))
    {
        let late = matches!(tail, "p" | "P");
        let minute = dotted.map(|m| m.parse().ok()).unwrap_or(Some(0))?;
        let end = at + 3 + usize::from(view.is(at + 2, few!("m")) && view.is(at + 3, few!(".")) && touches(at + 3));
        return if matches!(tail, "a" | "A" | "p" | "P") { twelve(end, hour, minute, None, late) } else { None };
    }
    // `at 15h`, `at 9p`, but not `rose by 9p`
    let at_word = at > view.start && view.is(at - 1, few!("at by around until till from to before after"));
    if at_word && number.len() <= 2 && dotted.is_none() {
        match tail {
            "h" => return full(at + 1, hour, 0, None),
            "p" | "a" if view.is(at - 1, few!("at")) => return twelve(at + 1, hour, 0, None, tail == "p"),
            _ => {}
        }
    }
    // `15h30`
    if let Some(minute) = tail.strip_prefix(['h', 'H']).filter(|m| m.len() == 2 && number.len() <= 2) {
        return full(at + 1, hour, minute.parse().ok()?, None);
    }
    if tail.eq_ignore_ascii_case("hrs") && number.len() == 4 {
        return full(at + 1, hour / 100, hour % 100, None);
    }
    // `0735GMT`
    if is_zone(tail) && tail != "Z" && number.len() == 4 && dotted.is_none() {
        return full(at + 1, hour / 100, hour % 100, None);
    }
    if !tail.is_empty() {
        return None;
    }
    // `10:35`, `10:35:20`, with `a.m.` behind or hanging on
    if view.word(at + 1) == ":" && touches(at + 1) && touches(at + 2) && dotted.is_none() && number.len() <= 2 {
        let (minute, tail) = minutes(view.word(at + 2))?;
        let mut end = at + 3;
        let mut tail = tail;
        let mut second = None;
        if tail.is_empty() && view.word(end) == ":" && touches(end) && touches(end + 1) {
            let (seconds, rest) = minutes(view.word(end + 1))?;
            (second, tail, end) = (Some(seconds), rest, end + 2);
        }
        if let Some(late) = meridiem(tail) {
            return twelve(end, hour, minute, second, late);
        }
        if let Some((end, late)) = half(view, end) {
            return twelve(end, hour, minute, second, late);
        }
        // `3:15p`
        if tail.eq_ignore_ascii_case("a") || tail.eq_ignore_ascii_case("p") {
            return twelve(end, hour, minute, second, tail.eq_ignore_ascii_case("p"));
        }
        let hours = tail.eq_ignore_ascii_case("hrs") || tail.eq_ignore_ascii_case("h") || is_zone(tail);
        return if tail.is_empty() || hours { full(end, hour, minute, second) } else { None };
    }
    if let Some((end, late)) = half(view, at + 1) {
        // `730 a.m.`
        if (3..=4).contains(&number.len()) && dotted.is_none() {
            return twelve(end, hour / 100, hour % 100, None, late);
        }
        let minute = dotted.map(|m| m.parse().ok().filter(|_| m.len() == 2)).unwrap_or(Some(0))?;
        return twelve(end, hour, minute, None, late);
    }
    // `at 17.30`, but not `at 5.25 percent`, `the share closed at 17.30`
    if let Some(minute) = dotted
        && minute.len() == 2
        && at > view.start
        && (view.is(at - 1, few!("at")) || view.is(at + 1, few!("local")) && view.is(at + 2, few!("time")))
        && !view.token(at + 1).is_some_and(|t| !t.space_before && !view.is(at + 1, few!(". , ; : )")))
        && !(at.saturating_sub(FAR).max(view.start)..(at + FAR).min(view.end)).any(|near| view.is(near, MONEY))
    {
        return full(at + 1, hour, minute.parse().ok()?, None);
    }
    // `00.25 Counting has begun`, `22.10 Police said`
    if let Some(minute) = dotted
        && at == view.start
        && minute.len() == 2
        && (number.len() == 5 && number.starts_with('0') || is_entry(view, at))
        && view.token(at + 1).is_some_and(|t| matches!(t.case, Case::Title | Case::Upper))
    {
        return full(at + 1, hour, minute.parse().ok()?, None);
    }
    // `0735 GMT`, `1800 hours`, `15.11 GMT`
    let zone = view.value(at + 1, Class::Zone).is_some() && view.token(at + 1)?.case == Case::Upper;
    let hours = usize::from(view.is(at + 1, few!("hours hrs")));
    match (number.len(), dotted) {
        (4, None) if view.is(at + 1, few!("local")) && view.is(at + 2, few!("time")) => {
            full(at + 1, hour / 100, hour % 100, None)
        }
        // `at 1140 yesterday`
        (4, None) if is_on_day(view, at) => full(at + 1, hour / 100, hour % 100, None),
        (4, None) if zone || hours == 1 => full(at + 1 + hours, hour / 100, hour % 100, None),
        (_, Some(minute)) if zone && minute.len() == 2 => full(at + 1, hour, minute.parse().ok()?, None),
        (1 | 2, None) if zone => full(at + 1, hour, 0, None),
        _ => None,
    }
}

/// `at 1140 yesterday`, `at about 0930 on Monday`; not `closed at 1640 yesterday`, where shares did.
fn is_on_day(view: &View<'_>, at: usize) -> bool {
    let about = usize::from(at > view.start && view.is(at - 1, few!("about around approximately")));
    let led = at > view.start + about && view.is(at - 1 - about, few!("at"));
    let on = usize::from(view.is(at + 1, few!("on")));
    let day = view.value(at + 1 + on, Class::Weekday).is_some()
        || on == 0 && view.is(at + 1, few!("today tomorrow yesterday"));
    led && day && !(at.saturating_sub(FAR).max(view.start)..(at + FAR).min(view.end)).any(|near| view.is(near, MONEY))
}

/// True for what heads a paragraph like the number of hours and minutes that heads one near it.
fn is_entry(view: &View<'_>, at: usize) -> bool {
    let doc = view.doc;
    let sentences = &doc.sentences;
    let this = sentences.partition_point(|s| (s.tokens.start as usize) < at);
    let heads = |n: usize| n == 0 || sentences[n - 1].block != sentences[n].block;
    let hour = |n: usize| {
        let word = doc.word(sentences[n].tokens.start as usize);
        let (hour, minute) = word.split_once('.')?;
        (minute.len() == 2).then_some(())?;
        (hour.parse::<u8>().ok()? < 24 && minute.parse::<u8>().ok()? < 60 && sentences[n].tokens.len() > 4)
            .then_some(())
    };
    let like = |n: usize| heads(n) && hour(n).is_some();
    let near = this.saturating_sub(8)..sentences.len().min(this + 9);
    this < sentences.len() && like(this) && near.into_iter().any(|n| n != this && like(n))
}

/// An hour without its half of the day: `3`, `8.30`, `8:30`.
pub fn hour(view: &View<'_>, at: usize) -> Option<(usize, Clock)> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let word = view.word(at);
    if touches(at) && at > view.start && view.is(at - 1, few!("$ : . / £ €")) {
        return None;
    }
    let (hour, minute) = word.split_once('.').map_or((word, None), |(h, m)| (h, Some(m)));
    let hour: i32 = hour.parse().ok().filter(|h| word.len() <= 5 && (1..=12).contains(h))?;
    match minute {
        Some(minute) if minute.len() == 2 => full(at + 1, hour, minute.parse().ok()?, None),
        Some(_) => None,
        None if view.word(at + 1) == ":" && touches(at + 1) && touches(at + 2) => {
            let (minute, tail) = minutes(view.word(at + 2))?;
            if tail.is_empty() { full(at + 3, hour, minute, None) } else { None }
        }
        None => full(at + 1, hour, 0, None),
    }
}

/// Two digits of minutes or seconds, and the letters behind.
fn minutes(word: &str) -> Option<(i32, &str)> {
    let (number, tail) = word.split_at_checked(2)?;
    let fits = number.bytes().all(|b| b.is_ascii_digit()) && !tail.starts_with(|c: char| c.is_ascii_digit());
    fits.then(|| number.parse().ok()).flatten().map(|n| (n, tail))
}

fn twelve(end: usize, hour: i32, minute: i32, second: Option<i32>, late: bool) -> Option<(usize, Clock)> {
    // `00.30am`
    if !(1..=12).contains(&hour) && (hour != 0 || late) {
        return None;
    }
    full(end, hour % 12 + 12 * i32::from(late), minute, second)
}

/// The hour of 24 that a bare hour is in a part of the day: 7 in the evening is 19.
pub fn hour_in(part: Part, hour: u8) -> u8 {
    match (part, hour) {
        (Part::Daytime, _) | (_, 13..) => hour,
        (Part::Morning, _) => hour % 12,
        (Part::Night, 12 | ..=4) => hour % 12,
        (Part::Midday, 9..=12) => hour,
        _ => hour % 12 + 12,
    }
}

fn full(end: usize, hour: i32, minute: i32, second: Option<i32>) -> Option<(usize, Clock)> {
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute) && second.is_none_or(|s| (0..60).contains(&s));
    fits.then(|| (end, Clock { hour: hour as u8, minute: Some(minute as u8), second: second.map(|s| s as u8) }))
}
