//! The little language the rules are written in, and its matcher.
//!
//! A pattern is words parted by spaces. Lower-case words stand for themselves; `-` is any dash, `$` the end of the sentence; capitals name a
//! [`reader`](super::readers); `a|b` is either, `x?` may be absent; what follows `>` must follow in the text but is not part
//! of the match. Elements in capitals or with `|` are captured, in order; a captured element that is absent holds
//! [`Payload::None`].
//!
//! Invariant: patterns are short and readers look a bounded way ahead, so a match costs a bounded number of steps.

use super::lexicon::{Class, Entry, Lexicon};
use super::meaning::{Dir, Point};
use super::readers::{Memo, Reader};
use super::value::{Amount, Clock, Length, Part, Season, Unit};
use crate::document::{Document, Token, TokenKind, word_hash};
use crate::lists::List;

/// What a captured element says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Payload {
    /// Absent, or a word without a value.
    None,
    /// A number; for words parted by `|`, which of them (from 0).
    Int(i32),
    /// How many.
    Amount(Amount),
    /// A unit.
    Unit(Unit),
    /// A season.
    Season(Season),
    /// A part of the day.
    Part(Part),
    /// A time of day.
    Clock(Clock),
    /// A date.
    Point(Point, Dir),
    /// Several units.
    Length(Length),
}

#[derive(Clone, Copy, Debug)]
enum Atom {
    Word(u64),
    Dash,
    /// The end of the sentence.
    End,
    Reader(Reader),
}

#[derive(Debug)]
struct Element {
    atoms: Vec<Atom>,
    optional: bool,
    captured: bool,
    /// True where it takes in one token, whatever it reads.
    single: bool,
    /// What it can begin with.
    first: Likeness,
}

/// What a token may be, told in two looks: good to say no, for words of which some look alike.
#[derive(Clone, Copy, Debug, Default)]
pub struct Likeness {
    /// [`Class::bit`]s.
    classes: u32,
    /// A bit for each word, by the low bits of its number; none for a word that no pattern has.
    words: u128,
}

impl Likeness {
    /// Of the end of a sentence.
    pub const END: Likeness = Likeness { classes: 1 << 31, words: 0 };

    /// Of any of these classes, or the word with this number (0 for any other).
    #[inline]
    pub fn new(classes: u32, number: u16) -> Likeness {
        Likeness { classes: classes & !Self::END.classes, words: if number == 0 { 0 } else { 1 << (number % 128) } }
    }

    /// True of a word that no list of time has.
    #[inline]
    pub fn is_of_no_class(self) -> bool {
        self.classes == 0
    }

    /// True of a word that no rule knows.
    #[inline]
    pub fn is_nothing(self) -> bool {
        self.classes == 0 && self.words == 0
    }

    /// What is like either.
    pub fn or(self, other: Likeness) -> Likeness {
        Likeness { classes: self.classes | other.classes, words: self.words | other.words }
    }

    /// False where nothing that is like the one is like the other.
    #[inline]
    pub fn meets(self, other: Likeness) -> bool {
        self.classes & other.classes != 0 || self.words & other.words != 0
    }
}

/// What a pattern begins with: most patterns fail there, and it is cheaper to see that before anything is read.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    /// [`Class::bit`]s a first token can have where a reader begins the pattern.
    pub first: u32,
    /// The reader that alone begins the pattern and can take in several tokens.
    pub lead: Option<Reader>,
    /// What stands behind its first element; none where that can be anything.
    pub second: Option<Likeness>,
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Pattern {
    elements: Vec<Element>,
    /// Elements from here on are only looked at.
    look: usize,
    /// Hashes of the words it can begin with.
    pub words: Vec<u64>,
    /// What else it begins with.
    pub opening: Opening,
}

/// The tokens of one sentence, and what the lexicon says of each.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The document.
    pub doc: &'a Document,
    /// The words.
    pub lexicon: &'a Lexicon,
    /// First token of the sentence.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// How many dates may still stand inside one another.
    pub depth: u8,
    /// What each token is.
    pub entries: &'a [Entry],
    /// What readers have read.
    pub memo: &'a Memo,
}

impl<'a> View<'a> {
    /// Token `at`, if the sentence has it.
    #[inline]
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        (self.start..self.end).contains(&at).then(|| &self.doc.tokens[at])
    }

    /// The words of token `at`, or nothing.
    #[inline]
    pub fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |t| t.span.of(&self.doc.text))
    }

    /// True when token `at` is one of `words`.
    pub fn is(&self, at: usize, words: impl Words) -> bool {
        self.token(at).is_some_and(|token| words.have(self.doc, token))
    }
    /// What token `at` is, if the sentence has it.
    #[inline]
    pub fn entry(&self, at: usize) -> Option<&'a Entry> {
        self.entries.get(at.checked_sub(self.start)?)
    }

    /// The value of token `at` as a `class`.
    #[inline]
    pub fn value(&self, at: usize, class: Class) -> Option<i16> {
        self.entry(at)?.value(class)
    }

    /// True when token `at` is a hyphen or a dash.
    pub fn is_dash(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Mark) && DASHES.contains(&self.word(at))
    }
}

