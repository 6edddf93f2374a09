//! Short lines that are told by their words: furniture, captions, bylines, date lines, names of sections.

use super::dateline;
use super::form::{End, Form, Style};
use crate::document::month_like;
use crate::input::strip_by;
use crate::lists::rows;
use std::sync::LazyLock;

/// Lines that begin so are page furniture, whatever follows.
#[rustfmt::skip]
pub(super) const FURNITURE: &[&str] = &[
    "a previous version of this article", "a previous version of this story", "a version of this article", "advertisement", "an earlier version of this article", "an earlier version of this story", "also read", "also see:", "clarification:", "click here", "continue reading",
    "copyright ", "correction:", "correction, ", "download our", "download the", "follow @", "follow us", "for more", "get the latest",
    "have your say", "join our", "join the conversation", "listen:", "listen to this article", "listen to article",
    "more from", "more on this", "more:", "most popular", "most read", "read also", "read full",
    "read more", "read next", "read the full", "read:", "recommended:", "related articles", "related content",
    "related coverage", "related stories", "related topics", "related:", "see also:", "share on", "share this",
    "show more", "sign up", "skip to", "sponsored", "story continues", "subscribe", "support our",
    "this article was amended", "this article was originally", "this article was updated",
    "this story has been updated", "this story was originally", "topics:", "tags:", "filed under", "view comments",
    "view gallery", "watch live", "watch now", "watch:", "what to read next", "you may also like",
    "you might also like", "we use cookies", "all rights reserved", "©", "(c) ", "(©", "don't miss", "don’t miss",
    "from wikipedia, the", "jump to navigation", "jump to content", "loading...", "additional reporting", "editing by", "reporting and editing by",
];

/// Lines that begin so announce other stories.
const LINKS: &[&str] = &[
    "also read",
    "don't miss",
    "don’t miss",
    "more from",
    "more on",
    "most popular",
    "most read",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related",
    "see also",
    "what to read next",
    "you may also like",
    "you might also like",
];

/// Lines that hold nothing but this are page furniture.
#[rustfmt::skip]
pub(super) const FURNITURE_ALONE: &[&str] = &[
    "ad", "ads", "back to top", "bookmark", "comment", "comments", "copy link", "email", "facebook", "gift article",
    "gift this article", "instagram", "linkedin", "log in", "login", "menu", "newsletter", "pinterest", "previous",
    "print", "print this page", "reddit", "report a typo", "save", "save article", "share", "shares", "sign in",
    "telegram", "tweet", "twitter", "whatsapp", "x", "youtube",
];

/// Names of a site's departments, which stand above the headline. Below it they may be headings.
#[rustfmt::skip]
pub(super) const KICKERS: &[&str] = &[
    "analysis", "breaking", "breaking news", "business", "exclusive", "home", "live", "more", "news", "next",
    "opinion", "politics", "premium", "search", "sport", "sports", "topics", "uk news", "us news", "world",
    "world news",
];

/// Lines that begin so stand under a picture.
#[rustfmt::skip]
pub(super) const CAPTION: &[&str] = &[
    "photo:", "photos:", "photographs by", "photographs:", "photography by", "photos by", "pictures by",
    "illustrations by", "graphics by", "video by", "photo by", "photograph:", "photograph by", "image:", "image by", "image caption",
    "image credit", "image source", "picture:", "pictured:", "pictured,", "illustration:", "illustration by",
    "graphic:", "map:", "video:", "credit:", "source:", "file photo", "fig. ", "map of", "view of", "portrait of",
    "statue of", "bust of", "a bust of", "a statue of", "a view of", "a portrait of", "a map of", "a photo of",
    "a picture of", "photo of", "above:", "below:", "left:", "right:", "front page of", "frontpage of", "icon of",
    "logo of", "screenshot of", "a screenshot", "aerial view", "interior of", "an aerial",
];

