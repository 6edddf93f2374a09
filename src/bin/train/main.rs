//! Trains the entities model: `train --data DIR [--seed N] [--out FILE]`. The same data and seed give the same bytes.
//!
//! What training reads of the teacher is made beforehand (MODEL.md has the commands): `--export FOLDER` writes the words
//! that the teacher labels, `--vectors FILE` clusters words by how the teacher takes them, `--encoder FOLDER` by what
//! they mean, `--votes FILE` writes the teacher's labels with the votes of the shipped stage, `--draft FOLDER` the texts with
//! the labels beneath, to be read and mended (`readings`). `--teacher FILE`, `--readings FOLDER` and `--lists FOLDER` stand in for
//! the labels, corrections and lists of the project.

#[path = "../evaluate/count.rs"]
mod count;
mod crf;
mod data;
mod encoder;
#[path = "../evaluate/marks.rs"]
mod marks;
mod readings;
mod score;
mod teacher;
mod types;
mod words;

use article_lens::entities::training::*;
use crf::{Crf, Data, Rates, Stretch};
use data::Set;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The training sets and the weight of a sentence of each, where the article was not read (`readings`).
const SETS: [(&str, f32); 8] = [
    ("gmb-kaggle", 0.25),
    ("gum", 1.0),
    ("gum-bysa", 1.0),
    ("wikigold", 1.0),
    ("wnut17", 0.5),
    ("uner-ewt", 1.0),
    ("crossner-politics", 3.0),
    ("re3d", 0.5),
];

/// From here on the teacher is sure of a label; below, the second label may be true as well.
const SURE: u8 = 200;

/// What is taken off the scores of the first and of further words of a name, for each of [`KINDS`]. Chosen on the development
/// sets and on `tests/written`.
const MALUS: [[f32; 2]; 6] = [[0.3, 0.0], [0.45, 0.15], [0.3, 0.0], [0.45, 0.0], [0.3, 0.0], [0.15, 0.0]];

/// The sets to measure on while training. Never trained on.
const DEV: [&str; 6] =
    ["uner-pud-news", "gum-news-dev", "worldwide-dev", "meantime-apple", "uner-ewt-dev", "crossner-politics-dev"];

/// A random sequence (splitmix64).
pub struct Random(pub u64);

impl Random {
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.draw() % n as u64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for n in (1..items.len()).rev() {
            items.swap(n, self.below(n + 1));
        }
    }
}

/// Options of an experiment, as `name=value` words; those of the shipped model are the defaults.
struct Options {
    data: PathBuf,
    seed: u64,
    out: Option<PathBuf>,
    encoder: Option<PathBuf>,
    export: Option<PathBuf>,
    teacher: Option<PathBuf>,
    lists: Option<PathBuf>,
    vectors: Option<PathBuf>,
    votes: Option<PathBuf>,
    draft: Option<PathBuf>,
    readings: Option<PathBuf>,
    values: Vec<(String, f32)>,
}

impl Options {
    fn get(&self, name: &str, default: f32) -> f32 {
        self.values.iter().rev().find(|v| v.0 == name).map_or(default, |v| v.1)
    }
}

/// A document ready for the model.
struct Ready {
    set: usize,
    /// True when the teacher was corrected here.
    read: bool,
    scored: Scored,
    /// Features of each candidate.
    offsets: Vec<u32>,
    features: Vec<Feature>,
    /// What the labels may be.
    allowed: Vec<u16>,
}

