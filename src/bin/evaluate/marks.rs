//! Articles written for this project with their names marked (`tests/written/README.md`). Shared by what measures and what trains.

use article_lens::{EntityKind, Span};
use std::path::Path;

const KINDS: [(&str, EntityKind); 6] = [
    ("PER", EntityKind::Person),
    ("ORG", EntityKind::Organization),
    ("LOC", EntityKind::Place),
    ("GRP", EntityKind::Group),
    ("EVT", EntityKind::Event),
    ("OTH", EntityKind::Other),
];

/// A text without its marks, and what they mark, in bytes.
pub type Marked = (String, Vec<(Span, EntityKind)>);

/// The articles of each file of a folder, by the file's name. `=== ` and a note of the style stand before each.
pub fn read(folder: &Path) -> Vec<(String, Vec<Marked>)> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let articles = |path: &Path| {
        let text =
            std::fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
        text.split("=== ").filter_map(|article| Some(unmark(article.split_once('\n')?.1))).collect()
    };
    let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), articles(path))).collect()
}

/// The text without its marks, `[PER Ada Lovelace]`, and what they mark.
fn unmark(marked: &str) -> Marked {
    let mut parts = marked.split('[');
    let (mut text, mut names) = (parts.next().unwrap_or_default().to_string(), Vec::new());
    for part in parts {
        let mark = part.split_once(']').and_then(|(mark, rest)| Some((mark.split_once(' ')?, rest)));
        let kind = |name| KINDS.iter().find(|known| known.0 == name).map(|known| known.1);
        let Some((kind, name, rest)) = mark.and_then(|((name, words), rest)| Some((kind(name)?, words, rest))) else {
            panic!("a mark is `[KIND words]`: [{part}");
        };
        let start = text.len() as u32;
        text += name;
        names.push((Span::new(start, text.len() as u32), kind));
        text += rest;
    }
    (text, names)
}
