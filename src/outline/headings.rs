//! Headings that nothing marks, found by their form and by what stands around them: the signs of a line, weighed.

use super::form::{End, Form, Style};
use super::kinds;
use super::signs::{Sign, Signs};
use crate::document::{Case, Document, WordMap, sort_by_key, word_hash};

/// A block as the search sees it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Line<'a> {
    /// Running text, long or closed by a stop.
    Body {
        /// Long enough to be a paragraph of some weight.
        long: bool,
        /// Ends in a colon: a list follows.
        colon: bool,
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
    /// Most questions are put to nobody: those of an explainer, where even `What should I do?` is a heading.
    faq: bool,
    /// Years stand alone on lines, more than once: a chronicle's headings.
    chronicle: bool,
    /// Times of day stand above the entries, or at the head of their first lines.
    live: bool,
    /// A heading that cannot be mistaken ends with a stop, so that others do.
    stops: bool,
    /// How many lines are headings that cannot be mistaken: numbered, or with a section's name.
    sure: usize,
    /// How the headings of several words are cased, where most of them agree.
    style: Option<Style>,
    /// How many headings are known: the first reading knows those that cannot be mistaken, the second what the first
    /// found.
    found: usize,
}

/// Depth of the heading for each line, 0 for none. `title` is the headline's words; `questions` how many lines end by
/// asking someone something; `decide` is asked for each line that may be a heading, from the last to the first.
pub(super) fn find(
    lines: &[Line],
    title: &str,
    names: &Names,
    questions: usize,
    mut decide: impl FnMut(usize, Signs) -> bool,
) -> Vec<u8> {
    let short = || lines.iter().filter_map(|line| if let Line::Short(form) = line { Some(form) } else { None });
    let chronicle = short().filter(|form| is_year(form.text)).count() >= 2;
    let sure = || short().filter(|f| f.words <= 6 && (f.numbered() > 0 || kinds::is_section_name(f)));
    let stops = sure().any(|f| f.end == End::Stop);
    let open = short().filter(|form| form.end == End::Question && !addresses(form.text)).count();
    let faq = open >= 2 && questions * 2 <= open;
    let (interview, sure) = (questions >= 2 && !faq, sure().count());
    let live = is_live(lines);
    let mut habits = Habits { title, names, interview, faq, chronicle, live, stops, sure, style: None, found: sure };
    let levels = pass(lines, &habits, &[], &mut decide);
    habits.style = usual_style(lines, &levels);
    habits.found = levels.iter().filter(|level| **level > 0).count();
    pass(lines, &habits, &levels, &mut decide)
}

/// One reading from the end to the beginning, so that what follows a line is known; `earlier` is what the first found.
fn pass(lines: &[Line], habits: &Habits, earlier: &[u8], decide: &mut impl FnMut(usize, Signs) -> bool) -> Vec<u8> {
    let mut levels = vec![0; lines.len()];
    let (listed, alike) = (listed(lines), alike(lines));
    let first_body = lines.iter().position(|line| matches!(line, Line::Body { .. })).unwrap_or(lines.len());
    let mut next = Next::Nothing;
    // Short lines right below, and those of them that are no headings.
    let (mut run, mut others) = (0, 0);
    // Right below stands a name that a picture shows.
    let mut above_name = false;
    for (at, line) in lines.iter().enumerate().rev() {
        let Line::Short(form) = line else {
            next = match line {
                Line::Body { long, .. } => Next::Body { long: *long },
                Line::Other => Next::Other,
                _ => next,
            };
            if !matches!(line, Line::Aside | Line::Clock) {
                (run, others) = (0, 0);
                above_name = false;
            }
            continue;
        };
        if habits.interview && form.end == End::Question {
            next = Next::Body { long: false };
            (run, others) = (0, 0);
            above_name = false;
            continue;
        }
        let name = is_name_nearby(form, lines, at);
        let year = habits.chronicle && is_year(form.text) && matches!(next, Next::Body { .. });
        let heading = may_be_heading(form, next, habits) && {
            let mut signs = Signs::default();
            form_signs(form, habits, &mut signs);
            context_signs(form, lines, at, next, run, habits, &mut signs);
            signs.put(Sign::InList, listed[at]);
            signs.put(Sign::Alike, alike[at]);
            let sure = form.words <= 6 && (form.numbered() > 0 || kinds::is_section_name(form));
            let itself = usize::from(earlier.get(at).map_or(sure, |level| *level > 0));
            signs.put(Sign::Alone, habits.found == itself);
            signs.put(Sign::NameNearby, name);
            let textless = above_name || next == Next::Heading;
            let titled = form.words >= 2 && form.style() == Style::Title;
            let own = form.numbered() == 0 && !kinds::holds_section_name(form);
            signs.put(Sign::TitleWithoutText, titled && own && textless);
            signs.put(Sign::BeforeStory, at < first_body && !may_come_first(form));
            decide(at, signs)
        };
        let entry = habits.live && may_be_heading(form, next, habits) && heads_entry(lines, at);
        if year || heading || entry {
            // Of `8.15 Good morning` the number is no number of a section.
            levels[at] = if entry { 1 } else { form.numbered().max(1) };
            next = Next::Heading;
            others = 0;
        } else if !name {
            // One short line between a heading and its text is a caption or the like.
            let alone = others == 0 && next != Next::Nothing;
            next = if alone { Next::Caption { wordy: form.words >= 5 } } else { Next::Short };
            others += 1;
        }
        above_name = name && !heading;
        run += 1;
    }
    levels
}

