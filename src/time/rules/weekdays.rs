//! Weekdays alone, with `last` or `next`, or with the number of their day. Weekdays with a full date are among the
//! [dates](super::dates).

use super::dates::{SAYING, is_preposition, turn_dir_of};
use super::rules;
use crate::document::{Case, TokenKind};
use crate::lists::List;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::pattern::Caps;
use crate::time::pattern::few;
use crate::time::value::Unit;

/// True for a weekday's name that is one here: not `Black Friday`, not `Sun`.
fn is_weekday(c: &Caps<'_>) -> bool {
    static NAMED: List = List::new("black bloody cyber good ash super palm easter giving fat freaky ruby man girl");
    let word = c.view.word(c.start);
    let short = word.len() < 6;
    let full = !short || word.ends_with('.') && c.view.token(c.start).is_some_and(|t| t.case == Case::Title);
    // `the Sunday Times`
    let capital = c.view.token(c.end).is_some_and(|t| t.case != Case::Lower);
    let paper = capital && c.before(few!("times telegraph mirror express mail post herald independent tribune"));
    // `a Saturday job`, `doing Sunday lunch`, not `opened on Sunday lunch boxes`
    let habit = c.before(few!("job lunch lunches roast roasts school dinner dinners"))
        && c.after(few!("a the his her my their our your do does did doing at for of and traditional"));
    full && !c.after(&NAMED) && !paper && !habit
}

/// `the following Friday`
fn weekday_from_story(c: &Caps<'_>, n: usize, after: bool) -> Meaning {
    let of = Point::Shift { from: From::Story, amount: 0, unit: Unit::Day };
    Meaning::WeekdayFrom { weekday: c.int(n) as u8, after, of, dir: Dir::Open }
}

fn weekday(c: &Caps<'_>, n: usize, dir: Dir) -> Option<Meaning> {
    Some(Meaning::Point(Point::Weekday { weekday: c.int(n) as u8, weeks: None }, dir))
}

/// `Friday 19th`: a day of whatever month near by it falls in.
fn numbered(c: &Caps<'_>, day: i32) -> Option<Meaning> {
    let day = u8::try_from(day).ok().filter(|d| (1..32).contains(d))?;
    Some(Meaning::Point(Point::DayOfMonth { day, weekday: Some(c.int(0) as u8) }, Dir::Open))
}

/// False where the number behind the weekday belongs to what follows: `Thursday the 16-member jury`.
fn is_last(c: &Caps<'_>) -> bool {
    let mark = |t: &crate::document::Token| t.kind == TokenKind::Mark && !c.view.is_dash(c.end);
    c.view.token(c.end).is_none_or(mark) || c.before(few!("and or at from to in will is was of"))
}

rules! {
    Alone date "WEEKDAY" => |c| is_weekday(c).then(|| weekday(c, 0, Dir::Open))?;
        ["They met on [Tuesday]. = 2025-01-21", "They will meet on [Friday]. = 2025-01-24", "They met [Wednesday]. = 2025-01-22"],
        ["A Black Friday sale.", "The Sun rose.", "She had a Saturday job.", "He did Sunday lunch for nine."]
    The date "TURN WEEKDAY" => |c| match turn_dir_of(c, 0) {
            _ if is_preposition(c) => None,
            Dir::Before => Some(weekday_from_story(c, 1, false)),
            Dir::After => Some(weekday_from_story(c, 1, true)),
            dir => weekday(c, 1, dir),
        };
        ["They met [last Friday]. = 2025-01-17", "They meet [next Friday]. = 2025-01-31", "They meet [this Friday]. = 2025-01-24", "It began on 7 May 2024. [The following Friday] it ended. = 2024-05-10"], []
    Alone date "this coming|past|upcoming WEEKDAY" => |c| weekday(c, 1, if c.int(0) == 1 { Dir::Last } else { Dir::This });
        ["They meet [this coming Friday]. = 2025-01-24", "They met [this past Friday]. = 2025-01-17"], []
    Alone date "WEEKDAY last" => |c| weekday(c, 0, Dir::Last);
        ["They met on [Friday last]. = 2025-01-17"], []
    Alone date "WEEKDAY of? last|this|next week" => |c| Some(Meaning::Point(Point::Weekday { weekday: c.int(0) as u8, weeks: Some((From::Now, c.int(1) as i8 - 1)) }, Dir::Open));
        ["They met on [Friday last week]. = 2025-01-17", "They meet on [Monday of next week]. = 2025-01-27"], []
    Alone date "last|this|next week on WEEKDAY" => |c| Some(Meaning::Point(Point::Weekday { weekday: c.int(1) as u8, weeks: Some((From::Now, c.int(0) as i8 - 1)) }, Dir::Open));
        ["They meet [next week on Friday]. = 2025-01-31"], []
    Alone date "last|this|next week WEEKDAY" => |c| Some(Meaning::Point(Point::Weekday { weekday: c.int(1) as u8, weeks: Some((From::Now, c.int(0) as i8 - 1)) }, Dir::Open));
        ["They met [last week Friday]. = 2025-01-17"], []
    Alone date "WEEKDAY week" => |c| Some(Meaning::Offset { amount: 1, unit: Unit::Week, of: Point::Weekday { weekday: c.int(0) as u8, weeks: None }, dir: Dir::This }).filter(|_| c.after(few!("on until from by this")));
        ["They meet on [Friday week]. = 2025-01-31"], []
    Alone date "that|same WEEKDAY" => |c| weekday(c, 1, Dir::Same).filter(|_| !c.view.is(c.start, few!("that")) || !c.after(&SAYING));
        ["They met on Friday. [That Friday] it rained. = 2025-01-17"], []
    Alone date "WEEKDAY ORD" => |c| {
            let digits = c.view.word(c.end - 1).starts_with(|l: char| l.is_ascii_digit());
            (digits && is_last(c)).then(|| numbered(c, c.int(1)))?
        };
        ["They met on [Tuesday 14th]. = 2025-01-14", "They meet on [Friday 28th]. = 2025-02-28"], ["She ran the Tuesday 10th race."]
    Alone date "WEEKDAY DAY" => |c| {
            let entry = c.view.is(c.end, few!(":")) || c.view.is(c.end, few!(",")) && c.after(few!("on by from until"));
            (entry || c.view.token(c.end).is_none()).then(|| numbered(c, c.int(1)))?
        };
        ["They met on [Tuesday 14], in York. = 2025-01-14"], ["Police said Tuesday 14 people died."]
    Alone date "WEEKDAY ,? the DAY" => |c| is_last(c).then(|| numbered(c, c.int(1)))?;
        ["They met on [Tuesday the 14th]. = 2025-01-14"], ["Police said Thursday the 16-member jury met.", "In a ruling Thursday, the 9th Court freed him."]
}
