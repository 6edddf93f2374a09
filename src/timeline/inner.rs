//! Who takes part in an event though a clause inside its own names them: whom something is said to be done by or to, who
//! did what a participle says, before whom one is heard.

use super::candidates::{FAR, MANY, Reader, is_capital};
use super::lexicon::Sense;
use crate::TokenRange;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::lists::List;

/// Verbs that say that something is so.
static TELLS: List = List::new(
    "acknowledged acknowledges admitted admits announced announces announcing claimed claims confirmed confirms disclosed \
     reported reports reveals revealed said says stated states told tells",
);

/// What is done to somebody by what the clause before it tells.
static UNDONE: List = List::new(
    "arresting beating capturing defeating deposing detaining marrying naming ousting overthrowing replacing succeeding toppling \
     unseating",
);

/// What one does before a body, and what is before it.
static HEARD: List = List::new(
    "appear appeared appearing appears appearance argue argued argues case cases hauled hearing hearings pending plead pleaded \
     testified testifies testify testifying testimony trial",
);

/// Bodies that one is heard by.
static BENCHES: List = List::new(
    "assembly board commission committee congress coroner council court courts inquest inquiry judge judges jury magistrate magistrates panel \
     parliament senate subcommittee tribunal",
);

impl Reader<'_> {
    /// `a letter sent by Ann Lee`, `troops brought in at the request of Ann Lee`: who did what the participle of the clause says.
    pub(super) fn by_whom(&self, clause: usize) -> Option<TokenRange> {
        let this = &self.parse.clauses[clause];
        let verb = self.verb(clause).filter(|v| v.passive && v.tense == VerbTense::None && !v.negated)?;
        // `First settled by Danes, the isle …`: of another time. `in a town identified by Zarpex`: only told by it.
        let before = verb.tokens.start.checked_sub(1).map(|at| self.lower(at));
        let other = before.is_some_and(|word| matches!(word.as_ref(), "first" | "never" | "not" | "originally"));
        let fronted = this.tokens.start == self.doc.sentences[self.number].tokens.start;
        let early = fronted && matches!(self.word(verb.main), "discovered" | "inhabited" | "settled" | "colonized");
        let tells = matches!(
            self.word(verb.main),
            "considered" | "described" | "identified" | "known" | "quoted" | "reported" | "seen"
        );
        if this.kind != ClauseKind::Participial || other || early || tells {
            return None;
        }
        let own = |at: &u32| self.parse.clause_of(*at) == Some(clause);
        let by = (verb.tokens.end..this.tokens.end).take(8).take_while(own).find(|&at| {
            self.word(at) == "by"
                || self.word(at) == "of" && matches!(self.word(at - 1), "request" | "behest" | "invitation" | "orders")
        })?;
        let part = |at: &u32| own(at) && !self.is_mark(*at) || matches!(self.word(*at), "-" | "." | "’s" | "'s" | "&");
        // `the Bureau for Mines`
        let whole = |at: u32| {
            matches!(self.word(at), "for" | "on") && is_capital(self.doc, at - 1) && is_capital(self.doc, at + 1)
        };
        let goes_on = |at: &u32| {
            let word = matches!(self.word(*at), "of" | "and") || !self.sense(*at).is(Sense::STOP);
            part(at) && (word || whole(*at))
        };
        let end = (by + 1..this.tokens.end).take(14).take_while(goes_on).last()? + 1;
        Some(TokenRange::new(by + 1, end))
    }

    /// `confirmed that Ann Lee had been held`: what the clause says was done, or will be.
    pub(super) fn is_told(&self, told: usize, clause: usize) -> bool {
        let says = self.verb(clause).is_some_and(|v| TELLS.hold(self.hash(v.main)) && !v.negated);
        let announces = self.verb(clause).is_some_and(|v| self.word(v.main).starts_with("announc"));
        self.parse.clauses[told].kind == ClauseKind::Content
            && self.parent(told) == Some(clause)
            && says
            && self.verb(told).is_some_and(|v| self.is_done(v, announces))
    }

    /// `It was in May that Ann Lee left`: what was done then.
    pub(super) fn is_cleft(&self, told: usize, clause: usize) -> bool {
        let this = &self.parse.clauses[told];
        let Some(verb) = self.verb(clause).filter(|_| self.parent(told) == Some(clause)) else { return false };
        let it = verb.tokens.start > 0 && self.lower(verb.tokens.start - 1) == "it";
        let is = matches!(self.word(verb.main), "is" | "was") && it && self.word(this.tokens.start) == "that";
        let timed = |t: TokenRange| verb.main < t.start && t.end == this.tokens.start;
        is && self.timexes.iter().take(MANY).any(|t| timed(t.tokens)) && self.verb(told).is_some()
    }

    /// What is said of somebody was done, or will be.
    fn is_done(&self, v: &VerbGroup, announces: bool) -> bool {
        // `said a delay would harm the Danish coast`: nobody’s plan.
        let before = v.tokens.start.saturating_sub(1);
        let before = before - u32::from(before > 0 && self.is_mark(before));
        let someone = || {
            announces
                || is_capital(self.doc, before)
                || matches!(self.word(before), "government" | "he" | "it" | "she" | "they" | "we")
        };
        let tensed = match v.tense {
            VerbTense::Past | VerbTense::PastPerfect | VerbTense::PresentPerfect | VerbTense::Future => true,
            // `is sending boats`, `is set to leave`
            VerbTense::Present => {
                let main = self.word(v.main);
                let set = v.passive && matches!(main, "due" | "expected" | "scheduled" | "set");
                v.tokens.len() > 1 && (!v.passive && main.ends_with("ing") || set)
            }
            VerbTense::Modal => self.word(v.tokens.start) == "would" && v.tokens.start > 0 && someone(),
            VerbTense::None => false,
        };
        tensed && !v.negated && !self.sense(v.main).is(Sense::STATE) && !self.is_quoted(v.main)
    }

    /// `Ann Lee has been freed, police said on Friday`: the clause before the saying that says what was done.
    pub(super) fn fronted(&self, clause: usize) -> Option<usize> {
        let this = &self.parse.clauses[clause];
        let says = self.verb(clause).is_some_and(|v| TELLS.hold(self.hash(v.main)) && !v.negated);
        let first = &self.parse.clauses[0];
        let beside = clause > 0 && this.kind == ClauseKind::Main && first.kind == ClauseKind::Main;
        let comma =
            this.tokens.start > 0 && self.word(this.tokens.start - 1) == "," || self.word(this.tokens.start) == ",";
        let told = says && beside && comma && first.tokens.start < this.tokens.start;
        (told && self.verb(0).is_some_and(|v| self.is_done(v, true))).then_some(0)
    }

    /// `A bus hit a wall, killing Ann Lee`, `won the race, beating Ann Lee`, `spoke after meeting Ann Lee`: whom it was done to, and who met just before.
    pub(super) fn is_toll(&self, hit: usize, clause: usize) -> bool {
        let this = &self.parse.clauses[hit];
        let verb = self.verb(hit).filter(|v| v.tense == VerbTense::None && !v.passive && !v.negated);
        self.parent(hit) == Some(clause)
            && verb.is_some_and(|v| match this.kind {
                ClauseKind::Participial => {
                    let behind = v.main == this.tokens.start && v.main > 0 && self.word(v.main - 1) == ",";
                    self.sense(v.main).is(Sense::TOLL) || behind && UNDONE.hold(self.hash(v.main))
                }
                ClauseKind::Subordinate => {
                    self.word(this.tokens.start) == "after"
                        && self.is_met(this.tokens.start)
                        && v.main == this.tokens.start + 1
                }
                _ => false,
            })
    }

    /// `Retired General Ann Lee will leave`, `was last week given to Ann Lee`, `Speaking in York, Ann Lee left`: a participle that opens no clause of its own.
    pub(super) fn is_of_verb(&self, part: usize, clause: usize) -> bool {
        let this = &self.parse.clauses[part];
        let verb = self.verb(part).filter(|v| v.tense == VerbTense::None && v.main == this.tokens.start);
        let Some((verb, outer)) = verb.zip(self.verb(clause)) else { return false };
        if this.kind != ClauseKind::Participial || self.parent(part) != Some(clause) {
            return false;
        }
        // `Speaking in York on Friday, she …`
        let speaks = matches!(
            self.lower(verb.main).as_ref(),
            "addressing" | "appearing" | "campaigning" | "meeting" | "speaking" | "testifying"
        );
        if speaks && this.tokens.end <= outer.tokens.start {
            return true;
        }
        let opens = verb.main == self.doc.sentences[self.number].tokens.start
            && is_capital(self.doc, verb.main + 1)
            && verb.main < outer.tokens.start
            && (verb.main..outer.tokens.start).take(FAR as usize).all(|at| !self.is_mark(at));
        let be = matches!(self.word(outer.main), "is" | "are" | "was" | "were" | "been");
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        let between = outer.main + 1..verb.main;
        let ours = verb.passive && be && !between.is_empty() && between.len() <= 5;
        opens || ours && between.clone().all(|at| timed(at) || self.sense(at).is(Sense::PREPOSITION))
    }

    /// `after talks with Ann Lee`, `after a meeting`; not `a day after talks`.
    pub(super) fn is_met(&self, after: u32) -> bool {
        let noun = after + 1 + u32::from(matches!(self.word(after + 1), "a" | "the" | "his" | "her" | "their"));
        let measured = after > 0 && self.sense(after - 1).is(Sense::UNIT);
        !measured && matches!(self.word(noun), "meeting" | "talks")
    }

    /// `appeared before the board`: where one is heard, not when.
    pub(super) fn is_hearing(&self, at: u32) -> bool {
        self.word(at) == "before"
            && at > 0
            && (HEARD.hold(self.hash(at - 1))
                || (at + 1..at + 7).take_while(|&at| !self.sense(at).is(Sense::STOP)).any(|at| self.is_bench(at)))
    }

    /// A court, an inquiry, a committee.
    pub(super) fn is_bench(&self, at: u32) -> bool {
        BENCHES.hold(self.hash(at))
    }

    fn hash(&self, at: u32) -> u64 {
        self.doc.tokens.get(at as usize).map_or(0, |token| token.hash)
    }
}
