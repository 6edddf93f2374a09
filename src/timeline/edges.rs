//! What says nothing at the edges of the words shown: conjunctions, marks, half pairs of quotes, who says so.
//!
//! Absent here: which words are shown ([`label`](super::label)).

use super::attach;
use super::candidates::{FAR, MANY, Reader, is_capital};
use super::lexicon::{Group, Sense};
use crate::TokenRange;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};

impl Reader<'_> {
    /// Conjunctions, marks and half pairs of quotes at the edges say nothing.
    pub(super) fn trim(&self, range: TokenRange) -> TokenRange {
        let (mut start, mut end) = (range.start, range.end);
        // `As a child she swam`, `Since 2019 sales have grown`: what opens no clause stays.
        let opener = |at: u32| {
            let kind = self.parse.clause_of(at).map(|c| self.parse.clauses[c].kind);
            let joins = matches!(self.word(at), "and" | "or" | "but" | "so" | "then" | "however" | "yet" | "because");
            // `…; that vote is on Friday`: which.
            let which = self.word(at) == "that"
                && at > 0
                && self.word(at - 1) == ";"
                && self.parse.verb_at(at + 2).is_some_and(|v| v.tokens.start == at + 2);
            // `As of Friday the town was shut`
            self.sense(at).is(Sense::LEADING)
                && !which
                && self.word(at + 1) != "of"
                && (joins || !matches!(kind, Some(ClauseKind::Main | ClauseKind::Coordinated)))
        };
        // `find out what caused it`
        let out = |at: u32| {
            let asks = matches!(self.word(at + 1), "what" | "who" | "how" | "why" | "where" | "when" | "whether");
            self.word(at) == "out" && at + 1 < end && asks
        };
        // `“The Salt Line” will open on Friday`
        let title = |at: u32| {
            let near = at + 2..end.saturating_sub(1).min(at + 12);
            matches!(self.word(at), "“" | "\"")
                && self.is_quoted(at)
                && near.into_iter().any(|close| matches!(self.word(close), "”" | "\"") && !self.is_quoted(close))
        };
        // `By the time the mill shut in 2008`
        if start + 3 < end && self.is_by_the_time(start) {
            start += 3;
        }
        while start + 1 < end && (self.opens_nothing(start) && !title(start) || opener(start) || out(start)) {
            start += 1;
        }
        // `promised an update: “The minister`: the beginning of a quotation.
        let closes = |at: &u32| matches!(self.word(*at), "”" | "\"");
        let late = end.saturating_sub(FAR).max(start + 2)..end;
        if let Some(quote) = late.clone().rev().find(|&at| matches!(self.word(at), "“" | "\"" | "”"))
            && self.word(quote) != "”"
            && self.is_quoted(quote)
            && matches!(self.word(quote - 1), ":" | ",")
            && !(quote + 1..end).any(|at| closes(&at))
        {
            // `blamed the smell on, in her words, “old soup”`
            let last = self.doc.sentences[self.number].tokens.end.min(quote + FAR / 2);
            let whole = (quote + 1..last).find(closes).filter(|_| self.word(quote - 2) == "words");
            end = whole.map_or(quote, |close| close + 1);
        }
        let after = |at: u32| if at < self.doc.sentences[self.number].tokens.end { self.word(at) } else { "" };
        // `is on track for 2011, but if sped up`: what is left out goes on there.
        // `came to power in 2002, but claims of fraud continue`
        let dated = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.end == at && t.tokens.start > start);
        let goes_on = |at: &u32| {
            self.word(*at) == ","
                && !self.parse.clause_of(at + 1).is_some_and(|clause| self.takes_back(clause))
                && (after(at + 1) == "but" && dated(*at)
                    || matches!(after(at + 1), "but" | "and" | "yet" | "so")
                        && matches!(
                            after(at + 2),
                            "if" | "unless" | "although" | "though" | "while" | "whilst" | "because"
                        ))
        };
        end = (start + 2..end.min(start + FAR)).find(goes_on).unwrap_or(end);
        const JOINS: &[&str] =
            &["after", "before", "as", "when", "if", "though", "while", "whilst", "once", "because", "until"];
        let joins = |at: u32| JOINS.contains(&after(at));
        // `three years after that`
        let that = |at: u32| self.word(at - 1) == "that" && dated(at);
        while end > start + 1
            && !that(end)
            && (self.closes_nothing(end - 1, start) || joins(end) && self.sense(end - 1).is(Sense::NEAR))
        {
            end -= 1;
        }
        // `when they reached the place they found …`
        let pronoun = |at: u32| matches!(self.word(at), "he" | "she" | "they" | "we" | "I");
        if end > start + 2 && pronoun(end - 1) && self.parse.verb_at(end).is_some() {
            end -= 1;
        }
        // `were opened at 4:35, after`
        while end > start + 2 && matches!(self.word(end - 1), "after" | "before") && self.is_mark(end - 2) {
            end -= 2;
        }
        // `had begun a new job, his sister, Ann Lee, told the paper`: who says so.
        if after(end) == "," && self.parse.verb_at(end + 1).is_some_and(|v| self.sense(v.main).is(Sense::SAY)) {
            let comma = |before: u32| (start + 2..before).rev().take(6).find(|&at| self.word(at) == ",");
            let part = |from: u32, to: u32| (from + 1..to).all(|at| self.parse.verb_at(at).is_none());
            let name = |at: u32| is_capital(self.doc, at + 1) || attach::is_counted(self.doc, at + 1);
            end = comma(end)
                .filter(|&at| name(at) && part(at, end))
                .and_then(|at| comma(at).filter(|&first| part(first, at)))
                .unwrap_or(end);
        }
        // `has sunk off Malta the coast guard said`: who says so, also without a comma.
        if end < self.doc.sentences[self.number].tokens.end
            && self.parse.verb_at(end).is_some_and(|v| v.tokens.len() == 1 && self.sense(v.main).is(Sense::SAY))
            && matches!(after(end + 1), "" | ".")
        {
            let noun = |at: &u32| {
                !self.is_mark(*at) && !self.sense(*at).is(Sense::STOP) || matches!(self.word(*at), "the" | ".")
            };
            let run = (start + 3..end).rev().take(6).take_while(noun);
            let the = run.take_while(|&at| self.parse.verb_at(at).is_none()).find(|&at| self.word(at) == "the");
            let whole = |at: &u32| {
                let before = self.sense(at - 1);
                !self.is_mark(at - 1)
                    && !before.is(Sense::STOP.with(Sense::PREPOSITION))
                    && self.parse.verb_at(at - 1).is_none()
            };
            let told = self.parse.verbs.iter().any(|v| v.main > start && v.main + 1 < end);
            end = the.filter(|at| told && whole(at)).unwrap_or(end);
        }
        // `fell apart on Friday after the club, led by Lee, walked out`: whose verb is cut off.
        if after(end) == "," && self.parse.clause_of(end + 1) != self.parse.clause_of(start) {
            let verb = self.parse.verbs.partition_point(|v| v.tokens.start < end);
            let cut = self.parse.verbs[verb..].iter().take(3).skip(1).any(|v| after(v.tokens.start - 1) == ",");
            // Not the participle of `the Lee-backed club`.
            let tensed = |v: &&VerbGroup| v.tense != VerbTense::None;
            let last = self.parse.verbs[..verb].iter().rev().take(4).find(tensed).map_or(start, |v| v.tokens.end);
            let lead = (last.max(start + 2)..end).rev().take(12).find(|&at| joins(at));
            // `…, hours after the mayor, in her last days, left`: with its measure.
            let measure = |lead: u32| {
                let comma = (start + 2..lead).rev().take(4).find(|&at| self.word(at) == ",");
                comma.filter(|_| self.sense(lead - 1).is(Sense::UNIT)).unwrap_or(lead)
            };
            end = lead.filter(|_| cut).map_or(end, measure);
        }
        // `put up a notice saying that with prices having fallen, the rise was too high`: what it said is cut off.
        let with = (start + 3..end).rev().take(40).find(|&at| self.word(at) == "that" && self.word(at + 1) == "with");
        if let Some(that) = with.filter(|&at| after(end) == "," && !(at..end).any(|at| self.word(at) == ",")) {
            end = that - u32::from(self.word(that - 1).ends_with("ing"));
        }
        // `ending a fight and setting up what both sides expect`: what is set up is cut off.
        if matches!(after(end), "what" | "how" | "whatever") {
            let and = (start + 3..end).rev().take(4).find(|&at| self.word(at) == "and");
            let cut = |and: u32| self.word(and + 1).ends_with("ing") && self.parse.verb_at(and + 1).is_some();
            end = and.filter(|&and| cut(and)).unwrap_or(end);
        }
        // `signed by nine states, three of which …`, `arrived but, despite their efforts, …`
        if after(end) == "of" && matches!(after(end + 1), "which" | "whom") {
            let comma = (start + 1..end).rev().take(4).find(|&at| self.word(at) == ",");
            end = comma.unwrap_or(end);
        }
        // `died when a wall fell, an accident in which nine were hurt`: told of what stands before.
        let related = matches!(after(end), "in" | "by" | "for" | "from" | "of" | "on" | "to")
            && matches!(after(end + 1), "which" | "whom")
            || matches!(after(end), "that" | "which" | "who" | "whose" | "he" | "she" | "they" | "it");
        if related && self.parse.clause_of(end) != self.parse.clause_of(end - 1) {
            let comma = (start + 3..end).rev().take(6).find(|&at| self.word(at) == ",");
            let noun = |comma: u32| {
                matches!(self.word(comma + 1), "a" | "an")
                    && (comma + 1..end).all(|at| !self.is_mark(at) && self.parse.verb_at(at).is_none())
            };
            let told = |comma: u32| {
                self.parse.verbs.iter().any(|v| v.main >= start && v.main < comma && v.tense != VerbTense::None)
            };
            end = comma.filter(|&comma| noun(comma) && told(comma)).unwrap_or(end);
        }
        // `marked the day for those who died`
        let those = end > start + 3 && self.word(end - 1) == "those" && matches!(after(end), "who" | "which" | "whose");
        if those {
            end -= 1 + u32::from(self.sense(end - 2).is(Sense::PREPOSITION));
        }
        // `for the lifting of the “suffocating siege”`
        let led = self.sense(end - 1).is(Sense::PREPOSITION.with(Sense::DETERMINER)) || after(end - 1) == "of";
        let quote = end + u32::from(after(end) == "the");
        if led && matches!(after(quote), "“" | "\"") {
            let closes = (quote + 1..quote + 14).find(|&at| matches!(after(at), "”" | "\""));
            // `the town’s “no cars” rule dropped again`
            let plain = |at: &u32| {
                let word = !after(*at).is_empty() && !self.is_mark(*at) && !self.sense(*at).is(Sense::STOP);
                word && self.parse.verb_at(*at).is_none_or(|v| v.tense == VerbTense::None)
            };
            end = closes.map_or(end, |at| (at + 1..at + 5).find(|at| !plain(at)).unwrap_or(at + 5));
        }
        let but = (start + 2..end).rev().take(12).find(|&at| self.word(at) == "but" && after(at + 1) == ",");
        if let Some(but) = but.filter(|&at| {
            let verb = self.parse.verbs.partition_point(|v| v.main < at);
            self.parse.verbs.get(verb).is_none_or(|v| v.main >= end)
        }) {
            end = but - u32::from(self.is_mark(but - 1));
        }
        // `…, hours after the storm`: the measure goes with what was cut off.
        let next = self.doc.tokens.get(range.end as usize).map_or("", |_| self.word(range.end));
        if matches!(next, "after" | "before" | "since") && self.sense(end - 1).is(Sense::UNIT) {
            let comma = (start + 1..end).rev().take(5).find(|&at| self.word(at) == ",");
            end = comma.unwrap_or(end);
        }
        // `said the killing “must stop, and must stop now”`
        let inside = end > start + 1 && self.is_quoted(end - 1) && !self.is_quoted(start);
        let last = self.doc.sentences[self.number].tokens.end.min(end + 24);
        let close = (end..last).find(|&at| inside && !self.is_quoted(at));
        TokenRange::new(start, close.map_or(end, |close| close + 1))
    }

    pub(super) fn opens_nothing(&self, at: u32) -> bool {
        self.is_mark(at) && !matches!(self.word(at), "$" | "£" | "€" | "#")
    }

    pub(super) fn closes_nothing(&self, at: u32, start: u32) -> bool {
        let word = self.word(at);
        // A bracket or quote that was opened inside stays.
        let opener = match word {
            ")" => "(",
            "]" => "[",
            "”" => "“",
            "\"" => "\"",
            "%" => return false,
            _ if self.is_mark(at) => return true,
            _ => return self.sense(at).is(Sense::TRAILING),
        };
        !(start.max(at.saturating_sub(FAR))..at).any(|i| self.word(i) == opener)
    }

    /// A verb alone, without who or what, is nothing to read.
    pub(super) fn says_nothing(&self, shown: TokenRange) -> bool {
        shown.range().take(4).filter(|&at| !self.is_mark(at as u32)).count() < 2
    }

    /// `this will occur on Monday`: nothing but that something happens then.
    pub(super) fn says_only_when(&self, verb: &VerbGroup, shown: TokenRange) -> bool {
        let first = verb.tokens.start.saturating_sub(1);
        let pointing = first >= shown.start
            && matches!(self.lower(first).as_ref(), "this" | "that" | "it" | "he" | "she" | "they");
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        // `That is why, on Monday`: what is cut off there.
        let why = pointing
            && matches!(self.word(verb.main), "is" | "was" | "'s" | "’s")
            && matches!(self.behind(verb, 1), "why" | "how" | "where" | "when")
            && !self.parse.verbs.iter().any(|v| v.main > verb.main && v.main < shown.end);
        if why {
            return true;
        }
        let empty =
            |at: u32| self.is_mark(at) || timed(at) || self.sense(at).is(Sense::PREPOSITION) || self.word(at) == "and";
        let (it, next) = (pointing && self.lower(first) == "it", verb.tokens.end);
        // `a fall from the year before, when it was forty percent`
        let joined = first > 0 && self.word(first - 1) == "when";
        // `It was, however, only on 1 March`, `it emerged on Monday, a call …`: what it was is cut off.
        let only =
            |at: u32| empty(at) || matches!(self.word(at), "only" | "not" | "however" | "then" | "until" | "later");
        if it && matches!(self.word(verb.main), "was" | "is" | "emerged" | "transpired") && (next..shown.end).all(only)
        {
            return true;
        }
        let gap = (next..shown.end).find(|&at| !empty(at) || self.word(at) == ",");
        if it && matches!(self.word(verb.main), "emerged" | "transpired") && gap.is_some_and(|at| self.word(at) == ",")
        {
            return true;
        }
        if it && self.word(verb.main) == "was" && (joined || attach::is_counted(self.doc, next)) {
            return true;
        }
        // `until it came to a close on Sunday`
        let close = self.word(verb.main) == "came"
            && self.behind(verb, 1) == "to"
            && matches!(self.behind(verb, 3), "close" | "end" | "halt" | "stop");
        let last = next + if close { 3 } else { 0 };
        pointing
            && (close || self.is_of(verb.main, Group::Blank))
            && (shown.start..first).all(empty)
            && (last..shown.end.min(next + FAR)).all(empty)
    }
}
