//! Where sentences end.

use super::{Case, Sentence, Token, TokenKind};
use crate::TokenRange;

/// Appends the sentences of the tokens from `first` on, which are those of block `block`.
pub(super) fn split(text: &str, tokens: &[Token], first: usize, block: u32, out: &mut Vec<Sentence>) {
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        // What closes right behind a stop belongs to it. The run is passed over as a whole, so that no token is
        // looked at twice however many stops stand in a row.
        let mut end = at + 1;
        if may_end(text, tokens[at]) {
            while end < tokens.len() {
                match closing(text, &tokens[end..]) {
                    0 => break,
                    length => end += length,
                }
            }
            if end < tokens.len() && ends(text, tokens, first, at, end) {
                push(tokens, start, end, block, out);
                start = end;
            }
        }
        at = end;
    }
    push(tokens, start, tokens.len(), block, out);
}

fn push(tokens: &[Token], start: usize, end: usize, block: u32, out: &mut Vec<Sentence>) {
    if start < end {
        let span = tokens[start].span.to(tokens[end - 1].span);
        out.push(Sentence { span, tokens: TokenRange::new(start as u32, end as u32), block });
    }
}

/// Stops, and words that keep theirs.
fn may_end(text: &str, token: Token) -> bool {
    match text.as_bytes()[token.span.end as usize - 1] {
        b'.' => true,
        b'!' | b'?' => token.kind == TokenKind::Mark,
        // One comparison decides for most tokens; the others are few.
        0x80.. => matches!(token.span.of(text), "…" | "。" | "！" | "？"),
        _ => false,
    }
}

/// How many of `tokens` belong to the stop before them: a quote or bracket that closes, another stop, the number of a
/// note (`[12]`).
fn closing(text: &str, tokens: &[Token]) -> usize {
    let mark = |token: Token| token.kind == TokenKind::Mark;
    let first = tokens[0];
    let byte = text.as_bytes()[first.span.start as usize];
    let closes = mark(first)
        && match byte {
            // `. . .`
            b'.' => true,
            _ if first.space_before => false,
            b'"' | b'\'' | b')' | b']' | b'!' | b'?' => true,
            0x80.. => matches!(first.span.of(text), "”" | "’" | "»" | "…"),
            _ => false,
        };
    if closes {
        return 1;
    }
    let note = byte == b'['
        && mark(first)
        && tokens.len() >= 3
        && tokens[1].kind == TokenKind::Number
        && tokens[2].span.of(text) == "]";
    if note { 3 } else { 0 }
}

/// True when a sentence ends at the stop `at`, behind which (and what closes there) stands the token `next`. The block
/// begins with token `first`.
fn ends(text: &str, tokens: &[Token], first: usize, at: usize, next: usize) -> bool {
    let word = tokens[at].span.of(text);
    let after = tokens[next];
    if matches!(word, "。" | "！" | "？") {
        return true;
    }
    if !after.space_before {
        return false;
    }
    let opens = matches!(after.span.of(text), "\"" | "“" | "‘" | "(" | "[" | "«" | "'");
    let cased = matches!(after.case, Case::Title | Case::Upper | Case::Mixed);
    // A list's number or letter (`3. Doors close at nine`) and `c. 1870`, `p. 12`.
    if let (".", Some(before)) = (word, at.checked_sub(1).filter(|before| *before >= first).map(|n| tokens[n])) {
        let letter = before.kind == TokenKind::Word && before.span.len() == 1 && before.case == Case::Lower;
        if at - 1 == first && (before.kind == TokenKind::Number || letter) {
            return false;
        }
        if after.kind == TokenKind::Number && counts(before.span.of(text)) {
            return false;
        }
    }
    match word {
        "." | "…" => opens || cased || after.kind != TokenKind::Word || after.case == Case::None,
        "!" | "?" => {
            let quoted = next > at + 1;
            (opens || cased || after.kind != TokenKind::Word || after.case == Case::None)
                && !(quoted && is_speaker(text, &tokens[next..]))
        }
        _ => ends_at_short_form(word, text, tokens, at, after),
    }
}

/// Words before a number that keep a stop which the tokens have cut off: `c. 1870`, `p. 12`, `fig. 3`.
fn counts(word: &str) -> bool {
    const LONG: &[&str] = &["fig", "figs", "vol", "art", "sec", "ch", "para", "nos", "eq"];
    matches!(word, "c" | "ca" | "p" | "v" | "r") || LONG.iter().any(|form| word.eq_ignore_ascii_case(form))
}

