//! Measures the engine on data sets: `cargo xtask eval [--data DIR] [--no-dates] [--errors N] [--write]`.
//!
//! One file a room; each gives [`Row`]s. `--write` puts the tables into docs/ACCURACY.md. The scores agree with the
//! reference scorers of the data sets.

mod count;
mod days;
mod entities;
mod fit;
mod marks;
mod names;
mod outline;
mod row;
mod time;
mod timeline;

use row::{Options, Row};
use std::path::PathBuf;
use std::process::ExitCode;

/// A room's name, and what measures it.
type Room = (&'static str, fn(&Options) -> Vec<Row>);

fn main() -> ExitCode {
    let mut options = Options { data: PathBuf::from("../shared/data"), no_dates: false, errors: 0 };
    let mut write = false;
    let mut only: Option<String> = None;
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--data" => options.data = args.next().unwrap_or_default().into(),
            "--no-dates" => options.no_dates = true,
            "--errors" => options.errors = args.next().and_then(|n| n.parse().ok()).unwrap_or(20),
            "--write" => write = true,
            "--only" => only = args.next(),
            "--fit-headings" => {
                fit::run(&options.data);
                return ExitCode::SUCCESS;
            }
            other => {
                eprintln!(
                    "evaluate: unknown option {other}; known: --data DIR --no-dates --errors N --only ROOM --write --fit-headings [PULL]"
                );
                return ExitCode::from(2);
            }
        }
    }
    if !options.data.is_dir() {
        eprintln!("evaluate: no folder {}; name the data's folder with --data DIR", options.data.display());
        return ExitCode::from(2);
    }
    let rooms: [Room; 4] =
        [("outline", outline::rows), ("entities", entities::rows), ("time", time::rows), ("timeline", timeline::rows)];
    let mut rows = Vec::new();
    for (name, room) in rooms {
        if only.as_deref().is_none_or(|only| only == name) {
            rows.extend(room(&options));
        }
    }
    if write && !options.no_dates {
        // The page also says what is left where nobody tells the publication date.
        let hidden = time::rows(&Options { no_dates: true, errors: 0, ..options });
        rows.extend(hidden.into_iter().filter(|row| row.table.starts_with("Dates")));
    }
    let text = tables(&rows);
    print!("{text}");
    if write {
        let page = format!(
            "# Accuracy\n\nMeasured by `cargo xtask eval --write`; written by the program, not by hand. These are development sets: we \
             look at our\nmistakes in them, so expect somewhat less on articles nobody here has seen. `–`: not measured.\n{text}"
        );
        if let Err(error) = std::fs::write("docs/ACCURACY.md", page) {
            eprintln!("evaluate: cannot write docs/ACCURACY.md: {error}; run it in the project's folder");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The rows as Markdown tables, one for each [`Row::table`].
fn tables(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut current = "";
    for row in rows {
        if row.table != current {
            current = row.table;
            let names: Vec<_> = row.figures.iter().map(|f| f.0).collect();
            text += &format!(
                "\n## {current}\n\n| set | system | {} |\n|---|---|{}\n",
                names.join(" | "),
                "---|".repeat(names.len())
            );
        }
        let figures: Vec<String> =
            row.figures.iter().map(|f| if f.1.is_nan() { "–".into() } else { format!("{:.1}", f.1) }).collect();
        text += &format!("| {} | {} | {} |\n", row.set, row.system, figures.join(" | "));
    }
    text
}
