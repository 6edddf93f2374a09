//! From what the model found to the mentions worth a chip: trimmed, split, filled in, of one mind about their kind.

use super::features::pair;
use super::lexicon::{Entry, Lexicon, ORGANIZATION_PHRASE, class};
use super::memory::Memory;
use super::tagger::Found;
use crate::document::{Case, Document, Token, TokenKind};
use crate::{EntityKind, TokenRange};
use std::collections::{HashMap, HashSet};

/// A mention with the string it is known by.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub tokens: TokenRange,
    pub kind: EntityKind,
    /// See [`key`].
    pub key: String,
}

/// The document as the rules read it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'a> {
    pub doc: &'a Document,
    pub lexicon: &'a Lexicon,
}

impl<'a> Reading<'a> {
    pub fn token(&self, at: u32) -> Option<&'a Token> {
        self.doc.tokens.get(at as usize)
    }

    pub fn word(&self, at: u32) -> &'a str {
        self.token(at).map_or("", |t| t.span.of(&self.doc.text))
    }

    pub fn entry(&self, at: u32) -> Entry {
        self.token(at).map_or(Entry::NONE, |t| self.lexicon.word(t.hash))
    }

    pub fn has(&self, at: u32, bits: u16) -> bool {
        self.entry(at).bits & bits != 0
    }

    pub fn is_capital(&self, at: u32) -> bool {
        self.token(at).is_some_and(|t| matches!(t.case, Case::Title | Case::Upper | Case::Mixed))
    }

    /// The words of a name in lower case, without stops, an article before or a possessive behind.
    pub fn key(&self, tokens: TokenRange) -> String {
        let mut key = String::with_capacity(24);
        for at in tokens.start..tokens.end {
            let word = self.word(at);
            if at == tokens.start && tokens.len() > 1 && word.eq_ignore_ascii_case("the") {
                continue;
            }
            if !key.is_empty() && self.token(at).is_some_and(|t| t.space_before) {
                key.push(' ');
            }
            let lowered = word.chars().flat_map(char::to_lowercase).filter(|c| *c != '.');
            key.extend(lowered.map(|c| if c == '’' { '\'' } else { c }));
        }
        key
    }
}

/// Endings of company names that may be left out, in lower case without stops.
const COMPANY_ENDINGS: &[&str] =
    &["ag", "co", "company", "corp", "corporation", "group", "inc", "limited", "llc", "ltd", "plc", "sa"];

/// True for `Inc.`, `Ltd`, …
pub(super) fn is_company_ending(word: &str) -> bool {
    COMPANY_ENDINGS.binary_search(&word.trim_end_matches('.').to_lowercase().as_str()).is_ok()
}