/// A line that holds one of these stands under a picture.
#[rustfmt::skip]
pub(super) const CAPTION_WITHIN: &[&str] = &[
    "getty images", "(ap photo", "ap photo/", "(photo by", "(photo:", " image: ", " photo: ", " picture: ",
    " photograph: ", " pic: ", "photo credit", "photograph by", "(reuters)", "reuters/", "/reuters", "/afp", "afp/",
    "file photo", "(file)", "shutterstock", "courtesy of", "image credit", "(pictured", "wikimedia", "handout",
    "/ap)", "/epa", "(left)", "(right)", "(center)", "(centre)", "pa wire", "pa media", "flickr", "unsplash",
];

/// Names that sections have on their own, even as the first line of a text.
pub(super) static SECTION_NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| rows!("sections.txt").collect());

/// Words of a date line beside numbers, months and weekdays.
#[rustfmt::skip]
const DATE_WORDS: &[&str] = &[
    "published", "updated", "posted", "last", "modified", "first", "on", "at", "am", "pm", "a.m", "p.m", "gmt", "utc",
    "est", "edt", "bst", "et", "pt", "pst", "pdt", "cet", "cest", "ist", "hours", "hour", "minutes", "minute", "mins",
    "min", "ago", "date", "the", "of", "st", "nd", "rd", "th", "today", "yesterday", "and", "issued", "created",
    "edited", "from", "press", "release",
];

/// The name of a department, as it stands above a headline.
pub(super) fn is_kicker(form: &Form) -> bool {
    form.words <= 2 && KICKERS.contains(&form.bare().as_str())
}

/// Page furniture: shown, but no part of the story.
pub(super) fn is_furniture(form: &Form) -> bool {
    if form.words > 40 {
        return false;
    }
    let lower = head(form.text);
    let bare = lower.trim_end_matches([':', '.', '…', ' ', '»', '>', '→']);
    if form.words <= 4 && FURNITURE_ALONE.contains(&bare) {
        return true;
    }
    if let Some(start) = beginning(&lower, FURNITURE) {
        // Phrases that sentences also begin with (`More from the north arrived.`) must not be sentences.
        let sharp = start.ends_with([':', '@', '©']) || form.words <= 4;
        return sharp || form.end != End::Stop || form.words <= 25 && is_call(start);
    }
    form.words <= 5 && is_count(bare)
}

/// True where the titles of other stories follow: `Related:`, `More on this story`.
pub(super) fn announces_links(form: &Form) -> bool {
    form.words <= 5 && !form.text.contains(": ") && beginning(&head(form.text), LINKS).is_some()
}

/// The line above a table of contents.
pub(super) fn is_contents(form: &Form) -> bool {
    form.words <= 3
        && matches!(form.bare().as_str(), "contents" | "table of contents" | "in this article" | "on this page")
}

/// The phrase of `list` that `lower` begins with. Most are ruled out by their first byte.
fn beginning(lower: &str, list: &[&'static str]) -> Option<&'static str> {
    let first = lower.as_bytes().first()?;
    list.iter().copied().find(|phrase| phrase.as_bytes().first() == Some(first) && lower.starts_with(phrase))
}

/// The beginning of a line in lower case: as much as the phrases of the lists need.
fn head(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_lowercase()
}

/// Furniture phrases that stay furniture as whole sentences.
fn is_call(start: &str) -> bool {
    [
        "sign up",
        "subscribe",
        "follow us",
        "click here",
        "read more",
        "join our",
        "this ",
        "a previous version",
        "a version",
        "an earlier version",
        "correction, ",
        "we use",
        "copyright",
        "download",
        "get the",
        "support our",
        "all rights",
        "(c)",
        "(©",
    ]
    .iter()
    .any(|call| start.starts_with(call))
}

/// `12 comments`, `3 min read`, `1.2k shares`
fn is_count(bare: &str) -> bool {
    let mut words = bare.split_whitespace();
    let number = words.next().is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()) && w.len() <= 6);
    let rest: Vec<&str> = words.take(4).collect();
    number
        && matches!(
            rest.as_slice(),
            ["comments" | "comment" | "shares" | "share" | "likes" | "views" | "min" | "replies"]
                | ["min" | "mins" | "minute" | "minutes", "read"]
        )
        || bare
            .strip_suffix("min read")
            .is_some_and(|n| n.trim_end_matches(['-', ' ']).bytes().all(|b| b.is_ascii_digit()))
}

