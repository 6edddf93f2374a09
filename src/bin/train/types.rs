//! What kind of name a word is likely to be, told from its vector: softmax regression over the words of the training
//! sets, each word judged by a model that did not see it.

use crate::Random;
use crate::encoder::WIDTH;

/// Number of kinds: person, organisation, place, group, event or other, no name.
pub const TYPES: usize = 5;
const FOLDS: usize = 5;

/// The likely shares of each kind for every vector. `seen` gives, where a word stands in the training sets, how often it
/// was each kind.
pub fn shares(vectors: &[[f32; WIDTH]], seen: &[Option<[f32; TYPES]>], random: &mut Random) -> Vec<[f32; TYPES]> {
    let mut out = vec![[0.0; TYPES]; vectors.len()];
    for fold in 0..FOLDS {
        let mut weights = vec![[0.0f32; TYPES]; WIDTH + 1];
        let mut order: Vec<usize> = (0..vectors.len()).filter(|n| seen[*n].is_some() && n % FOLDS != fold).collect();
        for round in 0..30 {
            let rate = 2.0 / (1.0 + round as f32 * 0.3);
            for n in (1..order.len()).rev() {
                order.swap(n, random.below(n + 1));
            }
            for n in &order {
                let Some(counts) = seen[*n] else { continue };
                let total: f32 = counts.iter().sum();
                let weight = (total.min(20.0) / 20.0).sqrt();
                let said = predict(&weights, &vectors[*n]);
                for t in 0..TYPES {
                    let step = rate * weight * (counts[t] / total - said[t]);
                    for (row, x) in weights.iter_mut().zip(vectors[*n].iter().chain([&0.3])) {
                        row[t] += step * x;
                    }
                }
            }
        }
        for (n, vector) in vectors.iter().enumerate() {
            let said = predict(&weights, vector);
            match seen[n] {
                Some(_) if n % FOLDS == fold => out[n] = said,
                Some(_) => {}
                None => out[n].iter_mut().zip(said).for_each(|(o, s)| *o += s / FOLDS as f32),
            }
        }
    }
    out
}

fn predict(weights: &[[f32; TYPES]], vector: &[f32; WIDTH]) -> [f32; TYPES] {
    let mut scores = [0.0; TYPES];
    for (row, x) in weights.iter().zip(vector.iter().chain([&0.3])) {
        for t in 0..TYPES {
            scores[t] += row[t] * x;
        }
    }
    let max = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores.iter_mut().for_each(|s| *s = (*s - max).exp());
    let sum: f32 = scores.iter().sum();
    scores.map(|s| s / sum)
}

/// A number from 1 that says which shares a word has: the likeliest kind, how sure that is, and the next.
pub fn code(shares: &[f32; TYPES]) -> u16 {
    let mut order: Vec<usize> = (0..TYPES).collect();
    order.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]));
    let (first, second) = (order[0], order[1]);
    let sure = match shares[first] {
        s if s > 0.85 => 0,
        s if s > 0.6 => 1,
        _ => 2,
    };
    let second = if sure == 0 { 0 } else { second + 1 };
    1 + (first * 3 + sure) as u16 * 7 + second as u16
}
