//! Organisations that are known by name alone: `gazetteer/organizations.txt`. Absent here: names that may also be a
//! person's, a place's or a plain word.

use std::collections::HashSet;
use std::sync::OnceLock;

/// True for the name of a well-known organisation; `key` is in lower case, without stops.
pub(super) fn is_known(key: &str) -> bool {
    static NAMES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = include_str!("gazetteer/organizations.txt").lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split_once(": ")).flat_map(|(_, names)| names.split(", ")).collect()
    });
    names.contains(key)
}

#[cfg(test)]
mod tests {
    use super::is_known;
    use std::collections::HashSet;

    #[test]
    fn the_list_is_written_as_it_is_read() {
        assert!(is_known("weibo") && is_known("le figaro") && is_known("al-jazeera"));
        assert!(!is_known("") && !is_known("internet") && !is_known("ford"));
        let mut seen = HashSet::new();
        for line in include_str!("gazetteer/organizations.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty())
        {
            let (_, names) = line.split_once(": ").expect("a sort and its names");
            for name in names.split(", ") {
                assert!(seen.insert(name), "{name} stands twice");
                assert!(name == name.trim() && name == name.to_lowercase() && !name.starts_with("the "), "{name:?}");
            }
        }
    }
}
