//! Which way an expression without words of direction looks: back, or ahead.
//!
//! Door: [`direction`]. Absent here: dates.

use crate::TokenRange;
use crate::document::Document;
use crate::grammar::{self, VerbTense};

/// Which way the clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what has happened.
    Past,
    /// To what is planned.
    Future,
    /// Not said.
    Open,
}

/// Words that look ahead whatever their form.
const AHEAD: &[&str] = &[
    "will",
    "'ll",
    "’ll",
    "shall",
    "scheduled",
    "expected",
    "expects",
    "expect",
    "due",
    "plans",
    "planned",
    "planning",
    "plan",
    "upcoming",
    "set",
    "slated",
    "hopes",
    "hope",
    "intends",
    "until",
    "till",
    "forthcoming",
    "poised",
    "deadline",
    "starting",
    "tomorrow",
    "would",
    "must",
];
/// Common verbs of the past that do not end in `ed`.
const BACK: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "met", "went", "came", "took", "made", "gave", "got", "left", "held",
    "began", "saw", "found", "brought", "fell", "rose", "led", "sent", "won", "lost", "spoke", "broke", "became",
    "wrote", "ran", "shot", "hit", "struck", "killed", "has", "have", "been", "kept", "put", "set", "cut", "sold",
    "paid", "drew", "flew", "grew", "knew", "threw", "felt", "built", "burst", "caught", "chose", "died", "thought",
    "stood", "sank", "swore",
];

/// The direction of the clause around `tokens`: its nearest verb, before or else after, decides.
pub fn direction(doc: &Document, sentence: u32, tokens: TokenRange) -> Direction {
    let verbs = grammar::verbs(doc, sentence as usize);
    if verbs.is_empty() { by_words(doc, sentence, tokens) } else { by_verbs(doc, &verbs, tokens) }
}

fn by_verbs(doc: &Document, verbs: &[grammar::VerbGroup], tokens: TokenRange) -> Direction {
    let _ = doc;
    let gap = |v: &&grammar::VerbGroup| {
        if v.tokens.end <= tokens.start {
            tokens.start - v.tokens.end
        } else {
            v.tokens.start.saturating_sub(tokens.end) + 3
        }
    };
    match verbs.iter().filter(|v| v.tense != VerbTense::None).min_by_key(gap).map(|v| v.tense) {
        Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect) => Direction::Past,
        Some(VerbTense::Future) => Direction::Future,
        _ => Direction::Open,
    }
}

fn by_words(doc: &Document, sentence: u32, tokens: TokenRange) -> Direction {
    let all = doc.sentences[sentence as usize].tokens;
    let at = |n: u32| {
        let word = doc.word(n as usize);
        let is = |list: &[&str]| list.iter().any(|w| word.eq_ignore_ascii_case(w));
        if is(AHEAD) && !word.eq_ignore_ascii_case("set") {
            Some(Direction::Future)
        } else if is(BACK) || word.len() > 4 && word.ends_with("ed") {
            Some(Direction::Past)
        } else {
            None
        }
    };
    const FAR: u32 = 24;
    let before = (all.start.max(tokens.start.saturating_sub(FAR))..tokens.start)
        .rev()
        .find_map(|n| at(n).map(|d| (tokens.start - n, d)));
    let after = (tokens.end..all.end.min(tokens.end + FAR)).find_map(|n| at(n).map(|d| (n - tokens.end + 1, d)));
    match (before, after) {
        (Some((b, direction)), Some((a, other))) => {
            if b <= a + 6 {
                direction
            } else {
                other
            }
        }
        (Some((_, d)), None) | (None, Some((_, d))) => d,
        (None, None) => Direction::Open,
    }
}
