//! Where sentences end.

use super::tokens::is_abbreviation;
use super::{Case, Sentence, Token, TokenKind};
use crate::TokenRange;

/// Appends the sentences of the tokens from `first` on, which are those of block `block`.
pub(super) fn split(text: &str, tokens: &[Token], first: usize, block: u32, out: &mut Vec<Sentence>) {
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let mut end = at + 1;
        if ends_here(text, tokens, at) {
            while end < tokens.len() && closes(text, tokens[end]) {
                end += 1;
            }
            push(tokens, start, end, block, out);
            start = end;
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

/// Quotes and brackets that close right behind a stop.
fn closes(text: &str, token: Token) -> bool {
    !token.space_before && matches!(token.span.of(text), "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?")
}

fn ends_here(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].span.of(text);
    let Some(next) = tokens[at + 1..].iter().find(|t| !closes(text, **t)) else { return true };
    let opens = matches!(next.span.of(text), "\"" | "“" | "‘" | "(" | "[" | "«" | "'");
    let starts = opens || matches!(next.case, Case::Title | Case::Upper | Case::Mixed) || next.kind != TokenKind::Word;
    match word {
        "." | "!" | "?" | "…" | "。" => next.space_before && (starts || word != "."),
        _ if word.ends_with('.') && tokens[at].kind == TokenKind::Word => {
            // `U.S.` and `p.m.` end a sentence only before a word that usually starts one.
            let titled = is_abbreviation(word.trim_end_matches('.'));
            !titled && word.len() > 2 && next.space_before && is_opener(next.span.of(text))
        }
        _ => false,
    }
}

/// Capitalised words that begin sentences and are hardly ever part of a name.
fn is_opener(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "A", "After", "Also", "An", "And", "As", "At", "Before", "But", "By", "For", "He", "However", "I", "If", "In",
        "It", "Its", "On", "She", "So", "That", "The", "Then", "There", "These", "They", "This", "Those", "To", "We",
        "What", "When", "While", "With", "You",
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
    fn stops_inside_names_end_nothing() {
        assert_eq!(
            sentences("U.S. President Ann Lee met Mr. Roe on Jan. 21. “It is done.” She left the U.S. The end."),
            ["U.S. President Ann Lee met Mr. Roe on Jan. 21.", "“It is done.”", "She left the U.S.", "The end."]
        );
    }
}