/// Words under a picture.
pub(super) fn is_caption(form: &Form) -> bool {
    if form.words > 60 {
        return false;
    }
    let lower = head(form.text);
    let figure = ["figure ", "fig. ", "table ", "chart ", "plate ", "image ", "extract "]
        .iter()
        .any(|name| lower.strip_prefix(name).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    // `Source: Reuters.` says where something is from; a sentence that begins so is one all the same.
    // `[Ann Lee in her studio in 2006]`
    let bracketed = form.text.starts_with('[') && form.text.find(']') == Some(form.text.len() - 1);
    figure
        || bracketed && form.words > 3
        || beginning(&lower, CAPTION).is_some() && (form.end != End::Stop || form.words <= 12 || lower.contains(':'))
        || (form.end != End::Stop || form.words <= 40) && is_credited(form.text)
}

/// True where a picture's source is named.
fn is_credited(text: &str) -> bool {
    is_hinted(text.as_bytes()) && {
        let lower = text.to_lowercase();
        CAPTION_WITHIN.iter().any(|words| lower.contains(words))
    }
}

/// True where something of [`CAPTION_WITHIN`] may stand: one of its words begins, or its slash is there. Few lines have
/// any, and this look costs little.
fn is_hinted(text: &[u8]) -> bool {
    let mut before = b' ';
    for (at, byte) in text.iter().enumerate() {
        if *byte == b'/' {
            return true;
        }
        if byte.is_ascii_alphabetic() && !before.is_ascii_alphanumeric() {
            let lower = |n: usize| text.get(at + n).map_or(0, u8::to_ascii_lowercase);
            let word = [lower(0), lower(1), lower(2), lower(3)];
            let open = before == b'(' && matches!(&word, b"ap p" | b"reut" | b"file" | b"left" | b"righ" | b"cent");
            let named = matches!(
                &word,
                b"phot"
                    | b"imag"
                    | b"pict"
                    | b"pic:"
                    | b"gett"
                    | b"shut"
                    | b"cour"
                    | b"wiki"
                    | b"hand"
                    | b"wire"
                    | b"medi"
                    | b"flic"
                    | b"unsp"
                    | b"ap p"
            );
            if open || named {
                return true;
            }
        }
        before = *byte;
    }
    false
}

/// What those who write for papers are.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "reporter", "reporters", "correspondent", "editor", "writer", "writers", "columnist", "staff", "journalist", "bureau",
    "contributor", "agencies", "correspondents",
];

/// `By Jane Doe`, `Written by Jane Doe, science editor`
pub(super) fn is_byline(form: &Form) -> bool {
    if form.words > 16 || form.end == End::Question {
        return false;
    }
    let Some(rest) = strip_by(form.text) else { return false };
    let mut words = rest.split_whitespace();
    let named = |w: &str| w.starts_with(|c: char| c.is_uppercase());
    let first = words.next().is_some_and(named);
    let second = words
        .next()
        .is_some_and(|w| named(w) || matches!(w, "van" | "von" | "de" | "da" | "al" | "bin" | "el" | "and"));
    let agency = form.words == 2 && rest.chars().all(|c| c.is_uppercase());
    if form.words <= 6 && rest.split(' ').any(|w| ROLES.contains(&w)) && form.end == End::Open {
        // `By our staff reporter`
        return true;
    }
    // `By Monday Smith had gone.` is a sentence.
    first && (second || agency) && !(form.end == End::Stop && form.words > 6)
}

