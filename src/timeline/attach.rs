//! What words of time hang on: a clause, a noun that names an event, or nothing.

use super::candidates::is_capital;
use super::lexicon::{Sense, sense, sense_at};
use super::{Dated, when};
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::document::{Case, Document, TokenKind};
use crate::grammar::{ClauseKind, Parse, VerbGroup, VerbTense};
use crate::time::Timex;

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
}

/// How far from the words of time the noun may stand that they belong to.
const REACH: u32 = 12;

/// What `timex` dates.
pub(super) fn hold(doc: &Document, parse: &Parse, timex: &Timex) -> Hold {
    if matches!(timex.kind, TimexKind::Set | TimexKind::Duration) || timex.value.ends_with("PAST_REF") {
        return Hold::Nothing;
    }
    if timex.value == "PRESENT_REF" || timex.kind == TimexKind::Time && !names_day(doc, timex.tokens) {
        return Hold::Nothing;
    }
    let (start, end) = (timex.tokens.start, timex.tokens.end);
    let Some(clause) = parse.clause_of(start) else { return Hold::Nothing };
    let at = Place { doc, parse, clause };
    // `were on strike as of last month`
    let as_of = |at: u32| doc.word(at as usize) == "of" && doc.word(at as usize - 1) == "as";
    if start > 1 && as_of(start - 1) && parse.clause_of(start - 2) == Some(clause) {
        return Hold::Clause(clause);
    }
    if compares(doc, timex.tokens)
        || is_in_name(doc, parse, timex.tokens)
        || is_subject(doc, parse, timex.tokens)
        || at.is_of_kind(timex.tokens)
        || at.is_of_item(start)
    {
        return Hold::Nothing;
    }
    if let Some(noun) = at.before_noun(start, end) {
        return noun;
    }
    let preposition = at.preposition(start);
    if let Some(noun) = at.behind_noun(start, preposition, at.is_about(timex)) {
        return Hold::Noun { phrase: TokenRange::new(noun.0, end), head: noun.1 };
    }
    if at.is_about(timex) {
        return Hold::Nothing;
    }
    let planned = parse.clauses[clause].verb.is_some_and(|v| {
        matches!(
            doc.word(parse.verbs[v as usize].main as usize),
            "planned"
                | "scheduled"
                | "set"
                | "expected"
                | "slated"
                | "booked"
                | "postponed"
                | "timetabled"
                | "announced"
        )
    });
    match preposition {
        Some("for") if planned => Hold::Clause(clause),
        // `shortly after 5am on Tuesday`
        Some("after" | "before") if timex.kind == TimexKind::Time => Hold::Clause(clause),
        Some("since") if begins(doc, parse, clause, timex) => Hold::Clause(clause),
        // `was not released until 2004`
        Some("until" | "till") if parse.clauses[clause].verb.is_some_and(|v| parse.verbs[v as usize].negated) => {
            Hold::Clause(clause)
        }
        Some("between") if timex.date.as_deref().is_some_and(|d| d.contains('/')) => Hold::Clause(clause),
        Some(
            "after" | "before" | "until" | "till" | "than" | "of" | "for" | "between" | "like" | "ahead" | "since"
            | "through",
        ) => Hold::Nothing,
        // `up from nine months ago`; `from Friday` begins on that day.
        Some("from") if !timex.date.as_deref().is_some_and(|d| when::is_day(d) || d.contains('/')) => Hold::Nothing,
        _ => Hold::Clause(clause),
    }
}

