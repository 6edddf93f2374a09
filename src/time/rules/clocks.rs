//! Times of day, with or without their day.

use super::rules;
use crate::analysis::TimexKind;
use crate::document::{Case, TokenKind};
use crate::time::calendar::Date;
use crate::time::clock;
use crate::time::lexicon::Class;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::pattern::Caps;
use crate::time::pattern::few;
use crate::time::value::{Clock, Part, Unit, Value};

fn clock(c: &Caps<'_>, n: usize, on: Option<usize>) -> Option<Meaning> {
    let on = match on {
        Some(n) => Some(day(c, n)?),
        None => None,
    };
    let clock = c.clock(n)?;
    // `shortly before midnight`, `between 9 p.m. and midnight`: the end of the day.
    let ends = c.view.is(c.start, few!("midnight"))
        && (c.after(few!("before by until till to through")) || c.after(few!("and")) && hours_before(c));
    Some(Meaning::Clock { clock: if ends { Clock { hour: 24, ..clock } } else { clock }, on })
}

/// `between 9 p.m. and`
fn hours_before(c: &Caps<'_>) -> bool {
    (c.start.saturating_sub(6).max(c.view.start)..c.start).any(|at| c.view.is(at, few!("between")))
}

/// A date that is a day.
fn day(c: &Caps<'_>, n: usize) -> Option<(Point, Dir)> {
    let (point, dir) = c.date(n)?;
    let day = match point {
        Point::Known(value) => matches!(value, Value::Day(_)),
        Point::Month { day, .. } | Point::MonthOf { day, .. } => day.is_some(),
        Point::Shift { unit, .. } => unit == Unit::Day,
        Point::DayOfMonth { .. } | Point::Weekday { .. } | Point::Holiday { .. } | Point::Slashed { .. } => true,
        _ => false,
    };
    day.then_some((point, dir))
}

fn part(part: Part, on: Option<(Point, Dir)>) -> Option<Meaning> {
    Some(Meaning::Part { part, on })
}

const fn away(amount: i32) -> (Point, Dir) {
    (Point::Shift { from: From::Now, amount, unit: Unit::Day }, Dir::Open)
}

const fn story(amount: i32) -> (Point, Dir) {
    (Point::Shift { from: From::Story, amount, unit: Unit::Day }, Dir::Open)
}

/// A clock time that stands alone: with a half of the day, a zone or two digits of minutes that no score has.
fn is_clock(c: &Caps<'_>) -> bool {
    let colon = (c.start..c.end).any(|at| c.view.word(at) == ":");
    // `UTC−03:00`
    let zone = c.start >= c.view.start + 2 && c.view.value(c.start - 2, Class::Zone).is_some();
    if zone && (c.view.is_dash(c.start - 1) || c.after(few!("+"))) {
        return false;
    }
    let tokens = c.end - c.start;
    let bare = c.view.token(c.end - 1).is_some_and(|t| t.kind == TokenKind::Number);
    // `won in 2:05:30`, `clocking 2:16:07`
    if colon
        && tokens == 5
        && bare
        && c.view.word(c.start).len() == 1
        && !c.after(few!("at by until till from to since before after around about"))
    {
        return false;
    }
    !(colon && tokens == 3 && bare)
        || c.view.word(c.start).len() == 2
        || c.after(few!("at by until till from to since before after around about - and ( between"))
}

/// `7` behind a part of a day, where no thing is counted: `tomorrow morning at 7`.
fn hour_in(c: &Caps<'_>, n: usize, part: Part, on: (Point, Dir)) -> Option<Meaning> {
    let counted = c.view.token(c.end).is_some_and(|t| t.kind != TokenKind::Mark)
        && !c.before(few!("and or in on at for to when as with the he she it they but by after before"));
    let hour = u8::try_from(c.int(n)).ok().filter(|h| (1..=12).contains(h) && !counted)?;
    let clock = Clock { hour: clock::hour_in(part, hour), minute: Some(0), second: None };
    Some(Meaning::Clock { clock, on: Some(on) })
}

/// A clock time without its half of the day, in a part of the day: 5:30 of an afternoon is 17:30.
fn clock_in(c: &Caps<'_>, n: usize, part: Part, on: Option<(Point, Dir)>) -> Option<Meaning> {
    let clock = c.clock(n)?;
    let said = (c.start..c.end)
        .any(|at| c.view.is(at, few!("am pm a.m. p.m. noon midnight")) || c.view.word(at).ends_with(['m', 'M']));
    let hour = if said { clock.hour } else { clock::hour_in(part, clock.hour) };
    Some(Meaning::Clock { clock: Clock { hour, ..clock }, on })
}