/// `Environment correspondent`, below a name.
pub(super) fn is_role_line(form: &Form) -> bool {
    let last = form.text.rsplit(' ').next().unwrap_or("").to_lowercase();
    form.words <= 5 && form.end == End::Open && ROLES.contains(&last.as_str())
}

/// A person's name with what news sites put beside it, for lines above the story: `Jane Doe`, `Jane Doe, science editor`,
/// `Jane Doe in Cairo`, `Jane Doe | The Daily`.
pub(super) fn is_name_line(form: &Form) -> bool {
    if form.text.contains('@') && form.words <= 14 {
        return true;
    }
    let name = form.text.split([',', '|', '•', '·', '(']).next().unwrap_or("");
    let name = [" in ", " at ", " for "].iter().find_map(|word| name.split_once(word)).map_or(name, |n| n.0).trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let cased = |w: &&str| {
        w.starts_with(|c: char| c.is_uppercase()) || matches!(*w, "van" | "von" | "de" | "da" | "al" | "bin" | "and")
    };
    let rest = form.text[form.text.find(name).unwrap_or(0) + name.len()..].to_lowercase();
    fn words_of(part: &str) -> Vec<&str> {
        part.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect()
    }
    let placed = |part: &[&str]| matches!(part.first(), Some(&("in" | "at" | "for" | "with")));
    let telling = |part: &[&str]| part.iter().any(|w| ROLES.contains(w) || matches!(*w, "news" | "reuters"));
    let parts: Vec<Vec<&str>> = rest.split([',', '|', '•', '·', '(']).map(words_of).collect();
    let role = parts.iter().any(|part| placed(part) || telling(part));
    // `Jane Doe, the editor who found the letters, dies at 91` tells a story.
    let last = form.text.rsplit(", ").next().unwrap_or("");
    // `Town Picks Lee for Harbour Post, Ending Long Dispute`
    let outcome = |part: &Vec<&str>| part.len() > 1 && part[0].len() > 4 && part[0].ends_with("ing") && !telling(part);
    let tells = parts.iter().flatten().any(|w| matches!(*w, "who" | "whose" | "which" | "that"))
        || form.text.contains(", ") && parts.last().is_some_and(outcome)
        || form.text.matches(", ").count() >= 2
            && last.starts_with(char::is_lowercase)
            && !placed(&words_of(last))
            && !telling(&words_of(last));
    form.words <= 12
        && form.end == End::Open
        && (2..=5).contains(&words.len())
        && words.iter().all(cased)
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '"' | '“' | '?'))
        && !tells
        && (role || name.len() == form.text.len() && form.style() == Style::Title)
}

/// True when a [name line](is_name_line) also says what the person is or for whom they write, so that it needs no
/// company to be a byline.
pub(super) fn has_role(form: &Form) -> bool {
    is_name_line(form) && form.style() != Style::Caps && form.text.contains([',', '|', '•', '·'])
}

/// A line that holds only a date or `Published …`.
pub(super) fn is_date_line(form: &Form) -> bool {
    if form.words > 16 {
        return false;
    }
    if form.text.ends_with([')', '—', '–', '-']) && dateline::length(form.text) == form.text.len() {
        return true;
    }
    if !form.text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let lower = form.text.to_lowercase();
    let mut calendar = false;
    let mut said = false;
    let mut clock = false;
    // `Vienna, 30 November 2024`: a place may stand in front.
    let lower = match lower.split_once(", ") {
        Some((_, rest)) if is_place(form.text.split(", ").next().unwrap_or("")) && is_full_date(rest) => rest,
        _ => &lower,
    };
    for word in lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '(' | ')' | '—' | '–'))
    {
        let word = word.trim_matches(['.', ':', ';', '-', '/']);
        if word.is_empty() {
            continue;
        }
        let digit = word.starts_with(|c: char| c.is_ascii_digit());
        let month = is_month(word);
        let day = word.len() <= 9
            && (word.ends_with("day")
                || matches!(word, "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun"));
        if digit {
            let numbers = word
                .split(['-', '/', '.', 't'])
                .filter(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()))
                .count();
            calendar |= numbers >= 3;
            clock |= numbers == 2 && word.contains(['.', ':']) || word.split_once(':').is_some();
            if word.len() > 25 {
                return false;
            }
        } else if month {
            calendar = true;
        } else if matches!(word, "published" | "updated" | "posted" | "ago" | "modified") {
            said = true;
        } else if !day && !DATE_WORDS.contains(&word) {
            return false;
        }
    }
    calendar || said || clock
}