/// `had been suspended since 24 July 2003`, `has guided ships since 1985`: then it began. `has won every year since`,
/// `had fallen 12% since`, `the heaviest rain since` are stretches up to now.
fn begins(doc: &Document, parse: &Parse, clause: usize, timex: &Timex) -> bool {
    // `has been trying to buy it since May`
    let untensed = |c: usize| parse.clauses[c].verb.is_none_or(|v| parse.verbs[v as usize].tense == VerbTense::None);
    let mut clause = clause;
    for _ in 0..4 {
        let Some(parent) = parse.clauses[clause].parent.filter(|_| untensed(clause)) else { break };
        clause = parent as usize;
    }
    let this = &parse.clauses[clause];
    let Some(verb) = this.verb.map(|v| parse.verbs[v as usize]) else { return false };
    let perfect = matches!(verb.tense, VerbTense::PresentPerfect | VerbTense::PastPerfect);
    if !perfect || sense_at(doc, verb.main).is(Sense::STATE.with(Sense::SAY)) {
        return false;
    }
    let figure = |at: u32| {
        let word = doc.word(at as usize);
        let number = doc.tokens[at as usize].kind == TokenKind::Number && at > verb.main;
        let superlative = word.ends_with("est") && at > 0 && sense_at(doc, at - 1).is(Sense::DETERMINER);
        number || superlative || matches!(word, "%" | "every" | "each" | "first" | "twice" | "more" | "than")
    };
    let mut words = this.tokens.start.max(verb.tokens.start.saturating_sub(12))..timex.tokens.start;
    this.kind != ClauseKind::Relative && !words.any(figure)
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
    let aside = tokens.start > 1 && matches!(doc.word(tokens.start as usize - 2), "—" | "–" | "(" | "-" | ",");
    let bare = amount
        && aside
        && before != "%"
        && matches!(doc.word(tokens.start as usize), "last" | "this" | "today" | "yesterday" | "tonight");
    let ended =
        matches!(before, "ended" | "ending") && tokens.start > 1 && sense_at(doc, tokens.start - 2).is(Sense::UNIT);
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
        year || sense_at(doc, at as u32).is(Sense::DAY.with(Sense::MONTH))
    })
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
    let opener = doc.word(start as usize).to_lowercase();
    // `two days after`, not `closed this year after`; minutes do not change the day.
    let word = |back: u32| start.checked_sub(back).map_or("", |at| doc.word(at as usize));
    let short = matches!(word(1), "minutes" | "moments" | "seconds" | "hours" | "minute" | "hour");
    let measured = start > 0
        && sense_at(doc, start - 1).is(Sense::UNIT)
        && !matches!(word(2), "this" | "last" | "next" | "the" | "that" | "each");
    match opener.as_str() {
        "as" | "when" | "while" | "whilst" | "where" | "because" => true,
        "after" | "before" if short => true,
        "after" | "before" => !measured && dated.is_some_and(|d| opener == "before" || !when::is_day(&d.date)),
        _ => false,
    }
}

/// The first token of the noun phrase a relative clause says something of.
pub(super) fn antecedent(doc: &Document, parse: &Parse, clause: usize) -> Option<u32> {
    let outer = parse.clauses[clause].parent? as usize;
    let mut at = parse.clauses[clause].tokens.start;
    // `the hall, previously used by …`
    let adverb = |at: u32| {
        matches!(
            doc.word(at as usize),
            "currently" | "formerly" | "initially" | "originally" | "previously" | "reportedly"
        )
    };
    at -= u32::from(at > 1 && adverb(at - 1) && parse.clause_of(at - 1) == Some(outer));
    let aside = at > 0 && doc.word(at as usize - 1) == ",";
    if aside {
        at -= 1;
    }
    let mut start = phrase_start(doc, parse, outer, at).filter(|start| *start < at)?;
    // `the kit man of Halden for four decades, who`: past what only goes with the noun.
    // `the report on the programme, which`: what is about something is the longer phrase.
    let person = doc.word(parse.clauses[clause].tokens.start as usize) == "who";
    for _ in 0..3 {
        let led = start > 0
            && match doc.word(start as usize - 1) {
                "of" | "on" | "about" | "with" | "between" | "against" | "for" | "in" | "at" | "from" | "by" => {
                    person || !aside
                }
                _ => false,
            };
        let Some(before) = start.checked_sub(1).filter(|_| led).and_then(|at| phrase_start(doc, parse, outer, at))
        else {
            break;
        };
        start = before.min(start);
    }
    Some(start)
}

