//! The text that a page holds only in its JSON-LD (`articleBody`), to be put together by a script that never runs here.

use super::decode;
use crate::document::BlockKind;
use crate::input::writer::Writer;
use std::ops::Range;

/// Where the words of the longest `articleBody` in a JSON-LD script stand, still escaped, in bytes of `script`.
pub(super) fn find(script: &str) -> Option<Range<usize>> {
    const KEY: &str = "\"articleBody\"";
    let bodies = script.match_indices(KEY).filter_map(|(at, _)| {
        let after = at + KEY.len();
        let value = script[after..].trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        let start = script.len() - value.len();
        Some(start..start + string_end(value))
    });
    bodies.max_by_key(Range::len)
}

/// Length of a JSON string up to its closing quotation mark.
fn string_end(value: &str) -> usize {
    let mut escaped = false;
    let end = value.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(value.len())
}

/// Writes the words of `source[range]` as paragraphs. Every line is one, and so is what stands between tags of blocks.
pub(super) fn write(source: &str, range: Range<usize>, out: &mut Writer) {
    let mut at = range.start;
    while at < range.end {
        let rest = &source[at..range.end];
        let Some(first) = rest.chars().next() else { break };
        match first {
            '\\' => {
                let (c, length) = unescaped(rest);
                match c {
                    '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.end(BlockKind::Paragraph),
                    c => out.char(c, at),
                }
                at += length;
            }
            '&' => {
                let (c, length) = decode(rest).unwrap_or(('&', 1));
                out.char(c, at);
                at += length;
            }
            '<' => match tag_length(rest) {
                Some(length) => {
                    let name = rest[1..length].trim_start_matches(['/', '\\']).to_ascii_lowercase();
                    let inline = ["a", "b", "i", "u", "em", "strong", "span", "sup", "sub"];
                    if !inline.contains(&name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("")) {
                        out.end(BlockKind::Paragraph);
                    }
                    at += length;
                }
                None => {
                    out.char('<', at);
                    at += 1;
                }
            },
            _ => {
                let length = rest.find(['\\', '&', '<', '\n']).unwrap_or(rest.len()).max(first.len_utf8());
                out.words(&rest[..length], at);
                at += length;
            }
        }
    }
    out.end(BlockKind::Paragraph);
}

/// The character that an escape stands for, and its length. What is none is a backslash.
fn unescaped(rest: &str) -> (char, usize) {
    let code = |at: usize| {
        let hex = rest.get(at..at + 6)?.strip_prefix("\\u")?;
        hex.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(hex, 16).ok())?
    };
    match rest.as_bytes().get(1) {
        Some(b'n') => ('\n', 2),
        Some(b'r') => ('\r', 2),
        Some(b't' | b'b' | b'f') => (' ', 2),
        Some(b'"') => ('"', 2),
        Some(b'/') => ('/', 2),
        Some(b'\\') => ('\\', 2),
        Some(b'u') => match (code(0), code(6)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                (char::from_u32(code).unwrap_or('\u{fffd}'), 12)
            }
            (Some(code), _) => (char::from_u32(code).unwrap_or('\u{fffd}'), 6),
            (None, _) => ('\\', 1),
        },
        _ => ('\\', 1),
    }
}

/// Length of the tag that `rest` begins with.
fn tag_length(rest: &str) -> Option<usize> {
    const LONGEST: usize = 500;
    let name = rest[1..].trim_start_matches(['/', '\\']).as_bytes().first()?;
    let end = rest.bytes().take(LONGEST).position(|b| b == b'>')?;
    name.is_ascii_alphabetic().then_some(end + 1)
}
