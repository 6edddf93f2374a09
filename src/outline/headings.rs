//! Headings that nothing marks, found by their form and by what stands around them.

use super::form::{End, Form, Style};
use super::kinds;
use crate::document::{Case, Document, word_hash};

/// A block as the search sees it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Line<'a> {
    /// Running text, long or closed by a stop.
    Body {
        /// Long enough to be a paragraph of some weight.
        long: bool,
        /// Its first words.
        words: &'a str,
    },
    /// A short line that may be a heading.
    Short(Form<'a>),
    /// An item of a list, a quotation.
    Other,
    /// The time of an entry of a live page: what stands below it is a heading.
    Clock,
    /// Captions, furniture, bylines: looked through.
    Aside,
}

/// What the whole text says of its headings.
#[derive(Clone, Copy, Debug)]
struct Habits<'a> {
    title: &'a str,
    names: &'a Names,
    /// Questions put to someone, so that short questions are speech.
    interview: bool,
    /// Years stand alone on lines, more than once: a chronicle's headings.
    chronicle: bool,
    /// How the headings of several words are cased, where most of them agree.
    style: Option<Style>,
}

/// Depth of the heading for each line, 0 for none. `title` is the headline's words; `questions` how many lines end by
/// asking someone something.
pub(super) fn find(lines: &[Line], title: &str, names: &Names, questions: usize) -> Vec<u8> {
    let years = lines.iter().filter(|line| matches!(line, Line::Short(f) if is_year(f.text))).count();
    let mut habits = Habits { title, names, interview: questions >= 2, chronicle: years >= 2, style: None };
    let levels = pass(lines, &habits);
    habits.style = usual_style(lines, &levels);
    if habits.style.is_some() { pass(lines, &habits) } else { levels }
}

/// One reading from the end to the beginning, so that what follows a line is known.
fn pass(lines: &[Line], habits: &Habits) -> Vec<u8> {
    let mut levels = vec![0; lines.len()];
    let first_body = lines.iter().position(|line| matches!(line, Line::Body { .. })).unwrap_or(lines.len());
    let mut next = Next::Nothing;
    // Short lines right below, and those of them that are no headings.
    let (mut run, mut others) = (0, 0);
    for (at, line) in lines.iter().enumerate().rev() {
        let Line::Short(form) = line else {
            next = match line {
                Line::Body { long, .. } => Next::Body { long: *long },
                Line::Other => Next::Other,
                _ => next,
            };
            if !matches!(line, Line::Aside | Line::Clock) {
                (run, others) = (0, 0);
            }
            continue;
        };
        if habits.interview && form.end == End::Question {
            next = Next::Body { long: false };
            (run, others) = (0, 0);
            continue;
        }
        let before = lines[..at].iter().rev().find(|l| !matches!(l, Line::Aside | Line::Clock));
        let mut score = score(form, before, next, run, habits) - caption_look(form, habits);
        if at > 0 && matches!(lines[at - 1], Line::Clock) {
            score += 0.5;
        }
        if at < first_body && !may_come_first(form) {
            score -= 1.5;
        }
        let name = is_name_nearby(form, lines, at);
        if name {
            score -= 2.0;
        }
        let year = habits.chronicle && is_year(form.text) && matches!(next, Next::Body { .. });
        if year || score >= 3.0 {
            levels[at] = form.numbered().max(1);
            next = Next::Heading;
            others = 0;
        } else if !name {
            // One short line between a heading and its text is a caption or the like.
            let alone = others == 0 && next != Next::Nothing;
            next = if alone { Next::Caption { wordy: form.words >= 5 } } else { Next::Short };
            others += 1;
        }
        run += 1;
    }
    levels
}

/// Above the first paragraph stand captions and names more often than headings.
fn may_come_first(form: &Form) -> bool {
    form.numbered() > 0
        || kinds::is_section_name(form)
        || form.style() == Style::Caps
        || form.style() == Style::Sentence && form.words <= 3
}

