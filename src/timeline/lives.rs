//! The life told behind the news of a death.
//!
//! Absent here: dates ([`context`](super::context) leaves such clauses without one).

use super::candidates::{Candidate, Reader, is_capital};
use super::lexicon::Sense;
use crate::document::{Document, TokenKind, word_hash};
use crate::grammar::{VerbGroup, VerbTense};

/// How far before the verb a name may stand.
const REACH: u32 = 40;

impl Reader<'_> {
    /// `Ann Lee, the singer, died on Monday`, `The death of Ann Lee was announced`: one person, by name, and of nothing that is news of its own (`in a crash`).
    pub(super) fn dead(&self, verb: &VerbGroup) -> Option<u64> {
        let died = self.word(verb.main) == "died" || self.tells_death(verb);
        if !died || verb.negated || !matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect) {
            return None;
        }
        let sentence = self.doc.sentences[self.number].tokens;
        let any = |at: u32, reach: u32, words: &[&str]| {
            (at..sentence.end.min(at + reach)).any(|at| words.contains(&self.word(at)))
        };
        let sudden = |at: u32| match self.word(at) {
            "attack" if at > sentence.start && self.word(at - 1) == "heart" => false,
            "battle" | "fight" | "struggle" if any(at + 1, 1, &["with", "against"]) => false,
            "after" => !any(at + 1, 5, &["battle", "fight", "struggle", "illness", "cancer", "disease"]),
            "when" => true,
            "death" => false,
            _ => self.sense(at).is(Sense::EVENT.with(Sense::EFFECT)) && !is_capital(self.doc, at),
        };
        if (sentence.start..sentence.end.min(sentence.start + 2 * REACH)).any(sudden) {
            return None;
        }
        let near = sentence.start.max(verb.tokens.start.saturating_sub(REACH));
        let of =
            (near..verb.tokens.start).find(|&at| self.word(at) == "death").filter(|_| self.word(verb.main) != "died");
        let start = of.map_or(near, |at| at + 2);
        let name = |at: u32| self.doc.tokens[at as usize].kind == TokenKind::Word && is_capital(self.doc, at);
        let led = |at: u32| at > start && matches!(self.word(at - 1), "in" | "of" | "at" | "from" | "near" | "for");
        let first = (start..verb.tokens.start.saturating_sub(1))
            .find(|&at| name(at) && name(at + 1) && !led(at) && !self.is_quoted(at))?;
        let last = (first + 1..verb.tokens.start).take_while(|&at| name(at)).last()?;
        Some(self.doc.tokens[last as usize].hash)
    }

    /// `The death of Ann Lee was announced`
    fn tells_death(&self, verb: &VerbGroup) -> bool {
        let start = self.doc.sentences[self.number].tokens.start;
        let subject = start..verb.tokens.start.min(start + REACH);
        verb.passive
            && matches!(self.word(verb.main), "announced" | "confirmed" | "reported")
            && subject.rev().any(|at| self.word(at) == "death" && self.word(at + 1) == "of")
    }

    /// `She moved to Canada and was adopted`, `he worked as a nurse`: steps in the life of whoever is spoken of.
    pub(super) fn is_life_step(&self, clause: usize, verb: &VerbGroup) -> bool {
        let end = self.parse.clauses[clause].tokens.end;
        let word = |ahead: u32| if verb.main + ahead < end { self.word(verb.main + ahead) } else { "" };
        let subject = self.subject_word(clause, verb);
        let someone = subject == word_hash("he") || subject == word_hash("she");
        let school = || {
            (1..6).any(|n| matches!(word(n).to_lowercase().as_str(), "school" | "college" | "university" | "academy"))
        };
        someone
            && verb.tense == VerbTense::Past
            && match self.word(verb.main) {
                "moved" => word(1) == "to" && verb.main + 2 < end && is_capital(self.doc, verb.main + 2),
                "adopted" => verb.passive,
                "educated" | "schooled" => verb.passive,
                "worked" => matches!(word(1), "as" | "for" | "at" | "in"),
                "served" => matches!(word(1), "as" | "in" | "with"),
                "went" => word(1) == "to" && school(),
                "attended" => school(),
                _ => false,
            }
    }

    /// The hash of the last word before the verb that is no adverb (`She also wrote`); 0: none.
    pub(super) fn subject_word(&self, clause: usize, verb: &VerbGroup) -> u64 {
        let adverb = |at: u32| {
            let word = self.word(at);
            word.ends_with("ly")
                || matches!(word, "also" | "then" | "once" | "even" | "still" | "later" | "soon" | "first")
        };
        let mut before =
            (0..verb.tokens.start).rev().take(3).take_while(|at| self.parse.clause_of(*at) == Some(clause));
        before.find(|at| !adverb(*at)).map_or(0, |at| self.doc.tokens[at as usize].hash)
    }
}

/// True for a clause about the one who died: `He moved to Canada`, `Lee wrote songs`, `Her fame spread`.
pub(super) fn is_of_life(doc: &Document, c: &Candidate, dead: u64) -> bool {
    let own = |at: usize| {
        let hash = doc.tokens[at].hash;
        hash == dead || ["he", "she", "his", "her"].iter().any(|word| word_hash(word) == hash)
    };
    !c.sense.is(Sense::TOLL)
        && (c.tokens.start.min(c.main) as usize..c.main as usize).rev().take(REACH as usize).any(own)
}
