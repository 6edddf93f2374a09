//! Names in headings: in Title Case ordinary words look like names.

use super::lexicon::class;
use super::memory::Memory;
use super::reading::{Name, Reading};
use crate::document::{HashSet, TokenKind};
use crate::{EntityKind, TokenRange};

/// In a heading in Title Case ordinary words look like names: `The Road Ahead` is none, unless it is printed so in a
/// sentence too.
pub(super) fn drop_words(reading: Reading, memory: &Memory, names: &mut Vec<Name>) {
    let ordinary = |at: u32| {
        let token = &reading.doc.tokens[at as usize];
        let names =
            class::PROPER | class::FIRST | class::LAST | class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY;
        let entry = reading.entry(at);
        token.kind != TokenKind::Word
            || entry.bits & class::COMMON != 0
            || memory.has_lower(token.hash)
            || entry.cluster != 0 && entry.bits & names == 0
    };
    let sentences = &reading.doc.sentences;
    let mut sentence = 0;
    let mut titled: Option<(usize, bool)> = None;
    let mut in_heading = Vec::with_capacity(names.len());
    let mut elsewhere: HashSet<&str> = HashSet::default();
    for name in names.iter() {
        while sentences.get(sentence).is_some_and(|s| s.tokens.end <= name.tokens.start) {
            sentence += 1;
        }
        let is_titled = match titled {
            Some((number, titled)) if number == sentence => titled,
            _ => is_titled(reading, sentence),
        };
        titled = Some((sentence, is_titled));
        in_heading.push(is_titled);
        if !is_titled {
            elsewhere.insert(&name.key);
        }
    }
    // `‘Shameful’ delay angers MPs`: what somebody called it.
    let scare = |name: &Name| {
        let TokenRange { start, end } = name.tokens;
        let quote = |at: u32| matches!(reading.word(at), "'" | "‘" | "’");
        let quoted = name.tokens.len() == 1 && start > 0 && quote(start - 1) && quote(end);
        quoted && name.kind == EntityKind::Other && ordinary(start) && {
            let sentence = sentences.partition_point(|s| s.tokens.end <= start);
            sentences.get(sentence).is_some_and(|s| reading.word(s.tokens.end - 1) != ".")
        }
    };
    // `Xi Discuss`: what a person does is no part of the name, where the article has the name without it.
    let hash = |at: u32| reading.doc.tokens[at as usize].hash;
    let outside = names.iter().zip(&in_heading).filter(|(name, heading)| !**heading && name.kind == EntityKind::Person);
    let bearers: HashSet<u64> = outside.flat_map(|(name, _)| (name.tokens.start..name.tokens.end).map(hash)).collect();
    let cut = |name: &Name| {
        let TokenRange { start, end } = name.tokens;
        // `Kings Land Vasquez`: who does it, and what.
        let led = |at: &u32| ordinary(*at) && !bearers.contains(&hash(*at)) && !reading.has(*at, class::FIRST);
        let own = (start..end - 1).take_while(led).last().map(|at| at + 1);
        let tail = |own: &u32| (*own..end).all(|at| bearers.contains(&hash(at)));
        if let Some(own) = own.filter(|own| name.kind == EntityKind::Person && tail(own)) {
            return Some(Name::new(reading, TokenRange::new(own, end), name.kind));
        }
        let end = (start + 1..end).rev().take_while(|at| ordinary(*at)).last()?;
        let known = name.kind == EntityKind::Person && (start..end).all(|at| bearers.contains(&hash(at)));
        known.then(|| Name::new(reading, TokenRange::new(start, end), name.kind))
    };
    let cuts: Vec<Option<Name>> =
        names.iter().zip(&in_heading).map(|(name, heading)| if *heading { cut(name) } else { None }).collect();
    let keep: Vec<bool> = names
        .iter()
        .zip(&in_heading)
        .map(|(name, heading)| {
            let plain = || (name.tokens.start..name.tokens.end).all(ordinary);
            !(*heading && plain() && !elsewhere.contains(name.key.as_str()) || scare(name))
        })
        .collect();
    for (name, cut) in names.iter_mut().zip(cuts) {
        if let Some(cut) = cut {
            *name = cut;
        }
    }
    let mut keep = keep.into_iter();
    names.retain(|_| keep.next().unwrap_or(true));
}

/// Tokens of the longest heading that is believed; also what keeps the work linear.
const LONGEST: u32 = 120;

/// True for a sentence whose longer words nearly all begin with a capital.
fn is_titled(reading: Reading, sentence: usize) -> bool {
    let Some(sentence) = reading.doc.sentences.get(sentence) else { return false };
    // A heading does not end in a stop; a sentence full of names does.
    if sentence.tokens.len() > LONGEST || reading.word(sentence.tokens.end - 1) == "." {
        return false;
    }
    let long = sentence.tokens.range().filter(|at| {
        let token = &reading.doc.tokens[*at];
        token.kind == TokenKind::Word && token.span.len() > 3
    });
    let (mut words, mut capital) = (0, 0);
    for at in long {
        words += 1;
        capital += u32::from(reading.is_capital(at as u32));
    }
    words > 1 && capital * 10 >= words * 8
}

/// The same for the sentence that holds a token.
pub(super) fn is_titled_at(reading: Reading, token: u32) -> bool {
    is_titled(reading, reading.doc.sentences.partition_point(|s| s.tokens.end <= token))
}
