//! Holds the accuracy of the names a little below what is reached on the articles that were written for the project
//! (`tests/written`), which are at hand everywhere.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../src/bin/evaluate/count.rs"]
mod count;
#[path = "../src/bin/evaluate/marks.rs"]
mod marks;
#[allow(dead_code)] // A test reads the figures, not the tables that people read.
#[path = "../src/bin/evaluate/names.rs"]
mod names;
#[allow(dead_code)]
#[path = "../src/bin/evaluate/row.rs"]
mod row;

use row::Row;

/// Least F1 of person, place and organisation together, in per cent.
const FLOORS: &[(&str, f64)] = &[
    ("written: africa-europe-americas", 87.0),
    ("written: asia", 83.4),
    ("written: business", 84.0),
    ("written: encyclopedia", 83.2),
    ("written: english-speaking", 77.2),
    ("written: sport", 80.4),
    ("written: all", 83.0),
];

#[test]
fn names_reach_their_floors() {
    let rows: Vec<Row> = names::written(&[(names::OURS, names::whole)], 0);
    for (set, floor) in FLOORS {
        let row = rows.iter().find(|row| row.set == *set && row.system == names::OURS).expect("the set is measured");
        let f1 = row.figures.iter().find(|(name, _)| *name == "F1").expect("F1 is measured").1;
        assert!(f1 >= *floor, "{set}: F1 {f1:.1} is below {floor}");
    }
}
