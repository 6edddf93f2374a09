//! What words of time hang on: a clause, a noun that names an event, or nothing.
//!
//! Door: [`hold`].

mod ends;
mod figures;
mod nouns;
mod phrases;
mod since;
mod soon;

pub(super) use ends::is_bound;
pub(super) use phrases::{antecedent, is_counted, phrase_start};
use since::begins;
pub(super) use since::{adds_up, is_superlative};
use soon::begins_in;
pub(super) use soon::{SOON, is_soon};

use super::candidates::is_capital;
use super::lexicon::{Group, Sense, is_of, sense, sense_at};
use super::{Dated, when};
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::document::{Case, Document, TokenKind};
use crate::grammar::{Parse, VerbGroup, VerbTense};
use crate::time::{Timex, is_moved_from_far};

/// What a timex dates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Hold {
    /// The clause with this number.
    Clause(usize),
    /// `the 2009 crash of the airliner`
    Noun { phrase: TokenRange, head: u32 },
    /// `after 2016`, `last year’s figures`, `for three days`: no event happened then.
    Nothing,
    /// `accused of a theft in 2019`, `a plan to sail in 2030`: the time of what a clause is about, which says nothing of
    /// its own.
    Inside,
    /// `the highest since 2012`, `Ann Lee, mayor in 2019, …`: the time of a description, which says nothing of when the
    /// clause was.
    Aside,
}

/// How far from the words of time the noun may stand that they belong to.
const REACH: u32 = 12;

