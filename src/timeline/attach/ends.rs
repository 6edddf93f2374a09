//! Words of time that say how long something lasts or from when it holds.

use super::{Hold, Place};
use crate::TokenRange;
use crate::document::{Case, Document, TokenKind, is_calendar};
use crate::grammar::{ClauseKind, Parse, VerbGroup, VerbTense};
use crate::time::{Timex, is_moved};
use crate::timeline::lexicon::{Group, Sense, is_of, sense_at};
use crate::timeline::when;
use std::cmp::Ordering;

/// `was remanded`, `was put off`: what its `until` is of lies ahead.
pub(in crate::timeline) fn is_bound(word: &str) -> bool {
    is_moved(word) || matches!(word, "bailed" | "remanded")
}

/// `on the nights of 3 and 4 May`, `in the autumn term of 2021`
pub(super) const OF_SPELL: &[&str] = &["evenings", "mornings", "nights", "semester", "term", "terms"];

/// `will speak at 2.30pm`, `had hit nine targets overnight`: an hour whose day is known, though it is not told.
pub(super) fn is_hour_of_day(doc: &Document, parse: &Parse, timex: &Timex, published: Option<&str>) -> bool {
    let verb = parse.clause_of(timex.tokens.start).and_then(|c| parse.clauses[c].verb);
    let Some(verb) = verb.map(|v| parse.verbs[v as usize]) else { return false };
    let day = timex.date.as_deref().and_then(|date| date.get(..10)).zip(published);
    match verb.tense {
        VerbTense::Future => {
            let clock = timex.value.get(11..12).is_some_and(|hour| hour.starts_with(|c: char| c.is_ascii_digit()));
            // Not `will be shut from 4pm`, of a day told before.
            let at = timex
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|at| matches!(doc.word(at as usize), "at" | "around" | "about"));
            clock && at && day.is_some_and(|(day, p)| when::is_day(day) && day >= p)
        }
        VerbTense::Past | VerbTense::PastPerfect => {
            // Not `strong overnight winds`.
            let next = timex.tokens.end;
            let noun = parse.clause_of(next).is_some()
                && doc.tokens[next as usize].kind == TokenKind::Word
                && parse.verb_at(next).is_none()
                && !sense_at(doc, next).is(Sense::STOP);
            // Not where a day was told right before, or stands above: the night is that day's.
            let block = doc.sentences[timex.sentence as usize].block.saturating_sub(1);
            let first = doc.sentences.partition_point(|s| s.block < block);
            let start = doc.sentences[first].tokens.start;
            let end = doc.sentences[timex.sentence as usize].tokens.end;
            let told = || (start..end).any(|at| is_day_name(doc, at));
            doc.word(timex.tokens.start as usize) == "overnight"
                && !noun
                && !sense_at(doc, verb.main).is(Sense::CAREER)
                && !told()
        }
        _ => false,
    }
}

/// The name of a day or month, with a capital or all in capitals.
fn is_day_name(doc: &Document, at: u32) -> bool {
    let token = &doc.tokens[at as usize];
    matches!(token.case, Case::Title | Case::Upper) && is_calendar(doc.word(at as usize))
}

