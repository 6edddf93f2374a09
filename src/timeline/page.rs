//! What an article says of itself: that it was changed, and what an earlier version of it said.

use super::candidates::Reader;
use super::lexicon::{Group, Sense};

impl Reader<'_> {
    /// `This article was amended on 3 March to correct a name`: of the page, not of what it tells.
    pub(super) fn is_of_the_page(&self, clause: usize) -> bool {
        let Some(verb) = self.verb(clause).filter(|v| self.is_of(v.main, Group::Amended)) else { return false };
        let first = self.doc.sentences[self.number].tokens.start;
        let mut before = (verb.tokens.start.saturating_sub(4).max(first)..verb.tokens.start).rev();
        let text = before.find(|&at| self.is_of(at, Group::Text));
        text.is_some_and(|at| at > first && self.word(at - 1).eq_ignore_ascii_case("this"))
    }

    /// `An earlier version of this article said that he fell on Monday`, `This report originally stated that …`: what is no
    /// longer said.
    pub(super) fn is_taken_out(&self) -> bool {
        const OLD: &[&str] = &["earlier", "original", "previous", "prior"];
        let Some(verb) = self.parse.verbs.first() else { return false };
        let first = self.doc.sentences[self.number].tokens.start;
        let start = verb.tokens.start.saturating_sub(8).max(first);
        let told = || self.sense(verb.main).is(Sense::SAY) || self.word(verb.main).starts_with("mis");
        let wrongly = |at: u32| {
            self.is_of(at, Group::Wrongly)
                || self.sense(at).is(Sense::AT_FIRST)
                || matches!(self.word(at), "earlier" | "previously")
        };
        (start + 1..verb.main).any(|at| {
            let text = |at: u32| self.is_of(at, Group::Text) || matches!(self.word(at), "report" | "caption");
            let this = self.word(at - 1).eq_ignore_ascii_case("this") && text(at);
            let version = self.word(at) == "version" && OLD.contains(&self.word(at - 1)) && {
                let of = self.word(at + 1) == "of";
                of && (text(at + 3)) || at + 1 == verb.tokens.start
            };
            version && (told() || self.word(at + 1) == "of") || this && told() && (at + 1..verb.main).any(wrongly)
        })
    }
}
