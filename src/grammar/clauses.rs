//! Clauses: which words belong to which verb.

mod ends;
mod signs;

use super::groups::bracket;
use super::words::Class;
use super::{VerbGroup, VerbTense};
use crate::TokenRange;
use crate::document::Document;

/// A stretch of a sentence around one verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// From its first word to its last, with the clauses that stand between them.
    pub tokens: TokenRange,
    /// Its verb's place in [`Parse::verbs`](super::Parse::verbs); none only for the outermost clause of a sentence
    /// without verbs.
    pub verb: Option<u32>,
    /// What binds it to its parent.
    pub kind: ClauseKind,
    /// The clause it depends on, or for [`ClauseKind::Coordinated`] the one it continues.
    pub parent: Option<u32>,
}

/// What binds a clause to the one around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// The sentence itself, or one that only stands beside another (`…, officials said`).
    Main,
    /// `which came a day later`
    Relative,
    /// `as the tram left`, `after meeting the mayor`
    Subordinate,
    /// `and left`
    Coordinated,
    /// `(that) the tram was late`, behind a verb of saying
    Content,
    /// `marking a step`, `built in 1990`
    Participial,
    /// `to meet on Friday`
    Infinitive,
}

/// The clauses and, for each word, the number of its own.
pub(super) fn find(doc: &Document, words: &[Class], verbs: &[VerbGroup], base: u32) -> (Vec<Clause>, Vec<u16>) {
    let mut machine = Machine { doc, words, verbs, base, clauses: Vec::new(), owner: vec![0; words.len()], top: 0 };
    machine.open(ClauseKind::Main, None);
    let mut from = 0;
    for (number, verb) in verbs.iter().take(MOST).enumerate() {
        machine.verb(from, number, verb);
        from = (verb.tokens.end - base) as usize;
    }
    from = machine.leave_relative(from, words.len());
    machine.fill(from, words.len());
    machine.last_day(from);
    machine.finish()
}

/// More clauses than any sentence has: the rest of a run-on line stays in the last one.
const MOST: usize = 1000;

struct Machine<'d> {
    doc: &'d Document,
    words: &'d [Class],
    verbs: &'d [VerbGroup],
    base: u32,
    clauses: Vec<Clause>,
    owner: Vec<u16>,
    /// The innermost open clause; the others are its parents.
    top: usize,
}

/// How many clauses deep the machine looks for one that still wants its verb.
const DEPTH: usize = 12;

