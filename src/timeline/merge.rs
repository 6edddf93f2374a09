//! Several tellings of one event made one.

use super::candidates::Candidate;
use super::lexicon::Sense;
use crate::document::{Document, TokenKind, word_hash};
use std::collections::HashMap;

/// Groups the candidates that tell of the same event: numbers into `candidates`, in each group the one to show first.
///
/// Two are the same when they have the same date and either the same verb and a name or noun in common, or when one
/// only says that something happened (`the call came on …`) or names it (`the 2009 crash`) and they share its noun.
pub(super) fn same(doc: &Document, candidates: &[Candidate], who: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut by_verb: HashMap<(&str, u64), Vec<usize>> = HashMap::new();
    let mut by_noun: HashMap<(&str, u64), usize> = HashMap::new();
    for (number, c) in candidates.iter().enumerate() {
        let date = c.dated.as_ref().map_or("", |d| d.date.as_str());
        let nouns = nouns(doc, c);
        let verb = (date, stem(doc, c.main as usize));
        let bare = c.tense.is_none() || c.sense.is(Sense::LIGHT);
        let known = if date.is_empty() {
            None
        } else {
            // A few of each verb are compared; more on one day would be a list.
            let alike = by_verb.get(&verb).into_iter().flatten().take(8).copied().find(|&group| {
                let first = groups[group][0];
                let names = who[number].iter().any(|id| who[first].contains(id));
                let other = &candidates[first];
                other.tense.is_some() == c.tense.is_some()
                    && (names || nouns.iter().any(|n| self::nouns(doc, other).contains(n)))
            });
            let named = || {
                nouns.iter().filter_map(|&n| by_noun.get(&(date, n)).copied()).find(|&group| {
                    let other = &candidates[groups[group][0]];
                    bare || other.tense.is_none() || other.sense.is(Sense::LIGHT)
                })
            };
            alike.or_else(named)
        };
        let group = known.unwrap_or(groups.len());
        match groups.get_mut(group) {
            Some(members) => {
                let first = &candidates[members[0]];
                let better = (first.tense.is_none() || first.sense.is(Sense::LIGHT)) && !bare;
                if better { members.insert(0, number) } else { members.push(number) }
            }
            None => groups.push(vec![number]),
        }
        by_verb.entry(verb).or_default().push(group);
        for noun in nouns {
            by_noun.entry((date, noun)).or_insert(group);
        }
    }
    groups
}

/// Stems of the plain words of a candidate that can name what happened; of a clause, those that stand in lower case.
fn nouns(doc: &Document, c: &Candidate) -> Vec<u64> {
    c.tokens
        .range()
        .take(40)
        .filter(|&at| {
            let token = &doc.tokens[at];
            token.kind == TokenKind::Word
                && token.span.len() > 3
                && (at != c.main as usize || c.tense.is_none())
                && !super::candidates::is_capital(doc, at as u32)
                && !is_common(doc.word(at))
        })
        .map(|at| stem(doc, at))
        .collect()
}

/// A word without its most usual endings.
fn stem(doc: &Document, at: usize) -> u64 {
    let word = doc.word(at).to_lowercase();
    let mut stem = word.as_str();
    for ending in ["ing", "ed", "es", "s", "e"] {
        if stem.len() > ending.len() + 3
            && let Some(rest) = stem.strip_suffix(ending)
        {
            stem = rest;
            break;
        }
    }
    word_hash(stem)
}

/// Words that many clauses have in common.
fn is_common(word: &str) -> bool {
    const COMMON: &[&str] = &[
        "about",
        "according",
        "after",
        "also",
        "another",
        "around",
        "been",
        "before",
        "between",
        "both",
        "came",
        "could",
        "country",
        "during",
        "first",
        "following",
        "former",
        "from",
        "government",
        "have",
        "into",
        "least",
        "local",
        "more",
        "most",
        "near",
        "night",
        "other",
        "over",
        "part",
        "people",
        "several",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "three",
        "time",
        "under",
        "until",
        "week",
        "were",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "would",
        "year",
        "years",
    ];
    COMMON.binary_search(&word).is_ok()
}