/// Titles that say nothing of what a person does.
const HONORIFICS: &[&str] =
    &["dame", "dr", "dr.", "lady", "lord", "miss", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.", "sir"];

/// True for `Mr`, `Dr`, …
pub(super) fn is_honorific(word: &str) -> bool {
    HONORIFICS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Words that are never a name by themselves, however they are cased.
const NEVER: &[&str] = &[
    "a",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "as",
    "at",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "every",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "it",
    "its",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "no",
    "not",
    "now",
    "of",
    "on",
    "one",
    "or",
    "our",
    "she",
    "since",
    "so",
    "some",
    "still",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "we",
    "what",
    "when",
    "where",
    "while",
    "who",
    "why",
    "with",
    "yes",
    "yet",
    "you",
    "your",
];

/// Words of the longest name that is believed; also what keeps the work linear.
const LONGEST: u32 = 16;

/// The mentions of a document in order, from what the model found.
pub(super) fn names(reading: Reading, memory: &Memory, found: &[Found]) -> Vec<Name> {
    let mut names = Vec::with_capacity(found.len());
    for found in found {
        for tokens in split(reading, found.tokens) {
            if tokens.len() > LONGEST {
                continue;
            }
            let Some(tokens) = trim(reading, tokens, found.kind) else { continue };
            let kind = if names_a_body(reading, tokens) { EntityKind::Organization } else { found.kind };
            names.push(Name { tokens, kind, key: reading.key(tokens) });
        }
    }
    take_in_places(reading, &mut names);
    drop_heading_words(reading, memory, &mut names);
    add_acronyms(reading, &mut names);
    agree(reading, &mut names);
    fill_in(reading, &mut names);
    names
}

/// `Episcopal Conference of Nicaragua`: a place behind `of` belongs to the body before it.
fn take_in_places(reading: Reading, names: &mut Vec<Name>) {
    for n in (1..names.len()).rev() {
        let (body, place) = (&names[n - 1], &names[n]);
        let joined = body.kind == EntityKind::Organization
            && body.tokens.len() > 1
            && place.kind == EntityKind::Place
            && place.tokens.start == body.tokens.end + 1
            && reading.word(body.tokens.end) == "of";
        if joined {
            let tokens = TokenRange::new(body.tokens.start, place.tokens.end);
            names[n - 1] = Name { tokens, kind: EntityKind::Organization, key: reading.key(tokens) };
            names[n].tokens.end = names[n].tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// Last words that only the names of bodies have, in lower case without stops.
const BODIES: &[&str] = &[
    "airlines",
    "airways",
    "association",
    "commission",
    "committee",
    "corp",
    "corporation",
    "federation",
    "gmbh",
    "inc",
    "llc",
    "ltd",
    "ministry",
    "organisation",
    "organization",
    "parliament",
    "plc",
    "university",
];

/// A company by the lists, or what its last word says is a body: surer signs than words that also are people's names.
fn names_a_body(reading: Reading, tokens: TokenRange) -> bool {
    if tokens.len() < 2 {
        return false;
    }
    let hash = reading.doc.tokens[tokens.range()].iter().fold(0, |hash, t| pair(hash, t.hash));
    reading.lexicon.phrase(hash) == ORGANIZATION_PHRASE || is_body(reading, tokens.end - 1)
}

fn is_body(reading: Reading, at: u32) -> bool {
    let word = reading.word(at).trim_end_matches('.').to_lowercase();
    reading.is_capital(at) && BODIES.binary_search(&word.as_str()).is_ok()
}

/// `Russia-China` names two countries, `Google and Amazon` two companies.
fn split(reading: Reading, tokens: TokenRange) -> Vec<TokenRange> {
    // One word on each side of `and`, neither of them an ordinary one (`Trade and Industry`).
    let plain = |at: u32| reading.is_capital(at) && !reading.has(at, class::COMMON);
    if tokens.len() == 3 && reading.word(tokens.start + 1) == "and" && plain(tokens.start) && plain(tokens.end - 1) {
        return vec![TokenRange::new(tokens.start, tokens.start + 1), TokenRange::new(tokens.end - 1, tokens.end)];
    }
    // What stands before `and` is whole: `Acme Corp. and …`.
    let whole = (tokens.start + 2..tokens.end.saturating_sub(1))
        .find(|at| reading.word(*at) == "and" && is_body(reading, at - 1) && reading.is_capital(at + 1));
    if let Some(at) = whole {
        return vec![TokenRange::new(tokens.start, at), TokenRange::new(at + 1, tokens.end)];
    }
    let known = |at: u32| {
        reading.has(at, class::COUNTRY | class::PEOPLE | class::TOWN) && reading.is_capital(at)
            || matches!(reading.word(at), "-" | "–" | "/")
    };
    if tokens.len() < 3 || !(tokens.start..tokens.end).all(known) {
        return vec![tokens];
    }
    let mut parts = Vec::with_capacity(1);
    let mut start = tokens.start;
    for at in tokens.start + 1..tokens.end.max(1) - 1 {
        if matches!(reading.word(at), "-" | "–" | "/") && at > start {
            parts.push(TokenRange::new(start, at));
            start = at + 1;
        }
    }
    parts.push(TokenRange::new(start, tokens.end));
    parts
}

/// Without quotes, titles and possessives at the edges; none when no name is left.
fn trim(reading: Reading, mut tokens: TokenRange, kind: EntityKind) -> Option<TokenRange> {
    let is_edge = |at: u32| {
        let token = &reading.doc.tokens[at as usize];
        token.kind == TokenKind::Mark || reading.word(at).starts_with(['\'', '’'])
    };
    while !tokens.is_empty() && is_edge(tokens.end - 1) && !matches!(reading.word(tokens.end - 1), ")" | "!") {
        tokens.end -= 1;
    }
    while !tokens.is_empty() && is_edge(tokens.start) {
        tokens.start += 1;
    }
    if kind == EntityKind::Person {
        while tokens.len() > 1 && is_title(reading, tokens.start) {
            tokens.start += 1;
        }
    }
    if tokens.len() > 2 && reading.word(tokens.start) == "The" && is_body(reading, tokens.end - 1) {
        tokens.start += 1;
    }
    if tokens.is_empty() {
        return None;
    }
    let words = || (tokens.start..tokens.end).filter(|at| reading.doc.tokens[*at as usize].kind != TokenKind::Mark);
    let never = |at: u32| {
        let word = reading.word(at).to_lowercase();
        reading.has(at, class::CALENDAR) && kind != EntityKind::Event && kind != EntityKind::Person
            || NEVER.binary_search(&word.as_str()).is_ok() && reading.word(at) != "IT" && reading.word(at) != "WHO"
            || word.starts_with(|c: char| c.is_ascii_digit()) && kind == EntityKind::Person
    };
    if words().all(never) {
        return None;
    }
    Some(tokens)
}

/// In a heading in Title Case ordinary words look like names: `The Road Ahead` is none, unless it is printed so in a
/// sentence too.
fn drop_heading_words(reading: Reading, memory: &Memory, names: &mut Vec<Name>) {
    let sentences = &reading.doc.sentences;
    let mut sentence = 0;
    let mut titled: Option<(usize, bool)> = None;
    let mut in_heading = Vec::with_capacity(names.len());
    let mut elsewhere: HashSet<&str> = HashSet::new();
    for name in names.iter() {
        while sentences.get(sentence).is_some_and(|s| s.tokens.end <= name.tokens.start) {
            sentence += 1;
        }
        let is_titled = match titled {
            Some((number, titled)) if number == sentence => titled,
            _ => is_titled(reading, sentence),
        };
        titled = Some((sentence, is_titled));
        in_heading.push(is_titled);
        if !is_titled {
            elsewhere.insert(&name.key);
        }
    }
    let ordinary = |at: u32| {
        let token = &reading.doc.tokens[at as usize];
        let names =
            class::PROPER | class::FIRST | class::LAST | class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY;
        let entry = reading.entry(at);
        token.kind != TokenKind::Word
            || entry.bits & class::COMMON != 0
            || memory.has_lower(token.hash)
            || entry.cluster != 0 && entry.bits & names == 0
    };
    let keep: Vec<bool> = names
        .iter()
        .zip(&in_heading)
        .map(|(name, heading)| {
            !heading || elsewhere.contains(name.key.as_str()) || !(name.tokens.start..name.tokens.end).all(ordinary)
        })
        .collect();
    let mut keep = keep.into_iter();
    names.retain(|_| keep.next().unwrap_or(true));
}

/// True for a sentence whose longer words nearly all begin with a capital.
fn is_titled(reading: Reading, sentence: usize) -> bool {
    let Some(sentence) = reading.doc.sentences.get(sentence) else { return false };
    // A heading does not end in a stop; a sentence full of names does.
    if reading.word(sentence.tokens.end - 1) == "." {
        return false;
    }
    let long = sentence.tokens.range().filter(|at| {
        let token = &reading.doc.tokens[*at];
        token.kind == TokenKind::Word && token.span.len() > 3
    });
    let (mut words, mut capital) = (0, 0);
    for at in long {
        words += 1;
        capital += u32::from(reading.is_capital(at as u32));
    }
    words > 1 && capital * 10 >= words * 8
}

/// Titles that are also first names of some people, or no title anywhere else.
const RANKS: &[&str] = &[
    "amir",
    "aunty",
    "crown",
    "emir",
    "emperor",
    "empress",
    "excellency",
    "her",
    "highness",
    "his",
    "king",
    "majesty",
    "pm",
    "pope",
    "prince",
    "princess",
    "prophet",
    "queen",
    "sheik",
    "sheikh",
    "sultan",
];

fn is_title(reading: Reading, at: u32) -> bool {
    let listed = reading.has(at, class::TITLE) && !reading.has(at, class::FIRST);
    listed || is_honorific(reading.word(at)) || RANKS.binary_search(&reading.word(at).to_lowercase().as_str()).is_ok()
}

/// `Belt and Road Initiative (BRI)`: capitals in brackets behind a name that has these initials.
fn add_acronyms(reading: Reading, names: &mut Vec<Name>) {
    let mut more = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let at = name.tokens.end + 1;
        let free = names.get(n + 1).is_none_or(|next| next.tokens.start > at);
        if free && is_bracketed(reading, at) && is_acronym_of(reading, reading.word(at), name.tokens) {
            let tokens = TokenRange::new(at, at + 1);
            more.push(Name { tokens, kind: name.kind, key: reading.key(tokens) });
        }
    }
    names.extend(more);
    names.sort_by_key(|name| name.tokens.start);
}

/// True for a word of capitals alone in brackets.
pub(super) fn is_bracketed(reading: Reading, at: u32) -> bool {
    at > 0
        && reading.word(at - 1) == "("
        && reading.word(at + 1) == ")"
        && reading.token(at).is_some_and(|t| t.case == Case::Upper || t.case == Case::Mixed)
}

/// True when `word` is made of the first letters of the name's words, small words counted or not.
pub(super) fn is_acronym_of(reading: Reading, word: &str, name: TokenRange) -> bool {
    let letters: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.chars().count() < 2 || name.len() < 2 {
        return false;
    }
    let initials = |all: bool| -> String {
        let words = (name.start..name.end).filter(|at| {
            let token = &reading.doc.tokens[*at as usize];
            token.kind == TokenKind::Word && (reading.is_capital(*at) || all)
        });
        words.filter_map(|at| reading.word(at).chars().next()).flat_map(char::to_lowercase).collect()
    };
    initials(false) == letters || initials(true) == letters
}

/// A string has one kind in a document, unless it clearly has two (`Washington` the man and the city).
fn agree(reading: Reading, names: &mut [Name]) {
    let mut votes: HashMap<String, [u32; 6]> = HashMap::new();
    for name in names.iter() {
        votes.entry(name.key.clone()).or_default()[name.kind as usize] += 3;
        if name.kind == EntityKind::Person && name.tokens.len() > 1 {
            let last = reading.key(TokenRange::new(name.tokens.end - 1, name.tokens.end));
            votes.entry(last).or_default()[EntityKind::Person as usize] += 1;
        }
    }
    // A lone word that begins an organisation's name and no person's means the organisation.
    let mut firms: HashSet<String> = HashSet::new();
    let mut people: HashSet<String> = HashSet::new();
    for name in names.iter().filter(|n| n.tokens.len() > 1) {
        match name.kind {
            EntityKind::Organization if !reading.has(name.tokens.start, AMBIGUOUS) => {
                firms.insert(reading.key(TokenRange::new(name.tokens.start, name.tokens.start + 1)));
            }
            EntityKind::Person => {
                people.extend((name.tokens.start..name.tokens.end).map(|at| reading.key(TokenRange::new(at, at + 1))));
            }
            _ => {}
        }
    }
    for name in names {
        if name.kind == EntityKind::Person && firms.contains(&name.key) && !people.contains(&name.key) {
            name.kind = EntityKind::Organization;
            continue;
        }
        let Some(votes) = votes.get(&name.key) else { continue };
        let total: u32 = votes.iter().sum();
        let (top, most) = votes.iter().enumerate().max_by_key(|(n, count)| (**count, 6 - n)).unwrap_or((0, &0));
        let own = votes[name.kind as usize];
        if own * 3 < total && most * 2 >= total {
            name.kind = super::labels::KINDS[top];
        }
    }
}

/// Words that begin the names of many different organisations.
const AMBIGUOUS: u16 = class::COMMON | class::PEOPLE | class::COUNTRY | class::TOWN | class::COMPANY | class::TITLE;

/// Names that stand elsewhere in the text just as they stand here.
fn fill_in(reading: Reading, names: &mut Vec<Name>) {
    // Names by their first word; the longest first.
    let mut known: HashMap<u64, Vec<(TokenRange, EntityKind)>> = HashMap::new();
    let mut seen: HashMap<&str, ()> = HashMap::new();
    for name in names.iter() {
        let alone = name.tokens.len() == 1;
        let first = reading.doc.tokens[name.tokens.start as usize];
        let plain = alone
            && (reading.has(name.tokens.start, class::COMMON)
                || first.span.len() < 3
                || !reading.is_capital(name.tokens.start));
        if !plain && seen.insert(&name.key, ()).is_none() {
            known.entry(first.hash).or_default().push((name.tokens, name.kind));
            // `Apple` for `Apple Inc.`
            if name.kind == EntityKind::Organization && is_company_ending(reading.word(name.tokens.end - 1)) && !alone {
                let short = TokenRange::new(name.tokens.start, name.tokens.end - 1);
                known.entry(first.hash).or_default().push((short, name.kind));
            }
        }
    }
    for list in known.values_mut() {
        list.sort_by_key(|(tokens, _)| std::cmp::Reverse(tokens.len()));
        list.truncate(16);
    }
    let mut more = Vec::new();
    let mut taken = names.iter().map(|name| name.tokens).peekable();
    let tokens = &reading.doc.tokens;
    let mut at = 0;
    while at < tokens.len() as u32 {
        while taken.peek().is_some_and(|t| t.end <= at) {
            taken.next();
        }
        if let Some(inside) = taken.peek().filter(|t| t.start <= at) {
            at = inside.end;
            continue;
        }
        let limit = taken.peek().map_or(tokens.len() as u32, |t| t.start);
        let same = |name: &TokenRange| {
            at + name.len() <= limit
                && (0..name.len()).all(|n| {
                    let (a, b) = (&tokens[(at + n) as usize], &tokens[(name.start + n) as usize]);
                    a.hash == b.hash && a.case == b.case
                })
        };
        // A capitalised word right beside belongs to another name.
        let beside = |a: u32, b: u32| {
            tokens.get(b as usize).is_some_and(|t| t.space_before) && reading.is_capital(a) && reading.is_capital(b)
        };
        let apart = |name: &TokenRange| name.len() > 1 || !(at > 0 && beside(at - 1, at) || beside(at, at + 1));
        let hit = known.get(&tokens[at as usize].hash).and_then(|list| list.iter().find(|n| same(&n.0) && apart(&n.0)));
        match hit {
            Some((name, kind)) => {
                let tokens = TokenRange::new(at, at + name.len());
                more.push(Name { tokens, kind: *kind, key: reading.key(tokens) });
                at = tokens.end;
            }
            None => at += 1,
        }
    }
    names.extend(more);
    names.sort_by_key(|name| name.tokens.start);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(
            BODIES.is_sorted()
                && COMPANY_ENDINGS.is_sorted()
                && HONORIFICS.is_sorted()
                && NEVER.is_sorted()
                && RANKS.is_sorted()
        );
    }
}