impl Place<'_> {
    /// `is due to start after 15 August`: on that day at the earliest, and no other is known.
    pub(super) fn is_to_start(&self, timex: &Timex, published: Option<&str>) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let date = timex.date.as_deref().filter(|date| when::is_day(date));
        let ahead = date.zip(published).and_then(|(date, p)| when::compare(date, p)) == Some(Ordering::Greater);
        let starts = |v: VerbGroup| v.tense == VerbTense::Future && !v.negated && is_of(self.doc, v.main, Group::Timed);
        ahead && verb.is_some_and(|v| starts(v) && v.tokens.end + 1 == timex.tokens.start)
    }

    /// `is host to three shows this month`: what is so now, not only what there is.
    pub(super) fn is_so_now(&self, timex: &Timex) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let host = |at: u32| matches!(self.word(at), "home" | "host");
        self.word(timex.tokens.start) == "this"
            && verb.is_some_and(|v| {
                let is = matches!(self.word(v.main), "is" | "are") && host(v.main + 1) && v.main < timex.tokens.start;
                is && v.tense == VerbTense::Present && !v.negated
            })
    }

    /// `went on into Friday`, `was pushed into December`: it is told of then.
    pub(super) fn goes_into(&self) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        verb.is_some_and(|v| {
            matches!(v.tense, VerbTense::Past | VerbTense::Future)
                || is_bound(self.word(v.main))
                || matches!(self.word(v.main), "put" | "slip" | "slipped")
        })
    }

    /// `ran until 2019`, `will stay shut until Friday`, `was remanded until 4 May`, `is not expected back before Friday`: the
    /// day on which it ends. Not `had run until 2019`, which is only the background of what came then.
    pub(super) fn lasts_until(&self, timex: &Timex, published: Option<&str>) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let Some(verb) = verb.filter(|v| v.main < timex.tokens.start) else { return false };
        let lead = (timex.tokens.start.saturating_sub(3)..timex.tokens.start).rev().map(|at| self.word(at));
        let lead = lead.into_iter().find(|w| matches!(*w, "until" | "till" | "through" | "before"));
        let word = self.word(verb.main);
        let order = timex.date.as_deref().zip(published).and_then(|(date, p)| when::compare(date, p));
        let ahead = order == Some(Ordering::Greater);
        if lead == Some("before") {
            // `will reopen before Christmas`, `is due before Christmas`: then at the latest. Not `before Friday`.
            let start = timex.tokens.start;
            let month = timex.tokens.range().any(|at| sense_at(self.doc, at as u32).is(Sense::MONTH));
            let feast = super::is_capital(self.doc, start) && !super::names_day(self.doc, timex.tokens) || month;
            let due = feast && start > 1 && self.word(start - 2) == "due";
            let must = verb.tense == VerbTense::Modal && self.word(verb.tokens.start) == "must";
            return ahead && (due || verb.tense == VerbTense::Future && (verb.negated || feast) || must && month);
        }
        // `will be open until Friday`, `is on show until 4 May`
        let stands = || (verb.main + 1..timex.tokens.start).take(4).any(|at| is_of(self.doc, at, Group::Standing));
        let lasting = is_of(self.doc, verb.main, Group::Lasting) || matches!(word, "be" | "is" | "are") && stands();
        // `are suspended until Wednesday`, `has halted its flights until Sunday`
        let halted = is_of(self.doc, verb.main, Group::Halted)
            && (verb.passive || verb.tense == VerbTense::PresentPerfect)
            && matches!(verb.tense, VerbTense::Present | VerbTense::PresentPerfect);
        let lasting = (lasting || halted) && !verb.negated;
        // `has until 20 February to appeal`
        if matches!(word, "has" | "have") && verb.tense == VerbTense::Present && lead == Some("until") {
            return ahead && verb.main + 4 > timex.tokens.start;
        }
        match verb.tense {
            // `was remanded in custody until 4 May`
            _ if is_bound(word) && lead != Some("through") => ahead,
            // `It took until Monday`
            VerbTense::Past => (lasting || word == "took" && !verb.negated) && order != Some(Ordering::Greater),
            VerbTense::Future => lasting && ahead,
            VerbTense::Present => lasting && ahead,
            VerbTense::PresentPerfect => halted && ahead,
            _ => false,
        }
    }

    /// `named her chief, effective 1 April`, `the closure of the mill, effective 1 April`: then it holds, whenever it was
    /// announced. The noun that says what, if there is one.
    pub(super) fn takes_effect(&self, tokens: TokenRange) -> Option<Hold> {
        let effective = tokens.start.checked_sub(1).filter(|&at| self.word(at) == "effective")?;
        let comma = effective.checked_sub(1).filter(|&at| matches!(self.word(at), "," | "–" | "—" | "("))?;
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize])?;
        // `will be replaced by Ann Lee, effective 1 April`
        if verb.tense == VerbTense::Future && verb.main < comma {
            return Some(Hold::Clause(self.clause));
        }
        let first = comma.saturating_sub(24).max(verb.main + 1);
        let head = (first..comma).rev().find(|&at| is_of(self.doc, at, Group::Post))?;
        let start =
            (first..head).rev().take(3).find(|&at| sense_at(self.doc, at).is(Sense::DETERMINER)).unwrap_or(head);
        Some(Hold::Noun { phrase: TokenRange::new(start, tokens.end), head })
    }

    /// `Eight years to the day after the pact was signed, on 31 May 1910, the union came into being`: the day that the count
    /// leads to.
    pub(super) fn is_behind_count(&self, tokens: TokenRange) -> Option<Hold> {
        let this = &self.parse.clauses[self.clause];
        let parent = this.parent.filter(|_| this.kind == ClauseKind::Subordinate)? as usize;
        let verb = self.parse.clauses[parent].verb.map(|v| self.parse.verbs[v as usize])?;
        let first = self.doc.lower(this.tokens.start as usize);
        let counted = (this.tokens.start.saturating_sub(5)..this.tokens.start)
            .any(|at| self.parse.clause_of(at) == Some(parent) && sense_at(self.doc, at).is(Sense::UNIT));
        let aside = tokens.start > 2 && self.word(tokens.start - 2) == "," && self.word(tokens.start - 1) == "on";
        let closed = self.in_sentence(tokens.end) && self.word(tokens.end) == "," && verb.tokens.start > tokens.end;
        (matches!(first.as_ref(), "after" | "before") && counted && aside && closed).then_some(Hold::Clause(parent))
    }

    /// `proposed a dividend, with 7 May as the record date`: of what stands beside it.
    pub(super) fn is_set_beside(&self, tokens: TokenRange) -> bool {
        let with = tokens.start.checked_sub(1).is_some_and(|at| self.word(at) == "with");
        with && self.in_sentence(tokens.end) && self.word(tokens.end) == "as"
    }
}

/// `did not open until 2004`, `will not have to pay until May`, `it would not be until May the pupils would come`
pub(super) fn is_negated(doc: &Document, parse: &Parse, clause: usize) -> bool {
    let this = &parse.clauses[clause];
    let no = |c: usize| parse.clauses[c].verb.is_some_and(|v| parse.verbs[v as usize].negated);
    let be = |p: usize| {
        let verb = parse.clauses[p].verb.map(|v| parse.verbs[v as usize]).filter(|v| v.tokens.start > 0);
        verb.is_some_and(|v| doc.is(v.main as usize, &["be"]) && doc.is(v.tokens.start as usize - 1, &["it"]))
    };
    let until = this.kind == ClauseKind::Subordinate && doc.is(this.tokens.start as usize, &["until", "till"]);
    let above = this.parent.map(|p| p as usize).filter(|&p| this.kind == ClauseKind::Infinitive || until && be(p));
    no(clause) || above.is_some_and(no)
}
