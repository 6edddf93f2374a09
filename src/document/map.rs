//! Maps for words: one keyed by [`word_hash`](super::word_hash), since the tables of words are asked several times a token,
//! and those of the standard library with the same quick hash.

use super::WordHash;
use std::hash::{BuildHasherDefault, Hasher};

/// The standard map. Nobody gains by slowing down the reading of a text of their own, so the hash need not be secret.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<WordHash>>;
/// The standard set.
pub(crate) type HashSet<T> = std::collections::HashSet<T, BuildHasherDefault<WordHash>>;

impl Hasher for WordHash {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.write_u64(u64::from_le_bytes(*word)));
        rest.iter().for_each(|byte| self.eat(*byte));
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.eat(byte);
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    #[inline]
    fn finish(&self) -> u64 {
        // The map looks at the lowest bits and the highest.
        self.0 ^ self.0 >> 32
    }
}

/// Values in the order they came, found by open addressing. The keys are hashes already, so nothing is hashed again; most
/// words asked for are in no table, and the first look says so.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<V> {
    /// The hash of a word and, counted from 1, the place of its value; 0 where the slot is free. A power of two of them,
    /// at least half of them free.
    slots: Vec<(u64, u32)>,
    values: Vec<V>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        WordMap { slots: vec![(0, 0); 8], values: Vec::new() }
    }
}

impl<V> WordMap<V> {
    /// The slot that holds the word, or the free one where it belongs.
    #[inline]
    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len() - 1;
        // The high bits of a product hang on all the bits below.
        let mut at = (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        while self.slots[at].1 != 0 && self.slots[at].0 != hash {
            at = (at + 1) & last;
        }
        at
    }

    /// What is known of the word with this hash.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<&V> {
        let place = self.slots[self.slot(hash)].1;
        self.values.get((place as usize).wrapping_sub(1))
    }

    /// The same, to be changed; a value of its own where there was none.
    pub(crate) fn entry(&mut self, hash: u64) -> &mut V
    where
        V: Default,
    {
        if self.values.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(hash);
        if self.slots[at].1 == 0 {
            self.values.push(V::default());
            self.slots[at] = (hash, self.values.len() as u32);
        }
        &mut self.values[self.slots[at].1 as usize - 1]
    }

    /// The hashes of the words.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u64> {
        self.slots.iter().filter(|slot| slot.1 != 0).map(|slot| slot.0)
    }

    /// What is known of each word.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.values.iter_mut()
    }

    fn grow(&mut self) {
        let free = vec![(0, 0); self.slots.len() * 2];
        for (hash, place) in std::mem::replace(&mut self.slots, free).into_iter().filter(|slot| slot.1 != 0) {
            let at = self.slot(hash);
            self.slots[at] = (hash, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again() {
        let mut map = WordMap::<u64>::default();
        assert_eq!(map.get(0), None);
        (0..1000).for_each(|n| *map.entry(n << 40) += n);
        (0..1000).for_each(|n| *map.entry(n << 40) += 1);
        assert!((0..1000).all(|n| map.get(n << 40) == Some(&(n + 1))) && map.get(7).is_none());
        assert_eq!(map.keys().count(), 1000);
    }
}
