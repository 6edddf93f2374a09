//! Who is told of without a name: somebody else whom a pronoun may mean (`a driver`).
//!
//! Absent here: what follows from that for a pronoun.

use super::{Finder, PERSONS, Place};
use crate::document::TokenKind;
use crate::entities::vocabulary::Rule;
use crate::grammar;

impl Finder<'_> {
    /// `ran for mayor`, `the son of a banker`: somebody unnamed whom nothing is told of.
    pub(super) fn is_by_the_way(&self, number: usize, at: u32) -> bool {
        let reading = self.reading;
        let part = |at: &u32| {
            let word = reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word);
            (word || matches!(reading.word(*at), "-" | "'s" | "’s")) && !reading.is(*at, Rule::Behind)
        };
        let first = (at.saturating_sub(7)..at).rev().take_while(part).last().unwrap_or(at);
        let led = first.checked_sub(1).map_or("", |at| reading.word(at));
        matches!(led, "about" | "as" | "for" | "from" | "in" | "of" | "over" | "than" | "under" | "without")
            && !matches!(reading.word(at + 1), "who" | "whose" | ",")
            && grammar::parse(reading.doc, number).verb_at(at + 1).is_none()
    }

    /// A person without a name, who may be meant as well: `a driver`, `his brother`.
    pub(super) fn is_stranger(&self, at: u32, number: usize, places: &[Place]) -> bool {
        let reading = self.reading;
        let start = reading.doc.sentences[number].tokens.start;
        let rules = reading.rules(at);
        let lower = reading.token(at).is_some_and(|t| t.kind == TokenKind::Word) && !reading.is_capital(at);
        // `academic papers`
        let adjective = matches!(reading.word(at), "academic" | "general" | "private" | "major" | "principal")
            && reading.token(at + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.span.is_empty())
            && !reading.is(at + 1, Rule::Behind)
            && !matches!(reading.word(at + 1), "who" | "was" | "is" | "has" | "had" | "said" | "will");
        // `a victim impact statement`
        let adjective = adjective || COMPOUNDS.contains(&reading.word(at + 1));
        // `at the head of a minority`
        let place = reading.word(at) == "head" && at > 1 && matches!(reading.word(at - 2), "at" | "from" | "to");
        if adjective || place || !lower || !PERSONS.iter().any(|rule| rules.has(*rule)) {
            return false;
        }
        let next = places.partition_point(|place| place.tokens.start < at);
        let places = &places[next.saturating_sub(8)..places.len().min(next + 8)];
        // The role beside a name.
        let inside = |place: &Place| place.who.is_some() && (place.head..place.end + 1).contains(&at);
        if places.iter().any(inside) {
            return false;
        }
        // Back over the words of its phrase.
        let inside = |at: &u32| {
            let part = reading.token(*at).is_some_and(|t| t.kind != TokenKind::Mark);
            (part || matches!(reading.word(*at), "-" | "'s" | "’s")) && !reading.is(*at, Rule::Behind)
        };
        let be = |at: u32| matches!(reading.word(at), "is" | "was" | "be" | "been" | "became" | "become" | "becoming");
        // `Lee is a driver`, `Lee became York's first driver`
        let same = (at.saturating_sub(7).max(start)..at).rev().take_while(inside).any(be);
        let first = (at.saturating_sub(7).max(start)..at).rev().take_while(inside).last().unwrap_or(at);
        // `Lee, a driver, left`, `served as a driver`
        let apposed = first.checked_sub(1).is_some_and(|mark| {
            reading.word(mark) == "," && places.iter().any(|place| place.who.is_some() && place.tokens.end == mark)
                || reading.word(mark) == "as"
        });
        // `The son of a banker, Lee left`
        let opens = first == start && {
            let comma = (at + 1..at + 12).find(|at| reading.word(*at) == ",");
            comma.is_some_and(|comma| {
                places.iter().any(|p| p.who.is_some() && p.head == comma + 1) && self.leads(number, comma)
            })
        };
        !apposed && !same && !opens
    }
}

/// What is called after those whom it is for or of: nobody himself.
const COMPOUNDS: &[&str] = &[
    "base",
    "box",
    "care",
    "crisis",
    "data",
    "exchange",
    "impact",
    "list",
    "plane",
    "records",
    "safety",
    "service",
    "services",
    "statement",
    "statements",
    "support",
    "swap",
    "train",
    "trains",
    "training",
];
