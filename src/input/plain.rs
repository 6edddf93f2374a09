//! Plain text: lines into paragraphs, list items and quoted blocks.
//!
//! A line is a paragraph of its own unless the text is hard-wrapped; then lines are joined as they were before some
//! mailer or PDF broke them, words that were hyphenated at a line's end are made whole, and page numbers and running
//! heads between them are left out.

use super::writer::Writer;
use crate::document::{BlockKind, HashMap, HashSet, sort_by_key};

/// A line that holds something.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    /// Without indent, quote signs, [`Marker::Bullet`] and trailing blanks.
    words: &'a str,
    /// Where `words` begins in the source.
    place: usize,
    /// Blank columns in front.
    indent: u32,
    /// Characters from the first to the last.
    width: u32,
    /// True where an empty line, or the text's beginning, stands before.
    gap: bool,
    quoted: bool,
    /// Below the `--` that ends a mail.
    signed: bool,
    marker: Marker,
}

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    None,
    /// A sign that only lists use (`•`); it is not part of the words.
    Bullet,
    /// `-`, `–` or `*`, which may also open speech.
    Dash,
    /// `3.` or `3)`, `C.` or `C)` as 103; part of the words.
    Number(u32),
}

/// Writes the blocks of `source`.
pub(super) fn write(source: &str, out: &mut Writer) {
    let mut lines = lines(source);
    let quotes = lines.iter().filter(|line| line.quoted).count();
    let mostly_quoted = quotes * 5 > lines.len() * 4;
    let width = wrap_width(&lines);
    if width.is_some() {
        drop_page_furniture(&mut lines);
    }
    let head = mail_head(&lines);
    for line in &lines[..head] {
        let (field, value) = line.words.split_once(':').unwrap_or(("", line.words));
        let value = value.trim_start();
        let (words, kind) = match field.to_ascii_lowercase().as_str() {
            "subject" => (value, BlockKind::Title),
            "date" | "sent" => (value, BlockKind::DateLine),
            _ => (line.words, BlockKind::Furniture),
        };
        out.words(words, line.place + (line.words.len() - words.len()));
        out.end(kind);
    }
    let known = if width.is_some() { hyphen_words(&lines) } else { HashSet::default() };
    let mut at = head;
    while at < lines.len() {
        let kind = kind_of(&lines, at, mostly_quoted, width.is_some());
        let mut line = lines[at];
        if kind == BlockKind::ListItem && line.marker == Marker::Dash {
            let words = line.words.trim_start_matches(['-', '–', '*']).trim_start();
            line.place += line.words.len() - words.len();
            line.words = words;
        }
        if let Some((label, text)) = debris(line.words).filter(|_| kind == BlockKind::Paragraph) {
            out.words(&line.words[..label], line.place);
            out.end(BlockKind::Furniture);
            line.place += text;
            line.words = &line.words[text..];
        }
        words(line, out);
        at += 1;
        while width.is_some_and(|width| at < lines.len() && continues(&lines, at, width, mostly_quoted)) {
            join(lines[at], &known, out);
            at += 1;
        }
        out.end(kind);
    }
}

/// Words under a picture or of an agency that ran into the text behind them, as copying leaves them (`Ardle Hall]] The mill
/// opened`, `Ardle NewsThe mill opened`): where they end and where the text begins.
fn debris(words: &str) -> Option<(usize, usize)> {
    const NEAR: usize = 100;
    let head = &words.as_bytes()[..words.len().min(NEAR)];
    if let Some(label) = head.windows(2).position(|pair| pair == b"]]") {
        let text = label + 2 + words[label + 2..].bytes().take_while(|b| *b == b' ').count();
        return (!words[..label].contains('[') && text < words.len()).then_some((label, text));
    }
    let at = head.windows(5).position(|w| w[0].is_ascii_lowercase() && &w[1..] == b"The ")? + 1;
    let named = words[..at].split(' ').all(|word| word.starts_with(char::is_uppercase));
    (named && words[at + 4..].starts_with(char::is_lowercase)).then_some((at, at))
}

