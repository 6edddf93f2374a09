//! Temporal expressions and what they mean, and the publication date they are read against.
//!
//! Doors: [`find`], or [`Finder`] where the work must be done in slices. There is no clock here: the publication date
//! is given or found in the text. Absent here: events (the timeline makes those).

pub(crate) mod calendar;
mod clock;
mod holidays;
mod joint;
mod known;
mod lexicon;
mod meaning;
pub(crate) mod names;
mod numeric;
mod order;
mod pattern;
mod published;
mod readers;
pub(crate) mod reading;
mod resolve;
mod rules;
mod steps;
mod tense;
mod value;

pub(crate) use resolve::is_appointment;
pub(crate) use tense::{is_agreed_there, is_moved, is_moved_from_far};

use calendar::Date;
use meaning::{Dir, From, Meaning, Point};
use pattern::View;
use resolve::Frame;
use rules::Scratch;
use value::{Unit, Value};

use crate::analysis::{Published, PublishedSource, TimexKind};
use crate::document::Document;
use crate::{Certainty, Span, TokenRange};
use std::ops::Range;

/// What is known of the publication date before the text is read.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// The date the person gave (`YYYY-MM-DD…`).
    pub given: Option<String>,
    /// The date in the page's own data.
    pub metadata: Option<String>,
}

/// What the time stage finds.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// The publication date and how it is known.
    pub published: Published,
    /// The day of the article's own date line, in words, where another one was given.
    pub contradicted: Option<String>,
    /// The expressions in order of the text; they do not overlap.
    pub timexes: Vec<Timex>,
    /// Well-known events the text names (`Trump's inauguration`, `the end of the Cold War`), in order of the text; they
    /// are no expressions of their own but date what is said around them. A timex may stand inside or touch one.
    pub anchors: Vec<Anchor>,
}

/// A well-known dated event, named in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// The words that name it.
    pub span: Span,
    /// The same in tokens.
    pub tokens: TokenRange,
    /// Number of the sentence it stands in.
    pub sentence: u32,
    /// What it is, for the reader (`the second inauguration of Donald Trump`).
    pub name: String,
    /// When it was, as [`Timex::date`].
    pub date: String,
    /// Why it has this date, in words for the reader.
    pub because: String,
}

/// A resolved temporal expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// The words.
    pub span: Span,
    /// The same in tokens.
    pub tokens: TokenRange,
    /// Number of the sentence it stands in.
    pub sentence: u32,
    /// DATE, TIME, DURATION or SET.
    pub kind: TimexKind,
    /// TIMEX3 `value`; empty when it cannot be resolved.
    pub value: String,
    /// The calendar reading for a timeline, where there is one: ISO day, month, year, quarter, week, decade or
    /// `start/end`.
    pub date: Option<String>,
    /// How the reading is known.
    pub certainty: Certainty,
    /// Why it has this value, in words for the reader.
    pub because: String,
}

/// Finds and resolves the temporal expressions of a document.
///
/// ```
/// use article_lens::{RawInput, document, input, time};
/// let doc = document::parse(&input::read(&RawInput::text("They met on Tuesday.")));
/// let reference = time::Reference { given: Some("2025-01-22".into()), metadata: None };
/// let times = time::find(&doc, &reference);
/// assert_eq!(times.timexes[0].value, "2025-01-21");
/// ```
pub fn find(doc: &Document, reference: &Reference) -> Times {
    let mut finder = Finder::default();
    finder.scan(doc, 0..doc.sentences.len());
    finder.finish(doc, reference)
}

/// The same in slices: [`scan`](Finder::scan) sentence ranges in order, then [`finish`](Finder::finish).
#[derive(Debug, Default)]
pub struct Finder {
    matches: Vec<Match>,
    mentions: Vec<known::Mention>,
}

/// An expression that is found but not yet resolved.
#[derive(Clone, Copy, Debug)]
struct Match {
    tokens: TokenRange,
    sentence: u32,
    meaning: Meaning,
    /// The rule that found it, for the tests.
    #[cfg_attr(not(test), allow(dead_code))]
    rule: u16,
}

