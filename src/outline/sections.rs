//! Sections from headings; without headings, a reading path from the paragraphs.

use crate::Span;
use crate::analysis::Section;
use crate::document::{BlockKind, Document};

/// The sections of a document whose blocks have their kinds. Makes the levels of its headings follow on each other.
pub(super) fn find(doc: &mut Document) -> Vec<Section> {
    level(doc);
    let mut sections: Vec<Section> = Vec::new();
    // Sections that have not ended yet, outermost first.
    let mut open: Vec<usize> = Vec::new();
    let mut end = 0;
    for block in &doc.blocks {
        if let BlockKind::Heading(level) = block.kind {
            while let Some(last) = open.pop_if(|last| sections[*last].level >= level) {
                sections[last].extent.end = end;
            }
            open.push(sections.len());
            sections.push(Section {
                level,
                text: block.span.of(&doc.text).to_string(),
                span: block.span,
                extent: block.span,
                derived: false,
            });
        }
        end = block.span.end;
    }
    for last in open {
        sections[last].extent.end = end;
    }
    if sections.is_empty() { reading_path(doc) } else { sections }
}

/// Gives every heading the depth at which it really stands: the first is 1, and none is more than one below the one
/// above it.
fn level(doc: &mut Document) {
    let mut above: Vec<u8> = Vec::new();
    for block in &mut doc.blocks {
        if let BlockKind::Heading(raw) = &mut block.kind {
            while above.pop_if(|last| *last >= *raw).is_some() {}
            above.push(*raw);
            *raw = above.len() as u8;
        }
    }
}

/// The leads of the paragraphs; neighbours share a step where there are many.
fn reading_path(doc: &Document) -> Vec<Section> {
    const MOST: u32 = 9;
    let is_step = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem);
    let total: u32 = doc.blocks.iter().filter(|b| is_step(b.kind)).map(|b| b.span.len()).sum();
    let share = total / MOST;
    let mut steps: Vec<Section> = Vec::new();
    let mut taken = u32::MAX;
    let mut sentence = 0;
    for (number, block) in doc.blocks.iter().enumerate() {
        while doc.sentences.get(sentence).is_some_and(|s| (s.block as usize) < number) {
            sentence += 1;
        }
        let Some(first) = doc.sentences.get(sentence).filter(|s| s.block as usize == number) else { continue };
        let says = first.span.of(&doc.text).contains(char::is_alphanumeric);
        if says && block.kind == BlockKind::Paragraph && taken > share && (steps.len() as u32) < MOST {
            let span = lead(&doc.text, first.span);
            let text = span.of(&doc.text).to_string();
            steps.push(Section { level: 1, text, span, extent: block.span, derived: true });
            taken = 0;
        }
        if let Some(step) = steps.last_mut() {
            step.extent.end = block.span.end;
            if is_step(block.kind) {
                taken = taken.saturating_add(block.span.len());
            }
        }
    }
    steps
}

/// The beginning of a sentence that fits on one line of the outline, cut where a clause ends if it can be.
fn lead(text: &str, sentence: Span) -> Span {
    const FITS: usize = 80;
    const LEAST: usize = 25;
    let words = sentence.of(text);
    let mut end = words.len();
    if end > FITS {
        let mut limit = FITS;
        while !words.is_char_boundary(limit) {
            limit -= 1;
        }
        let head = &words[..limit];
        let clause = head.rfind([',', ';', ':', '—', '–']).filter(|at| *at >= LEAST);
        end = clause.or_else(|| head.rfind(' ')).unwrap_or(limit);
    }
    let words = words[..end].trim_end_matches(['.', ',', ';', ':', ' ']);
    Span::new(sentence.start, sentence.start + words.len().max(1) as u32)
}
