//! Measures the entities room: names by exact span and kind, and which of them are joined.
//!
//! Names are counted as `score_ner.py` counts them: PER, LOC and ORG, exact span. Joining is B³ over the named mentions
//! that both the people and the engine have (`found`), and over all of them with those missing counted as wrong (`all`).

use super::count::Count;
use super::names::{self, Gold, Named, OURS, Run, counts, place, row, whole};
use super::{Options, Row};
use article_lens::entities::measure::{self, Found};
use article_lens::{EntityKind, Format, RawInput, Span, analyze};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const SETS: [&str; 6] =
    ["uner-pud-news", "gum-news-dev", "worldwide-dev", "meantime-apple", "uner-ewt-dev", "crossner-politics-dev"];
const ALIAS_SETS: [&str; 2] = ["gum-news-interview", "meantime-apple"];

/// What others reach with the reference scorer (F1 of PER, LOC, ORG together; person, place, organisation).
const PEERS: [(&str, &str, [f64; 4]); 3] = [
    ("WikiGold", "compromise", [49.6, 55.0, 59.0, 28.0]),
    ("UNER EWT test", "compromise", [52.7, 58.0, 64.0, 33.0]),
    ("UNER PUD", "compromise", [50.0, 53.0, 55.0, 33.0]),
];

