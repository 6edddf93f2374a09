//! Days at the head of lines: `Friday: The storm is named`, `Sunday 9pm – The bridge falls`. In the present tense, as they are
//! written, they may be what has happened or what is planned: their order tells, or the line above them.

use super::Match;
use super::stamps::heads_block;
use crate::document::{Document, TokenKind};
use crate::lists::List;
use crate::time::calendar::Date;
use crate::time::meaning::{Dir, Meaning, Point};
use crate::time::tense::{self, Direction};

/// How many blocks on the next entry may begin.
const NEXT: u32 = 3;

/// Words of the line above entries that have happened: `How the storm unfolded`.
static OVER: List = List::new("Chronology Timeline chronology happened timeline unfolded");

/// The weekday at the head of a line, where a mark and what happened follow.
struct Entry {
    sentence: u32,
    block: u32,
    weekday: u8,
}

/// The sentences that a weekday up to the publication heads, in order.
pub(super) fn past(doc: &Document, matches: &[Match], published: Option<Date>) -> Vec<u32> {
    let Some(published) = published else { return Vec::new() };
    let entries: Vec<Entry> = matches.iter().filter_map(|found| entry(doc, found)).collect();
    let runs = entries.chunk_by(|a, b| b.block > a.block && b.block - a.block <= NEXT);
    let over = runs.filter(|run| run.len() > 1 && are_over(doc, run, published.weekday()));
    over.flatten().map(|entry| entry.sentence).collect()
}

fn entry(doc: &Document, found: &Match) -> Option<Entry> {
    let on = match found.meaning {
        Meaning::Point(point, dir) => Some((point, dir)),
        Meaning::Clock { on, .. } | Meaning::Part { on, .. } => on,
        _ => None,
    };
    let Some((Point::Weekday { weekday, weeks: None }, Dir::Open)) = on else { return None };
    let sentence = doc.sentences[found.sentence as usize];
    let mark = doc.tokens.get(found.tokens.end as usize).is_some_and(|token| token.kind == TokenKind::Mark);
    let mark = mark && matches!(doc.word(found.tokens.end as usize), ":" | "-" | "–" | "—");
    let heads = heads_block(doc, found) && found.tokens.end + 1 < sentence.tokens.end;
    (heads && mark).then_some(Entry { sentence: found.sentence, block: sentence.block, weekday })
}

/// True where the days of `run` follow one another up to the publication, and not from it on, or where words say that they
/// are over.
fn are_over(doc: &Document, run: &[Entry], today: u8) -> bool {
    let back = |e: &Entry| (today + 7 - e.weekday) % 7;
    let ahead = |e: &Entry| (e.weekday + 7 - today) % 7;
    if !run.is_sorted_by(|a, b| back(a) >= back(b)) {
        return false;
    }
    let told = |e: &Entry| tense::opening(doc, e.sentence) == Direction::Past;
    let above = || {
        let line = run[0].sentence.checked_sub(1).map(|line| doc.sentences[line as usize].tokens);
        line.is_some_and(|line| doc.tokens[line.range()].iter().any(|token| OVER.hold(token.hash)))
    };
    !run.is_sorted_by_key(ahead) || run.iter().any(told) || above()
}
