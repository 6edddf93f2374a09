//! Floors for the entities on the development sets, a little below what is reached. Where the sets are not at hand the
//! test says so and checks nothing.
#![cfg(not(target_arch = "wasm32"))]

use article_lens::{EntityKind, Format, RawInput, analyze};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Least F1 of person, place and organisation together, in per cent.
const FLOORS: [(&str, f64); 4] =
    [("uner-pud-news", 81.1), ("worldwide-dev", 86.8), ("meantime-apple", 92.5), ("crossner-politics-dev", 85.8)];

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

#[test]
fn names_reach_their_floors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ner/dev");
    if !folder.is_dir() {
        eprintln!("../shared/data/ner/dev is not there: accuracy is not checked");
        return;
    }
    for (set, floor) in FLOORS {
        let set_folder = folder.join(set);
        let mut gold: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for row in lines(&set_folder.join("gold.jsonl")) {
            gold.entry(row["doc_id"].as_str().unwrap_or("").into()).or_default().push(row);
        }
        let (mut right, mut sum) = (0, 0);
        for (id, rows) in gold {
            let text =
                std::fs::read_to_string(set_folder.join("text").join(format!("{id}.txt"))).expect("a text for each id");
            let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
            bytes.push(text.len() as u32);
            let place = |row: &Value, key: &str| bytes[row[key].as_u64().unwrap_or(0) as usize];
            let named: BTreeSet<_> = rows
                .iter()
                .filter_map(|row| {
                    let kind = match row["type"].as_str()? {
                        "PER" => EntityKind::Person,
                        "ORG" => EntityKind::Organization,
                        "LOC" => EntityKind::Place,
                        _ => return None,
                    };
                    Some((place(row, "start"), place(row, "end"), kind))
                })
                .collect();
            let analysis = analyze(&RawInput { text: text.clone(), format: Format::Text, ..RawInput::default() });
            let scored = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
            let mut said = BTreeSet::new();
            for entity in analysis.entities.iter().filter(|e| scored.contains(&e.kind)) {
                for span in &entity.mentions {
                    let source = |at: u32| analysis.source.to_source(at);
                    said.insert((source(span.start), source(span.end), entity.kind));
                }
            }
            right += said.intersection(&named).count();
            sum += said.len() + named.len();
        }
        let f1 = 200.0 * right as f64 / sum as f64;
        assert!(f1 >= floor, "{set}: F1 {f1:.1} is below {floor}");
    }
}
