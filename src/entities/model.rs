//! The trained model: weights of hashed features, transitions between labels, the lexicon; and how it lies in its file.

use super::features::{FEATURE_BITS, Feature};
use super::labels::{LABELS, LANES, Row, transitions};
use super::lexicon::{Entry, Lexicon};

/// A model ready for use.
#[derive(Debug)]
pub struct Model {
    index: Index,
    rows: Vec<Packed>,
    /// Weight of one step of a row.
    scale: f32,
    /// Weight of label `b` behind label `a` at `[a][b]`.
    pub transitions: [Row; LANES],
    /// What is known of words.
    pub lexicon: Lexicon,
}

/// Sums of weights in steps of the model's scale, one for each label.
pub type Sums = [i32; LANES];

/// The weights of a row as bytes, each with [`BIAS`] added so that none is negative: four sums of 16 bits are then one
/// addition of 64, on machines that have no wider.
type Packed = [u64; 2];
const BIAS: i32 = 128;
/// Every other byte.
const EVEN: u64 = 0x00ff_00ff_00ff_00ff;

fn pack(row: &[i8; LANES]) -> Packed {
    let byte = |lane: usize| u64::from((i32::from(row[lane]) + BIAS) as u8);
    std::array::from_fn(|n| (0..8).fold(0, |packed, lane| packed | byte(8 * n + lane) << (8 * lane)))
}

/// Which row a feature has: a quarter of a megabyte and a byte a feature, which stay near where a hash table would not.
#[derive(Debug)]
struct Index {
    /// For each value of a feature's high bits its first row; one more at the end.
    starts: Box<[u32; HIGHS + 1]>,
    /// The low bits of every row's feature, and room to read eight from the last.
    lows: Vec<u8>,
}

const LOW_BITS: u32 = 8;
const HIGHS: usize = 1 << (FEATURE_BITS - LOW_BITS);

impl Index {
    /// Of rising features.
    fn new(features: impl ExactSizeIterator<Item = Feature>) -> Self {
        let mut starts = Box::new([0; HIGHS + 1]);
        let mut lows = Vec::with_capacity(features.len() + 8);
        for feature in features {
            // Counted behind their place, then summed.
            if let Some(count) = starts.get_mut((feature >> LOW_BITS) as usize + 1) {
                *count += 1;
            }
            lows.push(feature as u8);
        }
        lows.extend([0; 8]);
        let mut row = 0;
        for start in starts.iter_mut() {
            row += *start;
            *start = row;
        }
        Index { starts, lows }
    }

    /// The row of a feature, if it has one: eight are compared at once, and nothing is decided by a branch that would
    /// wait for memory.
    #[inline]
    fn find(&self, feature: Feature) -> (u32, bool) {
        const ONES: u64 = 0x0101_0101_0101_0101;
        let high = (feature >> LOW_BITS) as usize % HIGHS;
        let (mut start, end) = (self.starts[high], self.starts[high + 1]);
        loop {
            let at = start as usize;
            let eight: [u8; 8] = self.lows[at..at + 8].try_into().expect("eight bytes");
            let differs = u64::from_le_bytes(eight) ^ ((u64::from(feature) & 0xff) * ONES);
            // The highest bit of each byte that is zero; the lowest of them is exact.
            let same = differs.wrapping_sub(ONES) & !differs & (ONES << 7);
            let left = end - start;
            if left <= 8 {
                let own = same & !u64::MAX.checked_shl(8 * left).unwrap_or(0);
                return (start + (own.trailing_zeros() >> 3), own != 0);
            }
            if same != 0 {
                return (start + (same.trailing_zeros() >> 3), true);
            }
            start += 8;
        }
    }
}

