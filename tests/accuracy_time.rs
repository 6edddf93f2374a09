//! Holds the accuracy of the dates a little below what was reached, where the data sets are at hand.

#[path = "../src/bin/evaluate/time.rs"]
mod time;

/// What the measuring program asks its rooms; a test asks one room alone.
pub struct Options {
    data: std::path::PathBuf,
    no_dates: bool,
    errors: usize,
}

/// What a room answers.
#[allow(dead_code)]
pub struct Row {
    table: &'static str,
    set: String,
    system: &'static str,
    figures: Vec<(&'static str, f64)>,
}

use std::path::Path;

/// Set, then the least strict, relaxed and value F1; without publication dates for the second table.
const FLOORS: &[(&str, [f64; 3])] = &[
    ("aquaint", [83.5, 93.5, 75.0]),
    ("gum-news-dates", [79.0, 86.5, 76.0]),
    ("meantime-apple", [92.5, 96.0, 86.0]),
    ("wikiwars-a", [88.5, 93.5, 84.5]),
];
const FLOORS_NO_DATES: &[(&str, [f64; 3])] = &[
    ("aquaint", [83.5, 93.5, 25.0]),
    ("gum-news-dates", [79.0, 86.5, 76.0]),
    ("meantime-apple", [92.5, 96.0, 86.0]),
    ("wikiwars-a", [88.5, 93.5, 84.5]),
];

#[test]
fn accuracy_stays() {
    let data = &Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !data.join("timex").is_dir() {
        println!("skipped: no folder {}, so nothing to measure on", data.display());
        return;
    }
    let mut low = Vec::new();
    for (no_dates, floors) in [(false, FLOORS), (true, FLOORS_NO_DATES)] {
        let options = Options { data: data.into(), no_dates, errors: 0 };
        let rows = time::rows(&options);
        for (set, floor) in floors {
            let row = rows.iter().find(|r| r.set == *set && r.system == "Article Lens").expect("the set is measured");
            for ((name, figure), least) in row.figures.iter().zip(floor) {
                if figure < least {
                    low.push(format!(
                        "{set}, publication dates hidden: {no_dates}: {name} is {figure:.1}, below {least}"
                    ));
                }
            }
        }
    }
    assert!(low.is_empty(), "\n{}", low.join("\n"));
}
