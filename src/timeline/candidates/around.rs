//! The clause that a noun with a date is shown with: what it tells took place in the noun's time.
//!
//! Absent here: what describes the noun itself ([`described`](super::described)).

use super::{FAR, MANY, Reader};
use crate::TokenRange;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::timeline::attach;
use crate::timeline::lexicon::{Group, Sense};
use crate::timeline::parts::Whole;

/// How a noun stands to the verb of a clause that is of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bond {
    /// `Sunday’s vote was marred by fraud`
    Subject,
    /// `In her Sunday speech, she said …`
    Opening,
    /// `Nine people were hurt in two explosions on Monday`
    Inside,
}

impl Bond {
    /// True where a verb of this tense tells what was, or for a noun that lies `ahead` what will be.
    fn tells(self, verb: &VerbGroup, ahead: bool) -> bool {
        match verb.tense {
            VerbTense::Past => !ahead,
            // `has improved since …` is of now; `Monday’s storm has killed nine`
            VerbTense::PresentPerfect => !ahead && self == Bond::Subject,
            VerbTense::Future | VerbTense::Present => ahead,
            // `the land taken in the 1967 war`
            VerbTense::None => !ahead && self == Bond::Inside && verb.passive,
            _ => false,
        }
    }
}

impl Reader<'_> {
    /// The noun `head` in its `phrase` with the clause that tells what happened then. Not the clause of another time (`was freed
    /// after Monday's vote`), nor where the phrase says all by itself (`the murder of the president in July 2021`).
    pub(super) fn with_clause(&self, phrase: TokenRange, head: u32, ahead: bool) -> Option<Whole> {
        let clause = self.parse.clause_of(head)?;
        let verb = self.verb(clause)?;
        let shown = self.with_nearest_noun(clause, verb, self.shown(clause));
        let bond = self.bond_to_verb(clause, verb, phrase, shown, head)?;
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        let bare = (head + 1..phrase.end).all(|at| timed(at) || at + 1 < phrase.end && timed(at + 1));
        let bare_verb = shown.start >= verb.tokens.start;
        let subject = self.supplied(clause, shown).filter(|subject| bare_verb && subject.end <= shown.start);
        // The words have their subject.
        let begins = match bond {
            Bond::Subject => shown.start <= phrase.start,
            Bond::Opening | Bond::Inside => shown.start <= phrase.start && (!bare_verb || subject.is_some()),
        };
        // `No one was hurt in Monday's blast`
        let nobody = self.sense(shown.start).is(Sense::NOBODY) || matches!(self.word(shown.start), "No" | "no");
        let fits = begins
            && shown.end >= phrase.end.max(verb.tokens.end + 1)
            && !nobody
            && !self.is_condition(clause)
            && !self.sense(verb.main).is(Sense::COURT)
            && shown.len() < FAR / 2
            && self.is_quoted(shown.start) == self.is_quoted(head);
        // `the men involved in Sunday’s raid`, `those hurt in Sunday’s raid`, `a cook hurt in a raid that left nine dead`: the noun
        // says more.
        let reduced = bond == Bond::Inside && verb.tense == VerbTense::None;
        let involved = matches!(self.word(verb.main), "engaged" | "included" | "involved" | "represented");
        let vague = bond == Bond::Inside && involved && verb.tokens.len() == 1
            || reduced
                && (matches!(self.word(shown.start), "one" | "ones" | "parts" | "that" | "those")
                    || self.is_some_of(shown.start) && self.word(shown.start + 1) == "of"
                    || self.described(phrase, head).did.is_some());
        let told = bond.tells(verb, ahead) && !verb.negated && !vague && (bare || bond == Bond::Inside);
        (told && fits).then(|| {
            let mut own = self.own_words(clause, shown);
            own.push(phrase);
            Whole { tokens: shown, subject, own, main: verb.main }
        })
    }

    /// True where a clause surely tells of the day that everyone knows of an event, whose name is the `phrase`: `the storm killed
    /// nine`, `the land taken in the war`. Not `the storm has reached Florida`, `who had a part in the war`, `survived a fire at
    /// the end of the war`.
    pub(super) fn is_of_known(&self, whole: &Whole, phrase: TokenRange) -> bool {
        let Some(verb) = self.parse.verb_at(whole.main) else { return false };
        if phrase.end <= verb.tokens.start {
            let comma = (phrase.end..whole.tokens.end).any(|at| self.word(at) == ",");
            return verb.tense == VerbTense::Past && !verb.passive && !comma;
        }
        let by = verb.passive && self.word(verb.tokens.end) == "by";
        let direct = phrase.start == verb.tokens.end + 1 || by;
        let some = self.is_some_of(whole.tokens.start) || matches!(self.word(whole.tokens.start), "those" | "Those");
        direct && !some && self.word(phrase.start - 1) == "in"
    }

    /// How the phrase stands to the verb of its clause, where what that tells was in the noun's time.
    fn bond_to_verb(
        &self,
        clause: usize,
        verb: &VerbGroup,
        phrase: TokenRange,
        shown: TokenRange,
        head: u32,
    ) -> Option<Bond> {
        let this = &self.parse.clauses[clause];
        let before = phrase.start.checked_sub(1).filter(|&at| self.parse.clause_of(at) == Some(clause));
        let opens = before.filter(|&at| at == shown.start && self.sense(at).is(Sense::PREPOSITION));
        if let Some(at) = opens {
            let within = matches!(self.word(at), "In" | "At" | "During" | "during");
            return within.then_some(Bond::Opening);
        }
        if before.is_some_and(|at| at >= verb.tokens.end && self.is_within(clause, verb, phrase, head)) {
            return Some(Bond::Inside);
        }
        // Not `hitting it after the 2001 attacks was right`.
        let first = self.doc.sentences[self.number].tokens.start;
        let binds = |at: u32| at >= first && (self.sense(at).is(Sense::PREPOSITION) || self.word(at) == "to");
        let bound = this.tokens.start == phrase.start && phrase.start.checked_sub(1).is_some_and(binds);
        let under = matches!(this.kind, ClauseKind::Content | ClauseKind::Subordinate);
        let claimed = under && self.sense(verb.main).is(Sense::STATE);
        // `worsened since the 2009 war, with nine killed`, `Until the 2009 war, it was closed`
        let comma = under && (phrase.end..verb.tokens.start).any(|at| self.word(at) == ",");
        let led = phrase.start == shown.start + 1 && self.sense(shown.start).is(Sense::STOP);
        let subject = !bound && !claimed && !comma && !led;
        (subject && phrase.start <= shown.start + 1 && phrase.end <= verb.tokens.start).then_some(Bond::Subject)
    }

    /// `a state in areas taken in the 1967 war`: of the noun before a participle or a clause without its pronoun, the last words.
    fn with_nearest_noun(&self, clause: usize, verb: &VerbGroup, shown: TokenRange) -> TokenRange {
        let this = &self.parse.clauses[clause];
        let which = matches!(self.word(this.tokens.start), "that" | "which" | "who");
        let reduced = match this.kind {
            ClauseKind::Participial => verb.passive,
            ClauseKind::Relative => !which,
            _ => false,
        };
        let before = this.tokens.start.checked_sub(1).filter(|&at| reduced && !self.is_mark(at));
        let outer = before.and_then(|at| self.parse.clause_of(at));
        let start = outer.and_then(|outer| attach::phrase_start(self.doc, self.parse, outer, this.tokens.start));
        let start = start.map(|start| self.with_measure(start));
        // Not `three of the men killed in Monday’s attack`.
        let some = |start: u32| start > shown.start + 1 && self.word(start - 1) == "of" && self.is_some_of(start - 2);
        let start = start.filter(|&start| start > shown.start && start < this.tokens.start && !some(start));
        TokenRange::new(start.unwrap_or(shown.start), shown.end)
    }

    /// `three`, `most`, `dozens`: a word at `at` that says how many of them.
    fn is_some_of(&self, at: u32) -> bool {
        let many =
            matches!(self.word(at), "all" | "both" | "each" | "many" | "most" | "none" | "one" | "several" | "some");
        many || self.is_of(at, Group::Many) || attach::is_counted(self.doc, at)
    }

    /// True where the preposition before the phrase, behind the verb, says that it was in the course of that.
    fn is_within(&self, clause: usize, verb: &VerbGroup, phrase: TokenRange, head: u32) -> bool {
        let at = phrase.start - 1;
        let between = || (verb.main..at).rev().take(16);
        // `fell in the wake of the 2009 crisis`
        let beside = phrase.range().any(|at| matches!(self.doc.word(at), "aftermath" | "anniversary" | "eve" | "wake"));
        // `charges dropped against leaders in the 2001 attacks`: in which the leaders were.
        let told_of = verb.tense == VerbTense::None
            && (self.parse.clauses[clause].kind != ClauseKind::Participial
                || between().any(|at| matches!(self.word(at), "against" | "for" | "of" | "to" | "with")));
        if beside || told_of {
            return false;
        }
        // `reported fraud in Sunday’s vote`, `was held in the 1998 bombings`: later. Not `said in Sunday’s speech`, `reported a rise in
        // sales for May`.
        let later = self.sense(verb.main).is(Sense::SAY.with(Sense::PUNISHED)) && !self.sense(head).is(Sense::FIGURE);
        let later = later && at != verb.tokens.end;
        let later = later || self.is_of(verb.main, Group::Charged) || self.is_of(verb.main, Group::Suspect);
        match self.word(at) {
            "during" => !between().any(|at| self.word(at) == "for"),
            "in" | "at" => !later && !between().any(|at| self.parts_in_time(verb, at)),
            "with" => at == verb.tokens.end,
            _ => false,
        }
    }

    /// True for a word between a verb and the noun that makes the verb of another time: `was sentenced for his part in the 1994
    /// killings`, `celebrated her victory in the May vote`.
    fn parts_in_time(&self, verb: &VerbGroup, at: u32) -> bool {
        let word = self.word(at);
        match word {
            // `was driven from the town in Monday’s raid`
            "from" => !(verb.passive && at == verb.main + 1),
            // `led them to victory in Sunday’s vote`
            "defeat" | "loss" | "triumph" | "victory" | "win" if self.is_of(verb.main, Group::Scored) => false,
            _ if at == verb.main && self.sense(at).is(Sense::TOLL) => false,
            _ => word.ends_with("ing") || self.is_of(at, Group::Aftermath) || self.is_of(at, Group::Apart),
        }
    }
}
