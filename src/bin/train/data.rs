//! Reading the data sets: CoNLL columns made into text again, and texts with offsets.

use crate::marks;
use article_lens::document::{Block, BlockKind, Document, parse};
use article_lens::entities::training::KINDS;
use article_lens::input::Input;
use article_lens::{EntityKind, Format, Span};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A document with the names that people marked in it.
pub struct Gold {
    pub doc: Document,
    pub names: Vec<(Span, EntityKind)>,
}

/// A data set.
pub struct Set {
    pub name: String,
    /// Kinds whose absence means something.
    pub full: Vec<EntityKind>,
    pub docs: Vec<Gold>,
}

/// The kind that a data set calls `name`.
fn kind(name: &str) -> Option<EntityKind> {
    let place = ["PER", "ORG", "LOC", "NORP", "EVENT", "MISC"].iter().position(|n| *n == name)?;
    Some(KINDS[place])
}

fn full_kinds(labels: &Value, set: &str) -> Vec<EntityKind> {
    let names = labels[set]["full"].as_array().cloned().unwrap_or_default();
    names.iter().filter_map(|n| kind(n.as_str()?)).collect()
}

pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

/// One sentence: words with their labels.
type Columns = Vec<(String, String)>;

/// A training set. `alter` may change the sentences of a document before they become text.
pub fn conll(folder: &Path, name: &str, alter: &mut dyn FnMut(&mut Vec<Columns>)) -> Set {
    let labels: Value = serde_json::from_str(&read(&folder.join("labels.json"))).expect("labels.json is JSON");
    let mut docs = Vec::new();
    let mut sentences: Vec<Columns> = Vec::new();
    let mut columns = Columns::new();
    let mut flush = |sentences: &mut Vec<Columns>| {
        if !sentences.is_empty() {
            alter(sentences);
            docs.push(to_gold(sentences, name));
            sentences.clear();
        }
    };
    for line in read(&folder.join(format!("{name}.conll"))).lines() {
        if line.starts_with("# doc") {
            flush(&mut sentences);
        } else if let Some((word, label)) = line.split_once('\t') {
            columns.push((word.to_string(), label.to_string()));
        } else if !columns.is_empty() {
            sentences.push(std::mem::take(&mut columns));
        }
    }
    if !columns.is_empty() {
        sentences.push(columns);
    }
    flush(&mut sentences);
    Set { name: name.to_string(), full: full_kinds(&labels, name), docs }
}

/// Puts words together as a newspaper prints them; each sentence becomes a block.
fn to_gold(sentences: &[Columns], set: &str) -> Gold {
    let split_hyphens = matches!(set, "re3d" | "uner-ewt" | "wnut17" | "gum" | "gum-bysa");
    let mut text = String::new();
    let mut blocks = Vec::new();
    let mut names: Vec<(Span, EntityKind)> = Vec::new();
    for sentence in sentences {
        let start = text.len();
        let mut open = false;
        let mut glue = true;
        for (n, (word, label)) in sentence.iter().enumerate() {
            let word = match word.as_str() {
                "``" | "''" => "\"",
                "-LRB-" => "(",
                "-RRB-" => ")",
                "`" => "‘",
                other => other,
            };
            let between = |w: Option<&(String, String)>| w.is_some_and(|w| w.0.chars().any(char::is_alphanumeric));
            let hyphen =
                split_hyphens && word == "-" && n > 0 && between(sentence.get(n - 1)) && between(sentence.get(n + 1));
            let closing = matches!(word, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "%" | "…" | "”" | "...")
                || (word == "\"" && open)
                || is_clitic(word)
                || hyphen;
            if !glue && !closing {
                text.push(' ');
            }
            let at = text.len() as u32;
            text.push_str(word);
            let span = Span::new(at, text.len() as u32);
            if let Some(kind) = label.get(2..).and_then(kind) {
                match names.last_mut() {
                    Some(last) if label.starts_with('I') && last.1 == kind && last.0.end as usize > start => {
                        last.0.end = span.end;
                    }
                    _ => names.push((span, kind)),
                }
            }
            glue = matches!(word, "(" | "[" | "{" | "$" | "£" | "€" | "#" | "“" | "‘" | "@")
                || (word == "\"" && !open)
                || hyphen;
            if word == "\"" {
                open = !open;
            }
        }
        blocks.push(Block { span: Span::new(start as u32, text.len() as u32), kind: BlockKind::Paragraph });
        text.push('\n');
    }
    let input = Input { text, format: Format::Text, blocks, ..Input::default() };
    Gold { doc: parse(&input), names }
}

