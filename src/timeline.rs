//! Events: clauses someone would put on a timeline, with their dates and who took part.
//!
//! Door: [`build`]. Absent here: reading words of time (the time stage has done it).

use crate::analysis::Event;
use crate::document::Document;
use crate::entities::Entities;
use crate::outline::Outline;
use crate::time::Times;

/// Makes the timeline: ordered by time, then by the text; events without a date last.
pub fn build(doc: &Document, outline: &Outline, entities: &Entities, times: &Times) -> Vec<Event> {
    let _ = (doc, outline, entities, times);
    Vec::new()
}
