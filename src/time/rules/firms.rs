//! Halves and quarters of a year, and the years of firms and states that begin when they like.

use super::dates::{known, short_year, year};
use super::rules;
use crate::document::TokenKind;
use crate::lists::List;
use crate::time::meaning::{Dir, Meaning, Point};
use crate::time::pattern::few;
use crate::time::pattern::{Caps, View};
use crate::time::readers::digits;
use crate::time::value::{Unit, Value};

/// Words of games, whose quarters are no months.
static GAME: List = List::new(
    "touchdown touchdowns quarterback rebounds scored scoreless halftime kickoff buzzer layup dunk outscored interception fumble pointer pointers jumper tackles goals kick kicked kicks half-time",
);

/// What is counted by halves of a year.
static FIGURES: List = List::new(
    "profit profits earnings revenue revenues sales turnover losses output exports imports gdp inflation economy dividend margin margins orders deliveries shipments ebitda",
);

/// True for a quarter of a game.
fn is_game(c: &Caps<'_>) -> bool {
    let near = c.start.saturating_sub(40).max(c.view.start)..(c.end + 40).min(c.view.end);
    // `led by five points`, not `rose by two percentage points`
    let points =
        |at: usize| c.view.is(at, few!("points")) && at > c.view.start && !c.view.is(at - 1, few!("percentage basis"));
    let leads = |at: usize| c.view.is(at, few!("lead led trail trailed trailing ahead behind"));
    // `Asian yards cancelled orders`
    let yards = |at: usize| c.view.is(at, few!("yard yards"));
    near.clone().any(|at| c.view.is(at, &GAME))
        || near.clone().any(yards) && !near.clone().any(|at| c.view.is(at, &FIGURES))
        || near.clone().any(points) && near.clone().any(leads)
}

/// `the first quarter of the century`: of something else than a year.
fn is_share(c: &Caps<'_>) -> bool {
    let year = |at: usize| c.view.is(at, few!("year fiscal financial current")) || digits(c.view, at, 4..=4).is_some();
    c.before(few!("of")) && !(c.end + 1..c.end + 5).any(year)
}

fn quarter(c: &Caps<'_>, quarter: i32, year: Option<usize>) -> Option<Meaning> {
    let quarter = u8::try_from(quarter).ok().filter(|q| (1..=4).contains(q))?;
    Some(match year {
        Some(n) => Meaning::known(Value::Quarter { year: c.int(n) as i16, quarter }),
        None => Meaning::Point(Point::Quarter(quarter), Dir::Open),
    })
}

/// `Q3`, `3Q`.
fn q(view: &View<'_>, at: usize) -> Option<i32> {
    let word = view.word(at);
    let digit = word.strip_prefix(['Q', 'q']).or_else(|| word.strip_suffix(['Q', 'q']))?;
    digit.parse().ok().filter(|_| digit.len() == 1)
}

