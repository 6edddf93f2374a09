//! Entries of a live report, a timetable or a chronology: paragraphs under an hour or under a line that is only a day.
//!
//! Absent here: which day such an hour has (the time stage says), and what its day dates ([`context`](super::context)).

use super::lexicon::{Sense, sense_at};
use super::{Dated, attach, when};
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::document::{BlockKind, Case, Document, TokenKind};
use crate::time::{Times, Timex};

/// The entry that the text is in.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its day.
    pub(super) under: Option<Dated>,
    /// The hour at the head of this sentence.
    pub(super) stamp: Option<TokenRange>,
    /// It goes on behind the block that its hour heads, up to the next entry.
    goes_on: bool,
    /// A sentence of the story has been met, in the article and in the entry.
    begun: bool,
    told: bool,
}

impl Entry {
    /// Goes on to the sentence `number`, whose expressions are `timexes`.
    pub(super) fn read(&mut self, doc: &Document, number: usize, timexes: &[Timex], times: &Times) {
        let sentence = doc.sentences[number];
        let kind = doc.block_of(number).kind;
        let heads = number == 0 || doc.sentences[number - 1].block != sentence.block;
        let line = heads && doc.sentences.get(number + 1).is_none_or(|next| next.block != sentence.block);
        self.stamp = None;
        let first = timexes.first().filter(|t| heads && t.tokens.start == sentence.tokens.start);
        let under = |timex: &Timex, place: &str| {
            let date = timex.date.as_deref().and_then(|d| d.get(..10)).filter(|d| when::is_day(d))?;
            let because = format!("it stands under {place}, {}", when::words(date));
            Some(Dated { date: date.to_string(), certainty: Certainty::Inferred, because })
        };
        if let Some(timex) = first.filter(|t| t.kind == TimexKind::Time && attach::is_hour(doc, t.tokens))
            && let next = doc.tokens[timex.tokens.end as usize..sentence.tokens.end as usize].first()
            && next.is_none_or(|t| t.kind == TokenKind::Mark || !matches!(t.case, Case::Lower | Case::None))
        {
            self.stamp = Some(timex.tokens);
            (self.goes_on, self.told) = (next.is_none(), false);
            self.under = under(timex, doc.words(timex.tokens));
        } else if let Some(timex) =
            first.filter(|t| (!kind.is_story() || line) && sentence.tokens.end - t.tokens.end <= 1)
        {
            // Not the date line of the article; a day without its year, far from the publication, is that of what it tells.
            let published = times.published.date.as_deref();
            let year = |at: usize| doc.tokens[at].kind == TokenKind::Number && doc.tokens[at].span.len() == 4;
            let near = |date: &str| published.is_none_or(|p| when::is_near(p, date, 1));
            let month = |at: usize| year(at) || sense_at(doc, at as u32).is(Sense::MONTH);
            let near = timex.tokens.range().any(year)
                || timex.tokens.range().any(month) && timex.date.as_deref().is_none_or(near);
            (self.goes_on, self.told) = (true, false);
            self.under =
                if published == timex.date.as_deref() || !self.begun && near { None } else { under(timex, "its date") };
            return;
        } else if heads && (!self.goes_on || self.told && matches!(kind, BlockKind::Heading(_))) {
            // A paragraph behind `09:40 The train left.`, or another section.
            self.under = None;
        }
        self.told |= kind.is_story() && self.stamp.is_none();
        self.begun |= kind.is_story();
    }
}