fn main() {
    let mut options = Options {
        data: "../shared/data".into(),
        seed: 1,
        out: None,
        encoder: None,
        export: None,
        teacher: None,
        lists: None,
        vectors: None,
        votes: None,
        draft: None,
        readings: None,
        values: Vec::new(),
    };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().unwrap_or_else(|| panic!("{arg} needs a value"));
        match arg.as_str() {
            "--data" => options.data = value().into(),
            "--seed" => options.seed = value().parse().expect("a seed is a whole number"),
            "--encoder" => options.encoder = Some(value().into()),
            "--export" => options.export = Some(value().into()),
            "--lists" => options.lists = Some(value().into()),
            "--vectors" => options.vectors = Some(value().into()),
            "--readings" => options.readings = Some(value().into()),
            "--draft" => options.draft = Some(value().into()),
            "--votes" => options.votes = Some(value().into()),
            "--teacher" => options.teacher = Some(value().into()),
            "--out" => options.out = Some(value().into()),
            other => match other.split_once('=') {
                Some((name, number)) => options.values.push((name.into(), number.parse().expect("a number"))),
                None => panic!("unknown option {other}; known: --data DIR --seed N --out FILE name=number…"),
            },
        }
    }
    if let Some(folder) = &options.draft {
        return teacher::draft(&read_told(&options), &options.data, folder);
    }
    if let Some(file) = &options.votes {
        let bytes = teacher::vote(&read_told(&options), &options.data);
        return std::fs::write(file, bytes).unwrap_or_else(|error| panic!("cannot write {}: {error}", file.display()));
    }
    match (&options.encoder, &options.vectors) {
        (Some(folder), _) => cluster_words(&options, folder),
        (None, Some(file)) => cluster_usage(&options, file),
        (None, None) => train(&options),
    }
}

/// Writes clusters of words that the teacher takes alike in the news, for [`words::Words::add_usage`].
fn cluster_usage(options: &Options, file: &Path) {
    let bytes = std::fs::read(file).expect("the teacher's vectors");
    let mut input = &bytes[..];
    let (mut words, mut vectors) = (Vec::new(), Vec::new());
    while let Some((length, rest)) = input.split_first() {
        let (word, rest) = rest.split_at((*length).into());
        let (floats, rest) = rest.split_at(4 * encoder::WIDTH);
        let mut vector = [0.0; encoder::WIDTH];
        for (v, b) in vector.iter_mut().zip(floats.chunks_exact(4)) {
            *v = f32::from_le_bytes([b[0], b[1], b[2], b[3]]);
        }
        words.push(String::from_utf8_lossy(word).into_owned());
        vectors.push(vector);
        input = rest;
    }
    // What all words have in common tells nothing.
    let mut mean = [0.0; encoder::WIDTH];
    vectors.iter().for_each(|v| mean.iter_mut().zip(v).for_each(|(m, x)| *m += x / vectors.len() as f32));
    for vector in &mut vectors {
        vector.iter_mut().zip(mean).for_each(|(v, m)| *v -= m);
        let norm = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
        vector.iter_mut().for_each(|v| *v /= norm.max(1e-6));
    }
    let groups = encoder::cluster(&vectors, options.get("usage", 255.0) as usize, 15, &mut Random(options.seed));
    let mut lines: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    words.iter().zip(groups).for_each(|(word, group)| lines.entry(group + 1).or_default().push(word));
    let text: String = lines.iter().map(|(n, words)| format!("{n}\t{}\n", words.join(" "))).collect();
    let out = options.out.as_deref().expect("--vectors needs --out FILE");
    std::fs::write(out, text).unwrap_or_else(|error| panic!("cannot write {}: {error}", out.display()));
}

