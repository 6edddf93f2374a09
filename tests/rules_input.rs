//! Runs the corpora of the input, sentence and outline rooms: `rules/input*.txt`, `rules/outline*.txt`,
//! `rules/sentences.txt`. How a case is written stands at the head of each file.

use article_lens::document::BlockKind;
use article_lens::{Format, RawInput, document, input, outline};

#[test]
fn inputs() {
    run(include_str!("rules/input_text.txt"));
    run(include_str!("rules/input_html.txt"));
    run(include_str!("rules/input_markdown.txt"));
}

#[test]
fn outlines() {
    run(include_str!("rules/outline.txt"));
}

#[test]
fn languages() {
    for line in include_str!("rules/input_language.txt").lines().filter(|line| !line.starts_with('#')) {
        let (language, text) = line.split_once(": ").expect("a language and a text");
        let read = input::read(&RawInput { text: text.to_string(), format: Format::Text, ..RawInput::default() });
        let said = read.warnings.iter().find(|w| w.code == "language").map(|w| w.message.as_str());
        match said {
            Some(message) => assert!(message.contains(&format!("be {language}.")), "{message} of: {text}"),
            None => assert_eq!(language, "English", "no warning for: {text}"),
        }
    }
}

#[test]
fn sentences() {
    let mut wrong = Vec::new();
    for line in include_str!("rules/sentences.txt").lines() {
        let (known_wrong, case) = line.strip_prefix("~ ").map_or((false, line), |case| (true, case));
        let case = case.split(" ## ").next().unwrap_or("");
        if case.trim().is_empty() || case.starts_with(['#', '=']) {
            continue;
        }
        let wanted: Vec<&str> = case.split(" | ").collect();
        let raw = RawInput { text: wanted.join(" "), format: Format::Text, ..RawInput::default() };
        let doc = document::parse(&input::read(&raw));
        let found: Vec<&str> = doc.sentences.iter().map(|s| s.span.of(&doc.text)).collect();
        if (found == wanted) == known_wrong {
            wrong.push(format!("{}: {}", if known_wrong { "comes right now" } else { "wrong" }, found.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Runs the cases of one corpus and lists all that are wrong.
fn run(corpus: &str) {
    let mut wrong = Vec::new();
    for case in corpus.split("\n== ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a name, then the case");
        let (source, wanted) = rest.split_once("\n--->\n").expect("what is pasted, `--->`, what comes out");
        let (format, source) = ["text", "markdown", "html", "auto"]
            .iter()
            .find_map(|f| source.strip_prefix(&format!("({f})\n")).map(|s| (*f, s)))
            .unwrap_or(("auto", source));
        let format = match format {
            "text" => Format::Text,
            "markdown" => Format::Markdown,
            "html" => Format::Html,
            _ => Format::Auto,
        };
        let found = read(&unescape(source), format);
        let wanted: Vec<String> = wanted.trim_end().lines().map(unescape).collect();
        // A case that names only some of its blocks says so with `…`.
        let right = if wanted.iter().any(|line| line == "…") {
            let mut left = found.iter();
            wanted.iter().filter(|line| *line != "…").all(|line| left.any(|f| f == line))
        } else {
            found == wanted
        };
        if !right {
            wrong.push(format!("== {name}\n{}", found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} cases come out differently:\n{}", wrong.len(), wrong.join("\n\n"));
}

/// What comes out: data of the page, warnings (but `short`, which every little case has), blocks.
fn read(text: &str, format: Format) -> Vec<String> {
    let input = input::read(&RawInput { text: text.to_string(), format, ..RawInput::default() });
    let mut doc = document::parse(&input);
    let outline = outline::find(&mut doc, &input.metadata);
    let mut out = Vec::new();
    let has_title = doc.blocks.iter().any(|b| b.kind == BlockKind::Title);
    out.extend(outline.title.filter(|_| !has_title).map(|title| format!("= title: {title}")));
    out.extend(outline.byline.map(|byline| format!("= byline: {byline}")));
    out.extend(input.metadata.published.map(|date| format!("= published: {date}")));
    out.extend(input.warnings.iter().filter(|w| w.code != "short").map(|w| format!("= warning: {}", w.code)));
    out.extend(doc.blocks.iter().map(|b| {
        let kind = match b.kind {
            BlockKind::Title => "Title".to_string(),
            BlockKind::Heading(level) => format!("H{level}"),
            BlockKind::Paragraph => "P".to_string(),
            BlockKind::ListItem => "Item".to_string(),
            other => format!("{other:?}"),
        };
        format!("{kind}: {}", b.span.of(&doc.text))
    }));
    out
}

/// `\u{ad}`, `\t`, `\r`, `\f` and `\\` stand for what they stand for in Rust.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let next = rest.chars().next();
        rest = &rest[next.map_or(0, char::len_utf8)..];
        match next {
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('f') => out.push('\u{c}'),
            Some('u') => {
                let (code, after) = rest[1..].split_once('}').expect("`\\u{…}`");
                out.push(char::from_u32(u32::from_str_radix(code, 16).expect("hex")).expect("a character"));
                rest = after;
            }
            Some(c) => out.push(c),
            None => {}
        }
    }
    out + rest
}
