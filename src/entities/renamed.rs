//! Names that the text itself gives as second names of one thing: `also known as`, in brackets.

use super::known;
use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::Case;
use crate::{EntityKind, TokenRange};

/// True where name `n` is a second name of the one before it.
pub(super) fn is_renamed(reading: Reading, names: &[Name], n: usize) -> bool {
    let Some(long) = n.checked_sub(1).map(|before| &names[before]) else { return false };
    let short = &names[n];
    short.tokens.start < long.tokens.end + 12
        && (is_in_brackets(reading, long, short) || is_also_known(reading, long, short))
}

/// `Construction Workers Union (Tolmac)`: a body’s short name right behind it, which need not be made of its letters.
fn is_in_brackets(reading: Reading, long: &Name, short: &Name) -> bool {
    let (end, at) = (long.tokens.end, short.tokens.start);
    // `USS Corrin (DDG 72)`
    let number = reading.word(short.tokens.end - 1).bytes().all(|b| b.is_ascii_digit());
    if reading.is(long.tokens.start, Rule::Ship) && number && at == end + 1 {
        return reading.word(end) == "(" && reading.word(short.tokens.end) == ")";
    }
    let body = |name: &Name| name.kind == EntityKind::Organization;
    let owner = u32::from(reading.word(end).starts_with(['\'', '’']));
    let bracketed = at == end + owner + 1 && reading.word(at - 1) == "(" && reading.word(short.tokens.end) == ")";
    if !bracketed || !body(short) || !body(long) || short.tokens.len() != 1 {
        return false;
    }
    let known = class::TOWN | class::COUNTRY | class::PEOPLE | class::KNOWN;
    is_sorted(reading, long.tokens) && owner == 0 && !reading.has(at, known) || is_drawn_from(reading, at, long.tokens)
}

/// `Construction Workers Union`, `Movement for Clean Harbours`: one of the words says what sort of body it is.
fn is_sorted(reading: Reading, tokens: TokenRange) -> bool {
    let sorts = [Rule::Body, Rule::Club, Rule::Purpose, Rule::House];
    let sort = |at: u32| reading.is_capital(at) && sorts.iter().any(|rule| reading.is(at, *rule));
    let first = tokens.start + u32::from(!matches!(reading.word(tokens.start + 1), "of" | "for" | "to" | "against"));
    tokens.len() > 1 && (first..tokens.end).any(sort)
}

/// `Movement for Clean Harbours (LHP)`: capitals in brackets right behind a body are its name, though in another language;
/// not those of a land, nor of somebody who is known so (`(AP)`).
pub(super) fn is_given(reading: Reading, long: &Name, at: u32) -> bool {
    let upper = reading.token(at).is_some_and(|t| t.case == Case::Upper && (2..7).contains(&t.span.len()));
    let word = reading.key(TokenRange::new(at, at + 1));
    let taken = class::TOWN | class::COUNTRY | class::PEOPLE | class::KNOWN;
    let of_its_own =
        || known::kind_of(&word).is_some() || super::alias::has_others(&word) || reading.is(at, Rule::State);
    is_code(reading, at) && !matches!(long.kind, EntityKind::Person | EntityKind::Place | EntityKind::Group)
        || upper
            && long.kind == EntityKind::Organization
            && is_sorted(reading, long.tokens)
            && !reading.has(at, taken)
            && !reading.is(at, Rule::Honour)
            && word.bytes().all(|b| b.is_ascii_alphabetic())
            && !of_its_own()
}

/// `AF447`: capitals with a number, that mean one thing.
pub(super) fn is_code(reading: Reading, at: u32) -> bool {
    let word = reading.word(at);
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len() && (1..5).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase())
}

/// `NAVCENT` of `Naval Forces Central Command`: capitals that are beginnings of its words, in their order.
fn is_drawn_from(reading: Reading, at: u32, long: TokenRange) -> bool {
    let short = reading.word(at);
    if short.len() < 3 || reading.token(at).is_none_or(|t| t.case != Case::Upper) {
        return false;
    }
    let mut rest = short.chars().filter(|c| c.is_alphabetic()).peekable();
    let mut words = 0;
    for at in long.start..long.end {
        let mut letters = reading.word(at).chars().flat_map(char::to_uppercase);
        // The beginning of a word.
        let first = letters.next();
        if first.is_some() && first == rest.peek().copied() {
            words += 1;
            rest.next();
            while rest.peek().is_some_and(|letter| letters.next() == Some(*letter)) {
                rest.next();
            }
        }
    }
    rest.peek().is_none() && words > 1
}

/// `Treaty of Lisbon, also known as the Reform Treaty`.
fn is_also_known(reading: Reading, long: &Name, short: &Name) -> bool {
    let person = |name: &Name| name.kind == EntityKind::Person;
    let thing = |name: &Name| !matches!(name.kind, EntityKind::Person | EntityKind::Group | EntityKind::Place);
    if long.kind != short.kind && !(thing(long) && thing(short)) {
        return false;
    }
    let mut at = long.tokens.end;
    // `Sans Frontières (MSF) — also known as …`
    if reading.word(at) == "(" && reading.word(at + 2) == ")" {
        at += 3;
    }
    at += u32::from(reading.word(at) == ")");
    at += u32::from(matches!(reading.word(at), "," | "(" | "—" | "–" | "-"));
    let also = matches!(reading.word(at), "also" | "better" | "commonly" | "formally" | "officially" | "sometimes");
    at += u32::from(also);
    let known = match reading.word(at) {
        "known" => reading.word(at + 1) == "as",
        "called" => also,
        _ => false,
    };
    at += if known { 1 + u32::from(reading.word(at) == "known") } else { 0 };
    let aka = || matches!(reading.word(at), "aka" | "a.k.a" | "a.k.a." | "AKA");
    let at = if known {
        at
    } else if aka() {
        at + 1
    } else {
        return false;
    };
    let at = at + u32::from(matches!(reading.word(at), "the" | "The"));
    let at = at + u32::from(matches!(reading.word(at), "\"" | "“" | "‘" | "'"));
    // `the Treaty establishing …`: the model saw no more of the name than its sort.
    let sort = short.tokens.len() == 1 && reading.has(at, class::COMMON) && !person(short);
    at == short.tokens.start && !sort
}
