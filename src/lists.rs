//! Lists of words beside the code that reads them: text files, of which the lines for people are not shipped;
//! and those that are short enough to stand in the code.

use crate::document::{WordMap, word_hash};
use std::sync::OnceLock;

/// The lines of a list, given by the name of its file; empty lines and those for people (`# …`) are left out by the
/// compiler.
macro_rules! rows {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const BARE: [u8; $crate::lists::bare::<0>(TEXT).1] = $crate::lists::bare(TEXT).0;
        const ROWS: &str = match str::from_utf8(&BARE) {
            Ok(rows) => rows,
            Err(_) => panic!("not cut at lines"),
        };
        ROWS.lines()
    }};
}
pub(crate) use rows;

/// As many bytes of a list's bare lines as have room, and how many there are.
pub(crate) const fn bare<const ROOM: usize>(text: &str) -> ([u8; ROOM], usize) {
    let text = text.as_bytes();
    let mut bytes = [0; ROOM];
    let (mut at, mut length) = (0, 0);
    while at < text.len() {
        let kept = text[at] != b'#' && text[at] != b'\n';
        let mut open = true;
        while open && at < text.len() {
            if kept {
                if length < ROOM {
                    bytes[length] = text[at];
                }
                length += 1;
            }
            open = text[at] != b'\n';
            at += 1;
        }
    }
    (bytes, length)
}

/// Many words, looked up by their hash.
pub struct List {
    words: &'static str,
    hashes: OnceLock<WordMap<()>>,
}

impl List {
    /// The words of a string.
    pub const fn new(words: &'static str) -> Self {
        List { words, hashes: OnceLock::new() }
    }

    /// The [`word_hash`] of each word.
    pub(crate) fn hashes(&self) -> impl Iterator<Item = u64> {
        self.words.split(' ').map(word_hash)
    }

    /// True when the word with this [`word_hash`] is one of them.
    pub fn hold(&self, hash: u64) -> bool {
        let hashes = self.hashes.get_or_init(|| {
            let mut hashes = WordMap::default();
            self.hashes().for_each(|hash| *hashes.entry(hash) = ());
            hashes
        });
        hashes.get(hash).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn lines_for_people_are_left_out() {
        const LIST: &str = "# birds\nrook\n\n#\nwren # small\n";
        assert_eq!(bare(LIST), (*b"rook\nwren # small\n", 18));
        assert_eq!(bare("rook"), (*b"rook", 4));
    }
}
