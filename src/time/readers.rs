//! What the capitals in a pattern stand for: numbers, days, years, clock times and so on, read from the tokens.
//!
//! Invariant: no reader looks further ahead than [`FAR`] tokens.

use super::clock;
use super::holidays;
use super::lexicon::{self, Class};
use super::meaning::{Dir, Point};
use super::numeric;
use super::pattern::{Payload, View};
use super::rules;
use super::value::{Amount, Length, Unit, Value};
use crate::document::{Case, TokenKind, word_hash};
use crate::time::pattern::few;
use std::borrow::Cow;
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
    /// A number of three digits, which is seldom a year.
    OldYear,
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
    /// A day and a month that hang together (`15Sep`, `Dec31`).
    Glued,
    /// A firm's year (`FY19`, `FY 2018/19`).
    Fiscal,
    /// A quarter written short (`3Q`, `2019Q3`, `3Q19`).
    Quarterly,
    /// An hour whose half of the day stands elsewhere (`3`, `8.30`, `8:30`).
    Hour,
    /// A length of several units (`two years and three months`).
    Length,
    /// Any date: the longest the date rules find.
    Date,
}

/// The last answer to a costly question: where it was asked, and what was read.
type Last<T> = Cell<Option<(usize, Option<T>)>>;

/// The last answers of what is costly to ask.
#[derive(Default)]
pub struct Memo {
    /// Of each reader that can take in several tokens, by [`Reader::many`].
    readers: [Last<(usize, Payload)>; Reader::MANY],
    /// The date rules' finds, by how deep they were asked.
    pub dates: [Last<(rules::Found, rules::Left)>; rules::DEPTH as usize],
}

/// The furthest a reader looks ahead, in tokens.
pub const FAR: usize = 16;

impl Reader {
    /// How many of them can take in several tokens.
    pub const MANY: usize = 12;

    /// The reader a pattern's word names.
    pub fn named(word: &str) -> Option<Reader> {
        Some(match word {
            "MONTH" => Reader::Month,
            "YEAR" => Reader::Year,
            "YY" => Reader::ShortYear,
            "YYY" => Reader::OldYear,
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
            "GLUED" => Reader::Glued,
            "FISCAL" => Reader::Fiscal,
            "QUARTER" => Reader::Quarterly,
            "HOUR" => Reader::Hour,
            "LENGTH" => Reader::Length,
            "DATE" => Reader::Date,
            _ => return None,
        })
    }

    /// [`Class::bit`]s of the tokens it can begin with.
    pub fn first(self) -> u32 {
        let bits = |classes: &[Class]| classes.iter().fold(0, |bits, class| bits | class.bit());
        match self {
            Reader::Month => bits(&[Class::Month]),
            Reader::Year | Reader::ShortYear | Reader::OldYear | Reader::Digits => bits(&[Class::Digits]),
            Reader::EraYear => bits(&[Class::Digits, Class::Mark]),
            Reader::Day => bits(&[Class::Digits, Class::Mixed]),
            Reader::Ordinal => bits(&[Class::Ordinal, Class::Mixed, Class::Number]),
            Reader::Amount | Reader::Count => bits(&[Class::Digits, Class::Number, Class::Vague, Class::Mark]),
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
            Reader::Glued | Reader::Quarterly => bits(&[Class::Mixed]),
            Reader::Fiscal => bits(&[Class::Mixed, Class::Mark]),
            Reader::Hour => bits(&[Class::Digits]),
            Reader::Length => bits(&[Class::Digits, Class::Number, Class::Mixed]),
            Reader::Date => u32::MAX,
        }
    }

    /// Its number among those that can take in several tokens; none where it reads one and no more.
    pub fn many(self) -> Option<usize> {
        use Reader::*;
        const ALL: [Reader; Reader::MANY] =
            [Amount, Count, Clock, Date, Numeric, Length, Hour, EraYear, Ordinal, Decade, Fiscal, Holiday];
        ALL.iter().position(|reader| *reader == self)
    }

    /// Reads at token `at`: one past the last token read, and what it says. Kept for the next rule that asks.
    pub fn read(self, view: &View<'_>, at: usize) -> Option<(usize, Payload)> {
        // What stands behind a sentence is nothing to it, but may be something to the next one that asks the same memo.
        if at >= view.end {
            return None;
        }
        use Reader::*;
        let slot = match self {
            Amount | Count | Clock | Numeric | Length | Hour => self.many().map(|many| &view.memo.readers[many]),
            _ => None,
        };
        let Some(slot) = slot else { return self.read_anew(view, at) };
        if let Some((known, answer)) = slot.get()
            && known == at
        {
            return answer;
        }
        let answer = self.read_anew(view, at);
        slot.set(Some((at, answer)));
        answer
    }

