//! Days, months, years and longer, by name or number.

use super::rules;
use crate::document::{Case, TokenKind};
use crate::lists::List;
use crate::time::calendar::Date;
use crate::time::lexicon::Class;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::numeric;
use crate::time::pattern::Caps;
use crate::time::pattern::few;
use crate::time::readers::{day as day_at, digits};
use crate::time::value::Value;

/// A full date; none where the calendar does not have it.
fn full(year: i32, month: i32, day: i32) -> Option<Meaning> {
    Date::new(year, month as u32, day as u32).map(|d| Meaning::known(Value::Day(d)))
}

/// A day of a month with or without its year.
fn day(c: &Caps<'_>, month: usize, day: usize, year: Option<usize>, weekday: Option<usize>) -> Option<Meaning> {
    let (month, day) = (c.int(month), c.int(day));
    if let Some(year) = year.and_then(|n| c.some_int(n)) {
        return full(year, month, day);
    }
    // 29 February is there in some years.
    Date::new(2024, month as u32, day as u32)?;
    let weekday = weekday.map(|n| c.int(n) as u8).filter(|w| *w > 0);
    let point = Point::Month { month: month as u8, day: Some(day as u8), weekday };
    Some(Meaning::Point(point, Dir::Open))
}

/// The same with a year of two digits.
fn short(c: &Caps<'_>, month: usize, day: usize, year: usize) -> Option<Meaning> {
    full(1900 + c.int(year), c.int(month), c.int(day))
}

/// The year of two digits behind an apostrophe, of this century or the last.
pub(super) fn short_year(c: &Caps<'_>, n: usize) -> Option<i32> {
    let two = c.view.word(c.end - 1).len() == 2;
    two.then(|| c.int(n) + if c.int(n) < 50 { 2000 } else { 1900 })
}

fn month(month: i32, dir: Dir) -> Option<Meaning> {
    Some(Meaning::Point(Point::Month { month: month as u8, day: None, weekday: None }, dir))
}

fn month_of(c: &Caps<'_>, turn: usize) -> Option<Meaning> {
    let (from, years) = turn_of(c, turn);
    Some(Meaning::Point(Point::MonthOf { month: c.int(0) as u8, day: None, from, years }, Dir::Open))
}

/// `last year` counts from now, `the previous year` from the story.
fn turn_of(c: &Caps<'_>, n: usize) -> (From, i8) {
    // `3 May the next year`, seen from a story
    let next = |at: usize| at > c.start + 1 && c.view.is(at, few!("next")) && c.view.is(at - 1, few!("the"));
    let story = (c.start..c.end)
        .any(|at| c.view.is(at, few!("previous prior following preceding subsequent that same ensuing")) || next(at));
    (if story { From::Story } else { From::Now }, c.int(n) as i8)
}

/// Not `on 3 May, the last year of the war`.
fn is_led(c: &Caps<'_>, from: From) -> bool {
    from == From::Story || !(c.start..c.end).any(|at| c.view.is(at, few!("the")) && c.view.is(at + 2, few!("year")))
}

pub(super) fn known(value: Value) -> Option<Meaning> {
    Some(Meaning::known(value))
}

pub(super) fn year(c: &Caps<'_>, n: usize) -> i16 {
    c.int(n) as i16
}

/// Words for what bears a number that is no year.
static NUMBERED: List = List::new(
    "flight room gate bus route highway section article resolution proposition psalm channel extension serial s. h.r. hr",
);

/// Verbs behind which `that` opens a clause (`she said that January was cold`).
pub(super) static SAYING: List = List::new(
    "said says say saying announced predict predicts predicted warned warns warning believe believes hope hopes hoped expect expects expected suggest suggests suggested report reports reported confirm confirmed show shows showed insist insisted argued noted added agreed so mean means meant know knew think thinks thought",
);

/// `following September's coup`: without `the`, `following` is as good as `after`.
pub(super) fn is_preposition(c: &Caps<'_>) -> bool {
    c.view.is(c.start, few!("following preceding")) && !c.after(few!("the a this"))
}

/// Words that a year, month or season stands behind when it is one.
static BEFORE: List = List::new(
    "in since by until till from to of during before after between and through throughout the last next this that early late mid around about or every each for circa as than back into over on prior beyond till post pre previous following past",
);

/// `mid-March`, `mid-2026`
fn is_staged(c: &Caps<'_>) -> bool {
    c.start >= c.view.start + 2 && c.view.is_dash(c.start - 1) && c.view.is(c.start - 2, few!("mid early late"))
}

