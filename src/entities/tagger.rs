//! The sequence model at work: candidates with their scores, two readings of the document, mentions.

use super::features::{Feature, Sentence};
use super::labels::{LABELS, LANES, OUTSIDE, Row, is_begin, is_inside, kind_of};
use super::memory::{Candidate, Memory};
use super::model::{Model, Sums};
use crate::document::{Document, WordMap};
use crate::{EntityKind, TokenRange};

/// A name the model found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What the model takes it for.
    pub kind: EntityKind,
}

/// Reads sentences; gives each candidate.
#[derive(Debug, Default)]
pub struct Reader {
    sentence: Sentence,
}

impl Reader {
    /// Reads sentence `number`, notes its words in `memory`, calls `each` for every candidate: with the sentence and its
    /// place there.
    pub fn read(
        &mut self,
        doc: &Document,
        number: usize,
        lexicon: &super::lexicon::Lexicon,
        memory: &mut Memory,
        mut each: impl FnMut(&Sentence, usize, Candidate),
    ) {
        self.sentence.read(doc, number, lexicon);
        let first = doc.sentences[number].tokens.start;
        for i in 0..self.sentence.glimpses.len() {
            let told = memory.note(&self.sentence, i);
            if self.sentence.glimpses[i].candidate {
                each(&self.sentence, i, Candidate::new(&self.sentence, i, first, told));
            }
        }
    }
}

/// Labels a document: [`read`](Labeller::read) its sentences in order, then [`labels`](Labeller::labels).
#[derive(Debug, Default)]
pub struct Labeller {
    reader: Reader,
    /// What the same words are elsewhere.
    pub memory: Memory,
    /// The candidates that were scored.
    pub scored: Scored,
    /// Scores of the words themselves, which come again.
    own: WordMap<Option<Sums>>,
    features: Vec<Feature>,
}

impl Labeller {
    /// Scores the candidates of sentence `number`.
    pub fn read(&mut self, doc: &Document, number: usize, model: &Model) {
        let Labeller { reader, memory, scored, own, features } = self;
        let mut fresh = true;
        reader.read(doc, number, &model.lexicon, memory, |sentence, i, candidate| {
            let own = own.entry(sentence.own(i)).get_or_insert_with(|| {
                features.clear();
                sentence.features::<true, false>(i, features);
                let mut sums = [0; LANES];
                model.sum(features, &mut sums);
                sums
            });
            let mut sums = *own;
            features.clear();
            sentence.features::<false, true>(i, features);
            model.sum(features, &mut sums);
            scored.push(candidate, model.scores(&sums), fresh);
            fresh = false;
        });
    }

    /// The label of each candidate that was scored, the whole document taken into account.
    pub fn labels(&mut self, model: &Model) -> Vec<u8> {
        self.scored.decode(model, &self.memory)
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

    /// Takes the whole document into account; gives the label of each candidate.
    pub fn decode(&mut self, model: &Model, memory: &Memory) -> Vec<u8> {
        let mut features = Vec::with_capacity(16);
        for (candidate, row) in self.candidates.iter().zip(&mut self.rows) {
            features.clear();
            memory.features(candidate, &mut features);
            let mut sums = [0; LANES];
            model.sum(&mut features, &mut sums);
            row.iter_mut().zip(model.scores(&sums)).for_each(|(own, score)| *own += score);
        }
        self.share();
        self.best(model)
    }

    /// Moves the scores of a word's places towards their mean: what is clear in one place helps in the others.
    pub fn share(&mut self) {
        let mut sums: WordMap<([f32; 7], f32)> = WordMap::default();
        for (candidate, row) in self.candidates.iter().zip(&self.rows).filter(|(c, _)| c.is_capital()) {
            let sum = sums.entry(candidate.word);
            sum.0.iter_mut().zip(kinds(row)).for_each(|(sum, score)| *sum += score);
            sum.1 += 1.0;
        }
        for (candidate, row) in self.candidates.iter().zip(&mut self.rows).filter(|(c, _)| c.is_capital()) {
            let Some((sum, count)) = sums.get(candidate.word).filter(|s| s.1 > 1.0) else { continue };
            let own = kinds(row);
            let shift = |k: usize| SHARED * (sum[k] / count - own[k]);
            row[0] += shift(0);
            for k in 1..7 {
                row[2 * k - 1] += shift(k);
                row[2 * k] += shift(k);
            }
        }
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

/// How far the scores of a word's places move towards their mean. Chosen on the development sets; anything from 0.3 to
/// 0.7 gives the same within 0.1.
const SHARED: f32 = 0.6;

/// How much speaks for no name and for each kind, against their mean.
fn kinds(row: &Row) -> [f32; 7] {
    let mut scores = [row[0]; 7];
    for k in 0..6 {
        scores[k + 1] = row[1 + 2 * k].max(row[2 + 2 * k]);
    }
    let mean = scores.iter().sum::<f32>() / 7.0;
    scores.map(|s| s - mean)
}

/// Viterbi's best path, from outside to outside. Transitions that may not be are minus infinity.
pub fn best_path(rows: &[Row], transitions: &[Row; LANES], back: &mut Vec<[u8; LANES]>, labels: &mut [u8]) {
    back.clear();
    let mut scores = transitions[OUTSIDE as usize];
    scores.iter_mut().zip(&rows[0]).for_each(|(score, own)| *score += own);
    for row in &rows[1..] {
        let mut next = [f32::NEG_INFINITY; LANES];
        let mut from = [0u8; LANES];
        let mut try_way = |a: usize, b: usize| {
            let way = scores[a] + transitions[a][b];
            if way > next[b] {
                next[b] = way;
                from[b] = a as u8;
            }
        };
        for b in 0..LABELS {
            if is_inside(b as u8) {
                // Only its own kind stands before it.
                try_way(b - 1, b);
                try_way(b, b);
            } else {
                (0..LABELS).for_each(|a| try_way(a, b));
            }
        }
        next.iter_mut().zip(row).for_each(|(score, own)| *score += own);
        back.push(from);
        scores = next;
    }
    let mut best = (f32::NEG_INFINITY, 0);
    for (a, score) in scores.iter().enumerate().take(LABELS) {
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
