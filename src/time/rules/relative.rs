//! Times counted from now or from the story.

use super::rules;
use crate::analysis::TimexKind;
use crate::document::{Case, TokenKind};
use crate::time::lexicon::Class;
use crate::time::meaning::{Dir, From, Inner, Meaning, Point};
use crate::time::pattern::Caps;
use crate::time::pattern::few;
use crate::time::readers::digits;
use crate::time::value::{Amount, Unit, Value};

fn shift(from: From, amount: i32, unit: Unit) -> Option<Meaning> {
    Some(Meaning::Point(Point::Shift { from, amount, unit }, Dir::Open))
}

fn fixed(value: Value) -> Option<Meaning> {
    Some(Meaning::Fixed(TimexKind::Date, value))
}

/// `three weeks` so far from `from`: hours and parts of units keep the clock, vague lengths only the side.
fn away(c: &Caps<'_>, amount: usize, unit: usize, from: From, sign: i32) -> Option<Meaning> {
    let unit = c.unit(unit);
    match c.amount(amount) {
        // `some hours later`: on the day that was told.
        Amount::Vague if unit == Unit::Hour && sign > 0 && from == From::Story => {
            Some(Meaning::HoursFrom { from, quarters: 0, unit })
        }
        Amount::Vague => fixed(if sign < 0 { Value::Past } else { Value::Future }),
        // `24 hours ago`, `72 hours later`: whole days.
        Amount::Quarters(q) if unit == Unit::Hour && q % 96 == 0 && q > 0 => shift(from, sign * (q / 96), Unit::Day),
        Amount::Quarters(q) if unit < Unit::Day => Some(Meaning::HoursFrom { from, quarters: sign * q, unit }),
        Amount::Quarters(q) if unit >= Unit::Decade => {
            let years = if unit == Unit::Decade {
                10
            } else if unit == Unit::Century {
                100
            } else {
                1000
            };
            shift(from, sign * q.checked_mul(years)? / 4, Unit::Year)
        }
        Amount::Quarters(q) if q % 4 == 0 => shift(from, sign * (q / 4), unit),
        // `a year and a half ago`: the next smaller unit is exact enough
        Amount::Quarters(q) if unit == Unit::Year => shift(from, sign * q.checked_mul(3)?, Unit::Month),
        Amount::Quarters(q) => shift(from, sign * (q / 4), unit),
    }
}

/// The week, month, year, … that `this`, `last`, `next`, `the following` point at.
fn turn(c: &Caps<'_>, turn: usize, unit: usize) -> Option<Meaning> {
    let (amount, unit) = (c.int(turn), c.unit(unit));
    let the = c.after(few!("the"));
    let story = c.view.is(c.start, few!("previous prior following preceding subsequent ensuing"))
        || the && c.view.is(c.start, few!("next"));
    let day = matches!(unit, Unit::Day);
    // `this day` is any day but on its own
    // nor is `on this day in 1969`.
    let of_a_year = || c.before(few!("in")) && digits(c.view, c.end + 1, 4..=4).is_some();
    let any = day && c.view.is(c.start, few!("this")) && (!c.after(few!("on")) || of_a_year());
    if unit < Unit::Day
        || any
        || day && c.view.is(c.start, few!("last past present current"))
        || matches!(unit, Unit::Half)
    {
        return None;
    }
    // `over the past week` is as long as a week; `last week` is one of the calendar's.
    let over = |words: &str| {
        let before =
            |back: usize, words: &str| the && c.start >= c.view.start + back && c.view.is(c.start - back, words);
        before(2, words) || before(2, "of") && before(3, "course")
    };
    let long = match unit {
        Unit::Week | Unit::Month | Unit::Year | Unit::Decade => {
            c.view.is(c.start, few!("past last")) && over("over for within in during throughout")
                || c.view.is(c.start, few!("next coming")) && over("over within for")
        }
        Unit::Century => c.view.is(c.start, few!("past last")) && over("over for"),
        _ => false,
    };
    if long {
        return Some(Meaning::Stretch { amount: Amount::whole(1), unit, from: From::Now, future: amount > 0 });
    }
    if c.view.is(c.start, few!("past")) && (unit == Unit::Decade || the) && !matches!(unit, Unit::Week | Unit::Month) {
        return Some(Meaning::Stretch { amount: Amount::whole(1), unit, from: From::Now, future: false });
    }
    if c.view.is(c.start, few!("intervening present")) {
        return None;
    }
    if unit == Unit::Weekend && amount == 0 {
        return Some(Meaning::Point(Point::Shift { from: From::Now, amount: 0, unit }, Dir::This));
    }
    // `the next year` in a story, `next year` seen from now
    let from = if story {
        From::Story
    } else if day {
        From::Here
    } else {
        From::Now
    };
    shift(from, amount, unit)
}

fn within(c: &Caps<'_>, nth: i32, inner: Inner, of: usize) -> Option<Meaning> {
    let (of, dir) = c.date(of)?;
    let nth = i8::try_from(nth).ok().filter(|n| (-1..=53).contains(n))?;
    Some(Meaning::Within { nth, inner, of, dir })
}

/// A week by its number; of a year alone, for other things have their third week too.
fn week_of_year(c: &Caps<'_>, n: usize, (of, dir): (Point, Dir)) -> Option<Meaning> {
    let year = matches!(of, Point::Known(Value::Year(_)) | Point::Shift { unit: Unit::Year, .. });
    let nth = i8::try_from(c.int(n)).ok().filter(|n| year && (1..=53).contains(n))?;
    Some(Meaning::Within { nth, inner: Inner::Unit(Unit::Week), of, dir })
}

