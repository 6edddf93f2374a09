//! What a reading of the news that the teacher labelled says of its names: `readings/SET.txt`, written for this project beside
//! the teacher's labels (MODEL.md says by whom). `=== 17` stands for an article that was read (its number in the set), the lines
//! behind it correct the teacher: a kind and a name as printed, `NONE` for what is none, `KIND?` where it may also be as
//! the teacher has it. There is no sentence in these files.

use crate::data::Set;
use crate::teacher::{KINDS, Says, Told, spans};
use article_lens::TokenRange;
use article_lens::entities::training::OUTSIDE;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// One correction: what the words are in the whole article; the longest words win.
struct Mend<'a> {
    words: &'a str,
    /// Place among [`KINDS`]; none: no name.
    kind: Option<u8>,
    sure: bool,
}

/// Corrections by the article's number.
fn read(text: &str) -> BTreeMap<usize, Vec<Mend<'_>>> {
    let mut articles: BTreeMap<usize, Vec<Mend>> = BTreeMap::new();
    let mut article = 0;
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some(number) = line.strip_prefix("=== ") {
            article = number.trim().parse().expect("the number of an article");
            articles.entry(article).or_default();
            continue;
        }
        let (kind, words) = line.trim().split_once(' ').unwrap_or_else(|| panic!("a kind, a space, a name: {line}"));
        let sure = !kind.ends_with('?');
        let kind = match kind.trim_end_matches('?') {
            "NONE" => None,
            kind => {
                let place = KINDS.iter().position(|k| *k == kind);
                Some(place.unwrap_or_else(|| panic!("no kind {kind}: {line}")) as u8)
            }
        };
        articles.entry(article).or_default().push(Mend { words: words.trim(), kind, sure });
    }
    articles
}

/// Corrects what the teacher told of a set; gives the numbers of the articles that were read.
pub fn mend(text: &str, set: &Set, told: &mut Told) -> BTreeSet<usize> {
    let mut articles = read(text);
    let (mut first, mut unmatched) = (0, 0);
    for (number, gold) in set.docs.iter().enumerate() {
        let doc = &gold.doc;
        let count = doc.tokens.len() as u32;
        if let Some(mends) = articles.get_mut(&number) {
            // What is none goes first; then the longest names.
            mends.sort_by_key(|mend| (mend.kind.is_some(), std::cmp::Reverse(mend.words.len())));
            let mut says: Vec<Says> = (first..first + count).map(|n| told.of(n)).collect();
            says.iter_mut().for_each(|s| s.share = 255);
            let mut taken = vec![false; count as usize];
            let none: HashSet<&str> = mends.iter().filter(|m| m.kind.is_none()).map(|m| m.words).collect();
            for mend in mends.iter() {
                let places = places(doc, mend.words);
                unmatched += usize::from(places.is_empty());
                for tokens in places {
                    let range = tokens.range();
                    let labels: Vec<u8> = says.iter().map(|s| s.best).collect();
                    let over: Vec<_> = spans(&labels)
                        .into_iter()
                        .map(|(drafted, _)| drafted)
                        .filter(|drafted| drafted.start < tokens.end && tokens.start < drafted.end)
                        .collect();
                    // A part of a longer name is not meant, unless the longer one is none: no name goes on behind a line.
                    let inside = |drafted: &TokenRange| {
                        let whole = doc.span(*drafted).of(&doc.text);
                        drafted.start <= tokens.start
                            && tokens.end <= drafted.end
                            && drafted.len() > tokens.len()
                            && !none.contains(whole)
                            && !whole.contains('\n')
                    };
                    if taken[range.clone()].iter().any(|t| *t) || over.iter().any(inside) {
                        continue;
                    }
                    let before: Vec<u8> = labels[range.clone()].to_vec();
                    for at in over.iter().flat_map(|drafted| drafted.range()) {
                        says[at] = Says { best: OUTSIDE, second: OUTSIDE, share: 255 };
                    }
                    let Some(kind) = mend.kind else { continue };
                    for (at, before) in range.clone().zip(before) {
                        let best = 1 + 2 * kind + u8::from(at > range.start);
                        let share = if mend.sure || before == best { 255 } else { 128 };
                        says[at] = Says { best, second: before, share };
                        taken[at] = true;
                    }
                }
            }
            for (n, says) in (first..).zip(says) {
                told.say(n, says);
            }
        }
        first += count;
    }
    if unmatched > 0 {
        eprintln!("{}: {unmatched} corrections stand nowhere in their article", set.name);
    }
    articles.into_keys().collect()
}

/// Where whole tokens spell `words`.
fn places(doc: &article_lens::document::Document, words: &str) -> Vec<TokenRange> {
    let token = |at: usize, end: bool| {
        let found = doc.tokens.binary_search_by_key(&(at as u32), |t| if end { t.span.end } else { t.span.start });
        found.ok().map(|n| n as u32)
    };
    let at = doc.text.match_indices(words).map(|(at, _)| at);
    at.filter_map(|at| Some(TokenRange::new(token(at, false)?, token(at + words.len(), true)? + 1))).collect()
}
