//! A real article without any explicit date, where it is at hand beside the repository (`../shared`); it is not ours to
//! commit. What it must give is in the format of tests/articles/README.md.

#[path = "articles/expected.rs"]
#[allow(dead_code)]
mod expected;

use article_lens::{RawInput, analyze};
use expected::{compare, parse};

/// With or without a publication date.
const ALWAYS: &str = "
title: Putin and Xi Discuss ‘Multipolar Global Order’ After Trump’s Inauguration
## outline
1 | Russia-China Relations: A Stronger Alliance
1 | Multipolar World Vision: Countering U.S. Influence
1 | What This Means for U.S.-China-Russia Relations
1 | The Road Ahead: Strategic Cooperation
## chips
person | Vladimir Putin | Putin
person | Xi Jinping | Xi
person | Donald Trump | Trump
place | Russia
place | China
place | United States | U.S.
place | Moscow
place | Beijing
place | North Korea
place | Syria
place | Ukraine
organization | United Nations
organization | World Trade Organization
organization or other or event | Belt and Road Initiative | BRI
event | Cold War
? group | Russian
? group | Chinese
? group | Western
? place or group | West
? organization or other | China-Russia Comprehensive Strategic Partnership
## timeline
2025-01-21 | relative or inferred | past | held a phone conversation
2025-01-20 | inferred or relative | past | inauguration
? 1991 or 1991-12 or 1991-12-26 or 1989 | inferred | past | end of the Cold War
## dates
on [Tuesday] | 2025-01-21
## not
chip Strategic Cooperation
chip Looking
chip Both
chip Under President Trump
chip Similarly
chip Multipolar Global Order
chip Influence
";

#[test]
fn a_real_article_without_any_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles/multipolar-order.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("not run: {path} is not there");
        return;
    };
    let given = RawInput::text(&text).published("2025-01-22");
    let mut report = String::new();
    for (raw, head, what) in [
        (given, "published: 2025-01-22 | given", "published 2025-01-22"),
        (RawInput::text(&text), "published: 2025-01-21 or 2025-01-22 | inferred", "with no publication date"),
    ] {
        let lines = parse(&format!("{head}{ALWAYS}"));
        let verdict = compare(&lines, &analyze(&raw));
        for (line, got) in lines.iter().zip(&verdict.lines).filter(|(line, got)| line.is_known() != got.is_some()) {
            let got = got.as_ref().map_or("has come right: take its ~ away".into(), |got| format!("got {got}"));
            report += &format!("  {what}: {}\n        {got}\n", line.show());
        }
        for extra in &verdict.extra {
            report += &format!("  {what}: {} should not be there\n", extra.show());
        }
    }
    print!("{report}");
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn the_reason_can_be_checked_by_the_reader() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles/multipolar-order.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("not run: {path} is not there");
        return;
    };
    let analysis = analyze(&RawInput::text(&text));
    let call = analysis.events.iter().find(|e| e.span.of(&analysis.text).contains("phone conversation"));
    let because = call.map_or("", |e| e.because.as_str());
    println!("the call: {because}");
    let right = because.contains("2025") && because.contains("inauguration") && because.contains("Tuesday");
    assert!(right, "the reason is {because:?}");
}

/// Those who take part are those of the event itself: the one after whose inauguration it happened does not.
#[test]
fn only_the_two_who_spoke_took_part_in_the_call() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles/multipolar-order.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("not run: {path} is not there");
        return;
    };
    for raw in [RawInput::text(&text), RawInput::text(&text).published("2025-01-22")] {
        let analysis = analyze(&raw);
        let call = analysis.events.iter().find(|e| e.span.of(&analysis.text).contains("phone conversation"));
        let people: Vec<&str> = call
            .iter()
            .flat_map(|e| &e.entities)
            .map(|&id| &analysis.entities[id as usize])
            .filter(|e| e.kind == article_lens::EntityKind::Person)
            .map(|e| e.name.as_str())
            .collect();
        assert_eq!(people, ["Vladimir Putin", "Xi Jinping"]);
    }
}
