//! What the measuring program asks its rooms, and what they answer. Shared with the tests that hold the floors.

use std::path::PathBuf;

/// What the person asked for.
#[derive(Debug)]
pub struct Options {
    /// The folder that holds `ner`, `timex`, `timeline`, `outline`, `aliases`.
    pub data: PathBuf,
    /// Hide every publication date from the engine.
    pub no_dates: bool,
    /// How many errors to list for each set.
    pub errors: usize,
}

/// One line of a table: a set, a system, its figures by name.
#[derive(Debug)]
pub struct Row {
    /// Which table the row belongs to.
    pub table: &'static str,
    /// The data set.
    pub set: String,
    /// `Article Lens`, or a peer.
    pub system: &'static str,
    /// Figure by name, in the order of the table's columns.
    pub figures: Vec<(&'static str, f64)>,
}
