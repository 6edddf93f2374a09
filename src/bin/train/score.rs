//! Exact-span F1, as the reference scorer counts it.

use crate::Ready;
use crate::count::Count;
use crate::data::{Gold, Set};
use article_lens::entities::training::mentions;
use article_lens::{EntityKind, Span};
use std::collections::{BTreeMap, BTreeSet};

const SCORED: [EntityKind; 3] = [EntityKind::Person, EntityKind::Place, EntityKind::Organization];

type Names = BTreeSet<(u32, u32, EntityKind)>;

/// The names that the labels say, and those that are there.
fn names(gold: &Gold, doc: &Ready, labels: &[u8]) -> (Names, Names) {
    let said = mentions(&doc.scored.candidates, labels);
    let place = |span: Span, kind| (span.start, span.end, kind);
    let said = said.iter().map(|m| place(gold.doc.span(m.tokens), m.kind)).collect();
    (said, gold.names.iter().map(|(span, kind)| place(*span, *kind)).collect())
}

/// The most frequent mistakes of a set, for people.
pub fn mistakes(set: &Set, docs: &[Ready], labels: &[Vec<u8>], most: usize) -> String {
    let mut tables: [BTreeMap<String, usize>; 2] = Default::default();
    for ((gold, doc), labels) in set.docs.iter().zip(docs).zip(labels) {
        let (said, named) = names(gold, doc, labels);
        for (table, (one, other)) in tables.iter_mut().zip([(&said, &named), (&named, &said)]) {
            for (start, end, kind) in one.difference(other).filter(|m| SCORED.contains(&m.2)) {
                *table.entry(format!("{}/{kind:?}", Span::new(*start, *end).of(&gold.doc.text))).or_default() += 1;
            }
        }
    }
    let mut text = format!("{}: {}\n", set.name, confusion(set, docs, labels));
    for (name, table) in ["wrong", "missed"].iter().zip(tables) {
        let mut rows: Vec<_> = table.into_iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.1));
        let rows: Vec<_> = rows.iter().take(most).map(|(what, n)| format!("{what} x{n}")).collect();
        text += &format!("{} {name}: {}\n", set.name, rows.join(", "));
    }
    text
}

/// What became of the missed names.
fn confusion(set: &Set, docs: &[Ready], labels: &[Vec<u8>]) -> String {
    let mut table: BTreeMap<String, usize> = BTreeMap::new();
    for ((gold, doc), labels) in set.docs.iter().zip(docs).zip(labels) {
        let found = mentions(&doc.scored.candidates, labels);
        for (span, kind) in gold.names.iter().filter(|n| SCORED.contains(&n.1)) {
            let overlaps = |m: &&article_lens::entities::training::Found| gold.doc.span(m.tokens).overlaps(*span);
            let what = match found.iter().find(overlaps) {
                None => "missed".to_string(),
                Some(m) if gold.doc.span(m.tokens) == *span && m.kind == *kind => continue,
                Some(m) if gold.doc.span(m.tokens) == *span => format!("as {:?}", m.kind),
                Some(m) if m.kind == *kind => "other edges".to_string(),
                Some(m) => format!("other edges as {:?}", m.kind),
            };
            *table.entry(format!("{kind:?} {what}")).or_default() += 1;
        }
        for m in &found {
            if SCORED.contains(&m.kind) && !gold.names.iter().any(|n| n.0.overlaps(gold.doc.span(m.tokens))) {
                *table.entry(format!("{:?} invented", m.kind)).or_default() += 1;
            }
        }
    }
    table.iter().map(|(what, n)| format!("{what} {n}")).collect::<Vec<_>>().join(", ")
}

/// One line a set, and one for all together.
pub fn report(sets: &[Set], docs: &[Ready], labels: &[Vec<u8>], long: bool) -> String {
    let mut text = String::new();
    let mut pooled = [Count::default(); 7];
    let mut all = docs.iter().zip(labels);
    for set in sets {
        let mut counts = [Count::default(); 7];
        for gold in &set.docs {
            let (doc, labels) = all.next().expect("as many documents as were made ready");
            let (said, named) = names(gold, doc, labels);
            for kind in 0..6 {
                let of = |names: &Names| -> Names { names.iter().filter(|m| m.2 as usize == kind).copied().collect() };
                let count = Count::of(&of(&said), &of(&named));
                counts[kind] += count;
                if SCORED.iter().any(|k| *k as usize == kind) {
                    counts[6] += count;
                }
            }
        }
        for (sum, count) in pooled.iter_mut().zip(counts) {
            *sum += count;
        }
        if long {
            text += &line(&set.name, &counts);
        } else {
            text += &format!("{:.1} ", counts[6].f1());
        }
    }
    text + &line("pooled", &pooled)
}

fn line(name: &str, c: &[Count; 7]) -> String {
    format!(
        "{name:24} F1 {:5.1} (P {:4.1} R {:4.1})  PER {:4.1} ORG {:4.1} LOC {:4.1}  NORP {:4.1} EVENT {:4.1} MISC {:4.1}\n",
        c[6].f1(),
        c[6].precision(),
        c[6].recall(),
        c[0].f1(),
        c[1].f1(),
        c[2].f1(),
        c[3].f1(),
        c[4].f1(),
        c[5].f1()
    )
}
