//! Measures the timeline room: event F1.
//!
//! A predicted event and an annotated one match when one of the predicted event's places (its clause, or one of the
//! other places that tell of the same event) overlaps the annotated words and the dates are equal; one to one, as many
//! as possible: each annotated event counts once, and each place of a predicted event finds at most one.
//!
//! - *Recall*: of all annotated events that have a date.
//! - *Precision*: the sets annotate only the salient events of an article, so an event the annotators did not mark is
//!   no mistake. A place counts as wrong only if it overlaps annotated words that have a date and matches none of
//!   them. A place whose annotated words were all matched by other places with the same right date is not counted
//!   again. So precision says how often the date is right where both tell of something; that our other events are worth
//!   showing, it cannot say.
//! - *Shared F1*: the same where one place may tell of several annotated events (`two men were shot and killed`): of
//!   annotated events, how many some place overlaps with the right date; of places on dated events, how many have a
//!   right one.
//! - *Undatable*: how many places carry a date although all annotated words they overlap have none, because the
//!   annotators could not tell: guesses, not counted in precision.
//! - *Anything*: the share of annotated events, dated or not, that some place overlaps: what is lost before dates come
//!   into it.
//!
//! A second table tells dates the article's words give from those *inferred* (carried over from the story around, or from
//! a known event): how many places of each overlap annotated words that have a date, how many of these have the right
//! one, and how many lie on words the annotators could not date.
//!
//! The sets of SemEval-2015 annotate the events of chosen people and companies only, and give one date to each cluster;
//! they are for orientation.

use super::{Options, Row, days};
use article_lens::{Certainty, Event, RawInput, Span, analyze};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// The rows of this room's tables.
pub fn rows(options: &Options) -> Vec<Row> {
    let folder = options.data.join("timeline/dev");
    let Ok(sets) = fs::read_dir(&folder) else {
        eprintln!("evaluate: no folder {}", folder.display());
        return Vec::new();
    };
    let mut names: Vec<String> =
        sets.flatten().filter(|e| e.path().is_dir()).map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    // The set with all salient events first.
    names.sort_by_key(|name| (name != "timeset", name.clone()));
    let measured: Vec<(Row, [Row; 2])> =
        names.iter().filter_map(|name| measure(options, &folder.join(name), name)).collect();
    let (sets, kinds): (Vec<Row>, Vec<[Row; 2]>) = measured.into_iter().unzip();
    let days = (!options.no_dates).then(|| days::row(options)).flatten();
    sets.into_iter().chain(kinds.into_iter().flatten()).chain(days).collect()
}

/// Places whose date is known in one way.
#[derive(Clone, Copy, Default)]
struct Known {
    right: usize,
    wrong: usize,
    undatable: usize,
    places: usize,
}

#[derive(Default)]
struct Counts {
    /// By their own words, and inferred.
    known: [Known; 2],
    gold: usize,
    right: usize,
    wrong: usize,
    /// Annotated events that some place tells of with the right date, and the places that do so.
    covered: usize,
    placed: usize,
    marked: usize,
    touched: usize,
    undatable: usize,
    events: usize,
}

struct Gold {
    span: Span,
    date: Option<String>,
    text: String,
}

