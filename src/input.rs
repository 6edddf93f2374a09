//! What was pasted, made into clean text with blocks: plain text, Markdown, HTML.
//!
//! Door: [`read`]. Invariant: nothing here runs or fetches anything. Absent here: headings that are not marked as such
//! (the outline finds those), sentences and words (the document has them).

use crate::document::{Block, BlockKind};
use crate::{Format, RawInput, Span, Warning};

/// A cleaned input.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Clean text; blocks are parted by line breaks.
    pub text: String,
    /// The form the input was taken for; never [`Format::Auto`].
    pub format: Format,
    /// Where each place of `text` stood in what was pasted.
    pub source: SourceMap,
    /// The blocks of `text` in order.
    pub blocks: Vec<Block>,
    /// What the page's own data says.
    pub metadata: Metadata,
    /// Trouble with the input.
    pub warnings: Vec<Warning>,
}

/// What the page's own data (JSON-LD, meta tags, front matter) says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published: ISO date, perhaps with a time.
    pub published: Option<String>,
}

/// From places in the clean text to places in what was pasted, both in UTF-8 bytes. Empty: the two are the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceMap {
    /// `(clean, pasted)`, rising; from each such place on the two run in step until the next.
    pub steps: Vec<(u32, u32)>,
}

impl SourceMap {
    /// The place in what was pasted.
    pub fn to_source(&self, place: u32) -> u32 {
        match self.steps.partition_point(|step| step.0 <= place) {
            0 => place,
            n => self.steps[n - 1].1 + (place - self.steps[n - 1].0),
        }
    }
}

/// Reads an input of any form. Total: trouble becomes warnings.
pub fn read(raw: &RawInput) -> Input {
    let text = raw.text.clone();
    let blocks = lines(&text).map(|span| Block { span, kind: BlockKind::Paragraph }).collect();
    Input { text, format: Format::Text, blocks, ..Input::default() }
}

/// The lines that hold something, without the blanks around them.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    text.split('\n').filter_map(move |line| {
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        at += line.len() + 1;
        (start < end).then(|| Span::new(start as u32, end as u32))
    })
}
