//! Measures the time room: TempEval-3's strict, relaxed and value F1 on whole articles, phrase tables, and how often the
//! publication date is found.

use super::{Options, Row};
use article_lens::{Format, PublishedSource, RawInput, Span, TimexKind, analyze};
use serde_json::Value as Json;
use std::cmp::Reverse;
use std::fs;
use std::path::Path;

/// A gold or found expression; places count Unicode code points.
struct Mark {
    start: usize,
    end: usize,
    text: String,
    kind: String,
    value: Option<String>,
}

/// Right, found and gold counts.
#[derive(Clone, Copy, Default)]
struct Counts {
    strict: usize,
    relaxed: usize,
    value: usize,
    found: usize,
    gold: usize,
}

/// Figures of others (strict, relaxed, value) with the same scorer, from the data sets' own notes.
const PEERS: &[(&str, &str, [f64; 3])] = &[
    ("aquaint", "HeidelTime", [81.0, 92.7, 72.0]),
    ("aquaint", "recognizers-text", [74.2, 85.0, 61.9]),
    ("aquaint", "chrono-node", [72.9, 82.4, 63.8]),
    ("meantime-apple", "HeidelTime", [88.8, 93.5, 83.2]),
    ("meantime-apple", "recognizers-text", [83.2, 92.5, 77.6]),
    ("meantime-apple", "chrono-node", [74.9, 81.3, 68.4]),
    ("wikiwars-a", "HeidelTime (all 22 documents)", [85.4, 91.9, 60.5]),
    ("wikiwars-a", "chrono-node (all 22 documents)", [54.1, 69.0, 30.0]),
];

/// The rows of this room's tables.
pub fn rows(options: &Options) -> Vec<Row> {
    let mut rows = Vec::new();
    let table = if options.no_dates { "Dates, publication date hidden" } else { "Dates" };
    let mut published = (0, 0);
    for set in folders(&options.data.join("timex/dev")) {
        let name = set.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (counts, plain) = score_set(&set, &name, options, &mut published);
        rows.push(row(table, &name, "Article Lens", counts.figures()));
        if counts.found != plain.found {
            rows.push(row(
                table,
                &format!("{name}, lengths and sets counted as false"),
                "Article Lens",
                plain.figures(),
            ));
        }
        for (_, system, figures) in PEERS.iter().filter(|p| p.0 == name && !options.no_dates) {
            rows.push(row(table, &name, system, *figures));
        }
    }
    if published.1 > 0 {
        let share = percent(published.0, published.1);
        rows.push(Row {
            table: "Publication date found in the text",
            set: "timex sets with a date line".into(),
            system: "Article Lens",
            figures: vec![("right", share), ("articles", published.1 as f64)],
        });
    }
    rows.extend(inference(options));
    for name in ["recognizers", "chrono", "duckling", "negatives"] {
        rows.extend(phrases(&options.data.join(format!("timex/phrases/{name}.tsv")), name, options));
    }
    rows
}

/// How often a publication date that is nowhere said in full is inferred rightly, wrongly or not at all: articles without
/// a date line, and those of the other sets with the year taken out of theirs.
fn inference(options: &Options) -> Vec<Row> {
    const SETS: [(&str, bool); 6] = [
        ("timex/dev/aquaint", false),
        ("timex/dev/gum-news-dates", true),
        ("timex/dev/meantime-apple", true),
        ("timeline/dev/timeset", true),
        ("timeline/dev/semeval2015-airbus", true),
        ("timeline/dev/semeval2015-apple", true),
    ];
    let mut rows = Vec::new();
    for taken in [false, true] {
        let (mut right, mut wrong, mut none) = (0, 0, 0);
        for (name, _) in SETS.iter().filter(|s| s.1 == taken) {
            let set = options.data.join(name);
            for doc in json_lines(&set.join("docs.jsonl")) {
                let (Ok(text), Some(date)) =
                    (fs::read_to_string(set.join(text_of(&doc, "file"))), doc["published"].as_str())
                else {
                    continue;
                };
                let text = if taken { without_year(&text, &date[..4.min(date.len())]) } else { text };
                let published = analyze(&RawInput { text, format: Format::Text, ..RawInput::default() }).published;
                match published.date.as_deref().filter(|_| published.source == PublishedSource::Inferred) {
                    None => none += 1,
                    // The reason says `then or within the next days`.
                    Some(found) if days(date) - days(found) >= 0 && days(date) - days(found) <= 6 => right += 1,
                    Some(found) => {
                        wrong += 1;
                        if options.errors > 0 {
                            eprintln!(
                                "inferred: {} is of {date}, found {found}: {}",
                                text_of(&doc, "doc_id"),
                                published.because
                            );
                        }
                    }
                }
            }
        }
        let all = (right + wrong + none) as f64;
        let set = if taken { "date lines, their year taken out" } else { "news agencies' texts without date line" };
        let share = percent(right, right + wrong);
        rows.push(Row {
            table: "Publication date inferred",
            set: set.into(),
            system: "Article Lens",
            figures: vec![
                ("right of those inferred", share),
                ("inferred", (right + wrong) as f64),
                ("wrong", wrong as f64),
                ("articles", all),
            ],
        });
    }
    rows
}