/// A clock time with its day and, where it is there, the part of that day.
fn clock_on(c: &Caps<'_>, n: usize, date: usize, part: usize) -> Option<Meaning> {
    let on = Some(day(c, date)?);
    if c.view.value(c.end - 1, Class::Part).is_some() {
        clock_in(c, n, c.part(part), on)
    } else {
        clock(c, n, Some(date))
    }
}

/// `8.30` before `to 9.30 p.m.`: of the two hours it can be, the one that makes the shorter stretch. A stretch over
/// midnight is told as of the day it ends on.
fn hour_to(c: &Caps<'_>, second: usize, on: Option<(Point, Dir)>) -> Option<Meaning> {
    let said = (c.end..c.looked)
        .any(|at| c.view.is(at, few!("am pm a.m. p.m. noon midnight")) || c.view.word(at).ends_with(['m', 'M']));
    let led = c.after(few!("from between at on , ( -")) || c.start == c.view.start;
    let (first, last) = (c.clock(0)?, c.clock(second)?);
    let minutes = |clock: Clock| i32::from(clock.hour) * 60 + i32::from(clock.minute.unwrap_or(0));
    let early = Clock { hour: first.hour % 12, ..first };
    let late = Clock { hour: first.hour % 12 + 12, ..first };
    let gap = |clock: Clock| (minutes(last) - minutes(clock)).rem_euclid(24 * 60);
    (said && led).then_some(Meaning::Clock { clock: if gap(early) < gap(late) { early } else { late }, on })
}

/// Words before an hour that is written bare.
const AT: &str = "at around about by before until till from since after";