/// `ten years`, `half a century`: how many of which unit, what is longer than a year in years.
fn so_many(c: &Caps<'_>) -> Option<(i32, Unit)> {
    let years = match c.unit(1) {
        Unit::Decade => 10,
        Unit::Century => 100,
        unit => return Some((c.amount(0).as_whole()?, unit)),
    };
    let Amount::Quarters(quarters) = c.amount(0) else { return None };
    Some((quarters.checked_mul(years)? / 4, Unit::Year))
}

/// `ten years ago today`: so long before a day so many days from now.
fn ago(c: &Caps<'_>, days: i32) -> Option<Meaning> {
    let (amount, unit) = so_many(c)?;
    let of = Point::Shift { from: From::Now, amount: days, unit: Unit::Day };
    Some(Meaning::Offset { amount: -amount, unit, of, dir: Dir::Open })
}

fn offset(c: &Caps<'_>, amount: i32, unit: Unit, of: usize) -> Option<Meaning> {
    let (of, dir) = c.date(of)?;
    // `a week before the 2014 race`
    let coarse = unit < Unit::Year && matches!(of, Point::Known(Value::Year(_)));
    (unit >= Unit::Day && !coarse).then_some(Meaning::Offset { amount, unit, of, dir })
}

/// The meaning of a date inside a longer phrase that adds no value of its own (`late 1992`, `the end of May`).
fn same(c: &Caps<'_>, n: usize) -> Option<Meaning> {
    c.date(n).map(|(point, dir)| Meaning::Point(point, dir))
}

/// The same behind a stage, but `the eve of the 2019 vote`.
fn staged(c: &Caps<'_>, n: usize) -> Option<Meaning> {
    let noun = c.view.is(c.start, few!("eve")) && c.view.token(c.end).is_some_and(|t| t.case == Case::Lower);
    same(c, n).filter(|_| !noun && !is_after_all(c))
}

/// `At the end of the day, it was their choice`, at the head of a clause: when all is said.
fn is_after_all(c: &Caps<'_>) -> bool {
    let Some(at) = c.end.checked_sub(5).filter(|&at| at >= c.view.start) else { return false };
    let idiom = c.view.is(c.end - 1, few!("day"))
        && c.view.is(c.end - 2, few!("the"))
        && c.view.is(c.end - 3, few!("of"))
        && c.view.is(c.end - 4, few!("end"))
        && c.view.is(at, few!("the"))
        && at > c.view.start
        && c.view.is(at - 1, few!("at"));
    let opens = || at == c.view.start + 1 || c.view.is(at - 2, few!(", ; : and but that because so \" “ — –"));
    idiom && opens() && !c.before(few!(". ; on"))
}

fn present() -> Option<Meaning> {
    fixed(Value::Present)
}

/// `now` at the head of `now that`, or `by now` and the like: all the present; not `Now!` of a name.
fn past() -> Option<Meaning> {
    fixed(Value::Past)
}

/// `USA Today`, `the Today programme`
fn is_paper(c: &Caps<'_>) -> bool {
    let capital = |at: usize| {
        c.view.token(at).is_some_and(|t| t.kind == TokenKind::Word && matches!(t.case, Case::Title | Case::Upper))
    };
    let led = c.start > c.view.start && capital(c.start - 1) && !c.after(few!("on and but"));
    capital(c.start) && (led || c.before(few!("show programme program")))
}

