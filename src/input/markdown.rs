//! Markdown: the blocks of CommonMark that articles use, with the inline marks taken out.

use super::html::decode;
use super::writer::Writer;
use super::{Metadata, dates};
use crate::document::BlockKind;

/// The lines between two `---` at the top, and where the text begins behind them.
pub(super) fn front_matter(source: &str) -> Option<(&str, usize)> {
    /// Longer than any front matter.
    const LONGEST: usize = 20_000;
    let head = source.strip_prefix('\u{feff}').unwrap_or(source);
    let body = head.strip_prefix("---\n").or_else(|| head.strip_prefix("---\r\n"))?;
    let start = source.len() - body.len();
    let mut at = 0;
    let mut fields = 0;
    for line in body.split_inclusive('\n') {
        if at > LONGEST {
            return None;
        }
        if matches!(line.trim_end(), "---" | "...") {
            return (fields > 0).then_some((&source[start..start + at], start + at + line.len()));
        }
        fields += usize::from(line.split_once(':').is_some_and(|(name, _)| !name.contains(' ')));
        at += line.len();
    }
    None
}

/// Writes the blocks of `source` and gives what its front matter says.
pub(super) fn write(source: &str, out: &mut Writer) -> Metadata {
    let mut metadata = Metadata::default();
    let mut at = 0;
    if let Some((fields, end)) = front_matter(source) {
        metadata = read_fields(fields);
        at = end;
    }
    let mut state = State { out, source, open: None, titled: metadata.title.is_some(), headings: 0, row: false };
    let mut fence: Option<&str> = None;
    while at < source.len() {
        let length = source[at..].find('\n').map_or(source.len() - at, |n| n + 1);
        let line = source[at..at + length].trim_end();
        let words = line.trim_start();
        let mark = if words.starts_with("```") { "```" } else { "~~~" };
        if let Some(open) = fence {
            if words.starts_with(open) {
                fence = None;
            } else {
                state.verbatim(words, at + line.len() - words.len());
            }
        } else if words.starts_with(mark) {
            state.end();
            fence = Some(mark);
        } else {
            state.line(line, at);
        }
        at += length;
    }
    state.end();
    metadata
}

fn read_fields(fields: &str) -> Metadata {
    let mut metadata = Metadata::default();
    for line in fields.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'', '[', ']']).trim();
        if value.is_empty() {
            continue;
        }
        let slot = match name.trim().to_ascii_lowercase().as_str() {
            "title" | "headline" => &mut metadata.title,
            "author" | "authors" | "byline" => &mut metadata.byline,
            "date" | "published" | "pubdate" | "publishdate" | "publish_date" | "datepublished" => {
                metadata.published = metadata.published.or_else(|| dates::iso(value));
                continue;
            }
            _ => continue,
        };
        slot.get_or_insert_with(|| value.to_string());
    }
    metadata
}

struct State<'a, 'o> {
    out: &'o mut Writer,
    source: &'a str,
    /// The paragraph, item or quotation that may go on: its kind, and its bytes of the source.
    open: Option<(BlockKind, usize, usize)>,
    /// True once the headline has been seen.
    titled: bool,
    headings: usize,
    /// True behind a row of a table.
    row: bool,
}

