//! Verbs without an auxiliary: finite, a participle, or no verb at all.

use super::{Groups, Open};
use crate::grammar::words::Class;
use crate::grammar::{VerbGroup, VerbTense};

/// How far a reduced relative (`the report released on Monday said`) is looked through for its finite verb. A limit
/// keeps the search linear.
pub(super) const REACH: usize = 24;

impl Groups<'_> {
    /// A verb without auxiliaries.
    pub(super) fn plain(&mut self, at: usize) -> usize {
        let class = self.words[at];
        let before = self.before(at);
        let before = before.and_then(|(place, _)| self.and_before(place)).or(before);
        let behind = |of: Class| before.is_some_and(|(_, c)| c.is(of));
        let pronoun = before.is_some_and(|(_, c)| {
            c.is(Class::SUBJECT) || (c.is(Class::RELATIVE) && !c.is(Class::DETERMINER)) || c.is(Class::THAT)
        });
        let next = self.class(at + 1);
        // `what happened`, `what caused the fire`, not `what appeared to be a bomb`
        let what = before.is_some_and(|(place, c)| c.is(Class::RELATIVE) && c.is(Class::DETERMINER) && place + 1 == at);
        let told = class.is(Class::INTRANSITIVE) && !next.is(Class::TO) || next.is(Class::DETERMINER);
        let pronoun = pronoun || what && class.is(Class::PAST) && told;
        // `a proposed plan`, `the meeting`, `of armed men`.
        let inside_noun =
            !pronoun && behind(Class::DETERMINER.with(Class::PREPOSITION).with(Class::TO)) && !behind(Class::VERB);
        if class.is(Class::ING) && !class.is(Class::PAST) {
            return self.ing(at, before.map(|(_, c)| c));
        }
        if class.is(Class::PAST) || class.is(Class::PARTICIPLE) {
            // `was 71% contained`
            let percent = at > 1
                && class.is(Class::PARTICIPLE)
                && self.words[at - 1].is(Class::MARK)
                && !self.words[at - 1].is(Class::BREAK)
                && self.words[at - 2].is(Class::NUMBER)
                && self.groups.last().is_some_and(|g| {
                    self.words[(g.main - self.base) as usize].is(Class::BE)
                        && (g.tokens.end - self.base) as usize + 2 == at
                });
            let remains = percent
                || at > 0
                    && self.words[at - 1].is(Class::REMAINS)
                    && self.groups.last().is_some_and(|g| g.tokens.end - self.base == at as u32);
            // `those filed on Monday`
            let those = before.is_some_and(|(place, c)| {
                let whole =
                    c.is(Class::DETERMINER) && c.is(Class::PLURAL) && !c.is(Class::FLOATING.with(Class::NUMBER));
                let behind = next.is(Class::PREPOSITION.with(Class::CALENDAR)) && !class.is(Class::INTRANSITIVE);
                whole && place + 1 == at && behind
            });
            if those {
                return self.push(at, at, VerbTense::None, false, true);
            }
            if inside_noun || remains || self.is_attribute(at, before) {
                return at + 1;
            }
            let only_past = self.is_past(class);
            let only_participle = class.is(Class::PARTICIPLE) && !class.is(Class::PAST);
            // `Trains run on Sunday`
            let many = before.is_some_and(|(place, c)| c.is(Class::PLURAL) && place + 1 == at && !c.is(Class::NUMBER));
            if only_participle && class.is(Class::BASE) && many && self.is_timed(at) {
                return self.plain_present(at, before, pronoun, inside_noun);
            }
            let finite = only_past || (!only_participle && self.is_finite(at, before, pronoun));
            if finite {
                let negated = at > 0 && self.words[at - 1].is(Class::NEGATION);
                return self.push(at, at, VerbTense::Past, negated, false);
            }
            // `was arrested in May, charged in June and convicted`
            if behind(Class::BREAK)
                && let Some(last) = self.groups.last().copied()
                && last.tense == VerbTense::Past
                && (last.passive || class.is(Class::PAST))
                && self.is_listed(at, last.passive)
            {
                return self.push(at, at, last.tense, false, last.passive && !class.is(Class::INTRANSITIVE));
            }
            // Coordinated with a group before: `was shot and killed`, `has won and lost`; not `… and shared interests`.
            let known = Class::MARK
                .with(Class::PREPOSITION)
                .with(Class::TO)
                .with(Class::ADVERB)
                .with(Class::DETERMINER)
                .with(Class::SUBJECT)
                .with(Class::SUBORDINATOR)
                .with(Class::RELATIVE)
                .with(Class::COORDINATOR)
                .with(Class::NUMBER)
                .with(Class::PARTICLE)
                .with(Class::NAME);
            // `was freed in April and held again last May`, each with its own time
            let timed = || {
                let last = self.groups.last().map_or(at, |g| (g.tokens.end - self.base) as usize);
                next.is(Class::CALENDAR)
                    && self.words[last.min(at)..at].iter().any(|c| c.is(Class::CALENDAR.with(Class::NUMBER)))
            };
            // `had won and denied losing men`
            let denies = class.is(Class::SAY) && next.is(Class::ING) && !next.is(Class::NOUNING);
            let known = known.with(Class::OBJECT);
            let attributive = at + 1 < self.words.len() && !next.is(known) && !timed() && !denies;
            // `a new, privately run mill`
            let adjective = before.is_some_and(|(place, c)| {
                c.is(Class::COMMA) && place > 1 && self.words[place - 2].is(Class::DETERMINER)
            });
            let led = before
                .is_some_and(|(place, _)| place + 1 < at && !self.words[place.saturating_sub(1)].is(Class::PLURAL));
            let adjective = adjective && led && !next.is(Class::CALENDAR);
            // `were held but dismissed reports that he had fled`
            let passed_on = self.class(at + 2).is(Class::THAT) && (next.is(Class::SAY) || next == Class::PLURAL);
            if behind(Class::COORDINATOR) && passed_on && self.groups.last().is_some_and(|g| g.tense == VerbTense::Past)
            {
                return self.push(at, at, VerbTense::Past, false, false);
            }
            if (behind(Class::COORDINATOR) || adjective) && attributive {
                return at + 1;
            }
            // `when armed men opened fire`
            if behind(Class::SUBORDINATOR)
                && next.is(Class::PLURAL)
                && self.class(at + 2).is(Class::PAST.with(Class::AUXILIARY))
            {
                return at + 1;
            }
            // `Police say suspected gunmen on Friday attacked it`
            if before.is_some_and(|(place, c)| c.is(Class::SAY) && place + 1 == at) && self.modifies_doer(at) {
                return at + 1;
            }
            // `was shocked and pledged Britain would pay`
            let object = Class::SUBJECT.with(Class::DETERMINER).with(Class::THAT).with(Class::NAME);
            let says = class.is(Class::SAY) && next.is(object) && !next.is(Class::CALENDAR);
            if behind(Class::COORDINATOR) && says && self.groups.last().is_some_and(|g| g.tense == VerbTense::Past) {
                return self.push(at, at, VerbTense::Past, false, false);
            }
            if behind(Class::COORDINATOR)
                && let Some(last) = self.groups.last().copied()
                && last.tense != VerbTense::None
                && (last.passive
                    || only_participle
                    || matches!(last.tense, VerbTense::PresentPerfect | VerbTense::PastPerfect))
                && at - ((last.main - self.base) as usize) <= 16
            {
                return self.push(at, at, last.tense, last.negated, last.passive && !class.is(Class::INTRANSITIVE));
            }
            // `raised its full-year forecast on Thursday`, not `a record broadcast by Heron`
            if class.is(Class::NOUNING) && self.open == Open::Finite && !next.is(Class::BY) {
                return at + 1;
            }
            return self.push(at, at, VerbTense::None, false, true);
        }
        self.plain_present(at, before, pronoun, inside_noun)
    }

    /// A form that is no past: `meets`, `they meet`.
    fn plain_present(&mut self, at: usize, before: Option<(usize, Class)>, pronoun: bool, inside_noun: bool) -> usize {
        let (class, next) = (self.words[at], self.class(at + 1));
        if class.is(Class::THIRD.with(Class::BASE)) && !inside_noun && self.is_present(at, before, pronoun, next) {
            return self.push(at, at, VerbTense::Present, false, false);
        }
        at + 1
    }

    /// True for a verb behind a comma that an `and` with another verb follows: the middle of a list of verbs.
    fn is_listed(&self, at: usize, passive: bool) -> bool {
        // `blown up by the army in 1945 and`
        let at = at + usize::from(passive && self.class(at + 1).is(Class::PARTICLE));
        let next = self.class(at + 1);
        // `raised to £3,000 in 2006 and`
        let sum = self.class(at + 2).is(Class::NUMBER) || self.class(at + 3).is(Class::NUMBER);
        let place = self.class(at + 2).is(Class::NAME.with(Class::DETERMINER));
        let to = next.is(Class::TO) && (sum && !self.class(at + 2).is(Class::VERB) || place);
        let object = Class::PREPOSITION.with(Class::DETERMINER).with(Class::NAME).with(Class::NUMBER);
        // `, lost power in 2001 and …`
        let timed = (next == Class::default() || next.is(Class::NOUNISH)) && self.class(at + 2).is(Class::PREPOSITION);
        let timed = timed && self.class(at + 3).is(Class::NUMBER.with(Class::CALENDAR));
        let by = next.is(Class::BY)
            && !(passive && (at + 3..at + REACH / 2).any(|at| self.class(at).is(Class::NUMBER.with(Class::CALENDAR))));
        // `split the money, banned hunting from June to July and set up a board`
        let doing = !passive && next.is(Class::ING.with(Class::PLURAL)) && !next.is(Class::AUXILIARY);
        if !next.is(object) && !timed && !to && !doing || by {
            return false;
        }
        for i in at + 1..self.words.len().min(at + REACH / 2) {
            let class = self.words[i];
            if class.is(Class::COORDINATOR) {
                let behind = self.class(self.skip_adverbs(i + 1));
                let done = if passive { Class::PAST.with(Class::PARTICIPLE) } else { Class::PAST };
                return behind.is(done) && !behind.is(Class::ING);
            }
            let verb = class.is(Class::AUXILIARY) && !class.is(Class::CALENDAR);
            if verb || class.is(Class::BREAK) || class.is(Class::RELATIVE.with(Class::SUBORDINATOR)) {
                return false;
            }
        }
        false
    }

    /// True for a form that is only a past tense.
    pub(super) fn is_past(&self, class: Class) -> bool {
        class.is(Class::PAST) && !class.is(Class::PARTICIPLE)
    }

    /// -ed and the like: a past tense rather than a participle?
    fn is_finite(&self, at: usize, before: Option<(usize, Class)>, pronoun: bool) -> bool {
        if pronoun {
            return true;
        }
        let Some((place, before)) = before else { return false };
        // `most of them paid for by the provinces`
        if self.class(at + 1).is(Class::PREPOSITION)
            && !self.class(at + 1).is(Class::BY)
            && self.class(at + 2).is(Class::BY)
        {
            return false;
        }
        // `Ann Lee, an award nominated actress, has died`: an aside in the middle of its sentence has no finite verb.
        // `Ann Lee, the coach hired from Lens in May, resigned`
        let named = || {
            let who = &self.words[..self.segment - 1];
            let other = Class::PREPOSITION.with(Class::MARK).with(Class::CALENDAR).with(Class::VERB);
            let plain = |c: &Class| !c.is(other) || c.is(Class::NAME);
            let day = who.iter().all(|c| c.is(Class::CALENDAR));
            self.words[self.segment].is(Class::DETERMINER) && who.len() < 6 && !day && who.iter().all(plain)
        };
        let closes = |mark: usize| {
            let verb = self.class(self.skip_adverbs(mark + 1));
            verb.is(Class::AUXILIARY) && !verb.is(Class::ING) || verb.is(Class::PAST) && named()
        };
        let inside = self.tensed == 0 && self.segment > 0 && self.words[self.segment - 1].is(Class::COMMA);
        let mut behind = at + 1..self.words.len().min(at + REACH);
        let mark = behind.find(|i| self.words[*i].is(Class::BREAK));
        // `In Rome, the pope said Sunday the war “must stop”`
        // Not `The firms, officials said, will merge`.
        let says = self.words[at].is(Class::SAY)
            && self.words[at].is(Class::INTRANSITIVE)
            && !self.class(at + 1).is(Class::TO.with(Class::BY));
        if inside && !says && mark.is_some_and(|mark| !self.words[mark].is(Class::QUOTE) && closes(mark)) {
            return false;
        }
        // `Ann Lee, the nurse turned novelist, published a book`
        let named = inside && self.words[self.segment].is(Class::DETERMINER) && !self.words[0].is(Class::PREPOSITION);
        let plain = self.class(at + 1) == Class::default() || self.class(at + 1) == Class::NOUNISH;
        let told = self.class(at + 3).is(Class::PAST) && !self.class(at + 3).is(Class::ING);
        if named && plain && self.class(at + 2).is(Class::COMMA) && told {
            return false;
        }
        // `With nine of ten votes counted, Lee led`
        let with = self.words[self.segment].is(Class::WITH) && self.segment < at;
        if with && self.words[at + 1..].iter().find(|c| !c.is(Class::CALENDAR)).is_some_and(|c| c.is(Class::COMMA)) {
            return false;
        }
        // `The Nora, a ferry built by Leeds, Maine-based Otter and crewed from Hull, was sold`
        let owned = inside && self.words[self.segment].is(Class::DETERMINER) && self.class(at + 1).is(Class::BY);
        let mut behind = at + 1..self.words.len().min(at + REACH);
        if owned && behind.any(|i| self.words[i].is(Class::COMMA) && closes(i)) {
            return false;
        }
        // `went top, a point clear with nine games left`
        let many = (at.saturating_sub(4)..at.saturating_sub(1)).rev().find(|&i| self.words[i].is(Class::WITH));
        let many = many.is_some_and(|i| {
            i > self.segment
                && self.class(i + 1).is(Class::NUMBER)
                && !self.words[i + 1..at].iter().any(|c| c.is(Class::MARK))
        });
        if many && self.tensed > 0 && self.open != Open::Saying {
            return false;
        }
        if self.tensed > 0 && (self.describes_last(at) || self.is_in_paper(at)) {
            return false;
        }
        // `paid in hay with her debts forgiven`
        let with = (at.saturating_sub(4)..at).rev().find(|&i| self.words[i].is(Class::DETERMINER));
        let owner = with.is_some_and(|i| self.words[i].is(Class::OWNER) && i > 0 && self.words[i - 1].is(Class::WITH));
        if owner && self.tensed > 0 {
            return false;
        }
        // `61 vanished states`
        let attributive = before.is(Class::NUMBER)
            && place + 1 == at
            // `in August 2007 raised prices`
            && !(place > 0 && self.words[place.saturating_sub(1)].is(Class::CALENDAR))
            && !self.words[..at].iter().rev().take(2).any(|c| c.is(Class::PREPOSITION))
            && self.class(at + 1) == Class::PLURAL;
        if attributive {
            return false;
        }
        if before.is(Class::COORDINATOR) {
            // `had held him since catching him in May, but released him on Friday`
            let untensed = self.groups.last().is_some_and(|g| g.tense == VerbTense::None);
            if self.class(at + 1).is(Class::OBJECT.with(Class::SUBJECT))
                && untensed
                && place > 0
                && self.words[place.saturating_sub(1)].is(Class::COMMA)
            {
                return true;
            }
            // Goes on with the last verb, or past a participle with what has a tense (`cited reasons based on cost and
            // presented a plan`).
            let mut behind = self.groups.iter().rev().take(3);
            let Some(last) = behind.next() else { return false };
            let past = |g: &VerbGroup| g.tense == VerbTense::Past && !g.passive;
            let main = (last.main - self.base) as usize;
            // Not `studied law and, having won a prize, moved`.
            let near = main < place && place - main <= 2;
            // `refused to pay and declared it void`
            let base = self.words[main].is(Class::BASE) && !self.words[main].is(Class::PARTICIPLE);
            let base = base && !self.words[at].is(Class::BASE);
            let object = Class::DETERMINER.with(Class::PREPOSITION).with(Class::SUBJECT).with(Class::NAME);
            let ahead = base && self.words[main.max(1) - 1].is(Class::TO) && self.class(at + 1).is(object);
            let untensed = last.tense == VerbTense::None || ahead;
            // `bought Otter, which employs nine people, and raised its forecast`
            let first = (last.tokens.start - self.base) as usize;
            let inside = (first.saturating_sub(6)..first).rev().take_while(|&i| !self.words[i].is(Class::BREAK)).last();
            let relative = inside
                .is_some_and(|i| self.words[i].is(Class::RELATIVE) && i > 0 && self.words[i - 1].is(Class::COMMA));
            let behind_aside = relative
                && !matches!(last.tense, VerbTense::None | VerbTense::Past)
                && place > 0
                && self.words[place.saturating_sub(1)].is(Class::COMMA)
                && self.class(at + 1).is(Class::DETERMINER.with(Class::SUBJECT));
            if behind_aside {
                return behind.next().is_some_and(past);
            }
            return past(last)
                || (untensed && (!near || base) && behind.find(|g| g.tense != VerbTense::None).is_some_and(past));
        }
        if before.is(Class::MARK) {
            // `born in 1930; died in 2025`
            let fresh = before.is(Class::SEMICOLON) && place + 1 == at;
            // `Ann Lee, who had run the fair, paid for the tent bought today`
            let related = self.tensed == 1 && self.relative && place + 1 == at && !self.class(at + 1).is(Class::BY);
            // `“It is over,” an aide, Ann Lee, said on Sunday`
            let led = Class::PREPOSITION.with(Class::CALENDAR).with(Class::MARK);
            let said =
                self.words[at].is(Class::SAY) && self.words[at].is(Class::INTRANSITIVE) && before.is(Class::COMMA);
            let said = said && self.tensed > 0 && self.class(at + 1).is(led) && !self.class(at + 1).is(Class::BY);
            // `, Ann Lee, the owner, told reporters`
            let said = said || self.tells(at, place);
            // `said the king, who had reigned since 1990, died on Monday`
            let never = self.words[at].is(Class::INTRANSITIVE) && before.is(Class::COMMA) && place + 1 == at;
            let never = never && !self.words[at].is(Class::SAY);
            let never = never && !self.class(at + 1).is(Class::TO.with(Class::NUMBER));
            let open = (place.saturating_sub(REACH)..place).rev().find(|&i| self.words[i].is(Class::BREAK));
            let plain = |c: &Class| c.is(Class::NAME) || !c.is(Class::VERB.with(Class::AUXILIARY));
            let aside = |i: usize| self.words[i + 1].is(Class::RELATIVE) || self.words[i + 1..place].iter().all(plain);
            // `who wrote a law, led a party and left over a mill, died on Friday`
            let dated = self.relative && self.class(at + 1).is(Class::PREPOSITION) && self.is_date(at + 2);
            let never = never && (dated || open.is_some_and(aside));
            return fresh
                || said
                || related
                || never
                || (self.is_behind_aside(place) || self.is_interrupted(place) || self.wants_verb(place))
                    && !self.is_reduced(at);
        }
        if before.is(Class::SUBORDINATOR) && !before.is(Class::ADVERB) {
            return false;
        }
        if before.is(Class::VERB) && self.groups.last().is_some_and(|g| (g.main - self.base) as usize == place) {
            // `The house where nine people died collapsed`
            return self.restrictive && self.tensed == 1 && self.words[at].is(Class::INTRANSITIVE);
        }
        let led = self.is_led(at);
        // `The officer, citing rules designed to protect him, …`: an aside, which has no finite verb.
        let cited = |g: &VerbGroup| {
            g.tense == VerbTense::None
                && (g.main - self.base) as usize == self.segment
                && self.words[self.segment].is(Class::ING)
        };
        let aside = self.segment > 0
            && self.words[self.segment - 1].is(Class::BREAK)
            && !self.words[at].is(Class::SAY)
            && self.groups.iter().rev().take(4).any(cited);
        // `Watched by nine guards posted outside, she left`
        let watched = self.groups.last().is_some_and(|g| {
            let main = (g.main - self.base) as usize;
            g.tense == VerbTense::None && main == self.segment && g.passive && self.class(main + 1).is(Class::BY)
        });
        let aside = aside || watched && self.words[self.segment].is(Class::PARTICIPLE);
        // `said in a speech broadcast on Friday that …`
        let told = self.open == Open::Saying
            && self.groups.last().is_some_and(|g| {
                let first = (g.tokens.end - self.base) as usize;
                let other =
                    Class::DETERMINER.with(Class::SUBJECT).with(Class::NAME).with(Class::NUMBER).with(Class::PLURAL);
                let other = other.with(Class::PREPOSITION).with(Class::MARK);
                first + 2 < at
                    && self.words[first].is(Class::PREPOSITION)
                    && self.words[first + 1].is(Class::DETERMINER)
                    && !self.words[first + 2..at].iter().any(|c| c.is(other))
            });
        // `In documents released on Friday, …`
        let led = led
            || told
            || at == self.segment + 2
                && self.words[self.segment].is(Class::PREPOSITION)
                && self.words[self.segment + 1].is(Class::PLURAL)
                && !self.words[self.segment + 1].is(Class::NAME.with(Class::NUMBER));
        match self.open {
            _ if aside => false,
            // `A judge who had ruled that the law was void stepped down`
            Open::Finite if self.restrictive && self.tensed == 2 => {
                let be = self.groups.last().is_some_and(|g| {
                    let main = (g.main - self.base) as usize;
                    self.words[main].is(Class::BE) && main + 2 == at
                });
                let next = self.class(at + 1);
                be && (self.words[at].is(Class::INTRANSITIVE) || next.is(Class::PARTICLE.with(Class::DETERMINER)))
            }
            // `Chiefs who are visiting the town toured …`: what stands before the relative clause wants its verb.
            Open::Finite => {
                self.restrictive && self.tensed == 1 && !self.class(at + 1).is(Class::BY) && !self.is_reduced(at)
            }
            // `The claim that he died on Sunday was false`: both verbs are needed.
            Open::Nothing if self.waiting => true,
            _ if led => false,
            Open::Nothing | Open::Saying => !self.is_reduced(at),
        }
    }

    /// `denied the claim in a letter sent on Monday`: how the paper in which something is told was put out.
    fn is_in_paper(&self, at: usize) -> bool {
        if !self.words[at].is(Class::ISSUED) || at < 4 || self.words[at - 1].is(Class::NAME.with(Class::MARK)) {
            return false;
        }
        let next = self.class(self.skip_adverbs(at + 1));
        let lead = (at.saturating_sub(5)..at - 1).rev().find(|&i| self.words[i].is(Class::PREPOSITION));
        let told = self.groups.last().map_or(at, |g| (g.tokens.end - self.base) as usize);
        let other = Class::MARK.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::THAT);
        next.is(Class::PREPOSITION.with(Class::CALENDAR))
            && lead.is_some_and(|lead| {
                lead > told
                    && self.words[lead + 1].is(Class::DETERMINER)
                    && !self.words[told..at].iter().any(|c| c.is(other))
            })
    }

    /// `In a statement issued on Monday`: a noun behind a preposition is no subject.
    fn is_led(&self, at: usize) -> bool {
        let first = self.segment;
        if at <= first + 1 || at - first >= REACH || !self.words[first].is(Class::PREPOSITION) {
            return false;
        }
        // `and in that office named nine judges`
        let object = self.class(at + 1).is(Class::DETERMINER.with(Class::NUMBER)) && !self.is_reduced(at);
        if first > 0 && self.words[first - 1].is(Class::COORDINATOR) && object {
            return false;
        }
        let noun = Class::DETERMINER.with(Class::SUBJECT).with(Class::NAME).with(Class::NUMBER);
        if self.words[first + 1].is(Class::DETERMINER) && !self.words[first + 2..at].iter().any(|c| c.is(noun)) {
            return true;
        }
        // `In the first game of the 2014 Cup held today at Leeds, York won`: one noun phrase leads to the next.
        let follows = |at: usize| {
            let (before, this) = (self.words[at - 1], self.words[at]);
            let opens = before.is(Class::PREPOSITION);
            if this.is(Class::DETERMINER) {
                return opens;
            }
            let inside = opens || before.is(Class::DETERMINER.with(Class::NUMBER).with(Class::NAME));
            !this.is(Class::SUBJECT.with(Class::MARK)) && (!this.is(Class::NAME.with(Class::NUMBER)) || inside)
        };
        let chained = first == 0
            && (1..at).all(follows)
            && (first + 2..at).any(|i| self.words[i].is(Class::PREPOSITION))
            && !self.words[first..at].iter().any(|c| c.is(Class::CALENDAR));
        let comma = (at + 1..self.words.len().min(at + REACH)).find(|&i| self.words[i].is(Class::BREAK));
        chained
            && comma.is_some_and(|comma| {
                let mut behind = self.words[comma + 1..].iter().take(REACH);
                behind.any(|c| c.is(Class::AUXILIARY.with(Class::PAST)) && !c.is(Class::ING))
            })
    }
}