/// Writes clusters of words that mean similar things, for [`words::Words::add_clusters`].
fn cluster_words(options: &Options, folder: &std::path::Path) {
    let clock = Instant::now();
    let encoder = encoder::Encoder::open(folder);
    let counts = words::count(&options.data.join("raw"));
    let often = options.get("often", 4.0) as u32;
    let mut list: std::collections::BTreeSet<String> = encoder.words.iter().cloned().collect();
    list.extend(counts.iter().filter(|(w, c)| c.0 + c.1 >= often && w.len() > 1).map(|(w, _)| w.clone()));
    let list: Vec<String> = list.into_iter().collect();
    eprintln!("{} words", list.len());
    let vectors = encoder.encode(&list);
    eprintln!("encoded after {:.0} s", clock.elapsed().as_secs_f32());
    let mut random = Random(options.seed);
    let fine = encoder::cluster(&vectors, options.get("clusters", 500.0) as usize, 15, &mut random);
    eprintln!("clustered after {:.0} s", clock.elapsed().as_secs_f32());
    // What the words of the training sets are. Only names tell what kind of name a word is.
    let mut labels: BTreeMap<String, [f32; types::TYPES]> = BTreeMap::new();
    for (name, _) in SETS {
        let weight = if name == "gmb-kaggle" { 0.1 } else { 1.0 };
        for gold in data::conll(&options.data.join("ner/train"), name, &mut |_| ()).docs {
            let mut names = gold.names.iter().peekable();
            for token in &gold.doc.tokens {
                while names.peek().is_some_and(|name| name.0.end <= token.span.start) {
                    names.next();
                }
                if let Some(kind) = names.peek().filter(|n| n.0.overlaps(token.span)).map(|n| n.1 as usize) {
                    let word = token.span.of(&gold.doc.text).to_lowercase().replace('’', "'");
                    labels.entry(word).or_default()[kind.min(4)] += weight;
                }
            }
        }
    }
    let seen: Vec<_> = list.iter().map(|w| labels.get(w).copied().filter(|c| c.iter().sum::<f32>() > 0.3)).collect();
    let shares = types::shares(&vectors, &seen, &mut random);
    eprintln!("typed after {:.0} s", clock.elapsed().as_secs_f32());
    let out = options.out.as_deref().expect("--encoder needs --out FILE");
    let mut groups: BTreeMap<(u16, u16), Vec<&str>> = BTreeMap::new();
    for (n, word) in list.iter().enumerate() {
        groups.entry((fine[n] + 1, types::code(&shares[n]))).or_default().push(word);
    }
    let line = |((fine, code), words): (&(u16, u16), &Vec<&str>)| format!("{fine}\t{code}\t{}\n", words.join(" "));
    let text: String = groups.iter().map(line).collect();
    std::fs::write(out, text).unwrap_or_else(|error| panic!("cannot write {}: {error}", out.display()));
}

/// What the teacher said of the sets it was asked about.
fn read_told(options: &Options) -> BTreeMap<String, teacher::Told> {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/train/teacher/labels.bin");
    let path = options.teacher.as_ref().unwrap_or(&kept);
    teacher::told(&std::fs::read(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display())))
}

/// What the readings say of a set that the teacher was asked about.
fn readings(options: &Options, set: &str) -> String {
    let folder = options.readings.clone();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/train/readings");
    data::read(&folder.unwrap_or(kept).join(format!("{set}.txt")))
}

