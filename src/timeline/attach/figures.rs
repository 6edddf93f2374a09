//! Times of figures that are only compared with, and of things that are told one by one.

use super::phrases::is_counted;
use super::{Place, is_capital};
use crate::TokenRange;
use crate::document::TokenKind;
use crate::grammar::VerbTense;
use crate::timeline::lexicon::{Sense, sense_at};

impl Place<'_> {
    /// `up from two in 2004`, `down from 12 million a year earlier`, `compared with 28 in May`, `more than in 2019`: the time
    /// of what is compared.
    pub(super) fn is_figure_of_then(&self, tokens: TokenRange) -> bool {
        let start = tokens.start;
        const FAR: u32 = 10;
        // `up 4% on 2022`, `down on last year`
        let on = start > 1 && self.in_sentence(start - 2) && self.word(start - 1) == "on";
        if on && self.is_base(tokens) {
            return true;
        }
        let aside = |at: u32| at > 0 && self.doc.tokens[at as usize - 1].kind == TokenKind::Mark;
        let mut at = start;
        while at > 0 && start - at < FAR && self.in_sentence(at - 1) {
            at -= 1;
            let before = at.checked_sub(1).map_or("", |b| self.word(b));
            match self.word(at) {
                "from" if matches!(before, "up" | "down") && aside(at - 1) => {
                    // Not `came down from the hills in 2004`: a figure follows, or the words of time themselves.
                    let figure = |at: u32| is_counted(self.doc, at) || !self.word(at).starts_with(char::is_alphabetic);
                    let to = (at + 1..start).any(|at| self.word(at) == "to");
                    return !to && (at + 1 == start || (at + 1..start.min(at + 5)).any(figure));
                }
                // `climbed to 2.1 million from 1.6 million in 2023`
                "from" if at + 2 < start && (at + 1..at + 3).any(|at| is_counted(self.doc, at)) => {
                    let mut to = (at.saturating_sub(FAR)..at).rev().take_while(|&b| self.in_sentence(b));
                    let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize].main);
                    let risen = to.any(|b| self.word(b) == "to" && verb.is_some_and(|v| v + 3 > b && v < b));
                    return risen && !(at + 1..start).any(|at| self.word(at) == "to");
                }
                // `fell to 4%, from a high of 11% in 2012`
                "from" if matches!(self.word(at + 2), "high" | "low" | "peak" | "record") && at + 3 < start => {
                    // Not `from a low of 8% in 2007 to 20% in 2010`.
                    return !(at + 1..tokens.end).any(|at| self.word(at) == "to");
                }
                // `well below the 70% recorded in 2019`
                "above" | "below" | "than" if self.word(at + 1) == "the" && is_counted(self.doc, at + 2) => {
                    let seen = |at: u32| matches!(self.word(at), "recorded" | "registered" | "reported" | "seen");
                    return (at + 3..start).all(|at| self.parse.verb_at(at).is_none() || seen(at));
                }
                "with" | "to" if before == "compared" => return true,
                ";" | "which" | "that" | "when" | "who" => return false,
                _ => {}
            }
        }
        false
    }

    /// `2022`, `May`, `last year` behind `on`, which leads no such time: what figures are measured by.
    fn is_base(&self, tokens: TokenRange) -> bool {
        let (first, last) = (self.word(tokens.start), tokens.end - 1);
        if self.in_sentence(tokens.end) && matches!(self.word(tokens.end), "'s" | "’s") {
            return false;
        }
        let year = self.doc.tokens[last as usize].kind == TokenKind::Number && self.word(last).len() == 4;
        // Not `on June seventh`.
        let mark = |at: u32| !self.in_sentence(at) || self.doc.tokens[at as usize].kind == TokenKind::Mark;
        let alone = || mark(last + 1) || sense_at(self.doc, last + 1).is(Sense::STOP);
        if tokens.len() == 1 && (year || sense_at(self.doc, last).is(Sense::MONTH) && alone()) {
            return true;
        }
        let last =
            matches!(first, "last" | "the") && matches!(self.word(last), "year" | "month" | "quarter" | "season");
        let near = tokens.start.saturating_sub(6)..tokens.start - 1;
        let figure = |at: u32| is_counted(self.doc, at) || matches!(self.word(at), "up" | "down" | "%");
        last && near.into_iter().any(|at| self.in_sentence(at) && figure(at))
    }

    /// `condemned attacks, including those in York on 25 June`, `has tested many rockets, including a large one in 2003`,
    /// `has had nine fires, including two, in York on 3 May and in Hull on 9 June`: of some of the things that the clause is
    /// about.
    pub(super) fn is_of_item(&self, start: u32) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize].tense);
        let perfect = verb == Some(VerbTense::PresentPerfect);
        let stops = |at: &u32| {
            // `including two, in York on 3 May`
            let place = perfect && self.word(*at + 1) == "in" && is_capital(self.doc, *at + 2);
            let comma = self.word(*at) == "," && !place;
            self.parse.clause_of(*at) == Some(self.clause) && !comma && self.parse.verb_at(*at).is_none()
        };
        // `leaves with 61 goals, among them the hat-trick in York on Boxing Day`
        let among = |at: u32| self.word(at) == "them" && at > 0 && self.word(at - 1) == "among";
        let mut behind = (start.saturating_sub(24)..start).rev().take_while(stops);
        let behind = behind.find(|&at| self.word(at) == "including" || among(at));
        behind.is_some_and(|at| {
            if among(at) {
                return true;
            }
            // `including two against York on 3 May`
            let some = is_counted(self.doc, at + 1) && sense_at(self.doc, at + 2).is(Sense::STOP);
            perfect || some || matches!(self.word(at + 1), "those" | "that" | "one" | "ones")
        })
    }

    /// `told of the arrest of two writers, one in 2003 and the other last year`: each arrest has its own time, and the clause
    /// none. Not `freed two writers, one in 2003 …`.
    pub(super) fn is_dealt_out(&self, tokens: TokenRange) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map_or(0, |v| self.parse.verbs[v as usize].main);
        let from = tokens.start.saturating_sub(24).max(verb + 1);
        let arrest = |at: u32| self.is_event(at) && self.in_sentence(at + 1) && self.word(at + 1) == "of";
        if !(from..tokens.start).any(arrest) {
            return false;
        }
        let led = |start: u32| u32::from(start > 0 && matches!(self.word(start - 1), "in" | "on"));
        let start = tokens.start - led(tokens.start);
        let before =
            |back: u32| start.checked_sub(back).filter(|&at| self.in_sentence(at)).map_or("", |at| self.word(at));
        let after = |more: u32| if self.in_sentence(tokens.end + more) { self.word(tokens.end + more) } else { "" };
        let first = matches!(before(2), "," | "–" | "—" | "(" | ":" | "-")
            && before(1) == "one"
            && matches!(after(u32::from(after(0) == ",")), "and" | "the" | "another");
        let other =
            matches!((before(2), before(1)), ("the", "other" | "second" | "third") | ("and", "another" | "one"))
                && (start.saturating_sub(16)..start.saturating_sub(2)).any(|at| {
                    self.in_sentence(at)
                        && self.word(at) == "one"
                        && at > 0
                        && self.doc.tokens[at as usize - 1].kind == TokenKind::Mark
                });
        first || other
    }

    /// `the highest in January since 2012`, `its first drop since May`: how long nothing was like it.
    pub(super) fn is_of_record(&self, tokens: TokenRange) -> bool {
        const FAR: u32 = 10;
        let bound = |at: u32, words: &[&str]| self.in_sentence(at) && words.contains(&self.word(at));
        let since = tokens.start > 0 && bound(tokens.start - 1, &["since"]) || bound(tokens.end, &["since", "for"]);
        let part = |at: &u32| {
            let mark = matches!(self.word(*at), "," | ";" | "(" | "—" | "–");
            self.parse.clause_of(*at) == Some(self.clause) && !mark && self.parse.verb_at(*at).is_none()
        };
        let mut before = (tokens.start.saturating_sub(FAR)..tokens.start).rev().take_while(part);
        // `her first since York in May`
        let name = |at: u32| {
            let timed = sense_at(self.doc, at).is(Sense::DAY.with(Sense::MONTH));
            is_capital(self.doc, at) && !timed && !self.is_event(at) || matches!(self.word(at), "in" | "at" | "the")
        };
        let far = before.clone().take(4).find(|&at| self.word(at) == "since");
        let since = since || far.is_some_and(|far| (far + 1..tokens.start).all(name));
        since && before.any(|at| super::since::is_superlative(self.doc, at))
    }

    /// `Ann Lee, the champion in 2022 and 2023, lost`: of who the clause is about. Not `A blast, an attack on Monday, …`,
    /// `In York, a march on Monday, …`, `The mayor, on Monday, …`.
    pub(super) fn is_of_who(&self, tokens: TokenRange) -> bool {
        let this = &self.parse.clauses[self.clause];
        let Some(verb) = this.verb.map(|v| self.parse.verbs[v as usize]) else { return false };
        let first = this.tokens.start;
        let inside = |at: &u32| self.parse.clause_of(*at) == Some(self.clause) && self.parse.verb_at(*at).is_none();
        // Not the one in `1971, 1972 and 1973`.
        let number = |at: u32| self.doc.tokens[at as usize].kind == TokenKind::Number;
        let comma = |at: &u32| self.word(*at) == "," && !(number(at - 1) && number(at + 1));
        let open = (first + 1..tokens.start).rev().take(12).take_while(inside).find(comma);
        let close = (tokens.end..verb.tokens.start).take(8).take_while(inside).find(comma);
        let (Some(open), Some(_)) = (open, close) else { return false };
        let other = Sense::PREPOSITION.with(Sense::LEADING).with(Sense::MONTH).with(Sense::DAY);
        let noun = |at: u32| !sense_at(self.doc, at).is(other) && self.doc.tokens[at as usize].kind == TokenKind::Word;
        tokens.start > open + 2
            && noun(first)
            && noun(open + 1)
            && !is_capital(self.doc, open + 1)
            // `Her new atlas, out on Tuesday, …`
            && !matches!(self.word(open + 1), "out" | "due" | "back")
            && !(open + 1..tokens.start).any(|at| self.is_event(at))
    }

    /// `reported a profit of £2m for the year to 30 September, down from £3m the year before`: the times of what is reported,
    /// not of the report.
    pub(super) fn is_of_report(&self, tokens: TokenRange) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let Some(verb) = verb.filter(|v| v.tense == VerbTense::Past && v.main < tokens.start) else { return false };
        let report = matches!(self.word(verb.main), "reported" | "posted" | "published" | "announced" | "unveiled");
        let from = verb.main + 1..tokens.start;
        let figures = |at: u32| sense_at(self.doc, at).is(Sense::FIGURE);
        report && !verb.passive && from.take(12).any(figures) && {
            let ends = |at: u32| matches!(self.word(at), "to" | "ended" | "ending");
            let ended =
                tokens.start > 1 && ends(tokens.start - 1) && sense_at(self.doc, tokens.start - 2).is(Sense::UNIT);
            ended || self.is_figure_of_then(tokens) || super::compares(self.doc, tokens) || {
                let last = self.word(tokens.end - 1);
                matches!(last, "before" | "earlier" | "quarter" | "half" | "year")
            }
        }
    }
}
