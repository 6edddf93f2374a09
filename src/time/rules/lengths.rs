//! Durations, and what recurs.

use super::rules;
use crate::analysis::TimexKind;
use crate::document::{Case, TokenKind};
use crate::time::calendar::Date;
use crate::time::lexicon::Class;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::pattern::Caps;
use crate::time::pattern::few;
use crate::time::value::{Amount, Part, Unit, Value};

fn length(amount: Amount, unit: Unit) -> Option<Meaning> {
    let amount = if amount == Amount::Quarters(0) { Amount::Vague } else { amount };
    Some(Meaning::Fixed(TimexKind::Duration, Value::Duration { amount, unit }))
}

/// `the first three months of 2025`
fn spell(c: &Caps<'_>, of: Point, dir: Dir) -> Option<Meaning> {
    let months = c.amount(1).as_whole().filter(|n| (2..12).contains(n) && c.unit(2) == Unit::Month)?;
    let nth = if c.int(0) == 0 || c.int(0) == 3 { 1 } else { -1 };
    Some(Meaning::Spell { nth, months: months as u8, of, dir })
}

fn stretch(c: &Caps<'_>, turn: i32, amount: Amount, unit: Unit) -> Option<Meaning> {
    let story = c.view.is(c.start, few!("following previous prior preceding ensuing subsequent intervening"));
    let from = if story { From::Story } else { From::Now };
    Some(Meaning::Stretch { amount, unit, from, future: turn > 0 })
}

fn set(value: Value) -> Option<Meaning> {
    Some(Meaning::Fixed(TimexKind::Set, value))
}

fn every(amount: i32, unit: Unit) -> Option<Meaning> {
    set(Value::Duration { amount: Amount::whole(amount), unit })
}

fn c_unit(n: i32) -> Unit {
    [Unit::Day, Unit::Week, Unit::Month, Unit::Year][n as usize % 4]
}

/// What goes so far in an hour: a speed, no length.
const SPEED: &str = "kilometers kilometres miles km mph knots meters metres feet";
/// What there is so much of in every day or year.
const RATE: &str = "dollars euros pounds pence cents yen rupees barrels tons tonnes times calls cases people units cars jobs flights passengers visitors litres liters gallons meals deaths hours million billion thousand percent";

/// `the Daily Mail`, `LA Weekly`, `the People's Daily`
fn is_paper(c: &Caps<'_>) -> bool {
    let capital = |at: usize| c.view.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower);
    let owner = c.after(few!("'s ’s")) && c.start >= c.view.start + 2 && capital(c.start - 2);
    let beside = c.start > c.view.start && (capital(c.start - 1) || capital(c.end) || owner);
    capital(c.start) && (beside || c.before(few!("mail telegraph mirror star express news beast show")))
}

/// True behind what there is so much of: `300 barrels a day`, `two a month`.
fn is_rate(c: &Caps<'_>) -> bool {
    // `20 articles a month`, `20 free articles a month`
    let word = |back: usize| c.start.checked_sub(back).filter(|at| *at >= c.view.start).and_then(|at| c.view.token(at));
    let plural = word(1).is_some_and(|t| t.case == Case::Lower && t.span.of(&c.view.doc.text).ends_with('s'));
    let number = |back: usize| word(back).is_some_and(|t| t.kind == TokenKind::Number);
    is_counted(c) || c.after(RATE) || plural && !c.after(SPEED) && (number(2) || number(3))
}

/// True right behind a number.
fn is_counted(c: &Caps<'_>) -> bool {
    let dash = usize::from(c.start > c.view.start + 1 && c.view.is_dash(c.start - 1));
    let at = c.start.wrapping_sub(1 + dash);
    c.start > c.view.start
        && (c.view.token(at).is_some_and(|t| t.kind == TokenKind::Number) || c.view.value(at, Class::Number).is_some())
}

/// `may last four days`: the verb.
fn is_verb(c: &Caps<'_>) -> bool {
    c.view.is(c.start, few!("last"))
        && c.after(few!("may might can could will would to should must not did does often usually typically"))
}

