//! The answer in the forms others read. Doors: [`json`], [`compact`]. Here, and only here, places become UTF-16 code units.

use crate::analysis::{Analysis, Correction, Format, Published, Warning};
use crate::{Certainty, EntityKind, Span, Tense, TimexKind};
use serde::Serialize;

/// The analysis as a value that serialises to the exported JSON (see the README for the fields).
///
/// Offsets are UTF-16 code units, as JavaScript slices strings. They count in what was pasted, or, where that was HTML
/// or Markdown, in the `text` field.
#[derive(Debug, Serialize)]
pub struct Export<'a> {
    version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    title: Option<&'a str>,
    headline: Option<&'a str>,
    byline: Option<&'a str>,
    published: &'a Published,
    outline: Vec<Section<'a>>,
    entities: Vec<Entity<'a>>,
    timexes: Vec<Timex<'a>>,
    events: Vec<Event<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    corrections: &'a [Correction],
    warnings: &'a [Warning],
}

/// A place and its words.
#[derive(Debug, Serialize)]
struct Place<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Section<'a> {
    level: u8,
    text: &'a str,
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    derived: bool,
    entities: &'a [u32],
    events: &'a [u32],
}

#[derive(Debug, Serialize)]
struct Entity<'a> {
    id: u32,
    name: &'a str,
    kind: EntityKind,
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<u32>,
    salience: f32,
    mentions: Vec<Place<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    described: Vec<Place<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    government: Vec<Place<'a>>,
}

#[derive(Debug, Serialize)]
struct Timex<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    #[serde(rename = "type")]
    kind: TimexKind,
    value: &'a str,
    because: &'a str,
}

#[derive(Debug, Serialize)]
struct Event<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Place<'a>>,
    date: &'a str,
    certainty: Certainty,
    tense: Tense,
    because: &'a str,
    entities: &'a [u32],
    section: Option<u32>,
}

/// The exported form of `analysis`. `source` is what was pasted.
///
/// ```
/// use article_lens::{RawInput, analyze, export};
/// let raw = RawInput::text("It rained on 3 May 2024.");
/// let json = serde_json::to_string(&export::export(&analyze(&raw), &raw.text)).unwrap();
/// assert!(json.starts_with("{\"version\":"));
/// ```
pub fn export<'a>(analysis: &'a Analysis, source: &'a str) -> Export<'a> {
    let own_text = matches!(analysis.format, Format::Html | Format::Markdown);
    let base = if own_text { analysis.text.as_str() } else { source };
    let units = Utf16::new(base);
    let place = |span: Span| {
        let (start, end) = if own_text {
            (span.start, span.end)
        } else {
            // The end is mapped from the last byte, so that what stood between two blocks stays outside.
            let last = if span.is_empty() { span.start } else { span.end - 1 };
            let end = analysis.source.to_source(last) + u32::from(!span.is_empty());
            (analysis.source.to_source(span.start), end)
        };
        let (start, end) = (floor(base, start), ceil(base, end));
        Place { start: units.at(start), end: units.at(end), text: &base[start..end.max(start)] }
    };
    Export {
        version: env!("CARGO_PKG_VERSION"),
        text: own_text.then_some(base),
        title: analysis.title.as_deref(),
        headline: analysis.headline(),
        byline: analysis.byline.as_deref(),
        published: &analysis.published,
        outline: analysis
            .outline
            .iter()
            .map(|s| {
                let Place { start, end, .. } = place(s.span);
                let (entities, events) = (&s.entities, &s.events);
                Section { level: s.level, text: &s.text, start, end, derived: s.derived, entities, events }
            })
            .collect(),
        entities: analysis
            .entities
            .iter()
            .map(|e| Entity {
                id: e.id,
                name: &e.name,
                kind: e.kind,
                aliases: &e.aliases,
                role: e.role.as_deref(),
                place: e.place,
                salience: e.salience,
                mentions: e.mentions.iter().map(|m| place(*m)).collect(),
                described: e.described.iter().map(|m| place(*m)).collect(),
                government: e.government.iter().map(|m| place(*m)).collect(),
            })
            .collect(),
        timexes: analysis
            .timexes
            .iter()
            .map(|t| Timex { place: place(t.span), kind: t.kind, value: &t.value, because: &t.because })
            .collect(),
        events: analysis
            .events
            .iter()
            .map(|e| Event {
                place: place(e.span),
                subject: e.subject.map(place),
                also: e.also.iter().map(|s| place(*s)).collect(),
                date: &e.date,
                certainty: e.certainty,
                tense: e.tense,
                because: &e.because,
                entities: &e.entities,
                section: e.section,
            })
            .collect(),
        corrections: &analysis.corrections,
        warnings: &analysis.warnings,
    }
}

/// The exported JSON, indented for people.
pub fn json(analysis: &Analysis, source: &str) -> String {
    serde_json::to_string_pretty(&export(analysis, source)).unwrap_or_default()
}

/// The exported JSON for programs: a third shorter. The page has no other; its browser indents it where people want it.
pub fn compact(analysis: &Analysis, source: &str) -> String {
    serde_json::to_string(&export(analysis, source)).unwrap_or_default()
}

fn floor(text: &str, place: u32) -> usize {
    let place = (place as usize).min(text.len());
    (0..=place).rev().find(|p| text.is_char_boundary(*p)).unwrap_or(0)
}

fn ceil(text: &str, place: u32) -> usize {
    let place = (place as usize).min(text.len());
    (place..=text.len()).find(|p| text.is_char_boundary(*p)).unwrap_or(text.len())
}

/// Bytes to UTF-16 code units, with a mark every few lines so that a look-up is short.
struct Utf16<'a> {
    text: &'a str,
    /// Then the two counts are the same.
    ascii: bool,
    marks: Vec<(usize, u32)>,
}

impl<'a> Utf16<'a> {
    const STRIDE: usize = 32;

    fn new(text: &'a str) -> Self {
        let mut marks = vec![(0, 0)];
        let mut units = 0;
        let ascii = text.is_ascii();
        if !ascii {
            for (at, c) in text.char_indices() {
                if at >= marks.len() * Self::STRIDE {
                    marks.push((at, units));
                }
                units += c.len_utf16() as u32;
            }
        }
        Utf16 { text, ascii, marks }
    }

    /// Code units before byte `place`, a character boundary.
    fn at(&self, place: usize) -> u32 {
        if self.ascii {
            return place as u32;
        }
        let (at, units) = self.marks[self.marks.partition_point(|mark| mark.0 <= place) - 1];
        units + self.text[at..place].chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }
}
