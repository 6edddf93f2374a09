//! What the article says a person is, right beside the name: `Russian President`, `mayor of York`.

use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{Case, TokenKind};
use crate::{EntityKind, TokenRange};
use std::ops::Range;

/// The role of the person that name `n` names, as it stands in the article.
pub(super) fn role(reading: Reading, names: &[Name], n: usize) -> Option<TokenRange> {
    let before = before(reading, names, n);
    // `Rev. Fraser Byrne, the minister of Birsay`: the longer says more.
    let short = before.is_some_and(|role| role.len() == 1 && reading.word(role.start).ends_with('.'));
    if short { behind(reading, names, n).or(before) } else { before.or_else(|| behind(reading, names, n)) }
}

fn is_title(reading: Reading, at: u32) -> bool {
    (reading.has(at, class::TITLE) || reading.is(at, Rule::Title))
        && !reading.is(at, Rule::Honorific)
        && !reading.is(at, Rule::Tie)
        // `Bill`, `King` as a first name in its own right.
        && !(reading.is_capital(at) && reading.has(at, class::FIRST) && !reading.has(at, class::COMMON))
        || reading.is(at, Rule::Post)
}

/// `Culture` of `Culture Secretary`: a capitalised ordinary word, not one that only begins the sentence.
fn is_field(reading: Reading, at: u32, sentence: u32) -> bool {
    let office = matches!(reading.word(at + 1), "Minister" | "Secretary" | "Commissioner");
    let names = class::FIRST | class::TOWN | class::COUNTRY | class::PEOPLE | class::KNOWN | class::CALENDAR;
    let word = reading.entry(at).cluster != 0 && !reading.has(at, names | class::PROPER);
    let field = at > sentence && reading.is_capital(at) && (word || reading.has(at, class::COMMON));
    field && (office || is_modifier(reading, at + 1) || reading.is_capital(at + 1)) && reading.word(at) != "The"
}

fn is_modifier(reading: Reading, at: u32) -> bool {
    reading.is(at, Rule::Modifier) || reading.is(at, Rule::Desk) && !reading.is_capital(at)
}

/// `Russian President`, or before a comma (`Acme’s chief executive, Ann Lee,`, `The prime minister of Ruritania, Ann Lee,`).
fn before(reading: Reading, names: &[Name], n: usize) -> Option<TokenRange> {
    let name = &names[n];
    let sentence = sentence_start(reading, name.tokens.start);
    let comma = name.tokens.start > sentence + 1 && reading.word(name.tokens.start - 1) == ",";
    let mut end = name.tokens.start - u32::from(comma);
    // `Prime Minister Dr. Ann Lee`
    while end > sentence && reading.is(end - 1, Rule::Honorific) {
        end -= 1;
    }
    let head = behind_head(reading, names, n, sentence..end, comma);
    let mut start = head.unwrap_or(end);
    let mut titled = head.is_some();
    // `Associated Press editor`: what owns the office is whole.
    let owned = |start: u32| names[..n].iter().rev().take(2).any(|other| other.tokens.end == start);
    let named = |at: u32| names[..n].iter().rev().take(2).any(|other| other.tokens.end > at);
    let goes_on = |at: u32| {
        let hyphen = reading.word(at) == "-" && at > sentence;
        is_modifier(reading, at) || hyphen || is_field(reading, at, sentence) && (head.is_some() || !named(at))
    };
    while start > sentence && !(titled && owned(start)) {
        let at = start - 1;
        let elect = at >= sentence + 2 && reading.word(at - 1) == "-" && is_title(reading, at - 2);
        if elect && matches!(reading.word(at), "elect" | "designate" | "nominee") {
            start = at - 2;
            titled = true;
        } else if is_title(reading, at) {
            titled = true;
            start = at;
        } else if titled && goes_on(at) {
            start = at;
        } else {
            break;
        }
    }
    if !titled || comma && !is_apposed(reading, names, n, TokenRange::new(start, end)) {
        return None;
    }
    // The country, people or body right before.
    let owner = names[..n].iter().rev().take(2).find(|other| {
        other.tokens.end == start
            && matches!(other.kind, EntityKind::Group | EntityKind::Place | EntityKind::Organization)
    });
    let mut start = owner.filter(|o| o.tokens.start >= sentence).map_or(start, |o| o.tokens.start);
    // `Former U.N. secretary-general`: without the word it would be false.
    let past =
        |at: u32| matches!(reading.word(at).to_ascii_lowercase().as_str(), "former" | "outgoing" | "acting" | "then");
    while start > sentence && past(start - 1) {
        start -= 1;
    }
    Some(TokenRange::new(start, end))
}

