//! What was only claimed, and what the article itself says of it further on.
//!
//! A claim is shown with who makes it. Where a later sentence denies it, so is anything else that was said; where one says
//! that it is false, it is not shown at all. So with what was to come of something that has been called off.

use super::candidates::{Candidate, FAR, MANY, Reader, is_capital};
use super::lexicon::{Group, Sense, sense_at};
use super::{mentions, when};
use crate::TokenRange;
use crate::document::Document;
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};

/// What a sentence says of what was said before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// `The claim is false.`, `It has not.`, `No such attack took place.`
    False,
    /// `The deputy denied it.`
    Denied,
    /// `The deputy has denied making a pledge.`: the words behind the verb; what others then say of it is their word.
    Denies(TokenRange),
}

/// A sentence that answers what was said before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reply {
    sentence: u32,
    answer: Answer,
}

/// How many clauses away what was said may stand, so that the work stays linear.
const NEAR: usize = 16;

/// How many sentences back what is answered may stand.
const BACK: u32 = 2;

impl Reader<'_> {
    /// True for a verb that says no more than that someone says so.
    fn claims(&self, verb: &VerbGroup) -> bool {
        self.sense(verb.main).is(Sense::UNPROVED)
    }

    /// Gives what was said the words with who says so, and shows a claim with them. `number`: the candidates of the clauses.
    pub(super) fn attribute(&self, number: &[Option<usize>], out: &mut [Candidate]) {
        for (clause, this) in self.parse.clauses.iter().enumerate() {
            // `According to police, the blast was caused by a bomb`
            let led = this.tokens.len() > 2
                && self.word(this.tokens.start).eq_ignore_ascii_case("according")
                && self.word(this.tokens.start + 1) == "to";
            // `According to the indictment, he hid it in May`: one side of a case.
            let charged = || {
                (this.tokens.start + 2..this.tokens.end.min(this.tokens.start + 5))
                    .any(|at| self.is_of(at, Group::Accuser))
            };
            if let Some(number) =
                number[clause].filter(|n| led && (self.sense(out[*n].main).is(Sense::BLAME) || charged()))
            {
                out[number].tokens.start = out[number].tokens.start.min(this.tokens.start);
            }
            let Some(verb) = self.verb(clause).filter(|v| self.sense(v.main).is(Sense::SAY)) else { continue };
            let range = self.shown(clause);
            // `…, a post claimed`
            let behind = this.kind == ClauseKind::Main && clause > 0 && this.tokens.start < verb.tokens.start;
            let near = self.parse.clauses.iter().enumerate().skip(clause.saturating_sub(NEAR)).take(2 * NEAR);
            for (said, child) in near {
                let Some(said) = number[said] else { continue };
                let content = child.kind == ClauseKind::Content && child.parent == Some(clause as u32);
                let before = behind && child.tokens.end <= this.tokens.start && child.kind != ClauseKind::Relative;
                if !content && !before {
                    continue;
                }
                let tokens = out[said].tokens;
                let told = TokenRange::new(tokens.start.min(range.start), tokens.end.max(range.end));
                out[said].told_by = Some(told);
                // `The fire was caused by a fault, police said`: who is to blame is no more than someone's word.
                let blames = self.sense(out[said].main).is(Sense::BLAME) && !self.is_quoted(out[said].main);
                // `Prosecutors say he hid it in May`
                let caught =
                    matches!(self.word(out[said].main), "arrested" | "charged" | "detained" | "freed" | "released");
                let says = matches!(self.word(verb.main), "say" | "says" | "said");
                // `The prosecutor Ann Lee says`
                let first = self.doc.sentences[self.number].tokens.start;
                let before = (verb.tokens.start.saturating_sub(5).max(first)..verb.tokens.start).rev();
                let accuser = |at: &u32| self.is_of(*at, Group::Accuser);
                let who = before.into_iter().find(|at| accuser(at) || !is_capital(self.doc, *at));
                let charges = content && says && !caught && who.is_some_and(|at| accuser(&at));
                if self.claims(verb) || blames || charges {
                    // So are its further dates: `claims that in 1997 and 1998 she was told to`.
                    let main = out[said].main;
                    let again = out.iter_mut().skip(said).filter(|c| c.main == main && c.tokens == tokens);
                    again.for_each(|c| c.tokens = told);
                }
            }
        }
    }

    /// What the sentence says of those before it.
    pub(super) fn reply(&self) -> Option<Reply> {
        let sentence = self.doc.sentences[self.number].tokens;
        let answer = self.answer(sentence).or_else(|| self.denial(sentence))?;
        // `“That is not true,” she said`: someone else’s word against it.
        let quoted = self.parse.verbs.first().is_some_and(|v| self.is_quoted(v.main));
        let answer = if quoted && answer == Answer::False { Answer::Denied } else { answer };
        Some(Reply { sentence: self.number as u32, answer })
    }

    fn denial(&self, sentence: TokenRange) -> Option<Answer> {
        let verb = self.parse.verbs.first().filter(|v| !v.negated && !v.passive && !self.is_quoted(v.main))?;
        let denies = matches!(self.word(verb.main), "denied" | "denies");
        denies.then(|| Answer::Denies(TokenRange::new(verb.main + 1, sentence.end.min(verb.main + FAR))))
    }

    fn answer(&self, sentence: TokenRange) -> Option<Answer> {
        let verb = self.parse.verbs.first()?;
        let lower = |at: u32| if at < sentence.end { self.lower(at) } else { "".into() };
        let leads = |at: &u32| self.is_mark(*at) || matches!(lower(*at).as_ref(), "but" | "yet" | "however");
        let start = (sentence.start..sentence.end).find(|at| !leads(at))?;
        let pronoun =
            |at: u32| matches!(lower(at).as_ref(), "it" | "this" | "that" | "they" | "he" | "she" | "these" | "those");
        let report = |at: u32| self.sense(at).is(Sense::REPORT);
        // `It has not.`, `That did not happen.`
        let alone = pronoun(start) && verb.tokens.start == start + 1;
        if alone && verb.negated {
            let plain = |at: &u32| !matches!(lower(*at).as_ref(), "not" | "n't" | "n’t");
            let behind = (verb.tokens.end..sentence.end).take_while(|&at| !self.is_mark(at));
            let rest: Vec<u32> = behind.filter(plain).take(2).collect();
            let happen = matches!(lower(verb.main).as_ref(), "happen" | "happened" | "occur" | "occurred");
            let bare = happen || verb.tokens.len() == 1;
            if rest.is_empty() && bare
                || rest.len() == 1 && matches!(lower(rest[0]).as_ref(), "true" | "so" | "correct")
            {
                return Some(Answer::False);
            }
        }
        // `No such attack took place.`
        let such = [start, verb.tokens.end].into_iter().find(|&at| lower(at) == "no" && lower(at + 1) == "such");
        let event = |at: u32| (at + 2..sentence.end.min(at + 5)).any(|at| self.sense(at).is(Sense::EVENT));
        if such.is_some_and(|at| event(at) && (at == start || lower(start) == "there")) {
            return Some(Answer::False);
        }
        let pointing = mentions::is_pointing(&lower(start)) || matches!(lower(start).as_ref(), "both" | "all" | "such");
        let subject = pointing && (start + 1..verb.tokens.start).any(report);
        let be =
            matches!(lower(verb.main).as_ref(), "is" | "are" | "was" | "were" | "be" | "been" | "proved" | "turned");
        let end = sentence.end.min(verb.main + 6);
        if be
            && !verb.negated
            && (subject || alone)
            && (verb.main + 1..end)
                .take_while(|&at| !self.is_mark(at))
                .any(|at| self.sense(at).is(Sense::WRONG) && !matches!(lower(at).as_ref(), "denied"))
        {
            return Some(Answer::False);
        }
        // `The deputy denied it.`, `The army rejected the claim.`
        let denies = self.sense(verb.main).is(Sense::FALSE);
        let object = verb.main + 1;
        let it = matches!(lower(object).as_ref(), "it" | "this" | "that")
            && (object + 1 >= sentence.end || self.is_mark(object + 1));
        let charge = |at: u32| report(at) || matches!(lower(at).as_ref(), "charge" | "charges");
        let claim = mentions::is_pointing(&lower(object)) && (object + 1..sentence.end.min(object + 4)).any(charge);
        (denies && !verb.negated && !verb.passive && (it || claim) || denies && verb.passive && subject)
            .then_some(Answer::Denied)
    }
}

