//! Places in a text. Bytes and tokens are counted with different types, so that they cannot be mixed up.

use serde::{Deserialize, Serialize};

/// A half-open range of **UTF-8 bytes** into one text (which one, the owner says).
///
/// ```
/// use article_lens::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("the house"), "house");
/// assert!(span.overlaps(Span::new(8, 20)) && !span.overlaps(Span::new(9, 20)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// The words at this place. `text` must be the text the span was made for.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The same as an ordinary range, for slicing.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Ranges have the order of these numbers: by start, then by end.
    pub(crate) const fn order(self) -> u64 {
        (self.start as u64) << 32 | self.end as u64
    }

    /// True when nothing lies in the range.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// True when at least one byte is in both.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True when `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that holds both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A half-open range of **token numbers** of one [`Document`](crate::document::Document).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenRange {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl TokenRange {
    /// The range `start..end`.
    pub const fn new(start: u32, end: u32) -> Self {
        TokenRange { start, end }
    }

    /// The same as an ordinary range, for slicing and loops.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of tokens.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Ranges have the order of these numbers: by start, then by end.
    pub(crate) const fn order(self) -> u64 {
        (self.start as u64) << 32 | self.end as u64
    }

    /// True when no token lies in the range.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }
}
