//! What the article says a person is, right beside the name: `Russian President`, `mayor of York`.

use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{Case, TokenKind};
use crate::{EntityKind, TokenRange};

/// The role of the person that name `n` names, as it stands in the article.
pub(super) fn role(reading: Reading, names: &[Name], n: usize) -> Option<TokenRange> {
    before(reading, names, n).or_else(|| behind(reading, names, n))
}

fn is_title(reading: Reading, at: u32) -> bool {
    (reading.has(at, class::TITLE) || reading.is(at, Rule::Title))
        && !reading.is(at, Rule::Honorific)
        && !reading.is(at, Rule::Tie)
        // `Bill`, `King` as a first name in its own right.
        && !(reading.is_capital(at) && reading.has(at, class::FIRST) && !reading.has(at, class::COMMON))
}

fn is_modifier(reading: Reading, at: u32) -> bool {
    reading.is(at, Rule::Modifier)
}

fn before(reading: Reading, names: &[Name], n: usize) -> Option<TokenRange> {
    let name = &names[n];
    let sentence = sentence_start(reading, name.tokens.start);
    let mut start = name.tokens.start;
    let mut titled = false;
    while start > sentence {
        let at = start - 1;
        // `Secretary of State`
        if at >= sentence + 2 && reading.word(at - 1) == "of" && is_title(reading, at - 2) && reading.is_capital(at) {
            start = at - 2;
            titled = true;
        } else if is_title(reading, at) {
            titled = true;
            start = at;
        } else if titled && (is_modifier(reading, at) || (reading.word(at) == "-" && at > sentence && start > sentence))
        {
            start = at;
        } else {
            break;
        }
    }
    if !titled {
        return None;
    }
    // The country, people or body right before.
    let owner = names[..n].iter().rev().take(2).find(|other| {
        other.tokens.end == start
            && matches!(other.kind, EntityKind::Group | EntityKind::Place | EntityKind::Organization)
    });
    let start = owner.filter(|o| o.tokens.start >= sentence).map_or(start, |o| o.tokens.start);
    let end = name.tokens.start;
    Some(TokenRange::new(start, end))
}

fn behind(reading: Reading, names: &[Name], n: usize) -> Option<TokenRange> {
    let mut at = names[n].tokens.end;
    if reading.word(at) != "," {
        return None;
    }
    at += 1;
    if matches!(reading.word(at), "the" | "a" | "an") {
        at += 1;
    }
    let start = at;
    let (mut titled, mut of) = (false, false);
    let mut next = n + 1;
    while at < start + 12 {
        let inside = names.get(next).filter(|name| name.tokens.start == at);
        if let Some(name) = inside {
            if name.kind == EntityKind::Person {
                return None;
            }
            at = name.tokens.end;
            next += 1;
        } else if is_title(reading, at) {
            titled = true;
            at += 1;
        } else if titled && matches!(reading.word(at), "of" | "at" | "for" | "in") {
            of = true;
            at += 1;
        } else if is_modifier(reading, at) || belongs(reading, at, titled, of) {
            at += 1;
        } else {
            break;
        }
    }
    let closes = matches!(reading.word(at), "," | "." | ";" | ")");
    // `in a letter to Ann Lee, the mayor, Tom Berg, said`: nobody knows whose role it is.
    let shared = reading.word(at) == ","
        && names.get(next).is_some_and(|name| name.kind == EntityKind::Person && name.tokens.start == at + 1);
    (titled && closes && !shared && at > start).then(|| TokenRange::new(start, at))
}

/// Small words of a role: `’s` before its title; behind it `of the port authority`.
fn belongs(reading: Reading, at: u32, titled: bool, of: bool) -> bool {
    let word = reading.word(at);
    match titled {
        true if of => matches!(word, "the" | "a" | "an" | "and" | "of") || is_noun(reading, at),
        true => matches!(word, "and"),
        false => word.starts_with(['\'', '’']),
    }
}

/// A word in lower case that is no small word and no verb of saying.
fn is_noun(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.space_before)
        && !reading.is(at, Rule::Never)
        && !reading.is(at, Rule::Behind)
        && !reading.is(at, Rule::Say)
}

fn sentence_start(reading: Reading, token: u32) -> u32 {
    let sentences = &reading.doc.sentences;
    let n = sentences.partition_point(|s| s.tokens.end <= token);
    sentences.get(n).map_or(0, |s| s.tokens.start)
}