/// Ages are no times (`6-year-old`, `18 years old`).
fn is_age(c: &Caps<'_>) -> bool {
    c.before(few!("old olds"))
        || c.view.is_dash(c.end) && c.view.is(c.end + 1, few!("old olds"))
        || c.before(few!("of")) && c.view.is(c.end + 1, few!("age"))
}

/// `a second term`, `a quarter of them`, `a decades long row`: no length.
fn is_length(c: &Caps<'_>, amount: Amount, unit: Unit) -> bool {
    let article = c.view.is(c.start, few!("a an"));
    let plural = c.view.value(c.end - 1, Class::Units).is_some();
    let share = matches!(unit, Unit::Quarter | Unit::Half)
        && (c.before(few!("of")) || !c.after(few!("for past last next over consecutive previous")));
    // The programme ‘60 Minutes’.
    let named = c.view.token(c.end - 1).is_some_and(|t| t.case == Case::Title) && c.after("' \" “ ‘ `");
    // `the Hundred Years' War`, `the Six-Day War`
    let behind = c.end + usize::from(c.before(few!("' ’ 's")));
    let war = c.view.is(behind, few!("war wars")) && c.view.token(behind).is_some_and(|t| t.case == Case::Title);
    // `the third in as many weeks`
    let alike = c.after(few!("as")) && c.view.is(c.start, few!("many few"));
    let speed = article && c.after(SPEED) && unit < Unit::Day;
    let ordinal = unit == Unit::Second && amount == Amount::whole(1) && !c.view.is(c.start, few!("one"));
    // `at World Cup 2018 day five`: a year.
    let year = !plural && c.view.token(c.start).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4);
    // `a Year 11 lesson`: which of them.
    let numbered = article
        && c.view.token(c.end - 1).is_some_and(|t| t.case == Case::Title)
        && c.view.token(c.end).is_some_and(|t| t.kind == TokenKind::Number);
    !(article && plural && amount != Amount::Vague
        || share
        || ordinal
        || numbered
        || speed
        || year && !c.view.is_dash(c.start + 1)
        || alike
        || war
        || named
        || is_age(c)
        || article && c.view.is_dash(c.end) && c.view.is(c.end + 1, few!("long")))
}