impl Model {
    /// Adds the weights of `features` to `sums`. Whole numbers: what is summed in parts is the same. The features are lost:
    /// the rows of those that have one stand in their place, so that nothing is allocated or cleared for them.
    pub fn sum(&self, features: &mut [Feature], sums: &mut Sums) {
        // First which rows, then their sum: the rows lie far, and so all of them are on their way at once.
        let mut count = 0;
        for at in 0..features.len() {
            let (row, is_known) = self.index.find(features[at]);
            features[count] = row;
            count += usize::from(is_known);
        }
        // A byte is less than 256: 16 bits hold the sums of so many.
        const AT_ONCE: usize = 128;
        for rows in features[..count].chunks(AT_ONCE) {
            let mut lanes = [0u64; 4];
            for row in rows {
                let [low, high] = self.rows[*row as usize];
                lanes[0] += low & EVEN;
                lanes[1] += low >> 8 & EVEN;
                lanes[2] += high & EVEN;
                lanes[3] += high >> 8 & EVEN;
            }
            for pair in 0..4 {
                for (n, lane) in lanes.iter_mut().enumerate() {
                    sums[n / 2 * 8 + n % 2 + 2 * pair] += (*lane & 0xffff) as i32 - rows.len() as i32 * BIAS;
                    *lane >>= 16;
                }
            }
        }
    }

    /// The scores that sums of weights are.
    pub fn scores(&self, sums: &Sums) -> Row {
        let mut scores = [0.0; LANES];
        scores.iter_mut().zip(sums).for_each(|(score, sum)| *score = *sum as f32 * self.scale);
        scores
    }
}

/// The parts of a model as they are stored.
#[derive(Debug, Default)]
pub struct Parts {
    /// Features by rising hash, each with its weights in steps of `scale`.
    pub features: Vec<(Feature, [i8; LANES])>,
    /// Weight of one step.
    pub scale: f32,
    /// Transitions in steps of `scale`.
    pub transitions: Vec<[i8; LANES]>,
    /// Words by rising key.
    pub words: Vec<(u32, Entry)>,
    /// Phrases by rising key.
    pub phrases: Vec<(u32, u8)>,
}

/// The first bytes of a model file; the last one counts versions.
const MAGIC: &[u8; 4] = b"ALN\x02";

impl Parts {
    /// The model file: streams of like things one after the other, which compress well.
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(self.scale.to_le_bytes());
        for n in [self.features.len(), self.words.len(), self.phrases.len()] {
            out.extend((n as u32).to_le_bytes());
        }
        for row in &self.transitions {
            out.extend(row[..LABELS].iter().map(|w| *w as u8));
        }
        write_keys(self.features.iter().map(|f| f.0), &mut out);
        for low in [true, false] {
            for (_, row) in &self.features {
                let mask = row.iter().enumerate().fold(0u16, |mask, (n, w)| mask | u16::from(*w != 0) << n);
                out.push(if low { mask as u8 } else { (mask >> 8) as u8 });
            }
        }
        for lane in 0..LABELS {
            for (_, row) in &self.features {
                if row[lane] != 0 {
                    out.push(row[lane] as u8);
                }
            }
        }
        write_keys(self.words.iter().map(|w| w.0), &mut out);
        for part in 0..6 {
            for (_, entry) in &self.words {
                let all = u64::from(entry.bits)
                    | u64::from(entry.cluster) << 16
                    | u64::from(entry.nature) << 32
                    | u64::from(entry.usage) << 40;
                out.push((all >> (8 * part)) as u8);
            }
        }
        write_keys(self.phrases.iter().map(|p| p.0), &mut out);
        out.extend(self.phrases.iter().map(|p| p.1));
        out
    }

    /// Reads a model file; none when it is not one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut input = bytes.strip_prefix(MAGIC)?;
        let input = &mut input;
        let mut parts = Parts { scale: f32::from_le_bytes(take(input, 4)?.try_into().ok()?), ..Parts::default() };
        let mut count = || Some(u32::from_le_bytes(take(input, 4)?.try_into().ok()?) as usize);
        let (features, words, phrases) = (count()?, count()?, count()?);
        for _ in 0..LABELS {
            let mut row = [0; LANES];
            for (weight, byte) in row.iter_mut().zip(take(input, LABELS)?) {
                *weight = *byte as i8;
            }
            parts.transitions.push(row);
        }
        parts.features = read_keys(input, features)?.into_iter().map(|key| (key, [0; LANES])).collect();
        let (low, high) = (take(input, features)?, take(input, features)?);
        for lane in 0..LABELS {
            for (n, (_, row)) in parts.features.iter_mut().enumerate() {
                let mask = u16::from(low[n]) | u16::from(high[n]) << 8;
                if mask >> lane & 1 == 1 {
                    row[lane] = take(input, 1)?[0] as i8;
                }
            }
        }
        parts.words = read_keys(input, words)?.into_iter().map(|key| (key, Entry::NONE)).collect();
        for part in 0..6 {
            for ((_, entry), byte) in parts.words.iter_mut().zip(take(input, words)?) {
                let bits = u16::from(*byte) << (8 * (part & 1));
                match part {
                    0 | 1 => entry.bits |= bits,
                    2 | 3 => entry.cluster |= bits,
                    4 => entry.nature = *byte,
                    _ => entry.usage = *byte,
                }
            }
        }
        let keys = read_keys(input, phrases)?;
        parts.phrases = keys.into_iter().zip(take(input, phrases)?.iter().copied()).collect();
        Some(parts)
    }

    /// Makes the model ready for use.
    pub fn model(&self) -> Model {
        let step = |a: usize, b: usize| self.transitions.get(a).map_or(0.0, |row| f32::from(row[b]) * self.scale);
        let transitions = transitions(step);
        Model {
            index: Index::new(self.features.iter().map(|f| f.0)),
            rows: self.features.iter().map(|f| pack(&f.1)).collect(),
            scale: self.scale,
            transitions,
            lexicon: Lexicon::new(&self.words, &self.phrases),
        }
    }
}

