//! `a day after her arrest`, `three weeks before the vote`: times counted from an event that the article dates elsewhere.
//!
//! Absent here: well-known events, which the time stage knows.

use super::attach::Hold;
use super::candidates::{Candidate, FAR, MANY, Reader};
use super::lexicon::{Group, Sense};
use super::{Dated, mentions, merge, when};
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::document::{Document, HashMap, TokenKind};
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;
use crate::time::reading::{self, Step};
use std::cmp::Ordering;

/// How far a clause lies from an event that a noun names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    amount: i32,
    unit: Step,
    /// The noun.
    head: u32,
    /// The whole expression.
    tokens: TokenRange,
}

/// How far what came to be known before it lies from an event: `The move came a day after the council had voted`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Back {
    amount: i32,
    unit: Step,
    /// The noun that names the event; none for `Hours earlier`.
    head: Option<u32>,
    /// `a day after`
    tokens: TokenRange,
}

/// How many sentences back that event may have been told, where no name tells which it is.
const NEAR: u32 = 2;

/// Words by which a length is no distance, or not just that.
const VAGUE: &[&str] = &["about", "almost", "barely", "for", "lasted", "nearly", "over", "than", "within"];

impl Reader<'_> {
    /// What the clause is counted from, where it says so and the article may date it elsewhere.
    pub(super) fn counted(&self, clause: usize, held: &[Hold]) -> Option<Counted> {
        self.count(clause, held).filter(|(_, named)| named.is_none()).map(|(counted, _)| counted)
    }

    /// `three weeks after the flood of 3 February`
    pub(super) fn date_of_count(&self, clause: usize, verb: &VerbGroup, held: &[Hold]) -> Option<Dated> {
        let told = matches!(verb.tense, VerbTense::Past | VerbTense::Future) && !self.sense(verb.main).is(Sense::STATE);
        let (counted, named) = self.count(clause, held).filter(|_| told)?;
        let from = named?.date.as_deref()?;
        let date = reading::counted(from, counted.amount, counted.unit)?;
        if counted.amount == 0 && !when::is_day(from) {
            return None;
        }
        let because = format!("{} of {}", self.doc.words(counted.tokens), when::words(from));
        Some(Dated { date, certainty: Certainty::Relative, because })
    }

    /// `met on Friday, two days after she put off the vote`: the day of what the clause around it, of the day `around`, is
    /// counted from.
    pub(super) fn date_counted_back(
        &self,
        clause: usize,
        verb: &VerbGroup,
        around: Option<&Candidate>,
    ) -> Option<Dated> {
        let told = matches!(verb.tense, VerbTense::Past | VerbTense::PastPerfect);
        let told = told && !self.sense(verb.main).is(Sense::STATE);
        let around = around.filter(|around| told && around.kind == ClauseKind::Main)?.dated.as_ref()?;
        let (amount, unit, tokens) = self.length_back(clause)?;
        let mut date = reading::counted(&around.date, amount, unit)?;
        // `two years after`: hardly to the day.
        date.truncate(unit.sure());
        if self.published.and_then(|p| when::compare(&date, p)) == Some(Ordering::Greater) {
            return None;
        }
        let because = format!("as {} is {} it", when::words(&around.date), self.doc.words(tokens));
        Some(Dated { date, certainty: Certainty::Inferred, because })
    }

    /// `The move came a day after the council voted`: how far back the vote lies, where nothing else says when it was.
    pub(super) fn back(&self, clause: usize, verb: &VerbGroup) -> Option<Back> {
        let told = matches!(verb.tense, VerbTense::Past | VerbTense::PastPerfect) && !verb.negated;
        if !told || self.sense(verb.main).is(Sense::STATE) {
            return None;
        }
        let first = self.behind_dateline(self.parse.clauses[clause].tokens.start);
        let day = Step::of("day")?;
        // `Hours earlier, lawmakers voted on it`: hardly the day before.
        let hours = |at: u32| matches!(self.lower(at).as_ref(), "hours" | "minutes" | "moments");
        if first + 2 < verb.main
            && hours(first)
            && matches!(self.word(first + 1), "earlier" | "before")
            && self.word(first + 2) == ","
        {
            return Some(Back { amount: 0, unit: day, head: None, tokens: TokenRange::new(first, first + 2) });
        }
        let outer = self.parent(clause)?;
        let around = self.verb(outer).filter(|v| matches!(self.word(v.main), "came" | "comes" | "come"))?;
        let start = self.parse.clauses[clause].tokens.start;
        // `came hours after`, `came just hours after`; not `came 40 hours after`
        let soon = start > around.main
            && hours(start - 1)
            && self.word(start) == "after"
            && (start == around.main + 2
                || start == around.main + 3 && matches!(self.word(start - 2), "just" | "only"));
        let soon = soon.then(|| (0, day, TokenRange::new(start - 1, start + 1)));
        let (amount, unit, tokens) = soon.or_else(|| self.length_back(clause).filter(|back| back.1.sure() == 10))?;
        let start = self.behind_dateline(self.parse.clauses[outer].tokens.start);
        let near = tokens.start <= around.main + 3 && around.main < tokens.start;
        let owned = || (start..around.main).take(MANY).any(|at| matches!(self.word(at), "'s" | "’s"));
        let pointed = mentions::is_pointing(self.word(start)) || owned();
        let head = around.tokens.start.checked_sub(1).filter(|&at| at > start && near && pointed)?;
        let noun = self.doc.tokens[head as usize].kind == TokenKind::Word && !self.sense(head).is(Sense::STOP);
        let alone = !self.timexes.iter().take(MANY).any(|t| t.date.is_some() && t.tokens.end <= around.main);
        (noun && alone).then_some(Back { amount, unit, head: Some(head), tokens })
    }

    /// How far before or behind the clause around it lies what follows `a day after`, and those words.
    fn length_back(&self, clause: usize) -> Option<(i32, Step, TokenRange)> {
        let start = self.parse.clauses[clause].tokens.start;
        let sign = match self.word(start) {
            "after" => -1,
            "before" => 1,
            _ => return None,
        };
        let length = self.timexes.iter().take(MANY).find(|t| t.tokens.end == start && t.kind == TimexKind::Duration);
        // `was jailed for nine years after he shot him`, `less than a week after he left`
        let vague =
            |t: &&Timex| (t.tokens.start.saturating_sub(1)..t.tokens.end).any(|at| VAGUE.contains(&self.word(at)));
        let (amount, unit) = match length.filter(|t| !vague(t)) {
            Some(length) => Step::read(&length.value)?,
            // Not `eight years to the day after`.
            None if start > 2 && self.word(start - 2) == "the" && self.word(start - 3) != "to" => {
                (1, Step::of(self.word(start - 1))?)
            }
            None => return None,
        };
        let first = length.map_or(start - 2, |t| t.tokens.start);
        Some((sign * amount, unit, TokenRange::new(first, start + 1)))
    }

    /// What the clause is counted from, and the words of time behind that.
    fn count(&self, clause: usize, held: &[Hold]) -> Option<(Counted, Option<&Timex>)> {
        let mine = |at: u32| {
            self.parse.clause_of(at).is_some_and(|c| self.unit_of(c) == clause || self.parent(c) == Some(clause))
        };
        let lengths = self.timexes.iter().zip(held).take(MANY);
        let lengths = lengths
            .filter(|(t, hold)| t.kind == TimexKind::Duration && **hold == Hold::Nothing && mine(t.tokens.start));
        let mut length = lengths.filter_map(|(t, _)| {
            let (amount, unit) = Step::read(&t.value)?;
            self.counted_from(t.tokens, amount, unit)
        });
        // `the day after the vote`, which is no length.
        let day = || {
            let tokens = self.parse.clauses[clause].tokens;
            let end = tokens.end.min(tokens.start + FAR);
            let the = |at: &u32| self.word(*at).eq_ignore_ascii_case("the") && mine(*at);
            (tokens.start..end.saturating_sub(4)).filter(the).find_map(|at| {
                let unit = Step::of(self.word(at + 1))?;
                self.counted_from(TokenRange::new(at, at + 2), 1, unit)
            })
        };
        // `shortly after the crash`: on its day; not `shortly after the election`.
        let soon = || {
            let tokens = self.parse.clauses[clause].tokens;
            let end = tokens.end.min(tokens.start + FAR);
            let moment = |at: &u32| self.is_of(*at, Group::Moment) && self.word(at + 1) == "after" && mine(*at);
            let at = (tokens.start..end.saturating_sub(3)).find(moment)?;
            let counted = self.counted_from(TokenRange::new(at, at + 1), 0, Step::of("day")?);
            counted.filter(|(counted, _)| self.sense(counted.head).is(Sense::DISASTER))
        };
        length.next().or_else(day).or_else(soon)
    }

    /// `after her arrest`, `before the council’s vote`, behind a length.
    fn counted_from(&self, length: TokenRange, amount: i32, unit: Step) -> Option<(Counted, Option<&Timex>)> {
        let end = self.doc.sentences[self.number].tokens.end;
        let word = |at: u32| if at < end { self.word(at) } else { "" };
        let sign = match word(length.end) {
            "after" | "following" => 1,
            "before" => -1,
            _ => return None,
        };
        let first = length.end + 1;
        // `was jailed for nine years after the raid`: so long, not so much later.
        let long = length.start > 0 && sign > 0 && self.word(length.start - 1) == "for";
        if first >= end || long || !mentions::is_pointing(word(first)) {
            return None;
        }
        // The last noun of the phrase, over its owner and adjectives.
        let plain = |at: &u32| {
            let sense = self.sense(*at);
            let other =
                sense.is(Sense::STOP.with(Sense::DETERMINER)) || self.doc.tokens[*at as usize].kind != TokenKind::Word;
            let verb = self.parse.verb_at(*at).is_some() && !sense.is(Sense::EVENT);
            matches!(word(*at), "'s" | "’s") || !other && !verb
        };
        let last = (first + 1..end.min(first + 6)).take_while(plain).last()?;
        let head = (first + 1..=last).find(|&at| self.sense(at).is(Sense::EVENT))?;
        // `after the vote count`; `after the discovery of the moon`, which may be another.
        let told =
            matches!(word(last + 1), "of" | "in" | "on" | "at" | "by" | "against" | "between" | "with" | "that" | "to");
        let dated = |t: &&Timex| t.tokens.start == last + 2 && t.date.is_some();
        let named = self.timexes.iter().take(MANY).find(|t| dated(t) && matches!(word(last + 1), "of" | "on" | "in"));
        let tokens = TokenRange::new(length.start, head + 1);
        let counted = Counted { amount: sign * amount, unit, head, tokens };
        (head == last && (!told || named.is_some())).then_some((counted, named))
    }
}

