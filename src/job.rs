//! The way of one article through the stages, in slices, so that a page stays live on long texts.

use crate::analysis::{self, Analysis, Correction, PublishedSource, RawInput, Warning};
use crate::document::{self, Document};
use crate::entities::{Entities, Tagger};
use crate::input::{self, Input};
use crate::outline::{self, Outline};
use crate::time::{self, Reference, Times};
use crate::{Span, timeline};

/// An analysis that is being made. Call [`step`](Job::step) until it is done, then [`finish`](Job::finish); dropping a
/// job cancels it.
///
/// ```
/// use article_lens::{Job, Progress, RawInput};
/// let mut job = Job::new(RawInput::text("It rained on 3 May 2024. The match was called off."));
/// while job.step(10) != Progress::Done {}
/// assert_eq!(job.finish().text.len(), 50);
/// ```
#[derive(Debug)]
pub struct Job {
    raw: RawInput,
    stage: Stage,
    input: Input,
    doc: Document,
    outline: Outline,
    tagger: Tagger,
    entities: Entities,
    finder: time::Finder,
    times: Times,
    builder: timeline::Builder,
    events: Vec<analysis::Event>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    Input,
    Document { next: usize },
    Outline,
    Names { next: usize },
    Entities,
    Dates { next: usize },
    Times,
    Timeline { next: usize },
    Done,
}

/// How far a [`Job`] has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// At work: the stage in a word for the reader, and the share done, 0 to 1.
    Working(&'static str, f32),
    /// Nothing left to do.
    Done,
}

impl Job {
    /// A job that has not begun.
    pub fn new(raw: RawInput) -> Self {
        Job {
            raw,
            stage: Stage::Input,
            input: Input::default(),
            doc: Document::default(),
            outline: Outline::default(),
            tagger: Tagger::default(),
            entities: Entities::default(),
            finder: time::Finder::default(),
            times: Times::default(),
            builder: timeline::Builder::default(),
            events: Vec::new(),
        }
    }

    /// Does about `budget` bytes of text worth of one stage, at least one sentence or
    /// block.
    pub fn step(&mut self, budget: u32) -> Progress {
        self.stage = match self.stage {
            Stage::Input => {
                self.input = input::read(&self.raw);
                self.doc = document::begin(&self.input);
                Stage::Document { next: 0 }
            }
            Stage::Document { next } => {
                let end = slice(&self.doc.blocks, |block| block.span, next, budget);
                document::extend(&mut self.doc, next..end);
                if end < self.doc.blocks.len() { Stage::Document { next: end } } else { Stage::Outline }
            }
            Stage::Outline => {
                self.outline = outline::find(&mut self.doc, &self.input.metadata);
                // What is read in a language that is not understood would be a guess: its form alone is told.
                if self.foreign() { Stage::Times } else { Stage::Names { next: 0 } }
            }
            Stage::Names { next } => {
                let end = slice(&self.doc.sentences, |sentence| sentence.span, next, budget);
                self.tagger.scan(&self.doc, next..end);
                if end < self.doc.sentences.len() { Stage::Names { next: end } } else { Stage::Entities }
            }
            Stage::Entities => {
                self.entities = std::mem::take(&mut self.tagger).finish(&self.doc, &self.raw.corrections);
                Stage::Dates { next: 0 }
            }
            Stage::Dates { next } => {
                let end = slice(&self.doc.sentences, |sentence| sentence.span, next, budget);
                self.finder.scan(&self.doc, next..end);
                if end < self.doc.sentences.len() { Stage::Dates { next: end } } else { Stage::Times }
            }
            Stage::Times => {
                let reference =
                    Reference { given: self.raw.published.clone(), metadata: self.input.metadata.published.clone() };
                self.times = std::mem::take(&mut self.finder).finish(&self.doc, &reference);
                if self.foreign() { Stage::Done } else { Stage::Timeline { next: 0 } }
            }
            Stage::Timeline { next } => {
                let end = slice(&self.doc.sentences, |sentence| sentence.span, next, budget);
                self.builder.scan(&self.doc, &self.times, next..end);
                if end < self.doc.sentences.len() {
                    Stage::Timeline { next: end }
                } else {
                    let builder = std::mem::take(&mut self.builder);
                    self.events = builder.finish(&self.doc, &self.outline, &self.entities, &mut self.times);
                    Stage::Done
                }
            }
            Stage::Done => Stage::Done,
        };
        self.progress()
    }