fn train(options: &Options) {
    let clock = Instant::now();
    let say = |what: &str| eprintln!("[{:6.1} s] {what}", clock.elapsed().as_secs_f32());
    let gazetteer = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/entities/gazetteer");
    let folder = options.lists.clone().unwrap_or(gazetteer);
    let list = |name: &str| std::fs::read_to_string(folder.join(format!("{name}.tsv"))).unwrap_or_default();
    let mut words = words::Words::from_tables(&options.data.join("gazetteers"));
    let counts = words::count(&options.data.join("raw"));
    words.add_case(&counts);
    words.add_clusters(&list("clusters"));
    words.add_usage(&list("usage"));
    let (word_list, phrase_list) = words.pack();
    let lexicon = Lexicon::new(&word_list, &phrase_list);
    say(&format!("lexicon: {} words, {} phrases", word_list.len(), phrase_list.len()));
    if let Some(folder) = &options.export {
        return teacher::export(&options.data, &lexicon, folder);
    }

    let mut random = Random(options.seed);
    let mut told = read_told(options);
    let mut read: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut sets: Vec<Set> = Vec::new();
    for (name, _) in SETS {
        let share = options.get("recase", 0.08);
        let mut alter = |sentences: &mut Vec<Vec<(String, String)>>| recase(sentences, &mut random, share);
        let folder = options.data.join("ner/train");
        let mut set = data::conll(&folder, name, &mut alter);
        if let Some(told) = told.get_mut(name) {
            // The teacher speaks of words by number: a text whose words are cut otherwise stays as it was.
            let plain = data::conll(&folder, name, &mut |_| ());
            read.insert(name.into(), readings::mend(&readings(options, name), &plain, told));
            for (doc, plain) in set.docs.iter_mut().zip(plain.docs) {
                if doc.doc.tokens.len() != plain.doc.tokens.len() {
                    *doc = plain;
                }
            }
        }
        sets.push(set);
    }
    for name in teacher::RAW {
        let Some(told) = told.get_mut(name) else { continue };
        let set = data::raw(&options.data.join("raw"), name);
        read.insert(name.into(), readings::mend(&readings(options, name), &set, told));
        sets.push(set);
    }
    let written = options.get("written", 1.0);
    if written > 0.0 {
        sets.push(data::written(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/train/written")));
    }
    let mut ready: Vec<Ready> = Vec::new();
    for (number, set) in sets.iter().enumerate() {
        let told = told.get(&set.name);
        let mut first = 0;
        let read = read.get(&set.name);
        for (place, gold) in set.docs.iter().enumerate() {
            let one = prepare(gold, number, &set.full, &lexicon, told.map(|t| (t, first)));
            ready.push(Ready { read: read.is_some_and(|read| read.contains(&place)), ..one });
            first += gold.doc.tokens.len() as u32;
        }
        assert!(told.is_none_or(|t| t.total == first), "the teacher saw other words of {}", set.name);
    }
    let dev: Vec<Set> = DEV.iter().map(|name| data::texts(&options.data.join("ner/dev"), name)).collect();
    let mut dev_ready: Vec<Ready> = Vec::new();
    for (number, set) in dev.iter().enumerate() {
        dev_ready.extend(set.docs.iter().map(|gold| prepare(gold, number, &set.full, &lexicon, None)));
    }
    say(&format!("{} documents, {} candidates", ready.len(), ready.iter().map(|r| r.allowed.len()).sum::<usize>()));

    // Features seen often enough get a number.
    let mut seen = vec![0u8; 1 << FEATURE_BITS];
    for doc in &ready {
        doc.features.iter().for_each(|f| seen[*f as usize] = seen[*f as usize].saturating_add(1));
    }
    let least = options.get("least", 4.0) as u8;
    let mut index = vec![u32::MAX; 1 << FEATURE_BITS];
    let mut names = Vec::new();
    for (feature, count) in seen.iter().enumerate() {
        if *count >= least {
            index[feature] = names.len() as u32;
            names.push(feature as Feature);
        }
    }
    say(&format!("{} features", names.len()));

    let weight = |doc: &Ready| match SETS.get(doc.set) {
        _ if doc.read => options.get("read", 1.0),
        Some((name, weight)) => options.get(name, *weight),
        None if sets[doc.set].name == data::WRITTEN => written,
        None => options.get("raw", 0.5),
    };
    let data = gather(&ready, &index, weight);
    let dev_data = gather(&dev_ready, &index, |_| 1.0);
    let first =
        Rates { alpha: options.get("alpha", 0.1), beta: 1.0, l1: options.get("l1", 5.5), l2: options.get("l2", 0.0) };
    let drop = (options.get("drop", 0.25), options.get("unknown", 0.3));
    let epochs = options.get("epochs", 7.0) as usize;
    // Weights of late epochs and of several runs are averaged: what they agree on is what holds elsewhere.
    let runs = options.get("runs", 3.0) as usize;
    let mut crf = Crf::new(names.len(), first);
    let late_epochs = options.get("late", 3.0) as usize;
    let mut order = data.stretches.clone();
    for run in 0..runs {
        let mut one = Crf::new(names.len(), first);
        for epoch in 0..epochs {
            random.shuffle(&mut order);
            let loss: f64 = order.iter().map(|s| f64::from(one.learn(&data, *s, drop, &mut random))).sum();
            if epoch + late_epochs >= epochs {
                one.add_to(&mut crf, 1.0 / (runs * late_epochs) as f32);
            }
            say(&format!("run {run}, epoch {epoch}: loss {loss:.0}"));
        }
        let labels = decode(&one, &dev_data, &dev_ready);
        say(&format!("alone\n{}", score::report(&dev, &dev_ready, &labels, true)));
    }
    // Written texts are full of names and the lists know them: without it too many are seen elsewhere.
    let malus = options.get("malus", 1.0);
    for (kind, [first, further]) in KINDS.into_iter().zip(MALUS) {
        for row in &mut crf.transitions {
            row[begin(kind) as usize] -= malus * first;
            row[inside(kind) as usize] -= malus * further;
        }
    }
    let labels = decode(&crf, &dev_data, &dev_ready);
    say(&format!("averaged\n{}", score::report(&dev, &dev_ready, &labels, true)));

    let most = options.get("errors", 0.0) as usize;
    if most > 0 {
        let labels = decode(&crf, &dev_data, &dev_ready);
        let mut at = 0;
        for set in &dev {
            eprintln!("{}", score::mistakes(set, &dev_ready[at..], &labels[at..], most));
            at += set.docs.len();
        }
    }
    let Some(out) = &options.out else { return };
    let scale = options.get("scale", 0.07);
    let quantise = |row: &Row| row.map(|w| (w / scale).round().clamp(-127.0, 127.0) as i8);
    let parts = Parts {
        features: names
            .iter()
            .zip(&crf.weights)
            .map(|(f, row)| (*f, quantise(row)))
            .filter(|(_, row)| row.iter().any(|w| w.abs() > 1))
            .collect(),
        scale,
        transitions: crf.transitions.iter().map(quantise).collect(),
        words: word_list,
        phrases: phrase_list,
    };
    let bytes = parts.write();
    std::fs::write(out, &bytes).unwrap_or_else(|error| panic!("cannot write {}: {error}", out.display()));
    say(&format!("{} features kept, {} bytes", parts.features.len(), bytes.len()));
    let model = Parts::read(&bytes).expect("what was written can be read").model();
    let docs = dev.iter().flat_map(|set| &set.docs).zip(&dev_ready);
    let labels: Vec<_> = docs.map(|(gold, ready)| read_with(&model, gold, ready)).collect();
    say(&format!("as written:\n{}", score::report(&dev, &dev_ready, &labels, true)));
}

/// The labels the finished model gives the candidates of `ready`; it passes some over.
fn read_with(model: &Model, gold: &data::Gold, ready: &Ready) -> Vec<u8> {
    let mut labeller = Labeller::default();
    (0..gold.doc.sentences.len()).for_each(|number| labeller.read(&gold.doc, number, model));
    let labels = labeller.labels(model);
    let mut scored = labeller.scored.candidates.iter().zip(labels).peekable();
    let label =
        |candidate: &Candidate| scored.next_if(|(scored, _)| scored.token == candidate.token).map_or(OUTSIDE, |s| s.1);
    ready.scored.candidates.iter().map(label).collect()
}

/// Title Case, ALL CAPS and lower case for a share of the sentences, as headings and careless writers have them.
fn recase(sentences: &mut [Vec<(String, String)>], random: &mut Random, share: f32) {
    for sentence in sentences {
        let roll = random.below(10_000) as f32 / 10_000.0;
        for (n, (word, label)) in sentence.iter_mut().enumerate() {
            if roll < share * 0.7 {
                let small = n > 0 && word.len() < 4 && label == "O";
                if !small && word.is_ascii() && !word.starts_with('\'') && word != "n't" {
                    *word = word[..1].to_ascii_uppercase() + &word[1..];
                }
            } else if roll < share {
                *word = word.to_uppercase();
            }
        }
    }
}

fn prepare(
    gold: &data::Gold,
    set: usize,
    full: &[article_lens::EntityKind],
    lexicon: &Lexicon,
    told: Option<(&teacher::Told, u32)>,
) -> Ready {
    let mut memory = Memory::default();
    let mut reader = Reader::default();
    let mut ready = Ready {
        set,
        read: false,
        scored: Scored::default(),
        offsets: vec![0],
        features: Vec::new(),
        allowed: Vec::new(),
    };
    let mut ends = Vec::new();
    let mut early: Vec<Feature> = Vec::new();
    for number in 0..gold.doc.sentences.len() {
        let mut fresh = true;
        reader.read(&gold.doc, number, lexicon, &mut memory, |sentence, i, candidate| {
            ready.scored.push(candidate, [0.0; LANES], fresh);
            fresh = false;
            sentence.features::<true, true>(i, &mut early);
            ends.push(early.len());
        });
    }
    let mut at = 0;
    for (candidate, end) in ready.scored.candidates.iter().zip(ends) {
        ready.features.extend_from_slice(&early[at..end]);
        memory.features(candidate, &mut ready.features);
        ready.offsets.push(ready.features.len() as u32);
        at = end;
    }
    // Labels from the spans of names.
    let open: u16 = KINDS.iter().filter(|k| !full.contains(k)).fold(0, |m, k| m | 1 << begin(*k) | 1 << inside(*k));
    let mut names = gold.names.iter().peekable();
    let mut last: Option<(u32, u32)> = None;
    let starts: Vec<usize> = std::iter::once(0).chain(ready.scored.ends.iter().map(|e| *e as usize)).collect();
    for (n, candidate) in ready.scored.candidates.iter().enumerate() {
        let span = gold.doc.tokens[candidate.token as usize].span;
        while names.peek().is_some_and(|name| name.0.end <= span.start) {
            names.next();
        }
        let mut mask = match names.peek().filter(|name| name.0.overlaps(span)) {
            Some((name, kind)) => {
                let goes_on = last == Some((name.start, candidate.token)) && starts.binary_search(&n).is_err();
                last = Some((name.start, candidate.token + 1));
                1 << if goes_on { inside(*kind) } else { begin(*kind) }
            }
            None if candidate.in_run() => 1 | open,
            None => 1,
        };
        if let Some((told, first)) = told {
            let says = told.of(first + candidate.token);
            let second = if says.share < SURE { 1 << says.second } else { 0 };
            mask = 1 << says.best | second;
        }
        ready.allowed.push(mask);
    }
    ready
}

/// Everything in one long row of tokens, features by number.
fn gather(docs: &[Ready], index: &[u32], weight: impl Fn(&Ready) -> f32) -> Data {
    let mut data = Data { offsets: vec![0], ..Data::default() };
    for (number, doc) in docs.iter().enumerate() {
        let base = data.allowed.len() as u32;
        let mut start = 0;
        for end in &doc.scored.ends {
            data.stretches.push(Stretch {
                start: base + start,
                end: base + end,
                weight: weight(doc),
                doc: number as u32,
            });
            start = *end;
        }
        for token in 0..doc.allowed.len() {
            let features = &doc.features[doc.offsets[token] as usize..doc.offsets[token + 1] as usize];
            for (n, feature) in features.iter().enumerate() {
                let identity = match n {
                    1 | 2 | 7 | 8 => crf::IDENTITY,
                    23 | 26..=28 | 33 | 34 | 36..=39 | 42 | 43 | 45 => crf::LISTED,
                    _ => 0,
                };
                if index[*feature as usize] != u32::MAX {
                    data.features.push(index[*feature as usize] | identity);
                }
            }
            data.offsets.push(data.features.len() as u32);
        }
        data.allowed.extend_from_slice(&doc.allowed);
    }
    data
}

/// The best labels of every document.
fn decode(crf: &Crf, data: &Data, docs: &[Ready]) -> Vec<Vec<u8>> {
    let transitions = transitions(|a, b| crf.transitions[a][b]);
    let mut labels: Vec<Vec<u8>> = docs.iter().map(|d| vec![OUTSIDE; d.allowed.len()]).collect();
    let mut back = Vec::new();
    let mut base = (u32::MAX, 0);
    for stretch in &data.stretches {
        if base.0 != stretch.doc {
            base = (stretch.doc, stretch.start);
        }
        let rows: Vec<Row> = (stretch.start..stretch.end).map(|t| crf.row(data, t as usize)).collect();
        let (start, end) = ((stretch.start - base.1) as usize, (stretch.end - base.1) as usize);
        best_path(&rows, &transitions, &mut back, &mut labels[stretch.doc as usize][start..end]);
    }
    labels
}
