//! Capitals that stand for a longer name: `BRI` of the Belt and Road Initiative. Absent here: which mentions are joined
//! (`alias`), short names that are no initials (`renamed`).

use super::lexicon::class;
use super::reading::{Name, Reading};
use super::renamed;
use super::vocabulary::Rule;
use crate::document::{Case, TokenKind, sort_by_key};
use crate::{EntityKind, TokenRange};

/// `Belt and Road Initiative (BRI)`: capitals in brackets are a name, and tell where the one before them begins.
pub(super) fn acronyms(reading: Reading, names: &mut Vec<Name>) {
    let mut more = Vec::new();
    for n in 0..names.len() {
        // `Health Service` of `Health Service Executive (HSE)`
        let start = names[n].tokens.start;
        let more_words =
            (names[n].tokens.end..names[n].tokens.end + 3).take_while(|at| reading.is_capital(*at)).count();
        let whole = names[n].tokens.end + more_words as u32;
        let is_whole = more_words > 0
            && is_bracketed(reading, whole + 1)
            && is_acronym_of(reading, reading.word(whole + 1), TokenRange::new(start, whole));
        if is_whole && names.get(n + 1).is_none_or(|next| next.tokens.start >= whole) {
            names[n] = Name::new(reading, TokenRange::new(start, whole), names[n].kind);
        }
        let end = names[n].tokens.end;
        let at = end + 1;
        let word = reading.word(at);
        // `Oil and Gas Authority (Oga)`
        let titled = reading.word(end) == "("
            && reading.word(at + 1) == ")"
            && reading.token(at).is_some_and(|t| t.case == Case::Title && (3..7).contains(&t.span.len()));
        if !titled && !is_bracketed(reading, at) || names[n].kind == EntityKind::Person {
            continue;
        }
        let given = renamed::is_given(reading, &names[n], at);
        if !given && !is_acronym_of(reading, word, names[n].tokens) {
            // The words before it that make up the whole.
            let earliest =
                end.saturating_sub(2 * word.len() as u32).max(n.checked_sub(2).map_or(0, |b| names[b].tokens.end));
            let start = (earliest..names[n].tokens.start).rev().find(|start| {
                reading.is_capital(*start) && initials(reading, TokenRange::new(*start, end), true) == letters(word)
                    || reading.is_capital(*start)
                        && initials(reading, TokenRange::new(*start, end), false) == letters(word)
            });
            let crosses = |start: u32| n > 0 && names[n - 1].tokens.start < start && start < names[n - 1].tokens.end;
            let Some(start) = start.filter(|start| !crosses(*start)) else { continue };
            if n > 0 && names[n - 1].tokens.end > start {
                names[n - 1].tokens.end = names[n - 1].tokens.start;
            }
            names[n] = Name::new(reading, TokenRange::new(start, end), names[n].kind);
        }
        if !titled && names.get(n + 1).is_none_or(|next| next.tokens.start > at) {
            more.push(Name::new(reading, TokenRange::new(at, at + 1), names[n].kind));
        }
    }
    names.retain(|name| !name.tokens.is_empty());
    names.extend(more);
    sort_by_key(names, |name| name.tokens.start.into());
}

/// True for a word of capitals alone in brackets.
pub(super) fn is_bracketed(reading: Reading, at: u32) -> bool {
    at > 0
        && reading.word(at - 1) == "("
        && reading.word(at + 1) == ")"
        && reading.token(at).is_some_and(|t| t.case == Case::Upper || t.case == Case::Mixed)
}

fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first letters of a name's words, small words counted or not.
pub(super) fn initials(reading: Reading, name: TokenRange, all: bool) -> String {
    let words = (name.start..name.end).filter(|at| {
        let token = &reading.doc.tokens[*at as usize];
        token.kind == TokenKind::Word && (reading.is_capital(*at) || all)
    });
    words.filter_map(|at| reading.word(at).chars().next()).flat_map(char::to_lowercase).collect()
}

/// True when `word` is made of the first letters of the name's words: small words counted or not, and without a country
/// or owner before them (`U.S. Department of Energy (DOE)`); or when it writes the name's words short (`VTrans`).
pub(super) fn is_acronym_of(reading: Reading, word: &str, name: TokenRange) -> bool {
    // `Village Councils (VCs)`
    let many = reading.word(name.end - 1).ends_with('s');
    let one = word.strip_suffix('s').filter(|one| many && one.bytes().all(|b| b.is_ascii_uppercase()));
    let letters = letters(one.unwrap_or(word));
    if letters.chars().count() < 2 || name.len() < 2 {
        return false;
    }
    let made = |name: TokenRange| initials(reading, name, false) == letters || initials(reading, name, true) == letters;
    let owned = reading.has(name.start, class::COUNTRY | class::PEOPLE | class::TOWN) || letters.chars().count() > 3;
    let ended = name.len() > 2 && reading.is(name.end - 1, Rule::Ending);
    made(name)
        || ended && made(TokenRange::new(name.start, name.end - 1))
        || owned && name.len() > 2 && made(TokenRange::new(name.start + 1, name.end))
        || shortens(reading, word, name)
}

/// `VTrans` for `Virginia Department of Transportation`: each capital of a mixed word begins one of the name's words, the
/// letters behind it go on as that word does, and the first and last capitalised words are among them.
fn shortens(reading: Reading, word: &str, name: TokenRange) -> bool {
    if word.chars().all(char::is_uppercase) {
        return false;
    }
    let mut at = name.start;
    let (mut first, mut last) = (None, 0);
    let mut pieces = word.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(i, _)| i).peekable();
    while let Some(start) = pieces.next() {
        let piece = &word[start..pieces.peek().copied().unwrap_or(word.len())];
        let Some(hit) = (at..name.end).find(|at| reading.is_capital(*at) && reading.word(*at).starts_with(piece))
        else {
            return false;
        };
        (first, last, at) = (first.or(Some(hit)), hit, hit + 1);
    }
    first == Some(name.start) && last + 1 == name.end
}