/// The text with the year taken out of a short line near its top that holds a date.
fn without_year(text: &str, year: &str) -> String {
    let line = |(number, line): (usize, &str)| {
        let dated = number < 5 && line.len() < 60 && line.contains(year);
        if dated { line.replace(&format!(", {year}"), "").replace(&format!(" {year}"), "") } else { line.to_string() }
    };
    text.lines().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// About the number of the day, exact enough to compare days that lie close together.
fn days(date: &str) -> i64 {
    let part = |range: std::ops::Range<usize>| date.get(range).and_then(|t| t.parse::<i64>().ok()).unwrap_or(0);
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day
}

fn row(table: &'static str, set: &str, system: &'static str, figures: [f64; 3]) -> Row {
    let names = ["strict", "relaxed", "value"];
    Row { table, set: set.into(), system, figures: names.into_iter().zip(figures).collect() }
}

fn folders(dir: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(dir) else { return Vec::new() };
    let mut folders: Vec<_> = entries.flatten().map(|e| e.path()).filter(|p| p.join("gold.jsonl").is_file()).collect();
    folders.sort();
    folders
}

fn json_lines(path: &Path) -> Vec<Json> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn text_of(json: &Json, key: &str) -> String {
    json[key].as_str().unwrap_or_default().to_string()
}

/// Scores one set, as the reference scorer does with `--points` where it holds calendar dates alone, and plainly; counts
/// in `published` how often a date line gives the publication date.
fn score_set(set: &Path, name: &str, options: &Options, published: &mut (usize, usize)) -> (Counts, Counts) {
    let gold = json_lines(&set.join("gold.jsonl"));
    let (mut total, mut plain) = (Counts::default(), Counts::default());
    let mut errors = Vec::new();
    let mut predictions = String::new();
    for doc in json_lines(&set.join("docs.jsonl")) {
        let id = text_of(&doc, "doc_id");
        let Ok(text) = fs::read_to_string(set.join(text_of(&doc, "file"))) else { continue };
        let date = doc["published"].as_str();
        let hidden = analyze(&RawInput { text: text.clone(), format: Format::Text, ..RawInput::default() });
        // Articles whose own text holds the date in full at the top.
        if let Some(line) = date.and_then(|d| d.get(..10))
            && (name == "meantime-apple" || name == "gum-news-dates")
        {
            published.1 += 1;
            published.0 += usize::from(hidden.published.date.as_deref() == Some(line));
        }
        let analysis = if options.no_dates {
            hidden
        } else {
            analyze(&RawInput {
                text: text.clone(),
                format: Format::Text,
                published: date.map(str::to_string),
                ..RawInput::default()
            })
        };
        // Gold counts code points of the text as it was read, not as it was cleaned.
        let pasted = |byte: u32| text[..analysis.source.to_source(byte) as usize].chars().count();
        let place = |span: Span| {
            let start = pasted(span.start);
            (start, start + (pasted(span.end.saturating_sub(1)) - start) + 1)
        };
        let found: Vec<Mark> = analysis
            .timexes
            .iter()
            .map(|t| Mark {
                start: place(t.span).0,
                end: place(t.span).1,
                text: t.span.of(&analysis.text).to_string(),
                kind: kind_name(t.kind).into(),
                value: Some(t.value.clone()),
            })
            .collect();
        for f in &found {
            let json = serde_json::json!({"doc_id": id, "start": f.start, "end": f.end, "text": f.text, "type": f.kind, "value": f.value});
            predictions += &format!("{json}\n");
        }
        let marks: Vec<Mark> = gold
            .iter()
            .filter(|g| g["doc_id"] == doc["doc_id"])
            .map(|g| Mark {
                start: g["start"].as_u64().unwrap_or(0) as usize,
                end: g["end"].as_u64().unwrap_or(0) as usize,
                text: text_of(g, "text"),
                kind: text_of(g, "type"),
                value: g["value"].as_str().map(str::to_string),
            })
            .collect();
        plain.add(score(&marks, &found, &id, &mut Vec::new()));
        // Like the reference scorer's `--points`: a set of calendar dates says nothing of durations and sets.
        let found = if name == "gum-news-dates" {
            found.into_iter().filter(|f| matches!(f.kind.as_str(), "DATE" | "TIME")).collect()
        } else {
            found
        };
        total.add(score(&marks, &found, &id, &mut errors));
    }
    if let Some(dir) = std::env::var_os("EVALUATE_PREDICTIONS") {
        let _ = fs::write(Path::new(&dir).join(format!("{name}.jsonl")), predictions);
    }
    errors.sort_by_key(|(weight, _)| *weight);
    for (_, error) in errors.iter().take(options.errors) {
        eprintln!("{name}: {error}");
    }
    (total, plain)
}

fn kind_name(kind: TimexKind) -> &'static str {
    match kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    }
}

