//! The place, day and agency that a story opens with: of a line, where its words are not yet read, and of a sentence.

use super::kinds::is_month;
use crate::document::{Case, Document, TokenKind, is_calendar};

/// How many tokens behind the place a second dash is looked for.
const FAR: u32 = 80;

/// Length of the place, day and agency that a story opens with (`LEEDS, March 14 (Northern Wire) — `), 0 where it does
/// not. A place alone (`LEEDS —`) is no more than a word.
pub(super) fn length(text: &str) -> usize {
    const LONGEST: usize = 80;
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let shouted =
        |word: &str| word.len() >= 2 && word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '/'));
    let first = head.split([',', '(', ' ']).next().unwrap_or("");
    if !shouted(first) {
        return 0;
    }
    // An agency in brackets ends it, or a dash behind the day.
    let dash = ["—", "–", " - ", " -- "].iter().filter_map(|dash| Some((head.find(dash)?, dash.len()))).min();
    let agency = head.find('(').zip(head.find(')')).filter(|(open, close)| open < close);
    let place = &head[..agency.map_or(dash.map_or(head.len(), |d| d.0), |a| a.0)];
    let mut dated = false;
    let fits = place.split([',', ' ']).map(|word| word.trim_end_matches('.')).filter(|w| !w.is_empty()).all(|word| {
        let lower = word.to_lowercase();
        let calendar =
            is_month(&lower) || lower.ends_with("day") || word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
        dated |= calendar;
        calendar || word.starts_with(char::is_uppercase)
    });
    if !fits || place.len() > 50 || agency.is_none() && !dated {
        return 0;
    }
    let behind = |at: usize| {
        let rest = &text[at..];
        rest.len() - rest.trim_start_matches([' ', '—', '–', '-', ':']).len() + at
    };
    match (agency, dash) {
        // `FAQ (short)` is none.
        (Some((_, close)), _) if !dated && !text[close + 1..].trim_start().starts_with(['—', '–', '-']) => 0,
        (Some((_, close)), _) => behind(close + 1),
        (None, Some((at, length))) => behind(at + length),
        (None, None) if dated && place.len() == text.len() => text.len(),
        (None, None) => 0,
    }
}

/// `Thursday, May 7, 2015 On Tuesday the king …`: where the day ends that stands before a sentence with nothing between.
fn day_alone(doc: &Document, start: u32, end: u32) -> Option<u32> {
    let word = |at: u32| doc.word(at as usize);
    let number = |at: u32| doc.tokens[at as usize].kind == TokenKind::Number;
    let day = |at: &u32| is_calendar(word(*at)) || number(*at) || matches!(word(*at), "," | ".");
    let behind = start + (start..end.min(start + 8)).take_while(day).count() as u32;
    let year = behind > start + 2 && number(behind - 1) && word(behind - 1).len() == 4;
    let month = (start..behind).any(|at| is_month(&word(at).to_lowercase()));
    let next = behind + 1 < end && doc.tokens[behind as usize].case == Case::Title;
    (is_calendar(word(start)) && year && month && next).then_some(behind)
}

/// The token that the sentence `number` itself begins with: behind `LEEDS, England —`, `(AP) —`, `LAGOS:`, `Lagos –`.
pub(crate) fn behind(doc: &Document, number: usize) -> u32 {
    let sentence = doc.sentences[number].tokens;
    let (start, end) = (sentence.start, sentence.end);
    if sentence.len() < 4 {
        return start;
    }
    let word = |at: u32| doc.word(at as usize);
    let token = |at: u32| &doc.tokens[at as usize];
    let upper = |at: u32, more: u32| token(at).case == Case::Upper && token(at).span.len() > more;
    let capital = |at: u32| at < end && !matches!(token(at).case, Case::Lower | Case::None);
    let dash = |at: &u32| {
        matches!(word(*at), "—" | "–" | "--")
            || word(*at) == "-"
                && word(*at - 1) == "-"
                && (token(at + 1).space_before || word(at.saturating_sub(2)) == ")")
            || word(*at) == "-" && token(*at).space_before && token(at + 1).space_before
    };
    // `JEFFERSON CITY, Mo.`, behind which a new sentence begins: `(AP) — A fire …`
    let agency = word(start) == "(" && word(start + 2) == ")" && capital(start + 1);
    // `Nov. 3 (Northern Wire) -- The bank …`
    let open = (start + 1..end.min(start + 6)).find(|&at| word(at) == "(").filter(|&open| capital(open + 1));
    let dated = open.is_some_and(|open| {
        (start..open).all(|at| is_calendar(word(at)) || token(at).kind != TokenKind::Word)
            && (start..open).any(|at| is_calendar(word(at)))
    });
    if upper(start, 3) || upper(start, 1) && upper(start + 1, 1) || agency || dated {
        // Not `NATO ministers are meeting today – it is their first talk – in York`.
        let prose = |mark: &u32| (start..*mark).filter(|&at| token(at).case == Case::Lower).count() > 2;
        let mark = (start + 1..end.min(start + 17) - 1).find(dash);
        if let Some(mark) = mark.filter(|mark| !prose(mark)) {
            return mark + 1;
        }
    }
    let first = number == 0 || doc.sentences[number - 1].block != doc.sentences[number].block;
    if let Some(end) = day_alone(doc, start, end).filter(|_| first) {
        return end;
    }
    let inside = |at: &u32| capital(*at) || word(*at) == ",";
    let mark = (start..end.min(start + 5)).find(|at| !inside(at));
    let Some(mark) = mark.filter(|&mark| first && mark > start && mark + 2 < end) else { return start };
    let mark = mark + u32::from(word(mark) == "-" && word(mark + 1) == "-");
    let shouted = (start..mark).all(|at| token(at).case == Case::Upper);
    let colon = word(mark) == ":" && shouted && token(start).span.len() > 3;
    // Not `Berg – Holm’s aide – left`.
    let again = || (mark + 2..end.min(mark + FAR)).any(|at| dash(&at));
    // Not `Real Madrid – Barcelona`, `Chelsea - Arsenal`, nor `Monday – Police …`, which is a day.
    let apart = token(mark).space_before && token(mark + 1).space_before;
    let alone = mark == start + 1 || (start + 1..mark).any(|at| word(at) == ",");
    let place = shouted || apart && alone && word(mark) != "-" && word(mark - 1) != "-";
    let place = place && !is_calendar(word(start)) && !word(start).ends_with("day");
    let found = colon || dash(&mark) && place && !again();
    if found && capital(mark + 1) { mark + 1 } else { start }
}