/// What `timex` dates, in an article of `published`.
pub(super) fn hold(doc: &Document, parse: &Parse, timex: &Timex, published: Option<&str>) -> Hold {
    if let Some(clause) = begins_in(doc, parse, timex, published) {
        return Hold::Clause(clause);
    }
    if let Some(clause) = since::lasts_till_now(doc, parse, timex, published) {
        return Hold::Clause(clause);
    }
    let length = timex.kind == TimexKind::Duration && !is_spell(doc, timex);
    if timex.kind == TimexKind::Set || length || timex.value.ends_with("PAST_REF") {
        return Hold::Nothing;
    }
    if timex.value == "PRESENT_REF"
        || timex.kind == TimexKind::Time
            && !names_day(doc, timex.tokens)
            && !names_feast(doc, timex.tokens)
            && !ends::is_hour_of_day(doc, parse, timex, published)
    {
        return Hold::Nothing;
    }
    let (start, end) = (timex.tokens.start, timex.tokens.end);
    let Some(clause) = parse.clause_of(start) else { return Hold::Nothing };
    let clause = around_end(doc, parse, clause, start);
    let at = Place { doc, parse, clause };
    // `were on strike as of last month`
    let as_of = |at: u32| doc.word(at as usize) == "of" && matches!(doc.word(at as usize - 1), "as" | "As");
    if start > 1 && as_of(start - 1) && parse.clause_of(start - 2) == Some(clause) {
        return Hold::Clause(clause);
    }
    if at.is_of_who(timex.tokens) || at.is_of_report(timex.tokens) {
        return Hold::Aside;
    }
    // `in the three months to 31 March`; not `its report for the year ended 31 March`.
    let ends = start > 2 && matches!(doc.word(start as usize - 1), "to" | "through" | "ended" | "ending");
    if ends && timex.kind == TimexKind::Date && timex.date.as_deref().is_some_and(|d| d.contains('/')) {
        let item = (start.saturating_sub(6)..start - 1).any(|at| matches!(doc.word(at as usize), "for" | "of"));
        // `Sales for the year to 31 March rose 6%`
        let verb = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize]);
        let figure =
            |v: VerbGroup| v.main > start && v.tense == VerbTense::Past && !sense_at(doc, v.main).is(Sense::SAY);
        let item = item && !verb.is_some_and(figure);
        return if item { Hold::Nothing } else { Hold::Clause(parse.clause_of(start - 2).unwrap_or(clause)) };
    }
    // `those filed on Monday`: of them nothing more is told.
    let those =
        |at: u32| at > 0 && parse.clause_of(at - 1).is_some() && matches!(doc.word(at as usize - 1), "those" | "ones");
    let on = start - u32::from(start > 0 && doc.word(start as usize - 1) == "on");
    if on > 0 && doc.word(on as usize - 1).ends_with("ed") && those(on - 1) {
        return Hold::Nothing;
    }
    if at.is_figure_of_then(timex.tokens) || at.is_dealt_out(timex.tokens) || at.is_set_beside(timex.tokens) {
        return Hold::Nothing;
    }
    if let Some(other) = at.takes_effect(timex.tokens).or_else(|| at.is_behind_count(timex.tokens)) {
        return other;
    }
    if compares(doc, timex.tokens)
        || is_in_name(doc, parse, timex.tokens) && !at.is_yet_to_be_held(timex.tokens)
        || is_subject(doc, parse, timex.tokens)
        || at.is_of_kind(timex.tokens)
        || at.is_of_bound(start)
        || at.is_setting(start)
    {
        return Hold::Nothing;
    }
    if let Some(noun) = at.before_noun(start, end) {
        return noun;
    }
    if at.is_of_record(timex.tokens) {
        return Hold::Aside;
    }
    if let Some(noun) = at.between_noun(start, end) {
        return noun;
    }
    // `was higher than in May`
    let than = |back: u32| start >= back && doc.word((start - back) as usize) == "than";
    if matches!(start.checked_sub(1).map(|at| doc.word(at as usize)), Some("in" | "on" | "at" | "during")) && than(2) {
        return Hold::Aside;
    }
    let preposition = at.preposition(start);
    let about = at.is_about(timex) || at.is_judged() || at.is_of_no_perfect(timex, published) || at.is_of_item(start);
    if let Some(noun) = at.of_what_is_due(timex.tokens) {
        return noun;
    }
    if let Some(noun) = at
        .behind_noun(start, preposition, about)
        .filter(|noun| !at.is_so_now(timex) && doc.word(noun.1 as usize) != "deadline")
    {
        return Hold::Noun { phrase: TokenRange::new(noun.0, at.with_target(end)), head: noun.1 };
    }
    // Not `have been investigating the mayor since March`.
    if at.is_about(timex) && preposition != Some("since") || at.is_of_item(start) {
        return Hold::Nothing;
    }
    if at.is_before_it(timex, published) {
        return Hold::Nothing;
    }
    let planned = parse.clauses[clause].verb.is_some_and(|v| is_planned(doc, parse.verbs[v as usize].main));
    let verb_is = |words: &[&str]| {
        parse.clauses[clause].verb.is_some_and(|v| words.contains(&doc.word(parse.verbs[v as usize].main as usize)))
    };
    // `must be paid no later than 3 May`
    let latest =
        start > 2 && doc.word(start as usize - 2) == "later" && matches!(doc.word(start as usize - 3), "no" | "not");
    match preposition {
        Some("than") if latest => Hold::Clause(clause),
        Some("for") if planned => Hold::Clause(clause),
        // `is due to start after 15 August`
        Some("after") if at.is_to_start(timex, published) => Hold::Clause(clause),
        // `shortly after 5am on Tuesday`
        Some("after" | "before") if timex.kind == TimexKind::Time => Hold::Clause(clause),
        Some("since") if begins(doc, parse, clause, timex) || adds_up(doc, parse, clause, timex, published) => {
            Hold::Clause(clause)
        }
        // `the trial was adjourned until 24 November`: then it goes on.
        Some("until" | "till" | "to") if at.is_put_off() && !at.is_end(start) => Hold::Clause(clause),
        // `was not released until 2004`
        Some("until" | "till") if ends::is_negated(doc, parse, clause) => Hold::Clause(clause),
        Some("until" | "till" | "through" | "before") if at.lasts_until(timex, published) => Hold::Clause(clause),
        // `The county election manifesto of 3 May praised the nurses`
        Some("of") if at.is_of_paper(timex.tokens) => Hold::Clause(clause),
        // `on the nights of 3 and 4 May`
        Some("of") if start > 1 && ends::OF_SPELL.contains(&doc.word(start as usize - 2)) => Hold::Clause(clause),
        Some("between") if timex.date.as_deref().is_some_and(|d| d.contains('/')) => Hold::Clause(clause),
        Some(
            "after" | "before" | "until" | "till" | "than" | "of" | "for" | "between" | "like" | "ahead" | "since"
            | "through",
        ) => Hold::Nothing,
        // `enough to go on into 2028`, not `went on into Friday`, `was pushed into December`
        Some("into") if !at.goes_into() => Hold::Nothing,
        // `The castle dates from 1746`
        Some("from") if verb_is(&["date", "dated", "dates"]) => Hold::Clause(clause),
        // `backdated to April 2022`, `allied with China (to 1978)`
        Some("to") if at.is_end(start) => Hold::Nothing,
        // `was moved from 15 July to 22 July`
        Some("from") if is_moved_from_far(doc, start - 1) => Hold::Nothing,
        // `up from nine months ago`, `up 2% from Wednesday`; `from Friday` begins on that day.
        Some("from") if at.is_compared(start) => Hold::Nothing,
        Some("from") if at.is_ahead(timex, published) => Hold::Clause(clause),
        // `has announced a curfew from Monday`
        Some("from") if at.is_of_measure(timex, published) => Hold::Aside,
        Some("from") if !timex.date.as_deref().is_some_and(|d| when::is_day(d) || d.contains('/')) => Hold::Nothing,
        _ => Hold::Clause(clause),
    }
}

