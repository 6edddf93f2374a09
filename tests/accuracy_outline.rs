//! The outline's accuracy on the development sets does not fall. Reads `../shared/data`, and says so where it is absent.
//! The floors stand a little below what `cargo xtask eval` measures; docs/ACCURACY.md has the figures.

use article_lens::document::BlockKind;
use article_lens::{Format, RawInput, document, input, outline};
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

fn set(name: &str) -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/outline/dev").join(name);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no folder {}", folder.display());
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    Some(paths)
}

fn read(path: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(path).expect("a file of the set")).into_owned()
}

fn find(text: String, format: Format) -> (document::Document, outline::Outline, input::Input) {
    let read = input::read(&RawInput { text, format, ..RawInput::default() });
    let mut doc = document::parse(&read);
    let found = outline::find(&mut doc, &read.metadata);
    (doc, found, read)
}

fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn headings_of_plain_text() {
    let Some(paths) = set("text") else { return };
    let (mut right, mut found_all, mut gold_all, mut texts) = (0, 0, 0, 0);
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let text = read(path);
        let gold: Value = serde_json::from_str(&read(&path.with_extension("json"))).expect("JSON");
        let gold: Vec<(u64, String)> = gold["headings"]
            .as_array()
            .expect("headings")
            .iter()
            .map(|h| (h["line"].as_u64().expect("a line"), words(h["text"].as_str().expect("words"))))
            .collect();
        let (_, found, source) = find(text.clone(), Format::Text);
        for section in found.sections.iter().filter(|s| !s.derived) {
            let place = source.source.to_source(section.span.start) as usize;
            let line = 1 + text[..place].matches('\n').count() as u64;
            right += usize::from(gold.contains(&(line, words(&section.text))));
            found_all += 1;
        }
        gold_all += gold.len();
        texts += 1;
    }
    let f1 = 200.0 * right as f64 / (found_all + gold_all) as f64;
    println!("{texts} texts: heading F1 {f1:.1}, {} false", found_all - right);
    assert!(f1 > 93.0, "heading F1 {f1:.1}");
    let falsely = (found_all - right) as f64 / f64::from(texts);
    assert!(falsely < 0.05, "{falsely:.3} false headings a text");
}

#[test]
fn web_pages() {
    let Some(paths) = set("html") else { return };
    let (mut right, mut found_all, mut gold_all, mut pages, mut dates, mut dated) = (0, 0, 0, 0, 0, 0);
    let (mut titles, mut near) = (0, 0);
    let mut main = 0.0;
    for path in paths.iter().filter(|p| p.join("gold.json").is_file()) {
        let gold: Value = serde_json::from_str(&read(&path.join("gold.json"))).expect("JSON");
        let (doc, found, source) = find(read(&path.join("source.html")), Format::Auto);
        let mut wanted: Vec<String> = gold["headings"]
            .as_array()
            .expect("headings")
            .iter()
            .map(|h| words(h["text"].as_str().expect("words")))
            .collect();
        gold_all += wanted.len();
        for section in found.sections.iter().filter(|s| !s.derived) {
            found_all += 1;
            if let Some(at) = wanted.iter().position(|w| *w == words(&section.text)) {
                wanted.remove(at);
                right += 1;
            }
        }
        let (is, should) = (words(&found.title.unwrap_or_default()), words(gold["title"].as_str().unwrap_or("")));
        titles += usize::from(is == should);
        near += usize::from(!is.is_empty() && (should.starts_with(&is) || is.starts_with(&should)));
        if let Some(date) = gold["published"].as_str() {
            dated += 1;
            dates += usize::from(source.metadata.published.unwrap_or_default().get(..10) == date.get(..10));
        }
        let story =
            |kind| !matches!(kind, BlockKind::Title | BlockKind::Furniture | BlockKind::Byline | BlockKind::DateLine);
        let text: Vec<&str> = doc.blocks.iter().filter(|b| story(b.kind)).map(|b| b.span.of(&doc.text)).collect();
        main += bag_f1(&text.join("\n"), &read(&path.join("main.txt")));
        pages += 1;
    }
    let f1 = 200.0 * right as f64 / (found_all + gold_all) as f64;
    let (titles, near) = (100.0 * titles as f64 / pages as f64, 100.0 * near as f64 / pages as f64);
    let dates = 100.0 * dates as f64 / dated as f64;
    main = 100.0 * main / pages as f64;
    println!("{pages} pages: heading F1 {f1:.1}, titles {titles:.1}, dates {dates:.1}, main text F1 {main:.1}");
    assert!(f1 > 95.0, "heading F1 {f1:.1}");
    assert!(titles > 96.0 && near > 98.0, "titles {titles:.1}, but for a site's name {near:.1}");
    assert!(dates > 98.0, "dates {dates:.1}");
    assert!(main > 96.5, "main text F1 {main:.1}");
}

fn bag_f1(found: &str, gold: &str) -> f64 {
    let count = |text: &str| {
        let mut bag: HashMap<String, u32> = HashMap::new();
        words(text).split(' ').for_each(|w| *bag.entry(w.to_string()).or_default() += 1);
        bag
    };
    let (found, gold) = (count(found), count(gold));
    let right: u32 = found.iter().map(|(word, n)| *n.min(gold.get(word).unwrap_or(&0))).sum();
    2.0 * f64::from(right) / f64::from(found.values().sum::<u32>() + gold.values().sum::<u32>())
}
