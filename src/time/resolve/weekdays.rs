//! Which day a weekday is.

use super::appointments::{APPOINTMENTS, INCIDENTS, RECORDS};
use super::{Match, Reading, Resolver};
use crate::Certainty;
use crate::document::{BlockKind, Case, TokenKind};
use crate::grammar::{self, VerbTense};
use crate::lists::List;
use crate::time::calendar::Date;
use crate::time::meaning::{Dir, From, Meaning, Point};
use crate::time::names::{MONTHS, WEEKDAYS, long};
use crate::time::steps::near;
use crate::time::tense::{self, Direction, is_moved_from};
use crate::time::value::{Unit, Value};

/// What can follow `on the Saturday`, so that it is no more than that day.
static AFTER_DAY: List = List::new(
    "a after an and as at before but by for he her his in it its she that the their they to was we were \
     when with",
);

impl Resolver<'_> {
    pub(super) fn weekday(
        &self,
        weekday: u8,
        weeks: Option<(From, i8)>,
        dir: Dir,
        found: &Match,
        rest: &[Match],
    ) -> Reading {
        let name = WEEKDAYS[usize::from(weekday).clamp(1, 7) - 1];
        // `on a Tuesday in late April`, `on a wet Tuesday in April`, not `a Tuesday meeting`
        let word = |at: u32| self.doc.tokens.get(at as usize).map_or("", |_| self.doc.word(at as usize));
        let some = found.tokens.start.checked_sub(1).is_some_and(|at| {
            let led = |at: u32| matches!(word(at), "a" | "A" | "one" | "One");
            let token = self.doc.tokens[at as usize];
            let month =
                || self.doc.tokens.len() as u32 > found.tokens.end + 1 && MONTHS.contains(&word(found.tokens.end + 1));
            let wet = || at > 1 && led(at - 1) && matches!(word(at - 2), "on" | "On") && month();
            led(at) || token.kind == TokenKind::Word && token.case == Case::Lower && wet()
        });
        if some && matches!(word(found.tokens.end), "in" | "of" | "last" | "this" | "," | "." | "and" | "when") {
            let because = format!("the article does not say which {name}");
            return Reading { value: None, certainty: Certainty::Relative, because };
        }
        // A weekday beside a day of a history belongs to that day, any other to the publication.
        let beside = self.frame.narrative
            && found.sentence <= self.story_at + 1
            && self.story.and_then(|v| v.first_day()) == self.day;
        let story =
            dir == Dir::Same || beside && dir == Dir::Open || self.frame.published.is_none() && self.frame.narrative;
        // `votes on 14 September. Early voting began on Monday`: not behind a day that is still to come.
        let to_come = self.frame.published.is_some() && self.day > self.frame.published;
        let story = story && !(to_come && self.direction(found) == Direction::Past);
        let base = if story { self.day.or(self.frame.published) } else { self.frame.published };
        // `held on Sunday ahead of Wednesday's vote`
        let first = self.day.filter(|_| self.day_at == found.sentence && dir == Dir::Open && self.is_ahead_of(found));
        let Some(base) = first.or(base) else { return self.lost() };
        let relative = |value: Option<Date>, because: String| Reading {
            value: value.map(Value::Day),
            certainty: Certainty::Relative,
            because,
        };
        if let Some((_, weeks)) = weeks {
            let monday = base.plus_days(1 - i32::from(base.weekday()));
            let date = monday.and_then(|m| m.plus_days(7 * i32::from(weeks) + i32::from(weekday) - 1));
            return relative(date, format!("the {name} so many weeks from the publication, {}", long(base)));
        }
        // `on June 9, the Monday before the holiday`
        let beside = self.behind.filter(|(_, end, value)| {
            let apart = found.tokens.start.saturating_sub(*end);
            let the = apart == 2 && word(*end + 1) == "the" || apart == 1 && word(found.tokens.start) == "the";
            the && word(*end) == "," && value.unit() == Some(Unit::Day)
        });
        let beside = beside.and_then(|b| b.2.first_day()).filter(|day| dir == Dir::Open && day.weekday() == weekday);
        if let Some(day) = beside {
            return relative(Some(day), format!("the day right before it, {}", long(day)));
        }
        // `from Monday to Friday`: the Friday behind that Monday.
        if dir == Dir::Open
            && let Some(first) = self.stretch_from(found)
        {
            // `from 7am on Friday until 9pm on Friday`
            let hour = self.behind.is_some_and(|b| matches!(b.2, Value::Clock { .. }));
            let same = hour && matches!(found.meaning, Meaning::Clock { .. });
            return relative(near(first, weekday, 1, !same), format!("the {name} after {}", long(first)));
        }
        // `was shot on 1 August and died on the Saturday`, `under a heading of 5 August: was freed Tuesday`
        if let Some(day) = self.day_behind(found).filter(|_| dir == Dir::Open) {
            return relative(near(day, weekday, 1, false), format!("the {name} on or after {}", long(day)));
        }
        if let Some(first) = first {
            return relative(near(first, weekday, 1, true), format!("the {name} after {}", long(first)));
        }
        if let Some(day) = self.day_looked_back_from(weekday, base, found).filter(|_| dir == Dir::Open) {
            let because = format!("the {name} before {}, from which the verb looks back", long(day));
            return relative(near(day, weekday, -1, false), because);
        }
        let week = matches!(found.meaning, Meaning::Offset { amount: 1.., .. });
        match dir {
            Dir::Same | Dir::Before | Dir::After => {
                relative(near(base, weekday, 1, false), format!("the {name} of the date before it, {}", long(base)))
            }
            Dir::Last => relative(
                near(base, weekday, -1, true),
                format!("the last {name} before the publication, {}", long(base)),
            ),
            Dir::Next => {
                let monday = base.plus_days(8 - i32::from(base.weekday()));
                relative(
                    monday.and_then(|m| m.plus_days(i32::from(weekday) - 1)),
                    format!("the {name} of the week after the publication, {}", long(base)),
                )
            }
            // `met them this Friday`, not `was to leave on Friday week`
            Dir::This if !week && self.direction(found) == Direction::Past => relative(
                near(base, weekday, -1, false),
                format!("the {name} on or before the publication, {}, since the verb looks back", long(base)),
            ),
            Dir::This => relative(
                near(base, weekday, 1, false),
                format!("the {name} on or after the publication, {}", long(base)),
            ),
            Dir::Open if story => relative(
                near(base, weekday, 1, false),
                format!("the {name} on or after the date before it, {}", long(base)),
            ),
            // `has cancelled Saturday's fair`, on the Friday
            Dir::Open if (1..=3).contains(&((weekday + 7 - base.weekday()) % 7)) && self.is_called_off(found) => {
                relative(
                    near(base, weekday, 1, true),
                    format!("the {name} after the publication, {}, since it is called off", long(base)),
                )
            }
            // `had been due to open on Monday`, `talks set for Monday were cancelled`: that close by, behind or before.
            Dir::Open if self.is_dropped(found, (weekday + 7 - base.weekday()) % 7) => {
                let ahead = (weekday + 7 - base.weekday()) % 7 < 4;
                relative(
                    near(base, weekday, if ahead { 1 } else { -1 }, true),
                    format!(
                        "the {name} nearest to the publication, {}, since it was planned and is no more",
                        long(base)
                    ),
                )
            }
            // Bare `Tuesday` in a Monday's news is tomorrow: nobody calls a day of last week so.
            // `was closed until 2am on Wednesday`, on the Thursday after it
            Dir::Open if self.has_lasted(found, base, weekday) => relative(
                near(base, weekday, -1, false),
                format!("the {name} on or before the publication, {}", long(base)),
            ),
            Dir::Open => match self.weekday_direction(found) {
                // `Mayor threatens rivals at Friday market`, on Saturday
                Direction::Present | Direction::Open
                    if self.is_headline(found) && weekday % 7 + 1 == base.weekday() =>
                {
                    relative(
                        base.plus_days(-1),
                        format!("the day before the publication, {}, of which it is the news", long(base)),
                    )
                }
                direction if direction != Direction::Past && weekday == base.weekday() % 7 + 1 => relative(
                    base.plus_days(1),
                    format!("the day after the publication, {}; the {name} before would be `last {name}`", long(base)),
                ),
                Direction::Future | Direction::Present => relative(
                    near(base, weekday, 1, false),
                    format!("the {name} on or after the publication, {}, since the verb looks ahead", long(base)),
                ),
                _ if weekday == base.weekday() && self.is_before_next(found, rest) => relative(
                    base.plus_days(-7),
                    format!("the {name} a week before the publication, {}, since what came next is over", long(base)),
                ),
                _ => relative(
                    near(base, weekday, -1, false),
                    format!("the {name} on or before the publication, {}", long(base)),
                ),
            },
        }
    }

    /// `was caught on Tuesday and freed on Thursday`, `The pact, signed on Tuesday, broke down on Thursday`, told on a
    /// Tuesday: another day of the week before it came next.
    fn is_before_next(&self, found: &Match, rest: &[Match]) -> bool {
        static MAKES: List =
            List::new("adopted agreed announced formed launched made opened reached sealed signed struck");
        const FAR: u32 = 16;
        let Some(next) = rest.first().filter(|next| next.sentence == found.sentence) else { return false };
        let day = |m: Meaning| match m {
            Meaning::Point(Point::Weekday { weekday, weeks: None }, Dir::Open)
            | Meaning::Part { on: Some((Point::Weekday { weekday, weeks: None }, Dir::Open)), .. } => Some(weekday),
            _ => None,
        };
        let own = day(found.meaning);
        let other = day(next.meaning).filter(|day| Some(*day) != own);
        let (end, start) = (found.tokens.end, next.tokens.start);
        if own.is_none() || other.is_none() || start > end + FAR || self.direction(next) != Direction::Past {
            return false;
        }
        let word = |at: u32| self.doc.word(at as usize);
        let verb = |at: u32| tense::is_verb(self.doc, found.sentence, at);
        let comma = u32::from(word(end) == ",");
        // Not `died on Tuesday and was hurt on Thursday, police said`, which nobody tells so.
        let then = matches!(word(end + comma), "and" | "but") && {
            let adverb = u32::from(matches!(word(end + comma + 1), "then" | "later" | "again"));
            verb(end + comma + 1 + adverb)
        };
        let first = self.doc.sentences[found.sentence as usize].tokens.start;
        let made = found.tokens.start.checked_sub(2).filter(|at| *at > first + 1 && comma > 0);
        let made = made.is_some_and(|at| MAKES.hold(self.doc.tokens[at as usize].hash) && word(at - 1) == ",");
        then || made
    }

    /// Which way a bare weekday looks. What is said now of `Friday's ruling` has happened, unless it is an appointment.
    fn weekday_direction(&self, found: &Match) -> Direction {
        let direction = self.looking(found);
        let word = |at: u32| self.doc.word(at as usize);
        // `Thursday`, a line by itself: as what stands under it is told.
        if direction == Direction::Open && self.is_line(found) {
            let told = tense::opening(self.doc, found.sentence + 1);
            // Behind a day to come stands another.
            let ahead = told == Direction::Open && self.stamps.heading_of(found.sentence) > self.frame.published;
            return if ahead { Direction::Future } else { told };
        }
        // `Sunday: The bridge falls`
        if self.stamps.is_over(found.sentence) && self.heads_block(found) {
            return Direction::Past;
        }
        if direction != Direction::Future && (self.is_ahead_of(found) || self.is_bidden_for(found)) {
            return Direction::Future;
        }
        // `condemns the raids in Leeds on Monday`
        let start = self.doc.sentences[found.sentence as usize].tokens.start.max(found.tokens.start.saturating_sub(9));
        let judged = |at: u32| {
            let verbs = ["condemn", "condemns", "deplore", "deplores", "denounce", "denounces", "mourn", "mourns"];
            verbs.contains(&word(at)) && (at + 1..found.tokens.start).any(|at| self.is_incident_at(at))
        };
        let of_incident = || (start..found.tokens.start).any(judged);
        if direction == Direction::Present && of_incident() {
            return Direction::Past;
        }
        let (owner, end) = (found.tokens.end, self.doc.sentences[found.sentence as usize].tokens.end);
        if owner >= end || !matches!(word(owner), "'s" | "’s") || direction == Direction::Past {
            return direction;
        }
        let is = |at: u32, words: &List| words.hold(self.doc.tokens[at as usize].hash);
        let noun = |words: &List| (owner + 1..end.min(owner + 5)).any(|at| is(at, words));
        // `Minutes of Tuesday's meeting will be published`
        let record = owner > start + 2 && word(found.tokens.start - 1) == "of" && is(found.tokens.start - 2, &RECORDS);
        let over = if direction == Direction::Future { noun(&INCIDENTS) || record } else { !noun(&APPOINTMENTS) };
        if over { Direction::Past } else { direction }
    }

    /// `has been summoned for questioning on Friday`, `called on them to gather on Thursday`, `forecasts sun and rain on
    /// Friday`: what somebody is to do then, or is thought to come.
    fn is_bidden_for(&self, found: &Match) -> bool {
        const FAR: u32 = 12;
        static ASKED: List = List::new("called invited recalled summoned");
        static WHAT: List = List::new("hearing hearings interview questioning rally session strike summit talks");
        static BIDS: List = List::new("appealed asked called calling calls invited told urged urges urging");
        static TOGETHER: List =
            List::new("assemble boycott converge demonstrate gather march protest rally stay strike turn walk");
        static FORECASTS: List = List::new("forecast forecasts predict predicts");
        let word = |at: u32| self.doc.word(at as usize);
        let is = |at: u32, words: &List| words.hold(self.doc.tokens[at as usize].hash);
        let at = found.tokens.start;
        let start = self.doc.sentences[found.sentence as usize].tokens.start.max(at.saturating_sub(FAR));
        let before =
            || (start..at).rev().take_while(|at| !matches!(word(*at), "," | ";" | ":" | "after" | "that" | "who"));
        let asked = || {
            let mut before = before();
            let what = |at: u32| (at + 1..found.tokens.start).any(|at| is(at, &WHAT));
            before.find(|at| word(*at) == "for").is_some_and(what) && before.any(|at| is(at, &ASKED))
        };
        let bids = |to: u32| (start..to).any(|at| is(at, &BIDS));
        // Not `called on them to strike and on Sunday said sorry`.
        let near = || before().take_while(|at| word(*at) != "and");
        let to = || near().find(|at| word(*at) == "to").is_some_and(|to| is(to + 1, &TOGETHER) && bids(to));
        let told = || before().any(|at| matches!(word(at), "was" | "were" | "had" | "said" | "released" | "issued"));
        // `raised its forecast on Thursday` says nothing of what Thursday brings.
        let thinks = |at: &u32| is(*at, &FORECASTS);
        let owned = |at: u32| at > start && matches!(word(at - 1), "his" | "its" | "our" | "their" | "’s" | "'s");
        let thought = || before().skip(2).find(thinks).is_some_and(|at| !owned(at)) && !told();
        if matches!(word(at - u32::from(at > start)), "on" | "for") {
            let perfect = || tense::is_perfect(self.doc, found.sentence, found.tokens);
            return asked() && perfect() || to() || thought();
        }
        false
    }

    /// `until` a weekday in the plain past that is just over: the one to come would be told as `next` or with its date.
    fn has_lasted(&self, found: &Match, base: Date, weekday: u8) -> bool {
        let over = (base.weekday() + 7 - weekday) % 7;
        let until = found.tokens.start.checked_sub(1).map_or("", |at| self.doc.word(at as usize));
        matches!(until, "until" | "till") && over <= 2 && tense::has_lasted(self.doc, found.sentence, found.tokens)
    }

    /// `has cancelled all of Saturday's races`, `Saturday's stage over the pass has been shortened`
    fn is_called_off(&self, found: &Match) -> bool {
        static CHANGED: List = List::new(
            "abandoned altered called canceled cancelled cut moved postponed rearranged relocated rerouted rescheduled \
             scrapped shifted shortened switched",
        );
        let word = |at: u32| self.doc.word(at as usize);
        let sentence = self.doc.sentences[found.sentence as usize].tokens;
        let start = sentence.start.max(found.tokens.start.saturating_sub(4));
        let off = |at| matches!(word(at), "cancelled" | "canceled" | "postponed" | "scrapped" | "off");
        let changed = || {
            let parse = grammar::parse(self.doc, found.sentence as usize);
            let verb = parse.verbs.iter().find(|v| v.tense != VerbTense::None && v.tokens.start > found.tokens.end);
            verb.is_some_and(|v| {
                let perfect = v.passive && v.tense == VerbTense::PresentPerfect;
                perfect
                    && CHANGED.hold(self.doc.tokens[v.main as usize].hash)
                    && found.tokens.start <= sentence.start + 1
            })
        };
        found.tokens.end < self.doc.tokens.len() as u32
            && matches!(word(found.tokens.end), "'s" | "’s")
            && ((start..found.tokens.start).any(off) || changed())
    }

    /// `was originally scheduled for Monday`, `had been due to open on Monday`, `talks planned for Monday were called off`: what was
    /// planned and is no more, so that the weekday close by is meant; `ahead`: days to the next one.
    fn is_dropped(&self, found: &Match, ahead: u8) -> bool {
        const FAR: u32 = 10;
        let sentence = self.doc.sentences[found.sentence as usize].tokens;
        let word = |at: u32| if sentence.range().contains(&(at as usize)) { self.doc.word(at as usize) } else { "" };
        let (start, end) = (found.tokens.start.saturating_sub(FAR).max(sentence.start), found.tokens.end);
        let planned = |at: &u32| matches!(word(*at), "due" | "planned" | "scheduled" | "set" | "slated");
        // Not `was scheduled for Monday, but delayed until Tuesday`.
        let near =
            (start..found.tokens.start).rev().take_while(|at| self.doc.tokens[*at as usize].kind != TokenKind::Mark);
        let meant = |at: &u32| word(*at) == "to" && word(at + 1) == "have" && matches!(word(at - 1), "was" | "were");
        let Some(plan) = near.into_iter().find(|at| planned(at) || *at > start && meant(at)) else { return false };
        let before = |back: u32| plan.checked_sub(back).map_or("", word);
        let had_been = before(1) == "been" && matches!(before(2), "had" | "'d" | "’d");
        let once = before(1) == "originally" && ahead >= 4 || had_been && ahead == 6;
        let off = |at: u32| matches!(word(at), "called" | "canceled" | "cancelled" | "postponed" | "scrapped");
        // `was originally set for Tuesday, but was brought forward`
        let sooner = (end..end + FAR).any(|at| matches!(word(at), "forward" | "earlier" | "sooner"));
        let perfect = u32::from(matches!(word(end), "has" | "have") && word(end + 1) == "been");
        let dropped = (perfect > 0 || matches!(word(end), "was" | "were")) && off(end + 1 + perfect);
        once && !sooner || ahead > 0 && dropped
    }

    /// The day that a bare weekday is counted from where that is not the publication: the one told right before `the
    /// Saturday`, or before another weekday in one sentence; that of the heading it stands under, if it is old.
    fn day_behind(&self, found: &Match) -> Option<Date> {
        const WEEK: i32 = 6;
        let word = |at: u32| self.doc.word(at as usize);
        let (start, end) = (found.tokens.start, found.tokens.end);
        let sentence = self.doc.sentences[found.sentence as usize].tokens;
        // `the Saturday night`
        let part = matches!(found.meaning, Meaning::Part { .. }) && word(start) == "the";
        let start = start + u32::from(part);
        // Not `on the Sunday shows`.
        let alone = part || end >= sentence.end || {
            let next = &self.doc.tokens[end as usize];
            next.kind != TokenKind::Word || AFTER_DAY.hold(next.hash)
        };
        let the = start > sentence.start + 1
            && word(start - 1) == "the"
            && matches!(word(start - 2), "on" | "On" | "by" | "By" | "until")
            && alone;
        if the {
            return self.day.filter(|_| self.day_at + 2 >= found.sentence);
        }
        let old = |day: &Date| self.frame.published.is_none_or(|now| now.number() - day.number() > WEEK);
        let told = || !self.frame.narrative && !self.is_said(found) && self.direction(found) == Direction::Past;
        // `on Monday 5 August and was in court on Tuesday`
        let both = self.behind.filter(|(first, last, value)| {
            *first >= sentence.start
                && value.unit() == Some(Unit::Day)
                && last - first > 1
                && WEEKDAYS.contains(&word(*first))
                // Not `, and police on Tuesday named her`.
                && (*last..start.min(*last + 2)).any(|at| {
                    word(at) == "and" && tense::is_verb(self.doc, found.sentence, at + 1)
                })
        });
        let day = both.and_then(|b| b.2.first_day()).or_else(|| self.stamps.heading_of(found.sentence));
        day.filter(|day| old(day) && told())
    }

    /// `The mayor left on Friday. The council had lost nine seats on Monday`, told on the Wednesday after it: the day of the
    /// week before which that Monday lies, as the tense says.
    fn day_looked_back_from(&self, weekday: u8, base: Date, found: &Match) -> Option<Date> {
        const WEEK: i32 = 7;
        let block = |sentence: u32| self.doc.sentences[sentence as usize].block;
        let recent = |day: &Date| (1..=WEEK).contains(&(base.number() - day.number()));
        let day = self.day.filter(|day| recent(day) && !self.frame.narrative)?;
        let told = self.told.filter(|_| self.story_at == self.day_at && self.day_at + 1 >= found.sentence)?;
        let behind = near(base, weekday, -1, false).is_some_and(|last| last > day);
        // `had signed by Wednesday`: up to then, not before what was told.
        let by = found.tokens.start.checked_sub(1).is_some_and(|at| self.doc.word(at as usize) == "by");
        (behind
            && !by
            && block(self.day_at) == block(found.sentence)
            && tense::looks_back_from(self.doc, (found.sentence, found.tokens), (self.day_at, told))
            && self.direction(found) == Direction::Past)
            .then_some(day)
    }

    fn is_headline(&self, found: &Match) -> bool {
        self.doc.block_of(found.sentence as usize).kind == BlockKind::Title
    }

    /// `ahead of Wednesday's vote`
    fn is_ahead_of(&self, found: &Match) -> bool {
        let start = self.doc.sentences[found.sentence as usize].tokens.start;
        let word = |back: u32| {
            let at = found.tokens.start.checked_sub(back).filter(|at| *at >= start);
            at.map_or("", |at| self.doc.word(at as usize))
        };
        let the = u32::from(matches!(word(1), "the" | "a" | "its" | "their"));
        word(1 + the) == "of"
            && (word(2 + the).eq_ignore_ascii_case("ahead")
                || word(2 + the) == "advance" && word(3 + the).eq_ignore_ascii_case("in"))
    }

    /// The first day of what a stretch began with, right before `found`: `Monday to`, `between 6 April and`.
    pub(super) fn stretch_from(&self, found: &Match) -> Option<Date> {
        let (start, end, value) = self.behind?;
        let word = |at: u32, words: &[&str]| self.doc.is(at as usize, words);
        // `will strike on Monday, Wednesday and Friday`
        let listed = || value.first_day() > self.frame.published && self.frame.published.is_some();
        let joined = word(end, &["to", "through", "until", "till", "-", "–", "—", "thru"])
            || word(end, &["and"]) && (start > 0 && word(start - 1, &["between"]) || listed())
            || word(end, &[","]) && listed();
        // `from 5 p.m. to 6 p.m. on Thursday`: the first hour is of that day already.
        let bare = matches!(value, Value::Clock { .. }) && !(start..end).any(|at| word(at, &WEEKDAYS));
        // `was brought forward from Friday to Thursday`
        let forward = start > 1 && word(start - 2, &["forward"]) && is_moved_from(self.doc, start - 1);
        // `starts on Monday and lasts until Friday`
        let near = found.tokens.start.saturating_sub(end);
        let lasts = (3..=5).contains(&near)
            && listed()
            && word(end, &["and"])
            && !word(end + 1, &["the", "a", "an"])
            && word(found.tokens.start - 1, &["until", "till"]);
        value.first_day().filter(|_| (near == 1 && joined && !forward || lasts) && !bare)
    }
}
