//! Runs the rule corpora of the dates: one line, one example.

use article_lens::{Format, PublishedSource, RawInput, TimexKind, analyze};

fn lines(corpus: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    corpus.lines().enumerate().map(|(n, l)| (n + 1, l)).filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
}

/// `words KIND value` of every expression of a text.
fn read(text: &str, published: &str) -> Vec<(String, &'static str, String)> {
    let published = Some(published.to_string()).filter(|p| p != "none");
    let analysis =
        analyze(&RawInput { text: text.replace("\\n", "\n"), format: Format::Text, published, ..RawInput::default() });
    let kind = |kind| match kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    };
    let words = |t: &article_lens::Timex| t.span.of(&analysis.text).to_string();
    analysis.timexes.iter().map(|t| (words(t), kind(t.kind), t.value.clone())).collect()
}

/// What is wrong with a line `sentence with [words] | publication | KIND | value`, if anything.
fn wrong(line: &str) -> Option<String> {
    let fields: Vec<&str> = line.split(" | ").collect();
    let [sentence, published, kind, value] = fields[..] else { return Some(format!("not four columns: {line}")) };
    let value = if value == "none" { "" } else { value };
    let expected = sentence.split_once('[').and_then(|s| s.1.split_once(']')).map_or("", |s| s.0);
    let found = read(&sentence.replace(['[', ']'], ""), published);
    let fits = found.iter().any(|f| f.0 == expected && f.1 == kind && f.2 == value);
    (!fits).then(|| format!("{line}\n    found {found:?}"))
}

