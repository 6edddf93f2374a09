//! Runs the rule corpora of the grammar and the timeline: one line, one example.

use article_lens::document::{self, Document};
use article_lens::grammar::{self, VerbTense};
use article_lens::{Event, Format, RawInput, input};

fn read(text: &str) -> Document {
    document::parse(&input::read(&RawInput { text: text.into(), format: Format::Text, ..RawInput::default() }))
}

fn lines(corpus: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    corpus.lines().enumerate().map(|(n, l)| (n + 1, l)).filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
}

fn report(file: &str, failures: Vec<String>) {
    assert!(failures.is_empty(), "{file}: {} examples fail\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn verbs_have_their_tenses() {
    let mut failures = Vec::new();
    for (number, line) in lines(include_str!("rules/grammar_verbs.txt")) {
        let (sentence, expected) = line.split_once(" | ").expect("a line is `sentence | verbs`");
        let doc = read(sentence);
        let mut found = Vec::new();
        for s in 0..doc.sentences.len() {
            for verb in &grammar::parse(&doc, s).verbs {
                let tense = match verb.tense {
                    VerbTense::Past => "past",
                    VerbTense::PresentPerfect => "perfect",
                    VerbTense::PastPerfect => "pluperfect",
                    VerbTense::Present => "present",
                    VerbTense::Future => "future",
                    VerbTense::Modal => "modal",
                    VerbTense::None => "none",
                };
                let not = if verb.negated { "not " } else { "" };
                found.push(format!("{not}{} {tense}", doc.word(verb.main as usize)));
            }
        }
        let found = found.join(", ");
        if found != expected {
            failures.push(format!("{number}: {sentence}\n    expected {expected}\n    found    {found}"));
        }
    }
    report("grammar_verbs.txt", failures);
}

#[test]
fn clauses_have_their_words() {
    let mut failures = Vec::new();
    for (number, line) in lines(include_str!("rules/grammar_clauses.txt")) {
        let sentence = line.replace(['[', ']'], "");
        let doc = read(&sentence);
        let parse = grammar::parse(&doc, 0);
        let expected = owners(line);
        let found: Vec<Option<usize>> = (0..doc.tokens.len())
            .map(|t| parse.clause_of(t as u32))
            .zip(doc.tokens.iter())
            .map(|(clause, _)| clause)
            .collect();
        // Same numbering: clauses by their first word, an outer one before an inner one at the same word.
        let mut order: Vec<usize> = (0..parse.clauses.len()).collect();
        order.sort_by_key(|&c| {
            let clause = &parse.clauses[c];
            let nested = parse.clauses.iter().filter(|o| o.parent == Some(c as u32)).map(|o| o.tokens.start);
            (nested.chain([clause.tokens.start]).min(), c)
        });
        let rank = |clause: usize| order.iter().position(|&c| c == clause).expect("a clause has a place");
        let found: Vec<usize> = found.into_iter().map(|c| rank(c.expect("every token has a clause"))).collect();
        let text = |owners: &[usize]| {
            (0..doc.tokens.len()).map(|t| format!("{}/{}", doc.word(t), owners[t])).collect::<Vec<_>>().join(" ")
        };
        if doc.sentences.len() != 1 || found != expected {
            failures.push(format!("{number}: expected {}\n    found    {}", text(&expected), text(&found)));
        }
    }
    report("grammar_clauses.txt", failures);
}

/// The number of the innermost bracket around each token of a bracketed sentence.
fn owners(line: &str) -> Vec<usize> {
    let plain = line.replace(['[', ']'], "");
    let mut number_at = Vec::new();
    let (mut open, mut next) = (Vec::new(), 0);
    for c in line.chars() {
        match c {
            '[' => {
                open.push(next);
                next += 1;
            }
            ']' => {
                open.pop();
            }
            _ => number_at.extend(std::iter::repeat_n(open.last().copied().unwrap_or(0), c.len_utf8())),
        }
    }
    read(&plain).tokens.iter().map(|t| number_at[t.span.start as usize]).collect()
}

/// Any text gives an answer whose numbers fit together.
#[test]
fn any_text_can_be_parsed() {
    let words = [
        "that", "which", "said", "and", ",", "was", "to", "meet", "not", "held", "the", "May", "’s", "n't", "don't",
        "“", "(", "-", "after", "marking", "3", "é", "will", "is", "due", "\n", ".", "😀", "had", "by", "Rome",
    ];
    let mut seed = 7_u64;
    for length in 0..600 {
        let mut text = String::new();
        for _ in 0..length % 60 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text += words[(seed >> 33) as usize % words.len()];
            text += if seed >> 40 & 7 == 0 { "" } else { " " };
        }
        let doc = read(&text);
        for s in 0..doc.sentences.len() {
            let parse = grammar::parse(&doc, s);
            let tokens = doc.sentences[s].tokens;
            for t in tokens.start..tokens.end {
                let clause = parse.clause_of(t).expect("every token has a clause");
                assert!(parse.clauses[clause].tokens.range().contains(&(t as usize)), "{text}");
                let _ = parse.governing(t);
            }
            for (number, clause) in parse.clauses.iter().enumerate() {
                assert!(clause.parent.is_none_or(|p| (p as usize) < number), "{text}");
                assert!(clause.verb.is_none_or(|v| (v as usize) < parse.verbs.len()), "{text}");
            }
            assert!(parse.verbs.windows(2).all(|v| v[0].tokens.end <= v[1].tokens.start), "{text}");
        }
    }
}

