//! The clauses and noun phrases that could stand on a timeline, with the dates of their own words.
//!
//! Absent here: dates taken from the story around ([`context`](super::context)).

use super::attach::{self, Hold};
use super::lexicon::{Sense, sense_at};
use super::{Dated, when};
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::document::{BlockKind, Case, Document};
use crate::grammar::{self, ClauseKind, Parse, VerbGroup, VerbTense};
use crate::time::{Anchor, Times, Timex};
use std::borrow::Cow;

/// Something that could be an event.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The sentence and the block it stands in.
    pub(super) sentence: u32,
    pub(super) block: u32,
    /// What is shown.
    pub(super) tokens: TokenRange,
    /// Where the subject stands, when it is not in `tokens`.
    pub(super) subject: Option<TokenRange>,
    /// The main verb, or the noun that names the event.
    pub(super) main: u32,
    /// None for a noun phrase.
    pub(super) tense: Option<VerbTense>,
    /// What the verb means for a timeline.
    pub(super) sense: Sense,
    /// What binds the clause, or the first of those it is coordinated with, to the one around it.
    pub(super) kind: ClauseKind,
    /// Inside quotation marks: told by someone else, about their own past.
    pub(super) quoted: bool,
    /// It names an hour, but no day.
    pub(super) hour: bool,
    /// Told in the first person, which news never is: an interview, a letter.
    pub(super) personal: bool,
    /// The content of a verb of saying.
    pub(super) said: bool,
    /// The candidate whose date it shares when it has none: coordinated, or joined by `as`, `when`, `while`.
    pub(super) with: Option<usize>,
    pub(super) dated: Option<Dated>,
    /// Words in it point to an earlier time (`previously`, `after 2011`), so that the story's date is not its own.
    pub(super) elsewhen: bool,
    /// For what was said, the saying.
    pub(super) saying: Option<usize>,
    /// Gives its date to others but is not shown.
    pub(super) hidden: bool,
}

/// How far a clause is searched for a word; longer ones are no prose, and the work must stay linear.
pub(super) const FAR: u32 = 80;

/// How many words of time of one clause are looked at, for the same reason.
pub(super) const MANY: usize = 32;

/// The candidates of all sentences that tell the story, in order of the text.
pub(super) fn find(doc: &Document, times: &Times) -> Vec<Candidate> {
    let mut out = Vec::new();
    let (mut timexes, mut anchors) = (times.timexes.as_slice(), times.anchors.as_slice());
    let mut quote = Quote::default();
    for (number, sentence) in doc.sentences.iter().enumerate() {
        let here = timexes.partition_point(|t| (t.sentence as usize) <= number);
        let named = anchors.partition_point(|a| (a.sentence as usize) <= number);
        if quote.block != sentence.block {
            quote = Quote { block: sentence.block, open: false };
        }
        let kind = doc.block_of(number).kind;
        // A block the outline has not settled is running text.
        if kind.is_story() || kind == BlockKind::Caption && here > 0 {
            let mut reader = Reader::new(doc, number, &timexes[..here], &anchors[..named], &mut quote);
            reader.read(&mut out);
        }
        (timexes, anchors) = (&timexes[here..], &anchors[named..]);
    }
    out
}

/// Whether the place is inside quotation marks; they may span sentences of one block.
#[derive(Default)]
struct Quote {
    block: u32,
    open: bool,
}

/// One sentence, read.
pub(super) struct Reader<'a> {
    pub(super) doc: &'a Document,
    pub(super) number: usize,
    pub(super) parse: Parse,
    pub(super) timexes: Cow<'a, [Timex]>,
    pub(super) anchors: &'a [Anchor],
    /// For each token of the sentence: inside quotation marks.
    pub(super) quoted: Vec<bool>,
}

impl<'a> Reader<'a> {
    fn new(doc: &'a Document, number: usize, timexes: &'a [Timex], anchors: &'a [Anchor], quote: &mut Quote) -> Self {
        let range = doc.sentences[number].tokens.range();
        let mut quoted = Vec::with_capacity(range.len());
        for at in range {
            match doc.word(at) {
                "“" => quote.open = true,
                "”" => quote.open = false,
                "\"" => quote.open = !quote.open,
                _ => {}
            }
            quoted.push(quote.open);
        }
        Reader {
            doc,
            number,
            parse: grammar::parse(doc, number),
            timexes: attach::ranges(doc, timexes),
            anchors,
            quoted,
        }
    }

