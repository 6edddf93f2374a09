//! The lexicon, made from the fact tables and from how the raw news prints its words.

use crate::data::read;
use article_lens::document::{Block, BlockKind, Case, TokenKind, parse, word_hash};
use article_lens::entities::training::{Entry, class, key, pair, phrase};
use article_lens::input::Input;
use article_lens::{Format, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// What the lexicon will hold.
#[derive(Default)]
pub struct Words {
    pub words: BTreeMap<String, Entry>,
    pub phrases: BTreeMap<u32, u8>,
}

/// Words by rising key, phrases by rising key.
pub type Packed = (Vec<(u32, Entry)>, Vec<(u32, u8)>);

/// How often a word of the raw news stands in lower case and with a capital, inside sentences.
pub type Counts = BTreeMap<String, (u32, u32)>;

/// A table's rows by column.
fn rows(folder: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = read(&folder.join(format!("{name}.tsv")));
    let mut lines = text.lines();
    let columns: Vec<_> = lines.next().unwrap_or("").split('\t').collect();
    let row = |line: &str| columns.iter().map(|c| c.to_string()).zip(line.split('\t').map(String::from)).collect();
    lines.map(row).collect()
}

/// The words of a name, as the tokenizer cuts them, in lower case.
pub fn tokens(text: &str) -> Vec<(String, Case, TokenKind)> {
    let block = Block { span: Span::new(0, text.len() as u32), kind: BlockKind::Paragraph };
    let doc = parse(&Input { text: text.into(), format: Format::Text, blocks: vec![block], ..Input::default() });
    doc.tokens.iter().map(|t| (t.span.of(&doc.text).to_lowercase().replace('’', "'"), t.case, t.kind)).collect()
}

impl Words {
    fn bit(&mut self, word: &str, bit: u16) {
        self.words.entry(word.to_lowercase()).or_default().bits |= bit;
    }

    /// A name of one word gets a bit, a longer one becomes a phrase.
    fn name(&mut self, name: &str, bit: u16, kind: u8) {
        let words = tokens(name);
        match words.as_slice() {
            [] => {}
            [(word, ..)] => self.bit(word, bit),
            [(first, ..), ..] => {
                self.bit(first, class::STARTS);
                let hash = words.iter().fold(0, |hash, (word, ..)| pair(hash, word_hash(word)));
                self.phrases.entry(key(hash)).or_insert(kind);
            }
        }
    }

    /// Reads the tables of `folder` and the project's own lists.
    pub fn from_tables(folder: &Path) -> Self {
        let mut words = Words::default();
        let split =
            |cell: &str| cell.split('|').map(str::trim).filter(|c| c.len() > 2).map(String::from).collect::<Vec<_>>();
        for row in rows(folder, "countries") {
            for column in ["name", "long_name", "aliases"] {
                for name in split(&row[column]) {
                    words.name(&name, class::COUNTRY, phrase::COUNTRY);
                }
            }
            for name in split(&row["capital"]) {
                words.name(&name, class::TOWN, phrase::PLACE);
            }
            for column in ["adjective", "people"] {
                for name in split(&row[column]) {
                    if name.starts_with(char::is_uppercase) && tokens(&name).len() < 3 {
                        words.name(&name, class::PEOPLE, phrase::PEOPLE);
                    }
                }
            }
        }
        for row in rows(folder, "cities") {
            words.name(&row["name"], class::TOWN, phrase::PLACE);
            if row["population"].parse::<f64>().is_ok_and(|n| n > 300_000.0) {
                words.name(&row["admin"], class::TOWN, phrase::PLACE);
            }
        }
        for row in rows(folder, "us_first_names") {
            words.bit(&row["name"], class::FIRST);
        }
        for row in rows(folder, "popular_first_names") {
            for (word, ..) in tokens(&row["name"]) {
                words.bit(&word, class::FIRST);
            }
        }
        for row in rows(folder, "us_surnames") {
            words.bit(&row["name"], class::LAST);
        }
        for table in ["popular_surnames", "leaders_current", "us_executive_terms"] {
            for row in rows(folder, table) {
                let parts = tokens(&row["name"]);
                if let (Some(last), Some(first)) = (parts.last(), parts.first()) {
                    words.bit(&last.0, class::LAST);
                    if table != "popular_surnames" && parts.len() > 1 {
                        words.bit(&first.0, class::FIRST);
                    }
                }
            }
        }
        for row in rows(folder, "sp500") {
            let name = row["name"].split(" (").next().unwrap_or("").to_string();
            words.name(&name, class::COMPANY, phrase::ORGANIZATION);
        }
        let mut kind = "";
        for line in include_str!("../../entities/gazetteer/known.txt").lines().filter(|l| !l.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                kind = name;
            }
            for name in line.split_once(": ").map_or("", |(_, names)| names).split(", ").filter(|n| !n.is_empty()) {
                match kind {
                    "organization" => words.name(name, class::KNOWN, phrase::KNOWN),
                    "group" => words.name(name, class::PEOPLE, phrase::PEOPLE),
                    _ => {}
                }
            }
        }
        let own = include_str!("../../entities/gazetteer/words.tsv");
        for line in own.lines().filter(|l| !l.starts_with('#')) {
            let (name, list) = line.split_once('\t').expect("a class, a tab, words");
            let bit = match name {
                "link" => class::LINK,
                "title" => class::TITLE,
                "calendar" => class::CALENDAR,
                "company" => class::COMPANY,
                "people" => class::PEOPLE,
                "place" => class::COUNTRY,
                other => panic!("no class {other}"),
            };
            for word in list.split_whitespace() {
                words.bit(word, bit);
            }
        }
        words
    }

    /// Adds how the raw news cases its words.
    pub fn add_case(&mut self, counts: &Counts) {
        for (word, (lower, capital)) in counts {
            let total = lower + capital;
            if total < 3 {
                continue;
            }
            let bit = if lower * 10 >= total * 8 {
                class::COMMON
            } else if lower * 10 <= total {
                class::PROPER
            } else {
                0
            };
            // A capital is what any name has: only what is common is worth a line of its own.
            if bit == class::COMMON || self.words.contains_key(word) {
                self.bit(word, bit);
            }
        }
    }

    /// Adds clusters of similar words and what kind of name they are likely to be: number, number, words.
    pub fn add_clusters(&mut self, lines: &str) {
        for line in lines.lines() {
            let mut parts = line.split('\t');
            let mut number = || parts.next().and_then(|n| n.parse::<u16>().ok()).expect("a number");
            let (cluster, code) = (number(), number());
            for word in parts.next().unwrap_or("").split(' ') {
                let entry = self.words.entry(word.to_string()).or_default();
                entry.cluster = cluster;
                entry.nature = code as u8;
            }
        }
    }

    /// Adds clusters of words that news uses alike: number, words.
    pub fn add_usage(&mut self, lines: &str) {
        for line in lines.lines() {
            let (number, words) = line.split_once('\t').expect("a number, a tab, words");
            for word in words.split(' ') {
                self.words.entry(word.to_string()).or_default().usage = number.parse().expect("a number");
            }
        }
    }

    /// The lexicon's words by rising key, and its phrases.
    pub fn pack(&self) -> Packed {
        let mut words: BTreeMap<u32, Entry> = BTreeMap::new();
        for (word, entry) in &self.words {
            let slot = words.entry(key(word_hash(word))).or_default();
            slot.bits |= entry.bits;
            slot.cluster = entry.cluster.max(slot.cluster);
            slot.nature = entry.nature.max(slot.nature);
            slot.usage = entry.usage.max(slot.usage);
        }
        words.retain(|_, entry| *entry != Entry::NONE);
        (words.into_iter().collect(), self.phrases.iter().map(|(k, v)| (*k, *v)).collect())
    }
}

/// Counts the words of the raw news.
pub fn count(folder: &Path) -> Counts {
    let mut counts = Counts::new();
    for name in ["gmb", "wikinews", "government"] {
        for line in read(&folder.join(format!("{name}.txt"))).lines() {
            for (n, (word, case, kind)) in tokens(line).into_iter().enumerate() {
                if kind == TokenKind::Word && n > 0 {
                    let count = counts.entry(word).or_default();
                    match case {
                        Case::Lower => count.0 += 1,
                        Case::None => {}
                        _ => count.1 += 1,
                    }
                }
            }
        }
    }
    counts
}
