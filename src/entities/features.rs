//! What the model looks at, as hashed features of one token in its sentence.
//!
//! Invariant: nothing here depends on other sentences (the memory of the document is added in [`super::memory`]), nor
//! on the width of a pointer: the same features on every machine.

use super::lexicon::{Entry, Lexicon};
use crate::document::{Case, Document, Token, TokenKind};

/// A feature: a hash of [`FEATURE_BITS`] bits.
pub type Feature = u32;
/// Bits of a feature's hash. Wide enough that a feature that was not trained seldom meets one that was.
pub const FEATURE_BITS: u32 = 24;

/// Makes a feature from the number of its template and what it saw.
#[inline]
pub fn feature(template: u8, value: u64) -> Feature {
    let mixed =
        (value ^ (u64::from(template) << 56)).wrapping_add(u64::from(template)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> (64 - FEATURE_BITS)) as Feature
}

/// Two values as one.
#[inline]
pub fn pair(a: u64, b: u64) -> u64 {
    (a.rotate_left(23) ^ b).wrapping_mul(0xff51_afd7_ed55_8ccd)
}

/// What the features say of one token before they are combined.
#[derive(Clone, Copy, Debug, Default)]
pub struct Glimpse {
    /// Hash of the word in lower case.
    pub word: u64,
    /// What the lexicon knows of it.
    pub entry: Entry,
    /// How it is cased, with marks and numbers apart: see [`form`].
    pub form: u8,
    /// Longest list entry that covers it: kind and whether it begins there.
    pub listed: u8,
    /// True when the model has to look at it; other tokens are outside any mention.
    pub candidate: bool,
    /// The first letter in lower case.
    pub initial: u32,
    /// Of a word all in capitals: hash of its letters, as [`initials`] makes it of a run's words; else 0.
    pub letters: u64,
    /// First and one past the last token of the run of capitalised words it belongs to, in the sentence; empty: none.
    pub run: (u32, u32),
}

/// A sentence made ready for its features. Reused from sentence to sentence, so that nothing is allocated for a token.
#[derive(Debug, Default)]
pub struct Sentence {
    /// One for each token.
    pub glimpses: Vec<Glimpse>,
    affixes: Vec<[u64; 7]>,
    /// 0: an ordinary sentence, 1: Title Case, 2: ALL CAPS.
    pub style: u8,
}

/// Forms of tokens.
pub mod form {
    /// Lower-case letters.
    pub const LOWER: u8 = 0;
    /// A capital and lower-case letters.
    pub const TITLE: u8 = 1;
    /// Capitals only.
    pub const UPPER: u8 = 2;
    /// Capitals inside a word.
    pub const MIXED: u8 = 3;
    /// One capital, with or without a stop.
    pub const INITIAL: u8 = 4;
    /// Capitals with stops.
    pub const DOTTED: u8 = 5;
    /// A number.
    pub const NUMBER: u8 = 6;
    /// A number with letters.
    pub const ORDINAL: u8 = 7;
    /// A hyphen.
    pub const HYPHEN: u8 = 8;
    /// Any other mark.
    pub const MARK: u8 = 9;
    /// `’s` and its like.
    pub const CLITIC: u8 = 10;
    /// Beyond the sentence.
    pub const EDGE: u8 = 11;
    /// A quotation mark.
    pub const QUOTE: u8 = 12;
    /// Letters without case.
    pub const CASELESS: u8 = 13;
}

const EDGE: Glimpse = Glimpse {
    word: 7,
    entry: Entry::NONE,
    form: form::EDGE,
    listed: 0,
    candidate: false,
    initial: 0,
    letters: 0,
    run: (0, 0),
};

fn form_of(text: &str, token: &Token) -> u8 {
    match token.kind {
        TokenKind::Number => form::NUMBER,
        TokenKind::Mixed => form::ORDINAL,
        TokenKind::Mark => match text {
            "-" | "–" | "‐" => form::HYPHEN,
            "\"" | "“" | "”" | "‘" | "’" | "'" => form::QUOTE,
            _ => form::MARK,
        },
        TokenKind::Word if text.starts_with(['\'', '’']) => form::CLITIC,
        TokenKind::Word => match token.case {
            Case::None => form::CASELESS,
            Case::Lower => form::LOWER,
            Case::Title if text.chars().nth(1).is_none_or(|c| c == '.') => form::INITIAL,
            Case::Title => form::TITLE,
            Case::Upper if text.contains('.') => form::DOTTED,
            Case::Upper => form::UPPER,
            Case::Mixed => form::MIXED,
        },
    }
}

