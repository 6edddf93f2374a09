//! Noun phrases that name an event: with words of time of their own, or known by their name.

use super::{Candidate, MANY, Reader};
use crate::TokenRange;
use crate::analysis::Certainty;
use crate::document::sort_by_key;
use crate::grammar::ClauseKind;
use crate::time::{Anchor, Timex};
use crate::timeline::Dated;
use crate::timeline::attach::Hold;
use crate::timeline::dates::dated;
use crate::timeline::lexicon::{Sense, sense_at};
use crate::timeline::sides::Sides;

impl Reader<'_> {
    /// Noun phrases with a date of their own, and well-known events that are named.
    pub(super) fn nouns(&self, held: &[Hold], out: &mut Vec<Candidate>) {
        let first = out.len();
        for (timex, hold) in self.timexes.iter().zip(held) {
            if let Hold::Noun { phrase, head } = hold
                && !self.is_called_off(phrase)
                && !self.is_ahead_of_itself(phrase, timex)
                && !self.is_supposed(phrase, timex)
                && let Some(dated) = dated(self.doc, timex)
                && !self.is_anchored(*phrase)
            {
                let quoted = self.is_quoted(phrase.start) && self.is_quoted(phrase.end - 1);
                let spoken = if quoted { self.spoken_in(timex) } else { None };
                out.push(Candidate { quoted: spoken.is_some(), spoken, ..self.noun(*phrase, *head, dated) });
            }
        }
        for anchor in self.anchors.iter().filter(|a| !self.is_likened(a) && !self.is_bound(a)) {
            // `the attacks of September 11, 2001`: the year is said too.
            let over = |t: &&Timex| t.tokens.start < anchor.tokens.end && t.tokens.end > anchor.tokens.end;
            if let Some(timex) = self.timexes.iter().take(MANY).find(over)
                && let Some(dated) = dated(self.doc, timex).filter(|d| d.date == anchor.date)
            {
                let whole = TokenRange::new(anchor.tokens.start, timex.tokens.end);
                out.push(self.noun(whole, anchor.tokens.end - 1, dated));
                continue;
            }
            let dated =
                Dated { date: anchor.date.clone(), certainty: Certainty::Inferred, because: anchor.because.clone() };
            out.push(self.noun(anchor.tokens, anchor.tokens.end - 1, dated));
        }
        sort_by_key(&mut out[first..], |c| c.tokens.order());
    }

    /// `called it “India's 9/11”`, `a second Pearl Harbor`: not that event.
    fn is_likened(&self, anchor: &Anchor) -> bool {
        let start = anchor.tokens.start;
        let Some(before) = start.checked_sub(1).filter(|&at| self.parse.clause_of(at).is_some()) else { return false };
        match self.word(before) {
            "'s" | "’s" => self.is_quoted(start) && self.is_quoted(before),
            "another" => true,
            "second" | "new" => before > 0 && matches!(self.word(before - 1), "a" | "A" | "our" | "their"),
            _ => false,
        }
    }

    /// `the first win since the Second World War`: only a bound.
    fn is_bound(&self, anchor: &Anchor) -> bool {
        let the = u32::from(anchor.tokens.start > 0 && self.word(anchor.tokens.start - 1) == "the");
        let before = anchor.tokens.start.checked_sub(1 + the).filter(|&at| self.parse.clause_of(at).is_some());
        // Not `since the end of the war`, which is one event.
        let has = |word: &str| anchor.tokens.range().any(|at| self.doc.word(at) == word);
        let war = has("War") && !has("end");
        war && before.is_some_and(|at| matches!(self.word(at), "since" | "Since" | "before" | "until"))
    }

    fn noun(&self, phrase: TokenRange, head: u32, dated: Dated) -> Candidate {
        Candidate {
            sentence: self.number as u32,
            block: self.doc.sentences[self.number].block,
            tokens: phrase,
            subject: None,
            own: vec![phrase],
            main: head,
            tense: None,
            sense: if sense_at(self.doc, head).is(Sense::DISASTER) {
                Sense::EVENT.with(Sense::DISASTER)
            } else {
                Sense::EVENT
            },
            kind: ClauseKind::Main,
            sides: Sides::default(),
            quoted: false,
            hour: false,
            personal: false,
            said: false,
            with: None,
            dated: Some(dated),
            earlier: false,
            elsewhen: false,
            running: false,
            aside: false,
            court: false,
            dead: None,
            subject_word: 0,
            spoken: None,
            saying: None,
            hidden: false,
            under: None,
            counted: None,
            told_by: None,
        }
    }
}
