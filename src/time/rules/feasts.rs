//! Seasons and holidays.

use super::dates::{is_preposition, short_year, turn_dir_of};
use super::rules;
use crate::document::{Case, TokenKind};
use crate::lists::List;
use crate::time::lexicon::Class;
use crate::time::meaning::{Dir, Meaning, Point};
use crate::time::pattern::Caps;
use crate::time::pattern::few;
use crate::time::value::{Season, Unit, Value};

/// What is called after a feast.
static NAMED: List = List::new(
    "accord accords agreement avenue church college club foundation group hill hospital island islands massacre mountain \
     parish pact rising river road school square street university",
);

/// True for a season's name that is one here: not `fall` or `spring` as verbs, not `winter coat`.
fn is_season(c: &Caps<'_>, at: usize) -> bool {
    let led = c.after(few!("the this last next that each every of in by until since during early late mid following previous and - past throughout over"));
    let noun = c.view.token(c.end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
        && !c.view.is(
            c.end,
            few!("and or when as after before that which with but to in on at for by from was is had has were will would of months month the a he she they it we his her its their while because season until since"));
    let verb = c.view.is(at, few!("spring fall")) && c.after(few!("to and could would will may might of that over by"));
    // `the fall of Saigon`, `the winter of discontent`, but `the fall of that year`
    let year = (c.end + 1..c.end + 4).any(|at| c.view.is(at, few!("year")));
    let falls = c.before(few!("of")) && !year;
    led && !noun && !verb && !falls
}

fn season(c: &Caps<'_>, n: usize, year: Option<i32>) -> Option<Meaning> {
    let season = c.season(n);
    Some(match year {
        Some(year) => Meaning::known(Value::Season { year: year as i16, season }),
        None => Meaning::Point(Point::Season(season), Dir::Open),
    })
}

/// What is made for a feast, whenever it is spoken of: `a Christmas tree`.
const FESTIVE: &str = "bunny card cards carol carols candy costume costumes decoration decorations egg eggs film films gift gifts jumper jumpers lighting lights list market markets movie movies present presents pudding puddings shopping song songs stocking stockings sweater sweaters tree trees turkey turkeys";

fn holiday(c: &Caps<'_>, n: usize, year: Option<usize>, dir: Dir) -> Option<Meaning> {
    let (Point::Holiday { holiday, .. }, _) = c.date(n)? else { return None };
    let year = year.and_then(|n| c.some_int(n)).map(|y| y as i16);
    Some(Meaning::Point(Point::Holiday { holiday, year }, dir))
}

rules! {
    The date "SEASON of? YEAR" => |c| season(c, 0, Some(c.int(1)));
        ["In [summer 2009] it rained. = 2009-SU", "In [the spring of 1776]. = 1776-SP"], []
    The date "SEASON of? ' DIGITS" => |c| season(c, 0, Some(short_year(c, 1)?));
        ["In [the autumn of '62] it rained. = 1962-FA"], []
    The date "SEASON of? YEAR -|/ DIGITS" => |c| {
            let (first, second) = (c.int(1), c.int(3));
            let next = second % 100 == (first + 1) % 100;
            next.then(|| season(c, 0, Some(first + i32::from(c.season(0) == Season::Winter))))?
        };
        ["In [the winter of 2023-24] it rained. = 2024-WI"], []
    The date "YEAR SEASON" => |c| {
            // `pledges for 2030 fall far short`
            let verb = c.view.is(c.end - 1, few!("fall")) && c.before(few!("short far well behind below by to into under from off sharply"));
            (!verb).then(|| season(c, 1, Some(c.int(0))))?
        };
        ["In [the 1982 summer] offensives. = 1982-SU"], ["Sales in 2022 fall short of the plan."]
    The date "SEASON > and|to|or|- SEASON of? YEAR" => |c| season(c, 0, Some(c.int(3)));
        ["In [the spring] and summer of 1979. = 1979-SP"], []
    The date "SEASON" => |c| is_season(c, c.start).then(|| season(c, 0, None))?;
        ["In [the summer] it rained. = 2024-SU", "It rained in [summer]. = 2024-SU"],
        ["Prices fall in shops.", "A winter coat.", "They spring to life.", "It boycotted the Summer Olympics.", "They met in the Winter Palace.", "In the winter of discontent."]
    Alone date "COUNT springs|summers|autumns|falls|winters ago" => |c| {
            let season = [Season::Spring, Season::Summer, Season::Fall, Season::Fall, Season::Winter][c.int(1) as usize % 5];
            Some(Meaning::Offset { amount: -c.int(0), unit: Unit::Year, of: Point::Season(season), dir: Dir::This })
        };
        ["She left [two summers ago]. = 2023-SU"], []
    The date "TURN SEASON" => |c| (!is_preposition(c)).then(|| Meaning::Point(Point::Season(c.season(1)), turn_dir_of(c, 0)));
        ["It was cut [last fall]. = 2024-FA", "It starts [next summer]. = 2025-SU", "It began in June 1990. [The following spring] it ended. = 1991-SP"], []
    Alone date "SEASON of? TURN year" => |c| Some(Meaning::Offset { amount: c.int(1), unit: Unit::Year, of: Point::Season(c.season(0)), dir: Dir::This });
        ["It began in [summer last year]. = 2024-SU"], []
    The date "HOLIDAY" => |c| {
            // `Father Christmas`, `Ms. Easter`
            let name = c.end == c.start + 1
                && c.start > c.view.start + 1
                && c.view.token(c.start - 1).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title)
                && c.view.value(c.start - 1, Class::Weekday).is_none();
            // `a severe nor'easter`
            let part = c.view.token(c.start).is_some_and(|t| !t.space_before) && c.after(few!("' ’"));
            // `Easter Island`, `in Pentecost`
            let place = c.before(&NAMED) || c.after(few!("in")) && c.view.is(c.start, few!("pentecost epiphany"));
            (!name && !part && !place && !c.before(FESTIVE)).then(|| holiday(c, 0, None, Dir::Open))?
        };
        ["They met on [Christmas Eve]. = 2024-12-24", "On [Thanksgiving] it rained. = 2024-11-28", "They shot at [Christmas] in Oslo. = 2024-12-25"],
        ["They live on Easter Island.", "The Good Friday Agreement held.", "He lost in Pentecost.", "The artist Ann Christmas left.", "Then Father Christmas left.", "He lit the Christmas tree.", "An Easter egg."]
    The date "HOLIDAY and|& new year period|holiday|holidays|season|break" => |c| holiday(c, 0, None, Dir::Open);
        ["He will rest over [the Christmas and New Year period]. = 2025-12-25"], []
    The date "HOLIDAY ,? of? YEAR" => |c| holiday(c, 0, Some(1), Dir::Open);
        ["On [Good Friday 1998] it was signed. = 1998-04-10"], []
    Alone date "HOLIDAY ,? of? that same? year" => |c| holiday(c, 0, None, Dir::Same);
        ["She left in 2017. He died at [Christmas that year]. = 2017-12-25"], []
    The date "HOLIDAY weekend" => |c| Some(Meaning::Offset { amount: 0, unit: Unit::Weekend, of: c.date(0)?.0, dir: Dir::Open });
        ["Over [the Easter weekend] it rained. = 2024-W13-WE", "Over [the Memorial Day weekend]. = 2025-W21-WE"], []
    The date "YEAR HOLIDAY" => |c| holiday(c, 1, Some(0), Dir::Open);
        ["At [the 1998 Easter] fair. = 1998-04-12"], []
    The date "TURN HOLIDAY" => |c| (!is_preposition(c)).then(|| holiday(c, 1, None, turn_dir_of(c, 0)))?;
        ["It began [last Easter]. = 2024-03-31", "It ends [next Christmas]. = 2025-12-25"], []
    Alone date "last|next year 's|’s HOLIDAY" => |c| {
            let (Point::Holiday { holiday, .. }, _) = c.date(2)? else { return None };
            Some(Meaning::Point(Point::HolidayOf { holiday, years: c.int(0) as i8 * 2 - 1 }, Dir::Open))
        };
        ["It fell on [last year's Boxing Day]. = 2024-12-26"], []
    Alone date "HOLIDAY of? last|this|next year" => |c| {
            let (Point::Holiday { holiday, .. }, _) = c.date(0)? else { return None };
            Some(Meaning::Point(Point::HolidayOf { holiday, years: c.int(1) as i8 - 1 }, Dir::Open))
        };
        ["It began on [Christmas Day last year]. = 2024-12-25", "It ends on [Thanksgiving of this year]. = 2025-11-27"], []
}
