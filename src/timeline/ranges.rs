//! Two ends of a stretch of time made one: `from 3 to 17 May`, `between 1984 and 1991`, `in 2011 or 2012`.
//!
//! Absent here: what the stretch dates ([`attach`](super::attach)).

use super::Dated;
use super::dates::Again;
use super::when;
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::document::{Document, TokenKind};
use crate::time::{Timex, is_moved_from_far};
use std::borrow::Cow;

/// The timexes of a sentence with the two ends of a range made one: `from 3 to 17 May`, `between 1984 and 1991`.
pub(super) fn join<'a>(doc: &Document, timexes: &'a [Timex]) -> Cow<'a, [Timex]> {
    // `6 to 8 May`, `May 6–8, 2023`, `2014–16`: an end that is a number alone borrows from the other.
    let short = |timex: &Timex| {
        let plain = doc.words(timex.tokens).bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b' '));
        timex.kind == TimexKind::Date && plain && doc.word(timex.tokens.start as usize).len() <= 2
    };
    // `the night of 3–4 May`
    let night = |timex: &Timex| {
        let end = timex.tokens.end as usize - 1;
        timex.kind == TimexKind::Time
            && doc.tokens[end].kind == TokenKind::Number
            && timex.tokens.range().any(|at| doc.word(at) == "night")
    };
    let year = |timex: &Timex| timex.date.as_deref().and_then(|date| date.parse::<i32>().ok());
    let word = |at: Option<u32>| at.map_or("", |at| doc.word(at as usize));
    let is_to = |n: usize| n < timexes.len() - 1 && word(Some(timexes[n].tokens.end)) == "to";
    let joins = |n: usize| {
        let (first, second) = (&timexes[n], &timexes[n + 1]);
        // `from 1989 to 1995 and 2000 to 2002`
        let goes_on = n > 1 && is_to(n - 2) && is_to(n) && {
            let before = first.tokens.start.checked_sub(1);
            matches!(word(before), "and" | ",") && before == Some(timexes[n - 1].tokens.end)
        };
        let before = |back: u32| word(first.tokens.start.checked_sub(back));
        // `from about 1390 to about 1350 BC`
        let about = |word: &str| matches!(word, "about" | "around" | "roughly");
        let lead = before(1 + u32::from(about(before(1))));
        let middle = match second.tokens.start.saturating_sub(first.tokens.end) {
            1 => doc.word(first.tokens.end as usize),
            // `between March, 2004, and July, 2005`
            2 if doc.word(first.tokens.end as usize) == "," && doc.word(first.tokens.end as usize + 1) == "and" => {
                "and"
            }
            // `from Monday, 3 November, to Sunday, 9 November`
            2 if doc.word(first.tokens.end as usize) == ","
                && lead.eq_ignore_ascii_case("from")
                && matches!(doc.word(first.tokens.end as usize + 1), "to" | "until" | "till") =>
            {
                "to"
            }
            2 if about(doc.word(first.tokens.end as usize + 1)) => doc.word(first.tokens.end as usize),
            // `from 1967 through to 1982`
            2 if doc.word(first.tokens.end as usize + 1) == "to" => doc.word(first.tokens.end as usize),
            _ => "",
        };
        let opened =
            is_between(doc, first.tokens, second.tokens) || is_from_first_to_last(doc, first.tokens, second.tokens);
        let years = year(first).is_some() && year(second).is_some();
        let said = match middle {
            "and" => lead.eq_ignore_ascii_case("between"),
            // `the 2011–2012 season`
            "–" | "-" | "—" if years => true,
            "to" | "until" | "till" | "–" | "-" | "—" => {
                lead.eq_ignore_ascii_case("from") || short(first) || short(second) || night(first) || goes_on
            }
            "through" => true,
            // `in 2011 or 2012`: one of them.
            "or" => {
                let (first, second) = (first.date.as_deref(), second.date.as_deref());
                first.zip(second).is_some_and(|(a, b)| a.len() == b.len() && when::grain(a) >= 2)
            }
            // `in 2016/17`
            "/" => year(second).zip(year(first)).is_some_and(|(second, first)| second == first + 1),
            _ => is_change(doc, first.tokens, second.tokens),
        };
        let (from, to) = (first.date.as_deref().unwrap_or(""), second.date.as_deref().unwrap_or(""));
        // The second may be a weekend.
        let plain = !from.is_empty() && !to.is_empty() && (!from.contains('/') || opened);
        // `was moved from Saturday to Sunday`
        let moved = first.tokens.start > 0 && is_moved_from_far(doc, first.tokens.start - 1);
        (said || opened) && !moved && plain && when::start(from) <= when::start(to)
    };
    if !(1..timexes.len()).any(|n| joins(n - 1)) {
        return Cow::Borrowed(timexes);
    }
    let mut out: Vec<Timex> = Vec::with_capacity(timexes.len());
    let mut at = 0;
    while at < timexes.len() {
        let mut timex = timexes[at].clone();
        if let Some(second) = timexes.get(at + 1).filter(|_| joins(at)) {
            let first_day = timexes[at].date.as_deref().unwrap_or_default();
            let second_day = second.date.as_deref().unwrap_or_default();
            timex.date = Some(format!(
                "{}/{}",
                plain_year(timex.date.as_deref().and_then(|d| d.split('/').next())),
                plain_year(second.date.as_deref().and_then(|d| d.split('/').next_back()))
            ));
            timex.tokens.end = second.tokens.end;
            timex.span = timex.span.to(second.span);
            // `from 10am to 4pm` is no more than hours.
            let hours = timex.kind == TimexKind::Time && second.kind == TimexKind::Time && first_day == second_day;
            timex.kind = if hours { TimexKind::Time } else { TimexKind::Date };
            if hours {
                timex.date = Some(first_day.to_string());
            }
            timex.certainty = timex.certainty.max(second.certainty);
            at += 1;
        }
        out.push(timex);
        at += 1;
    }
    Cow::Owned(out)
}

