//! What the article says a person is, right beside the name: `Russian President`, `mayor of York`.

use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::Rule;
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
    let mut titled = false;
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
        } else if is_modifier(reading, at) || belongs(reading, at, titled) {
            at += 1;
        } else {
            break;
        }
    }
    let closes = matches!(reading.word(at), "," | "." | ";" | ")");
    (titled && closes && at > start).then(|| TokenRange::new(start, at))
}

/// Small words of a role: `’s` before its title, `of the` behind.
fn belongs(reading: Reading, at: u32, titled: bool) -> bool {
    let word = reading.word(at);
    if titled { matches!(word, "of" | "at" | "the" | "for" | "and") } else { word.starts_with(['\'', '’']) }
}

fn sentence_start(reading: Reading, token: u32) -> u32 {
    let sentences = &reading.doc.sentences;
    let n = sentences.partition_point(|s| s.tokens.end <= token);
    sentences.get(n).map_or(0, |s| s.tokens.start)
}
