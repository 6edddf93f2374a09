//! Fixtures: `York host Leeds on Sunday`.

use super::words::*;
use super::{REACH, Tenses, of};
use crate::document::{Case, Document};
use crate::grammar::{Parse, VerbTense};

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