/// True for a report told as it goes: three entries or more have their time above them or at the head of their first line.
fn is_live(lines: &[Line]) -> bool {
    const LEAST: usize = 3;
    let timed = |line: &Line| match line {
        Line::Clock => true,
        Line::Short(form) => kinds::leading_clock(form.text).is_some(),
        _ => false,
    };
    lines.iter().filter(|line| timed(line)).count() >= LEAST
}

/// True for the short line that an entry of a live report begins with: right below its time, or with the time in it.
fn heads_entry(lines: &[Line], at: usize) -> bool {
    let Line::Short(form) = lines[at] else { return false };
    at > 0 && matches!(lines[at - 1], Line::Clock) || kinds::leading_clock(form.text).is_some()
}

/// True for short lines below one that ends in a colon, up to the next paragraph: a list without marks.
fn listed(lines: &[Line]) -> Vec<bool> {
    let mut open = false;
    let step = |line: &Line| {
        let inside = open && matches!(line, Line::Short(_));
        match line {
            Line::Body { colon, .. } => open = *colon,
            Line::Short(form) => open |= form.end == End::Colon,
            Line::Other => open = false,
            Line::Aside | Line::Clock => {}
        }
        inside
    };
    lines.iter().map(step).collect()
}

/// True for lines right above text that begin with a word with which two others of them begin: `Group A — …`, `Round 2: …`.
fn alike(lines: &[Line]) -> Vec<bool> {
    const LEAST: u32 = 3;
    let first = |at: usize| match (&lines[at], lines.get(at + 1)) {
        (Line::Short(form), Some(Line::Body { .. })) if form.words >= 2 && form.end == End::Open => {
            let word = words_of(form.text).next().filter(|word| word.len() >= 3 && form.text.starts_with(word));
            word.filter(|word| !matches!(*word, "The" | "And" | "But")).map(word_hash)
        }
        _ => None,
    };
    let mut counts: WordMap<u32> = WordMap::default();
    let words: Vec<Option<u64>> = (0..lines.len()).map(first).collect();
    words.iter().flatten().for_each(|word| *counts.entry(*word) += 1);
    words.iter().map(|word| word.is_some_and(|word| counts.get(word).is_some_and(|count| *count >= LEAST))).collect()
}

