//! What holds for the analysis of any text whatever. Used by the property tests, the bad inputs and the fuzz targets.

use article_lens::{Analysis, Job, Progress, PublishedSource, RawInput, Span, analyze, export};
use serde_json::Value;

/// Analyses `raw` and checks everything that must hold; panics with words where it does not.
pub fn check(raw: &RawInput) -> Analysis {
    let analysis = analyze(raw);
    spans(&analysis);
    views(&analysis);
    dates(&analysis);
    slices(raw, &analysis);
    exported(raw, &analysis);
    analysis
}

/// Every place lies inside the text, on character boundaries, and what must be in order is.
fn spans(a: &Analysis) {
    assert!(u32::try_from(a.text.len()).is_ok());
    let inside = |what: &str, span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start < end && end <= a.text.len(), "{what} {span:?} is empty or outside of {} bytes", a.text.len());
        assert!(a.text.is_char_boundary(start) && a.text.is_char_boundary(end), "{what} {span:?} cuts a character");
    };
    let in_order = |what: &str, spans: &[Span]| {
        spans.iter().for_each(|span| inside(what, *span));
        for pair in spans.windows(2) {
            assert!(
                pair[0].end <= pair[1].start,
                "{what}: {:?} and {:?} overlap or are out of order",
                pair[0],
                pair[1]
            );
        }
    };
    in_order("block", &a.blocks.iter().map(|b| b.span).collect::<Vec<_>>());
    in_order("section", &a.outline.iter().map(|s| s.span).collect::<Vec<_>>());
    in_order("timex", &a.timexes.iter().map(|t| t.span).collect::<Vec<_>>());
    for entity in &a.entities {
        in_order("mention", &entity.mentions);
    }
    let mut mentions: Vec<Span> = a.entities.iter().flat_map(|e| e.mentions.iter().copied()).collect();
    mentions.sort();
    in_order("mention", &mentions);
    for section in &a.outline {
        inside("extent", section.extent);
        assert!(section.extent.contains(section.span), "{section:?} lies outside its extent");
        assert!(section.level >= 1 && !section.text.trim().is_empty(), "{section:?}");
    }
    for event in &a.events {
        inside("event", event.span);
        event.also.iter().for_each(|span| inside("event", *span));
    }
    // Places in the clean text come from rising places in what was pasted.
    for pair in a.source.steps.windows(2) {
        assert!(pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1, "source map turns back: {pair:?}");
    }
}

/// Entities, sections and events refer to each other and say what they must.
fn views(a: &Analysis) {
    let held = squeeze(&a.text);
    for (number, entity) in a.entities.iter().enumerate() {
        assert_eq!(entity.id as usize, number, "{entity:?}");
        assert!((0.0..=1.0).contains(&entity.salience), "{entity:?}");
        assert!(!entity.mentions.is_empty(), "{entity:?} is named nowhere");
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            // What the text has in capitals alone (`CORRAN BAY`) is shown as names are written.
            let stands = held.contains(&squeeze(name)) || held.contains(&squeeze(name).to_ascii_uppercase());
            assert!(!name.trim().is_empty() && stands, "{name:?} does not stand in the text");
        }
        let mut forms: Vec<&String> = entity.aliases.iter().collect();
        forms.sort();
        forms.dedup();
        assert!(forms.len() == entity.aliases.len() && !forms.contains(&&entity.name), "{entity:?} repeats a form");
    }
    assert!(a.entities.windows(2).all(|pair| pair[0].salience >= pair[1].salience), "chips are not in order");
    for event in &a.events {
        assert!(event.entities.iter().all(|id| (*id as usize) < a.entities.len()), "{event:?}");
        assert!(event.section.is_none_or(|s| (s as usize) < a.outline.len()), "{event:?}");
        assert!(event.date.is_empty() || !event.because.is_empty(), "{event:?} does not say why");
    }
    let undated = a.events.iter().position(|e| e.date.is_empty()).unwrap_or(a.events.len());
    assert!(a.events[undated..].iter().all(|e| e.date.is_empty()), "events without a date are not last");
    assert!(a.title.as_ref().is_none_or(|t| !t.trim().is_empty()) && a.byline.as_ref().is_none_or(|b| !b.is_empty()));
    for warning in &a.warnings {
        let codes = ["empty", "short", "binary", "language", "date", "dateline", "long"];
        assert!(codes.contains(&warning.code) && warning.message.ends_with('.'), "{warning:?}");
    }
}

