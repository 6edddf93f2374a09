//! The words of every set as the tagger cuts them, for the teacher (`teacher/teacher.py`), a pretrained encoder that is
//! fine-tuned outside of this program.

use crate::data::{self, Gold, Set};
use crate::{DEV, SETS};
use article_lens::TokenRange;
use article_lens::document::Token;
use article_lens::entities::training::{Lexicon, OUTSIDE, Sentence, begin, inside};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Raw news that the teacher labels.
pub const RAW: [&str; 1] = ["wikinews"];

/// Writes `SET.tsv` for each set: words with label, case form, classes, list entry, nature, whether the tagger looks at
/// it, whether it is in a run of capitalised words, and its place; an empty line behind each sentence, a line `#` behind
/// each document. `train.json` and `dev.json` say which kinds the sets mark.
pub fn export(folder: &Path, lexicon: &Lexicon, out: &Path) {
    std::fs::create_dir_all(out).unwrap_or_else(|error| panic!("cannot make {}: {error}", out.display()));
    let write = |set: &Set| {
        let text: String = set.docs.iter().map(|gold| lines(gold, lexicon)).collect();
        let path = out.join(format!("{}.tsv", set.name));
        std::fs::write(&path, text).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
    };
    for part in ["train", "dev"] {
        let kinds = data::read(&folder.join("ner").join(part).join("labels.json"));
        std::fs::write(out.join(format!("{part}.json")), kinds).expect("the folder can be written");
    }
    SETS.iter().for_each(|(name, _)| write(&data::conll(&folder.join("ner/train"), name, &mut |_| ())));
    DEV.iter().for_each(|name| write(&data::texts(&folder.join("ner/dev"), name)));
    RAW.iter().for_each(|name| write(&data::raw(&folder.join("raw"), name)));
}

fn lines(gold: &Gold, lexicon: &Lexicon) -> String {
    let mut text = String::new();
    let mut sentence = Sentence::default();
    let marks = gold_labels(gold);
    for (number, range) in gold.doc.sentences.iter().map(|s| s.tokens.range()).enumerate() {
        sentence.read(&gold.doc, number, lexicon);
        for (glimpse, at) in sentence.glimpses.iter().zip(range) {
            let (token, label) = (&gold.doc.tokens[at], marks[at]);
            let word = token.span.of(&gold.doc.text).replace(['\t', '\n'], " ");
            let (entry, in_run) = (glimpse.entry, u8::from(glimpse.run.0 < glimpse.run.1));
            let _ = writeln!(
                text,
                "{word}\t{label}\t{}\t{}\t{}\t{}\t{}\t{in_run}\t{}\t{}",
                glimpse.form,
                entry.bits,
                glimpse.listed,
                entry.nature,
                u8::from(glimpse.candidate),
                token.span.start,
                token.span.end
            );
        }
        text.push('\n');
    }
    text.push_str("#\n");
    text
}

/// What the teacher takes the words of a set for: by number of the word in the set. Words without an entry are no names.
pub struct Told {
    words: BTreeMap<u32, Says>,
    /// Words in the set.
    pub total: u32,
}

/// The two likeliest labels of a word and how likely the first is beside the second, in 255ths.
#[derive(Clone, Copy)]
pub struct Says {
    pub best: u8,
    pub second: u8,
    pub share: u8,
}

impl Told {
    /// What is said of word `number` of the set.
    pub fn of(&self, number: u32) -> Says {
        self.words.get(&number).copied().unwrap_or(Says { best: 0, second: 0, share: 255 })
    }

    /// Word `number` of the set is something else.
    pub fn say(&mut self, number: u32, says: Says) {
        self.words.insert(number, says);
    }
}

/// Reads the teacher's file: name of a set, its number of words, and entries of three or more bytes.
pub fn told(bytes: &[u8]) -> BTreeMap<String, Told> {
    let mut input = bytes.iter().copied();
    let mut sets = BTreeMap::new();
    let number = |input: &mut dyn Iterator<Item = u8>| -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = input.next()?;
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                return Some(value);
            }
        }
    };
    while let Some(length) = input.next() {
        let name: Vec<u8> = input.by_ref().take(length.into()).collect();
        let mut field = || number(&mut input).expect("a whole file");
        let (total, entries) = (field(), field());
        let mut words = BTreeMap::new();
        let mut at = 0;
        for _ in 0..entries {
            at += number(&mut input).expect("a whole file");
            let labels = input.next().expect("a whole file");
            let share = input.next().expect("a whole file");
            words.insert(at, Says { best: labels >> 4, second: labels & 15, share });
        }
        sets.insert(String::from_utf8(name).expect("a name"), Told { words, total });
    }
    sets
}

/// What the whole stage, rules and all, takes each word of a document for.
fn stage_labels(gold: &Gold) -> Vec<u8> {
    let mut labels = vec![OUTSIDE; gold.doc.tokens.len()];
    let found = article_lens::entities::find(&gold.doc);
    for mention in &found.mentions {
        let kind = found.entities[mention.entity as usize].kind;
        labels[mention.tokens.range()].fill(inside(kind));
        labels[mention.tokens.start as usize] = begin(kind);
    }
    labels
}