/// TempEval-3: one to one, exact pairs first, then the widest overlap.
fn score(gold: &[Mark], found: &[Mark], id: &str, errors: &mut Vec<(usize, String)>) -> Counts {
    let mut pairs = Vec::new();
    for (g, mark) in gold.iter().enumerate() {
        for (f, other) in found.iter().enumerate() {
            let overlap = mark.end.min(other.end) as i64 - mark.start.max(other.start) as i64;
            if overlap > 0 {
                let exact = mark.start == other.start && mark.end == other.end;
                pairs.push(Reverse((exact, overlap, -(mark.start as i64 - other.start as i64).abs(), g, f)));
            }
        }
    }
    pairs.sort();
    let mut counts = Counts { found: found.len(), gold: gold.len(), ..Counts::default() };
    let (mut gold_used, mut found_used) = (vec![false; gold.len()], vec![false; found.len()]);
    for Reverse((exact, _, _, g, f)) in pairs {
        if gold_used[g] || found_used[f] {
            continue;
        }
        (gold_used[g], found_used[f]) = (true, true);
        let right = gold[g].value == found[f].value;
        counts.relaxed += 1;
        counts.strict += usize::from(exact);
        counts.value += usize::from(right);
        if !exact || !right {
            let (gold, found) = (&gold[g], &found[f]);
            let (want, got) = (gold.value.as_deref().unwrap_or("-"), found.value.as_deref().unwrap_or("-"));
            let what = if right { "span" } else { "value" };
            errors.push((
                usize::from(right),
                format!("{id} {what}: gold {:?} {want}, found {:?} {got}", gold.text, found.text),
            ));
        }
    }
    for (mark, _) in gold.iter().zip(&gold_used).filter(|(_, used)| !**used) {
        errors
            .push((2, format!("{id} missed: {:?} {} {}", mark.text, mark.kind, mark.value.as_deref().unwrap_or("-"))));
    }
    for (mark, _) in found.iter().zip(&found_used).filter(|(_, used)| !**used) {
        errors.push((3, format!("{id} spurious: {:?} {}", mark.text, mark.value.as_deref().unwrap_or("-"))));
    }
    counts
}

impl Counts {
    fn add(&mut self, other: Counts) {
        self.strict += other.strict;
        self.relaxed += other.relaxed;
        self.value += other.value;
        self.found += other.found;
        self.gold += other.gold;
    }

    /// Strict, relaxed and value F1.
    fn figures(&self) -> [f64; 3] {
        [self.strict, self.relaxed, self.value].map(|right| percent(2 * right, self.found + self.gold))
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// A phrase table: how often the phrase is found, and its value where the table's value does not hang on a habit.
fn phrases(path: &Path, name: &str, options: &Options) -> Option<Row> {
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next()?.split('\t').collect();
    let column = |name: &str| header.iter().position(|h| *h == name);
    let (mut right, mut total, mut hit, mut shown) = (0, 0, 0, 0);
    let (mut quiet, mut all) = (0, 0);
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let get = |name: &str| column(name).and_then(|n| fields.get(n)).copied().unwrap_or_default();
        let published = get("reference").get(..10).map(str::to_string);
        let analysis =
            analyze(&RawInput { text: get("input").into(), format: Format::Text, published, ..RawInput::default() });
        let values: Vec<&str> = analysis.timexes.iter().map(|t| t.value.as_str()).collect();
        all += 1;
        quiet += usize::from(values.is_empty());
        if name == "negatives" {
            if !values.is_empty() && shown < options.errors {
                shown += 1;
                eprintln!("{name}: {:?} found {values:?}", get("input"));
            }
            continue;
        }
        let matched = get("matched").trim();
        let touches = analysis.timexes.iter().any(|t| {
            let words = t.span.of(&analysis.text);
            matched.contains(words) || words.contains(matched)
        });
        hit += usize::from(touches);
        if get("open") == "yes" || get("value").is_empty() {
            continue;
        }
        total += 1;
        if values.contains(&get("value")) {
            right += 1;
        } else if shown < options.errors {
            shown += 1;
            eprintln!(
                "{name}: {:?} at {} gold {:?} {}, found {values:?}",
                get("input"),
                get("reference"),
                matched,
                get("value")
            );
        }
    }
    let figures = if name == "negatives" {
        vec![("no date", percent(quiet, all)), ("rows", all as f64)]
    } else {
        vec![("found", percent(hit, all)), ("value", percent(right, total)), ("rows", all as f64)]
    };
    let table = if name == "negatives" { "Phrases that hold no date" } else { "Phrases" };
    Some(Row { table, set: name.into(), system: "Article Lens", figures })
}
