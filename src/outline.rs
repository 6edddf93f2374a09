//! The headline, and the sections with their headings, marked or not.
//!
//! Door: [`find`]. Absent here: HTML and Markdown (the input has read them).

mod form;
mod headings;
mod kinds;
mod sections;

use crate::analysis::Section;
use crate::document::{Block, BlockKind, Document};
use crate::input::Metadata;
use form::{End, Form};
use headings::{Line, Names};

/// What the outline stage finds.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The sections in order of the text.
    pub sections: Vec<Section>,
}

/// Finds the headline, byline and sections, and settles the kind of each block of `doc` by form and context.
///
/// ```
/// use article_lens::{RawInput, document, input, outline};
/// let input = input::read(&RawInput::text(
///     "Rain ends the cup final\nThe match was called off after an hour of rain, the league said.\nWhat Comes Next\n\
///      The teams meet again in a week. Tickets stay valid for that day, and whoever cannot come is paid back.",
/// ));
/// let outline = outline::find(&mut document::parse(&input), &input.metadata);
/// assert_eq!(outline.title.as_deref(), Some("Rain ends the cup final"));
/// assert_eq!(outline.sections[0].text, "What Comes Next");
/// ```
pub fn find(doc: &mut Document, metadata: &Metadata) -> Outline {
    settle_asides(doc);
    let title = settle_title(doc, metadata);
    settle_top(doc);
    if !doc.blocks.iter().any(|b| matches!(b.kind, BlockKind::Heading(_))) {
        settle_headings(doc, title.as_deref().unwrap_or(""));
    }
    let byline = metadata.byline.clone().or_else(|| {
        let block = doc.blocks.iter().find(|b| b.kind == BlockKind::Byline)?;
        let words = block.span.of(&doc.text);
        Some(kinds::strip_by(words).unwrap_or(words).to_string())
    });
    let sections = sections::find(doc);
    Outline { title, byline, sections }
}

/// Furniture, captions and bylines that their own words give away.
fn settle_asides(doc: &mut Document) {
    for block in &mut doc.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let Some(form) = Form::of(block.span.of(&doc.text)) else { continue };
        if kinds::is_furniture(&form) {
            block.kind = BlockKind::Furniture;
        } else if block.kind == BlockKind::ListItem {
        } else if kinds::is_caption(&form) {
            block.kind = BlockKind::Caption;
        } else if kinds::is_byline(&form) {
            block.kind = BlockKind::Byline;
        } else if kinds::is_time_line(&form) {
            block.kind = BlockKind::DateLine;
        }
    }
}

/// The headline: marked, or told by the page's data, or the first line if it has the form of one.
fn settle_title(doc: &mut Document, metadata: &Metadata) -> Option<String> {
    let text = &doc.text;
    if let Some(block) = doc.blocks.iter().find(|b| b.kind == BlockKind::Title) {
        return Some(metadata.title.clone().unwrap_or_else(|| block.span.of(text).to_string()));
    }
    if let Some(title) = &metadata.title {
        let top = doc.blocks.iter_mut().take(12);
        if let Some(block) = top.filter(|b| same_words(b.span.of(text), title)).min_by_key(|b| b.span.start) {
            block.kind = BlockKind::Title;
        }
        return Some(title.clone());
    }
    let at = doc.blocks.iter().position(|b| !matches!(b.kind, BlockKind::Furniture | BlockKind::Caption))?;
    let block = doc.blocks[at];
    let form = Form::of(block.span.of(text))?;
    let titled = block.kind == BlockKind::Paragraph
        && is_headline(&form)
        && !is_section_line(doc, at, &form)
        && doc.blocks[at + 1..].iter().any(|b| is_body(text, *b))
        && !kinds::is_date_line(&form)
        && !kinds::has_role(&form);
    if !titled {
        return None;
    }
    doc.blocks[at].kind = BlockKind::Title;
    Some(form.text.to_string())
}

fn is_headline(form: &Form) -> bool {
    const MOST_WORDS: usize = 32;
    !matches!(form.end, End::Stop | End::Colon)
        && form.words <= MOST_WORDS
        && form.numbered == 0
        && form.text.chars().any(char::is_alphabetic)
        && !kinds::is_section_name(form)
}

