//! What in a clause tells that it is of another time than the story's: one clue each.

use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;
use crate::timeline::attach::Hold;
use crate::timeline::candidates::{FAR, MANY, Reader};
use crate::timeline::lexicon::{Group, Sense};
use crate::timeline::when;
use std::cmp::Ordering;

/// A clause, with what every clue asks for.
struct Clues<'r, 'a> {
    reader: &'r Reader<'a>,
    clause: usize,
    tokens: TokenRange,
    verb: Option<&'r VerbGroup>,
    /// The words of time of the sentence that stand behind its dateline, and what each dates.
    timexes: &'r [Timex],
    held: &'r [Hold],
    /// The same for all words of time of the sentence.
    all_held: &'r [Hold],
}

/// From how many days before the publication on a date is long ago.
const LONG_AGO: u32 = 180;

impl Reader<'_> {
    /// True when words of the clause point away from the time of the story; [`is_of_an_age`](Self::is_of_an_age) is apart.
    pub(in crate::timeline) fn is_elsewhen(&self, clause: usize, held: &[Hold]) -> bool {
        let tokens = self.parse.clauses[clause].tokens;
        let story = self.behind_dateline(tokens.start);
        let first = self.timexes.partition_point(|t| t.tokens.end <= story);
        let clues = Clues {
            reader: self,
            clause,
            tokens,
            verb: self.verb(clause),
            timexes: &self.timexes[first..],
            held: &held[first..],
            all_held: held,
        };
        clues.is_claimed()
            || clues.points_away()
            || clues.is_habit()
            || clues.is_of_a_whole_year()
            || clues.is_in_advance()
            || clues.is_after_so_long()
            || clues.is_for_so_long()
            || clues.is_lately()
            || clues.is_of_the_start()
            || clues.is_on_record()
            || clues.has_another_date()
            || clues.is_beside_what_is_known()
            || clues.is_beside_the_past()
            || clues.is_of_all_times()
    }
}

impl Clues<'_, '_> {
    /// The words of time that stand before the end of the clause.
    fn timexes(&self) -> impl Iterator<Item = &Timex> {
        self.timexes.iter().take(MANY).take_while(|t| t.tokens.start < self.tokens.end)
    }

    /// True for a word of the clause itself.
    fn is_own(&self, at: u32) -> bool {
        self.reader.parse.clause_of(at) == Some(self.clause)
    }

    /// True for a word of the clause or of one right below it.
    fn is_own_or_below(&self, at: u32) -> bool {
        let below = |c: usize| c == self.clause || self.reader.parse.clauses[c].parent == Some(self.clause as u32);
        self.reader.parse.clause_of(at).is_some_and(below)
    }

    fn has_tense(&self, tense: VerbTense) -> bool {
        self.verb.is_some_and(|v| v.tense == tense)
    }

    /// Where `timex` lies, seen from the publication.
    fn seen_today(&self, timex: &Timex) -> Option<Ordering> {
        self.reader.published.zip(timex.date.as_deref()).and_then(|(published, date)| when::compare(date, published))
    }

    /// What someone claims of themselves or others is of no known time.
    fn is_claimed(&self) -> bool {
        let reader = self.reader;
        let claim = |c: usize| reader.verb(c).is_some_and(|v| reader.sense(v.main).is(Sense::CLAIM));
        let content = |c: usize| reader.parse.clauses[c].kind == ClauseKind::Content;
        let above = std::iter::successors(Some(self.clause), |&at| reader.parent(at)).take(8);
        above.filter(|&at| content(at)).any(|at| reader.parent(at).is_some_and(claim))
    }

    /// `had previously opposed`, `so far`.
    fn points_away(&self) -> bool {
        let reader = self.reader;
        // `down from £3m the year before`
        let aside = |at: u32| {
            let mut mine = self.timexes.iter().zip(self.held).take(MANY);
            mine.any(|(t, hold)| *hold == Hold::Aside && t.tokens.range().contains(&(at as usize)))
        };
        // `signed a contract until 2027`
        let ahead = |at: u32| {
            let next = self.timexes.iter().take(MANY).find(|t| t.tokens.start == at + 1);
            reader.word(at) == "until" && next.and_then(|t| self.seen_today(t)) == Some(Ordering::Greater)
        };
        (self.tokens.start..self.tokens.end.min(self.tokens.start + FAR))
            .any(|at| self.is_own(at) && reader.points_away(self.clause, at) && !aside(at) && !ahead(at))
    }