/// `in the first three months of the year`: a length of which it is told when it was.
pub(super) fn is_spell(doc: &Document, timex: &Timex) -> bool {
    timex.date.is_some() && timex.tokens.range().any(|at| doc.word(at) == "of")
}

/// `will publish its report for the year ended 30 June on 9 October`: what ends there has no other date.
fn around_end(doc: &Document, parse: &Parse, clause: usize, start: u32) -> usize {
    let Some(verb) = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize].main) else { return clause };
    let length = |at: u32| matches!(doc.word(at as usize), "year" | "half" | "quarter" | "months" | "weeks" | "period");
    let ends = matches!(doc.word(verb as usize), "ended" | "ending") && verb > 0 && length(verb - 1);
    parse.clauses[clause].parent.filter(|_| ends && verb + 1 < start).map_or(clause, |parent| parent as usize)
}

/// `Today, in York, is a day of mourning`: words of time that something is said of.
fn is_subject(doc: &Document, parse: &Parse, tokens: TokenRange) -> bool {
    let Some(clause) = parse.clause_of(tokens.start) else { return false };
    let Some(verb) = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize]) else { return false };
    let first = tokens.start == 0 || parse.clause_of(tokens.start - 1) != Some(clause);
    let between = verb.tokens.start.saturating_sub(tokens.end);
    let aside = between > 2 && doc.word(tokens.end as usize) == "," && doc.word(verb.tokens.start as usize - 1) == ",";
    let next = verb.tokens.start == tokens.end || aside;
    first && next && verb.main + 1 == verb.tokens.end && matches!(doc.word(verb.main as usize), "is" | "was" | "were")
}

/// `Expo 2020`, `Agenda 2030`, `Orwell’s 1984`: a year that is part of a name.
fn is_in_name(doc: &Document, parse: &Parse, tokens: TokenRange) -> bool {
    let Some(before) = tokens.start.checked_sub(1).filter(|&b| parse.clause_of(b).is_some()) else { return false };
    // `the Finance Bill, 2025`
    let law =
        |at: u32| matches!(doc.word(at as usize), "Act" | "Bill" | "Order" | "Ordinance" | "Regulations" | "Rules");
    let before = before - u32::from(before > 0 && doc.word(before as usize) == "," && law(before - 1));
    let token = &doc.tokens[before as usize];
    let owner = matches!(doc.word(before as usize), "'s" | "’s");
    let other = Sense::STOP.with(Sense::MONTH).with(Sense::DAY).with(Sense::DETERMINER).with(Sense::PREPOSITION);
    let other = other.with(Sense::LEADING);
    let name = token.kind == TokenKind::Word && is_capital(doc, before) && !sense(token.hash).is(other);
    // `the minister’s 1997 resignation`
    let next = tokens.end as usize;
    let event = owner && doc.tokens.get(next).is_some_and(|t| sense(t.hash).is(Sense::EVENT));
    tokens.len() == 1 && doc.tokens[tokens.start as usize].kind == TokenKind::Number && (name || owner && !event)
}