rules! {
    Alone other "this|last|tomorrow|yesterday PART at|around|about|@ COUNT" => |c| {
            let on = [away(0), away(-1), away(1), away(-1)][c.int(0) as usize % 4];
            hour_in(c, 3, c.part(1), on)
        };
        ["It opens [tomorrow morning at 7]. = 2025-01-23T07:00", "It fell [last night at 8]. = 2025-01-21T20:00"], ["It fell last night at 8 sites."]
    Alone other "tonight at|around|about|@ COUNT" => |c| hour_in(c, 1, Part::Night, away(0));
        ["It opens [tonight at 8]. = 2025-01-22T20:00"], []
    Alone other "this|last|tomorrow|yesterday PART at|around|about|@ CLOCK" => |c| {
            let on = [away(0), away(-1), away(1), away(-1)][c.int(0) as usize % 4];
            clock_in(c, 3, c.part(1), Some(on))
        };
        ["It opens [tomorrow evening at 7:30]. = 2025-01-23T19:30"], []
    Alone other "tonight at|around|about|@ CLOCK" => |c| clock_in(c, 1, Part::Night, Some(away(0)));
        ["It opens [tonight at 8:30]. = 2025-01-22T20:30"], []
    Alone other "in the PART at COUNT" => |c| {
            let (part, hour) = (c.part(0), u8::try_from(c.int(1)).ok().filter(|h| (1..=12).contains(h))?);
            let counted = c.view.token(c.end).is_some_and(|t| t.kind != TokenKind::Mark);
            let clock = Clock { hour: clock::hour_in(part, hour), minute: Some(0), second: None };
            (!counted).then_some(Meaning::Clock { clock, on: None })
        };
        ["It opens [in the afternoon at 4]. = 2025-01-22T16:00"], ["It rained in the afternoon at 4 sites."]
    Alone other "in the PART at CLOCK" => |c| clock_in(c, 1, c.part(0), None);
        ["It opens [in the afternoon at 4:30]. = 2025-01-22T16:30"], []
    Alone other "DATE PART at CLOCK" => |c| clock_in(c, 2, c.part(1), Some(day(c, 0)?));
        ["They met [Tuesday evening at 7:30]. = 2025-01-21T19:30"], []
    The other "night before last" => |_| part(Part::Night, Some(away(-2)));
        ["It rained [the night before last]. = 2025-01-20TNI"], []
    Alone other "WEEKDAY ,? MONTH DAY CLOCK YEAR" => |c| {
            let date = Date::new(c.int(4), c.int(1) as u32, c.int(2) as u32)?;
            Some(Meaning::Clock { clock: c.clock(3)?, on: Some((Point::Known(Value::Day(date)), Dir::Open)) })
        };
        ["Sent [Wed Oct 26 15:50:06 2016] by mail. = 2016-10-26T15:50:06"], []
    Alone other "CLOCK" => |c| (is_clock(c) && !c.after(few!("high"))).then(|| clock(c, 0, None))?;
        ["It opens at [10:35 a.m.] sharp. = 2025-01-22T10:35", "It opens at [5pm] sharp. = 2025-01-22T17:00", "It shuts at [19:00]. = 2025-01-22T19:00", "It rang [3:18am] sharp. = 2025-01-22T03:18", "It shuts at [noon]. = 2025-01-22T12:00", "It is open until [midnight]. = 2025-01-22T24:00", "It opens at [half past three]. = 2025-01-22T03:30", "At [0735 GMT] it fell. = 2025-01-22T07:35"],
        ["A 4:3 screen.", "They won 3:1.", "At 14pm it fell.", "At 25:12 it fell."]
    Alone other "CLOCK on|, DATE PART?" => |c| clock_on(c, 0, 2, 3);
        ["It opens at [8 p.m. on 3 May 2024]. = 2024-05-03T20:00", "It fell at [9:30 on Friday night]. = 2025-01-17T21:30"], []
    Alone other "HOUR > to|-|and|until|till CLOCK on|,? DATE?" => |c| hour_to(c, 2, day(c, 4));
        ["It is open from [8.30] to 9.30 p.m. there. = 2025-01-22T20:30", "It is open from [11] to 2 p.m. there. = 2025-01-22T11:00", "It was open from [3] to 5 p.m. on Friday. = 2025-01-17T15:00"], ["They won 3 to 5:30."]
    Alone other "CLOCK in|during|at the? PART" => |c| clock_in(c, 0, c.part(2), None).filter(|_| c.int(1) < 2 || c.view.is(c.end - 1, few!("night")));
        ["It fell at [3:15 in the afternoon]. = 2025-01-22T15:15", "It fell at [9:30 at night]. = 2025-01-22T21:30"], []
    Alone other "COUNT tonight" => |c| hour_in(c, 0, Part::Night, away(0)).filter(|_| c.after(AT) || c.start == c.view.start);
        ["It opens at [8 tonight]. = 2025-01-22T20:00"], ["They play three tonight."]
    Alone other "COUNT this|last|tomorrow|yesterday PART" => |c| {
            let on = [away(0), away(-1), away(1), away(-1)][c.int(1) as usize % 4];
            hour_in(c, 0, c.part(2), on).filter(|_| c.after(AT) || c.start == c.view.start)
        };
        ["It opens at [nine tomorrow morning]. = 2025-01-23T09:00"], []
    Alone other "CLOCK DATE PART?" => |c| clock_on(c, 0, 1, 2);
        ["It opened at [9 a.m. Tuesday]. = 2025-01-21T09:00", "It opens at [2:30 the next day]. = 2025-01-23T02:30"], []
    Alone other "CLOCK that|this|last|tonight|yesterday|tomorrow PART?" => |c| {
            let word = c.int(1);
            (word > 2 || c.end - c.start > 1 && c.view.value(c.end - 1, Class::Part).is_some()).then_some(())?;
            let on = match word { 0 => story(0), 1 | 3 => away(0), 2 | 4 => away(-1), _ => away(1) };
            // The end of the day, not its beginning.
            if word == 3 && c.view.is(c.start, few!("midnight")) {
                return Some(Meaning::Clock { clock: Clock { hour: 24, minute: Some(0), second: None }, on: Some(on) });
            }
            clock_in(c, 0, if word == 3 { Part::Night } else { c.part(2) }, Some(on))
        };
        ["It fell on 3 May 1990. At [9 p.m. that night] it rose. = 1990-05-03T21:00", "It fell at [9 p.m. last night] here. = 2025-01-21T21:00", "It shuts at [midnight tonight]. = 2025-01-22T24:00"], []
    The other "DATE at CLOCK" => |c| clock(c, 1, Some(0));
        ["It opens [3 May 2024 at 8 p.m.] sharp. = 2024-05-03T20:00"], []
    The other "DATE ,? CLOCK" => |c| clock(c, 1, Some(0));
        ["It opens [3 May 2024, 10:04 GMT] sharp. = 2024-05-03T10:04", "The post of [9 July 2024 18:06] is gone. = 2024-07-09T18:06"], []
    Alone other "WEEKDAY PART" => |c| {
            let program = (0..3).any(|n| c.view.is(c.end + n, few!("program programme show")));
            let some = program && c.after(few!("a an its his her their 's ’s"));
            some.then_some(Meaning::Fixed(TimexKind::Set, Value::EveryPart { weekday: Some(c.int(0) as u8), part: c.part(1) }))
        };
        ["He hosts a [Sunday morning] talk show. = XXXX-WXX-7TMO"], []
    The other "DATE PART" => |c| part(c.part(1), Some(day(c, 0)?)).filter(|_| !c.before(few!("live football fever")));
        ["They met [Tuesday morning]. = 2025-01-21TMO", "They met [yesterday evening]. = 2025-01-21TEV", "They meet [tomorrow night]. = 2025-01-23TNI", "They met [Christmas night]. = 2024-12-25TNI"], []
    Alone other "HOLIDAY PART of? last|this|next year" => |c| {
            let (Point::Holiday { holiday, .. }, _) = c.date(0)? else { return None };
            part(c.part(1), Some((Point::HolidayOf { holiday, years: c.int(2) as i8 - 1 }, Dir::Open)))
        };
        ["They met on [Christmas night last year]. = 2024-12-25TNI"], []
    Alone other "DATE in|during the PART" => |c| part(c.part(2), Some(day(c, 0)?));
        ["They met [yesterday in the evening]. = 2025-01-21TEV"], []
    The other "PART of|on the? DATE" => |c| part(c.part(0), Some(day(c, 2)?)).filter(|_| c.after(few!("the on at by before after around until")) || c.view.is(c.start + 1, few!("of")) || c.view.is(c.start, few!("dawn dusk")));
        ["On [the morning of 3 May 2024] she left. = 2024-05-03TMO"], []
    Alone other "this PART" => |c| part(c.part(0), Some(away(0)));
        ["They met [this morning]. = 2025-01-22TMO"], []
    Alone other "last PART" => |c| part(c.part(0), Some(away(-1))).filter(|_| !(c.after(few!("the")) && c.before(few!("of"))));
        ["They met [last night]. = 2025-01-21TNI"], []
    Alone other "tonight" => |c| {
            let capital = |at: usize| c.view.token(at).is_some_and(|t| t.case == Case::Title);
            let show = c.before(few!("show")) && capital(c.start) && capital(c.end);
            (!show).then(|| part(Part::Night, Some(away(0))))?
        };
        ["They meet [tonight]. = 2025-01-22TNI"], ["She spoke on The Tonight Show."]
    The other "next|following PART" => |c| part(c.part(1), Some(story(1)));
        ["It began on 3 May 1990. [The next morning] she left. = 1990-05-04TMO"], []
    The other "previous PART" => |c| part(c.part(0), Some(story(-1)));
        ["It began on 3 May 1990. [The previous night] she left. = 1990-05-02TNI"], []
    Alone other "that PART" => |c| part(c.part(0), Some(story(0)));
        ["It began on 3 May 1990. [That night] she left. = 1990-05-03TNI"], []
    Alone other "that same PART" => |c| part(c.part(0), Some(story(0)));
        ["It began on 3 May 1990. [That same night] she left. = 1990-05-03TNI"], []
    Alone other "overnight" => |c| (!c.before(few!("trip flight stay train bus success delivery shipping rates rate camp")))
            .then(|| part(Part::Night, Some(away(0))))?;
        ["It rained [overnight] there. = 2025-01-21TNI", "It will rain [overnight]. = 2025-01-22TNI"], ["The overnight train left."]
    Alone other "overnight on DATE" => |c| part(Part::Night, Some(day(c, 0)?));
        ["It rained [overnight on Monday]. = 2025-01-20TNI"], []
    The other "same PART" => |c| part(c.part(0), Some(story(0)));
        ["It began on 3 May 1990. [The same evening] she left. = 1990-05-03TEV"], []
    Alone other "the PART" => |c| c.after(few!("in during by into through throughout")).then(|| part(c.part(0), None))?.filter(|_| !c.before(few!("sky air sun light of")));
        ["It began on 3 May 1990. In [the morning] she left. = 1990-05-03TMO"], ["The morning sun shone."]
    The other "early|late|small hours of|on the? DATE PART?" => |c| part(if c.int(0) == 1 { Part::Night } else { Part::Morning }, Some(day(c, 2)?));
        ["In [the early hours of Friday] it fell. = 2025-01-17TMO", "In [the early hours of Friday morning] it fell. = 2025-01-17TMO"], []
    The other "early|small hours of the PART" => |c| part(c.part(1), None);
        ["It fell in [the early hours of the morning]. = 2025-01-22TMO"], []
    The other "early|small hours" => |c| (c.after(few!("the")) && c.start >= c.view.start + 2 && c.view.is(c.start - 2, few!("in into until till since during by")) && !c.before(few!("of on"))).then(|| part(Part::Morning, None))?;
        ["It went on into [the early hours]. = 2025-01-22TMO"], []
    Alone other "mid -? PART" => |c| (!matches!(c.part(0), Part::Midday | Part::Night)).then(|| part(c.part(0), None))?;
        ["It fell around [mid-morning]. = 2025-01-22TMO"], []
    Alone other "early|late PART" => |c| c.after(few!("in the this by")).then(|| part(c.part(1), None))?.filter(|_| !c.after(few!("this")));
        ["It began on 3 May 1990. In [early morning] she left. = 1990-05-03TMO"], []
    The other "evenings|mornings|afternoons|nights" => |c| c.after(few!("the in")).then_some(Meaning::Fixed(TimexKind::Set, Value::EveryPart { weekday: None, part: [Part::Evening, Part::Morning, Part::Afternoon, Part::Night][c.int(0) as usize % 4] }));
        ["They meet in [the evenings]. = XXXX-XX-XXTEV"], []
}
