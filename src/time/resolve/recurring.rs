//! What comes round again: which year's month, season or feast is meant.
//!
//! Absent here: weekdays ([`weekdays`](super::weekdays)).

use super::appointments::{INCIDENTS, is_appointment};
use super::{Match, Reading, Resolver, is_before, month_value};
use crate::Certainty;
use crate::document::{Case, TokenKind};
use crate::time::calendar::Date;
use crate::time::meaning::{Dir, Meaning, Point};
use crate::time::names::{MONTHS, WEEKDAYS, long, shown};
use crate::time::tense::{self, Direction};
use crate::time::value::{Season, Unit, Value};

impl Resolver<'_> {
    /// `every year between May and September`: the month or day of every year.
    fn every_year(&mut self, month: u8, day: Option<u8>, dir: Dir, found: &Match) -> Option<Reading> {
        const JOINS: &[&str] =
            &["and", "around", "between", "during", "from", "in", "on", "to", "through", "until", "-", "–"];
        let every = || Value::of_every_year(month, day);
        if dir == Dir::Open && self.is_habit(found) {
            let because = "what is told here is so every year".into();
            return Some(Reading { value: Some(every()), certainty: Certainty::Relative, because });
        }
        let (end, value) = self.set.filter(|_| dir == Dir::Open)?;
        let Value::Duration { amount, unit: Unit::Year } = value else { return None };
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let joined = end >= start && (end..found.tokens.start).all(|at| JOINS.contains(&self.doc.word(at as usize)));
        if !joined || end > found.tokens.start || end + 2 < found.tokens.start || amount.as_whole() != Some(1) {
            return None;
        }
        self.set = Some((found.tokens.end, value));
        Some(Reading { value: Some(every()), certainty: Certainty::Explicit, because: "as the text says".into() })
    }

    /// `The rains usually begin in June`, `has shown its cars at previous fairs in May`: not of one year.
    fn is_habit(&self, found: &Match) -> bool {
        const FAR: u32 = 12;
        let start =
            self.doc.sentences[found.sentence as usize].tokens.start.max(found.tokens.start.saturating_sub(FAR));
        let is = |at: u32, words: &[&str]| self.doc.is(at as usize, words);
        let mut before =
            (start..found.tokens.start).rev().take_while(|at| !is(*at, &[",", ";", "but", "that", "when"]));
        let mut usual = || before.any(|at| is(at, &["generally", "normally", "traditionally", "typically", "usually"]));
        let events = || {
            let noun = found.tokens.start.checked_sub(2).filter(|at| *at > start && is(at + 1, &["in"]));
            let many = |at: u32| self.doc.word(at as usize).ends_with('s');
            let past = |noun: u32| (noun.saturating_sub(3)..noun).any(|at| is(at, &["past", "previous"]));
            noun.is_some_and(|noun| many(noun) && past(noun))
        };
        match self.direction(found) {
            Direction::Present | Direction::Future => usual(),
            Direction::Past => events() && tense::is_perfect(self.doc, found.sentence, found.tokens),
            _ => false,
        }
    }

    /// A month or a day of a month without its year; a weekday beside it can tell which.
    pub(super) fn month(
        &mut self,
        month: u8,
        day: Option<u8>,
        weekday: Option<u8>,
        dir: Dir,
        found: &Match,
    ) -> Reading {
        if let Some(reading) = self.every_year(month, day, dir, found) {
            return reading;
        }
        let at = |year: i32| month_value(year, month, day);
        // `the vote is on 18 September 2014 … the September vote`
        if let (Dir::Open, None, Some(value)) = (dir, day, self.ahead[usize::from(month - 1) % 12])
            && self.is_attribute(found)
        {
            let because = format!("{}, as the article has it before", shown(value));
            return Reading { value: Some(value), certainty: Certainty::Relative, because };
        }
        // `Next year's fair will run from 18 to 22 May`
        if let Some(year) = self.year_of_subject(found).filter(|_| dir == Dir::Open) {
            let because = format!("in {year}, the year of what it is told of");
            return Reading { value: at(i32::from(year)), certainty: Certainty::Relative, because };
        }
        // `the night of 9 November 2022 … A van was parked there on 8 November`
        if let Some(year) = day.and_then(|day| self.same_days(month, day, found)).filter(|_| dir == Dir::Open) {
            let because = format!("in {year}, the year of those days in the article");
            return Reading { value: at(i32::from(year)), certainty: Certainty::Relative, because };
        }
        let mut reading = self.yearly(dir, found, month, &at);
        // `from 6 April to 5 April`: not before the stretch begins.
        if dir == Dir::Open
            && let Some(first) = self.stretch_from(found)
            && let Some(value) = reading.value.filter(|v| v.last_day().is_some_and(|last| last < first))
            && let Some(later) = value.year().and_then(|year| at(i32::from(year) + 1))
            && (self.direction(found) != Direction::Past
                || self.frame.published.is_none_or(|now| later.first_day().is_some_and(|day| day <= now)))
        {
            reading = Reading { value: Some(later), because: format!("the next one after {}", long(first)), ..reading };
        }
        let (Some(weekday), Some(value)) = (weekday, reading.value) else { return reading };
        let Some(year) = value.year().map(i32::from) else { return reading };
        let falls = |year: i32| at(year).and_then(|v| v.first_day()).is_some_and(|d| d.weekday() == weekday);
        match [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map(|n| year + n).into_iter().find(|y| falls(*y)) {
            Some(fits) => {
                let name = WEEKDAYS[usize::from(weekday).clamp(1, 7) - 1];
                Reading { value: at(fits), because: format!("in {fits}, when that day was a {name}"), ..reading }
            }
            None => reading,
        }
    }

    /// `which has summoned him on 20 February`: this tense goes with no day that is over.
    fn is_set_for(&self, found: &Match) -> bool {
        let on = found.tokens.start.checked_sub(1).is_some_and(|at| self.doc.word(at as usize) == "on");
        on && tense::is_perfect(self.doc, found.sentence, found.tokens)
    }

    /// The year of the day told in full last, where this one is beside it, is told as past and is no day of the news; so
    /// too of one in the weeks behind it, where no other day has been told since.
    fn same_days(&self, month: u8, day: u8, found: &Match) -> Option<i16> {
        let (full, now) = self.full.zip(self.frame.published)?;
        let of = |year: i16| Date::new(i32::from(year), u32::from(month), u32::from(day));
        let fresh = |date: Date| (0..=60).contains(&(now.number() - date.number()));
        let since = of(full.year)?.number() - full.number();
        let goes_on = || {
            self.day == Some(full) && full.year < now.year && self.story.is_none_or(|s| !is_before(s, Value::Day(full)))
        };
        let beside = since.abs() <= 2 || (0..=31).contains(&since) && goes_on();
        let news = of(now.year).is_some_and(fresh) || of(now.year - 1).is_some_and(fresh);
        let told = beside && !news && full < now && !self.frame.narrative;
        (told && self.direction(found) == Direction::Past).then_some(full.year)
    }

    /// `The treaty, signed on 9 May 1974, banned fishing from February to April`: of each year since, or of one that nothing
    /// says.
    fn is_of_old_rule(&self, found: &Match) -> bool {
        const FAR: u32 = 3;
        let Meaning::Point(Point::Month { day: None, .. }, _) = found.meaning else { return false };
        let is = |at: u32, words: &[&str]| self.doc.is(at as usize, words);
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let from = (start.max(found.tokens.start.saturating_sub(FAR))..found.tokens.start).any(|at| is(at, &["from"]));
        let to = from && (is(found.tokens.end, &["to"]) || is(found.tokens.start - 1, &["to"]));
        let old = self.full.zip(self.frame.published).is_some_and(|(full, now)| full.year + 2 <= now.year);
        let told = self.day_at == found.sentence && self.day == self.full && !self.frame.narrative;
        to && old && told && self.direction(found) == Direction::Past
    }

    /// The year that the sentence opens with, before the noun that it is the year of: `Last year's fair was held in May`.
    fn year_of_subject(&self, found: &Match) -> Option<i16> {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let (_, end, year) = self.subject.filter(|s| s.0 == start)?;
        let word = |at: u32| self.doc.word(at as usize);
        let near = end + 1..found.tokens.start.min(end + 4);
        let event =
            near.into_iter().any(|at| is_appointment(self.doc, at) || matches!(word(at), "fair" | "edition" | "tour"));
        let other = |at: u32| self.doc.tokens[at as usize].kind == TokenKind::Mark;
        let mut between = end + 1..found.tokens.start.min(end + 16);
        let plain = found.tokens.start - end.min(found.tokens.start) < 16 && !between.any(other);
        // Not `Next year's games were awarded on 3 February`.
        let now = self.frame.published.map_or(year, |now| now.year);
        let fits = match self.direction(found) {
            Direction::Past => year < now,
            _ => year > now,
        };
        (event && plain && fits).then_some(year)
    }

    /// The direction of an expression; where the verb says none, that of the expression before it in the sentence
    /// (`practice is on Friday, with the race on Saturday`).
    pub(super) fn looking(&self, found: &Match) -> Direction {
        let direction = self.direction(found);
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let ahead = self.behind.filter(|b| b.0 >= start && b.1 + 8 > found.tokens.start).and_then(|b| b.2.first_day());
        match direction {
            // `will publish the results of the September 17 raid`
            Direction::Future if self.is_attribute(found) && self.is_incident(found.tokens.end) => Direction::Past,
            Direction::Future | Direction::Present if self.is_of_what_was(found) => Direction::Past,
            Direction::Open | Direction::Present
                if ahead.zip(self.frame.published).is_some_and(|(day, now)| day > now) =>
            {
                Direction::Future
            }
            _ => direction,
        }
    }

    /// `will examine the events of 14 August`, `40p below the closing price on 16 September`
    fn is_of_what_was(&self, found: &Match) -> bool {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let word = |back: u32| {
            let at = found.tokens.start.checked_sub(back).filter(|at| *at >= start);
            at.map_or("", |at| self.doc.word(at as usize))
        };
        let price =
            matches!(word(2), "price" | "level" | "value") && matches!(word(3), "closing" | "opening" | "share");
        match word(1) {
            "of" => price || word(2) == "events" || !word(2).is_empty() && self.is_incident_at(found.tokens.start - 2),
            // `would go after the party's heavy defeat in January's election`
            "in" | "at" if !price => {
                let known = |back: u32| matches!(word(back), "the" | "his" | "her" | "its" | "their" | "'s" | "’s");
                !word(2).is_empty() && self.is_incident_at(found.tokens.start - 2) && (3..=5).any(known)
            }
            "on" | "in" => price,
            _ => false,
        }
    }

    /// True where one of the next words is of what nobody knows of beforehand.
    fn is_incident(&self, at: u32) -> bool {
        let end = (self.doc.tokens.len() as u32).min(at + 3);
        (at..end).any(|at| self.is_incident_at(at))
    }

    pub(super) fn is_incident_at(&self, at: u32) -> bool {
        self.doc.tokens.get(at as usize).is_some_and(|token| INCIDENTS.hold(token.hash))
    }

    /// True before a noun that it tells which one it is: `the September vote`.
    pub(super) fn is_attribute(&self, found: &Match) -> bool {
        let end = self.doc.sentences[found.sentence as usize].tokens.end;
        let led = self.doc.word(found.tokens.start as usize).eq_ignore_ascii_case("the");
        let at = if led { Some(found.tokens.start) } else { found.tokens.start.checked_sub(1) };
        let before = at.map_or("", |at| self.doc.word(at as usize));
        let noun = found.tokens.end < end && {
            let token = self.doc.tokens[found.tokens.end as usize];
            token.kind == TokenKind::Word && token.case == Case::Lower && token.span.len() > 3
        };
        noun && ["the", "this", "its", "their"].iter().any(|w| w.eq_ignore_ascii_case(before))
    }

    /// `Since opening the show in March 2003, she has earned nine million`: where the story is was told only as how long it
    /// has gone on, up to a day that nothing names.
    fn is_since_told(&self) -> bool {
        let Some(told) = self.told else { return false };
        let mut before = (told.start.saturating_sub(14)..told.start).rev().map(|at| self.doc.word(at as usize));
        let ends = |word: &str| matches!(word, "." | ";" | ":" | "?" | "!");
        before.find(|word| ends(word) || word.eq_ignore_ascii_case("since")).is_some_and(|word| !ends(word))
    }

    /// Something that comes round every year: which year's is meant. `month` is about when in the year it is.
    pub(super) fn yearly(&mut self, dir: Dir, found: &Match, month: u8, at: &dyn Fn(i32) -> Option<Value>) -> Reading {
        let reading = |year: i32, because: String| Reading { value: at(year), certainty: Certainty::Relative, because };
        // `Four years later, on New Year's Eve`
        if let Some(year) = self.year_before(found).filter(|_| dir == Dir::Open) {
            return reading(i32::from(year), format!("in {year}, the year told right before it"));
        }
        if let Some(year) = self.year_of_chronicle(found, month).filter(|_| dir == Dir::Open) {
            return reading(i32::from(year), format!("in {year}, the year of the entry"));
        }
        if dir == Dir::Open && self.is_of_old_rule(found) {
            return self.lost();
        }
        let told = self.opening_year(found).or_else(|| self.year_again(found, month));
        if let Some(year) = told.filter(|_| dir == Dir::Open) {
            return reading(i32::from(year), format!("in {year}, which the sentence tells before"));
        }
        // `January: … Nurses walked out on 9 January`, at the end of that year
        if let (Dir::Open, Some(Value::Month { year, month: same }), false) = (dir, self.last, self.since)
            && same == month
            && !self.frame.narrative
            && matches!(found.meaning, Meaning::Point(Point::Month { day: Some(_), .. }, _))
            && self.direction(found) == Direction::Past
        {
            return reading(i32::from(year), format!("in {year}, as the article has it before"));
        }
        // `In 1914 they believed it would be over by Christmas`: of what was to come then.
        let then = self.story.and_then(|s| s.year()).filter(|_| found.sentence <= self.story_at + 2);
        if let (Some(year), Some(now), Dir::Open) = (then, self.frame.published, dir)
            && year + 1 < now.year
            && tense::is_belief(self.doc, found.sentence, found.tokens)
        {
            return reading(i32::from(year), format!("in {year}, from what was thought then"));
        }
        // `… died in 1998. A service will be held on 5 April`: of a year that nothing says.
        let ahead = dir == Dir::Open && self.frame.published.is_none() && self.direction(found) == Direction::Future;
        let past = || {
            let told = self.told.filter(|_| !self.frame.narrative);
            // Not `have announced 3 May 2007 as the day`.
            told.is_some_and(|told| {
                tense::direction(self.doc, self.story_at, told) == Direction::Past
                    && !tense::is_perfect(self.doc, self.story_at, told)
            })
        };
        let coarse = self.story.is_none_or(|s| s.unit().is_some_and(|u| u > Unit::Quarter));
        if ahead && (coarse || self.is_since_told() || past()) {
            return self.lost();
        }
        if dir == Dir::Same || dir == Dir::Open && !self.turns_back(month) && self.carries_on(found) {
            // `I have been here since 2017. … at Christmas that year`
            let that = self.doc.word(found.tokens.end as usize - 1) == "year";
            let story = if dir == Dir::Same && (that || !self.since) { self.last } else { self.story };
            let Some(story) = story else { return self.lost() };
            let Some(year) = story.year().map(i32::from) else { return self.lost() };
            // `is due before Christmas. Those who worked here that autumn …`: of another time, which nothing says.
            let to_come = self.frame.published.is_some_and(|now| story.first_day().is_some_and(|day| day > now));
            if dir == Dir::Same && to_come && !that && self.direction(found) == Direction::Past {
                return self.lost();
            }
            // December, then January: the story has gone on to the next year.
            let before = match story.unit() {
                Some(Unit::Day | Unit::Month) => story.first_day().map(|d| d.month),
                // The autumn too.
                _ if matches!(story, Value::Season { season: Season::Fall, .. }) => Some(10),
                _ => None,
            };
            let next = dir == Dir::Open && before.is_some_and(|b| b >= 10 && month <= 3);
            // `from August until January 1905. … On 5 December …`: in that stretch.
            let within = |day: Date| self.range.is_some_and(|(first, last)| (first..=last).contains(&day));
            let whole = |value: Value| value.first_day().is_some_and(within) && value.last_day().is_some_and(within);
            let back = dir == Dir::Open
                && story.first_day().is_some_and(within)
                && at(year).is_some_and(|value| !whole(value))
                && at(year - 1).is_some_and(whole);
            let later = |year: i32| at(year).is_some_and(|value| is_before(story, value));
            let back = back || self.is_since_before(found) && later(year);
            let year = year + i32::from(next) - i32::from(back);
            // `… on 28 March. The club, founded on 5 November 1917, … On 15 July …`: going back once more is less likely
            // than going on from where the story was.
            let goes_back = at(year).is_some_and(|value| is_before(value, story));
            if let Some(before) = self.before.filter(|_| dir == Dir::Open && goes_back)
                && let Some(back) = before.year().map(i32::from)
                && let Some(value) = at(back).filter(|value| !is_before(*value, before))
            {
                let because = format!("in {back}, from the date the story was at, {}", shown(before));
                return Reading { value: Some(value), certainty: Certainty::Relative, because };
            }
            return reading(year, format!("in {year}, from the date before it, {}", shown(story)));
        }
        let told = matches!(dir, Dir::Before | Dir::After) || self.frame.published.is_none();
        // `next May` is counted from a day that nothing says, and so is any month of news.
        let now = matches!(dir, Dir::Last | Dir::Next) || self.frame.news && !matches!(dir, Dir::Before | Dir::After);
        if self.frame.published.is_none() && !self.frame.narrative && now {
            return self.lost();
        }
        let story =
            self.last.and_then(|v| if dir == Dir::After { v.last_day() } else { v.first_day() }).filter(|_| told);
        let Some(published) = story.or(self.frame.published) else { return self.lost() };
        let year = i32::from(published.year);
        let starts_after = |y: i32| at(y).and_then(|v| v.first_day()).is_some_and(|d| d > published);
        let ends_before = |y: i32| at(y).and_then(|v| v.last_day()).is_some_and(|d| d < published);
        let past = if starts_after(year) { year - 1 } else { year };
        let future = if ends_before(year) { year + 1 } else { year };
        // How many days back to the last one, and ahead to the next.
        let days = |date: Option<Date>| date.map_or(0, |d| d.number() - published.number());
        let back = -days(at(past).and_then(|v| v.last_day())).min(0);
        let ahead = days(at(future).and_then(|v| v.first_day())).max(0);
        let anchor = if story.is_some() { "the date before it" } else { "the publication" };
        let day = format!("{anchor}, {}", long(published));
        let feast = matches!(
            found.meaning,
            Meaning::Point(Point::Holiday { .. }, _) | Meaning::Offset { of: Point::Holiday { .. }, .. }
        );
        let fine = at(past).is_some_and(|v| v.unit() == Some(Unit::Day));
        // `the year ending 30 June`: of results it may be over.
        let ending = found.tokens.start.checked_sub(1).is_some_and(|b| self.doc.word(b as usize) == "ending");
        let near = if !feast {
            100
        } else if self.is_attribute(found) {
            40
        } else {
            15
        };
        let last = || reading(past, format!("the last one up to {day}"));
        let nearest = || reading(future, format!("the nearest one to {day}"));
        match dir {
            Dir::Last if ends_before(year) => reading(year, format!("the last one before {day}")),
            Dir::Last => reading(year - 1, format!("the last one before {day}")),
            // In August the autumn to come is `this autumn`.
            Dir::Next if starts_after(year) && !(ahead <= 31 && matches!(at(year), Some(Value::Season { .. }))) => {
                reading(year, format!("the next one after {day}"))
            }
            Dir::Next => reading(year + 1, format!("the next one after {day}")),
            Dir::Before if ends_before(year) => reading(year, format!("the last one before {day}")),
            Dir::Before => reading(year - 1, format!("the last one before {day}")),
            // `In April the regime fell. The next summer …`: that which is only weeks off would be `that summer`.
            Dir::After
                if starts_after(year)
                    && !(ahead <= 45
                        && matches!(at(year), Some(Value::Season { .. }))
                        && self.last.and_then(|v| v.unit()).is_some_and(|u| u <= Unit::Month)) =>
            {
                reading(year, format!("the next one after {day}"))
            }
            Dir::After => reading(year + 1, format!("the next one after {day}")),
            Dir::This => reading(year, format!("in the year of {day}")),
            _ if ending => {
                if ahead < back {
                    nearest()
                } else {
                    last()
                }
            }
            // `came two days before the Christmas recess`, weeks before Christmas
            _ => match self.looking(found) {
                // `agreed in secret to step down in August`, told in October
                Direction::Future
                    if back < ahead
                        && tense::is_settled(self.doc, found.sentence, found.tokens)
                            .is_some_and(|days| back <= days) =>
                {
                    last()
                }
                // A day nearly a year ahead would be said with its year; one just past was planned and is over.
                Direction::Future if ahead < 300 || back > if fine && !feast { 60 } else { 14 } => {
                    reading(future, format!("the next one from {day}, since the verb looks ahead"))
                }
                // `Lee, who was freed on 20 December, will be heard on Friday`
                Direction::Past
                    if self.frame.published.is_some()
                        && fine
                        && tense::is_relative(self.doc, found.sentence, found.tokens)
                        // `the court, which has summoned him on 20 February`
                        && !(ahead < near && self.is_set_for(found)) =>
                {
                    last()
                }
                Direction::Past if ahead < near && back > 240 && fine => match self.year_of_passage(past, at) {
                    Some((year, day)) => reading(year, format!("in {year}, from a date before it, {}", long(day))),
                    None => nearest(),
                },
                Direction::Open | Direction::Present if ahead < back => nearest(),
                _ => last(),
            },
        }
    }

    /// True where an incomplete date goes on from the date before it rather than from the publication.
    pub(super) fn carries_on(&mut self, found: &Match) -> bool {
        let Some(story) = self.story.and_then(|v| v.year()) else { return false };
        if self.frame.published.is_none() {
            // `The mill dated from 1904. ¶ She moved there in March.`: in news of nobody knows which year.
            let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
            return !self.frame.news || block(self.story_at) == block(found.sentence);
        }
        // What is on a timetable or will be is not of the time that a history tells of.
        if self.frame.narrative {
            // `… won the cup in 1956. ¶ Lee, who joined in August, may leave.`: not of a year told so far off.
            let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
            let coarse = self.story.and_then(|v| v.unit()).is_some_and(|u| u > Unit::Quarter);
            let aside = coarse
                && block(self.story_at) != block(found.sentence)
                && tense::is_aside_of_now(self.doc, found.sentence, found.tokens);
            return !aside && !tense::is_now(self.doc, found.sentence, found.tokens) && !self.is_of_these_days(found);
        }
        // Only a story told with its months or days, of a year well before.
        let far = self.frame.published.is_some_and(|d| i32::from(d.year) - i32::from(story) >= 2);
        let fine = self.story.and_then(|v| v.unit()).is_some_and(|u| u <= Unit::Quarter);
        if !far || !fine && !self.is_of_told_year(found) {
            return false;
        }
        // `The trial, which opened on 14 January, is expected to last a week.`
        let now = self.story_at != found.sentence && tense::is_aside_of_now(self.doc, found.sentence, found.tokens);
        // `has been on leave since 3 February`
        let since = self.story_at != found.sentence
            && self.is_since(found)
            && tense::is_perfect(self.doc, found.sentence, found.tokens);
        if now || since || self.is_fresh(found) {
            return false;
        }
        // A day and month that are still to come this year go on with the story from further off.
        let reach = match () {
            _ if self.is_soon_after(found) => 6,
            _ if self.is_to_come(found) => 4,
            _ => 1,
        };
        // `In 1898 … The board agreed to let her stay until Christmas.`
        let long_ago = self.frame.published.is_some_and(|d| i32::from(d.year) - i32::from(story) >= 20);
        let over = || long_ago && tense::is_all_past(self.doc, found.sentence);
        found.sentence <= self.story_at + reach
            && (self.direction(found) == Direction::Past || self.story_at == found.sentence || over())
            && !self.is_passing()
            // `was founded in 1988. It passed an audit on 3 October`: that says nothing of what came next.
            && !self.told.is_some_and(|told| tense::is_origin(self.doc, self.story_at, told))
    }

    /// `… was razed in 1983. The book is published on 10 October`, soon: what is told in the present behind the past.
    fn is_of_these_days(&self, found: &Match) -> bool {
        let Meaning::Point(Point::Month { month, day: Some(day), .. }, Dir::Open) = found.meaning else { return false };
        let Some((now, told)) = self.frame.published.zip(self.told) else { return false };
        let soon = |year: i16| {
            let date = Date::new(i32::from(year), u32::from(month), u32::from(day));
            date.is_some_and(|date| (-7..=60).contains(&(date.number() - now.number())))
        };
        (soon(now.year) || soon(now.year + 1))
            && self.direction(found) == Direction::Present
            && tense::direction(self.doc, self.story_at, told) == Direction::Past
    }

    /// `was born in May 1990. In March she returned`: in news a month before that of the story is not of its year.
    fn turns_back(&self, month: u8) -> bool {
        let fine = |s: &Value| s.unit().is_some_and(|u| u <= Unit::Month);
        let story = self.story.filter(fine).and_then(|s| s.first_day());
        !self.frame.narrative
            && self.frame.published.is_some()
            && story.is_some_and(|day| day.month > month && !(day.month >= 10 && month <= 3))
    }

    /// `The war ended in 1945. On August 15, …`: a day of the year that was just told, where it is no day of the news.
    fn is_of_told_year(&self, found: &Match) -> bool {
        const NEWS: i32 = 60;
        let Meaning::Point(Point::Month { month, day: Some(day), .. }, Dir::Open) = found.meaning else { return false };
        let (Some(now), Some(Value::Year(_))) = (self.frame.published, self.story) else { return false };
        let years = [i32::from(now.year) - 1, i32::from(now.year), i32::from(now.year) + 1];
        let mut days = years.into_iter().filter_map(|year| Date::new(year, u32::from(month), u32::from(day)));
        let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
        block(self.story_at) == block(found.sentence) && !days.any(|date| (date.number() - now.number()).abs() <= NEWS)
    }

    /// `on 3 January 1907. … On 6 January the village held a service`: a day of the weeks behind that of the story, which is
    /// no day of the news.
    fn is_soon_after(&self, found: &Match) -> bool {
        let Meaning::Point(Point::Month { month, day: Some(day), .. }, Dir::Open) = found.meaning else { return false };
        let (Some(now), Some(Value::Day(story))) = (self.frame.published, self.story) else { return false };
        let of = |year: i16| Date::new(i32::from(year), u32::from(month), u32::from(day)).map(Date::number);
        let since = |year: i16, first: i32| of(year).map(|date| date - first);
        let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
        let fresh = |year: i16| since(year, now.number()).is_some_and(|days| (-60..=60).contains(&days));
        block(self.story_at) == block(found.sentence)
            && since(story.year, story.number()).is_some_and(|days| (0..=31).contains(&days))
            && !(fresh(now.year) || fresh(now.year - 1))
    }

    /// True for a day of a month that the year of the publication has not reached yet.
    fn is_to_come(&self, found: &Match) -> bool {
        let Meaning::Point(Point::Month { month, day: Some(day), .. }, Dir::Open) = found.meaning else { return false };
        self.frame.published.is_some_and(|now| (month, day) > (now.month, now.day))
    }

    /// A quarter or half: what is told of one as past is of one that is over, or nearly.
    pub(super) fn reported(
        &mut self,
        dir: Dir,
        found: &Match,
        month: u8,
        at: &dyn Fn(i32) -> Option<Value>,
    ) -> Reading {
        const EARLY: i32 = 31;
        let reading = self.yearly(dir, found, month, at);
        let (Some(now), Some(value), Dir::Open) = (self.frame.published, reading.value, dir) else { return reading };
        let Some(last) = value.last_day().filter(|d| d.number() - now.number() > EARLY) else { return reading };
        let begun = value.first_day().is_some_and(|d| d <= now);
        if !begun || self.direction(found) != Direction::Past {
            return reading;
        }
        let because = format!("the last one that was over at the publication, {}", long(now));
        Reading { value: at(i32::from(last.year) - 1), because, ..reading }
    }

    pub(super) fn day_of_month(&self, day: u8, weekday: Option<u8>, found: &Match) -> Reading {
        let story = self.story.filter(|s| matches!(s.unit(), Some(Unit::Day | Unit::Month)));
        let base = match (self.frame.narrative, self.frame.published) {
            (false, Some(published))
                if found.sentence > self.story_at + 1 || story.is_none() || self.is_line(found) =>
            {
                Some(Value::Day(published))
            }
            _ => story,
        };
        let Some(date) = base.and_then(|b| b.first_day()) else { return self.lost() };
        let at = |months: i32| {
            let month = Date { day: 1, ..date }.plus_months(months)?;
            Date::new(i32::from(month.year), u32::from(month.month), u32::from(day))
        };
        // `Friday 28th`: in the month nearest by in which that is a Friday.
        let direction = self.direction(found);
        let back = if direction == Direction::Past { -1 } else { 1 };
        // `On the 21st it sank`, on the 15th: of the month before.
        let now = self.frame.published.filter(|now| *now == date && weekday.is_none());
        let fits = |date: &Date| now.is_none_or(|now| direction != Direction::Past || *date <= now);
        let falls = |date: &Date| weekday.is_none_or(|weekday| date.weekday() == weekday) && fits(date);
        let value = [0, 1, -1, 2, -2, 3, -3].into_iter().filter_map(|n| at(n * back)).find(falls).map(Value::Day);
        Reading {
            value,
            certainty: Certainty::Relative,
            because: format!("in the month spoken of, {} {}", MONTHS[usize::from(date.month) - 1], date.year),
        }
    }
}
