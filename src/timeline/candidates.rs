//! The clauses and noun phrases that could stand on a timeline, with the dates of their own words.
//!
//! Absent here: dates taken from the story around ([`context`](super::context)).

use super::attach::{self, Hold};
use super::lexicon::{Sense, sense};
use super::{Dated, when};
use crate::TokenRange;
use crate::analysis::{Certainty, TimexKind};
use crate::document::{BlockKind, Case, Document, TokenKind};
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
const FAR: u32 = 80;

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

struct Reader<'a> {
    doc: &'a Document,
    number: usize,
    parse: Parse,
    timexes: Cow<'a, [Timex]>,
    anchors: &'a [Anchor],
    /// For each token of the sentence: inside quotation marks.
    quoted: Vec<bool>,
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
            if self.anchors.iter().any(|a| a.tokens.range().contains(&(verb.main as usize))) {
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

    fn verb(&self, clause: usize) -> Option<&VerbGroup> {
        self.parse.clauses[clause].verb.map(|v| &self.parse.verbs[v as usize])
    }

    /// What the verb means here.
    fn meaning(&self, clause: usize, verb: &VerbGroup) -> Sense {
        let sense = sense(self.doc.tokens[verb.main as usize].hash);
        let end = self.parse.clauses[clause].tokens.end;
        let near = |words: &[&str]| words.contains(&self.doc.word((verb.main + 1).min(end - 1) as usize));
        if sense.is(Sense::SAY) && verb.passive {
            // `ten were reported missing`
            return sense.without(Sense::SAY.with(Sense::STATE));
        }
        let calls = self.word(verb.main).to_lowercase().starts_with("call");
        if calls && near(&["for", "on", "off", "upon"]) {
            // `called for a truce`
            return sense.with(Sense::ACT).without(Sense::UNREAL);
        }
        if sense.is(Sense::SAY) && !sense.is(Sense::ACT) && self.is_bare(clause, verb) {
            // `seventeen fire engines responded`
            return sense.without(Sense::SAY);
        }
        let there = verb.tokens.start > 0 && self.word(verb.tokens.start - 1).eq_ignore_ascii_case("there");
        let noun = |at: u32| self::sense(self.doc.tokens[at as usize].hash).is(Sense::EVENT);
        if sense.is(Sense::STATE) && there && (verb.main + 1..end.min(verb.main + 6)).any(noun) {
            // `there was an explosion`
            return sense.without(Sense::STATE);
        }
        sense
    }

    /// True when nothing was said: no content, no quotation, no object but a prepositional one.
    fn is_bare(&self, clause: usize, verb: &VerbGroup) -> bool {
        const MAY: &[&str] = &["respond", "responded", "replied", "reply", "reported", "spoke", "wrote"];
        let content = |c: &grammar::Clause| c.kind == ClauseKind::Content && c.parent == Some(clause as u32);
        MAY.contains(&self.word(verb.main).to_lowercase().as_str())
            && !self.parse.clauses.iter().skip(clause + 1).take(8).any(content)
            && !self.quoted.iter().any(|q| *q)
            && self.is_mark((verb.main + 1).min(self.doc.sentences[self.number].tokens.end - 1))
    }

    fn parent(&self, clause: usize) -> Option<usize> {
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

    fn word(&self, at: u32) -> &str {
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
        let effect = sense(self.doc.tokens[verb.main as usize].hash).is(Sense::EFFECT);
        if verb.tense != VerbTense::Past || !effect {
            return None;
        }
        self.timexes.iter().zip(held).find_map(|(timex, hold)| {
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
        if !past
            || !matches!(self.word(start).to_lowercase().as_str(), "in" | "at" | "during" | "on" | "with" | "under")
        {
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

    /// False for what is denied, feared, asked, demanded, called off or only possible.
    fn is_real(&self, clause: usize, dated: Option<&Dated>) -> bool {
        let tokens = self.doc.sentences[self.number].tokens;
        if (tokens.start..tokens.end).rev().take(2).any(|at| self.word(at) == "?") {
            return false;
        }
        if !self.is_asserted(clause, dated.is_some()) {
            return false;
        }
        let mut at = clause;
        for _ in 0..8 {
            let this = &self.parse.clauses[at];
            let Some(verb) = self.verb(at) else { return true };
            let opener = self.word(this.tokens.start).to_lowercase();
            if this.kind == ClauseKind::Subordinate && matches!(opener.as_str(), "if" | "unless" | "whether" | "lest") {
                return false;
            }
            let Some(parent) = self.parent(at) else { return true };
            let Some(above) = self.verb(parent) else { return true };
            let meaning = sense(self.doc.tokens[above.main as usize].hash);
            let content = matches!(this.kind, ClauseKind::Content | ClauseKind::Infinitive);
            let reported = meaning.is(Sense::SAY) && verb.tense == VerbTense::Past;
            if content && (meaning.is(Sense::FALSE) || meaning.is(Sense::UNREAL) && !reported) {
                return false;
            }
            if content && !self.is_asserted(parent, true) {
                return false;
            }
            if matches!(this.kind, ClauseKind::Content | ClauseKind::Relative) && self.is_doubted(at, above) {
                return false;
            }
            // `The concert planned for May was called off`
            if matches!(this.kind, ClauseKind::Participial | ClauseKind::Relative) && meaning.is(Sense::CANCEL) {
                return verb.tense == VerbTense::Past;
            }
            if this.kind == ClauseKind::Relative || this.kind == ClauseKind::Main {
                return true;
            }
            at = parent;
        }
        true
    }

    /// False for a clause that says itself that it is not so, or only may be. `would`, which is what was said to lie
    /// ahead, counts where it has a date.
    fn is_asserted(&self, clause: usize, dated: bool) -> bool {
        let Some(verb) = self.verb(clause) else { return true };
        let own = self.parse.clauses[clause].tokens.start.max(verb.tokens.start.saturating_sub(FAR))..verb.tokens.start;
        let nobody = own.clone().any(|w| {
            let word = self.word(w).to_lowercase();
            self.parse.clause_of(w) == Some(clause)
                && matches!(word.as_str(), "no" | "nobody" | "none" | "neither" | "nothing")
        });
        if verb.negated || nobody {
            return false;
        }
        if verb.tense != VerbTense::Modal {
            return true;
        }
        let ahead = matches!(self.word(verb.tokens.start).to_lowercase().as_str(), "would" | "was" | "were");
        // `were to have played`
        let unmet = (verb.tokens.start + 1..verb.main).any(|at| self.word(at) == "have");
        ahead && !unmet && dated
    }

    /// `fears that …`, `the possibility that …`, `rejected reports that …`, `Reports that … were wrong`
    fn is_doubted(&self, clause: usize, above: &VerbGroup) -> bool {
        const DOUBTS: &[&str] = &[
            "chance",
            "concern",
            "concerns",
            "danger",
            "denial",
            "fear",
            "fears",
            "hope",
            "hopes",
            "idea",
            "notion",
            "possibility",
            "prospect",
            "risk",
            "rumors",
            "rumours",
            "speculation",
            "suggestion",
            "suggestions",
            "threat",
            "threats",
        ];
        const REPORTS: &[&str] =
            &["allegations", "claim", "claims", "report", "reports", "rumors", "rumours", "stories"];
        const WRONG: &[&str] = &["baseless", "denied", "false", "unfounded", "untrue", "wrong"];
        let sentence = self.doc.sentences[self.number].tokens;
        let start = self.parse.clauses[clause].tokens.start;
        let noun = |words: &[&str], back: u32| {
            (start.saturating_sub(back).max(sentence.start)..start)
                .any(|at| words.contains(&self.word(at).to_lowercase().as_str()))
        };
        let false_verb = sense(self.doc.tokens[above.main as usize].hash).is(Sense::FALSE);
        let wrong = || (above.main..sentence.end.min(above.main + 3)).any(|at| WRONG.contains(&self.word(at)));
        noun(DOUBTS, 1) || noun(REPORTS, 4) && (false_verb || wrong())
    }

    fn names_hour(&self, clause: usize) -> bool {
        let tokens = self.parse.clauses[clause].tokens;
        let first = self.timexes.partition_point(|t| t.tokens.end <= tokens.start);
        let mut mine = self.timexes[first..].iter().take(8).take_while(|t| t.tokens.start < tokens.end);
        mine.any(|t| t.kind == TimexKind::Time && self.parse.clause_of(t.tokens.start) == Some(clause))
    }

    /// True when the speaker is in it.
    fn is_personal(&self, clause: usize, verb: &VerbGroup) -> bool {
        let start = self.parse.clauses[clause].tokens.start.max(verb.tokens.start.saturating_sub(6));
        (start..verb.tokens.start).any(|at| {
            matches!(self.word(at).to_lowercase().as_str(), "i" | "we" | "my" | "our" | "me" | "us" | "you" | "your")
        })
    }

    /// True for what someone is said to have said.
    fn is_said(&self, clause: usize) -> bool {
        let mut at = clause;
        for _ in 0..8 {
            if self.parse.clauses[at].kind == ClauseKind::Content {
                return true;
            }
            let Some(parent) = self.parent(at) else { return false };
            at = parent;
        }
        false
    }

    /// The words shown for a clause, without conjunctions and marks at its edges.
    fn shown(&self, clause: usize) -> TokenRange {
        let this = &self.parse.clauses[clause];
        let mut range = this.tokens;
        if this.kind == ClauseKind::Infinitive
            && let Some(parent) = self.parent(clause)
        {
            // `agreed to meet on Friday`
            range.start = self.parse.clauses[parent].tokens.start;
        }
        // What belongs to it behind its own words: infinitives, participles, what was said.
        let mut inside = vec![clause];
        for (number, child) in self.parse.clauses.iter().enumerate().skip(clause + 1) {
            if child.tokens.start > range.end || child.tokens.start < range.start {
                continue;
            }
            if !child.parent.is_some_and(|p| inside.contains(&(p as usize))) {
                continue;
            }
            let belongs = match child.kind {
                ClauseKind::Infinitive | ClauseKind::Participial => {
                    !self.is_mark(child.tokens.start.saturating_sub(1)) || child.kind == ClauseKind::Infinitive
                }
                ClauseKind::Content => true,
                ClauseKind::Subordinate => {
                    self.verb(number).is_some_and(|v| v.tense == VerbTense::None)
                        && !self.is_mark(child.tokens.start.saturating_sub(1))
                }
                _ => false,
            };
            if belongs {
                inside.push(number);
                range.end = range.end.max(child.tokens.end);
            }
            if inside.len() > 16 {
                break;
            }
        }
        let passive = self.verb(clause).is_some_and(|v| v.passive && v.tense == VerbTense::None);
        let reduced = this.kind == ClauseKind::Participial && passive && !self.is_mark(this.tokens.start.max(1) - 1);
        if this.kind == ClauseKind::Relative && matches!(self.word(range.start), "where" | "when") {
            range.start += 1;
        } else if this.kind == ClauseKind::Relative || reduced {
            range.start = attach::antecedent(self.doc, &self.parse, clause).unwrap_or(range.start);
        } else {
            range.start = self.behind_preamble(clause, self.behind_dateline(range.start));
        }
        self.trim(range)
    }

    /// `LEEDS, England — Two men …`, `Q: Who …`, `2. The first …`: what stands before the sentence itself.
    fn behind_dateline(&self, start: u32) -> u32 {
        let sentence = self.doc.sentences[self.number].tokens;
        if start != sentence.start || sentence.len() < 4 {
            return start;
        }
        let token = |at: u32| &self.doc.tokens[at as usize];
        let label = token(start).span.len() <= 2 && matches!(self.word(start + 1), ":" | "." | ")");
        if label {
            return start + 2;
        }
        let dash = |at: &u32| {
            matches!(self.word(*at), "—" | "–")
                || self.word(*at) == "-" && token(*at).space_before && token(at + 1).space_before
        };
        let place = token(start).case == Case::Upper && token(start).span.len() > 3;
        let end = (start + 12).min(sentence.end - 1);
        (start + 1..end).find(dash).filter(|_| place).map_or(start, |at| at + 1)
    }

    fn is_mark(&self, at: u32) -> bool {
        self.doc.tokens[at as usize].kind == TokenKind::Mark
    }

    /// `In the wake of the vote, the two parties met`: the first comma before the verb, unless words of time stand
    /// before it.
    fn behind_preamble(&self, clause: usize, start: u32) -> u32 {
        let Some(verb) = self.verb(clause) else { return start };
        let own = |at: u32| self.parse.clause_of(at) == Some(clause);
        let comma = (start..verb.tokens.start.min(start + FAR)).find(|&at| own(at) && self.word(at) == ",");
        let Some(comma) = comma else { return start };
        let preamble = attach::is_preposition(self.doc, start) || !own(start);
        let first = self.timexes.partition_point(|t| t.tokens.end <= start);
        let mut before = self.timexes[first..].iter().take(8).take_while(|t| t.tokens.start < comma);
        let timed = before.any(|t| t.date.is_some() || t.kind == TimexKind::Date);
        if preamble && !timed && comma + 1 < verb.tokens.start { comma + 1 } else { start }
    }

    /// Conjunctions, marks and half pairs of quotes at the edges say nothing.
    fn trim(&self, range: TokenRange) -> TokenRange {
        const LEADING: &[&str] = &[
            "after", "although", "and", "as", "because", "before", "but", "however", "once", "or", "since", "so",
            "that", "then", "though", "until", "when", "whereas", "while", "yet",
        ];
        let (mut start, mut end) = (range.start, range.end);
        while start + 1 < end
            && (self.opens_nothing(start) || LEADING.binary_search(&self.word(start).to_lowercase().as_str()).is_ok())
        {
            start += 1;
        }
        while end > start + 1 && self.closes_nothing(end - 1, start) {
            end -= 1;
        }
        // `…, hours after the storm`: the measure goes with what was cut off.
        let next = self.doc.tokens.get(range.end as usize).map_or("", |_| self.word(range.end));
        if matches!(next, "after" | "before") && attach::is_unit(self.word(end - 1)) {
            let comma = (start + 1..end).rev().take(5).find(|&at| self.word(at) == ",");
            end = comma.unwrap_or(end);
        }
        TokenRange::new(start, end)
    }

    fn opens_nothing(&self, at: u32) -> bool {
        self.is_mark(at) && !matches!(self.word(at), "$" | "£" | "€" | "#")
    }

    fn closes_nothing(&self, at: u32, start: u32) -> bool {
        let word = self.word(at);
        // A bracket or quote that was opened inside stays.
        let opener = match word {
            ")" => "(",
            "]" => "[",
            "”" => "“",
            "\"" => "\"",
            "%" => return false,
            _ if self.is_mark(at) => return true,
            _ => {
                return matches!(
                    word.to_lowercase().as_str(),
                    "and" | "or" | "but" | "while" | "as" | "that" | "which"
                );
            }
        };
        !(start.max(at.saturating_sub(FAR))..at).any(|i| self.word(i) == opener)
    }

    /// Where the subject stands, for a clause that has none of its own: before the verb of the one around it.
    fn subject(&self, clause: usize, shown: TokenRange) -> Option<TokenRange> {
        let verb = self.verb(clause)?;
        let own = (shown.start.max(verb.tokens.start.saturating_sub(FAR))..verb.tokens.start)
            .any(|at| self.doc.tokens[at as usize].kind == TokenKind::Word);
        let kind = self.parse.clauses[clause].kind;
        let lacks = matches!(kind, ClauseKind::Coordinated | ClauseKind::Participial | ClauseKind::Subordinate);
        if own || !lacks {
            return None;
        }
        let mut at = clause;
        for _ in 0..8 {
            at = self.parent(at)?;
            let outer = &self.parse.clauses[at];
            let verb = self.verb(at)?;
            if !matches!(outer.kind, ClauseKind::Coordinated | ClauseKind::Participial) {
                let start = self.behind_preamble(at, outer.tokens.start);
                let end = verb.tokens.start.min(shown.start);
                return (start < end).then(|| TokenRange::new(start, end));
            }
        }
        None
    }

    /// Noun phrases with a date of their own, and well-known events that are named.
    fn nouns(&self, held: &[Hold], out: &mut Vec<Candidate>) {
        let first = out.len();
        for (timex, hold) in self.timexes.iter().zip(held) {
            if let Hold::Noun { phrase, head } = hold
                && !self.is_called_off(phrase)
                && let Some(dated) = dated(self.doc, timex)
                && !self.anchors.iter().any(|a| a.span.overlaps(self.doc.span(*phrase)))
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

    /// `The 9 March concert was called off`
    fn is_called_off(&self, phrase: &TokenRange) -> bool {
        let verb = self.parse.clause_of(phrase.start).and_then(|c| self.verb(c));
        verb.is_some_and(|v| sense(self.doc.tokens[v.main as usize].hash).is(Sense::CANCEL))
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

    /// True when words of the clause point away from the time of the story.
    fn is_elsewhen(&self, clause: usize, held: &[Hold]) -> bool {
        const POINTERS: &[&str] = &[
            "ago",
            "already",
            "before",
            "decades",
            "earlier",
            "ever",
            "former",
            "formerly",
            "historically",
            "initially",
            "later",
            "long",
            "often",
            "once",
            "originally",
            "previous",
            "previously",
            "prior",
            "recently",
            "repeatedly",
            "subsequently",
            "traditionally",
            "twice",
            "until",
            "usually",
            "years",
        ];
        let tokens = self.parse.clauses[clause].tokens;
        let range = tokens.start..tokens.end.min(tokens.start + FAR);
        let pointer = range
            .filter(|&at| self.parse.clause_of(at) == Some(clause))
            .any(|at| POINTERS.binary_search(&self.word(at).to_lowercase().as_str()).is_ok());
        // Words of time that do not date it: `just after joining in 2011`.
        let first = self.timexes.partition_point(|t| t.tokens.end <= tokens.start);
        let other =
            self.timexes[first..].iter().zip(&held[first..]).take_while(|(t, _)| t.tokens.start < tokens.end).any(
                |(timex, hold)| {
                    let inside = self.parse.clause_of(timex.tokens.start).is_some_and(|c| {
                        c == clause
                            || self.parse.clauses[c].parent == Some(clause as u32)
                                && self.verb(c).is_some_and(|v| v.tense == VerbTense::None)
                    });
                    inside && *hold != Hold::Clause(clause) && timex.date.is_some() && timex.kind != TimexKind::Time
                },
            );
        pointer || other
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