/// Where the title of `Ambassador to Japan`, `Minister of Public Works and Transport`, `prime minister of Ruritania`
/// stands, in words that end before the name or its comma.
fn behind_head(reading: Reading, names: &[Name], n: usize, words: Range<u32>, comma: bool) -> Option<u32> {
    let first = words.start.max(words.end.saturating_sub(10));
    let mut at = words.end;
    while at > first + 1 {
        at -= 1;
        let word = reading.word(at);
        if at + 1 < words.end && matches!(word, "of" | "to" | "for" | "at") && is_title(reading, at - 1) {
            let person = |name: &&Name| name.kind == EntityKind::Person && name.tokens.end > at;
            return (!names[..n].iter().rev().take(4).any(|name| person(&name))).then_some(at - 1);
        }
        let links = matches!(word, "of" | "and" | "the" | "&" | "-");
        if !(reading.is_capital(at) || at + 1 < words.end && links || comma && is_noun(reading, at)) {
            return None;
        }
    }
    None
}

/// True for an office before a comma that is surely that of the name behind: it has an article or owner, nobody else is
/// named right before it, and the name is closed by a comma or stop (`to Ann Lee, the mayor, Tom Berg, said` is not clear).
fn is_apposed(reading: Reading, names: &[Name], n: usize, office: TokenRange) -> bool {
    let closes = matches!(reading.word(names[n].tokens.end), "," | "." | ";" | ")");
    let Some(owner) = office.start.checked_sub(1) else { return closes && office.len() > 1 };
    let article = matches!(
        reading.word(owner).to_ascii_lowercase().as_str(),
        "a" | "an" | "the" | "its" | "his" | "her" | "their" | "current" | "new"
    );
    let body = n.checked_sub(1).map(|before| &names[before]).filter(|other| other.tokens.end == office.start);
    let owned = reading.word(owner).starts_with(['\'', '’']) || body.is_some_and(|b| b.kind != EntityKind::Person);
    let listed = owner > 0 && reading.word(owner - 1) == ",";
    // `Treasury Secretary, Ann Lee,` at the start of a sentence.
    let whole = office.len() > 1 && sentence_start(reading, office.start) == office.start;
    closes && (owned || whole || article && !listed)
}

fn behind(reading: Reading, names: &[Name], n: usize) -> Option<TokenRange> {
    let mut at = names[n].tokens.end;
    if reading.word(at) != "," {
        return None;
    }
    at += 1;
    // `Ann Lee, 43, a farmer`
    if reading.token(at).is_some_and(|t| t.kind == TokenKind::Number) && reading.word(at + 1) == "," {
        at += 2;
    }
    let article = matches!(reading.word(at), "the" | "a" | "an" | "his" | "her" | "its" | "their");
    if article {
        at += 1;
    }
    let start = at;
    let (mut titled, mut of) = (false, false);
    let mut next = n + 1;
    while at < start + 12 {
        let inside = names.get(next).filter(|name| name.tokens.start == at);
        if let Some(name) = inside {
            if name.kind == EntityKind::Person {
                return None;
            }
            at = name.tokens.end;
            next += 1;
        } else if is_title(reading, at) {
            titled = true;
            at += 1;
        } else if titled && matches!(reading.word(at), "of" | "at" | "for" | "in" | "with" | "to") {
            of = true;
            at += 1;
        } else if is_modifier(reading, at)
            || belongs(reading, at, titled, of)
            || article && !titled && at < start + 4 && is_noun(reading, at)
        {
            at += 1;
        } else {
            break;
        }
    }
    let closes = matches!(reading.word(at), "," | "." | ";" | ")" | "who" | "since" | "until");
    // `in a letter to Ann Lee, the mayor, Tom Berg, said`: nobody knows whose role it is.
    let shared = reading.word(at) == ","
        && names.get(next).is_some_and(|name| name.kind == EntityKind::Person && name.tokens.start == at + 1);
    (titled && closes && !shared && at > start).then(|| TokenRange::new(start, at))
}

/// Small words of a role: `’s` before its title; behind it `of the port authority`.
fn belongs(reading: Reading, at: u32, titled: bool, of: bool) -> bool {
    let word = reading.word(at);
    match titled {
        true if of => matches!(word, "the" | "a" | "an" | "and" | "of") || is_noun(reading, at),
        true => matches!(word, "and"),
        false => word.starts_with(['\'', '’']),
    }
}

/// A word in lower case that is no small word and no verb of saying.
fn is_noun(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.space_before)
        && !reading.is(at, Rule::Never)
        && !reading.is(at, Rule::Behind)
        && !reading.is(at, Rule::Say)
}

fn sentence_start(reading: Reading, token: u32) -> u32 {
    let sentences = &reading.doc.sentences;
    let n = sentences.partition_point(|s| s.tokens.end <= token);
    sentences.get(n).map_or(0, |s| s.tokens.start)
}
