//! Names as a catalogue has them, the surname first: `Berg, Anna. The Salt Road`. Absent here: whom a name means
//! (`people`).

use super::demonyms::is_land;
use super::lexicon::class;
use super::names;
use super::reading::{Name, Reading};
use crate::document::{Case, TokenKind};
use crate::{EntityKind, TokenRange};

/// Most first names that somebody has.
const MANY: u32 = 4;

/// Takes the heads of lines as people where two lines, one under the other, begin so.
pub(super) fn find(reading: Reading, names: &mut Vec<Name>) {
    let blocks = &reading.doc.blocks;
    let mut wholes: Vec<Name> = Vec::new();
    let mut before: Vec<TokenRange> = Vec::new();
    let mut first = 0;
    for block in blocks {
        first += reading.doc.tokens[first..].partition_point(|t| t.span.start < block.span.start);
        let here = heads(reading, first as u32, block.span.end);
        // Lines that are parted by no other line.
        if !here.is_empty() && !before.is_empty() {
            for tokens in before.iter().chain(&here) {
                if wholes.last().is_none_or(|last| last.tokens.end <= tokens.start) {
                    wholes.push(person(reading, *tokens));
                }
            }
        }
        before = here;
    }
    names::put(names, wholes);
}

fn person(reading: Reading, tokens: TokenRange) -> Name {
    Name { key: turned(reading, tokens).to_lowercase(), ..Name::new(reading, tokens, EntityKind::Person) }
}

/// `Anna Berg` for `Berg, Anna`.
fn turned(reading: Reading, tokens: TokenRange) -> String {
    let words = reading.doc.words(tokens);
    words.split_once(", ").map_or_else(|| words.to_string(), |(last, first)| format!("{first} {last}"))
}

/// What stands on the chip of somebody who has no other name than one with the surname first.
pub(super) fn title(reading: Reading, tokens: TokenRange) -> Option<String> {
    let comma = tokens.len() > 2 && reading.word(tokens.start + 1) == ",";
    (comma && first_names(reading, tokens.start + 2) == Some(tokens.end)).then(|| turned(reading, tokens))
}

/// The people that a line begins with: `Berg, Anna.`, `Berg, Anna and Holm, Tom.`
fn heads(reading: Reading, start: u32, end: u32) -> Vec<TokenRange> {
    let within = |at: u32| reading.token(at).is_some_and(|t| t.span.end <= end);
    let head = |start: u32| {
        let surname = title_word(reading, start) && reading.word(start + 1) == ",";
        let tokens = first_names(reading, start + 2).filter(|_| surname).map(|last| TokenRange::new(start, last));
        tokens.filter(|tokens| within(tokens.end))
    };
    let Some(one) = head(start) else { return Vec::new() };
    let mut found = vec![one];
    if matches!(reading.word(one.end), "and" | "&") {
        found.extend(head(one.end + 1));
    }
    let last = found[found.len() - 1].end;
    if matches!(reading.word(last), "." | ":" | "(") { found } else { Vec::new() }
}

/// One past the first names that begin at `at`.
fn first_names(reading: Reading, at: u32) -> Option<u32> {
    let land = is_land(&reading.key(TokenRange::new(at, at + 1)));
    let first = title_word(reading, at) && reading.has(at, class::FIRST) && !reading.has(at, class::COUNTRY) && !land;
    let more = (at + 1..at + MANY).take_while(|at| title_word(reading, *at)).last().map_or(at + 1, |at| at + 1);
    first.then_some(more)
}

fn title_word(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title && t.span.len() > 1)
}