    /// `Lessons came by boat every fortnight`.
    fn is_habit(&self) -> bool {
        self.timexes().any(|t| {
            // `were hurt at the annual fair`: at one of them.
            let start = t.tokens.start;
            let word = |at: u32| self.reader.word(at);
            let one = word(start) == "annual" && start > 0 && matches!(word(start - 1), "the" | "'s" | "’s");
            t.kind == TimexKind::Set && self.is_own(start) && !one
        })
    }

    /// `was sent out four months in advance`
    fn is_in_advance(&self) -> bool {
        let reader = self.reader;
        self.timexes().any(|t| {
            let next = |more: u32| {
                let at = t.tokens.end + more;
                reader.doc.tokens.get(at as usize).map_or("", |_| reader.word(at))
            };
            t.kind == TimexKind::Duration
                && !reader.is_of(t.tokens.end - 1, Group::Brief)
                && !reader.is_term(self.clause, t.tokens.end - 1)
                && self.is_own(t.tokens.start)
                && (matches!(next(0), "before" | "after" | "prior" | "earlier" | "later")
                    || next(0) == "in" && next(1) == "advance")
        })
    }

    /// `After three days of questioning he signed it`, `On the eleventh day two men came`: not when it began. The news itself may
    /// be so.
    fn is_after_so_long(&self) -> bool {
        let reader = self.reader;
        let first = reader.doc.sentences[reader.number].tokens.start;
        let at = self.tokens.start;
        let word = |more: u32| reader.doc.tokens.get((at + more) as usize).map_or("", |_| reader.word(at + more));
        let after = word(0) == "After"
            && reader.timexes.iter().take(MANY).any(|t| {
                t.kind == TimexKind::Duration
                    && t.tokens.start == at + 1
                    && !reader.is_of(t.tokens.end - 1, Group::Brief)
            });
        let nth = matches!(
            word(2),
            "second"
                | "third"
                | "fourth"
                | "fifth"
                | "sixth"
                | "seventh"
                | "eighth"
                | "ninth"
                | "tenth"
                | "eleventh"
                | "twelfth"
        ) || word(2).starts_with(|c: char| c.is_ascii_digit()) && word(2).ends_with("th");
        let nth = word(0) == "On" && word(1) == "the" && nth && word(3) == "day";
        at == first && !reader.opens && (after || nth)
    }

    /// `has tried to fill it for the past three years`: so for long, not of one day.
    fn is_for_so_long(&self) -> bool {
        let reader = self.reader;
        self.has_tense(VerbTense::PresentPerfect)
            && self.timexes.iter().take(MANY).any(|t| {
                t.kind == TimexKind::Duration
                    && t.date.is_some()
                    && t.tokens.start > self.tokens.start
                    && !reader.is_term(self.clause, t.tokens.end - 1)
                    && self.is_own_or_below(t.tokens.start)
                    && matches!(reader.word(t.tokens.start - 1), "for" | "over" | "during" | "throughout")
            })
    }

    /// `has angered many in the past weeks`, `has grown, leading to raids in recent months`
    fn is_lately(&self) -> bool {
        let reader = self.reader;
        // Not `has jailed nine over raids in the past year`.
        let of_its_object = |t: &Timex| {
            self.verb.is_some_and(|v| {
                let mut object = (v.main + 1..t.tokens.start.saturating_sub(1)).take(FAR as usize);
                object.any(|at| matches!(reader.word(at), "over" | "for" | "about" | "of"))
            })
        };
        let past = |t: &Timex| t.tokens.range().any(|at| matches!(reader.doc.word(at), "past" | "last" | "recent"));
        self.has_tense(VerbTense::PresentPerfect)
            && self.timexes.iter().take(MANY).any(|t| {
                t.kind == TimexKind::Duration && self.is_own_or_below(t.tokens.start) && past(t) && !of_its_object(t)
            })
    }

    /// `For the full year sales rose`: of no day, though of a year that the sentence tells.
    fn is_of_a_whole_year(&self) -> bool {
        let doc = self.reader.doc;
        let year = |t: &Timex| when::grain(t.date.as_deref().unwrap_or_default()) == 2;
        !self.reader.timexes.iter().take(MANY).any(year)
            && self.tokens.range().skip(2).take(MANY).any(|at| {
                let word = |back: usize| doc.word(at - back);
                let full = usize::from(matches!(word(1), "full" | "whole"));
                matches!(word(0), "year" | "quarter" | "half" | "period")
                    && word(1 + full) == "the"
                    && at > self.tokens.start as usize + 1 + full
                    && matches!(word(2 + full), "for" | "For" | "over" | "Over" | "in" | "In")
            })
    }

