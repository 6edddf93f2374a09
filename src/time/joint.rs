//! What expressions say of one another: times counted from well-known events, weekdays that agree, and the publication
//! date that follows where none is given.
//!
//! Doors: [`hang`] (`a day after the …`), [`name`] (`the Sept. 11 attacks`), [`infer`] (the publication date), [`agree`] (reasons that support each other).

use super::calendar::Date;
use super::known::{Event, Mention};
use super::lexicon::{self, Class};
use super::meaning::{Dir, Meaning, Point};
use super::names::{WEEKDAYS, long};
use super::pattern::{Payload, View};
use super::readers::Reader;
use super::rules::Scratch;
use super::tense::{self, Direction};
use super::value::{Unit, Value};
use super::{Match, Timex, published, rules};
use crate::analysis::{Published, PublishedSource};
use crate::document::Document;
use crate::time::pattern::few;
use crate::{Certainty, TokenRange};

/// How many expressions before and behind one can speak for or against it.
const NEAR: usize = 16;

/// A time counted from a known event.
#[derive(Clone, Copy, Debug)]
pub struct Hanging {
    /// Number of the event's mention.
    pub mention: usize,
    /// The day, week, month or year it comes to.
    pub value: Value,
}

/// Puts times that are counted from known events (`a day after Trump's inauguration`) into the matches, in place of
/// those they contain. Gives the number of each in `matches`.
pub fn hang(
    doc: &Document,
    matches: &mut Vec<Match>,
    mentions: &[Mention],
    settled: &[Option<&'static Event>],
) -> Vec<(u32, Hanging)> {
    let (mut hanging, mut new) = (Vec::new(), Vec::new());
    let mut scratch = Scratch::default();
    for (number, (mention, event)) in mentions.iter().zip(settled).enumerate() {
        let Some(event) = event else { continue };
        let sentence = doc.sentences[mention.sentence as usize].tokens.range();
        let view = &rules::view(doc, sentence.start, sentence.end, &mut scratch);
        let Some((start, amount, unit)) = counted(view, mention.tokens.start as usize) else { continue };
        let from = event.at(mention.side);
        let value = match unit {
            Unit::Day if amount == 0 => Some(from),
            Unit::Day if from.unit() == Some(Unit::Day) => from.shifted(amount, unit),
            Unit::Day => None,
            Unit::Week if from.unit() == Some(Unit::Day) => {
                from.first_day().and_then(|d| d.plus_days(amount.checked_mul(7)?)).map(|d| Value::around(d, Unit::Week))
            }
            Unit::Month if from.unit().is_some_and(|u| u <= Unit::Month) => from.shifted(amount, unit),
            Unit::Year => from.shifted(amount, unit),
            _ => None,
        };
        let Some(value) = value else { continue };
        let tokens = TokenRange::new(start as u32, mention.tokens.end);
        let first = matches.partition_point(|m| m.tokens.end <= tokens.start);
        let crossed = matches[first..]
            .iter()
            .take_while(|m| m.tokens.start < tokens.end)
            .any(|m| m.tokens.start < tokens.start || m.tokens.end > tokens.end);
        if !crossed {
            let meaning = Meaning::Point(Point::Known(value), Dir::Open);
            new.push(Match { tokens, sentence: mention.sentence, meaning, rule: u16::MAX });
            hanging.push((tokens.start, Hanging { mention: number, value }));
        }
    }
    // Those that a new one covers make room for it.
    let mut covers = new.iter().copied().peekable();
    let mut merged = Vec::with_capacity(matches.len() + new.len());
    for old in matches.drain(..) {
        while let Some(cover) = covers.next_if(|c| c.tokens.start <= old.tokens.start) {
            merged.push(cover);
        }
        if merged.last().is_none_or(|m: &Match| m.tokens.end <= old.tokens.start) {
            merged.push(old);
        }
    }
    merged.extend(covers);
    *matches = merged;
    hanging
}

/// Gives a day and month inside an event's name, or right beside it, its year (`the Sept. 11 attacks`). Gives the number of each in `matches`.
pub fn name(matches: &mut [Match], mentions: &[Mention], settled: &[Option<&'static Event>]) -> Vec<(u32, Hanging)> {
    let mut named = Vec::new();
    for (number, (mention, event)) in mentions.iter().zip(settled).enumerate() {
        let Some(value @ Value::Day(date)) = event.map(|e| e.at(mention.side)) else { continue };
        // `the Aug. 7 embassy bombings`, `the bombings on 7 August`: the date may stand right beside the name.
        let first = matches.partition_point(|m| m.tokens.end + 1 < mention.tokens.start);
        for found in matches[first..].iter_mut().take_while(|m| m.tokens.start <= mention.tokens.end + 1) {
            if let Meaning::Point(Point::Month { month, day: Some(day), .. }, _) = found.meaning
                && (month, day) == (date.month, date.day)
            {
                found.meaning = Meaning::known(value);
                named.push((found.tokens.start, Hanging { mention: number, value }));
            }
        }
    }
    named
}

/// `a day after`, `two years before`, `the day of`, right before token `at`: where it begins, and how far it is.
fn counted(view: &View<'_>, at: usize) -> Option<(usize, i32, Unit)> {
    let preposition = at.checked_sub(1).filter(|p| *p > view.start)?;
    let sign = if view.is(preposition, few!("after following")) {
        1
    } else if view.is(preposition, few!("before")) {
        -1
    } else if view.is(preposition, few!("of")) {
        0
    } else {
        return None;
    };
    let place = preposition - 1;
    let singular = view.value(place, Class::Unit);
    let unit = lexicon::unit(singular.or_else(|| view.value(place, Class::Units))?);
    if unit < Unit::Day {
        return None;
    }
    // `for four years after the war` is a length.
    let lasts = |at: usize| at > view.start && view.is(at - 1, few!("for lasted last"));
    if place > view.start && singular.is_some() && view.is(place - 1, few!("the")) {
        return Some((place - 1, sign, unit));
    }
    if sign == 0 {
        return None;
    }
    (1..=4).filter(|back| place >= view.start + back).find_map(|back| match Reader::Amount.read(view, place - back) {
        Some((end, Payload::Amount(amount))) if end == place && !lasts(place - back) => {
            Some((place - back, sign * amount.as_whole()?, unit))
        }
        _ => None,
    })
}

/// A bare weekday of the text, told as news.
fn bare_weekday(found: &Match) -> Option<u8> {
    let point = match found.meaning {
        Meaning::Point(point, Dir::Open) => point,
        Meaning::Part { on: Some((point, Dir::Open)), .. } | Meaning::Clock { on: Some((point, Dir::Open)), .. } => {
            point
        }
        _ => return None,
    };
    if let Point::Weekday { weekday, weeks: None } = point { Some(weekday) } else { None }
}

/// The publication date where none is given. News calls the days before it appeared by their bare weekdays, so that a
/// day which is known otherwise and agrees with them fixes it:
/// - a day counted from a well-known event, with its bare weekday near by;
/// - a well-known event called by its bare weekday (`Friday's bombing of …`);
/// - a day that the first sentences say with weekday and year;
/// - the day and month of a dateline without a year, soon after a well-known event that the article names, in a year in
///   which the weekdays agree;
/// - a day and month with their weekday, where the years that the article names leave a few years and the weekdays agree
///   in one of them alone.
///
/// A weekday fits one year in seven, so that it can choose among few years but never find the year: one old year in an
/// article says nothing of when it was written. A day before there were newspapers (the first appeared in 1605) dates
/// no news.
pub fn infer<'a>(
    doc: &Document,
    matches: &[Match],
    hanging: &[(u32, Hanging)],
    anchors: impl Iterator<Item = (&'a Mention, &'static Event)>,
) -> Option<(Date, Published)> {
    let anchors: Vec<(&Mention, Value)> = anchors.map(|(mention, event)| (mention, event.at(mention.side))).collect();
    from_event(doc, matches, hanging)
        .or_else(|| from_named(doc, matches, &anchors))
        .or_else(|| from_weekday(doc, matches))
        .or_else(|| from_line(doc, matches, &anchors))
        .filter(|(date, _)| (1605..2100).contains(&date.year))
}

fn inferred(date: Date, because: String) -> Option<(Date, Published)> {
    let published = Published { date: Some(date.to_string()), source: PublishedSource::Inferred, because };
    published::is_press_date(date).then_some((date, published))
}

fn day_name(date: Date) -> &'static str {
    WEEKDAYS[usize::from(date.weekday()) - 1]
}

