//! What expressions say of one another: times counted from well-known events, weekdays that agree, and the publication
//! date that follows where none is given.
//!
//! Doors: [`hang`] (`a day after the …`), [`infer`] (the publication date), [`agree`] (reasons that support each other).

use super::calendar::Date;
use super::known::{Event, Mention};
use super::lexicon::{self, Class};
use super::meaning::{Dir, Meaning, Point};
use super::pattern::{Payload, View};
use super::readers::Reader;
use super::resolve::{WEEKDAYS, long};
use super::value::{Unit, Value};
use super::{Match, Timex, rules};
use crate::analysis::{Published, PublishedSource};
use crate::document::Document;
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
    for (number, (mention, event)) in mentions.iter().zip(settled).enumerate() {
        let Some(event) = event else { continue };
        let sentence = doc.sentences[mention.sentence as usize].tokens.range();
        let view = rules::view(doc, sentence.start, sentence.end);
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

/// `a day after`, `two years before`, `the day of`, right before token `at`: where it begins, and how far it is.
fn counted(view: View<'_>, at: usize) -> Option<(usize, i32, Unit)> {
    let preposition = at.checked_sub(1).filter(|p| *p > view.start)?;
    let sign = if view.is(preposition, "after following") {
        1
    } else if view.is(preposition, "before") {
        -1
    } else if view.is(preposition, "of") {
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
    if place > view.start && singular.is_some() && view.is(place - 1, "the") {
        return Some((place - 1, sign, unit));
    }
    if sign == 0 {
        return None;
    }
    (1..=4).filter(|back| place >= view.start + back).find_map(|back| match Reader::Amount.read(view, place - back) {
        Some((end, Payload::Amount(amount))) if end == place => Some((place - back, sign * amount.as_whole()?, unit)),
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

/// The publication date where none is given: a day that the text counts from a known event, or says in full, and calls
/// by its bare weekday elsewhere, is news of the days before it appeared.
pub fn infer(doc: &Document, matches: &[Match], hanging: &[(u32, Hanging)]) -> Option<(Date, Published)> {
    let weekdays: Vec<u8> = matches.iter().filter_map(bare_weekday).collect();
    let day = |found: &Match| match found.meaning {
        Meaning::Point(Point::Known(Value::Day(date)), _) => Some(date),
        Meaning::Clock { on: Some((Point::Known(Value::Day(date)), _)), .. } => Some(date),
        _ => None,
    };
    let latest = matches.iter().filter_map(|m| day(m).map(|date| (date, m))).max_by_key(|(date, _)| *date);
    let (date, found) = latest?;
    if !weekdays.contains(&date.weekday()) {
        return None;
    }
    let words = doc.span(found.tokens).of(&doc.text);
    let name = WEEKDAYS[usize::from(date.weekday()) - 1];
    let counted = hanging.iter().any(|(start, _)| *start == found.tokens.start);
    let how = if counted { "counted from a well-known event" } else { "as the article says" };
    let because = format!(
        "the article calls a day `{name}` and tells of `{words}`, {}, {how}; that is a {name}, so it appeared then or within the next six days",
        long(date)
    );
    let published = Published { date: Some(date.to_string()), source: PublishedSource::Inferred, because };
    Some((date, published))
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
        let head = TokenRange::new(*start, mention.tokens.start);
        let mut because =
            format!("{} {}, {}", doc.words(head).to_lowercase(), event.called(mention.side), event.shown(mention.side));
        let sentence = timexes[place].sentence;
        // Three sentences around, and no more expressions than a reader would weigh.
        let near = |m: &&Match| m.sentence.abs_diff(sentence) <= 3;
        let back = matches[..place].iter().rev().take(NEAR).take_while(near).count();
        let ahead = matches[place..].iter().take(NEAR).take_while(near).count();
        let around = place - back..place + ahead;
        if let Value::Day(date) = hung.value {
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
