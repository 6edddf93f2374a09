//! Counts names by exact span and kind, as `score_ner.py` does: PER, LOC and ORG; and measures them on the articles that were
//! written for the project. Shared with the test that holds the floors.

use super::Row;
use super::count::Count;
use super::marks::{self, Marked};
use article_lens::{EntityKind, Format, RawInput, Span, analyze};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub const OURS: &str = "Article Lens";

/// A mention: start, end, kind.
pub type Named = (u32, u32, EntityKind);

/// Finds the names of a text.
pub type Run = fn(&str) -> Vec<Named>;

/// A text with what people marked in it.
pub struct Gold {
    pub text: String,
    /// The mention, and the cluster it belongs to (empty in sets without clusters).
    pub names: Vec<(Named, String)>,
}

/// The rows of the articles that were written for the project (`tests/written`), which are not pooled with the others.
pub fn written(systems: &[(&'static str, Run)], errors: usize) -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/written");
    let gold = |(text, names): Marked| Gold {
        text,
        names: names.into_iter().map(|(span, kind)| ((span.start, span.end, kind), String::new())).collect(),
    };
    let (mut rows, mut all) = (Vec::new(), Vec::new());
    for (style, articles) in marks::read(&folder) {
        let golds: Vec<Gold> = articles.into_iter().map(gold).collect();
        let set = format!("written: {style}");
        rows.push(row(&set, OURS, counts(&set, &golds, whole, errors)));
        all.extend(golds);
    }
    rows.extend(systems.iter().map(|(system, run)| row("written: all", system, counts("", &all, *run, 0))));
    rows
}

/// Of each scored kind and of all together what is right; so many of the most frequent mistakes are told.
pub fn counts(set: &str, golds: &[Gold], run: Run, errors: usize) -> [Count; 4] {
    let mut counts = [Count::default(); 4];
    let mut mistakes: BTreeMap<String, usize> = BTreeMap::new();
    for gold in golds {
        let said: BTreeSet<_> = run(&gold.text).into_iter().filter(|m| place(m.2).is_some()).collect();
        let named: BTreeSet<_> = gold.names.iter().map(|n| n.0).filter(|m| place(m.2).is_some()).collect();
        for (n, count) in counts.iter_mut().enumerate() {
            let of = |all: &BTreeSet<Named>| -> BTreeSet<Named> {
                all.iter().copied().filter(|m| n == 3 || place(m.2) == Some(n)).collect()
            };
            *count += Count::of(&of(&said), &of(&named));
        }
        for (sign, one, other) in [("+", &said, &named), ("-", &named, &said)] {
            for m in one.difference(other) {
                let words = Span::new(m.0, m.1).of(&gold.text);
                *mistakes.entry(format!("{sign}{words}/{:?}", m.2)).or_default() += 1;
            }
        }
    }
    let mut mistakes: Vec<_> = mistakes.into_iter().collect();
    mistakes.sort_by_key(|m| std::cmp::Reverse(m.1));
    for (what, times) in mistakes.iter().take(errors) {
        eprintln!("{set}: {what} x{times}");
    }
    counts
}

/// Which of the scored kinds a kind is.
pub fn place(kind: EntityKind) -> Option<usize> {
    [EntityKind::Person, EntityKind::Place, EntityKind::Organization].iter().position(|k| *k == kind)
}

pub fn row(set: &str, system: &'static str, counts: [Count; 4]) -> Row {
    let all = counts[3];
    let figures = vec![
        ("P", all.precision()),
        ("R", all.recall()),
        ("F1", all.f1()),
        ("person", counts[0].f1()),
        ("place", counts[1].f1()),
        ("organisation", counts[2].f1()),
    ];
    Row { table: "Names", set: set.into(), system, figures }
}

/// What the engine says of a text, in the text's own places.
pub fn whole(text: &str) -> Vec<Named> {
    let raw = RawInput { text: text.into(), format: Format::Text, ..RawInput::default() };
    let analysis = analyze(&raw);
    let spans = |e: &article_lens::Entity| e.mentions.iter().map(|s| (*s, e.kind)).collect::<Vec<_>>();
    let source = |at: u32| analysis.source.to_source(at);
    analysis.entities.iter().flat_map(spans).map(|(s, kind)| (source(s.start), source(s.end), kind)).collect()
}
