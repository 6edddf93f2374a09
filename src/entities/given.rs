//! First names that are titles too: `Dean Harris, 12`, `his son Earl`. Absent here: what is only ever a title (`names`).

use super::lexicon::class;
use super::names::is_title;
use super::reading::Reading;
use super::vocabulary::Rule;
use crate::TokenRange;

/// Tokens around a name within which an office has its sign.
const NEAR: u32 = 25;

/// Younger than who has an office.
const YOUNG: u32 = 30;

/// True where the title that a person's name begins with is the first name.
pub(super) fn is_first_name(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let before = start.checked_sub(1).map_or("", |at| reading.word(at));
    if before.eq_ignore_ascii_case("the") || end < start + 2 || is_title(reading, start + 1) {
        return false;
    }
    let word = reading.word(start);
    let open = || start == 0 || !reading.is_capital(start - 1) && !matches!(before, "," | "." | "-");
    let kin = || start > 0 && !reading.is_capital(start - 1) && reading.is(start - 1, Rule::Tie);
    let comma = end + 1;
    let young = || {
        let age = reading.word(comma + u32::from(matches!(reading.word(comma), "a" | "an")));
        matches!(reading.word(end), "," | "(") && age.parse::<u32>().is_ok_and(|age| age < YOUNG)
    };
    // `Prince Boateng, 31`: no house has a prince of a surname.
    let crown = ["crown", "king", "palace", "queen", "royal", "throne"];
    let aged = reading.word(end) == "," && reading.word(comma).parse::<u32>().is_ok();
    let sign = |words: &[&str]| {
        let near = start.saturating_sub(NEAR)..end + NEAR;
        near.into_iter().any(|at| at != start && words.iter().any(|word| reading.word(at).eq_ignore_ascii_case(word)))
    };
    match word {
        "Dean" => {
            let open = open() || reading.doc.sentences.binary_search_by_key(&start, |s| s.tokens.start).is_ok();
            kin() || young() || open && !sign(&DEANERY)
        }
        "Earl" | "Duke" => {
            kin()
                || young()
                || start > 0 && is_title(reading, start - 1)
                || end > start + 2 && before != "Grand" && reading.word(start + 1) != "of"
        }
        "Bishop" | "Judge" | "Major" | "Marshal" | "Pope" | "Prince" | "Sergeant" => {
            let surname = !reading.has(start + 1, class::FIRST);
            let bearer = || word == "Prince" && surname && aged && !sign(&crown);
            end == start + 2 && (surname && kin() || (surname || word != "Prince") && young() || bearer())
        }
        // `Dr Sultan Berg`
        "Sultan" => reading.is(start.max(1) - 1, Rule::Honorific),
        _ => reading.is(start, Rule::Given),
    }
}

/// What a dean has or is of.
const DEANERY: [&str; 12] = [
    "abbey",
    "academic",
    "cathedral",
    "church",
    "college",
    "dean",
    "faculty",
    "professor",
    "school",
    "students",
    "university",
    "academy",
];

/// `Dean Harris`, of which the model saw `Harris`.
pub(super) fn take_in(reading: Reading, tokens: TokenRange) -> TokenRange {
    let title = |at: &u32| reading.is_capital(*at) && (is_title(reading, *at) || reading.has(*at, class::TITLE));
    let whole = tokens.start.checked_sub(1).filter(title).map(|at| TokenRange::new(at, tokens.end));
    whole.filter(|whole| is_first_name(reading, *whole)).unwrap_or(tokens)
}

/// `Con`, `Ch` of `Det Con`, `Det Ch Insp`: by themselves they are first names.
pub(super) fn is_constable(reading: Reading, at: u32) -> bool {
    matches!(reading.word(at), "Con" | "Ch" | "Chief") && at > 0 && matches!(reading.word(at - 1), "Det" | "Det.")
}
