//! Bylines, and those that also bear the date (`By Jane Doe, 3 May 2024`): two lines in one.

use super::dates;
use crate::document::{MONTHS, month_like};
use std::ops::Range;

/// A line that says both who and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) name: Range<usize>,
    pub(super) date: Range<usize>,
}

/// The line without `By` or `Written by` in front.
pub(crate) fn strip_by(text: &str) -> Option<&str> {
    #[rustfmt::skip]
    const STARTS: &[&str] = &[
        "written by ", "reported by ", "reporting by ", "story by ", "words by ", "interview by ", "interviewed by ",
        "review by ", "reviewed by ", "analysis by ", "compiled by ", "by: ", "by ",
    ];
    STARTS.iter().find_map(|start| {
        let head = text.get(..start.len())?;
        head.eq_ignore_ascii_case(start).then(|| text[start.len()..].trim())
    })
}

/// Finds name and date in a line that holds both and nothing else. `marked`: it is known to be a byline, so that it needs
/// no `By`. Only whole dates count: `By Jane Doe, May` may be a name.
pub(super) fn dated(line: &str, marked: bool) -> Option<Dated> {
    const LONGEST: usize = 200;
    let by = || line.as_bytes().windows(2).any(|two| two.eq_ignore_ascii_case(b"by"));
    if line.len() > LONGEST || !line.bytes().any(|b| b.is_ascii_digit()) || !marked && !by() {
        return None;
    }
    let starts = line.char_indices().filter(|(at, c)| !is_parting(*c) && line[..*at].ends_with([' ', '(']));
    starts.map(|(at, _)| at).find_map(|at| {
        let (head, tail) = (line[..at].trim_end_matches(is_parting), &line[at..]);
        let parted = head.len() < line[..at].trim_end().len() || line[..at].ends_with('(');
        let labelled = tail.split(' ').next().is_some_and(|word| LABELS.contains(&bare(word).as_str()));
        // `By Jane Doe 3 May 2024`
        let named = head.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase));
        if (parted || labelled || named) && is_name(head, marked) && is_date(tail) {
            let end = tail.trim_end_matches(is_parting).len();
            return Some(Dated { name: 0..head.len(), date: at..at + end });
        }
        // `3 May 2024 | By Jane Doe`
        let behind = parted && strip_by(tail).is_some() && is_name(tail, false) && is_date(head);
        behind.then_some(Dated { name: at..line.len(), date: 0..head.len() })
    })
}

/// What stands between a name and a date.
fn is_parting(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '/' | '•' | '·' | '—' | '–' | '-' | '(' | ')')
}

/// Words that stand before a date.
const LABELS: &[&str] = &["published", "updated", "posted", "modified", "last", "first"];

/// Other words of a date line but months and weekdays.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "on", "at", "am", "pm", "a.m", "p.m", "gmt", "utc", "bst", "est", "edt", "et", "pst", "pdt", "pt", "cet", "cest", "ist",
];

fn bare(word: &str) -> String {
    word.trim_matches(|c| is_parting(c) || c == '.').to_ascii_lowercase()
}

fn is_month(bare: &str) -> bool {
    let short = bare.len() == 3 || bare == "sept";
    month_like(bare).is_some_and(|month| short || MONTHS[month].eq_ignore_ascii_case(bare))
}

fn is_weekday(bare: &str) -> bool {
    matches!(bare, "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun")
        || bare.len() <= 9 && bare.ends_with("day")
}

/// One whole date and nothing else.
fn is_date(words: &str) -> bool {
    let mut months = 0;
    let fits = words.split_whitespace().map(bare).filter(|word| !word.is_empty()).all(|word| {
        months += usize::from(is_month(&word));
        word.starts_with(|c: char| c.is_ascii_digit())
            || is_month(&word)
            || is_weekday(&word)
            || LABELS.contains(&word.as_str())
            || AROUND.contains(&word.as_str())
    });
    let start = words.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    fits && months <= 1 && (dates::iso(words).is_some() || dates::iso(&words[start..]).is_some())
}

/// A name of two words at least, with `By` in front unless it is `marked`.
fn is_name(words: &str, marked: bool) -> bool {
    const MOST_WORDS: usize = 14;
    let name = strip_by(words).or(marked.then_some(words)).unwrap_or("");
    let first = name.split([',', '|', '•', '·']).next().unwrap_or("");
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let calendar = first.split_whitespace().next().map(bare).is_some_and(|word| is_weekday(&word));
    let agency = first.chars().all(char::is_uppercase) && first.len() >= 2;
    !calendar
        && words.split(' ').count() <= MOST_WORDS
        && !name.ends_with(['?', '!'])
        && (agency || first.split_whitespace().filter(capital).count() >= if marked { 1 } else { 2 })
        && first.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_with_its_date_is_two_lines() {
        for (line, name, date) in [
            ("By Ann Lee, 3 June 2024", "By Ann Lee", "3 June 2024"),
            ("By Ann Lee | June 3, 2024", "By Ann Lee", "June 3, 2024"),
            ("By Ann Lee · 3 June 2024", "By Ann Lee", "3 June 2024"),
            ("By Ann Lee 3 June 2024", "By Ann Lee", "3 June 2024"),
            ("By Ann Lee and Tom Berg — Monday, June 3, 2024", "By Ann Lee and Tom Berg", "Monday, June 3, 2024"),
            ("By Ann Lee, science editor, 3 June 2024", "By Ann Lee, science editor", "3 June 2024"),
            ("By Ann Lee Published 3 June 2024", "By Ann Lee", "Published 3 June 2024"),
            ("By Ann Lee | Updated June 3, 2024 5:12 pm ET", "By Ann Lee", "Updated June 3, 2024 5:12 pm ET"),
            ("By Theresa May, 3 June 2024", "By Theresa May", "3 June 2024"),
            ("By Ann Lee (2024-06-03)", "By Ann Lee", "2024-06-03"),
            ("Interview by Tom Ashby, 3 May 2024", "Interview by Tom Ashby", "3 May 2024"),
            ("3 June 2024 | By Ann Lee", "By Ann Lee", "3 June 2024"),
        ] {
            let found = dated(line, false).map(|d| (&line[d.name], &line[d.date]));
            assert_eq!(found, Some((name, date)), "{line}");
        }
        assert!(dated("Ann Lee, 3 June 2024", true).is_some());
    }

    #[test]
    fn other_lines_are_left_whole() {
        for line in [
            "By Ann Lee",
            "3 June 2024",
            "By Monday, 3 June 2024",
            "By Theresa May 3, 2024",
            "By Ann Lee, who died on 3 June 2024",
            "By Ann Lee in Paris and Tom Berg in Rome by 3 June 2024.",
            "Ann Lee, 3 June 2024",
            "Vienna, 30 November 2024",
            "By June 2024",
            "By Ann Lee, May",
        ] {
            assert_eq!(dated(line, false), None, "{line}");
        }
    }
}
