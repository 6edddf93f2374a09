//! The publication date: given, in the page's own data, or in a date line of the text.
//!
//! Door: [`find`]. Absent here: inferring it from what the story says.

use super::calendar::Date;
use super::meaning::{Meaning, Point};
use super::value::Value;
use super::{Match, Reference};
use crate::Span;
use crate::analysis::{Published, PublishedSource};
use crate::document::{BlockKind, Document, TokenKind, is_calendar};
use crate::input::Input;
use crate::lists::List;

/// How many blocks at the top, and how many at the end, can hold a date line.
const TOP: usize = 8;
const END: usize = 3;

/// The publication date and how it is known, before anything is inferred.
pub fn find(
    doc: &Document,
    matches: &[Match],
    reference: &Reference,
    day_first: Option<bool>,
) -> (Option<Date>, Published) {
    let known =
        |date: Date, source, because: String| (Some(date), Published { date: Some(date.to_string()), source, because });
    if let Some(date) = reference.given.as_deref().and_then(read) {
        return known(date, PublishedSource::Given, "you said so".into());
    }
    if let Some(date) = reference.metadata.as_deref().and_then(read) {
        return known(date, PublishedSource::Metadata, "the page's own data says so".into());
    }
    if let Some((date, span)) = line(doc, matches, day_first) {
        return known(date, PublishedSource::Dateline, format!("the article says so: {}", span.of(&doc.text)));
    }
    (None, Published { because: "the article does not say when it was published".into(), ..Published::default() })
}

/// A date as a person or a page gives it: ISO, or in words.
pub fn read(text: &str) -> Option<Date> {
    if let Some(date) = Date::parse(text) {
        return Some(date);
    }
    if text.len() > 200 {
        return None;
    }
    let span = Span::new(0, text.len() as u32);
    let block = crate::document::Block { span, kind: BlockKind::DateLine };
    let doc = crate::document::parse(&Input { text: text.into(), blocks: vec![block], ..Input::default() });
    let mut finder = super::Finder::default();
    finder.scan(&doc, 0..doc.sentences.len());
    finder.matches.iter().find_map(|found| full_day(found, None))
}

/// True for a day that something printed can bear.
pub fn is_press_date(date: Date) -> bool {
    (1600..2200).contains(&date.year)
}

/// The day an expression says in full.
fn full_day(found: &Match, day_first: Option<bool>) -> Option<Date> {
    let on = match found.meaning {
        Meaning::Point(point, _) => point,
        Meaning::Clock { on: Some((point, _)), .. } => point,
        _ => return None,
    };
    match on {
        Point::Known(Value::Day(date)) => Some(date),
        Point::Slashed { first, second, year } => {
            let (day, month) = if day_first? { (first, second) } else { (second, first) };
            Date::new(i32::from(year?), u32::from(month), u32::from(day))
        }
        _ => None,
    }
}

/// The first full date that stands as a date line.
fn line(doc: &Document, matches: &[Match], day_first: Option<bool>) -> Option<(Date, Span)> {
    lines(doc, matches, day_first).next()
}

/// The full dates that stand as date lines: alone in their line, after `Published` and the like, or in the
/// dateline that opens the story.
fn lines<'a>(
    doc: &'a Document,
    matches: &'a [Match],
    day_first: Option<bool>,
) -> impl Iterator<Item = (Date, Span)> + 'a {
    let blocks = doc.blocks.len();
    matches.iter().filter_map(move |found| {
        let sentence = doc.sentences[found.sentence as usize];
        let block = sentence.block as usize;
        let date = full_day(found, day_first).filter(|d| is_press_date(*d))?;
        let near = block < TOP || block + END >= blocks;
        (near && stands_alone(doc, found)).then(|| (date, doc.span(found.tokens)))
    })
}

/// The day of the article's own date line, where it is not the one that was given. `Published on 3 May, updated on
/// 5 May` leaves every day from the one to the other; lines far apart are those of a chronology.
pub fn contradicts(
    doc: &Document,
    matches: &[Match],
    published: &Published,
    given: Option<Date>,
    day_first: Option<bool>,
) -> Option<Date> {
    const NEAR: i32 = 7;
    let given = given.filter(|_| published.source == PublishedSource::Given)?;
    let said = || lines(doc, matches, day_first).map(|(day, _)| day);
    let (first, last) = (said().min()?, said().max()?);
    let one = last.number() - first.number() <= NEAR && !(first..=last).contains(&given);
    said().next().filter(|_| one)
}

/// True where the article itself says when it appeared, whoever else said it too.
pub fn says(
    doc: &Document,
    matches: &[Match],
    date: Option<Date>,
    source: PublishedSource,
    day_first: Option<bool>,
) -> bool {
    // A page is printed the day after its date line, or dated anew.
    const NEAR: i32 = 7;
    let near = |day: Date| date.is_some_and(|date| (day.number() - date.number()).abs() <= NEAR);
    match source {
        PublishedSource::Given => line(doc, matches, day_first).is_some_and(|(day, _)| near(day)),
        PublishedSource::None => false,
        _ => true,
    }
}

/// The first sentence of the text that goes on in sentences, behind title, standfirst, byline and date line.
pub fn body(doc: &Document) -> u32 {
    let ends = |block: usize| doc.blocks[block].span.of(&doc.text).ends_with(['.', '!', '?', '"', '”']);
    let told = |s: &crate::document::Sentence| {
        let block = s.block as usize;
        block >= TOP || doc.blocks[block].kind != BlockKind::Title && ends(block)
    };
    doc.sentences.iter().position(told).unwrap_or(0) as u32
}

/// Words that introduce a date line.
static LABELS: List = List::new(
    "published updated posted modified last first on at date dated by created edited release released for \
     immediate filed issued in and the am pm a.m. p.m. gmt est edt et bst utc pst cet",
);

/// True for an expression that is a date line, or stands in one, or in the dateline that opens the story.
pub fn stands_alone(doc: &Document, found: &Match) -> bool {
    let block = doc.sentences[found.sentence as usize].block as usize;
    let span = doc.blocks[block].span;
    let first = doc.tokens.partition_point(|t| t.span.start < span.start);
    let last = doc.tokens.partition_point(|t| t.span.start < span.end);
    let plain = |at: usize| {
        let token = doc.tokens[at];
        let word = doc.word(at);
        token.kind != TokenKind::Word || LABELS.hold(token.hash) || is_calendar(word)
    };
    let (start, end) = (found.tokens.start as usize, found.tokens.end as usize);
    let head = start - first <= 8 && (first..start).all(plain);
    if doc.blocks[block].kind == BlockKind::DateLine || head && (end..last).all(plain) {
        return true;
    }
    // `LONDON, 21 January 2025 (Agency) -`, `/Wire/ --`, or a date that opens the story
    let place = || {
        (first..start).all(|at| {
            let token = doc.tokens[at];
            token.kind == TokenKind::Mark
                || token.case == crate::document::Case::Upper
                || token.case == crate::document::Case::Title
                || plain(at)
        })
    };
    let opens = end < last && matches!(doc.word(end), "(" | ")" | "-" | "–" | "—" | ":" | "|" | "/");
    block < TOP && start - first <= 6 && (opens && place() || start == first && sentence_follows(doc, end, last))
}

/// A capital right behind the date, with no comma: the story begins there.
fn sentence_follows(doc: &Document, at: usize, last: usize) -> bool {
    at < last && doc.tokens[at].kind == TokenKind::Word && doc.tokens[at].case == crate::document::Case::Title
}