/// Dates the candidates that are counted from an event, where the article dates just one that the noun can mean.
pub(super) fn date(doc: &Document, candidates: &mut [Candidate]) {
    if candidates.iter().all(|c| c.counted.is_none() || c.dated.is_some()) {
        return;
    }
    // By the names of the events, their dates: none where there are several.
    let mut dates: HashMap<u64, Option<Dated>> = HashMap::default();
    for c in candidates.iter() {
        let Some(dated) = &c.dated else { continue };
        for name in mentions::names(doc, c) {
            let known = dates.entry(name).or_insert_with(|| Some(dated.clone()));
            if known.as_ref().is_some_and(|k| k.date != dated.date) {
                *known = None;
            }
        }
    }
    // `still lacks a roof a year after the storm` is of now.
    let told = |c: &Candidate| {
        matches!(c.tense, Some(VerbTense::Past | VerbTense::Future | VerbTense::PastPerfect))
            && !c.sense.is(Sense::STATE)
    };
    for c in candidates.iter_mut().filter(|c| c.dated.is_none() && told(c)) {
        let Some(counted) = c.counted else { continue };
        let Some(Some(from)) = dates.get(&merge::stem(doc, counted.head as usize)) else { continue };
        let Some(date) = reading::counted(&from.date, counted.amount, counted.unit) else { continue };
        if counted.amount == 0 && !when::is_day(&from.date) {
            continue;
        }
        let on = if when::is_day(&from.date) { "on" } else { "in" };
        let because = format!("{}, which the article has {on} {}", doc.words(counted.tokens), when::words(&from.date));
        c.dated = Some(Dated { date, certainty: Certainty::Inferred, because });
    }
}

