//! Where a country or capital stands for its government: `Washington said`, `Moscow and Tehran agreed`.
//!
//! Only as the subject of a verb of saying or deciding, in a clause of its own; in `officials in Washington said` it is
//! the town. The lists are `government.txt`. Absent here: teams called by their country; other parts of the sentence
//! (`talks with Moscow`), where either may be meant.

use super::kinds;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{Case, HashSet, TokenKind, word_hash};
use crate::grammar::{self, VerbTense};
use crate::lists::rows;
use crate::{EntityKind, TokenRange};
use std::sync::OnceLock;

#[derive(Default)]
struct Lists {
    capitals: HashSet<&'static str>,
    /// Hashes of the forms of the verbs.
    verbs: HashSet<u64>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut lists = Lists::default();
        for line in rows!("government.txt") {
            match line.split_once(": ") {
                Some(("capitals", names)) => lists.capitals.extend(names.split(", ")),
                Some(("verbs", verbs)) => {
                    lists.verbs.extend(verbs.split(' ').flat_map(grammar::forms).map(|form| word_hash(&form)));
                }
                _ => {}
            }
        }
        lists
    })
}

/// Names of the longest list that is read; what keeps the work linear.
const LONGEST: usize = 16;

/// For each name whether it stands for the government of the place that it names. `kinds` has the kind of each name's
/// entity.
pub(super) fn find(reading: Reading, names: &[Name], kinds: &[EntityKind]) -> Vec<bool> {
    let mut found = vec![false; names.len()];
    let mut n = 0;
    while n < names.len() {
        let last = list_end(reading, names, n);
        let list = n..last + 1;
        n = last + 1;
        let governs = |n: &usize| kinds[*n] == EntityKind::Place && may_govern(reading, &names[*n]);
        if !list.clone().any(|n| governs(&n)) || !begins_clause(reading, names, list.start) {
            continue;
        }
        let end = names[last].tokens.end;
        let sentence = reading.doc.sentences.partition_point(|s| s.tokens.end < end);
        let verbs = &grammar::parse(reading.doc, sentence).verbs;
        let verb = verbs.get(verbs.partition_point(|verb| verb.tokens.start < end));
        let decides = verb.is_some_and(|verb| {
            !verb.passive
                && verb.tense != VerbTense::None
                && reading.token(verb.main).is_some_and(|t| lists().verbs.contains(&t.hash))
                && (end..verb.tokens.start).all(|at| is_adverb(reading, at))
                && verb.tokens.start - end < 2
        });
        if decides {
            list.filter(governs).for_each(|n| found[n] = true);
        }
    }
    found
}

/// True for the capital of a country.
pub(super) fn is_capital(key: &str) -> bool {
    lists().capitals.contains(key)
}

/// A capital, or a country or state of the lists.
fn may_govern(reading: Reading, name: &Name) -> bool {
    let single = name.tokens.len() == 1 && reading.has(name.tokens.start, class::COUNTRY);
    single || is_capital(&name.key) || kinds::is_listed_country(reading, name.tokens)
}

/// The last of the names that are listed from name `n` on: `Beijing, Moscow and the United States`. Names with a comma
/// alone between them are no list but a place and where it lies.
fn list_end(reading: Reading, names: &[Name], n: usize) -> usize {
    let (mut end, mut at) = (n, n);
    while let Some(next) = names.get(at + 1).filter(|_| at - n < LONGEST) {
        let between = names[at].tokens.end..next.tokens.start;
        if between.is_empty() || between.len() > 3 || !between.clone().all(|at| links(reading, at)) {
            break;
        }
        at += 1;
        if between.into_iter().any(|at| matches!(reading.word(at), "and" | "or" | "nor")) {
            end = at;
        }
    }
    end
}

fn links(reading: Reading, at: u32) -> bool {
    matches!(reading.word(at), "and" | "or" | "nor" | "," | "the")
}

/// True where the list that begins with name `n` may be the subject of a clause: nothing before it in the sentence, a
/// mark that parts clauses, a conjunction or a verb of saying.
fn begins_clause(reading: Reading, names: &[Name], n: usize) -> bool {
    let tokens: TokenRange = names[n].tokens;
    let the = tokens.start > 0 && reading.word(tokens.start - 1).eq_ignore_ascii_case("the");
    let start = tokens.start - u32::from(the);
    let sentences = &reading.doc.sentences;
    let sentence = sentences.partition_point(|s| s.tokens.end <= tokens.start);
    if sentences.get(sentence).is_none_or(|s| s.tokens.start >= start) {
        return true;
    }
    let before = start - 1;
    if reading.word(before) == "," && n > 0 && names[n - 1].tokens.end == before {
        return false;
    }
    let is_mark = reading.token(before).is_some_and(|t| t.kind == TokenKind::Mark);
    is_mark && !matches!(reading.word(before), "-" | "–" | "/" | "&" | "." | "’" | "'" | "$")
        || reading.is(before, Rule::Say)
        || reading.is(before, Rule::Joint)
        || is_adverb(reading, before)
}

fn is_adverb(reading: Reading, at: u32) -> bool {
    let word = reading.word(at);
    let lower = reading.token(at).is_some_and(|t| t.case == Case::Lower);
    lower
        && (word.len() > 4 && word.ends_with("ly")
            || matches!(word, "also" | "now" | "later" | "still" | "again" | "then"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_written_as_they_are_read() {
        assert!(lists().capitals.contains("washington") && lists().capitals.contains("new delhi"));
        assert!(lists().verbs.contains(&word_hash("denied")) && lists().verbs.contains(&word_hash("says")));
        assert!(lists().capitals.iter().all(|name| *name == name.trim().to_lowercase() && !name.contains('.')));
    }
}
