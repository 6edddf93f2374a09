//! Seasons, and the turns of years and centuries.

use super::{Match, Reading, Resolver};
use crate::Certainty;
use crate::time::meaning::Dir;
use crate::time::names::{long, shown};
use crate::time::tense::{self, Direction};
use crate::time::value::{Season, Unit, Value};

impl Resolver<'_> {
    /// `the autumn of 2009`, told of the south: its months, which are those of the northern spring. Its summer lies in two
    /// years.
    pub(super) const fn turned(&self, value: Value) -> Value {
        match value {
            Value::Season { year, season: Season::Summer } if self.frame.south => Value::Year(year),
            Value::Season { year, season } if self.frame.south => Value::Season { year, season: season.opposite() },
            _ => value,
        }
    }

    /// A season as it is called where it is told of.
    pub(super) const fn named(&self, value: Value) -> Value {
        match value {
            Value::Season { year, season } if self.frame.south => Value::Season { year, season: season.opposite() },
            _ => value,
        }
    }

    /// `in the new year`: the next one where it lies ahead, else the one that has begun.
    pub(super) fn new_year(&self, found: &Match) -> Reading {
        // `In September 1975 they shot at him, and he left in the new year`, in the news of his death.
        let far = |story: Value| self.frame.published.zip(story.year()).is_some_and(|(d, year)| year + 2 <= d.year);
        let then = self.story.is_some_and(far)
            && found.sentence <= self.story_at + 1
            && self.direction(found) == Direction::Past
            && !tense::is_perfect(self.doc, found.sentence, found.tokens);
        let now = self.frame.published.filter(|_| !self.frame.narrative && !then);
        let (Some(from), ahead) = (match now {
            Some(day) => (Some(day), self.direction(found) != Direction::Past && day.month > 2),
            // `In November they dug in. In the new year they struck.`
            None => {
                let told = self.frame.narrative || then;
                let story = self.story.filter(|s| told && s.unit().is_some_and(|u| u <= Unit::Month));
                let day = story.and_then(|s| s.first_day()).filter(|d| d.month > 6 || d.month <= 2);
                (day, day.is_some_and(|d| d.month > 6))
            }
        }) else {
            return self.lost();
        };
        let year = from.year + i16::from(ahead);
        let because = format!("the year that begins {} {}", if ahead { "after" } else { "before" }, long(from));
        Reading { value: Some(Value::Year(year)), certainty: Certainty::Relative, because }
    }

    /// `the turn of the century`: the one nearest to the story where that is told of then, else to the publication.
    pub(super) fn turn_of_century(&self) -> Reading {
        const NEAR: i32 = 30;
        let nearest = |year: i16| (i32::from(year) + 50).div_euclid(100) * 100;
        let now = self.frame.published.map(|d| d.year);
        let near = |year: &i16| (i32::from(*year) - nearest(*year)).abs() <= NEAR;
        let Some(year) = self.story.and_then(|s| s.year()).filter(near).or(now.filter(near)) else {
            return self.lost();
        };
        let because = format!("about {}, the turn of a century nearest to {year}", nearest(year));
        let value = i16::try_from(nearest(year)).ok().map(Value::Year);
        Reading { value, certainty: Certainty::Relative, because }
    }

    pub(super) fn season(&mut self, season: Season, dir: Dir, found: &Match) -> Reading {
        let at = |year: i32| Some(Value::Season { year: year as i16, season });
        // A winter belongs to the year of its January.
        let open = dir == Dir::Open && season == Season::Winter && self.carries_on(found);
        if open || season == Season::Winter && dir == Dir::Same {
            let Some(story) = (if open { self.story } else { self.last }) else { return self.lost() };
            // `that winter` is the one to come, but where the story is in one.
            let from = if open { 8 } else { 4 };
            let fine = story.unit().is_some_and(|u| u <= Unit::Quarter);
            let late = fine && story.first_day().is_some_and(|d| d.month >= from) || !open && !fine;
            let Some(year) = story.year().map(|y| i32::from(y) + i32::from(late)) else { return self.lost() };
            return Reading {
                value: at(year),
                certainty: Certainty::Relative,
                because: format!("from the date before it, {}", shown(story)),
            };
        }
        // `this winter` is named for its January too.
        if let (Season::Winter, Dir::This, Some(now)) = (season, dir, self.frame.published)
            && now.month > if self.direction(found) == Direction::Past { 5 } else { 2 }
        {
            let because = format!("the one to come or begun at the publication, {}", long(now));
            return Reading { value: at(i32::from(now.year) + 1), certainty: Certainty::Relative, because };
        }
        self.yearly(dir, found, season.first_month() % 12, &at)
    }
}