/// `starting on Thursday in the north and ending on Saturday`
fn is_from_first_to_last(doc: &Document, first: TokenRange, second: TokenRange) -> bool {
    const FAR: u32 = 14;
    let verb = |at: u32, words: &[&str]| {
        let led = u32::from(at > 0 && doc.is(at as usize - 1, &["on", "in", "at"]));
        (at.checked_sub(1 + led)).filter(|at| doc.is(*at as usize, words))
    };
    let ends = verb(second.start, &["ending", "finishing", "concluding", "closing"]);
    let near = second.start > first.end && second.start - first.end <= FAR;
    near && verb(first.start, &["starting", "beginning", "opening"]).is_some()
        && ends.is_some_and(|at| at > first.end && doc.is(at as usize - 1, &["and"]))
}

/// `Between its founding in 1912 and the fire of 1960`, `between the war in the 7th century … until the 20th century`
fn is_between(doc: &Document, first: TokenRange, second: TokenRange) -> bool {
    let is = |at: u32, words: &[&str]| doc.is(at as usize, words);
    let led = |at: u32| at > 0 && is(at - 1, &["in", "of"]);
    let noun = |at: &u32| {
        let token = &doc.tokens[*at as usize];
        token.kind == TokenKind::Word && !is(*at, &["and", "to", "until", "was", "were", "is", "which", "who", "that"])
    };
    // Not `between the clans in 2010`.
    let opens = (first.start.saturating_sub(6)..first.start).rev().take_while(noun).any(|at| is(at, &["between"]));
    let many = first.start > 1 && doc.word(first.start as usize - 2).ends_with('s');
    let opens = opens && !many;
    let gap = second.start.saturating_sub(first.end);
    let from = second.start.saturating_sub(5).max(first.end);
    let mut joint = (from..second.start).rev().filter(|&at| is(at, &["and", "until"]));
    let near = (2..=12).contains(&gap) && !(first.end..second.start).any(|at| is(at, &[",", ";", ":"]));
    opens && led(first.start) && near && joint.next().is_some_and(|at| at + 1 == second.start || led(second.start))
}

/// `fell from 90 million in 2015 to 80 million in 2019`, `from 1962 to his last fight in 2000`
fn is_change(doc: &Document, first: TokenRange, second: TokenRange) -> bool {
    let is = |at: u32, word: &str| doc.word(at as usize).eq_ignore_ascii_case(word);
    let between = second.start.saturating_sub(first.end);
    if first.start > 0 && is(first.start - 1, "from") && is(second.start - 1, "in") {
        let other = |at: u32| doc.tokens[at as usize].kind != TokenKind::Word;
        return (3..=6).contains(&between) && is(first.end, "to") && !(first.end..second.start).any(other);
    }
    let led = first.start > 0 && is(first.start - 1, "in") && is(second.start - 1, "in");
    let near = (3..=8).contains(&between);
    led && near
        && is(first.end, "to")
        && (first.start.saturating_sub(8)..first.start).any(|at| is(at, "from"))
        && first.len() == 1
        && second.len() == 1
}

/// The end of a range in plain digits: a decade by its first year.
fn plain_year(date: Option<&str>) -> String {
    date.unwrap_or_default().replace('X', "0")
}

/// `on Wednesday and Thursday`: one stretch of days, not an event on each. Takes the days that go on with it from `again`.
/// Years too, where one length of time was spent in them (`lasts`): `spent nine weeks at sea in 2023 and 2024`.
pub(super) fn through(dated: Dated, again: &mut Vec<Again>, lasts: bool) -> Dated {
    let year = |date: &str| date.parse().ok().filter(|_| lasts && date.len() == 4);
    let day = |date: &str| if when::is_day(date) { Some(when::start(date).0) } else { year(date) };
    let Some(first) = day(&dated.date) else { return dated };
    let follows =
        |(n, next): &(usize, &Again)| next.gap.is_none() && day(&next.dated.date) == Some(first + 1 + *n as i32);
    let more = again.iter().enumerate().take_while(follows).count();
    let Some(last) = more.checked_sub(1) else { return dated };
    let date = format!("{}/{}", dated.date, again[last].dated.date);
    again.drain(..more);
    Dated { date, ..dated }
}
