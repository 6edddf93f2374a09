//! People, places, organisations, groups, named events and other names, with all the forms that mean the same one.
//!
//! Doors: [`find`], or [`Tagger`] where the work must be done in slices. Absent here: words of time, pronouns.

use crate::analysis::Entity;
use crate::document::Document;
use crate::{Span, TokenRange};
use std::ops::Range;

/// What the entities stage finds.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// The entities, the most salient first; an entity's id is its place here.
    pub entities: Vec<Entity>,
    /// Every mention in order of the text; they do not overlap.
    pub mentions: Vec<Mention>,
}

/// One place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name without titles, possessives or quotes around it.
    pub span: Span,
    /// The same in tokens.
    pub tokens: TokenRange,
    /// The entity's id.
    pub entity: u32,
}

/// Finds the entities of a document.
pub fn find(doc: &Document) -> Entities {
    let mut tagger = Tagger::default();
    tagger.scan(doc, 0..doc.sentences.len());
    tagger.finish(doc)
}

/// The same in slices: [`scan`](Tagger::scan) sentence ranges in order, then [`finish`](Tagger::finish).
#[derive(Debug, Default)]
pub struct Tagger {}

impl Tagger {
    /// Reads the sentences `range`.
    pub fn scan(&mut self, doc: &Document, range: Range<usize>) {
        let _ = (doc, range);
    }

    /// Merges what was found into entities.
    pub fn finish(self, doc: &Document) -> Entities {
        let _ = doc;
        Entities::default()
    }
}
