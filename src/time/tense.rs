//! Which way an expression without words of direction looks: back, or ahead.
//!
//! Door: [`direction`]. It is told by [`Sign`]s in order of precedence: the first that is there decides. Those
//! of words stand in `signs`, those of verbs in `verbs`. A wrong direction is mended there: the test `direction_of`
//! (below) names the sign that decides a sentence. Absent here: dates.

mod asides;
mod fixtures;
mod moved;
mod signs;
mod verbs;
mod view;
mod words;

use crate::TokenRange;
use crate::document::{Document, TokenKind, WordMap};
use crate::grammar::VerbGroup;
use crate::lists::List;
use std::sync::OnceLock;
use view::View;
use words::*;

pub(crate) use asides::*;
pub(crate) use moved::{is_moved, is_moved_from, is_moved_from_far};

/// Which way the clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what has happened.
    Past,
    /// To what is planned.
    Future,
    /// To what is so, or is fixed for a day (`opens on Friday`).
    Present,
    /// Not said.
    Open,
}

/// One sign of a direction.
struct Sign {
    /// What it is, and sentences that it decides, the expression in brackets. They are for the tests, and not shipped.
    #[cfg(test)]
    name: &'static str,
    #[cfg(test)]
    yes: &'static [&'static str],
    /// Sentences that it does not decide.
    #[cfg(test)]
    no: &'static [&'static str],
    says: Direction,
    test: Test,
}

/// What makes a sign.
enum Test {
    /// Something that is asked once.
    Here(fn(&View<'_>) -> bool),
    /// One of these words at most so many tokens (and no more than [`REACH`]) before the expression, asked of its token.
    Before(&'static List, usize, fn(&View<'_>, u32) -> bool),
}

/// `table! { SIGNS: Future "name" Here(|v| …); ["…"], ["…"] … }` makes a table of [`Sign`]s.
macro_rules! table {
    ($table:ident: $( $says:ident $name:literal $test:expr; [$($yes:literal),* $(,)?], [$($no:literal),* $(,)?] )*) => {
        pub(super) static $table: &[$crate::time::tense::Sign] = &[$(
            $crate::time::tense::Sign {
                #[cfg(test)]
                name: $name,
                #[cfg(test)]
                yes: &[$($yes),*],
                #[cfg(test)]
                no: &[$($no),*],
                says: $crate::time::tense::Direction::$says,
                test: $test,
            },
        )*];
    };
}
use table;

/// How many tokens before an expression the words of a sign are looked for; a sentence of a fixture has no more.
const REACH: usize = 12;

/// All signs in order of precedence.
fn all() -> impl Iterator<Item = &'static Sign> {
    signs::SIGNS.iter().chain(verbs::SIGNS)
}

/// For each word that a sign looks for before an expression, the signs that do, a bit each: most words are of none.
fn signs_of(hash: u64) -> u64 {
    static SIGNS_OF: OnceLock<WordMap<u64>> = OnceLock::new();
    let map = SIGNS_OF.get_or_init(|| {
        let mut map = WordMap::<u64>::default();
        let lists = all().filter_map(|sign| match sign.test {
            Test::Before(list, ..) => Some(list),
            Test::Here(_) => None,
        });
        for (number, list) in lists.enumerate() {
            list.hashes().for_each(|hash| *map.entry(hash) |= 1 << number);
        }
        map
    });
    map.get(hash).copied().unwrap_or_default()
}

