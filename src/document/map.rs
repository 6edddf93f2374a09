//! Maps: one keyed by [`word_hash`](super::word_hash), since the tables of words are asked several times a token, and one
//! for keys of any type with the same quick hash, in the order the keys came. Both find their values by open addressing
//! in the same [`Slots`], which know nothing of what is stored: the code of it ships once, not once a type.

use super::WordHash;
use std::borrow::Borrow;
use std::hash::{Hash, Hasher};

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
        // The slots look at the bits above the lowest 32.
        self.0 ^ self.0 >> 32
    }
}

/// Hashes and, counted from 1, the places of what has them; a power of two of slots, at least half of them free.
#[derive(Clone, Debug, Default)]
struct Slots {
    /// For each slot some bits of its hash, and 0 where it is free. Most hashes asked for are in no slot; these bytes say so,
    /// and they are few enough to stay close to the processor where the slots of a large table are not.
    tags: Vec<u8>,
    slots: Vec<(u64, u32)>,
}

impl Slots {
    /// So many free slots.
    fn new(count: usize) -> Self {
        Slots { tags: vec![0; count], slots: vec![(0, 0); count] }
    }

    #[inline]
    fn tag(hash: u64) -> u8 {
        (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8 | 1
    }

    /// The slot of the hash whose place `is` the one looked for, with the place counted from 1; or the free one where it
    /// belongs, with 0.
    #[inline]
    fn find(&self, hash: u64, is: impl Fn(usize) -> bool) -> (usize, u32) {
        let last = self.tags.len() - 1;
        let tag = Self::tag(hash);
        // The high bits of a product hang on all the bits below.
        let mut at = (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        loop {
            let other = self.tags[at];
            if other == 0 {
                return (at, 0);
            }
            if other == tag {
                let (known, place) = self.slots[at];
                if known == hash && is(place as usize - 1) {
                    return (at, place);
                }
            }
            at = (at + 1) & last;
        }
    }

    #[inline]
    fn put(&mut self, at: usize, hash: u64, place: u32) {
        self.tags[at] = Self::tag(hash);
        self.slots[at] = (hash, place);
    }

    #[inline(never)]
    fn grow(&mut self) {
        let old = std::mem::replace(self, Slots::new(self.slots.len() * 4));
        for (hash, place) in old.slots {
            if place != 0 {
                self.add(hash, place);
            }
        }
    }

    /// A place that is in no slot yet.
    fn add(&mut self, hash: u64, place: u32) {
        let (at, _) = self.find(hash, |_| false);
        self.put(at, hash, place);
    }
}

/// Values in the order they came, found by the hash of a word. Nothing is hashed again; most words asked for are in no
/// table, and the first look says so.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<V> {
    slots: Slots,
    values: Vec<V>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        WordMap { slots: Slots::new(8), values: Vec::new() }
    }
}

impl<V> WordMap<V> {
    /// What is known of the word with this hash.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<&V> {
        let (_, place) = self.slots.find(hash, |_| true);
        self.values.get((place as usize).wrapping_sub(1))
    }

    /// The same, to be changed; a value of its own where there was none.
    pub(crate) fn entry(&mut self, hash: u64) -> &mut V
    where
        V: Default,
    {
        if self.values.len() * 2 >= self.slots.slots.len() {
            self.slots.grow();
        }
        let (at, mut place) = self.slots.find(hash, |_| true);
        if place == 0 {
            self.values.push(V::default());
            place = self.values.len() as u32;
            self.slots.put(at, hash, place);
        }
        &mut self.values[place as usize - 1]
    }

    /// The hashes of the words.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u64> {
        self.slots.slots.iter().filter(|slot| slot.1 != 0).map(|slot| slot.0)
    }

    /// What is known of each word.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.values.iter_mut()
    }
}

/// A map with keys of any type. Nobody gains by slowing down the reading of a text of their own, so the hash need not be
/// secret. Nothing is ever taken out.
#[derive(Clone, Debug)]
pub(crate) struct HashMap<K, V> {
    slots: Slots,
    entries: Vec<(K, V)>,
}

impl<K, V> Default for HashMap<K, V> {
    fn default() -> Self {
        HashMap { slots: Slots::default(), entries: Vec::new() }
    }
}

/// So few keys are compared one by one: most maps never have more, and need no slots.
const FEW: usize = 8;

fn hash<Q: Hash + ?Sized>(key: &Q) -> u64 {
    let mut hasher = WordHash::default();
    key.hash(&mut hasher);
    hasher.finish()
}

