//! A BERT encoder for single words (all-MiniLM-L6-v2: six layers, 384 wide, uncased), read from its safetensors file.
//! Only clusters of its word vectors reach the shipped lexicon.

use crate::data::read;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Width of a word's vector.
pub const WIDTH: usize = 384;
const HEADS: usize = 12;
const LAYERS: usize = 6;
const INNER: usize = 1536;

/// The encoder's weights by name.
pub struct Encoder {
    tensors: HashMap<String, Vec<f32>>,
    pieces: HashMap<String, u32>,
    /// Whole words of the encoder's vocabulary.
    pub words: Vec<String>,
}

impl Encoder {
    /// Reads `model.safetensors` and `vocab.txt` in `folder`.
    pub fn open(folder: &Path) -> Self {
        let bytes = std::fs::read(folder.join("model.safetensors")).expect("the folder holds model.safetensors");
        let length = u64::from_le_bytes(bytes[..8].try_into().expect("8 bytes")) as usize;
        let header: BTreeMap<String, serde_json::Value> =
            serde_json::from_slice(&bytes[8..8 + length]).expect("the header is JSON");
        let mut tensors = HashMap::new();
        for (name, tensor) in header.iter().filter(|(_, t)| t["dtype"] == "F32") {
            let offset = |n: usize| 8 + length + tensor["data_offsets"][n].as_u64().unwrap_or(0) as usize;
            let floats = bytes[offset(0)..offset(1)].chunks_exact(4);
            tensors.insert(name.clone(), floats.map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect());
        }
        let vocabulary = read(&folder.join("vocab.txt"));
        let pieces: HashMap<String, u32> = vocabulary.lines().zip(0..).map(|(p, n)| (p.to_string(), n)).collect();
        let whole = |p: &&str| p.len() > 1 && p.chars().all(char::is_alphabetic);
        Encoder { tensors, words: vocabulary.lines().filter(whole).map(String::from).collect(), pieces }
    }

    fn tensor(&self, name: &str) -> &[f32] {
        &self.tensors[name]
    }

    /// The pieces of a word, between the marks of a sentence's begin and end; at most 10.
    fn cut(&self, word: &str) -> Vec<u32> {
        let mut out = vec![self.pieces["[CLS]"]];
        let plain: String = word.to_lowercase().chars().map(unaccented).collect();
        let parts = plain.split_inclusive(|c: char| !c.is_alphanumeric());
        for part in parts.flat_map(|p| match p.char_indices().next_back() {
            Some((at, c)) if !c.is_alphanumeric() => [&p[..at], &p[at..]],
            _ => [p, ""],
        }) {
            let mut rest = part;
            while !rest.is_empty() && out.len() < 9 {
                let begun = rest.len() < part.len();
                let find = |end: usize| {
                    let piece = if begun { format!("##{}", &rest[..end]) } else { rest[..end].to_string() };
                    self.pieces.get(&piece).map(|n| (end, *n))
                };
                let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
                match ends.filter_map(find).next() {
                    Some((end, piece)) => {
                        out.push(piece);
                        rest = &rest[end..];
                    }
                    None => {
                        out.push(self.pieces["[UNK]"]);
                        break;
                    }
                }
            }
        }
        out.push(self.pieces["[SEP]"]);
        out
    }

    /// The vector of each word, of length 1.
    pub fn encode(&self, words: &[String]) -> Vec<[f32; WIDTH]> {
        let mut by_length: BTreeMap<usize, Vec<(usize, Vec<u32>)>> = BTreeMap::new();
        for (n, word) in words.iter().enumerate() {
            let cut = self.cut(word);
            by_length.entry(cut.len()).or_default().push((n, cut));
        }
        let mut vectors = vec![[0.0; WIDTH]; words.len()];
        for (length, list) in by_length {
            for batch in list.chunks(64) {
                let states = self.forward(batch, length);
                for (row, (n, _)) in batch.iter().enumerate() {
                    let vector = &mut vectors[*n];
                    for state in states[row * length * WIDTH..(row + 1) * length * WIDTH].chunks_exact(WIDTH) {
                        vector.iter_mut().zip(state).for_each(|(v, s)| *v += s);
                    }
                    let norm = vector.iter().map(|v| v * v).sum::<f32>().sqrt().max(1e-9);
                    vector.iter_mut().for_each(|v| *v /= norm);
                }
            }
        }
        vectors
    }

    /// The last layer for words of `length` pieces each.
    fn forward(&self, batch: &[(usize, Vec<u32>)], length: usize) -> Vec<f32> {
        let rows = batch.len() * length;
        let mut x = vec![0.0; rows * WIDTH];
        let (tokens, places, types) = (
            self.tensor("embeddings.word_embeddings.weight"),
            self.tensor("embeddings.position_embeddings.weight"),
            self.tensor("embeddings.token_type_embeddings.weight"),
        );
        for (row, state) in x.chunks_exact_mut(WIDTH).enumerate() {
            let (piece, place) = (batch[row / length].1[row % length] as usize, row % length);
            for (i, s) in state.iter_mut().enumerate() {
                *s = tokens[piece * WIDTH + i] + places[place * WIDTH + i] + types[i];
            }
        }
        self.normalise(&mut x, "embeddings.LayerNorm");
        for layer in 0..LAYERS {
            let name = |part: &str| format!("encoder.layer.{layer}.{part}");
            let [q, k, v] =
                ["query", "key", "value"].map(|p| self.linear(&x, &name(&format!("attention.self.{p}")), WIDTH, WIDTH));
            let mut mixed = vec![0.0; rows * WIDTH];
            attend(&q, &k, &v, length, &mut mixed);
            let out = self.linear(&mixed, &name("attention.output.dense"), WIDTH, WIDTH);
            x.iter_mut().zip(&out).for_each(|(x, o)| *x += o);
            self.normalise(&mut x, &name("attention.output.LayerNorm"));
            let mut inner = self.linear(&x, &name("intermediate.dense"), WIDTH, INNER);
            inner.iter_mut().for_each(|v| *v = gelu(*v));
            let out = self.linear(&inner, &name("output.dense"), INNER, WIDTH);
            x.iter_mut().zip(&out).for_each(|(x, o)| *x += o);
            self.normalise(&mut x, &name("output.LayerNorm"));
        }
        x
    }