rules! {
    The date "ORD -? quarter|qtr" => |c| (!is_game(c) && !is_share(c)).then(|| quarter(c, c.int(0), None))?;
        ["In [the third quarter] it fell. = 2024-Q3"], ["They scored in the third quarter.", "They trailed by two points at the end of the third quarter.", "Three goals came in the fourth quarter.", "The first quarter of the century ends."]
    The date "ORD -? quarter|qtr of? the? YEAR" => |c| quarter(c, c.int(0), Some(2));
        ["In [the third quarter of 2019] it fell. = 2019-Q3"], []
    The date "ORD -? quarter of? TURN year" => |c| {
            let quarter = u8::try_from(c.int(0)).ok().filter(|q| (1..=4).contains(q))?;
            Some(Meaning::Offset { amount: c.int(1), unit: Unit::Year, of: Point::Quarter(quarter), dir: Dir::This })
        };
        ["In [the third quarter of last year] it fell. = 2024-Q3", "In [the fourth quarter this year] it ends. = 2025-Q4"], []
    The date "q1|q2|q3|q4 of? TURN year" => |c| {
            let of = Point::Quarter(c.int(0) as u8 + 1);
            Some(Meaning::Offset { amount: c.int(1), unit: Unit::Year, of, dir: Dir::This })
        };
        ["In [Q3 last year] it fell. = 2024-Q3"], []
    The date "MONTH -|to|through MONTH quarter" => |c| {
            let (first, last) = (c.int(0), c.int(2));
            (first % 3 == 1 && last == first + 2).then(|| quarter(c, last / 3, None))?
        };
        ["In [the April-June quarter] it fell. = 2024-Q2", "In [the April through June quarter] it fell. = 2024-Q2"], ["In the May to June quarter it fell."]
    The date "MONTH -|to|through MONTH quarter of? YEAR" => |c| {
            let (first, last) = (c.int(0), c.int(2));
            (first % 3 == 1 && last == first + 2).then(|| quarter(c, last / 3, Some(3)))?
        };
        ["In [the July-September quarter of 2023] it fell. = 2023-Q3"], []
    // Named for the month that it ends in.
    The date "MONTH quarter" => |c| (c.int(0) % 3 == 0).then(|| quarter(c, c.int(0) / 3, None))?;
        ["In [the March quarter] it fell. = 2024-Q1"], []
    The date "MONTH quarter of? the? YEAR" => |c| (c.int(0) % 3 == 0).then(|| quarter(c, c.int(0) / 3, Some(1)))?;
        ["In [the June quarter of 2022] it fell. = 2022-Q2"], []
    The date "fiscal|financial ORD -? quarter" => |c| quarter(c, c.int(1), None);
        ["In [the fiscal third quarter] it fell. = 2024-Q3"], []
    The date "ORD fiscal|financial quarter" => |c| quarter(c, c.int(0), None);
        ["In [the third fiscal quarter] it fell. = 2024-Q3"], []
    The date "YEAR ORD quarter" => |c| quarter(c, c.int(1), Some(0));
        ["In [the 2019 third quarter]. = 2019-Q3"], []
    The date "q1|q2|q3|q4 of|-|/? YEAR" => |c| quarter(c, c.int(0) + 1, Some(2));
        ["In [Q3 2019] it fell. = 2019-Q3", "In [Q1-2019] it fell. = 2019-Q1"], []
    The date "q1|q2|q3|q4 ' DIGITS" => |c| known(Value::Quarter { year: short_year(c, 1)? as i16, quarter: c.int(0) as u8 + 1 });
        ["In [Q3 '19] it fell. = 2019-Q3"], []
    The date "q1|q2|q3|q4 of? FISCAL" => |c| quarter(c, c.int(0) + 1, Some(1));
        ["In [Q3 FY19] it fell. = 2019-Q3"], []
    Alone date "QUARTER" => |c| c.date(0).map(|(p, d)| Meaning::Point(p, d));
        ["In [2019Q3] it fell. = 2019-Q3", "In [3Q19] it fell. = 2019-Q3", "In [4Q2018]. = 2018-Q4", "In [3Q] it fell. = 2024-Q3"], []
    Alone date "QUARTER of? YEAR" => |c| match c.date(0)?.0 {
            Point::Quarter(n) => quarter(c, i32::from(n), Some(1)),
            _ => None,
        };
        ["In [3Q 2019] it fell. = 2019-Q3"], []
    The date "YEAR -? q1|q2|q3|q4" => |c| quarter(c, c.int(1) + 1, Some(0));
        ["In [2019 Q3] it fell. = 2019-Q3"], []
    The date "q1|q2|q3|q4" => |c| q(c.view, c.start).filter(|_| !c.after(few!("audi infiniti"))).and_then(|n| quarter(c, n, None));
        ["In [Q3] it fell. = 2024-Q3"], ["She drives an Audi Q3."]
    The date "first|second half of YEAR" => |c| known(Value::Half { year: year(c, 1), half: c.int(0) as u8 + 1 });
        ["In [the first half of 2019]. = 2019-H1"], []
    The date "first|second - half" => |c| c.before(few!("profit profits results earnings revenue revenues sales loss losses figures net pretax output income dividend"))
            .then(|| Meaning::Point(Point::Half(c.int(0) as u8 + 1), Dir::Open));
        ["Its [second-half] profit fell. = 2024-H2"], ["A first-half goal was not enough."]
    The date "h1|h2" => |c| {
            let figures = c.before(few!("profit profits results earnings revenue revenues sales loss losses figures net pretax output income dividend"));
            let ends = c.after(few!("in for during")) && !c.before(few!("visa visas level exam exams bar tag tags -"));
            (figures || ends).then(|| Meaning::Point(Point::Half(c.int(0) as u8 + 1), Dir::Open))
        };
        ["Sales fell in [H1]. = 2024-H1", "Its [H2] profit fell. = 2024-H2"], ["She came on an H1 visa.", "He asked for H1-B visas."]
    The date "first|second half" => |c| {
            let near = c.start.saturating_sub(24).max(c.view.start)..(c.end + 12).min(c.view.end);
            let firm = near.into_iter().any(|at| c.view.is(at, &FIGURES));
            let ends = c.view.token(c.end).is_none_or(|t| t.kind == TokenKind::Mark) || c.before(few!("and but as after from on to with when while because compared versus thanks"));
            (c.after(few!("the")) && c.start >= c.view.start + 2 && c.view.is(c.start - 2, few!("in for during over")) && ends && firm && !is_game(c))
                .then(|| Meaning::Point(Point::Half(c.int(0) as u8 + 1), Dir::Open))
        };
        ["Sales fell in [the first half]. = 2024-H1", "Profit will rise in [the second half]. = 2025-H2"],
        ["The side sold their lead in the first half.", "They scored in the first half.", "Ticket sales stopped in the first half of the show."]
    The date "first|second half of the year" => |c| Some(Meaning::Point(Point::Half(c.int(0) as u8 + 1), Dir::Open));
        ["In [the second half of the year]. = 2024-H2"], []
    The date "first|second half of? TURN year" => |c| Some(Meaning::Offset { amount: c.int(1), unit: Unit::Year, of: Point::Half(c.int(0) as u8 + 1), dir: Dir::This });
        ["In [the first half of last year]. = 2024-H1", "In [the second half of this year]. = 2025-H2"], []
    The date "first|second|latter|last|better half of the? DATE" => |c| {
            let (of, dir) = c.date(1)?;
            let year = matches!(of, Point::Known(Value::Year(_)) | Point::Shift { unit: Unit::Year, .. });
            (!year).then_some(Meaning::Point(of, dir))
        };
        ["In [the first half of the 19th century]. = 18", "In [the latter half of the 1990s]. = 199", "In [the first half of December]. = 2024-12"], []
    The date "YEAR -? h1|h2" => |c| known(Value::Half { year: year(c, 0), half: c.int(1) as u8 + 1 });
        ["In [2019 H2] it fell. = 2019-H2"], []
    The date "h1|h2 of? FISCAL" => |c| known(Value::Half { year: year(c, 1), half: c.int(0) as u8 + 1 });
        ["In [H1 FY2019] it fell. = 2019-H1"], []
    The date "h1|h2 of? YEAR" => |c| known(Value::Half { year: year(c, 1), half: c.int(0) as u8 + 1 });
        ["In [H1 2019] it fell. = 2019-H1"], []
    The date "fiscal|financial year? YEAR" => |c| known(Value::FiscalYear(year(c, 1)));
        ["In [fiscal 2019] it fell. = FY2019", "For [the financial year 2019]. = FY2019"], []
    Alone date "FISCAL" => |c| known(Value::FiscalYear(year(c, 0)));
        ["In [FY 2019] it fell. = FY2019", "In [FY19] it fell. = FY2019", "In [FY2018/19] it fell. = FY2019"], []
    The date "YEAR fiscal|financial year" => |c| known(Value::FiscalYear(year(c, 0)));
        ["In [the 2019 fiscal year]. = FY2019"], []
    The date "TURN fiscal|financial year" => |c| Some(Meaning::Point(Point::Fiscal { years: c.int(0) as i8 }, Dir::Open));
        ["For [the current fiscal year] it fell. = FY2025", "It fell [last financial year]. = FY2024"], []
    The date "YEAR -|/ DIGITS fiscal|financial year" => |c| {
            let (first, last) = (c.int(0), c.int(2));
            ((first + 1) % 100 == last % 100).then(|| known(Value::FiscalYear(first as i16 + 1)))?
        };
        ["For [the 2018-19 fiscal year]. = FY2019"], []
}
