//! What a clause says of itself: that it is not so, only may be, is a wish or a stance, or is fixed for a day to come.
//!
//! Absent here: what the clauses around it say ([`reality`](super::reality)).

use super::attach;
use super::candidates::{FAR, MANY, Reader, is_capital};
use super::lexicon::{Group, Sense};
use super::{Dated, when};
use crate::TokenRange;
use crate::analysis::Certainty;
use crate::document::Case;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::lists::List;
use crate::time::Timex;

impl Reader<'_> {
    /// `had no plans to sell the site`
    fn intends_nothing(&self, verb: &VerbGroup) -> bool {
        let noun = self.behind(verb, 2);
        self.behind(verb, 1) == "no"
            && !noun.is_empty()
            && self.sense(verb.main + 2).is(Sense::INTENT.with(Sense::WILL))
    }

    /// `gave no details`, `made no comment`
    fn does_nothing(&self, verb: &VerbGroup) -> bool {
        self.is_of(verb.main, Group::Lent) && self.behind(verb, 1) == "no"
    }

    /// `The firm declined to comment`, `The ministry refused.`
    fn says_no(&self, verb: &VerbGroup, dated: bool) -> bool {
        let next = self.behind(verb, 1);
        let answer = || next == "to" && self.is_of(verb.main + 2, Group::Reply);
        let bare = || !dated && matches!(next, "" | "." | "," | ";");
        matches!(self.word(verb.main), "declined" | "refused" | "declines" | "refuses") && (bare() || answer())
    }

    /// `was not released until 2004`: then it was.
    fn is_delayed(&self, clause: usize) -> bool {
        let verb = self.verb(clause).filter(|v| v.tense != VerbTense::Future && v.tense != VerbTense::Modal);
        let end = verb.map_or(0, |v| v.tokens.end);
        // `will not have to pay until May`
        let below = |c: usize| {
            c == clause || self.parent(c) == Some(clause) && self.parse.clauses[c].kind == ClauseKind::Infinitive
        };
        self.timexes.iter().take(MANY).map(|t| t.tokens.start).any(|at| {
            // `is not expected to reopen before Friday`
            let bound = |w: &str| matches!(w, "until" | "till") || verb.is_none() && w == "before";
            at > end && self.parse.clause_of(at).is_some_and(below) && bound(self.word(at - 1))
        })
    }

    /// `would hold until the army left`, `would not return unless it paid`: it may never come. Not `The bridge would stand until it
    /// was blown up in 1944`.
    pub(super) fn is_awaited_only(&self, clause: usize, verb: &VerbGroup, dated: Option<&Dated>) -> bool {
        let this = &self.parse.clauses[clause];
        if this.kind != ClauseKind::Subordinate || !matches!(self.word(this.tokens.start), "until" | "till") {
            return false;
        }
        let Some((parent, above)) = self.parent(clause).and_then(|p| Some((p, self.verb(p)?))) else { return false };
        let order = self.published.zip(dated).and_then(|(p, d)| when::compare(&d.date, p));
        let told = order == Some(std::cmp::Ordering::Less) && self.parse.clauses[parent].kind != ClauseKind::Content;
        let meant = self.sense(verb.main).is(Sense::PLAN.with(Sense::FIXED));
        verb.tense == VerbTense::Past && above.tense == VerbTense::Modal && !told && !meant
    }

    /// False for a clause that says itself that it is not so, or only may be. `would`, which is what was said to lie
    /// ahead, counts where it has a date.
    pub(super) fn is_asserted(&self, clause: usize, dated: bool) -> bool {
        let Some(verb) = self.verb(clause) else { return true };
        let own = self.parse.clauses[clause].tokens.start.max(verb.tokens.start.saturating_sub(FAR))..verb.tokens.start;
        let nobody = own.clone().any(|w| {
            self.parse.clause_of(w) == Some(clause) && self.sense(w).is(Sense::NOBODY) && !self.is_no_denial(w, verb)
        });
        let nobody = nobody || self.is_never(own, verb);
        // `has until Friday to pay, or the permit will lapse`
        let this = &self.parse.clauses[clause];
        if !dated
            && verb.tense == VerbTense::Future
            && this.kind == ClauseKind::Coordinated
            && self.word(this.tokens.start) == "or"
        {
            return false;
        }
        let sense = self.sense(verb.main);
        // `has been rumoured to be the captain`
        // `is alleged to have stolen it in May`: shown with that word.
        let told = self.word(verb.main) == "said"
            || dated && self.word(verb.main) == "alleged" && self.behind(verb, 2) == "have";
        let rumour = verb.passive && sense.is(Sense::RUMOUR) && self.behind(verb, 1) == "to" && !told;
        if self.is_supposed_first(clause) {
            return false;
        }
        if (verb.negated && !self.is_delayed(clause)) || nobody || self.intends_nothing(verb) || self.does_nothing(verb)
        {
            return false;
        }
        // `has yet to open`
        let yet = !dated && self.behind(verb, 1) == "yet" && self.behind(verb, 2) == "to";
        if rumour || yet || sense.is(Sense::UNDONE) || self.says_no(verb, dated) {
            return false;
        }
        if verb.tense != VerbTense::Modal {
            return true;
        }
        let ahead = matches!(self.lower(verb.tokens.start).as_ref(), "would" | "was" | "were");
        // `were to have played`
        let unmet = (verb.tokens.start + 1..verb.main).any(|at| self.word(at) == "have");
        ahead && !unmet && dated || self.should_be_done(clause, verb)
    }

    /// `should be finished by October`: what those who do it count on. Not `should be freed by October`.
    fn should_be_done(&self, clause: usize, verb: &VerbGroup) -> bool {
        static DONE: List =
            List::new("available back complete completed concluded done finished operational over ready");
        let should =
            self.lower(verb.tokens.start) == "should" && verb.tokens.range().any(|at| self.doc.word(at) == "be");
        let done = (verb.main..verb.main + 3)
            .any(|at| self.parse.clause_of(at) == Some(clause) && DONE.hold(self.doc.tokens[at as usize].hash));
        let by = |t: &Timex| {
            let lead = t.tokens.start.checked_sub(1).map_or("", |at| self.word(at));
            lead == "by" && t.tokens.start > verb.main && self.parse.clause_of(t.tokens.start) == Some(clause)
        };
        should && done && !verb.negated && self.timexes.iter().take(MANY).any(by)
    }

    /// `Never before in its history had the town …`, `Rarely in 2004 did …`: what is denied first turns subject and verb around.
    fn is_never(&self, own: std::ops::Range<u32>, verb: &VerbGroup) -> bool {
        let behind = verb.tokens.start + 1;
        let subject = self.sense(behind).is(Sense::DETERMINER)
            || self.lower(behind) == "there"
            || is_capital(self.doc, behind)
            || attach::is_counted(self.doc, behind);
        let plain = |at: &u32| self.word(*at) != ",";
        subject && own.rev().take_while(plain).any(|at| self.is_of(at, Group::Never))
    }

    /// `It was not the case that he fell`, `has not found evidence that he fell`: so only where the clause around it says so.
    pub(super) fn is_held_true(&self, clause: usize, above: &VerbGroup) -> bool {
        let start = self.parse.clauses[clause].tokens.start;
        let Some(noun) = start.checked_sub(1).filter(|&noun| self.word(start) == "that" && noun > above.main) else {
            return false;
        };
        let known = matches!(self.word(noun), "fact" | "news" | "warning" | "warnings");
        // `It is not only true that he lied`; `a lie that brought down the mayor` has no other subject.
        let only = (above.tokens.start..noun).any(|at| self.word(at) == "only");
        if only || self.verb(clause).is_some_and(|v| v.tokens.start == start + 1) {
            return false;
        }
        self.sense(noun).is(Sense::CONTENT) && !known || matches!(self.word(noun), "true" | "case")
    }

    /// `A post on 9 March said that the pope had died`, `Viral clips say that …`: nobody answers for it. Not `A post by the mayor`.
    pub(super) fn is_nobodys(&self, clause: usize, verb: &VerbGroup) -> bool {
        let start = self.behind_dateline(self.parse.clauses[clause].tokens.start);
        let own = start..verb.tokens.start.min(start + FAR);
        let Some(noun) = own.clone().take(4).find(|&at| self.sense(at).is(Sense::POSTED)) else { return false };
        let some = matches!(self.lower(start).as_ref(), "a" | "an" | "many" | "one" | "several" | "some" | "viral");
        let owned = |at: u32| {
            matches!(self.word(at), "'s" | "’s" | "by" | "from" | "her" | "his" | "its" | "official" | "our" | "their")
        };
        (some || noun == start) && !own.into_iter().any(owned)
    }

    /// `wrongly said that`, `stated incorrectly that`
    pub(super) fn says_wrongly(&self, verb: &VerbGroup) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let said = self.sense(verb.main).is(Sense::SAY.with(Sense::UNPROVED));
        let near = verb.tokens.start.saturating_sub(1).max(first)..verb.main;
        said && (near.into_iter().any(|at| self.is_of(at, Group::Wrongly)) || self.is_of(verb.main + 1, Group::Wrongly))
    }

    /// `ruled out that he fell`, `Few experts believe that he fell`
    pub(super) fn holds_untrue(&self, verb: &VerbGroup) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let out =
            matches!(self.word(verb.main), "rule" | "ruled" | "rules" | "ruling") && self.behind(verb, 1) == "out";
        let mut subject = (verb.tokens.start.saturating_sub(3).max(first)..verb.tokens.start).rev();
        let few = subject.any(|at| self.lower(at) == "few" && (at == first || self.lower(at - 1) != "a"));
        out || few
            && matches!(self.word(verb.main), "believe" | "believed" | "expect" | "expected" | "think" | "thought")
    }

    /// `Were he to leave on Friday, …`, `Suppose the dam broke`
    fn is_supposed_first(&self, clause: usize) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let start = self.parse.clauses[clause].tokens.start;
        start == first && self.word(first) == "Were" || matches!(self.word(first), "Suppose" | "Supposing" | "Imagine")
    }

    /// `No Other Choice opened`, `Ann Lee, no stranger to scandal, resigned`, `with no warning`: a `no` at `at` that takes nothing
    /// from the verb.
    fn is_no_denial(&self, at: u32, verb: &VerbGroup) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let Some(before) = at.checked_sub(1).filter(|&before| before >= first) else { return false };
        let title =
            is_capital(self.doc, at) && !self.is_mark(before) && self.doc.tokens[at as usize].case == Case::Title;
        let led = matches!(self.lower(before).as_ref(), "with" | "for" | "after" | "despite");
        // Not `On Friday, no one, police said, was hurt`.
        let subject = !self.sense(first).is(Sense::PREPOSITION);
        let part = |at: u32| matches!(self.word(at), "," | "—" | "–" | "-" | "--");
        let aside = subject && part(before) && part(verb.tokens.start - 1);
        title || led || aside && verb.tokens.start > at + 2
    }

    /// `Members can visit on 25 March`, `Lorries will not be allowed in from 8 December`: fixed for a day to come, whatever
    /// anyone makes of it.
    pub(super) fn is_settled(&self, clause: usize, dated: Option<&Dated>) -> bool {
        let (Some(verb), Some(dated), Some(published)) = (self.verb(clause), dated, self.published) else {
            return false;
        };
        let ahead = when::compare(&dated.date, published) == Some(std::cmp::Ordering::Greater);
        let day = dated.date.split('/').all(when::is_day);
        let led = |words: &[&str]| {
            self.timexes.iter().take(MANY).any(|t| {
                let start = t.tokens.start;
                start > verb.main
                    && self.parse.clause_of(start) == Some(clause)
                    // `no later than 18 November`
                    && (words.contains(&self.word(start - 1))
                        || self.word(start - 1) == "than" && self.word(start - 2) == "later" && words.contains(&"by"))
            })
        };
        let can = verb.tense == VerbTense::Modal && !verb.negated && self.word(verb.tokens.start) == "can";
        // `Voters must register by 18 November`
        let must = verb.tense == VerbTense::Modal && !verb.negated && self.word(verb.tokens.start) == "must";
        let can = must && led(&["by", "before", "on"])
            || can && led(&["on", "from", "between"]) && !led(&["to", "until", "till", "by", "including", "before"]);
        let barred = verb.tense == VerbTense::Future
            && verb.negated
            && verb.passive
            && matches!(self.word(verb.main), "allowed" | "permitted" | "admitted" | "accepted" | "sold")
            && led(&["from"]);
        // `The road could reopen on Friday`, `They may go home as early as Friday`: what the sentence is about.
        let soon = || {
            self.timexes.iter().take(MANY).any(|t| {
                let start = t.tokens.start;
                start > verb.main + 3
                    && self.word(start - 1) == "as"
                    && matches!(self.word(start - 2), "early" | "soon")
            })
        };
        let may = verb.tense == VerbTense::Modal
            && !verb.negated
            && matches!(self.word(verb.tokens.start), "could" | "may" | "might")
            && self.parse.clauses[clause].kind == ClauseKind::Main
            && when::grain(&dated.date) >= 3
            // Not `Officials fear the dam could open on Friday`.
            && !(self.parse.clauses[clause].tokens.start..verb.tokens.start)
                .take(FAR as usize)
                .any(|at| self.sense(at).is(Sense::UNREAL.with(Sense::DOUBT).with(Sense::CONDITION)))
            // Not `may take place as early as March`, which is far from fixed.
            && (self.is_of(verb.main, Group::Timed) || when::grain(&dated.date) >= 4 && soon());
        let by = must && when::grain(&dated.date) >= 3 && led(&["by", "before"]);
        // `The tunnel should be finished by 2012`
        let should = verb.tense == VerbTense::Modal
            && !verb.negated
            && self.word(verb.tokens.start) == "should"
            && (verb.passive && self.is_of(verb.main, Group::Finished) || self.is_of(verb.main, Group::Timed))
            && !self.is_quoted(verb.main)
            && self.parse.clauses[clause].kind == ClauseKind::Main
            && led(&["by", "in", "on", "before"]);
        ahead && (day && (can || barred) || by || may || should)
    }

    /// `“I congratulate him,” she said`: said, not done.
    pub(super) fn is_wish(&self, clause: usize) -> bool {
        let Some(verb) = self.verb(clause).filter(|v| self.is_quoted(v.main)) else { return false };
        if !self.is_personal(clause, verb) {
            return false;
        }
        let polite = |word: &str| matches!(word, "congratulate" | "thank" | "wish" | "commend" | "salute" | "welcome");
        let now = matches!(verb.tense, VerbTense::Present | VerbTense::Modal | VerbTense::None);
        now && (polite(self.word(verb.main))
            || matches!(self.word(verb.main), "like" | "want")
                && self.behind(verb, 1) == "to"
                && polite(self.behind(verb, 2)))
    }

    /// `said it opposed the use of force`, `With half of the land used for wheat, …`: how it stands.
    pub(super) fn is_stance(&self, clause: usize, dated: Option<&Dated>) -> bool {
        let this = &self.parse.clauses[clause];
        let Some(verb) = self.verb(clause).filter(|v| dated.is_none() && !v.passive && v.tense == VerbTense::Past)
        else {
            return false;
        };
        let said = this.kind == ClauseKind::Content;
        let holds = said && matches!(self.word(verb.main), "supported" | "favoured" | "favored");
        let ends = self.word(this.tokens.end - 1) == ","
            || self.doc.tokens.get(this.tokens.end as usize).is_some_and(|_| self.word(this.tokens.end) == ",");
        let with = self.word(this.tokens.start) == "With"
            && verb.tokens.len() == 1
            && ends
            && this.tokens.len() < FAR
            && !(this.tokens.start..verb.main).any(|at| self.word(at) == ",");
        holds || with
    }

    /// `closed since a fire in May`: a fire that has been; a date that lies ahead is not its own.
    pub(super) fn is_ahead_of_itself(&self, phrase: &TokenRange, timex: &Timex) -> bool {
        let before = phrase.start.checked_sub(1).map_or("", |at| self.word(at));
        let order = self.published.zip(timex.date.as_deref()).and_then(|(p, d)| when::compare(d, p));
        matches!(before, "since" | "after" | "following" | "despite" | "Since" | "After" | "Following")
            && order == Some(std::cmp::Ordering::Greater)
    }

    /// `would win a July election`, `had expected an eruption in May`: a noun that is only thought of.
    pub(super) fn is_supposed(&self, phrase: &TokenRange, timex: &Timex) -> bool {
        // `asked them to prepare for possible Christmas attacks`
        let before = phrase.start.checked_sub(1).map_or("", |at| self.word(at));
        let mut open = [before, self.word(phrase.start), self.word(phrase.start + 1)].into_iter();
        if open.any(|w| matches!(w, "possible" | "potential" | "threatened" | "proposed")) {
            return true;
        }
        let verb = self.parse.clause_of(phrase.start).and_then(|c| self.verb(c));
        verb.is_some_and(|v| {
            let thought = v.tense == VerbTense::Modal
                && matches!(self.word(v.tokens.start), "would" | "could" | "might" | "may" | "should");
            let over = || {
                let order = self.published.zip(timex.date.as_deref()).and_then(|(p, d)| when::compare(d, p));
                order == Some(std::cmp::Ordering::Less)
            };
            let expected = v.main + 1 == phrase.start && self.sense(v.main).is(Sense::SUPPOSED);
            let some = v.main < phrase.start && matches!(self.word(phrase.start), "a" | "an" | "any");
            some && (expected || thought && !over())
        })
    }

    /// `The 9 March concert was called off`, `the lack of a vote on Monday`
    pub(super) fn is_called_off(&self, phrase: &TokenRange) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let before = |back: u32| if phrase.start >= first + back { self.word(phrase.start - back) } else { "" };
        let lacking = before(1) == "of" && matches!(before(2), "absence" | "instead" | "lack" | "place")
            || before(1) == "without";
        let verb = self.parse.clause_of(phrase.start).and_then(|c| self.verb(c));
        lacking || verb.is_some_and(|v| self.cancels(v))
    }

    /// `asked the judge to order the school reopened by August`: what somebody wants done, whose verb looks like a past.
    pub(super) fn is_ordered(&self, clause: usize) -> bool {
        let Some(verb) = self.verb(clause).filter(|v| v.tokens.len() == 1 && !v.negated) else {
            return false;
        };
        let looks_past = verb.tense == VerbTense::Past || verb.tense == VerbTense::None && verb.passive;
        let before = self.parse.verbs.partition_point(|v| v.main < verb.main);
        let order = before.checked_sub(1).map(|at| self.parse.verbs[at]);
        order.filter(|_| looks_past).is_some_and(|order| {
            let noun = order.main + 1..verb.main;
            let willed = order.tense == VerbTense::Modal || order.main > 0 && self.word(order.main - 1) == "to";
            // Not `have a bridge built in 1890`.
            let wants = match self.word(order.main) {
                "have" | "see" => willed,
                "get" | "order" | "want" | "wants" => true,
                _ => false,
            };
            wants
                && (2..6).contains(&noun.len())
                && self.sense(order.main + 1).is(Sense::DETERMINER)
                && noun.clone().all(|at| !self.is_mark(at))
                && noun.skip(1).all(|at| !self.sense(at).is(Sense::STOP.with(Sense::DETERMINER)))
                && matches!(self.behind(verb, 1), "by" | "before" | "in" | "on" | ".")
        })
    }

    /// `It was unclear on Sunday whether talks would go on`: nothing is known yet.
    pub(super) fn is_open(&self, clause: usize) -> bool {
        let Some(verb) = self.verb(clause).filter(|v| v.tokens.start > 0) else { return false };
        let it = self.lower(verb.tokens.start - 1) == "it";
        let be = matches!(self.word(verb.main), "is" | "was" | "be" | "been" | "remains" | "remained");
        let soft = |at: &u32| matches!(self.word(*at), "still" | "not" | "yet" | "immediately" | "also" | "now");
        let first = verb.main + 1;
        let skipped =
            (first..first + 3).take_while(|&at| at < self.doc.tokens.len() as u32 && soft(&at)).count() as u32;
        let known = verb.negated || (first..first + skipped).any(|at| self.word(at) == "not");
        it && be
            && match self.behind(verb, 1 + skipped) {
                "doubtful" | "uncertain" | "unclear" | "unknown" | "unsure" => true,
                "clear" | "certain" | "known" => known,
                _ => false,
            }
    }

    /// `was postponed`, `was called off`, `was pushed back to March`
    pub(super) fn cancels(&self, verb: &VerbGroup) -> bool {
        let to = verb.main + 2;
        let back = matches!(self.word(verb.main), "pushed" | "put")
            && matches!((self.behind(verb, 1), self.behind(verb, 2)), ("back", "to" | "until" | "till" | "from"))
            && self.timexes.iter().take(MANY).any(|t| t.tokens.start == to + 1);
        let off = self.doc.tokens.get(verb.main as usize + 1).is_some_and(|_| self.word(verb.main + 1) == "off");
        back || self.sense(verb.main).is(Sense::CANCEL) || off && self.word(verb.main).starts_with("call")
    }

    /// `the ship, seized in November`: what had been done, on a day of its own, to the noun right before.
    pub(super) fn is_told_of_noun(&self, clause: usize, verb: &VerbGroup, dated: Option<&Dated>) -> bool {
        let this = &self.parse.clauses[clause];
        let first = self.doc.sentences[self.number].tokens.start;
        let done = this.kind == ClauseKind::Participial && verb.passive && verb.tense == VerbTense::None;
        let over = dated.is_some_and(|d| {
            d.certainty != Certainty::Inferred
                && self.published.and_then(|p| when::compare(&d.date, p)) == Some(std::cmp::Ordering::Less)
        });
        let lead = (1..=2).filter_map(|back| this.tokens.start.checked_sub(back)).find(|&at| self.word(at) != ",");
        let noun = lead.is_some_and(|at| {
            at > first
                && !self.is_mark(at)
                && !self.sense(at).is(Sense::LEADING.with(Sense::PREPOSITION).with(Sense::CONDITION).with(Sense::STOP))
                && self.parse.verb_at(at).is_none()
        });
        // Not `a man accused of planning an attack in 1976`.
        let own = self.timexes.iter().take(MANY).any(|t| self.parse.clause_of(t.tokens.start) == Some(clause));
        done && over && own && noun && this.tokens.start == verb.tokens.start && !self.is_meant(verb)
    }
}
