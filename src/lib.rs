//! Article Lens: a news article's section outline, the entities it names and a timeline of its events, each linked to
//! the words it came from. Pure Rust, no clock, no files, no network: the same answers in a browser and on a server.
//!
//! ```
//! use article_lens::{RawInput, analyze};
//! let analysis = analyze(&RawInput::text("The council met on 3 May 2024 in York."));
//! assert_eq!(analysis.text, "The council met on 3 May 2024 in York.");
//! ```
//!
//! The modules, in the order a text goes through them:
#![warn(missing_docs)]

mod lists;
mod span;

pub mod analysis;
pub mod input;

pub mod document;

pub mod outline;

pub mod grammar;

pub mod entities;

pub mod time;

pub mod timeline;

pub mod export;
mod job;

#[cfg(feature = "ui")]
pub mod ui;

pub use analysis::{
    Analysis, Certainty, Context, Correction, Entity, EntityKey, EntityKind, Event, Format, Published, PublishedSource,
    RawInput, Section, Tense, Timex, TimexKind, Warning,
};
pub use job::{Job, Progress};
pub use span::{Span, TokenRange};

/// Reads an article and finds everything in it. Total: any input gives an [`Analysis`], trouble becomes warnings.
pub fn analyze(raw: &RawInput) -> Analysis {
    let mut job = Job::new(raw.clone());
    while job.step(u32::MAX) != Progress::Done {}
    job.finish()
}
