//! What a name is: by its last word, and by what the same words are elsewhere in the article.

use super::demonyms;
use super::features::pair;
use super::lexicon::{ORGANIZATION_PHRASE, class};
use super::names::{Name, Reading};
use super::organizations;
use super::vocabulary::Rule;
use crate::document::BlockKind;
use crate::{EntityKind, TokenRange};
use std::collections::{HashMap, HashSet};

/// A company by the lists, or what its last word says is a body: surer signs than words that also are people's names.
pub(super) fn names_a_body(reading: Reading, tokens: TokenRange) -> bool {
    if tokens.len() < 2 || reading.is(tokens.start, Rule::Office) {
        return false;
    }
    is_listed(reading, tokens) || is_body(reading, tokens.end - 1)
}

/// True for a company of the lists. The lists keep 24 bits of a name's hash, so its first word must be one that such a
/// name begins with: else every few articles somebody's name would be taken for a company's.
fn is_listed(reading: Reading, tokens: TokenRange) -> bool {
    reading.entry(tokens.start).starts_list() && {
        let hash = reading.doc.tokens[tokens.range()].iter().fold(0, |hash, t| pair(hash, t.hash));
        reading.lexicon.phrase(hash) == ORGANIZATION_PHRASE
    }
}

/// True for the name of a company: by the lists, or by its ending.
pub(super) fn is_company(reading: Reading, tokens: TokenRange) -> bool {
    is_listed(reading, tokens) || tokens.len() > 1 && reading.is(tokens.end - 1, Rule::Ending)
}

/// True for a capitalised last word of the names of bodies (`Corp.`, `Ministry`).
pub(super) fn is_body(reading: Reading, at: u32) -> bool {
    reading.is_capital(at) && reading.is(at, Rule::Body)
}

/// Words that begin the names of many different organisations.
pub(super) const AMBIGUOUS: u16 =
    class::COMMON | class::PEOPLE | class::COUNTRY | class::TOWN | class::COMPANY | class::TITLE;

/// What a name that the model found is, where the words around it leave no doubt.
pub(super) fn settle(reading: Reading, tokens: TokenRange, kind: EntityKind) -> EntityKind {
    if names_a_body(reading, tokens) {
        return EntityKind::Organization;
    }
    let start = tokens.start;
    if organizations::is_known(&reading.key(tokens)) && told(reading, tokens) != Some(EntityKind::Person) {
        return EntityKind::Organization;
    }
    // `Ann Lee, 51, of Lower Tarrant`
    let home = start > 3
        && matches!(reading.word(start - 1), "of" | "from")
        && reading.word(start - 2) == ","
        && reading.word(start - 3).bytes().all(|b| b.is_ascii_digit());
    let ground = kind == EntityKind::Other
        && tokens.len() > 1
        && reading.is_capital(tokens.end - 1)
        && reading.is(tokens.end - 1, Rule::Ground);
    // `the mayor of Lincoln`
    let seat = start > 1
        && reading.word(start - 1) == "of"
        && matches!(reading.word(start - 2), "mayor" | "city" | "town" | "village" | "port" | "suburb" | "outskirts")
        && matches!(kind, EntityKind::Person | EntityKind::Other);
    let club = kind == EntityKind::Other
        && tokens.len() > 1
        && reading.is_capital(tokens.end - 1)
        && reading.is(tokens.end - 1, Rule::Club);
    match kind {
        _ if home || ground || seat => EntityKind::Place,
        _ if club => EntityKind::Organization,
        EntityKind::Other if demonyms::is_demonym(&reading.key(tokens)) => EntityKind::Group,
        kind => kind,
    }
}

