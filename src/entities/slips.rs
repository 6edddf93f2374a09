//! Slips of the pen in people's names: `Viktro`, `Lessinger` and `Lessigner`. Absent here: whom a name means (`people`).

use crate::document::HashMap;

/// True for two words of which one has two letters changed about, or one letter more inside.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    if short.len() < 5 || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let at = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => {
            let turned = at + 1 < short.len() && short[at] == long[at + 1] && short[at + 1] == long[at];
            turned && short[at + 2..] == long[at + 2..]
        }
        // Not `Martina` for `Martin`.
        1 => at > 0 && at < short.len() && short[at..] == long[at + 1..],
        _ => false,
    }
}

/// Letters of the shortest surname of which a slip of the pen is believed.
pub(super) const LONG: usize = 7;

/// True for two long words that one letter tells apart, which neither begins nor ends them in another gender.
pub(super) fn is_misspelt(a: &str, b: &str) -> bool {
    let ends = |word: &str| word.as_bytes().last().copied();
    if a.len() < LONG || b.len() < LONG || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let woman = ends(a) != ends(b) && (ends(a) == Some(b'a') || ends(b) == Some(b'a'));
    let differ = a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count();
    is_slip(a, b) || a.len() == b.len() && differ == 1 && a.as_bytes()[0] == b.as_bytes()[0] && !woman
}

/// Surnames that a slip of the pen may make others of: each without any one of its letters but the first, so that they are
/// found without comparing all.
#[derive(Default)]
pub(super) struct Slips {
    words: Vec<String>,
    /// Numbers of words by the hash of what is left of them.
    left: HashMap<u64, Vec<usize>>,
}

impl Slips {
    /// Hashes of a long word, whole and without each of its letters; none of a short one.
    fn left(word: &str) -> impl Iterator<Item = u64> {
        let open = word.len() >= LONG && word.is_ascii() && word.len() < 24;
        let hash = |at: usize| {
            let bytes = word.bytes().enumerate().filter(move |(n, _)| *n != at);
            bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, (_, b)| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
        };
        // No letter stands at the last of these places.
        (1..if open { word.len() + 1 } else { 1 }).map(hash)
    }

    /// Takes in a surname.
    pub fn add(&mut self, word: &str) {
        let number = self.words.len();
        for hash in Self::left(word) {
            let list = self.left.entry(hash).or_default();
            if list.len() < 4 && !list.iter().any(|other| self.words.get(*other).is_some_and(|other| other == word)) {
                list.push(number);
            }
        }
        if word.len() >= LONG {
            self.words.push(word.to_string());
        }
    }

    /// The only other word that this one may be a slip of.
    pub fn one(&self, word: &str, holds: impl Fn(&str) -> bool) -> Option<&str> {
        let lists = Self::left(word).filter_map(|hash| self.left.get(&hash)).flatten();
        let others = lists.filter_map(|number| self.words.get(*number)).map(String::as_str);
        let mut others = others.filter(|other| *other != word && is_misspelt(other, word) && holds(other));
        let one = others.next()?;
        others.all(|other| other == one).then_some(one)
    }
}
