//! The words that stand for an event on the timeline.
//!
//! Absent here: what the clause means, and what says nothing at the edges of its words ([`edges`](super::edges)).

use super::attach;
use super::candidates::{FAR, MANY, Reader, is_capital};
use super::lexicon::Sense;
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::document::TokenKind;
use crate::grammar::{ClauseKind, VerbTense};
use crate::outline::{dateline, opening};
use crate::time::Timex;

impl Reader<'_> {
    /// The words shown for a clause, without conjunctions and marks at its edges.
    pub(super) fn shown(&self, clause: usize) -> TokenRange {
        let this = &self.parse.clauses[clause];
        let mut range = this.tokens;
        let deed = self.is_deed(clause);
        if deed {
            range.start = self.verb(clause).map_or(range.start, |v| v.main);
        } else if this.kind == ClauseKind::Infinitive
            && let Some(parent) = self.parent(clause)
        {
            // `agreed to meet on Friday`; not `In 2018, they agreed to meet on Friday`.
            range.start = self.parse.clauses[parent].tokens.start;
            let led = |t: &&Timex| t.tokens.start <= range.start + 2 && self.word(t.tokens.end) == ",";
            let opening = self.timexes.iter().take(MANY).find(|t| t.tokens.start >= range.start).filter(led);
            let verb = self.verb(parent).map_or(0, |v| v.tokens.start);
            if let Some(timex) = opening.filter(|t| t.tokens.end + 1 < verb) {
                range.start = self.behind_preamble(parent, timex.tokens.end + 1);
            }
            // `cut jobs as part of an overhaul due to be finished by May`: the overhaul.
            let due = this.tokens.start.saturating_sub(1);
            let noun = due > range.start && self.word(due) == "due" && !self.is_mark(due - 1);
            if noun && self.parse.verb_at(due).is_none() && self.parse.verb_at(due - 1).is_none() {
                range.start = attach::phrase_start(self.doc, self.parse, parent, due).unwrap_or(range.start);
            }
        }
        let passive = |c: usize| self.verb(c).is_some_and(|v| v.passive && v.tense == VerbTense::None);
        let narrows = this.kind == ClauseKind::Participial && passive(clause);
        // What belongs to it behind its own words: infinitives, participles, what was said.
        let mut inside = vec![clause];
        for (number, child) in self.parse.clauses.iter().enumerate().skip(clause + 1) {
            if child.tokens.start > range.end || child.tokens.start < range.start {
                continue;
            }
            if child.kind == ClauseKind::Main && child.tokens.start == range.end && self.is_said_to_follow(&inside) {
                inside.push(number);
                range.end = range.end.max(child.tokens.end);
                continue;
            }
            if !child.parent.is_some_and(|p| inside.contains(&(p as usize))) {
                continue;
            }
            let belongs = match child.kind {
                ClauseKind::Infinitive => true,
                ClauseKind::Participial => {
                    !self.is_apart(child.tokens.start)
                        || child.tokens.start == range.end
                            && !narrows
                            && (self.tells_result(number) || self.has_the_time_of(number, clause))
                }
                // A quotation that follows is left out.
                ClauseKind::Content => !self.is_quoted(child.tokens.start) || self.is_quoted(range.start),
                ClauseKind::Coordinated => {
                    self.only_continues(number)
                        || self.is_either(number)
                        || self.is_alternative(number) && child.tokens.start == range.end
                        || self.interrupts(number)
                        || self.takes_back(number)
                        || self.is_said_too(number, clause) && child.tokens.start == range.end
                }
                ClauseKind::Relative => {
                    child.tokens.start == range.end
                        && (self.tells_content(number)
                            || self.is_object(number, clause)
                            || self.is_what_object(number, clause)
                            || self.is_told_by(number)
                            || self.runs_on(number, clause))
                }
                // Without its condition it would read as decided.
                ClauseKind::Subordinate if self.is_condition(number) => {
                    child.tokens.start == range.end && self.is_quoted(child.tokens.start) == self.is_quoted(range.start)
                }
                ClauseKind::Subordinate if self.interrupts(number) || self.takes_back(number) => {
                    child.tokens.start == range.end
                }
                // `a probe into whether they knew`
                // `was still checking whether they knew`
                ClauseKind::Subordinate if self.word(child.tokens.start) == "whether" => {
                    let start = child.tokens.start;
                    let object = self.parent(number).and_then(|p| self.verb(p)).is_some_and(|v| v.tokens.end == start);
                    let about = matches!(self.word(start - 1), "into" | "of" | "on" | "about" | "over" | "as");
                    start == range.end && (object || about)
                }
                ClauseKind::Subordinate if child.tokens.start == range.end && self.is_awaited(child.tokens.start) => {
                    true
                }
                ClauseKind::Subordinate => {
                    let start = child.tokens.start;
                    // `came nine hours after the ship sank`
                    let measured = start == range.end
                        && self.sense(start - 1).is(Sense::UNIT)
                        && matches!(self.word(start), "after" | "before" | "since")
                        // `…, 10 minutes after it took off` says no more of the event.
                        && !(start.saturating_sub(4)..start).any(|at| self.word(at) == ",");
                    self.verb(number)
                        .is_some_and(|v| v.tense == VerbTense::None || measured || self.is_cause(number, clause))
                        && !self.is_mark(start.saturating_sub(1))
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
        range.end = self.before_empty_saying(range, &inside[1..]);
        // `a model chosen to lead the draw on Friday`
        let outer = self.parent(clause).filter(|_| this.kind == ClauseKind::Infinitive && !deed);
        let own = clause;
        // `nine men who are alleged to have met in May`
        let who = |p: usize| {
            let first = self.parse.clauses[p].tokens.start;
            let pronoun = matches!(self.word(first), "who" | "which" | "that");
            self.parse.clauses[p].kind == ClauseKind::Relative
                && pronoun
                && self.verb(p).is_some_and(|v| v.tokens.start == first + 1)
        };
        let noun = |p: &usize| self.parse.clauses[*p].kind == ClauseKind::Participial || who(*p);
        let clause = outer.filter(noun).unwrap_or(clause);
        // `have shown that the town, he says lies there in 2020`; `the fire, which he says broke out in May`
        let around = self.parent(clause).filter(|&p| {
            self.parse.clauses[p].kind == ClauseKind::Relative
                && this.kind == ClauseKind::Content
                && self.verb(clause).is_some_and(|v| v.tokens.start == range.start)
        });
        let clause = around.unwrap_or(clause);
        let this = &self.parse.clauses[clause];
        // `voters planning to reject it in May`
        let doing =
            clause != own && this.kind == ClauseKind::Participial && !self.is_mark(this.tokens.start.saturating_sub(1));
        // `the bridge built in 1990`, `the last market, held in 2019`
        let reduced = this.kind == ClauseKind::Participial
            && (passive(clause) || doing)
            && !self.verb(clause).is_some_and(|v| matches!(self.word(v.tokens.start), "being" | "having"));
        if let Some(inverted) = self.inverted(clause).filter(|_| reduced) {
            range = inverted;
        } else if this.kind == ClauseKind::Relative && matches!(self.word(range.start), "where" | "when") {
            range.start += 1;
        } else if this.kind == ClauseKind::Relative || reduced {
            let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
            // `the agency, based in Oslo and founded in 1957`: the noun before the first participle.
            let and = range.start.checked_sub(1).filter(|_| reduced && self.word(range.start) == "and");
            let first = and.and_then(|at| self.parse.clause_of(at));
            let first = first.filter(|&c| self.parse.clauses[c].kind == ClauseKind::Participial).unwrap_or(clause);
            // `those who were hurt or who died in May`
            let or = range.start.checked_sub(1).filter(|&at| !reduced && matches!(self.word(at), "or" | "and"));
            let before = or.filter(|_| matches!(self.word(range.start), "who" | "which" | "that"));
            let before = before.and_then(|at| self.parse.clause_of(at));
            let first = before.filter(|&c| self.parse.clauses[c].kind == ClauseKind::Relative).unwrap_or(first);
            let antecedent = attach::antecedent(self.doc, self.parse, first);
            let noun = self.noun_before(clause).filter(|_| antecedent.is_none());
            // `14 hours of talks that began on Monday`
            let of = antecedent
                .and_then(|at| (at + 1..at + 4).find(|&of| self.word(of) == "of"))
                .filter(|&of| timed(of - 1));
            // `the Easter break, which begins on 3 May`
            let named = |at: u32| !timed(at) || is_capital(self.doc, at + 1) && !timed(at + 2);
            let antecedent = antecedent.filter(|&at| named(at)).or(of.map(|of| of + 1));
            let none = self.agent(clause).or(noun).unwrap_or(range.start);
            range.start = antecedent.map_or(none, |at| self.whole_antecedent(clause, at));
            range.start = self.with_predicate(clause, range.start);
            range.start = range.start.min(if around.is_some() { this.tokens.start } else { range.start });
            // `…, followed by a slalom on Sunday`: that, not what it follows.
            let own = self.parse.clauses[clause].tokens.start;
            let follows = reduced && own > 0 && self.word(own - 1) == "," && self.word(own) == "followed";
            let happens = |at: u32| matches!(self.word(at), "a" | "an" | "another") || self.sense(at).is(Sense::EVENT);
            let follows = follows && self.word(own + 1) == "by" && own + 3 < range.end;
            if follows && (own + 2..range.end.min(own + 8)).any(happens) {
                range.start = own + 2;
            }
            // `imposed by the act the state passed in May`
            let led = range.start + 1 < range.end && self.sense(range.start).is(Sense::PREPOSITION);
            let timed = self.timexes.iter().take(MANY).any(|t| t.tokens.start == range.start + 1);
            if led && !timed && !matches!(self.word(range.start + 1), "which" | "whom" | "whose" | "that") {
                range.start += 1;
            }
            range.start = self.behind_with(range.start, own);
            range.start = self.with_measure(range.start);
        } else {
            // `…, with nine more flights cancelled on Monday`
            let with = clause > 0 && this.kind == ClauseKind::Main && self.word(range.start) == "with";
            range.start += u32::from(with && range.len() > 2);
            range.start = self.behind_preamble(clause, self.behind_dateline(range.start));
            range.start = self.gerund(clause, range.start).unwrap_or(range.start);
            range.start = self.behind_until(clause).unwrap_or(range.start);
            range.start = self.with_lead(clause, range.start);
        }
        self.trim(range)
    }

    /// `It would not be until May the pupils would come`: where the words begin that say so.
    fn behind_until(&self, clause: usize) -> Option<u32> {
        let this = &self.parse.clauses[clause];
        let until = this.kind == ClauseKind::Subordinate && matches!(self.word(this.tokens.start), "until" | "till");
        let outer = self.parent(clause).filter(|_| until)?;
        let verb = self.verb(outer).filter(|v| v.negated && v.tokens.end == this.tokens.start)?;
        let it = verb.tokens.start.checked_sub(1).filter(|&at| self.lower(at) == "it")?;
        Some(it.max(self.parse.clauses[outer].tokens.start))
    }

    /// The start of the words with what stands before them and can't be left out: a condition, or a participle that has the
    /// words of time (`Speaking in York on Friday, she …`).
    fn with_lead(&self, clause: usize, start: u32) -> u32 {
        let own = self.parse.clauses[clause].tokens.start;
        let near = self.parse.clauses.iter().enumerate().skip(clause + 1).take(4);
        let mut leads = near.filter(|(_, c)| c.parent == Some(clause as u32) && c.tokens.start < own);
        let lead = leads.find(|&(number, child)| {
            let timed = |t: TokenRange| t.start >= child.tokens.start && t.end <= child.tokens.end;
            let speaking = child.kind == ClauseKind::Participial
                && child.tokens.end == own
                && self.verb(number).is_some_and(|v| !v.passive && v.tense == VerbTense::None)
                && self.timexes.iter().take(MANY).any(|t| t.kind == TimexKind::Date && timed(t.tokens));
            // `Downed trees were reported`, which reads like a participle: a verb with a tense has its subject before it.
            let subject = child.kind == ClauseKind::Participial
                && child.tokens.end == own
                && self.parse.clauses[clause].kind == ClauseKind::Main
                && self.verb(number).is_some_and(|v| v.passive)
                && self.verb(clause).is_some_and(|v| v.tokens.start == own && v.tense != VerbTense::None);
            speaking || subject || self.is_condition(number)
        });
        lead.map_or(start, |(_, child)| child.tokens.start.min(start))
    }

    /// `Closing the mill was asked for in May`, `Filming on the second part begins in May`: where the participle that is its
    /// subject begins.
    fn gerund(&self, clause: usize, start: u32) -> Option<u32> {
        let verb = self.verb(clause).filter(|v| v.tokens.start == start && v.tense != VerbTense::None)?;
        let first = self.doc.sentences[self.number].tokens.start;
        let bare = self.parse.clauses[clause].tokens.start == verb.tokens.start;
        let before = start.checked_sub(1).filter(|&b| b >= first && bare)?;
        // `Trading in the shares, halted on Friday, resumes on Monday`
        let aside = self.is_mark(before) && !self.sense(verb.main).is(Sense::SAY);
        let before = self.parse.clause_of(if aside { first } else { before })?;
        let this = &self.parse.clauses[before];
        let subject = this.kind == ClauseKind::Participial && this.parent == Some(clause as u32);
        // Not `Existing law requires it`.
        let object = this.tokens.start + 1;
        let object = self.sense(object).is(Sense::DETERMINER.with(Sense::PREPOSITION))
            || matches!(self.word(object), "all" | "both")
            || super::candidates::is_capital(self.doc, object);
        (subject && object && self.verb(before).is_some_and(|v| !v.passive)).then_some(this.tokens.start)
    }

    /// `Also released on Friday was the ship`: the whole, whose subject stands last; `Those hurt on Friday include a nurse`.
    pub(super) fn inverted(&self, clause: usize) -> Option<TokenRange> {
        let this = &self.parse.clauses[clause];
        let parent = self.parent(clause)?;
        let (outer, verb) = (self.parse.clauses[parent].tokens, self.verb(parent)?);
        let led = (outer.start..this.tokens.start).all(|at| self.word(at).eq_ignore_ascii_case("also"));
        let be = matches!(self.word(verb.main), "is" | "are" | "was" | "were");
        let those =
            self.lower(outer.start) == "those" && matches!(self.word(verb.main), "include" | "included" | "were");
        let near = this.tokens.start <= outer.start + 1 && verb.tokens.start == this.tokens.end;
        ((those || led && be) && near).then_some(outer)
    }

    /// `LEEDS, England — Two men …`, `Q: Who …`, `2. The first …`: what stands before the sentence itself.
    pub(super) fn behind_dateline(&self, start: u32) -> u32 {
        let sentence = self.doc.sentences[self.number].tokens;
        if start != sentence.start || sentence.len() < 4 {
            return start;
        }
        // `]] In a letter …`: what is left of a layout.
        let left = (start..sentence.end - 3).take_while(|&at| matches!(self.word(at), "]" | "[" | "|" | "*")).count();
        if left > 0 {
            return start + left as u32;
        }
        if let Some(stamp) = self.entry.stamp {
            return stamp.end.min(sentence.end - 1);
        }
        if let Some(head) = self.entry.head.filter(|head| self.is_mark(head.end - 1)) {
            return head.end.min(sentence.end - 1);
        }
        // Not `U.S troops`.
        let label = self.doc.tokens[start as usize].span.len() <= 2
            && matches!(self.word(start + 1), ":" | "." | ")")
            && self.doc.tokens[start as usize + 2].space_before
            || matches!(self.word(start), "Caption" | "Image" | "Photo" | "Picture") && self.word(start + 1) == ":";
        let behind = || {
            let place = dateline::behind(self.doc, self.number);
            let caption =
                Some(place).filter(|place| *place == start).and_then(|_| opening::caption(self.doc, self.number));
            caption.unwrap_or(place)
        };
        if label { start + 2 } else { *self.dateline.get_or_init(behind) }
    }

    pub(super) fn is_mark(&self, at: u32) -> bool {
        self.doc.tokens[at as usize].kind == TokenKind::Mark
    }

    /// `In the wake of the vote, the two parties met`: the first comma before the verb, unless words of time stand
    /// before it.
    pub(super) fn behind_preamble(&self, clause: usize, start: u32) -> u32 {
        let Some(verb) = self.verb(clause) else { return start };
        let own = |at: u32| self.parse.clause_of(at) == Some(clause);
        let mut commas = (start..verb.tokens.start.min(start + FAR)).filter(|&at| own(at) && self.word(at) == ",");
        let Some(first) = commas.next() else { return start };
        // `After talks between the northern, eastern and western towns, the road …`
        let listed = |at: u32| (at + 2..verb.tokens.start.min(at + 4)).any(|at| matches!(self.word(at), "and" | "or"));
        let second = commas.next();
        // `With nine games, two cups and a boat to its name, the town …`
        let with = self.word(start).eq_ignore_ascii_case("with")
            && second.is_some_and(|second| (first + 2..second).any(|at| self.word(at) == "and"));
        // `after its owner, Ann Lee, resigned`, `as the Corvina, also known as Old Lady, sank`
        let bound = self.parse.clauses[clause].kind == ClauseKind::Subordinate;
        if bound && verb.tokens.start > first + 1 && self.word(verb.tokens.start - 1) == "," {
            return start;
        }
        let comma = if with || listed(first) { second.unwrap_or(first) } else { first };
        // `At least 26 people, officials say, …`, `About 5,000 …`: a measure, which the subject begins with.
        let counted = self.doc.tokens[start as usize + 1].kind == TokenKind::Number;
        let measure = counted || matches!(self.word(start + 1), "least" | "most");
        let preamble = (self.sense(start).is(Sense::PREPOSITION) && !measure) || !own(start);
        let first = self.timexes.partition_point(|t| t.tokens.end <= start);
        let mut before = self.timexes[first..].iter().take(8).take_while(|t| t.tokens.start < comma);
        let timed = before.any(|t| t.date.is_some() || t.kind == TimexKind::Date);
        // Past a clause between: `the towns, where it lies, the road …`.
        let next = (comma + 1..verb.tokens.start).find(|&at| own(at) && !self.is_mark(at));
        // `According to the elders, says Radio Nord, nine …`: who passes it on.
        let told = next.filter(|&at| self.sense(at).is(Sense::SAY) && self.parse.verb_at(at).is_none());
        let behind = told.zip(second).and_then(|(told, second)| {
            let named =
                second > told + 1 && (self.sense(told + 1).is(Sense::DETERMINER) || is_capital(self.doc, told + 1));
            (second + 1..verb.tokens.start).find(|&at| named && own(at) && !self.is_mark(at))
        });
        let next = behind.or(next);
        next.filter(|_| preamble && !timed).map_or(start, |next| self.behind_apposition(clause, next))
    }

    /// `According to Holm, a firm that counts shoes, the shop …`: from the noun at `start` to the subject, where the noun only
    /// says what the name before it is.
    fn behind_apposition(&self, clause: usize, start: u32) -> u32 {
        let Some(verb) = self.verb(clause).filter(|_| matches!(self.word(start), "a" | "an" | "the")) else {
            return start;
        };
        let named = start > 1 && is_capital(self.doc, start - 2);
        let verb = verb.tokens.start;
        let comma = (start + 2..verb.min(start + FAR)).rev().find(|&at| self.word(at) == ",");
        let subject = |at: u32| {
            let noun = self.sense(at).is(Sense::DETERMINER) || !self.sense(at).is(Sense::STOP.with(Sense::PREPOSITION));
            let listed = (at..verb).any(|at| matches!(self.word(at), "and" | "or"));
            at < verb && self.parse.clause_of(at) == Some(clause) && noun && !listed && !self.is_mark(at)
        };
        comma.filter(|&comma| named && subject(comma + 1)).map_or(start, |comma| comma + 1)
    }

    /// `a trip to York with the crew expecting to arrive`: who does it, for a noun that would begin at `start` and a participle at
    /// `verb`.
    fn behind_with(&self, start: u32, verb: u32) -> u32 {
        let doing =
            self.word(verb).ends_with("ing") || matches!(self.word(verb), "expected" | "scheduled" | "due" | "set");
        let from = start.max(verb.saturating_sub(7));
        let with = (from..verb).rev().find(|&at| matches!(self.word(at), "with" | "With"));
        let led = |at: u32| self.sense(at + 1).is(Sense::DETERMINER) && at + 2 < verb;
        let plain = |at: u32| (at + 1..verb).all(|at| !self.is_mark(at) && self.parse.verb_at(at).is_none());
        with.filter(|&at| doing && led(at) && plain(at)).map_or(start, |at| at + 1)
    }
}
