//! What the words around a verb say of its clause: signs that the machine asks for and that change nothing.

use super::{ClauseKind, DEPTH, MOST, Machine};
use crate::grammar::VerbTense;
use crate::grammar::words::{Class, is_year};

impl Machine<'_> {
    /// `, police said on Monday,`, `, it emerged,`: who says it begins at `who`, and behind the comma that closes it comes the verb
    /// of what stands before.
    pub(super) fn is_put_between(&self, who: usize, number: usize) -> bool {
        let place = |at: u32| (at - self.base) as usize;
        let Some((tag, next)) = self.verbs.get(number).zip(self.verbs.get(number + 1)) else { return false };
        let (start, main, behind) = (place(tag.tokens.start), place(tag.main), place(next.tokens.start));
        let Some(mark) = who.checked_sub(1) else { return false };
        let it = who + 1 == start && self.words[who].is(Class::SUBJECT);
        let noun =
            |c: &Class| !c.is(Class::BREAK.with(Class::COORDINATOR).with(Class::RELATIVE).with(Class::SUBORDINATOR));
        let named = self.speaker(0, start - 1) == Some(who) || self.words[who..start].iter().all(noun);
        let said = (self.words[main].is(Class::SAY) && named || it) && self.words[mark].is(Class::COMMA);
        let first = self.words[..mark].iter().find(|c| !c.is(Class::MARK));
        let subject = first.is_some_and(|c| {
            !c.is(Class::PREPOSITION.with(Class::SUBORDINATOR).with(Class::RELATIVE).with(Class::CALENDAR))
        });
        let closed = behind > main + 1 && self.words[behind - 1].is(Class::COMMA);
        let when = || self.words[main + 1..behind - 1].iter().all(|c| noun(c) && !c.is(Class::THAT));
        self.clauses[self.top].verb.is_none()
            && self.clauses[self.top].kind == ClauseKind::Main
            && said
            && subject
            && closed
            && next.tense != VerbTense::None
            && behind - main < 10
            && when()
    }

    /// `and nine days later, the owner left`, `and in Leeds, guards are counting`: words of time or place between the
    /// coordinator at `first` and the comma at `comma`, which the clause begins with.
    pub(super) fn leads(&self, first: usize, comma: usize) -> bool {
        // `and, in 1998, moved to Leeds`
        let aside = self.words[first + 1].is(Class::COMMA);
        if aside && first + 1 == comma {
            return self.words.get(comma + 1).is_some_and(|c| c.is(Class::PREPOSITION));
        }
        let words = &self.words[first + 1 + usize::from(aside)..comma];
        let soft = Class::CALENDAR.with(Class::PREPOSITION).with(Class::NUMBER).with(Class::NAME);
        let later = comma > first + 1 && matches!(self.word(comma - 1), "later" | "earlier" | "ago");
        let led = words.first().is_some_and(|c| c.is(Class::PREPOSITION)) && words.iter().all(|c| c.is(soft));
        self.word(comma) == "," && words.len() < 6 && (later || led)
    }

    /// True when another verb, with a tense, follows verb `number` before anything that parts clauses.
    pub(super) fn finite_follows(&self, number: usize) -> bool {
        let part = Class::BREAK.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::SUBJECT);
        let mut from = (self.verbs[number].tokens.end - self.base) as usize;
        for verb in self.verbs[number + 1..].iter().take(2) {
            let start = (verb.tokens.start - self.base) as usize;
            if self.words[from..start].iter().any(|c| c.is(part) && !c.is(Class::PREPOSITION)) {
                return false;
            }
            if verb.tense != VerbTense::None {
                return !self.words[start - 1].is(Class::COORDINATOR.with(Class::TO));
            }
            from = (verb.tokens.end - self.base) as usize;
        }
        false
    }

    /// `says a man who fell on Monday was ill`: behind a verb of saying the words `from..at` are the subject of what was
    /// said, for behind the relative clause with verb `number` stands another verb; `aside`: between commas.
    pub(super) fn is_subject_said(&self, from: usize, at: usize, number: usize, aside: bool) -> bool {
        let noun = Class::DETERMINER.with(Class::NUMBER).with(Class::NAME).with(Class::PLURAL);
        let says = from > 0 && self.words[from - 1].is(Class::SAY) && at > from;
        let from = if says { self.behind_day(from, at) } else { from };
        // `told how a plan that was made in May failed`
        let from = from + usize::from(says && from + 1 < at && matches!(self.word(from), "how" | "why"));
        says && self.words[from].is(noun)
            && !self.words[from].is(Class::CALENDAR.with(Class::SUBJECT))
            // `the 71-year-old king`
            && (from..at).all(|at| {
                !self.words[at].is(Class::MARK.with(Class::COORDINATOR).with(Class::TO)) || self.word(at) == "-"
            })
            && self.verbs[number].tense != VerbTense::None
            && if aside { self.resumes(number + 1) } else { self.finite_follows(number) }
    }

    /// Where what was said begins behind a verb of saying and its day: `said on Monday the claim that …`.
    pub(super) fn behind_day(&self, from: usize, at: usize) -> usize {
        let day = self.words[from].is(Class::CALENDAR.with(Class::PREPOSITION));
        if day { self.day_of_saying(from, at).unwrap_or(from) } else { from }
    }

    /// `said the benches built in 2001 have helped`: the participle at `start` is told of the subject of what was said, which
    /// begins at `from` and whose verb follows.
    pub(super) fn reduces(&self, from: usize, start: usize, number: usize) -> bool {
        let noun = Class::DETERMINER.with(Class::NUMBER).with(Class::NAME).with(Class::PLURAL);
        let says = from > 0 && self.words[from - 1].is(Class::SAY) && start > from;
        // `asked why the boat, built in 1989, was let out`
        let asks = start > from + 1 && matches!(self.word(from), "how" | "why");
        let (from, says) = if asks { (from + 1, true) } else { (from, says) };
        // `says a day earlier, nine men walking home were hurt`
        let comma = (from + 1..start.min(from + 6)).find(|&at| self.words[at].is(Class::COMMA));
        let led = comma.filter(|&at| {
            matches!(self.word(at - 1), "earlier" | "later" | "ago") || self.words[at - 1].is(Class::CALENDAR)
        });
        let from = led.map_or(from, |comma| comma + 1);
        let subject = says && self.words[from].is(noun) && !self.words[from].is(Class::CALENDAR);
        let part = Class::BREAK.with(Class::COORDINATOR).with(Class::RELATIVE).with(Class::SUBORDINATOR);
        let part = part.with(Class::SUBJECT).with(Class::TO);
        let plain = |at: &usize| !self.words[*at].is(part);
        // `said the boat, bought in 2011, sank`
        let comma = (from + 1..start).rev().take(3).find(|&at| self.words[at].is(Class::COMMA));
        if let Some(comma) =
            comma.filter(|&at| subject && self.words[start].is(Class::PARTICIPLE) && (from..at).all(|at| plain(&at)))
        {
            let adverb = Class::ADVERB.with(Class::PARTICIPLE);
            let aside = self.words[comma + 1..start].iter().all(|c| c.is(adverb));
            let resumes = self.verbs[number + 1..].iter().take(3).find(|v| v.tense != VerbTense::None);
            return aside
                && resumes.is_some_and(|v| self.words[(v.tokens.start - self.base) as usize - 1].is(Class::COMMA));
        }
        // `four men linked to the ring began it`
        let leads = |at: usize| {
            self.words[at].is(Class::TO)
                && self.words.get(at + 1).is_some_and(|c| c.is(Class::DETERMINER.with(Class::NAME)))
        };
        let next = self.verbs.get(number + 1).filter(|v| v.tense != VerbTense::None);
        let next = next.map(|v| (v.tokens.start - self.base) as usize);
        subject
            && (self.words[start].is(Class::PARTICIPLE) && !self.words[start].is(Class::ING)
                || self.words[start].is(Class::ING)
                    && (self.words[start - 1].is(Class::PLURAL)
                        // `said a convoy carrying aid had left`
                        || self.words[from].is(Class::DETERMINER)
                            && self.words[start - 1] == Class::default()
                            && self.finite_follows(number)))
            && (from..start).all(|at| plain(&at))
            && (start + 1..self.words.len().min(start + 16)).take_while(|at| plain(at) || leads(*at)).any(|at| {
                next == Some(at)
                    || self.words[at].is(Class::AUXILIARY) && !self.words[at].is(Class::NAME.with(Class::ING))
            })
    }

    /// `said reports that the plant leaked were false`, `found a ship that sank in 1912`: behind a verb of saying `that` at `at`,
    /// with verb `number`, says something of the noun before it.
    pub(super) fn is_passed_on(&self, from: usize, at: usize, number: usize) -> bool {
        if from == 0 || at <= from || !self.words[from - 1].is(Class::SAY) {
            return false;
        }
        let said = self.word(from - 1);
        let says = matches!(said, "said" | "says" | "say" | "saying" | "added" | "insisted");
        let told = matches!(said, "told" | "tells" | "tell" | "telling" | "informed" | "warned");
        let part = Class::MARK.with(Class::PREPOSITION).with(Class::CALENDAR);
        let start = (self.verbs[number].tokens.start - self.base) as usize;
        let own = self.words[from].is(Class::DETERMINER.with(Class::NUMBER))
            && at > from + 1
            && !self.words[from..at].iter().any(|c| c.is(part))
            && self.words[at + 1..start].iter().all(|c| c.is(Class::ADVERB.with(Class::NEGATION)));
        // `was found at the dam that burst`
        let passive = number > 0 && self.verbs[number - 1].passive && self.words[from].is(Class::PREPOSITION);
        let placed = passive && matches!(said, "discovered" | "found") && at + 1 == start && at > from + 1;
        says && self.is_subject_said(from, at, number, false) || own && !told && !says || placed
    }

    /// `wept as the judge, Ann Lee, read the verdict`, `a day after Ann Lee, alias “Fox”, was found`: the comma `mark` closes an
    /// aside in the clause opened at `at`, which waits for its verb.
    pub(super) fn is_interrupted(&self, from: usize, at: usize, mark: usize) -> bool {
        let Some(open) = (at + 2..mark).find(|&i| self.words[i].is(Class::BREAK)) else { return false };
        let (first, aside) = (self.words[at + 1], self.words[open + 1]);
        let judge = at == from && from > 0 && first.is(Class::DETERMINER) && aside.is(Class::NAME);
        let settled = self.parent(self.top).is_some_and(|parent| self.clauses[parent].verb.is_some());
        let plain =
            aside == Class::default() || aside == Class::PLURAL || aside.is(Class::NAME.with(Class::DETERMINER));
        let named = first.is(Class::NAME) && !first.is(Class::CALENDAR) && plain && settled;
        judge || named && !self.words[mark + 1].is(Class::SAY)
    }

    /// `said Ann Lee, Colin Berg and a guard were hurt`: names between the verb of saying and the coordinator at `and`, which are
    /// the subject of the verb at `start`.
    pub(super) fn lists(&self, from: usize, and: usize, start: usize) -> bool {
        let noun = Class::DETERMINER.with(Class::NAME).with(Class::NUMBER);
        let other = Class::CALENDAR.with(Class::SUBJECT);
        let first = |at: usize| self.words[at].is(noun) && !self.words[at].is(other);
        if from < 2 || and < from + 2 {
            return false;
        }
        let last = and - usize::from(self.words[and - 1].is(Class::COMMA));
        let plain = |at: usize| !self.words[at].is(other.with(Class::QUOTE).with(Class::SEMICOLON));
        let comma = |at: usize| self.words[at].is(Class::COMMA);
        let parts = (from..last).filter(|&at| comma(at));
        // The subject of the saying stands before it.
        let told = !self.words[from - 2].is(Class::BREAK.with(Class::QUOTE));
        // `found a boat, a coat and a boot marked with his name`
        let finds = matches!(self.word(from - 1), "discovered" | "found");
        told && !finds
            && and + 1 < start
            && first(from)
            && first(and + 1)
            && (from..last).all(plain)
            && parts.clone().count() > 0
            && parts.into_iter().all(|at| first(at + 1))
            && !(and + 1..start).any(comma)
    }

    /// True when behind the verb at `start` the next one with a tense stands right behind a comma.
    pub(super) fn resumes_behind(&self, start: usize) -> bool {
        let next = self.verbs.partition_point(|v| (v.tokens.start - self.base) as usize <= start);
        self.verbs.get(next).is_some_and(|v| {
            v.tense != VerbTense::None && self.words[(v.tokens.start - self.base) as usize - 1].is(Class::COMMA)
        })
    }

    /// `Cases are expected within weeks, the agency said on Monday`: with the verb at `start` the sentence only ends in who
    /// says so.
    pub(super) fn tags(&self, start: usize) -> bool {
        let soft = Class::MARK.with(Class::CALENDAR).with(Class::PREPOSITION).with(Class::NUMBER).with(Class::ADVERB);
        let said = (start..self.words.len().min(start + 2)).find(|&at| self.words[at].is(Class::SAY));
        // `, doctors and guests said, as talks went on`
        let behind = |said: usize| {
            let comma = (said + 1..self.words.len().min(said + 6)).find(|&at| self.words[at].is(Class::BREAK));
            let when = |at: usize| {
                self.words.get(at).is_some_and(|c| c.is(Class::CLAUSAL.with(Class::WHEN)) && !c.is(Class::THAT))
            };
            comma.filter(|&at| self.words[at].is(Class::COMMA) && when(at + 1)).unwrap_or(self.words.len())
        };
        let near = |end: usize| end < self.words.len() || end - start < 8;
        said.is_some_and(|said| {
            let end = behind(said);
            near(end) && self.words[said + 1..end].iter().all(|c| c.is(soft))
        })
    }

    /// `…, the deputy mayor, Ann Lee has announced`: where the clause at `first` begins, with who it is before.
    pub(super) fn titled(&self, from: usize, first: usize) -> Option<usize> {
        let comma = first.checked_sub(1).filter(|&comma| comma > from + 1 && self.word(comma) == ",")?;
        let before = (from.max(comma.saturating_sub(10))..comma).rev().find(|&at| self.words[at].is(Class::BREAK))?;
        let soft = Class::PREPOSITION.with(Class::CALENDAR).with(Class::COORDINATOR).with(Class::SUBORDINATOR);
        let title = matches!(self.word(before + 1), "the" | "its" | "his" | "her" | "their");
        let plain = |at: usize| !self.words[at].is(soft) || self.word(at) == "of";
        let named = first < self.words.len() && self.words[first].is(Class::NAME);
        (self.word(before) == "," && title && named && (before + 1..comma).all(plain)).then_some(before + 1)
    }

    /// Where who says it begins behind a comma in `from..mark`, with an age or a second name up to the comma `mark`: `…, an
    /// aide, Ann Lee, said`, `…, Ann Lee, an aide, said`.
    pub(super) fn speaker(&self, from: usize, mark: usize) -> Option<usize> {
        let who = Class::NAME.with(Class::DETERMINER).with(Class::OWNER);
        let comma = |end: usize| (from..end).rev().take(10).find(|&at| self.words[at].is(Class::BREAK));
        let open = comma(mark)?;
        let before = comma(open)?;
        let stops = Class::CALENDAR.with(Class::COORDINATOR).with(Class::SUBORDINATOR).with(Class::RELATIVE);
        let plain = |&at: &usize| !self.words[at].is(stops) && self.words[at] != Class::PREPOSITION;
        let named = self.words[before + 1].is(who.with(Class::SUBJECT)) && (before + 1..open).all(|at| plain(&at));
        // `Mr Hale, then 52,`
        let aged = self.words[open + 1].is(Class::ADVERB) && self.words[open + 2].is(Class::NUMBER);
        let aside = self.words[open + 1].is(who.with(Class::NUMBER)) || aged;
        let aside = aside && (open + 1..mark).all(|at| plain(&at));
        let parted = self.word(before) == "," || self.words[before].is(Class::QUOTE.with(Class::SEMICOLON));
        (parted && self.word(open) == "," && named && aside).then_some(before + 1)
    }

    /// One past the day right behind a verb of saying, in `from..start`: `late Monday`, `on Monday night`, `told reporters
    /// on Monday`.
    pub(super) fn day_of_saying(&self, from: usize, start: usize) -> Option<usize> {
        let promised = from > 0 && matches!(self.word(from - 1), "assured" | "promised" | "warned");
        let told = promised || from > 0 && matches!(self.word(from - 1), "told" | "tells" | "informed");
        let plain = |at: usize| {
            let noun = Class::DETERMINER.with(Class::SUBJECT).with(Class::NUMBER).with(Class::PREPOSITION);
            let verb = self.words[at].is(Class::VERB) && !(at == from && self.words[at].is(Class::BASE));
            !verb && !self.words[at].is(noun.with(Class::CALENDAR))
        };
        let mut at = from;
        // `told local radio Mr Berg had left`
        let named = |at: usize| self.words[at].is(Class::NAME);
        while told && at < start && at - from < 3 && plain(at) && !(at > from && named(at) && !named(at - 1)) {
            at += 1;
        }
        let heard = at;
        at += usize::from(at < start && self.words[at].is(Class::PREPOSITION));
        at += usize::from(at < start && matches!(self.word(at), "late" | "early"));
        let weekday = at < start && self.is_weekday(at);
        let behind = self.behind_weekday(at, start);
        if weekday && behind < start && !self.is_owner(behind) {
            return Some(behind);
        }
        // `told reporters the firm would close`
        let begins =
            !promised && heard > from && heard < start && self.words[heard].is(Class::DETERMINER.with(Class::NAME));
        if begins && !self.words[heard].is(Class::CALENDAR) && !self.is_owner(heard) {
            return Some(heard);
        }
        // `told staff in December the school was safe`
        let month = |at: usize| self.words[at].is(Class::CALENDAR.with(Class::NUMBER)) && self.word(at) != "this";
        let behind = (at..start).find(|&at| !month(at)).unwrap_or(start);
        let noun = Class::DETERMINER.with(Class::SUBJECT).with(Class::NAME);
        if heard > from && at > heard && behind > at && behind < start && self.words[behind].is(noun) {
            return Some(behind).filter(|&at| !self.is_owner(at) && (self.word(at) != "this" || at + 1 == start));
        }
        if promised { None } else { self.behind_saying(heard, start, told && heard == from) }
    }

    fn is_weekday(&self, at: usize) -> bool {
        self.words[at].is(Class::CALENDAR) && self.word(at).ends_with("day")
    }

    /// One past the weekday at `at` and its part of the day.
    fn behind_weekday(&self, at: usize, end: usize) -> usize {
        let part = at + 1 < end && matches!(self.word(at + 1), "morning" | "afternoon" | "evening" | "night");
        at + 1 + usize::from(part)
    }

    fn is_owner(&self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "’s")
    }

    /// `said in a statement on Monday the plant …`, `told the court the man …`: where what was said begins, past who was told
    /// (`hearer`) and by what means. Only a determiner or pronoun shows it.
    fn behind_saying(&self, from: usize, start: usize, hearer: bool) -> Option<usize> {
        let begins = |at: usize| {
            self.words[at].is(Class::DETERMINER.with(Class::SUBJECT)) && !self.words[at].is(Class::CALENDAR)
        };
        let noun = |at: usize| {
            let other = Class::PREPOSITION.with(Class::BREAK).with(Class::CALENDAR).with(Class::NUMBER).with(Class::TO);
            let other = other.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::COORDINATOR);
            !begins(at) && !self.words[at].is(other)
        };
        let mut at = from;
        if hearer && at < start && self.words[at].is(Class::DETERMINER) {
            at += 1;
            while at < start && noun(at) {
                at += 1;
            }
        }
        for _ in 0..4 {
            if at < start && matches!(self.word(at), "there" | "here") && at + 1 < start {
                at += 1;
            } else if at < start && self.is_weekday(at) && at + 1 < start && !self.is_owner(at + 1) {
                at = self.behind_weekday(at, start);
            } else if at + 1 < start && self.words[at].is(Class::PREPOSITION) && !self.words[at].is(Class::SUBORDINATOR)
            {
                at += 1;
                if self.is_weekday(at) && !(at + 1 < start && self.is_owner(at + 1)) {
                    continue;
                }
                at += usize::from(self.words[at].is(Class::DETERMINER));
                while at < start && noun(at) {
                    at += 1;
                }
            } else {
                break;
            }
        }
        (at > from && at < start && begins(at) && !self.is_owner(at)).then_some(at)
    }

    /// `clause`, or the clause around it that has a tense.
    pub(super) fn tensed_around(&self, clause: usize) -> usize {
        let mut with = clause;
        for _ in 0..DEPTH {
            let untensed = matches!(self.clauses[with].kind, ClauseKind::Participial | ClauseKind::Infinitive);
            match self.parent(with) {
                Some(parent) if untensed => with = parent,
                _ => break,
            }
        }
        with
    }

    /// True when the words from `from` to the comma follow a verb of saying, or hold another comma: an aside.
    pub(super) fn spoken(&self, from: usize, mark: Option<usize>) -> bool {
        from > 0 && self.words[from - 1].is(Class::SAY)
            || (from..mark.unwrap_or(from)).any(|at| self.words[at].is(Class::BREAK))
    }

    /// `will speak in York, where she lives, next month`: the comma in `from..to` that closes a clause behind another comma,
    /// where nothing but words of time follow up to the end or to who says so.
    pub(super) fn closes_aside(&self, from: usize, to: usize) -> Option<usize> {
        let end = if to < self.words.len() { to } else { to - usize::from(self.words[to - 1].is(Class::MARK)) };
        let is = |at: usize, class: Class| at < end && self.words[at].is(class);
        let timed = |at: usize| is(at, Class::CALENDAR) || at < end && is_year(self.doc, self.base as usize + at);
        // Whether a weekday follows the comma, if nothing but words of time do.
        let time = |comma: usize| {
            let led = comma + 1 + usize::from(is(comma + 1, Class::PREPOSITION));
            let day = led + usize::from(is(led, Class::DETERMINER) && !timed(led));
            let rest = (day..end.min(day + 5)).find(|&at| is(at, Class::COMMA));
            // `saw the man who won the race, on Monday`
            let weekday = led == day && is(day, Class::NAME) && timed(day) && self.word(day).ends_with("day");
            if weekday && rest.is_none() && to == self.words.len() {
                return Some(true);
            }
            // `who fled nine days ago, on 3 May`, `who lives in York, in June's paper`
            // Nor `who died on February 9th, 2021`.
            let told = matches!(self.word(comma - 1), "ago" | "earlier" | "later")
                || is_year(self.doc, self.base as usize + comma + 1);
            let other = |at: usize| {
                is(at, Class::PREPOSITION.with(Class::OWNER).with(Class::MARK)) || matches!(self.word(at), "'s" | "’s")
            };
            if told || (day..rest.unwrap_or(end).min(day + 5)).any(other) {
                return None;
            }
            let tag = || {
                let behind = |at: usize| to < at + 6 && !self.words[at + 1..to].iter().any(|c| c.is(Class::COMMA));
                to < self.words.len() && self.words[to].is(Class::SAY) && rest.is_some_and(behind)
            };
            let last = rest.is_none() && to == self.words.len() && end < day + 5 || tag();
            (last && (timed(day) || is(day, Class::NUMBER) && timed(day + 1))).then_some(weekday)
        };
        let comma = |at: &usize| is(*at, Class::COMMA);
        let (comma, weekday) = (from..end).filter(comma).take(4).find_map(|at| Some((at, time(at)?)))?;
        let first = self.owner[..from].iter().rposition(|&owner| usize::from(owner) != self.top)?;
        (weekday || self.words[first].is(Class::COMMA)).then_some(comma)
    }

    /// True when no clause around the innermost still wants a verb.
    pub(super) fn is_settled(&self) -> bool {
        self.wanting(self.top).is_none()
    }

    /// A word that opens a clause in `from..end`, behind which a verb follows.
    pub(super) fn opens(&self, at: usize, from: usize, end: usize) -> bool {
        let class = self.words[at];
        if self.clauses.len() >= MOST {
            return false;
        }
        if class.is(Class::RELATIVE) {
            return true;
        }
        if !class.is(Class::SUBORDINATOR) {
            return false;
        }
        if class.is(Class::THAT) {
            // `of that time`, `that day` at the start: a pointing word.
            let before = if at > 0 { self.words[at - 1] } else { Class::default() };
            // `“That’s why …”`
            if self.words[..at].iter().all(|c| c.is(Class::MARK)) {
                return false;
            }
            return at > 0
                && at < end
                && (!before.is(Class::PREPOSITION.with(Class::TO).with(Class::MARK)) || self.word(at - 1) == "out")
                || before.is(Class::MARK) && at > from;
        }
        // `A strike that has hit the port since Monday ended`, `shut until 3 May after a vote`: a day, no clause.
        if matches!(self.word(at), "since" | "until" | "till") {
            let day = |&at: &usize| {
                let class = self.words[at];
                class.is(Class::CALENDAR.with(Class::NUMBER))
                    || matches!(self.word(at), "Christmas" | "Easter" | "Thanksgiving" | "Ramadan")
                    || class.is(Class::MARK) && !class.is(Class::BREAK)
                    || self.is_month(at)
                    || matches!(self.word(at), "the" | "end" | "start" | "of" | "next" | "early" | "late")
            };
            let behind = (at + 1..end).take_while(day).last().map_or(at + 1, |last| last + 1);
            let joins =
                Class::COORDINATOR.with(Class::SUBORDINATOR).with(Class::RELATIVE).with(Class::BREAK).with(Class::TO);
            // `since May resigned`
            let alone = behind == at + 2 && matches!(self.word(at + 1), "May" | "March" | "April" | "June");
            if behind > at + 1 && (behind == end && !alone || behind < end && self.words[behind].is(joins)) {
                return false;
            }
        }
        // `as the Corvina, also known as Old Lady, sank`
        if self.word(at) == "as" && at > 0 && matches!(self.word(at - 1), "known" | "described" | "regarded") {
            return false;
        }
        // `a once-in-50-years flood`
        if at + 1 < end && self.word(at + 1) == "-" && !self.doc.tokens[self.base as usize + at + 1].space_before {
            return false;
        }
        // `since 2019 sales have grown`
        if is_year(self.doc, self.base as usize + at + 1) && !class.is(Class::RELATIVE) {
            return false;
        }
        // `Never before in its history has the town …`
        if self.word(at) == "before" && at > 0 && self.words[at - 1].is(Class::NEGATION) {
            return false;
        }
        // `earnings before interest and tax fell`
        if self.word(at) == "before" && at + 1 < end && matches!(self.word(at + 1), "interest" | "tax" | "taxes") {
            return false;
        }
        // `once in thirty years`
        if self.word(at) == "once" && at + 1 < end && matches!(self.word(at + 1), "a" | "every" | "in" | "per") {
            return false;
        }
        // `as early as Saturday`
        let soon = at > 0 && self.word(at) == "as" && matches!(self.word(at - 1), "early" | "late" | "soon");
        if soon && at + 1 < end && self.words[at + 1].is(Class::CALENDAR.with(Class::NUMBER)) {
            return false;
        }
        // `so` and `as` in `as well as`, `so far`, `as of Friday`.
        !(at + 1 < end && matches!(self.word(at + 1), "early" | "well" | "many" | "much" | "far" | "of"))
    }

    /// True when the word before `at` is a verb of saying, or `at` is past words of time or the one who is told.
    pub(super) fn says(&self, at: usize) -> bool {
        // `the northern states that voted`: a noun that says nothing.
        let noun = |i: usize| {
            let adverb = i > 0 && self.words[i - 1].is(Class::ADVERB);
            i + 1 == at && matches!(self.word(i), "states" | "shows" | "means") && !adverb
        };
        // `pointed out that`, `found out that`
        if self.words[at].is(Class::THAT) && at > 1 && self.word(at - 1) == "out" && self.words[at - 2].is(Class::VERB)
        {
            return true;
        }
        // `It is not true that`
        let plain = self.words[at].is(Class::THAT)
            && at > 2
            && matches!(
                self.word(at - 1),
                "clear" | "false" | "impossible" | "likely" | "possible" | "true" | "unlikely" | "untrue"
            )
            && (at - 3..at - 1).any(|i| self.words[i].is(Class::AUXILIARY));
        if plain || (1..=3).filter_map(|back| at.checked_sub(back)).any(|i| self.words[i].is(Class::SAY) && !noun(i)) {
            return true;
        }
        // `announced in a memo on Monday that …`: it has no object yet.
        let said = (4..=12)
            .map_while(|back| at.checked_sub(back))
            .take_while(|&i| !self.words[i + 1].is(Class::BREAK))
            .find(|&i| self.words[i].is(Class::VERB) && !self.words[i].is(Class::NOUNISH));
        let alone = |i: usize| {
            self.words[i].is(Class::SAY)
                && self.words[i + 1].is(Class::PREPOSITION.with(Class::CALENDAR).with(Class::ADVERB))
        };
        if self.words[at].is(Class::THAT) && said.is_some_and(alone) {
            return true;
        }
        let before = at.checked_sub(1).map(|b| self.words[b]);
        // `told reporters in York on Monday that …`
        before.is_some_and(|c| c.is(Class::NAME.with(Class::NUMBER)))
            && (4..=9)
                .map_while(|back| at.checked_sub(back))
                .take_while(|&i| !self.words[i + 1].is(Class::BREAK))
                .any(|i| self.words[i].is(Class::SAY) && self.words[i].is(Class::VERB))
    }

    /// True for a participle that says when the means of a saying came out: `said in a report released on Friday`.
    pub(super) fn is_put_in(&self, clause: usize) -> bool {
        let this = &self.clauses[clause];
        let Some(outer) = self.parent(clause).filter(|_| this.kind == ClauseKind::Participial) else { return false };
        let place = |c: usize| self.clauses[c].verb.map(|v| (self.verbs[v as usize].main - self.base) as usize);
        let (Some(inner), Some(outer)) = (place(clause), place(outer)) else { return false };
        let passive = self.words[inner].is(Class::PARTICIPLE) && !self.words[inner].is(Class::SAY.with(Class::ING));
        let led = self.words.get(outer + 1).is_some_and(|c| c.is(Class::PREPOSITION));
        passive && self.words[outer].is(Class::SAY) && led && inner - outer < 8
    }

    /// `When the wall fell in 1989 she was in York`, `After the mill closed in May the town lost nine shops`: where behind the
    /// words of a clause that stands first its own subject ends and the next begins, in `from..start`.
    pub(super) fn own_subject(&self, from: usize, start: usize) -> usize {
        if self.clauses[self.tensed_around(self.top)].kind != ClauseKind::Subordinate {
            return start;
        }
        let time = Class::CALENDAR.with(Class::NUMBER);
        let noun = Class::NAME.with(Class::DETERMINER);
        let begins = |&at: &usize| {
            let (before, this) = (self.words[at - 1], self.words[at]);
            this.is(Class::SUBJECT) && !before.is(Class::PREPOSITION)
                || at > from && before.is(time) && this.is(noun) && !this.is(time)
        };
        (from.max(1)..start).find(begins).unwrap_or(start)
    }

    /// `When the bank failed in 1990 Ann Lee, its head, was jailed`: where the subject begins whose aside the comma `mark` closes,
    /// right before the verb at `start`.
    pub(super) fn aside_subject(&self, from: usize, mark: usize, start: usize) -> Option<usize> {
        let comma = |at: &usize| self.words[*at].is(Class::BREAK);
        let open = (from..mark).rev().take(10).find(comma).filter(|_| mark + 1 == start)?;
        let first = self.own_subject(from, open);
        (first < open && !(from..open).any(|at| comma(&at))).then_some(first)
    }

    /// `She left, but when the police came he had fled`: the clause that goes on behind what stands between `but` and the
    /// subject at `from`.
    pub(super) fn resumes_when(&self, from: usize, start: usize) -> Option<usize> {
        let with = self.tensed_around(self.top);
        let around = self.parent(with).filter(|_| self.clauses[with].kind == ClauseKind::Subordinate)?;
        let first = self.owner[..from].iter().position(|&owner| usize::from(owner) == with)?;
        let opens = self.words[first].is(Class::SUBORDINATOR) && !self.words[first].is(Class::THAT);
        let joined = first > 0 && self.words[first - 1].is(Class::COORDINATOR);
        let stands =
            self.words[from - 1].is(Class::INTRANSITIVE) && self.words[from].is(Class::DETERMINER.with(Class::NAME));
        let subject = from < start && (self.words[from].is(Class::SUBJECT) || stands);
        (opens && joined && subject && self.clauses[around].verb.is_some()).then(|| self.tensed_around(around))
    }

    /// True for a clause that begins with `if` or the like.
    pub(super) fn is_conditional(&self, clause: usize) -> bool {
        let first = self.owner.iter().position(|&owner| usize::from(owner) == clause);
        first.is_some_and(|at| matches!(self.word(at).to_lowercase().as_str(), "if" | "unless" | "whether" | "lest"))
    }
}
