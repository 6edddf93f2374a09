//! Character references (`&amp;`, `&#8217;`).

use crate::lists::rows;
use std::sync::LazyLock;

static NAMES: LazyLock<Vec<(&str, char)>> = LazyLock::new(|| {
    let table = rows!("entities.txt");
    let row = |line: &'static str| {
        let (name, code) = line.split_once(' ')?;
        Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
    };
    table.filter_map(row).collect()
});

/// References that browsers read without the semicolon too.
const BARE: &[&str] = &["amp", "copy", "gt", "lt", "nbsp", "pound", "quot", "reg", "shy"];

/// The character that `text`, which begins with `&`, stands for, and the length of the reference.
pub(in crate::input) fn decode(text: &str) -> Option<(char, usize)> {
    // The longest name has 8 letters, the longest number (`&#x10FFFF;`) not many more.
    const LONGEST: usize = 32;
    let body = &text.as_bytes()[1..text.len().min(LONGEST)];
    if body.first() == Some(&b'#') {
        let hex = matches!(body.get(1), Some(b'x' | b'X'));
        let digits = &body[1 + usize::from(hex)..];
        let count = digits.iter().take_while(|b| if hex { b.is_ascii_hexdigit() } else { b.is_ascii_digit() }).count();
        let number = std::str::from_utf8(&digits[..count]).ok()?;
        let code = u32::from_str_radix(number, if hex { 16 } else { 10 });
        if count == 0 {
            return None;
        }
        let length = 2 + usize::from(hex) + count;
        let closed = usize::from(text.as_bytes().get(length) == Some(&b';'));
        return Some((numeric(code.unwrap_or(0)), length + closed));
    }
    let count = body.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let name = std::str::from_utf8(&body[..count]).ok()?;
    let find = |name: &str| NAMES.binary_search_by_key(&name, |row| row.0).ok().map(|at| NAMES[at].1);
    if body.get(count) == Some(&b';') {
        return find(name).map(|c| (c, count + 2));
    }
    let bare = BARE.iter().find(|bare| name.starts_with(**bare))?;
    // `&copy=1` and `&amplifier` are no references.
    (bare.len() == count && body.get(count) != Some(&b'=')).then(|| find(bare).map(|c| (c, count + 1)))?
}

/// The character of a code point; what Windows-1252 has at 0x80 to 0x9F, as browsers do.
fn numeric(code: u32) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match code {
        0 => '\u{fffd}',
        0x80..=0x9f => WINDOWS[code as usize - 0x80],
        _ => char::from_u32(code).unwrap_or('\u{fffd}'),
    }
}

/// The text with its references decoded.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (c, length) = decode(&rest[at..]).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded() {
        assert_eq!(
            decoded("a &amp; b &#8217;&#x2019;&eacute;&#146; &nosuch; &amp c &copy=1 &"),
            "a & b ’’é’ &nosuch; & c &copy=1 &"
        );
        assert_eq!(decoded("&#99999999999;&#0;&#;&#x;"), "\u{fffd}\u{fffd}&#;&#x;");
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(NAMES.is_sorted_by_key(|row| row.0));
        assert!(NAMES.len() > 300);
    }
}
