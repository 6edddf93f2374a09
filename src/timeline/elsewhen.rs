//! Whether a clause is told of another time than the story's: what went before, what is always so, a life, a past age.
//!
//! Absent here: the dates themselves ([`context`](super::context) asks this where a clause has none of its own).

mod pointers;

use super::attach::Hold;
use super::candidates::{FAR, MANY, Reader, is_capital};
use super::lexicon::{Group, Sense};
use super::when;
use crate::analysis::TimexKind;
use crate::document::TokenKind;
use crate::grammar::{Clause, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

impl Reader<'_> {
    /// `was first observed`, `At first, police blamed …`: how something began, not where it stands now.
    fn is_of_the_start(&self, clause: usize) -> bool {
        let Some(verb) = self.verb(clause) else { return false };
        let tokens = self.parse.clauses[clause].tokens;
        let is = |at: u32, word: &str| self.word(at).eq_ignore_ascii_case(word);
        let inside = |at: u32| at >= tokens.start && self.parse.clause_of(at) == Some(clause);
        // Not `the first died`, nor `first spoke and then left`.
        let one = |at: u32| at > tokens.start && self.sense(at - 1).is(Sense::DETERMINER);
        let then = || (verb.main..tokens.end.min(verb.main + FAR)).any(|at| is(at, "then"));
        let firstly = |at: u32| is(at, "first") && inside(at) && !one(at) && at > tokens.start && !then();
        let before = verb.tokens.start.saturating_sub(1);
        let led = || (before..verb.main).any(firstly);
        let at_first = || {
            (tokens.start..verb.main.saturating_sub(1))
                .take(FAR as usize)
                .any(|at| is(at, "at") && is(at + 1, "first") && (self.is_mark(at + 2) || at + 2 == verb.tokens.start))
        };
        verb.tense == VerbTense::Past && (verb.passive && !self.names_hour(clause) && led() || at_first())
    }

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

    /// What a report, a file or an inquiry says was done before it was written.
    fn is_on_record(&self, clause: usize) -> bool {
        let Some(verb) = self.parent(clause).and_then(|above| self.verb(above)) else { return false };
        let above = self.parent(clause);
        let mut subject = verb.tokens.start.saturating_sub(8)..verb.tokens.start;
        self.parse.clauses[clause].kind == ClauseKind::Content
            && !verb.passive
            && subject
                .any(|at| self.parse.clause_of(at) == above && self.sense(at).is(Sense::RECORD.with(Sense::STUDY)))
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

    /// `It was put out at 4am`: the day, which is the next behind what was told of an evening.
    pub(super) fn early(&self, clause: usize) -> Option<String> {
        let own = |t: &&Timex| t.kind == TimexKind::Time && self.parse.clause_of(t.tokens.start) == Some(clause);
        let timex = self.timexes.iter().take(MANY).find(own)?;
        let (day, hour) = timex.value.split_once('T').filter(|(day, _)| when::is_day(day))?;
        let early = hour.len() == 5 && hour.starts_with('0') && hour < "06";
        early.then(|| day.to_string())
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

    /// True when words of the clause point away from the time of the story; [`is_of_an_age`](Self::is_of_an_age) is apart.
    pub(super) fn is_elsewhen(&self, clause: usize, held: &[Hold]) -> bool {
        let tokens = self.parse.clauses[clause].tokens;
        let range = tokens.start..tokens.end.min(tokens.start + FAR);
        // What someone claims of themselves or others is of no known time.
        let claim = |c: usize| self.verb(c).is_some_and(|v| self.sense(v.main).is(Sense::CLAIM));
        let mut at = clause;
        for _ in 0..8 {
            let Some(parent) = self.parent(at) else { break };
            if self.parse.clauses[at].kind == ClauseKind::Content && claim(parent) {
                return true;
            }
            at = parent;
        }
        let story = self.behind_dateline(tokens.start);
        let first = self.timexes.partition_point(|t| t.tokens.end <= story);
        // `down from £3m the year before`
        let aside = |at: u32| {
            let mine = self.timexes[first..].iter().zip(&held[first..]).take(MANY);
            mine.into_iter().any(|(t, hold)| *hold == Hold::Aside && t.tokens.range().contains(&(at as usize)))
        };
        // `signed a contract until 2027`
        let ahead = |at: u32| {
            let next = self.timexes[first..].iter().take(MANY).find(|t| t.tokens.start == at + 1);
            let date = next.and_then(|t| t.date.as_deref()).zip(self.published);
            self.word(at) == "until" && date.and_then(|(d, p)| when::compare(d, p)) == Some(std::cmp::Ordering::Greater)
        };
        let own = |at: &u32| self.parse.clause_of(*at) == Some(clause);
        let pointer = range.filter(own).any(|at| self.points_away(clause, at) && !aside(at) && !ahead(at));
        // Words of time that do not date it: `just after joining in 2011`.
        let verb = self.verb(clause);
        // `Lessons came by boat every fortnight`: a habit.
        let habit = self.timexes[first..].iter().take(MANY).take_while(|t| t.tokens.start < tokens.end).any(|t| {
            // `were hurt at the annual fair`: at one of them.
            let start = t.tokens.start;
            let one = self.word(start) == "annual" && start > 0 && matches!(self.word(start - 1), "the" | "'s" | "’s");
            t.kind == TimexKind::Set && self.parse.clause_of(start) == Some(clause) && !one
        });
        // `was sent out four months in advance`
        let ahead = self.timexes[first..].iter().take(MANY).take_while(|t| t.tokens.start < tokens.end).any(|t| {
            let next = |more: usize| {
                self.doc.tokens.get(t.tokens.end as usize + more).map_or("", |_| self.word(t.tokens.end + more as u32))
            };
            let short = self.is_of(t.tokens.end - 1, Group::Brief);
            t.kind == TimexKind::Duration
                && !short
                && !self.is_term(clause, t.tokens.end - 1)
                && self.parse.clause_of(t.tokens.start) == Some(clause)
                && (matches!(next(0), "before" | "after" | "prior" | "earlier" | "later")
                    || next(0) == "in" && next(1) == "advance")
        });
        // `has tried to fill it for the past three years`: so for long, not of one day.
        let below = |c: usize| c == clause || self.parse.clauses[c].parent == Some(clause as u32);
        let long = verb.is_some_and(|v| v.tense == VerbTense::PresentPerfect)
            && self.timexes[first..].iter().take(MANY).any(|t| {
                t.kind == TimexKind::Duration
                    && t.date.is_some()
                    && t.tokens.start > tokens.start
                    && !self.is_term(clause, t.tokens.end - 1)
                    && self.parse.clause_of(t.tokens.start).is_some_and(below)
                    && matches!(self.word(t.tokens.start - 1), "for" | "over" | "during" | "throughout")
            });
        // `has angered many in the past weeks`, `has grown, leading to raids in recent months`
        let lately = verb.is_some_and(|v| v.tense == VerbTense::PresentPerfect)
            && self.timexes[first..].iter().take(MANY).any(|t| {
                t.kind == TimexKind::Duration
                    && self.parse.clause_of(t.tokens.start).is_some_and(below)
                    && t.tokens.range().any(|at| matches!(self.doc.word(at), "past" | "last" | "recent"))
                    // Not `has jailed nine over raids in the past year`.
                    && !verb.is_some_and(|v| {
                        let object = v.main + 1..t.tokens.start.saturating_sub(1);
                        object.take(FAR as usize).any(|at| matches!(self.word(at), "over" | "for" | "about" | "of"))
                    })
            });
        // `For the full year sales rose`: of no day, though of a year that the sentence tells.
        let year = |t: &Timex| when::grain(t.date.as_deref().unwrap_or_default()) == 2;
        let whole = !self.timexes.iter().take(MANY).any(year)
            && tokens.range().skip(2).take(MANY).any(|at| {
                let word = |back: usize| self.doc.word(at - back);
                let full = usize::from(matches!(word(1), "full" | "whole"));
                matches!(word(0), "year" | "quarter" | "half" | "period")
                    && word(1 + full) == "the"
                    && at > tokens.start as usize + 1 + full
                    && matches!(word(2 + full), "for" | "For" | "over" | "Over" | "in" | "In")
            });
        if habit || whole || ahead || long || lately || self.is_of_the_start(clause) || self.is_on_record(clause) {
            return true;
        }
        let other = self.timexes[first..]
            .iter()
            .zip(&held[first..])
            .take(MANY)
            .take_while(|(t, _)| t.tokens.start < tokens.end)
            .any(|(timex, hold)| {
                let inside = self.parse.clause_of(timex.tokens.start).is_some_and(|c| {
                    c == clause
                        || self.parse.clauses[c].parent == Some(clause as u32)
                            && self.verb(c).is_some_and(|v| v.tense == VerbTense::None)
                });
                let ahead = timex.tokens.range().take(4).any(|at| matches!(self.doc.word(at), "next" | "coming"));
                let stretch = timex.kind == TimexKind::Duration;
                // `convicted of the 2009 murder`, `the worst since the storm of October 2017`
                let earlier =
                    self.published.zip(timex.date.as_deref()).is_some_and(|(p, d)| when::start(d) <= when::start(p));
                let object = matches!(hold, Hold::Noun { .. })
                    && earlier
                    && verb.is_some_and(|v| {
                        let mut between = v.main + 1..timex.tokens.start.min(v.main + FAR);
                        v.main < timex.tokens.start
                            && match v.tense {
                                VerbTense::Past => true,
                                // Not `has grown since the murder of May`.
                                VerbTense::PresentPerfect => {
                                    !between.any(|at| matches!(self.word(at), "since" | "until" | "before" | "for"))
                                }
                                _ => false,
                            }
                    });
                // `Dora, a storm of the 2010 season, has formed`
                let aside = verb.is_some_and(|v| {
                    v.tense == VerbTense::PresentPerfect
                        && timex.tokens.end < v.tokens.start
                        && self.is_mark(v.tokens.start - 1)
                        && (tokens.start..timex.tokens.start).rev().take(FAR as usize).any(|at| self.is_mark(at))
                });
                // `has won the 2025 Song Cup`: a year that is not over.
                let now = self.published.zip(timex.date.as_deref()).and_then(|(p, d)| when::compare(d, p));
                // `issued a warning for Sunday`, `signed a contract until 2027`
                let to_come = now == Some(std::cmp::Ordering::Greater)
                    && verb.is_some_and(|v| {
                        let told = matches!(v.tense, VerbTense::Past | VerbTense::PresentPerfect);
                        let meant = self.sense(v.main).is(Sense::PLAN.with(Sense::FIXED));
                        told && !meant && v.main < timex.tokens.start
                    });
                let current = now == Some(std::cmp::Ordering::Equal)
                    && when::grain(timex.date.as_deref().unwrap_or_default()) < 4
                    && verb.is_some_and(|v| v.tense == VerbTense::PresentPerfect && v.main < timex.tokens.start);
                inside
                    && !object
                    && !current
                    && !to_come
                    && !aside
                    && !self.leads_aside(clause, timex.tokens.start)
                    && *hold != Hold::Clause(clause)
                    && *hold != Hold::Aside
                    && !matches!(hold, Hold::Clause(c) if self.is_deed(*c))
                    && (timex.date.is_some() && !(stretch && ahead) || timex.kind == TimexKind::Date)
                    && timex.kind != TimexKind::Time
                    && timex.value != "PRESENT_REF"
            });
        // `after the fall of the Berlin Wall`
        let known = self.anchors.iter().take(MANY).any(|a| {
            let before = a.tokens.start.saturating_sub(3)..a.tokens.start;
            self.parse.clause_of(a.tokens.start) == Some(clause)
                && before.into_iter().any(|at| {
                    matches!(self.word(at), "after" | "before" | "since" | "until" | "After" | "Before" | "Since")
                        || self.word(at).eq_ignore_ascii_case("following")
                })
        });
        pointer || other || known || verb.is_some_and(|v| self.is_of_all_times(clause, v))
    }

    /// `has won at every Games since …`, `Elsewhere, it has been banned in …`: so up to now, since nobody says when.
    fn is_of_all_times(&self, clause: usize, verb: &VerbGroup) -> bool {
        if verb.tense != VerbTense::PresentPerfect {
            return false;
        }
        let sentence = self.doc.sentences[self.number].tokens;
        let behind = verb.tokens.end..sentence.end.min(verb.tokens.end + 12);
        let every = behind
            .clone()
            .find(|&at| matches!(self.word(at), "every" | "each") && self.parse.clause_of(at) == Some(clause));
        let always = every.is_some_and(|at| (at..behind.end).any(|at| self.word(at) == "since"));
        // Not `Elsewhere, a mill has burned`, in news of the day.
        let elsewhere =
            self.word(sentence.start).eq_ignore_ascii_case("elsewhere") && self.word(sentence.start + 1) != ",";
        always || elsewhere
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
            let heard = |v: &VerbGroup| {
                matches!(self.word(v.main), "heard" | "told") && (v.passive || self.word(v.main) == "heard")
            };
            let court = |v: &VerbGroup| (c.tokens.start..v.tokens.start).any(|at| self.sense(at).is(Sense::COURT));
            c.kind == ClauseKind::Main
                && c.tokens.start >= end
                && c.tokens.len() < 8
                && self.verb(number).is_some_and(|v| heard(v) && court(v))
        })
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
