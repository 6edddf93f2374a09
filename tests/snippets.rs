//! Short texts with what must be found in them: tests/articles/snippets.txt says how.

#[path = "articles/expected.rs"]
#[allow(dead_code)]
mod expected;

use article_lens::{RawInput, analyze};
use expected::{Line, compare, parse, reason};
use std::fmt::Write as _;

/// A text and what must be found in it.
struct Snippet {
    raw: RawInput,
    lines: Vec<Line>,
}

/// The section a line of the file stands for.
const SECTIONS: [(&str, &str); 6] = [
    ("head ", ""),
    ("chip ", "chips"),
    ("heading ", "outline"),
    ("event ", "timeline"),
    ("date ", "dates"),
    ("not ", "not"),
];

/// The snippet in a paragraph of the file, where there is one.
fn read(paragraph: &str) -> Option<Snippet> {
    let (first, rest) = paragraph.split_once('\n').unwrap_or((paragraph, ""));
    let (given, text) = first.split_once(" > ")?;
    let mut raw = RawInput::text(text);
    raw.published = (given != "none").then(|| given.into());
    let lines = rest.lines().map(|line| {
        let (mark, bare) = line.strip_prefix("~ ").map_or(("", line), |bare| ("~ ", bare));
        let (word, section) = SECTIONS
            .iter()
            .find(|(word, _)| bare.starts_with(word))
            .unwrap_or_else(|| panic!("{line:?} begins with none of {SECTIONS:?}"));
        let heading = if section.is_empty() { String::new() } else { format!("## {section}\n") };
        parse(&format!("{heading}{mark}{}", &bare[word.len()..])).pop().expect("a line")
    });
    Some(Snippet { raw, lines: lines.collect() })
}

/// The paragraph again, its lines marked as the verdict says.
fn marked(paragraph: &str, wrong: &[Option<String>], lines: &[Line]) -> String {
    let mut out = paragraph.lines().next().unwrap_or_default().to_owned() + "\n";
    for ((line, parsed), wrong) in paragraph.lines().skip(1).zip(lines).zip(wrong) {
        let bare = line.trim_start_matches("~ ");
        let bare = if parsed.is_known() { bare.rsplit_once("  # ").map_or(bare, |(bare, _)| bare) } else { bare };
        let _ = match wrong {
            Some(got) => writeln!(out, "~ {bare}  # {}", reason(parsed, got)),
            None => writeln!(out, "{bare}"),
        };
    }
    out.trim_end().to_owned()
}

#[test]
fn every_short_text_gives_what_it_must() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles/snippets.txt");
    let file = std::fs::read_to_string(path).expect("snippets.txt");
    let (mut report, mut right, mut known, mut wrong) = (String::new(), 0, 0, 0);
    let mut paragraphs = Vec::new();
    for paragraph in file.trim_end().split("\n\n") {
        let Some(snippet) = read(paragraph) else {
            assert!(paragraph.lines().all(|l| l.starts_with('#')), "not understood: {paragraph}");
            paragraphs.push(paragraph.to_owned());
            continue;
        };
        let verdict = compare(&snippet.lines, &analyze(&snippet.raw));
        paragraphs.push(marked(paragraph, &verdict.lines, &snippet.lines));
        for (line, got) in snippet.lines.iter().zip(&verdict.lines) {
            let complaint = match (line.is_known(), got) {
                (false, None) => {
                    right += 1;
                    continue;
                }
                (true, Some(_)) => {
                    known += 1;
                    continue;
                }
                (false, Some(got)) => format!("got {got}"),
                (true, None) => "has come right: take its ~ away".into(),
            };
            wrong += 1;
            let _ = writeln!(report, "  {}\n    {}\n      {complaint}", snippet.raw.text, line.show());
        }
    }
    println!("{right} lines right, {known} known to be wrong, {wrong} unexpected\n{report}");
    if std::env::var_os("MARK_KNOWN").is_some() {
        std::fs::write(path, paragraphs.join("\n\n") + "\n").expect("written");
    } else {
        assert!(wrong == 0, "\n{report}\nMARK_KNOWN=1 marks what is known to be wrong.");
    }
}

#[test]
fn a_paragraph_is_marked_and_unmarked() {
    let paragraph = "none > It rained.\nchip person | Nobody\n~ not chip Rain  # odd";
    let lines = read(paragraph).expect("a snippet").lines;
    let once = marked(paragraph, &[Some("no such chip".into()), None], &lines);
    assert_eq!(once, "none > It rained.\n~ chip person | Nobody  # got no such chip\nnot chip Rain");
    let lines = read(&once).expect("a snippet").lines;
    let twice = marked(&once, &[Some("other".into()), Some("a chip".into())], &lines);
    assert_eq!(twice, "none > It rained.\n~ chip person | Nobody  # got other\n~ not chip Rain  # got a chip");
}