/// Writes the words of a line without what a link left twice: `in Ardle, Norland, Ardle, Norland on Monday`.
fn words(line: Line, out: &mut Writer) {
    let (mut from, mut at) = (0, 0);
    while let Some(comma) = line.words[at..].find(", ").map(|n| at + n) {
        at = comma + 2;
        let mut parts = line.words[at..].splitn(3, ", ");
        let (Some(land), Some(again), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { break };
        let named = land.starts_with(char::is_uppercase) && again.starts_with(char::is_uppercase);
        let before =
            line.words[from..comma].strip_suffix(again).filter(|b| named && !b.ends_with(char::is_alphanumeric));
        // Not `…, London Borough of Ardle`.
        let goes_on =
            |rest: &str| rest.trim_start().starts_with(char::is_uppercase) || rest.starts_with(char::is_alphanumeric);
        let behind = rest.strip_prefix(land).filter(|rest| before.is_some() && !goes_on(rest));
        if let Some(behind) = behind {
            out.words(&line.words[from..at + land.len()], line.place + from);
            (from, at) = (line.words.len() - behind.len(), line.words.len() - behind.len());
        }
    }
    out.words(&line.words[from..], line.place + from);
}

/// The lines of `source` that hold something.
fn lines(source: &str) -> Vec<Line<'_>> {
    let mut out = Vec::new();
    let mut gap = true;
    let mut signature = None;
    let mut at = 0;
    while at < source.len() {
        let (length, step) = line_length(&source.as_bytes()[at..]);
        match read_line(&source[at..at + length], at, gap) {
            Some(line) => {
                out.push(line);
                gap = false;
            }
            None => {
                gap = true;
                if source[at..at + length].trim_end() == "--" {
                    signature = Some(out.len());
                }
            }
        }
        // A form feed parts paragraphs no more than any line break: pages end in mid-sentence.
        at += step;
    }
    // More lines than a signature has, and the dashes were an ornament.
    const SIGNATURE: usize = 8;
    if let Some(first) = signature.filter(|first| *first > 0 && out.len() - first <= SIGNATURE) {
        out[first..].iter_mut().for_each(|line| line.signed = true);
    }
    out
}

/// Number of lines in the head of a mail (`From:`, `Subject:`, …) at the top, 0 where there is none.
fn mail_head(lines: &[Line]) -> usize {
    const FIELDS: &[&str] = &["from", "to", "cc", "bcc", "subject", "date", "sent", "reply-to"];
    let field = |line: &Line| {
        let name = line.words.split_once(':').map_or("", |n| n.0);
        name.len() <= 8 && FIELDS.contains(&name.to_ascii_lowercase().as_str())
    };
    let count = lines.iter().take(12).take_while(|line| field(line)).count();
    if count >= 2 { count } else { 0 }
}

/// Length of the first line, without and with what ends it.
fn line_length(bytes: &[u8]) -> (usize, usize) {
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => return (at, at + 2),
            b'\n' | b'\r' | 0x0b | 0x0c => return (at, at + 1),
            // NEL, line separator, paragraph separator.
            0xc2 if bytes.get(at + 1) == Some(&0x85) => return (at, at + 2),
            0xe2 if bytes[at..].starts_with(&[0xe2, 0x80, 0xa8]) || bytes[at..].starts_with(&[0xe2, 0x80, 0xa9]) => {
                return (at, at + 3);
            }
            _ => at += 1,
        }
    }
    (at, at)
}