/// Where the noun phrase that ends before `end` begins: back to its determiner, over names and other plain words.
fn phrase_start(doc: &Document, parse: &Parse, clause: usize, end: u32) -> Option<u32> {
    let mut start = end;
    while start > 0 && end - start < 10 {
        let at = start - 1;
        if parse.clause_of(at) != Some(clause) || parse.verb_at(at).is_some() {
            break;
        }
        let word = doc.word(at as usize);
        let class = sense_at(doc, at);
        // `Boeing’s rival` begins with its owner.
        let owner = matches!(word, "'s" | "’s");
        if class.is(Sense::DETERMINER) && !owner {
            return Some(at);
        }
        // `the Organization for Trade and Co-operation`
        let named = word == "and"
            && at > 2
            && is_capital(doc, start)
            && is_capital(doc, at - 1)
            && matches!(doc.word(at as usize - 2), "for" | "of")
            && is_capital(doc, at - 3);
        if !matches!(word, "of" | "-")
            && !named
            && (class.is(Sense::STOP) || doc.tokens[at as usize].kind == TokenKind::Mark)
        {
            break;
        }
        start = at;
    }
    // Never begin inside an `of` or a compound.
    while start < end && matches!(doc.word(start as usize), "of" | "-" | "'s" | "’s") {
        start += 1;
    }
    (start < end).then_some(start)
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
        sense(self.doc.tokens[at as usize].hash).is(Sense::EVENT)
    }

    fn in_sentence(&self, at: u32) -> bool {
        self.parse.clause_of(at).is_some()
    }

    fn is_tensed(&self, at: u32) -> bool {
        self.parse.verb_at(at).is_some_and(|v| v.tense != VerbTense::None)
    }

    /// `the 2009 crash`, `a Tuesday traffic stop`, `last year’s election`: words of time inside a noun phrase. Also
    /// gives [`Hold::Nothing`] where the noun names no event.
    fn before_noun(&self, start: u32, end: u32) -> Option<Hold> {
        if !self.in_sentence(end) {
            return None;
        }
        let possessive = matches!(self.word(end), "'s" | "’s" | "'" | "’");
        let before = start.checked_sub(1).filter(|&b| self.in_sentence(b));
        let determined = before.is_some_and(|b| sense_at(self.doc, b).is(Sense::DETERMINER));
        let adjective = before.is_some_and(|b| self.is_plain(b) && !self.is_tensed(b) && !self.is_event(b));
        let first = if possessive { end + 1 } else { end };
        // `The following month war broke out`: a length of time stands before no noun without `’s`.
        let unit = sense_at(self.doc, end - 1).is(Sense::UNIT) && self.doc.tokens[end as usize - 1].case == Case::Lower;
        let compound = (start + 1..end).any(|at| self.word(at) == "-");
        if !possessive && unit && !compound && sense_at(self.doc, start).is(Sense::DETERMINER) {
            return None;
        }
        if !self.in_sentence(first) || (self.doc.tokens[end as usize].kind == TokenKind::Mark && !possessive) {
            return None;
        }
        // `said Sunday the operation …`: a new phrase.
        if !possessive && sense_at(self.doc, first).is(Sense::DETERMINER) {
            return None;
        }
        // The run of plain words behind, up to the noun that names an event.
        let mut head = None;
        let mut last = None;
        for at in first..first + 5 {
            let hyphen = self.in_sentence(at) && self.word(at) == "-";
            let verb = self.parse.verb_at(at).is_some() && !self.is_event(at);
            if !self.in_sentence(at) || (!hyphen && !self.is_plain(at)) || verb {
                break;
            }
            last = Some(at);
            if self.is_event(at) {
                head = Some(at);
            }
        }
        let last = last?;
        let ends = head.is_none_or(|h| h == last);
        match head {
            // `their 2010 World Cup campaigns`: which one the campaign, whenever it is, was for.
            Some(head) if ends && self.is_of_contest(first, head) => Some(Hold::Nothing),
            Some(head) if ends && (determined || possessive || adjective || !self.is_tensed(head)) => {
                // `On Friday talks collapsed`: the words of time stand alone before a new phrase.
                if !(determined || possessive) && before.is_some_and(|b| matches!(self.word(b), "on" | "On")) {
                    return None;
                }
                let begin = if determined { before.unwrap_or(start) } else { start };
                // `the minister’s 1997 resignation` begins with its owner.
                let owner = before.filter(|&b| matches!(self.word(b), "'s" | "’s"));
                let begin = owner.and_then(|b| phrase_start(self.doc, self.parse, self.clause, b)).unwrap_or(begin);
                let phrase = TokenRange::new(begin, self.extended(head + 1));
                let (begin, head) = self.happened_during(begin).unwrap_or((begin, head));
                Some(Hold::Noun { phrase: TokenRange::new(begin, phrase.end), head })
            }
            // `asked for it in a January 2005 letter`
            None if determined && self.is_in_writing(start, last) => Some(Hold::Clause(self.clause)),
            None if determined || possessive || self.is_manner(start, end, last) => Some(Hold::Nothing),
            _ => None,
        }
    }

    /// `the shooting of a boy during a Tuesday traffic stop`: the start of what happened in the event whose phrase begins at
    /// `begin`, and its noun.
    fn happened_during(&self, begin: u32) -> Option<(u32, u32)> {
        let during = begin.checked_sub(1).filter(|&b| self.word(b) == "during")?;
        let same = |at: &u32| {
            self.parse.clause_of(*at) == Some(self.clause) && self.parse.verb_at(*at).is_none_or(|_| self.is_event(*at))
        };
        let mut before = (during.saturating_sub(2 * REACH)..during).rev().take_while(same);
        let noun = before.find(|&at| self.is_event(at) && self.word(at + 1) == "of")?;
        Some((phrase_start(self.doc, self.parse, self.clause, noun + 1)?, noun))
    }

    /// `in a January 2005 letter`: what is written is of the day of the writing.
    fn is_in_writing(&self, start: u32, last: u32) -> bool {
        let led = start > 1 && matches!(self.word(start - 1), "a" | "an") && self.word(start - 2) == "in";
        let written = matches!(
            self.word(last),
            "email"
                | "interview"
                | "letter"
                | "memo"
                | "memorandum"
                | "message"
                | "note"
                | "post"
                | "statement"
                | "tweet"
        );
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        led && written && verb.is_some_and(|v| v.main < start && v.tense == VerbTense::Past)
    }

    /// `2010 World Cup campaign`, `2024 Olympics bid`: a team's doings for a contest that the year names.
    fn is_of_contest(&self, first: u32, head: u32) -> bool {
        const CONTESTS: &[&str] =
            &["Championship", "Championships", "Cup", "Euro", "Games", "League", "Olympic", "Olympics", "Series"];
        matches!(self.word(head), "campaign" | "campaigns" | "bid" | "bids")
            && (first..head).any(|at| CONTESTS.contains(&self.word(at)))
    }

    /// `recalled the flood in 1953`: a year or month of what the verb calls to mind.
    fn is_about(&self, timex: &Timex) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        verb.is_some_and(|v| v.tokens.end < timex.tokens.start && sense_at(self.doc, v.main).is(Sense::ABOUT))
            && timex.date.as_deref().is_some_and(|date| when::grain(date) < 5)
    }

    /// `in late 19th century style`, `in 1920s clothes`: what is of that kind, not of that time.
    fn is_manner(&self, start: u32, end: u32, last: u32) -> bool {
        let age =
            (start..end).any(|at| matches!(self.word(at), "century" | "centuries") || self.word(at).ends_with("0s"));
        let lower = self.doc.tokens[last as usize].case == Case::Lower;
        let ends = !self.in_sentence(last + 1) || !self.is_plain(last + 1) && self.parse.verb_at(last + 1).is_none();
        // `the 19th-century dairy`
        let hyphen = (start + 1..end).any(|at| self.word(at) == "-" && self.word(at + 1).starts_with("centur"));
        age && (hyphen || lower && ends && !self.word(start).eq_ignore_ascii_case("the"))
    }

    /// `at 1980 levels`, `a senator and 2008 candidate`: a year that only says which of them is meant.
    fn is_of_kind(&self, tokens: TokenRange) -> bool {
        let number = tokens.len() == 1 && self.doc.tokens[tokens.start as usize].kind == TokenKind::Number;
        let Some(before) = tokens.start.checked_sub(1).filter(|&b| number && self.in_sentence(b)) else { return false };
        let led = matches!(self.word(before), "and" | "at" | "to" | "above" | "below" | "with" | "over");
        let noun = |at: u32| self.in_sentence(at) && self.is_plain(at) && self.parse.verb_at(at).is_none();
        let run = (tokens.end..tokens.end + 5).take_while(|&at| noun(at)).last();
        // `in 2004 and 2008 voters chose`, `in 2004 and 2008 elections`
        let listed =
            self.word(before) == "and" && before > 0 && self.doc.tokens[before as usize - 1].kind == TokenKind::Number;
        led && !listed && run.is_some_and(|last| !self.is_event(last) && !is_capital(self.doc, last))
    }

    /// `condemned attacks, including those in York on 25 June`: of one of the things that the clause is about.
    fn is_of_item(&self, start: u32) -> bool {
        let first = start.saturating_sub(REACH);
        let stops = |at: &u32| {
            self.parse.clause_of(*at) == Some(self.clause) && self.word(*at) != "," && self.parse.verb_at(*at).is_none()
        };
        let behind = (first..start).rev().take_while(stops).find(|&at| self.word(at) == "including");
        behind.is_some_and(|at| matches!(self.word(at + 1), "those" | "that" | "one" | "ones"))
    }

    /// Past `of the airliner` behind a noun.
    fn extended(&self, end: u32) -> u32 {
        if !self.in_sentence(end) || !matches!(self.word(end), "of" | "between" | "against") {
            return end;
        }
        let mut at = end + 1;
        while at - end < 9 && self.in_sentence(at) {
            let (word, class) = (self.word(at), sense_at(self.doc, at));
            let number = self.doc.tokens[at as usize].kind != TokenKind::Mark;
            let joins = matches!(word, "and" | "-") && self.in_sentence(at + 1) && is_capital(self.doc, at + 1);
            if !(joins || class.is(Sense::DETERMINER) || (number && !class.is(Sense::STOP))) || self.is_tensed(at) {
                break;
            }
            at += 1;
        }
        if at == end + 1 { end } else { at }
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
            let word = self.word(at).to_lowercase();
            if let Ok(found) = KNOWN.binary_search(&word.as_str()) {
                return Some(KNOWN[found]);
            }
            if !matches!(
                word.as_str(),
                "the" | "about" | "around" | "early" | "late" | "mid" | "this" | "-" | "only" | "just" | "at" | "least"
            ) {
                return None;
            }
        }
        None
    }

    /// `since the killing of the president in July 2021`: the noun that a preposition leads, behind which the words of
    /// time stand; its phrase's first token and itself.
    fn behind_noun(&self, start: u32, preposition: Option<&str>, about: bool) -> Option<(u32, u32)> {
        // `before Christmas`, `than in May`: a bound, not when the noun took place.
        if matches!(preposition, Some("after" | "before" | "since" | "until" | "till" | "than" | "through" | "by")) {
            return None;
        }
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        // `made its first flight Tuesday`, `played their last match on Friday`: the verb lends itself to the noun.
        let lends = |v: VerbGroup| {
            v.main < start
                && matches!(self.word(v.main), "made" | "make" | "makes" | "making" | "played" | "play" | "plays")
        };
        let eventive = verb.is_some_and(|v| !sense(self.doc.tokens[v.main as usize].hash).is(Sense::STATE) || lends(v));
        // `be sent out to consider their verdicts next week`: the whole is of next week.
        let loose = matches!(self.parse.clauses[self.clause].kind, ClauseKind::Participial | ClauseKind::Infinitive);
        let mut at = start;
        while at > 0 && start - at < REACH {
            at -= 1;
            let mark = self.doc.tokens[at as usize].kind == TokenKind::Mark
                && !matches!(self.word(at), "-" | "’" | "'" | "“" | "”" | "\"");
            if mark || !self.in_sentence(at) || self.parse.clause_of(at) != Some(self.clause) {
                return None;
            }
            if verb.is_some_and(|v| v.tokens.range().contains(&(at as usize))) {
                return None;
            }
            if !self.is_event(at) {
                continue;
            }
            let begin = phrase_start(self.doc, self.parse, self.clause, at + 1)?;
            if names_day(self.doc, TokenRange::new(begin, at)) {
                // `the 2009 crash … on Monday`: it has its date already.
                return None;
            }
            let lead = begin.checked_sub(1).filter(|&b| self.in_sentence(b)).map(|b| self.word(b).to_lowercase());
            let inner = matches!(
                lead.as_deref(),
                Some(
                    "since"
                        | "after"
                        | "before"
                        | "following"
                        | "of"
                        | "over"
                        | "about"
                        | "despite"
                        | "until"
                        | "from"
                        | "including"
                )
            );
            // `jailed for their roles in riots last month`
            let part =
                |back: u32| begin.checked_sub(back).filter(|&b| self.in_sentence(b)).map_or("", |b| self.word(b));
            let inner = inner
                || part(1) == "in"
                    && matches!(
                        part(2),
                        "role" | "roles" | "part" | "parts" | "involvement" | "participation" | "connection"
                    );
            // `cleared of murder on Monday`: no murder of that day.
            let bare = begin == at && matches!(lead.as_deref(), Some("of" | "over" | "about" | "from"));
            if bare {
                return None;
            }
            // `closed since a fire in May`
            if loose {
                let bound = matches!(lead.as_deref(), Some("since" | "after" | "before" | "following" | "until"));
                return bound.then_some((begin, at));
            }
            // `they meet in the first leg of the final on Thursday`
            let ahead_of = verb.is_some_and(|v| matches!(v.tense, VerbTense::Present | VerbTense::Future));
            let inner = inner && !(eventive && ahead_of && lead.as_deref() == Some("of"));
            // `set a hearing for 4 September`; `the flood of January 1953`
            let ahead = preposition == Some("for")
                || preposition == Some("of") && self.word(start - 1) == "of" && start - at <= 4;
            // `compared it to the evacuation from Iraq in 1991`
            let inner = inner || about;
            // Of the subject (`A fire on Thursday engulfed …`) the clause says the same.
            let subject = verb.is_some_and(|v| v.tokens.start > at);
            return (inner || ahead || (!eventive && !subject)).then_some((begin, at));
        }
        None
    }
}
