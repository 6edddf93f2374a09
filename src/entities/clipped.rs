//! Names cut to a word of them, where the article has the whole: `the Order` for the Order of Corrin, `Corrin` for the Corrin
//! Protocol, `Shi'ite` for `Shi'ite Muslim`, `Central` for Ardle Central High School. Absent here: firms and bodies
//! (`shorts`), people (`people`).

use super::alias::{Links, MOST};
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use super::{demonyms, names, parts, shorts};
use crate::document::{Case, HashMap};
use crate::{EntityKind, TokenRange};

/// The longer names by what they may be cut to.
type Longer = HashMap<String, Vec<usize>>;

fn put(longer: &mut Longer, key: String, n: usize) {
    let list = longer.entry(key).or_default();
    if list.len() < MOST {
        list.push(n);
    }
}

/// Joins names cut to a word to the whole ones.
pub(super) fn join(reading: Reading, names: &[Name], links: &mut Links) {
    acts(reading, names, links);
    numbers(reading, names, links);
    words(reading, names, links);
}

/// Those cut to the word that says most.
fn words(reading: Reading, names: &[Name], links: &mut Links) {
    let mut sorts = Longer::default();
    let mut subjects = Longer::default();
    let mut believers = Longer::default();
    let mut schools = Longer::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.tokens.len() > 1) {
        let TokenRange { start, end } = name.tokens;
        let key = |from: u32, to: u32| reading.key(TokenRange::new(from, to));
        match name.kind {
            EntityKind::Other | EntityKind::Event => {
                if is_sort(reading, start) && reading.word(start + 1) == "of" {
                    put(&mut sorts, key(start, start + 1), n);
                }
                if is_sort(reading, end - 1) && reading.word(end - 1) != "Order" {
                    put(&mut sorts, key(end - 1, end), n);
                }
                if let Some(own) = subject(reading, name) {
                    put(&mut subjects, reading.key(own), n);
                }
            }
            EntityKind::Group if end < start + 5 && is_believer(reading.word(end - 1)) => {
                let own = key(start, end - 1);
                // Not everybody in France is a French Muslim.
                if SECTS.contains(&own.as_str()) {
                    put(&mut believers, own, n);
                }
            }
            EntityKind::Organization => {
                if reading.word(start) == "Order" && reading.word(start + 1) == "of" {
                    put(&mut sorts, key(start, start + 1), n);
                }
                if let Some(at) = parts::of_school(reading, name.tokens) {
                    put(&mut schools, key(at, at + 1), n);
                }
            }
            _ => {}
        }
    }
    if [&sorts, &subjects, &believers, &schools].iter().all(|longer| longer.is_empty()) {
        return;
    }
    for (n, name) in names.iter().enumerate() {
        let thing = matches!(name.kind, EntityKind::Other | EntityKind::Event);
        let one = |longer: &Longer, key: &str, links: &mut Links| {
            let list = longer.get(key).filter(|list| !list.contains(&n))?;
            shorts::the_one(list, links)
        };
        let alike = |longer: &Longer, key: &str, links: &mut Links| {
            let same = longer.get(key)?.iter().all(|other| names[*other].kind == name.kind);
            if same { one(longer, key, links) } else { None }
        };
        let lone = name.tokens.len() == 1;
        let sort = lone && is_led(reading, name.tokens.start) && is_sort(reading, name.tokens.start);
        let one = match name.kind {
            // Whatever it was taken for, the whole name says what it is.
            EntityKind::Other | EntityKind::Event | EntityKind::Organization if sort => one(&sorts, &name.key, links),
            _ if thing => alike(&subjects, &name.key, links),
            EntityKind::Group => {
                let one = name.key.strip_suffix('s').unwrap_or(&name.key);
                alike(&believers, &name.key, links).or_else(|| alike(&believers, one, links))
            }
            EntityKind::Organization if lone => alike(&schools, &name.key, links),
            _ => None,
        };
        if let Some(one) = one {
            links.join(n, one);
        }
    }
}

/// `Resolution 12` for `Harbour Council Resolution 12`: the number says which is meant.
fn numbers(reading: Reading, names: &[Name], links: &mut Links) {
    let number = |name: &Name| {
        let last = name.tokens.end - 1;
        let digits = reading.word(last).bytes().all(|b| b.is_ascii_digit());
        let resolution = |at: u32| matches!(reading.word(at), "Directive" | "Flight" | "Proposition" | "Resolution");
        let paper = digits && last > name.tokens.start && resolution(last - 1);
        paper.then(|| TokenRange::new(last - 1, name.tokens.end))
    };
    let mut longer: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        if let Some(own) = number(name).filter(|own| own.len() < name.tokens.len()) {
            let list = longer.entry(reading.key(own)).or_default();
            if list.len() < MOST {
                list.push(n);
            }
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.tokens.len() == 2 && !longer.is_empty()) {
        if let Some(one) = longer.get(&name.key).and_then(|list| shorts::the_one(list, links)) {
            links.join(n, one);
        }
    }
}

