//! Whatever is pasted: no panic, the document keeps its promises, and the work grows with the length and no faster.

use article_lens::document::{BlockKind, Document, TokenKind};
use article_lens::{Format, RawInput, document, input, outline};
use cpu_time::ThreadTime;

const FORMATS: [Format; 4] = [Format::Auto, Format::Text, Format::Markdown, Format::Html];

/// Reads a text in one form and checks what every stage may rely on.
fn check(text: &str, format: Format) -> Document {
    let read = input::read(&RawInput { text: text.to_string(), format, ..RawInput::default() });
    let mut doc = document::parse(&read);
    let found = outline::find(&mut doc, &read.metadata);
    let place = |span: article_lens::Span| span.start as usize..span.end as usize;

    let mut end = 0;
    for block in &doc.blocks {
        assert!(block.span.start >= end && block.span.end > block.span.start, "blocks in order, none empty: {text:?}");
        let words = doc.text.get(place(block.span)).expect("blocks begin and end between characters");
        assert_eq!(words, words.trim(), "blocks have no blanks around them");
        end = block.span.end;
    }
    let mut end = 0;
    for token in &doc.tokens {
        assert!(token.span.start >= end && token.span.end > token.span.start, "tokens in order, none empty: {text:?}");
        doc.text.get(place(token.span)).expect("tokens begin and end between characters");
        end = token.span.end;
    }
    let held: usize = doc.tokens.iter().map(|t| letters(t.span.of(&doc.text))).sum();
    assert_eq!(held, letters(&doc.text), "every letter and digit is in a token: {text:?}");
    let mut next = 0;
    for sentence in &doc.sentences {
        assert!(sentence.tokens.start == next && sentence.tokens.end > next, "sentences hold all tokens in order");
        assert!(doc.blocks[sentence.block as usize].span.contains(sentence.span), "no sentence crosses a block");
        next = sentence.tokens.end;
    }
    assert_eq!(next as usize, doc.tokens.len(), "no token is outside the sentences");

    let mut before = 0;
    for place in 0..=doc.text.len() as u32 {
        let there = read.source.to_source(place);
        assert!(there >= before, "places in the source rise: {text:?}");
        assert!(there as usize <= text.len(), "places are in the source: {text:?}");
        before = there;
    }
    if format == Format::Text {
        for token in doc.tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.of(&doc.text).is_ascii()) {
            let start = read.source.to_source(token.span.start) as usize;
            let last = read.source.to_source(token.span.end - 1) as usize;
            if let Some(words) = text.get(start..=last) {
                let is: String = words.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
                let shown: String = token.span.of(&doc.text).chars().filter(|c| c.is_ascii_alphanumeric()).collect();
                // A ligature in the source stands for letters that are not in it.
                assert!(is == shown || words.chars().any(|c| ('ﬀ'..='ﬆ').contains(&c)), "{is:?} {shown:?} in {text:?}");
            }
        }
    }
    let mut last = 0;
    for section in &found.sections {
        assert!(section.span.start >= last && section.extent.contains(section.span), "sections in order: {text:?}");
        assert!(section.extent.end as usize <= doc.text.len() && section.level >= 1);
        doc.text.get(place(section.span)).expect("sections begin and end between characters");
        last = section.span.start;
    }
    doc
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// A small generator (xorshift), so that the cases are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// Pieces that texts are thrown together from: words, marks of every form, and what has broken readers before.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "word", "Word", "WORD", "the", "U.S.", "Jan.", "No.", "J.", "don’t", "don't", "cannot", "n't", "’s", "'s", "can’t", "1,000.5", "3.", "21st", "5pm",
    " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\u{c}", "\u{85}", "\u{2028}", "\u{a0}", "\u{ad}", "\u{200b}", "\u{200d}", "\u{202e}", "\u{feff}", "\0",
    ".", "!", "?", "…", ",", ":", ";", "-", "–", "—", "\"", "“", "”", "‘", "’", "(", ")", "[", "]", "•", "* ", "- ", "> ", "# ", "## ", "---\n", "===\n", "```\n", "|",
    "**", "_", "`", "~~", "[a](b)", "![a](b)", "[^1]", "[a]: b\n", "\\", "&", "&amp;", "&#8217;", "&#x;", "&nosuch", "<", ">", "</", "<p>", "</p>", "<div>", "</div>", "<b>",
    "</b>", "<a href='", "<a href=\"x\">", "</a>", "<br>", "<li>", "<ul>", "</ul>", "<h1>", "</h1>", "<h2 class=\"title\">", "</h2>", "<table>", "<tr>", "<td>", "</table>",
    "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<title>", "</title>", "<blockquote>", "<figcaption>", "<pre>", "<time datetime=\"2024-05-03\">",
    "<meta property=\"og:title\" content=\"x\">", "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"x\"}</script>", "By Jane Doe\n", "3 May 2024\n", "Read more: x\n",
    "é", "e\u{301}", "ß", "İ", "ŉ", "ﬁ", "ﬃ", "中文。", "日本", "한국어", "مرحبا", "שלום", "हिन्दी", "👨\u{200d}👩\u{200d}👧", "🇩🇪", "🎉", "𝔘𝔫𝔦", "²", "½", "٣", "Ⅳ", "\u{300}", "\u{fffd}",
    "www.example.org/a?b=c", "a@b.example", "From: x\n", "Subject: y\n", "-- \n", "infor-\nmation", "Page 2 of 3\n", "1. One\n2. Two\n",
];