/// The row of a set, and those for dates from words and for inferred ones.
fn measure(options: &Options, folder: &Path, name: &str) -> Option<(Row, [Row; 2])> {
    let mut gold = read_gold(folder)?;
    let mut counts = Counts::default();
    let mut errors = Vec::new();
    for doc in lines(&folder.join("docs.jsonl"))? {
        let id = doc["doc_id"].as_str()?;
        let text = fs::read_to_string(folder.join("text").join(format!("{id}.txt"))).ok()?;
        let mut raw = RawInput::text(text.clone());
        if let (Some(published), false) = (doc["published"].as_str(), options.no_dates) {
            raw = raw.published(published);
        }
        let analysis = analyze(&raw);
        let places: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        // One event in the timelines of several entities has a row for each.
        let mut seen = std::collections::HashSet::new();
        let marks: Vec<Gold> = gold
            .remove(id)
            .unwrap_or_default()
            .iter()
            .map(|row| Gold {
                span: Span::new(place(&places, &row["start"]), place(&places, &row["end"])),
                date: date_of(row),
                text: row["text"].as_str().unwrap_or_default().to_string(),
            })
            .filter(|mark| seen.insert((mark.span, mark.date.clone())))
            .collect();
        // Spans count in the cleaned text; the annotation in the source.
        let source = |span: Span| Span::new(analysis.source.to_source(span.start), analysis.source.to_source(span.end));
        compare(&analysis.events, &source, &marks, &mut counts, &mut |kind, event, gold| {
            let place = event.map_or(gold.map_or(0, |g| g.span.start), |e| source(e.span).start);
            errors.push(format!(
                "{id}@{place} {kind}: gold {} | found {}",
                gold.map_or("-".into(), |g| format!("{} {:?}", g.date.as_deref().unwrap_or("?"), g.text)),
                event.map_or("-".into(), |e| format!("{} {:?} ({})", e.date, e.span.of(&analysis.text), e.because)),
            ));
        });
    }
    if options.errors > 0 {
        println!("\n{name}:");
        errors.iter().take(options.errors).for_each(|e| println!("  {e}"));
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let (precision, recall) = (share(counts.right, counts.right + counts.wrong), share(counts.right, counts.gold));
    let f1 = |precision: f64, recall: f64| 2.0 * precision * recall / (precision + recall).max(1e-9);
    let shared = f1(share(counts.placed, counts.placed + counts.wrong), share(counts.covered, counts.gold));
    let kinds = ["dates from words", "dates inferred"];
    let kinds = std::array::from_fn(|n| {
        let known = counts.known[n];
        Row {
            table: if options.no_dates {
                "Timeline by how the date is known, no publication date given"
            } else {
                "Timeline by how the date is known"
            },
            set: format!("{name}, {}", kinds[n]),
            system: "Article Lens",
            figures: vec![
                ("right date", share(known.right, known.right + known.wrong)),
                ("annotated", (known.right + known.wrong) as f64),
                ("undatable", known.undatable as f64),
                ("places", known.places as f64),
            ],
        }
    });
    let row = Row {
        table: if options.no_dates { "Timeline, no publication date given" } else { "Timeline" },
        set: name.to_string(),
        system: "Article Lens",
        figures: vec![
            ("event precision", precision),
            ("recall", recall),
            ("F1", f1(precision, recall)),
            ("shared F1", shared),
            ("anything", share(counts.touched, counts.marked)),
            ("undatable", counts.undatable as f64),
            ("annotated", counts.gold as f64),
            ("found", counts.events as f64),
        ],
    };
    Some((row, kinds))
}

/// Takes a kind of error, the event and the annotation it is about.
type Report<'a> = dyn FnMut(&str, Option<&Event>, Option<&Gold>) + 'a;

/// Counts one article.
fn compare(events: &[Event], source: &dyn Fn(Span) -> Span, marks: &[Gold], counts: &mut Counts, error: &mut Report) {
    let places: Vec<(&Event, Span)> = events
        .iter()
        .flat_map(|e| std::iter::once(e.span).chain(e.also.iter().copied()).map(move |span| (e, source(span))))
        .collect();
    let edges: Vec<Vec<usize>> = places
        .iter()
        .map(|(event, span)| {
            (0..marks.len())
                .filter(|&g| marks[g].span.overlaps(*span) && marks[g].date.as_deref() == Some(event.date.as_str()))
                .collect()
        })
        .collect();
    let matched = matching(&edges, marks.len());
    let dated = marks.iter().filter(|g| g.date.is_some()).count();
    counts.gold += dated;
    counts.marked += marks.len();
    counts.events += events.len();
    counts.right += matched.iter().flatten().count();
    counts.placed += edges.iter().filter(|e| !e.is_empty()).count();
    counts.covered += (0..marks.len()).filter(|g| edges.iter().any(|e| e.contains(g))).count();
    for (gold, found) in marks.iter().zip(&matched) {
        let touched = places.iter().any(|(_, span)| span.overlaps(gold.span));
        counts.touched += usize::from(touched);
        if gold.date.is_some() && found.is_none() && !touched {
            error("missing", None, Some(gold));
        } else if gold.date.is_some() && found.is_none() {
            error("unmatched", None, Some(gold));
        }
    }
    for (number, (event, span)) in places.iter().enumerate() {
        let overlaps: Vec<&Gold> = marks.iter().filter(|g| g.span.overlaps(*span) && g.date.is_some()).collect();
        let undated: Vec<&Gold> = marks.iter().filter(|g| g.span.overlaps(*span) && g.date.is_none()).collect();
        let known = &mut counts.known[usize::from(event.certainty == Certainty::Inferred)];
        if !event.date.is_empty() {
            known.places += 1;
            known.right += usize::from(!edges[number].is_empty());
            known.wrong += usize::from(!overlaps.is_empty() && edges[number].is_empty());
        }
        if overlaps.is_empty() && !undated.is_empty() && !event.date.is_empty() {
            counts.undatable += 1;
            known.undatable += 1;
            error("undatable", Some(event), undated.first().copied());
        }
        if !overlaps.is_empty() && edges[number].is_empty() {
            counts.wrong += 1;
            error("wrong", Some(event), overlaps.first().copied());
        }
    }
}

/// For each gold event the place that found it: as many pairs as possible (augmenting paths).
fn matching(edges: &[Vec<usize>], golds: usize) -> Vec<Option<usize>> {
    fn place(from: usize, edges: &[Vec<usize>], seen: &mut [bool], matched: &mut [Option<usize>]) -> bool {
        for &gold in &edges[from] {
            if !std::mem::replace(&mut seen[gold], true)
                && matched[gold].is_none_or(|other| place(other, edges, seen, matched))
            {
                matched[gold] = Some(from);
                return true;
            }
        }
        false
    }
    let mut matched = vec![None; golds];
    for from in 0..edges.len() {
        place(from, edges, &mut vec![false; golds], &mut matched);
    }
    matched
}

fn date_of(row: &Value) -> Option<String> {
    let value = row["value"].as_str()?;
    Some(match row["value_end"].as_str() {
        Some(end) => format!("{value}/{end}"),
        None => value.to_string(),
    })
}

fn place(places: &[u32], row: &Value) -> u32 {
    row.as_u64().and_then(|n| places.get(n as usize)).copied().unwrap_or_default()
}

fn read_gold(folder: &Path) -> Option<HashMap<String, Vec<Value>>> {
    let mut gold: HashMap<String, Vec<Value>> = HashMap::new();
    for row in lines(&folder.join("gold.jsonl"))? {
        gold.entry(row["doc_id"].as_str()?.to_string()).or_default().push(row);
    }
    Some(gold)
}

fn lines(path: &Path) -> Option<Vec<Value>> {
    let text = fs::read_to_string(path).ok()?;
    Some(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}