impl Machine<'_> {
    fn open(&mut self, kind: ClauseKind, parent: Option<usize>) {
        self.top = self.clauses.len();
        let parent = parent.map(|p| p as u32);
        self.clauses.push(Clause { tokens: TokenRange::default(), verb: None, kind, parent });
    }

    /// Gives the words `from..to` to the innermost clause.
    fn fill(&mut self, from: usize, to: usize) {
        self.owner[from..to].fill(self.top as u16);
    }

    fn parent(&self, clause: usize) -> Option<usize> {
        self.clauses[clause].parent.map(|p| p as usize)
    }

    /// The nearest clause around `clause` (not itself) that still wants a verb.
    fn wanting(&self, clause: usize) -> Option<usize> {
        let mut at = self.parent(clause);
        for _ in 0..DEPTH {
            let clause = at?;
            if self.clauses[clause].verb.is_none() {
                return Some(clause);
            }
            at = self.parent(clause);
        }
        None
    }

    fn word(&self, at: usize) -> &str {
        self.doc.word(self.base as usize + at)
    }

    /// Reads the words from `from` up to the verb, then gives the verb to its clause.
    fn verb(&mut self, from: usize, number: usize, verb: &VerbGroup) {
        let start = (verb.tokens.start - self.base) as usize;
        let end = (verb.tokens.end - self.base) as usize;
        let from = self.leave_relative(from, start);
        let before_gap = self.top;
        let mut mark = None;
        let mut coordinator = None;
        let mut opened: Option<usize> = None;
        let mut skip = from;
        for at in from..start {
            let class = self.words[at];
            self.fill(at, at + 1);
            if at < skip {
                continue;
            }
            // `the agency (WHO) said`: a bracket inside a clause parts nothing.
            if class.is(Class::OPEN)
                && let Some(close) = bracket(self.words, at).filter(|&close| close < start)
            {
                skip = close + 1;
                continue;
            }
            if class.is(Class::SEMICOLON) && at + 1 < start && self.clauses[self.top].verb.is_some() {
                // What follows is a sentence of its own.
                self.open(ClauseKind::Main, None);
                self.fill(at, at + 1);
                mark = None;
                coordinator = None;
                opened = None;
            } else if class.is(Class::BREAK) {
                mark = Some(at);
                let says = self.words[start].is(Class::SAY) && at + 1 < start;
                coordinator = coordinator.filter(|&first| self.leads(first, at) && (!says || first + 1 == at));
            } else if class.is(Class::MARK) {
                // Inside a word.
            } else if self.opens(at, from, start) {
                // `said today, in a memo, that sales rose`
                let told = from > 0 && self.words[from - 1].is(Class::SAY) && mark.is_some_and(|m| m + 1 == at);
                // `said reports that the plant leaked on Monday were false`
                let that = class.is(Class::THAT) && opened.is_none() && mark.is_none();
                let passed_on = that && self.is_passed_on(from, at, number);
                let relative =
                    class.is(Class::RELATIVE) || class.is(Class::THAT) && (passed_on || !told && !self.says(at));
                let kind = match () {
                    _ if relative => ClauseKind::Relative,
                    _ if class.is(Class::THAT) || matches!(self.word(at), "whether" | "if") && self.says(at) => {
                        ClauseKind::Content
                    }
                    _ => ClauseKind::Subordinate,
                };
                // Only two may wait for a verb at once: `that when …`. But the subject of what was said waits (`that the law,
                // which …, is void`, `that, when …, it will close`), and that of a relative clause (`where Lee, a guest who
                // …, had stayed`).
                let waits = self.clauses[self.top].kind;
                let relates = opened.is_some_and(|opened| self.words[opened].is(Class::RELATIVE));
                let named = class.is(Class::RELATIVE)
                    && (waits == ClauseKind::Content
                        && opened.is_some_and(|opened| mark == Some(at - 1) && opened + 2 < at)
                        || waits == ClauseKind::Relative && relates && opened.is_some_and(|opened| opened + 2 < at))
                    || waits == ClauseKind::Content
                        && mark == Some(at - 1)
                        && opened.is_some_and(|opened| opened + 2 == at)
                    // `while the queen, who was ill, stayed`
                    || class.is(Class::RELATIVE)
                        && waits == ClauseKind::Subordinate
                        && mark.is_some_and(|mark| mark + 1 == at)
                        && opened.is_some_and(|opened| {
                            let subject = self.words[opened + 1];
                            self.words[opened].is(Class::WHEN)
                                && opened + 2 < at
                                && subject.is(Class::DETERMINER.with(Class::NAME))
                                && !subject.is(Class::CALENDAR)
                        });
                // `Starting on 4 June, guests who do not pay …`: the subject of what is still to come.
                if class.is(Class::RELATIVE)
                    && opened.is_none()
                    && coordinator.is_none()
                    && let Some(mark) = mark.filter(|&mark| mark + 1 < at && self.word(mark) == ",")
                    && self.clauses[self.top].verb.is_some()
                    && matches!(self.clauses[self.top].kind, ClauseKind::Participial | ClauseKind::Subordinate)
                    && let Some(outer) = self.wanting(self.top)
                    && self.finite_follows(number)
                {
                    self.resume(outer, mark + 1, at);
                }
                // `It was sold, and the owner, who had waited, left`: the subject of what is still to come.
                if class.is(Class::RELATIVE)
                    && opened.is_none()
                    && let Some(with) = self.goes_on_from()
                    && let Some(and) =
                        mark.filter(|mark| mark + 1 == at).and_then(|mark| self.second_subject(from, mark))
                    && self.resumes(number + 1)
                {
                    self.open(ClauseKind::Coordinated, Some(with));
                    self.fill(and, at);
                }
                // `It was sold, and a show that was to be held on Friday was called off`
                if relative
                    && opened.is_none()
                    && let Some(and) = coordinator.filter(|&and| self.is_second_subject(and, at, number))
                    && let Some(with) = self.goes_on_from()
                {
                    self.open(ClauseKind::Coordinated, Some(with));
                    self.fill(and, at);
                }
                let mut parent = self.settled(opened.is_some() && mark.is_some() && !named);
                let aside = mark.is_some_and(|mark| mark + 1 == at);
                let end = at - usize::from(aside);
                if relative
                    && (mark.is_none() || aside)
                    && opened.is_none()
                    && self.is_subject_said(from, end, number, aside)
                {
                    self.open(ClauseKind::Content, Some(parent));
                    self.fill(self.behind_day(from, at), at);
                    parent = self.top;
                }
                // `said in a report released on Friday that …`: what was said, not of the report.
                if kind == ClauseKind::Content && class.is(Class::THAT) && self.is_put_in(parent) {
                    parent = self.parent(parent).unwrap_or(parent);
                }
                self.open(kind, Some(parent));
                let mut first = at;
                if relative && at > from && self.words[at - 1].is(Class::PREPOSITION.with(Class::TO)) {
                    first = at - 1;
                }
                self.fill(first, at + 1);
                opened = Some(at);
                mark = None;
                coordinator = None;
            } else if class.is(Class::COORDINATOR)
                && (at + 1 == start && coordinator.is_some_and(|first| self.counts_on(first))
                    || !self.joins_nouns(at, coordinator))
            {
                coordinator = Some(at);
            }
        }
        let to = start > from && (start - 2.min(start - from)..start).any(|at| self.words[at].is(Class::TO));
        // `plans to meet`, `is believed to have died`
        let infinitive = to && matches!(verb.tense, VerbTense::Future | VerbTense::PresentPerfect);
        if verb.tense == VerbTense::None || infinitive {
            self.untensed(from, start, coordinator, opened, number);
        } else {
            if opened.is_none() && mark.is_none() && coordinator.is_none() {
                self.open_time(from, start, number);
            }
            // `The mayor, police said on Monday, fled`: who says it, inside what they say.
            let who = mark.filter(|_| opened.is_none());
            let who = who.and_then(|mark| if mark + 1 < start { Some(mark + 1) } else { self.speaker(from, mark) });
            match who.filter(|&who| self.is_put_between(who, number)) {
                Some(who) => {
                    self.open(ClauseKind::Main, Some(self.top));
                    self.fill(who, start);
                }
                None => self.tensed(from, start, mark, coordinator, opened, before_gap),
            }
            self.clauses[self.top].verb = Some(number as u32);
        }
        self.fill(start, end);
    }

    /// The clause a new one hangs on: the innermost, but with a waiting one dropped where a comma has closed it.
    fn settled(&self, closed: bool) -> usize {
        if closed && self.clauses[self.top].verb.is_none() {
            self.parent(self.top).unwrap_or(self.top)
        } else {
            self.top
        }
    }

    /// A verb without tense makes a clause of its own inside the one around it.
    fn untensed(
        &mut self,
        from: usize,
        start: usize,
        coordinator: Option<usize>,
        opened: Option<usize>,
        number: usize,
    ) {
        let adjacent = |at: usize| self.words[at + 1..start].iter().all(|c| c.is(Class::ADVERB.with(Class::NEGATION)));
        // `said that freeing the crew was right`: the subject of what was said.
        let subject = opened.is_some_and(|at| self.words[at].is(Class::THAT)) && self.finite_follows(number);
        if opened.is_some_and(adjacent) && self.clauses[self.top].verb.is_none() && !subject {
            // `while meeting`, `after being told`
            self.clauses[self.top].verb = Some(number as u32);
            return;
        }
        // `let her anger be known`: one verb with the one before.
        let bare = self.word(start) == "be" && start > from && !self.words[start - 1].is(Class::TO);
        if bare && number > 0 && matches!(self.word((self.verbs[number - 1].main - self.base) as usize), "let" | "lets")
        {
            self.fill(from, start);
            return;
        }
        // A waiting clause that was no clause (`after the war to rebuild …`) gives its words back.
        let infinitive = start > from && self.words[start - 1].is(Class::TO)
            || start > from + 1 && self.words[start - 2].is(Class::TO);
        let kind = if infinitive { ClauseKind::Infinitive } else { ClauseKind::Participial };
        if kind == ClauseKind::Participial && coordinator.is_none() && self.reduces(from, start, number) {
            self.open(ClauseKind::Content, Some(self.top));
            self.fill(from, start);
        }
        // `will close in May, and the shops rented to others are empty`
        let fresh = coordinator.filter(|&at| kind == ClauseKind::Participial && !adjacent(at) && at > from);
        // `and in May troops led by a colonel seized it`
        let finite = |next: &VerbGroup| {
            let by = self.words.get(start + 1).is_some_and(|c| c.is(Class::BY));
            self.words[(next.tokens.start - self.base) as usize].is(Class::AUXILIARY)
                || by && !coordinator.is_some_and(|and| self.ends_list(and)) && next.tense == VerbTense::Past
        };
        let finite = self.finite_follows(number) && self.verbs.get(number + 1).is_some_and(finite);
        if let Some(at) = fresh.filter(|&at| self.words[at - 1].is(Class::COMMA) && finite)
            && self.is_settled()
            && self.clauses[self.top].verb.is_some()
        {
            self.open(ClauseKind::Coordinated, Some(self.tensed_around(self.top)));
            self.fill(at, start);
        }
        // `studied in York and, having won a prize in 1975, moved to Rome`: of what is still to come.
        if kind == ClauseKind::Participial
            && start > from + 1
            && self.words[start - 1].is(Class::COMMA)
            && self.words[start - 2].is(Class::COORDINATOR)
            && self.clauses[self.top].verb.is_some()
            && self.is_settled()
            && self.resumes(number + 1)
        {
            self.open(ClauseKind::Coordinated, Some(self.tensed_around(self.top)));
            self.fill(start - 2, start);
        }
        let together = coordinator.is_some_and(adjacent)
            && self.clauses[self.top].kind == kind
            && self.clauses[self.top].verb.is_some();
        let parent = if together { self.parent(self.top).unwrap_or(0) } else { self.top };
        self.open(kind, Some(parent));
        let mut first = if infinitive && self.words[start - 1].is(Class::TO) { start - 1 } else { start };
        if together {
            first = coordinator.unwrap_or(first);
        }
        self.fill(first, start);
        self.clauses[self.top].verb = Some(number as u32);
    }

    /// Finds or opens the clause that a verb with tense belongs to, and makes it the innermost.
    fn tensed(
        &mut self,
        from: usize,
        start: usize,
        mark: Option<usize>,
        coordinator: Option<usize>,
        opened: Option<usize>,
        before_gap: usize,
    ) {
        if self.clauses[self.top].verb.is_none()
            && self.clauses[self.top].kind == ClauseKind::Subordinate
            && let Some(at) = coordinator
            && opened.is_some_and(|opened| opened < at)
            && self.words[at + 1..start].iter().all(|c| c.is(Class::ADVERB.with(Class::NEGATION)))
            && let Some(parent) = self.parent(self.top)
            && self.clauses[parent].verb.is_some()
        {
            // `He moved when still young and was adopted`: what waited was no clause.
            self.top = parent;
        }
        if self.clauses[self.top].verb.is_none() {
            // `After the match, she left`: a comma behind the waiting clause gives the verb to one further out.
            let Some(mark) = mark else { return };
            let outer = self.wanting(self.top);
            if let Some(outer) = outer
                && (opened.is_some() || self.top != before_gap)
            {
                let aside = self.named_aside(outer, from, mark, start);
                self.resume(outer, aside.unwrap_or(mark + 1), start);
                return;
            }
            // `said he was hurt as a child, but …`: what waited was no clause.
            let prepositional = |at: usize| {
                matches!(self.word(at).to_lowercase().as_str(), "as" | "after" | "before" | "since" | "until" | "once")
            };
            match (opened, self.parent(self.top)) {
                (Some(at), _) if mark + 1 == start && self.is_interrupted(from, at, mark) => return,
                (Some(at), Some(parent)) if mark > at + 1 && prepositional(at) => self.top = parent,
                _ => return,
            }
        }
        let adjacent = |at: usize| self.words[at + 1..start].iter().all(|c| c.is(Class::ADVERB.with(Class::NEGATION)));
        // `The mill shut in May; in June, a fire burned it down`
        let told = self.clauses[self.tensed_around(self.top)].verb.is_some();
        let parted = |m: usize| (from..m).rev().take(24).find(|&at| told && self.words[at].is(Class::SEMICOLON));
        let mark = mark.map(|m| parted(m).unwrap_or(m));
        if let Some(mark) = mark
            && self.words[mark].is(Class::SEMICOLON)
        {
            // `; died in 2025` has its subject before.
            let outer = (0..self.top).rev().take(DEPTH).find(|&c| self.clauses[c].kind == ClauseKind::Main);
            let outer = outer.unwrap_or(self.top);
            if mark + 1 < start {
                self.open(ClauseKind::Main, None);
            } else if self.clauses[outer].verb.is_none() {
                self.resume(outer, mark + 1, start);
                return;
            } else {
                self.open(ClauseKind::Coordinated, Some(outer));
            }
            self.fill(mark + 1, start);
            return;
        }
        let says = from > 0 && self.words[from - 1].is(Class::SAY);
        // `said Monday, troops and police have left`: one subject.
        let when = Class::CALENDAR.with(Class::PREPOSITION).with(Class::NUMBER);
        let paired = mark.zip(coordinator).is_some_and(|(mark, at)| {
            let nouns = mark + 1 < at && at - mark < 6 && self.words[from..mark].iter().all(|c| c.is(when));
            says && nouns
                && self.word(mark) == ","
                && !self.words[mark + 1..at].iter().any(|c| c.is(Class::SUBJECT.with(Class::MARK)))
        });
        // `was closed in May, the owner and the town have said`
        let named = Class::NAME.with(Class::DETERMINER).with(Class::PREPOSITION);
        let near = |mark: usize, at: usize| at - mark < 6 || self.words[mark + 1..at].iter().all(|c| c.is(named));
        let together = |at: usize| mark.is_some_and(|mark| mark >= from && mark + 1 < at && near(mark, at));
        let paired = paired || coordinator.is_some_and(|at| at + 1 < start && together(at) && self.tags(start));
        let listed = coordinator.filter(|&at| says && self.lists(from, at, start));
        let (paired, mark) = if listed.is_some() { (true, None) } else { (paired, mark) };
        let coordinator = coordinator.or_else(|| self.aside_of_second(from, mark.filter(|m| m + 1 == start && !says)?));
        let coordinator = coordinator.or_else(|| self.time_of_second(from, mark.filter(|_| !says)?));
        if let Some(at) = coordinator.filter(|_| !paired)
            && (adjacent(at) || self.is_settled() && (!says || mark.is_some()))
        {
            // `and left`, `, and the tram left`: goes on with the nearest clause that has a tense, or behind a comma
            // with the outermost.
            let mut with = self.tensed_around(self.top);
            if self.clauses[with].verb.is_none() {
                self.resume(with, at, start);
                return;
            }
            with = self.around_aside(with, at, start);
            // `says he retired in 1994, and blamed the press`: whoever says the one says the other.
            let behind = at > 0 && self.words[at - 1].is(Class::COMMA) && adjacent(at);
            // `said it had won on Friday and denied losing men`
            let denies = adjacent(at)
                && (matches!(self.word(start), "denied" | "declined" | "rejected")
                    || matches!(self.word(at), "but") && self.word(start) == "dismissed");
            let says = self.words[start].is(Class::SAY) || matches!(self.word(start), "accused" | "blamed" | "urged");
            if behind && says || denies {
                while matches!(self.clauses[with].kind, ClauseKind::Content | ClauseKind::Subordinate)
                    && let Some(parent) = self.parent(with)
                {
                    with = self.tensed_around(parent);
                }
            }
            self.open(ClauseKind::Coordinated, Some(with));
            self.fill(at, start);
            return;
        }
        // `The plan, which the town made in May and critics hated, failed`
        if let Some(at) = coordinator.filter(|_| mark.is_none() && self.clauses[self.top].kind == ClauseKind::Relative)
            && self.clauses[self.top].verb.is_some()
            && self.resumes_behind(start)
        {
            self.open(ClauseKind::Coordinated, Some(self.top));
            self.fill(at, start);
            return;
        }
        // `who wrote a law, led a party and left over a mill, died on Friday`: the sentence goes on behind the list.
        if coordinator.is_none() && mark.is_some_and(|m| m + 1 == start) && self.lists_verbs(start) {
            self.open(ClauseKind::Coordinated, Some(self.tensed_around(self.top)));
            self.fill(start, start);
            return;
        }
        // `after the vote in which critics say the count was wrong`: what they say.
        let noun = Class::DETERMINER.with(Class::NUMBER).with(Class::NAME).with(Class::PLURAL).with(Class::SUBJECT);
        let said = says && mark.is_none() && from < start && self.words[from].is(noun);
        let said = said && self.clauses[self.top].kind == ClauseKind::Relative && !self.words[from].is(Class::CALENDAR);
        if let Some(outer) =
            self.wanting(self.top).filter(|&c| !said || self.clauses[c].kind != ClauseKind::Subordinate)
        {
            // `When it rained, Mr Hale, then 52, left`
            let aside = mark.and_then(|m| self.named_aside(outer, from, m, start));
            let first = mark.map_or_else(
                || self.own_subject(from, start),
                |m| aside.or_else(|| self.aside_subject(from, m, start)).unwrap_or(m + 1),
            );
            self.resume(outer, first, start);
            return;
        }
        let subject = (from..start).find(|&at| self.words[at].is(Class::SUBJECT));
        // `will leave on Friday, an aide, Ann Lee, said`
        if let Some(who) =
            mark.filter(|m| m + 1 == start && self.words[start].is(Class::SAY)).and_then(|m| self.speaker(from, m))
        {
            self.open(ClauseKind::Main, None);
            self.fill(who, start);
            return;
        }
        // `climbed down the ladder, shook hands, and left`: a list of verbs.
        if mark.is_some_and(|m| m + 1 == start) && subject.is_none() && !self.spoken(from, mark) {
            let with = self.tensed_around(self.top);
            self.open(ClauseKind::Coordinated, Some(with));
            self.fill(start, start);
            return;
        }
        // `said one of them, a guest, was hurt`: a comma right before the verb is part of the subject.
        let first = mark.filter(|m| m + 1 < start).map_or(subject.unwrap_or(from), |m| m + 1);
        // `It is the second in a year: in May, a ferry sank`
        let led = |&at: &usize| self.words[at].is(Class::BREAK) && self.leads(at, first - 1) && self.word(at) == ":";
        let first = (from.max(first.saturating_sub(6))..first.saturating_sub(2)).find(led).map_or(first, |at| at + 1);
        let first = self
            .titled(from, first)
            .filter(|_| self.words[start..].iter().take(3).any(|c| c.is(Class::SAY)))
            .unwrap_or(first);
        // `said on Monday the plant had leaked`: the day of the saying.
        let quote = |mark: usize| mark + 1 == start && self.words[mark].is(Class::QUOTE);
        let first = match self.day_of_saying(from, start).filter(|_| says && mark.is_none_or(quote)) {
            Some(behind) => first.max(behind),
            None => first,
        };
        if let Some(around) = self.resumes_when(from, start).filter(|_| mark.is_none() && !says) {
            self.open(ClauseKind::Coordinated, Some(around));
            // `when they got there he had fled`
            let there = usize::from(from + 1 < start && self.word(from) == "there");
            self.fill(first.max(from + there), start);
            return;
        }
        // `accepted he was wrong`, but `the day he left`.
        let behind_verb = mark.is_none() && subject == Some(from);
        let tag = mark.is_some_and(|mark| mark > from) && self.tags(start);
        if (says || behind_verb) && !tag {
            self.open(ClauseKind::Content, Some(self.top));
        } else if mark.is_some() {
            self.open(ClauseKind::Main, None);
        } else {
            self.open(ClauseKind::Relative, Some(self.top));
        }
        self.fill(first, start);
    }

    /// Goes back to `clause`, which owns the words `first..to` again.
    fn resume(&mut self, clause: usize, first: usize, to: usize) {
        self.top = clause;
        self.fill(first, to);
    }

    /// Drops clauses that never got a verb and measures the others.
    fn finish(mut self) -> (Vec<Clause>, Vec<u16>) {
        // The outermost without a verb (`Since the war he has lived abroad`): its first child is the sentence.
        if self.clauses[0].verb.is_none()
            && let Some(first) = self.clauses.iter().position(|c| c.verb.is_some())
            && self.clauses[first].parent == Some(0)
            && self.clauses[first].kind == ClauseKind::Subordinate
            && !self.is_conditional(first)
        {
            self.clauses[0].verb = self.clauses[first].verb.take();
        }
        // New numbers; a clause without a verb takes its parent's. Parents stand before their children.
        let mut number: Vec<u16> = Vec::with_capacity(self.clauses.len());
        let mut kept: Vec<Clause> = Vec::with_capacity(self.clauses.len());
        for (at, clause) in self.clauses.iter().enumerate() {
            let parent = clause.parent.map(|p| number[p as usize]);
            if at > 0 && clause.verb.is_none() {
                let before = kept.len().saturating_sub(1) as u16;
                number.push(parent.unwrap_or(before));
                continue;
            }
            number.push(kept.len() as u16);
            kept.push(Clause { parent: parent.map(u32::from), ..*clause });
        }
        for (at, owner) in self.owner.iter_mut().enumerate() {
            *owner = number[usize::from(*owner)];
            let token = TokenRange::new(self.base + at as u32, self.base + at as u32 + 1);
            let tokens = &mut kept[usize::from(*owner)].tokens;
            *tokens = if tokens.is_empty() { token } else { TokenRange::new(tokens.start, token.end) };
        }
        (kept, self.owner)
    }
}