impl State<'_, '_> {
    fn line(&mut self, line: &str, at: usize) {
        let words = line.trim_start();
        let place = at + line.len() - words.len();
        if words.is_empty() {
            return self.end();
        }
        let hashes = words.bytes().take_while(|b| *b == b'#').count();
        if (1..=6).contains(&hashes) && words[hashes..].starts_with([' ', '\t']) {
            self.end();
            let text = words[hashes..].trim_start();
            let start = place + words.len() - text.len();
            let text = without_attributes(text.trim_end_matches('#').trim_end());
            return self.heading(hashes as u8, start, start + text.len());
        }
        if let (Some((BlockKind::Paragraph, start, end)), Some(level)) = (self.open, underline(words)) {
            self.open = None;
            return self.heading(level, start, end);
        }
        if is_rule(words) || is_definition(words) || is_table_rule(words) {
            // Above the line of a table stand the names of its columns.
            if is_table_rule(words)
                && std::mem::take(&mut self.row)
                && let Some(head) = self.out.blocks.last_mut()
            {
                head.kind = BlockKind::Caption;
            }
            return self.end();
        }
        self.row = false;
        if let Some(quoted) = words.strip_prefix('>') {
            let text = quoted.trim_start().trim_start_matches('>').trim_start();
            let start = place + words.len() - text.len();
            if text.is_empty() {
                return self.end();
            }
            return match self.open {
                // The mark of the next line stands between: what is open is written first.
                Some((BlockKind::Quote, from, to)) => {
                    self.inline(from, to);
                    self.out.space(to);
                    self.open = Some((BlockKind::Quote, start, start + text.len()));
                }
                _ => self.begin(BlockKind::Quote, start, start + text.len()),
            };
        }
        if let Some(skip) = item(words) {
            // A box to tick (`- [x] Plan`) is part of the mark.
            let ticked = ["[ ] ", "[x] ", "[X] "].iter().any(|tick| skip > 0 && words[skip..].starts_with(tick));
            let skip = if ticked { skip + 4 } else { skip };
            return self.begin(BlockKind::ListItem, place + skip, place + words.len());
        }
        if words.starts_with('|') {
            self.begin(BlockKind::Paragraph, place, place + words.trim_end_matches(['|', ' ']).len());
            self.row = words.contains(char::is_alphanumeric);
            return self.end();
        }
        match &mut self.open {
            Some((kind, start, end)) if *kind != BlockKind::Quote && !both_long(*end - *start, words.len()) => {
                *end = place + words.len();
            }
            _ => self.begin(BlockKind::Paragraph, place, place + words.len()),
        }
    }

    fn begin(&mut self, kind: BlockKind, start: usize, end: usize) {
        self.end();
        self.open = Some((kind, start, end));
    }

    fn end(&mut self) {
        if let Some((kind, start, end)) = self.open.take() {
            self.inline(start, end);
            self.out.end(kind);
        }
    }

    fn heading(&mut self, level: u8, start: usize, end: usize) {
        self.inline(start, end);
        let title = level == 1 && self.headings == 0 && !self.titled;
        self.headings += 1;
        self.titled |= title;
        self.out.end(if title { BlockKind::Title } else { BlockKind::Heading(level) });
    }

    /// A line of code.
    fn verbatim(&mut self, words: &str, at: usize) {
        self.out.words(words, at);
        self.out.end(BlockKind::Paragraph);
    }

    /// Writes `source[start..end]` without its inline marks.
    fn inline(&mut self, start: usize, end: usize) {
        /// Longest label of a link, address or tag that is looked for.
        const REACH: usize = 2000;
        let text = &self.source[start..end];
        let bytes = text.as_bytes();
        let within = |from: usize, wanted: u8| {
            let stop = bytes.len().min(from + REACH);
            bytes[from.min(stop)..stop].iter().position(|b| *b == wanted).map(|n| from + n)
        };
        let space_at = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii_whitespace);
        let mut at = 0;
        let mut plain = 0;
        // Where the words of an open link end and its address begins.
        let mut links: Vec<(usize, usize)> = Vec::new();
        while at < bytes.len() {
            if links.last().is_some_and(|link| link.0 == at) {
                self.out.words(&text[plain..at], start + plain);
                at = links.pop().map_or(at, |link| link.1);
                plain = at;
                continue;
            }
            let skip = match bytes[at] {
                b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                    self.out.words(&text[plain..at], start + plain);
                    plain = at + 1;
                    at += 2;
                    continue;
                }
                b'*' | b'`' | b'~' => {
                    let length = bytes[at..].iter().take_while(|b| **b == bytes[at]).count();
                    let loose = space_at(at.checked_sub(1)) && space_at(Some(at + length));
                    if loose || bytes[at] == b'~' && length != 2 { 0 } else { length }
                }
                b'_' => {
                    let length = bytes[at..].iter().take_while(|b| **b == b'_').count();
                    let letter = |at: Option<usize>| {
                        at.and_then(|at| bytes.get(at)).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80)
                    };
                    let inside = letter(at.checked_sub(1)) && letter(Some(at + length));
                    if inside { 0 } else { length }
                }
                b'!' if bytes.get(at + 1) == Some(&b'[') => match link_end(&within, bytes, at + 1) {
                    Some((_, end)) => end - at,
                    None => 0,
                },
                b'[' if bytes.get(at + 1) == Some(&b'^') => within(at, b']').map_or(0, |end| end + 1 - at),
                b'[' => match link_end(&within, bytes, at) {
                    Some(link) => {
                        links.push(link);
                        1
                    }
                    None => 0,
                },
                b'<' => match within(at, b'>') {
                    Some(end) if text[at + 1..].starts_with("http") || text[at + 1..end].contains('@') => {
                        links.push((end, end + 1));
                        1
                    }
                    Some(end)
                        if bytes.get(at + 1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!')) =>
                    {
                        end + 1 - at
                    }
                    _ => 0,
                },
                b'&' => match decode(&text[at..]) {
                    Some((c, length)) => {
                        self.out.words(&text[plain..at], start + plain);
                        self.out.char(c, start + at);
                        at += length;
                        plain = at;
                        continue;
                    }
                    None => 0,
                },
                b'|' if at == 0 => 1,
                _ => 0,
            };
            if skip == 0 {
                at += 1;
            } else {
                self.out.words(&text[plain..at], start + plain);
                at += skip;
                plain = at;
            }
        }
        self.out.words(&text[plain..], start + plain);
    }
}

