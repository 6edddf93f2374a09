//! Whether a plain form is a verb in the present.

use super::auxiliaries::Form;
use super::plain::REACH;
use super::{Groups, Open};
use crate::grammar::VerbTense;
use crate::grammar::words::Class;

impl Groups<'_> {
    /// `meets`, `they meet`.
    pub(super) fn is_present(&self, at: usize, before: Option<(usize, Class)>, pronoun: bool, next: Class) -> bool {
        let class = self.words[at];
        let Some((place, before)) = before else { return false };
        if next.is(Class::AUXILIARY) {
            // `that ties are close`
            return false;
        }
        // `where protests began`
        if class.is(Class::NOUNISH) && next.is(Class::PAST) && !next.is(Class::PARTICIPLE.with(Class::NOUNISH)) {
            return false;
        }
        if class.is(Class::NOUNISH) && next.is(Class::TO) && !pronoun {
            // `school visits to the old harbour were cut short`: a noun, where an auxiliary follows.
            // `its plans to return by 2020 have been dropped`
            let part = Class::BREAK.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::COORDINATOR);
            let part = if self.class(at + 2).is(Class::BASE) { part.with(Class::SAY) } else { part };
            let mut ahead =
                self.words.iter().skip(at + 3).take(REACH / 2).take_while(|c| !c.is(part.with(Class::SUBJECT)));
            if ahead.any(|c| {
                c.is(Class::AUXILIARY) && !c.is(Class::CALENDAR) && !matches!(Form::of(*c), Form::Ing | Form::Bare)
            }) {
                return false;
            }
        }
        if pronoun {
            // `That claim, which …, is old`: one thing.
            let opens = before.is(Class::THAT) && self.words[..place].iter().all(|c| c.is(Class::MARK));
            if opens && class.is(Class::BASE) && !class.is(Class::THIRD) {
                return false;
            }
            // `said that checks on the pier showed it`: a noun, where another verb follows.
            let related = class.is(Class::PLURAL) && next.is(Class::THAT.with(Class::RELATIVE));
            let noun = before.is(Class::THAT) && (class.is(Class::NOUNISH) && next.is(Class::PREPOSITION) || related);
            // `said that talks with the owner, which …, broke down`
            if noun && place > 0 && self.words[place - 1].is(Class::SAY) && class.is(Class::PLURAL) {
                return false;
            }
            let mut ahead = self
                .words
                .iter()
                .skip(at + 2)
                .take(REACH)
                .take_while(|c| !c.is(Class::BREAK) && !c.is(Class::RELATIVE.with(Class::SUBORDINATOR)));
            // `ruled that state schools displaying it do no harm`
            let said = before.is(Class::THAT)
                && place > 0
                && self.words[place - 1].is(Class::SAY.with(Class::CALENDAR))
                && class.is(Class::BASE)
                && !class.is(Class::THIRD);
            let verb = if said { Class::PAST.with(Class::AUXILIARY) } else { Class::PAST };
            return !((noun || said) && ahead.any(|c| c.is(verb) && !c.is(Class::ING)));
        }
        if before.is(Class::MARK) {
            if self.is_fixture(at, (place, before)) {
                return true;
            }
            // `The hall, built in 1974 and restored in 2009, costs £900 a year`
            let sum = next.is(Class::MARK) && !next.is(Class::BREAK) && self.class(at + 2).is(Class::NUMBER);
            let object = sum
                || next.is(Class::DETERMINER.with(Class::NUMBER).with(Class::SUBJECT))
                // `Ann Lee, 45, replaces Joe Orr`, `The licence, issued in 2019, expires Aug. 1`
                || !class.is(Class::NOUNISH) && next.is(Class::NAME.with(Class::CALENDAR));
            // `Trading, halted on Friday, resumes on Monday`
            let led = next.is(Class::TO) || next.is(Class::PREPOSITION) && self.is_date(at + 2);
            let first = self.tensed == 0 && (object || led && !class.is(Class::NOUNISH) || self.is_timed(at));
            // `York, which applied in 2009 and was refused in 2012, hopes to join by 2030`
            let hopes = class.is(Class::PLAN) && next.is(Class::TO) && self.class(at + 2).is(Class::BASE);
            // `The glasses, called Otter One, go on sale on 18 April`
            let many = self.first_mark.is_some_and(|mark| mark > 0 && self.words[mark - 1].is(Class::PLURAL));
            let many = many && class.is(Class::BASE) && !class.is(Class::NOUNISH.with(Class::PAST));
            if many && self.tensed == 0 && place + 1 == at && self.is_behind_aside(place) {
                return object || next.is(Class::PREPOSITION);
            }
            if class.is(Class::THIRD) && self.wants_verb(place) && (object || !class.is(Class::NOUNISH)) {
                return true;
            }
            return class.is(Class::THIRD)
                && (self.is_behind_aside(place) && (first || hopes || self.groups.len() == 1)
                    || self.is_interrupted(place) && (object || !class.is(Class::NOUNISH)));
        }
        // `Guests who were held at the port of York say they fell ill`
        let said = class.is(Class::SAY) && class.is(Class::BASE) && !class.is(Class::NOUNISH);
        if said && self.relative && next.is(Class::SUBJECT) && before.is(Class::NAME.with(Class::PLURAL)) {
            return true;
        }
        if before.is(Class::AUXILIARY) || self.open == Open::Finite {
            return false;
        }
        if self.is_fixture(at, (place, before)) {
            return true;
        }
        if before.is(Class::COORDINATOR) {
            // `The season runs to nine races and ends in York on 7 May`
            let timed = class.is(Class::THIRD)
                && place + 1 == at
                && next.is(Class::PREPOSITION)
                && (at + 2..at + 6).take_while(|&at| !self.class(at).is(Class::BREAK)).any(|at| self.is_date(at));
            // `landed on Monday and leaves on Friday`, `will open in York on Friday and closes in Leeds on 3 May`
            let leaves = timed && !class.is(Class::NOUNISH) && place > 0;
            // `applied last month and plans to file in May`
            let plans = class.is(Class::THIRD)
                && class.is(Class::PLAN)
                && place > 1
                && next.is(Class::TO)
                && self.class(at + 2).is(Class::BASE.with(Class::AUXILIARY))
                && (!class.is(Class::NOUNISH)
                    // `works on it and plans to finish it`
                    || self.words[place - 1].is(Class::SUBJECT.with(Class::OBJECT))
                    || self.words[place - 2..place].iter().any(|c| c.is(Class::CALENDAR.with(Class::NUMBER))));
            return self.groups.iter().rev().find(|g| g.tense != VerbTense::None).is_some_and(|g| {
                plans && matches!(g.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::Present)
                    || leaves
                        && matches!(g.tense, VerbTense::Past | VerbTense::Future)
                        && self.words[place - 1].is(Class::CALENDAR.with(Class::NUMBER))
                    || g.tense == VerbTense::Present
                        && (!class.is(Class::NOUNISH) || timed)
                        && self.class((g.main - self.base) as usize).is(class)
            });
        }
        // `the stock exchanges this week` has none.
        let object = next.is(Class::DETERMINER.with(Class::SUBJECT).with(Class::NUMBER)) && !next.is(Class::CALENDAR)
            || next.is(Class::TO)
            || next.is(Class::THAT)
            || (next.is(Class::NAME) && !class.is(Class::NOUNISH));
        // `Voting begins on Monday`
        let noun = before.is(Class::ING) && self.groups.last().is_none_or(|g| (g.main - self.base) as usize != place);
        // `The show ends on Monday`
        let the = place > 0 && self.words[place - 1].is(Class::DETERMINER);
        let noun = noun || the && !before.is(Class::CALENDAR.with(Class::PARTICIPLE).with(Class::ING));
        if before.is(Class::VERB) && !before.is(Class::NOUNISH) && !noun {
            return false;
        }
        // `That plan calls for a halt`
        let that = place > 0
            && self.words[place - 1].is(Class::THAT)
            && self.words[..place - 1].iter().all(|c| c.is(Class::MARK))
            && before.is(Class::BASE)
            && !before.is(Class::THIRD.with(Class::PLURAL));
        if that && class.is(Class::THIRD) && place + 1 == at {
            return true;
        }
        let surely = !class.is(Class::NOUNISH);
        // `early tests suggest large stocks`
        let object = object || class.is(Class::SAY) && next == Class::default() && self.class(at + 2) == Class::PLURAL;
        // `trailed by 3,000 votes five years ago`
        if !surely
            && before.is(Class::NUMBER)
            && !before.is(Class::CALENDAR)
            && class.is(Class::PLURAL)
            && place + 1 == at
        {
            return false;
        }
        if class.is(Class::THIRD) {
            // `carried thick ash and sharp stones to the villages`, `asking for radio and television broadcasts to Peru`
            let paired = self.segment > 0
                && self.words[self.segment - 1].is(Class::COORDINATOR)
                && place.saturating_sub(self.segment) < 2
                && self.words[self.segment..at].iter().all(|c| !c.is(Class::DETERMINER.with(Class::NAME)))
                && self.groups.last().is_some_and(|g| matches!(g.tense, VerbTense::Past | VerbTense::None));
            return surely || object && !(paired && next.is(Class::TO.with(Class::PREPOSITION))) || self.is_timed(at);
        }
        // `The trains enter service on 4 May`
        let object =
            object || next == Class::default() && self.class(at + 2).is(Class::PREPOSITION) && self.is_date(at + 3);
        if self.is_of_many(at, place) {
            return true;
        }
        // A bare form wants a plural before it; the lists do not know nouns, so only a noun-like verb is strict.
        let joined = (self.segment.max(place.saturating_sub(3))..place.max(self.segment))
            .any(|i| self.words[i].is(Class::COORDINATOR))
            || self.segment > 0
                && place.saturating_sub(self.segment) < 3
                && self.words[self.segment - 1].is(Class::COORDINATOR);
        // `The British want him freed`
        let people = before.is(Class::NAME)
            && place > 0
            && self.words[place - 1].is(Class::DETERMINER)
            && (next.is(Class::TO) || next.is(Class::SUBJECT) && !next.is(Class::CALENDAR));
        // `Two reports issued on Friday show …`
        let told = before.is(Class::CALENDAR)
            && self.groups.last().is_some_and(|g| {
                let first = (g.tokens.start - self.base) as usize;
                g.tense == VerbTense::None && g.passive && first > 0 && self.words[first - 1].is(Class::PLURAL)
            });
        // `Guests face a week of rain`, `face two days of rain`, `York hope to win`: the only verb there, though a noun as often.
        let ahead = || {
            let part = Class::BREAK.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::COORDINATOR);
            let mut rest = self.words.iter().skip(at + 1).take(REACH).take_while(|c| !c.is(part));
            rest.any(|c| c.is(Class::AUXILIARY.with(Class::PAST)) && !c.is(Class::ING.with(Class::CALENDAR)))
        };
        // `Otter and Heron report their results tomorrow`
        let many = before.is(Class::PLURAL) || before.is(Class::NAME) && joined && !before.is(Class::CALENDAR);
        let faces = many && !before.is(Class::NUMBER.with(Class::CALENDAR)) && self.tensed == 0;
        let counted = next.is(Class::NUMBER) && !next.is(Class::CALENDAR) && class.is(Class::BASE);
        let faces = faces && (next.is(Class::DETERMINER) && !next.is(Class::CALENDAR) || counted) && place + 1 == at;
        // `Workers at the mill plan to walk out`
        let many = |w: &[Class]| w[0].is(Class::PLURAL) && w[1].is(Class::PREPOSITION);
        let near = self.segment.max(place.saturating_sub(REACH / 2))..=place;
        let named = || {
            before.is(Class::NAME.with(Class::PLURAL)) && place == self.segment
                || before.is(Class::PLURAL) && place == self.segment + 1
                || !before.is(Class::DETERMINER) && self.words.get(near.clone()).is_some_and(|w| w.windows(2).any(many))
        };
        // `, and the owners hope to sign by July`
        let first = self.tensed == 0 || self.segment > 1 && self.words[self.segment - 2].is(Class::COMMA);
        let hopes = first && class.is(Class::PLAN) && named();
        let hopes = hopes && place + 1 == at && next.is(Class::TO) && self.class(at + 2).is(Class::BASE);
        if !surely && (faces || hopes) && !ahead() {
            return true;
        }
        // `All people outside Africa descend from it`
        let led = self.tensed == 0
            && place + 1 == at
            && !class.is(Class::SAY)
            && !self.words[self.segment].is(Class::PREPOSITION);
        let led = led && self.words.get(near).is_some_and(|w| w.windows(2).any(many));
        let plural = before.is(Class::PLURAL) || before.is(Class::NAME) && joined || people || told || led;
        // `The clocks go back on 26 October`, `Prices rise on 1 May`
        let many = before.is(Class::PLURAL) && (place == 0 || !before.is(Class::NAME));
        if many && class.is(Class::BASE) && place + 1 == at && self.is_timed(at) {
            return true;
        }
        surely && plural && (object || next.is(Class::PREPOSITION)) && !before.is(Class::ADVERB)
    }

    /// `Voters in Peru go to the polls on 4 May`, `Nurses at the clinic walk out on Monday`: behind more than one, with what
    /// goes with them up to `place`, the only verb of a sentence that tells its day.
    fn is_of_many(&self, at: usize, place: usize) -> bool {
        let first = self.segment;
        let far = place + 1 != at || at - first > 8 || self.tensed > 0 || !self.groups.is_empty();
        let led = |i: usize| {
            let head = self.words[i - 1];
            self.words[i].is(Class::PREPOSITION)
                && head.is(Class::PLURAL)
                && !head.is(Class::CALENDAR.with(Class::NUMBER))
        };
        if far || self.words[first].is(Class::PREPOSITION) || !(first + 1..place).any(led) {
            return false;
        }
        let mut dated = false;
        for i in at + 1..self.words.len().min(at + REACH) {
            let class = self.words[i];
            if class.is(Class::RELATIVE.with(Class::SUBORDINATOR)) && !class.is(Class::DETERMINER) {
                break;
            }
            // `…, the mayor said`
            if class.is(Class::SAY) && self.words[at..i].iter().any(|c| c.is(Class::COMMA)) {
                break;
            }
            let past = class.is(Class::PAST) && !self.class(i + 1).is(Class::PREPOSITION.with(Class::BY));
            if (past || class.is(Class::AUXILIARY)) && !class.is(Class::ING.with(Class::NAME).with(Class::CALENDAR)) {
                return false;
            }
            dated |= self.is_date(i);
        }
        dated
    }

    /// `The trial starts on Monday`: the only verb of the sentence, right before its day or month; not `Housing starts in
    /// August fell`.
    pub(super) fn is_timed(&self, at: usize) -> bool {
        let verbs = Class::AUXILIARY.with(Class::PAST).with(Class::THIRD);
        // `Ann Lee speaks Tuesday in York`, not `Peace talks Tuesday in York`
        let named = at > 1 && self.words[at - 2..at].iter().all(|c| c.is(Class::NAME) && !c.is(Class::CALENDAR));
        if named && !self.words[at].is(Class::NAME) && self.class(at + 1).is(Class::CALENDAR) && self.groups.is_empty()
        {
            // `Rival Otter reports next Wednesday.`
            let ends = || self.words[at + 1..].iter().all(|c| c.is(Class::CALENDAR.with(Class::MARK)));
            return (self.class(at + 2).is(Class::PREPOSITION) || self.words[at].is(Class::SAY) && ends())
                && !self.words.iter().skip(at + 3).take(REACH).any(|c| c.is(verbs) && !c.is(Class::ING));
        }
        let at = at + usize::from(self.class(at + 1).is(Class::PARTICLE));
        // `closes at 8pm on Friday`
        let on = || (at + 3..at + 7).find(|&at| self.class(at).is(Class::PREPOSITION.with(Class::BREAK)));
        let hour = || on().is_some_and(|on| self.class(on).is(Class::PREPOSITION) && self.is_date(on + 1));
        let whose = self.segment > 0 && self.words[self.segment - 1].is(Class::RELATIVE) && self.tensed == 0;
        let rest = self.words.iter().enumerate().skip(at + 3).take(REACH);
        let mut rest = rest.take_while(|(_, c)| !(whose && c.is(Class::BREAK)));
        // `and reopens on Monday`
        let goes_on = |at: usize, c: &Class| c.is(Class::THIRD) && self.words[at - 1].is(Class::COORDINATOR);
        self.groups.is_empty()
            && self.class(at + 1).is(Class::PREPOSITION)
            && (self.is_date(at + 2) || hour() || self.is_from_year(at))
            && !rest.any(|(at, c)| c.is(verbs) && !c.is(Class::ING.with(Class::CALENDAR)) && !goes_on(at, c))
    }

    /// `The castle dates from about 1746`
    fn is_from_year(&self, at: usize) -> bool {
        let year = at + 2 + usize::from(!self.class(at + 2).is(Class::NUMBER));
        let the = at > self.segment + 1 && self.words[self.segment].is(Class::DETERMINER);
        let year = self.class(year).is(Class::NUMBER) && !self.class(year + 1).is(Class::PLURAL.with(Class::TO));
        the && year && self.words[at].is(Class::NOUNISH) && self.words[at].is(Class::THIRD)
    }

    /// `Monday`, `1 June`
    pub(super) fn is_date(&self, at: usize) -> bool {
        let calendar = |at: usize| self.class(at).is(Class::CALENDAR);
        calendar(at) || self.class(at).is(Class::NUMBER) && calendar(at + 1)
    }

    /// `York host Leeds at home on Sunday`, `York have lost twice and face Leeds on 1 June`: a noun as often, but nothing
    /// else there is a verb, and a day is told. Not `TV presenter and host Ann Lee`.
    fn is_fixture(&self, at: usize, (place, before): (usize, Class)) -> bool {
        let next = self.class(at + 1);
        let subject = Class::NAME.with(Class::NUMBER).with(Class::CALENDAR).with(Class::PARTICIPLE);
        let goes_on = before.is(Class::COORDINATOR) && self.tensed > 0 && place > 0;
        // `, and Ann Lee faces York on Sunday`
        let fresh = self.words[at].is(Class::THIRD) && self.segment > 0 && place < self.segment + 3;
        let led = before.is(Class::NAME) && !before.is(Class::CALENDAR) && (self.groups.is_empty() || fresh)
            || goes_on && self.words[place - 1].is(subject)
            || before.is(Class::COMMA) && self.is_behind_aside(place);
        // `MPs vote on the bill on Tuesday`
        let many = self.words[at].is(Class::THIRD) || before.is(Class::PLURAL);
        let object = next.is(Class::NAME) && !next.is(Class::CALENDAR)
            || next.is(Class::TO)
            || many && next.is(Class::PREPOSITION) && !self.is_date(at + 2);
        if !self.words[at].is(Class::FIXTURE) || place + 1 != at || !led || !object {
            return false;
        }
        let part = Class::BREAK.with(Class::RELATIVE).with(Class::COORDINATOR);
        let behind = self.words.iter().enumerate().skip(at + 1).take(REACH / 2).take_while(|(_, c)| !c.is(part));
        let (mut dated, mut other) = (false, false);
        for (at, class) in behind {
            dated |= self.is_date(at);
            other |= class.is(Class::AUXILIARY.with(Class::PAST)) && !class.is(Class::ING.with(Class::NAME));
        }
        dated && !other
    }
}