/// True for forms that names have.
#[inline]
pub fn is_capital(form: u8) -> bool {
    (form::TITLE..=form::DOTTED).contains(&form)
}

impl Sentence {
    /// Looks at the tokens of sentence `number`.
    pub fn read(&mut self, doc: &Document, number: usize, lexicon: &Lexicon) {
        let range = doc.sentences[number].tokens.range();
        let tokens = &doc.tokens[range];
        self.glimpses.clear();
        self.affixes.clear();
        let (mut long, mut titled, mut upper) = (0, 0, 0);
        for token in tokens {
            let text = token.span.of(&doc.text);
            let form = form_of(text, token);
            let entry = if token.kind == TokenKind::Word { lexicon.word(token.hash) } else { Entry::NONE };
            if token.kind == TokenKind::Word && token.span.len() > 3 {
                long += 1;
                titled += i32::from(form == form::TITLE || form == form::MIXED);
                upper += i32::from(form == form::UPPER);
            }
            let lowered = |c: char| c.to_lowercase().next().unwrap_or(c);
            let initial = text.chars().next().map_or(0, |c| lowered(c) as u32);
            let letters = if matches!(form, form::UPPER | form::DOTTED | form::MIXED) {
                let capitals = text.chars().filter(|c| c.is_uppercase());
                capitals.fold(0, |hash, c| pair(hash, u64::from(lowered(c) as u32)))
            } else {
                0
            };
            self.glimpses.push(Glimpse { word: token.hash, entry, form, initial, letters, ..Glimpse::default() });
        }
        self.style = match long {
            0..=2 => 0,
            _ if upper * 10 >= long * 7 => 2,
            _ if (titled + upper) * 10 >= long * 8 => 1,
            _ => 0,
        };
        self.find_candidates();
        self.find_runs();
        self.find_listed(lexicon);
        for (glimpse, token) in self.glimpses.iter().zip(tokens) {
            let affixes = if glimpse.candidate { affixes(token.span.of(&doc.text)) } else { [0; 7] };
            self.affixes.push(affixes);
        }
    }

    /// Capitalised words and those beside them; words that the lexicon knows as names, however cased.
    fn find_candidates(&mut self) {
        let n = self.glimpses.len();
        for i in 0..n {
            let g = self.glimpses[i];
            if is_capital(g.form) || (g.form == form::LOWER && g.entry.is_name()) {
                let reach = if is_capital(g.form) { 2 } else { 0 };
                for j in i.saturating_sub(reach)..(i + reach + 1).min(n) {
                    self.glimpses[j].candidate = true;
                }
            } else if g.form == form::CASELESS || g.form == form::ORDINAL {
                self.glimpses[i].candidate = true;
            }
        }
    }

    /// Capitalised words in a row, with `of`, `the`, `and`, `for`, `de`, … and hyphens between them.
    fn find_runs(&mut self) {
        let n = self.glimpses.len();
        let mut i = 0;
        while i < n {
            if !is_capital(self.glimpses[i].form) {
                i += 1;
                continue;
            }
            let mut end = i + 1;
            let mut at = end;
            while at < n && at < i + 24 {
                let g = self.glimpses[at];
                if is_capital(g.form) {
                    end = at + 1;
                } else if !(g.entry.is_link() && at < end + 2) {
                    break;
                }
                at += 1;
            }
            for glimpse in &mut self.glimpses[i..end] {
                glimpse.run = (i as u32, end as u32);
            }
            i = end;
        }
    }

    fn find_listed(&mut self, lexicon: &Lexicon) {
        let n = self.glimpses.len();
        let mut i = 0;
        while i < n {
            let first = self.glimpses[i];
            if !first.entry.starts_list() {
                i += 1;
                continue;
            }
            let mut hash = 0;
            let mut best = (0, 0);
            for j in i..(i + 6).min(n) {
                hash = pair(hash, self.glimpses[j].word);
                if j > i {
                    let kind = lexicon.phrase(hash);
                    if kind != 0 {
                        best = (j + 1, kind);
                    }
                }
            }
            if best.0 == 0 {
                i += 1;
                continue;
            }
            for j in i..best.0 {
                self.glimpses[j].listed = best.1 * 2 + u8::from(j > i);
            }
            i = best.0;
        }
    }