/// `Monday, Aug. 5`, `5 August`: a day without its year.
pub(super) fn is_day(text: &str) -> bool {
    is_time(text) && !text.split([' ', ',']).any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Nothing but months, weekdays, years and days of the month.
fn is_time(text: &str) -> bool {
    let mut calendar = false;
    let fits = text.split([' ', ',']).filter(|word| !word.is_empty()).all(|word| {
        let lower = word.trim_end_matches('.').to_lowercase();
        let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
        let named = is_month(&lower) || lower.len() <= 9 && lower.ends_with("day");
        calendar |= named || digits == 4;
        named
            || matches!(digits, 1 | 2 | 4) && matches!(&lower[digits..], "" | "st" | "nd" | "rd" | "th" | "s")
            || matches!(lower.as_str(), "early" | "mid" | "late" | "and" | "to")
    });
    fits && calendar
}

/// `3 March: Berg arrested`, `2022 – First warning`: an entry of a box of dates.
pub(super) fn is_entry(form: &Form) -> bool {
    let head = form.text.char_indices().take_while(|(at, _)| *at <= 30).filter(|(_, c)| matches!(c, ':' | ' '));
    let mut parts = head.filter_map(|(at, _)| {
        let mark = [": ", " – ", " — ", " - "].iter().find(|mark| form.text[at..].starts_with(**mark))?;
        Some((&form.text[..at], &form.text[at + mark.len()..]))
    });
    parts.next().is_some_and(|(day, words)| is_time(day) && words.contains(' '))
}

/// A time of day on its own, as live pages head their entries with: `17.52 GMT`, `9:05 am`, `Updated at 10:15`.
pub(super) fn is_time_line(form: &Form) -> bool {
    let clock = |w: &str| {
        w.split_once([':', '.']).is_some_and(|(h, m)| {
            let two = |s: &str| !s.is_empty() && s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit());
            two(h) && m.get(..2).is_some_and(two) && m[2..].bytes().all(|b| b.is_ascii_alphabetic())
        })
    };
    form.words <= 6 && form.text.split(' ').any(clock) && is_date_line(form)
}

/// Length of the time of day that a line begins with (`16:30 Power is back`), with what parts it from the words.
pub(super) fn leading_clock(text: &str) -> Option<usize> {
    let word = text.split(' ').next()?;
    let (hour, minute) = word.trim_end_matches([':', '.', '-']).split_once([':', '.', 'h'])?;
    let number = |part: &str, below: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|n| n < below);
    let digits = minute.bytes().take_while(u8::is_ascii_digit).count();
    let half = matches!(minute[digits..].to_ascii_lowercase().as_str(), "" | "am" | "pm" | "gmt");
    if !number(hour, 24) || digits != 2 || !number(&minute[..2], 60) || !half {
        return None;
    }
    let mut at = word.len();
    for part in text[at..].split(' ').skip(1) {
        let lower = part.trim_end_matches(':').to_ascii_lowercase();
        let around = matches!(part, "-" | "–" | "—" | "|" | "·")
            || matches!(
                lower.as_str(),
                "am" | "pm" | "a.m." | "p.m." | "gmt" | "bst" | "utc" | "est" | "edt" | "et" | "cet" | "cest"
            );
        if !around {
            break;
        }
        at += 1 + part.len();
    }
    (at < text.len()).then_some(at + 1)
}