/// `his win came in the same year the club rose`: what follows says which, not what was told before.
fn is_told_behind(c: &Caps<'_>) -> bool {
    let led = usize::from(c.after(few!("in on at during")));
    let Some(before) = c.start.checked_sub(1 + led).filter(|at| *at >= c.view.start) else { return false };
    let joins = c.view.is(before, few!("and but or then while where which who , ; : ( – —"));
    let name = c.view.token(c.end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    c.before(few!("as that when"))
        || !joins && (name || c.before(few!("a an the i he she it they we his her its their our my")))
}

/// The units of `the week before last`.
const WHOLE: [Unit; 4] = [Unit::Week, Unit::Month, Unit::Year, Unit::Weekend];

/// `before the Christmas recess`: of what only has the name of a feast.
fn of_feast(c: &Caps<'_>) -> bool {
    let feast = matches!(c.date(2), Some((Point::Holiday { .. }, _)));
    let named = (c.start..c.end).any(|at| c.view.is(at, few!("the")));
    feast
        && named
        && c.view.token(c.end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
        && c.before(few!(
            "recess break season party parade march sermon rush market meeting summit truce tree concert holidays sales"
        ))
}

/// `the first day of the month after publication`: of a month that nobody knows.
fn is_counted_from(c: &Caps<'_>) -> bool {
    let bound = c.before(few!("after following")) || c.before(few!("in")) && c.view.is(c.end + 1, few!("which"));
    c.view.is(c.end - 1, few!("week month quarter year")) && bound
}

rules! {
    The date "turn of the ORD century" => |c| {
            let year = i16::try_from(c.int(0)).ok().filter(|n| (2..=21).contains(n))? * 100 - 100;
            Some(Meaning::known(Value::Year(year)))
        };
        ["It grew at [the turn of the 20th century]. = 1900"], []
    The date "turn of the century" => |_| Some(Meaning::Point(Point::TurnOfCentury, Dir::Open));
        ["It grew at [the turn of the century]. = 2000", "It burned down in 1896 and rose at [the turn of the century]. = 1900"], []
    Alone date "today" => |c| (!is_paper(c)).then(|| shift(From::Now, 0, Unit::Day))?;
        ["It rained [today]. = 2025-01-22", "Adm. Palmer [today] said so. = 2025-01-22"], ["She told USA Today so.", "He left the Today programme."]
    Alone date "yesterday" => |_| shift(From::Now, -1, Unit::Day); ["It rained [yesterday]. = 2025-01-21"], []
    Alone date "tomorrow" => |_| shift(From::Now, 1, Unit::Day); ["It starts [tomorrow]. = 2025-01-23"], []
    The date "day before yesterday" => |_| shift(From::Now, -2, Unit::Day); ["It rained [the day before yesterday]. = 2025-01-20"], []
    The date "day after tomorrow" => |_| shift(From::Now, 2, Unit::Day); ["It starts [the day after tomorrow]. = 2025-01-24"], []
    The date "TURN UNIT" => |c| turn(c, 0, 1);
        ["It fell [last week]. = 2025-W03", "It fell [this month]. = 2025-01", "It ends [next year]. = 2026",
         "It began on 3 May 1990. [The next day] it ended. = 1990-05-04", "It began in 1990. [The following year] it ended. = 1991",
         "It opens [this week]. = 2025-W04", "It fell in [the current quarter]. = 2025-Q1", "Over [the past decade] it fell. = P10Y"],
        ["At the last minute he left.", "This second visit failed.", "On this day in 1969 it sank."]
    Alone date "this past|coming UNIT" => |c| (c.unit(1) >= Unit::Day).then(|| shift(From::Now, if c.int(0) == 0 { -1 } else { 1 }, c.unit(1)))?;
        ["It fell [this past week]. = 2025-W03"], []
    The date "week|month|year|weekend before last" => |c| shift(From::Now, -2, WHOLE[c.int(0) as usize % 4]);
        ["It fell [the week before last]. = 2025-W02", "It fell [the year before last]. = 2023"], []
    The date "week|month|year|weekend after next" => |c| shift(From::Now, 2, WHOLE[c.int(0) as usize % 4]);
        ["It ends [the month after next]. = 2025-03"], []
    Alone date "week|month|year|weekend after the next" => |c| shift(From::Now, 2, WHOLE[c.int(0) as usize % 4]).filter(|_| c.after(few!("the")));
        ["It ends the [month after the next]. = 2025-03"], []
    The date "WEEKDAY after next > ,|.|;|?|)|$|and|at|in|for|to|with" => |c| Some(Meaning::WeekdayFrom {
            weekday: c.int(0) as u8, after: true, of: Point::Shift { from: From::Now, amount: 7, unit: Unit::Day }, dir: Dir::Open });
        ["It ends [the Friday after next]. = 2025-01-31"], ["It ends on the Friday after next week's vote."]
    The date "calendar week COUNT" => |c| week_of_year(c, 0, (Point::Shift { from: From::Now, amount: 0, unit: Unit::Year }, Dir::Open));
        ["It fell in [calendar week 3]. = 2025-W03"], []
    The date "week COUNT , DATE" => |c| week_of_year(c, 0, c.date(1)?);
        ["It fell in [week 3, 2024]. = 2024-W03"], []
    The date "TURN calendar|working|business year|week" => |c| shift(From::Now, c.int(0), if c.int(2) == 0 { Unit::Year } else { Unit::Week });
        ["It fell [this calendar year]. = 2025", "It fell [last working week]. = 2025-W03"], []
    The date "week COUNT of DATE" => |c| week_of_year(c, 0, c.date(1)?);
        ["It fell in [week 3 of 2024]. = 2024-W03"], []
    Alone date "that|same UNIT" => |c| {
            let share = c.view.is(c.end - 1, few!("half quarter")) && c.before(few!("of the a an all his her its their our"));
            (c.unit(1) >= Unit::Day && !share).then(|| shift(From::Story, 0, c.unit(1)))?
        };
        ["It began on 3 May 1990. [That day] it rained. = 1990-05-03", "It began in May 1990. [That month] it rained. = 1990-05"],
        ["They denied that half of the crew had left."]
    Alone date "that|the same UNIT" => |c| (c.unit(1) >= Unit::Day && !is_told_behind(c)).then(|| shift(From::Story, 0, c.unit(1)))?;
        ["It began on 3 May 1990. [That same day] it ended. = 1990-05-03", "It began in 1990. [The same year] it ended. = 1990"],
        ["It began in 1990. It comes the same week the board votes.", "It began in 1990. He left on the same day as his son."]
    The date "day before|after > ,|.|;|$|?|when|and|in|to|at|that|the|in|with" => |c| {
            let clause = c.looked > c.end && !c.view.is(c.end, few!(", . ; ?"));
            (!clause).then(|| shift(From::Story, if c.int(0) == 0 { -1 } else { 1 }, Unit::Day))?
        };
        ["It fell on 3 May 1990. It rose [the day before]. = 1990-05-02"], ["The day after the vote she left."]
    The date "year|month|week|day prior > ,|.|;|$" => |c| shift(From::Story, -1, [Unit::Year, Unit::Month, Unit::Week, Unit::Day][c.int(0) as usize % 4]).filter(|_| c.after(few!("the")));
        ["It fell in 1990. [The year prior], it rose. = 1989"], []
    The date "year|month|week before|after > ,|.|;|$" => |c| shift(From::Story, if c.int(1) == 0 { -1 } else { 1 }, [Unit::Year, Unit::Month, Unit::Week][c.int(0) as usize % 3]);
        ["It fell in 1990. It rose [the year before]. = 1989"], []
    About date "NUM UNITS ago" => |c| away(c, 0, 1, From::Now, -1);
        ["She left [three years ago]. = 2022", "She left [two months ago]. = 2024-11", "She left [11 days ago]. = 2025-01-11",
         "She left [about two weeks ago]. = 2025-W02", "She left [a few years ago]. = PAST_REF", "She left [two hours ago]. = 2025-01-22", "She left [24 hours ago]. = 2025-01-21"], []
    About date "NUM nights ago|later|earlier" => |c| shift(if c.int(1) == 0 { From::Now } else { From::Story }, if c.int(1) == 1 { 1 } else { -1 } * c.amount(0).as_whole()?, Unit::Day);
        ["She left [two nights ago]. = 2025-01-20", "It began on 3 May 1990. [Two nights later] it ended. = 1990-05-05"], []
    About date "LENGTH ago|later|afterwards|earlier" => |c| {
            let (from, sign) = [(From::Now, -1), (From::Story, 1), (From::Story, 1), (From::Story, -1)][c.int(1) as usize % 4];
            Some(Meaning::LengthFrom { from, length: c.length(0)?, sign })
        };
        ["She left [two years and three months ago]. = 2022-10", "She left on 3 May 1990. [One month and two days later] it ended. = 1990-06-05"], []
    About date "NUM UNIT|UNITS -? and -? a? -? half ago" => |c| {
            let Amount::Quarters(quarters) = c.amount(0) else { return None };
            let months = match c.unit(1) { Unit::Year => quarters.checked_mul(3)?.checked_add(6)?, Unit::Decade => quarters.checked_mul(30)?.checked_add(60)?, _ => return None };
            shift(From::Now, -months, Unit::Month)
        };
        ["She left [a year and a half ago]. = 2023-07", "She left [a year-and-a-half ago]. = 2023-07"], []
    About date "NUM UNIT ago" => |c| away(c, 0, 1, From::Now, -1);
        ["She left [a year ago]. = 2024", "She left [a decade ago]. = 2015", "She left [half a century ago]. = 1975"], []
    Alone other "long ago" => |_| past(); ["She left [long ago]. = PAST_REF"], []
    Alone other "a|some long? time|while ago" => |_| past();
        ["She left [some time ago]. = PAST_REF", "She left [a long time ago]. = PAST_REF", "She left [a while ago]. = PAST_REF"], []
    Alone date "hundreds|thousands|millions|billions of UNITS ago" => |_| past(); ["It cooled [billions of years ago]. = PAST_REF"], []
    Alone date "tens|hundreds of thousands|millions of UNITS ago" => |_| past(); ["It dried up [hundreds of thousands of years ago]. = PAST_REF"], []
    About date "NUM million|billion UNITS ago" => |_| past(); ["It cooled [50 million years ago]. = PAST_REF", "It cooled [2.6 million years ago]. = PAST_REF"], []
    Alone date "UNITS ago" => |_| past(); ["She left [decades ago]. = PAST_REF"], []
    About date "NUM UNIT|UNITS ago today|tomorrow|yesterday|tonight" => |c| ago(c, match c.int(2) { 1 => 1, 2 => -1, _ => 0 });
        ["She left [four years ago today]. = 2021-01-22", "She left [a year ago yesterday]. = 2024-01-21", "[Thirty years ago tonight] she left. = 1995-01-22"], []
    About date "NUM UNIT|UNITS ago this|last PART" => |c| ago(c, -c.int(2)).filter(|_| c.unit(1) >= Unit::Day);
        ["She left [half a century ago this morning]. = 1975-01-22"], []
    About date "NUM UNIT|UNITS ago on? DATE" => |c| {
            let (of, dir) = c.date(2)?;
            let weekday = matches!(of, Point::Weekday { weeks: None, .. } | Point::Shift { .. });
            let this = matches!(dir, Dir::This | Dir::Last | Dir::Next) && matches!(of, Point::Month { .. } | Point::Season(_) | Point::Holiday { .. }) || matches!(of, Point::HolidayOf { .. });
            let (amount, unit) = so_many(c)?;
            (weekday || this).then_some(Meaning::Offset { amount: -amount, unit, of, dir })
        };
        ["She left [a week ago Tuesday]. = 2025-01-14", "She left [two weeks ago on Tuesday]. = 2025-01-07", "She left [a year ago this week]. = 2024-W04",
         "She left [a decade ago this month]. = 2015-01", "She left [two years ago last March]. = 2022-03"], []
    Alone date "NUM week|weeks on WEEKDAY" => |c| {
            let of = Point::Weekday { weekday: c.int(2) as u8, weeks: None };
            Some(Meaning::Offset { amount: c.amount(0).as_whole()?, unit: Unit::Week, of, dir: Dir::This }).filter(|_| !c.after(few!("for last lasted lasts took takes")))
        };
        ["She returns [a week on Friday]. = 2025-01-31"], ["It ran for two weeks on Friday nights."]
    About date "NUM UNIT|UNITS later|afterwards|afterward|thereafter|hence" => |c| away(c, 0, 1, if c.int(2) == 4 { From::Now } else { From::Story }, 1).filter(|_| !c.before(few!("than")));
        ["It began on 3 May 1990. [Two days later] it ended. = 1990-05-05", "It began in May 1990. [A year later] it ended. = 1991"], ["It came three days later than planned."]
    About date "NUM UNIT|UNITS earlier|previously|beforehand" => |c| away(c, 0, 1, From::Story, -1).filter(|_| !c.before(few!("than")));
        ["It began in 1990. [Two years earlier] she left. = 1988"], []
    About date "NUM UNIT|UNITS prior > ,|.|;|)|$" => |c| away(c, 0, 1, From::Story, -1);
        ["It began in 1990. She left [two years prior]. = 1988"], []
    The date "latest quarter|month|week|year" => |c| shift(From::Now, -1, [Unit::Quarter, Unit::Month, Unit::Week, Unit::Year][c.int(0) as usize % 4]).filter(|_| c.after(few!("the")));
        ["Profit fell in [the latest quarter]. = 2024-Q4"], []
    The date "most recent quarter|month|week|year" => |c| shift(From::Now, -1, [Unit::Quarter, Unit::Month, Unit::Week, Unit::Year][c.int(0) as usize % 4]);
        ["Profit fell in [the most recent quarter]. = 2024-Q4"], []
    About date "NUM UNIT|UNITS before > ,|.|;|)|$" => |c| away(c, 0, 1, From::Story, -1);
        ["It began in 1990. She left [two years before]. = 1988"], []
    About date "NUM UNIT|UNITS after > ,|.|;|)|$" => |c| away(c, 0, 1, From::Story, 1);
        ["It began in 1990. She left [two years after]. = 1992"], []
    About date "NUM UNIT|UNITS after that" => |c| away(c, 0, 1, From::Story, 1);
        ["It sank in 1952. It was raised [three years after that]. = 1955"], []
    Alone date "UNITS later" => |c| {
            let hours = Meaning::HoursFrom { from: From::Story, quarters: 0, unit: Unit::Hour };
            if c.unit(0) == Unit::Hour { Some(hours) } else { fixed(Value::Future).filter(|_| c.unit(0) > Unit::Hour) }
        };
        ["It sank on 3 May 1990. [Hours later] nine were saved. = 1990-05-03", "It began in 1990. [Years later] it ended. = FUTURE_REF"], []
    Alone date "UNITS earlier" => |c| (c.unit(0) >= Unit::Hour).then(past)?; ["It began in 1990. [Decades earlier] she left. = PAST_REF"], []
    Alone date "NUM WEEKDAYS from now|today" => |c| {
            let weeks = c.amount(0).as_whole().filter(|n| (1..100).contains(n))?;
            let of = Point::Shift { from: From::Now, amount: 7 * (weeks - 1), unit: Unit::Day };
            Some(Meaning::WeekdayFrom { weekday: c.int(1) as u8, after: true, of, dir: Dir::Open })
        };
        ["It ends [two Sundays from now]. = 2025-02-02"], []
    About date "NUM - UNIT|UNITS - ago" => |c| away(c, 0, 1, From::Now, -1);
        ["Rules made [10-years-ago] hold. = 2015"], []
    The date "year - ago|earlier" => |c| c.before(few!("quarter period month results figure level profit loss")).then(|| shift(if c.int(0) == 0 { From::Now } else { From::Story }, -1, Unit::Year))?;
        ["It fell from [the year-ago] quarter. = 2024"], []
    Alone date "NUM WEEKDAYS ago" => |c| {
            let weeks = -(c.amount(0).as_whole()? as i8) ;
            Some(Meaning::Point(Point::Weekday { weekday: c.int(1) as u8, weeks: Some((From::Now, weeks)) }, Dir::Open))
        };
        ["She left [two Tuesdays ago]. = 2025-01-07"], []
    About date "NUM UNIT|UNITS '|’ time" => |c| c.after(few!("in within")).then(|| away(c, 0, 1, From::Now, 1))?; ["It ends in [two years' time]. = 2027"], []
    About date "NUM UNIT 's|’s time" => |c| c.after(few!("in within")).then(|| away(c, 0, 1, From::Now, 1))?; ["It ends in [a year's time]. = 2026"], []
    About date "NUM UNIT|UNITS from now|today" => |c| away(c, 0, 1, From::Now, 1); ["It ends [two weeks from now]. = 2025-W06"], []
    About date "NUM UNIT|UNITS from tomorrow" => |c| Some(Meaning::Offset { amount: c.amount(0).as_whole()?, unit: c.unit(1), of: Point::Shift { from: From::Now, amount: 1, unit: Unit::Day }, dir: Dir::Open });
        ["It ends [two days from tomorrow]. = 2025-01-25"], []
    About other "NUM UNIT|UNITS before DATE" => |c| offset(c, -c.amount(0).as_whole()?, c.unit(1), 2).filter(|_| !c.after(few!("for lasted last")) && !of_feast(c));
        ["She left [two days before Christmas]. = 2024-12-23"], ["She left two days before the Christmas recess."]
    About other "NUM UNIT|UNITS after DATE" => |c| offset(c, c.amount(0).as_whole()?, c.unit(1), 2).filter(|_| !c.after(few!("for lasted last")));
        ["She left [two days after Christmas]. = 2024-12-27"], ["It ran for four decades after 1864."]
    About date "NUM UNIT|UNITS from DATE" => |c| {
            let (of, dir) = c.date(2)?;
            let day = matches!(of, Point::Known(Value::Day(_)) | Point::Month { day: Some(_), .. } | Point::Weekday { weeks: None, .. } | Point::Holiday { .. } | Point::Shift { unit: Unit::Day, .. });
            // `shut for five days from 17 February` is a length.
            (day && c.unit(1) >= Unit::Day && !c.after(few!("for lasts lasting"))).then_some(Meaning::Offset { amount: c.amount(0).as_whole()?, unit: c.unit(1), of, dir })
        };
        ["It ends [16 days from 1 February 2018]. = 2018-02-17", "It ends [a week from Friday]. = 2025-01-31"], ["It shuts for five days from 17 February."]
    The other "day|night|evening before|after DATE" => |c| offset(c, if c.int(1) == 0 { -1 } else { 1 }, Unit::Day, 2);
        ["She left [the day after Christmas]. = 2024-12-26", "They passed it on [the night before Thanksgiving]. = 2024-11-27"], []
    The other "eve of the? HOLIDAY" => |c| offset(c, -1, Unit::Day, 0);
        ["They passed it on [the eve of Thanksgiving]. = 2024-11-27"], []
    The other "week|month|year before|after DATE" => |c| {
            let unit = [Unit::Week, Unit::Month, Unit::Year][c.int(0) as usize % 3];
            let (of, dir) = c.date(2)?;
            let amount = if c.int(1) == 0 { -1 } else { 1 };
            c.after(few!("the")).then_some(Meaning::Beside { amount, unit, of, dir })
        };
        ["It began [the week before Christmas]. = 2024-W51", "She left [the year after 1990]. = 1991"], ["Last year before May it fell."]
    The date "WEEKDAY before last" => |c| {
            let of = Point::Weekday { weekday: c.int(0) as u8, weeks: None };
            Some(Meaning::Offset { amount: -1, unit: Unit::Week, of, dir: Dir::Last })
        };
        ["She left on [the Sunday before last]. = 2025-01-12"], []
    The date "SEASON before last" => |c| {
            Some(Meaning::Offset { amount: -1, unit: Unit::Year, of: Point::Season(c.season(0)), dir: Dir::Last })
        };
        ["It was shut [the summer before last]. = 2023-SU"], []
    Alone date "NUM UNIT|UNITS today|tomorrow" => |c| {
            let weeks = c.amount(0).as_whole().filter(|n| (1..100).contains(n))?;
            let of = Point::Shift { from: From::Now, amount: c.int(2), unit: Unit::Day };
            let unit = c.unit(1);
            let fits = matches!(unit, Unit::Week | Unit::Fortnight) && !c.after(few!("for every"));
            fits.then_some(Meaning::Offset { amount: weeks, unit, of, dir: Dir::Open })
        };
        ["She leaves [a week today]. = 2025-01-29", "She leaves [two weeks tomorrow]. = 2025-02-06", "She leaves [a fortnight today]. = 2025-02-05"], []
    Alone date "a week last WEEKDAY" => |c| {
            let of = Point::Weekday { weekday: c.int(0) as u8, weeks: None };
            Some(Meaning::Offset { amount: -1, unit: Unit::Week, of, dir: Dir::Last })
        };
        ["She left [a week last Tuesday]. = 2025-01-14"], []
    The other "first? WEEKDAY before|after DATE" => |c| {
            let (of, dir) = c.date(2)?;
            let day = matches!(of, Point::Month { day: Some(_), .. } | Point::Known(Value::Day(_)) | Point::Holiday { .. });
            (day || c.after(few!("the"))).then_some(Meaning::WeekdayFrom { weekday: c.int(0) as u8, after: c.int(1) == 1, of, dir })
        };
        ["She left on [the Friday after Christmas]. = 2024-12-27", "It opened on [the first Sunday after Easter 2024]. = 2024-04-07"], ["Shares fell after third-quarter profit."]
    The date "week of the? DATE" => |c| {
            let (of, dir) = c.date(0)?;
            let day = matches!(of, Point::Month { day: Some(_), .. } | Point::Known(Value::Day(_)) | Point::Holiday { .. });
            day.then_some(Meaning::Offset { amount: 0, unit: Unit::Week, of, dir })
        };
        ["She left [the week of 6 January]. = 2025-W02"], []
    Alone date "STAGE -? DATE" => |c| (!c.view.is(c.start, few!("end start close eve turn outset height beginning midst dawn"))).then(|| same(c, 1))?;
        ["She left in [late November]. = 2024-11", "In [mid-2011] it fell. = 2011", "In [the early 1990s]. = 199", "It ends [early next week]. = 2025-W05"], []
    Alone date "early|mid -? to -? mid|late -? DATE" => |c| same(c, 2);
        ["In [the mid-to-late 1990s] it fell. = 199", "In [early to mid 2011] it fell. = 2011"], []
    Alone date "this time last|next year" => |c| shift(From::Now, if c.int(0) == 0 { -12 } else { 12 }, Unit::Month);
        ["It was lower [this time last year]. = 2024-01"], []
    Alone date "STAGE in|on DATE" => |c| c.view.is(c.start, few!("early mid late")).then(|| same(c, 2))?;
        ["[Early in 2016] she left. = 2016", "[Late in the year] she left. = 2025"], []
    Alone date "earlier|later DATE" => |c| {
            let (of, _) = c.date(1)?;
            matches!(of, Point::Shift { .. }).then(|| same(c, 1))?
        };
        ["She left [earlier this month]. = 2025-01", "It began in 1990. [Later that year] it ended. = 1990"], []
    Alone date "earlier|later in DATE" => |c| {
            let (of, _) = c.date(1)?;
            (!matches!(of, Point::Season(_))).then(|| same(c, 1))?
        };
        ["[Later in 1992] she left. = 1992"], []
    The date "STAGE|latter of|part DATE" => |c| staged(c, 2);
        ["By [the end of 1914] it fell. = 1914", "At [the end of May 1998] she left. = 1998-05", "At [the beginning of next year] it ends. = 2026"], []
    The date "early|late|later|latter|middle|first part of the? DATE" => |c| same(c, 1);
        ["In [the latter part of the 20th century] it fell. = 19"], []
    The date "STAGE of the? DATE" => |c| staged(c, 1);
        ["At [the start of the 1990s] it fell. = 199"], []
    The date "UNIT" => |c| {
            let back = |n: usize, words: &str| c.start >= c.view.start + n && c.view.is(c.start - n, words);
            let stage = c.start >= c.view.start + 3 && c.view.value(c.start - 3, Class::Stage).is_some();
            let day = back(3, "day week weekend") && back(4, "first second third last final");
            let led = back(1, "the") && back(2, "of in") && (stage || day || back(3, "later earlier half part"));
            let long = matches!(c.unit(0), Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Day);
            // `earlier in the day`: of the story.
            let from = if c.unit(0) == Unit::Day && back(3, "later earlier") { From::Story } else { From::Here };
            (led && long && !is_after_all(c)).then(|| shift(from, 0, c.unit(0)))?
        };
        ["By [the end of the year] it falls. = 2025", "[Later in the year] it fell. = 2025", "They met on Monday. It snowed [later in the day]. = 2025-01-20"], ["Of the day she said nothing.", "At the end of the day, it is their choice."]
    The other "weekend" => |c| c.after(few!("the over at")).then_some(Meaning::Point(Point::Shift { from: From::Now, amount: 0, unit: Unit::Weekend }, Dir::Open)).filter(|_| !c.before(few!("of")));
        ["They met over [the weekend]. = 2025-W03-WE"], ["It was a busy weekend.", "The final weekend of the fair was wet."]
    The date "weekend of the? DAY -|and|to the? DAY of? MONTH" => |c| {
            let first = Point::Month { month: c.int(3) as u8, day: Some(c.int(0) as u8), weekday: None };
            (c.int(2) == c.int(0) + 1).then_some(Meaning::Offset { amount: 0, unit: Unit::Weekend, of: first, dir: Dir::Open })
        };
        ["She left over [the weekend of 4 and 5 January]. = 2025-W01-WE"], []
    The date "weekend of MONTH DAY -|and|to DAY" => |c| {
            let first = Point::Month { month: c.int(0) as u8, day: Some(c.int(1) as u8), weekday: None };
            (c.int(3) == c.int(1) + 1).then_some(Meaning::Offset { amount: 0, unit: Unit::Weekend, of: first, dir: Dir::Open })
        };
        ["She left over [the weekend of Jan. 4-5]. = 2025-W01-WE"], []
    The date "weekend of the? DATE" => |c| {
            let (of, dir) = c.date(0)?;
            let day = matches!(of, Point::Month { day: Some(_), .. } | Point::Known(Value::Day(_)) | Point::Holiday { .. });
            day.then_some(Meaning::Offset { amount: 0, unit: Unit::Weekend, of, dir })
        };
        ["She left [the weekend of 4 January]. = 2025-W01-WE"], []
    The date "new year > ,|.|;|?|)|$|and|but|when|with|as|to|at|it|he|she|they|we|will|would|has|have|is|was|after|because|if|or|that|by|in|on|the|for|from|–|—" => |c| {
            let led = c.after(few!("the")) && c.start >= c.view.start + 2 && c.view.is(c.start - 2, few!("in into by until till from before after since early during of"));
            let greeted = c.start >= c.view.start + 3 && c.view.is(c.start - 3, few!("ring rang rings ringing rung usher ushers ushered ushering bring brings brought see sees saw seeing dance danced sing sang"));
            (led && !greeted).then_some(Meaning::Point(Point::NewYear, Dir::Open))
        };
        ["It will open in [the new year]. = 2025", "It opened [early in the new year]. = 2025"], ["They rang in the new year.", "The new year began badly.", "She spoke of the new year celebrations."]
    The date "end|close|start|beginning of the? day|week|business ,? on? WEEKDAY" => |c| {
            Some(Meaning::Point(Point::Weekday { weekday: c.int(2) as u8, weeks: None }, Dir::Open)).filter(|_| c.int(1) != 1)
        };
        ["It was shut by [the end of the day Saturday]. = 2025-01-18", "Bids closed at [close of business on Friday]. = 2025-01-17"], []
    Alone date "month|year|week|day 's|’s end" => |c| shift(From::Here, 0, [Unit::Month, Unit::Year, Unit::Week, Unit::Day][c.int(0) as usize % 4]);
        ["By [month's end] it fell. = 2025-01"], []
    Alone date "year -? end" => |_| shift(From::Here, 0, Unit::Year); ["By [year end] it falls. = 2025"], []
    The other "first|second|third|fourth|fifth|last|final UNIT of|in the? DATE" => |c| {
            let nth = if c.int(0) > 4 { -1 } else { c.int(0) + 1 };
            // `last week in May` is no week of May without its article.
            within(c, nth, Inner::Unit(c.unit(1)), 3).filter(|_| c.unit(1) >= Unit::Day && !is_counted_from(c) && (c.int(2) == 0 || c.after(few!("the"))))
        };
        ["In [the last week of August 2014] it fell. = 2014-W35", "On [the first day of May] she left. = 2024-05-01", "In [the third week of 2024] it fell. = 2024-W03"], ["It takes effect on the first day of the month after publication."]
    The other "ORD UNIT of the? DATE" => |c| within(c, c.int(0), Inner::Unit(c.unit(1)), 2).filter(|_| c.unit(1) >= Unit::Day && !is_counted_from(c));
        ["In [the 3rd week of 2018] it fell. = 2018-W03", "On [the 15th day of May] she left. = 2024-05-15"], []
    The date "ORD WEEKDAY of|in the? DATE" => |c| within(c, c.int(0), Inner::Weekday(c.int(1) as u8), 3);
        ["On [the 2nd Friday of May 2024] she left. = 2024-05-10"], []
    The date "first|second|third|fourth|fifth|last WEEKDAY of|in the? DATE" => |c| within(c, if c.int(0) > 4 { -1 } else { c.int(0) + 1 }, Inner::Weekday(c.int(1) as u8), 3);
        ["On [the last Friday of May 2024] she left. = 2024-05-31"], []
    Alone other "now" => |c| (!(c.before(few!("!")) && c.after(few!("$")) || c.after(few!("every")) && c.before(few!("and")))).then(present)?; ["It is [now] over. = PRESENT_REF"], ["They meet every now and again."]
    Alone other "right now" => |_| present(); ["It is [right now] over. = PRESENT_REF"], []
    Alone other "currently|nowadays|presently" => |_| present(); ["It is [currently] shut. = PRESENT_REF"], []
    Alone other "at present" => |_| present(); ["It is [at present] shut. = PRESENT_REF"], []
    Alone other "at this|the moment|time > ,|.|?|!|;|$|and|but" => |c| (c.int(1) == 0 || c.int(0) == 0).then(present)?; ["It is shut [at the moment]. = PRESENT_REF", "It is shut [at this time] and dark. = PRESENT_REF"], ["At the moment of truth she left."]
    Alone other "to date > ,|.|;|)|$|?|and|in|with|has|have|had|is|are|was|were|but|for|from|–|—" => |c| (!c.after(few!("used able hard difficult possible helps helped help trying wants want began begin out up"))).then(present)?;
        ["It is her best book [to date]. = PRESENT_REF", "Costs [to date] have doubled. = PRESENT_REF"], ["He wants to date her.", "It is hard to date."]
    Alone other "at the present time" => |_| present(); ["It is shut [at the present time]. = PRESENT_REF"], []
    Alone other "this day" => |c| c.after(few!("to until till")).then(present)?; ["It stands to [this day]. = PRESENT_REF"], ["We never thought we would see this day."]
    Alone other "these days" => |_| present(); ["[These days] it is shut. = PRESENT_REF"], []
    The other "time being" => |_| present(); ["For [the time being] it is shut. = PRESENT_REF"], []
    Alone other "modern|present -? day" => |_| present(); ["In [modern day] towns. = PRESENT_REF", "In [present-day] towns. = PRESENT_REF"], []
    Alone other "recently|lately" => |c| (!(c.after(few!("as")) && c.before(few!("as")))).then(past)?; ["She left [recently]. = PAST_REF"], ["It rained as recently as March."]
    Alone other "more|most recently" => |_| past(); ["She left [more recently]. = PAST_REF"], []
    The other "recent past" => |_| past(); ["In [the recent past] it fell. = PAST_REF"], []
    The other "past > ,|.|;|$|and|or|but|it|he|she|they|we" => |c| (c.after(few!("the")) && c.start >= c.view.start + 2 && c.view.is(c.start - 2, few!("in of from")) ).then(past)?; ["In [the past], it fell. = PAST_REF"], []
    The other "future" => |c| {
            let the = c.after(few!("the"));
            let of = c.before(few!("of for"));
            (the && !of || c.after(few!("in near"))).then(|| fixed(Value::Future))?
        };
        ["In [the future] it falls. = FUTURE_REF"], ["The future of trade."]
    Alone date "one day" => |c| c.after(few!("may might could can will would")).then(|| fixed(Value::Future))?;
        ["It may [one day] be possible. = FUTURE_REF"], ["It will take one day."]
    Alone date "one day > he|she|it|they|we|i|you|the" => |c| {
            let may = (c.end..c.end + 9).any(|at| c.view.is(at, few!("will can could would may might shall ll 'll ’ll")));
            let measured = c.after(few!("for in after within only just than every least most until"));
            (!measured && may).then(|| fixed(Value::Future)).or_else(|| (c.start == c.view.start).then(past))?
        };
        ["They hope that [one day] he will return. = FUTURE_REF", "[One day] she left. = PAST_REF"], ["For one day they could rest.", "It took one day."]
    // The apostrophe is often forgotten.
    Alone date "this years" => |_| shift(From::Now, 0, Unit::Year); ["It drew more than [this years] fair. = 2025"], []
    The other "near|foreseeable|distant future" => |_| fixed(Value::Future); ["In [the near future] it falls. = FUTURE_REF"], []
}