/// `the 1949 Act`, `the Harbour Act` for the Harbour Act 1949.
fn acts(reading: Reading, names: &[Name], links: &mut Links) {
    let year = |at: u32| reading.word(at).len() == 4 && reading.word(at).bytes().all(|b| b.is_ascii_digit());
    let mut longer: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.tokens.len() > 2) {
        let TokenRange { start, end } = name.tokens;
        let last = end - 1;
        let act = last - 1 - u32::from(reading.word(last - 1) == "of");
        if act > start && year(last) && reading.word(act) == "Act" {
            for short in [format!("{} act", reading.word(last)), reading.key(TokenRange::new(start, act + 1))] {
                let list = longer.entry(short).or_default();
                if list.len() < MOST {
                    list.push(n);
                }
            }
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.tokens.len() > 1 && !longer.is_empty()) {
        if let Some(one) = longer.get(&name.key).and_then(|list| shorts::the_one(list, links)) {
            links.join(n, one);
        }
    }
}

/// `the Order`, `her Order`
fn is_led(reading: Reading, at: u32) -> bool {
    let before = at.checked_sub(1).map_or("", |at| reading.word(at));
    matches!(before, "the" | "The" | "this" | "This" | "its" | "his" | "her" | "their")
        && reading.token(at).is_some_and(|t| t.case == Case::Title)
}

/// What many things are that have names of their own: an order, a protocol, games.
fn is_sort(reading: Reading, at: u32) -> bool {
    let word = reading.word(at);
    reading.is_capital(at)
        && (reading.is(at, Rule::Paper)
            || matches!(word, "Charter" | "Convention" | "Convergence" | "Games" | "Order" | "Prize"))
}

/// `Corrin` of the Corrin Protocol, `Tarn` of the Tarn Award: what a paper, a prize or games are called after, where they are
/// known by it.
fn subject(reading: Reading, name: &Name) -> Option<TokenRange> {
    let TokenRange { start, end } = name.tokens;
    let word = reading.word(end - 1);
    let prize = |word: &str| matches!(word, "Award" | "Awards" | "award" | "awards" | "Prize" | "Prizes" | "prize");
    let own = match name.kind {
        EntityKind::Event => {
            let held =
                matches!(word, "attack" | "attacks" | "festival" | "Games" | "games" | "invasion" | "tournament");
            end - u32::from(held || reading.is(end - 1, Rule::Gathering))
        }
        _ => end - u32::from(prize(word) || reading.is(end - 1, Rule::Paper)),
    };
    // `Nobel Peace` of the Nobel Peace Prize; `World` is no World Cup.
    let named = own < end && own > start && !(own == start + 1 && reading.has(start, class::COUNTRY | class::TOWN));
    named.then(|| TokenRange::new(start, own))
}

/// Whose faith their name tells, with the whole of it behind or not.
const SECTS: [&str; 15] = [
    "ahmadi",
    "ahmadiyya",
    "alawite",
    "catholic",
    "coptic",
    "evangelical",
    "ismaili",
    "orthodox",
    "protestant",
    "salafi",
    "shi'a",
    "shi'ite",
    "shia",
    "shiite",
    "sunni",
];

fn is_believer(word: &str) -> bool {
    matches!(word, "Muslim" | "Muslims" | "Christian" | "Christians" | "Jew" | "Jews" | "Hindu" | "Hindus")
}

/// `the Liberal and National parties`: two parties, of which the model saw one name or only some.
pub(super) fn parties(reading: Reading, names: &mut Vec<Name>) {
    let mut wholes = Vec::new();
    let capital = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Title);
    for (at, token) in (0u32..).zip(&reading.doc.tokens) {
        if at < 4 || token.case != Case::Lower || reading.word(at) != "parties" {
            continue;
        }
        let run = |end: u32| {
            let start = (end.saturating_sub(3)..end).rev().take_while(|at| capital(*at)).last();
            start.map(|start| TokenRange::new(start, end))
        };
        let Some(second) = run(at).filter(|second| second.start > 2 && reading.word(second.start - 1) == "and") else {
            continue;
        };
        let Some(first) = run(second.start - 1).filter(|first| first.start > 0) else { continue };
        let the = |at: u32| matches!(reading.word(at), "the" | "The");
        let home = class::COUNTRY | class::TOWN | class::FIRST;
        let party = |tokens: TokenRange| {
            let key = reading.key(tokens);
            !(tokens.start..tokens.end).any(|at| reading.has(at, home))
                && !demonyms::is_demonym(&key)
                && super::known::kind_of(&key).is_none()
        };
        // Two peoples' parties are no parties' names, nor are those of the model's groups.
        let within = names.partition_point(|name| name.tokens.end <= first.start);
        let near = names[within..].iter().take_while(|name| name.tokens.start < at);
        let groups = near.filter(|name| name.kind == EntityKind::Group).count();
        if the(first.start - 1) && party(first) && party(second) && groups < 2 {
            let body = |tokens| Name::new(reading, tokens, EntityKind::Organization);
            wholes.extend([body(first), body(second)]);
        }
    }
    names::put(names, wholes);
}
