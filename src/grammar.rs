//! The little grammar that dates and events need: verb groups with their tense, and clauses. By word lists and form,
//! no model.
//!
//! Door: [`parse`]. Absent here: dates, names.
//!
//! ```
//! use article_lens::{RawInput, document, grammar::{self, VerbTense}, input};
//! let doc = document::parse(&input::read(&RawInput::text("The council met in May and will vote on Friday.")));
//! let sentence = grammar::parse(&doc, 0);
//! let tenses: Vec<_> = sentence.verbs.iter().map(|v| v.tense).collect();
//! assert_eq!(tenses, [VerbTense::Past, VerbTense::Future]);
//! // `Friday`, token 9, hangs on `will vote`.
//! assert_eq!(sentence.governing(9).unwrap().tense, VerbTense::Future);
//! ```

mod clauses;
mod forms;
mod groups;
mod words;

pub use clauses::{Clause, ClauseKind};

use crate::TokenRange;
use crate::document::Document;

/// A sentence in verbs and clauses. Token numbers are the document's.
#[derive(Clone, Debug, Default)]
pub struct Parse {
    /// The verb groups in order.
    pub verbs: Vec<VerbGroup>,
    /// The clauses in order of their first token; the first one is the sentence's outermost.
    pub clauses: Vec<Clause>,
    /// First token of the sentence.
    start: u32,
    /// For each token of the sentence, the number of the innermost clause it stands in.
    owner: Vec<u16>,
}

impl Parse {
    /// The innermost clause that holds `token`.
    pub fn clause_of(&self, token: u32) -> Option<usize> {
        self.owner.get(token.checked_sub(self.start)? as usize).map(|&c| usize::from(c))
    }

    /// The verb group that `token` is part of.
    pub fn verb_at(&self, token: u32) -> Option<&VerbGroup> {
        let after = self.verbs.partition_point(|v| v.tokens.start <= token);
        self.verbs[..after].last().filter(|v| token < v.tokens.end)
    }

    /// The verb that a word at `token` hangs on: that of its own clause, or where that has none or one without tense,
    /// of the nearest clause around it that has. None in a sentence without a verb that has a tense.
    pub fn governing(&self, token: u32) -> Option<&VerbGroup> {
        let mut clause = self.clause_of(token);
        while let Some(number) = clause {
            let this = &self.clauses[number];
            if let Some(verb) = this.verb.map(|v| &self.verbs[v as usize])
                && verb.tense != VerbTense::None
            {
                return Some(verb);
            }
            clause = this.parent.map(|p| p as usize);
        }
        let tensed = || self.verbs.iter().filter(|v| v.tense != VerbTense::None);
        tensed().min_by_key(|v| v.main.abs_diff(token))
    }
}

/// True for a word that can be a form of a verb, whatever it is here.
pub(crate) fn may_be_verb(doc: &Document, at: usize) -> bool {
    words::classes(doc, at..at + 1)[0].is(words::Class::VERB)
}

/// True for a word that can only be the bare form of a verb: `publish`.
pub(crate) fn is_bare_verb(doc: &Document, at: usize) -> bool {
    let class = words::class(doc, at);
    let other = words::Class::NOUNISH.with(words::Class::PAST).with(words::Class::PARTICIPLE).with(words::Class::NAME);
    class.is(words::Class::BASE) && !class.is(other.with(words::Class::PREPOSITION).with(words::Class::ADVERB))
}

/// `shops close on Sunday`: a plural noun that may be a verb, with the bare form of another behind it.
pub(crate) fn is_many_with_verb(doc: &Document, at: usize) -> bool {
    let class = |at: usize| if at < doc.tokens.len() { words::class(doc, at) } else { words::Class::default() };
    let led = words::Class::PREPOSITION.with(words::Class::CALENDAR);
    class(at).is(words::Class::PLURAL) && class(at + 1).is(words::Class::BASE) && class(at + 2).is(led)
}

/// True for a verb that `that` may follow: `said`, `decided`.
pub(crate) fn says(doc: &Document, at: usize) -> bool {
    words::class(doc, at).is(words::Class::SAY)
}

/// True for a word that only tells how or when something is done: `almost`, `quietly`.
pub(crate) fn is_adverb(doc: &Document, at: usize) -> bool {
    let class = words::class(doc, at);
    class.is(words::Class::ADVERB) && !class.is(words::Class::SUBORDINATOR.with(words::Class::DETERMINER))
}

/// A verb with its auxiliaries (`has been arrested`, `would not say`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// From the first auxiliary to the main verb.
    pub tokens: TokenRange,
    /// The main verb's token.
    pub main: u32,
    /// What the form says of time.
    pub tense: VerbTense,
    /// `not`, `never`, `n’t` in the group.
    pub negated: bool,
    /// `was held`, and the participle of `a bridge built in 1990`.
    pub passive: bool,
}

/// What the form of a verb group says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbTense {
    /// `met`, `was held`
    Past,
    /// `has met`
    PresentPerfect,
    /// `had met`
    PastPerfect,
    /// `meets`, `is meeting`
    Present,
    /// `will meet`, `is to meet`, `is due to meet`; also the `to meet` of `plans to meet`
    Future,
    /// `would`, `could`, `may`, `might`, `should`
    Modal,
    /// `to meet`, `meeting`, `built in 1990`: no tense of its own
    None,
}

/// The verb groups and clauses of sentence `number`. Linear in its length, and kept: all stages ask for them.
pub fn parse(doc: &Document, number: usize) -> &Parse {
    doc.parses[number].get_or_init(|| {
        let tokens = doc.sentences[number].tokens.range();
        let words = words::classes(doc, tokens.clone());
        let verbs = groups::find(&words, tokens.start as u32);
        let (clauses, owner) = clauses::find(doc, &words, &verbs, tokens.start as u32);
        Parse { verbs, clauses, start: tokens.start as u32, owner }
    })
}

/// The forms of the verb `base`: bare, -s, -ing, past, participle.
pub(crate) fn forms(base: &str) -> Vec<String> {
    forms::forms(base).into_iter().map(|(form, _)| form).collect()
}
