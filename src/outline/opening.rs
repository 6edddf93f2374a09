//! How a sentence opens: with what only the one before it tells, or with the words under a picture. Absent here: the line that
//! is made of it (`lead`).

use crate::TokenRange;
use crate::document::{Case, Document, TokenKind};
use crate::grammar::{self, VerbTense};
use crate::lists::List;

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
        "that" if matches!(word(at + 1), "'s" | "’s" | "is" | "was") => true,
        // `That partner pleaded guilty`: which one, the sentence before says.
        "That" => true,
        // `This is the third mill that …` says itself what it is.
        "This" | "These" | "Those" | "this" | "these" | "those" | "that" => {
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

/// `Ardle Airport The runways at Ardle Airport were closed`, `Corvus TM-4 The launch was put off`, `Ann BergTown Hall News
/// site Corrib has …`: where the text begins behind the words under a picture.
pub(crate) fn caption(doc: &Document, number: usize) -> Option<u32> {
    let TokenRange { start, end } = doc.sentences[number].tokens;
    if !matches!(doc.word(end as usize - 1), "." | "\"" | "”") {
        return None;
    }
    if let Some(joined) = run_together(doc, number) {
        return Some(joined);
    }
    let token = |at: u32| &doc.tokens[at as usize];
    let word = |at: u32| doc.word(at as usize);
    let article = end_of_run(doc, start, end, 9)?;
    let behind = article + 1;
    if !matches!(word(article), "The" | "A" | "An") || article < start + 2 || behind >= end {
        return None;
    }
    let again = || {
        let same = |at: u32| token(at).hash == token(start).hash && token(at + 1).hash == token(start + 1).hash;
        (behind..end.saturating_sub(1).min(behind + 12)).any(same)
    };
    (again() || begins_anew(doc, number, article)).then_some(article)
}

/// True where an article printed with a capital behind a name begins a sentence: words printed small and a verb with a tense
/// follow, and the name does not go on (`Bob The Builder`, `Serie A`).
fn begins_anew(doc: &Document, number: usize, article: u32) -> bool {
    let TokenRange { start, end } = doc.sentences[number].tokens;
    let word = |at: u32| doc.word(at as usize);
    let parse = grammar::parse(doc, number);
    let small = |at: &u32| {
        let token = &doc.tokens[*at as usize];
        token.kind == TokenKind::Word && token.case == Case::Lower && parse.verb_at(*at).is_none()
    };
    let noun = (article + 1..end.min(article + 8)).find(small);
    let told = parse.verbs.iter().any(|v| v.tense != VerbTense::None && noun.is_some_and(|noun| v.tokens.start > noun));
    let letter = || LETTERED.hold(doc.tokens[article as usize - 1].hash) || article < start + 3;
    let quiet = !parse.verbs.iter().any(|v| v.tokens.start < article && v.tense != VerbTense::None);
    told && quiet && (word(article) == "The" || !letter())
}

/// Words behind which a capital `A` is a letter.
static LETTERED: List = List::new(
    "Appendix Article Block Class Division Grade Group Hepatitis League Level List Part Plan \
    Point Pool Section Serie Series Team Terminal Triple Type Vitamin Zone",
);

/// Where the run of capitals ends that the sentence begins with, with their numbers (`TM-4`).
fn end_of_run(doc: &Document, start: u32, end: u32, most: u32) -> Option<u32> {
    let token = |at: u32| &doc.tokens[at as usize];
    let named = |at: &u32| {
        let capital = token(*at).kind == TokenKind::Word && token(*at).case != Case::Lower;
        let number = *at > start && (token(*at).kind == TokenKind::Number || !token(*at).space_before);
        let article = matches!(doc.word(*at as usize), "The" | "A" | "An");
        !article && (capital || number && !matches!(doc.word(*at as usize), "," | ":" | ";" | "'s" | "’s"))
    };
    (start..end.min(start + most)).find(|at| !named(at))
}

/// How far a word is looked for that was run together with another.
const NEAR: u32 = 200;

/// `BergTown Hall News site Corrib has …`, `CorribiPod Dutch firms have …`: where the text begins behind the words under a picture
/// that ran into one another: both halves, or the second with the word behind it, stand in the text by themselves, and the
/// whole nowhere else.
pub(crate) fn run_together(doc: &Document, number: usize) -> Option<u32> {
    let TokenRange { start, end } = doc.sentences[number].tokens;
    if number > 0 && doc.sentences[number - 1].block == doc.sentences[number].block {
        return None;
    }
    let word = |at: u32| doc.word(at as usize);
    let run = end_of_run(doc, start, end, 8)?;
    let near = start.saturating_sub(NEAR)..(doc.tokens.len() as u32).min(start + NEAR);
    let joined = (start..run.saturating_sub(1)).take(4).find(|&at| {
        let Some((first, second)) = halves(word(at)) else { return false };
        let (mut one, mut other, mut pair, mut whole) = (false, false, false, 0);
        for near in near.clone() {
            let word_here = word(near);
            one |= word_here == first;
            other |= word_here == second;
            pair |= word_here == second && near + 1 < doc.tokens.len() as u32 && word(near + 1) == word(at + 1);
            whole += u32::from(word_here == word(at));
            // A name that the article has more than once was run together with nothing.
            if whole > 1 {
                return false;
            }
        }
        one && other || pair
    })?;
    // The last word with a capital begins the sentence.
    let begins = (joined + 1..run).rev().find(|&at| {
        let token = &doc.tokens[at as usize];
        token.kind == TokenKind::Word && token.case != Case::Lower && token.space_before
    })?;
    let plain = grammar::parse(doc, number).verb_at(run).is_none();
    (plain && run < end).then_some(begins)
}

/// `Berg` and `Town` of `BergTown`, `Corrib` and `iPod` of `CorribiPod`.
fn halves(word: &str) -> Option<(&str, &str)> {
    let mut letters = word.char_indices().skip(3).zip(word.char_indices().skip(2));
    let ((at, _), (before, last)) = letters.find(|((_, c), (_, last))| c.is_uppercase() && last.is_lowercase())?;
    let cut = if last == 'i' && before > 2 { before } else { at };
    let (first, second) = word.split_at(cut);
    (first.len() > 2 && second.len() > 2).then_some((first, second))
}
