//! Holds the accuracy of the events a little below what was reached, where the data sets are at hand.

#[path = "../src/bin/evaluate/days.rs"]
mod days;
#[allow(dead_code)] // A test reads the figures, not the tables that people read.
#[path = "../src/bin/evaluate/row.rs"]
mod row;
#[path = "../src/bin/evaluate/timeline.rs"]
mod timeline;

use row::{Options, Row};
use std::path::Path;

/// Set, then the least precision, recall, F1 and shared F1.
const FLOORS: &[(&str, [f64; 4])] = &[
    ("timeset", [90.8, 59.6, 72.1, 77.8]),
    ("semeval2015-airbus", [84.5, 26.8, 40.9, 49.8]),
    ("semeval2015-apple", [82.0, 30.6, 44.8, 51.0]),
];

/// Set and how the dates are known, then the least share of right ones.
const DATES: &[(&str, [f64; 1])] = &[
    ("timeset, dates from words", [84.0]),
    ("timeset, dates inferred", [95.0]),
    ("semeval2015-airbus, dates from words", [78.0]),
    ("semeval2015-airbus, dates inferred", [90.0]),
    ("semeval2015-apple, dates from words", [77.0]),
    ("semeval2015-apple, dates inferred", [86.0]),
];

/// Of clauses without words of time, the least share of the days given that are right, and of those that have the story's
/// day the least share found.
const DAYS: [(&str, f64); 2] = [("right", 70.0), ("found", 63.5)];

#[test]
fn accuracy_stays() {
    let data = &Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !data.join("timeline").is_dir() {
        println!("skipped: no folder {}, so nothing to measure on", data.display());
        return;
    }
    let rows = timeline::rows(&Options { data: data.into(), no_dates: false, errors: 0 });
    let mut low = Vec::new();
    let sets = FLOORS.iter().map(|(set, floor)| (set, floor.as_slice()));
    let dates = DATES.iter().map(|(set, floor)| (set, floor.as_slice()));
    for (set, floor) in sets.chain(dates) {
        let row = rows.iter().find(|r| r.set == *set).expect("the set is measured");
        for ((name, figure), least) in row.figures.iter().zip(floor) {
            if figure < least {
                low.push(format!("{set}: {name} is {figure:.1}, below {least}"));
            }
        }
    }
    let row = rows.iter().find(|r| r.table.contains("without words of time")).expect("the articles are there");
    for (name, least) in DAYS {
        let figure = row.figures.iter().find(|f| f.0 == name).expect("the figure is measured").1;
        if figure < least {
            low.push(format!("clauses without words of time: {name} is {figure:.1}, below {least}"));
        }
    }
    assert!(low.is_empty(), "\n{}", low.join("\n"));
}
