//! Runs the corpora of the entities: one line, one example; and what holds for any text.

use article_lens::document::{self, Document};
use article_lens::entities::{self, Tagger};
use article_lens::{Entity, EntityKind, Format, RawInput, analyze, input};

fn text(text: &str) -> RawInput {
    RawInput { text: text.replace("\\n", "\n"), format: Format::Text, ..RawInput::default() }
}

fn kind(word: &str) -> Option<EntityKind> {
    Some(match word {
        "person" => EntityKind::Person,
        "organization" => EntityKind::Organization,
        "place" => EntityKind::Place,
        "group" => EntityKind::Group,
        "event" => EntityKind::Event,
        "other" => EntityKind::Other,
        "any" => return None,
        unknown => panic!("no kind {unknown}"),
    })
}

/// What an expectation misses; none when it holds.
fn missing(entities: &[Entity], expected: &str) -> Option<String> {
    let (first, rest) = expected.split_once(' ').expect("an expectation has two words");
    let forms = |e: &Entity| -> Vec<String> { std::iter::once(&e.name).chain(&e.aliases).cloned().collect() };
    match first {
        "not" => entities.iter().any(|e| forms(e).iter().any(|f| f == rest)).then(|| format!("{rest} is a chip")),
        "count" => {
            let (number, of) = rest.split_once(' ').expect("count N kind");
            let count = entities.iter().filter(|e| Some(e.kind) == kind(of)).count();
            (count.to_string() != number).then(|| format!("{count} of {of}"))
        }
        "meant" => {
            let (times, name) = rest.split_once(' ').expect("meant N name");
            let count = entities.iter().find(|e| e.name == name).map_or(0, |e| e.described.len());
            (count.to_string() != times).then(|| format!("{name} is meant {count} times"))
        }
        "governs" => {
            let (times, name) = rest.split_once(' ').expect("governs N name");
            let count = entities.iter().find(|e| e.name == name).map_or(0, |e| e.government.len());
            (count.to_string() != times).then(|| format!("{name} stands for its government {count} times"))
        }
        "after" => {
            let (place, people) = rest.split_once(": ").expect("after place: people");
            let entity = entities.iter().find(|e| e.name == people);
            let home = entity.and_then(|e| e.place).map_or("none", |id| entities[id as usize].name.as_str());
            (home != place).then(|| format!("{people} is called after {home}"))
        }
        _ => {
            let kind = kind(first);
            let (rest, role) = match rest.strip_suffix(')').and_then(|r| r.split_once(" (")) {
                Some((rest, role)) => (rest, Some(role)),
                None => (rest, None),
            };
            let (name, aliases) = rest.split_once(" = ").unwrap_or((rest, ""));
            let entity = entities.iter().find(|e| e.name == name && kind.is_none_or(|k| k == e.kind));
            let Some(entity) = entity else { return Some(format!("no chip {first} {name}")) };
            let lost = aliases.split(", ").find(|a| !a.is_empty() && !entity.aliases.iter().any(|b| b == a));
            match (lost, role) {
                (Some(alias), _) => Some(format!("{name} lacks {alias}")),
                (_, Some(role)) if entity.role.as_deref() != Some(role) => Some(format!("{name} is {:?}", entity.role)),
                _ => None,
            }
        }
    }
}

/// What the line's text lacks of what the line says.
fn failures(line: &str) -> Vec<String> {
    let mut parts = line.split(" | ");
    let analysis = analyze(&text(parts.next().unwrap_or("")));
    parts.filter_map(|expected| missing(&analysis.entities, expected)).collect()
}

const CORPORA: [(&str, &str); 3] = [
    ("entities.txt", include_str!("rules/entities.txt")),
    ("entities_news.txt", include_str!("rules/entities_news.txt")),
    ("entities_edited.txt", include_str!("rules/entities_edited.txt")),
];

fn lines(corpus: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    corpus.lines().enumerate().map(|(n, l)| (n + 1, l)).filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
}

