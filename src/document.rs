//! The text as the later stages read it: blocks, sentences, tokens.
//!
//! Doors: [`parse`], or [`begin`] and [`extend`] where the work must be done in slices. Absent here: what the words mean. Offsets are bytes into [`Document::text`].

mod map;
mod order;
mod sentences;
mod tokens;

use crate::grammar::Parse;
use crate::input::Input;
use crate::{Span, TokenRange};
pub(crate) use map::{HashMap, HashSet, WordMap};
pub(crate) use order::sort_by_key;
use std::borrow::Cow;
use std::cell::OnceCell;

/// The months' names.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The number of the month, from 0, that a word begins like: `Sept`, but `Mayor` too.
pub(crate) fn month_like(word: &str) -> Option<usize> {
    let head = word.get(..3)?;
    MONTHS.iter().position(|month| month[..3].eq_ignore_ascii_case(head))
}

/// True for a day or month, whole or cut short: `Friday`, `Aug.`
pub(crate) fn is_calendar(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let like = |name: &&str| name.get(..word.len()).is_some_and(|n| n.eq_ignore_ascii_case(word));
    word.len() >= 3 && WEEKDAYS.iter().chain(&MONTHS).any(like)
}

/// An article in pieces. Tokens, sentences and blocks each stand in order of the text and do not overlap.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The text all spans count in.
    pub text: String,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The sentences; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// The tokens; every letter and digit of the text is in one.
    pub tokens: Vec<Token>,
    /// For each sentence its verbs and clauses, once somebody has asked [`grammar`](crate::grammar::parse) for them.
    pub(crate) parses: Vec<OnceCell<Parse>>,
}

/// A paragraph, heading, list item, …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The block's words, without the blank lines around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A heading, from level 1 for a section of the article.
    Heading(u8),
    /// The sentence or two between headline and story.
    Standfirst,
    /// `By Jane Doe, science editor`
    Byline,
    /// A line that holds only a date or `Published …`.
    DateLine,
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// A block quotation or pull quote.
    Quote,
    /// Words under a picture.
    Caption,
    /// `Read more`, share lines, page furniture: shown, but not part of the story.
    Furniture,
}

impl BlockKind {
    /// True for blocks whose sentences tell the story (so that their dates make events).
    pub const fn is_story(self) -> bool {
        matches!(self, BlockKind::Standfirst | BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote)
    }
}

/// A sentence, heading or line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens; never empty.
    pub tokens: TokenRange,
    /// Number of its block.
    pub block: u32,
}

/// A word, number or mark.
///
/// Words break at hyphens, slashes and apostrophes (`Russia` `-` `China`, `Trump` `’s`), so that every name has its own
/// tokens; abbreviations keep their stops (`U.S.`, `Jan.`), numbers their separators (`1,000.5`), and letters on digits
/// stay with them (`1990s`, `21st`, `5pm`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token's words.
    pub span: Span,
    /// [`word_hash`] of the words in lower case, for looking up in tables.
    pub hash: u64,
    /// What it is made of.
    pub kind: TokenKind,
    /// How its letters are cased.
    pub case: Case,
    /// False when it touches the token before.
    pub space_before: bool,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with stops or digits inside (`U.S.`, `G20`), or a clitic (`’s`, `n’t`).
    Word,
    /// Digits with separators.
    Number,
    /// Digits followed by letters (`21st`, `1990s`, `5pm`).
    Mixed,
    /// Anything else: one character each.
    Mark,
}

/// How the letters of a token are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letter with case.
    None,
    /// `word`
    Lower,
    /// `Word`, `U`
    Title,
    /// `WORD`, `U.S.`
    Upper,
    /// `McDonald`, `iPhone`
    Mixed,
}

/// Cuts a cleaned input into blocks, sentences and tokens. Total: any text gives a document.
pub fn parse(input: &Input) -> Document {
    let mut doc = begin(input);
    extend(&mut doc, 0..input.blocks.len());
    doc
}

/// The same in slices: the blocks alone; then [`extend`] over them in order.
pub fn begin(input: &Input) -> Document {
    Document { text: input.text.clone(), blocks: input.blocks.clone(), ..Document::default() }
}

/// Adds the sentences and tokens of the blocks `range`.
pub fn extend(doc: &mut Document, range: std::ops::Range<usize>) {
    for number in range {
        let first = doc.tokens.len();
        tokens::split(&doc.text, doc.blocks[number].span, &mut doc.tokens);
        sentences::split(&doc.text, &doc.tokens, first, number as u32, &mut doc.sentences);
    }
    doc.parses.resize_with(doc.sentences.len(), OnceCell::new);
}

impl Document {
    /// The words of token `number`.
    #[inline]
    pub fn word(&self, number: usize) -> &str {
        self.tokens.get(number).map_or("", |token| token.span.of(&self.text))
    }

    /// True when token `number` is one of `words`, which are written in lower case. Asked many times a word: most differ in
    /// length already.
    #[inline]
    pub(crate) fn is(&self, number: usize, words: &[&str]) -> bool {
        self.tokens.get(number).is_some_and(|token| {
            let word = &self.text.as_bytes()[token.span.range()];
            words.iter().any(|other| other.len() == word.len() && other.as_bytes().eq_ignore_ascii_case(word))
        })
    }

    /// The same in lower case.
    pub fn lower(&self, number: usize) -> Cow<'_, str> {
        let word = self.word(number);
        match self.tokens.get(number).map(|token| token.case) {
            None | Some(Case::None | Case::Lower) => Cow::Borrowed(word),
            Some(Case::Title | Case::Upper | Case::Mixed) => Cow::Owned(word.to_lowercase()),
        }
    }

    /// The bytes from the first to the last token of `range`, which must not be empty.
    pub fn span(&self, range: TokenRange) -> Span {
        self.tokens[range.start as usize].span.to(self.tokens[range.end as usize - 1].span)
    }

    /// The words of `range`, which must not be empty.
    pub fn words(&self, range: TokenRange) -> &str {
        self.span(range).of(&self.text)
    }

    /// The tokens of sentence `number`.
    pub fn tokens_of(&self, number: usize) -> &[Token] {
        &self.tokens[self.sentences[number].tokens.range()]
    }

    /// The block that sentence `number` stands in.
    pub fn block_of(&self, number: usize) -> Block {
        self.blocks[self.sentences[number].block as usize]
    }
}

/// The hash that tables of words are keyed by: FNV-1a, 64 bits, over the lower-cased UTF-8 bytes. The typographic
/// apostrophe counts as the plain one. The same on every machine, so it may be stored in files.
///
/// ```
/// use article_lens::document::word_hash;
/// assert_eq!(word_hash("Tuesday"), word_hash("tuesday"));
/// assert_ne!(word_hash("Tuesday"), word_hash("Thursday"));
/// ```
pub fn word_hash(word: &str) -> u64 {
    let mut hash = WordHash::default();
    if word.is_ascii() {
        word.bytes().for_each(|b| hash.eat(b.to_ascii_lowercase()));
    } else {
        let mut buffer = [0; 4];
        for c in word.chars().flat_map(char::to_lowercase) {
            let c = if c == '’' { '\'' } else { c };
            c.encode_utf8(&mut buffer).bytes().for_each(|b| hash.eat(b));
        }
    }
    hash.0
}

/// [`word_hash`] in the making: takes bytes of lower-cased letters.
#[derive(Clone, Copy)]
pub(crate) struct WordHash(u64);

impl Default for WordHash {
    fn default() -> Self {
        WordHash(0xcbf2_9ce4_8422_2325)
    }
}

impl WordHash {
    #[inline]
    const fn eat(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
    }
}