/// For a link that opens at `at`: where its words end, and where the whole ends.
fn link_end(within: &impl Fn(usize, u8) -> Option<usize>, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut words = within(at, b']')?;
    // `[![picture](address)](address)` and `[words [with] brackets](address)`.
    let mut tries = 0;
    while !matches!(bytes.get(words + 1), Some(b'(' | b'[')) && tries < 3 {
        words = within(words + 1, b']')?;
        tries += 1;
    }
    let end = match bytes.get(words + 1)? {
        b'(' => within(words + 1, b')')?,
        b'[' => within(words + 2, b']')?,
        _ => return None,
    };
    Some((words, end + 1))
}

/// A heading's words without the name it is linked by: `Costs {#costs}`.
fn without_attributes(words: &str) -> &str {
    let open = words.strip_suffix('}').and_then(|words| words.rfind(" {"));
    open.filter(|at| matches!(words.as_bytes().get(at + 2), Some(b'#' | b'.')))
        .map_or(words, |at| words[..at].trim_end())
}

/// 1 for a line of `=`, 2 for a line of `-`.
fn underline(words: &str) -> Option<u8> {
    let all = |sign: u8| words.len() >= 2 && words.bytes().all(|b| b == sign);
    if all(b'=') {
        Some(1)
    } else if all(b'-') {
        Some(2)
    } else {
        None
    }
}

/// `---`, `* * *`, `___`
fn is_rule(words: &str) -> bool {
    let first = words.as_bytes()[0];
    matches!(first, b'-' | b'*' | b'_')
        && words.bytes().all(|b| b == first || b == b' ')
        && words.bytes().filter(|b| *b == first).count() >= 3
}

/// `[name]: address`
fn is_definition(words: &str) -> bool {
    words.starts_with('[')
        && words.split_once("]:").is_some_and(|(name, rest)| !name.contains(' ') && rest.starts_with(' '))
}

/// `|---|---|`
fn is_table_rule(words: &str) -> bool {
    words.contains('|') && words.contains("--") && words.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

/// Length of the marker of a list item (`- `, `* `, `+ `); numbers are part of the words and have none.
fn item(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    if matches!(bytes[0], b'-' | b'*' | b'+') && bytes.get(1) == Some(&b' ') {
        return Some(2);
    }
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let numbered = (1..=9).contains(&digits)
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && bytes.get(digits + 1) == Some(&b' ');
    numbered.then_some(0)
}

/// Two long lines are two paragraphs, although Markdown would make them one: nobody wraps so wide.
const fn both_long(open: usize, next: usize) -> bool {
    const WIDE: usize = 160;
    open > WIDE && next > WIDE
}