    fn linear(&self, x: &[f32], name: &str, from: usize, to: usize) -> Vec<f32> {
        let (weight, bias) = (self.tensor(&format!("{name}.weight")), self.tensor(&format!("{name}.bias")));
        let rows = x.len() / from;
        let mut out = bias.repeat(rows);
        // SAFETY: x is rows × from, the weight is to × from (read transposed), out is rows × to; all are in bounds.
        #[allow(unsafe_code)]
        unsafe {
            matrixmultiply::sgemm(
                rows,
                from,
                to,
                1.0,
                x.as_ptr(),
                from as isize,
                1,
                weight.as_ptr(),
                1,
                from as isize,
                1.0,
                out.as_mut_ptr(),
                to as isize,
                1,
            );
        }
        out
    }

    fn normalise(&self, x: &mut [f32], name: &str) {
        let (weight, bias) = (self.tensor(&format!("{name}.weight")), self.tensor(&format!("{name}.bias")));
        for state in x.chunks_exact_mut(WIDTH) {
            let mean = state.iter().sum::<f32>() / WIDTH as f32;
            let spread = state.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / WIDTH as f32;
            let factor = 1.0 / (spread + 1e-12).sqrt();
            for (i, v) in state.iter_mut().enumerate() {
                *v = (*v - mean) * factor * weight[i] + bias[i];
            }
        }
    }
}

/// Every piece looks at the pieces of its own word.
fn attend(q: &[f32], k: &[f32], v: &[f32], length: usize, out: &mut [f32]) {
    let size = WIDTH / HEADS;
    for word in 0..q.len() / WIDTH / length {
        for head in 0..HEADS {
            let at = |row: usize| (word * length + row) * WIDTH + head * size;
            for i in 0..length {
                let query = &q[at(i)..at(i) + size];
                let dot = |j: usize| query.iter().zip(&k[at(j)..at(j) + size]).map(|(a, b)| a * b).sum::<f32>();
                let scores: Vec<f32> = (0..length).map(|j| dot(j) / (size as f32).sqrt()).collect();
                let max = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                let shares: Vec<f32> = scores.iter().map(|s| (s - max).exp()).collect();
                let sum: f32 = shares.iter().sum();
                for (j, share) in shares.iter().enumerate() {
                    for n in 0..size {
                        out[at(i) + n] += share / sum * v[at(j) + n];
                    }
                }
            }
        }
    }
}

fn gelu(x: f32) -> f32 {
    let z = x.abs() / std::f32::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let poly = ((((1.061_405_4 * t - 1.453_152) * t + 1.421_413_7) * t - 0.284_496_74) * t + 0.254_829_6) * t;
    let erf = (1.0 - poly * (-z * z).exp()).copysign(x);
    0.5 * x * (1.0 + erf)
}

fn unaccented(c: char) -> char {
    const FROM: &str = "áàâäãåāăąçćčďéèêëēęěíìîïīłñńňóòôöõøōőřśšşťúùûüūůűýÿźžżğ";
    const TO: &str = "aaaaaaaaacccdeeeeeeeiiiiilnnnoooooooorssstuuuuuuuyyzzzg";
    FROM.chars().zip(TO.chars()).find(|(from, _)| *from == c).map_or(c, |(_, to)| to)
}

/// Clusters vectors of length 1 into `count` groups by k-means on the sphere; gives each one's group.
pub fn cluster(vectors: &[[f32; WIDTH]], count: usize, rounds: usize, random: &mut crate::Random) -> Vec<u16> {
    let mut centres: Vec<[f32; WIDTH]> = (0..count).map(|_| vectors[random.below(vectors.len())]).collect();
    let mut groups = vec![0u16; vectors.len()];
    let mut scores = vec![0.0; 1024 * count];
    for _ in 0..rounds {
        for (block, vectors) in vectors.chunks(1024).enumerate() {
            // SAFETY: vectors is n × WIDTH, centres are count × WIDTH (read transposed), scores hold n × count.
            #[allow(unsafe_code)]
            unsafe {
                matrixmultiply::sgemm(
                    vectors.len(),
                    WIDTH,
                    count,
                    1.0,
                    vectors.as_ptr().cast(),
                    WIDTH as isize,
                    1,
                    centres.as_ptr().cast(),
                    1,
                    WIDTH as isize,
                    0.0,
                    scores.as_mut_ptr(),
                    count as isize,
                    1,
                );
            }
            for (n, scores) in scores.chunks_exact(count).take(vectors.len()).enumerate() {
                let best = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)));
                groups[block * 1024 + n] = best.map_or(0, |b| b.0 as u16);
            }
        }
        centres.iter_mut().for_each(|c| *c = [0.0; WIDTH]);
        for (vector, group) in vectors.iter().zip(&groups) {
            centres[*group as usize].iter_mut().zip(vector).for_each(|(c, v)| *c += v);
        }
        for centre in &mut centres {
            let norm = centre.iter().map(|v| v * v).sum::<f32>().sqrt();
            if norm < 1e-6 {
                *centre = vectors[random.below(vectors.len())];
            } else {
                centre.iter_mut().for_each(|v| *v /= norm);
            }
        }
    }
    groups
}