/// `aug`, `september`
pub(super) fn is_month(lower: &str) -> bool {
    lower.len() <= 9 && month_like(lower).is_some()
}

/// One to three capitalised words without digits.
fn is_place(words: &str) -> bool {
    let mut words = words.split(' ');
    words.clone().count() <= 3
        && words.all(|w| {
            w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-'))
        })
}

/// True where a month and a year stand.
fn is_full_date(lower: &str) -> bool {
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    words().any(is_month) && words().any(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))
}

/// An address or number to reach someone at.
pub(super) fn is_contact(form: &Form) -> bool {
    form.words <= 16
        && form.end == End::Open
        && form.text.split(' ').any(|w| w.contains('@') && w.contains('.') && w.len() > 5)
}

/// True for the names of sections that texts of many kinds share, alone or two together (`Career and family`).
pub(super) fn is_section_name(form: &Form) -> bool {
    section_names(form, |a, b| a && b)
}

/// The same where one of two names is enough (`Career and other troubles`).
pub(super) fn holds_section_name(form: &Form) -> bool {
    section_names(form, |a, b| a || b)
}

fn section_names(form: &Form, both: impl Fn(bool, bool) -> bool) -> bool {
    if form.words > 6 {
        return false;
    }
    let bare = form.bare();
    let known = |name: &str| SECTION_NAMES.binary_search(&name).is_ok();
    let pair = |and: &str| bare.split_once(and).is_some_and(|(a, b)| both(known(a), known(b)));
    known(&bare) || pair(" and ") || pair(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLES: &str = include_str!("../../tests/rules/outline_kinds.txt");

    fn examples(kind: &str) -> impl Iterator<Item = &'static str> {
        EXAMPLES.lines().filter_map(move |line| line.strip_prefix(kind)?.strip_prefix(": "))
    }

    fn kind(line: &str) -> &'static str {
        let form = Form::of(line).expect("a short line");
        if is_furniture(&form) {
            "furniture"
        } else if is_kicker(&form) {
            "kicker"
        } else if is_caption(&form) {
            "caption"
        } else if is_byline(&form) {
            "byline"
        } else if is_date_line(&form) {
            "date"
        } else if is_section_name(&form) {
            "section"
        } else {
            "none"
        }
    }

    #[test]
    fn lines_are_told_by_their_words() {
        for kind_of in ["furniture", "kicker", "caption", "byline", "date", "none"] {
            let wrong: Vec<_> = examples(kind_of).filter(|line| kind(line) != kind_of).map(|l| (l, kind(l))).collect();
            assert!(wrong.is_empty(), "not {kind_of}: {wrong:?}");
        }
        let wrong: Vec<_> = examples("section").filter(|l| !is_section_name(&Form::of(l).expect("short"))).collect();
        assert!(wrong.is_empty(), "no sections: {wrong:?}");
    }

    #[test]
    fn every_phrase_has_an_example() {
        let held = |kind: &'static str, phrase: &str| examples(kind).any(|line| line.to_lowercase().contains(phrase));
        for (kind, list) in [
            ("furniture", FURNITURE),
            ("furniture", FURNITURE_ALONE),
            ("kicker", KICKERS),
            ("caption", CAPTION),
            ("caption", CAPTION_WITHIN),
            ("section", &SECTION_NAMES),
        ] {
            let without: Vec<_> = list.iter().filter(|phrase| !held(kind, phrase)).collect();
            assert!(without.is_empty(), "no example of {kind}: {without:?}");
        }
    }

    #[test]
    fn the_names_of_sections_are_sorted() {
        assert!(SECTION_NAMES.is_sorted());
    }

    #[test]
    fn every_credit_is_hinted_at() {
        for words in CAPTION_WITHIN {
            assert!(is_hinted(format!("The pool {words}").as_bytes()), "{words}");
        }
    }
}