/// The rows of this room's tables.
pub fn rows(options: &Options) -> Vec<Row> {
    let mut rows = Vec::new();
    let folder = options.data.join("ner/dev");
    let systems: [(&'static str, Run); 3] = [(OURS, whole), ("model only", model), ("lists only", lists)];
    for (system, run) in systems {
        let mut pooled = [Count::default(); 4];
        for set in SETS {
            let counts = counts(set, &read(&folder.join(set)), run, if system == OURS { options.errors } else { 0 });
            for (sum, count) in pooled.iter_mut().zip(counts) {
                sum.right += count.right;
                sum.said += count.said;
                sum.gold += count.gold;
            }
            rows.push(row(set, system, counts));
        }
        rows.push(row("pooled", system, pooled));
    }
    rows.extend(names::written(&[(OURS, whole), ("model only", model)], options.errors));
    for (set, system, [all, person, location, organisation]) in PEERS {
        let figures = vec![
            ("P", f64::NAN),
            ("R", f64::NAN),
            ("F1", all),
            ("person", person),
            ("place", location),
            ("organisation", organisation),
        ];
        rows.push(Row { table: "Names", set: set.into(), system, figures });
    }
    for set in ALIAS_SETS {
        rows.push(joining(&options.data.join("aliases/dev").join(set), set));
    }
    rows
}

fn model(text: &str) -> Vec<Named> {
    measured(text, measure::model_only)
}

fn lists(text: &str) -> Vec<Named> {
    measured(text, measure::lists_only)
}

fn measured(text: &str, run: fn(&article_lens::document::Document) -> Vec<Found>) -> Vec<Named> {
    let input = article_lens::input::read(&RawInput { text: text.into(), format: Format::Text, ..RawInput::default() });
    let doc = article_lens::document::parse(&input);
    let found = run(&doc);
    let source = |at: u32| input.source.to_source(at);
    let named = |f: &Found| {
        let span = doc.span(f.tokens);
        (source(span.start), source(span.end), f.kind)
    };
    found.iter().map(named).collect()
}

/// B³ and chips on a set with clusters.
fn joining(folder: &Path, set: &str) -> Row {
    let (mut found, mut all, mut chips) = (BCubed::default(), BCubed::default(), Count::default());
    for gold in read(folder) {
        let raw = RawInput { text: gold.text.clone(), format: Format::Text, ..RawInput::default() };
        let analysis = analyze(&raw);
        let source = |at: u32| analysis.source.to_source(at);
        let mut said: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for entity in &analysis.entities {
            for span in &entity.mentions {
                said.insert((source(span.start), source(span.end)), entity.id);
            }
        }
        let named: BTreeMap<(u32, u32), &str> = gold.names.iter().map(|(m, c)| ((m.0, m.1), c.as_str())).collect();
        found.add(&said, &named, true);
        all.add(&said, &named, false);
        // A chip is right when its name is a form of a marked one of its kind that no other chip has.
        let mut clusters: BTreeMap<&str, (BTreeSet<String>, EntityKind)> = BTreeMap::new();
        for ((start, end, kind), cluster) in gold.names.iter().filter(|n| place(n.0.2).is_some()) {
            let forms = clusters.entry(cluster).or_insert((BTreeSet::new(), *kind));
            forms.0.insert(Span::new(*start, *end).of(&gold.text).to_lowercase());
        }
        chips.gold += clusters.len();
        for entity in analysis.entities.iter().filter(|e| place(e.kind).is_some()) {
            chips.said += 1;
            let name = entity.name.to_lowercase();
            let hit = clusters.iter().find(|(_, (forms, kind))| *kind == entity.kind && forms.contains(&name));
            if let Some(cluster) = hit.map(|(cluster, _)| *cluster) {
                clusters.remove(cluster);
                chips.right += 1;
            }
        }
    }
    let figures = vec![
        ("B³ found P", found.precision()),
        ("B³ found R", found.recall()),
        ("B³ found", found.f1()),
        ("B³ all", all.f1()),
        ("chips P", chips.precision()),
        ("chips R", chips.recall()),
        ("chips F1", chips.f1()),
    ];
    Row { table: "Aliases and chips", set: set.into(), system: "Article Lens", figures }
}

/// Sums of B³ (Bagga and Baldwin 1998).
#[derive(Default)]
struct BCubed {
    precision: f64,
    said: usize,
    recall: f64,
    gold: usize,
}

impl BCubed {
    /// Adds a document; with `common`, only mentions that both have.
    fn add(&mut self, said: &BTreeMap<(u32, u32), u32>, gold: &BTreeMap<(u32, u32), &str>, common: bool) {
        let said: BTreeMap<_, _> = said.iter().filter(|(m, _)| !common || gold.contains_key(m)).collect();
        let gold: BTreeMap<_, _> = gold.iter().filter(|(m, _)| !common || said.contains_key(m)).collect();
        let share = |mention: &(u32, u32), of_said: bool| -> f64 {
            let (Some(cluster), Some(name)) = (said.get(mention), gold.get(mention)) else { return 0.0 };
            let both = said.iter().filter(|(m, c)| c == &cluster && gold.get(*m) == Some(name)).count();
            let own = if of_said {
                said.values().filter(|c| c == &cluster).count()
            } else {
                gold.values().filter(|c| c == &name).count()
            };
            both as f64 / own.max(1) as f64
        };
        self.precision += said.keys().map(|m| share(m, true)).sum::<f64>();
        self.recall += gold.keys().map(|m| share(m, false)).sum::<f64>();
        self.said += said.len();
        self.gold += gold.len();
    }

    fn precision(&self) -> f64 {
        100.0 * self.precision / self.said.max(1) as f64
    }

    fn recall(&self) -> f64 {
        100.0 * self.recall / self.gold.max(1) as f64
    }

    fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(f64::MIN_POSITIVE)
    }
}

/// The texts of a set with their marked names, in bytes.
fn read(folder: &Path) -> Vec<Gold> {
    let lines = |name: &str| -> Vec<Value> {
        let text = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    };
    let mut gold: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for row in lines("gold.jsonl") {
        gold.entry(row["doc_id"].as_str().unwrap_or("").into()).or_default().push(row);
    }
    let mut texts = Vec::new();
    for doc in lines("docs.jsonl") {
        let id = doc["doc_id"].as_str().unwrap_or("");
        let named = folder.join(doc["file"].as_str().unwrap_or(""));
        let path = if named.is_file() { named } else { folder.join("text").join(format!("{id}.txt")) };
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        bytes.push(text.len() as u32);
        let name = |row: &Value| {
            let at = |key: &str| bytes.get(row[key].as_u64()? as usize).copied();
            let kind = match row["type"].as_str()? {
                "PER" => EntityKind::Person,
                "ORG" => EntityKind::Organization,
                "LOC" => EntityKind::Place,
                "NORP" => EntityKind::Group,
                "EVENT" => EntityKind::Event,
                _ => EntityKind::Other,
            };
            Some(((at("start")?, at("end")?, kind), row["entity"].as_str().unwrap_or("").to_string()))
        };
        let names = gold.remove(id).unwrap_or_default().iter().filter_map(name).collect();
        texts.push(Gold { text, names });
    }
    texts
}