/// `$39 million a year earlier`, `the three months ended Sept. 30`: a figure's time, at which nothing happened.
fn compares(doc: &Document, tokens: TokenRange) -> bool {
    let Some(before) = tokens.start.checked_sub(1).map(|at| doc.word(at as usize)) else { return false };
    let last = doc.word(tokens.end as usize - 1);
    let amount = matches!(before, "%" | "million" | "billion" | "percent" | "trillion" | "thousand")
        || before.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) && before != "," && before != ".";
    // `157 last night`
    // Not `won 2-1 last night`.
    let score = tokens.start > 2 && doc.tokens[tokens.start as usize - 3].kind == TokenKind::Number;
    let aside = tokens.start > 1 && matches!(doc.word(tokens.start as usize - 2), "—" | "–" | "(" | "-" | ",");
    let aside = aside && !score;
    let bare = amount
        && aside
        && before != "%"
        && matches!(doc.word(tokens.start as usize), "last" | "this" | "today" | "yesterday" | "tonight");
    // `the three months to March 31`, `in the year to Tuesday`
    let unit = tokens.start > 1 && sense_at(doc, tokens.start - 2).is(Sense::UNIT);
    let to = before == "to" && {
        let lead = tokens.start.checked_sub(3).map_or("", |at| doc.word(at as usize));
        lead == "the" || phrases::is_counted(doc, tokens.start.saturating_sub(3))
    };
    let ended = unit && (matches!(before, "ended" | "ending") || to);
    ended || bare || amount && matches!(last, "earlier" | "ago" | "before")
}

/// True for an hour in digits and nothing more: `09:40 BST`.
pub(super) fn is_hour(doc: &Document, tokens: TokenRange) -> bool {
    doc.word(tokens.start as usize).starts_with(|c: char| c.is_ascii_digit()) && !names_day(doc, tokens)
}

/// True when words of time say more than the hour (`on Friday morning`, not `at half past nine`): an hour alone refines
/// a day that others name.
fn names_day(doc: &Document, tokens: TokenRange) -> bool {
    tokens.range().any(|at| {
        let year = doc.tokens[at].kind == TokenKind::Number && doc.tokens[at].span.len() == 4;
        // `on the night of the 21st`
        let nth = ["st", "nd", "rd", "th"].iter().any(|end| doc.word(at).ends_with(end));
        let nth = nth && doc.word(at).starts_with(|c: char| c.is_ascii_digit());
        year || nth || sense_at(doc, at as u32).is(Sense::DAY.with(Sense::MONTH))
    })
}

/// `on Christmas night`: a feast, whose name has a capital.
fn names_feast(doc: &Document, tokens: TokenRange) -> bool {
    let title = |at: usize| doc.tokens[at].case == Case::Title;
    let led = tokens.start > 0 && doc.tokens[tokens.start as usize - 1].kind == TokenKind::Word;
    tokens.len() > 1 && tokens.range().any(|at| title(at) && (led || at as u32 > tokens.start))
}

/// `planned`, `booked`: for a day.
fn is_planned(doc: &Document, verb: u32) -> bool {
    sense_at(doc, verb).is(Sense::FIXED) || is_of(doc, verb, Group::Arranged)
}