    /// The answer; the stages that were not reached are empty in it.
    pub fn finish(self) -> Analysis {
        let timex = |t: time::Timex| analysis::Timex { span: t.span, kind: t.kind, value: t.value, because: t.because };
        let mut warnings = self.input.warnings;
        let given = self.raw.published.as_deref().unwrap_or("").trim();
        if self.stage == Stage::Done && !given.is_empty() && self.times.published.source != PublishedSource::Given {
            let message = format!("{given:?} is not a date, so it was not used. Write it like this: 2025-01-21.");
            warnings.push(Warning { code: "date", message });
        }
        warnings.extend(self.times.contradicted.map(contradiction));
        warnings.extend(self.entities.misfits.iter().filter_map(|n| self.raw.corrections.get(*n)).map(misfit));
        let mut sections = self.outline.sections;
        outline::fill(&mut sections, &self.entities.entities, &self.events);
        Analysis {
            text: self.doc.text,
            format: self.input.format,
            source: self.input.source,
            blocks: self.doc.blocks,
            title: self.outline.title,
            byline: self.outline.byline,
            published: self.times.published,
            outline: sections,
            entities: self.entities.entities,
            timexes: self.times.timexes.into_iter().map(timex).collect(),
            events: self.events,
            corrections: self.raw.corrections,
            warnings,
        }
    }

    /// True where the input warned that this is not English.
    fn foreign(&self) -> bool {
        self.input.warnings.iter().any(|warning| warning.code == "language")
    }

    fn progress(&self) -> Progress {
        let share = |next: usize| next as f32 / self.doc.sentences.len().max(1) as f32;
        match self.stage {
            Stage::Input => Progress::Working("Reading", 0.0),
            Stage::Document { next } => {
                Progress::Working("Reading", 0.05 + 0.1 * next as f32 / self.doc.blocks.len().max(1) as f32)
            }
            Stage::Outline => Progress::Working("Outline", 0.15),
            Stage::Names { next } => Progress::Working("Names", 0.2 + 0.4 * share(next)),
            Stage::Entities => Progress::Working("Names", 0.6),
            Stage::Dates { next } => Progress::Working("Dates", 0.65 + 0.2 * share(next)),
            Stage::Times => Progress::Working("Dates", 0.85),
            Stage::Timeline { next } => Progress::Working("Timeline", 0.9 + 0.1 * share(next)),
            Stage::Done => Progress::Done,
        }
    }
}

/// What a person should know who gave another day than the article's own date line.
fn contradiction(day: String) -> Warning {
    let message = format!(
        "The article's own date line says {day}. Days like “today” are counted from the publication date you gave; \
         change it if the article is right."
    );
    Warning { code: "dateline", message }
}

/// What a person should know of a correction that fits nothing.
fn misfit(correction: &Correction) -> Warning {
    let (what, key) = match correction {
        Correction::Hide { entity } => ("hide", entity),
        Correction::Rename { entity, .. } => ("rename", entity),
        Correction::Kind { entity, .. } => ("change the kind of", entity),
        Correction::Merge { entity, .. } => ("merge", entity),
        Correction::Split { entity, .. } => ("split", entity),
    };
    let message = format!("Your correction to {what} “{}” fits nothing in this text, so it was left out.", key.name);
    Warning { code: "correction", message }
}

/// One past the last of the `pieces` that a slice of about `budget` bytes holds, which begins at piece `next`.
fn slice<T>(pieces: &[T], span: impl Fn(&T) -> Span, next: usize, budget: u32) -> usize {
    let Some(first) = pieces.get(next) else { return next };
    let limit = span(first).start.saturating_add(budget);
    (next + pieces[next..].partition_point(|piece| span(piece).end <= limit)).max(next + 1)
}
