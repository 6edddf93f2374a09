//! Where the story is: what the dates of a text that say less than a year, a month or a day go on from.

use super::{Match, Resolver};
use crate::TokenRange;
use crate::document::{Case, TokenKind};
use crate::lists::List;
use crate::time::calendar::Date;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::names::long;
use crate::time::tense::{self, Direction};
use crate::time::value::{Part, Unit, Value};

/// Years between a history and what is only an aside in it.
const ASIDE: u16 = 40;

/// How many days back the news of a day is told.
const LATELY: i32 = 7;
/// How many sentences it is told in, without its day being said again.
const FAR: u32 = 6;

/// Words that lead away from a date, where no noun follows it.
static LINKS: List =
    List::new("after before during from into onto over that until upon were when where which while with would");

/// Who is told what was done on some day before.
pub(super) static COURT: List = List::new("court hearing inquest inquiry jurors jury tribunal");

/// Verbs whose day is that of the saying.
const SAID: &[&str] = &["added", "announced", "confirmed", "reported", "said", "told"];

/// `said on Friday`, `was published on Friday`
pub(in crate::time) fn is_of_saying(word: &str) -> bool {
    SAID.contains(&word) || matches!(word, "published" | "released" | "ruled" | "warned")
}

impl Resolver<'_> {
    /// The run of the story goes on from calendar values.
    pub(super) fn remember(&mut self, found: &Match, value: Value) {
        let calendar = !matches!(found.meaning, Meaning::Fixed(..) | Meaning::Stretch { .. });
        // In a history what is counted from the publication is an aside too.
        let now = self.frame.narrative
            && matches!(
                found.meaning,
                Meaning::Point(Point::Shift { from: From::Now, .. }, _) | Meaning::HoursFrom { .. }
            );
        // `taught today`, in the middle of a history: the story goes on from where it was.
        let today =
            matches!(found.meaning, Meaning::Point(Point::Shift { from: From::Now, amount: 0, unit: Unit::Day }, _))
                && self.story.and_then(|s| s.year()).zip(value.year()).is_some_and(|(a, b)| a.abs_diff(b) >= 2);
        let now = now || today;
        let bare_clock = matches!(found.meaning, Meaning::Clock { on: None, .. } | Meaning::Part { on: None, .. });
        if calendar && !bare_clock && !now && value.first_day().is_some() {
            let coarse = value.unit().is_some_and(|u| u >= Unit::Decade);
            // A bare year far from the story is an aside (`unlike in 1614`), not where the story goes on.
            let aside = matches!(value, Value::Year(_))
                && self.frame.narrative
                && self.story.and_then(|s| s.year()).zip(value.year()).is_some_and(|(a, b)| a.abs_diff(b) > ASIDE);
            // `the 21 December 1988 bombing`: a date that only tells which one is not where we are.
            let told_by = (found.tokens.start as usize).checked_sub(1).map_or("", |at| self.doc.word(at));
            let label = !self.frame.narrative
                && matches!(found.meaning, Meaning::Point(Point::Known(Value::Day(_) | Value::Month { .. }), _))
                && ["the", "a", "an", "'s", "’s"].contains(&told_by);
            // `the November 27 pact`, where another day was told already: what follows does not count from it.
            // Nor is `the 2002 bombings`.
            let which = match found.meaning {
                Meaning::Point(Point::Month { day: Some(_), .. }, Dir::Open) => self.day.is_some(),
                Meaning::Point(Point::Known(Value::Year(_)), _) => true,
                _ => false,
            };
            let named = which && !self.frame.narrative && self.is_attribute(found);
            // `the 2026 Citizen of the Year awards`
            let title = matches!(value, Value::Year(_))
                && !self.frame.narrative
                && told_by.eq_ignore_ascii_case("the")
                && self.doc.tokens.get(found.tokens.end as usize).is_some_and(|t| t.case == Case::Title);
            // `11 February last year` too
            let full = matches!(
                found.meaning,
                Meaning::Point(Point::Known(_) | Point::MonthOf { from: From::Now, .. }, _)
                    | Meaning::Clock { on: Some((Point::Known(_) | Point::MonthOf { from: From::Now, .. }, _)), .. }
            );
            if let Some(day) = value.first_day().filter(|_| full && value.unit().is_some_and(|u| u <= Unit::Day)) {
                self.full = Some(day);
            }
            // `higher than in June 2003`; `spoke on Tuesday about the pact of August 2018. The following day …`
            let before = |back: u32| found.tokens.start.checked_sub(back).map_or("", |at| self.doc.word(at as usize));
            // `were lower in March 2020`: what is compared with is not where the story is.
            let compared = matches!(before(2), "than" | "fewer" | "higher" | "lower" | "better" | "worse");
            // `less than it had been in 1992`
            let compared = compared
                || matches!(
                    (before(3), before(4), before(5)),
                    ("had" | "was" | "were", "it" | "they", "than") | ("been", "had", _)
                );
            let than = before(1) == "than" || compared && matches!(before(1), "in" | "on" | "at" | "during");
            let named = named
                || !self.frame.narrative
                    && (than
                        || told_by == "of"
                            && matches!(found.meaning, Meaning::Point(Point::Known(Value::Month { .. }), _))
                            && self.day.is_some()
                            && self.day_at == found.sentence);
            let unmoved = self.is_since_before(found);
            let since = unmoved || self.is_since(found);
            let in_passing = matches!(value, Value::Year(_)) && self.is_in_relative(found, &[","]);
            // `the hall, which shut in 1995 and is for sale`: what is counted may go on from there, the story does not.
            let of_past =
                matches!(value, Value::Year(_)) && self.frame.narrative && self.is_in_relative(found, &["and", "but"]);
            let quoting = matches!(value, Value::Year(_) | Value::Month { .. })
                && self.story.is_some()
                && tense::is_of_quoting(self.doc, found.sentence, found.tokens);
            let in_passing = in_passing || quoting;
            let beside = self.is_beside_main(found);
            let in_passing = in_passing || beside || unmoved;
            let aside =
                aside || of_past || label || named || title || since || in_passing || self.is_aside(found, value);
            if let Meaning::Point(
                Point::Known(told @ (Value::Day(Date { year, month, .. }) | Value::Month { year, month })),
                _,
            ) = found.meaning
                && self.frame.published.is_some_and(|d| year > d.year || told.first_day().is_some_and(|day| day > d))
            {
                let ahead = &mut self.ahead[usize::from(month - 1) % 12];
                // One of two days: the month.
                let other = ahead.is_some_and(|before| before != told && before.unit() == Some(Unit::Day));
                *ahead = Some(if other { Value::Month { year, month } } else { told });
            }
            if !coarse && !named && !in_passing {
                self.last = Some(value);
                self.since = since;
            }
            if !coarse && !aside {
                let said = matches!(found.meaning, Meaning::Point(Point::Known(_), _));
                self.before = self.story.filter(|story| said && self.frame.narrative && is_before(value, *story));
                self.story = Some(value);
                self.story_at = found.sentence;
                (self.told, self.passing) = (Some(found.tokens), None);
            }
            // `were held on Thursday, police said on Friday. … at 6 p.m.`: an hour is of the day of what happened.
            let said = self.day.is_some() && self.day_at + 1 >= found.sentence && self.is_said(found);
            if value.unit().is_some_and(|u| u <= Unit::Day) && !named && !since && !said && !beside {
                self.day = value.first_day();
                self.day_at = found.sentence;
                self.day_said = self.is_said(found);
                let old = |day: &Date| {
                    self.frame.published.is_none_or(|now| !(0..=super::OLD).contains(&(now.number() - day.number())))
                };
                self.fresh = self.day.filter(|day| !old(day)).map(|day| (found.sentence, day)).or(self.fresh);
            }
        }
    }

    /// In a history: what only tells which one is meant (`the August 1792 parade`, `the Constitution (1790)`), what goes
    /// back to compare (`as in the previous year`) or looks ahead (`might stay until December`).
    fn is_aside(&self, found: &Match, value: Value) -> bool {
        if !self.frame.narrative {
            return false;
        }
        let Some(story) = self.story else { return false };
        let (start, end) = (found.tokens.start as usize, found.tokens.end as usize);
        let before = start.checked_sub(1).map_or("", |at| self.doc.word(at));
        match found.meaning {
            Meaning::Point(Point::Known(_), _) if is_before(value, story) => {
                let own = self.doc.word(start).eq_ignore_ascii_case("the") || before.eq_ignore_ascii_case("the");
                let next = self.doc.tokens.get(end).filter(|t| t.kind == TokenKind::Word && t.span.len() > 3);
                let noun = next.is_some_and(|t| !LINKS.hold(t.hash));
                before == "(" || own && noun
            }
            Meaning::Point(Point::Shift { from: From::Story, amount: ..0, unit }, _) => unit >= Unit::Month,
            Meaning::Point(Point::MonthOf { from: From::Story, years: ..0, .. }, _) => true,
            Meaning::Point(Point::Month { .. } | Point::Season(_), Dir::Open) => {
                let from = self.doc.sentences[found.sentence as usize].tokens.start as usize;
                // `“… we have bread through the winter”`
                let spoken = (from.max(start.saturating_sub(10))..start)
                    .any(|at| ["we", "i", "you"].iter().any(|w| w.eq_ignore_ascii_case(self.doc.word(at))));
                spoken || self.direction(found) == Direction::Future
            }
            _ => false,
        }
    }

    /// `The mayor, who was first elected in 1962, fell ill in June`: a year of somebody's past.
    fn is_in_relative(&self, found: &Match, then: &[&str]) -> bool {
        let (start, end) = (found.tokens.start as usize, found.tokens.end as usize);
        let from = self.doc.sentences[found.sentence as usize].tokens.start as usize;
        let mut back = (from.max(start.saturating_sub(12)) + 1..start).rev().take_while(|at| self.doc.word(*at) != ",");
        let who = back.any(|at| matches!(self.doc.word(at), "who" | "whose" | "which") && self.doc.word(at - 1) == ",");
        who && then.contains(&self.doc.word(end))
    }

    /// `police said on Friday`
    pub(super) fn is_said(&self, found: &Match) -> bool {
        let start = found.tokens.start as usize;
        let is = |back: usize, words: &[&str]| {
            start.checked_sub(back).is_some_and(|at| words.iter().any(|w| w.eq_ignore_ascii_case(self.doc.word(at))))
        };
        let on = usize::from(is(1, &["on", "late", "early"]));
        is(1 + on, SAID)
    }

    /// `emptier since the mill shut in July 2021`: how long something has been so, not where the story is.
    pub(super) fn is_since(&self, found: &Match) -> bool {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let words = (start.max(found.tokens.start.saturating_sub(10))..found.tokens.start).rev();
        let mut words = words.map(|at| self.doc.word(at as usize)).take_while(|w| !matches!(*w, "," | ";" | ":"));
        !self.frame.narrative && words.any(|w| w.eq_ignore_ascii_case("since"))
    }

    /// `unpaid since Christmas`, in a history: the last one before the story, which does not go on from there.
    pub(super) fn is_since_before(&self, found: &Match) -> bool {
        let since = |at: u32| self.doc.word(at as usize).eq_ignore_ascii_case("since");
        let open = |dir| self.frame.narrative && dir == Dir::Open;
        let what = match found.meaning {
            Meaning::Point(Point::Month { .. } | Point::Season(_) | Point::Holiday { year: None, .. }, dir) => {
                open(dir)
            }
            _ => false,
        };
        what && self.story_at == found.sentence && found.tokens.start.checked_sub(1).is_some_and(since)
    }

    /// `It was unclear on Sunday whether the talks, which opened on 21 May, would go on`: where the story is was told in the
    /// main clause, and what only says which talks these are does not lead away from it.
    fn is_beside_main(&self, found: &Match) -> bool {
        let relative = |tokens: TokenRange| tense::is_relative(self.doc, found.sentence, tokens);
        let fine = self.day.is_some() && self.day_at == found.sentence && !self.day_said;
        let told = self.told.filter(|_| fine && self.story_at == found.sentence);
        told.is_some_and(|told| !relative(told) && relative(found.tokens))
    }

    /// `The mill, which burned down in May 2015, …`, `built in May 2015`: where the story is was told in passing. Asked
    /// once for each place, so that the work stays linear.
    pub(super) fn is_passing(&mut self) -> bool {
        let (sentence, doc) = (self.story_at, self.doc);
        let told = self.told;
        *self.passing.get_or_insert_with(|| told.is_some_and(|tokens| tense::is_passing(doc, sentence, tokens)))
    }

    /// `at 11pm on Thursday. Four hours later …`: the day so many hours from the hour told just before it, and that hour.
    pub(super) fn hours_on(&self, found: &Match, from: From, quarters: i32) -> Option<(Date, String)> {
        let (sentence, value) = self.hour.filter(|h| from == From::Story && h.0 + 1 >= found.sentence)?;
        let Value::Clock { date: Some(date), clock } = value else { return None };
        let minutes = i32::from(clock.hour) * 60 + i32::from(clock.minute.unwrap_or(0));
        let days = minutes.checked_add(quarters.checked_mul(15)?)?.div_euclid(24 * 60);
        // A day that was told since is the one that is counted from.
        let told = self.day.is_none_or(|day| day == date || sentence == found.sentence);
        let hour = format!("{:02}:{:02} on {}", minutes / 60, minutes % 60, long(date));
        Some((date.plus_days(days)?, hour)).filter(|_| told && days != 0)
    }

    /// `the mayor said on Tuesday. ¶ A man who was there on that day`: not the day that somebody spoke on.
    pub(super) fn is_that_of_saying(&self, found: &Match) -> bool {
        let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
        let said = || {
            let told = self.told.filter(|_| self.story_at == self.day_at);
            self.day_said || told.is_some_and(|told| tense::is_governed_by_saying(self.doc, self.day_at, told))
        };
        let that = self.doc.is(found.tokens.start as usize, &["that"]);
        that && block(self.day_at) != block(found.sentence) && said()
    }

    /// `at 11.45pm on Friday and died at 2am`, `struck on Friday night. It was put out at 4am`: an hour right behind one
    /// late in the evening is of the next day.
    pub(super) fn past_midnight(&self, found: &Match, date: Option<Date>) -> Option<Date> {
        let Meaning::Clock { clock, on: None } = found.meaning else { return None };
        let (mut start, _, mut before) = self.behind?;
        // `until 11 p.m. Lee, in power since 2016, conceded at 2.30 a.m.`
        if let Some((sentence, hour)) = self.hour.filter(|_| before.unit() >= Some(Unit::Year)) {
            (start, before) = (self.doc.sentences[sentence as usize].tokens.start, hour);
        }
        let (day, late) = match before {
            Value::Clock { date, clock } => (date, clock.hour >= 20),
            Value::Part { date, part } => (date, matches!(part, Part::Evening | Part::Night)),
            // `were freed late on Sunday. … walked from a helicopter at 4.30 a.m.`
            Value::Day(day) => (Some(day), self.doc.is(start as usize, &["late"])),
            _ => return None,
        };
        let sentence = |number: u32| self.doc.sentences[number as usize].tokens.start <= start;
        let next = || {
            let over = self.frame.published.is_none_or(|now| date.is_none_or(|date| date < now));
            let near = found.sentence > 0 && sentence(found.sentence.saturating_sub(2));
            near && over && self.direction(found) != Direction::Future
        };
        let follows = day == date && late && clock.hour < 6 && (sentence(found.sentence) || next());
        (follows && !tense::is_passing(self.doc, found.sentence, found.tokens)).then(|| date?.plus_days(1))?
    }

    /// True for an hour told as past right behind a month or season that is over: on some day of it.
    pub(super) fn is_of_some_day(&mut self, found: &Match) -> bool {
        let over = |story: Value| {
            let coarse = story.unit().is_some_and(|u| u > Unit::Day);
            coarse
                && self
                    .frame
                    .published
                    .zip(story.last_day())
                    .is_some_and(|(now, last)| now.number() - last.number() > super::OLD)
        };
        !self.frame.narrative
            && self.story.is_some_and(over)
            && self.story_at + 2 >= found.sentence
            && self.direction(found) == Direction::Past
            && !self.is_passing()
    }

    /// The year of a day told as over, of which that of the publication or before, `past`, is no year: one near the date in
    /// full that was told last; one behind it where the passage has gone back to its year (`The dam burst on 3 August 1940.
    /// … The council resigned on 19 August`, told on the 10th).
    pub(super) fn year_of_passage(&self, past: i32, at: &dyn Fn(i32) -> Option<Value>) -> Option<(i32, Date)> {
        const NEAR: i32 = 120;
        let (full, now) = self.full.zip(self.frame.published)?;
        let since = |year: i32| Some(at(year)?.first_day()?.number() - full.number());
        if since(past).is_some_and(|days| days.abs() <= NEAR) {
            return Some((past, full));
        }
        let year = i32::from(full.year);
        let passage = self.last.and_then(|last| last.year()) == Some(full.year) && full.year + 2 <= now.year;
        (passage && since(year).is_some_and(|days| (0..=NEAR).contains(&days))).then_some((year, full))
    }

    /// `told the inquest on Tuesday that he had called two days earlier`: earlier than what the inquest is about.
    pub(super) fn is_told_to_court(&self, found: &Match) -> bool {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let Some((_, end, _)) = self.behind.filter(|(first, ..)| *first >= start) else { return false };
        let is = |at: u32, words: &[&str]| words.contains(&self.doc.word(at as usize));
        let first = start.max(end.saturating_sub(12));
        is(end, &["that", "how"])
            && (first..end).any(|at| is(at, &["told", "heard"]))
            && (first..end).any(|at| COURT.hold(self.doc.tokens[at as usize].hash))
    }

    /// `earlier in the day`, not `that day`
    pub(super) fn is_in_the_day(&self, found: &Match) -> bool {
        found.tokens.len() > 2 && self.doc.word(found.tokens.end as usize - 2) == "the"
    }

    /// `Earlier this week`, told on its first day: of the week before.
    pub(super) fn is_week_before(&self, found: &Match, base: Value, unit: Unit, amount: i32) -> bool {
        let first = matches!(base, Value::Day(day) if day.weekday() == 1);
        let earlier = || self.doc.word(found.tokens.start as usize).eq_ignore_ascii_case("earlier");
        (unit, amount) == (Unit::Week, 0) && first && earlier()
    }

    /// The day that the news was just at, where `later in the day` looks back to it.
    pub(super) fn day_of_news(&self, found: &Match) -> Option<Date> {
        let near = |day: &Date| self.frame.published.is_none_or(|now| (0..=2).contains(&(now.number() - day.number())));
        let told = self.day_at + 2 >= found.sentence && self.direction(found) != Direction::Future;
        self.day.filter(|day| told && near(day))
    }

    /// True where a clock goes on with the day of the story though a few sentences lie between: the day is just past, as
    /// the news has it, and the verb looks back.
    pub(super) fn goes_on(&self, found: &Match) -> bool {
        let days = self.frame.published.zip(self.day).map(|(published, day)| published.number() - day.number());
        days.is_some_and(|n| (1..=LATELY).contains(&n))
            && self.story_at + FAR >= found.sentence
            && self.direction(found) == Direction::Past
    }
}

/// True for a time that begins before another.
pub(super) fn is_before(first: Value, second: Value) -> bool {
    first.first_day().zip(second.first_day()).is_some_and(|(a, b)| a < b)
}
