//! The little grammar that dates and events need: verb groups with their tense, and clauses. By word lists and form,
//! no model.
//!
//! Door: [`verbs`]. Absent here: dates, names.

use crate::TokenRange;
use crate::document::Document;

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
    /// `will meet`, `is to meet`, `is due to meet`
    Future,
    /// `would`, `could`, `may`, `might`, `should`
    Modal,
    /// `to meet`, `meeting`: no tense of its own
    None,
}

/// The verb groups of sentence `number`, in order.
pub fn verbs(doc: &Document, number: usize) -> Vec<VerbGroup> {
    let _ = (doc, number);
    Vec::new()
}
