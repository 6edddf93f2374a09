//! What the verb of a clause means where it stands: an act, a state, something said or wished.
//!
//! Absent here: what a word means by itself ([`lexicon`](super::lexicon)), and whether what the clause tells is so
//! ([`reality`](super::reality)).

use super::candidates::{MANY, Reader};
use super::lexicon::{Group, Sense};
use super::when;
use crate::grammar::{Clause, ClauseKind, VerbGroup, VerbTense};

impl Reader<'_> {
    /// What the verb means here.
    pub(super) fn meaning(&self, clause: usize, verb: &VerbGroup) -> Sense {
        let sense = self.sense(verb.main);
        // `took over`, not `took a bus`
        let over = matches!(self.behind(verb, 1), "charge" | "command" | "control" | "office" | "over");
        let takes = self.is_of(verb.main, Group::Take);
        let sense = if takes && !over { sense.without(Sense::ENTRY) } else { sense };
        let end = self.parse.clauses[clause].tokens.end;
        let near = |words: &[&str]| words.contains(&self.doc.word((verb.main + 1).min(end - 1) as usize));
        let last = self.doc.sentences[self.number].tokens.end - 1;
        let word = |ahead: u32| self.word((verb.main + ahead).min(last));
        // `Otter reports on 6 November`: what it has earned.
        let ahead =
            |date: &str| self.published.and_then(|p| when::compare(date, p)) == Some(std::cmp::Ordering::Greater);
        let timex = self.timexes.iter().take(MANY).find(|t| t.tokens.start > verb.main);
        let timex = timex.filter(|t| t.tokens.start <= verb.main + 2 && t.tokens.end + 1 >= end);
        if word(0) == "reports" && timex.and_then(|t| t.date.as_deref()).is_some_and(ahead) {
            return sense.without(Sense::SAY);
        }
        // `was run by his uncle`
        // `was armed with a knife`, not `was located by divers`
        let by = word(1) == "by";
        let held = by && self.is_of(verb.main, Group::Managed) || !by && self.is_of(verb.main, Group::Quality);
        if verb.passive && held && verb.tense == VerbTense::Past {
            return sense.with(Sense::STATE);
        }
        // `A cook was among those killed`: what happened to them.
        let among = matches!(word(0), "was" | "were") && word(1) == "among";
        if let Some(at) = (verb.main + 2..last.min(verb.main + 5)).find(|&at| among && self.sense(at).is(Sense::TOLL)) {
            return self.sense(at);
        }
        // `was known as the Old Lady`
        if verb.passive && matches!(word(0), "known" | "nicknamed" | "dubbed") && matches!(word(1), "as" | "by" | "for")
        {
            return sense.with(Sense::STATE);
        }
        // `were divided over the plan`, `were split by it`: how it is, not `was divided into nine parts`.
        if verb.passive
            && matches!(word(0), "divided" | "split" | "torn" | "united" | "opposed")
            && !matches!(word(1), "into" | "from" | "up" | "off" | "down")
        {
            return sense.with(Sense::STATE);
        }
        if sense.is(Sense::SAY) && verb.passive {
            // `ten were reported missing`
            return sense.without(Sense::SAY.with(Sense::STATE));
        }
        // `pointed out that`, `went on to say`
        let points = matches!(word(0), "pointed" | "points" | "point") && word(1) == "out";
        let went_on = matches!(word(0), "went" | "goes" | "go")
            && word(1) == "on"
            && word(2) == "to"
            && self.sense((verb.main + 3).min(last)).is(Sense::SAY);
        // `…, as the mayor put it`
        let this = &self.parse.clauses[clause];
        let puts = word(0) == "put" && word(1) == "it" && this.kind == ClauseKind::Subordinate;
        let puts = puts && self.word(this.tokens.start).eq_ignore_ascii_case("as");
        if points || went_on || puts {
            return sense.with(Sense::SAY);
        }
        // `reported a profit of £2m`: not `reported that profit rose`, `reported rising sales`.
        let account =
            (verb.main + 1..end.min(verb.main + 6)).take_while(|&at| self.parse.clause_of(at) == Some(clause));
        let object = matches!(word(0), "reported") && !matches!(word(1), "that" | "on");
        if object && account.into_iter().any(|at| self.sense(at).is(Sense::FIGURE)) {
            return sense.without(Sense::SAY);
        }
        if let Some(act) = self.is_done_to(clause, verb, sense) {
            return act;
        }
        let calls = self.lower(verb.main).starts_with("call");
        if calls && near(&["for", "on", "off", "upon"]) {
            // `called for a truce`
            return sense.with(Sense::ACT).without(Sense::UNREAL);
        }
        if sense.is(Sense::SAY) && !sense.is(Sense::ACT) && self.is_bare(clause, verb) {
            // `seventeen fire engines responded`
            return sense.without(Sense::SAY);
        }
        if sense.is(Sense::STATE) && !sense.is(Sense::SAY) && near(&["away", "down", "off", "out", "over", "up"]) {
            // `carried out an attack`
            return sense.without(Sense::STATE);
        }
        // `went on for a second day`: that day of it.
        if sense.is(Sense::STATE) && self.is_of(verb.main, Group::Lasting) && self.is_counted_day(verb) {
            return sense.without(Sense::STATE);
        }
        // `demonstrated outside the mill`
        let gathers = matches!(word(0), "demonstrated" | "demonstrating");
        // `was shown a red card`
        let given = verb.passive && word(0) == "shown" && matches!(word(1), "a" | "the");
        if given || gathers && matches!(word(1), "against" | "at" | "for" | "in" | "on" | "outside") {
            return sense.without(Sense::STATE);
        }
        // `appeared in court`
        let court =
            |ahead| matches!(word(ahead), "court" | "judge" | "judges" | "magistrate" | "magistrates" | "tribunal");
        if word(0).starts_with("appear") && (1..5).any(court) {
            return sense.without(Sense::STATE);
        }
        // `was founded by`, not `founded a party`
        let sense = if verb.passive { sense } else { sense.without(Sense::ORIGIN) };
        let act = matches!(self.word(verb.main), "made" | "make" | "played" | "play" | "making" | "playing");
        let event = |at: u32| self.sense(at).is(Sense::EVENT);
        if act && ((verb.main + 1..end.min(verb.main + 5)).any(event) || word(2) == "way") {
            // `made landfall`, `made her first appearance`, `made its way`
            return sense.without(Sense::STATE);
        }
        let there = verb.tokens.start > 0 && self.word(verb.tokens.start - 1).eq_ignore_ascii_case("there");
        let noun = |at: u32| self.sense(at).is(Sense::EVENT);
        if sense.is(Sense::STATE) && there && (verb.main + 1..end.min(verb.main + 6)).any(noun) {
            // `there was an explosion`
            return sense.without(Sense::STATE);
        }
        sense
    }

    /// `rejected an appeal`, `confirmed the find`: done to a thing, where nothing is passed on. Not `denied the claims`.
    fn is_done_to(&self, clause: usize, verb: &VerbGroup, sense: Sense) -> Option<Sense> {
        let confirms = || self.word(verb.main).starts_with("confirm");
        let (this, start) = (&self.parse.clauses[clause], verb.main + 1);
        if verb.passive || start >= this.tokens.end || !(sense.is(Sense::FALSE) && sense.is(Sense::ACT) || confirms()) {
            return None;
        }
        let content = |c: &Clause| c.kind == ClauseKind::Content && c.parent == Some(clause as u32);
        let owned = |at: u32| matches!(self.word(at), "'s" | "’s");
        let object = self.sense(start).is(Sense::DETERMINER) || owned(start + 1);
        let told = |at: u32| {
            let words = Sense::REPORT.with(Sense::DOUBT).with(Sense::CONTENT).with(Sense::MESSAGE);
            self.sense(at).is(words) || matches!(self.word(at), "announcement" | "news")
        };
        let near = start..this.tokens.end.min(start + 5);
        let passed_on = near.clone().any(told) || self.parse.clauses.iter().skip(clause + 1).take(8).any(content);
        let plain = object && !passed_on && !near.into_iter().any(|at| self.word(at) == "that");
        plain.then(|| sense.with(Sense::ACT).without(Sense::FALSE.with(Sense::UNREAL).with(Sense::STATE)))
    }

    /// `was found guilty of fraud`, `found her not guilty`
    pub(super) fn finds_guilty(&self, verb: &VerbGroup) -> bool {
        matches!(self.word(verb.main), "found" | "find" | "finds")
            && (1..=6).any(|behind| self.behind(verb, behind) == "guilty")
    }

    /// `continued for a second day`, `entered their third straight night`
    fn is_counted_day(&self, verb: &VerbGroup) -> bool {
        let end = self.doc.sentences[self.number].tokens.end.min(verb.main + 9);
        let ordinal = |at: u32| self.is_of(at, Group::Ordinal);
        let led = |at: u32| matches!(self.word(at), "a" | "the" | "its" | "their") && self.word(at - 1) == "for";
        (verb.main + 2..end.saturating_sub(2)).filter(|&at| led(at) && ordinal(at + 1)).any(|at| {
            let row = matches!(self.word(at + 2), "straight" | "consecutive" | "successive" | "full");
            matches!(self.doc.word((at + 2 + u32::from(row)).min(end - 1) as usize), "day" | "night" | "evening")
        })
    }

    /// The word so many behind the verb, in its sentence.
    pub(super) fn behind(&self, verb: &VerbGroup, words: u32) -> &str {
        let at = verb.main + words;
        if at < self.doc.sentences[self.number].tokens.end { self.word(at) } else { "" }
    }

    /// True when nothing was said: no content, no quotation, no object but a prepositional one.
    pub(super) fn is_bare(&self, clause: usize, verb: &VerbGroup) -> bool {
        let content = |c: &Clause| c.kind == ClauseKind::Content && c.parent == Some(clause as u32);
        self.sense(verb.main).is(Sense::BARE)
            && !self.parse.clauses.iter().skip(clause + 1).take(8).any(content)
            && !self.quoted.iter().any(|q| *q)
            && self.is_mark((verb.main + 1).min(self.doc.sentences[self.number].tokens.end - 1))
    }
}
