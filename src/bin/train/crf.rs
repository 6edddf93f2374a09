//! A linear-chain conditional random field, trained online by FTRL-Proximal (McMahan et al. 2013), which keeps most
//! weights at exactly zero. What a set says nothing of is left open: the gradient is the difference between what the
//! model expects and what it expects among the labels that are allowed.

#![allow(clippy::needless_range_loop)] // Sums over labels read as in the formulas.

use article_lens::entities::training::{LABELS, LANES, Row, may_follow};

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub alpha: f32,
    pub beta: f32,
    pub l1: f32,
    pub l2: f32,
}

/// Tokens with features, in stretches.
#[derive(Default)]
pub struct Data {
    /// Features of token `t` are `features[offsets[t]..offsets[t + 1]]`.
    pub offsets: Vec<u32>,
    pub features: Vec<u32>,
    /// Bits of the labels a token may have.
    pub allowed: Vec<u16>,
    /// Scores that are there before any feature; empty: none.
    pub base: Vec<Row>,
    pub stretches: Vec<Stretch>,
}

/// Tokens that touch; outside of it all is outside.
#[derive(Clone, Copy)]
pub struct Stretch {
    pub start: u32,
    pub end: u32,
    pub weight: f32,
    pub doc: u32,
}

impl Data {
    pub fn of(&self, token: usize) -> &[u32] {
        &self.features[self.offsets[token] as usize..self.offsets[token + 1] as usize]
    }
}

/// The weights and what FTRL remembers of each.
pub struct Crf {
    pub weights: Vec<Row>,
    z: Vec<Row>,
    n: Vec<Row>,
    pub transitions: Vec<Row>,
    tz: Vec<Row>,
    tn: Vec<Row>,
    rates: Rates,
    /// Transitions learn too.
    pub free_transitions: bool,
    scratch: Scratch,
}

#[derive(Default)]
struct Scratch {
    kept: Vec<u32>,
    ends: Vec<usize>,
    rows: Vec<Row>,
    forward: [Vec<Row>; 2],
    backward: [Vec<Row>; 2],
    gradient: Vec<Row>,
}

/// Marks features that know the word itself.
pub const IDENTITY: u32 = 1 << 31;
/// Marks features that know it from the lexicon.
pub const LISTED: u32 = 1 << 30;

const ZERO: Row = [0.0; LANES];

impl Crf {
    pub fn new(features: usize, rates: Rates) -> Self {
        Crf {
            weights: vec![ZERO; features],
            z: vec![ZERO; features],
            n: vec![ZERO; features],
            transitions: vec![ZERO; LABELS],
            tz: vec![ZERO; LABELS],
            tn: vec![ZERO; LABELS],
            rates,
            free_transitions: true,
            scratch: Scratch::default(),
        }
    }

    /// Adds this model's weights to the sums of `other`.
    pub fn add_to(&self, other: &mut Crf, share: f32) {
        for (sum, row) in
            other.weights.iter_mut().zip(&self.weights).chain(other.transitions.iter_mut().zip(&self.transitions))
        {
            sum.iter_mut().zip(row).for_each(|(sum, w)| *sum += share * w);
        }
    }

    /// The scores of a token.
    pub fn row(&self, data: &Data, token: usize) -> Row {
        let mut row = data.base.get(token).copied().unwrap_or(ZERO);
        for feature in data.of(token) {
            for (score, weight) in row.iter_mut().zip(&self.weights[(*feature & !(IDENTITY | LISTED)) as usize]) {
                *score += weight;
            }
        }
        row
    }

    /// Learns from one stretch; gives its loss. A share `drop` of the features is left out, so that no single one is
    /// relied on.
    pub fn learn(
        &mut self,
        data: &Data,
        stretch: Stretch,
        (drop, words): (f32, f32),
        random: &mut crate::Random,
    ) -> f32 {
        let tokens = stretch.start as usize..stretch.end as usize;
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.rows.clear();
        scratch.kept.clear();
        scratch.ends.clear();
        let limit = (drop * 65536.0) as u64;
        for token in tokens.clone() {
            let mut row = data.base.get(token).copied().unwrap_or(ZERO);
            let mut bits = 0;
            let unknown = words > 0.0 && (random.draw() & 0xffff) < (words * 65536.0) as u64;
            let unlisted = unknown && random.below(2) == 0;
            for (n, feature) in data.of(token).iter().enumerate() {
                if unknown && feature & IDENTITY != 0 || unlisted && feature & LISTED != 0 {
                    continue;
                }
                let feature = &(feature & !(IDENTITY | LISTED));
                if n % 4 == 0 {
                    bits = random.draw();
                }
                let roll = bits & 0xffff;
                bits >>= 16;
                if roll < limit {
                    continue;
                }
                scratch.kept.push(*feature);
                for (score, weight) in row.iter_mut().zip(&self.weights[*feature as usize]) {
                    *score += weight;
                }
            }
            scratch.ends.push(scratch.kept.len());
            let max = row[..LABELS].iter().copied().fold(f32::NEG_INFINITY, f32::max);
            for score in &mut row {
                *score = (*score - max).exp();
            }
            scratch.rows.push(row);
        }
        let mut moves = [ZERO; LABELS];
        for (a, row) in moves.iter_mut().enumerate() {
            for b in 0..LABELS {
                row[b] = if may_follow(a as u8, b as u8) { self.transitions[a][b].exp() } else { 0.0 };
            }
        }
        let allowed = &data.allowed[tokens.clone()];
        let free = vec![u16::MAX; allowed.len()];
        let mut transition_gradient = [ZERO; LABELS];
        scratch.gradient.clear();
        scratch.gradient.resize(allowed.len(), ZERO);
        let mut loss = 0.0;
        for (way, masks) in [&free[..], allowed].into_iter().enumerate() {
            let sign = if way == 0 { 1.0 } else { -1.0 };
            loss += sign
                * expect(
                    &scratch.rows,
                    &moves,
                    masks,
                    &mut scratch.forward[way],
                    &mut scratch.backward[way],
                    &mut scratch.gradient,
                    &mut transition_gradient,
                    sign,
                );
        }
        let mut from = 0;
        for (end, gradient) in scratch.ends.iter().zip(&mut scratch.gradient) {
            let kept = &scratch.kept[from..*end];
            from = *end;
            if gradient.iter().all(|g| g.abs() < 1e-5) {
                continue;
            }
            gradient.iter_mut().for_each(|g| *g *= stretch.weight);
            for feature in kept {
                let f = *feature as usize;
                step(gradient, &mut self.weights[f], &mut self.z[f], &mut self.n[f], self.rates);
            }
        }
        if self.free_transitions {
            for a in 0..LABELS {
                transition_gradient[a].iter_mut().for_each(|g| *g *= stretch.weight);
                step(&transition_gradient[a], &mut self.transitions[a], &mut self.tz[a], &mut self.tn[a], self.rates);
            }
        }
        self.scratch = scratch;
        loss
    }
}