fn read_line(line: &str, place: usize, gap: bool) -> Option<Line<'_>> {
    let mut words = line.trim_start();
    let mut quoted = false;
    let indent = (line.len() - words.len()) as u32;
    while let Some(rest) = words.strip_prefix('>') {
        quoted = true;
        words = rest.trim_start();
    }
    // `:Ann Lee: Yes`: indented as wikis do it, what somebody answers.
    let spoken = words.trim_start_matches(':');
    if spoken.len() < words.len() && spoken.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“')) {
        (quoted, words) = (true, spoken);
    }
    words = words.trim_end();
    // The link that encyclopedias put behind their headings.
    for edit in ["[edit]", "[edit source]", "[ edit ]"] {
        words = words.strip_suffix(edit).map_or(words, str::trim_end);
    }
    if !words.chars().any(|c| c.is_alphanumeric()) {
        // Rules and ornaments (`-----`, `* * *`) part blocks and say nothing; other signs are kept.
        if words.chars().all(|c| matches!(c, '-' | '_' | '*' | '=' | '~' | '#' | '·' | '•' | ' ' | '—' | '–')) {
            return None;
        }
    }
    let width = if words.len() > 400 { words.len() } else { words.chars().count() } as u32;
    let (marker, skip) = marker(words);
    let words_at = place + (words.as_ptr() as usize - line.as_ptr() as usize) + skip;
    Some(Line { words: &words[skip..], place: words_at, indent, width, gap, quoted, signed: false, marker })
}

/// The list marker at the start of a line, and how many bytes of it are no words.
fn marker(words: &str) -> (Marker, usize) {
    let mut chars = words.chars();
    let Some(first) = chars.next() else { return (Marker::None, 0) };
    let rest = chars.as_str();
    let blank = rest.len() - rest.trim_start().len();
    let skip = first.len_utf8() + blank;
    match first {
        '•' | '‣' | '▪' | '●' | '○' | '◦' | '■' | '□' | '◆' | '➢' | '\u{f0b7}' if rest.len() > blank => {
            (Marker::Bullet, skip)
        }
        '-' | '–' | '*' | '—' if blank > 0 && rest.len() > blank => (Marker::Dash, 0),
        'A'..='Z' | 'a'..='h' if rest.starts_with(". ") || rest.starts_with(") ") => {
            (Marker::Number(101 + (first.to_ascii_uppercase() as u32 - 'A' as u32)), 0)
        }
        '0'..='9' => {
            let digits = words.bytes().take_while(u8::is_ascii_digit).count();
            let tail = &words[digits..];
            match words[..digits].parse() {
                Ok(number) if digits <= 2 && (tail.starts_with(". ") || tail.starts_with(") ")) => {
                    (Marker::Number(number), 0)
                }
                _ => (Marker::None, 0),
            }
        }
        _ => (Marker::None, 0),
    }
}

/// The block a line begins.
fn kind_of(lines: &[Line], at: usize, mostly_quoted: bool, wrapped: bool) -> BlockKind {
    let line = lines[at];
    if is_item(lines, at, wrapped) {
        BlockKind::ListItem
    } else if line.signed {
        BlockKind::Furniture
    } else if line.quoted && !mostly_quoted {
        BlockKind::Quote
    } else {
        BlockKind::Paragraph
    }
}

/// True when the line begins a list item: its marker is one that only lists use, or a neighbour has the fitting one.
fn is_item(lines: &[Line], at: usize, wrapped: bool) -> bool {
    // How far a neighbouring item may be: an item of a wrapped list takes a few lines.
    let reach = if wrapped { 6 } else { 1 };
    let near = |wanted: Marker| {
        let low = at.saturating_sub(reach);
        let high = (at + 1 + reach).min(lines.len());
        lines[low..at].iter().chain(&lines[at + 1..high]).any(|l| l.marker == wanted)
    };
    match lines[at].marker {
        Marker::None => false,
        Marker::Bullet => true,
        // Speech also begins with a dash, but is seldom spoken line on line.
        Marker::Dash => near(Marker::Dash) && !lines[at].words.starts_with('—'),
        Marker::Number(n) => near(Marker::Number(n + 1)) || n > 0 && near(Marker::Number(n - 1)),
    }
}