fn is_clitic(word: &str) -> bool {
    let word = word.replace('’', "'");
    matches!(word.to_ascii_lowercase().as_str(), "'s" | "'" | "n't" | "'re" | "'ve" | "'ll" | "'d" | "'m")
}

/// Raw news: documents without any mark, a paragraph of lines each.
pub fn raw(folder: &Path, name: &str) -> Set {
    let text = read(&folder.join(format!("{name}.txt")));
    let docs = text.split("\n\n").filter(|d| !d.trim().is_empty());
    let docs = docs.map(|text| Gold { doc: lines(text.to_string()), names: Vec::new() }).collect();
    Set { name: name.to_string(), full: Vec::new(), docs }
}

/// The name of the set of [`written`] articles.
pub const WRITTEN: &str = "written";

/// Articles written for this project with all their names marked.
pub fn written(folder: &Path) -> Set {
    let docs = marks::read(folder).into_iter().flat_map(|(_, articles)| articles);
    let docs = docs.map(|(text, names)| Gold { doc: lines(text), names }).collect();
    Set { name: WRITTEN.into(), full: KINDS.to_vec(), docs }
}

/// A document whose lines are paragraphs.
fn lines(text: String) -> Document {
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split('\n') {
        let (start, end) = (at + line.len() - line.trim_start().len(), at + line.trim_end().len());
        if start < end {
            blocks.push(Block { span: Span::new(start as u32, end as u32), kind: BlockKind::Paragraph });
        }
        at += line.len() + 1;
    }
    parse(&Input { text, format: Format::Text, blocks, ..Input::default() })
}

/// A set of texts with offsets in code points.
pub fn texts(folder: &Path, name: &str) -> Set {
    let labels: Value = serde_json::from_str(&read(&folder.join("labels.json"))).expect("labels.json is JSON");
    let folder_of_set = folder.join(name);
    let mut gold: BTreeMap<String, Vec<(usize, usize, EntityKind)>> = BTreeMap::new();
    for line in read(&folder_of_set.join("gold.jsonl")).lines() {
        let row: Value = serde_json::from_str(line).expect("gold.jsonl is JSON");
        let Some(kind) = row["type"].as_str().and_then(kind) else { continue };
        let number = |key: &str| row[key].as_u64().unwrap_or(0) as usize;
        gold.entry(row["doc_id"].as_str().unwrap_or("").into()).or_default().push((
            number("start"),
            number("end"),
            kind,
        ));
    }
    let mut docs = Vec::new();
    for line in read(&folder_of_set.join("docs.jsonl")).lines() {
        let row: Value = serde_json::from_str(line).expect("docs.jsonl is JSON");
        let id = row["doc_id"].as_str().unwrap_or("");
        let file = row["file"].as_str().unwrap_or("");
        let path = folder_of_set.join(file);
        let path = if path.is_file() { path } else { folder_of_set.join("text").join(format!("{id}.txt")) };
        let text = read(&path);
        let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        bytes.push(text.len() as u32);
        let names = gold.remove(id).unwrap_or_default();
        let names = names.iter().map(|(start, end, kind)| (Span::new(bytes[*start], bytes[*end]), *kind)).collect();
        docs.push(Gold { doc: lines(text), names });
    }
    Set { name: name.to_string(), full: full_kinds(&labels, name), docs }
}
