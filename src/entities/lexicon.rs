//! What is known of single words (first name, surname, town, demonym, cluster of similar words, …) and of fixed phrases.

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Bits of [`class`].
    pub bits: u16,
    /// Cluster of words that stand in similar places; 0: none.
    pub cluster: u16,
    /// What kind of name it is likely to be, told from words like it; 0: not known.
    pub nature: u8,
    /// Cluster of words that news uses alike; 0: none.
    pub usage: u8,
}

/// Bits of an [`Entry`].
pub mod class {
    /// A first name.
    pub const FIRST: u16 = 1;
    /// A surname.
    pub const LAST: u16 = 2;
    /// A town.
    pub const TOWN: u16 = 4;
    /// A country.
    pub const COUNTRY: u16 = 8;
    /// A nationality or people.
    pub const PEOPLE: u16 = 16;
    /// A word of a company's name.
    pub const COMPANY: u16 = 32;
    /// Mostly printed in lower case.
    pub const COMMON: u16 = 64;
    /// Mostly printed with a capital.
    pub const PROPER: u16 = 128;
    /// May begin a phrase of the lists.
    pub const STARTS: u16 = 256;
    /// `of`, `the`, `and`, `de`: may stand inside a name.
    pub const LINK: u16 = 512;
    /// `President`, `Mr`: stands before a person's name.
    pub const TITLE: u16 = 1024;
    /// A month or weekday.
    pub const CALENDAR: u16 = 2048;
    /// An organisation that is known by this word alone.
    pub const KNOWN: u16 = 4096;
}

impl Entry {
    /// Nothing is known.
    pub const NONE: Entry = Entry { bits: 0, cluster: 0, nature: 0, usage: 0 };

    /// The classes that features look at.
    pub fn classes(self) -> u16 {
        self.bits & !(class::STARTS | class::LINK)
    }

    /// True when the word is a name even in lower case.
    pub fn is_name(self) -> bool {
        self.bits & class::COMMON == 0 && self.bits & (class::COUNTRY | class::PEOPLE | class::TOWN) != 0
    }

    /// True for words that link the words of a name.
    pub fn is_link(self) -> bool {
        self.bits & class::LINK != 0
    }

    /// True when a phrase of the lists may begin with the word.
    pub fn starts_list(self) -> bool {
        self.bits & class::STARTS != 0
    }
}

/// Kinds of listed phrases.
pub mod phrase {
    /// A town or region.
    pub const PLACE: u8 = 1;
    /// A company.
    pub const ORGANIZATION: u8 = 2;
    /// A nationality or people.
    pub const PEOPLE: u8 = 3;
    /// A country.
    pub const COUNTRY: u8 = 4;
    /// An organisation that is known by these words alone.
    pub const KNOWN: u8 = 5;
}

/// Words and phrases by hash. Open addressing; keys are 24 bits of the hash.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Table<Entry>,
    phrases: Table<u8>,
}

/// Bits of a word's hash that are kept.
pub const KEY_BITS: u32 = 24;

/// The key of a word or phrase.
#[inline]
pub fn key(hash: u64) -> u32 {
    ((hash ^ (hash >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - KEY_BITS)) as u32
}

impl Lexicon {
    /// A lexicon of keys (see [`key`]) and what is known of them.
    pub fn new(words: &[(u32, Entry)], phrases: &[(u32, u8)]) -> Self {
        Lexicon { words: Table::new(words), phrases: Table::new(phrases) }
    }

    /// What is known of the word with this hash.
    #[inline]
    pub fn word(&self, hash: u64) -> Entry {
        self.words.get(key(hash)).unwrap_or(Entry::NONE)
    }

    /// The kind of a phrase; 0: not listed.
    #[inline]
    pub fn phrase(&self, hash: u64) -> u8 {
        self.phrases.get(key(hash)).unwrap_or(0)
    }
}

/// A map from keys of at most 31 bits.
#[derive(Debug, Default)]
struct Table<T> {
    /// Key + 1 (0: free) beside its value, so that one look at memory finds both.
    slots: Vec<(u32, T)>,
    mask: u32,
}

impl<T: Copy + Default> Table<T> {
    fn new(entries: &[(u32, T)]) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut table = Table { slots: vec![(0, T::default()); size], mask: size as u32 - 1 };
        for &(key, value) in entries {
            let mut at = table.slot(key);
            while table.slots[at].0 != 0 && table.slots[at].0 != key + 1 {
                at = (at + 1) & table.mask as usize;
            }
            table.slots[at] = (key + 1, value);
        }
        table
    }

    #[inline]
    fn slot(&self, key: u32) -> usize {
        (key.wrapping_mul(0x9e37_79b1) >> 7 & self.mask) as usize
    }

    #[inline]
    fn get(&self, key: u32) -> Option<T> {
        let mut at = self.slot(key);
        loop {
            match self.slots.get(at)? {
                (0, _) => return None,
                (k, value) if *k == key + 1 => return Some(*value),
                _ => at = (at + 1) & self.mask as usize,
            }
        }
    }
}