fn report(file: &str, failures: Vec<String>) {
    assert!(failures.is_empty(), "{file}: {} examples fail\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn expressions_have_their_values() {
    for (file, corpus) in
        [("time.txt", include_str!("rules/time.txt")), ("time_news.txt", include_str!("rules/time_news.txt"))]
    {
        let failures = lines(corpus).filter_map(|(n, line)| wrong(line).map(|w| format!("{n}: {w}")));
        report(file, failures.collect());
    }
}

/// Brackets are marks in the corpus, so this case stands here.
#[test]
fn an_editors_brackets_are_read_through() {
    let found = read("“[Ten] years ago nobody came,” she said.", "2025-01-22");
    assert_eq!(found, [("[Ten] years ago".to_string(), "DATE", "2015".to_string())]);
}

#[test]
fn what_is_no_time_is_left_alone() {
    let mut failures = Vec::new();
    for (number, line) in lines(include_str!("rules/time_not.txt")) {
        let found = read(line, "2025-01-22");
        if !found.is_empty() {
            failures.push(format!("{number}: {line}\n    found {found:?}"));
        }
    }
    report("time_not.txt", failures);
}

#[test]
fn known_errors_are_still_there() {
    let mut failures = Vec::new();
    for (number, line) in lines(include_str!("rules/time_wrong.txt")) {
        let Some((example, reason)) = line.split_once(" ## ") else {
            failures.push(format!("{number}: no reason behind ` ## `"));
            continue;
        };
        if wrong(example).is_none() {
            failures.push(format!("{number}: is right now, move it to time.txt: {example} (was: {reason})"));
        }
    }
    report("time_wrong.txt", failures);
}

#[test]
fn the_publication_date_is_found_or_not_known() {
    let mut failures = Vec::new();
    for (number, line) in lines(include_str!("rules/time_published.txt")) {
        let (text, expected) = line.rsplit_once(" | ").expect("a line is `text | date source`");
        let raw = RawInput { text: text.replace("\\n", "\n"), format: Format::Text, ..RawInput::default() };
        let published = analyze(&raw).published;
        let source = match published.source {
            PublishedSource::Given => "given",
            PublishedSource::Metadata => "metadata",
            PublishedSource::Dateline => "dateline",
            PublishedSource::Inferred => "inferred",
            PublishedSource::None => "none",
        };
        let found = match &published.date {
            Some(date) => format!("{date} {source}"),
            None => source.to_string(),
        };
        if found != expected || published.because.is_empty() {
            failures.push(format!("{number}: {text}\n    expected {expected}, found {found} ({})", published.because));
        }
    }
    report("time_published.txt", failures);
}

#[test]
fn a_weekday_and_a_known_event_fix_each_other() {
    let text = "The mayor flew home on Tuesday.\n\nThe flight, which came a day after Donald Trump's inauguration as the \
                47th President, was delayed by fog. Flights have been late since the fall of the Berlin Wall.";
    for given in [None, Some("2025-01-22".to_string())] {
        let analysis = analyze(&RawInput {
            text: text.into(),
            format: Format::Text,
            published: given.clone(),
            ..RawInput::default()
        });
        let value = |words: &str| {
            let found = analysis.timexes.iter().find(|t| t.span.of(&analysis.text).starts_with(words));
            found.map(|t| (t.value.as_str(), t.because.as_str())).unwrap_or_default()
        };
        let why = "a day after Trump's inauguration as the 47th President, 20 January 2025; that is a Tuesday, as the text says";
        assert_eq!(value("a day after"), ("2025-01-21", why));
        assert_eq!(value("Tuesday").0, "2025-01-21");
        assert!(value("Tuesday").1.ends_with(why), "{}", value("Tuesday").1);
        if given.is_none() {
            assert_eq!(analysis.published.source, PublishedSource::Inferred);
            assert_eq!(analysis.published.date.as_deref(), Some("2025-01-21"));
        }
    }
}

#[test]
fn what_contradicts_is_said() {
    let text = "The mayor flew home on Friday, a day after Donald Trump's inauguration as the 47th President.";
    let analysis = analyze(&RawInput {
        text: text.into(),
        format: Format::Text,
        published: Some("2025-01-26".into()),
        ..RawInput::default()
    });
    let because = analysis.timexes.iter().map(|t| t.because.as_str()).collect::<Vec<_>>().join("\n");
    assert!(because.contains("that is a Tuesday, but the text says Friday"), "{because}");
}

#[test]
fn nothing_is_invented_without_an_anchor() {
    for text in
        ["It rained on Tuesday.", "She left two weeks ago.", "It opened last month.", "It shuts tomorrow at 5 p.m."]
    {
        for timex in analyze(&RawInput::text(text)).timexes {
            assert!(timex.value.is_empty() || timex.value.starts_with('T'), "{text}: {}", timex.value);
            assert!(timex.because.contains("no date to count from"), "{text}: {}", timex.because);
        }
    }
}

/// Words of time and marks in every order: never a panic, and places that hold.
#[test]
fn any_soup_of_words_gives_places_that_hold() {
    const WORDS: &[&str] = &[
        "May",
        "march",
        "second",
        "Monday",
        "the",
        "a",
        "of",
        "last",
        "next",
        "1990",
        "31",
        "2025-02-31",
        "12:30",
        "p.m.",
        "'",
        "’",
        "-",
        "–",
        "/",
        "1990s",
        "21st",
        "first",
        "half",
        "quarter",
        "year",
        "years",
        "ago",
        "later",
        "before",
        "after",
        "Christmas",
        "BC",
        "264",
        "early",
        "mid",
        "end",
        "in",
        "on",
        "and",
        "to",
        ",",
        ".",
        "every",
        "twenty",
        "hundred",
        "million",
        "noon",
        "morning",
        "٣",
        "３１",
        "é",
        "9",
        "11",
        "Trump",
        "'s",
        "inauguration",
        "Cold",
        "War",
        "99999",
        "4444444444444444444444",
        "00:00",
        "24:00",
        "Q3",
        "fiscal",
        "that",
        "GMT",
        "T",
        "+0100",
    ];
    let mut seed = 7_u64;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..40 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let pick = (seed >> 33) as usize;
            text += WORDS[pick % WORDS.len()];
            if !pick.is_multiple_of(5) {
                text.push(' ');
            }
        }
        for published in
            [None, Some("2025-01-22".to_string()), Some("9999-12-31".to_string()), Some("0001-01-01".to_string())]
        {
            let analysis =
                analyze(&RawInput { text: text.clone(), format: Format::Text, published, ..RawInput::default() });
            let mut end = 0;
            for timex in &analysis.timexes {
                assert!(timex.span.start >= end && !timex.span.is_empty(), "{text}");
                assert!(analysis.text.get(timex.span.start as usize..timex.span.end as usize).is_some(), "{text}");
                assert!(!timex.because.is_empty(), "{text}");
                end = timex.span.end;
            }
        }
    }
}

#[test]
fn impossible_dates_give_no_date() {
    let long = "7".repeat(400);
    for text in [
        "31 February 2024",
        "February 29, 2023",
        "2024-13-01",
        "13/31/2018",
        "year 99999",
        "2882015",
        "٣ مارس",
        "３１/１２/２０２４",
        "25:61",
        "14 pm",
        "9/0 of a day",
        long.as_str(),
    ] {
        for (words, _, value) in read(&format!("It was {text} then."), "2025-01-22") {
            let day = value.len() == 10 && value.as_bytes()[4] == b'-';
            assert!(!day && !value.contains("99999"), "{text}: {words} = {value}");
        }
    }
}