/// What no heading lacks.
fn may_be_heading(form: &Form, next: Next, habits: &Habits) -> bool {
    const MOST_WORDS: usize = 14;
    let named = kinds::holds_section_name(form);
    form.words <= MOST_WORDS
        && form.style() != Style::Low
        // `— Ann Lee`: whose words stand above it.
        && !form.text.starts_with(['—', '–'])
        && next != Next::Nothing
        && match form.end {
            End::Stop => named || form.numbered() > 0 || habits.stops && form.words <= 4,
            End::Question => habits.faq || !asks(form),
            End::Comma => false,
            End::Open | End::Call | End::Colon => true,
        }
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
    capital: u32,
    small: u32,
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
        sort_by_key(&mut hashes, |hash| *hash);
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
            for pair in doc.tokens[sentence.tokens.range()].windows(2) {
                let token = pair[1];
                let (at, mask) = bit(token.hash);
                if filter[at] & mask == 0 {
                    continue;
                }
                if let Ok(found) = words.binary_search_by_key(&token.hash, |word| word.0) {
                    words[found].1.small += u32::from(token.case == Case::Lower);
                    // Behind a quotation mark or colon every word has a capital.
                    let opens = matches!(pair[0].span.of(&doc.text), "\"" | "“" | "‘" | "'" | "(" | "[" | ":");
                    let capital = matches!(token.case, Case::Title | Case::Upper | Case::Mixed);
                    words[found].1.capital += u32::from(capital && !opens);
                }
            }
        }
        Names { words }
    }

    /// True when `word` is a name: with a capital inside sentences, and hardly ever without.
    pub(super) fn holds(&self, word: &str) -> bool {
        const TIMES: u32 = 4;
        let found = self.words.binary_search_by_key(&word_hash(word), |w| w.0);
        word.starts_with(char::is_uppercase)
            && found.is_ok_and(|at| {
                let seen = self.words[at].1;
                seen.capital > seen.small * TIMES
            })
    }

    /// True where the first word of `text` is a name.
    pub(super) fn begin(&self, text: &str) -> bool {
        words_of(text).next().is_some_and(|word| self.holds(word))
    }

    /// True where the running text says one of the longer capitalised words of `text`, in whatever case.
    fn are_said(&self, text: &str) -> bool {
        const SHORT: usize = 3;
        words_of(text).filter(|word| word.len() > SHORT).any(|word| {
            let found = self.words.binary_search_by_key(&word_hash(word), |w| w.0);
            found.is_ok_and(|at| self.words[at].1.capital + self.words[at].1.small > 0)
        })
    }

    /// True when every capitalised word of `text` is a name, and the others only hold them together.
    pub(super) fn are_all(&self, text: &str) -> bool {
        let mut words = words_of(text).peekable();
        words.peek().is_some()
            && words.all(|word| self.holds(word) || matches!(word, "of" | "and" | "the" | "de" | "s" | "in"))
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

/// What the line itself shows.
fn form_signs(form: &Form, habits: &Habits, signs: &mut Signs) {
    use Sign::*;
    let text = form.text;
    let style = form.style();
    signs.set(match form.words {
        0..=1 => OneWord,
        2 => TwoWords,
        3 => ThreeWords,
        4..=6 => FewWords,
        7..=10 => SomeWords,
        _ => ManyWords,
    });
    match style {
        Style::Title => signs.set(TitleCase),
        Style::Caps => signs.set(AllCaps),
        Style::Sentence | Style::Low => {}
    }
    match form.end {
        End::Stop => signs.set(Stop),
        End::Question | End::Call => signs.set(QuestionOrCall),
        End::Colon => signs.set(Colon),
        End::Open | End::Comma => {}
    }
    let numbered = form.numbered() > 0;
    let named = kinds::holds_section_name(form);
    signs.put(SectionName, named);
    signs.put(Numbered, numbered);
    let label = |(a, b): (&str, &str)| a.split(' ').count() <= 6 && b.starts_with(char::is_uppercase);
    signs.put(Label, text.split_once(": ").is_some_and(label));
    match habits.style {
        Some(Style::Sentence) => signs.put(UnlikeSentenceCase, style == Style::Title && !numbered && !named),
        Some(Style::Title) => signs.put(UnlikeTitleCase, style == Style::Sentence && form.words >= 5),
        _ => {}
    }
    let titled = matches!(style, Style::Title | Style::Caps) && form.words >= 2 && !named && !numbered;
    signs.put(Unsaid, titled && !habits.names.are_said(text));
    signs.put(IsHeadline, text.eq_ignore_ascii_case(habits.title));
    signs.put(Address, text.contains(['@', '=', '|']) || text.contains("http") || text.contains("www."));
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    signs.put(FewLetters, letters * 2 < text.chars().filter(|c| !c.is_whitespace()).count());
    // Pull quotes have double quotation marks more often than headings do.
    signs.put(DoubleQuote, text.starts_with(['"', '“', '(', '—', '–', '…']));
    signs.put(SingleQuote, text.starts_with(['‘', '\'']));
    let first = text.split_whitespace().next().unwrap_or("");
    signs.put(Article, matches!(first, "A" | "An" | "One") && style == Style::Sentence && form.words >= 4);
    let commas = text.matches([',', ';']).count();
    signs.put(Enumeration, text.contains(';') || commas >= 3 || commas >= 1 && text.contains(": "));
    signs.put(LongWithComma, style == Style::Sentence && form.words >= 6 && text.contains(", "));
    if !numbered && !named && !text.contains(['—', '–', ':', '(']) && habits.names.are_all(text) {
        signs.set(if form.words == 1 { OneName } else { Names2 });
    }
    signs.put(Bracketed, text.ends_with(')') && form.words >= 4);
    // `The Lighthouse at Noon (1883), by Ann Roe`
    signs.put(Work, form.words >= 5 && text.contains(", by "));
    let inside = !named && !numbered && words_of(text).skip(1).any(|word| habits.names.holds(word));
    signs.put(NameInside, inside);
    signs.put(LongWithName, inside && form.words >= 5 && style == Style::Sentence);
    signs.put(Place, !named && !numbered && form.words >= 3 && places_a_name(text, habits.names));
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let name_first = words_of(text).next().is_some_and(|word| habits.names.holds(word));
    signs.put(NameFirst, !named && !numbered && form.words >= 3 && name_first && words_of(text).any(small));
    let acts = |word: &str| small(word) && word.len() >= 6 && word.ends_with("ing");
    signs.put(Action, words_of(text).skip(1).take(2).any(acts) && !first.ends_with("ing") && first.len() > 3);
    let last = text.rsplit(' ').next().unwrap_or("").trim_matches(|c: char| !c.is_ascii_digit());
    signs.put(EndsInYear, form.words >= 3 && !numbered && is_year(last));
    signs.put(
        Topic,
        !named
            && form.words >= 2
            && (matches!(first, "How" | "What" | "Why" | "Where" | "When" | "Who" | "The" | "From" | "Beyond")
                || first.len() > 5 && first.ends_with("ing")),
    );
    let others = habits.sure - usize::from(named || numbered).min(habits.sure);
    signs.put(OthersSure, others > 0);
}

/// `A stall in Harbour Street`, `Roe at the mill`: `in`, `at` or `with` behind a name or before one says where or with
/// whom a picture was taken.
fn places_a_name(text: &str, names: &Names) -> bool {
    let (mut named, mut placed) = (false, false);
    words_of(text).any(|word| {
        let name = word.starts_with(char::is_uppercase);
        let known = name && names.holds(word);
        let place = matches!(word, "in" | "at" | "near" | "with" | "outside" | "inside" | "beside");
        let found = placed && known || named && place;
        // Between `at` and the name may stand `the` and more of the name.
        placed = place || placed && (name || word == "the");
        named |= known;
        found
    })
}

/// What stands around line `at`.
fn context_signs(form: &Form, lines: &[Line], at: usize, next: Next, run: usize, habits: &Habits, signs: &mut Signs) {
    use Sign::*;
    match next {
        Next::Body { long: true } => signs.set(AboveText),
        Next::Body { long: false } => signs.set(AboveShortText),
        Next::Other => signs.set(AboveList),
        Next::Short => signs.set(AboveShort),
        Next::Caption { wordy: false } => signs.set(AboveCaption),
        Next::Heading => signs.set(AboveHeading),
        Next::Nothing | Next::Caption { wordy: true } => {}
    }
    let own = form.numbered() == 0 && !kinds::holds_section_name(form);
    let above = lines[..at].iter().rev().find(|l| !matches!(l, Line::Aside | Line::Clock));
    let below_named = matches!(above, Some(Line::Short(b)) if kinds::is_section_name(b));
    signs.put(BelowNamed, below_named && own && form.words <= 4);
    match above {
        None => signs.put(FirstOfAll, habits.title.is_empty()),
        Some(Line::Body { .. }) => signs.set(BelowText),
        Some(Line::Short(b)) if b.end == End::Comma => signs.set(BelowComma),
        Some(Line::Short(b)) if b.end == End::Colon => {}
        // Below a heading stands a caption more often than a subheading of many words.
        Some(Line::Short(b)) if b.words <= 3 && b.end == End::Open => {
            signs.set(match (form.words, form.style()) {
                (..=4, Style::Title) => BelowShortTitle,
                (..=4, _) => BelowShort,
                (_, Style::Sentence) => LongBelowShort,
                _ => LongTitleBelowShort,
            });
        }
        Some(Line::Short(b)) if b.words >= 8 => {}
        Some(Line::Short(_)) => signs.set(BelowLine),
        _ => {}
    }
    signs.put(BelowClock, at > 0 && matches!(lines[at - 1], Line::Clock));
    // A run of short lines is a list, a table or a poem; its last line may still be a heading.
    signs.put(InRun, run >= 2);
    signs.put(
        EndsRun,
        run == 0
            && at >= 3
            && lines[at - 3..at]
                .iter()
                .all(|l| matches!(l, Line::Short(f) if f.numbered() == 0 && !kinds::is_section_name(f))),
    );
}
