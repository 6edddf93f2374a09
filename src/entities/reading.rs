//! The document as the rules of names read it, word by word, and the names they hand on to one another. Absent here: the rules.

use super::lexicon::{Entry, Lexicon};
use super::vocabulary::{self, Rule, Rules};
use crate::document::{Case, Document, Token};
use crate::{EntityKind, TokenRange};

/// A mention with the string it is known by.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub tokens: TokenRange,
    pub kind: EntityKind,
    /// See [`key`](Reading::key).
    pub key: String,
}

impl Name {
    /// The name that these tokens are.
    pub fn new(reading: Reading, tokens: TokenRange, kind: EntityKind) -> Self {
        Name { tokens, kind, key: reading.key(tokens) }
    }
}

/// The document as the rules read it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'a> {
    pub doc: &'a Document,
    pub lexicon: &'a Lexicon,
    /// One for each token: the rules ask for the same words again and again.
    known: &'a [Known],
}

/// What is known of a token's word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    entry: Entry,
    rules: Rules,
}

impl Known {
    /// Of every token of a document.
    pub fn all(doc: &Document, lexicon: &Lexicon) -> Vec<Self> {
        let known = |t: &Token| Known { entry: lexicon.word(t.hash), rules: vocabulary::rules(t.hash) };
        doc.tokens.iter().map(known).collect()
    }
}

impl<'a> Reading<'a> {
    /// `known` as [`Known::all`] gives it.
    pub fn new(doc: &'a Document, lexicon: &'a Lexicon, known: &'a [Known]) -> Self {
        Reading { doc, lexicon, known }
    }

    #[inline]
    fn known(&self, at: u32) -> Known {
        self.known.get(at as usize).copied().unwrap_or_default()
    }

    #[inline]
    pub fn token(&self, at: u32) -> Option<&'a Token> {
        self.doc.tokens.get(at as usize)
    }

    #[inline]
    pub fn word(&self, at: u32) -> &'a str {
        self.token(at).map_or("", |t| t.span.of(&self.doc.text))
    }

    #[inline]
    pub fn entry(&self, at: u32) -> Entry {
        self.known(at).entry
    }

    #[inline]
    pub fn has(&self, at: u32, bits: u16) -> bool {
        self.entry(at).bits & bits != 0
    }

    /// True when the rules list the word.
    #[inline]
    pub fn is(&self, at: u32, rule: Rule) -> bool {
        self.known(at).rules.has(rule)
    }

    /// What the rules list the word as.
    #[inline]
    pub fn rules(&self, at: u32) -> Rules {
        self.known(at).rules
    }

    #[inline]
    pub fn is_capital(&self, at: u32) -> bool {
        self.token(at).is_some_and(|t| matches!(t.case, Case::Title | Case::Upper | Case::Mixed))
    }

    /// Where words with a capital stand.
    pub fn capitals(&self) -> impl Iterator<Item = u32> + Clone + use<'a> {
        let reading = *self;
        (0..reading.doc.tokens.len() as u32).filter(move |at| reading.is_capital(*at))
    }

    /// The words of a name in lower case, without stops, an article before or a possessive behind.
    pub fn key(&self, tokens: TokenRange) -> String {
        let mut key = String::with_capacity(24);
        for at in tokens.start..tokens.end {
            let word = self.word(at);
            if at == tokens.start && tokens.len() > 1 && word.eq_ignore_ascii_case("the") {
                continue;
            }
            // `al - Sorani` is al-Sorani.
            let article = |at: u32| matches!(self.word(at), "al" | "Al" | "el" | "El");
            let hyphen = |at: u32| at > tokens.start && self.word(at) == "-" && article(at - 1);
            let joined = hyphen(at) || at > tokens.start + 1 && hyphen(at - 1);
            if !key.is_empty() && !joined && self.token(at).is_some_and(|t| t.space_before) {
                key.push(' ');
            }
            if word.is_ascii() {
                word.bytes().filter(|b| *b != b'.').for_each(|b| key.push(char::from(b.to_ascii_lowercase())));
                continue;
            }
            let lowered = word.chars().flat_map(char::to_lowercase).filter(|c| *c != '.');
            key.extend(lowered.map(|c| if c == '’' { '\'' } else { c }));
        }
        key
    }
}
