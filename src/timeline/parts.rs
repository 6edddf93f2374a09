//! What belongs to the words shown for a clause: what stands behind it and can't be left out.
//!
//! Absent here: the words themselves ([`label`](super::label) puts them together), the noun that a relative clause is told of
//! ([`antecedents`](super::antecedents)).

use super::attach::{self, Hold};
use super::candidates::{FAR, MANY, Reader};
use super::lexicon::{Group, Sense};
use super::when;
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::grammar::{self, Clause, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

/// A clause shown with the one around it.
#[derive(Clone, Debug)]
pub(super) struct Whole {
    pub(super) tokens: TokenRange,
    /// The words for the subject, where they stand apart.
    pub(super) subject: Option<TokenRange>,
    /// The words in which a name takes part in either.
    pub(super) own: Vec<TokenRange>,
    /// The main verb of the clause around.
    pub(super) main: u32,
}

impl Reader<'_> {
    /// `if the weather holds`, not `even if`, `as if`.
    pub(super) fn is_condition(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let start = this.tokens.start;
        this.kind == ClauseKind::Subordinate
            && matches!(self.lower(start).as_ref(), "if" | "unless")
            && (start == 0 || !matches!(self.word(start - 1), "even" | "Even" | "as" | "what"))
    }

    /// `A man is in hospital after his car hit a wall`: what led to it, where no words of time part the two.
    pub(super) fn is_cause(&self, number: usize, clause: usize) -> bool {
        let (this, outer) = (&self.parse.clauses[number], &self.parse.clauses[clause]);
        let past = |v: &VerbGroup| matches!(v.tense, VerbTense::Past | VerbTense::PastPerfect);
        self.timexes.is_empty()
            && self.word(this.tokens.start) == "after"
            && outer.kind == ClauseKind::Main
            && this.parent == Some(clause as u32)
            && this.tokens.start == outer.tokens.end
            && this.tokens.len() < FAR / 4
            && self.verb(number).is_some_and(past)
    }

    /// The kind of the clause that `clause` is coordinated with, in the end.
    pub(super) fn bond(&self, clause: usize) -> ClauseKind {
        let mut at = clause;
        for _ in 0..8 {
            match (self.parse.clauses[at].kind, self.parent(at)) {
                (ClauseKind::Coordinated, Some(parent)) => at = parent,
                (ClauseKind::Coordinated, None) => return ClauseKind::Main,
                (kind, _) => return kind,
            }
        }
        ClauseKind::Main
    }

    /// `left rates unchanged on Friday`, `left nine people injured`: how something was left is no event of its own.
    pub(super) fn is_left_so(&self, outer: &VerbGroup, word: &str, at: u32) -> bool {
        let leaves = self.is_of(outer.main, Group::Left);
        let so = word.starts_with("un") || self.is_of(at, Group::Stuck) || self.sense(at).is(Sense::TOLL);
        leaves && so && !outer.passive
    }

    /// `…, although his lawyer denies it`: without that it would read as certain.
    pub(super) fn takes_back(&self, clause: usize) -> bool {
        let start = self.parse.clauses[clause].tokens.start;
        let but = matches!(self.word(start), "but" | "although" | "though");
        let ends = |word: &str| matches!(word, "" | "." | "," | ";");
        let it = |v: &VerbGroup| matches!(self.behind(v, 1), "it" | "this" | "that") && ends(self.behind(v, 2));
        let object = |v: &VerbGroup| it(v) || ends(self.behind(v, 1));
        but && self.verb(clause).is_some_and(|v| {
            matches!(self.word(v.main), "deny" | "denies" | "denied" | "dispute" | "disputes" | "disputed") && object(v)
        })
    }

    /// `Officials said on Friday nine were killed and three others were hurt`: said in the same breath, of no time of its own.
    pub(super) fn is_said_too(&self, number: usize, clause: usize) -> bool {
        let this = &self.parse.clauses[number];
        let said = this.parent.map(|p| p as usize).filter(|&p| self.parse.clauses[p].kind == ClauseKind::Content);
        let timed = |t: &Timex| t.tokens.start >= this.tokens.start && t.tokens.end <= this.tokens.end;
        // `said it would close the plant and has opened another`: that is done, not said.
        let tense = |c: usize| self.verb(c).map(|v| v.tense);
        let ahead = said.is_some_and(|c| matches!(tense(c), Some(VerbTense::Future | VerbTense::Modal)));
        // Not `and will serve only | until May`: cut in the middle.
        let end = this.tokens.end;
        let goes_on = |c: &Clause| {
            let kind = matches!(c.kind, ClauseKind::Relative | ClauseKind::Subordinate | ClauseKind::Content);
            kind && c.tokens.start == end && c.parent == Some(number as u32)
        };
        let ends = !self.parse.clauses.iter().skip(number + 1).take(4).any(goes_on);
        said.is_some_and(|said| self.parent(said) == Some(clause))
            && ends
            && !(ahead && tense(number) == Some(VerbTense::PresentPerfect))
            && self.word(this.tokens.start) == "and"
            && this.tokens.len() < FAR / 4
            && self.is_quoted(this.tokens.start) == self.is_quoted(self.parse.clauses[clause].tokens.start)
            && !self.timexes.iter().take(MANY).any(timed)
    }

    /// `…, killing nine people`: what came of it, or by what means it was done.
    pub(super) fn tells_result(&self, clause: usize) -> bool {
        let Some(verb) = self.verb(clause).filter(|v| v.tense == VerbTense::None && !v.passive) else { return false };
        let start = self.parse.clauses[clause].tokens.start;
        let result = Sense::EFFECT.with(Sense::RESULT).with(Sense::BLAME);
        let sense = self.sense(verb.main);
        // `…, prompting the firm to sue in 1989`: of another time.
        let end = self.doc.sentences[self.number].tokens.end.min(start + FAR);
        let end = (start..end).find(|&at| self.word(at) == ",").unwrap_or(end);
        let year = |t: &Timex| (1..=2).contains(&when::grain(t.date.as_deref().unwrap_or_default()));
        let timed = self.timexes.iter().take(MANY).any(|t| t.tokens.start >= start && t.tokens.start < end && year(t));
        verb.main == start
            && (!timed || sense.is(Sense::EFFECT))
            && self.word(start - 1) == ","
            && self.word(start).ends_with("ing")
            && sense.is(result)
            && !sense.is(Sense::SAY)
            && !self.is_other_time(clause)
    }

    /// `a sign that sales rise`, `a letter in which she called it ugly`: what the noun before it says.
    pub(super) fn tells_content(&self, clause: usize) -> bool {
        let start = self.parse.clauses[clause].tokens.start;
        match self.word(start) {
            "that" if self.sense(start - 1).is(Sense::CONTENT) => true,
            // `remained wary that it could return`
            "that" if self.is_of(start - 1, Group::Minded) => true,
            // `a bomb which killed nine`: which one is meant.
            "who" | "which" | "whose" | "where" | "that" => {
                let this = &self.parse.clauses[clause];
                let timed = |t: &TokenRange| t.start >= start && t.end <= this.tokens.end;
                let noun = !self.is_mark(start - 1) && !self.sense(start - 1).is(Sense::STOP);
                // `gullies which have been made since the land rose`: not without that.
                let cut = self.parse.clauses.iter().skip(clause + 1).take(4).any(|c| {
                    c.parent == Some(clause as u32)
                        && c.kind == ClauseKind::Subordinate
                        && c.tokens.start == this.tokens.end
                        && matches!(self.word(c.tokens.start), "since" | "until" | "before" | "after" | "when")
                });
                noun && !cut && this.tokens.len() <= 20 && !self.timexes.iter().take(MANY).any(|t| timed(&t.tokens))
            }
            // `the extent to which it had spread`
            "to" | "in" if matches!(self.word(start - 1), "extent" | "degree" | "point" | "way" | "manner") => {
                self.word(start + 1) == "which"
            }
            "in" => {
                let timed = |t: &TokenRange| t.start >= start && t.end <= self.parse.clauses[clause].tokens.end;
                self.word(start + 1) == "which"
                    && self.sense(start - 1).is(Sense::MESSAGE)
                    && !self.timexes.iter().take(MANY).any(|t| timed(&t.tokens))
            }
            _ => false,
        }
    }

    /// `marks the first time a town has won`: the object of `clause` and what is said of it without a pronoun.
    pub(super) fn is_object(&self, relative: usize, clause: usize) -> bool {
        let tokens = self.parse.clauses[relative].tokens;
        let timed = |t: &Timex| t.tokens.start >= tokens.start && t.tokens.end <= tokens.end;
        let (start, class) = (tokens.start, self.sense(tokens.start));
        let behind = |c: usize| self.verb(c).is_some_and(|v| v.tokens.end == start);
        // `to face charges the court has called wrong`
        let inner = self.parent(relative).filter(|&c| self.parse.clauses[c].kind == ClauseKind::Infinitive);
        let plain = !self.is_mark(start) && !class.is(Sense::STOP) && self.parse.verb_at(start).is_none();
        let object = behind(clause) && class.is(Sense::DETERMINER)
            || inner.is_some_and(behind) && (plain || class.is(Sense::DETERMINER));
        // `in the same year she won it`
        let then = tokens.start > 1
            && self.sense(tokens.start - 1).is(Sense::UNIT)
            && matches!(self.word(tokens.start - 2), "same" | "first" | "last" | "very");
        (object || then) && !self.timexes.iter().take(MANY).any(timed)
    }

    /// A mark stands before `start`, and not only the quotation mark of `has “no plans”`, `the “open door” rule`.
    pub(super) fn is_apart(&self, start: u32) -> bool {
        let mark = |back: u32| start.checked_sub(back).is_none_or(|at| self.is_mark(at));
        let quote = mark(1) && start > 0 && matches!(self.word(start - 1), "“" | "”" | "\"");
        if quote { mark(2) } else { mark(1) }
    }

    /// `said there is more | the town can do`, `said a bus carrying | pupils was hit`: what goes on without a pause or a pronoun,
    /// so that the words before it are not whole.
    pub(super) fn runs_on(&self, relative: usize, clause: usize) -> bool {
        let tokens = self.parse.clauses[relative].tokens;
        let timed = |t: &Timex| t.tokens.start >= tokens.start && t.tokens.end <= tokens.end;
        let pronoun = |at: u32| {
            const PRONOUNS: &[&str] = &[
                "who", "which", "whose", "whom", "that", "where", "when", "what", "why", "how", "whatever", "whoever",
            ];
            PRONOUNS.contains(&self.word(at))
        };
        let opened =
            pronoun(tokens.start) || self.sense(tokens.start).is(Sense::PREPOSITION) && pronoun(tokens.start + 1);
        let Some(verb) = self.verb(clause) else { return false };
        let (tensed, says) = (verb.tense != VerbTense::None, self.sense(verb.main).is(Sense::SAY));
        tensed && !self.is_apart(tokens.start) && !opened && (says || !self.timexes.iter().take(MANY).any(timed))
    }

    /// `decided late on Monday that the walk would be put off`, `assured him that it was safe`: what was said or thought, not
    /// of the noun before it.
    pub(super) fn is_told_by(&self, content: usize) -> bool {
        let tokens = self.parse.clauses[content].tokens;
        let Some(outer) = self.parent(content).and_then(|p| self.verb(p)) else { return false };
        let tells =
            |word: &str| matches!(word, "assured" | "convinced" | "informed" | "notified" | "persuaded" | "reminded");
        let says = grammar::says(self.doc, outer.main as usize) || tells(self.word(outer.main));
        let start = tokens.start;
        let own = self.verb(content).is_some_and(|v| v.tokens.start > start + 1);
        let mut timexes = self.timexes.iter().take(MANY).map(|t| t.tokens);
        let behind = matches!(self.word(start.saturating_sub(1)), "him" | "her" | "them" | "us" | "me")
            || timexes.clone().any(|t| t.end == start);
        // `announced on Facebook that it would close in May`
        let behind = behind || start == outer.main + 3 && self.sense(outer.main + 1).is(Sense::STOP);
        let timed = timexes.any(|t| t.start >= start && t.end <= tokens.end);
        self.word(start) == "that" && says && own && (behind || !timed)
    }

    /// `said if the dam breaks, | it will flood the town`: of the clauses that belong to an event, the last is a condition that was
    /// said, without what follows from it.
    pub(super) fn is_said_to_follow(&self, inside: &[usize]) -> bool {
        let Some(&last) = inside.last() else { return false };
        let this = &self.parse.clauses[last];
        let first = this.tokens.start + u32::from(self.word(this.tokens.start) == "that");
        let condition = matches!(self.word(first), "if" | "unless" | "once" | "assuming" | "whenever");
        let says = self.parent(last).and_then(|p| self.verb(p)).is_some_and(|v| self.sense(v.main).is(Sense::SAY));
        this.kind == ClauseKind::Content && condition && says && self.word(this.tokens.end.saturating_sub(1)) == ","
    }

    /// `left or had moved away`: what may have been instead, no event of its own.
    pub(super) fn is_alternative(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let timed = |t: &Timex| t.tokens.start >= this.tokens.start && t.tokens.end <= this.tokens.end;
        this.kind == ClauseKind::Coordinated
            && self.word(this.tokens.start) == "or"
            && !self.is_mark(this.tokens.start.saturating_sub(1))
            && !self.timexes.iter().take(MANY).any(timed)
    }

    /// `He fled the town after losing it in May`, shown as `tokens`: all that with the clause around the participle, where that has
    /// no time of its own: the participle alone is no sentence.
    pub(super) fn with_what_followed(&self, clause: usize, tokens: TokenRange) -> Option<Whole> {
        let this = &self.parse.clauses[clause];
        let opens = this.tokens.start;
        if let Some(whole) = self.with_what_was_found(clause, tokens) {
            return Some(whole);
        }
        let led = this.kind == ClauseKind::Subordinate
            && matches!(self.word(opens), "after" | "before" | "since" | "while" | "whilst" | "when" | "upon")
            && self.verb(clause).is_some_and(|v| v.tense == VerbTense::None);
        let outer = self.parent(clause).filter(|_| led)?;
        let (around, verb) = (&self.parse.clauses[outer], self.verb(outer)?);
        let own = |at: u32| self.parse.clause_of(at) == Some(outer);
        // `has come to the court, her first since leaving it in May`, `was the last trip since then`: one of its own, later.
        let counts = |at: u32| matches!(self.word(at), "first" | "last" | "latest" | "only");
        let ahead = verb.tense == VerbTense::Future;
        let since =
            self.word(opens) == "since" && (ahead || (around.tokens.start..opens).take(FAR as usize).any(counts));
        // `has hit York after passing Leeds on Friday`: only its end; not `is recovering after losing a leg on Friday`.
        let lasts = verb.passive
            || self.sense(verb.main).is(Sense::STATE)
            || matches!(self.word(verb.main), "is" | "are" | "recovering" | "remains" | "remain" | "stays" | "stay");
        let now = matches!(verb.tense, VerbTense::Present | VerbTense::PresentPerfect);
        let later = since || self.word(opens) == "after" && now && !lasts;
        let timed = self.timexes.iter().take(MANY).any(|t| own(t.tokens.start));
        let plain = matches!(around.kind, ClauseKind::Main | ClauseKind::Content)
            && verb.tense != VerbTense::None
            && !later
            && (around.tokens.start + 1..opens).contains(&verb.main)
            && opens - around.tokens.start < FAR / 2
            && own(opens - 1)
            && !self.is_mark(opens - 1)
            && self.is_quoted(around.tokens.start) == self.is_quoted(opens);
        if !plain || timed {
            return None;
        }
        let start = self.behind_preamble(outer, self.behind_dateline(around.tokens.start));
        let tokens = self.trim(TokenRange::new(start, tokens.end));
        let mut own = self.own_words(outer, TokenRange::new(tokens.start, opens));
        own.extend(self.own_words(clause, TokenRange::new(opens + 1, tokens.end)));
        Some(Whole { tokens, subject: None, own, main: verb.main })
    }

    /// `When they looked again on Friday, the rocks had gone`: what they found is what is told.
    fn with_what_was_found(&self, clause: usize, tokens: TokenRange) -> Option<Whole> {
        let this = &self.parse.clauses[clause];
        let opens = this.tokens.start + u32::from(matches!(self.word(this.tokens.start), "but" | "and"));
        let led = this.kind == ClauseKind::Subordinate
            && matches!(self.word(opens), "when" | "When")
            && self.verb(clause).is_some_and(|v| v.tense == VerbTense::Past && !v.negated);
        // `…, but when they looked again, the rocks had gone`: the clause right behind.
        let behind = |&c: &usize| self.parse.clauses.get(c).is_some_and(|c| c.tokens.start <= this.tokens.end + 1);
        let had = |&c: &usize| self.verb(c).is_some_and(|v| v.tense == VerbTense::PastPerfect && !v.negated);
        let main = |&c: &usize| matches!(self.parse.clauses[c].kind, ClauseKind::Main | ClauseKind::Coordinated);
        let outer = self.parent(clause).filter(had).or(Some(clause + 1).filter(behind).filter(had).filter(main));
        let outer = outer.filter(|_| led)?;
        let verb = self.verb(outer)?;
        let timed = |t: &Timex| self.parse.clause_of(t.tokens.start) == Some(outer);
        let shown = self.shown(outer);
        let next = verb.main > this.tokens.end
            && verb.main - this.tokens.end < FAR / 4
            && shown.end > verb.main
            && shown.end - opens < FAR
            && self.is_quoted(opens) == self.is_quoted(verb.main);
        if !next || self.timexes.iter().take(MANY).any(timed) {
            return None;
        }
        let mut own = self.own_words(clause, tokens);
        own.extend(self.own_words(outer, TokenRange::new(this.tokens.end, shown.end)));
        Some(Whole { tokens: TokenRange::new(opens, shown.end), subject: None, own, main: verb.main })
    }

    /// `covered the vote in 1963, the 1969 strike and the 1974 trial`: where the words end that are of the first year, behind which a
    /// noun with a year of its own is told of.
    pub(super) fn before_dated_noun(&self, clause: usize, shown: TokenRange, held: &[Hold]) -> Option<u32> {
        let verb = self.verb(clause)?.main;
        let mine = |t: &Timex| t.tokens.start > verb && t.tokens.end < shown.end && t.tokens.len() == 1;
        let mut near = self.timexes.iter().zip(held).take(MANY);
        let (first, _) = near.find(|(t, hold)| mine(t) && matches!(hold, Hold::Clause(c) if *c == clause))?;
        let (_, next) = near.next()?;
        let Hold::Noun { phrase, .. } = next else { return None };
        let year = when::grain(first.date.as_deref().unwrap_or_default()) == 2;
        let end = first.tokens.end;
        let and = u32::from(self.word(end + 1) == "and");
        let noun = self.sense(phrase.start).is(Sense::DETERMINER) && phrase.end <= shown.end;
        (year && self.word(end) == "," && phrase.start == end + 1 + and && noun).then_some(end)
    }

    /// `has shown what it calls the first of them`, `had to do with what it called a ruse`: the object of `clause`.
    pub(super) fn is_what_object(&self, relative: usize, clause: usize) -> bool {
        let tokens = self.parse.clauses[relative].tokens;
        let timed = |t: &Timex| t.tokens.start >= tokens.start && t.tokens.end <= tokens.end;
        let led = u32::from(self.sense(tokens.start).is(Sense::PREPOSITION));
        let outer = self.parent(relative).and_then(|p| self.verb(p));
        if self.word(tokens.start + led) == "what" && outer.is_some_and(|v| v.tokens.end == tokens.start) {
            return !self.timexes.iter().take(MANY).any(timed);
        }
        // `fled Italy and what was then Yugoslavia`
        let then = matches!(self.word(tokens.start + 2), "then" | "now") && self.word(tokens.start - 1) != ",";
        self.word(tokens.start) == "what"
            && (then || self.verb(clause).is_some_and(|v| v.tokens.end == tokens.start))
            && !self.timexes.iter().take(MANY).any(timed)
    }

    /// `at least nine who were hurt`, `the $9 million`: where the words begin with the measure before the number at `start`.
    pub(super) fn with_measure(&self, start: u32) -> u32 {
        let first = self.doc.sentences[self.number].tokens.start;
        let word = |back: u32| if start >= first + back { self.word(start - back) } else { "" };
        let coin = |word: &str| matches!(word, "$" | "£" | "€");
        if coin(word(1)) {
            return start
                - 1
                - u32::from(self.sense(start.saturating_sub(2)).is(Sense::DETERMINER) && start > first + 1);
        }
        match (word(2), word(1), self.word(start)) {
            (_, "at" | "At", "least" | "most") => start - 1,
            ("at" | "At", "least" | "most", _) => start - 2,
            (_, "more" | "fewer" | "less", "than") => start - 1,
            ("more" | "fewer" | "less" | "More" | "Fewer", "than", _) if attach::is_counted(self.doc, start) => {
                start - 2
            }
            (_, "about" | "nearly" | "almost" | "some" | "About" | "Nearly" | "Almost" | "Some", _)
                if attach::is_counted(self.doc, start) =>
            {
                start - 1
            }
            _ => start,
        }
    }

    /// `The next of these is planned for May`: a subject that only says which of several, and a plan.
    pub(super) fn is_next(&self, clause: usize) -> bool {
        let start = self.parse.clauses[clause].tokens.start;
        let Some(verb) = self.verb(clause).filter(|v| self.sense(v.main).is(Sense::FIXED)) else { return false };
        let which = matches!(self.word(start + 1), "next" | "first" | "last" | "latest" | "second" | "third");
        let of = verb.tokens.start == start + 2 || self.word(start + 2) == "of" && verb.tokens.start == start + 4;
        self.sense(start).is(Sense::DETERMINER) && which && of
    }

    /// `killed or caught in the north since May`: the second of two participles that go on together, whose words of time are
    /// those of both.
    pub(super) fn is_either(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let (Some(verb), Some(outer)) = (self.verb(clause), self.parent(clause).and_then(|p| self.verb(p))) else {
            return false;
        };
        this.kind == ClauseKind::Coordinated
            && self.word(this.tokens.start) == "or"
            && verb.tokens.len() == 1
            && verb.tokens.start == this.tokens.start + 1
            && outer.main + 1 == this.tokens.start
            && verb.passive
            && outer.passive
    }

    /// `at a time when the hall was empty`, `until such time as it opens`, `to be stored until the crew comes`: words that want
    /// what follows at `start`.
    pub(super) fn is_awaited(&self, start: u32) -> bool {
        let before = start.checked_sub(1).map_or("", |at| self.word(at));
        match self.word(start) {
            "when" => {
                let the = start > 1 && self.sense(start - 2).is(Sense::DETERMINER);
                the && matches!(before, "time" | "moment" | "point" | "period")
            }
            "as" => start > 1 && self.word(start - 2) == "such" && !self.is_mark(start - 1),
            // `It looked as though it would rain`
            "though" => before == "as" && start > 1 && self.parse.verb_at(start - 2).is_some(),
            "until" => !self.is_mark(start - 1) && self.verb_just_before(start),
            _ => false,
        }
    }

    /// `to hold until …`: a verb of which nothing more is told.
    fn verb_just_before(&self, start: u32) -> bool {
        self.parse.verb_at(start - 1).is_some_and(|v| v.main + 1 == start) || self.word(start.saturating_sub(2)) == "to"
    }

    /// `will go to the coast, visiting York on Friday`: the participle that gives `clause` its time.
    pub(super) fn has_the_time_of(&self, participle: usize, clause: usize) -> bool {
        let tokens = self.parse.clauses[participle].tokens;
        let mut timexes = self.timexes.iter().take(MANY);
        let own = timexes.clone().any(|t| {
            let of = self.parse.clause_of(t.tokens.start);
            t.kind == TimexKind::Date && of == Some(clause)
        });
        // A weekday, also where the article has no date.
        let day = |t: &Timex| match t.date.as_deref() {
            Some(date) if !date.is_empty() => when::is_day(date),
            _ => t.tokens.range().any(|at| self.word(at as u32).ends_with("day")),
        };
        let inside = timexes.any(|t| {
            t.kind == TimexKind::Date
                && day(t)
                && t.tokens.start >= tokens.start
                && t.tokens.end <= tokens.end
                // `setting a hearing for 4 September`: the time of the hearing.
                && self.word(t.tokens.start - 1) != "for"
        });
        inside && !own && self.unit_of(participle) == clause
    }
}
