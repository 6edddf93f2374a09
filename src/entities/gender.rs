//! Whether a person is a man or a woman, where the words beside the name or the first name tell it: what keeps Mr Berg
//! from being Ann Berg. Absent here: whom a name means (`people`).

use super::alias::Group;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{HashMap, TokenKind, word_hash};
use crate::lists::rows;
use crate::{EntityKind, TokenRange};
use std::sync::OnceLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Gender {
    Man,
    Woman,
}

use Gender::{Man, Woman};

impl Gender {
    pub(super) fn other(self) -> Gender {
        if self == Man { Woman } else { Man }
    }
}

/// What a word itself says (`Mr`, `grandmother`).
fn of_word(reading: Reading, at: u32) -> Option<Gender> {
    let rules = reading.rules(at);
    if rules.has(Rule::Man) { Some(Man) } else { rules.has(Rule::Woman).then_some(Woman) }
}

/// What the noun for somebody unnamed says: `a woman`, `his wife`.
pub(super) fn of_stranger(reading: Reading, at: u32) -> Option<Gender> {
    match reading.word(at) {
        "woman" | "girl" | "girlfriend" | "ex-wife" => Some(Woman),
        "man" | "boy" | "guy" | "lad" | "boyfriend" | "ex-husband" | "gunman" | "pope" => Some(Man),
        _ => of_word(reading, at),
    }
}

/// What a title or tie before a name says of the person (`Mr Berg`, `her grandmother, Ann Berg`).
pub(super) fn titled(reading: Reading, name: &Name) -> Option<Gender> {
    let start = name.tokens.start;
    let stop = start > 1 && matches!(reading.word(start - 1), "," | ".");
    let at = (start - u32::from(stop)).checked_sub(1)?;
    // `Mr and Mrs Berg` are two.
    let two = at > 1 && reading.word(at - 1) == "and" && reading.is(at - 2, Rule::Honorific);
    // `phoned his mother, Berg said`
    let apposed = name.key.contains(' ') || matches!(reading.word(name.tokens.end), "," | "." | "and");
    let near = match reading.word(start - 1) {
        "," => apposed,
        "." => reading.is(at, Rule::Honorific),
        _ => true,
    };
    of_word(reading, at).filter(|_| near && !two)
}

/// The same, and what stands behind a whole name: `Ann Berg, 39, a mother of two`, `Tom Berg and his wife`, `Ann Berg's
/// husband`; or the next sentence, where nobody else is named in either (`He`).
pub(super) fn told(reading: Reading, names: &[Name], n: usize) -> Option<Gender> {
    let name = &names[n];
    titled(reading, name).or_else(|| {
        let word = |at: u32| reading.word(at);
        let mut at = name.tokens.end;
        let number = |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Number);
        if word(at) == "," && number(at + 1) {
            at += 2;
        }
        if matches!(word(at), "'s" | "’s") {
            return match word(at + 1) {
                "husband" | "ex-husband" | "boyfriend" => Some(Woman),
                "wife" | "ex-wife" | "girlfriend" | "widow" => Some(Man),
                _ => None,
            };
        }
        let comma = word(at) == ",";
        at += u32::from(comma);
        if matches!(word(at), "and" | "with") {
            return pronoun(word(at + 1));
        }
        let lower = |at: u32| !reading.is_capital(at) && reading.token(at).is_some_and(|t| t.kind == TokenKind::Word);
        if !comma || !matches!(word(at), "a" | "an" | "the" | "his" | "her" | "their") {
            return None;
        }
        let noun = (at + 1..at + 4).take_while(|at| lower(*at)).find(|at| of_word(reading, *at).is_some())?;
        let next = noun + 1 + u32::from(word(noun + 1) == ",");
        of_word(reading, noun).filter(|_| !reading.is_capital(next))
    })
}

/// `He`, `her`
pub(super) fn pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "He" | "his" | "His" => Some(Man),
        "she" | "She" | "her" | "Her" => Some(Woman),
        _ => None,
    }
}

/// Of whom the sentence behind a name speaks (`Tom Berg resigned. He …`), when the name is the only person's there.
pub(super) fn followed(reading: Reading, names: &[Name], n: usize) -> Option<Gender> {
    let sentences = &reading.doc.sentences;
    let at = sentences.partition_point(|s| s.tokens.end <= names[n].tokens.start);
    let (own, next) = (sentences.get(at)?.tokens, sentences.get(at + 1)?.tokens);
    let gender = pronoun(reading.word(next.start))?;
    let within = |name: &Name| name.tokens.start >= own.start && name.tokens.end <= own.end;
    let person = |name: &&Name| name.kind == EntityKind::Person;
    let before = names[..n].iter().rev().take_while(|name| within(name)).find(person);
    let behind = names[n + 1..].iter().take_while(|name| within(name)).find(person);
    (before.is_none() && behind.is_none()).then_some(gender)
}

/// Whose a first name in lower case is, and whether its ending alone tells it.
pub(super) fn of_first_name(reading: Reading, name: &str) -> (Option<Gender>, bool) {
    const WOMEN: [&str; 13] = ["a", "ae", "ann", "een", "ene", "ee", "iko", "ine", "ise", "lle", "nne", "tte", "yn"];
    const MEN: [&str; 3] = ["ck", "do", "to"];
    static NAMES: OnceLock<HashMap<&str, Option<Gender>>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = HashMap::default();
        for (line, gender) in rows!("gazetteer/sexes.txt").zip([Some(Man), Some(Woman), None]) {
            names.extend(line.split(' ').skip(1).map(|name| (name, gender)));
        }
        names
    });
    names.get(name).map(|gender| (*gender, false)).unwrap_or_else(|| {
        let ends = |endings: &[&str]| endings.iter().any(|end| name.len() > end.len() + 1 && name.ends_with(end));
        let first = reading.lexicon.word(word_hash(name)).bits & class::FIRST != 0;
        let gender = if ends(&WOMEN) { Some(Woman) } else { ends(&MEN).then_some(Man) };
        (gender.filter(|_| first), true)
    })
}

/// Says on the chips of two of whom only a surname is known which is `Mr Berg` and which `Mrs Berg`.
pub(super) fn title(reading: Reading, names: &[Name], groups: &mut [Group]) {
    let mut chips: HashMap<&str, Vec<(usize, String)>> = HashMap::default();
    for (g, group) in groups.iter().enumerate().filter(|(_, group)| group.kind == EntityKind::Person) {
        let key = &names[group.names[0]].key;
        if key.contains(' ') || group.names.iter().any(|n| names[*n].key != *key) {
            continue;
        }
        let name = group.names.iter().map(|n| &names[*n]).find(|name| {
            let honorific = name.tokens.start.checked_sub(1).is_some_and(|at| reading.is(at, Rule::Honorific));
            honorific && titled(reading, name).is_some()
        });
        if let Some(TokenRange { start, end }) = name.map(|name| name.tokens) {
            let words = reading.doc.words(TokenRange::new(start - 1, end)).to_string();
            chips.entry(key).or_default().push((g, words));
        }
    }
    for (g, words) in chips.values_mut().filter(|chips| chips.len() > 1).flatten() {
        groups[*g].given = Some(std::mem::take(words));
    }
}
