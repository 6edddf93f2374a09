//! The articles of the corpus against what an editor wrote down about them: tests/articles/README.md says how.

#[path = "articles/expected.rs"]
mod expected;
#[path = "articles/snapshot.rs"]
mod snapshot;

use article_lens::analyze;
use expected::{articles, compare, mark, write};
use std::fmt::Write as _;

#[test]
fn every_article_is_read_as_an_editor_reads_it() {
    let rewrite = std::env::var_os("MARK_KNOWN").is_some();
    let (mut report, mut wrong, mut known, mut right, mut events) = (String::new(), 0, 0, 0, (0, 0));
    for article in articles() {
        let verdict = compare(&article.lines, &analyze(&article.raw));
        if rewrite {
            std::fs::write(article.folder.join("expected.txt"), write(&mark(&article.lines, &verdict))).unwrap();
        }
        events = (events.0 + verdict.events.0, events.1 + verdict.events.1);
        let mut complain = |words: String| {
            wrong += 1;
            let _ = writeln!(report, "  {:<16} {words}", article.slug);
        };
        for (line, result) in article.lines.iter().zip(&verdict.lines).filter(|(line, _)| line.is_demand()) {
            match (line.is_known(), result) {
                (true, Some(_)) => known += 1,
                (false, None) => right += 1,
                (false, Some(got)) => complain(format!("{}\n{:>25}got {got}", line.show(), "")),
                (true, None) => complain(format!("{}\n{:>25}has come right: take its ~ away", line.show(), "")),
            }
        }
        for extra in &verdict.extra {
            complain(format!("{}\n{:>25}should not be there", extra.show(), ""));
        }
    }
    let share = 100.0 * events.1 as f32 / events.0.max(1) as f32;
    println!("{right} lines right, {known} known to be wrong, {wrong} unexpected");
    println!("{} events, {} of them ({share:.0} %) are in the lists", events.0, events.1);
    print!("{report}");
    assert!(wrong == 0 || rewrite, "\n{report}\nMARK_KNOWN=1 marks what is known to be wrong.");
}

#[test]
fn the_drawings_are_up_to_date() {
    let rewrite = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut stale = Vec::new();
    for article in articles() {
        let drawing = snapshot::draw(&analyze(&article.raw));
        let path = article.folder.join("snapshot.txt");
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        if rewrite && drawing != old {
            std::fs::write(&path, &drawing).unwrap();
        } else if drawing != old {
            let pair = old.lines().zip(drawing.lines()).enumerate().find(|(_, (a, b))| a != b);
            let (number, (a, b)) = pair.unwrap_or((old.lines().count(), ("", "")));
            stale.push(format!("{}/snapshot.txt, line {}:\n  - {a}\n  + {b}", article.slug, number + 1));
        }
    }
    let report = stale.join("\n");
    println!("{report}");
    assert!(stale.is_empty(), "\n{report}\nUPDATE_SNAPSHOTS=1 draws them anew.");
}

#[test]
fn an_expected_file_is_written_as_it_was_read() {
    for article in articles() {
        assert_eq!(expected::parse(&write(&article.lines)), article.lines, "{}", article.slug);
    }
}

#[test]
fn the_comparison_sees_what_is_wrong() {
    let analysis = analyze(&article_lens::RawInput::text("Short text.").published("2024-05-03"));
    let file = "published: 2024-05-03 | given\npublished: 2024-05-04 | given\ntitle: Nowhere\n## chips\n\
                person | Jane Doe\n? person | Joan Doe\n## timeline\n2024-05-03 | explicit | past | met\n\
                ## dates\nTuesday | 2024-05-07\n## not\nevent 2024\nchip Jane Doe\n";
    let lines = expected::parse(file);
    let verdict = compare(&lines, &analysis);
    let wrong: Vec<String> =
        lines.iter().zip(&verdict.lines).filter(|(_, got)| got.is_some()).map(|(line, _)| line.show()).collect();
    let demands = ["head title: Nowhere", "chips person | Jane Doe", "dates Tuesday | 2024-05-07"];
    assert!(demands.iter().all(|d| wrong.iter().any(|w| w == d)), "{wrong:?}");
    assert!(wrong.contains(&"timeline 2024-05-03 | explicit | past | met".to_owned()), "{wrong:?}");
    assert!(!wrong.iter().any(|w| w.contains("Joan") || w.starts_with("not")), "{wrong:?}");
}
