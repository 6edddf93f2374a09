//! What the capitals in a pattern stand for: numbers, days, years, clock times and so on, read from the tokens.
//!
//! Invariant: no reader looks further ahead than [`FAR`] tokens.

use super::calendar::Date;
use super::holidays;
use super::lexicon::{self, Class};
use super::meaning::{Dir, Point};
use super::pattern::{Payload, View};
use super::rules;
use super::value::{Amount, Clock, Part, Value};
use crate::document::{Case, TokenKind};
use std::cell::Cell;

/// A capital name in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A month's name or short form: 1 to 12.
    Month,
    /// Four digits that can be a year.
    Year,
    /// Two digits that can only be a year (`82`).
    ShortYear,
    /// A year before or after Christ with its era (`264 BC`, `AD 70`); negative before.
    EraYear,
    /// A year written without its era because the one after it has it (`264` in `264 to 241 BC`): any digits.
    Digits,
    /// `21`, `21st`: 1 to 31.
    Day,
    /// `21st`, `twenty-first`.
    Ordinal,
    /// A length (`two and a half`, `a few`).
    Amount,
    /// A whole number.
    Count,
    /// A unit in the singular.
    Unit,
    /// A unit in the plural.
    Units,
    /// A weekday.
    Weekday,
    /// A weekday in the plural.
    Weekdays,
    /// A season.
    Season,
    /// A part of the day.
    Part,
    /// `daily`, `annual`: the unit.
    Often,
    /// `1990s`, `'90s`, `nineties`.
    Decade,
    /// `early`, `end`, …
    Stage,
    /// `this`, `last`, `next`, `following`, …
    Turn,
    /// A time of day.
    Clock,
    /// A date in digits.
    Numeric,
    /// A holiday, perhaps with its year.
    Holiday,
    /// Any date: the longest the date rules find.
    Date,
}

/// The last answer of each costly reader: who was asked, how deep and where, and what was read.
pub type Memo = [Cell<Option<((Reader, u8, usize), Option<(usize, Payload)>)>>; 32];

/// The furthest a reader looks ahead, in tokens.
pub const FAR: usize = 16;

impl Reader {
    /// The reader a pattern's word names.
    pub fn named(word: &str) -> Option<Reader> {
        Some(match word {
            "MONTH" => Reader::Month,
            "YEAR" => Reader::Year,
            "YY" => Reader::ShortYear,
            "ERAYEAR" => Reader::EraYear,
            "DIGITS" => Reader::Digits,
            "DAY" => Reader::Day,
            "ORD" => Reader::Ordinal,
            "NUM" => Reader::Amount,
            "COUNT" => Reader::Count,
            "UNIT" => Reader::Unit,
            "UNITS" => Reader::Units,
            "WEEKDAY" => Reader::Weekday,
            "WEEKDAYS" => Reader::Weekdays,
            "SEASON" => Reader::Season,
            "PART" => Reader::Part,
            "OFTEN" => Reader::Often,
            "DECADE" => Reader::Decade,
            "STAGE" => Reader::Stage,
            "TURN" => Reader::Turn,
            "CLOCK" => Reader::Clock,
            "NUMERIC" => Reader::Numeric,
            "HOLIDAY" => Reader::Holiday,
            "DATE" => Reader::Date,
            _ => return None,
        })
    }

