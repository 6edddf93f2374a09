//! An expression and what stands around it, as the signs see it.

use super::words::*;
use super::{REACH, end_of, of, quotation, signs_of};
use crate::TokenRange;
use crate::document::{Case, Document};
use crate::grammar::{self, Clause, ClauseKind, Parse, VerbGroup, VerbTense};
use crate::lists::List;
use std::cell::OnceCell;

/// The expression asked about. What needs the verbs is found when it is asked for.
pub(super) struct View<'a> {
    pub doc: &'a Document,
    pub sentence: u32,
    /// The words of time.
    pub tokens: TokenRange,
    /// The tokens of the sentence.
    pub start: u32,
    pub end: u32,
    /// One where `on`, `in` or `at` leads it, or none.
    pub led: u32,
    /// The signs of which a word stands before it, a bit each: by the distance less one, and at any.
    pub before: [u64; REACH],
    pub any: u64,
    outer: OnceCell<Option<VerbGroup>>,
    quoted: OnceCell<Option<TokenRange>>,
    governing: OnceCell<Option<VerbGroup>>,
}

impl<'a> View<'a> {
    pub fn new(doc: &'a Document, sentence: u32, tokens: TokenRange) -> Self {
        let (start, end) = (doc.sentences[sentence as usize].tokens.start, end_of(doc, sentence));
        let mut this = View {
            doc,
            sentence,
            tokens,
            start,
            end,
            led: 0,
            before: [0; REACH],
            any: 0,
            outer: OnceCell::new(),
            quoted: OnceCell::new(),
            governing: OnceCell::new(),
        };
        let near = doc.tokens[start as usize..tokens.start as usize].iter().rev();
        for (signs, token) in this.before.iter_mut().zip(near) {
            *signs = signs_of(token.hash);
            this.any |= *signs;
        }
        this.led = u32::from(this.behind(1, &["on", "in", "at"]));
        this
    }

    /// True for a token that is one of these words.
    pub fn is(&self, at: u32, words: &[&str]) -> bool {
        self.doc.is(at as usize, words)
    }

    /// True for a token of the list.
    pub fn of(&self, at: u32, list: &List) -> bool {
        of(self.doc, at, list)
    }

    pub fn word(&self, at: u32) -> &str {
        self.doc.word(at as usize)
    }

    /// True where the expression stands so many tokens behind one of these words of its sentence.
    pub fn behind(&self, by: u32, words: &[&str]) -> bool {
        self.tokens.start >= self.start + by && self.is(self.tokens.start - by, words)
    }

    /// True where one of these words of its sentence is next.
    pub fn then(&self, words: &[&str]) -> bool {
        self.tokens.end < self.end && self.is(self.tokens.end, words)
    }

    /// So many tokens of its sentence before the token `at`.
    pub fn near(&self, by: u32, at: u32) -> std::ops::Range<u32> {
        self.start.max(at.saturating_sub(by))..at
    }

    /// The word of its sentence before it and its `on`, `in` or `at`.
    pub fn head(&self) -> Option<u32> {
        (self.tokens.start - self.led).checked_sub(1).filter(|at| *at >= self.start)
    }

    /// True for the word before it and its `at least`.
    pub fn is_led_by(&self, at: u32) -> bool {
        let least = at + 3 == self.tokens.start && self.behind(1, &["least"]) && self.behind(2, &["at"]);
        least || at + 1 == self.tokens.start
    }

    /// The `for` before it and its `the`.
    pub fn meant_for(&self) -> Option<u32> {
        let the = u32::from(self.behind(1, &["the"]));
        (self.tokens.start - the).checked_sub(1).filter(|at| *at > self.start && self.is(*at, &["for"]))
    }

    /// True for the first of a stretch of time: `from May to July`, `Monday's`.
    pub fn is_stretch(&self) -> bool {
        self.then(&["to", "until", "till", "through", "-", "–", "'s", "’s"])
    }