/// Words to look for, in lower case and parted by spaces: one as a string, a few as [`Few`], many as a [`List`].
pub trait Words {
    /// True when the token is one of them.
    fn have(self, doc: &Document, token: &Token) -> bool;
}

impl Words for &str {
    fn have(self, doc: &Document, token: &Token) -> bool {
        let word = &doc.text.as_bytes()[token.span.range()];
        let Some(first) = word.first() else { return false };
        // Byte by byte: this is asked several times a token, and splitting costs more than comparing. Most words differ in
        // their first letter already.
        let mut rest = self.as_bytes();
        while rest.len() >= word.len() {
            let ends = rest.get(word.len()).is_none_or(|b| *b == b' ');
            if ends && rest[0] | 32 == *first | 32 && rest[..word.len()].eq_ignore_ascii_case(word) {
                return true;
            }
            match rest.iter().position(|b| *b == b' ') {
                Some(space) => rest = &rest[space + 1..],
                None => return false,
            }
        }
        false
    }
}

/// A few words, told from most others by their first letter: this is asked several times a token. Made by [`few!`].
#[derive(Clone, Copy)]
pub struct Few {
    words: &'static str,
    /// A bit for each first byte, by its low five bits.
    first: u32,
}

impl Few {
    /// The words of a string.
    pub const fn new(words: &'static str) -> Self {
        let (bytes, mut first, mut at) = (words.as_bytes(), 0, 0);
        while at < bytes.len() {
            if at == 0 || bytes[at - 1] == b' ' {
                first |= 1 << (bytes[at] % 32);
            }
            at += 1;
        }
        Few { words, first }
    }
}

impl Words for Few {
    #[inline]
    fn have(self, doc: &Document, token: &Token) -> bool {
        let first = doc.text.as_bytes().get(token.span.start as usize).map_or(0, |b| b % 32);
        self.first >> first & 1 == 1 && self.words.have(doc, token)
    }
}

/// [`Few`] words, made ready when the program is built.
macro_rules! few {
    ($words:expr) => {
        const { $crate::time::pattern::Few::new($words) }
    };
}
pub(crate) use few;

impl Words for &List {
    fn have(self, _: &Document, token: &Token) -> bool {
        self.hold(token.hash)
    }
}

/// Hyphens and dashes.
const DASHES: [&str; 6] = ["-", "–", "—", "‐", "‑", "−"];

/// What was captured.
#[derive(Clone, Copy)]
pub struct Caps<'a> {
    /// The sentence.
    pub view: &'a View<'a>,
    /// First token of the match.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// One past the last token looked at.
    pub looked: usize,
    payloads: [Payload; MAX],
    used: usize,
}

/// No pattern captures more.
const MAX: usize = 8;

impl Caps<'_> {
    /// Its number; 0 where it has none.
    pub fn int(&self, n: usize) -> i32 {
        self.some_int(n).unwrap_or(0)
    }

    /// Its number, where it is there.
    pub fn some_int(&self, n: usize) -> Option<i32> {
        match self.payloads[n] {
            Payload::Int(i) => Some(i),
            Payload::Amount(a) => a.as_whole(),
            _ => None,
        }
    }

    /// Its amount.
    pub fn amount(&self, n: usize) -> Amount {
        match self.payloads[n] {
            Payload::Amount(a) => a,
            Payload::Int(i) => Amount::whole(i),
            _ => Amount::Vague,
        }
    }

    /// Its unit; [`Unit::Day`] where it has none.
    pub fn unit(&self, n: usize) -> Unit {
        if let Payload::Unit(u) = self.payloads[n] { u } else { Unit::Day }
    }

    /// Its part of the day.
    pub fn part(&self, n: usize) -> Part {
        if let Payload::Part(p) = self.payloads[n] { p } else { Part::Daytime }
    }

    /// Its season.
    pub fn season(&self, n: usize) -> Season {
        if let Payload::Season(s) = self.payloads[n] { s } else { Season::Summer }
    }

    /// Its time of day.
    pub fn clock(&self, n: usize) -> Option<Clock> {
        if let Payload::Clock(c) = self.payloads[n] { Some(c) } else { None }
    }

    /// Its length.
    pub fn length(&self, n: usize) -> Option<Length> {
        if let Payload::Length(l) = self.payloads[n] { Some(l) } else { None }
    }

    /// Its date.
    pub fn date(&self, n: usize) -> Option<(Point, Dir)> {
        if let Payload::Point(p, d) = self.payloads[n] { Some((p, d)) } else { None }
    }

    /// True when the token right before the match is one of `words`.
    pub fn after(&self, words: impl Words) -> bool {
        self.start > self.view.start && self.view.is(self.start - 1, words)
    }

    /// True when the token right behind the match is one of `words`.
    pub fn before(&self, words: impl Words) -> bool {
        self.view.is(self.end, words)
    }
}

