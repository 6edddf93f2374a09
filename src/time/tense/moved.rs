//! What was put off or brought forward: from one day, to another.

use super::of;
use super::words::*;
use crate::document::{Document, word_hash};

/// `was postponed`: to a day, until a day.
pub(crate) fn is_moved(word: &str) -> bool {
    MOVED.hold(word_hash(word))
}

/// True where the words right before the token `from` say that something was moved: `was postponed from May`, `was brought
/// forward from May`.
pub(crate) fn is_moved_from(doc: &Document, from: u32) -> bool {
    doc.word(from as usize).eq_ignore_ascii_case("from") && is_moved_before(doc, from)
}

/// The same where what was moved stands between: `postponed a meeting of the board from Wednesday`.
pub(crate) fn is_moved_from_far(doc: &Document, from: u32) -> bool {
    const FAR: u32 = 10;
    let mut near = (from.saturating_sub(FAR)..from).rev();
    let plain = |at: &u32| !matches!(doc.word(*at as usize), "," | ";" | ":" | "." | "and" | "to" | "that");
    let moves = |at: u32| {
        let away = || of(doc, at, &MOVES_AWAY) && (is_away(doc, at + 1) || is_away(doc, from - 1));
        // Not `delayed trains in the north from Monday`, `slid 4% from May`.
        let loose = doc.is(at as usize, &["delayed", "extended", "shifted", "slid", "slipped"]);
        of(doc, at, &MOVED) && !loose || away()
    };
    is_moved_from(doc, from)
        || doc.word(from as usize).eq_ignore_ascii_case("from") && near.by_ref().take_while(plain).any(moves)
}

/// True where the words right before the token `at` say that something was moved.
pub(super) fn is_moved_before(doc: &Document, at: u32) -> bool {
    at > 0 && (of(doc, at - 1, &MOVED) || at > 1 && is_away(doc, at - 1) && of(doc, at - 2, &MOVES_AWAY))
}

/// `put off the trial to Monday`, `pushed the launch back to June`: for the verb and the `to`.
pub(super) fn is_moving(doc: &Document, verb: u32, to: u32) -> bool {
    let two = || of(doc, verb, &MOVES_AWAY) && (is_away(doc, verb + 1) || is_away(doc, to - 1));
    verb + 1 < to && (of(doc, verb, &MOVED) || two())
}

fn is_away(doc: &Document, at: u32) -> bool {
    matches!(doc.word(at as usize), "off" | "back" | "forward")
}

/// True for words of time at `at` to which something was moved from other ones: `put off from May to September`.
pub(super) fn is_to(doc: &Document, start: u32, at: u32) -> bool {
    let to = at.saturating_sub(1).max(start);
    let led = at > start && matches!(doc.word(to as usize), "to" | "until");
    led && (to.saturating_sub(5).max(start)..to).any(|at| is_moved_from(doc, at))
}