/// What the set's own marks take each word for.
fn gold_labels(gold: &Gold) -> Vec<u8> {
    let mut names = gold.names.iter().peekable();
    let label = |token: &Token| {
        while names.peek().is_some_and(|name| name.0.end <= token.span.start) {
            names.next();
        }
        let name = names.peek().filter(|name| name.0.overlaps(token.span));
        name.map_or(OUTSIDE, |(span, kind)| if span.start < token.span.start { inside(*kind) } else { begin(*kind) })
    };
    gold.doc.tokens.iter().map(label).collect()
}

/// The teacher's file once more, with the votes of the shipped stage and of the marks that a set has: a label with two
/// votes is taken for sure; where none has two, the teacher's and the stage's may both be true.
pub fn vote(sets: &BTreeMap<String, Told>, folder: &Path) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, told) in sets {
        let set = asked(folder, name);
        let (mut first, mut entries) = (0, Vec::new());
        for gold in &set.docs {
            let marks = if set.full.is_empty() { None } else { Some(gold_labels(gold)) };
            for (n, stage) in stage_labels(gold).into_iter().enumerate() {
                let at = first + n as u32;
                let best = told.of(at).best;
                let mark = marks.as_ref().map_or(best, |marks| marks[n]);
                let says = match (best == stage, mark == stage) {
                    (true, _) => Says { best, second: best, share: 255 },
                    (_, true) => Says { best: stage, second: stage, share: 255 },
                    _ if marks.is_some() && mark == best => Says { best, second: best, share: 255 },
                    _ => Says { best, second: stage, share: 128 },
                };
                if says.best != OUTSIDE || says.share < 255 {
                    entries.push((at, says));
                }
            }
            first += gold.doc.tokens.len() as u32;
        }
        out.push(name.len() as u8);
        out.extend(name.bytes());
        put(&mut out, first);
        put(&mut out, entries.len() as u32);
        let mut last = 0;
        for (at, says) in entries {
            put(&mut out, at - last);
            out.extend([says.best << 4 | says.second, says.share]);
            last = at;
        }
    }
    out
}

/// A number, 7 bits a byte.
fn put(out: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        out.push(number as u8 & 127 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// The documents of a set that the teacher was asked about, with the names it took in each, to be read and mended.
pub fn draft(sets: &BTreeMap<String, Told>, folder: &Path, out: &Path) {
    for (name, told) in sets {
        let set = asked(folder, name);
        let (mut first, mut text) = (0, String::new());
        for (number, gold) in set.docs.iter().enumerate() {
            let _ = write!(text, "=== {number}\n{}\n", gold.doc.text.trim());
            let labels: Vec<u8> = (0..gold.doc.tokens.len()).map(|n| told.of(first + n as u32).best).collect();
            let mut named: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
            for (tokens, kind) in spans(&labels) {
                let words = gold.doc.span(tokens).of(&gold.doc.text);
                let list = named.entry(kind as u8).or_default();
                if !list.contains(&words) {
                    list.push(words);
                }
            }
            for (kind, words) in named {
                let _ = writeln!(text, "--- {}: {}", KINDS[kind as usize], words.join("; "));
            }
            first += gold.doc.tokens.len() as u32;
        }
        std::fs::write(out.join(format!("{name}.txt")), text).expect("the folder can be written");
    }
}

/// The kinds in the order of their labels, as files name them.
pub const KINDS: [&str; 6] = ["PER", "ORG", "LOC", "GRP", "EVT", "OTH"];

/// A set that the teacher was asked about.
fn asked(folder: &Path, name: &str) -> Set {
    match RAW.contains(&name) {
        true => data::raw(&folder.join("raw"), name),
        false => data::conll(&folder.join("ner/train"), name, &mut |_| ()),
    }
}

/// The names that labels of tokens make, with the kind's place among [`KINDS`].
pub fn spans(labels: &[u8]) -> Vec<(TokenRange, usize)> {
    let mut spans: Vec<(TokenRange, usize)> = Vec::new();
    for (at, label) in labels.iter().enumerate().filter(|(_, label)| **label != OUTSIDE) {
        let (at, kind) = (at as u32, (usize::from(*label) - 1) / 2);
        match spans.last_mut() {
            Some((tokens, last)) if label % 2 == 0 && *last == kind && tokens.end == at => tokens.end += 1,
            _ => spans.push((TokenRange::new(at, at + 1), kind)),
        }
    }
    spans
}

#[test]
fn the_teachers_file_is_read() {
    // Set `s` of 300 words: word 2 is label 1 or 0, word 202 surely label 5.
    let bytes = [1, b's', 0xac, 2, 2, 2, 0x10, 180, 0xc8, 1, 0x50, 255];
    let sets = told(&bytes);
    let set = &sets["s"];
    let says = |n: u32| (set.of(n).best, set.of(n).second, set.of(n).share);
    assert_eq!(set.total, 300);
    assert_eq!((says(2), says(202), says(3)), ((1, 0, 180), (5, 0, 255), (0, 0, 255)));
}
