//! Which form a text is in.

use crate::Format;

/// Bytes looked at.
const HEAD: usize = 200_000;

/// Finds out the form of a text: HTML where its tags say so, Markdown where its marks do, else plain text.
pub(super) fn format(text: &str) -> Format {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text[..end].trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if is_html(text) {
        Format::Html
    } else if is_markdown(text) {
        Format::Markdown
    } else {
        Format::Text
    }
}

fn is_html(text: &str) -> bool {
    #[rustfmt::skip]
    const TAGS: &[&str] = &[
        "a", "article", "b", "blockquote", "body", "br", "div", "em", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "i",
        "img", "li", "link", "main", "meta", "ol", "p", "script", "section", "span", "strong", "style", "table", "td", "title", "tr", "ul",
    ];
    let opens = |tag: &str| {
        let name = &tag[..tag.bytes().take(11).take_while(u8::is_ascii_alphanumeric).count()];
        let after = tag.as_bytes().get(name.len());
        TAGS.binary_search(&name.to_ascii_lowercase().as_str()).is_ok()
            && matches!(after, Some(b'>' | b' ' | b'/' | b'\n' | b'\r' | b'\t'))
    };
    if text.get(..9).is_some_and(|head| head.eq_ignore_ascii_case("<!doctype")) {
        return true;
    }
    let first = text.strip_prefix('<').is_some_and(opens);
    let mut tags = 0;
    let mut closed = false;
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        match rest.strip_prefix('/') {
            Some(rest) => closed |= opens(rest),
            None => tags += usize::from(opens(rest)),
        }
        if tags >= 2 && closed {
            return true;
        }
    }
    first && (closed || tags >= 1 && text.contains('>'))
}

fn is_markdown(text: &str) -> bool {
    if super::markdown::front_matter(text).is_some() {
        return true;
    }
    let mut marks = 0;
    let mut before = "";
    for line in text.lines() {
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        let heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') && line.len() > hashes + 1;
        let underline = line.len() >= 3 && line.bytes().all(|b| b == b'=') && before.starts_with(char::is_alphanumeric);
        if heading || underline || line.starts_with("```") {
            return true;
        }
        marks += usize::from(holds_link(line)) * 2 + line.matches("**").count() / 2;
        if marks >= 2 {
            return true;
        }
        before = line;
    }
    false
}

/// `[words](address)`
fn holds_link(line: &str) -> bool {
    line.find("](")
        .is_some_and(|at| line[..at].contains('[') && line[at..].contains(')') && !line[at + 2..].starts_with(' '))
}