fn from_event(doc: &Document, matches: &[Match], hanging: &[(u32, Hanging)]) -> Option<(Date, Published)> {
    let agreeing = hanging.iter().filter_map(|(start, hung)| {
        let Value::Day(date) = hung.value else { return None };
        let place = matches.binary_search_by_key(start, |m| m.tokens.start).ok()?;
        let around = &matches[place.saturating_sub(NEAR)..(place + NEAR).min(matches.len())];
        let near = |m: &&Match| m.sentence.abs_diff(matches[place].sentence) <= 3;
        let agrees = around.iter().filter(near).filter_map(bare_weekday).any(|w| w == date.weekday());
        agrees.then_some((date, place))
    });
    let (date, place) = agreeing.max()?;
    let because = format!(
        "the article calls a day `{0}` and tells of `{1}`, {2}; that is a {0}, so it appeared then or within the next six days",
        day_name(date),
        doc.words(matches[place].tokens),
        long(date)
    );
    inferred(date, because)
}

fn from_named(doc: &Document, matches: &[Match], anchors: &[(&Mention, Value)]) -> Option<(Date, Published)> {
    let word = |at: usize, words: &[&str]| doc.is(at, words);
    let (date, mention) = anchors.iter().find_map(|(mention, value)| {
        let Value::Day(date) = *value else { return None };
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let first = matches.partition_point(|m| m.tokens.start + 3 < start);
        let called = matches[first..].iter().take_while(|m| m.tokens.start <= end + 3).any(|m| {
            let behind = m.tokens.end;
            let owns = behind < end && word(behind as usize, &["'s", "’s"]) && behind + 1 >= start;
            let inside = m.tokens.start >= start && behind <= end;
            // `the Friday bombings`, but not `condemned on Friday bombings …`
            let led = behind == start && m.tokens.start > 0 && word(m.tokens.start as usize - 1, &["the"]);
            // `exploded at the embassy in Kenya on Friday`
            let told = mention.verb && m.tokens.start >= end && m.sentence == mention.sentence;
            (owns || inside || led || told) && bare_weekday(m) == Some(date.weekday())
        });
        let said = || happened(doc, matches, mention) == Some(date.weekday());
        ((called || said()) && !mention.remembered).then_some((date, *mention))
    })?;
    let because = format!(
        "the article tells of `{}`, {}, as of {}, so it appeared then or within the next six days",
        doc.words(mention.tokens),
        long(date),
        day_name(date)
    );
    inferred(date, because)
}