    /// The `by` of `by May`, `by the end of March`, `by the start of classes in August`, `by Diwali, in October`.
    pub fn limit(&self) -> Option<u32> {
        const FAR: u32 = 7;
        let mut near = self.near(FAR, self.tokens.start).rev();
        let by = near.find(|at| self.is(*at, &["by", "before"]))?;
        let between = by + 1..self.tokens.start;
        let stage = ["start", "beginning", "opening", "end", "close", "time"];
        let name = |at: u32| self.doc.tokens[at as usize].case == Case::Title || self.is(at, &[","]);
        let inside = self.led > 0 && self.tokens.start > by + 2;
        let led =
            || between.clone().take(2).any(|at| self.is(at, &stage)) && !between.clone().any(|at| self.is(at, &[","]));
        let feast = || (by + 1..self.tokens.start - 1).all(name);
        (between.len() <= 1 || inside && (led() || feast())).then_some(by)
    }

    /// `by the end of March`, `from September`
    pub fn is_limit(&self) -> bool {
        let bare = self.tokens.start - u32::from(self.behind(1, &["the"]));
        let is = |words: &[&str]| bare > self.start && self.is(bare - 1, words);
        is(&["by", "before"]) || is(&["from"]) && !self.is_stretch()
    }

    /// `Monday's`
    pub fn is_owner(&self) -> bool {
        self.is(self.tokens.end.min(self.end - 1), &["'s", "’s"])
    }