/// Shows what is denied with who said it, and drops what is said to be false.
pub(super) fn settle(doc: &Document, candidates: &mut [Candidate], replies: &[Reply]) {
    let mut drop = Vec::new();
    for reply in replies {
        if let Answer::Denies(words) = reply.answer {
            disputed(doc, candidates, reply.sentence, words);
            continue;
        }
        let until = candidates.partition_point(|c| c.sentence < reply.sentence);
        let mut near = candidates[..until].iter().rev().take_while(|c| c.sentence + BACK >= reply.sentence);
        let Some(last) = near.find(|c| c.told_by.is_some()).map(|c| c.sentence) else { continue };
        for (number, c) in candidates[..until].iter_mut().enumerate().rev().take_while(|(_, c)| c.sentence >= last) {
            match (reply.answer, c.told_by) {
                // With the saying.
                (Answer::False, _) if c.sentence == last => drop.push(number),
                (Answer::Denied, Some(told)) => c.tokens = told,
                _ => {}
            }
        }
    }
    drop.into_iter().for_each(|number| candidates[number].hidden = true);
}

/// Shows with who says so what someone says after `words` of it were denied.
fn disputed(doc: &Document, candidates: &mut [Candidate], sentence: u32, words: TokenRange) {
    let noun = |at: &usize| {
        doc.tokens[*at].span.len() > 4 && !sense_at(doc, *at as u32).is(Sense::STOP) && !is_capital(doc, *at as u32)
    };
    let denied: Vec<u64> = words.range().filter(noun).map(|at| doc.tokens[at].hash).collect();
    let first = candidates.partition_point(|c| c.sentence <= sentence);
    for c in candidates[first..].iter_mut().take_while(|c| c.sentence <= sentence + BACK) {
        let same = c.tokens.range().take(FAR as usize).filter(noun).any(|at| denied.contains(&doc.tokens[at].hash));
        if let Some(told) = c.told_by.filter(|_| same) {
            c.tokens = told;
        }
    }
}

