//! How a sentence opens: with what only the one before it tells, or with the words under a picture. Absent here: the line that
//! is made of it (`lead`).

use crate::TokenRange;
use crate::document::{Case, Document, TokenKind};
use crate::grammar;

/// True for a sentence that begins with what only the one before it tells: `That's why …`, `But she …`, the rest of a
/// quotation.
pub(super) fn dangles(doc: &Document, number: usize) -> bool {
    let TokenRange { start, end } = doc.sentences[number].tokens;
    let word = |at: u32| if at < end { doc.word(at as usize) } else { "" };
    let quote = matches!(word(start), "\"" | "”" | "''");
    if quote && start + 1 < end && doc.tokens[start as usize + 1].case == Case::Lower {
        return true;
    }
    let turns = matches!(word(start), "But" | "And" | "However" | "Yet" | "So" | "Still" | "Instead");
    let at = start + u32::from(turns);
    let at = at + u32::from(turns && word(at) == ",");
    let verb = || grammar::parse(doc, number).verb_at(at + 1).is_some();
    // `It is expected that …` tells of what comes.
    let empty = || (at + 2..at + 9).any(|at| matches!(word(at), "that" | "to" | "whether" | "who" | "how" | "if"));
    match word(at) {
        "That" | "that" if matches!(word(at + 1), "'s" | "’s" | "is" | "was") => true,
        // `This is the third mill that …` says itself what it is.
        "This" | "These" | "Those" | "That" | "this" | "these" | "those" | "that" => {
            verb() && !(matches!(word(at + 1), "is" | "was" | "will") && matches!(word(at + 2), "the" | "not" | "be"))
        }
        "it" => turns && verb() && !empty(),
        "he" | "she" | "they" => turns,
        _ => false,
    }
}

/// True for a sentence that goes on with somebody or with words quoted.
pub(super) fn is_carried(doc: &Document, number: usize) -> bool {
    let first = doc.word(doc.sentences[number].tokens.start as usize);
    matches!(
        first,
        "He" | "She"
            | "It"
            | "They"
            | "His"
            | "Her"
            | "Their"
            | "Its"
            | "Such"
            | "\""
            | "“"
            | "‘"
            | "``"
            | "But"
            | "And"
    )
}

/// `Ardle Airport The runways at Ardle Airport were closed`: where the text begins behind the words under a picture.
pub(super) fn caption(doc: &Document, number: usize) -> Option<u32> {
    let TokenRange { start, end } = doc.sentences[number].tokens;
    let token = |at: u32| &doc.tokens[at as usize];
    let word = |at: u32| doc.word(at as usize);
    let capital = |at: &u32| token(*at).kind == TokenKind::Word && token(*at).case != Case::Lower;
    let named = |at: &u32| capital(at) && !matches!(word(*at), "The" | "A" | "An");
    let article = (start..end.min(start + 9)).find(|at| !named(at))?;
    let (first, behind) = (article - start, article + 1);
    let opens = matches!(word(article), "The" | "A" | "An") && first > 1 && behind < end;
    let again = || {
        let same = |at: u32| token(at).hash == token(start).hash && token(at + 1).hash == token(start + 1).hash;
        (behind..end.saturating_sub(1).min(behind + 12)).any(same)
    };
    let closed = matches!(word(end - 1), "." | "\"" | "”");
    (opens && closed && again()).then_some(article)
}