/// True for a name of two or more words that the text around the line says in the same form: a caption, more often than
/// a heading.
fn is_name_nearby(form: &Form, lines: &[Line], at: usize) -> bool {
    const REACH: usize = 4;
    if form.style() != Style::Title || form.numbered() > 0 || form.text.contains(": ") {
        return false;
    }
    let cut = [" of ", ", ", " in ", " at ", " ("].iter().filter_map(|part| form.text.find(part)).min();
    let name = cut.map_or(form.text, |at| &form.text[..at]);
    let name = if name.contains(' ') { name } else { form.text };
    name.contains(' ')
        && lines[at.saturating_sub(REACH)..lines.len().min(at + REACH)]
            .iter()
            .any(|line| matches!(line, Line::Body { words, .. } if words.contains(name)))
}

/// The style that most headings of several words have, where two or more have it.
fn usual_style(lines: &[Line], levels: &[u8]) -> Option<Style> {
    let count = |style: Style| {
        let headings = lines.iter().zip(levels).filter(|(_, level)| **level > 0);
        headings.filter(|(line, _)| matches!(line, Line::Short(f) if f.words >= 2 && f.style() == style)).count()
    };
    let (sentence, title) = (count(Style::Sentence), count(Style::Title));
    if sentence >= 2 && sentence > title {
        Some(Style::Sentence)
    } else if title >= 2 && title > sentence {
        Some(Style::Title)
    } else {
        None
    }
}

/// The words of short lines that the running text uses as names: with a capital inside sentences, and never without.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Hash of each word asked for, rising, with how the text writes it.
    words: Vec<(u64, Seen)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    capital: bool,
    small: bool,
}

impl Names {
    /// Looks for the capitalised words of `lines` in the blocks that `is_text` holds for.
    pub(super) fn of<'a>(
        doc: &Document,
        lines: impl Iterator<Item = &'a str>,
        is_text: impl Fn(usize) -> bool,
    ) -> Self {
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let mut hashes: Vec<u64> = lines.flat_map(words_of).filter(capital).map(word_hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let mut words: Vec<(u64, Seen)> = hashes.into_iter().map(|hash| (hash, Seen::default())).collect();
        // Most tokens are none of these words: one bit of a small table says so.
        let mut filter = vec![0_u64; 1024];
        let bit = |hash: u64| ((hash >> 6) as usize % 1024, 1 << (hash % 64));
        for (hash, _) in &words {
            let (at, mask) = bit(*hash);
            filter[at] |= mask;
        }
        for sentence in doc.sentences.iter().filter(|s| is_text(s.block as usize)) {
            for token in doc.tokens[sentence.tokens.range()].iter().skip(1) {
                let (at, mask) = bit(token.hash);
                if filter[at] & mask == 0 {
                    continue;
                }
                if let Ok(found) = words.binary_search_by_key(&token.hash, |word| word.0) {
                    words[found].1.small |= token.case == Case::Lower;
                    words[found].1.capital |= matches!(token.case, Case::Title | Case::Upper | Case::Mixed);
                }
            }
        }
        Names { words }
    }

    /// True when every capitalised word of `text` is a name, and the others only hold them together.
    pub(super) fn are_all(&self, text: &str) -> bool {
        let name = |word: &str| {
            let found = self.words.binary_search_by_key(&word_hash(word), |w| w.0);
            word.starts_with(char::is_uppercase)
                && found.is_ok_and(|at| self.words[at].1.capital && !self.words[at].1.small)
        };
        let mut words = words_of(text).peekable();
        words.peek().is_some()
            && words.all(|word| name(word) || matches!(word, "of" | "and" | "the" | "de" | "s" | "in"))
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.starts_with(char::is_alphabetic))
}

/// What follows a line.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Next {
    Nothing,
    Body {
        long: bool,
    },
    Other,
    Heading,
    /// A short line that is no heading.
    Short,
    /// The same, but the only one before text or a heading.
    Caption {
        wordy: bool,
    },
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with(['1', '2']) && text.bytes().all(|b| b.is_ascii_digit())
}

/// True for a question put to someone.
pub(super) fn asks(form: &Form) -> bool {
    form.end == End::Question && addresses(form.text)
}

fn addresses(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|w| ["you", "your", "we", "I", "me"].contains(&w))
}