/// One step of FTRL-Proximal.
#[inline]
fn step(gradient: &Row, w: &mut Row, z: &mut Row, n: &mut Row, rates: Rates) {
    for lane in 0..LANES {
        let g = gradient[lane];
        let squared = n[lane] + g * g;
        let root = squared.sqrt();
        z[lane] += g - (root - n[lane].sqrt()) / rates.alpha * w[lane];
        n[lane] = squared;
        let shrunk = (z[lane].abs() - rates.l1).max(0.0);
        w[lane] = -shrunk.copysign(z[lane]) / ((rates.beta + root) / rates.alpha + rates.l2);
    }
}

/// Adds the expected counts times `sign` to the gradients; gives the log of the sum over all paths.
#[allow(clippy::too_many_arguments)]
fn expect(
    rows: &[Row],
    moves: &[Row; LABELS],
    masks: &[u16],
    forward: &mut Vec<Row>,
    backward: &mut Vec<Row>,
    gradient: &mut [Row],
    transitions: &mut [Row; LABELS],
    sign: f32,
) -> f32 {
    let n = rows.len();
    let masked = |row: &mut Row, mask: u16| {
        for (b, value) in row.iter_mut().enumerate() {
            if mask >> b & 1 == 0 {
                *value = 0.0;
            }
        }
    };
    let scale = |row: &mut Row| {
        let sum: f32 = row[..LABELS].iter().sum::<f32>().max(1e-30);
        row.iter_mut().for_each(|v| *v /= sum);
        sum
    };
    forward.clear();
    let mut log = 0.0;
    for t in 0..n {
        let mut row = ZERO;
        if t == 0 {
            row = moves[0];
        } else {
            let last = forward[t - 1];
            for a in 0..LABELS {
                if last[a] != 0.0 {
                    for b in 0..LANES {
                        row[b] += last[a] * moves[a][b];
                    }
                }
            }
        }
        for b in 0..LANES {
            row[b] *= rows[t][b];
        }
        masked(&mut row, masks[t]);
        log += scale(&mut row).ln();
        forward.push(row);
    }
    let mut end = 0.0;
    for a in 0..LABELS {
        end += forward[n - 1][a] * moves[a][0];
    }
    log += end.max(1e-30).ln();
    backward.clear();
    backward.resize(n, ZERO);
    for a in 0..LABELS {
        backward[n - 1][a] = moves[a][0];
    }
    for t in (0..n).rev() {
        let mut node = ZERO;
        for b in 0..LABELS {
            node[b] = forward[t][b] * backward[t][b];
        }
        scale(&mut node);
        for b in 0..LABELS {
            gradient[t][b] += sign * node[b];
        }
        if t + 1 == n {
            for a in 0..LABELS {
                transitions[a][0] += sign * node[a];
            }
        }
        // What lies behind, seen from the token before (or from the edge).
        let mut behind = ZERO;
        for b in 0..LABELS {
            behind[b] = rows[t][b] * backward[t][b];
        }
        masked(&mut behind, masks[t]);
        if t == 0 {
            let mut edge = ZERO;
            for b in 0..LABELS {
                edge[b] = moves[0][b] * behind[b];
            }
            scale(&mut edge);
            for b in 0..LABELS {
                transitions[0][b] += sign * edge[b];
            }
        } else {
            let mut both = [ZERO; LABELS];
            let mut sum = 0.0;
            let mut back = ZERO;
            for a in 0..LABELS {
                let mut total = 0.0;
                for b in 0..LANES {
                    let value = moves[a][b] * behind[b];
                    both[a][b] = forward[t - 1][a] * value;
                    total += value;
                }
                back[a] = total;
                sum += forward[t - 1][a] * total;
            }
            let factor = sign / sum.max(1e-30);
            for a in 0..LABELS {
                for b in 0..LANES {
                    transitions[a][b] += factor * both[a][b];
                }
            }
            scale(&mut back);
            backward[t - 1] = back;
        }
    }
    log
}