impl<K: Hash + Eq, V> HashMap<K, V> {
    #[inline]
    fn place<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        if self.slots.tags.is_empty() {
            return self.entries.iter().position(|entry| entry.0.borrow() == key);
        }
        let (_, place) = self.slots.find(hash(key), |place| self.entries[place].0.borrow() == key);
        (place as usize).checked_sub(1)
    }

    pub(crate) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).map(|place| &self.entries[place].1)
    }

    pub(crate) fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.place(key).map(|place| &mut self.entries[place].1)
    }

    pub(crate) fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_some()
    }

    /// The place of the key's entry, made where there was none.
    fn make(&mut self, key: K, value: impl FnOnce() -> V) -> usize {
        if self.slots.tags.is_empty() {
            if let Some(place) = self.entries.iter().position(|entry| entry.0 == key) {
                return place;
            }
            if self.entries.len() < FEW {
                self.entries.push((key, value()));
                return self.entries.len() - 1;
            }
            self.slots = Slots::new(4 * FEW);
            for (place, entry) in self.entries.iter().enumerate() {
                self.slots.add(hash(&entry.0), place as u32 + 1);
            }
        } else if self.entries.len() * 2 >= self.slots.slots.len() {
            self.slots.grow();
        }
        let hash = hash(&key);
        let (at, mut place) = self.slots.find(hash, |place| self.entries[place].0 == key);
        if place == 0 {
            self.entries.push((key, value()));
            place = self.entries.len() as u32;
            self.slots.put(at, hash, place);
        }
        place as usize - 1
    }

    /// The key's value, to be made where there is none.
    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { map: self, key }
    }

    /// Sets the key's value; the one it had.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.get_mut(&key) {
            Some(held) => Some(std::mem::replace(held, value)),
            None => {
                self.make(key, || value);
                None
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|entry| &entry.0)
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().map(|entry| &mut entry.1)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|entry| (&entry.0, &entry.1))
    }
}

/// See [`HashMap::entry`].
pub(crate) struct Entry<'a, K, V> {
    map: &'a mut HashMap<K, V>,
    key: K,
}

impl<'a, K: Hash + Eq, V> Entry<'a, K, V> {
    pub(crate) fn or_insert_with(self, value: impl FnOnce() -> V) -> &'a mut V {
        let place = self.map.make(self.key, value);
        &mut self.map.entries[place].1
    }

    pub(crate) fn or_insert(self, value: V) -> &'a mut V {
        self.or_insert_with(|| value)
    }

    pub(crate) fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for HashMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for HashMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = HashMap::default();
        map.extend(entries);
        map
    }
}

impl<K, V> IntoIterator for HashMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// The same without values.
#[derive(Clone, Debug)]
pub(crate) struct HashSet<T>(HashMap<T, ()>);

impl<T> Default for HashSet<T> {
    fn default() -> Self {
        HashSet(HashMap::default())
    }
}

impl<T: Hash + Eq> HashSet<T> {
    /// True where it was not held before.
    pub(crate) fn insert(&mut self, key: T) -> bool {
        let before = self.0.entries.len();
        self.0.make(key, || ()) == before
    }

    pub(crate) fn contains<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.keys()
    }
}

impl<T: Hash + Eq> Extend<T> for HashSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, keys: I) {
        for key in keys {
            self.insert(key);
        }
    }
}

impl<T: Hash + Eq> FromIterator<T> for HashSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(keys: I) -> Self {
        let mut set = HashSet::default();
        set.extend(keys);
        set
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

    #[test]
    fn keys_are_found_again() {
        let mut map = HashMap::<String, usize>::default();
        assert!(map.get("7").is_none() && map.is_empty());
        (0..1000).for_each(|n| *map.entry((n % 500).to_string()).or_default() += n);
        assert!((0..500).all(|n| map.get(&n.to_string()) == Some(&(2 * n + 500))) && map.get("500").is_none());
        assert_eq!(map.insert("7".into(), 1), Some(514));
        assert!(map.iter().take(9).map(|entry| *entry.1).eq([500, 502, 504, 506, 508, 510, 512, 1, 516]));
        let mut set: HashSet<u32> = (0..1000).map(|n| n % 300).collect();
        assert!(set.len() == 300 && set.insert(300) && !set.insert(7) && set.contains(&300) && !set.contains(&301));
    }
}
