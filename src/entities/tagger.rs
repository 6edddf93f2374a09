//! The sequence model at work: candidates with their scores, two readings of the document, mentions.

use super::features::{Feature, Sentence};
use super::labels::{LABELS, OUTSIDE, Row, is_begin, kind_of, may_follow};
use super::memory::{Candidate, Labels, Memory};
use super::model::Model;
use crate::document::Document;
use crate::{EntityKind, TokenRange};

/// A name the model found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What the model takes it for.
    pub kind: EntityKind,
}

/// Reads sentences; gives each candidate with its features.
#[derive(Debug, Default)]
pub struct Reader {
    sentence: Sentence,
    features: Vec<Feature>,
}

impl Reader {
    /// Reads sentence `number`, notes its words in `memory`, calls `each` for every candidate.
    pub fn read(
        &mut self,
        doc: &Document,
        number: usize,
        lexicon: &super::lexicon::Lexicon,
        memory: &mut Memory,
        mut each: impl FnMut(Candidate, &[Feature]),
    ) {
        self.sentence.read(doc, number, lexicon);
        let first = doc.sentences[number].tokens.start;
        for i in 0..self.sentence.glimpses.len() {
            let told = memory.note(&self.sentence, i);
            if self.sentence.glimpses[i].candidate {
                self.features.clear();
                self.sentence.features(i, &mut self.features);
                each(Candidate::new(&self.sentence, i, first, told), &self.features);
            }
        }
    }
}

/// The candidates of a document with their scores so far.
#[derive(Debug, Default)]
pub struct Scored {
    /// The candidates in order.
    pub candidates: Vec<Candidate>,
    /// Their scores.
    pub rows: Vec<Row>,
    /// One past the last candidate of each stretch of candidates that touch.
    pub ends: Vec<u32>,
}

impl Scored {
    /// Adds a candidate; `fresh` where a new sentence begins.
    pub fn push(&mut self, candidate: Candidate, row: Row, fresh: bool) {
        let touches = !fresh && self.candidates.last().is_some_and(|last| last.token + 1 == candidate.token);
        self.candidates.push(candidate);
        self.rows.push(row);
        match self.ends.last_mut() {
            Some(end) if touches => *end += 1,
            _ => self.ends.push(self.candidates.len() as u32),
        }
    }

    /// Both readings; gives the label of each candidate.
    pub fn decode(&mut self, model: &Model, memory: &Memory) -> Vec<u8> {
        let mut features = Vec::with_capacity(16);
        for (candidate, row) in self.candidates.iter().zip(&mut self.rows) {
            features.clear();
            memory.features(candidate, &mut features);
            model.score(&features, row);
        }
        let first = self.best(model);
        let labels = Labels::count(&self.candidates, &first);
        for (n, row) in self.rows.iter_mut().enumerate() {
            features.clear();
            labels.features(&self.candidates[n], first[n], is_long(&self.candidates, &first, n), &mut features);
            model.score(&features, row);
        }
        self.best(model)
    }

    /// The best path through every stretch.
    fn best(&self, model: &Model) -> Vec<u8> {
        let mut labels = vec![OUTSIDE; self.rows.len()];
        let mut back = Vec::new();
        let mut start = 0;
        for end in &self.ends {
            let end = *end as usize;
            best_path(&self.rows[start..end], &model.transitions, &mut back, &mut labels[start..end]);
            start = end;
        }
        labels
    }
}

/// True when the mention at candidate `n` has two or more words.
pub fn is_long(candidates: &[Candidate], labels: &[u8], n: usize) -> bool {
    let label = labels[n];
    let next = candidates.get(n + 1).is_some_and(|next| next.token == candidates[n].token + 1);
    (label != OUTSIDE && !is_begin(label)) || (is_begin(label) && next && labels[n + 1] == label + 1)
}

/// Viterbi's best path, from outside to outside.
pub fn best_path(rows: &[Row], transitions: &[Row], back: &mut Vec<[u8; LABELS]>, labels: &mut [u8]) {
    back.clear();
    let outside = &transitions[OUTSIDE as usize];
    let mut scores = [f32::NEG_INFINITY; LABELS];
    for b in 0..LABELS {
        if may_follow(OUTSIDE, b as u8) {
            scores[b] = outside[b] + rows[0][b];
        }
    }
    for row in &rows[1..] {
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut from = [0u8; LABELS];
        for b in 0..LABELS {
            let mut best = (f32::NEG_INFINITY, 0);
            for a in 0..LABELS {
                let score =
                    if may_follow(a as u8, b as u8) { scores[a] + transitions[a][b] } else { f32::NEG_INFINITY };
                if score > best.0 {
                    best = (score, a as u8);
                }
            }
            next[b] = best.0 + row[b];
            from[b] = best.1;
        }
        back.push(from);
        scores = next;
    }
    let mut best = (f32::NEG_INFINITY, 0);
    for (a, score) in scores.iter().enumerate() {
        let score = score + transitions[a][OUTSIDE as usize];
        if score > best.0 {
            best = (score, a as u8);
        }
    }
    let mut label = best.1;
    for at in (0..rows.len()).rev() {
        labels[at] = label;
        if at > 0 {
            label = back[at - 1][label as usize];
        }
    }
}

/// The mentions that the labels of candidates make.
pub fn mentions(candidates: &[Candidate], labels: &[u8]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (candidate, label) in candidates.iter().zip(labels) {
        let Some(kind) = kind_of(*label) else { continue };
        let at = candidate.token;
        match found.last_mut() {
            Some(last) if !is_begin(*label) && last.kind == kind && last.tokens.end == at => last.tokens.end += 1,
            _ => found.push(Found { tokens: TokenRange::new(at, at + 1), kind }),
        }
    }
    found
}
