//! Hours at the head of a paragraph: the entries of a live report (`09:40 BST`), of a timetable or a chronology.
//!
//! They have a day together, whatever days the entries tell of: that of a dated line above them, else the publication
//! where they are a live report, else the day told right before the first.

use super::{Match, Resolver, entries};
use crate::document::{BlockKind, Case, Document, TokenKind};
use crate::time::calendar::Date;
use crate::time::meaning::Meaning;
use crate::time::tense::Direction;
use crate::time::value::{Clock, Unit, Value};

/// How many sentences an entry goes on for.
const ENTRY: u32 = 12;

/// How many expressions on the next entry is looked for.
const NEXT: usize = 24;

/// Where the entries are.
#[derive(Debug, Default)]
pub(super) struct Stamps {
    /// The day of the last line that held only a date, and its sentence.
    heading: Option<(u32, Date)>,
    /// The day of the entries before, where there are any; none inside where nothing gives them one.
    run: Option<Option<Date>>,
    /// The hour of the entry before.
    last: Option<Clock>,
    /// The sentence it stood in.
    at: u32,
    /// The latest entry stands first.
    latest_first: bool,
    /// The sentences that a weekday heads which is over.
    over: Vec<u32>,
}

/// Hours that are late in one day and early in the next, so that midnight lies between.
const LATE: u8 = 18;
const EARLY: u8 = 6;

impl Stamps {
    /// The entries of a text whose expressions are `matches`.
    pub(super) fn new(doc: &Document, matches: &[Match], published: Option<Date>) -> Self {
        Stamps { over: entries::past(doc, matches, published), ..Stamps::default() }
    }

    /// True where the weekday that heads sentence number `sentence` is over.
    pub(super) fn is_over(&self, sentence: u32) -> bool {
        self.over.binary_search(&sentence).is_ok()
    }

    /// The day of the heading that sentence number `sentence` stands under, nearby.
    pub(super) fn heading_of(&self, sentence: u32) -> Option<Date> {
        self.heading.filter(|(at, _)| sentence > *at && sentence <= at + ENTRY).map(|(_, day)| day)
    }
}