/// True for a day of the calendar (`3 May`, `5/3/2024`): the words say it, though the year may be understood.
pub(super) fn is_calendar(doc: &Document, tokens: TokenRange) -> bool {
    let month = |at: usize| sense_at(doc, at as u32).is(Sense::MONTH);
    let number =
        |at: &usize| doc.tokens[*at].kind != TokenKind::Word && doc.word(*at).starts_with(|c: char| c.is_ascii_digit());
    match tokens.range().filter(number).count() {
        0 => false,
        1 | 2 => tokens.range().any(month),
        _ => true,
    }
}

/// True when a subordinate clause tells of the same time as the one around it, which has the date `dated`: `as`,
/// `when`, `while`; `before` and `after` only if the reading is wider than a day and nothing says how long.
pub(super) fn is_same_time(doc: &Document, parse: &Parse, clause: usize, dated: Option<&Dated>) -> bool {
    let start = parse.clauses[clause].tokens.start;
    let opener = doc.lower(start as usize);
    // `was dropped in 2019 before any trains came`, `died in May, before it was finished`: later, if ever.
    let later = |d: &Dated| {
        !when::is_day(&d.date)
            || start > 0 && doc.word(start as usize - 1) == ","
            || doc.word(start as usize + 1) == "any"
    };
    // `two days after`, not `closed this year after`; minutes do not change the day.
    let word = |back: u32| start.checked_sub(back).map_or("", |at| doc.word(at as usize));
    let short = start > 0 && is_of(doc, start - 1, Group::Brief);
    let measured = start > 0
        && sense_at(doc, start - 1).is(Sense::UNIT)
        && !matches!(word(2), "this" | "last" | "next" | "the" | "that" | "each");
    match opener.as_ref() {
        "as" | "when" | "while" | "whilst" | "where" | "because" => true,
        "after" | "before" if short => true,
        // Not `ran from 1996 to 2019 before it closed`.
        "after" | "before" => {
            let wide = |d: &Dated| if opener == "before" { !later(d) } else { !when::is_day(&d.date) };
            !measured && dated.is_some_and(|d| wide(d) && !d.date.contains('/'))
        }
        _ => false,
    }
}

struct Place<'a> {
    doc: &'a Document,
    parse: &'a Parse,
    clause: usize,
}