fn score(form: &Form, before: Option<&Line>, next: Next, run: usize, habits: &Habits) -> f32 {
    let named = kinds::is_section_name(form);
    let mut score: f32 = match form.words {
        0..=2 => 2.25,
        3 => 2.0,
        4..=6 => 1.5,
        7..=10 => 1.0,
        11..=14 => 0.0,
        _ => return 0.0,
    };
    score += match form.style() {
        Style::Low => return 0.0,
        Style::Sentence => 0.25,
        Style::Title => 1.0,
        Style::Caps => 1.5,
    };
    score += match form.end {
        End::Open => 0.5,
        End::Stop if named || form.numbered() > 0 => 0.0,
        End::Stop => return 0.0,
        End::Question if asks(form) => return 0.0,
        End::Question | End::Call => 0.0,
        End::Colon => -1.5,
        End::Comma => return 0.0,
    };
    if named {
        score += 1.5;
    }
    if form.numbered() > 0 {
        score += 1.5;
    }
    if form.text.split_once(": ").is_some_and(|(a, b)| a.split(' ').count() <= 6 && b.starts_with(char::is_uppercase)) {
        score += 0.5;
    }
    score += match next {
        Next::Nothing => return 0.0,
        Next::Body { long: true } => 1.0,
        Next::Body { long: false } => 0.5,
        Next::Other => 0.25,
        Next::Heading => 0.0,
        Next::Short => -1.5,
        Next::Caption { wordy } => {
            if wordy {
                0.0
            } else {
                -0.5
            }
        }
    };
    score += match before {
        None if habits.title.is_empty() => -0.5,
        Some(Line::Body { .. }) => 0.5,
        Some(Line::Short(b)) if matches!(b.end, End::Colon | End::Comma) => -2.0,
        // Below a heading stands a caption more often than a subheading of many words.
        Some(Line::Short(b)) if b.words <= 3 && b.end == End::Open => {
            if form.words <= 4 {
                0.0
            } else if form.style() == Style::Sentence {
                -0.75
            } else {
                -0.5
            }
        }
        Some(Line::Short(b)) if b.words >= 8 => 0.0,
        Some(Line::Short(_)) => -0.5,
        _ => 0.0,
    };
    // A run of short lines is a list, a table or a poem; its last line may still be a heading.
    if run >= 2 {
        score -= 1.0;
    }
    score
}

/// How much a line looks like words under a picture, or like a name or number that stands alone.
fn caption_look(form: &Form, habits: &Habits) -> f32 {
    let text = form.text;
    let mut look = 0.0;
    let style = form.style();
    match habits.style {
        Some(Style::Sentence) if style == Style::Title && form.numbered() == 0 => look += 1.0,
        Some(Style::Title) if style == Style::Sentence && form.words >= 5 => look += 1.0,
        _ => {}
    }
    if text.eq_ignore_ascii_case(habits.title) {
        look += 3.0;
    }
    if text.contains(['@', '=', '|']) || text.contains("http") || text.contains("www.") {
        look += 3.0;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters * 2 < text.chars().filter(|c| !c.is_whitespace()).count() {
        look += 2.0;
    }
    // Pull quotes have double quotation marks more often than headings do.
    if text.starts_with(['"', '“', '(', '—', '–', '…']) {
        look += 1.5;
    } else if text.starts_with(['‘', '\'']) {
        look += 0.5;
    }
    let first = text.split_whitespace().next().unwrap_or("");
    if matches!(first, "A" | "An" | "One") && style == Style::Sentence && form.words >= 4 {
        look += 1.0;
    }
    if style == Style::Sentence && form.words >= 6 && text.contains(", ") {
        look += 1.0;
    }
    if form.numbered() == 0 && !text.contains(['—', '–', ':', '(']) && habits.names.are_all(text) {
        look += if form.words == 1 { 1.0 } else { 2.5 };
    }
    if text.ends_with(')') && form.words >= 4 {
        look += 0.5;
    }
    // `The Lighthouse at Noon (1883), by Ann Roe`
    if form.words >= 5 && text.contains(", by ") {
        look += 2.0;
    }
    look
}