rules! {
    Alone other "a|an UNIT" => |c| ((is_rate(c) || c.after(SPEED) && c.unit(1) >= Unit::Day) && !c.before(few!("ago later earlier after before and or from - ’ 's old"))).then(|| every(1, c.unit(1)))?;
        ["It gives 300 barrels [a day]. = P1D", "It pays 5 million [a year]. = P1Y", "They build two [a month]. = P1M", "It lends 20 rare books [a month]. = P1M"], ["It did 90 miles an hour."]
    About other "a quarter|half -? century" => |c| length(Amount::whole(if c.int(0) == 0 { 25 } else { 50 }), Unit::Year).filter(|_| !is_age(c));
        ["It took [a quarter-century] to end. = P25Y", "For [a half century] it was shut. = P50Y"], []
    The other "TURN quarter|half -? century" => |c| stretch(c, c.int(0), Amount::whole(if c.int(1) == 0 { 25 } else { 50 }), Unit::Year).filter(|_| c.int(0) != 0);
        ["Over [the past half century] it fell. = P50Y"], []
    About other "a quarter of a|an century|hour" => |c| if c.int(1) == 0 { length(Amount::whole(25), Unit::Year) } else { length(Amount::Quarters(1), Unit::Hour) };
        ["It took [a quarter of a century] to end. = P25Y", "It took [a quarter of an hour] to end. = PT15M"], []
    About other "three -? quarters of an hour" => |_| length(Amount::Quarters(3), Unit::Hour);
        ["It took [three quarters of an hour] to end. = PT45M"], []
    About other "NUM earth|martian|lunar|solar|sidereal days|years" => |c| {
            let unit = if c.view.is(c.end - 1, few!("days")) { Unit::Day } else { Unit::Year };
            length(c.amount(0), unit)
        };
        ["It worked for [1000 Earth days]. = P1000D", "It spins once in [176 Earth days]. = P176D"], ["Nine Earth Day walks were held."]
    About other "NUM UNITS" => |c| is_length(c, c.amount(0), c.unit(1)).then(|| length(c.amount(0), c.unit(1)))?;
        ["It took [two days] to end. = P2D", "It took [5 1/2 hours] to end. = PT5H30M", "It took [a few weeks] to end. = PXW", "It took [more than twenty-five years] to end. = P25Y", "It took [2,000 years] to end. = P2000Y"],
        ["She is 18 years old.", "In three quarters of cases."]
    Alone other "NUM > and|or NUM UNITS" => |c| {
            // `sentences of eight and 10 years`: one each.
            let whole = |n: usize| matches!(c.amount(n), Amount::Quarters(q) if q > 0 && q % 4 == 0 && q < 4000);
            (c.after(few!("of")) && c.start > c.view.start + 1 && c.view.is(c.start - 2, few!("sentences terms periods spells bans contracts leases")) && !c.view.is(c.start, few!("a an")) && whole(0) && whole(2)).then(|| length(c.amount(0), c.unit(3)))?
        };
        ["They got terms of [eight] and 10 years. = P8Y"], ["A team of two and 10 years of work.", "He spoke of one and two days."]
    About other "NUM to|or|- NUM UNITS" => |c| {
            // `three to five years`, not `from 2 to 5 days`: between the two, whatever it is.
            let (Amount::Quarters(low), Amount::Quarters(high)) = (c.amount(0), c.amount(2)) else { return None };
            let unit = c.unit(3);
            let year = c.view.token(c.start).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4);
            let fits = low < high && !year && !c.after(few!("from between")) && !c.view.is(c.start, few!("a an")) && unit >= Unit::Minute;
            (fits && is_length(c, c.amount(2), unit)).then(|| length(Amount::Vague, unit))?
        };
        ["It will take [three to five years] to mend. = PXY", "It lasts [10-15 minutes] there. = PTXM", "They stayed [two or three days] there. = PXD"],
        ["She is three to five years old.", "It rose 2 to 1 in days."]
    About other "LENGTH" => |c| (!is_age(c)).then_some(Meaning::Fixed(TimexKind::Duration, Value::Length(c.length(0)?)));
        ["It took [two years and three months] to end. = P2Y3M", "It took [1 hour, 20 minutes and 5 seconds] to end. = PT1H20M5S"],
        ["She is five years and two months old."]
    About other "NUM UNIT|UNITS and a? half|quarter" => |c| {
            let Amount::Quarters(quarters) = c.amount(0) else { return None };
            length(Amount::Quarters(quarters.checked_add(if c.int(2) == 0 { 2 } else { 1 })?), c.unit(1)).filter(|_| quarters % 4 == 0 && !is_age(c) && c.unit(1) >= Unit::Minute)
        };
        ["It took [an hour and a half] to end. = PT1H30M", "It took [one year and a half] to end. = P1.5Y"], []
    Alone other "a|an UNIT or two|so|more" => |c| {
            let amount = [Amount::Vague, Amount::whole(1), Amount::whole(1)][c.int(2) as usize % 3];
            (!matches!(c.unit(1), Unit::Half | Unit::Quarter | Unit::Second)).then(|| length(amount, c.unit(1)))?
        };
        ["It took [a week or two] to end. = PXW", "It took [a year or so] to end. = P1Y"], []
    About other "NUM UNITS or so|more" => |c| is_length(c, c.amount(0), c.unit(1)).then(|| length(c.amount(0), c.unit(1)))?;
        ["It took [ten years or so] to end. = P10Y"], []
    About other "NUM UNIT" => |c| is_length(c, c.amount(0), c.unit(1)).then(|| length(c.amount(0), c.unit(1)))?;
        ["It took [a week] to end. = P1W", "It took [half an hour] to end. = PT30M", "It took [at least a century] to end. = P100Y"],
        ["A second term began.", "A quarter of them left.", "She has a year old son.", "At day five of World Cup 2018 day six loomed.", "She gave a Year 9 class."]
    About other "NUM - UNIT" => |c| (c.amount(0) != Amount::Vague && !is_age(c) && !c.view.is(c.start, few!("a an")) && !matches!(c.unit(1), Unit::Half | Unit::Quarter) && (!c.before(few!("war")) || c.view.token(c.end).is_none_or(|t| t.case != Case::Title))).then(|| length(c.amount(0), c.unit(1)))?;
        ["A [two-day] visit. = P2D", "A [16-hour] flight. = PT16H"], ["A 6-year-old boy."]
    About other "NUM -? UNIT -? long" => |c| (c.amount(0) != Amount::Vague && !c.view.is(c.start, few!("a an"))).then(|| length(c.amount(0), c.unit(1)))?;
        ["A [six-month-long] strike. = P6M"], []
    Alone other "UNIT - long" => |c| (c.unit(0) >= Unit::Hour).then(|| length(Amount::whole(1), c.unit(0)))?; ["A [month-long] strike. = P1M"], []
    Alone other "UNITS - long" => |c| (c.unit(0) >= Unit::Hour).then(|| length(Amount::Vague, c.unit(0)))?; ["A [decades-long] row. = PXY"], []
    Alone other "UNIT - old" => |c| (c.unit(0) >= Unit::Decade && (!is_counted(c) || c.after(few!("a an")))).then(|| length(Amount::whole(1), c.unit(0)))?; ["A [century-old] row. = P100Y"], ["A year-old boy.", "A 2-decade-old row."]
    Alone other "UNITS - old" => |c| (c.unit(0) >= Unit::Day && (!is_counted(c) || c.after(few!("a an")))).then(|| length(Amount::Vague, c.unit(0)))?; ["A [years-old] row. = PXY"], ["He was 33 years-old.", "A 2,000-years-old wall."]
    Alone other "UNITS" => |c| {
            let led = c.after(few!("for over after within taking takes took take lasted last spent spend recent following in many waited until of several took"));
            let the = c.after(few!("the")) && c.start >= c.view.start + 2 && c.view.is(c.start - 2, few!("in over for during through")) && c.before(few!("before after since ahead that following leading , to"));
            let alike = c.after(few!("many few")) && c.start >= c.view.start + 2 && c.view.is(c.start - 2, few!("as"));
            let tail = c.before(few!("before after away")) || c.before(few!("ahead")) && c.view.is(c.end + 1, few!("of"));
            let of = c.after(few!("of in last spent spend over")) && !c.before(few!("of , ."))
                || c.after(few!("take takes took")) && !c.before(few!("of , . to before"));
            // `the deal followed weeks of talks`
            let spent = c.before(few!("of")) && c.after(few!("followed follows despite amid capped ended ending seen saw endured faced brought caused sparked"));
            (c.unit(0) >= Unit::Hour && !is_age(c) && !is_counted(c) && c.unit(0) != Unit::Weekend && !alike && (led && !of || the || tail || spent)).then(|| length(Amount::Vague, c.unit(0)))?
        };
        ["It went on for [years]. = PXY", "After [weeks] of talks. = PXW", "Following [weeks] of talks. = PXW", "In the [days] before the vote. = PXD", "It will take [weeks] to mend. = PXW", "The deal followed [months] of talks. = PXM", "It came [days] ahead of the vote. = PXD", "The end is [months] away. = PXM"],
        ["Office hours are long.", "They take days off."]
    The other "TURN NUM UNITS" => |c| stretch(c, c.int(0), c.amount(1), c.unit(2)).filter(|_| !is_verb(c));
        ["Over [the past two months] it fell. = P2M", "In [the next six months] it falls. = P6M", "Over [the past few years] it fell. = PXY", "In [the following two years] it fell. = P2Y"], ["It may last four days."]
    The other "TURN UNIT and a? half" => |c| stretch(c, c.int(0), Amount::Quarters(6), c.unit(1)).filter(|_| c.unit(1) >= Unit::Hour && c.int(0) != 0);
        ["Over [the past year and a half] it fell. = P1.5Y"], []
    The other "TURN UNITS" => |c| (c.unit(1) >= Unit::Hour && !is_verb(c) && (!c.view.is(c.start, few!("following preceding")) || c.after(few!("the in for over during")))).then(|| stretch(c, c.int(0), Amount::Vague, c.unit(1)))?;
        ["In [the coming years] it falls. = PXY"], ["Following weeks of talks."]
    The other "NUM TURN UNITS" => |c| (c.int(1) != 0).then(|| stretch(c, c.int(1), c.amount(0), c.unit(2)))?;
        ["In [the two previous years] it fell. = P2Y"], []
    Alone other "recent UNITS" => |c| (c.unit(0) >= Unit::Day).then_some(Meaning::Stretch { amount: Amount::Vague, unit: c.unit(0), from: From::Now, future: false });
        ["In [recent days] it fell. = PXD"], []
    The other "first|last|final|initial|opening NUM UNITS" => |c| length(c.amount(1), c.unit(2)).filter(|_| c.unit(2) >= Unit::Minute && c.int(0) != 1);
        ["In [the first three years] of the war. = P3Y"], []
    The other "first|last|final|opening NUM UNITS of DATE" => |c| {
            let (of, dir) = c.date(3)?;
            spell(c, of, dir).or_else(|| length(c.amount(1), c.unit(2)))
        };
        ["In [the first ten months of 1915] it fell. = P10M"], []
    The other "first|last|final|opening NUM UNITS of the year" => |c| spell(c, Point::Shift { from: From::Here, amount: 0, unit: Unit::Year }, Dir::Open);
        ["In [the first three months of the year] it fell. = P3M"], ["In [the first two days] of the year it fell."]
    The other "last UNITS of DATE" => |c| length(Amount::Vague, c.unit(0));
        ["In [the last days of May 1998] it fell. = PXD"], []
    About other "another|additional|extra NUM UNITS" => |c| length(c.amount(1), c.unit(2)); ["It took [another seven months] to end. = P7M"], []
    About other "another|additional UNIT" => |c| (c.unit(1) >= Unit::Minute && !matches!(c.unit(1), Unit::Half | Unit::Quarter | Unit::Day)).then(|| length(Amount::whole(1), c.unit(1)))?; ["It took [another year] to end. = P1Y"], []
    About other "NUM more|additional|extra|full|consecutive|straight|long|whole|further|working|business|calendar|successive UNITS" => |c| length(c.amount(0), c.unit(2)); ["It took [two more weeks] to end. = P2W", "It took [ten working days] to end. = P10D"], []
    About other "NUM or so UNITS" => |c| length(c.amount(0), c.unit(1)); ["It took [20 or so years] to end. = P20Y"], []
    The other "TURN NUM or so UNITS" => |c| stretch(c, c.int(0), c.amount(1), c.unit(2)).filter(|_| !is_verb(c) && c.int(0) != 0);
        ["Over [the last 20 or so years] it fell. = P20Y"], []
    The other "TURN NUM consecutive|straight|full UNITS" => |c| stretch(c, c.int(0), c.amount(1), c.unit(3)).filter(|_| !is_verb(c) && c.int(0) != 0);
        ["Over [the last three straight months] it fell. = P3M"], []
    About other "NUM - plus UNITS" => |c| length(c.amount(0), c.unit(1)); ["It took [20-plus months] to end. = P20M"], []
    Alone other "all|entire|whole|full UNIT" => |c| (matches!(c.unit(1), Unit::Day | Unit::Week | Unit::Month | Unit::Year) && !c.before(few!("of"))).then(|| length(Amount::whole(1), c.unit(1)))?; ["It rained [all day]. = P1D"], []

    Alone other "every|each UNIT" => |c| (c.unit(1) != Unit::Half && c.unit(1) != Unit::Second).then(|| every(1, c.unit(1)))?; ["It rains [every day]. = P1D", "It rains [each year]. = P1Y"], []
    Alone other "every NUM UNITS" => |c| every(c.amount(0).as_whole()?, c.unit(1)); ["It rains [every two weeks]. = P2W"], []
    Alone other "every other|second|third|fourth WEEKDAY" => |c| set(Value::EveryWeekday(c.int(1) as u8)); ["They meet [every other Friday]. = XXXX-WXX-5"], []
    Alone other "every|each WEEKDAY at|from? CLOCK" => |c| set(Value::EveryClock { weekday: Some(c.int(1) as u8), clock: c.clock(3)? });
        ["They meet [every Monday at 4 p.m.] sharp. = XXXX-WXX-1T16:00"], []
    Alone other "WEEKDAYS at|from? CLOCK" => |c| set(Value::EveryClock { weekday: Some(c.int(0) as u8), clock: c.clock(2)? });
        ["They meet [Mondays at 4 p.m.] sharp. = XXXX-WXX-1T16:00"], []
    Alone other "CLOCK on? WEEKDAYS" => |c| set(Value::EveryClock { weekday: Some(c.int(1) as u8), clock: c.clock(0)? });
        ["They meet at [4 p.m. on Mondays] there. = XXXX-WXX-1T16:00"], []
    Alone other "CLOCK every|each WEEKDAY" => |c| set(Value::EveryClock { weekday: Some(c.int(2) as u8), clock: c.clock(0)? });
        ["They meet at [4 p.m. every Monday] there. = XXXX-WXX-1T16:00"], []
    Alone other "daily|nightly|everyday at|from? CLOCK" => |c| set(Value::EveryClock { weekday: None, clock: c.clock(2)? });
        ["It opens [daily at 9 a.m.] sharp. = XXXX-XX-XXT09:00"], []
    Alone other "every|each day|night|morning|evening|afternoon at|from? CLOCK" => |c| set(Value::EveryClock { weekday: None, clock: c.clock(3)? });
        ["It rings [every day at 7:13 p.m.] sharp. = XXXX-XX-XXT19:13"], []
    Alone other "CLOCK every|each day|night|morning|evening|afternoon" => |c| set(Value::EveryClock { weekday: None, clock: c.clock(0)? });
        ["It rings at [7:13 p.m. every day] there. = XXXX-XX-XXT19:13"], []
    Alone other "CLOCK daily|nightly" => |c| set(Value::EveryClock { weekday: None, clock: c.clock(0)? });
        ["It opens at [9 a.m. daily] there. = XXXX-XX-XXT09:00"], []
    Alone other "biennial|biennially|biannual|semiannual|semi-annual|bimonthly|triennial|quadrennial" => |c| {
            let (amount, unit) = [(2, Unit::Year), (2, Unit::Year), (6, Unit::Month), (6, Unit::Month), (6, Unit::Month), (2, Unit::Month), (3, Unit::Year), (4, Unit::Year)][c.int(0) as usize % 8];
            every(amount, unit)
        };
        ["The [biennial] fair opened. = P2Y", "The [quadrennial] games. = P4Y"], []
    // Not `up from 38 minutes a year earlier`.
    Alone other "NUM UNITS a|per day|week|month|year" => |c| (c.unit(1) < c_unit(c.int(3)) && !c.before(few!("ago earlier before later after"))).then(|| set(Value::Duration { amount: c.amount(0), unit: c.unit(1) }))?;
        ["It is open [24 hours a day] there. = PT24H", "They worked [six days a week] there. = P6D", "They sail [several months a year] there. = PXM"], []
    Alone other "every other|second UNIT" => |c| every(2, c.unit(1)); ["It rains [every other day]. = P2D"], []
    Alone other "every|each WEEKDAY" => |c| set(Value::EveryWeekday(c.int(1) as u8)); ["They meet [every Monday]. = XXXX-WXX-1"], []
    Alone other "every|each WEEKDAY PART" => |c| set(Value::EveryPart { weekday: Some(c.int(1) as u8), part: c.part(2) }); ["They meet [every Monday morning]. = XXXX-WXX-1TMO"], []
    Alone other "WEEKDAY evenings|mornings|afternoons|nights" => |c| set(Value::EveryPart { weekday: Some(c.int(0) as u8), part: [Part::Evening, Part::Morning, Part::Afternoon, Part::Night][c.int(1) as usize % 4] });
        ["They meet on [Saturday mornings]. = XXXX-WXX-6TMO"], []
    Alone other "every|each MONTH" => |c| set(Value::EveryMonth(c.int(1) as u8)); ["They meet [every March]. = XXXX-03"], []
    Alone other "every|each MONTH DAY" => |c| Date::new(2024, c.int(1) as u32, c.int(2) as u32).and_then(|_| set(Value::EveryDay { month: c.int(1) as u8, day: c.int(2) as u8 })); ["They meet [every March 3]. = XXXX-03-03"], []
    Alone other "every|each SEASON" => |c| set(Value::EverySeason(c.season(1))); ["They meet [every summer]. = XXXX-SU"], []
    Alone other "every|each PART" => |c| set(Value::EveryPart { weekday: None, part: c.part(1) }); ["They meet [every night]. = XXXX-XX-XXTNI"], []
    Alone other "WEEKDAYS" => |c| set(Value::EveryWeekday(c.int(0) as u8)); ["They meet on [Mondays]. = XXXX-WXX-1"], []
    Alone other "OFTEN" => |c| every(1, c.unit(0)).filter(|_| !is_paper(c));
        ["They meet [daily]. = P1D", "The [annual] fair. = P1Y", "Sales rose [quarterly]. = P1Q"], ["The Daily Mail said so.", "She told LA Weekly so.", "The People's Daily said so."]
    Alone other "everyday" => |c| (c.view.token(c.end).is_none_or(|t| t.kind == TokenKind::Mark) || c.before(few!("now and at for in on to by but or since when as with from because until"))).then(|| every(1, Unit::Day))?;
        ["They meet [everyday] now. = P1D"], ["They sold everyday goods."]
    Alone other "half -? yearly" => |_| every(6, Unit::Month); ["The [half-yearly] report. = P6M"], []
    Alone other "first|second|third|fourth|last WEEKDAY of|in every|each month" => |c| set(Value::EveryWeekday(c.int(1) as u8));
        ["They meet on the [first Monday of every month]. = XXXX-WXX-1"], []
    Alone other "first|second|third|fourth|last WEEKDAY of|in every|each MONTH" => |c| set(Value::EveryMonth(c.int(4) as u8));
        ["They meet on the [first Monday of every March]. = XXXX-03"], []
    Alone other "every first|second|third|fourth|last WEEKDAY of|in? the? month" => |c| set(Value::EveryWeekday(c.int(1) as u8));
        ["They meet [every first Monday of the month]. = XXXX-WXX-1"], []
    Alone other "bi|semi - weekly|monthly|annual|annually|yearly" => |c| {
            let half = c.int(0) == 1;
            match (c.int(1), half) {
                (0, false) => every(2, Unit::Week),
                (1, false) => every(2, Unit::Month),
                (_, true) if c.int(1) > 1 => every(6, Unit::Month),
                (4, false) => every(2, Unit::Year),
                (2 | 3, false) => every(6, Unit::Month),
                _ => None,
            }
        };
        ["The [bi-monthly] drill. = P2M", "The [semi-annual] report. = P6M"], []
    Alone other "once|twice a|an|every|each UNIT" => |c| every(1, c.unit(2)); ["They meet [twice a week]. = P1W"], []
    Alone other "once|twice|thrice OFTEN" => |c| every(1, c.unit(1)); ["It is taken [twice daily]. = P1D"], []
    Alone other "NUM times OFTEN" => |c| every(1, c.unit(1)); ["It is taken [three times daily]. = P1D"], []
    Alone other "NUM times a|an|every|each|per UNIT" => |c| every(1, c.unit(2)); ["They meet [three times a week]. = P1W"], []
    Alone other "per UNIT" => |c| (c.unit(0) >= Unit::Day && c.unit(0) != Unit::Half).then(|| every(1, c.unit(0)))?; ["It costs 5 [per day]. = P1D"], []
    Alone other "weekdays" => |_| set(Value::Duration { amount: Amount::whole(1), unit: Unit::Day }); ["They meet on [weekdays]. = P1D"], []
    Alone other "weekends" => |c| c.after(few!("on at and most")).then(|| every(1, Unit::Weekend))?; ["They meet on [weekends]. = P1WE"], []
}