/// Rising keys as differences, 7 bits a byte.
fn write_keys(keys: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut last = 0;
    for key in keys {
        let mut step = key - last;
        last = key;
        while step >= 128 {
            out.push(step as u8 | 128);
            step >>= 7;
        }
        out.push(step as u8);
    }
}

fn read_keys(input: &mut &[u8], count: usize) -> Option<Vec<u32>> {
    let mut keys = Vec::with_capacity(count.min(1 << 20));
    let mut last = 0u32;
    for _ in 0..count {
        let mut shift = 0;
        loop {
            let byte = take(input, 1)?[0];
            last = last.wrapping_add(u32::from(byte & 127) << shift);
            shift += 7;
            if byte < 128 || shift > 28 {
                break;
            }
        }
        keys.push(last);
    }
    Some(keys)
}

fn take<'a>(input: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (head, tail) = input.split_at_checked(count)?;
    *input = tail;
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut row = [0; LANES];
        (row[0], row[12]) = (-3, 127);
        let entry = Entry { bits: 0x0a05, cluster: 499, nature: 107, usage: 255 };
        let parts = Parts {
            features: vec![(5, row), (1 << 23, row)],
            scale: 0.5,
            transitions: vec![row; LABELS],
            words: vec![(77, entry), (1 << 22, Entry::NONE)],
            phrases: vec![(9, 2)],
        };
        let read = Parts::read(&parts.write()).expect("a model file");
        assert_eq!((&read.features, &read.words), (&parts.features, &parts.words));
        assert_eq!((&read.phrases, &read.transitions), (&parts.phrases, &parts.transitions));
        assert!(Parts::read(&parts.write()[1..]).is_none());

        // What differs in the high bits or in the low ones is not in the model.
        let mut sums = [0; LANES];
        read.model().sum(&mut [5, 5 | 1 << LOW_BITS, 6], &mut sums);
        let scores = read.model().scores(&sums);
        assert_eq!((scores[0], scores[1], scores[12]), (-1.5, 0.0, 63.5));
    }

    #[test]
    fn every_feature_is_found_in_its_row_and_no_other() {
        // From none to more than eight that share their high bits.
        let all: Vec<Feature> = (0..40u32).flat_map(|n| (0..n % 20).map(move |k| (n << LOW_BITS) | (k * 11))).collect();
        let index = Index::new(all.iter().copied());
        for feature in 0..41 << LOW_BITS {
            let (row, is_known) = index.find(feature);
            let place = all.binary_search(&feature);
            assert_eq!(is_known.then_some(row as usize), place.ok(), "{feature}");
        }
        assert!(!index.find((1 << FEATURE_BITS) - 1).1);
    }

    #[test]
    fn an_inside_label_follows_its_own_kind_only() {
        let rows = transitions(|_, _| 1.0);
        assert_eq!((rows[0][0], rows[0][1], rows[1][2], rows[2][2]), (1.0, 1.0, 1.0, 1.0));
        assert_eq!(
            (rows[0][2], rows[3][2], rows[0][LABELS]),
            (f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY)
        );
    }
}
