//! Words, numbers and marks.

use super::{Case, Token, TokenKind, WordHash, word_hash};
use crate::Span;

/// Short forms that keep their stop when a lower-case word or a number follows as well as when a name does.
/// Months and weekdays, titles, addresses, companies: the forms a newspaper prints.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "assn", "assoc", "aug", "ave", "bros", "capt", "cmdr", "co", "col", "corp", "cpl", "dec", "dept",
    "dr", "est", "etc", "feb", "fri", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj",
    "mar", "messrs", "mon", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "pp", "prof", "rep", "reps", "rev", "sat",
    "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt", "thu", "thur", "thurs", "tue", "tues", "univ", "vs",
    "wed",
];

/// True for a word that is usually printed with a stop (`Mr`, `Jan`); any case.
fn is_abbreviation(word: &str) -> bool {
    word.len() <= 6 && ABBREVIATIONS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

/// Appends the tokens of `text[span]` to `out`.
pub(super) fn split(text: &str, span: Span, out: &mut Vec<Token>) {
    let end = span.end as usize;
    let mut at = span.start as usize;
    let mut space_before = true;
    while at < end {
        if let Some(word) = plain_word(&text.as_bytes()[at..end]) {
            let span = Span::new(at as u32, (at + word.length) as u32);
            out.push(Token { span, hash: word.hash, kind: TokenKind::Word, case: word.case, space_before });
            at += word.length;
            space_before = false;
            continue;
        }
        let Some(c) = text[at..end].chars().next() else { break };
        if c.is_whitespace() || is_ignorable(c) {
            at += c.len_utf8();
            space_before = true;
            continue;
        }
        let rest = &text[at..end];
        let (length, kind) = if c.is_ascii_digit() {
            number(rest)
        } else if c.is_alphanumeric() {
            (word(rest), TokenKind::Word)
        } else if matches!(c, '\'' | '’') && !space_before {
            (clitic(rest).unwrap_or(c.len_utf8()), TokenKind::Word)
        } else {
            (c.len_utf8(), TokenKind::Mark)
        };
        let kind = if length == c.len_utf8() && !c.is_alphanumeric() { TokenKind::Mark } else { kind };
        let words = &rest[..length];
        out.push(Token {
            span: Span::new(at as u32, (at + length) as u32),
            hash: word_hash(words),
            kind,
            case: case_of(words),
            space_before,
        });
        at += length;
        space_before = false;
    }
}

/// A word of nothing but ASCII letters and digits.
struct PlainWord {
    length: usize,
    hash: u64,
    case: Case,
}

/// The word at the start of `bytes` in one look, where it needs no second one: most do not.
fn plain_word(bytes: &[u8]) -> Option<PlainWord> {
    if !bytes.first()?.is_ascii_alphabetic() {
        return None;
    }
    let (mut length, mut upper, mut lower, mut hash) = (0, 0, 0, WordHash::default());
    for byte in bytes.iter().take_while(|b| b.is_ascii_alphanumeric()) {
        length += 1;
        upper += usize::from(byte.is_ascii_uppercase());
        lower += usize::from(byte.is_ascii_lowercase());
        hash.eat(byte.to_ascii_lowercase());
    }
    // A stop may belong to the word, and letters beyond ASCII do.
    if matches!(bytes.get(length), Some(b'.' | 0x80..)) {
        return None;
    }
    let case = case_by_counts(length, upper, lower, bytes[0].is_ascii_uppercase());
    Some(PlainWord { length, hash: hash.0, case })
}

/// Soft hyphen, zero-width and bidi controls: nothing a reader sees.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Length of the number at the start of `rest`, with the letters that hang on it.
fn number(rest: &str) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let inner = matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !bytes[at].is_ascii_digit() && !inner {
            break;
        }
        at += 1;
    }
    let letters = rest[at..].chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    (at + letters, if letters > 0 { TokenKind::Mixed } else { TokenKind::Number })
}

/// Length of the word at the start of `rest`: letters and digits, initials with their stops, abbreviations with theirs.
fn word(rest: &str) -> usize {
    let length: usize = rest.chars().take_while(|c| c.is_alphanumeric() || is_mark(*c)).map(char::len_utf8).sum();
    let single = |s: &str| s.chars().next().is_some_and(char::is_alphabetic) && s.chars().nth(1) == Some('.');
    // `U.S.`, `D.C.`, `a.m.`, `J.`: single letters each with a stop.
    if single(rest) {
        let mut at = 0;
        while single(&rest[at..]) {
            at += rest[at..].chars().next().map_or(0, char::len_utf8) + 1;
        }
        let one = at == length + 1;
        let follows = rest[at..].chars().next();
        // `plan B.` at the end: only a capital that stands before a space and more text is an initial.
        let initial = rest.starts_with(char::is_uppercase) && follows.is_some_and(char::is_whitespace);
        if !one || initial {
            // `U.S` + `.` inside `www.u.s.example`: a letter right behind belongs to no initialism.
            return if follows.is_some_and(char::is_alphanumeric) { at - 1 } else { at };
        }
    }
    if rest[length..].starts_with('.') && is_abbreviation(&rest[..length]) {
        return length + 1;
    }
    length
}

/// Combining marks belong to the letter before.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Length of `’s`, `’ll`, `’re`, … at the start of `rest`.
fn clitic(rest: &str) -> Option<usize> {
    let quote = rest.chars().next()?.len_utf8();
    let letters: usize = rest[quote..].chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
    let word = &rest[quote..quote + letters];
    ["s", "t", "d", "m", "ll", "re", "ve"].iter().any(|c| word.eq_ignore_ascii_case(c)).then_some(quote + letters)
}

fn case_of(word: &str) -> Case {
    let mut upper = 0;
    let mut lower = 0;
    let mut first_upper = None;
    for c in word.chars() {
        if c.is_uppercase() {
            upper += 1;
            first_upper.get_or_insert(true);
        } else if c.is_lowercase() {
            lower += 1;
            first_upper.get_or_insert(false);
        }
    }
    case_by_counts(word.chars().count(), upper, lower, first_upper == Some(true))
}

/// The case of a word of `letters` characters; `first`: the first that has a case is a capital.
const fn case_by_counts(letters: usize, upper: usize, lower: usize, first: bool) -> Case {
    match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (1, 0) if letters == 1 => Case::Title,
        (_, 0) => Case::Upper,
        (1, _) if first => Case::Title,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        split(text, Span::new(0, text.len() as u32), &mut tokens);
        tokens.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn names_have_their_own_tokens() {
        assert_eq!(words("Russia-China ties, Trump’s"), ["Russia", "-", "China", "ties", ",", "Trump", "’s"]);
    }

    #[test]
    fn stops_stay_on_abbreviations() {
        assert_eq!(
            words("the U.S. on Jan. 21 in D.C., said Mr. J. Doe."),
            ["the", "U.S.", "on", "Jan.", "21", "in", "D.C.", ",", "said", "Mr.", "J.", "Doe", "."]
        );
        assert_eq!(words("at 5 p.m. we chose plan B."), ["at", "5", "p.m.", "we", "chose", "plan", "B", "."]);
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(words("1,000.5 in the 1990s, 21st"), ["1,000.5", "in", "the", "1990s", ",", "21st"]);
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }
}