    fn read_anew(self, view: &View<'_>, at: usize) -> Option<(usize, Payload)> {
        let class = |class| view.value(at, class);
        let one = |payload| Some((at + 1, payload));
        match self {
            Reader::Month => one(Payload::Int(month(view, at)?)),
            Reader::Year => one(Payload::Int(digits(view, at, 4..=4).filter(|y| (1000..=2199).contains(y))?)),
            Reader::ShortYear => one(Payload::Int(digits(view, at, 2..=2).filter(|y| *y > 31)?)),
            Reader::Digits => one(Payload::Int(digits(view, at, 1..=4).filter(|y| *y > 0)?)),
            Reader::OldYear => one(Payload::Int(digits(view, at, 3..=3).filter(|y| *y >= 100)?)),
            Reader::EraYear => era_year(view, at),
            Reader::Day => one(Payload::Int(day(view, at)?)),
            Reader::Ordinal => ordinal(view, at).map(|(end, n)| (end, Payload::Int(n))),
            Reader::Amount => amount(view, at).map(|(end, a)| (end, Payload::Amount(a))),
            Reader::Count => {
                let (end, Payload::Amount(amount)) = Reader::Amount.read(view, at)? else { return None };
                Some((end, Payload::Int(amount.as_whole()?)))
            }
            Reader::Unit => one(Payload::Unit(lexicon::unit(class(Class::Unit)?))),
            Reader::Units => one(Payload::Unit(lexicon::unit(class(Class::Units)?))),
            Reader::Weekday => one(Payload::Int(i32::from(class(Class::Weekday)?))),
            Reader::Weekdays => one(Payload::Int(i32::from(class(Class::Weekdays)?))),
            Reader::Season if is_in_name(view, at) => None,
            Reader::Season => one(Payload::Season(lexicon::season(class(Class::Season)?))),
            Reader::Part => one(Payload::Part(lexicon::part(class(Class::Part)?))),
            Reader::Often => one(Payload::Unit(lexicon::unit(class(Class::Often)?))),
            Reader::Decade => decade(view, at),
            Reader::Stage => one(Payload::Int(i32::from(class(Class::Stage)?))),
            Reader::Turn => one(Payload::Int(i32::from(class(Class::Turn)?))),
            Reader::Clock => clock::read(view, at).map(|(end, c)| (end, Payload::Clock(c))),
            Reader::Numeric => numeric::read(view, at).map(|(end, p)| (end, Payload::Point(p, Dir::Open))),
            Reader::Fiscal => numeric::fiscal(view, at).map(|(end, year)| (end, Payload::Int(year))),
            Reader::Quarterly => one(Payload::Point(numeric::quarter(view.word(at))?, Dir::Open)),
            Reader::Hour => clock::hour(view, at).map(|(end, c)| (end, Payload::Clock(c))),
            Reader::Glued => numeric::glued(view, at).map(|point| (at + 1, Payload::Point(point, Dir::Open))),
            Reader::Length => length(view, at).map(|(end, l)| (end, Payload::Length(l))),
            Reader::Holiday => {
                let (end, holiday) = holidays::read(view, at)?;
                Some((end, Payload::Point(Point::Holiday { holiday, year: None }, Dir::Open)))
            }
            Reader::Date => rules::date_at(view, at + usize::from(view.is(at, few!("the"))))
                .map(|(end, (p, d))| (end, Payload::Point(p, d))),
        }
    }
}

/// True for the first word of a name: `Winter Olympics`, `Summer Palace`.
fn is_in_name(view: &View<'_>, at: usize) -> bool {
    let capital = |at: usize| {
        view.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower && t.space_before)
    };
    let start = view.token(at).is_some_and(|t| t.case != Case::Lower);
    start && capital(at + 1)
}