impl<'a> Place<'a> {
    fn word(&self, at: u32) -> &'a str {
        self.doc.word(at as usize)
    }

    fn is_plain(&self, at: u32) -> bool {
        let token = &self.doc.tokens[at as usize];
        token.kind == TokenKind::Word && !sense(token.hash).is(Sense::STOP)
    }

    fn is_event(&self, at: u32) -> bool {
        // `the fall of the regime in 2003`, not `a fall in prices`
        let fall = || match self.word(at) {
            "fall" => at > 0 && self.word(at - 1) == "the" && self.word(at + 1) == "of",
            // `a 1995 army sweep through the valley`
            "sweep" => self.parse.verb_at(at).is_none() && matches!(self.word(at + 1), "of" | "through" | "across"),
            _ => false,
        };
        // `trailed by 3,000 votes five years ago`
        let votes = || self.word(at) == "votes" && at > 0 && self.doc.tokens[at as usize - 1].kind == TokenKind::Number;
        let event = sense(self.doc.tokens[at as usize].hash).is(Sense::EVENT);
        event && !votes() || self.in_sentence(at + 1) && fall()
    }

    /// `condemns the attack on Monday`, `announces the opening in May`: what is said now of what has its own time.
    fn is_judged(&self) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        verb.is_some_and(|v| v.tense == VerbTense::Present && !v.passive && sense_at(self.doc, v.main).is(Sense::ACT))
    }

    /// `Expo 2030 will be held in Riyadh`
    fn is_yet_to_be_held(&self, tokens: TokenRange) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        verb.is_some_and(|v| {
            let held = matches!(self.word(v.main), "held" | "staged" | "hosted" | "begin" | "start" | "open")
                || self.word(v.main) == "take" && self.word(v.main + 1) == "place";
            v.tense == VerbTense::Future && v.tokens.start == tokens.end && held
        })
    }

    /// `will be banned from 2027`: then it begins.
    fn is_ahead(&self, timex: &Timex, published: Option<&str>) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let order = timex.date.as_deref().zip(published).and_then(|(date, p)| when::compare(date, p));
        verb.is_some_and(|v| v.tense == VerbTense::Future) && order == Some(std::cmp::Ordering::Greater)
    }

    /// `was adjourned`
    fn is_put_off(&self) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        verb.is_some_and(|v| self.word(v.main) == "adjourned")
    }

    /// `will start from pole after a lap on Saturday`, which is over.
    fn is_before_it(&self, timex: &Timex, published: Option<&str>) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let order = timex.date.as_deref().zip(published).and_then(|(date, p)| when::compare(date, p));
        let over = order.is_some_and(|order| order != std::cmp::Ordering::Greater);
        let behind = |v: VerbGroup| (v.main..timex.tokens.start).any(|at| self.word(at) == "after");
        over && verb.is_some_and(|v| v.tense == VerbTense::Future && behind(v))
    }

    /// `announced a curfew from 1 June`: when what was announced begins.
    fn is_of_measure(&self, timex: &Timex, published: Option<&str>) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let order = timex.date.as_deref().zip(published).and_then(|(date, p)| when::compare(date, p));
        let over = |v: VerbGroup| matches!(v.tense, VerbTense::Past | VerbTense::PresentPerfect) && !v.passive;
        verb.is_some_and(over) && order == Some(std::cmp::Ordering::Greater)
    }

    fn in_sentence(&self, at: u32) -> bool {
        self.parse.clause_of(at).is_some()
    }

    fn is_tensed(&self, at: u32) -> bool {
        self.parse.verb_at(at).is_some_and(|v| v.tense != VerbTense::None)
    }

    /// `recalled the flood in 1953`: a year or month of what the verb calls to mind.
    fn is_about(&self, timex: &Timex) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        verb.is_some_and(|v| v.tokens.end < timex.tokens.start && sense_at(self.doc, v.main).is(Sense::ABOUT))
            && (verb.is_some_and(|v| v.tense == VerbTense::Present)
                || timex.date.as_deref().is_some_and(|date| when::grain(date) < 5))
    }

    /// `has criticised the raids of May`, `has criticised its conduct during the war last year`: this tense goes with no
    /// time that is over, which so belongs to the noun.
    fn is_of_no_perfect(&self, timex: &Timex, published: Option<&str>) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let start = timex.tokens.start;
        let date = timex.date.as_deref().unwrap_or_default();
        let over = || match published {
            _ if self.word(start) == "earlier" => true,
            Some(p) => when::compare(date, p) == Some(std::cmp::Ordering::Less),
            None => when::grain(date) >= 3,
        };
        verb.is_some_and(|v| v.tense == VerbTense::PresentPerfect && v.main < start) && over()
    }

    /// `at 1980 levels`, `a senator and 2008 candidate`: a year that only says which of them is meant.
    fn is_of_kind(&self, tokens: TokenRange) -> bool {
        let number = tokens.len() == 1 && self.doc.tokens[tokens.start as usize].kind == TokenKind::Number;
        let Some(before) = tokens.start.checked_sub(1).filter(|&b| number && self.in_sentence(b)) else { return false };
        let led = matches!(self.word(before), "and" | "at" | "to" | "above" | "below" | "with" | "over")
            // `pre-2020 levels`
            || self.word(before) == "-" && before > 0 && matches!(self.word(before - 1), "pre" | "Pre" | "post");
        let noun = |at: u32| self.in_sentence(at) && self.is_plain(at) && self.parse.verb_at(at).is_none();
        let run = (tokens.end..tokens.end + 5).take_while(|&at| noun(at)).last();
        // `in 2004 and 2008 voters chose`, `in 2004 and 2008 elections`
        let listed =
            self.word(before) == "and" && before > 0 && self.doc.tokens[before as usize - 1].kind == TokenKind::Number;
        led && !listed && run.is_some_and(|last| !self.is_event(last) && !is_capital(self.doc, last))
    }

    /// `backdated to April 2022`, `(to 1978)`: how far something reaches.
    fn is_end(&self, start: u32) -> bool {
        let before = start.checked_sub(2).map_or("", |at| self.word(at));
        self.word(start - 1) == "to" && matches!(before, "(" | "backdated")
    }

    /// `fell 2% from Wednesday`, `unchanged from Friday`: what a change is measured from. Not `will rise by 3% from 1 April`.
    fn is_compared(&self, start: u32) -> bool {
        let from = start.checked_sub(1).filter(|&at| self.word(at) == "from");
        let before = from.and_then(|at| at.checked_sub(1)).filter(|&at| self.in_sentence(at));
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize].tense);
        let ahead = matches!(verb, Some(VerbTense::Future | VerbTense::Modal));
        !ahead && before.is_some_and(|at| is_of(self.doc, at, Group::Change))
    }

    /// `a film set in 1950`: when its story takes place.
    fn is_setting(&self, start: u32) -> bool {
        let led = |at: u32| matches!(self.word(at), "in" | "during");
        let (first, near) = (start.saturating_sub(REACH), start.saturating_sub(5));
        // Not `set a record in 1950`, `set for Friday`.
        let set = (near..start).rev().find(|&at| self.word(at) == "set" && self.in_sentence(at) && led(at + 1));
        start > 0
            && led(start - 1)
            && set.is_some_and(|set| (first..set).any(|at| self.in_sentence(at) && is_of(self.doc, at, Group::Work)))
    }

    /// `the first woman to win since Ann Lee in 2002`: when the other one did it. Not `sold more than York in 2002`, which may
    /// be of both.
    fn is_of_bound(&self, start: u32) -> bool {
        let led = start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "in" | "on" | "at"));
        // `their second meeting, following one in York on 2 May`
        let one = (start.saturating_sub(8)..start).any(|at| {
            matches!(self.word(at), "after" | "following" | "since")
                && self.word(at + 1) == "one"
                && (at + 1..start)
                    .all(|at| self.parse.clause_of(at) == self.parse.clause_of(start) && !self.is_tensed(at))
        });
        if one {
            return true;
        }
        let plain = |at: &u32| {
            let word = self.doc.tokens[*at as usize].kind == TokenKind::Word;
            self.parse.clause_of(*at) == Some(self.clause) && self.parse.verb_at(*at).is_none() && word
        };
        let before = || (start.saturating_sub(8)..start.saturating_sub(1)).rev().take_while(plain);
        let Some(bound) = before().find(|&at| matches!(self.word(at), "since" | "unlike")) else { return false };
        let event = |from: u32| (from..start).any(|at| self.is_event(at) || self.parse.verb_at(at).is_some());
        // `there has been progress since their action last year`
        let owned = self.word(bound) == "since" && sense_at(self.doc, bound + 1).is(Sense::DETERMINER);
        if !led && owned && bound + 2 < start {
            return !event(bound + 1);
        }
        led && (bound + 1..start - 1).any(|at| is_capital(self.doc, at)) && !before().any(|at| self.is_event(at))
    }

    /// The preposition that leads the words of time, in lower case where it is one this cares for.
    fn preposition(&self, start: u32) -> Option<&'static str> {
        const KNOWN: &[&str] = &[
            "after",
            "ahead",
            "before",
            "between",
            "by",
            "during",
            "following",
            "for",
            "from",
            "in",
            "into",
            "like",
            "of",
            "on",
            "since",
            "than",
            "through",
            "till",
            "to",
            "until",
        ];
        let mut at = start;
        for _ in 0..4 {
            at = at.checked_sub(1).filter(|&a| self.in_sentence(a))?;
            let word = self.doc.lower(at as usize);
            if let Ok(found) = KNOWN.binary_search(&word.as_ref()) {
                return Some(KNOWN[found]);
            }
            if !matches!(
                word.as_ref(),
                "the" | "about" | "around" | "early" | "late" | "mid" | "this" | "-" | "only" | "just" | "at" | "least"
            ) {
                return None;
            }
        }
        None
    }
}
