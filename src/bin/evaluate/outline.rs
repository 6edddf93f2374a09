//! Measures the outline room: headings, title, byline, date and main text.
//!
//! Text: a heading is right when its line and its words are those of the gold standard. HTML: when its words are, in
//! order and each once; a title when its words are the same, letters and digits only, or (second figure) but for a site
//! name behind it; the main text by bags of words, as the article-extraction benchmark counts.

use super::{Options, Row};
use article_lens::document::{BlockKind, Document};
use article_lens::{Format, RawInput, document, input, outline};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// The rows of this room's tables.
pub fn rows(options: &Options) -> Vec<Row> {
    let root = options.data.join("outline/dev");
    let mut rows = Vec::new();
    rows.extend(text_row(&root.join("text"), options.errors));
    rows.extend(html_row(&root.join("html"), options.errors));
    rows.extend(sentence_rows());
    rows
}

/// Counts for precision and recall.
#[derive(Default)]
struct Score {
    right: f64,
    found: f64,
    gold: f64,
}

impl Score {
    fn f1(&self) -> f64 {
        if self.found + self.gold == 0.0 { 100.0 } else { 200.0 * self.right / (self.found + self.gold) }
    }

    fn precision(&self) -> f64 {
        100.0 * self.right / self.found.max(1.0)
    }

    fn recall(&self) -> f64 {
        100.0 * self.right / self.gold.max(1.0)
    }
}

fn share(right: usize, all: usize) -> f64 {
    100.0 * right as f64 / all.max(1) as f64
}

fn parse(text: String, format: Format) -> (Document, outline::Outline, input::Input) {
    let raw = RawInput { text, format, ..RawInput::default() };
    let read = input::read(&raw);
    let mut doc = document::parse(&read);
    let outline = outline::find(&mut doc, &read.metadata);
    (doc, outline, read)
}

fn text_row(folder: &Path, mut errors: usize) -> Option<Row> {
    let mut files: Vec<_> = std::fs::read_dir(folder).ok()?.filter_map(|f| Some(f.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut headings = Score::default();
    let (mut titles, mut titled, mut falsely) = (0, 0, 0);
    for file in &files {
        let text = std::fs::read_to_string(file).ok()?;
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(file.with_extension("json")).ok()?).ok()?;
        let line_of = |place: usize| 1 + text[..place.min(text.len())].matches('\n').count() as u64;
        let (doc, outline, read) = parse(text.clone(), Format::Text);
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let wanted: Vec<(u64, String)> = gold["headings"]
            .as_array()?
            .iter()
            .map(|h| (h["line"].as_u64().unwrap_or(0), words(h["text"].as_str().unwrap_or(""))))
            .collect();
        let found: Vec<(u64, String)> = outline
            .sections
            .iter()
            .filter(|s| !s.derived)
            .map(|s| (line_of(read.source.to_source(s.span.start) as usize), words(&s.text)))
            .collect();
        headings.gold += wanted.len() as f64;
        headings.found += found.len() as f64;
        headings.right += found.iter().filter(|f| wanted.contains(f)).count() as f64;
        for f in found.iter().filter(|f| !wanted.contains(f)) {
            falsely += 1;
            report(&mut errors, &name, "+ heading", f.0, &f.1);
        }
        for w in wanted.iter().filter(|w| !found.contains(w)) {
            report(&mut errors, &name, "- heading", w.0, &w.1);
        }
        let block = doc.blocks.iter().find(|b| b.kind == BlockKind::Title);
        let title = block.map(|b| line_of(read.source.to_source(b.span.start) as usize));
        titled += 1;
        if title == gold["title_line"].as_u64() {
            titles += 1;
        } else {
            report(&mut errors, &name, "title line", title.unwrap_or(0), gold["title"].as_str().unwrap_or("(none)"));
        }
    }
    Some(Row {
        table: "Outline of plain text",
        set: format!("outline/dev/text ({} texts)", files.len()),
        system: "Article Lens",
        figures: vec![
            ("heading P", headings.precision()),
            ("heading R", headings.recall()),
            ("heading F1", headings.f1()),
            ("false headings in 100 texts", share(falsely, files.len())),
            ("title right or rightly none", share(titles, titled)),
        ],
    })
}

/// The project's own cases, a row for each class: how many come out whole, and how well the ends of sentences are found.
fn sentence_rows() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut all = (Score::default(), 0, 0);
    for class in include_str!("../../../tests/rules/sentences.txt").split("\n== ").skip(1) {
        let (name, lines) = class.split_once('\n').unwrap_or((class, ""));
        let mut ends = Score::default();
        let (mut whole, mut cases) = (0, 0);
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let line = line.trim_start_matches("~ ").split(" ## ").next().unwrap_or(line);
            let wanted: Vec<&str> = line.split(" | ").collect();
            let (doc, ..) = parse(wanted.join(" "), Format::Text);
            let gold: Vec<usize> =
                wanted.iter().scan(0, |end, w| Some(std::mem::replace(end, *end + w.len() + 1) + w.len())).collect();
            let found: Vec<usize> = doc.sentences.iter().map(|s| s.span.end as usize).collect();
            cases += 1;
            whole += usize::from(gold == found);
            ends.gold += gold.len() as f64;
            ends.found += found.len() as f64;
            ends.right += found.iter().filter(|end| gold.contains(end)).count() as f64;
        }
        all = (
            Score { right: all.0.right + ends.right, found: all.0.found + ends.found, gold: all.0.gold + ends.gold },
            all.1 + whole,
            all.2 + cases,
        );
        rows.push(sentence_row(name, &ends, whole, cases));
    }
    rows.push(sentence_row("all", &all.0, all.1, all.2));
    rows
}