/// The number a token of so many ASCII digits spells.
pub fn digits(view: &View<'_>, at: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let token = view.token(at)?;
    let word = view.word(at);
    let plain = token.kind == TokenKind::Number && lengths.contains(&word.len());
    (plain && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

/// A month's name. Words that are more often something else need their capital, or a day or year beside them.
fn month(view: &View<'_>, at: usize) -> Option<i32> {
    let month = view.value(at, Class::Month)?;
    let lower = view.token(at)?.case == Case::Lower;
    let doubtful = lower && view.is(at, few!("may march mar dec jan jun sep"));
    let beside =
        || day(view, at + 1).is_some() || ordinal(view, at + 1).is_some() || digits(view, at + 1, 4..=4).is_some();
    (!doubtful || beside()).then_some(i32::from(month))
}

/// `21` or `21st`.
pub fn day(view: &View<'_>, at: usize) -> Option<i32> {
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
fn ordinal(view: &View<'_>, at: usize) -> Option<(usize, i32)> {
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
fn amount(view: &View<'_>, at: usize) -> Option<(usize, Amount)> {
    let word = view.word(at);
    // `[Ten] years ago`: an editor's change in a quotation.
    if word == "[" {
        let (end, quarters) = whole(view, at + 1)?;
        return (view.word(end) == "]").then_some((end + 1, Amount::Quarters(quarters)));
    }
    if let Some(found) = vague(view, at) {
        return Some((found, Amount::Vague));
    }
    if word.eq_ignore_ascii_case("half") {
        let article = view.is(at + 1, few!("a an"));
        return Some((at + 1 + usize::from(article), Amount::Quarters(2)));
    }
    if word.eq_ignore_ascii_case("a") && view.is(at + 1, few!("half")) {
        return Some((at + 2, Amount::Quarters(2)));
    }
    // `1/2`, `3/4`
    if view.word(at + 1) == "/" && view.token(at + 2).is_some_and(|t| !t.space_before) {
        let (part, of) = (digits(view, at, 1..=2)?, digits(view, at + 2, 1..=2)?);
        return (matches!(of, 2 | 4) && part < of).then(|| (at + 3, Amount::Quarters(part * 4 / of)));
    }
    if view.is(at, few!("½ ¼ ¾")) {
        return Some((at + 1, Amount::Quarters(fraction(view.word(at)))));
    }
    let (mut end, mut quarters) = whole(view, at)?;
    // `one and a quarter`, `one and three quarters`, `one and a half`
    if view.is(end, few!("and")) {
        let share = end + 1 + usize::from(view.is(end + 1, few!("a one two three")));
        if view.is(share, few!("quarter quarters")) && !view.is(share + 1, few!("of")) {
            let many = if view.is(end + 1, few!("three")) { 3 } else { 1 + i32::from(view.is(end + 1, few!("two"))) };
            (end, quarters) = (share + 1, quarters + many);
        } else if view.is(end + 1, few!("a")) && view.is(end + 2, few!("half")) {
            (end, quarters) = (end + 3, quarters + 2);
        } else if view.is(end + 1, few!("half")) {
            (end, quarters) = (end + 2, quarters + 2);
        }
    } else if view.is(end, few!("½ ¼ ¾")) && view.token(end).is_some_and(|t| !t.space_before) {
        (end, quarters) = (end + 1, quarters + fraction(view.word(end)));
    } else if view.is_dash(end)
        && view.is(end + 1, few!("and"))
        && view.is_dash(end + 4)
        && view.is(end + 5, few!("half"))
    {
        // `two-and-a-half`
        if view.is_dash(end + 2) && view.is(end + 3, few!("a")) {
            (end, quarters) = (end + 6, quarters + 2);
        }
    } else if view.word(end + 1) == "/" && digits(view, end, 1..=1).is_some() {
        let of = digits(view, end + 2, 1..=1)?;
        if of == 2 || of == 4 {
            (end, quarters) = (end + 3, quarters + digits(view, end, 1..=1)? * 4 / of);
        }
    }
    Some((end, Amount::Quarters(quarters)))
}

/// Two or more counted units, each smaller than the one before: `two years and three months`, `1 hour, 20 minutes`.
fn length(view: &View<'_>, at: usize) -> Option<(usize, Length)> {
    let mut length = Length::default();
    // `30min`, `2hrs`
    if view.token(at)?.kind == TokenKind::Mixed {
        let word = view.word(at);
        let (number, unit) = word.split_at(word.find(|c: char| !c.is_ascii_digit())?);
        let entry = view.lexicon.look(word_hash(unit)).filter(|_| unit.len() > 1)?;
        let unit = entry.value(Class::Unit).or_else(|| entry.value(Class::Units)).map(lexicon::unit)?;
        let fits = number.len() <= 4 && length.add(number.parse().ok()?, unit);
        return fits.then_some((at + 1, length));
    }
    let (mut next, mut end, mut last, mut count) = (at, at, None::<Unit>, 0);
    while end < at + FAR - 5 {
        let Some((unit_at, amount)) = whole(view, next) else { break };
        let unit = view.value(unit_at, Class::Unit).or_else(|| view.value(unit_at, Class::Units)).map(lexicon::unit);
        let Some(unit) = unit.filter(|u| last.is_none_or(|l| *u < l)) else { break };
        if amount % 4 != 0 || !length.add(amount / 4, unit) {
            break;
        }
        (end, last, count) = (unit_at + 1, Some(unit), count + 1);
        next = end + usize::from(view.is(end, few!(",")));
        next += usize::from(view.is(next, few!("and")));
    }
    (count > 1).then_some((end, length))
}

/// A fraction of one letter, in quarters.
fn fraction(word: &str) -> i32 {
    match word {
        "½" => 2,
        "¼" => 1,
        _ => 3,
    }
}

/// One past a vague number.
fn vague(view: &View<'_>, at: usize) -> Option<usize> {
    let next = if view.is(at, few!("a")) {
        view.is(at + 1, few!("few couple number handful")).then_some(at + 2)?
    } else {
        view.value(at, Class::Vague).map(|_| at + 1)?
    };
    Some(next + usize::from(view.is(next, few!("of more"))))
}

/// A number in digits or words, in quarters.
pub fn whole(view: &View<'_>, at: usize) -> Option<(usize, i32)> {
    let word = view.word(at);
    // `2½`
    if let Some(number) = word.strip_suffix(['½', '¼', '¾']).filter(|n| (1..=4).contains(&n.len())) {
        let number = number.parse::<i32>().ok().filter(|n| *n >= 0)?;
        return Some((at + 1, number * 4 + fraction(&word[word.len() - 2..])));
    }
    if view.token(at)?.kind == TokenKind::Number {
        if word.len() > 9 || !word.is_ascii() {
            return None;
        }
        let plain = if word.contains(',') { Cow::from(word.replace(',', "")) } else { Cow::from(word) };
        let (number, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let quarters = match fraction {
            "" | "0" => 0,
            "25" => 1,
            "5" | "50" => 2,
            "75" => 3,
            // Only told as long ago.
            _ if view.is(at + 1, few!("million billion")) => 0,
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
            12 if view.is(end, few!("dozen")) => total.max(1) * 12,
            100 | 1000 => total.max(1) * number,
            // `twenty-five`, `hundred five`, but not `two three`
            1.. if read == 0 || total % 100 == 0 || (total % 10 == 0 && number < 10) => total + number,
            _ => break,
        };
        if total > 1_000_000 || read > 5 {
            return None;
        }
        (end, read) = (end + 1, read + 1);
        let joined = usize::from(view.is_dash(end) || (total >= 100 && view.is(end, few!("and"))));
        if joined == 1 && view.value(end + 1, Class::Number).is_some_and(|n| n > 0) && !view.is(end + 1, few!("a an")) {
            end += 1;
        }
    }
    (read > 0 && total > 0).then_some((end, total * 4))
}

/// `264 BC`, `AD 70`, `70 CE`.
fn era_year(view: &View<'_>, at: usize) -> Option<(usize, Payload)> {
    const BEFORE: &str = "bc b.c b.c. bce b.c.e. b.c.e";
    const AFTER: &str = "ad a.d a.d. ce c.e.";
    if view.is(at, few!("ad a.d.")) {
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
fn decade(view: &View<'_>, at: usize) -> Option<(usize, Payload)> {
    let known = |end, year: i32| {
        let year = i16::try_from(year).ok()?;
        Some((end, Payload::Point(Point::Known(Value::Decade(year / 10)), Dir::Open)))
    };
    let short = |end, tens: i32| Some((end, Payload::Point(Point::ShortDecade(tens as u8), Dir::Open)));
    if let Some(tens) = view.value(at, Class::Decade) {
        // `in his twenties`, `a woman in early twenties`: in words, without `the` or another decade, it is an age.
        let before = |back: usize, words: &str| at >= view.start + back && view.is(at - back, words);
        let staged = usize::from(before(1, "-")) + usize::from((1..=2).any(|back| before(back, "early mid late")));
        let chain = before(1, "and or to through") && at >= view.start + 2 && decade(view, at - 2).is_some();
        return (before(staged + 1, "the nineteen") || chain).then(|| short(at + 1, i32::from(tens)))?;
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
            (2, year) if year % 10 == 0 && view.is(at.wrapping_sub(1), few!("the early mid late -")) => {
                // `in her early 70s`, `highs in the 70s`
                let before = |back: usize, words: &str| at >= view.start + back && view.is(at - back, words);
                // `two KC-30s`
                let model = before(1, "-") && !before(2, "mid early late");
                let age = model || (1..=3).any(|back| before(back, "his her their my your our whose"));
                let degrees = (2..=12).any(|back| before(back, "temperature temperatures highs lows degrees"));
                if age || degrees { None } else { short(at + 1, year / 10) }
            }
            _ => None,
        };
    }
    let year = digits(view, at, 4..=4).filter(|y| (1000..=2190).contains(y) && y % 10 == 0)?;
    // `since 2020's flood` is of the year.
    let the = (1..=3).any(|back| at >= view.start + back && view.is(at - back, few!("the early mid late")));
    let named = view.token(at + 2).is_some_and(|t| t.case == Case::Title);
    let in_them = !named && at > view.start && view.is(at - 1, few!("in of during from throughout"));
    ((the || in_them) && view.is(at + 1, few!("'s ’s"))).then(|| known(at + 2, year)).flatten()
}
