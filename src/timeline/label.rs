//! The words that stand for an event on the timeline.
//!
//! Absent here: what the clause means.

use super::attach;
use super::candidates::{FAR, MANY, Reader};
use super::lexicon::{Sense, sense_at};
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::document::{Case, TokenKind};
use crate::grammar::{ClauseKind, VerbTense};

impl Reader<'_> {
    /// The words shown for a clause, without conjunctions and marks at its edges.
    pub(super) fn shown(&self, clause: usize) -> TokenRange {
        let this = &self.parse.clauses[clause];
        let mut range = this.tokens;
        if this.kind == ClauseKind::Infinitive
            && let Some(parent) = self.parent(clause)
        {
            // `agreed to meet on Friday`
            range.start = self.parse.clauses[parent].tokens.start;
        }
        // What belongs to it behind its own words: infinitives, participles, what was said.
        let mut inside = vec![clause];
        for (number, child) in self.parse.clauses.iter().enumerate().skip(clause + 1) {
            if child.tokens.start > range.end || child.tokens.start < range.start {
                continue;
            }
            if !child.parent.is_some_and(|p| inside.contains(&(p as usize))) {
                continue;
            }
            let belongs = match child.kind {
                ClauseKind::Infinitive | ClauseKind::Participial => {
                    !self.is_mark(child.tokens.start.saturating_sub(1)) || child.kind == ClauseKind::Infinitive
                }
                // A quotation that follows is left out.
                ClauseKind::Content => !self.is_quoted(child.tokens.start) || self.is_quoted(range.start),
                ClauseKind::Coordinated => self.only_continues(number),
                ClauseKind::Subordinate => {
                    self.verb(number).is_some_and(|v| v.tense == VerbTense::None)
                        && !self.is_mark(child.tokens.start.saturating_sub(1))
                }
                _ => false,
            };
            if belongs {
                inside.push(number);
                range.end = range.end.max(child.tokens.end);
            }
            if inside.len() > 16 {
                break;
            }
        }
        let passive = self.verb(clause).is_some_and(|v| v.passive && v.tense == VerbTense::None);
        // `the bridge built in 1990`, `the last market, held in 2019`
        let reduced = this.kind == ClauseKind::Participial && passive;
        if this.kind == ClauseKind::Relative && matches!(self.word(range.start), "where" | "when") {
            range.start += 1;
        } else if this.kind == ClauseKind::Relative || reduced {
            let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
            // `the agency, based in Oslo and founded in 1957`: the noun before the first participle.
            let and = range.start.checked_sub(1).filter(|_| reduced && self.word(range.start) == "and");
            let first = and.and_then(|at| self.parse.clause_of(at));
            let first = first.filter(|&c| self.parse.clauses[c].kind == ClauseKind::Participial).unwrap_or(clause);
            let antecedent = attach::antecedent(self.doc, &self.parse, first).filter(|&at| !timed(at));
            range.start = antecedent.unwrap_or(range.start);
        } else {
            range.start = self.behind_preamble(clause, self.behind_dateline(range.start));
        }
        self.trim(range)
    }

    /// `LEEDS, England — Two men …`, `Q: Who …`, `2. The first …`: what stands before the sentence itself.
    pub(super) fn behind_dateline(&self, start: u32) -> u32 {
        let sentence = self.doc.sentences[self.number].tokens;
        if start != sentence.start || sentence.len() < 4 {
            return start;
        }
        if let Some(stamp) = self.entry.stamp {
            return stamp.end.min(sentence.end - 1);
        }
        let token = |at: u32| &self.doc.tokens[at as usize];
        let label = token(start).span.len() <= 2 && matches!(self.word(start + 1), ":" | "." | ")");
        if label {
            return start + 2;
        }
        let dash = |at: &u32| {
            matches!(self.word(*at), "—" | "–")
                || self.word(*at) == "-" && token(*at).space_before && token(at + 1).space_before
        };
        let upper = |at: u32, more: u32| token(at).case == Case::Upper && token(at).span.len() > more;
        let place = upper(start, 3) || upper(start, 1) && upper(start + 1, 1);
        let end = if place { (start + 12).min(sentence.end - 1) } else { start };
        (start + 1..end).find(dash).map_or(start, |at| at + 1)
    }

    pub(super) fn is_mark(&self, at: u32) -> bool {
        self.doc.tokens[at as usize].kind == TokenKind::Mark
    }

    /// `In the wake of the vote, the two parties met`: the first comma before the verb, unless words of time stand
    /// before it.
    pub(super) fn behind_preamble(&self, clause: usize, start: u32) -> u32 {
        let Some(verb) = self.verb(clause) else { return start };
        let own = |at: u32| self.parse.clause_of(at) == Some(clause);
        let comma = (start..verb.tokens.start.min(start + FAR)).find(|&at| own(at) && self.word(at) == ",");
        let Some(comma) = comma else { return start };
        // `At least 26 people, officials say, …`, `About 5,000 …`: a measure, which the subject begins with.
        let next = start + 1;
        let measure =
            self.doc.tokens[next as usize].kind == TokenKind::Number || matches!(self.word(next), "least" | "most");
        let preamble = (sense_at(self.doc, start).is(Sense::PREPOSITION) && !measure) || !own(start);
        let first = self.timexes.partition_point(|t| t.tokens.end <= start);
        let mut before = self.timexes[first..].iter().take(8).take_while(|t| t.tokens.start < comma);
        let timed = before.any(|t| t.date.is_some() || t.kind == TimexKind::Date);
        if preamble && !timed && comma + 1 < verb.tokens.start { comma + 1 } else { start }
    }

    /// Conjunctions, marks and half pairs of quotes at the edges say nothing.
    pub(super) fn trim(&self, range: TokenRange) -> TokenRange {
        let (mut start, mut end) = (range.start, range.end);
        // `As a child she swam`, `Since 2019 sales have grown`: what opens no clause stays.
        let opener = |at: u32| {
            let kind = self.parse.clause_of(at).map(|c| self.parse.clauses[c].kind);
            let joins = matches!(self.word(at), "and" | "or" | "but" | "so" | "then" | "however" | "yet" | "because");
            sense_at(self.doc, at).is(Sense::LEADING)
                && (joins || !matches!(kind, Some(ClauseKind::Main | ClauseKind::Coordinated)))
        };
        while start + 1 < end && (self.opens_nothing(start) || opener(start)) {
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
            end = quote;
        }
        let after = |at: u32| if at < self.doc.sentences[self.number].tokens.end { self.word(at) } else { "" };
        let joins = |at: u32| {
            matches!(
                after(at),
                "after" | "before" | "as" | "when" | "if" | "though" | "while" | "once" | "because" | "until"
            )
        };
        while end > start + 1
            && (self.closes_nothing(end - 1, start) || joins(end) && sense_at(self.doc, end - 1).is(Sense::NEAR))
        {
            end -= 1;
        }
        // `signed by nine states, three of which …`, `arrived but, despite their efforts, …`
        if after(end) == "of" && matches!(after(end + 1), "which" | "whom") {
            let comma = (start + 1..end).rev().take(4).find(|&at| self.word(at) == ",");
            end = comma.unwrap_or(end);
        }
        // `marked the day for those who died`
        let those = end > start + 3 && self.word(end - 1) == "those" && matches!(after(end), "who" | "which" | "whose");
        if those {
            end -= 1 + u32::from(sense_at(self.doc, end - 2).is(Sense::PREPOSITION));
        }
        // `for the lifting of the “suffocating siege”`
        let led = sense_at(self.doc, end - 1).is(Sense::PREPOSITION.with(Sense::DETERMINER)) || after(end - 1) == "of";
        let quote = end + u32::from(after(end) == "the");
        if led && matches!(after(quote), "“" | "\"") {
            let closes = (quote + 1..quote + 14).find(|&at| matches!(after(at), "”" | "\""));
            end = closes.map_or(end, |at| at + 1);
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
        if matches!(next, "after" | "before" | "since") && sense_at(self.doc, end - 1).is(Sense::UNIT) {
            let comma = (start + 1..end).rev().take(5).find(|&at| self.word(at) == ",");
            end = comma.unwrap_or(end);
        }
        TokenRange::new(start, end)
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
            _ => return sense_at(self.doc, at).is(Sense::TRAILING),
        };
        !(start.max(at.saturating_sub(FAR))..at).any(|i| self.word(i) == opener)
    }

    /// Where the subject stands, for a clause that has none of its own: before the verb of the one around it.
    /// Also gives the number of that clause.
    pub(super) fn subject(&self, clause: usize, shown: TokenRange) -> Option<(TokenRange, usize)> {
        let verb = self.verb(clause)?;
        let own = (shown.start.max(verb.tokens.start.saturating_sub(FAR))..verb.tokens.start)
            .any(|at| self.doc.tokens[at as usize].kind == TokenKind::Word);
        let kind = self.parse.clauses[clause].kind;
        let lacks = matches!(kind, ClauseKind::Coordinated | ClauseKind::Participial | ClauseKind::Subordinate);
        if own || !lacks {
            return None;
        }
        let mut at = clause;
        for _ in 0..8 {
            at = self.parent(at)?;
            let outer = &self.parse.clauses[at];
            let verb = self.verb(at)?;
            if !matches!(outer.kind, ClauseKind::Coordinated | ClauseKind::Participial) {
                let start = self.behind_preamble(at, self.behind_dateline(outer.tokens.start));
                let end = verb.tokens.start.min(shown.start);
                return (start < end).then(|| (TokenRange::new(start, end), at));
            }
        }
        None
    }

    /// A verb alone, without who or what, is nothing to read.
    pub(super) fn says_nothing(&self, shown: TokenRange) -> bool {
        shown.range().take(4).filter(|&at| !self.is_mark(at as u32)).count() < 2
    }

    /// The subject to be read before a clause shown without its own (`and left for York`), as few words as say who; with
    /// the auxiliary where the clause shares that too (`was arrested and charged`).
    pub(super) fn supplied(&self, clause: usize, shown: TokenRange) -> Option<TokenRange> {
        let verb = self.verb(clause)?;
        if verb.tense == VerbTense::None {
            return None;
        }
        let (range, owner) = self.subject(clause, shown)?;
        let mut start = range.start;
        // `On Tuesday the mayor …`, `Today, …`
        let first = self.timexes.partition_point(|t| t.tokens.end <= start);
        let lead = self.timexes[first..].iter().take(2).map(|t| t.tokens).find(|t| t.start <= start + 2);
        if let Some(timed) = lead.filter(|t| t.end < range.end) {
            start = timed.end;
        }
        while start < range.end && (self.opens_nothing(start) || sense_at(self.doc, start).is(Sense::LEADING)) {
            start += 1;
        }
        let ends =
            |at: &u32| self.parse.clause_of(*at) != Some(owner) || matches!(self.word(*at), "," | "(" | "—" | "–");
        let mut end = (start..range.end).find(ends).unwrap_or(range.end);
        while end > start + 1 && sense_at(self.doc, end - 1).is(Sense::POINTER) {
            end -= 1;
        }
        let said_before = sense_at(self.doc, start).is(Sense::PREPOSITION);
        if start >= end || end - start > 14 || said_before {
            return None;
        }
        let outer = self.verb(owner)?;
        let shares = verb.passive && verb.tokens.len() == 1 && outer.passive && outer.main > outer.tokens.start;
        if shares && end == outer.tokens.start {
            // `was first shown`: the auxiliaries alone.
            let auxiliary = |at: &u32| {
                matches!(
                    self.word(*at),
                    "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has" | "have" | "had" | "will"
                )
            };
            end += (outer.tokens.start..outer.main).take_while(auxiliary).count() as u32;
        }
        Some(TokenRange::new(start, end))
    }
}