/// How many sentences on the doings that were called off are still told of.
const CALLED_OFF: u32 = 3;

/// Hides a day that something was put off to where the article tells of a later one: `has been delayed again. … It was first
/// set for Monday, but was delayed until Tuesday`.
fn put_off_again(doc: &Document, candidates: &mut [Candidate]) {
    let again = |c: &Candidate| {
        let more = |at: usize| doc.is(at, &["again", "another", "further"]);
        c.sense.is(Sense::CANCEL) && !c.quoted && c.tokens.range().take(FAR as usize).any(more)
    };
    let now = |c: &Candidate| {
        let fixed = c.tokens.range().take(FAR as usize).any(|at| sense_at(doc, at as u32).is(Sense::FIXED));
        fixed && c.tokens.range().take(FAR as usize).any(|at| doc.word(at) == "now")
    };
    let nouns = |tokens: TokenRange| -> Vec<u64> {
        let event = |at: &usize| sense_at(doc, *at as u32).is(Sense::EVENT);
        tokens.range().take(FAR as usize).filter(event).map(|at| doc.tokens[at].hash).collect()
    };
    let day = |c: &Candidate| c.dated.as_ref().filter(|d| when::is_day(&d.date)).map(|d| d.date.clone());
    // The last that tells of another delay or of what is fixed now, with its day and its nouns.
    let told = candidates.iter().enumerate().filter(|(_, c)| again(c) || now(c)).take(MANY);
    let told: Vec<(usize, bool, Option<String>, Vec<u64>)> =
        told.map(|(n, c)| (n, now(c), day(c), nouns(c.tokens))).collect();
    if told.is_empty() {
        return;
    }
    for (number, c) in candidates.iter_mut().enumerate() {
        let past = matches!(c.tense, Some(VerbTense::Past | VerbTense::Future));
        let to_come = c.sense.is(Sense::CANCEL) && past && !c.hidden;
        let Some(until) = day(c).filter(|_| to_come) else { continue };
        let sentence = doc.sentences[c.sentence as usize].tokens;
        let own = nouns(TokenRange::new(sentence.start.max(c.main.saturating_sub(FAR)), c.main));
        let first = (sentence.start..c.main).take(FAR as usize).any(|at| sense_at(doc, at).is(Sense::AT_FIRST));
        let over = |(n, now, later, of): &(usize, bool, Option<String>, Vec<u64>)| {
            let after = later.as_ref().is_some_and(|later| *later > until);
            *n != number && own.iter().any(|noun| of.contains(noun)) && (after || first && !now)
        };
        c.hidden |= told.iter().any(over);
    }
}

/// Hides what was to come of something that has been called off: `has cancelled its tour. The tour was expected to begin
/// on 3 May.`
pub(super) fn call_off(doc: &Document, candidates: &mut [Candidate]) {
    put_off_again(doc, candidates);
    // The nouns of what was called off last.
    let mut off: Option<(u32, Vec<u64>)> = None;
    for c in candidates.iter_mut() {
        let past = matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect));
        if c.sense.is(Sense::CANCEL) && past && !c.quoted {
            let event = |at: &usize| sense_at(doc, *at as u32).is(Sense::EVENT) && *at != c.main as usize;
            let nouns = c.tokens.range().take(FAR as usize).filter(event).map(|at| doc.tokens[at].hash).collect();
            off = Some((c.sentence, nouns));
            continue;
        }
        let Some((_, nouns)) = off.as_ref().filter(|(sentence, _)| c.sentence <= sentence + CALLED_OFF) else {
            continue;
        };
        let the = doc.word(c.tokens.start as usize).eq_ignore_ascii_case("the");
        let meant = c.tense == Some(VerbTense::Modal) && the && nouns.contains(&c.subject_word);
        c.hidden |= meant && c.sentence > off.as_ref().map_or(0, |o| o.0);
    }
}