    /// `was first observed`, `At first, police blamed …`: how something began, not where it stands now.
    fn is_of_the_start(&self) -> bool {
        let (reader, tokens) = (self.reader, self.tokens);
        let Some(verb) = self.verb else { return false };
        let is = |at: u32, word: &str| reader.word(at).eq_ignore_ascii_case(word);
        // Not `the first died`, nor `first spoke and then left`.
        let one = |at: u32| at > tokens.start && reader.sense(at - 1).is(Sense::DETERMINER);
        let then = || (verb.main..tokens.end.min(verb.main + FAR)).any(|at| is(at, "then"));
        let firstly = |at: u32| is(at, "first") && self.is_own(at) && at > tokens.start && !one(at) && !then();
        let before = verb.tokens.start.saturating_sub(1);
        let led = || (before..verb.main).any(firstly);
        let at_first = || {
            (tokens.start..verb.main.saturating_sub(1)).take(FAR as usize).any(|at| {
                is(at, "at") && is(at + 1, "first") && (reader.is_mark(at + 2) || at + 2 == verb.tokens.start)
            })
        };
        verb.tense == VerbTense::Past && (verb.passive && !reader.names_hour(self.clause) && led() || at_first())
    }

    /// What a report, a file or an inquiry says was done before it was written.
    fn is_on_record(&self) -> bool {
        let reader = self.reader;
        let above = reader.parent(self.clause);
        let Some(verb) = above.and_then(|above| reader.verb(above)) else { return false };
        let mut subject = verb.tokens.start.saturating_sub(8)..verb.tokens.start;
        reader.parse.clauses[self.clause].kind == ClauseKind::Content
            && !verb.passive
            && subject
                .any(|at| reader.parse.clause_of(at) == above && reader.sense(at).is(Sense::RECORD.with(Sense::STUDY)))
    }

    /// Words of time that do not date it: `just after joining in 2011`.
    fn has_another_date(&self) -> bool {
        self.timexes.iter().zip(self.held).take(MANY).take_while(|(t, _)| t.tokens.start < self.tokens.end).any(
            |(timex, hold)| {
                let reader = self.reader;
                let untensed = |c: usize| reader.verb(c).is_some_and(|v| v.tense == VerbTense::None);
                let below = |c: usize| reader.parse.clauses[c].parent == Some(self.clause as u32) && untensed(c);
                let inside = reader.parse.clause_of(timex.tokens.start).is_some_and(|c| c == self.clause || below(c));
                let mut words = timex.tokens.range().take(4).map(|at| reader.doc.word(at));
                let coming = timex.kind == TimexKind::Duration && words.any(|w| matches!(w, "next" | "coming"));
                inside
                    && !self.is_of_its_object(timex, hold)
                    && !self.is_of_now(timex)
                    && !self.is_to_come(timex)
                    && !self.is_put_in(timex)
                    && !reader.leads_aside(self.clause, timex.tokens.start)
                    && *hold != Hold::Clause(self.clause)
                    && *hold != Hold::Aside
                    && !matches!(hold, Hold::Clause(c) if reader.is_deed(*c))
                    && (timex.date.is_some() && !coming || timex.kind == TimexKind::Date)
                    && timex.kind != TimexKind::Time
                    && timex.value != "PRESENT_REF"
            },
        )
    }

    /// `convicted of the 2009 murder`, `the worst since the storm of October 2017`
    fn is_of_its_object(&self, timex: &Timex, hold: &Hold) -> bool {
        let dates = self.reader.published.zip(timex.date.as_deref());
        let earlier = dates.is_some_and(|(published, date)| when::start(date) <= when::start(published));
        let Some(verb) = self.verb.filter(|v| v.main < timex.tokens.start) else { return false };
        let mut between = verb.main + 1..timex.tokens.start.min(verb.main + FAR);
        matches!(hold, Hold::Noun { .. })
            && earlier
            && match verb.tense {
                VerbTense::Past => true,
                // Not `has grown since the murder of May`.
                VerbTense::PresentPerfect => {
                    !between.any(|at| matches!(self.reader.word(at), "since" | "until" | "before" | "for"))
                }
                _ => false,
            }
    }

    /// `Dora, a storm of the 2010 season, has formed`
    fn is_put_in(&self, timex: &Timex) -> bool {
        self.verb.is_some_and(|v| {
            v.tense == VerbTense::PresentPerfect
                && timex.tokens.end < v.tokens.start
                && self.reader.is_mark(v.tokens.start - 1)
                && (self.tokens.start..timex.tokens.start).rev().take(FAR as usize).any(|at| self.reader.is_mark(at))
        })
    }

