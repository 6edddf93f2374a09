//! Times of figures that are only compared with, and of things that are told one by one.

use super::Place;
use super::phrases::is_counted;
use crate::TokenRange;
use crate::document::TokenKind;

impl Place<'_> {
    /// `up from two in 2004`, `down from 12 million a year earlier`, `compared with 28 in May`, `more than in 2019`: the time
    /// of what is compared.
    pub(super) fn is_figure_of_then(&self, start: u32) -> bool {
        const FAR: u32 = 10;
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
                "with" | "to" if before == "compared" => return true,
                ";" | "which" | "that" | "when" | "who" => return false,
                _ => {}
            }
        }
        false
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
}