impl Finder {
    /// Matches the expressions of the sentences `range`.
    pub fn scan(&mut self, doc: &Document, range: Range<usize>) {
        let mut scratch = Scratch::default();
        for sentence in range {
            let tokens = doc.sentences[sentence].tokens.range();
            let view = &rules::view(doc, tokens.start, tokens.end, &mut scratch);
            known::scan(view, sentence as u32, &mut self.mentions);
            scan(view, sentence as u32, &mut self.matches);
        }
    }

    /// Resolves what was matched.
    pub fn finish(self, doc: &Document, reference: &Reference) -> Times {
        let (mut matches, mentions) = (self.matches, self.mentions);
        let order = order::day_first(doc, &matches);
        let (mut date, mut published) = published::find(doc, &matches, reference, order);
        let contradicted = published::contradicts(doc, &matches, &published, date, order);
        let contradicted = contradicted.map(|day| names::shown(Value::Day(day)));
        let settled = known::settle(doc, &mentions, date);
        let hanging = joint::hang(doc, &mut matches, &mentions, &settled);
        if date.is_none()
            && let Some((inferred, why)) = joint::infer(
                doc,
                &matches,
                &hanging,
                mentions.iter().zip(&settled).filter_map(|(mention, event)| Some((mention, (*event)?))),
            )
        {
            (date, published) = (Some(inferred), why);
        }
        let named = joint::name(&mut matches, &mentions, &settled);
        let dated = published::says(doc, &matches, date, published.source, order);
        let frame = Frame { day_first: order, ..frame(doc, &matches, date, dated) };
        let scenes = known::scenes(doc, &mentions, &settled);
        let mut timexes = resolve::resolve(doc, &matches, frame, &scenes);
        let inferred = published.source == PublishedSource::Inferred;
        let hanging: Vec<_> = hanging.into_iter().chain(named).collect();
        joint::agree(&mut timexes, &matches, &hanging, &mentions, &settled, doc, inferred);
        let anchors = mentions.iter().zip(settled).filter_map(|(mention, event)| {
            let event = event?;
            let because = format!("{}, {}", event.called(mention.side), event.shown(mention.side));
            Some(Anchor {
                span: doc.span(mention.tokens),
                tokens: mention.tokens,
                sentence: mention.sentence,
                name: event.called(mention.side),
                date: event.iso(mention.side)?,
                because,
            })
        });
        Times { published, contradicted, timexes, anchors: anchors.collect() }
    }
}

/// Adds the expressions of a sentence, in order.
fn scan(view: &View<'_>, sentence: u32, matches: &mut Vec<Match>) {
    let (mut at, mut free) = (view.start, view.start);
    while at < view.end {
        let Some(mut found) = rules::match_at(view, at) else {
            at += 1;
            continue;
        };
        found.start = found.start.max(free);
        (at, free) = (found.end, found.end);
        let mut push = |start: usize, end: usize, meaning: Meaning, rule: u16| {
            let tokens = TokenRange::new(start as u32, end as u32);
            matches.push(Match { tokens, sentence, meaning, rule });
        };
        push(found.start, found.end, found.meaning, found.rule);
        // `2014–16`
        if let Meaning::Point(Point::Known(value @ (Value::Year(_) | Value::Season { .. })), _) = found.meaning
            && let Some((start, year)) = value.year().and_then(|y| rules::year_behind(view, found.end, y))
        {
            push(start, start + 1, Meaning::known(Value::Year(year)), found.rule);
            (at, free) = (start + 1, start + 1);
        }
        // `March 5-9, 1918`: the second day has the month of the first.
        let mut last = found.meaning;
        while let Meaning::Point(Point::Month { month, day: Some(day), .. }, _)
        | Meaning::Part { on: Some((Point::Month { month, day: Some(day), .. }, _)), .. } = last
            && let Some((start, end, meaning)) = rules::day_behind(view, at, month, day)
        {
            push(start, end, meaning, found.rule);
            (at, free, last) = (end, end, meaning);
        }
    }
}

