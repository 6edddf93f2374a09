//! Whether a text is English, told by its scripts and by the little words every sentence needs.

use crate::document::{HashSet, WordMap, word_hash};
use crate::lists::rows;
use std::sync::LazyLock;

/// The languages that are told apart, with their most frequent words.
#[derive(Default)]
struct Languages {
    /// Their names, English last.
    names: Vec<&'static str>,
    /// A bit for each language that has the word.
    words: WordMap<u32>,
}

static LANGUAGES: LazyLock<Languages> = LazyLock::new(|| {
    let mut all = Languages::default();
    let lines = rows!("languages.txt");
    for (name, words) in lines.filter_map(|line| line.split_once(": ")) {
        words.split(' ').for_each(|word| *all.words.entry(word_hash(word)) |= 1 << all.names.len());
        all.names.push(name);
    }
    all
});

/// The language a text is written in where that is clearly not English, in words; `None` where it is English or too
/// short to say.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    const LETTERS: usize = 8000;
    // Nearly every text is in Latin letters, and its bytes say so: from this one on they begin another script, or an accent
    // that few have.
    const FAR: u8 = 0xc9;
    let sample = &text.as_bytes()[..text.len().min(2 * LETTERS)];
    let far: usize = sample.iter().map(|b| usize::from(*b >= FAR)).sum();
    let near: usize = sample.iter().map(|b| usize::from(b.is_ascii_alphabetic())).sum();
    if far * 2 < near {
        return by_words(text);
    }
    let mut letters = 0_usize;
    let mut scripts = [0_usize; SCRIPTS.len()];
    for c in text.chars().filter(|c| c.is_alphabetic()).take(LETTERS) {
        letters += 1;
        if !matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
            let place = SCRIPTS.iter().position(|s| s.1 <= c && c <= s.2).unwrap_or(SCRIPTS.len() - 1);
            scripts[place] += 1;
        }
    }
    let other: usize = scripts.iter().sum();
    if letters >= 8 && other * 2 > letters {
        // Kana among Chinese signs mean Japanese.
        if scripts[KANA] * 20 > other {
            return Some(SCRIPTS[KANA].0);
        }
        return (0..SCRIPTS.len()).max_by_key(|n| scripts[*n]).map(|n| SCRIPTS[n].0);
    }
    by_words(text)
}

const KANA: usize = 0;

const SCRIPTS: &[(&str, char, char)] = &[
    ("Japanese", '\u{3040}', '\u{30ff}'),
    ("Chinese", '\u{4e00}', '\u{9fff}'),
    ("Korean", '\u{ac00}', '\u{d7af}'),
    ("a language in Cyrillic script", '\u{400}', '\u{52f}'),
    ("a language in Arabic script", '\u{600}', '\u{6ff}'),
    ("Greek", '\u{370}', '\u{3ff}'),
    ("Hebrew", '\u{590}', '\u{5ff}'),
    ("Hindi or another language of India", '\u{900}', '\u{d7f}'),
    ("Thai", '\u{e00}', '\u{e7f}'),
    ("another script", '\u{250}', '\u{10ffff}'),
];

fn by_words(text: &str) -> Option<&'static str> {
    const WORDS: usize = 1500;
    /// After so many, a quarter of them English little words, nobody needs more.
    const CLEAR: usize = 300;
    const ENOUGH: usize = 12;
    /// So many of its little words must be there: `a` alone is a word of many languages.
    const DIFFERENT: usize = 3;
    /// So many times as many of its words as of English ones: `in` and `is` are words of both.
    const TIMES: usize = 3;
    let mut words = 0_usize;
    let languages = &*LANGUAGES;
    let mut counts = vec![0_usize; languages.names.len()];
    let mut small = 0_usize;
    let mut seen = HashSet::default();
    let mut different = vec![0_usize; languages.names.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(WORDS) {
        words += 1;
        if words == CLEAR && counts.last().is_some_and(|english| english * 4 > CLEAR) {
            return None;
        }
        small += usize::from(word.starts_with(char::is_lowercase));
        // `A tree fell`, `O'Rourke`: a single capital is no little word.
        if word.len() > 12 || word.len() == 1 && word.starts_with(char::is_uppercase) {
            continue;
        }
        let hash = word_hash(word);
        let mut bits = languages.words.get(hash).copied().unwrap_or(0);
        let new = bits != 0 && seen.insert(hash);
        while bits != 0 {
            counts[bits.trailing_zeros() as usize] += 1;
            different[bits.trailing_zeros() as usize] += usize::from(new);
            bits &= bits - 1;
        }
    }
    let english = counts.pop()?;
    let best = (0..counts.len()).max_by_key(|n| counts[*n])?;
    if words < ENOUGH || english * 8 >= words {
        return None;
    }
    if counts[best] > english * TIMES && counts[best] * 10 >= words && different[best] >= DIFFERENT {
        Some(languages.names[best])
    } else {
        // Lists, tables and headlines also lack little words, but have more capitals; only running text without any
        // counts as foreign.
        (words >= 60 && english * 25 < words && small * 3 > words * 2).then_some("another language")
    }
}
