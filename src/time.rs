//! Temporal expressions and what they mean, and the publication date they are read against.
//!
//! Doors: [`find`], or [`Finder`] where the work must be done in slices. There is no clock here: the publication date
//! is given or found in the text. Absent here: events (the timeline makes those).

use crate::analysis::{Published, TimexKind};
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
pub fn find(doc: &Document, reference: &Reference) -> Times {
    let mut finder = Finder::default();
    finder.scan(doc, 0..doc.sentences.len());
    finder.finish(doc, reference)
}

/// The same in slices: [`scan`](Finder::scan) sentence ranges in order, then [`finish`](Finder::finish).
#[derive(Debug, Default)]
pub struct Finder {}

impl Finder {
    /// Matches the expressions of the sentences `range`.
    pub fn scan(&mut self, doc: &Document, range: Range<usize>) {
        let _ = (doc, range);
    }

    /// Resolves what was matched.
    pub fn finish(self, doc: &Document, reference: &Reference) -> Times {
        let _ = (doc, reference);
        Times::default()
    }
}
