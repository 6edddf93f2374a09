//! A saying on a day of its own around what it quotes: `“The mill is safe,” she said on Monday`.
//!
//! Absent here: which of the two is shown where the quotation tells of an event ([`sayings`](super::sayings)).

use super::Dated;
use super::candidates::{FAR, MANY, Reader};
use super::lexicon::Sense;
use crate::TokenRange;
use crate::analysis::Certainty;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

/// How much of a quotation is shown behind the one who is quoted.
const SHOWN: u32 = 30;

/// A saying with the words it quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cited {
    /// All that is shown.
    pub(super) whole: TokenRange,
    /// The saying without the quotation.
    pub(super) bare: TokenRange,
    pub(super) quote: TokenRange,
}

impl Reader<'_> {
    /// The saying of `clause` with what it quotes, where it has its own day.
    pub(super) fn cited(&self, clause: usize, verb: &VerbGroup, sense: Sense, dated: Option<&Dated>) -> Option<Cited> {
        let this = &self.parse.clauses[clause];
        let own = dated.is_some_and(|d| d.certainty != Certainty::Inferred);
        let quoted_as = verb.passive && self.word(verb.main) == "quoted" && self.behind(verb, 1) == "as";
        let says = (sense.is(Sense::SAY) && !sense.is(Sense::ACT) && !verb.passive || quoted_as)
            && verb.tense == VerbTense::Past
            && !verb.negated;
        if !own || !says || this.kind != ClauseKind::Main || self.is_quoted(verb.main) {
            return None;
        }
        // `Years later she said`: of no day that anyone knows.
        let vague = |t: &Timex| t.value.ends_with("_REF") && self.parse.clause_of(t.tokens.start) == Some(clause);
        if self.timexes.iter().take(MANY).any(vague) {
            return None;
        }
        let bare = self.shown(clause);
        let first = self.doc.sentences[self.number].tokens.start;
        if self.is_quoted(first) { self.cited_before(clause, bare) } else { self.cited_behind(verb, bare) }
    }

    /// `“The mill is safe,” she said on Monday`
    fn cited_before(&self, clause: usize, bare: TokenRange) -> Option<Cited> {
        let first = self.doc.sentences[self.number].tokens.start;
        let start = self.parse.clauses[clause].tokens.start;
        // Whose beginning stands in the sentence.
        let opens = matches!(self.word(first), "“" | "\"") && self.is_quoted(first);
        let closes = |at: u32| matches!(self.word(at), "”" | "\"") && !self.is_quoted(at);
        if !opens || start < first + 4 || start - first > FAR || bare.end <= start {
            return None;
        }
        let close = (start - 1..=start).find(|&at| closes(at))?;
        let quote = TokenRange::new(first + 1, close);
        let whole = (first + 1..close).all(|at| self.is_quoted(at));
        (whole && self.says_something(quote)).then(|| Cited { whole: TokenRange::new(first, bare.end), bare, quote })
    }

    /// `Speaking on Monday, she said, “The mill is safe”`
    fn cited_behind(&self, verb: &VerbGroup, bare: TokenRange) -> Option<Cited> {
        let last = self.doc.sentences[self.number].tokens.end;
        let far = last.min(verb.main + FAR / 2);
        let open = (verb.main + 1..far).find(|&at| self.is_quoted(at))?;
        if !matches!(self.word(open), "“" | "\"") || bare.start >= verb.main {
            return None;
        }
        // Not `said the town, where nobody came, “is shut”`.
        let parts = |at: u32| {
            self.parse.verb_at(at).is_some_and(|v| v.tense != VerbTense::None)
                && !verb.tokens.range().contains(&(at as usize))
        };
        if (verb.main + 1..open).any(parts) {
            return None;
        }
        let close = (open + 1..last).find(|&at| !self.is_quoted(at)).unwrap_or(last);
        let quote = TokenRange::new(open + 1, close);
        if !self.says_something(quote) {
            return None;
        }
        let mut end = close;
        if quote.len() > SHOWN {
            let parted = |at: &u32| self.is_mark(*at) || self.parse.clauses.iter().any(|c| c.tokens.start == *at);
            end = (open + 6..open + SHOWN).rev().find(parted).unwrap_or(open + SHOWN);
        }
        let whole = end == close && close < last && matches!(self.word(close), "”" | "\"");
        while end > open + 2 && !whole && self.is_mark(end - 1) {
            end -= 1;
        }
        Some(Cited {
            whole: TokenRange::new(bare.start, end + u32::from(whole)),
            bare: TokenRange::new(bare.start, bare.end.min(open)),
            quote,
        })
    }

    /// A sentence, not `“chaos”`.
    fn says_something(&self, quote: TokenRange) -> bool {
        let tensed = |at: usize| self.parse.verb_at(at as u32).is_some_and(|v| v.tense != VerbTense::None);
        quote.len() > 2 && quote.range().take(FAR as usize).any(tensed)
    }
}