/// The weekday on which `the bombings` of a mention in the lead are said to have happened further on.
fn happened(doc: &Document, matches: &[Match], mention: &Mention) -> Option<u8> {
    if mention.sentence >= LEAD || mention.verb {
        return None;
    }
    let is = |at: usize, words: &[&str]| doc.is(at, words);
    let named = |at: usize| mention.tokens.range().any(|own| doc.tokens[own].hash == doc.tokens[at].hash);
    let first = matches.partition_point(|m| m.sentence <= mention.sentence);
    let near = matches[first..].iter().take_while(|m| m.sentence <= mention.sentence + 2 * LEAD);
    let told = |found: &&Match| {
        let start = doc.sentences[found.sentence as usize].tokens.start as usize;
        let verb = (start..found.tokens.start as usize).find(|at| is(*at, &["occurred", "happened"]));
        verb.is_some_and(|verb| {
            let subject = verb.checked_sub(1).filter(|at| *at > start && named(*at));
            subject.is_some() && (start..verb).take(1).any(|at| is(at, &["the"]))
        })
    };
    near.filter(told).find_map(bare_weekday)
}

/// How many sentences count as the lead.
const LEAD: u32 = 4;

fn from_weekday(doc: &Document, matches: &[Match]) -> Option<(Date, Published)> {
    let full = |found: &Match| match found.meaning {
        Meaning::Point(Point::Known(Value::Day(date)), _) => Some(date),
        _ => None,
    };
    let latest = matches.iter().filter_map(full).max()?;
    let mut scratch = Scratch::default();
    let said = matches.iter().take_while(|m| m.sentence < LEAD).find(|m| {
        let range = m.tokens.range();
        let view = &rules::view(doc, range.start, range.end, &mut scratch);
        // `counted from Monday, 2 July to Sunday, 8 July 2007`: what was counted can be told at any time later.
        let ends = range.start.checked_sub(1).map(|at| doc.word(at)).is_some_and(|word| {
            ["to", "through", "until", "till", "-", "–", "—", "and"].iter().any(|w| w.eq_ignore_ascii_case(word))
        });
        full(m) == Some(latest) && view.value(range.start, Class::Weekday).is_some() && !ends
    })?;
    let words = doc.words(said.tokens);
    inferred(
        latest,
        format!("the article begins with the news of {words}, so it appeared then or within the next days"),
    )
}

