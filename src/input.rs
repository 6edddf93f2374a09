//! What was pasted, made into clean text with blocks: plain text, Markdown, HTML.
//!
//! Door: [`read`]. Invariant: nothing here runs or fetches anything. Absent here: headings that are not marked as such
//! (the outline finds those), sentences and words (the document has them).

mod byline;
mod dates;
mod detect;
mod html;
mod language;
mod markdown;
mod plain;
mod writer;

use crate::document::Block;
use crate::{Format, RawInput, Warning};
pub(crate) use byline::strip_by;
use writer::Writer;

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
    /// True for whole web pages: what they don't mark as a heading is none.
    pub marked: bool,
}

/// From places in the clean text to places in what was pasted, both in UTF-8 bytes. Empty: the two are the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceMap {
    /// `(clean, pasted)`, rising; from each such place on the two run in step until the next.
    pub steps: Vec<(u32, u32)>,
}

impl SourceMap {
    /// The place in what was pasted. A later place never maps to an earlier one.
    pub fn to_source(&self, place: u32) -> u32 {
        let next = self.steps.partition_point(|step| step.0 <= place);
        let (clean, pasted) = next.checked_sub(1).map_or((0, 0), |n| self.steps[n]);
        let there = pasted + (place - clean);
        self.steps.get(next).map_or(there, |step| there.min(step.1))
    }
}

/// Longest input that is read, in bytes: what spans can count, with room to spare. The rest is left out.
const LIMIT: usize = 1 << 30;

/// Reads an input of any form. Total: trouble becomes warnings.
///
/// ```
/// use article_lens::{RawInput, input};
/// let input = input::read(&RawInput::text("The  council\u{a0}met.\r\nIt re\u{ad}signed."));
/// assert_eq!(input.text, "The council met.\n\nIt resigned.");
/// ```
pub fn read(raw: &RawInput) -> Input {
    let mut end = raw.text.len().min(LIMIT);
    while !raw.text.is_char_boundary(end) {
        end -= 1;
    }
    let source = &raw.text[..end];
    let mut out = Writer::with_capacity(source.len() + source.len() / 16);
    let format = if raw.format == Format::Auto { detect::format(source) } else { raw.format };
    let metadata = match format {
        Format::Html => html::write(source, &mut out),
        Format::Markdown => markdown::write(source, &mut out),
        Format::Text | Format::Auto => {
            plain::write(source, &mut out);
            Metadata::default()
        }
    };
    let (text, blocks, source_map) = out.finish();
    let warnings = warnings(&raw.text, &text);
    Input { text, format, source: source_map, blocks, metadata, warnings }
}

/// What a person should know about an input.
fn warnings(raw: &str, text: &str) -> Vec<Warning> {
    const LONG: usize = 1_000_000;
    const SHORT_WORDS: usize = 25;
    // Not every script puts blanks between words.
    const SHORT_LETTERS: usize = 200;
    let mut out = Vec::new();
    let mut warn = |code, message: String| out.push(Warning { code, message });
    if is_binary(raw) {
        warn(
            "binary",
            "This does not look like text but like a file of another kind. Open the article and copy its words."
                .to_string(),
        );
    } else if !text.chars().any(char::is_alphanumeric) {
        warn("empty", "There are no words to read here. Give the text of an article.".to_string());
    } else if text.split_whitespace().take(SHORT_WORDS).count() < SHORT_WORDS
        && text.chars().filter(|c| c.is_alphabetic()).take(SHORT_LETTERS).count() < SHORT_LETTERS
    {
        warn("short", "This is very short. A whole article gives a better outline and timeline.".to_string());
    }
    if let Some(language) = language::foreign(text) {
        warn(
            "language",
            format!("This seems to be {language}. Only English is understood, so no names, dates or events are shown."),
        );
    }
    if text.len() > LONG {
        let size = text.len() / 1_000_000;
        let cut = if raw.len() > LIMIT { " Only the first part of it is read." } else { "" };
        warn("long", format!("This is very long ({size} million characters), so it may take some seconds.{cut}"));
    }
    out
}

/// True for files that are no text: known signatures, or many control and replacement characters near the start.
fn is_binary(raw: &str) -> bool {
    const SIGNATURES: &[&str] = &["%PDF-", "PK\u{3}\u{4}", "\u{89}PNG", "\u{fffd}PNG", "GIF8", "{\\rtf", "\u{7f}ELF"];
    if SIGNATURES.iter().any(|s| raw.starts_with(s)) {
        return true;
    }
    let odd = |c: char| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{fffd}');
    let (mut all, mut bad) = (0, 0);
    for c in raw.chars().take(4096) {
        all += 1;
        bad += usize::from(odd(c));
    }
    bad * 20 > all
}
