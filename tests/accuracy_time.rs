//! Holds the accuracy of the dates a little below what was reached, where the data sets are at hand.

#[allow(dead_code)] // A test reads the figures, not the tables that people read.
#[path = "../src/bin/evaluate/row.rs"]
mod row;
#[path = "../src/bin/evaluate/time.rs"]
mod time;

use row::{Options, Row};
use std::path::Path;

/// Set, then the least strict, relaxed and value F1; without publication dates for the second table.
const FLOORS: &[(&str, [f64; 3])] = &[
    ("aquaint", [83.8, 94.2, 76.1]),
    ("gum-news-dates", [80.2, 88.0, 78.6]),
    ("meantime-apple", [93.0, 96.0, 87.0]),
    ("wikiwars-a", [89.3, 93.9, 88.2]),
];
const FLOORS_NO_DATES: &[(&str, [f64; 3])] = &[
    ("aquaint", [83.8, 94.2, 30.2]),
    ("gum-news-dates", [80.2, 88.0, 78.6]),
    ("meantime-apple", [93.0, 96.0, 87.0]),
    ("wikiwars-a", [89.3, 93.9, 88.2]),
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
    // A wrong publication date is worse than none: of those inferred at most one in twenty may be wrong.
    let options = Options { data: data.into(), no_dates: false, errors: 0 };
    for row in time::rows(&options).iter().filter(|r| r.table == "Publication date inferred") {
        let figure = |name: &str| row.figures.iter().find(|f| f.0 == name).map_or(0.0, |f| f.1);
        if figure("wrong") * 20.0 > figure("inferred") {
            low.push(format!("{}: {} of {} inferred dates are wrong", row.set, figure("wrong"), figure("inferred")));
        }
    }
    assert!(low.is_empty(), "\n{}", low.join("\n"));
}