impl Resolver<'_> {
    /// The day of an hour that heads its paragraph, and why; none for any other.
    pub(super) fn stamped(&mut self, found: &Match, rest: &[Match]) -> Option<(Option<Date>, &'static str)> {
        let clock = self.stamp(found)?;
        let next = rest.iter().take(NEXT).find_map(|next| self.stamp(next));
        let over = |first: Clock, second: Clock| first.hour >= LATE && second.hour < EARLY;
        // Past midnight, whichever way the entries go.
        let turn = self.stamps.last.map_or(0, |last| match self.stamps.latest_first {
            true if over(clock, last) => -1,
            false if over(last, clock) => 1,
            _ => 0,
        });
        if self.stamps.run.is_none() {
            let minutes = |c: Clock| (c.hour, c.minute, c.second);
            self.stamps.latest_first = next.is_some_and(|next| match minutes(next) < minutes(clock) {
                true => !over(clock, next),
                false => over(next, clock),
            });
        }
        (self.stamps.last, self.stamps.at) = (Some(clock), found.sentence);
        if let Some(day) = self.stamps.run {
            return Some((day.and_then(|day| day.plus_days(turn)), "the day of the entries before"));
        }
        if let Some((_, day)) = self.stamps.heading {
            return Some((Some(day), "the day of the heading"));
        }
        // A live report has its latest entry first, or names the zone of its hours.
        let latest_first = self.stamps.latest_first;
        let zone = self.doc.tokens[found.tokens.end as usize - 1].case == Case::Upper && found.tokens.len() > 1;
        let introduced = found.tokens.start > 0 && self.doc.word(found.tokens.start as usize - 1) == ":";
        let live = latest_first || zone && next.is_some() && !introduced;
        // `11.42pm … 1.10am …`: the night before the publication, since nothing is told that came after it.
        let night = !latest_first && clock.hour >= LATE && {
            let hours = rest.iter().filter_map(|next| self.stamp(next));
            let turn = hours.scan(clock, |last, next| Some((std::mem::replace(last, next), next)));
            turn.map(|(a, b)| (over(a, b), (b.hour, b.minute) < (a.hour, a.minute))).find(|t| t.1).is_some_and(|t| t.0)
        };
        if let Some(before) = self.frame.published.filter(|_| night).and_then(|day| day.plus_days(-1)) {
            return Some((Some(before), "the evening before the publication"));
        }
        self.frame.published.filter(|_| live).map(|day| (Some(day), "the day of the publication"))
    }

    /// The day of the entry that sentence number `sentence` is of, in a live report; nearby, since its end is not marked.
    pub(super) fn entry(&self, sentence: u32) -> Option<Date> {
        let day = self.stamps.run.flatten().filter(|_| !self.frame.narrative && sentence <= self.stamps.at + ENTRY)?;
        self.frame.published.filter(|now| (0..=2).contains(&(now.number() - day.number()))).map(|_| day)
    }

    /// `6.00am … where polls closed at 10pm`: an hour that the entry of a morning tells as past is of the evening before;
    /// `11.40pm … expected at half past midnight`: one to come in that of an evening is of the next day.
    pub(super) fn over_midnight(&self, found: &Match, date: Option<Date>) -> Option<Date> {
        let Meaning::Clock { clock, on: None } = found.meaning else { return None };
        let day = self.entry(found.sentence).filter(|day| date == Some(*day))?;
        let last = self.stamps.last?.hour;
        match self.direction(found) {
            Direction::Past if last < 12 && clock.hour >= LATE => day.plus_days(-1),
            Direction::Past => None,
            _ if last >= LATE && clock.hour < EARLY => day.plus_days(1),
            _ => None,
        }
    }

    /// Goes on from the entry `found`, which is of `day`.
    pub(super) fn enter(&mut self, found: &Match, day: Option<Date>) {
        if self.frame.narrative || self.stamp(found).is_none() {
            return;
        }
        self.stamps.run = Some(day);
        if let Some(day) = day {
            self.day = Some(day);
            (self.story, self.last) = (Some(Value::Day(day)), Some(Value::Day(day)));
            self.story_at = found.sentence;
        }
    }

    /// A line that holds only a day, or a heading that begins with one, is the day of the entries under it.
    pub(super) fn head(&mut self, found: &Match, value: Value) {
        let dated = !matches!(found.meaning, Meaning::Clock { on: None, .. } | Meaning::Part { on: None, .. });
        if !dated || value.unit() != Some(Unit::Day) || !self.heads_block(found) {
            return;
        }
        let heading = matches!(self.doc.block_of(found.sentence as usize).kind, BlockKind::Heading(_));
        let mark = self.doc.tokens.get(found.tokens.end as usize).is_some_and(|t| t.kind == TokenKind::Mark);
        if self.is_line(found) || heading && mark {
            let day = value.first_day();
            let over = std::mem::take(&mut self.stamps.over);
            self.stamps = Stamps { heading: day.map(|day| (found.sentence, day)), over, ..Stamps::default() };
        }
    }

    /// True for what is a block by itself.
    pub(super) fn is_line(&self, found: &Match) -> bool {
        let sentence = self.doc.sentences[found.sentence as usize];
        let rest = &self.doc.tokens[found.tokens.end as usize..sentence.tokens.end as usize];
        let ends = rest.is_empty() || rest.len() == 1 && rest[0].kind == TokenKind::Mark;
        let next = self.doc.sentences.get(found.sentence as usize + 1);
        ends && self.heads_block(found) && next.is_none_or(|s| s.block != sentence.block)
    }

    /// The hour of an expression that heads a paragraph, in digits, with nothing or a sentence behind it.
    fn stamp(&self, found: &Match) -> Option<Clock> {
        let Meaning::Clock { clock, on: None } = found.meaning else { return None };
        let end = found.tokens.end;
        let follows = end == self.doc.sentences[found.sentence as usize].tokens.end || {
            let next = &self.doc.tokens[end as usize];
            next.kind == TokenKind::Mark || !matches!(next.case, Case::Lower | Case::None)
        };
        let digits = self.doc.word(found.tokens.start as usize).starts_with(|c: char| c.is_ascii_digit());
        (digits && follows && self.heads_block(found)).then_some(clock)
    }

    /// True for what stands first in its block.
    pub(super) fn heads_block(&self, found: &Match) -> bool {
        heads_block(self.doc, found)
    }
}

/// True for what stands first in its block.
pub(super) fn heads_block(doc: &Document, found: &Match) -> bool {
    let sentence = doc.sentences[found.sentence as usize];
    let before = (found.sentence as usize).checked_sub(1).map(|n| doc.sentences[n].block);
    before != Some(sentence.block) && sentence.tokens.start == found.tokens.start
}