#[cfg(test)]
thread_local! {
    /// How many elements were tried, for the tests of growth.
    pub static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

impl Pattern {
    /// Reads a pattern. Its first words become known to the lexicon.
    pub fn compile(text: &str, lexicon: &mut Lexicon) -> Pattern {
        let mut pattern = Pattern {
            elements: Vec::new(),
            look: usize::MAX,
            words: Vec::new(),
            opening: Opening { first: 0, lead: None, second: None },
        };
        let mut open = true;
        for item in text.split_whitespace() {
            if item == ">" {
                pattern.look = pattern.elements.len();
                continue;
            }
            let (item, optional) = item.strip_suffix('?').map_or((item, false), |i| (i, true));
            let mut atoms = Vec::new();
            for word in item.split('|') {
                let atom = match Reader::named(word) {
                    Some(reader) => Atom::Reader(reader),
                    None if word == "-" => Atom::Dash,
                    None if word == "$" => Atom::End,
                    None => Atom::Word(word_hash(word)),
                };
                if open {
                    match atom {
                        Atom::Word(hash) => {
                            lexicon.know(hash, Class::Word);
                            pattern.words.push(hash);
                        }
                        Atom::Reader(reader) => pattern.opening.first |= reader.first(),
                        Atom::Dash | Atom::End => {}
                    }
                }
                atoms.push(atom);
            }
            open &= optional;
            let captured = atoms.len() > 1 || matches!(atoms[0], Atom::Reader(_));
            let (mut first, mut single) = (Likeness::default(), true);
            for atom in &atoms {
                match atom {
                    Atom::Word(hash) => first = first.or(Likeness::new(0, lexicon.number(*hash))),
                    Atom::End => first = first.or(Likeness::END),
                    Atom::Dash => {
                        first =
                            DASHES.iter().fold(first, |all, d| all.or(Likeness::new(0, lexicon.number(word_hash(d)))));
                    }
                    Atom::Reader(reader) => {
                        let the = if *reader == Reader::Date { lexicon.number(word_hash("the")) } else { 0 };
                        first = first.or(Likeness::new(reader.first(), the));
                        single &= reader.many().is_none();
                    }
                }
            }
            pattern.elements.push(Element { atoms, optional, captured, single, first });
        }
        pattern.opening.lead = match pattern.elements.first() {
            Some(Element { atoms, optional: false, single: false, .. }) => match atoms[..] {
                [Atom::Reader(reader)] => Some(reader),
                _ => None,
            },
            _ => None,
        };
        pattern.opening.second = pattern.behind_first();
        if pattern.opening.second.is_none() {
            pattern.words.iter().for_each(|hash| lexicon.know(*hash, Class::Alone));
        }
        pattern.look = pattern.look.min(pattern.elements.len());
        pattern
    }

    /// What the token behind what the first element takes in must be like; for a pattern without a
    /// [`lead`](Pattern::lead), the one behind the first token.
    fn behind_first(&self) -> Option<Likeness> {
        let (first, rest) = self.elements.split_first()?;
        if self.opening.lead.is_none() && (first.optional || !first.single) {
            return None;
        }
        let needed = rest.iter().position(|element| !element.optional)?;
        Some(rest[..=needed].iter().fold(Likeness::default(), |all, element| all.or(element.first)))
    }

    /// Matches at token `at`.
    pub fn matches<'a>(&self, view: &'a View<'a>, at: usize) -> Option<Caps<'a>> {
        let mut caps = Caps { view, start: at, end: at, looked: at, payloads: [Payload::None; MAX], used: 0 };
        self.step(0, at, &mut caps).then_some(caps)
    }

    fn step(&self, element: usize, at: usize, caps: &mut Caps<'_>) -> bool {
        #[cfg(test)]
        STEPS.with(|steps| steps.set(steps.get() + 1));
        if element == self.look {
            caps.end = at;
        }
        let Some(this) = self.elements.get(element) else {
            caps.looked = at;
            return caps.end > caps.start;
        };
        let used = caps.used;
        for (number, atom) in this.atoms.iter().enumerate() {
            let found = match *atom {
                Atom::Word(hash) => {
                    let fits = caps.view.token(at).is_some_and(|t| t.hash == hash);
                    fits.then_some((at + 1, Payload::Int(number as i32)))
                }
                Atom::End => (at >= caps.view.end).then_some((at, Payload::Int(number as i32))),
                Atom::Dash => caps.view.is_dash(at).then_some((at + 1, Payload::Int(number as i32))),
                Atom::Reader(reader) => reader.read(caps.view, at),
            };
            let Some((next, payload)) = found else { continue };
            if this.captured {
                caps.payloads[used] = payload;
                caps.used = used + 1;
            }
            if self.step(element + 1, next, caps) {
                return true;
            }
            caps.used = used;
        }
        if this.optional {
            if this.captured {
                caps.payloads[used] = Payload::None;
                caps.used = used + 1;
            }
            if self.step(element + 1, at, caps) {
                return true;
            }
            caps.used = used;
        }
        false
    }
}