    /// [`Class::bit`]s of the tokens it can begin with.
    pub fn first(self) -> u32 {
        let bits = |classes: &[Class]| classes.iter().fold(0, |bits, class| bits | class.bit());
        match self {
            Reader::Month => bits(&[Class::Month]),
            Reader::Year | Reader::ShortYear | Reader::Digits => bits(&[Class::Digits]),
            Reader::EraYear => bits(&[Class::Digits, Class::Mark]),
            Reader::Day => bits(&[Class::Digits, Class::Mixed]),
            Reader::Ordinal => bits(&[Class::Ordinal, Class::Mixed, Class::Number]),
            Reader::Amount | Reader::Count => bits(&[Class::Digits, Class::Number, Class::Vague]),
            Reader::Unit => bits(&[Class::Unit]),
            Reader::Units => bits(&[Class::Units]),
            Reader::Weekday => bits(&[Class::Weekday]),
            Reader::Weekdays => bits(&[Class::Weekdays]),
            Reader::Season => bits(&[Class::Season]),
            Reader::Part => bits(&[Class::Part]),
            Reader::Often => bits(&[Class::Often]),
            Reader::Decade => bits(&[Class::Digits, Class::Mixed, Class::Decade, Class::Mark]),
            Reader::Stage => bits(&[Class::Stage]),
            Reader::Turn => bits(&[Class::Turn]),
            Reader::Clock => bits(&[Class::Digits, Class::Mixed, Class::Part, Class::Number, Class::Unit]),
            Reader::Numeric => bits(&[Class::Digits]),
            Reader::Holiday => bits(&[Class::Feast]),
            Reader::Date => u32::MAX,
        }
    }

    /// Reads at token `at`: one past the last token read, and what it says. Kept for the next rule that asks.
    pub fn read(self, view: View<'_>, at: usize) -> Option<(usize, Payload)> {
        if !matches!(self, Reader::Amount | Reader::Count | Reader::Clock | Reader::Date | Reader::Numeric) {
            return self.read_anew(view, at);
        }
        let slot = &view.memo[self as usize % view.memo.len()];
        let key = (self, view.depth, at);
        if let Some((known, answer)) = slot.get()
            && known == key
        {
            return answer;
        }
        let answer = self.read_anew(view, at);
        slot.set(Some((key, answer)));
        answer
    }

    fn read_anew(self, view: View<'_>, at: usize) -> Option<(usize, Payload)> {
        let class = |class| view.value(at, class);
        let one = |payload| Some((at + 1, payload));
        match self {
            Reader::Month => one(Payload::Int(month(view, at)?)),
            Reader::Year => one(Payload::Int(digits(view, at, 4..=4).filter(|y| (1000..=2199).contains(y))?)),
            Reader::ShortYear => one(Payload::Int(digits(view, at, 2..=2).filter(|y| *y > 31)?)),
            Reader::Digits => one(Payload::Int(digits(view, at, 1..=4).filter(|y| *y > 0)?)),
            Reader::EraYear => era_year(view, at),
            Reader::Day => one(Payload::Int(day(view, at)?)),
            Reader::Ordinal => ordinal(view, at).map(|(end, n)| (end, Payload::Int(n))),
            Reader::Amount => amount(view, at).map(|(end, a)| (end, Payload::Amount(a))),
            Reader::Count => {
                let (end, amount) = amount(view, at)?;
                Some((end, Payload::Int(amount.as_whole()?)))
            }
            Reader::Unit => one(Payload::Unit(lexicon::unit(class(Class::Unit)?))),
            Reader::Units => one(Payload::Unit(lexicon::unit(class(Class::Units)?))),
            Reader::Weekday => one(Payload::Int(i32::from(class(Class::Weekday)?))),
            Reader::Weekdays => one(Payload::Int(i32::from(class(Class::Weekdays)?))),
            Reader::Season => one(Payload::Season(lexicon::season(class(Class::Season)?))),
            Reader::Part => one(Payload::Part(lexicon::part(class(Class::Part)?))),
            Reader::Often => one(Payload::Unit(lexicon::unit(class(Class::Often)?))),
            Reader::Decade => decade(view, at),
            Reader::Stage => one(Payload::Int(i32::from(class(Class::Stage)?))),
            Reader::Turn => one(Payload::Int(i32::from(class(Class::Turn)?))),
            Reader::Clock => clock(view, at).map(|(end, c)| (end, Payload::Clock(c))),
            Reader::Numeric => numeric(view, at).map(|(end, p)| (end, Payload::Point(p, Dir::Open))),
            Reader::Holiday => {
                let (end, holiday) = holidays::read(view, at)?;
                Some((end, Payload::Point(Point::Holiday { holiday, year: None }, Dir::Open)))
            }
            Reader::Date => rules::date_at(view, at + usize::from(view.is(at, "the")))
                .map(|(end, (p, d))| (end, Payload::Point(p, d))),
        }
    }
}

