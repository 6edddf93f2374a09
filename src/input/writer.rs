//! Clean text in the making, with the place each piece came from.

use super::{SourceMap, byline};
use crate::Span;
use crate::document::{Block, BlockKind, sort_by_key};

/// Gathers clean text block by block. Whitespace runs become one space, what a reader cannot see is dropped, and each
/// piece remembers its place in what was pasted.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    steps: Vec<(u32, u32)>,
    /// Source place minus clean place at the end of `text`.
    drift: i64,
    /// Where the open block began in `text`.
    start: Option<usize>,
    /// The place of whitespace that is written once a word follows.
    space: Option<usize>,
}

impl Writer {
    /// Room for a source of `size` bytes.
    pub(super) fn with_capacity(size: usize) -> Self {
        Writer { text: String::with_capacity(size), ..Writer::default() }
    }

    /// The words of the open block so far.
    pub(super) fn open_words(&self) -> &str {
        self.start.map_or("", |start| &self.text[start..])
    }

    /// Appends running text that stands verbatim in the source at `source`.
    pub(super) fn words(&mut self, raw: &str, source: usize) {
        let bytes = raw.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let plain = plain_run(&bytes[at..]);
            if plain > 0 {
                self.put(&raw[at..at + plain], source + at);
                at += plain;
            }
            let Some(c) = raw[at..].chars().next() else { break };
            self.char(c, source + at);
            at += c.len_utf8();
        }
    }

    /// Appends one character that came from `source`, cleaned.
    pub(super) fn char(&mut self, c: char, source: usize) {
        if c.is_whitespace() {
            self.space(source);
        } else if let Some(letters) = ligature(c) {
            self.put(letters, source);
        } else if !is_invisible(c) || (matches!(c, '\u{200c}' | '\u{200d}') && self.joins()) {
            self.put(c.encode_utf8(&mut [0; 4]), source);
        }
    }

    /// A gap between words, at `source`.
    pub(super) fn space(&mut self, source: usize) {
        if self.start.is_some() && self.space.is_none() {
            self.space = Some(source);
        }
    }

    /// Takes back the last character of the open block (a hyphen at the end of a line) and any space behind it.
    pub(super) fn take_back(&mut self) {
        self.space = None;
        if self.start.is_some_and(|start| start < self.text.len()) {
            self.text.pop();
            let length = self.text.len() as u32;
            while self.steps.last().is_some_and(|step| step.0 > length) {
                self.steps.pop();
            }
            self.drift = self.steps.last().map_or(0, |step| i64::from(step.1) - i64::from(step.0));
        }
    }

    /// Ends the open block, if it holds anything. A byline near the top that also bears the date becomes two blocks.
    pub(super) fn end(&mut self, mut kind: BlockKind) {
        /// Blocks among which a byline is looked for.
        const TOP: usize = 16;
        self.space = None;
        let by = kind == BlockKind::Byline;
        if self.blocks.len() < TOP
            && (by || kind == BlockKind::Paragraph)
            && let Some(found) = byline::dated(self.open_words(), by)
        {
            let mut parts = [(found.name, BlockKind::Byline), (found.date, BlockKind::DateLine)];
            sort_by_key(&mut parts, |(place, _)| place.start as u64);
            let [(first, above), (second, below)] = parts;
            self.part(first.end, second, above);
            kind = below;
        }
        self.end_as(kind);
    }

    fn end_as(&mut self, kind: BlockKind) {
        if let Some(start) = self.start.take() {
            self.blocks.push(Block { span: Span::new(start as u32, self.text.len() as u32), kind });
        }
    }

    /// Ends the open block after its first `end` bytes, with kind `above`; `rest` of it is the open block from then on.
    fn part(&mut self, end: usize, rest: std::ops::Range<usize>, above: BlockKind) {
        let Some(start) = self.start else { return };
        self.text.truncate(start + rest.end);
        let words = self.text.split_off(start + rest.start);
        let (cut, from) = ((start + end) as u32, (start + rest.start) as u32);
        let place = self.steps.partition_point(|step| step.0 <= from);
        let source = place.checked_sub(1).map_or(from, |n| self.steps[n].1 + (from - self.steps[n].0));
        let later = self.steps.split_off(place);
        self.steps.truncate(self.steps.partition_point(|step| step.0 <= cut));
        self.text.truncate(start + end);
        self.end_as(above);
        self.text.push_str("\n\n");
        self.start = Some(self.text.len());
        let moved = self.text.len() as u32;
        self.steps.push((moved, source));
        self.text.push_str(&words);
        let last = self.text.len() as u32;
        self.steps.extend(later.into_iter().map(|(at, there)| (at - from + moved, there)).filter(|step| step.0 < last));
        self.drift = self.steps.last().map_or(0, |step| i64::from(step.1) - i64::from(step.0));
    }

    /// The clean text, its blocks and the way back to the source.
    pub(super) fn finish(mut self) -> (String, Vec<Block>, SourceMap) {
        self.end(BlockKind::Paragraph);
        (self.text, self.blocks, SourceMap { steps: self.steps })
    }

    /// Appends clean words.
    fn put(&mut self, words: &str, source: usize) {
        if self.start.is_none() {
            if !self.text.is_empty() {
                // The line breaks run on from the block before; the first word sets the place anew.
                self.text.push_str("\n\n");
            }
            self.start = Some(self.text.len());
        } else if let Some(place) = self.space.take() {
            self.mark(place);
            self.text.push(' ');
        }
        self.mark(source);
        self.text.push_str(words);
    }

    fn mark(&mut self, source: usize) {
        let drift = source as i64 - self.text.len() as i64;
        if drift != self.drift {
            self.drift = drift;
            let at = self.text.len() as u32;
            match self.steps.last_mut() {
                Some(step) if step.0 == at => step.1 = source as u32,
                _ => self.steps.push((at, source as u32)),
            }
        }
    }

    /// True behind a letter that joiners shape (Persian, Indic, emoji).
    fn joins(&self) -> bool {
        self.space.is_none() && self.open_words().chars().next_back().is_some_and(|c| c >= '\u{600}')
    }
}

/// Length of the run at the start of `bytes` that is clean as it stands: visible characters with single plain spaces
/// between them.
fn plain_run(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'!'..=b'~' => at += 1,
            b' ' if at > 0 && bytes.get(at + 1).is_some_and(|b| matches!(b, b'!'..=b'~')) => at += 1,
            // Two-byte letters, but not those among which NBSP, soft hyphen, joiners and bidi marks are.
            0xc3..=0xcc | 0xce..=0xd7 | 0xd9..=0xdf => at += 2,
            // Curly quotes, dashes and the ellipsis: U+2010 to U+2027.
            0xe2 if bytes.get(at + 1) == Some(&0x80)
                && bytes.get(at + 2).is_some_and(|b| (0x90..=0xa7).contains(b)) =>
            {
                at += 3;
            }
            _ => break,
        }
    }
    at
}

/// The letters of a typographic ligature, as PDFs hold them.
const fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Characters without a visible form: soft hyphens, zero-width, bidi controls, other controls, picture holders.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffc}'
            | '\u{fffe}'..='\u{ffff}'
    )
}
