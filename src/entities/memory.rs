//! The memory of a document: what the same words were elsewhere in it.
//!
//! A word that stands in lower case elsewhere is hardly a name in a heading; a word that follows a first name once is a
//! surname everywhere. Two parts: [`Memory::note`] gathers it while sentences are read, in any slices; the features are
//! asked for when the whole text was seen, so that slicing cannot change an answer.

use super::features::{Feature, Glimpse, Sentence, feature, form, initials, is_capital};
use super::lexicon::class;
use crate::document::WordMap;

/// What one place of a word tells of the word. Bits.
mod told {
    /// Lower case, where case means something.
    pub const LOWER: u8 = 1;
    /// A capital in the middle of a sentence.
    pub const CAPITAL: u8 = 2;
    /// The last of a run that begins with a first name.
    pub const SURNAME: u8 = 4;
    /// Behind a title (`Mr`, `President`).
    pub const TITLED: u8 = 8;
    /// Behind `in`, `at`, `from`, `near`.
    pub const WHERE: u8 = 16;
    /// In a run that ends in a word of a company's name.
    pub const COMPANY: u8 = 32;
    /// In a run of two or more.
    pub const JOINED: u8 = 64;
    /// Alone in brackets behind a run that has its initials.
    pub const ACRONYM: u8 = 128;
}

/// A token the model looks at, with what the memory needs of its surroundings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Candidate {
    /// Number of the token in the document.
    pub token: u32,
    /// Hash of the word.
    pub word: u64,
    /// Hash of its letters when it is all in capitals, else 0.
    letters: u64,
    form: u8,
    told: u8,
    /// Bit 0: first of its sentence; 1, 2: the sentence's style; 3: first of its run; 4: last of its run; 5: run of two
    /// or more.
    place: u8,
}

/// Counts of what was told of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    counts: [u16; 8],
}

/// What is known of the words of a document.
#[derive(Debug, Default)]
pub struct Memory {
    words: WordMap<Word>,
    initials: WordMap<u16>,
}

fn bucket(count: u16) -> u64 {
    match count {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        _ => 3,
    }
}

impl Memory {
    /// Takes in token `i` of a sentence; gives what it tells.
    pub fn note(&mut self, sentence: &Sentence, i: usize) -> u8 {
        let t = &sentence.glimpses[i];
        let told = tell(sentence, i);
        if t.form == form::LOWER || told != 0 {
            let word = self.words.entry(t.word);
            for (bit, count) in word.counts.iter_mut().enumerate() {
                *count = count.saturating_add(u16::from(told >> bit & 1));
            }
        }
        if t.run.0 as usize == i && t.run.1 > t.run.0 + 1 {
            let initials = initials(&sentence.glimpses[i..t.run.1 as usize]);
            let count = self.initials.entry(initials);
            *count = count.saturating_add(1);
        }
        told
    }

    /// True when the word with this hash stands in lower case somewhere.
    pub fn has_lower(&self, word: u64) -> bool {
        self.words.get(word).is_some_and(|word| word.counts[0] > 0)
    }

    /// Appends the features that need only the words of the document.
    pub fn features(&self, candidate: &Candidate, out: &mut Vec<Feature>) {
        let mut counts = self.words.get(candidate.word).copied().unwrap_or_default().counts;
        for (bit, count) in counts.iter_mut().enumerate() {
            *count -= u16::from(candidate.told >> bit & 1).min(*count);
        }
        let (form, place) = (u64::from(candidate.form), u64::from(candidate.place));
        let case = bucket(counts[0]) | bucket(counts[1]) << 2;
        out.push(feature(100, case | form << 4 | (place & 7) << 8));
        out.push(feature(101, case | form << 4 | place << 8));
        let seen = counts[2..].iter().enumerate().fold(0u64, |bits, (n, count)| bits | u64::from(*count > 0) << n);
        out.push(feature(102, seen | (place >> 5 & 1) << 8 | form << 9));
        out.push(feature(103, seen | case << 8));
        if candidate.letters != 0 {
            let named = self.initials.get(candidate.letters).copied().unwrap_or(0);
            out.push(feature(104, bucket(named)));
        }
    }
}

/// What token `i` tells of its word.
fn tell(sentence: &Sentence, i: usize) -> u8 {
    let t = &sentence.glimpses[i];
    if sentence.style != 0 {
        return 0;
    }
    if t.form == form::LOWER {
        return told::LOWER;
    }
    if !is_capital(t.form) || t.run.0 == t.run.1 {
        return 0;
    }
    let before = |at: usize| at.checked_sub(1).map(|b| &sentence.glimpses[b]);
    let (first, end) = (t.run.0 as usize, t.run.1 as usize);
    let mut told = 0;
    if i > 0 && before(i).is_some_and(|b| b.form != form::QUOTE && b.form != form::MARK) {
        told |= told::CAPITAL;
    }
    let has = |g: &Glimpse, bits: u16| g.entry.bits & bits != 0;
    if end - first > 1 {
        told |= told::JOINED;
        if i + 1 == end && has(&sentence.glimpses[first], class::FIRST) {
            told |= told::SURNAME;
        }
        if has(&sentence.glimpses[end - 1], class::COMPANY) {
            told |= told::COMPANY;
        }
    }
    if before(i).is_some_and(|b| has(b, class::TITLE)) {
        told |= told::TITLED;
    }
    if before(first).is_some_and(|b| is_where(b.word)) {
        told |= told::WHERE;
    }
    if i > 2 && t.letters != 0 && before(i).is_some_and(|b| b.form == form::MARK) && end - first == 1 {
        let run = sentence.glimpses[i - 2].run;
        if run.1 as usize == i - 1 && initials(&sentence.glimpses[run.0 as usize..run.1 as usize]) == t.letters {
            told |= told::ACRONYM;
        }
    }
    told
}

fn is_where(word: u64) -> bool {
    use std::sync::OnceLock;
    static WORDS: OnceLock<[u64; 5]> = OnceLock::new();
    WORDS.get_or_init(|| ["in", "at", "from", "near", "around"].map(crate::document::word_hash)).contains(&word)
}

impl Candidate {
    /// True for a word that is cased like a name.
    pub fn is_capital(&self) -> bool {
        is_capital(self.form)
    }

    #[cfg(feature = "train")]
    /// True for a word of a run of capitalised words.
    pub fn in_run(&self) -> bool {
        self.place & 0b11_1000 != 0 || is_capital(self.form)
    }

    /// Token `i` of a sentence whose first token is number `first` of the document.
    pub fn new(sentence: &Sentence, i: usize, first: u32, told: u8) -> Self {
        let t = &sentence.glimpses[i];
        let (from, to) = (t.run.0 as usize, t.run.1 as usize);
        let place = u8::from(i == 0)
            | sentence.style << 1
            | u8::from(i == from && to > from) << 3
            | u8::from(i + 1 == to) << 4
            | u8::from(to > from + 1) << 5;
        Candidate { token: first + i as u32, word: t.word, letters: t.letters, form: t.form, told, place }
    }
}