/// True for a first line that names a section of a text cut out of a longer one: up to three words in lower case but for
/// the first, no name, with running text right below it. A headline is longer, or is a name.
fn is_section_line(doc: &Document, at: usize, form: &Form) -> bool {
    form.words <= 3
        && form.style == form::Style::Sentence
        && form.end == End::Open
        && doc.blocks.get(at + 1).is_some_and(|next| is_body(&doc.text, *next))
        && !Names::of(doc, |block| block != at).are_all(form.text)
}

/// The same letters and digits, whatever stands between.
fn same_words(a: &str, b: &str) -> bool {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    a.len() <= 2 * b.len() + 16 && letters(a) == letters(b)
}

/// Running text: long, or a whole sentence.
fn is_body(text: &str, block: Block) -> bool {
    const LONG: u32 = 160;
    let running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Standfirst);
    running
        && (block.span.len() > form::LONGEST as u32
            || Form::of(block.span.of(text))
                .is_some_and(|f| block.span.len() > LONG && f.words > 20 || f.words > 7 && f.is_sentence()))
}

/// Between headline and story: byline, date line, standfirst.
fn settle_top(doc: &mut Document) {
    const MOST: usize = 16;
    let text = &doc.text;
    let first = doc.blocks.iter().position(|b| b.kind == BlockKind::Title).map_or(0, |at| at + 1);
    let titled = first > 0;
    let mut leads = None;
    for at in first..doc.blocks.len().min(first + MOST) {
        let block = doc.blocks[at];
        let Some(form) = Form::of(block.span.of(text)) else { break };
        if block.kind == BlockKind::Paragraph {
            if kinds::is_date_line(&form) {
                doc.blocks[at].kind = BlockKind::DateLine;
            } else if titled && kinds::is_name_line(&form) && beside_top(doc, at, &form) {
                doc.blocks[at].kind = BlockKind::Byline;
            } else if is_body(text, block) || form.words > 8 {
                if leads.is_some() || !titled {
                    break;
                }
                leads = Some(at);
            }
        }
        let ends =
            matches!(doc.blocks[at].kind, BlockKind::Byline | BlockKind::DateLine) && !kinds::is_time_line(&form);
        if let (Some(lead), true) = (leads, ends) {
            doc.blocks[lead].kind = BlockKind::Standfirst;
        }
        if block.kind == BlockKind::ListItem {
            break;
        }
    }
}

/// A name above the story is a byline where its own words, or a date line or address beside it, say so.
fn beside_top(doc: &Document, at: usize, form: &Form) -> bool {
    if kinds::has_role(form) || form.text.contains('@') || [" in ", " at "].iter().any(|w| form.text.contains(w)) {
        return true;
    }
    let neighbour = |at: usize| {
        doc.blocks.get(at).is_some_and(|b| {
            matches!(b.kind, BlockKind::DateLine | BlockKind::Byline)
                || b.kind == BlockKind::Paragraph
                    && Form::of(b.span.of(&doc.text)).is_some_and(|f| kinds::is_date_line(&f) || f.text.contains('@'))
        })
    };
    neighbour(at + 1) || at > 0 && neighbour(at - 1)
}

/// Headings by form and context, where none is marked.
fn settle_headings(doc: &mut Document, title: &str) {
    const LONG: u32 = 110;
    let text = &doc.text;
    let lines: Vec<Line> = doc
        .blocks
        .iter()
        .map(|block| match block.kind {
            BlockKind::Paragraph if Form::of(block.span.of(text)).is_some_and(|f| kinds::is_contact(&f)) => Line::Aside,
            BlockKind::Paragraph if is_body(text, *block) => Line::Body { long: block.span.len() > LONG },
            BlockKind::Paragraph => Form::of(block.span.of(text)).map_or(Line::Body { long: true }, Line::Short),
            BlockKind::ListItem | BlockKind::Quote => Line::Other,
            BlockKind::Standfirst => Line::Body { long: false },
            BlockKind::DateLine if Form::of(block.span.of(text)).is_some_and(|f| kinds::is_time_line(&f)) => {
                Line::Clock
            }
            _ => Line::Aside,
        })
        .collect();
    if !lines.iter().any(|line| matches!(line, Line::Short(_))) {
        return;
    }
    let names = Names::of(doc, |block| matches!(lines[block], Line::Body { .. }));
    let levels = headings::find(&lines, title, &names);
    for (block, level) in doc.blocks.iter_mut().zip(levels) {
        if level > 0 {
            block.kind = BlockKind::Heading(level);
        }
    }
}
