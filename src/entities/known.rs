//! Names that are known far beyond their home, with the kind of thing that they hardly ever are not: `gazetteer/known.txt`.
//! Absent here: names that are as often a person's, a place's or a plain word.

use crate::EntityKind;
use crate::document::HashMap;
use crate::lists::rows;
use std::sync::OnceLock;

/// What the name is known for; `key` is in lower case, without stops.
pub(super) fn kind_of(key: &str) -> Option<EntityKind> {
    static NAMES: OnceLock<HashMap<&'static str, EntityKind>> = OnceLock::new();
    NAMES.get_or_init(|| entries().collect()).get(key).copied()
}

/// Every name of the list with its kind.
fn entries() -> impl Iterator<Item = (&'static str, EntityKind)> {
    let mut kind = EntityKind::Other;
    let lines = rows!("gazetteer/known.txt");
    lines.flat_map(move |line| {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            kind = match name {
                "organization" => EntityKind::Organization,
                "group" => EntityKind::Group,
                _ => EntityKind::Other,
            };
        }
        let names = line.split_once(": ").map_or("", |(_, names)| names);
        names.split(", ").filter(|name| !name.is_empty()).map(move |name| (name, kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_list_is_written_as_it_is_read() {
        for (name, kind) in [
            ("weibo", EntityKind::Organization),
            ("le figaro", EntityKind::Organization),
            ("sunni", EntityKind::Group),
            ("iphone", EntityKind::Other),
        ] {
            assert_eq!(kind_of(name), Some(kind), "{name}");
        }
        assert_eq!((kind_of(""), kind_of("internet"), kind_of("ford")), (None, None, None));
        let mut seen = HashSet::new();
        for (name, _) in entries() {
            assert!(seen.insert(name), "{name} stands twice");
            let plain = name == name.trim() && name == name.to_lowercase() && !name.contains('.');
            assert!(plain && !name.starts_with("the "), "{name:?}");
        }
    }
}