#[test]
fn examples_hold() {
    let examples = CORPORA.iter().flat_map(|(name, corpus)| lines(corpus).map(move |(n, line)| (name, n, line)));
    let wrong: Vec<String> = examples
        .filter_map(|(name, number, line)| {
            let failures = failures(line);
            (!failures.is_empty()).then(|| format!("{name} {number}: {line}\n    {}", failures.join("; ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{} examples fail\n{}", wrong.len(), wrong.join("\n"));
}

/// Each line is known to fail, with the reason in the comment above. One that holds belongs into entities.txt.
#[test]
fn known_wrong_is_still_wrong() {
    for (number, line) in lines(include_str!("rules/entities_known_wrong.txt")) {
        assert!(!failures(line).is_empty(), "entities_known_wrong.txt {number} holds now: {line}");
    }
}

fn read(text: &str) -> Document {
    document::parse(&input::read(&RawInput { text: text.into(), format: Format::Text, ..RawInput::default() }))
}

/// The texts of the corpus, and some nobody would write.
fn texts() -> Vec<String> {
    let corpus = CORPORA.iter().flat_map(|(_, corpus)| lines(corpus));
    let corpus = corpus.map(|(_, l)| l.split(" | ").next().unwrap_or("").to_string());
    let mut texts: Vec<String> = corpus.collect();
    texts.push(texts.join("\n"));
    texts.push("A. B. C. D. ".repeat(50));
    texts.push("NEW YORK TIMES ".repeat(200));
    texts.push("’s ’s (A) (AB) “Ω” Ⅷ ß İstanbul İ. ŁÓDŹ 東京 محمد\u{301} \u{202e}Ann Lee\u{202c} -– - Ann-".into());
    texts.push("President President President Ann, the president of the president of, and".repeat(20));
    texts
}

#[test]
fn mentions_stand_in_order_and_belong_to_an_entity() {
    for text in texts() {
        let doc = read(&text);
        let found = entities::find(&doc);
        for pair in found.mentions.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start, "mentions overlap in {text}");
        }
        for mention in &found.mentions {
            let entity = &found.entities[mention.entity as usize];
            assert_eq!(entity.id, mention.entity);
            assert!(entity.mentions.contains(&mention.span));
            assert_eq!(doc.span(mention.tokens), mention.span);
            let form = mention.span.of(&doc.text);
            assert!(entity.name == form || entity.aliases.iter().any(|a| a == form), "{form} is no form of {entity:?}");
        }
        let described: usize = found.entities.iter().map(|e| e.described.len()).sum();
        assert_eq!(described, found.described.len());
        let mut places: Vec<_> = found.mentions.iter().chain(&found.described).map(|m| m.span).collect();
        places.sort_unstable();
        assert!(places.windows(2).all(|pair| pair[0].end <= pair[1].start), "descriptions overlap in {text}");
        assert!(found.described.iter().all(|m| doc.span(m.tokens) == m.span));
        assert!(found.entities.iter().all(|e| e.government.iter().all(|span| e.mentions.contains(span))));
        let named: usize = found.entities.iter().map(|e| e.mentions.len()).sum();
        assert_eq!(named, found.mentions.len());
        let shares: f32 = found.entities.iter().map(|e| e.salience).sum();
        assert!(found.entities.is_empty() || (shares - 1.0).abs() < 1e-3);
        assert!(found.entities.windows(2).all(|pair| pair[0].salience >= pair[1].salience));
    }
}

/// The memory of the document must not depend on how the text was cut for reading.
#[test]
fn slices_do_not_change_the_answer() {
    let doc = read(texts()[texts().len() - 5].as_str());
    assert!(doc.sentences.len() > 50);
    let whole = entities::find(&doc);
    for size in [1, 2, 7, 40] {
        let mut tagger = Tagger::default();
        for start in (0..doc.sentences.len()).step_by(size) {
            tagger.scan(&doc, start..(start + size).min(doc.sentences.len()));
        }
        let sliced = tagger.finish(&doc, &[]);
        assert_eq!(whole.mentions, sliced.mentions);
        assert_eq!(whole.entities, sliced.entities);
    }
}
