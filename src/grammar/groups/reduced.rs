//! Participles that only say which noun is meant: `The report released on Monday said …`.
//!
//! Absent here: what a comma closes behind one ([`asides`](super::asides)).

use super::Groups;
use super::auxiliaries::Form;
use super::plain::REACH;
use crate::grammar::words::Class;

impl Groups<'_> {
    /// `The report released on Monday said …`: another finite verb follows before the clause ends.
    pub(super) fn is_reduced(&self, at: usize) -> bool {
        let next = self.class(at + 1);
        // `killed at least nine suspected rebels`: an object.
        if next.is(Class::PREPOSITION) && self.class(at + 2).is(Class::LEAST) && self.class(at + 3).is(Class::NUMBER) {
            return false;
        }
        // `said to be ill`
        if self.words[at].is(Class::INTRANSITIVE) && !next.is(Class::TO) {
            return false;
        }
        // `The share of pupils awarded the top grade rose`
        if self.words[at].is(Class::GIVEN) && next.is(Class::DETERMINER) {
            return self.is_given(at);
        }
        // `one of the missiles launched was …`
        if self.words[at].is(Class::PARTICIPLE) && next.is(Class::AUXILIARY) && Form::of(next) == Form::Past {
            return true;
        }
        // `The sentence handed down on Monday was …`
        let particle = next.is(Class::PARTICLE) && self.class(at + 2).is(Class::PREPOSITION.with(Class::CALENDAR));
        let last = at + usize::from(particle);
        let next = self.class(last + 1);
        // `hit by fire`, `signed by 900 people was`, not `won by two votes`.
        let by = next.is(Class::BY)
            && (!self.class(last + 2).is(Class::NUMBER) || self.class(last + 4).is(Class::AUXILIARY));
        let titled = next.is(Class::QUOTE) && !self.words[at].is(Class::SAY);
        let loose = next.is(Class::PREPOSITION) && (by || !next.is(Class::BY))
            || titled
            || next.is(Class::TO)
            || next.is(Class::ADVERB)
            // `signed last year with the town is`
            || next.is(Class::CALENDAR) && !self.words[at].is(Class::SAY)
            // `announced Monday would …`, not `said Acme had …`
            || next.is(Class::NAME) && (next.is(Class::CALENDAR) || !self.words[at].is(Class::SAY))
            // `released late Thursday says …`
            || next == Class::default() && self.class(last + 2).is(Class::CALENDAR);
        if next.is(Class::BY) && self.class(last + 2).is(Class::ING) {
            return false;
        }
        // `called off a strike planned for Friday`
        if next.is(Class::PARTICLE) && self.class(at + 2).is(Class::DETERMINER.with(Class::NUMBER).with(Class::NAME)) {
            return false;
        }
        // `the technologies supported include …`
        if at > 0 && self.words[at - 1].is(Class::PLURAL) && next.is(Class::BASE) && !next.is(Class::NOUNISH) {
            return true;
        }
        let open = loose || next.is(Class::SUBORDINATOR);
        // `an aide, Ann Lee, noticed that the bill was wrong`
        let noticed = || self.class(at + 2).is(Class::DETERMINER.with(Class::SUBJECT));
        if !open || (next.is(Class::THAT) && (self.words[at].is(Class::SAY) || noticed())) {
            return false;
        }
        let boundary = Class::RELATIVE.with(Class::SUBORDINATOR).with(Class::COORDINATOR);
        // `nine people drowned when the ferry sank`: the first verb behind is that of the clause which opens here.
        let when = next.is(Class::WHEN) && next.is(Class::SUBORDINATOR) && !self.words[at].is(Class::ISSUED);
        let mut theirs = when && self.tensed == 0;
        let mut quoted = false;
        // `hurt in a crash that killed two died`: one verb for the crash, one for who was hurt.
        let mut inner = None;
        let mut skip = 0;
        for i in at + 1..self.words.len().min(at + REACH) {
            let class = self.words[i];
            if class.is(Class::QUOTE) {
                quoted = titled && !quoted;
                continue;
            }
            // `a parcel marked “This way up” arrived`
            if quoted {
                continue;
            }
            // `refused to say what kind of fire broke out`
            let asked = next.is(Class::TO) && class.is(Class::RELATIVE);
            if inner == Some(i) || i < skip {
                continue;
            }
            // `built by the guild (GHT), a firm in York, sank`
            if class.is(Class::OPEN)
                && let Some(close) = super::bracket(self.words, i)
            {
                skip = close + 1;
                continue;
            }
            let told = self.class(i + 1);
            let told = told.is(Class::PAST) && !told.is(Class::SAY.with(Class::AUXILIARY));
            if told && inner.is_none() && self.tensed == 0 && i > at + 2 && class.is(Class::THAT.with(Class::RELATIVE))
            {
                inner = Some(i + 1);
                continue;
            }
            if class.is(Class::BREAK) && i > at + 1 && self.closes_reduced(at, i) {
                return true;
            }
            if class.is(Class::BREAK) || (class.is(boundary) && (asked || !class.is(Class::DETERMINER)) && i > at + 1) {
                return by && self.tensed > 0;
            }
            // `announced on Monday the plant would close`, `said Monday two others had left`: what was said begins here.
            let behind = self.class(i + 1);
            let counted = class.is(Class::NUMBER)
                && i > at + 1
                && self.words[i - 1].is(Class::CALENDAR)
                && !behind.is(Class::AUXILIARY.with(Class::MARK).with(Class::PREPOSITION).with(Class::CALENDAR))
                && !behind.is(Class::PAST.with(Class::TO));
            let content = (class.is(Class::SUBJECT.with(Class::DETERMINER)) || counted)
                && !class.is(Class::CALENDAR)
                && !self.words[i - 1].is(Class::BY);
            // `found Monday Acme had …`
            let named = class.is(Class::NAME)
                && !class.is(Class::CALENDAR)
                && i == at + 2
                && next.is(Class::CALENDAR)
                && self.words[at].is(Class::SAY);
            let content = content || named;
            if content && !by && self.words[at].is(Class::SAY) && !next.is(Class::SUBORDINATOR) {
                return false;
            }
            if class.is(Class::NAME) {
                continue;
            }
            let attributive =
                self.words[i - 1].is(Class::DETERMINER.with(Class::PREPOSITION)) || self.words[i - 1].is(Class::TO);
            // `killed in a raid on nine suspected thieves`
            let counted = self.words[i - 1].is(Class::NUMBER)
                && !self.words[i - 2].is(Class::PREPOSITION.with(Class::CALENDAR))
                && self.class(i + 1).is(Class::NAME.with(Class::PLURAL));
            let attributive = attributive || counted;
            let to = self.words[i - 1].is(Class::TO);
            if theirs && !attributive && class.is(Class::AUXILIARY.with(Class::PAST).with(Class::THIRD)) {
                theirs = false;
                continue;
            }
            if class.is(Class::AUXILIARY) && !to && !matches!(Form::of(class), Form::Ing | Form::Bare) {
                return !self.begins_anew(at, i);
            }
            // `asked that the vote be held`
            if next.is(Class::THAT) && class.is(Class::BE) && !to && Form::of(class) == Form::Bare {
                return false;
            }
            // `The plan announced Monday comes`
            let timed = (at + 1..i).all(|i| self.words[i].is(Class::CALENDAR.with(Class::ADVERB)));
            let present = class.is(Class::SAY) || timed && i > at + 1 && !class.is(Class::NOUNISH);
            let sure = inner.is_none() || self.is_past(class) || class.is(Class::INTRANSITIVE);
            if (class.is(Class::PAST) && sure || class.is(Class::THIRD) && present) && !attributive {
                return !self.begins_anew(at, i);
            }
        }
        by && self.tensed > 0
    }
}