/// The first sign that is there.
fn deciding(view: &View<'_>) -> Option<&'static Sign> {
    // The bit of the next sign that looks for words.
    let mut bit = 1;
    all().find(|sign| match sign.test {
        Test::Here(test) => test(view),
        Test::Before(_, reach, test) => {
            let this = bit;
            bit <<= 1;
            view.any & this != 0
                && (0..reach).any(|by| view.before[by] & this != 0 && test(view, view.tokens.start - 1 - by as u32))
        }
    })
}

/// The direction of the clause around `tokens`, which stand in sentence number `sentence`.
pub(crate) fn direction(doc: &Document, sentence: u32, tokens: TokenRange) -> Direction {
    deciding(&View::new(doc, sentence, tokens)).map_or(Direction::Open, |sign| sign.says)
}

/// `agreed to join forces at a ceremony on Saturday`: agreed there and then, whatever is to be done when.
pub(crate) fn is_agreed_there(doc: &Document, verb: &VerbGroup, at: u32) -> bool {
    static THERE: List = List::new("ceremony conference meeting session summit talks");
    let is = |at: u32, words: &[&str]| doc.is(at as usize, words);
    let at = at - u32::from(at > 0 && is(at - 1, &["on"]));
    // The group is that of what was agreed to.
    let agreed = verb.tokens.start > 1 && is(verb.tokens.start - 1, &["to"]) && is(verb.tokens.start - 2, &["agreed"]);
    // `at a summit in York on Friday`
    let from = at.saturating_sub(7).max(verb.main + 1);
    let mut there = (from..at).rev().filter(|&n| of(doc, n, &THERE));
    agreed
        && !of(doc, verb.main, &MEETS)
        && there.next().is_some_and(|n| (n.saturating_sub(4).max(from)..n).any(|n| is(n, &["at", "during"])))
}

/// True for a word of the list.
fn of(doc: &Document, at: u32, list: &List) -> bool {
    list.hold(doc.tokens[at as usize].hash)
}

fn end_of(doc: &Document, sentence: u32) -> u32 {
    doc.sentences[sentence as usize].tokens.end
}

/// True for a year in digits.
fn is_year(doc: &Document, at: u32) -> bool {
    let word = doc.word(at as usize);
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

/// What a quotation around `tokens` holds, which has its own tense: its tokens in this sentence. One that began in a
/// sentence before is known by its end.
fn quotation(doc: &Document, sentence: u32, tokens: TokenRange) -> Option<TokenRange> {
    /// How far a quotation is followed, in tokens each way.
    const QUOTED: u32 = 60;
    let range = doc.sentences[sentence as usize].tokens;
    let space = |at: u32| doc.tokens.get(at as usize).is_none_or(|t| t.space_before);
    let mark = |at: u32| doc.word(at as usize);
    let opens = |at: u32| matches!(mark(at), "“" | "``") || mark(at) == "\"" && !space(at + 1);
    let closes = |at: u32| matches!(mark(at), "”" | "''") || mark(at) == "\"" && !space(at);
    let parts = |at: &u32| doc.tokens[*at as usize].kind == TokenKind::Mark && (opens(*at) || closes(*at));
    let first = range.start.max(tokens.start.saturating_sub(QUOTED));
    let start = match (first..tokens.start).rev().find(parts) {
        Some(at) if opens(at) => at + 1,
        None if first == range.start => range.start,
        _ => return None,
    };
    let end = (tokens.end..range.end.min(tokens.end.saturating_add(QUOTED))).find(parts)?;
    closes(end).then(|| TokenRange::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, RawInput, document, input};

    /// The sign that decides an example.
    fn sign_of(example: &str) -> Option<&'static Sign> {
        let (before, rest) = example.split_once('[').expect("an expression in brackets");
        let (words, _) = rest.split_once(']').expect("its end");
        let text = example.replace(['[', ']'], "");
        let doc = document::parse(&input::read(&RawInput { text, format: Format::Text, ..RawInput::default() }));
        let (start, end) = (before.len(), before.len() + words.len());
        let at = |byte: usize| doc.tokens.partition_point(|t| (t.span.start as usize) < byte) as u32;
        let tokens = TokenRange::new(at(start), at(end));
        let sentence = doc.sentences.partition_point(|s| s.tokens.end <= tokens.start) as u32;
        deciding(&View::new(&doc, sentence, tokens))
    }

    #[test]
    fn examples_are_decided_by_their_signs() {
        let mut wrong = Vec::new();
        for sign in all() {
            let decided = |example: &str| sign_of(example).map_or("none", |s| s.name);
            if sign.yes.is_empty() {
                wrong.push(format!("{}: no example", sign.name));
            }
            if all().filter(|s| s.name == sign.name).count() > 1 {
                wrong.push(format!("{}: two signs of this name", sign.name));
            }
            let others = sign.yes.iter().filter(|e| decided(e) != sign.name);
            wrong.extend(others.map(|e| format!("{}: {e}\n    is decided by: {}", sign.name, decided(e))));
            let same = sign.no.iter().filter(|e| decided(e) == sign.name);
            wrong.extend(same.map(|e| format!("{}: must not decide {e}", sign.name)));
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn a_sign_has_room_in_the_mask_and_in_reach() {
        let words = all().filter_map(|s| if let Test::Before(_, reach, _) = s.test { Some(reach) } else { None });
        let reaches: Vec<_> = words.collect();
        assert!(reaches.len() <= 64 && reaches.iter().all(|r| *r <= REACH), "{reaches:?}");
    }

    /// `SENTENCE='It opens on [Friday].' cargo test direction_of -- --nocapture` names the sign that decides.
    #[test]
    fn direction_of() {
        let asked = std::env::var("SENTENCE").ok();
        let sentence = asked.as_deref().unwrap_or("It opens on [Friday].");
        let sign = sign_of(sentence);
        println!("{sentence} {:?} {}", sign.map(|s| s.says), sign.map_or("no sign", |s| s.name));
        assert!(asked.is_some() || sign.is_some());
    }
}