#[test]
fn events_have_their_clauses_and_dates() {
    let mut failures = Vec::new();
    for (number, line) in lines(include_str!("rules/timeline.txt")) {
        let mut columns = line.split('|').map(str::trim);
        let mut column = || columns.next().expect("a line is `text | published | events`");
        let (text, published, expected) = (column(), column(), column());
        let mut raw = RawInput { text: text.replace('¶', "\n\n"), format: Format::Text, ..RawInput::default() };
        if !published.is_empty() {
            raw = raw.published(published);
        }
        let analysis = article_lens::analyze(&raw);
        let found: Vec<String> = analysis.events.iter().map(|e| shown(e, &analysis.text)).collect();
        let found = if found.is_empty() { "-".to_string() } else { found.join(" ;; ") };
        if found != expected {
            failures.push(format!("{number}: {text}\n    expected {expected}\n    found    {found}"));
        }
    }
    report("timeline.txt", failures);
}

/// Who takes part, for each event in order.
#[test]
fn events_have_their_participants() {
    let mut failures = Vec::new();
    for (number, line) in lines(include_str!("rules/timeline_who.txt")) {
        let mut columns = line.split('|').map(str::trim);
        let mut column = || columns.next().expect("a line is `text | published | participants`");
        let (text, published, expected) = (column(), column(), column());
        let raw = RawInput {
            text: text.replace('¶', "\n\n"),
            format: Format::Text,
            published: Some(published.into()),
            ..RawInput::default()
        };
        let analysis = article_lens::analyze(&raw);
        let names = |e: &Event| {
            let names: Vec<&str> = e.entities.iter().map(|&id| analysis.entities[id as usize].name.as_str()).collect();
            format!("{}: {}", e.date, if names.is_empty() { "-".to_string() } else { names.join(", ") })
        };
        let found = analysis.events.iter().map(names).collect::<Vec<_>>().join(" ;; ");
        if found != expected {
            failures.push(format!("{number}: {text}\n    expected {expected}\n    found    {found}"));
        }
    }
    report("timeline_who.txt", failures);
}

/// `date tense certainty: [subject of another clause] clause + other places`
fn shown(event: &Event, text: &str) -> String {
    let tense = format!("{:?}", event.tense).to_lowercase();
    let certainty = format!("{:?}", event.certainty).to_lowercase();
    let date = if event.date.is_empty() { "?" } else { &event.date };
    let places: Vec<&str> = [event.span].iter().chain(&event.also).map(|s| s.of(text)).collect();
    let subject = event.subject.map_or(String::new(), |s| format!("[{}] ", s.of(text)));
    format!("{date} {tense} {certainty}: {subject}{}", places.join(" + "))
}

/// Any text gives a timeline whose parts fit together: places inside the text, dates of a known form, in order of time,
/// the undated last, and the same answer twice.
#[test]
fn any_text_gives_a_timeline_in_order() {
    let pieces = [
        "The council met",
        "on Friday",
        "in 1999",
        "on 31 February 2024",
        "after the war",
        "said that",
        ",",
        "and",
        "which fell",
        "the 2009 crash",
        "was not held",
        "will open",
        "next week",
        "from 3 to 17 May",
        "between 1984 and 1991",
        "“",
        "”",
        ".",
        "¶",
        "é",
        "😀",
        "If",
        "had denied",
        "killing nine",
        "to meet",
        "three days ago",
        "since",
        "the end of the Cold War",
        "in the year 99999",
        "Looking ahead",
        "at 9 p.m.",
        "?",
        "44 BC",
        "—",
    ];
    let mut seed = 11_u64;
    for length in 0..400 {
        let mut text = String::new();
        for _ in 0..length % 40 + 1 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text += pieces[(seed >> 33) as usize % pieces.len()];
            text += if (seed >> 40) & 7 == 0 { "" } else { " " };
        }
        let mut raw = RawInput { text: text.replace('¶', "\n\n"), format: Format::Text, ..RawInput::default() };
        if length % 2 == 0 {
            raw = raw.published("2025-01-22");
        }
        let analysis = article_lens::analyze(&raw);
        let mut undated = false;
        for event in &analysis.events {
            assert!(!event.span.of(&analysis.text).trim().is_empty(), "{text:?}: an event without words");
            for place in &event.also {
                assert!(!event.span.contains(*place) && !place.of(&analysis.text).is_empty(), "{text:?}");
            }
            let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/');
            assert!(event.date.chars().all(known), "{text:?}: {}", event.date);
            assert!(event.entities.iter().all(|&id| (id as usize) < analysis.entities.len()), "{text:?}");
            assert!(!undated || event.date.is_empty(), "{text:?}: a date behind those without");
            undated = event.date.is_empty();
        }
        let years: Vec<i32> = analysis.events.iter().filter_map(|e| e.date.get(..4)?.parse().ok()).collect();
        assert!(years.is_sorted(), "{text:?}: {years:?}");
        assert_eq!(analysis, article_lens::analyze(&raw), "{text:?}: another answer the second time");
    }
}

/// What is marked in the text and what stands on the timeline are one day.
#[test]
fn today_inside_a_quotation_is_marked_with_the_day_of_its_event() {
    let text =
        "The mayor spoke in York on Friday. “Today we lost a friend, and tonight the flags will be lowered,” she said.";
    let analysis = article_lens::analyze(&RawInput::text(text).published("2025-03-10"));
    let values: Vec<&str> = analysis.timexes.iter().map(|t| t.value.as_str()).collect();
    assert_eq!(values, ["2025-03-07", "2025-03-07", "2025-03-07TNI"]);
    assert_eq!(analysis.timexes[1].because, "said on 7 March 2025, from which the speaker counts");
    assert!(analysis.events.iter().all(|e| e.date == "2025-03-07"), "{:?}", analysis.events);
}