    fn read(&mut self, out: &mut Vec<Candidate>) {
        let held: Vec<Hold> = self.timexes.iter().map(|t| attach::hold(self.doc, &self.parse, t)).collect();
        let mut dates = self.dates(&held);
        let mut number = vec![None; self.parse.clauses.len()];
        for clause in 0..self.parse.clauses.len() {
            let dated = dates[clause].take();
            if !self.is_unit(clause, dated.is_some()) || !self.is_real(clause, dated.as_ref()) {
                continue;
            }
            let Some(verb) = self.verb(clause).copied() else { continue };
            if self.is_anchored(TokenRange::new(verb.main, verb.main + 1)) {
                // `the Berlin Wall fell`: it has its date already.
                continue;
            }
            number[clause] = Some(out.len());
            let kind = self.parse.clauses[clause].kind;
            let with = self.parse.clauses[clause].parent.and_then(|p| number[p as usize]);
            let joined = match kind {
                ClauseKind::Coordinated | ClauseKind::Participial => true,
                ClauseKind::Subordinate => {
                    let ahead = with.is_some_and(|w| out[w].tense == Some(VerbTense::Future));
                    (verb.tense == VerbTense::Future) == ahead
                        && attach::is_same_time(self.doc, &self.parse, clause, with.and_then(|w| out[w].dated.as_ref()))
                }
                _ => false,
            };
            let tokens = self.shown(clause);
            let dated = dated
                .or_else(|| self.date_of_noun(tokens, &verb, &held))
                .or_else(|| self.date_of_preamble(clause, &verb, &held))
                .or_else(|| self.outlook(&verb));
            out.push(Candidate {
                sentence: self.number as u32,
                block: self.doc.sentences[self.number].block,
                tokens,
                subject: self.subject(clause, tokens),
                main: verb.main,
                tense: Some(verb.tense),
                sense: self.meaning(clause, &verb),
                kind: self.bond(clause),
                quoted: self.quoted[verb.main as usize - self.doc.sentences[self.number].tokens.start as usize],
                hour: self.names_hour(clause),
                personal: self.is_personal(clause, &verb),
                said: self.is_said(clause),
                with: if joined { with } else { None },
                dated,
                elsewhen: self.is_elsewhen(clause, &held),
                saying: None,
                hidden: false,
            });
        }
        self.settle_sayings(&number, out);
        self.nouns(&held, out);
    }

    /// True when the words are, in part, the name of a well-known event.
    fn is_anchored(&self, tokens: TokenRange) -> bool {
        let after = self.anchors.partition_point(|a| a.tokens.start < tokens.end);
        self.anchors[..after].last().is_some_and(|a| a.tokens.end > tokens.start)
    }

    pub(super) fn verb(&self, clause: usize) -> Option<&VerbGroup> {
        self.parse.clauses[clause].verb.map(|v| &self.parse.verbs[v as usize])
    }

    pub(super) fn parent(&self, clause: usize) -> Option<usize> {
        self.parse.clauses[clause].parent.map(|p| p as usize)
    }

