//! Entries of a live report, a timetable or a chronology: paragraphs under an hour or under a line that is only a day.
//!
//! Absent here: which day such an hour has (the time stage says), and what its day dates ([`context`](super::context)).

use super::candidates::{Candidate, Reader};
use super::lexicon::{Sense, sense_at};
use super::{Dated, attach, dates, when};
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::document::{BlockKind, Case, Document, TokenKind};
use crate::grammar::{ClauseKind, VerbTense};
use crate::time::{Times, Timex};

/// The entry that the text is in.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its day.
    pub(super) under: Option<Dated>,
    /// The hour at the head of this sentence.
    pub(super) stamp: Option<TokenRange>,
    /// The date that this paragraph begins with, and the mark behind it: `18 October 2024: …`.
    pub(super) head: Option<TokenRange>,
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
        (self.stamp, self.head) = (None, None);
        let first = timexes.first().filter(|t| heads && t.tokens.start == sentence.tokens.start);
        self.head = first.and_then(|timex| head(doc, timex, sentence.tokens.end));
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

/// `18 October 2024: The trial ends`, `1996 The appeal is heard`: the date, which the rest of the line is told of.
fn head(doc: &Document, timex: &Timex, end: u32) -> Option<TokenRange> {
    let number = |at: usize| doc.tokens[at].kind == TokenKind::Number && doc.tokens[at].span.len() == 4;
    let calendar = attach::is_calendar(doc, timex.tokens) || timex.tokens.range().any(number);
    let (mark, spaced) = (timex.tokens.end as usize, |at: usize| doc.tokens[at].space_before);
    if timex.kind != TimexKind::Date || !calendar || mark + 2 >= end as usize {
        return None;
    }
    let marks = match doc.word(mark) {
        ":" | "—" | "–" | "--" => 1,
        "-" if spaced(mark) && spaced(mark + 1) => 1,
        _ => 0,
    };
    let next = &doc.tokens[mark + marks];
    let by = matches!(doc.word(mark + marks), "by" | "By" | "Updated" | "BY");
    // `Thursday, May 7, 2015 On Tuesday the king …` has a day of its own.
    let bare = next.case == Case::Title && doc.word(mark) != "On";
    let begins = next.kind == TokenKind::Word && !by && (marks > 0 || bare);
    begins.then(|| TokenRange::new(timex.tokens.start, (mark + marks) as u32))
}

impl Reader<'_> {
    /// The first clause behind the date that the paragraph begins with, which is its own.
    pub(super) fn headed(&self) -> Option<usize> {
        let head = self.entry.head?;
        let verb = |v: u32| self.parse.verbs[v as usize];
        let own = |v: u32| verb(v).tense != VerbTense::None && verb(v).main >= head.end;
        self.parse.clauses.iter().position(|c| c.kind == ClauseKind::Main && c.verb.is_some_and(own))
    }

    /// What stands behind such a date without a verb: `18 October 2024: deadline for schools`.
    pub(super) fn verbless(&self, found: &[Candidate]) -> Option<Candidate> {
        let head = self.entry.head?;
        let sentence = self.doc.sentences[self.number].tokens;
        let mut here = found.iter().rev().take_while(|c| c.sentence == self.number as u32);
        let told = here.any(|c| c.dated.is_some() && c.kind != ClauseKind::Relative);
        if told || self.headed().is_some() {
            return None;
        }
        let rest = self.trim(TokenRange::new(head.end, sentence.end));
        let lower = |at: usize| self.doc.tokens[at].case == Case::Lower;
        let story = self.doc.block_of(self.number).kind.is_story();
        let dated = dates::dated(self.doc, self.timexes.first()?)?;
        // `May 2019 New tests on a glove link the killings to Berg.`, of which no verb is found.
        let marked = self.is_mark(head.end - 1) || rest.len() > 5 && rest.end < sentence.end;
        let whole = rest.len() > 1 || self.sense(rest.start).is(Sense::EVENT);
        (story && marked && whole && rest.range().any(lower)).then(|| self.noun(rest, rest.end - 1, dated))
    }
}