/// How long after an event its news still goes on, in days.
const NEWS: i32 = 45;
/// Years that what the article tells leaves open.
const FEW: i16 = 2;

fn from_line(doc: &Document, matches: &[Match], anchors: &[(&Mention, Value)]) -> Option<(Date, Published)> {
    let bare: Vec<u8> = matches.iter().take_while(|m| m.sentence < LEAD).filter_map(bare_weekday).collect();
    let line = matches.iter().take_while(|m| m.sentence < LEAD).find_map(|found| {
        let Meaning::Point(Point::Month { month, day: Some(day), weekday }, Dir::Open) = found.meaning else {
            return None;
        };
        (weekday.is_some() || published::stands_alone(doc, found)).then_some((found, month, day, weekday))
    });
    let (found, month, day, weekday) = line?;
    // The day in that year, where the article's weekdays agree.
    let agreeing = |year: i16| {
        let date = Date::new(i32::from(year), u32::from(month), u32::from(day))?;
        let agrees = weekday.map_or_else(|| bare.contains(&date.weekday()), |w| w == date.weekday());
        agrees.then_some(date)
    };
    let words = doc.words(found.tokens);
    let years = Years::of(doc, matches, anchors);
    let soon = anchors.iter().filter(|(mention, _)| !mention.remembered).find_map(|(_, event)| {
        let Value::Day(event) = *event else { return None };
        let date = [event.year, event.year + 1].into_iter().filter_map(agreeing).find(|date| {
            let gap = date.number() - event.number();
            (0..=NEWS).contains(&gap) && years.latest.is_none_or(|latest| latest <= date.year)
        })?;
        Some((date, event))
    });
    if let Some((date, event)) = soon {
        let gap = date.number() - event.number();
        let because = format!(
            "the article is dated `{words}`, a {}, and tells of what happened on {}, {gap} days before such a day",
            day_name(date),
            long(event)
        );
        return inferred(date, because);
    }
    let (first, last) = years.window()?;
    let mut fitting = (first..=last).filter_map(agreeing);
    let date = fitting.next().filter(|_| fitting.next().is_none())?;
    let because = format!(
        "the article is dated `{words}`, a {}; the years it names leave {first} to {last} for it, and of these {} alone \
         has that day on a {}",
        day_name(date),
        date.year,
        day_name(date)
    );
    inferred(date, because)
}

/// What the years that an article names say of when it was written.
struct Years {
    /// The latest it does not look ahead to.
    latest: Option<i16>,
    /// True where it names another year shortly before that.
    recent: bool,
    /// The first it looks ahead to.
    ahead: Option<i16>,
}

