//! Fixtures: `York host Leeds on Sunday`.

use super::words::*;
use super::{REACH, Tenses, of};
use crate::TokenRange;
use crate::document::{Case, Document, TokenKind};
use crate::grammar::{Parse, VerbTense};

/// `Tuesday: Holme v Eastfield (7.45pm)`, where no score stands.
pub(super) fn is_listed(doc: &Document, start: u32, tokens: TokenRange, end: u32) -> bool {
    let title = |at: u32| doc.tokens[at as usize].case == Case::Title;
    let number = |at: u32| doc.tokens[at as usize].kind == TokenKind::Number;
    let led = tokens.end < end && doc.word(tokens.end as usize) == ":";
    let versus = |at: u32| matches!(doc.word(at as usize), "v" | "vs") && title(at - 1) && title(at + 1);
    let score = |at: u32| number(at) && matches!(doc.word(at as usize + 1), "-" | "–") && number(at + 2);
    led && (tokens.end + 1..end - 1).take(8).any(versus) && !(start..end.saturating_sub(2)).take(40).any(score)
}

impl Tenses {
    /// `The clocks go back on Sunday`, `York host Leeds on Sunday`: a short sentence without any verb that is surely one.
    pub(super) fn is_fixture(&self, doc: &Document, parse: &Parse, start: u32, end: u32) -> bool {
        let is = |at: u32, words: &[&str]| words.contains(&doc.word(at as usize));
        let title = |at: u32| doc.tokens[at as usize].case == Case::Title;
        let verb = |at: u32| {
            let many =
                title(at - 1) || doc.word(at as usize - 1).ends_with('s') && !is(at - 1, &["its", "his", "'s", "’s"]);
            many && of(doc, at, &FIXTURES)
                || title(at - 1) && is(at, &["face"])
                || of(doc, at, &FIXTURES_OF_ONE)
                    && !of(doc, at - 1, &ARTICLES)
                    && at > start + u32::from(is(start, &["The", "A"]))
                || is(at, &["runs", "run"]) && is(at + 1, &["from", "until", "till"])
                || of(doc, at, &FIXTURES_OR_NOUNS) && title(at - 1) && (title(at + 1) || is(at + 1, &["to"]))
        };
        let mut verbs = parse.verbs.iter().take_while(|v| v.main < end);
        end - start <= REACH
            && verbs.all(|v| v.tense == VerbTense::None)
            && (start + 1..end.saturating_sub(1)).any(verb)
    }
}
