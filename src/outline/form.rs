//! The form of a short line: how long it is, how it is cased, how it ends.

/// What can be seen of a line without its surroundings. Made for lines of up to [`LONGEST`] bytes; longer ones are body
/// text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    /// The line.
    pub(super) text: &'a str,
    /// Number of words, parted by blanks.
    pub(super) words: usize,
    /// Its last sign.
    pub(super) end: End,
}

/// Bytes of the longest line that can be a heading, caption, byline or furniture.
pub(super) const LONGEST: usize = 400;

/// How the letters of a line are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Begins in lower case, or has no letters.
    Low,
    /// `Early life and education`
    Sentence,
    /// `The Road Ahead`
    Title,
    /// `THE ROAD AHEAD`
    Caps,
}

/// The last sign of a line, behind quotes and brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A letter, digit or bracket.
    Open,
    /// `.` or `…`
    Stop,
    /// `?`
    Question,
    /// `!`
    Call,
    /// `:`
    Colon,
    /// `,`, `;`, `-`
    Comma,
}

impl<'a> Form<'a> {
    /// The form of `text`; `None` where it is too long to be anything but body text.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        // The text is clean: single blanks, none at the ends.
        let words = 1 + text.bytes().filter(|b| *b == b' ').count();
        Some(Form { text, words, end: end(text) })
    }

    /// How its letters are cased.
    pub(super) fn style(&self) -> Style {
        style(self.text)
    }

    /// Depth of the numbering in front: 1 for `3.`, 2 for `3.1`; 0 for none.
    pub(super) fn numbered(&self) -> u8 {
        numbering(self.text)
    }

    /// True when the line is a sentence by its form.
    pub(super) fn is_sentence(&self) -> bool {
        matches!(self.end, End::Stop | End::Question | End::Call | End::Colon) && self.words >= 6
    }

    /// True where the last point is that of an abbreviation: `U.S.`, `Inc.`
    pub(super) fn ends_short(&self) -> bool {
        let last = self.text.rsplit(' ').next().unwrap_or_default();
        let initials =
            || last.as_bytes().chunks(2).all(|pair| pair.len() == 2 && pair[0].is_ascii_uppercase() && pair[1] == b'.');
        last.len() >= 4 && initials() || matches!(last, "Co." | "Corp." | "Inc." | "Jr." | "Ltd." | "Sr.")
    }

    /// The line without its numbering and closing stop, in lower case: what section names are looked up by.
    pub(super) fn bare(&self) -> String {
        let start = if self.numbered() > 0 { self.text.find(char::is_whitespace).unwrap_or(0) } else { 0 };
        self.text[start..].trim().trim_end_matches(['.', ':']).to_lowercase()
    }
}

fn style(text: &str) -> Style {
    /// Words that titles leave in lower case.
    const SMALL: &[&str] = &[
        "a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "into", "is", "la", "nor", "of", "on",
        "or", "over", "per", "than", "the", "to", "v", "via", "von", "vs", "with",
    ];
    let (mut upper, mut lower, mut shouted, mut letters) = (0, 0, 0, 0);
    for word in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '.')) {
        let Some(first) = word.chars().next() else { continue };
        if !first.is_alphabetic() {
            continue;
        }
        letters += 1;
        if first.is_uppercase() {
            upper += 1;
            shouted += usize::from(word.chars().all(|c| !c.is_lowercase()));
        } else if !SMALL.contains(&word) {
            lower += 1;
        }
    }
    let first = text.chars().find(|c| c.is_alphanumeric());
    if letters == 0 || first.is_none_or(|c| c.is_alphabetic() && !c.is_uppercase()) {
        Style::Low
    } else if lower == 0 && shouted == upper && text.chars().filter(|c| c.is_uppercase()).count() >= 4 {
        Style::Caps
    } else if lower == 0 && upper >= 2 || upper >= 3 && upper >= lower * 3 {
        Style::Title
    } else {
        Style::Sentence
    }
}

fn end(text: &str) -> End {
    // `[12]` behind a sentence is a note's number.
    let mut text = text;
    while let Some(open) = text.strip_suffix(']').and_then(|t| t.rfind('[').map(|at| (t, at))) {
        if open.0[open.1 + 1..].bytes().all(|b| b.is_ascii_digit()) {
            text = text[..open.1].trim_end();
        } else {
            break;
        }
    }
    let bare = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    match bare.chars().next_back() {
        Some('.' | '…' | '。') => End::Stop,
        Some('?' | '？') => End::Question,
        Some('!' | '！') => End::Call,
        Some(':') => End::Colon,
        Some(',' | ';' | '-' | '–' | '—') => End::Comma,
        _ => End::Open,
    }
}

/// Depth of the numbering a line begins with: `3`, `3.`, `3)`, `2.1`, `IV.`, each before a capital or sign; `Part Two`,
/// `Chapter 4`, `Step 3`.
fn numbering(text: &str) -> u8 {
    let mut words = text.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return 0 };
    let bare = first.trim_end_matches(['.', ')', ':']);
    let marked = bare.len() < first.len();
    let capital = second.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘'));
    let parts = || bare.split('.');
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if capital && parts().count() <= 4 && parts().all(digits) {
        return parts().count() as u8;
    }
    if capital && marked && bare.len() <= 5 && bare.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
        return 1;
    }
    let label = matches!(first.to_ascii_lowercase().as_str(), "part" | "chapter" | "step" | "section" | "act" | "day");
    let number = second.trim_end_matches([':', '.', ',']);
    let counts = number.bytes().all(|b| b.is_ascii_digit())
        || number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
        || matches!(
            number.to_ascii_lowercase().as_str(),
            "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten"
        );
    u8::from(label && counts)
}