/// The width at which the text was wrapped, if it was: a good part of the lines that have a next line go on in it in
/// lower case.
fn wrap_width(lines: &[Line]) -> Option<u32> {
    const WIDEST: u32 = 160;
    let mut widths = Vec::new();
    let mut running = 0_usize;
    let mut pairs = 0_usize;
    for pair in lines.windows(2) {
        if pair[1].gap || pair[1].marker == Marker::Bullet || pair[0].quoted != pair[1].quoted {
            continue;
        }
        pairs += 1;
        running += usize::from(pair[1].words.starts_with(char::is_lowercase) && pair[0].width <= WIDEST);
        if pair[0].width <= WIDEST {
            widths.push(pair[0].width);
        }
    }
    if widths.is_empty() || running * 4 < pairs {
        return None;
    }
    sort_by_key(&mut widths, |width| *width as u64);
    Some(widths[(widths.len() * 95 / 100).min(widths.len() - 1)])
}

/// True when line `at` goes on with the paragraph of the line before it.
fn continues(lines: &[Line], at: usize, width: u32, mostly_quoted: bool) -> bool {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let lower = line.words.starts_with(char::is_lowercase);
    if line.gap || line.signed || (before.quoted != line.quoted && !mostly_quoted) || is_item(lines, at, true) {
        return false;
    }
    if before.words.ends_with('-') && before.words.len() > 1 {
        return true;
    }
    if is_shouted(before.words) && is_shouted(line.words) {
        // A headline in capitals, broken where the column ends.
        return true;
    }
    if line.indent > before.indent + 1 && !lower && before.marker == Marker::None {
        return false;
    }
    if lower {
        return true;
    }
    let first = line.words.split(' ').next().map_or(0, |w| w.chars().count() as u32);
    let fits = before.width + 1 + first <= width;
    let stopped = ends_sentence(before.words);
    // A wrapped line was full: the next word found no room. Proportional fonts blur that, so a line that ends no
    // sentence may be a good deal shorter.
    if stopped { !fits } else { before.width * 4 >= width * 3 }
}

/// All in capitals.
fn is_shouted(words: &str) -> bool {
    words.chars().filter(|c| c.is_uppercase()).count() >= 4 && !words.contains(char::is_lowercase)
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', ':', '…'])
}

/// Appends the next line of a paragraph.
fn join(line: Line, known: &HashSet<String>, out: &mut Writer) {
    let open = out.open_words();
    let hyphen = open.ends_with(['-', '\u{ad}', '\u{2010}'])
        && open.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
        && line.words.starts_with(char::is_alphanumeric);
    if !hyphen {
        out.space(line.place.saturating_sub(1));
    } else if line.words.starts_with(char::is_lowercase) && is_one_word(open, line.words, known) {
        out.take_back();
    }
    out.words(line.words, line.place);
}

/// True when the hyphen at the end of `open` was put in by the typesetter, so that the halves are one word.
fn is_one_word(open: &str, next: &str, known: &HashSet<String>) -> bool {
    /// First halves that are usually compounds.
    const COMPOUND: &[&str] = &[
        "all", "anti", "co", "cross", "ex", "far", "five", "four", "half", "high", "ill", "long", "low", "mid",
        "multi", "near", "non", "off", "on", "one", "post", "pre", "pro", "quasi", "self", "semi", "short", "six",
        "so", "three", "two", "ultra", "vice", "well",
    ];
    let open = &open[..open.len() - open.chars().next_back().map_or(0, char::len_utf8)];
    let head = &open[open.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + width_at(open, at))..];
    let tail = &next[..next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len())];
    let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
    if known.contains(&format!("{head}{tail}")) {
        true
    } else {
        !known.contains(&format!("{head}-{tail}")) && COMPOUND.binary_search(&head.as_str()).is_err()
    }
}