/// A string has one kind in a document, but for a person and a place of one name that are both clearly there
/// (`Lincoln` the man and the city).
pub(super) fn agree(reading: Reading, names: &mut [Name]) {
    let mut votes: HashMap<String, [u32; 6]> = HashMap::new();
    let mut firms: HashMap<String, bool> = HashMap::new();
    for name in names.iter() {
        votes.entry(name.key.clone()).or_insert_with(|| known(reading, name.tokens))[name.kind as usize] += 3;
        if let Some(kind) = told(reading, name.tokens) {
            votes.entry(name.key.clone()).or_default()[kind as usize] += 2;
        }
        if is_dateline(reading, name.tokens) {
            votes.entry(name.key.clone()).or_default()[EntityKind::Place as usize] += 9;
        }
        if is_byline(reading, name.tokens) {
            votes.entry(name.key.clone()).or_default()[EntityKind::Person as usize] += 9;
        }
        if name.tokens.len() < 2 {
            continue;
        }
        let part = |at: u32| reading.key(TokenRange::new(at, at + 1));
        match name.kind {
            EntityKind::Person => {
                votes.entry(part(name.tokens.end - 1)).or_default()[EntityKind::Person as usize] += 2;
                // `Maria de la Cruz` speaks for `De la Cruz`.
                let particle = (name.tokens.start + 1..name.tokens.end).find(|at| reading.is(*at, Rule::Particle));
                if let Some(at) = particle {
                    let tail = reading.key(TokenRange::new(at, name.tokens.end));
                    votes.entry(tail).or_default()[EntityKind::Person as usize] += 4;
                }
            }
            // A lone word that begins an organisation's name and no person's means the organisation.
            EntityKind::Organization if !reading.has(name.tokens.start, AMBIGUOUS) => {
                let plain = (name.tokens.start + 1..name.tokens.end).all(|at| reading.has(at, class::COMPANY));
                *firms.entry(part(name.tokens.start)).or_default() |= plain;
            }
            _ => {}
        }
    }
    let people: HashSet<String> = names
        .iter()
        .filter(|n| n.kind == EntityKind::Person && n.tokens.len() > 1)
        .flat_map(|n| (n.tokens.start..n.tokens.end).map(|at| reading.key(TokenRange::new(at, at + 1))))
        .collect();
    for name in names {
        // A body that says more than what sort it is may bear the name of a place (`Sorna Ferry Users' Group`).
        let firm = firms.get(&name.key).is_some_and(|plain| *plain || name.kind != EntityKind::Place);
        if firm && !people.contains(&name.key) {
            name.kind = EntityKind::Organization;
            continue;
        }
        let Some(votes) = votes.get(&name.key) else { continue };
        let (top, most) = votes.iter().enumerate().max_by_key(|(n, count)| (**count, 6 - n)).unwrap_or((0, &0));
        let pair = [name.kind, super::labels::KINDS[top]];
        let two = pair.contains(&EntityKind::Person) && pair.contains(&EntityKind::Place) && people.contains(&name.key);
        if !(two && votes[name.kind as usize] * 2 >= *most) {
            name.kind = super::labels::KINDS[top];
        }
    }
}

/// True for the town of a dateline (`ARDLE, England —`): the place a report comes from, whatever else bears its name.
fn is_dateline(reading: Reading, tokens: TokenRange) -> bool {
    let at = |at: u32| reading.word(at);
    let starts = reading.doc.sentences.binary_search_by_key(&tokens.start, |s| s.tokens.start).is_ok();
    let capitals = reading.word(tokens.start).chars().all(|c| !c.is_lowercase());
    let dash = |word: &str| matches!(word, "—" | "–" | "--" | "-");
    let country = at(tokens.end) == "," && reading.has(tokens.end + 1, class::COUNTRY) && dash(at(tokens.end + 2));
    starts && (country || capitals && dash(at(tokens.end)))
}

/// True for who wrote the article: a name of two to four words behind `By`, that no list knows as an organisation's.
fn is_byline(reading: Reading, tokens: TokenRange) -> bool {
    let sentence = reading.doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    let Some(sentence) = reading.doc.sentences.get(sentence) else { return false };
    reading.doc.blocks[sentence.block as usize].kind == BlockKind::Byline
        && (2..=4).contains(&tokens.len())
        && tokens.start > sentence.tokens.start
        && reading.word(tokens.start - 1).eq_ignore_ascii_case("by")
        && !names_a_body(reading, tokens)
        && !organizations::is_known(&reading.key(tokens))
}

/// What the word before or behind a name tells of it.
fn told(reading: Reading, tokens: TokenRange) -> Option<EntityKind> {
    let before = tokens.start.checked_sub(1)?;
    if matches!(reading.word(before), "in" | "near" | "In" | "Near") {
        return Some(EntityKind::Place);
    }
    let title = reading.is(before, Rule::Honorific) && reading.is_capital(before);
    title.then_some(EntityKind::Person)
}

/// What the lists say of a name, as votes.
fn known(reading: Reading, tokens: TokenRange) -> [u32; 6] {
    let mut votes = [0; 6];
    let mut vote = |kind: EntityKind, weight: u32| votes[kind as usize] += weight;
    if is_listed(reading, tokens) {
        vote(EntityKind::Organization, 4);
    }
    if demonyms::is_demonym(&reading.key(tokens)) {
        vote(EntityKind::Group, 4);
    }
    if tokens.len() > 1 && reading.is(tokens.end - 1, Rule::Ground) {
        vote(EntityKind::Place, 2);
    }
    if tokens.len() == 1 {
        let bits = reading.entry(tokens.start).bits;
        if bits & class::COMPANY != 0 && bits & (class::COUNTRY | class::TOWN | class::FIRST | class::LAST) == 0 {
            vote(EntityKind::Organization, 2);
        }
        if bits & class::COUNTRY != 0 {
            vote(EntityKind::Place, 2);
        }
        if bits & class::PEOPLE != 0 {
            vote(EntityKind::Group, 2);
        }
    }
    votes
}
