//! Measures what clauses without words of time are dated by: whether they are of the story's day (`days.txt`).
//!
//! *Right* and *wrong* are shares of those that were given the day of the story or of the sentences before, *unknown* is the
//! share on whose day the text says nothing; *found* is the share of those that are of that day.

use super::{Options, Row};
use article_lens::time::Reference;
use article_lens::{Format, RawInput, document, input, outline, time, timeline};
use std::collections::HashMap;
use std::path::Path;

/// What was read: a verb that stands in the article for that many times, the days it may be of, and which it is of.
struct Reading<'a> {
    verb: &'a str,
    days: Vec<&'a str>,
    answer: &'a str,
}

#[derive(Default)]
struct Counts {
    right: usize,
    wrong: usize,
    unknown: usize,
    gold: usize,
}

/// The row of the table, if the articles are there.
pub fn row(options: &Options) -> Option<Row> {
    let mut counts = Counts::default();
    let mut errors = options.errors;
    let mut blocks: HashMap<&str, Vec<String>> = HashMap::new();
    for part in include_str!("days.txt").split("\n=== ").skip(1) {
        let mut lines = part.lines();
        let mut head = lines.next()?.split(' ');
        let (set, block, published) = (head.next()?, head.next()?.parse::<usize>().ok()?, head.next()?);
        if !blocks.contains_key(set) {
            blocks.insert(set, read(&options.data.join("raw").join(format!("{set}.txt")))?);
        }
        let text = blocks.get(set)?.get(block)?;
        let readings = lines.filter_map(|line| {
            let mut words = line.split(' ');
            let verb = words.next()?;
            let mut days: Vec<&str> = words.collect();
            Some(Reading { verb, answer: days.pop()?, days })
        });
        compare(text, published, readings, &mut counts, &mut |what: &str| {
            if errors > 0 {
                errors -= 1;
                println!("  {set} {block} {what}");
            }
        });
    }
    let given = counts.right + counts.wrong + counts.unknown;
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    Some(Row {
        table: "Timeline: the day of clauses without words of time",
        set: "raw news, read by language models".to_string(),
        system: "Article Lens",
        figures: vec![
            ("right", share(counts.right, given)),
            ("wrong", share(counts.wrong, given)),
            ("unknown", share(counts.unknown, given)),
            ("found", share(counts.right, counts.gold)),
            ("given", given as f64),
        ],
    })
}

fn compare<'a>(
    text: &str,
    published: &str,
    readings: impl Iterator<Item = Reading<'a>>,
    counts: &mut Counts,
    error: &mut dyn FnMut(&str),
) {
    let input = input::read(&RawInput { text: text.to_string(), format: Format::Text, ..RawInput::default() });
    let mut doc = document::parse(&input);
    outline::find(&mut doc, &input.metadata);
    let times = time::find(&doc, &Reference { given: Some(published.to_string()), metadata: None });
    // By the verb and how often it has stood in the article.
    let mut stood: HashMap<&str, usize> = HashMap::new();
    let mut places = HashMap::new();
    for (at, token) in doc.tokens.iter().enumerate() {
        let times = stood.entry(doc.word(at)).or_default();
        *times += 1;
        places.insert(format!("{}.{times}", doc.word(at)), token.span);
    }
    let found: HashMap<_, _> = timeline::clauses(&doc, &times).into_iter().collect();
    for reading in readings {
        let day = places.get(reading.verb).and_then(|span| found.get(span)).cloned().flatten();
        let last = reading.days.last().copied().unwrap_or_default();
        let should = match reading.answer {
            "on" => reading.days.first().copied(),
            "then" => Some(last),
            _ => None,
        };
        counts.gold += usize::from(should.is_some());
        let given = day.as_deref().filter(|day| reading.days.contains(day));
        match (given, should) {
            (Some(given), Some(should)) if given == should => counts.right += 1,
            (Some(_), None) if reading.answer == "unknown" => counts.unknown += 1,
            (Some(given), _) => {
                counts.wrong += 1;
                error(&format!("{} given {given}: {}", reading.verb, reading.answer));
            }
            (None, _) => {}
        }
    }
}

/// The articles of a set, their paragraphs parted by an empty line.
fn read(path: &Path) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(path).ok()?;
    Some(text.trim().split("\n\n").map(|block| block.replace('\n', "\n\n") + "\n").collect())
}