/// The number a token of so many ASCII digits spells.
fn digits(view: View<'_>, at: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let token = view.token(at)?;
    let word = view.word(at);
    let plain = token.kind == TokenKind::Number && lengths.contains(&word.len());
    (plain && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

/// A month's name. Words that are more often something else need their capital, or a day or year beside them.
fn month(view: View<'_>, at: usize) -> Option<i32> {
    let month = view.value(at, Class::Month)?;
    let lower = view.token(at)?.case == Case::Lower;
    let doubtful = lower && view.is(at, "may march mar dec jan jun sep");
    let beside = || day(view, at + 1).is_some() || digits(view, at + 1, 4..=4).is_some();
    (!doubtful || beside()).then_some(i32::from(month))
}

/// `21` or `21st`.
fn day(view: View<'_>, at: usize) -> Option<i32> {
    let day = match view.token(at)?.kind {
        TokenKind::Number => digits(view, at, 1..=2)?,
        TokenKind::Mixed => numbered(view.word(at))?,
        _ => return None,
    };
    (1..=31).contains(&day).then_some(day)
}

/// `21st`.
fn numbered(word: &str) -> Option<i32> {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &word[..word.len() - letters.len()];
    let fits = ["st", "nd", "rd", "th"].iter().any(|s| letters.eq_ignore_ascii_case(s));
    (fits && (1..=4).contains(&number.len())).then(|| number.parse().ok()).flatten()
}

/// `21st`, `first`, `twenty-first`.
fn ordinal(view: View<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some(number) = numbered(view.word(at)) {
        return Some((at + 1, number));
    }
    if let Some(number) = view.value(at, Class::Ordinal) {
        return Some((at + 1, i32::from(number)));
    }
    let tens = view.value(at, Class::Number).filter(|n| n % 10 == 0 && (20..100).contains(n))?;
    let dash = usize::from(view.is_dash(at + 1));
    let ones = view.value(at + 1 + dash, Class::Ordinal).filter(|n| *n < 10)?;
    Some((at + 2 + dash, i32::from(tens + ones)))
}

/// `16`, `2,000`, `5 1/2`, `twenty-five`, `two and a half`, `half a`, `a`, `a few`, `a couple of`.
fn amount(view: View<'_>, at: usize) -> Option<(usize, Amount)> {
    if let Some(found) = vague(view, at) {
        return Some((found, Amount::Vague));
    }
    if view.is(at, "half") {
        let article = view.is(at + 1, "a an");
        return Some((at + 1 + usize::from(article), Amount::Quarters(2)));
    }
    if view.is(at, "a") && view.is(at + 1, "half") {
        return Some((at + 2, Amount::Quarters(2)));
    }
    let (mut end, mut quarters) = whole(view, at)?;
    if view.is(end, "and") && view.is(end + 1, "a") && view.is(end + 2, "half") {
        (end, quarters) = (end + 3, quarters + 2);
    } else if view.is(end, "and") && view.is(end + 1, "half") {
        (end, quarters) = (end + 2, quarters + 2);
    } else if view.word(end + 1) == "/" && digits(view, end, 1..=1).is_some() {
        let of = digits(view, end + 2, 1..=1)?;
        if of == 2 || of == 4 {
            (end, quarters) = (end + 3, quarters + digits(view, end, 1..=1)? * 4 / of);
        }
    }
    Some((end, Amount::Quarters(quarters)))
}

/// One past a vague number.
fn vague(view: View<'_>, at: usize) -> Option<usize> {
    let start = at + usize::from(view.is(at, "a"));
    let named = start > at && view.is(start, "few couple number handful");
    let next = if named || view.value(start, Class::Vague).is_some() && start == at { start + 1 } else { return None };
    Some(next + usize::from(view.is(next, "of more")))
}

/// A number in digits or words, in quarters.
fn whole(view: View<'_>, at: usize) -> Option<(usize, i32)> {
    let word = view.word(at);
    if view.token(at)?.kind == TokenKind::Number {
        if word.len() > 9 || !word.is_ascii() {
            return None;
        }
        let plain = word.replace(',', "");
        let (number, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let quarters = match fraction {
            "" | "0" => 0,
            "25" => 1,
            "5" | "50" => 2,
            "75" => 3,
            _ => return None,
        };
        let number: i32 = number.parse().ok().filter(|n| *n <= 1_000_000)?;
        return Some((at + 1, number * 4 + quarters));
    }
    let mut end = at;
    let mut total = 0_i32;
    let mut read = 0;
    while let Some(number) = view.value(end, Class::Number).map(i32::from) {
        total = match number {
            12 if view.is(end, "dozen") => total.max(1) * 12,
            100 | 1000 => total.max(1) * number,
            // `twenty-five`, `hundred five`, but not `two three`
            1.. if read == 0 || total % 100 == 0 || (total % 10 == 0 && number < 10) => total + number,
            _ => break,
        };
        if total > 1_000_000 || read > 5 {
            return None;
        }
        (end, read) = (end + 1, read + 1);
        let joined = usize::from(view.is_dash(end) || (total >= 100 && view.is(end, "and")));
        if joined == 1 && view.value(end + 1, Class::Number).is_some_and(|n| n > 0) && !view.is(end + 1, "a an") {
            end += 1;
        }
    }
    (read > 0 && total > 0).then_some((end, total * 4))
}

/// `264 BC`, `AD 70`, `70 CE`.
fn era_year(view: View<'_>, at: usize) -> Option<(usize, Payload)> {
    const BEFORE: &str = "bc b.c b.c. bce b.c.e. b.c.e";
    const AFTER: &str = "ad a.d a.d. ce c.e.";
    if view.is(at, "ad a.d.") {
        let year = digits(view, at + 1, 1..=4).filter(|y| *y > 0)?;
        return Some((at + 2, Payload::Int(year)));
    }
    let year = digits(view, at, 1..=4).filter(|y| *y > 0)?;
    if view.is(at + 1, BEFORE) {
        Some((at + 2, Payload::Int(-year)))
    } else if view.is(at + 1, AFTER) && view.token(at + 1)?.case != Case::Lower {
        Some((at + 2, Payload::Int(year)))
    } else {
        None
    }
}

/// `1990s`, `1990's`, `'90s`, `nineties`.
fn decade(view: View<'_>, at: usize) -> Option<(usize, Payload)> {
    let known = |end, year: i32| {
        let year = i16::try_from(year).ok()?;
        Some((end, Payload::Point(Point::Known(Value::Decade(year / 10)), Dir::Open)))
    };
    let short = |end, tens: i32| Some((end, Payload::Point(Point::ShortDecade(tens as u8), Dir::Open)));
    if let Some(tens) = view.value(at, Class::Decade) {
        if view.is(at.wrapping_sub(1), "his her their my your our") {
            return None;
        }
        return short(at + 1, i32::from(tens));
    }
    let spelled = |word: &str| {
        word.strip_suffix(['s', 'S']).filter(|w| w.bytes().all(|b| b.is_ascii_digit())).map(str::to_string)
    };
    let word = view.word(at);
    if matches!(word, "'" | "’" | "‘") {
        let number = spelled(view.word(at + 1)).filter(|w| w.len() == 2)?;
        return short(at + 2, number.parse::<i32>().ok()? / 10);
    }
    if let Some(number) = spelled(word) {
        return match (number.len(), number.parse::<i32>().ok()?) {
            (4, year) if (1000..=2190).contains(&year) && year % 100 == 0 && year < 1900 => {
                // `the 1800s`: the century
                Some((at + 1, Payload::Point(Point::Known(Value::Century(year as i16 / 100)), Dir::Open)))
            }
            (4, year) if (1000..=2190).contains(&year) && year % 10 == 0 => known(at + 1, year),
            (2, year) if year % 10 == 0 && view.is(at.wrapping_sub(1), "the early mid late -") => {
                short(at + 1, year / 10)
            }
            _ => None,
        };
    }
    let year = digits(view, at, 4..=4).filter(|y| (1000..=2190).contains(y) && y % 10 == 0)?;
    view.is(at + 1, "'s ’s").then(|| known(at + 2, year)).flatten()
}

/// `10:35 a.m.`, `5pm`, `8.30pm`, `19:00`, `0735 GMT`, `half past three`, `10 o'clock`, `noon`.
fn clock(view: View<'_>, at: usize) -> Option<(usize, Clock)> {
    let (end, clock) = spoken_clock(view, at).or_else(|| digital_clock(view, at))?;
    let zone = view.value(end, Class::Zone).is_some() && view.token(end)?.case == Case::Upper;
    // `+0100`
    let shift = view.is(end, "+ -")
        && digits(view, end + 1, 4..=4).is_some_and(|n| n <= 1400)
        && !view.token(end + 1)?.space_before;
    Some((end + usize::from(zone) + 2 * usize::from(shift), clock))
}

fn spoken_clock(view: View<'_>, at: usize) -> Option<(usize, Clock)> {
    let sharp = |hour| Clock { hour, minute: Some(0), second: None };
    if view.is(at, "noon midday") {
        return Some((at + 1, sharp(12)));
    }
    if view.is(at, "midnight") {
        return Some((at + 1, sharp(0)));
    }
    let hour_at = |at: usize| {
        let hour = digits(view, at, 1..=2).or_else(|| view.value(at, Class::Number).map(i32::from))?;
        ((1..=12).contains(&hour) && !view.is(at, "a an")).then_some(hour)
    };
    if let Some(hour) = hour_at(at)
        && view.is(at + 1, "o")
        && view.is(at + 3, "clock")
    {
        let (end, hour) = half_of_day(view, at + 4, hour);
        return Some((end, sharp(hour as u8)));
    }
    // `half past three`, `a quarter to five`, `ten minutes past nine`
    let (next, minutes) = if view.is(at, "half") {
        (at + 1, 30)
    } else if view.is(at, "quarter") {
        (at + 1, 15)
    } else {
        let (next, quarters) = whole(view, at)?;
        (next + usize::from(view.is(next, "minutes minute min mins")), quarters / 4)
    };
    let past = view.is(next, "past after");
    if !(1..60).contains(&minutes) || !(past || view.is(next, "to till") && minutes <= 30) {
        return None;
    }
    // `five to ten` alone is a range of numbers
    if !past && !view.is(at, "half quarter") && !view.is(next - 1, "minutes min mins") {
        return None;
    }
    let (end, hour) = half_of_day(view, next + 2, hour_at(next + 1)?);
    let (hour, minute) = if past { (hour, minutes) } else { ((hour + 23) % 24, 60 - minutes) };
    Some((end, Clock { hour: hour as u8, minute: Some(minute as u8), second: None }))
}

/// The hour of 24 with what follows it at `at` (`p.m.`, `in the evening`).
fn half_of_day(view: View<'_>, at: usize, hour: i32) -> (usize, i32) {
    if let Some(late) = meridiem(view.word(at)) {
        return (at + 1, hour % 12 + 12 * i32::from(late));
    }
    if view.is(at, "in") && view.is(at + 1, "the") {
        match view.value(at + 2, Class::Part).map(lexicon::part) {
            Some(Part::Morning) => return (at + 3, hour % 12),
            Some(Part::Afternoon | Part::Evening) => return (at + 3, hour % 12 + 12),
            _ => {}
        }
    }
    (at, hour)
}

/// True for `p.m.`, false for `a.m.`.
fn meridiem(word: &str) -> Option<bool> {
    let is = |forms: &str| forms.split(' ').any(|f| word.eq_ignore_ascii_case(f));
    if is("pm p.m. p.m") {
        Some(true)
    } else if is("am a.m. a.m") {
        Some(false)
    } else {
        None
    }
}

fn digital_clock(view: View<'_>, at: usize) -> Option<(usize, Clock)> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let word = view.word(at);
    if !word.starts_with(|c: char| c.is_ascii_digit()) || word.len() > 10 || touches(at) && view.is(at - 1, "$ : . /") {
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
    if tail.eq_ignore_ascii_case("hrs") && number.len() == 4 {
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
        if let Some(late) = meridiem(view.word(end)) {
            return twelve(end + 1, hour, minute, second, late);
        }
        let hours = tail.eq_ignore_ascii_case("hrs") || tail.eq_ignore_ascii_case("h");
        return if tail.is_empty() || hours { full(end, hour, minute, second) } else { None };
    }
    if let Some(late) = meridiem(view.word(at + 1)) {
        let minute = dotted.map(|m| m.parse().ok().filter(|_| m.len() == 2)).unwrap_or(Some(0))?;
        return twelve(at + 2, hour, minute, None, late);
    }
    // `0735 GMT`, `1800 hours`, `15.11 GMT`
    let zone = view.value(at + 1, Class::Zone).is_some() && view.token(at + 1)?.case == Case::Upper;
    let hours = usize::from(view.is(at + 1, "hours hrs"));
    match (number.len(), dotted) {
        (4, None) if zone || hours == 1 => full(at + 1 + hours, hour / 100, hour % 100, None),
        (_, Some(minute)) if zone && minute.len() == 2 => full(at + 1, hour, minute.parse().ok()?, None),
        (1 | 2, None) if zone => full(at + 1, hour, 0, None),
        _ => None,
    }
}

/// Two digits of minutes or seconds, and the letters behind.
fn minutes(word: &str) -> Option<(i32, &str)> {
    let (number, tail) = word.split_at_checked(2)?;
    let fits = number.bytes().all(|b| b.is_ascii_digit()) && !tail.starts_with(|c: char| c.is_ascii_digit());
    fits.then(|| number.parse().ok()).flatten().map(|n| (n, tail))
}

fn twelve(end: usize, hour: i32, minute: i32, second: Option<i32>, late: bool) -> Option<(usize, Clock)> {
    if !(1..=12).contains(&hour) {
        return None;
    }
    full(end, hour % 12 + 12 * i32::from(late), minute, second)
}

fn full(end: usize, hour: i32, minute: i32, second: Option<i32>) -> Option<(usize, Clock)> {
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute) && second.is_none_or(|s| (0..60).contains(&s));
    fits.then(|| (end, Clock { hour: hour as u8, minute: Some(minute as u8), second: second.map(|s| s as u8) }))
}

/// `2025-01-21`, `21/01/2025`, `21.01.2025`, `1/21/25`; a time behind a `T` belongs to it.
fn numeric(view: View<'_>, at: usize) -> Option<(usize, Point)> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    if touches(at) && at > view.start && (view.is_dash(at - 1) || view.is(at - 1, "/ . : #")) {
        return None;
    }
    let word = view.word(at);
    let dots: Vec<&str> = if word.len() <= 10 { word.split('.').collect() } else { Vec::new() };
    if let [first, second, third] = dots[..]
        && third.len() == 4
    {
        return ordered(first, second, third).map(|point| (at + 1, point));
    }
    let mark = view.word(at + 1);
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
            && (view.is(end, ": + -") || view.word(end).starts_with(|c: char| c.is_ascii_digit()))
        {
            end += 1;
        }
    }
    if mark == "-" && third.len() == 2 && word.len() != 4 {
        return None;
    }
    ordered(word, second, third).map(|point| (end, point))
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