/// True for a month's name that is one here: not `Theresa May`, not `April Jones`, not `may`.
fn is_month(c: &Caps<'_>) -> bool {
    let view = c.view;
    let Some(token) = view.token(c.start) else { return false };
    // A day that the month does not have (`June 31`): no date at all.
    let number = |at: usize| view.word(at).parse::<u8>().is_ok_and(|n| n <= 31);
    if number(c.end) && !view.is(c.end + 1, few!(": percent % people")) {
        return false;
    }
    if numbered(c) {
        return false;
    }
    // `the coldest March since`, `the January-March quarter`
    let most = c.start > view.start && view.word(c.start - 1).ends_with("est") && token.case == Case::Title;
    let range =
        c.start >= view.start + 2 && view.is_dash(c.start - 1) && view.value(c.start - 2, Class::Month).is_some();
    let led = c.after(&BEFORE) || most || range || is_staged(c);
    let named = |at: usize| view.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    let led_by_name =
        c.start > view.start && named(c.start - 1) && !led && !c.after(few!("a an the its his her their our my"));
    let short = view.word(c.start).len() <= 4 && !view.is(c.start, few!("june july"));
    // `The Hunt for Red October`, `Black September`
    if c.after(few!("red black")) && view.is(c.start, few!("october september")) && named(c.start - 1) {
        return false;
    }
    // `the line between Ely and March`
    let place = |at: usize| {
        let other = view.value(at, Class::Month).or(view.value(at, Class::Weekday)).is_some();
        named(at) && !other && !view.is(at, few!("christmas diwali easter eid passover ramadan thanksgiving"))
    };
    if c.start >= view.start + 3 && c.after(few!("and")) && view.is(c.start - 3, few!("between")) && place(c.start - 2)
    {
        return false;
    }
    if view.is(c.start, few!("may march august")) && token.case == Case::Lower {
        return false;
    }
    // `the March of the penguins`
    if c.after(few!("the a this")) && view.is(c.start, few!("march")) && c.before(few!("of on for to through against"))
    {
        return false;
    }
    if view.is(c.start, few!("may march")) {
        // `the town's May elections`
        // `after noisy March elections`
        const HELD: &str = "election elections vote polls poll referendum summit uprising ceasefire deadline runoff";
        // `its May report`, not `the city's March on Rome`
        let noun = view.token(c.end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
            && !view.is(c.end, few!("of on for to through against from in into at and or is was has will with by"));
        let owned = c.after(few!("'s ’s its their his our my")) && noun;
        // `two years after May triggered it`
        let word = view.word(c.end);
        let acts = word.len() > 4 && word.ends_with("ed") || c.before(few!("became came lost met said told took won"));
        if view.is(c.start, few!("may")) && c.after(few!("after as before")) && acts {
            return false;
        }
        return led || token.case == Case::Title && c.start > view.start && (owned || c.before(HELD));
    }
    // `Mar del Plata`, `Dec-15%`
    let name = c.before(few!("del de la el")) || named(c.end);
    let figure = view.is_dash(c.end) && view.token(c.end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    if short && !view.word(c.start).ends_with('.') && (name || figure) {
        return false;
    }
    if short {
        // `Jan and Dec left`: without its stop a short form is a month only behind a word of time.
        return led && (view.word(c.start).ends_with('.') || !c.after(few!("to and for as than the")));
    }
    if view.is(c.start, few!("april june august")) {
        let person = named(c.end) && !c.after(few!("in since last next early late of the during until by mid"));
        return !person && (led || !led_by_name);
    }
    true
}

/// True for four digits that are a year here: not `2000 people`, not `$1900`.
fn is_year(c: &Caps<'_>, number: i32) -> bool {
    static COUNTED: List = List::new(
        "percent per miles km kilometers kilometres meters metres feet ft pounds dollars euros tons tonnes votes points cases others copies units pieces guests acres hectares barrels calories words pages seats rpm mph kg mm cm cents pence m hours days years times of or million billion dead wounded meter metre foot mile man block blocks",
    );
    // What a year can stand before too: `In 2005 voters rejected it`.
    static CROWDS: List = List::new(
        "people men women troops soldiers members workers employees students civilians prisoners refugees families children victims passengers residents voters delegates deaths homes houses jobs shares aircraft tanks",
    );
    let view = c.view;
    let led = c.after(&BEFORE) || is_staged(c);
    let opens =
        c.start == view.start + 1 || c.start > view.start + 1 && view.is(c.start - 2, few!(", ; and but : \" “"));
    let in_year = c.after(few!("in since")) && (1850..=2050).contains(&number) && (opens || number % 100 != 0);
    // Not `resulted in 1999 workers leaving`.
    let in_year = in_year && (opens || !view.word(c.start - 2).starts_with("result"));
    let counted =
        view.is(c.end, &COUNTED) && !(led && view.is(c.end, few!("of or"))) || view.is(c.end, &CROWDS) && !in_year;
    let plural = view.token(c.end).is_some_and(|t| t.case == Case::Lower && t.kind == TokenKind::Word)
        && view.word(c.end).ends_with('s')
        && !view.is(c.end, few!("was is has as its his this saw 's"));
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let small = |back: usize| {
        let token = (c.start >= view.start + back).then(|| view.token(c.start - back)).flatten();
        token.is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 2)
    };
    // `2008 QH24`, `C/2023 A3`, `S/2004 S07`: what the sky's small bodies are called.
    let body = view.token(c.end).is_some_and(|t| t.kind != TokenKind::Mark && t.space_before)
        && view.word(c.end).starts_with(|first: char| first.is_ascii_uppercase())
        && view.word(c.end).ends_with(|last: char| last.is_ascii_digit());
    if body {
        return false;
    }
    // The year of a date that the calendar does not have (`31/06/2022`, `June 31, 2022`).
    let month = |back: usize| c.start >= view.start + back && view.value(c.start - back, Class::Month).is_some();
    if c.after(few!("/")) && small(2)
        || c.after(few!(",")) && small(2) && month(3)
        || small(1) && month(2)
        || month(1) && small(2)
    {
        return false;
    }
    // `a 2000 year old custom`
    if c.before(few!("year")) && view.is(c.end + 1, few!("old")) {
        return false;
    }
    let joined = touches(c.start) && c.start > view.start && !view.is(c.start - 1, "( [ - – — / ' \" “ ‘ ’");
    // `until at least 2029`
    let until = c.start >= view.start + 3
        && view.is(c.start - 2, few!("at"))
        && view.is(c.start - 3, few!("until till to through by since"));
    // `worse than 1992`, `no later than 2030`
    let compared = c.start >= view.start + 2
        && c.after(few!("than"))
        && (1900..=2060).contains(&number)
        && (view.word(c.start - 2).ends_with("er") || view.is(c.start - 2, few!("worse")))
        && !view.is(c.start - 2, few!("other rather fewer greater over larger further number"))
        && view.token(c.end).is_none_or(|t| t.kind == TokenKind::Mark);
    let money = c.after(few!("$ £ € ¥ # no. number no nearly almost approximately up"))
        || c.after(few!("than")) && !compared
        || c.after(few!("least")) && !until;
    let decimal = touches(c.end) && (view.is(c.end, few!("% ° ′")) || c.before(few!(":")) && touches(c.end + 1));
    let dashed = view.is_dash(c.end)
        && touches(c.end)
        && view.token(c.end + 1).is_some_and(|t| {
            !t.space_before && t.kind == TokenKind::Number && !matches!(view.word(c.end + 1).len(), 2 | 4)
        })
        // `the 2006-7 season`
        && i16::try_from(number).is_ok_and(|year| super::year_behind(view, c.end, year).is_none());
    let chain = view.is_dash(c.end) && view.is_dash(c.end + 2) && touches(c.end) && touches(c.end + 2)
        || c.start >= view.start + 3
            && view.is_dash(c.start - 1)
            && touches(c.start)
            && touches(c.start - 1)
            && view.is_dash(c.start - 3)
            && touches(c.start - 2)
        || c.start >= view.start + 2 && view.is_dash(c.start - 1) && touches(c.end) && view.is_dash(c.end);
    if joined || money || decimal || dashed || counted || chain || c.after(&NUMBERED) {
        return false;
    }
    let range = c.start >= view.start + 2
        && view.is_dash(c.start - 1)
        && touches(c.start - 1)
        && touches(c.start)
        && view.token(c.start - 2).is_some_and(|t| t.kind == TokenKind::Number && view.word(c.start - 2).len() != 4);
    if range {
        return false;
    }
    let closed = view.token(c.end).is_none_or(|t| t.kind == TokenKind::Mark)
        || view.is(c.end, few!("and to when was that which is has"));
    match number {
        // `below 1990 levels`
        1500..=2100
            if plural && c.before(few!("levels elections championships games olympics figures standards prices")) =>
        {
            true
        }
        1500..=2100 if plural => {
            c.after(few!("in since the of during until throughout by from through after before -"))
                || (1901..2050).contains(&number) && number % 10 != 0
        }
        1500..=2100 => led || closed || (1800..=2050).contains(&number),
        // `a wedding in 1386 led to`
        1000..1500 if c.after(few!("in since until")) && number % 50 != 0 && !plural => true,
        // `1066–1087`, `c. 1340`
        1000..1500 if behind_year(c, number) || c.after(few!("circa c. ca.")) || is_about(c) => true,
        _ => led && !c.after(few!("the about around for to and or of over every than")) && closed,
    }
}

/// `burned the abbey in 842`: `in` before, nothing that is counted behind.
fn is_old_year(c: &Caps<'_>) -> bool {
    let ends = c.view.token(c.end).is_none_or(|_| c.view.is(c.end, few!(". , ; ) : and when but")));
    let counts = c.start >= c.view.start + 2 && {
        let before = c.view.token(c.start - 2);
        before.is_some_and(|t| t.kind == TokenKind::Number)
            || c.view.is(c.start - 2, few!("one two three four five six seven eight nine ten room flat block ward"))
    };
    let decimal = c.view.is(c.end, few!("."))
        && c.view.token(c.end + 1).is_some_and(|t| !t.space_before && t.kind == TokenKind::Number);
    let more = c.view.is(c.end, few!(",")) && c.view.token(c.end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    c.after(few!("in")) && ends && !counts && !decimal && !more
}

/// `c. 1340`
fn is_about(c: &Caps<'_>) -> bool {
    c.after(few!(".")) && c.start >= c.view.start + 2 && c.view.is(c.start - 2, few!("c ca"))
}

/// `1066–1087`: a year behind the one before it.
fn behind_year(c: &Caps<'_>, number: i32) -> bool {
    let at = c.start.checked_sub(3).filter(|at| *at >= c.view.start);
    // `between 1260 and 1285`, `from 1260 to 1285`
    let spans = at.is_some_and(|at| {
        c.view.is(at, few!("between")) && c.after(few!("and"))
            || c.view.is(at, few!("from")) && c.after(few!("to until till"))
    });
    let dash = c.start >= c.view.start + 2 && c.view.is_dash(c.start - 1);
    (dash || spans) && digits(c.view, c.start - 2, 4..=4).is_some_and(|first| (1000..number).contains(&first))
}

fn century(ordinal: i32, before: bool) -> Option<Meaning> {
    let number = i16::try_from(ordinal).ok().filter(|n| (1..=30).contains(n))?;
    known(Value::Century(if before { -number } else { number - 1 }))
}

fn turn_dir(turn: i32) -> Dir {
    match turn {
        -1 => Dir::Last,
        1 => Dir::Next,
        _ => Dir::This,
    }
}

/// The same, where `previous` and `following` look from the story.
pub(super) fn turn_dir_of(c: &Caps<'_>, n: usize) -> Dir {
    let story = (c.start..c.end).any(|at| c.view.is(at, few!("previous prior preceding following subsequent ensuing")));
    match (story || c.after(few!("the")) && c.view.is(c.start, few!("next")), c.int(n)) {
        (true, -1) => Dir::Before,
        (true, 1) => Dir::After,
        (_, turn) => turn_dir(turn),
    }
}

/// Short weekdays are often words (`sat`) or names (`the Daily Sun, 3 May`).
fn is_short_weekday(c: &Caps<'_>) -> bool {
    let doubtful = c.view.is(c.start, few!("sat sun wed mon"));
    let case = |at: usize| c.view.token(at).map(|t| t.case);
    let name = c.start > c.view.start && case(c.start - 1) == Some(Case::Title);
    !doubtful || case(c.start) != Some(Case::Lower) && !name
}

/// A weekday with its date, where one is a comment on the other.
fn weekday_date(c: &Caps<'_>, m: usize, d: usize, y: Option<usize>) -> Option<Meaning> {
    is_short_weekday(c).then(|| day(c, m, d, y, Some(0)))?
}

/// True behind a number that is no day of the month (`31 February`), else the two were read together.
fn numbered(c: &Caps<'_>) -> bool {
    let token = c.start.checked_sub(1).and_then(|at| c.view.token(at));
    token.is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 2)
}

/// False where the year behind makes it a day that the calendar does not have (`February 29, 2022`).
fn exists(c: &Caps<'_>, month: usize, day: usize) -> bool {
    let year = digits(c.view, c.end + usize::from(c.before(few!(","))), 4..=4).filter(|y| (1000..2200).contains(y));
    year.is_none_or(|y| Date::new(y, c.int(month) as u32, c.int(day) as u32).is_some())
}

/// True where the number behind the month is a day: not `May 5 percent`, not `March 30,000`.
fn is_day(c: &Caps<'_>) -> bool {
    let colon = c.before(few!(":")) && c.view.token(c.end + 1).is_some_and(|t| !t.space_before);
    exists(c, 0, 1) && !colon && !c.before(few!("% percent per million billion"))
}

/// The `21st` of `on the 21st`: what stands around it leaves no noun that it could count.
fn is_day_of_month(c: &Caps<'_>) -> bool {
    static BEHIND: List =
        List::new("was were and to or , . ; a an he she they it we the in when his her its their police troops");
    static DONE: List = List::new(
        "became began broke came fell fled flew gave held left lost made met put sank saw sent shot spoke struck took went won",
    );
    let view = c.view;
    let kind = |at: usize| view.token(at).map(|t| (t.kind, t.case));
    if kind(c.start).is_none_or(|(kind, _)| kind != TokenKind::Mixed) || c.start < view.start + 2 {
        return false;
    }
    let back = |n: usize, word: &str| c.start >= view.start + n && view.word(c.start - n).eq_ignore_ascii_case(word);
    let any = |n: usize, words: &[&str]| words.iter().any(|word| back(n, word));
    let both = back(2, "and") && c.start >= view.start + 3 && day_at(view, c.start - 3).is_some();
    // `the 27th and 28th`
    let second = c.after(few!("and to or")) && day_at(view, c.start - 2).is_some() && back(3, "the");
    let night = back(2, "of") && any(3, &["night", "morning", "evening", "afternoon"]);
    let led = c.after(few!("the"))
        && (both || night || any(2, &["on", "by", "until", "from", "to", "since", "between", "through"]));
    if !led && !second || c.before(few!("of")) {
        return false;
    }
    let done = |at: usize| {
        kind(at).is_some_and(|(_, case)| case == Case::Lower)
            && (view.is(at, &DONE) || view.word(at).len() > 4 && view.word(at).ends_with("ed"))
    };
    // `on the 24th Adler resigned`
    let named = || (c.end + 1..c.end + 4).find(|at| kind(*at) != Some((TokenKind::Word, Case::Title)));
    // Not `men from the 7th Brigade arrived`.
    let on = night || back(2, "on") || second && back(4, "on") || both && back(5, "on");
    let title = || on && kind(c.end) == Some((TokenKind::Word, Case::Title)) && named().is_some_and(&done);
    // `on the 13th unions called a strike`
    let many = || {
        on && kind(c.end) == Some((TokenKind::Word, Case::Lower)) && view.word(c.end).ends_with('s') && done(c.end + 1)
    };
    // `shut on the 17th for a clean`; not `fell to 70 on the 17th after a bogey`
    static BESIDE: List =
        List::new("after amid as at because before but by during following for until when while with");
    static HOLES: List = List::new(
        "ace albatross birdie birdied birdies bogey bogeyed bogeys drive eagle eagled green hole holed holes par putt putted \
         round shot shots stroke strokes tee",
    );
    let golf = || (view.start..view.end).any(|at| view.is(at, &HOLES));
    let beside = || back(2, "on") && view.is(c.end, &BESIDE) && !golf();
    night || view.token(c.end).is_none() || view.is(c.end, &BEHIND) || title() || many() || beside()
}

rules! {
    Alone date "NUMERIC" => |c| {
            let (point, dir) = c.date(0)?;
            Some(match numeric::clock_of(c.view, c.start, c.end) {
                Some(clock) => Meaning::Clock { clock, on: Some((point, dir)) },
                None => Meaning::Point(point, dir),
            })
        };
        ["Filed on [2024-11-30] by post. = 2024-11-30", "Due [30/11/2024]. = 2024-11-30", "Sent [11/30/24]. = 2024-11-30",
         "Sent [30.11.2024]. = 2024-11-30", "At [2024-11-30T10:04:00Z] it fell. = 2024-11-30T10:04",
         "In [2016-11] it fell. = 2016-11", "Of [3/2015]. = 2015-03", "On [2015.5.13]. = 2015-05-13"],
        ["Call 133-03-03-2020 now.", "It was 2024-02-31 then.", "Version 1.10.30 is out.", "Form 3-2015 is out.", "In the 13/2015 file."]
    Alone date "WEEKDAY ,? the? MONTH the? DAY ,? of? YEAR" => |c| weekday_date(c, 1, 2, Some(3));
        ["They met on [Tuesday, January 21, 2025]. = 2025-01-21", "On [Sunday, March 6th 2016] it rained. = 2016-03-06"], []
    Alone date "WEEKDAY ,? the? DAY of? MONTH ,? of? YEAR" => |c| weekday_date(c, 2, 1, Some(3));
        ["They met on [Tuesday 21 January 2025]. = 2025-01-21"], []
    Alone date "WEEKDAY ,? MONTH the? DAY" => |c| weekday_date(c, 1, 2, None);
        ["They met on [Tuesday, Jan. 14]. = 2025-01-14"], []
    Alone date "WEEKDAY ,? the? DAY of? MONTH" => |c| weekday_date(c, 2, 1, None);
        ["They met on [Tuesday 14 January]. = 2025-01-14", "They met on [Tuesday, 14th of January]. = 2025-01-14"], []
    Alone date "MONTH the? DAY ,? of? YEAR" => |c| day(c, 0, 1, Some(2), None);
        ["They met on [January 21, 2025]. = 2025-01-21", "Dated [Feb. 3rd 1998]. = 1998-02-03"],
        ["On February 31, 2022 nothing was."]
    The date "DAY of? MONTH ,? of? YEAR" => |c| day(c, 1, 0, Some(2), None);
        ["They met on [21 January 2025]. = 2025-01-21", "Of [the 3rd of May, 1998]. = 1998-05-03"],
        ["On 31 June 2022 nothing was."]
    The date "ORD of MONTH ,? YEAR?" => |c| day(c, 1, 0, Some(2), None);
        ["On [the first of March 1998]. = 1998-03-01", "On [the twenty-first of January]. = 2025-01-21"], []
    Alone date "GLUED" => |c| c.date(0).map(|(p, d)| Meaning::Point(p, d));
        ["Sent on [15Jan] by post. = 2025-01-15", "Sent on [15Sep2024]. = 2024-09-15", "Sent on [Jan15]. = 2025-01-15"], ["Room Mar44."]
    Alone date "GLUED ,? YEAR" => |c| match c.date(0)?.0 {
            Point::Month { month, day: Some(day), .. } => full(c.int(1), i32::from(month), i32::from(day)),
            _ => None,
        };
        ["Sold on [Dec31, 1994]. = 1994-12-31"], []
    Alone date "YEAR -|/ MONTH -|/ DAY" => |c| day(c, 2, 4, Some(0), None);
        ["Dated [2019-Sep-01]. = 2019-09-01"], []
    Alone date "DAY / MONTH / YEAR" => |c| day(c, 1, 0, Some(2), None);
        ["Dated [31/Oct/1974]. = 1974-10-31"], []
    Alone date "MONTH -|/ YEAR" => |c| known(Value::Month { year: year(c, 2), month: c.int(0) as u8 });
        ["Dated [Dec-2018]. = 2018-12"], []
    The date "DAY of? MONTH ,? ERAYEAR" => |c| full(c.int(2), c.int(1), c.int(0));
        ["He died on [15 March 44 BC]. = BC0044-03-15"], []
    Alone date "MONTH DAY ,? ERAYEAR" => |c| full(c.int(2), c.int(0), c.int(1));
        ["He died on [March 15, 44 BC]. = BC0044-03-15"], []
    Alone date "MONTH ,? of? ERAYEAR" => |c| known(Value::Month { year: year(c, 1), month: c.int(0) as u8 });
        ["It began in [May 44 BC]. = BC0044-05"], []
    Alone date "MONTH DAY ,? ' DIGITS" => |c| full(short_year(c, 2)?, c.int(0), c.int(1));
        ["Dated [Jan. 1, '98]. = 1998-01-01"], []
    Alone date "DAY of? MONTH ,? ' DIGITS" => |c| full(short_year(c, 2)?, c.int(1), c.int(0));
        ["Dated [1 Jan. '98]. = 1998-01-01"], []
    Alone date "MONTH ,? of? ' DIGITS" => |c| known(Value::Month { year: short_year(c, 1)? as i16, month: c.int(0) as u8 });
        ["It was [May '68] there. = 1968-05", "It was [Sept. '01]. = 2001-09"], []
    Alone date "MONTH - DAY - YEAR" => |c| day(c, 0, 1, Some(2), None);
        ["Dated [Oct-12-1974]. = 1974-10-12"], []
    Alone date "MONTH ,? ORD ,? YEAR" => |c| day(c, 0, 1, Some(2), None);
        ["On [January first 2000] it rained. = 2000-01-01", "On [March, 6th 2016] it rained. = 2016-03-06"], []
    Alone date "DAY - MONTH - YEAR" => |c| day(c, 1, 0, Some(2), None);
        ["Dated [12-Oct-1974]. = 1974-10-12"], []
    Alone date "DAY - MONTH - YY" => |c| short(c, 1, 0, 2);
        ["Dated [12-Oct-74]. = 1974-10-12"], []
    // Not `on 12 October, 74 per cent voted`.
    Alone date "DAY of? MONTH ,? YY" => |c| {
            let comma = c.view.is(c.end.saturating_sub(2), few!(","));
            let counts = comma && c.view.token(c.end).is_some_and(|t| t.kind != TokenKind::Mark) || c.before(few!("% - – $ £ €"));
            (!counts).then(|| short(c, 1, 0, 2))?
        };
        ["Dated [12 Oct 74]. = 1974-10-12", "He died on [12 Oct 74] in York. = 1974-10-12"], ["On the 12 Oct, 74 people voted."]
    // Of the attacks of 2001, without their year.
    Alone date "MONTH DAY > commission|conspirators|families|fund|hijackers|hijackings|mastermind|memorial|museum|plot|plotters|responders|terror|terrorist|terrorists|victim|victims" => |c|
            (c.int(0) == 9 && c.int(1) == 11).then(|| full(2001, 9, 11))?;
        ["The [September 11th] Victim Fund paid. = 2001-09-11", "The [Sept. 11] hijackers. = 2001-09-11"], ["The September 12 commission."]
    Alone date "MONTH DAY" => |c| is_day(c).then(|| day(c, 0, 1, None, None))?;
        ["They met on [Jan. 14]. = 2025-01-14", "They met on [January 14th]. = 2025-01-14"],
        ["It rose in May 5 percent.", "On June 31 nothing was."]
    Alone date "MONTH the ORD" => |c| day(c, 0, 1, None, None);
        ["They met on [January the fourteenth]. = 2025-01-14"], []
    Alone date "MONTH ORD > ,|.|;|$|and|at|if|in|or|when|with" => |c| c.after(few!("on by before from until")).then(|| day(c, 0, 1, None, None))?;
        ["They met on [January fourteenth]. = 2025-01-14"], ["In January first, they met."]
    The date "DAY of? MONTH" => |c| (!c.after(few!("$ £ €")) && exists(c, 1, 0)).then(|| day(c, 1, 0, None, None))?;
        ["They met on [14 January]. = 2025-01-14", "Since [the 14 January] talks. = 2025-01-14"], []
    The date "DAY > -|and|to|or|through|until|till the? DAY of? MONTH ,? YEAR?" => |c| day(c, 3, 0, Some(4), None);
        ["Held on [13]-14 January. = 2025-01-13", "From [the 28] and 29 August 1918. = 1918-08-28"], ["Between 5 and 14 people came."]
    The date "DAY > , DAY ,? DAY? ,? and|or DAY of? MONTH ,? YEAR?" => |c| day(c, 5, 0, Some(6), None);
        ["Held on [13], 14 and 17 January. = 2025-01-13", "Held on [3], 10, 13 and 17 January. = 2025-01-03"], ["At tables 5, 14 and 17 people sat."]
    Alone date "MONTH ,? of? YEAR" => |c| (!numbered(c)).then(|| known(Value::Month { year: year(c, 1), month: c.int(0) as u8 }))?;
        ["In [March 1998] it rained. = 1998-03", "In [January, 1998] it rained. = 1998-01", "In [May of 1998]. = 1998-05"], []
    Alone date "YEAR MONTH" => |c| (!c.after(&BEFORE)).then(|| known(Value::Month { year: year(c, 0), month: c.int(1) as u8 }))?;
        ["Sales, [2016 November]. = 2016-11"], []
    Alone date "MONTH > -|and|to|or|through|until|till|/ MONTH of? YEAR" => |c| {
            // `from August until January 1905`, not `in May and March 1905`
            let over = c.int(0) > c.int(2) && (!matches!(c.int(1), 1 | 3) || c.after(few!("between")));
            known(Value::Month { year: year(c, 3) - i16::from(over), month: c.int(0) as u8 })
        };
        ["In [August] and September 1918. = 1918-08", "From [October] to March 1918. = 1917-10", "In [May] and March 1918. = 1918-05"], []
    Alone date "MONTH" => |c| is_month(c).then(|| month(c.int(0), Dir::Open))?;
        ["In [December] it rained. = 2024-12", "The [December] talks failed. = 2024-12", "The coldest [March] for long. = 2025-03", "The January-[March] rains were bad. = 2024-03"],
        ["You may leave.", "Theresa May left.", "The line between Ely and March is shut.", "Yes. May I ask why?", "They march to town.", "April Jones left."]
    The date "TURN MONTH" => |c| (!is_preposition(c)).then(|| month(c.int(1), turn_dir_of(c, 0)))?;
        ["They met [last October]. = 2024-10", "They meet [next March]. = 2025-03", "It began in June 1990. [The following March] it ended. = 1991-03"], []
    Alone date "that MONTH" => |c| month(c.int(0), Dir::Same).filter(|_| !c.after(&SAYING)).filter(|_| is_month(c) || c.view.token(c.end - 1).is_some_and(|t| t.case == Case::Title));
        ["It began in June 1990. [That August] it ended. = 1990-08"], ["They said that may help."]
    Alone date "that SEASON" => |c| Some(Meaning::Point(Point::Season(c.season(0)), Dir::Same)).filter(|_| !c.after(&SAYING) && (!c.view.is(c.end - 1, few!("fall spring")) || c.before(few!(", ."))));
        ["It began in March 1990. [That summer] it ended. = 1990-SU"], []
    The date "TURN MONTH DAY" => |c| Date::new(2024, c.int(1) as u32, c.int(2) as u32)
            .map(|_| Meaning::Point(Point::Month { month: c.int(1) as u8, day: Some(c.int(2) as u8), weekday: None }, turn_dir(c.int(0))));
        ["They met [last Oct. 23]. = 2024-10-23"], []
    Alone date "this coming|past MONTH" => |c| month(c.int(1), if c.int(0) == 0 { Dir::Next } else { Dir::Last });
        ["They meet [this coming March]. = 2025-03"], []
    Alone date "MONTH of? TURN year" => |c| month_of(c, 1);
        ["They met in [July last year]. = 2024-07", "By [March next year] it ends. = 2026-03", "In [May this year]. = 2025-05"], []
    Alone date "MONTH of the TURN year" => |c| month_of(c, 1);
        ["It began in 1990. In [May of the following year] it ended. = 1991-05"], []
    Alone date "MONTH of that|the same? year" => |c| month_of(c, 1).map(|_| Meaning::Point(Point::MonthOf { month: c.int(0) as u8, day: None, from: From::Story, years: 0 }, Dir::Open));
        ["It began in June 1990. In [October of that year] it ended. = 1990-10"], []
    Alone date "MONTH that same? year" => |c| Some(Meaning::Point(Point::MonthOf { month: c.int(0) as u8, day: None, from: From::Story, years: 0 }, Dir::Open));
        ["It opened in 1990. It burned down in [July that year]. = 1990-07"], []
    Alone date "MONTH DAY ,? of? that same? year" => |c| {
            Date::new(2024, c.int(0) as u32, c.int(1) as u32)?;
            Some(Meaning::Point(Point::MonthOf { month: c.int(0) as u8, day: Some(c.int(1) as u8), from: From::Story, years: 0 }, Dir::Open))
        };
        ["It opened in 1990. It burned down on [July 3 that year]. = 1990-07-03"], []
    The date "DAY of? MONTH ,? of? that same? year" => |c| {
            Date::new(2024, c.int(1) as u32, c.int(0) as u32)?;
            Some(Meaning::Point(Point::MonthOf { month: c.int(1) as u8, day: Some(c.int(0) as u8), from: From::Story, years: 0 }, Dir::Open))
        };
        ["A ban imposed in March 1990 was lifted on [3 July of that year]. = 1990-07-03"], []
    Alone date "MONTH DAY ,? of? the? TURN year" => |c| {
            let (from, years) = turn_of(c, 2);
            is_led(c, from).then_some(())?;
            Date::new(2024, c.int(0) as u32, c.int(1) as u32)?;
            Some(Meaning::Point(Point::MonthOf { month: c.int(0) as u8, day: Some(c.int(1) as u8), from, years }, Dir::Open))
        };
        ["It fell on [July 3 last year]. = 2024-07-03"], []
    The date "DAY of? MONTH ,? of? the? TURN year" => |c| {
            let (from, years) = turn_of(c, 2);
            is_led(c, from).then_some(())?;
            Date::new(2024, c.int(1) as u32, c.int(0) as u32)?;
            Some(Meaning::Point(Point::MonthOf { month: c.int(1) as u8, day: Some(c.int(0) as u8), from, years }, Dir::Open))
        };
        ["It fell on [3 July last year]. = 2024-07-03", "It began on 30 July 1990 and ended on [18 February the following year]. = 1991-02-18", "It fell on [6 June this year]. = 2025-06-06"], []
    Alone date "DIGITS > -|to|and|or|until about|around? ERAYEAR" => |c| (c.int(3) < 0 && c.int(0) > -c.int(3)).then(|| known(Value::Year(-year(c, 0))))?;
        ["From [264] to 241 BC. = BC0264", "Between [1600] and 1500 B.C. it fell. = BC1600"], []
    Alone date "YEAR" => |c| is_year(c, c.int(0)).then(|| known(Value::Year(year(c, 0)))).flatten();
        ["In [1998] it rained. = 1998", "A [1996] law. = 1996", "From [1994] to 1997. = 1994"],
        ["Send 2000 pieces.", "The rock 2008 QH24 passed.", "The comet C/2023 A3 shone.", "It cost $1900.", "Tel: 2010-2015-86", "In 99999 nothing.", "Some 1945 people came.", "In 2882015 nothing."]
    Alone date "YYY" => |c| is_old_year(c).then(|| known(Value::Year(c.int(0) as i16))).flatten();
        ["Raiders burned the abbey in [842]. = 0842", "Founded in [563] and sold, it fell. = 0563"],
        ["It came in 112 of them.", "One in 250, they said.", "It was sold in 300 shops."]
    The date "year YEAR" => |c| known(Value::Year(year(c, 0)));
        ["In [the year 1950] it rained. = 1950"], []
    The date "year ERAYEAR" => |c| known(Value::Year(year(c, 0)));
        ["In [the year 325 BC] it fell. = BC0325"], []
    Alone date "ERAYEAR" => |c| known(Value::Year(year(c, 0)));
        ["In [264 BC] war came. = BC0264", "In [AD 70] it fell. = 0070"], []
    The date "DECADE" => |c| c.date(0).map(|(p, d)| Meaning::Point(p, d));
        ["In [the 1990s] it rained. = 199", "In [the nineties] it rained. = 199", "In [the '80s] it rained. = 198", "In [the 1960's] it rained. = 196"], ["He is in his nineties."]
    The date "ORD -? century" => |c| century(c.int(0), false);
        ["In [the 20th century] it rained. = 19", "An [eighteenth-century] house. = 17"], []
    The date "ORD > and|or|to|- the? ORD century|centuries bc|bce|b.c." => |c| century(c.int(0), true);
        ["In [the 5th] and 4th centuries BC. = BC04"], []
    The date "ORD > -? and|or|to|- the? early|late|mid? -? ORD -? century|centuries" => |c| century(c.int(0), false);
        ["In [the 19th] and 20th centuries. = 18", "In [the late 19th] and early 20th centuries. = 18"], []
    The date "ORD centuries" => |c| century(c.int(0), false);
        ["In the 19th and [20th centuries]. = 19"], []
    The date "ORD centuries bc|bce|b.c." => |c| century(c.int(0), true);
        ["In the 5th and [4th centuries BC]. = BC03"], []
    The date "ORD century ad|ce|a.d." => |c| century(c.int(0), false);
        ["In [the third century AD]. = 02"], []
    The date "turn of the millennium" => |_| known(Value::Year(2000));
        ["By [the turn of the millennium] it had closed. = 2000"], []
    The date "ORD millennium" => |c| known(Value::Millennium(i16::try_from(c.int(0) - 1).ok().filter(|m| (0..5).contains(m))?));
        ["In [the third millennium]. = 2"], []
    The date "ORD millennium bc|bce|b.c." => |c| known(Value::Millennium(-i16::try_from(c.int(0)).ok().filter(|m| (1..10).contains(m))?));
        ["In [the second millennium BC]. = BC1"], []
    The date "ORD century bc|bce|b.c." => |c| century(c.int(0), true);
        ["In [the third century BC]. = BC02"], []
    Alone date "YY" => |c| known(Value::Year(numeric::short_end(c.view, c.start, c.int(0))?));
        ["From 1938 to [40] she taught. = 1940"], ["From 1938 to 40 schools shut.", "From 1950 to 40 it fell."]
    Alone date "' YY" => |c| (!c.after(few!("' ’ ‘"))).then_some(Meaning::Point(Point::ShortYear(c.int(0) as u8), Dir::Open));
        ["Back in ['98] it rained. = 1998"], ["On ''60 Minutes'' she said so."]
    The date "DAY of the? TURN month" => |c| {
            let (from, months) = turn_of(c, 1);
            Some(Meaning::Point(Point::DayOf { day: c.int(0) as u8, from, months }, Dir::Open))
        };
        ["On [the 20th of last month] it fell. = 2024-12-20", "By [the 5th of next month] it ends. = 2025-02-05", "On [the 20th of the next month] it ends. = 2025-02-20"], []
    The date "DAY of that|the same? month" => |c| (c.int(1) == 0 || c.view.is(c.end - 2, few!("same"))).then_some(
            Meaning::Point(Point::DayOf { day: c.int(0) as u8, from: From::Story, months: 0 }, Dir::Open));
        ["It began in August 1990. On [the 28th of that month] it ended. = 1990-08-28"], []
    The date "DAY" => |c| is_day_of_month(c).then(|| Meaning::Point(Point::DayOfMonth { day: c.int(0) as u8, weekday: None }, Dir::Open));
        ["They met on [the 20th] and left. = 2025-01-20", "On [the 20th] Adler resigned. = 2025-01-20", "On [the 20th] unions called a strike. = 2025-01-20",
         "On the 19th and [20th] it rained. = 2025-01-20", "The pool shut on [the 20th] for repairs. = 2025-01-20"],
        ["She was the 47th President.", "To the 5th of them.", "He is first and the 29th and last.", "On the 7th Avenue side it rained.",
         "She sank it on the 18th hole.", "Men from the 3rd Engineer Battalion arrived.", "Men of the 3rd Airborne landed.", "He left on the 9th green.", "It fell on the 5th Infantry.", "She led on the 17th after a birdie."]
}
