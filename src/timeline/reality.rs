//! Whether a clause tells of something that happened or is planned.
//!
//! Absent here: which words of time hang on it ([`attach`](super::attach)), and whether it is of another time than the
//! story ([`elsewhen`](super::elsewhen)).

use super::candidates::{FAR, MANY, Reader, is_capital};
use super::lexicon::{Group, Sense};
use super::{Dated, when};
use crate::grammar::{Clause, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

impl Reader<'_> {
    /// False for what is denied, feared, asked, demanded, called off or only possible.
    pub(super) fn is_real(&self, clause: usize, dated: Option<&Dated>) -> bool {
        let tokens = self.doc.sentences[self.number].tokens;
        if (tokens.start..tokens.end).rev().take(2).any(|at| self.word(at) == "?") {
            return false;
        }
        // `How the mill burned down`: a heading, or what is asked in another's words.
        let asks = clause == 0 && matches!(self.lower(tokens.start).as_ref(), "how" | "why");
        // `Had the council acted in May, …`
        let unmet = self.word(tokens.start) == "Had" && self.parse.clauses[clause].tokens.start < tokens.start + 4;
        if asks
            || unmet
            || !self.is_asserted(clause, dated.is_some()) && !self.is_settled(clause, dated)
            || self.is_conditional(clause, dated.is_some())
            || self.is_taken_back(clause)
            || self.is_unmet(clause, dated)
            || self.is_unlikely(clause)
            || self.is_proposed(clause)
            || self.is_of_the_page(clause)
            || self.is_whatever(clause)
            || self.is_open(clause)
            || self.is_ordered(clause)
            || self.is_wish(clause)
            || self.is_stance(clause, dated)
        {
            return false;
        }
        let mut at = clause;
        let mut goes_on = None;
        // `It is not true that he fled, because he was held`, `wrongly said that he fled, and was sacked`: no part of what is denied.
        let (mut apart, mut because) = (false, false);
        for _ in 0..8 {
            let this = &self.parse.clauses[at];
            let Some(verb) = self.verb(at) else { return true };
            if self.is_awaited_only(at, verb, dated) {
                return false;
            }
            // `asked anyone who was there on Thursday to call`
            let before = this.tokens.start.checked_sub(1).map_or("", |at| self.word(at)).to_lowercase();
            if this.kind == ClauseKind::Relative && matches!(before.as_str(), "anybody" | "anyone") {
                return false;
            }
            let conditional = self.sense(this.tokens.start).is(Sense::CONDITION);
            // `was paid less than it had been in 1992`
            let than =
                (before == "than" || self.word(this.tokens.start) == "than") && verb.main < this.tokens.start + 6;
            if (conditional || than)
                && matches!(this.kind, ClauseKind::Subordinate | ClauseKind::Content | ClauseKind::Relative)
            {
                return false;
            }
            // `originally set for May 20`, `had been planned for May` of a May that has passed, `had been planned for Friday,
            // when it would have closed`
            let order = || self.published.zip(dated).and_then(|(p, d)| when::compare(&d.date, p));
            let first = verb.tokens.start.saturating_sub(1)..verb.main;
            let would = || {
                (verb.main..tokens.end.min(verb.main + FAR))
                    .any(|at| self.word(at) == "would" && self.word(at + 1) == "have")
            };
            let over = || order() == Some(std::cmp::Ordering::Less) || would();
            let first = first.into_iter().any(|at| self.sense(at).is(Sense::AT_FIRST))
                || verb.tense == VerbTense::PastPerfect && over();
            if first && goes_on.is_none_or(|kind| kind != ClauseKind::Coordinated) && self.is_planned_for(verb) {
                return false;
            }
            let Some(parent) = self.parent(at) else { return true };
            let Some(above) = self.verb(parent) else { return true };
            let meaning = self.sense(above.main);
            let comma = this.tokens.start.checked_sub(1).is_some_and(|at| self.word(at) == ",");
            apart |= this.kind == ClauseKind::Subordinate || this.kind == ClauseKind::Coordinated && comma;
            let reason = this.kind == ClauseKind::Subordinate
                && matches!(self.word(this.tokens.start), "because" | "as" | "since" | "although" | "though");
            because |= reason;
            let content = !because && matches!(this.kind, ClauseKind::Content | ClauseKind::Infinitive)
                || !apart && self.is_held_true(at, above);
            // `shot him, saying he was acting oddly`: what went on, in passing.
            let passing = content && at == clause && dated.is_none() && above.tense == VerbTense::None;
            if passing && meaning.is(Sense::SAY) && self.went_on(verb) {
                return false;
            }
            let reported = meaning.is(Sense::SAY) && verb.tense == VerbTense::Past;
            // `Engineers expect to open it in 2028`
            let meant = this.kind == ClauseKind::Infinitive
                && above.tense == VerbTense::Present
                && this.tokens.start == above.main + 1
                && matches!(self.word(above.main), "expect" | "expects");
            // `Forecasters expect the storm to reach York on Friday`, `said he expected it to be ready by May`
            let later = || match self.published {
                Some(p) => dated.and_then(|d| when::compare(&d.date, p)) == Some(std::cmp::Ordering::Greater),
                None => dated.is_some() && above.tense == VerbTense::Present,
            };
            let awaits = match self.word(above.main) {
                "expect" | "expects" => above.tense == VerbTense::Present,
                "expected" => above.tense == VerbTense::Past && !above.passive,
                _ => false,
            };
            let meant = meant
                || awaits
                    && !above.negated
                    && verb.tense == VerbTense::Future
                    && matches!(this.kind, ClauseKind::Infinitive | ClauseKind::Content)
                    && later();
            // `with the crew expecting to land on Friday`, `a team expected to land on Friday`
            let meant = meant
                || this.kind == ClauseKind::Infinitive
                    && above.tense == VerbTense::None
                    && !above.negated
                    && dated.is_some()
                    && this.tokens.start == above.main + 1
                    && matches!(self.word(above.main), "expecting" | "expected")
                    && self.has_noun_before(above);
            // `It is expected that the fair will open on Friday`
            let meant = meant
                || above.passive
                    && !above.negated
                    && above.tense == VerbTense::Present
                    && verb.tense == VerbTense::Future
                    && dated.is_some()
                    && matches!(self.word(above.main), "expected");
            if content && !apart && (self.says_wrongly(above) || self.holds_untrue(above)) {
                return false;
            }
            if content && (meaning.is(Sense::FALSE) || meaning.is(Sense::UNREAL) && !reported && !meant) {
                return false;
            }
            // `dismissed as false reports that …`, whose noun looks like a verb
            let first = above.main.saturating_sub(4).max(tokens.start);
            let called = |at: u32| {
                self.word(at) == "as" && at > first && self.sense(at - 1).is(Sense::FALSE)
                    || at + 1 == above.main && self.sense(at).is(Sense::WRONG)
            };
            if content && self.sense(above.main).is(Sense::REPORT) && (first..above.main).any(called) {
                return false;
            }
            // `It has been said that …`
            let over = this.kind == ClauseKind::Infinitive && verb.tense == VerbTense::PresentPerfect;
            let over = over && matches!(self.word(above.main), "said" | "alleged");
            // `it was believed that a fault had caused it`: so only on a day that words name.
            let it = above.tokens.start > tokens.start && self.lower(above.tokens.start - 1).as_ref() == "it";
            let thought = it && dated.is_none() && meaning.is(Sense::UNPROVED) && at == clause;
            let rumour = above.passive && (meaning.is(Sense::RUMOUR) || thought) && !over;
            if content && rumour {
                return false;
            }
            // `A post claims that the dam broke on Tuesday`: told to be looked into.
            let posted = || {
                let first = self.parse.clauses[parent].tokens.start.max(above.tokens.start.saturating_sub(FAR));
                (first..above.tokens.start).any(|at| self.sense(at).is(Sense::POSTED))
            };
            let claims = meaning.is(Sense::UNPROVED) && meaning.is(Sense::CLAIM);
            if content && (claims && posted() || meaning.is(Sense::SAY) && self.is_nobodys(parent, above)) {
                return false;
            }
            // `a post claiming that the dam broke on Tuesday was false`
            let wrong = |v: &VerbGroup| {
                let end = self.doc.sentences[self.number].tokens.end.min(v.main + 4);
                (v.main + 1..end).any(|at| self.sense(at).is(Sense::WRONG))
            };
            if content
                && above.tense == VerbTense::None
                && meaning.is(Sense::UNPROVED)
                && self.parent(parent).and_then(|outer| self.verb(outer)).is_some_and(wrong)
            {
                return false;
            }
            if content && !self.is_asserted(parent, true) {
                return false;
            }
            if matches!(this.kind, ClauseKind::Content | ClauseKind::Relative) && self.is_doubted(at, above) {
                return false;
            }
            // `The concert planned for May was called off`
            let void = above.negated
                && matches!(above.tense, VerbTense::Future | VerbTense::Modal | VerbTense::PresentPerfect);
            // `does not have 500 voters enrolled as of today`
            let lacks = above.negated && self.word(above.main) == "have" && this.kind == ClauseKind::Participial;
            if lacks {
                return false;
            }
            let planned = self.is_meant(verb);
            // `The trial, which was to open on Monday, will now open on Friday`
            let moved = planned
                && above.tense == VerbTense::Future
                && (above.tokens.start..above.tokens.end + 1).any(|at| matches!(self.word(at), "now" | "instead"));
            // `A rally planned for May was banned`, `The fair, planned for May, is off`
            let barred = planned
                && (matches!(self.word(above.main), "banned" | "barred" | "blocked" | "collapsed" | "halted")
                    || matches!(self.word(above.main), "pushed" | "put")
                        && matches!(self.behind(above, 1), "back" | "off")
                    || matches!(self.word(above.main), "is" | "was") && self.behind(above, 1) == "off");
            let void = void || moved || barred || self.cancels(above);
            if matches!(this.kind, ClauseKind::Participial | ClauseKind::Relative) && void {
                // `The law, passed in 2004, could not stop it`, not `the fair planned for May was called off`
                let led = |t: &Timex| {
                    let start = t.tokens.start;
                    let own = start > verb.main && self.parse.clause_of(start) == Some(at);
                    own && matches!(self.word(start - 1), "for" | "to" | "from")
                };
                let meant = self.sense(verb.main).is(Sense::PLAN.with(Sense::FIXED).with(Sense::CANCEL));
                let over = || at == clause && order() == Some(std::cmp::Ordering::Less);
                let done = verb.passive && !meant && over() && !self.timexes.iter().take(MANY).any(led);
                return !planned && (verb.tense == VerbTense::Past || done);
            }
            if this.kind == ClauseKind::Relative || this.kind == ClauseKind::Main {
                return true;
            }
            // `It is unclear who paid for the ship, seized in May`: which one is meant is no part of what is asked.
            if at == clause && self.is_told_of_noun(at, verb, dated) {
                return true;
            }
            at = parent;
            goes_on = Some(this.kind);
        }
        true
    }

    /// `the crew expecting to land`, not `left, expecting to land`, `is calm and not expected to move`
    fn has_noun_before(&self, verb: &VerbGroup) -> bool {
        let start = verb.tokens.start;
        start > self.doc.sentences[self.number].tokens.start
            && !self.is_mark(start - 1)
            && !self.sense(start - 1).is(Sense::LEADING.with(Sense::PREPOSITION))
            && !matches!(self.word(start - 1), "not" | "never" | "and" | "or" | "but" | "still" | "now")
            && self.parse.verb_at(start - 1).is_none()
    }

    /// `was acting oddly`
    fn went_on(&self, verb: &VerbGroup) -> bool {
        let auxiliary = self.word(verb.tokens.start);
        verb.tense == VerbTense::Past && matches!(auxiliary, "was" | "were") && self.word(verb.main).ends_with("ing")
    }

    /// `If the vote fails, the mayor resigns`: what hangs on a condition is neither so nor planned, unless it has its
    /// day (`If the weather holds, they will sail on Friday`).
    fn is_conditional(&self, clause: usize, dated: bool) -> bool {
        let Some(verb) = self.verb(clause) else { return false };
        let open = match verb.tense {
            // `were to sail on Friday if the weather holds`
            VerbTense::Modal if dated && matches!(self.word(verb.tokens.start), "was" | "were") => false,
            VerbTense::Present | VerbTense::Modal => true,
            VerbTense::Future => !dated,
            _ => false,
        };
        // `Should the vote fail, an election would be held in May`
        let sentence = self.doc.sentences[self.number].tokens;
        let inverted = matches!(self.lower(sentence.start).as_ref(), "had" | "should" | "were")
            && self.word(sentence.end.saturating_sub(1)) != "?"
            && self.parse.clause_of(sentence.start).is_some_and(|first| first < clause)
            && self.parse.clauses[clause].kind == ClauseKind::Main;
        let near = self.parse.clauses.iter().skip(clause.saturating_sub(2)).take(8);
        let hangs = |child: &Clause| {
            let start = child.tokens.start;
            child.parent == Some(clause as u32)
                && child.kind == ClauseKind::Subordinate
                && matches!(self.lower(start).as_ref(), "if" | "unless")
                && (start == 0 || !self.word(start - 1).eq_ignore_ascii_case("even"))
        };
        open && (inverted || near.into_iter().any(hangs))
    }

    /// `The bill requires insurance by 2027`: what is only proposed. Not `the bill takes effect on 1 July`.
    fn is_proposed(&self, clause: usize) -> bool {
        let verb = self.verb(clause).filter(|v| v.tense == VerbTense::Present && !v.passive);
        let Some(verb) = verb.filter(|v| self.is_of(v.main, Group::Rule)) else { return false };
        let noun = verb.tokens.start.checked_sub(1).filter(|&at| self.parse.clause_of(at) == Some(clause));
        noun.is_some_and(|at| self.sense(at).is(Sense::PROPOSED) && !is_capital(self.doc, at))
    }

    /// `is unlikely to return on Friday`
    fn is_unlikely(&self, clause: usize) -> bool {
        self.verb(clause).is_some_and(|v| v.tokens.range().any(|at| self.doc.word(at) == "unlikely"))
    }

    /// `what next year brings`: nothing is said of what that is.
    fn is_whatever(&self, clause: usize) -> bool {
        let now = self.verb(clause).is_some_and(|v| matches!(v.tense, VerbTense::Present | VerbTense::Modal));
        let this = &self.parse.clauses[clause];
        now && this.kind != ClauseKind::Main && self.word(this.tokens.start) == "what"
    }

    /// `was crossing the road on Friday when she was hit`, `was on her way home when …`: the one is told for the sake of the
    /// other, and both are one event. So with what goes on behind it.
    pub(super) fn interrupts(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let timed = |c: usize| {
            let near = self.timexes.iter().take(MANY);
            near.into_iter().any(|t| t.date.is_some() && self.parse.clause_of(t.tokens.start) == Some(c))
        };
        let past = |c: usize| self.verb(c).is_some_and(|v| v.tense == VerbTense::Past && !v.negated);
        let Some(parent) = self.parent(clause).filter(|_| !timed(clause)) else { return false };
        // `The next is due on Friday when a probe will land`: what it is.
        if this.kind == ClauseKind::Subordinate && self.word(this.tokens.start) == "when" && self.is_next(parent) {
            return true;
        }
        if !past(clause) {
            return false;
        }
        if this.kind == ClauseKind::Coordinated {
            let first = &self.parse.clauses[parent];
            return first.kind == ClauseKind::Subordinate && self.interrupts(parent);
        }
        let Some(outer) = self.verb(parent).filter(|v| v.main < this.tokens.start) else { return false };
        let way = (1..4).any(|n| self.behind(outer, n) == "way");
        this.kind == ClauseKind::Subordinate
            && self.word(this.tokens.start) == "when"
            // Not `was speaking on Friday when the court ruled`, which is no event itself.
            && !self.sense(outer.main).is(Sense::SAY)
            && (self.went_on(outer) || way && matches!(self.word(outer.main), "was" | "were"))
            && timed(parent)
    }

    /// `planned for May`, `was due on Monday`, `was to open in May`
    pub(super) fn is_meant(&self, verb: &VerbGroup) -> bool {
        self.is_planned_for(verb)
            || self.behind(verb, 1) == "due"
            || verb.tense == VerbTense::Modal && matches!(self.word(verb.tokens.start), "was" | "were")
    }

    /// `A second slide was reported on Sunday, but …`: what follows takes it back.
    fn is_taken_back(&self, clause: usize) -> bool {
        // Not `was warned but not suspended`, an act.
        let only_said = |s: Sense| s.is(Sense::SAY) && !s.is(Sense::ACT);
        let thought = self.verb(clause).is_some_and(|v| v.passive && only_said(self.sense(v.main)));
        let but = |c: &Clause| {
            c.kind == ClauseKind::Coordinated && c.parent == Some(clause as u32) && self.word(c.tokens.start) == "but"
        };
        if let Some(verb) = self.verb(clause) {
            // `was due to open on Monday but was called off`
            let past = matches!(verb.tense, VerbTense::Past | VerbTense::PastPerfect);
            let meant = verb.tense == VerbTense::Modal || past && self.is_meant(verb);
            if meant && self.parse.clauses.iter().skip(clause + 1).take(8).any(but) {
                return true;
            }
            // `Reports in January that … were wrong`
            let start = self.parse.clauses[clause].tokens.start;
            let end = self.parse.clauses[clause].tokens.end.min(verb.main + 3);
            let report = (start..verb.tokens.start.min(start + 3)).any(|at| self.sense(at).is(Sense::REPORT));
            if report && (verb.main..end).any(|at| self.sense(at).is(Sense::WRONG)) {
                return true;
            }
        }
        thought && self.parse.clauses.iter().skip(clause + 1).take(8).any(but)
    }

    /// `had hoped to plant 4,000 trees in 2019`, `was due to open last week`, `would leave in May` of a time that has
    /// passed: it was meant to be, no more is known. `denies fraud in 2018` says nothing of its own time.
    fn is_unmet(&self, clause: usize, dated: Option<&Dated>) -> bool {
        let (Some(verb), Some(dated)) = (self.verb(clause), dated) else { return false };
        let sense = self.sense(verb.main);
        let infinitive = |c: &Clause| c.kind == ClauseKind::Infinitive && c.parent == Some(clause as u32);
        let wished = sense.is(Sense::PLAN)
            && !self.sets_out(verb)
            && self.parse.clauses.iter().skip(clause + 1).take(4).any(infinitive);
        // `had expected a rise in July`
        let object = sense.is(Sense::SUPPOSED) && !verb.passive;
        if (wished || object) && verb.tense == VerbTense::PastPerfect {
            return true;
        }
        let order = self.published.and_then(|p| when::compare(&dated.date, p));
        let passed = order == Some(std::cmp::Ordering::Less);
        let content = self.parse.clauses[clause].kind == ClauseKind::Content;
        let first = self.lower(verb.tokens.start);
        match verb.tense {
            // `1996: The first appeal is dismissed`
            VerbTense::Present if self.headed() == Some(clause) => false,
            VerbTense::Modal => passed && (content || first != "would"),
            // `was due in 2021`, `was scheduled for last week`
            VerbTense::Past if passed && self.behind(verb, 1) == "due" => true,
            VerbTense::Past if passed && verb.passive && self.is_planned_for(verb) => true,
            VerbTense::Past => passed && wished && !verb.passive,
            // `attracts whales in June`, `her works include the centre of 2012`: no event unless it lies ahead.
            // `“Today is a dark day,” she said`, `I am saddened by the news today`: how it is, in someone's words.
            VerbTense::Present
                if order != Some(std::cmp::Ordering::Greater)
                    && (self.is_quoted(verb.main) && sense.is(Sense::STATE)
                        || self.is_personal(clause, verb) && (verb.passive || sense.is(Sense::STATE))) =>
            {
                true
            }
            VerbTense::Present if order.is_none() => {
                !self.names_weekday(clause)
                    && !self.is_on_timetable(clause, verb)
                    && !self.is_before_it(clause, verb)
                    && !self.looks_ahead(clause, verb)
            }
            VerbTense::Present if self.says_in_text(clause, verb) => false,
            VerbTense::Present => passed && sense.is(Sense::SAY.with(Sense::FALSE).with(Sense::STATE)),
            _ => false,
        }
    }

    /// `opens on Friday`: which Friday may be unknown, but it is one.
    fn names_weekday(&self, clause: usize) -> bool {
        let tokens = self.parse.clauses[clause].tokens;
        let first = self.timexes.partition_point(|t| t.tokens.end <= tokens.start);
        let mut mine = self.timexes[first..].iter().take(MANY).take_while(|t| t.tokens.start < tokens.end);
        mine.any(|t| {
            t.tokens.range().any(|at| {
                self.sense(at as u32).is(Sense::DAY)
                    && !matches!(self.doc.word(at), "this" | "that" | "same" | "new" | "eve")
            })
        })
    }

    /// `… was filled in 1954 and forgotten`: a verb alone goes on with the clause before.
    pub(super) fn only_continues(&self, clause: usize) -> bool {
        let this = &self.parse.clauses[clause];
        let Some(verb) = self.verb(clause) else { return false };
        let alone = verb.tokens.len() == 1;
        // `and had to stop that September`
        let timed = |c: usize| self.timexes.iter().take(MANY).any(|t| self.parse.clause_of(t.tokens.start) == Some(c));
        let infinitive =
            |(n, c): (usize, &Clause)| c.kind == ClauseKind::Infinitive && c.parent == Some(clause as u32) && timed(n);
        // Not `was freed and told to return in May`.
        let bidden = self.sense(verb.main).is(Sense::BIDDING);
        if !bidden && self.parse.clauses.iter().enumerate().skip(clause + 1).take(2).any(infinitive) {
            return false;
        }
        alone
            && this.kind == ClauseKind::Coordinated
            && (this.tokens.start..this.tokens.end.min(this.tokens.start + 6)).all(|at| {
                self.is_mark(at)
                    || verb.tokens.range().contains(&(at as usize))
                    || self.sense(at).is(Sense::LEADING.with(Sense::TRAILING))
            })
            && this.tokens.len() < 6
    }

    /// `fears that …`, `the possibility that …`, `rejected reports that …`, `Reports that … were wrong`
    pub(super) fn is_doubted(&self, clause: usize, above: &VerbGroup) -> bool {
        let sentence = self.doc.sentences[self.number].tokens;
        let start = self.parse.clauses[clause].tokens.start;
        let noun = |class: Sense, back: u32| {
            (start.saturating_sub(back).max(sentence.start)..start).any(|at| self.sense(at).is(class))
        };
        let false_verb = self.sense(above.main).is(Sense::FALSE);
        let wrong = || (above.main..sentence.end.min(above.main + 3)).any(|at| self.sense(at).is(Sense::WRONG));
        // `an inquiry into claims that …`
        let open = start > sentence.start + 1
            && noun(Sense::REPORT, 1)
            && matches!(
                self.word(start - 2),
                "about" | "into" | "investigate" | "investigated" | "investigating" | "over"
            );
        // `There is no evidence that`, `It is untrue that`
        let none = noun(Sense::CONTENT, 1) && noun(Sense::NOBODY, 3) || noun(Sense::WRONG, 1) && above.main + 4 > start;
        let none =
            none || start > 0 && matches!(self.word(start - 1), "impossible" | "possible" | "unlikely" | "unsure");
        // `is not sure it will open on Friday`
        let sure = |at: u32| matches!(self.word(at), "sure" | "certain" | "convinced" | "clear");
        let none = none || above.negated && (above.main..start + 2).any(sure);
        noun(Sense::DOUBT, 1) || open || none || noun(Sense::REPORT, 4) && (false_verb || wrong())
    }
}