#[test]
fn anything_in_any_form_keeps_the_promises() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for round in 0..3000 {
        let text: String = (0..dice.below(40) + 1).map(|_| PIECES[dice.below(PIECES.len())]).collect();
        check(&text, FORMATS[round % FORMATS.len()]);
    }
}

#[test]
fn pages_cut_anywhere_keep_the_promises() {
    let page = include_str!("rules/input_html.txt");
    for end in (0..page.len()).step_by(7).filter(|end| page.is_char_boundary(*end)) {
        check(&page[..end], Format::Html);
        check(&page[end..], FORMATS[end % FORMATS.len()]);
    }
}

/// The time for one reading: the least of several, as the others were disturbed.
fn time(text: &str, format: Format) -> f64 {
    let raw = RawInput { text: text.to_string(), format, ..RawInput::default() };
    let once = || {
        let start = ThreadTime::now();
        let read = input::read(&raw);
        let mut doc = document::parse(&read);
        outline::find(&mut doc, &read.metadata);
        start.elapsed().as_secs_f64()
    };
    // The processor's time, not the clock's: other programs do not count.
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// Sixteen times the length takes about sixteen times as long; what is quadratic takes 256 times as long.
#[test]
fn work_grows_with_the_length() {
    const TIMES: usize = 16;
    const MOST: f64 = 90.0;
    use Format::{Html, Markdown, Text};
    #[rustfmt::skip]
    let cases: [(&str, &str, usize, Format); 36] = [
        ("open tags", "<div>", 6_000, Html),
        ("open inline tags", "<b><i>", 6_000, Html),
        ("open links", "<a href=x>", 6_000, Html),
        ("tags that fit nothing", "<div></p></span></td>", 3_000, Html),
        ("tags without end", "<a b='", 6_000, Html),
        ("unclosed values", "<a b=\"x>", 6_000, Html),
        ("unclosed comments", "<!-- <p>", 6_000, Html),
        ("unclosed scripts", "<script>a</b", 6_000, Html),
        ("references", "&amp;&#39;&nosuch &", 3_000, Html),
        ("nested lists", "<ul><li>a", 3_000, Html),
        ("nested tables", "<table><tr><td>a", 1_500, Html),
        ("nested quotes", "<blockquote>a", 3_000, Html),
        ("headings", "<h2>Head</h2><p>Some words, and more.</p>", 1_500, Html),
        ("tiny blocks of HTML", "<p>a</p>", 6_000, Html),
        ("times", "<title>a</title><time datetime=2024-05-03>", 3_000, Html),
        ("bylines", "<title>a</title><p class=byline>log in</p>", 2_000, Html),
        ("captions", "<p class=caption>a", 4_000, Html),
        ("stories in JSON", "<script type=ld+json>{\"articleBody\":\"a\\u00e9", 2_000, Html),
        ("links to other stories", "Related:\nTown that moved\n", 3_000, Text),
        ("tables of contents", "Contents\n1 The wall\n2 The sea\n", 2_000, Text),
        ("words in capitals", "THE WALL\nthe wall was\n", 3_000, Text),
        ("one long line", "The council met, and it rained. ", 4_000, Text),
        ("one long word", "word", 20_000, Text),
        ("stops", ".", 20_000, Text),
        ("stops and blanks", ". ", 20_000, Text),
        ("quotes", "\"", 20_000, Text),
        ("initials", "A.", 20_000, Text),
        ("tiny lines", "a\n", 10_000, Text),
        ("short lines", "The Road\n\n", 4_000, Text),
        ("lines of names", "The Road\nThe road was long, and it rained on The Road.\n", 2_000, Text),
        ("numbers of lists", "1. a\n", 6_000, Text),
        ("hyphens at ends", "the infor-\nmation was in the ", 3_000, Text),
        ("soft hyphens", "a\u{ad}", 20_000, Text),
        ("brackets", "[", 10_000, Markdown),
        ("links", "[a](", 10_000, Markdown),
        ("stars", "**a _b", 10_000, Markdown),
    ];
    let mut wrong = Vec::new();
    for (name, piece, count, format) in cases {
        let (small, large) = (piece.repeat(count), piece.repeat(count * TIMES));
        // A disturbed machine may spoil a measurement; what is quadratic is so every time.
        if !(0..4).any(|_| time(&large, format) < MOST * time(&small, format).max(1e-4)) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "more than linear: {wrong:?}");
}

#[test]
fn huge_inputs_come_through() {
    let line = "The council of Ardle met on Monday, and it rained. ".repeat(100_000);
    assert!(line.len() > 5_000_000);
    let doc = document::parse(&input::read(&RawInput::text(line)));
    assert_eq!(doc.sentences.len(), 100_000);
    let deep = "<div>".repeat(100_000) + "The council met.";
    let read = input::read(&RawInput { text: deep, format: Format::Html, ..RawInput::default() });
    assert_eq!(read.text, "The council met.");
    let blocks = "<p>It rained.</p>".repeat(100_000);
    let read = input::read(&RawInput { text: blocks, format: Format::Html, ..RawInput::default() });
    assert_eq!(read.blocks.len(), 100_000);
    assert!(read.blocks.iter().all(|b| b.kind == BlockKind::Paragraph));
}