/// No date that no calendar has.
fn dates(a: &Analysis) {
    assert_eq!(a.published.date.is_none(), a.published.source == PublishedSource::None, "{:?}", a.published);
    if let Some(date) = &a.published.date {
        assert!(date.len() == 10 && is_day(date), "published {date:?}");
    }
    for date in a.events.iter().flat_map(|e| e.date.split('/')).chain(a.timexes.iter().map(|t| t.value.as_str())) {
        let digits =
            |range: std::ops::Range<usize>| date.get(range).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()));
        if digits(0..4) && date.get(4..5) == Some("-") && digits(5..7) {
            let month: u32 = date[5..7].parse().expect("digits");
            assert!((1..=12).contains(&month), "{date:?} has no such month");
            if date.get(7..8) == Some("-") && digits(8..10) {
                assert!(is_day(&date[..10]), "{date:?} is no day");
            }
        }
        assert!(date.len() < 64 && date.is_ascii(), "{date:?} is no date");
    }
}

fn is_day(date: &str) -> bool {
    let mut parts = date.split('-').map(|part| part.parse::<u32>().unwrap_or(0));
    let (Some(year), Some(month @ 1..=12), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month as usize - 1];
    (1..=days).contains(&day)
}

/// Worked off in slices, the answer is the same.
fn slices(raw: &RawInput, whole: &Analysis) {
    let mut job = Job::new(raw.clone());
    let (mut steps, mut share) = (0_u64, 0.0);
    loop {
        match job.step(64) {
            Progress::Done => break,
            Progress::Working(stage, now) => {
                assert!(!stage.is_empty() && (share..=1.0).contains(&now), "{stage} went from {share} back to {now}");
                share = now;
            }
        }
        steps += 1;
        assert!(steps < 10_000 + 16 * raw.text.len() as u64, "a job of {} bytes does not end", raw.text.len());
    }
    let sliced = job.finish();
    same("timex", &sliced.timexes, &whole.timexes);
    same("event", &sliced.events, &whole.events);
    same("entity", &sliced.entities, &whole.entities);
    same("section", &sliced.outline, &whole.outline);
    assert!(sliced == *whole, "in slices the answer is another: {:?}, not {:?}", sliced.published, whole.published);
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, sliced: &[T], whole: &[T]) {
    let at = sliced.iter().zip(whole).position(|(a, b)| a != b);
    let at = at.or((sliced.len() != whole.len()).then(|| sliced.len().min(whole.len())));
    if let Some(at) = at {
        panic!("in slices {what} {at} is another: {:?}, not {:?}", sliced.get(at), whole.get(at));
    }
}

/// The exported offsets, counted as JavaScript does, cut the same words out of what was pasted.
fn exported(raw: &RawInput, a: &Analysis) {
    let json = export::json(a, &raw.text);
    let json: Value = serde_json::from_str(&json).expect("the export is JSON");
    let base: Vec<u16> = json["text"].as_str().unwrap_or(&raw.text).encode_utf16().collect();
    let cut = |place: &Value| {
        let (start, end) = (place["start"].as_u64().expect("start"), place["end"].as_u64().expect("end"));
        let units = base.get(start as usize..end as usize).unwrap_or_else(|| panic!("{place} lies outside"));
        String::from_utf16(units).unwrap_or_else(|_| panic!("{place} cuts a character"))
    };
    let same = |place: &Value, span: Span| {
        let words = cut(place);
        let (pasted, clean) = (letters(&words), letters(span.of(&a.text)));
        let ends = pasted.chars().next() == clean.chars().next() && pasted.chars().last() == clean.chars().last();
        let mut rest = pasted.chars();
        // Between them page furniture may have been left out.
        assert!(ends && clean.chars().all(|c| rest.any(|r| r == c)), "{place} is cut for {clean:?}");
        if let Some(text) = place["text"].as_str().filter(|_| place.get("level").is_none()) {
            assert_eq!(words, text, "{place}");
        }
    };
    for (section, place) in a.outline.iter().zip(json["outline"].as_array().expect("outline")) {
        same(place, section.span);
    }
    for (entity, chip) in a.entities.iter().zip(json["entities"].as_array().expect("entities")) {
        let mentions = chip["mentions"].as_array().expect("mentions");
        assert_eq!(mentions.len(), entity.mentions.len());
        mentions.iter().zip(&entity.mentions).for_each(|(place, span)| same(place, *span));
    }
    for (timex, place) in a.timexes.iter().zip(json["timexes"].as_array().expect("timexes")) {
        same(place, timex.span);
    }
    for (event, place) in a.events.iter().zip(json["events"].as_array().expect("events")) {
        same(place, event.span);
        let also = place.get("also").and_then(Value::as_array).map_or(&[][..], |also| also);
        also.iter().zip(&event.also).for_each(|(place, span)| same(place, *span));
    }
}

/// The letters and digits: what cleaning a text leaves alone, but for ligatures.
fn letters(words: &str) -> String {
    let ligatures = [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st")];
    let words = words.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    ligatures.iter().fold(words, |words, (one, many)| words.replace(one, many))
}

fn squeeze(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
