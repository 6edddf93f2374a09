//! Fits the weights of the signs of headings: `cargo xtask eval --fit-headings [PULL]`.
//!
//! Logistic regression that is drawn to the weights by hand, so that few examples move them little. How strongly is
//! chosen, and the figures are told, on texts that were left out. A line falsely taken for a heading costs more than a
//! missed one.

use article_lens::document::{self, BlockKind};
use article_lens::outline::signs::{SIGNS, Signs};
use article_lens::{Format, RawInput, input, outline};
use serde_json::Value;
use std::path::Path;

/// A line that may be a heading, and whether it is one.
type Line = (Signs, bool);

/// The lines of one text, and how many headings it has.
struct Text {
    lines: Vec<Line>,
    headings: usize,
}

/// Prints weights for `src/outline/signs.rs`, with what to expect of them.
pub fn run(data: &Path) {
    const FOLDS: usize = 9;
    let texts = read(&data.join("outline/dev/text"));
    for pull in [0.3, 1.0, 3.0, 10.0, 30.0, 1e6] {
        let mut sums: Vec<(f64, bool)> = Vec::new();
        let gold: usize = texts.iter().map(|t| t.headings).sum();
        for fold in 0..FOLDS {
            let part = |inside: bool| texts.iter().enumerate().filter(move |t| (t.0 % FOLDS == fold) == inside);
            let weights = fit(&part(false).flat_map(|t| t.1.lines.clone()).collect::<Vec<_>>(), pull);
            let lines = part(true).flat_map(|t| &t.1.lines);
            sums.extend(lines.map(|(signs, heading)| (sum(&weights, *signs), *heading)));
        }
        for least in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let found = sums.iter().filter(|s| s.0 >= least).count();
            let right = sums.iter().filter(|s| s.0 >= least && s.1).count();
            let f1 = 200.0 * right as f64 / (found + gold) as f64;
            let falsely = (found - right) as f64 / texts.len() as f64;
            println!(
                "pull {pull:>9}, least {least:.2}: F1 {f1:.1}, {right} right of {gold}, {falsely:.3} false a text"
            );
        }
    }
    let all: Vec<Line> = texts.iter().flat_map(|t| t.lines.clone()).collect();
    let pull =
        std::env::args().skip_while(|a| a != "--fit-headings").nth(1).and_then(|a| a.parse().ok()).unwrap_or(3.0);
    let weights = fit(&all, pull);
    for ((name, hand, _), weight) in SIGNS.iter().zip(&weights) {
        let bit = 1_u64 << SIGNS.iter().position(|s| s.0 == *name).unwrap_or(0);
        let with = all.iter().filter(|l| l.0.0 & bit != 0);
        let (yes, no) = (with.clone().filter(|l| l.1).count(), with.filter(|l| !l.1).count());
        println!("    {name} {hand:?} {weight:.2}, // {yes} : {no}");
    }
}

fn read(folder: &Path) -> Vec<Text> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().filter_map(|f| Some(f.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
        .iter()
        .filter_map(|file| {
            let text = std::fs::read_to_string(file).ok()?;
            let gold: Value = serde_json::from_str(&std::fs::read_to_string(file.with_extension("json")).ok()?).ok()?;
            let wanted: Vec<u64> = gold["headings"].as_array()?.iter().filter_map(|h| h["line"].as_u64()).collect();
            let read = input::read(&RawInput { text: text.clone(), format: Format::Text, ..RawInput::default() });
            let line_of = |place: u32| {
                1 + text.as_bytes()[..read.source.to_source(place) as usize].iter().filter(|b| **b == b'\n').count()
                    as u64
            };
            let mut doc = document::parse(&read);
            let is = |span: article_lens::Span| wanted.contains(&line_of(span.start));
            let signs = outline::heading_signs(&mut doc, &read.metadata, is);
            let lines = signs
                .into_iter()
                .filter(|(block, _)| block.kind != BlockKind::Title)
                .map(|(block, signs)| (signs, is(block.span)))
                .collect();
            Some(Text { lines, headings: wanted.len() })
        })
        .collect()
}

fn sum(weights: &[f64], signs: Signs) -> f64 {
    weights.iter().enumerate().filter(|(n, _)| signs.0 >> n & 1 == 1).map(|(_, w)| w).sum()
}

/// What a false heading costs where a missed one costs 1: it cuts a section in two, a missed one only leaves it long.
const FALSE_COST: f64 = 2.0;

/// The weights with the least loss, `pull` times their squared distance from those by hand added.
fn fit(lines: &[Line], pull: f64) -> Vec<f64> {
    const STEPS: usize = 3000;
    const RATE: f64 = 0.5;
    let hand: Vec<f64> = SIGNS.iter().map(|s| f64::from(s.1)).collect();
    let mut weights = hand.clone();
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().zip(&hand).map(|(w, h)| pull * (w - h)).collect();
        for (signs, heading) in lines {
            let likely = 1.0 / (1.0 + (-sum(&weights, *signs)).exp());
            let error = if *heading { likely - 1.0 } else { FALSE_COST * likely };
            (0..slope.len()).filter(|n| signs.0 >> n & 1 == 1).for_each(|n| slope[n] += error);
        }
        let scale = RATE / (lines.len() as f64 / 8.0 + pull);
        weights.iter_mut().zip(&slope).for_each(|(w, s)| *w -= scale * s);
    }
    weights
}