fn sentence_row(class: &str, ends: &Score, whole: usize, cases: usize) -> Row {
    Row {
        table: "Sentences",
        set: format!("{class} ({cases} cases of our own)"),
        system: "Article Lens",
        figures: vec![
            ("cases right", share(whole, cases)),
            ("ends P", ends.precision()),
            ("ends R", ends.recall()),
            ("ends F1", ends.f1()),
        ],
    }
}

fn html_row(folder: &Path, mut errors: usize) -> Option<Row> {
    let mut pages: Vec<_> = std::fs::read_dir(folder).ok()?.filter_map(|f| Some(f.ok()?.path())).collect();
    pages.retain(|p| p.join("gold.json").is_file());
    pages.sort();
    let mut headings = Score::default();
    let (mut titles, mut near, mut bylines, mut bylined, mut dates, mut dated) = (0, 0, 0, 0, 0, 0);
    let mut main = 0.0;
    for page in &pages {
        let source = String::from_utf8_lossy(&std::fs::read(page.join("source.html")).ok()?).into_owned();
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(page.join("gold.json")).ok()?).ok()?;
        let body = std::fs::read_to_string(page.join("main.txt")).ok()?;
        let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (doc, outline, read) = parse(source, Format::Auto);

        let mut wanted: Vec<String> =
            gold["headings"].as_array()?.iter().map(|h| words(h["text"].as_str().unwrap_or(""))).collect();
        headings.gold += wanted.len() as f64;
        for section in outline.sections.iter().filter(|s| !s.derived) {
            headings.found += 1.0;
            match wanted.iter().position(|w| *w == words(&section.text)) {
                Some(at) => {
                    wanted.remove(at);
                    headings.right += 1.0;
                }
                None => report(&mut errors, &name, "+ heading", 0, &section.text),
            }
        }
        for missed in &wanted {
            report(&mut errors, &name, "- heading", 0, missed);
        }

        let (is, should) = (words(outline.title.as_deref().unwrap_or("")), words(gold["title"].as_str().unwrap_or("")));
        titles += usize::from(is == should);
        let close = is == should || !is.is_empty() && (should.starts_with(&is) || is.starts_with(&should));
        near += usize::from(close);
        if is != should {
            report(
                &mut errors,
                &name,
                if close { "title (near)" } else { "title" },
                0,
                &format!("{is:?} for {should:?}"),
            );
        }
        if let Some(byline) = gold["byline"].as_str() {
            bylined += 1;
            let bare = |s: &str| words(s).trim_start_matches("written ").trim_start_matches("by ").to_string();
            let (is, should) = (bare(outline.byline.as_deref().unwrap_or("")), bare(byline));
            let right = !is.is_empty() && (is == should || should.contains(&is) || is.contains(&should));
            bylines += usize::from(right);
            if !right {
                report(&mut errors, &name, "byline", 0, &format!("{is:?} for {should:?}"));
            }
        }
        if let Some(date) = gold["published"].as_str() {
            dated += 1;
            let is = read.metadata.published.clone().unwrap_or_default();
            let right = is.get(..10) == date.get(..10);
            dates += usize::from(right);
            if !right {
                report(&mut errors, &name, "date", 0, &format!("{is:?} for {date:?}"));
            }
        }
        let mut text = String::new();
        for block in doc.blocks.iter().filter(|b| {
            !matches!(b.kind, BlockKind::Title | BlockKind::Furniture | BlockKind::Byline | BlockKind::DateLine)
        }) {
            text += block.span.of(&doc.text);
            text += "\n";
        }
        let score = bag(&text, &body);
        main += score.f1();
        if score.f1() < 97.0 {
            report(
                &mut errors,
                &name,
                "main text",
                0,
                &format!("F1 {:.1} P {:.1} R {:.1}", score.f1(), score.precision(), score.recall()),
            );
        }
    }
    Some(Row {
        table: "Outline of web pages",
        set: format!("outline/dev/html ({} pages)", pages.len()),
        system: "Article Lens",
        figures: vec![
            ("heading P", headings.precision()),
            ("heading R", headings.recall()),
            ("heading F1", headings.f1()),
            ("title", share(titles, pages.len())),
            ("title but for the site's name", share(near, pages.len())),
            ("byline", share(bylines, bylined)),
            ("date", share(dates, dated)),
            ("main text F1", main / pages.len().max(1) as f64),
        ],
    })
}

/// Lower-case words of letters and digits, parted by single blanks.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Precision and recall of the words of `found` as a bag.
fn bag(found: &str, gold: &str) -> Score {
    let count = |text: &str| {
        let mut bag: HashMap<String, f64> = HashMap::new();
        words(text).split(' ').for_each(|w| *bag.entry(w.to_string()).or_default() += 1.0);
        bag
    };
    let (found, gold) = (count(found), count(gold));
    Score {
        right: found.iter().map(|(word, n)| n.min(*gold.get(word).unwrap_or(&0.0))).sum(),
        found: found.values().sum(),
        gold: gold.values().sum(),
    }
}

fn report(left: &mut usize, name: &str, what: &str, line: u64, words: &str) {
    if *left > 0 {
        *left -= 1;
        let words: String = words.chars().take(160).collect();
        eprintln!("{name}: {what} {line} {words}");
    }
}