/// Dates what lies so long before an event that the article has dated: the one that the noun names, or what was told last.
pub(super) fn date_back(doc: &Document, candidates: &mut [Candidate], published: Option<&str>) {
    if candidates.iter().all(|c| c.back.is_none() || c.dated.is_some()) {
        return;
    }
    let day = |c: &Candidate| c.dated.as_ref().map(|d| d.date.clone()).filter(|d| when::is_day(d));
    let mut names: HashMap<u64, Option<String>> = HashMap::default();
    // The day of what was told last, and its sentence.
    let mut last: Option<(String, u32)> = None;
    for c in candidates.iter_mut() {
        if let Some(back) = c.back.filter(|_| c.dated.is_none()) {
            let named = back.head.and_then(|head| names.get(&merge::stem(doc, head as usize))).cloned();
            let told = || last.as_ref().filter(|(_, at)| c.sentence <= at + NEAR).map(|(day, _)| day.clone());
            let date = named.unwrap_or_else(told).and_then(|from| {
                let date = reading::counted(&from, back.amount, back.unit)?;
                let (day, words) = (when::words(&from), doc.words(back.tokens));
                let because = match back.head {
                    Some(_) => format!("as {day} is {words} it"),
                    None => format!("{words} than what was told of {day}"),
                };
                Some((date, because))
            });
            let over = |date: &str| published.and_then(|p| when::compare(date, p)) != Some(Ordering::Greater);
            if let Some((date, because)) = date.filter(|(date, _)| over(date)) {
                c.dated = Some(Dated { date, certainty: Certainty::Inferred, because });
            }
            continue;
        }
        for name in mentions::names(doc, c) {
            let known = names.entry(name).or_insert_with(|| day(c));
            if *known != day(c) {
                *known = None;
            }
        }
        if c.kind == ClauseKind::Main && c.has_happened() && !c.quoted {
            last = day(c).map(|day| (day, c.sentence)).or(last.filter(|_| c.dated.is_none()));
        }
    }
}