/// How many of the first sentences say whether an article is news.
const LEAD: u32 = 4;

/// What the document's own dates say of how to read the others.
/// `dated`: the article itself says when it appeared.
fn frame(doc: &Document, matches: &[Match], published: Option<Date>, dated: bool) -> Frame {
    let mut frame = Frame { published, ..Frame::default() };
    let (mut far, mut close) = (0, 0);
    for found in matches {
        match found.meaning {
            Meaning::Point(Point::Known(value), _) => match (value.year(), published) {
                (Some(year), Some(date)) if (i32::from(year) - i32::from(date.year)).abs() < 2 => close += 1,
                (Some(_), _) => far += 1,
                _ => {}
            },
            Meaning::Point(Point::Weekday { .. } | Point::Shift { from: From::Now, .. }, _) => close += 1,
            _ => {}
        }
    }
    // An article that says when it appeared is news, with whatever history in it.
    // So is one whose lead counts from its own day (`was jailed on Wednesday`): a history says which Wednesday.
    let body = published::body(doc);
    let lead = |m: &&Match| m.sentence < body + LEAD;
    let told = matches.iter().take_while(lead).any(|m| {
        let on = match m.meaning {
            Meaning::Part { on: Some((point, dir)), .. } | Meaning::Clock { on: Some((point, dir)), .. } => {
                Some((point, dir))
            }
            meaning => meaning.point(),
        };
        matches!(
            on,
            Some(
                (Point::Weekday { weeks: None, .. }, Dir::Open)
                    | (Point::Shift { from: From::Now, amount: -1..=1, unit: Unit::Day | Unit::Week }, _)
            )
        )
    });
    // `police said on Wednesday`, `was published on Thursday`, or a weekday alone and `last year`: no history says it so.
    // Not `on a Tuesday in February`.
    let bare = |m: &&Match| {
        let some = m.tokens.start.checked_sub(1).is_some_and(|at| matches!(doc.word(at as usize), "a" | "A" | "one"));
        matches!(m.meaning, Meaning::Point(Point::Weekday { weeks: None, .. }, Dir::Open)) && !some
    };
    let of_saying = |m: &Match| {
        let word = |back: u32| m.tokens.start.checked_sub(back).map_or("", |at| doc.word(at as usize));
        resolve::is_of_saying(word(1 + u32::from(word(1) == "on")))
    };
    let lately = |m: &Match| match m.meaning {
        Meaning::Point(Point::Shift { from: From::Now, amount, unit: Unit::Month | Unit::Year }, _) => {
            amount.abs() == 1
        }
        Meaning::Point(Point::MonthOf { from: From::Now, .. }, _) => true,
        _ => false,
    };
    let mut weekdays = matches.iter().filter(bare).peekable();
    let said = weekdays.peek().is_some() && matches.iter().any(lately) || weekdays.any(of_saying);
    frame.narrative = !dated && !told && !said && far >= 6 && far > 2 * close;
    frame.news = dated || told;
    let national = |m: &Match| match m.meaning {
        Meaning::Point(Point::Holiday { holiday, .. } | Point::HolidayOf { holiday, .. }, _)
        | Meaning::Offset { of: Point::Holiday { holiday, .. }, .. } => holiday.is_national(),
        _ => false,
    };
    let fiscal =
        |m: &Match| matches!(m.meaning, Meaning::Point(Point::Known(Value::FiscalYear(_)) | Point::Fiscal { .. }, _));
    let season = |m: &Match| {
        matches!(
            m.meaning,
            Meaning::Point(Point::Season(_) | Point::Known(Value::Season { .. }), _)
                | Meaning::Offset { of: Point::Season(_), .. }
        )
    };
    frame.south = matches.iter().any(season) && order::is_southern(doc);
    frame.british = matches.iter().any(national) && order::is_british(doc);
    frame.april = matches.iter().any(fiscal) && order::is_of_april(doc);
    frame
}