impl Years {
    fn of(doc: &Document, matches: &[Match], anchors: &[(&Mention, Value)]) -> Years {
        let mut told: Vec<i16> = anchors.iter().filter_map(|(_, value)| value.year()).collect();
        let mut ahead: Option<i16> = None;
        for found in matches {
            let Meaning::Point(Point::Known(value), _) = found.meaning else { continue };
            let Some(year) = value.year().filter(|y| (1605..2100).contains(y)) else { continue };
            if tense::direction(doc, found.sentence, found.tokens) == Direction::Future {
                ahead = Some(ahead.map_or(year, |a| a.min(year)));
            } else {
                told.push(year);
            }
        }
        let latest = told.iter().copied().max();
        let recent = latest.is_some_and(|latest| told.iter().any(|y| (1..=FEW).contains(&(latest - y))));
        Years { latest, recent, ahead }
    }

    /// The first and the last year it can be of, where it names enough recent ones to tell.
    fn window(&self) -> Option<(i16, i16)> {
        let latest = self.latest?;
        match self.ahead {
            Some(ahead) if ahead < latest => None,
            Some(ahead) if ahead - latest <= FEW => Some((latest, ahead)),
            Some(ahead) if self.recent => Some((latest, (latest + FEW).min(ahead))),
            None if self.recent => Some((latest, latest + FEW)),
            _ => None,
        }
    }
}

/// Gives the times that hang on known events their reasons, with the weekdays that agree or disagree; the weekdays that
/// agree get the same reason, alone where the publication date was `inferred` from it.
pub fn agree(
    timexes: &mut [Timex],
    matches: &[Match],
    hanging: &[(u32, Hanging)],
    mentions: &[Mention],
    settled: &[Option<&'static Event>],
    doc: &Document,
    inferred: bool,
) {
    for (start, hung) in hanging {
        let Ok(place) = timexes.binary_search_by_key(start, |t| t.tokens.start) else { continue };
        let Some(event) = settled[hung.mention] else { continue };
        let mention = &mentions[hung.mention];
        let head = TokenRange::new(*start, mention.tokens.start.max(*start));
        let head = if head.is_empty() { String::new() } else { doc.words(head).to_lowercase() + " " };
        let mut because = format!("{head}{}, {}", event.called(mention.side), event.shown(mention.side));
        let sentence = timexes[place].sentence;
        // Three sentences around, and no more expressions than a reader would weigh.
        let near = |m: &&Match| m.sentence.abs_diff(sentence) <= 3;
        let back = matches[..place].iter().rev().take(NEAR).take_while(near).count();
        let ahead = matches[place..].iter().take(NEAR).take_while(near).count();
        let around = place - back..place + ahead;
        // Nothing is counted from a date in the event's own name.
        if let Value::Day(date) = hung.value
            && !head.is_empty()
        {
            let near: Vec<u8> = matches[around.clone()].iter().filter_map(bare_weekday).collect();
            let name = |weekday: u8| WEEKDAYS[usize::from(weekday).clamp(1, 7) - 1];
            if near.contains(&date.weekday()) {
                because += &format!("; that is a {}, as the text says", name(date.weekday()));
            } else if let Some(other) =
                matches[around.clone()].iter().filter(|m| m.sentence == sentence).find_map(bare_weekday)
            {
                because += &format!("; that is a {}, but the text says {}", name(date.weekday()), name(other));
                timexes[place].certainty = Certainty::Inferred;
            }
        }
        if timexes[place].certainty == Certainty::Explicit {
            timexes[place].certainty = Certainty::Inferred;
        }
        for (timex, found) in timexes[around.clone()].iter_mut().zip(&matches[around]) {
            if bare_weekday(found).is_some() && timex.date == hung.value.iso() {
                timex.because = if inferred { because.clone() } else { format!("{}; {because}", timex.because) };
            }
        }
        timexes[place].because = because;
    }
}
