//! Words in -ing: a verb without tense, or a noun.

use super::plain::REACH;
use super::{Groups, Open};
use crate::grammar::VerbTense;
use crate::grammar::words::Class;

impl Groups<'_> {
    /// `marking …`, `after meeting …`; not `the meeting`.
    pub(super) fn ing(&mut self, at: usize, before: Option<Class>) -> usize {
        let next = self.class(at + 1);
        let noun = before.is_some_and(|c| {
            (c.is(Class::DETERMINER) && !c.is(Class::SUBORDINATOR))
                || (c.is(Class::NAME) && next.is(Class::PREPOSITION))
        });
        let before_noun = before.is_some_and(|c| c.is(Class::PREPOSITION) && !c.is(Class::SUBORDINATOR));
        let has_object = next.is(Class::DETERMINER.with(Class::SUBJECT).with(Class::PREPOSITION).with(Class::NAME))
            || next.is(Class::TO);
        // `a crisis meeting in Rome`, not `the man building a house`
        let object = next.is(Class::DETERMINER.with(Class::SUBJECT).with(Class::NAME)) && !next.is(Class::CALENDAR);
        let named = self.words[at].is(Class::NOUNING) && !object;
        // `guilty of stealing cars`, not `guilty of insider trading`
        let blamed = || self.words[at.saturating_sub(4).max(self.segment)..at].iter().any(|c| c.is(Class::BLAMED));
        let thing = !next.is(Class::MARK.with(Class::COORDINATOR).with(Class::AUXILIARY).with(Class::CALENDAR));
        let led = at > 0 && self.words[at - 1].is(Class::PREPOSITION.with(Class::ADVERB));
        let has_object = has_object || before_noun && led && thing && at + 1 < self.words.len() && !named && blamed();
        // `Digging began in May`: a noun, the subject.
        // `Early voting runs from 3 May`
        let third = next.is(Class::THIRD) && (!next.is(Class::NOUNISH) || self.is_timed(at + 1));
        let subject =
            third || at == self.segment && (next.is(Class::PAST) || next.is(Class::AUXILIARY) && !next.is(Class::ING));
        let led = named
            && self.words[self.segment.min(at).max(at.saturating_sub(4))..at]
                .iter()
                .any(|c| c.is(Class::DETERMINER.with(Class::PREPOSITION)));
        // `Boeing’s new jet`
        let owner = self.words[at].is(Class::NAME) && next == Class::DETERMINER;
        // `injuries or building damage were reported`
        let paired =
            named && before.is_some_and(|c| c.is(Class::COORDINATOR)) && self.class(at + 2).is(Class::AUXILIARY);
        // `Fighting in the north has gone on`, not `Meeting in York, the ministers agreed`
        let ahead = || {
            let rest = self.words.iter().skip(at + 2).take(REACH);
            // `the Free Army (FA) resumed`
            let bracket = Class::OPEN.with(Class::CLOSE);
            let part = |c: &Class| c.is(Class::BREAK) && !c.is(bracket);
            let mut rest = rest.take_while(|c| !part(c) && !c.is(Class::RELATIVE.with(Class::SUBJECT)));
            rest.any(|c| c.is(Class::AUXILIARY) || c.is(Class::PAST) && !c.is(Class::PARTICIPLE))
        };
        let subject = subject || named && at == self.segment && next.is(Class::PREPOSITION) && ahead();
        // `Operating profit was 9 million`: an adjective of the subject.
        let verb = |at: usize| {
            let class = self.class(at);
            class.is(Class::AUXILIARY) && !class.is(Class::ING) || class.is(Class::PAST) && !class.is(Class::PARTICIPLE)
        };
        let known = Class::MARK.with(Class::DETERMINER).with(Class::SUBJECT).with(Class::PREPOSITION).with(Class::TO);
        let known = known.with(Class::NAME).with(Class::NUMBER).with(Class::ADVERB).with(Class::SUBORDINATOR);
        let known = known.with(Class::RELATIVE).with(Class::THAT).with(Class::COORDINATOR).with(Class::NEGATION);
        let noun_like = !next.is(known) && (!next.is(Class::VERB) || next.is(Class::NOUNISH));
        // `Existing rules expire in May`
        let bare = self.class(at + 2);
        let bare = bare.is(Class::BASE) && !bare.is(Class::NOUNISH) && next.is(Class::PLURAL);
        let bare = bare && self.class(at + 3).is(Class::PREPOSITION) && self.tensed == 0;
        // `Training camp opens on Monday`
        let opens = self.tensed == 0 && self.class(at + 2).is(Class::THIRD);
        let opens = opens && (self.is_timed(at + 2) || self.class(at + 3).is(Class::CALENDAR));
        let subject =
            subject || at == self.segment && at + 1 < self.words.len() && noun_like && (verb(at + 2) || bare || opens);
        // `as rising world prices hit trade`
        let clausal = at == self.segment && at > 0 && self.words[at - 1].is(Class::CLAUSAL) && noun_like && {
            let rest = self.words.iter().skip(at + 2).take(REACH);
            let mut rest = rest.take_while(|c| !c.is(Class::BREAK.with(Class::RELATIVE).with(Class::SUBJECT)));
            rest.any(|c| c.is(Class::AUXILIARY.with(Class::PAST)) && !c.is(Class::ING))
        };
        // `a 19-year-old nursing student`
        let mark =
            |back: usize| at > back && self.words[at - back].is(Class::MARK) && !self.words[at - back].is(Class::BREAK);
        let aged = mark(2) && mark(4) && at > 4 && self.words[at - 5].is(Class::NUMBER) && next == Class::default();
        if aged || noun || subject || led || owner || paired || clausal || (before_noun && !has_object) {
            return at + 1;
        }
        let behind = self.push(at, at, VerbTense::None, false, false);
        // `went home after paying a fee demanded in May`: what follows hangs on it, and wants no verb of its own.
        let after = at == self.segment && at > 0 && self.words[at - 1].is(Class::SUBORDINATOR);
        if after && self.tensed > 0 && !self.words[at].is(Class::SAYING.with(Class::SAY)) {
            self.open = Open::Finite;
        }
        if self.words[at].is(Class::SAYING) && self.open == Open::Finite {
            self.open = Open::Saying;
        }
        behind
    }
}
