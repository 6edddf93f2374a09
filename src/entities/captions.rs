//! Names that run from the words under a picture into the sentence behind them. Absent here: where those end (`outline`).

use super::lexicon::class;
use super::reading::{Name, Reading};
use crate::outline::opening;
use crate::{EntityKind, TokenRange};

/// How far from the start of a sentence such words may reach.
const NEAR: u32 = 10;

/// `Ardle Station` of `Ardle Station The station was closed`; nothing of `Ann BergTown Hall News site Corrib has …`, where words were
/// run together.
pub(super) fn part(reading: Reading, names: &mut Vec<Name>) {
    let doc = reading.doc;
    let (mut sentence, mut ends, mut joined) = (usize::MAX, None, false);
    let mut whole = Vec::new();
    names.retain_mut(|name| {
        let TokenRange { start, end } = name.tokens;
        let number = doc.sentences.partition_point(|s| s.tokens.end <= start);
        let Some(first) = doc.sentences.get(number).map(|s| s.tokens.start) else { return true };
        if start > first + NEAR {
            return true;
        }
        if number != sentence {
            (sentence, ends) = (number, opening::caption(doc, number));
            joined = ends.is_some() && opening::run_together(doc, number).is_some();
        }
        let Some(at) = ends.filter(|at| start < *at) else { return true };
        if joined {
            return false;
        }
        if end > at {
            *name = Name::new(reading, TokenRange::new(start, at), name.kind);
            if end > at + 1 && reading.has(at + 1, class::COUNTRY) {
                whole.push(Name::new(reading, TokenRange::new(at + 1, end), EntityKind::Place));
            }
        }
        true
    });
    if !whole.is_empty() {
        names.extend(whole);
        crate::document::sort_by_key(names, |name| name.tokens.start.into());
    }
}