    /// What the features of token `i` itself hang on.
    pub fn own(&self, i: usize) -> u64 {
        let (t, affixes) = (&self.glimpses[i], &self.affixes[i]);
        let form = u64::from(t.form) | u64::from(self.style) << 8 | u64::from(t.listed) << 16;
        // Spellings of one word: `McKay` and `MCKay`, `’s` and `'s`.
        pair(pair(t.word, form), affixes.iter().fold(0, |all, part| pair(all, *part)))
    }

    fn at(&self, i: usize, step: isize) -> &Glimpse {
        i.checked_add_signed(step).and_then(|at| self.glimpses.get(at)).unwrap_or(&EDGE)
    }

    /// The noun that a name ending before `end` is described with: `exchange` in `Acme, a small exchange that …`.
    fn described_as(&self, end: usize) -> Option<&Glimpse> {
        let rest = self.glimpses.get(end..)?;
        let [comma, article, words @ ..] = rest else { return None };
        if comma.form != form::MARK || !article.entry.is_link() || article.form != form::LOWER {
            return None;
        }
        let lower = words.iter().take(6).take_while(|g| g.form == form::LOWER && !g.entry.is_link());
        lower.last()
    }

    /// Appends the features of token `i`: those of the word itself, those that its surroundings have a part in, or both.
    #[inline(always)]
    pub fn features<const OWN: bool, const AROUND: bool>(&self, i: usize, out: &mut Vec<Feature>) {
        let (a2, a1, t, b1, b2) = (self.at(i, -2), self.at(i, -1), self.at(i, 0), self.at(i, 1), self.at(i, 2));
        let style = u64::from(self.style);
        let form = u64::from(t.form) | style << 4;
        let mut add = |template: u8, value: u64| {
            if if is_own(template) { OWN } else { AROUND } {
                out.push(feature(template, value));
            }
        };
        add(1, style);
        add(2, t.word);
        add(3, pair(t.word, form));
        add(4, a1.word);
        add(5, b1.word);
        add(6, a2.word);
        add(7, b2.word);
        add(8, pair(a1.word, t.word));
        add(9, pair(t.word, b1.word));
        let forms = form | u64::from(a1.form) << 8 | u64::from(b1.form) << 16;
        add(10, forms);
        add(11, forms | u64::from(a2.form) << 24 | u64::from(b2.form) << 32);
        add(12, pair(a1.word, form));
        add(13, pair(b1.word, form));
        add(14, pair(a2.word, a1.word));
        add(15, pair(b1.word, b2.word));

        let [shape, p2, p3, p4, s2, s3, s4] = self.affixes[i];
        add(16, shape | style << 60);
        add(17, p2);
        add(18, p3);
        add(19, p4);
        add(20, s2);
        add(21, s3);
        add(22, s4);
        add(23, pair(s3, form));

        let known = |g: &Glimpse| u64::from(g.entry.classes());
        add(24, known(t) << 6 | form);
        add(25, known(a1));
        add(26, known(b1));
        add(27, pair(known(a1), known(t) << 6 | form));
        add(28, pair(known(b1), known(t) << 6 | form));
        let cluster =
            |g: &Glimpse| u64::from(g.entry.cluster) << 4 | if g.entry.cluster == 0 { u64::from(g.form) } else { 0 };
        add(29, cluster(t) << 6 | form);
        add(30, cluster(a1));
        add(31, cluster(b1));
        add(32, cluster(a2));
        add(33, cluster(b2));
        add(34, pair(cluster(a1), cluster(t)));
        add(35, pair(cluster(t), cluster(b1)));
        add(36, pair(cluster(a1), cluster(b1)));
        let nature = |g: &Glimpse| u64::from(g.entry.nature);
        add(50, nature(t) << 6 | form);
        add(51, pair(nature(a1), nature(t) << 6 | form));
        add(52, pair(nature(b1), nature(t) << 6 | form));
        let usage = |g: &Glimpse| match g.entry.usage {
            0 => 256 + u64::from(g.form),
            known => u64::from(known),
        };
        add(60, usage(t) << 6 | form);
        add(61, usage(a1));
        add(62, usage(b1));
        add(63, pair(usage(a1) << 10 | usage(t), form));
        add(64, pair(usage(t), usage(b1) << 6 | form));
        add(65, usage(a1) << 10 | usage(b1));
        add(37, u64::from(t.listed) << 4 | u64::from(t.form));
        if b1.listed != 0 || a1.listed != 0 {
            add(38, u64::from(a1.listed) << 8 | u64::from(b1.listed));
        }

        if AROUND && t.run.0 < t.run.1 {
            let (first, end) = (t.run.0 as usize, t.run.1 as usize);
            let (length, place) = ((end - first).min(6) as u64, (i - first).min(4) as u64);
            let where_in = place | length << 4 | style << 8 | u64::from(first == 0) << 10;
            add(39, where_in);
            if length > 1 {
                let (head, last) = (&self.glimpses[first], &self.glimpses[end - 1]);
                let side = u64::from(i == first) | u64::from(i + 1 == end) << 1;
                add(40, pair(head.word, side));
                add(41, pair(last.word, side));
                add(42, pair(cluster(head), cluster(last)) ^ side);
                add(43, pair(known(head), known(last)) ^ side ^ (length << 8));
                add(44, pair(self.affixes[end - 1][5], side));
                add(53, pair(nature(head), nature(last)) ^ side ^ (length << 8));
            }
            let (before, behind) = (self.at(first, -1), self.at(end - 1, 1));
            let side = place.min(1) | length.min(3) << 2;
            add(45, pair(before.word, side));
            add(46, pair(behind.word, side));
            add(47, pair(cluster(before), side));
            add(48, pair(cluster(behind), side));
            add(49, pair(pair(before.word, behind.word), side));
            add(56, pair(cluster(behind), cluster(self.at(end, 1))) ^ side);
            add(57, pair(cluster(self.at(first, -2)), cluster(before)) ^ side);
            let run = &self.glimpses[first..end];
            if length > 1 {
                add(58, run.iter().fold(place, |hash, g| pair(hash, g.word)));
            }
            let natures = run.iter().take(5).fold(place, |all, g| pair(all, nature(g) << 4 | u64::from(g.form)));
            add(59, natures);
            add(66, pair(usage(before), side));
            add(67, pair(usage(behind), side));
            add(68, pair(usage(before) << 8 | usage(behind), side));
            if let Some(noun) = self.described_as(end) {
                add(54, pair(noun.word, side));
                add(55, pair(cluster(noun), side));
            }
        }
    }
}