/// True at `Ann Lee said`, behind a question or cry in quotes.
fn is_speaker(text: &str, tokens: &[Token]) -> bool {
    const VERBS: &[&str] = &[
        "added", "asked", "asks", "called", "cried", "declared", "joked", "replied", "said", "says", "shouted",
        "tweeted", "wondered", "writes", "wrote", "yelled",
    ];
    tokens
        .iter()
        .take(5)
        .find(|t| !(matches!(t.case, Case::Title | Case::Upper | Case::Mixed) && t.kind == TokenKind::Word))
        .is_some_and(|t| VERBS.contains(&t.span.of(text)))
}

/// Whether a word that keeps its stop also ends a sentence before `after`.
fn ends_at_short_form(word: &str, text: &str, tokens: &[Token], at: usize, after: Token) -> bool {
    let bare = word.trim_end_matches('.').to_lowercase();
    let next = after.span.of(text);
    let starts = is_opener(next) || matches!(next, "“" | "\"" | "‘");
    if bare == "no" {
        // `No. 10`, but `No. The vote stands.`
        return !matches!(after.kind, TokenKind::Number | TokenKind::Mixed) && starts;
    }
    if is_title(&bare) {
        return false;
    }
    if matches!(bare.as_str(), "a.m" | "p.m") {
        return starts || after.case == Case::Title && after.kind == TokenKind::Word && !goes_on_from_clock(next);
    }
    // An initial is followed by a name; `plan B. It` is not, nor is the end of `Ph.D.`
    if tokens[at].space_before && word.chars().count() == 2 && bare.chars().all(char::is_alphabetic) {
        return is_opener(next) && !matches!(next, "A" | "I") && at > 0 && tokens[at - 1].case != Case::None;
    }
    starts
}

/// Short forms that stand before a name and so never end a sentence.
fn is_title(bare: &str) -> bool {
    const TITLES: &[&str] = &[
        "adm", "capt", "cmdr", "col", "cpl", "dr", "ft", "gen", "gov", "hon", "lt", "maj", "messrs", "mr", "mrs", "ms",
        "mt", "prof", "rep", "reps", "rev", "sen", "sens", "sgt", "st", "supt", "vs",
    ];
    TITLES.binary_search(&bare).is_ok()
}

/// What may follow a time of day in the same sentence: weekdays, months, zones.
fn goes_on_from_clock(word: &str) -> bool {
    const ZONES: &[&str] = &["Central", "Eastern", "Greenwich", "Mountain", "Pacific"];
    word.ends_with("day") || word.ends_with('.') || super::MONTHS.contains(&word) || ZONES.contains(&word)
}

/// Capitalised words that begin sentences and are hardly ever part of a name.
fn is_opener(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "A",
        "About",
        "According",
        "After",
        "Although",
        "Also",
        "An",
        "And",
        "Another",
        "As",
        "At",
        "Because",
        "Before",
        "Both",
        "But",
        "By",
        "Despite",
        "During",
        "Each",
        "Even",
        "For",
        "From",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "Instead",
        "It",
        "Its",
        "Last",
        "Later",
        "Many",
        "Meanwhile",
        "More",
        "Most",
        "My",
        "Nobody",
        "None",
        "Nor",
        "Not",
        "Nothing",
        "Now",
        "On",
        "Once",
        "One",
        "Only",
        "Or",
        "Our",
        "Over",
        "Several",
        "She",
        "Since",
        "So",
        "Some",
        "Still",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "Through",
        "To",
        "Today",
        "Two",
        "Under",
        "Until",
        "We",
        "What",
        "When",
        "Where",
        "Whether",
        "Which",
        "While",
        "Who",
        "Why",
        "With",
        "Yesterday",
        "Yet",
        "You",
        "Your",
    ];
    OPENERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use crate::document::parse;
    use crate::input;
    use crate::{Format, RawInput};

    fn sentences(text: &str) -> Vec<String> {
        let raw = RawInput { text: text.into(), format: Format::Text, ..RawInput::default() };
        let doc = parse(&input::read(&raw));
        doc.sentences.iter().map(|s| s.span.of(&doc.text).to_string()).collect()
    }

    #[test]
    fn the_lists_are_sorted() {
        // Found by halving; `is_opener` of the first and last word fails where they are not.
        assert!(["A", "According", "Nobody", "The", "Your"].iter().all(|word| super::is_opener(word)));
        assert!(["adm", "mt", "vs"].iter().all(|word| super::is_title(word)));
    }

    #[test]
    fn stops_inside_names_end_nothing() {
        assert_eq!(
            sentences("U.S. President Ann Lee met Mr. Roe on Jan. 21. “It is done.” She left the U.S. The end."),
            ["U.S. President Ann Lee met Mr. Roe on Jan. 21.", "“It is done.”", "She left the U.S.", "The end."]
        );
    }
}
