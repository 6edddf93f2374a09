//! Where a clause ends before its words do, and where a second one begins behind it.

use super::{ClauseKind, Machine};
use crate::document::TokenKind;
use crate::grammar::VerbTense;
use crate::grammar::words::{Class, UNITS, is_year};

/// What `that` points to where it says when: `that autumn`, `that Sunday`.
fn is_time(word: &str) -> bool {
    let day = word.ends_with("day") && word.starts_with(|c: char| c.is_ascii_uppercase());
    UNITS.contains(&word) || matches!(word, "fall" | "weekend") || day
}

impl Machine<'_> {
    /// `Berg, who died in 1965, and Holm`: behind the words of time at its end, the comma of a list closes a relative clause.
    /// Gives where the words begin that are not read yet.
    pub(super) fn leave_relative(&mut self, from: usize, to: usize) -> usize {
        let this = &self.clauses[self.top];
        let done = this.kind == ClauseKind::Participial;
        let Some(parent) = self.parent(self.top).filter(|_| done || this.kind == ClauseKind::Relative) else {
            return from;
        };
        if let Some(comma) = self.closes_aside(from, to).filter(|&comma| !done && self.is_told_around(comma)) {
            self.fill(from, comma);
            self.top = self.tensed_around(parent);
            return comma;
        }
        let comma = (from + 1..to.min(from + 24)).find(|&at| self.words[at].is(Class::BREAK));
        let Some(comma) = comma.filter(|&at| self.word(at) == "," && this.verb.is_some()) else { return from };
        let timed = is_year(self.doc, self.base as usize + comma - 1)
            || self.words[comma - 1].is(Class::CALENDAR)
            // `where protests began on Oct. 1, a man was shot`
            || self.words[comma - 1].is(Class::NUMBER) && comma > from + 1 && self.is_month(comma - 2);
        let wants = self.clauses[parent].verb.is_none();
        if !wants && self.goes_on_behind(from, comma, to) {
            self.fill(from, comma);
            self.top = parent;
            return comma;
        }
        let next = comma + 1 + usize::from(comma + 1 < to && self.word(comma + 1) == "and");
        let noun = |at: usize| {
            let class = self.words[at];
            // `who died in 1965, and three others`
            let many = class.is(Class::NUMBER) && at > comma + 1 && at + 1 < to && self.words[at + 1].is(Class::PLURAL);
            let many = many && self.doc.tokens[self.base as usize + at].kind == TokenKind::Word;
            let many = many || wants && class.is(Class::PLURAL);
            many || class.is(Class::NAME.with(Class::DETERMINER)) && !class.is(Class::CALENDAR.with(Class::NUMBER))
        };
        // `between York, a town rebuilt in 1990, and Leeds`
        if !timed || next >= to || !noun(next) || done && next == comma + 1 {
            return from;
        }
        self.fill(from, comma);
        self.top = parent;
        comma
    }

    /// `She won the seat being vacated by Lee, on Tuesday`: the day behind the last comma is of the clause around the
    /// participle.
    pub(super) fn last_day(&mut self, from: usize) {
        let to = self.words.len();
        // `seized a boat, named Sea Rose, in the harbour on Sunday`
        let this = &self.clauses[self.top];
        let named = this.kind == ClauseKind::Participial
            && from > 0
            && matches!(self.word(from - 1), "called" | "dubbed" | "known" | "named" | "nicknamed");
        let comma = (from..to).find(|&at| named && self.words[at].is(Class::BREAK));
        if let Some(comma) = comma.filter(|&at| at + 1 < to && self.words[at + 1].is(Class::PREPOSITION)) {
            let around = self.tensed_around(self.top) as u16;
            self.owner[comma..to].fill(around);
            return;
        }
        let comma = (from..to).rev().skip(1).find(|&at| self.words[at].is(Class::BREAK));
        let day = comma.filter(|&at| {
            at + 2 < to && self.words[at + 1].is(Class::PREPOSITION) && self.words[at + 2].is(Class::CALENDAR)
        });
        let Some(day) = day.filter(|_| self.clauses[self.top].kind == ClauseKind::Participial) else { return };
        // `is a maker of phones and launched a shop, on 3 May`: hardly a participle.
        let first = self.owner[..day].iter().rposition(|&owner| usize::from(owner) != self.top);
        if first.is_some_and(|before| !self.words[before].is(Class::COORDINATOR)) {
            let around = self.tensed_around(self.top) as u16;
            self.owner[day..to].fill(around);
        }
    }

    /// `Police seized Berg, who owns a cinema, from his flat on Monday`: what is told as past behind what is so still.
    pub(super) fn goes_on_behind(&self, from: usize, comma: usize, to: usize) -> bool {
        let tense = |clause: usize| self.clauses[clause].verb.map(|v| self.verbs[v as usize].tense);
        let around = tense(self.tensed_around(self.parent(self.top).unwrap_or(0)));
        let own = tense(self.top);
        let opened = (0..from).rev().take(24).take_while(|&at| usize::from(self.owner[at]) == self.top).last();
        let aside = opened.is_some_and(|at| at > 0 && (self.words[at - 1].is(Class::COMMA) || self.word(at) == "who"));
        let mut behind = (comma + 2..to).take(16).take_while(|&at| !self.words[at].is(Class::BREAK));
        aside
            && around == Some(VerbTense::Past)
            && own.is_some_and(|t| !matches!(t, VerbTense::Past | VerbTense::None))
            && comma + 1 < to
            && (self.words[comma + 1].is(Class::PREPOSITION) || matches!(self.word(comma + 1), "after" | "before"))
            && behind.any(|at| self.words[at].is(Class::CALENDAR))
    }

    /// True where words of time behind the comma are rather of the clause around: it lies ahead, it is told as past and the
    /// relative clause is not, or a weekday follows. Not `was sent to York, where he died, in 1944`.
    pub(super) fn is_told_around(&self, comma: usize) -> bool {
        let verb = |clause: usize| self.clauses[clause].verb.map(|v| &self.verbs[v as usize]);
        let around = verb(self.tensed_around(self.parent(self.top).unwrap_or(0))).map(|v| v.tense);
        let Some(own) = verb(self.top) else { return false };
        let past = own.tense == VerbTense::Past;
        let origin =
            matches!(self.word((own.main - self.base) as usize), "based" | "born" | "called" | "known" | "named");
        let weekday = (comma + 1..self.words.len().min(comma + 3)).any(|at| self.word(at).ends_with("day"));
        match around {
            Some(VerbTense::Future | VerbTense::Modal) => true,
            Some(VerbTense::Past) => !past || origin || weekday,
            _ => weekday,
        }
    }

    /// `, but no damage or injuries were reported`: the second coordinator joins what the first has begun.
    pub(super) fn joins_nouns(&self, at: usize, first: Option<usize>) -> bool {
        let marked = |first: usize| first > 0 && self.words[first - 1].is(Class::BREAK);
        first.is_some_and(|first| marked(first) && first + 1 < at || matches!(self.word(at), "or" | "nor"))
    }

    /// `routes 4, 6, and 9`: in a list of numbers.
    pub(super) fn counts_on(&self, and: usize) -> bool {
        let number = |at: usize| self.words.get(at).is_some_and(|class| class.is(Class::NUMBER));
        and > 1 && self.words[and - 1].is(Class::BREAK) && number(and - 2) && number(and + 1)
    }

    /// `Oct`, `Sept.`
    pub(super) fn is_month(&self, at: usize) -> bool {
        self.words[at].is(Class::CALENDAR) || self.words[at].is(Class::NAME) && self.word(at).ends_with('.')
    }

    /// The clause that goes on with the coordinator at `at` and the verb at `start`, where the nearest one with a tense, `with`,
    /// stands in the middle of another.
    pub(super) fn around_aside(&self, with: usize, at: usize, start: usize) -> usize {
        let adjacent = self.words[at + 1..start].iter().all(|c| c.is(Class::ADVERB.with(Class::NEGATION)));
        let relative = self.clauses[with].kind == ClauseKind::Relative;
        let comma = at > 0 && self.words[at - 1].is(Class::COMMA);
        let bound = adjacent && (comma || self.word(at) == "but");
        let bound = bound && (relative || self.clauses[with].kind == ClauseKind::Subordinate);
        let Some(outer) = self.parent(with).filter(|_| bound).map(|p| self.tensed_around(p)) else { return with };
        // `Prices rose after the mill closed but fell when it reopened`: each verb has its own.
        let own = |at: usize| at < self.words.len() && self.words[at].is(Class::SUBORDINATOR);
        let each = || !relative && self.word(at) == "but" && (start + 1..start + 5).any(own);
        let first = self.owner[..at].iter().position(|&owner| usize::from(owner) == with).filter(|&first| first > 0);
        let Some(first) = first else { return with };
        // `She left in May, when the mill closed, and won a seat in June`
        let opens = |comma: usize| self.words[comma].is(Class::COMMA);
        // `sold it, its first sale since it opened in 1999, and raised its prices`
        let noun = |&at: &usize| !self.words[at].is(Class::BREAK) && self.tense_at(at).is_none();
        let apart = || (0..first).rev().take(16).find(|at| !noun(at)).is_some_and(|at| opens(at) && at + 1 < first);
        let since = || matches!(self.word(first), "since" | "when" | "after");
        // `bought Otter, which employs nine people, and raised its forecast`
        let tense = |clause: usize| self.clauses[clause].verb.map(|v| self.verbs[v as usize].tense);
        let other = relative
            && !matches!(tense(with), Some(VerbTense::Past | VerbTense::None))
            && opens(first - 1)
            && [self.tense_at(start), tense(outer)] == [Some(VerbTense::Past); 2];
        // `recorded a song, which nobody bought, and won a prize`: it has a subject of its own.
        let own = self.clauses[with].verb.map_or(first, |v| (self.verbs[v as usize].tokens.start - self.base) as usize);
        let subject = |c: &Class| !c.is(Class::ADVERB.with(Class::NEGATION).with(Class::MARK));
        let object = self.words.get(start + 1).is_some_and(|c| c.is(Class::DETERMINER.with(Class::NUMBER)));
        let owned = relative
            && opens(first - 1)
            && matches!(self.word(first), "which" | "whom" | "that")
            && self.words[first + 1..own.max(first + 1)].iter().any(subject)
            && object
            && [self.tense_at(start), tense(outer)] == [Some(VerbTense::Past); 2];
        let other = other || owned;
        let since = || !relative && since();
        // `, while the union, led by Lee, came second and won nine seats`: set against it, with a subject of its own.
        let contrast = matches!(self.word(first), "while" | "whilst") && !self.words[first + 1].is(Class::SUBJECT);
        let aside = comma
            && (other || self.words[first].is(Class::WHEN) && !contrast && opens(first - 1) || since() && apart());
        if (aside || each()) && self.clauses[outer].verb.is_some() { outer } else { with }
    }

    /// True where verb `number` stands right behind a comma: it goes on with what stands before an aside.
    pub(super) fn resumes(&self, number: usize) -> bool {
        let next = self.verbs.get(number).filter(|v| v.tense != VerbTense::None);
        next.is_some_and(|v| {
            let words = &self.words[..(v.tokens.start - self.base) as usize];
            let behind = words.iter().rev().find(|c| !c.is(Class::ADVERB.with(Class::NEGATION)));
            behind.is_some_and(|c| c.is(Class::COMMA))
        })
    }

    /// The clause that one with a subject of its own goes on from; none where the innermost still waits for its verb, but for
    /// `will decide whether to join`.
    pub(super) fn goes_on_from(&self) -> Option<usize> {
        self.clauses[self.top].verb?;
        let with = self.tensed_around(self.top);
        let Some(wanting) = self.wanting(self.top) else { return Some(with) };
        let first = self.owner.iter().position(|&owner| usize::from(owner) == wanting)?;
        let whether = self.word(first) == "whether" && self.words[first + 1].is(Class::TO);
        let around = self.tensed_around(self.parent(wanting).filter(|_| whether && with == wanting)?);
        self.clauses[around].verb.map(|_| around)
    }

    /// `, and the owner, who had waited, left`: the coordinator before the noun that the comma `mark` closes.
    pub(super) fn second_subject(&self, from: usize, mark: usize) -> Option<usize> {
        let other = Class::MARK.with(Class::SUBJECT).with(Class::CALENDAR).with(Class::AUXILIARY).with(Class::RELATIVE);
        let noun = |at: &usize| !self.words[*at].is(other.with(Class::SUBORDINATOR).with(Class::COORDINATOR));
        let and = (from..mark).rev().take(9).find(|at| !noun(at))?;
        let comma = and > 0 && self.words[and - 1].is(Class::COMMA);
        let first = self.words[and + 1].is(Class::DETERMINER.with(Class::NAME));
        (self.words[and].is(Class::COORDINATOR) && comma && !self.ends_list(and) && first && and + 1 < mark)
            .then_some(and)
    }

    /// `, and a show that was to be held on Friday was called off`: between the coordinator at `and` and the pronoun at `at`, behind
    /// which verb `number` stands, is the subject of the verb behind that.
    pub(super) fn is_second_subject(&self, and: usize, at: usize, number: usize) -> bool {
        let other = Class::MARK.with(Class::SUBJECT).with(Class::CALENDAR).with(Class::AUXILIARY).with(Class::TO);
        let other = other.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::COORDINATOR);
        let noun = |at: usize| !self.words[at].is(other) || self.word(at) == "-";
        let comma = and > 0 && self.words[and - 1].is(Class::COMMA);
        comma
            && and + 1 < at
            && at - and < 10
            && (and + 1..at).all(noun)
            && !self.words[and + 1].is(Class::PREPOSITION.with(Class::ADVERB))
            && !self.ends_list(and)
            && self.verbs[number].tense != VerbTense::None
            && self.finite_follows(number)
    }

    /// `The last time York won the cup was in 1997`, `By the time it was sold, nine had died`: opens the clause that says which time
    /// is meant, before the verb at `start`.
    pub(super) fn open_time(&mut self, from: usize, start: usize, number: usize) {
        if self.clauses[self.top].verb.is_some() {
            return;
        }
        let times = ["first", "second", "third", "only", "last"];
        let word = |at: usize, back: usize| if at >= from + back { self.word(at - back) } else { "" };
        let which = |at: usize| times.contains(&word(at, 1)) && at <= from + 3 && self.finite_follows(number);
        let by = |at: usize| word(at, 2).eq_ignore_ascii_case("by") && word(at, 1) == "the";
        let next = || self.verbs[number + 1..].iter().take(4).find(|v| v.tense != VerbTense::None);
        let later = || {
            let behind = next().map_or(start, |v| (v.tokens.start - self.base) as usize);
            self.words[start..behind].iter().any(|c| c.is(Class::COMMA))
        };
        let time = (from..start.saturating_sub(1)).take(8).filter(|&at| self.word(at) == "time");
        let Some((time, kind)) = time.into_iter().find_map(|at| match () {
            _ if which(at) => Some((at, ClauseKind::Relative)),
            _ if by(at) && later() => Some((at, ClauseKind::Subordinate)),
            _ => None,
        }) else {
            return;
        };
        self.open(kind, Some(self.top));
        self.fill(time + 1, start);
    }

    /// `York, Hull, and Bath`: the coordinator at `and` stands before the last of a list.
    pub(super) fn ends_list(&self, and: usize) -> bool {
        let verb = Class::VERB.with(Class::AUXILIARY);
        let mut item = self.words[..and.max(1) - 1].iter().rev().take(4);
        let last = item.find(|c| c.is(Class::BREAK) || c.is(verb) && !c.is(Class::NAME));
        last.is_some_and(|c| c.is(Class::COMMA))
    }

    /// `When it rained, Mr Hale, then 52, left`: where the subject with an aside begins, before the verb at `start` of `clause`, of
    /// which no more stands before than words that lead to it.
    pub(super) fn named_aside(&self, clause: usize, from: usize, mark: usize, start: usize) -> Option<usize> {
        let led =
            Class::PREPOSITION.with(Class::CALENDAR).with(Class::ADVERB).with(Class::QUOTE).with(Class::COORDINATOR);
        let first = self.owner[..from].iter().position(|&owner| usize::from(owner) == clause);
        // A clause with another before it.
        // `Nine days after it rained, …`
        let own = |&at: &usize| usize::from(self.owner[at]) == clause;
        let count = |at: usize| {
            self.words[at].is(Class::NUMBER) && !(at..from).filter(own).any(|i| self.words[i].is(Class::MARK))
        };
        let bare = first.is_none_or(|at| self.words[at].is(led) || count(at) || at >= from);
        let inner = matches!(self.clauses[self.top].kind, ClauseKind::Subordinate | ClauseKind::Participial);
        if mark + 1 == start && bare && inner { self.speaker(from, mark) } else { None }
    }

    /// `landed on Sunday, and a second, from Dubai, was due`: the coordinator before the subject that the aside closed by the
    /// comma `mark` belongs to.
    pub(super) fn aside_of_second(&self, from: usize, mark: usize) -> Option<usize> {
        let comma = |at: &usize| self.words[*at].is(Class::BREAK);
        let mut open = (from..mark).rev().take(12).find(comma)?;
        // `and in the autumn his widow, Lena, together with nine others, founded a school`: past both asides.
        if (open + 1..open + 3).any(|at| self.words[at].is(Class::WITH))
            && let Some(first) = (from..open).rev().take(6).find(comma)
        {
            open = first;
        }
        // `and, after a trial in 2003, was jailed`
        if open > from && self.words[open - 1].is(Class::COORDINATOR) {
            return Some(open - 1);
        }
        let and = (from..open)
            .rev()
            .take(12)
            .take_while(|at| !comma(at))
            .find(|&at| self.words[at].is(Class::COORDINATOR))?;
        let who = Class::DETERMINER.with(Class::NAME);
        let noun = self.words[and + 1].is(who.with(Class::NUMBER));
        // `, and in May 1940 her brother, Karel, was sent away`
        let time = Class::CALENDAR.with(Class::NUMBER);
        let timed = |at: usize| self.words[at].is(time) || is_time(self.word(at));
        let behind = |at: usize| timed(at) && self.words[at + 1].is(who) && !self.words[at + 1].is(time);
        let noun = noun || self.words[and + 1].is(Class::PREPOSITION) && (and + 2..open - 1).any(behind);
        // `left on 3 May and another guest, Ann Lee, followed on Monday`
        let led = and > from && (comma(&(and - 1)) || self.words[and - 1].is(time));
        (noun && led).then_some(and)
    }

    /// `, and a year later, on 24 May, the bank was split`, `, and in 2021, after a trial, …`: the `and` of a second clause, behind
    /// which words of time stand up to a comma; `mark`: the last comma before its subject.
    pub(super) fn time_of_second(&self, from: usize, mark: usize) -> Option<usize> {
        let time =
            Class::CALENDAR.with(Class::NUMBER).with(Class::PREPOSITION).with(Class::DETERMINER).with(Class::ADVERB);
        let unit = |at: usize| {
            let word = self.word(at);
            matches!(
                word.strip_suffix('s').unwrap_or(word),
                "day" | "week" | "month" | "year" | "ago" | "earlier" | "later"
            )
        };
        let comma = |at: usize| self.words[at].is(Class::COMMA);
        let opens = |at: &usize| *at > from && self.words[*at].is(Class::COORDINATOR) && comma(at - 1);
        let and = (from..mark).rev().take(16).find(opens)?;
        let end = (and + 1..=mark).find(|&at| comma(at)).filter(|&end| end > and + 1)?;
        let timed = (and + 1..end).all(|at| self.words[at].is(time) || unit(at));
        let dated =
            (and + 1..end).any(|at| self.words[at].is(Class::CALENDAR.with(Class::NUMBER)) || self.word(at) == "later");
        (timed && dated).then_some(and)
    }

    /// `who wrote a law, led a party and left over a mill, died on Friday`: the verb at `start` is one of several of the relative
    /// clause, for the last of them is led by a coordinator and behind a comma stands another.
    pub(super) fn lists_verbs(&self, start: usize) -> bool {
        let this = &self.clauses[self.top];
        if this.kind != ClauseKind::Relative || this.verb.is_none() || self.wanting(self.top).is_none() {
            return false;
        }
        let next = self.verbs.partition_point(|v| (v.tokens.start - self.base) as usize <= start);
        let mut joined = false;
        for number in next..self.verbs.len().min(next + 5) {
            let verb = &self.verbs[number];
            let words = &self.words[..(verb.tokens.start - self.base) as usize];
            let behind = words.iter().rev().find(|c| !c.is(Class::ADVERB.with(Class::NEGATION)));
            if verb.tense != VerbTense::None && joined && self.resumes(number) {
                return verb.tense == VerbTense::Past;
            }
            joined |= verb.tense != VerbTense::None && behind.is_some_and(|c| c.is(Class::COORDINATOR));
        }
        false
    }

    /// The tense of the verb group that the word belongs to.
    fn tense_at(&self, at: usize) -> Option<VerbTense> {
        let at = self.base + at as u32;
        let next = self.verbs.partition_point(|v| v.tokens.end <= at);
        self.verbs.get(next).filter(|v| v.tokens.start <= at && v.tense != VerbTense::None).map(|v| v.tense)
    }
}