fn width_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The words of the text that could decide a hyphenation: those that begin like one of the broken words.
fn hyphen_words(lines: &[Line]) -> HashSet<String> {
    let heads: HashSet<String> = lines
        .iter()
        .filter_map(|line| line.words.strip_suffix(['-', '\u{ad}', '\u{2010}']))
        .map(|words| words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase())
        .filter(|head| !head.is_empty() && head.len() < 40)
        .collect();
    let mut known = HashSet::default();
    if heads.is_empty() {
        return known;
    }
    let lengths: HashSet<usize> = heads.iter().map(String::len).collect();
    // Every word of the text is asked: most begin with another letter.
    let mut initials = [false; 128];
    for head in heads.iter().filter(|head| head.as_bytes()[0] < 128) {
        initials[usize::from(head.as_bytes()[0])] = true;
    }
    let begins = |word: &str| {
        word.bytes().next().is_some_and(|b| initials.get(usize::from(b.to_ascii_lowercase())).is_none_or(|is| *is))
    };
    for line in lines {
        for word in line.words.split(|c: char| !c.is_alphabetic() && c != '-') {
            if begins(word) && word.len() < 80 && !word.ends_with('-') {
                let word = word.to_lowercase();
                if lengths.iter().any(|n| word.get(..*n).is_some_and(|head| heads.contains(head))) {
                    known.insert(word);
                }
            }
        }
    }
    known
}

/// Takes page numbers and running heads out of a wrapped text, and lets a sentence that they cut go on. A date beside a
/// running head is kept once.
fn drop_page_furniture(lines: &mut Vec<Line>) {
    const LONGEST: u32 = 90;
    let mut seen: HashMap<String, u32> = HashMap::default();
    for line in lines.iter().filter(|line| line.gap && line.width <= LONGEST) {
        *seen.entry(running_head(line.words)).or_default() += 1;
    }
    let all = std::mem::take(lines);
    let (mut cut, mut dated) = (false, false);
    for (at, mut line) in all.iter().copied().enumerate() {
        let alone = line.gap && all.get(at + 1).is_none_or(|next| next.gap);
        let repeated =
            line.gap && line.width <= LONGEST && seen.get(&running_head(line.words)).is_some_and(|times| *times >= 3);
        if alone && (repeated || is_page_number(line.words)) {
            let date = line.words.split(COLUMN).skip(1).map(str::trim).find(|column| holds_year(column));
            if let (Some(date), false) = (date, dated) {
                line.place += date.as_ptr() as usize - line.words.as_ptr() as usize;
                (line.words, line.width) = (date, date.chars().count() as u32);
                lines.push(line);
                dated = true;
            } else {
                cut = true;
            }
            continue;
        }
        if std::mem::take(&mut cut)
            && line.words.starts_with(char::is_lowercase)
            && lines.last().is_some_and(|before| !ends_sentence(before.words))
        {
            line.gap = false;
        }
        lines.push(line);
    }
}

/// What parts the columns of a running head.
const COLUMN: &str = "   ";

/// What comes again on every page: the first column without its digits.
fn running_head(words: &str) -> String {
    without_digits(words.split(COLUMN).next().unwrap_or(words))
}

/// `12 March 2025`
fn holds_year(words: &str) -> bool {
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    words.split(|c: char| !c.is_alphanumeric()).any(year) && words.contains(char::is_alphabetic)
}

fn without_digits(words: &str) -> String {
    words.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// `12`, `- 12 -`, `Page 3 of 12`, `3/12`.
fn is_page_number(words: &str) -> bool {
    let words = words.trim_matches(['-', '–', '—', ' ']);
    let lower = words.to_ascii_lowercase();
    let rest = lower.strip_prefix("page").unwrap_or(&lower).trim();
    let mut numbers = rest.split(" of ").flat_map(|part| part.split('/')).map(str::trim);
    rest.len() <= 12 && numbers.all(|n| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}