/// True for features that are the same wherever the word stands.
#[inline]
const fn is_own(template: u8) -> bool {
    matches!(template, 1..=3 | 16..=24 | 29 | 37 | 50 | 60)
}

/// Hash of the first letters of a run's capitalised words: what an acronym of it would have as [`Glimpse::letters`].
pub fn initials(run: &[Glimpse]) -> u64 {
    run.iter().filter(|g| is_capital(g.form)).fold(0, |hash, g| pair(hash, u64::from(g.initial)))
}

/// Shape, prefixes of 2 to 4 and suffixes of 2 to 4 letters, hashed.
fn affixes(text: &str) -> [u64; 7] {
    let mut letters = [0u32; 16];
    let mut n = 0;
    let mut shape = 0u64;
    let mut last = 0;
    let mut lowered = |c: char| {
        let c = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        // Of a long word the first eight and the last eight letters count.
        if n < 16 {
            letters[n] = c as u32;
        } else {
            letters.copy_within(9..16, 8);
            letters[15] = c as u32;
        }
        n += 1;
    };
    for c in text.chars() {
        lowered(c);
        let class = match c {
            'A'..='Z' => 1,
            'a'..='z' => 2,
            '0'..='9' => 3,
            '.' => 4,
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ => 5,
        };
        if class != last && shape < 1 << 24 {
            shape = shape << 3 | class;
            last = class;
        }
    }
    shape |= (n.min(15) as u64) << 32;
    let n = n.min(16);
    let join = |part: &[u32]| part.iter().fold(part.len() as u64, |hash, c| pair(hash, u64::from(*c)));
    let prefix = |k: usize| join(&letters[..k.min(n)]);
    let suffix = |k: usize| join(&letters[n - k.min(n)..n]);
    [shape, prefix(2), prefix(3), prefix(4), suffix(2), suffix(3), suffix(4)]
}