    /// `issued a warning for Sunday`, `signed a contract until 2027`
    fn is_to_come(&self, timex: &Timex) -> bool {
        self.seen_today(timex) == Some(Ordering::Greater)
            && self.verb.is_some_and(|v| {
                let told = matches!(v.tense, VerbTense::Past | VerbTense::PresentPerfect);
                let meant = self.reader.sense(v.main).is(Sense::PLAN.with(Sense::FIXED));
                told && !meant && v.main < timex.tokens.start
            })
    }

    /// `has won the 2025 Song Cup`: a year that is not over.
    fn is_of_now(&self, timex: &Timex) -> bool {
        self.seen_today(timex) == Some(Ordering::Equal)
            && when::grain(timex.date.as_deref().unwrap_or_default()) < 4
            && self.verb.is_some_and(|v| v.tense == VerbTense::PresentPerfect && v.main < timex.tokens.start)
    }

    /// `after the fall of the Berlin Wall`
    fn is_beside_what_is_known(&self) -> bool {
        self.reader.anchors.iter().take(MANY).any(|a| {
            let word = |at: u32| self.reader.word(at);
            let beside = |at: u32| {
                matches!(word(at), "after" | "before" | "since" | "until" | "After" | "Before" | "Since")
                    || word(at).eq_ignore_ascii_case("following")
            };
            self.is_own(a.tokens.start) && (a.tokens.start.saturating_sub(3)..a.tokens.start).any(beside)
        })
    }

    /// `The town lost 400 jobs after the mill closed in 2009`: nobody says how long after; not for the news that opens the
    /// story, `A man was jailed after he robbed a bank in 2021`.
    fn is_beside_the_past(&self) -> bool {
        let reader = self.reader;
        let Some(published) = reader.published.filter(|_| !reader.opens) else { return false };
        let long_ago = |t: &Timex| {
            t.kind == TimexKind::Date
                && self.seen_today(t) == Some(Ordering::Less)
                && t.date.as_deref().is_some_and(|date| !when::is_near(published, date, LONG_AGO))
        };
        let dated = |number: usize| {
            let mut dates = reader.timexes.iter().take(MANY).zip(self.all_held);
            dates.any(|(t, hold)| *hold == Hold::Clause(number) && long_ago(t))
        };
        let near = self.clause.saturating_sub(8)..reader.parse.clauses.len().min(self.clause + 9);
        near.into_iter().any(|number| {
            let child = &reader.parse.clauses[number];
            let beside = || match reader.lower(child.tokens.start).as_ref() {
                "after" | "once" | "before" => true,
                // Not `has won for the first time since it was founded in 2009`.
                "since" => self.verb.is_some_and(|v| child.tokens.start < v.main),
                _ => false,
            };
            let below = child.kind == ClauseKind::Subordinate && child.parent == Some(self.clause as u32);
            below && beside() && dated(number)
        })
    }

    /// `has won at every Games since …`, `Elsewhere, it has been banned in …`: so up to now, since nobody says when.
    fn is_of_all_times(&self) -> bool {
        let reader = self.reader;
        let Some(verb) = self.verb.filter(|v| v.tense == VerbTense::PresentPerfect) else { return false };
        let sentence = reader.doc.sentences[reader.number].tokens;
        let mut behind = verb.tokens.end..sentence.end.min(verb.tokens.end + 12);
        let each = |at: u32| matches!(reader.word(at), "every" | "each") && self.is_own(at);
        let always = behind.any(each) && behind.any(|at| reader.word(at) == "since");
        // Not `Elsewhere, a mill has burned`, in news of the day.
        let elsewhere =
            reader.word(sentence.start).eq_ignore_ascii_case("elsewhere") && reader.word(sentence.start + 1) != ",";
        // `have raided nine towns since they ended the truce`: one after another; not `for the first time since it closed`.
        let child = |c: usize| {
            let since = reader.parse.clauses.get(c).filter(|child| {
                let below = child.kind == ClauseKind::Subordinate && child.parent == Some(self.clause as u32);
                below && child.tokens.start >= verb.tokens.end && reader.word(child.tokens.start) == "since"
            });
            let tensed = || reader.verb(c).is_some_and(|v| v.tense != VerbTense::None);
            since.is_some_and(|since| tensed() && reader.word(since.tokens.start - 1) != "time")
        };
        always || elsewhere || (self.clause + 1..self.clause + 9).any(child)
    }
}