    /// The verbs of the sentence.
    pub fn parse(&self) -> &'a Parse {
        grammar::parse(self.doc, self.sentence as usize)
    }

    /// The verbs before a token.
    pub fn verbs_before(&self, at: u32) -> &[VerbGroup] {
        let verbs = &self.parse().verbs;
        &verbs[..verbs.partition_point(|v| v.main < at)]
    }

    /// The last verb before it.
    pub fn nearest(&self) -> Option<&VerbGroup> {
        self.verbs_before(self.tokens.start).last()
    }

    /// The innermost clause that holds it.
    pub fn clause(&self) -> Option<&Clause> {
        let parse = self.parse();
        parse.clause_of(self.tokens.start).map(|c| &parse.clauses[c])
    }

    /// True for a verb in a clause that says what was said or thought (`hoped that it would open`).
    pub fn is_content(&self, verb: &VerbGroup) -> bool {
        let parse = self.parse();
        parse.clause_of(verb.main).is_some_and(|c| parse.clauses[c].kind == ClauseKind::Content)
    }

    /// The verb that the expression hangs on, quoted or not.
    pub fn outer(&self) -> Option<&VerbGroup> {
        let find = || {
            let verb = self.parse().governing(self.tokens.start)?;
            // `will publish its report for the year ended 30 June on 9 October`: no verb of its own.
            let lengths = ["year", "half", "quarter", "months", "weeks", "period"];
            let ended =
                self.is(verb.main, &["ended", "ending"]) && verb.main > self.start && self.is(verb.main - 1, &lengths);
            let mut before = self.verbs_before(if ended { verb.main } else { 0 }).iter().rev().take(4);
            before.find(|v| v.tense != VerbTense::None).or(Some(verb)).copied()
        };
        self.outer.get_or_init(find).as_ref()
    }

    /// `“Ask me in July,” she said`: the quotation around it, in which the verb of saying has no part.
    pub fn quoted(&self) -> Option<TokenRange> {
        let has = |q: &TokenRange, verb: &VerbGroup| q.range().contains(&(verb.main as usize));
        *self.quoted.get_or_init(|| {
            quotation(self.doc, self.sentence, self.tokens).filter(|q| self.outer().is_none_or(|v| !has(q, v)))
        })
    }

    /// The verb that it hangs on; in a quotation that of what is said.
    pub fn governing(&self) -> Option<&VerbGroup> {
        let find = || {
            let Some(quoted) = self.quoted() else { return self.outer().copied() };
            let inner = &self.verbs_before(quoted.end)[self.verbs_before(quoted.start).len()..];
            let tensed = inner.iter().filter(|v| v.tense != VerbTense::None);
            tensed.min_by_key(|v| v.main.abs_diff(self.tokens.start)).or(self.outer()).copied()
        };
        self.governing.get_or_init(find).as_ref()
    }

    /// The verb that it hangs on, where it has this tense and that is so.
    pub fn governed(&self, tense: VerbTense, so: impl FnOnce(&VerbGroup) -> bool) -> bool {
        self.governing().is_some_and(|v| v.tense == tense && so(v))
    }

    /// `built`, `opened`: no `to open`, no `opening`.
    pub fn is_participle(&self, verb: &VerbGroup) -> bool {
        verb.tense == VerbTense::None
            && verb.tokens.len() == 1
            && !self.word(verb.main).ends_with("ing")
            && !(verb.main > self.start && self.is(verb.main - 1, &["to"]))
    }

    /// True where none of these words stands between a verb and the expression.
    pub fn is_clear(&self, verb: &VerbGroup, of: &[&str]) -> bool {
        !(verb.main + 1..self.tokens.start).any(|at| self.is(at, of))
    }

    /// `hopes to return after she was hurt on Friday`: another verb behind the token `at` tells what happened then.
    pub fn is_told_since(&self, at: u32) -> bool {
        let verb = self.parse().governing(self.tokens.start).filter(|_| at + 1 < self.tokens.start);
        // `plans to appeal after losing on Friday`, `wants to know what happened on Friday`
        let told = |v: &VerbGroup| {
            v.tense == VerbTense::Past
                || v.tense == VerbTense::None && self.is(v.main - 1, &["after"]) && self.word(v.main).ends_with("ing")
        };
        verb.into_iter().chain(self.nearest()).any(|v| v.tokens.start > at && told(v))
    }

    /// True where what is behind the token `at` is still to come: not in `warnings for the coast were issued on Monday`, nor
    /// where another verb tells what happened then.
    pub fn holds_on(&self, at: u32) -> bool {
        !(at + 2..self.tokens.start).any(|at| self.of(at, &BEING)) && !self.is_told_since(at)
    }

    /// `put back to May and collapsed`, `put back to May, when Leeds won it`: what came of it is told behind it.
    pub fn is_told_on(&self) -> bool {
        let end = self.tokens.end;
        let past = |at: u32| self.parse().verb_at(at).is_some_and(|v| v.tense == VerbTense::Past);
        end + 2 < self.end
            && (self.word(end) == "and" && past(end + 1) || self.word(end) == "," && self.word(end + 1) == "when")
    }

    /// `did not open until Friday`, `ran until 4 May`: told in the plain past, what ended has ended.
    pub fn is_over(&self) -> bool {
        if self.is_late_then() {
            return true;
        }
        // `did not start until October and the work stopped in May`: the verb before, whatever follows `until`.
        let ended = |verb: &VerbGroup| verb.negated || self.of(verb.main, &ENDED);
        let near = self.nearest().filter(|v| v.negated && self.tokens.start - v.main <= 4);
        let governing = self.parse().governing(self.tokens.start);
        // `had never been heard of until October`
        let told = |v: &VerbGroup| v.tense == VerbTense::Past || v.tense == VerbTense::PastPerfect && v.negated;
        near.into_iter().chain(governing).any(|v| told(v) && ended(v))
    }

    /// `It would not be until 4 May that the pupils came`: what was still to come then. Not where somebody says so now.
    fn is_late_then(&self) -> bool {
        let near =
            self.nearest().filter(|v| v.negated && v.main < self.tokens.start && self.tokens.start - v.main <= 3);
        let Some(verb) = near.filter(|v| self.is(v.tokens.start, &["would"]) && self.is(v.main, &["be"])) else {
            return false;
        };
        let first = verb.tokens.start.checked_sub(1).filter(|at| *at >= self.start && self.is(*at, &["it"]));
        let parse = self.parse();
        let own = first.and_then(|_| parse.clause_of(verb.main)).map(|c| parse.clauses[c].kind);
        let main = own == Some(ClauseKind::Main);
        let next = parse.verbs.get(self.verbs_before(self.tokens.end).len());
        main && next.is_some_and(|v| v.tense == VerbTense::Past || self.is(v.tokens.start, &["would"]))
    }

    /// `said nothing until Friday, when she resigned`
    pub fn is_told_then(&self) -> bool {
        let end = self.tokens.end;
        let when = end + 2 < self.end && self.word(end) == "," && self.word(end + 1) == "when";
        let next = || self.parse().verbs.get(self.verbs_before(end + 1).len());
        when && next().is_some_and(|v| v.tense == VerbTense::Past)
    }
}
