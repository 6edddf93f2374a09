//! What stands between commas in the middle of a clause, and whether the clause still wants its verb behind it.

use super::auxiliaries::Form;
use super::plain::REACH;
use super::{Groups, Open};
use crate::grammar::words::Class;
use crate::grammar::{VerbGroup, VerbTense};

impl Groups<'_> {
    /// `The minister, a farmer, …`, `The pilot, who trained in Oslo, …`: the comma at `place` closes an aside, and the
    /// sentence still wants its verb.
    pub(super) fn is_behind_aside(&self, place: usize) -> bool {
        // `Hale left in May; his aide, Ann Lee, followed`: the sentence behind the semicolon has none yet.
        if self.parted {
            let inside =
                (place.saturating_sub(REACH)..place).rev().take_while(|&i| !self.words[i].is(Class::SEMICOLON));
            return inside.into_iter().any(|i| self.words[i].is(Class::COMMA));
        }
        match self.tensed {
            // `A “rude” poster, printed by the party, …`: quotation marks put nothing aside.
            0 => self.first_mark.filter(|mark| *mark < place).is_some_and(|mark| {
                let quote = |i: usize| self.words[i].is(Class::QUOTE);
                let parts = |i: usize| self.words[i].is(Class::BREAK) && !quote(i);
                !quote(mark) || quote(place) || (mark.max(place.saturating_sub(REACH))..place).any(parts)
            }),
            1 => self.relative || self.closes_tag(place),
            _ => self.relative && self.closes_relative(place),
        }
    }

    /// `The mayor, police said on Monday, fled`, `The firm, it emerged, paid`: all that the sentence has told by the comma at
    /// `place` is who says it.
    fn closes_tag(&self, place: usize) -> bool {
        let Some(tag) = self.groups.iter().find(|g| g.tense != VerbTense::None) else { return false };
        let (first, main) = ((tag.tokens.start - self.base) as usize, (tag.main - self.base) as usize);
        let open = (first.saturating_sub(REACH / 2)..first).rev().find(|&i| self.words[i].is(Class::BREAK));
        let Some(open) = open.filter(|&i| i > 0 && self.words[i].is(Class::COMMA)) else { return false };
        let it = open + 2 == first && self.words[open + 1].is(Class::SUBJECT);
        let who = open + 1 < first && (open + 1..first).all(|i| self.is_noun_or_mark(i));
        let said = it || self.words[main].is(Class::SAY) && who;
        let when =
            Class::CALENDAR.with(Class::NUMBER).with(Class::PREPOSITION).with(Class::ADVERB).with(Class::DETERMINER);
        let noun = |i: usize| self.words[i].is(when) || self.is_noun_or_mark(i);
        said && self.words[place].is(Class::COMMA)
            && place > main
            && place - main < REACH / 2
            && (main + 1..place).all(noun)
            && !self.words[0].is(Class::SUBORDINATOR.with(Class::RELATIVE))
    }

    /// `Ann Lee, who painted storms and described moss, died`: between the comma before the pronoun and the one at `place`
    /// stands no other, and no verb before them.
    pub(super) fn closes_relative(&self, place: usize) -> bool {
        let listed = self.list_before(place);
        let inside = (listed.saturating_sub(REACH)..listed).rev();
        let inside = inside.take_while(|&i| !self.words[i].is(Class::BREAK));
        let comma = |i: usize| i > 0 && self.words[i - 1].is(Class::COMMA);
        // `Ann Lee, the chemist whose work changed what we eat, died`
        let titled = |i: usize| {
            let noun = (i.saturating_sub(6)..i).rev().take_while(|&at| !self.words[at].is(Class::BREAK)).last();
            noun.is_some_and(|at| comma(at) && self.words[at].is(Class::DETERMINER))
        };
        // `Berg, who runs the mill, and Holm, who owns the bank, met`
        let aside = |g: &VerbGroup| {
            let at = (g.tokens.start - self.base) as usize;
            at > 1 && self.words[at - 1].is(Class::RELATIVE) && self.words[at - 2].is(Class::COMMA)
        };
        let mut told = self.groups.iter().rev().take(3).filter(|g| g.tense != VerbTense::None);
        if self.tensed == 2 && self.groups.len() < 4 && told.all(aside) {
            return true;
        }
        let first =
            self.groups.iter().find(|g| g.tense != VerbTense::None).map(|g| (g.tokens.start - self.base) as usize);
        // `who said she was hurt and told a friend, told …`: what was said may go on behind the comma.
        let before = |i: usize| first.is_some_and(|verb| verb > i);
        let mut pronoun = inside.filter(|&i| self.words[i].is(Class::RELATIVE) && before(i));
        self.tensed < 3 && pronoun.any(|i| comma(i) || titled(i))
    }

    /// `who took songs to Paris, Rome and a hall in York, died`: the first comma of the list of nouns that ends at `place`.
    fn list_before(&self, place: usize) -> usize {
        let noun = |i: usize| self.is_noun_or_mark(i) || self.words[i].is(Class::COORDINATOR);
        let part = |end: usize| {
            (end.saturating_sub(REACH / 3)..end).rev().find(|&i| !noun(i) || self.words[i].is(Class::BREAK))
        };
        let and = |from: usize, to: usize| self.words[from..to].iter().any(|c| c.is(Class::COORDINATOR));
        let Some(mut first) = part(place).filter(|&i| self.words[i].is(Class::COMMA) && and(i, place)) else {
            return place;
        };
        for _ in 0..4 {
            match part(first).filter(|&i| self.words[i].is(Class::COMMA) && !and(i, first)) {
                Some(before) => first = before,
                None => break,
            }
        }
        first
    }

    /// A word of a noun phrase, or a mark inside one.
    fn is_noun_or_mark(&self, at: usize) -> bool {
        let class = self.words[at];
        let verb = class.is(Class::VERB.with(Class::AUXILIARY)) && !class.is(Class::NAME.with(Class::NOUNISH));
        // `a stage`, `a royal stage`
        let led =
            (at.saturating_sub(2)..at).any(|i| self.words[i].is(Class::DETERMINER)) && !class.is(Class::AUXILIARY);
        let other = Class::RELATIVE.with(Class::SUBORDINATOR).with(Class::SUBJECT).with(Class::COORDINATOR);
        (!verb || led) && (!class.is(other) || class.is(Class::DETERMINER))
    }

    /// Behind the comma at `place` a clause that is not the sentence's first still wants its verb: `When it rained, Mr Hale,
    /// then 52, left`, `It closed, and the owner, who had waited, left`.
    pub(super) fn wants_verb(&self, place: usize) -> bool {
        if !self.words[place].is(Class::COMMA) || self.tensed == 0 || self.open == Open::Finite {
            return false;
        }
        let last = self.groups.last().map_or(0, |g| (g.tokens.end - self.base) as usize);
        let far = place.saturating_sub(REACH);
        let comma = |end: usize| {
            let at = (far..end).rev().find(|&i| self.words[i].is(Class::BREAK));
            at.filter(|&i| self.words[i].is(Class::COMMA))
        };
        let Some(open) = comma(place) else { return false };
        let noun = |from: usize, to: usize| {
            let first = self.words[from];
            let who = Class::NAME.with(Class::DETERMINER).with(Class::PLURAL).with(Class::NUMBER);
            from < to && first.is(who) && !first.is(Class::CALENDAR) && (from..to).all(|i| self.is_noun_or_mark(i))
        };
        let relative = self.words[open + 1].is(Class::RELATIVE);
        if relative {
            // Only its own verb stands in it.
            let own = self.groups.iter().rev().take_while(|g| (g.main - self.base) as usize > open);
            let and = (open.saturating_sub(REACH / 3)..open).rev().find(|&i| !self.is_noun_or_mark(i));
            let and =
                and.filter(|&i| self.words[i].is(Class::COORDINATOR) && i > 0 && self.words[i - 1].is(Class::COMMA));
            return self.tensed > 1
                && own.filter(|g| g.tense != VerbTense::None).count() == 1
                && and.is_some_and(|and| noun(and + 1, open));
        }
        // `left on Friday and another guest, Ann Lee, followed on Monday`
        let timed = |i: usize| self.words[i].is(Class::CALENDAR.with(Class::NUMBER).with(Class::COMMA));
        let and = (open.saturating_sub(REACH / 2)..open).rev().find(|&i| !self.is_noun_or_mark(i));
        let and = and.filter(|&i| self.words[i].is(Class::COORDINATOR) && i > last && timed(i - 1));
        // `died in May, and in the autumn his widow, Ann Lee, together with nine others, founded a school`
        let with = (open + 1..open + 3).any(|i| self.words[i].is(Class::WITH))
            && (open + 1..place).all(|i| self.is_noun_or_mark(i) || self.words[i].is(Class::ADVERB));
        let led = |and: usize| {
            let who = Class::NAME.with(Class::DETERMINER);
            let behind = (and + 3..open).take(3).find(|&i| self.words[i].is(who));
            behind.filter(|_| self.words[and + 1].is(Class::PREPOSITION)).unwrap_or(and + 1)
        };
        if with && and.is_some_and(|and| noun(led(and), open)) && self.class(place + 2).is(Class::DETERMINER) {
            return true;
        }
        // `…, whose head, Ann Lee, warned that …`
        if let Some(first) = comma(open).filter(|&first| self.words[first + 1].is(Class::RELATIVE) && first >= last)
            && noun(open + 1, place)
            && first + 2 < open
            && (first + 2..open).all(|i| self.is_noun_or_mark(i))
        {
            return true;
        }
        let day = self.class(place + 2).is(Class::PREPOSITION) && self.is_date(place + 3);
        let day = day || self.class(place + 2).is(Class::CALENDAR.with(Class::DETERMINER));
        // `and on Tuesday, a judge, Ann Lee, freed him`, `and Ann Lee, then mayor, left.`
        let close = place + 3 >= self.words.len() && self.class(place + 2).is(Class::MARK);
        let ends = (close || self.class(place + 2).is(Class::BREAK)) && self.words[place + 1].is(Class::PAST);
        let day = day || ends || self.class(place + 2).is(Class::OBJECT);
        let second = |and: usize| noun(and + 1, open) || noun(led(and), open);
        let aside = noun(open + 1, place)
            || self.words[open + 1].is(Class::ADVERB) && (open + 2..place).all(|i| self.is_noun_or_mark(i));
        if and.is_some_and(second) && aside && day {
            return true;
        }
        let Some(before) = comma(open).filter(|&before| before >= last && self.tensed == 1) else { return false };
        // The clause before it was opened by a word like `when`.
        let first =
            self.groups.iter().find(|g| g.tense != VerbTense::None).map_or(0, |g| (g.main - self.base) as usize);
        let bound = self.words[..first].iter().rev().take(REACH / 2).take_while(|c| !c.is(Class::BREAK));
        let bound = bound.into_iter().any(|c| c.is(Class::SUBORDINATOR) && !c.is(Class::THAT));
        let aside = (open + 1..place).all(|i| self.is_noun_or_mark(i) || self.words[i].is(Class::ADVERB));
        bound && aside && noun(before + 1, open)
    }

    /// `A vote called by Ann Lee, a judge, is`, `Ann Lee, seen in York, left`: the comma at `comma`, behind a participle at `at`,
    /// closes what is told of a noun, or opens an aside behind which its verb comes.
    pub(super) fn closes_reduced(&self, at: usize, comma: usize) -> bool {
        if !self.words[comma].is(Class::COMMA) {
            return false;
        }
        let says = |i: usize| {
            let object = Class::DETERMINER.with(Class::NAME).with(Class::SUBJECT);
            self.words[i].is(Class::SAY) && (self.class(i + 1).is(object) || !self.is_past(self.words[i]))
        };
        let finite = |i: usize| {
            let class = self.class(i);
            let helps = class.is(Class::AUXILIARY) && !matches!(Form::of(class), Form::Ing | Form::Bare);
            (helps || self.is_past(class)) && !says(i) && !class.is(Class::NAME)
        };
        let behind = self.skip_adverbs(comma + 1);
        if finite(behind) {
            return at == self.segment && at > 0 && self.words[at - 1].is(Class::COMMA);
        }
        // `an audit, completed last month, found no sign of it`; not `Hale, a farmer, left in May, sold the mill and moved`
        let object = |i: usize| {
            let (class, next) = (self.class(i), self.class(i + 1));
            class.is(Class::PAST) && !says(i) && next.is(Class::DETERMINER) && !next.is(Class::CALENDAR)
        };
        let timed = self.class(at + 1).is(Class::CALENDAR.with(Class::PREPOSITION)) && self.tensed == 0;
        if timed && at == self.segment && at > 0 && self.words[at - 1].is(Class::COMMA) && object(behind) {
            let rest = behind + 1..self.words.len().min(behind + REACH);
            let listed =
                |i: usize| self.words[i].is(Class::COORDINATOR) && self.class(self.skip_adverbs(i + 1)).is(Class::PAST);
            return !rest.into_iter().any(listed);
        }
        let by = self.class(at + 1).is(Class::BY) && !self.class(at + 2).is(Class::NUMBER);
        let who = Class::NAME.with(Class::DETERMINER).with(Class::NUMBER);
        let first = self.class(comma + 1);
        let close = || (comma + 2..self.words.len().min(comma + REACH)).find(|&i| self.words[i].is(Class::BREAK));
        // `a nurse named Ann Lee, clearing a cellar, opened a box`
        let (next, doing) = (self.class(at + 1), first.is(Class::ING) && !first.is(Class::NOUNING));
        if doing && next.is(Class::NAME) && !next.is(Class::CALENDAR) {
            let opened = |i: usize| {
                let (class, next) = (self.class(i), self.class(i + 1));
                finite(i) || class.is(Class::PAST) && !says(i) && next.is(Class::DETERMINER)
            };
            return close().is_some_and(|i| self.words[i].is(Class::COMMA) && opened(self.skip_adverbs(i + 1)));
        }
        // `A claim brought by nine farmers, which is listed for May, is one of three`
        if first.is(Class::RELATIVE) && self.class(at + 1).is(Class::BY) {
            return close().is_some_and(|i| self.words[i].is(Class::COMMA) && finite(self.skip_adverbs(i + 1)));
        }
        let close = (comma + 1..self.words.len().min(comma + REACH / 2))
            .find(|&i| !self.is_noun_or_mark(i) || self.words[i].is(Class::BREAK));
        let close = close.filter(|&i| self.words[i].is(Class::COMMA) && first.is(who) && !first.is(Class::CALENDAR));
        // `a mob led by a miller, Ann Lee, stormed the hall`: with an object it is no participle.
        let done = |i: usize| finite(i) || by && object(i);
        // `a ship built by Otter, a firm with yards in York, Hull and Leeds, sank`
        let mut close = close;
        for _ in 0..3 {
            let Some(comma) = close.filter(|&i| self.words[i].is(Class::COMMA)) else { return false };
            if done(self.skip_adverbs(comma + 1)) {
                return true;
            }
            let noun = |i: &usize| self.is_noun_or_mark(*i) || self.words[*i].is(Class::COORDINATOR);
            let mut rest = comma + 1..self.words.len().min(comma + REACH / 2);
            close = rest.find(|i| !noun(i) || self.words[*i].is(Class::BREAK)).filter(|_| by);
        }
        false
    }

    /// `ruled that Rule 8, which bans dogs, breaks the law`: the comma at `place` closes an aside behind the subject of
    /// what was said, which still wants its verb.
    pub(super) fn is_interrupted(&self, place: usize) -> bool {
        self.pending.is_some_and(|mark| mark < place)
    }

    /// `“It is over,” Ann Lee, an aide, told reporters`: a verb of saying behind the comma at `place`, with whom it tells or what.
    pub(super) fn tells(&self, at: usize, place: usize) -> bool {
        let (class, next) = (self.words[at], self.class(at + 1));
        let object = next == Class::PLURAL || next.is(Class::OBJECT.with(Class::NAME).with(Class::DETERMINER));
        let quoted = (place.saturating_sub(REACH)..place).rev().find(|&i| self.words[i].is(Class::QUOTE));
        let who = |quote: usize| {
            let inner = quote + 1..place;
            self.words[inner.clone()].iter().any(|c| c.is(Class::COMMA))
                && inner.into_iter().all(|i| self.is_noun_or_mark(i))
        };
        // `…, said Ann Lee`
        class.is(Class::SAY)
            && !class.is(Class::INTRANSITIVE)
            && class.is(Class::PAST)
            && self.words[place].is(Class::COMMA)
            && place + 1 == at
            && self.tensed > 0
            && object
            && !next.is(Class::CALENDAR)
            && quoted.is_some_and(who)
    }

    /// `and, in 1998, moved`: the coordinator before what the comma at `place` closes.
    pub(super) fn and_before(&self, place: usize) -> Option<(usize, Class)> {
        let comma = |i: &usize| self.words[*i].is(Class::COMMA);
        let open = (place.saturating_sub(6)..place).rev().find(|&i| self.words[i].is(Class::BREAK));
        let open = open.filter(|i| comma(i) && comma(&place) && *i > 0)?;
        let told = |g: &VerbGroup| g.tense != VerbTense::None && (g.main - self.base) as usize > open;
        let led = !self.groups.last().is_some_and(told);
        let and = (open - 1, self.words[open - 1]);
        (led && and.1.is(Class::COORDINATOR) && self.open != Open::Finite).then_some(and)
    }
}
