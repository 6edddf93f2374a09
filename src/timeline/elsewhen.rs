//! Whether a clause is told of another time than the story's: what went before, what is always so, a life, a past age.
//!
//! Absent here: the dates themselves ([`context`](super::context) asks this where a clause has none of its own).

mod clues;
mod pointers;

use super::attach::Hold;
use super::candidates::{FAR, MANY, Reader, is_capital};
use super::lexicon::{Group, Sense};
use super::when;
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::document::TokenKind;
use crate::grammar::{Clause, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

impl Reader<'_> {
    /// `were waiting`, `had been going`, `More than 300 have died`.
    pub(super) fn is_running(&self, clause: usize, verb: &VerbGroup) -> bool {
        let start = self.parse.clauses[clause].tokens.start.max(verb.tokens.start.saturating_sub(12));
        let being = verb.passive && verb.tokens.range().any(|at| self.word(at as u32) == "being");
        let progressive = being || verb.tokens.len() > 1 && !verb.passive && self.word(verb.main).ends_with("ing");
        let own = |at: u32| self.parse.clause_of(at) == Some(clause);
        let sum = || {
            (start..verb.main).filter(|&at| own(at)).any(|at| {
                let counts = |at: u32| self.doc.tokens[at as usize].kind == TokenKind::Number;
                match self.lower(at).as_ref() {
                    "altogether" => true,
                    // `Under Mayor Berg the town has turned inward`
                    "under" => is_capital(self.doc, at + 1),
                    // `Many towns have banned it`: one after another.
                    "many" => at == start || self.is_mark(at - 1),
                    // `The conflict has left thousands homeless`
                    _ if at < start + 2 && self.is_of(at, Group::Lasting) => {
                        !verb.passive && self.sense(verb.main).is(Sense::RESULT.with(Sense::BLAME).with(Sense::EFFECT))
                    }
                    _ if self.is_of(at, Group::Many) || self.is_of(at, Group::Often) => true,
                    "over" | "than" | "nearly" | "almost" | "around" | "about" => counts(at + 1),
                    _ => false,
                }
            })
        };
        // `found no such rules`: nothing that was done; not `voted no`.
        let nothing = verb.tense == VerbTense::Past
            && self.doc.tokens.get(verb.main as usize + 2).is_some_and(|next| next.kind == TokenKind::Word)
            && self.word(verb.main + 1) == "no";
        progressive || nothing || verb.tense == VerbTense::PresentPerfect && sum() || self.is_of_accounts(verb)
    }

    /// `Sales slipped 4% to £410m`: of the time that is reported on, not of the day of the report.
    fn is_of_accounts(&self, verb: &VerbGroup) -> bool {
        let number = |at: &usize| self.doc.tokens[*at].kind == TokenKind::Number;
        let first = self.doc.sentences[self.number].tokens.start;
        verb.tense == VerbTense::Past
            && !verb.passive
            && verb.tokens.start > first
            && self.sense(verb.tokens.start - 1).is(Sense::FIGURE)
            && (verb.main as usize + 1..self.doc.tokens.len()).take(4).any(|at| number(&at))
    }

    /// True where an hour is told, by the clause or by when something else happened.
    pub(super) fn names_hour(&self, clause: usize) -> bool {
        let hour = |clause: usize| {
            let tokens = self.parse.clauses[clause].tokens;
            let first = self.timexes.partition_point(|t| t.tokens.end <= tokens.start);
            let mut mine = self.timexes[first..].iter().take(8).take_while(|t| t.tokens.start < tokens.end);
            mine.any(|t| t.kind == TimexKind::Time && self.parse.clause_of(t.tokens.start) == Some(clause))
        };
        // `A man was killed when a tree fell at 11 o’clock`
        let when = |(number, child): (usize, &Clause)| {
            let same = child.kind == ClauseKind::Subordinate && self.word(child.tokens.start) == "when";
            same && child.parent == Some(clause as u32) && hour(number)
        };
        hour(clause) || self.parse.clauses.iter().enumerate().skip(clause + 1).take(8).any(when)
    }

    /// `In the 68th minute`, `before half-time`, `in stoppage time`, `in the second half`: when in a match.
    pub(super) fn names_stage(&self, clause: usize) -> bool {
        let tokens = self.parse.clauses[clause].tokens;
        // Not `Sales rose in the second half`.
        let figures = || tokens.range().take(FAR as usize).any(|at| self.sense(at as u32).is(Sense::FIGURE));
        let word = |at: u32| self.doc.tokens.get(at as usize).map_or("", |_| self.word(at));
        (tokens.start + 1..tokens.end).take(FAR as usize).any(|at| {
            let (before, next) = (word(at - 1), word(at + 1));
            let stage = match word(at) {
                "minute" => {
                    before.starts_with(|c: char| c.is_ascii_digit()) && !before.ends_with(|c: char| c.is_ascii_digit())
                }
                "half" if next == "-" => {
                    let on = before == "the" && word(at.saturating_sub(2)) == "on";
                    word(at + 2) == "time" || on && word(at + 2) == "hour"
                }
                "half" => matches!(before, "first" | "second") && next != "of" && !figures(),
                "period" | "set" => {
                    matches!(before, "first" | "second" | "third" | "final") && next != "of" && !figures()
                }
                "over" => before.ends_with("th") && before.starts_with(|c: char| c.is_ascii_digit()),
                "halftime" | "intermission" => true,
                "overtime" => matches!(before, "in" | "into"),
                "time" => {
                    let led =
                        matches!(word(at.saturating_sub(2)), "after" | "before" | "during" | "in" | "into" | "of");
                    led && matches!(before, "added" | "extra" | "injury" | "stoppage")
                }
                "break" | "interval" => {
                    before == "the" && next != "of" && matches!(word(at.saturating_sub(2)), "after" | "at" | "before")
                }
                _ => false,
            };
            stage && self.parse.clause_of(at) == Some(clause)
        })
    }

    /// `It was put out at 4am`: the day of an hour, and whether it is so early that it may be the next one behind what was told
    /// of an evening.
    pub(super) fn hour_of(&self, clause: usize) -> Option<(String, bool)> {
        let own = |t: &&Timex| t.kind == TimexKind::Time && self.parse.clause_of(t.tokens.start) == Some(clause);
        let timex = self.timexes.iter().take(MANY).find(own)?;
        let (day, hour) = timex.value.split_once('T').filter(|(day, _)| when::is_day(day))?;
        let clock = hour.len() == 5 && hour.as_bytes()[2] == b':';
        clock.then(|| (day.to_string(), hour < "06"))
    }

    /// `the first since 2003, when it closed`: what begins at `start` is of that year, not of the first.
    pub(super) fn tells_of_time(&self, start: u32) -> bool {
        self.timexes.iter().take(MANY).any(|t| t.tokens.end + 1 == start && self.word(t.tokens.end) == ",")
    }

    /// True when the speaker is in it.
    pub(super) fn is_personal(&self, clause: usize, verb: &VerbGroup) -> bool {
        let start = self.parse.clauses[clause].tokens.start.max(verb.tokens.start.saturating_sub(6));
        (start..verb.tokens.start).any(|at| self.sense(at).is(Sense::SPEAKER))
    }

    /// True for what someone is said to have said.
    pub(super) fn is_said(&self, clause: usize) -> bool {
        let mut at = clause;
        for _ in 0..8 {
            if self.parse.clauses[at].kind == ClauseKind::Content {
                return true;
            }
            let Some(parent) = self.parent(at) else { return false };
            at = parent;
        }
        false
    }

    /// `… and Ann Lee died after she fell from a horse a month later`: the clause that hangs on it has a time of its own.
    pub(super) fn is_timed_by(&self, clause: usize, held: &[Hold]) -> bool {
        if self.is_behind_another(clause, held) {
            return true;
        }
        self.parse.clauses.iter().enumerate().skip(clause + 1).take(8).any(|(number, child)| {
            let first = self.timexes.partition_point(|t| t.tokens.end <= child.tokens.start);
            let mut mine = self.timexes[first..].iter().zip(&held[first..]).take(8);
            let later = |timex: &Timex| {
                matches!(self.word(timex.tokens.end - 1), "later" | "afterwards" | "afterward" | "earlier" | "before")
            };
            child.kind == ClauseKind::Subordinate
                && child.parent == Some(clause as u32)
                && mine.any(|(timex, hold)| *hold == Hold::Clause(number) && later(timex))
        })
    }

    /// `was proposed in 2005 and dropped after the crash`: what is only put behind something else, beside what has a year.
    fn is_behind_another(&self, clause: usize, held: &[Hold]) -> bool {
        let this = &self.parse.clauses[clause];
        let Some((verb, outer)) = self.verb(clause).zip(self.parent(clause)) else { return false };
        let first = self.verb(outer).map_or(0, |v| v.main);
        let year = |(t, hold): (&Timex, &Hold)| {
            let year = when::grain(t.date.as_deref().unwrap_or_default()) == 2;
            year && *hold == Hold::Clause(outer) && t.tokens.start > first && t.tokens.end <= this.tokens.start
        };
        let behind = |at: u32| matches!(self.word(at), "after" | "following" | "once" | "until" | "when");
        let end = self.doc.sentences[self.number].tokens.end.min(verb.main + 12);
        // `went home in 1966 and left when war broke out the following July`
        let when = (verb.main + 1..end).find(|&at| behind(at)).is_some_and(|at| self.word(at) == "when");
        let timed = |t: &Timex| when && t.date.is_some() && (verb.main..end).contains(&t.tokens.start);
        this.kind == ClauseKind::Coordinated
            // `was begun in 1912 and named after a cow`
            && self.word(verb.main) != "named"
            && !self.timexes.iter().take(MANY).any(timed)
            && (verb.main + 1..end).take_while(|&at| !self.is_mark(at) && self.word(at) != "and").any(behind)
            && self.timexes.iter().zip(held).take(MANY).any(year)
    }

    /// `in her childhood`, `under his predecessor`, `during the war`, `as a child`, `At the time`, `last season`.
    pub(super) fn is_of_an_age(&self, clause: usize) -> bool {
        let tokens = self.parse.clauses[clause].tokens;
        let end = tokens.end.min(tokens.start + FAR);
        let says = |at: u32, words: &[&str]| {
            let word = self.word(at);
            words.iter().any(|other| word.eq_ignore_ascii_case(other))
        };
        // `scored 19 goals last season`, which is no time of the calendar.
        let season = (tokens.start..end.saturating_sub(1)).any(|at| {
            says(at, &["last", "next", "previous", "every", "each"])
                && says(at + 1, &["season", "campaign", "term", "semester", "round"])
                && self.parse.clause_of(at) == Some(clause)
        });
        // `left school at 12`
        let step = self.verb(clause).filter(|v| v.tense == VerbTense::Past && self.is_of(v.main, Group::Step));
        let age = |at: u32| {
            let number = self.word(at + 1).parse::<u8>().is_ok_and(|n| (5..90).contains(&n));
            self.word(at) == "at"
                && number
                && (at + 2 >= end || self.is_mark(at + 2) || says(at + 2, &["and", "to", "but"]))
        };
        if season || step.is_some_and(|v| (v.main + 1..end.saturating_sub(1)).any(age)) {
            return true;
        }
        // A determiner stands behind the first word of all of them.
        let may_lead = |at: &u32| self.sense(at + 1).is(Sense::DETERMINER) && self.parse.clause_of(*at) == Some(clause);
        (tokens.start..end.saturating_sub(2)).filter(may_lead).any(|at| {
            let mut noun = (at + 2..end.min(at + 5)).take_while(|&n| !self.is_mark(n));
            if says(at, &["in", "during", "throughout", "under", "at", "over"]) {
                // `at the same time`, `this time`, `in the days after …` are of the story.
                let pointing = says(at + 1, &["this", "a", "an", "some", "every", "each"]);
                let era = noun.find(|&n| self.sense(n).is(Sense::ERA));
                let goes_on = |n: u32| says((n + 1).min(end - 1), &["after", "before", "since"]);
                !pointing
                    && era.is_some_and(|n| {
                        // `in the first days`, but `in its first year`
                        let owned = self.is_of(at + 1, Group::Owner);
                        let same =
                            (at + 1..n).any(|w| says(w, &["same"]) || !owned && says(w, &["first", "second", "third"]));
                        let war = self.word(n) == "war" && !says(at, &["during"]);
                        // `in the injury time`
                        let span = self.word(n) == "time" && n > at + 2;
                        // `died at the age of 90`
                        let died =
                            self.word(n) == "age" && self.verb(clause).is_some_and(|v| self.word(v.main) == "died");
                        !same && !war && !died && !span && !goes_on(n)
                    })
            } else {
                says(at, &["as"]) && says(at + 1, &["a", "an"]) && noun.any(|n| self.sense(n).is(Sense::STAGE))
            }
        })
    }

    /// `A man died of cold, an inquest has heard`: long before it was heard.
    pub(super) fn is_heard_behind(&self, clause: usize) -> bool {
        let end = self.parse.clauses[clause].tokens.end;
        self.parse.clauses.iter().enumerate().skip(clause + 1).take(8).any(|(number, c)| {
            c.kind == ClauseKind::Main
                && c.tokens.start >= end
                && c.tokens.len() < 8
                && self.verb(number).is_some_and(|v| self.brings_out(c.tokens, v))
        })
    }

    /// `a court heard`, `an inquiry was told`, `a coroner ruled`, `it emerged`, `documents showed`: what comes out so, in a
    /// clause of these words, was before.
    pub(super) fn brings_out(&self, clause: TokenRange, verb: &VerbGroup) -> bool {
        let mut subject = clause.start..verb.tokens.start;
        match self.word(verb.main) {
            "heard" | "told" if verb.passive == (self.word(verb.main) == "told") => {
                subject.any(|at| self.is_bench(at) || self.word(at) == "hearing")
            }
            "concluded" | "found" | "ruled" if !verb.passive => {
                subject.any(|at| self.is_bench(at) || self.sense(at).is(Sense::STUDY.with(Sense::RECORD)))
            }
            "showed" | "revealed" if !verb.passive => subject.any(|at| self.sense(at).is(Sense::RECORD)),
            "emerged" | "transpired" => subject.any(|at| self.lower(at) == "it"),
            _ => false,
        }
    }

    /// `The heat killed 2,300, according to a study published on Monday`: of no day that the study's tells.
    pub(super) fn is_found_by_study(&self) -> bool {
        let tokens = self.doc.sentences[self.number].tokens;
        let mut leads = (tokens.start..tokens.end.saturating_sub(3)).filter(|&at| {
            (at == tokens.start || self.word(at - 1) == ",")
                && self.word(at + 1) == "to"
                && self.lower(at).as_ref() == "according"
        });
        let study = |at: u32| {
            // Not `the Geological Survey`.
            self.sense(at).is(Sense::STUDY) && !is_capital(self.doc, at)
                || matches!(self.word(at), "data" | "estimates" | "figures" | "research" | "statistics")
        };
        leads.next().is_some_and(|at| (at + 2..tokens.end.min(at + 8)).take_while(|&at| !self.is_mark(at)).any(study))
    }

    /// A step in a life, what a study did, what a court was told; [`is_of_an_age`](Self::is_of_an_age) is apart.
    pub(super) fn is_aside(&self, clause: usize, verb: &VerbGroup) -> bool {
        let subject = |clause: usize, class: Sense| {
            let verb = self.verb(clause);
            verb.is_some_and(|v| {
                let start = self.parse.clauses[clause].tokens.start.max(v.tokens.start.saturating_sub(8));
                (start..v.tokens.start).any(|at| self.parse.clause_of(at) == Some(clause) && self.sense(at).is(class))
            })
        };
        // `started his career as a busker`
        let behind =
            || (verb.main + 1..self.parse.clauses[clause].tokens.end.min(verb.main + 5)).map(|at| self.word(at));
        let setting_out = matches!(self.word(verb.main), "began" | "started" | "launched")
            && behind().any(|w| matches!(w, "career" | "apprenticeship" | "studies" | "schooling"));
        // `was named after a king`
        let named = verb.passive
            && verb.tense == VerbTense::Past
            && self.word(verb.main) == "named"
            && behind().next().is_some_and(|w| matches!(w, "after" | "for"));
        let career = setting_out || named || self.is_life_step(clause, verb) || self.sense(verb.main).is(Sense::CAREER);
        let heard = |above: usize| {
            self.verb(above).is_some_and(|v| matches!(self.word(v.main), "heard" | "alleges" | "alleged"))
                || subject(above, Sense::COURT.with(Sense::STUDY))
        };
        // `Scientists drilled a core and say it shows that the lake dried up`
        let mut at = clause;
        let mut told = false;
        for step in 0..8 {
            let Some(parent) = self.parent(at) else { break };
            let kind = self.parse.clauses[at].kind;
            if step == 0 && kind != ClauseKind::Content
                || !matches!(kind, ClauseKind::Content | ClauseKind::Coordinated)
            {
                break;
            }
            told |= heard(parent);
            at = parent;
        }
        career || told || subject(clause, Sense::STUDY)
    }
}