    /// The kind of the clause that `clause` is coordinated with, in the end.
    fn bond(&self, clause: usize) -> ClauseKind {
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

    pub(super) fn word(&self, at: u32) -> &str {
        self.doc.word(at as usize)
    }

    /// For each clause the date of the words of time that hang on it: of several the finest, then the first.
    fn dates(&self, held: &[Hold]) -> Vec<Option<Dated>> {
        let mut best: Vec<Option<(u8, &Timex)>> = vec![None; self.parse.clauses.len()];
        for (timex, hold) in self.timexes.iter().zip(held) {
            let Hold::Clause(clause) = hold else { continue };
            let grain = when::grain(timex.date.as_deref().unwrap_or_default());
            let best = &mut best[self.unit_of(*clause)];
            if best.is_none_or(|(known, _)| known < grain) {
                *best = Some((grain, timex));
            }
        }
        best.into_iter().map(|b| b.and_then(|(_, timex)| dated(self.doc, timex))).collect()
    }

    /// `the 2009 crash, which killed nine`, `the 2009 flood killed nine`: the date of the noun is that of what it did.
    fn date_of_noun(&self, shown: TokenRange, verb: &VerbGroup, held: &[Hold]) -> Option<Dated> {
        let effect = sense_at(self.doc, verb.main).is(Sense::EFFECT);
        if verb.tense != VerbTense::Past || !effect {
            return None;
        }
        let first = self.timexes.partition_point(|t| t.tokens.end + 16 < verb.tokens.start);
        self.timexes[first..].iter().zip(&held[first..]).take(MANY).find_map(|(timex, hold)| {
            let Hold::Noun { phrase, .. } = hold else { return None };
            let before = phrase.start.max(shown.start) < verb.tokens.start && phrase.end <= verb.tokens.start;
            let near = verb.tokens.start.saturating_sub(phrase.end) <= 8;
            (before && near).then(|| dated(self.doc, timex)).flatten()
        })
    }

    /// `In the November deal, both sides agreed …`, `In a statement issued on Friday, the firm denied …`: what the words
    /// before the subject tell of is the time of the clause.
    fn date_of_preamble(&self, clause: usize, verb: &VerbGroup, held: &[Hold]) -> Option<Dated> {
        let start = self.parse.clauses[clause].tokens.start;
        let past = matches!(verb.tense, VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect);
        if !past || !sense_at(self.doc, start).is(Sense::WITHIN) {
            return None;
        }
        let comma = (start..verb.tokens.start.min(start + FAR)).find(|&at| self.word(at) == ",")?;
        let first = self.timexes.partition_point(|t| t.tokens.start < start);
        let (timex, hold) = self.timexes[first..].iter().zip(&held[first..]).find(|(t, _)| t.tokens.end <= comma)?;
        let inside = match hold {
            Hold::Noun { .. } => true,
            Hold::Clause(c) => self.parse.clauses[*c].kind == ClauseKind::Participial,
            Hold::Nothing => false,
        };
        if inside { dated(self.doc, timex) } else { None }
    }

    /// `Looking ahead, the ties are likely to grow`: it lies ahead, no more is known.
    fn outlook(&self, verb: &VerbGroup) -> Option<Dated> {
        const AHEAD: &[&str] = &["looking ahead", "going forward", "in the future", "in future"];
        let sentence = self.doc.sentences[self.number];
        let first: Vec<&str> = sentence.tokens.range().take(3).map(|at| self.doc.word(at)).collect();
        let first = first.join(" ").to_lowercase();
        let ahead = AHEAD.iter().any(|words| first.starts_with(words)) && verb.tense == VerbTense::Future;
        ahead.then(|| Dated {
            date: String::new(),
            certainty: Certainty::Inferred,
            because: "it lies ahead; the article gives no date".to_string(),
        })
    }

    /// The clause that shows the words of time of `clause`: itself, or for an infinitive or participle that is no event
    /// of its own the one around it.
    fn unit_of(&self, clause: usize) -> usize {
        let mut at = clause;
        for _ in 0..8 {
            let this = &self.parse.clauses[at];
            let own = self.verb(at).is_some_and(|v| v.tense != VerbTense::None || v.passive);
            if own || this.kind == ClauseKind::Subordinate {
                return at;
            }
            let Some(parent) = self.parent(at) else { return at };
            at = parent;
        }
        at
    }

    /// True for a clause that is an event of its own: one with tense, or a participle with a date (`built in 1990`).
    fn is_unit(&self, clause: usize, dated: bool) -> bool {
        let Some(verb) = self.verb(clause) else { return false };
        match verb.tense {
            VerbTense::None => dated,
            VerbTense::Future if self.parse.clauses[clause].kind == ClauseKind::Infinitive => dated,
            _ => true,
        }
    }

    /// Noun phrases with a date of their own, and well-known events that are named.
    fn nouns(&self, held: &[Hold], out: &mut Vec<Candidate>) {
        let first = out.len();
        for (timex, hold) in self.timexes.iter().zip(held) {
            if let Hold::Noun { phrase, head } = hold
                && !self.is_called_off(phrase)
                && let Some(dated) = dated(self.doc, timex)
                && !self.is_anchored(*phrase)
            {
                out.push(self.noun(*phrase, *head, dated));
            }
        }
        for anchor in self.anchors {
            let dated =
                Dated { date: anchor.date.clone(), certainty: Certainty::Inferred, because: anchor.because.clone() };
            out.push(self.noun(anchor.tokens, anchor.tokens.end - 1, dated));
        }
        out[first..].sort_by_key(|c| c.tokens);
    }

    fn noun(&self, phrase: TokenRange, head: u32, dated: Dated) -> Candidate {
        Candidate {
            sentence: self.number as u32,
            block: self.doc.sentences[self.number].block,
            tokens: phrase,
            subject: None,
            main: head,
            tense: None,
            sense: Sense::EVENT,
            kind: ClauseKind::Main,
            quoted: false,
            hour: false,
            personal: false,
            said: false,
            with: None,
            dated: Some(dated),
            elsewhen: false,
            saying: None,
            hidden: false,
        }
    }

    /// Ties what was said to the saying. An act of saying keeps only its own words where what was said has its own date.
    fn settle_sayings(&self, number: &[Option<usize>], out: &mut [Candidate]) {
        for (clause, child) in self.parse.clauses.iter().enumerate() {
            let (Some(said), Some(parent)) = (number[clause], child.parent) else { continue };
            let Some(saying) = number[parent as usize] else { continue };
            if child.kind == ClauseKind::Infinitive && out[saying].dated.is_none() {
                // `agreed to meet on Friday`: one entry, the meeting.
                out[saying].hidden = true;
            }
            if child.kind != ClauseKind::Content || out[said].tokens.start <= out[saying].main {
                continue;
            }
            out[said].saying = Some(saying);
            if out[saying].sense.is(Sense::ACT) && out[said].dated.is_some() {
                let end = child.tokens.start.max(out[saying].main + 1);
                out[saying].tokens = self.trim(TokenRange::new(out[saying].tokens.start, end));
            }
        }
    }
}

/// Hides a saying where what was said stands on the timeline for itself: it happened, and it is known when. The act of
/// saying (`announced`) instead stands for what was said of the same day.
pub(super) fn hide_sayings(candidates: &mut [Candidate]) {
    for said in 0..candidates.len() {
        let Some(saying) = candidates[said].saying else { continue };
        let (this, by) = (&candidates[said], &candidates[saying]);
        let Some(dated) = &this.dated else { continue };
        let inferred = dated.certainty == Certainty::Inferred;
        let happened = !matches!(this.tense, Some(VerbTense::Present)) && !this.sense.is(Sense::SAY);
        if by.sense.is(Sense::ACT) && by.dated.is_some() {
            candidates[said].hidden |= inferred;
        } else if by.sense.is(Sense::SAY) && (happened || !inferred) {
            candidates[saying].hidden = true;
        }
    }
}

/// The date of a timex that can date an event; an empty one where it names a day that could not be worked out.
fn dated(doc: &Document, timex: &Timex) -> Option<Dated> {
    let because = timex.because.clone();
    match &timex.date {
        Some(date) if !date.is_empty() => {
            let explicit = attach::is_calendar(doc, timex.tokens);
            let certainty = if explicit { Certainty::Explicit } else { timex.certainty };
            Some(Dated { date: date.clone(), certainty, because })
        }
        _ if timex.kind == TimexKind::Date && (timex.value.is_empty() || timex.value == "FUTURE_REF") => {
            Some(Dated { date: String::new(), certainty: Certainty::Relative, because })
        }
        _ => None,
    }
}

/// True for a word that begins with a capital letter.
pub(super) fn is_capital(doc: &Document, at: u32) -> bool {
    !matches!(doc.tokens[at as usize].case, Case::Lower | Case::None)
}
