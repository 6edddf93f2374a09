//! Whatever people paste by mistake: an answer with the right warning and words that help, and never a panic.

#[path = "invariants/check.rs"]
mod check;

use article_lens::{Analysis, Format, RawInput};
use check::check;

const STORY: &str = "The town council met in York on 3 May 2024 and agreed to mend the old bridge before the winter. \
                     The mayor said that the work would begin in June and that it would cost less than people feared.";

fn read(text: &str) -> Analysis {
    check(&RawInput::text(text))
}

fn codes(analysis: &Analysis) -> Vec<&str> {
    analysis.warnings.iter().map(|w| w.code).collect()
}

#[track_caller]
fn warns(text: &str, code: &str) -> Analysis {
    let analysis = read(text);
    assert!(codes(&analysis).contains(&code), "{:?} gives {:?}, not {code}", first(text), analysis.warnings);
    analysis
}

fn first(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The views are empty: nothing was invented.
fn is_bare(analysis: &Analysis) -> bool {
    analysis.entities.is_empty() && analysis.timexes.is_empty() && analysis.events.is_empty()
}

#[test]
fn nothing_to_read() {
    for text in ["", " ", "\n\n\t \r\n", "\u{a0}\u{200b}\u{feff}", "…", "-----", "<p></p>", "<!-- -->", "# "] {
        let analysis = warns(text, "empty");
        assert!(is_bare(&analysis) && analysis.title.is_none() && analysis.outline.is_empty(), "{text:?}");
    }
}

#[test]
fn too_little_to_read() {
    for text in ["a", "A", "7", "Hello.", "Ω", "I am."] {
        assert!(is_bare(&warns(text, "short")), "{text:?}");
    }
}

#[test]
fn an_article_gives_no_warning() {
    let analysis = read(STORY);
    assert_eq!(analysis.warnings, []);
    assert_eq!(analysis.text, STORY);
}

#[test]
fn files_that_are_no_text() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0\\r\xa8f";
    let pdf =
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /CreationDate (D:20240503) >>\nstream\nx\x9c\x03\0";
    let zip = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0word/document.xml\xb5\x94\xdf";
    let noise: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for bytes in [&png[..], pdf, zip, &noise, &[0; 500], &[0xff; 500]] {
        warns(&String::from_utf8_lossy(bytes), "binary");
    }
}

#[test]
fn other_languages_are_named() {
    for (text, language) in [
        (
            "Der Gemeinderat hat am Dienstag nach langer Debatte beschlossen, die alte Brücke vor dem Winter zu sanieren. \
             Die Bürgermeisterin sagte, dass die Arbeiten im Juni beginnen und nicht mehr als zwei Millionen kosten werden.",
            "German",
        ),
        (
            "Le conseil municipal a décidé mardi, après un long débat, de réparer le vieux pont avant l’hiver. La maire a \
             déclaré que les travaux commenceraient en juin et qu’ils coûteraient moins que ce que les habitants craignaient.",
            "French",
        ),
        (
            "El ayuntamiento decidió el martes, tras un largo debate, reparar el viejo puente antes del invierno. La alcaldesa \
             dijo que las obras empezarán en junio y que costarán menos de lo que temían los vecinos de la ciudad.",
            "Spanish",
        ),
        ("Во вторник городской совет после долгих споров решил починить старый мост до наступления зимы.", ""),
        (
            "市議会は火曜日、長い議論の末、冬が来る前に古い橋を修理することを決めた。市長は工事が六月に始まると述べた。",
            "",
        ),
        ("קרא המועצה החליטה ביום שלישי לאחר דיון ארוך לתקן את הגשר הישן לפני החורף וראש העיר הודה לתושבים", ""),
        ("قرر المجلس البلدي يوم الثلاثاء بعد نقاش طويل إصلاح الجسر القديم قبل حلول الشتاء وشكر العمدة السكان", ""),
    ] {
        let analysis = warns(text, "language");
        let message = &analysis.warnings.iter().find(|w| w.code == "language").expect("it warns").message;
        assert!(message.contains(language), "{message:?} does not say {language}");
        // A warning, not a guess.
        assert!(analysis.entities.is_empty() && analysis.timexes.is_empty() && analysis.events.is_empty(), "{text}");
    }
}

#[test]
fn another_language_keeps_its_outline_and_the_date_that_its_page_gives() {
    let text = "# Brücke\n\nDer Gemeinderat hat am Dienstag nach langer Debatte beschlossen, die alte Brücke zu sanieren, \
                sagte Anna Berg.\n\n## Die Kosten\n\nDie Arbeiten werden nicht mehr als zwei Millionen kosten, und das ist \
                nicht viel für eine Brücke, die mit der Stadt alt geworden ist.\n";
    let raw = RawInput { published: Some("2025-01-21".into()), ..RawInput::text(text) };
    let analysis = article_lens::analyze(&raw);
    assert_eq!(codes(&analysis), ["language"]);
    assert_eq!(analysis.outline.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["Die Kosten"]);
    assert_eq!((analysis.title.as_deref(), analysis.published.date.as_deref()), (Some("Brücke"), Some("2025-01-21")));
    assert!(analysis.entities.is_empty() && analysis.timexes.is_empty() && analysis.events.is_empty());
}

#[test]
fn english_with_foreign_names_is_english() {
    let text = "Zoë Østergård and Łukasz Żak met Δημήτρης in Łódź on 3 May 2024, where they sang ‘La vie en rose’, ate \
                pierogi, and talked of the old days with the owner, who had been a sailor and spoke a little of everything.";
    assert_eq!(read(text).warnings, []);
}

#[test]
fn only_emoji_or_marks() {
    for text in ["😀😀😀 🎉🎉 👩‍👩‍👧‍👦 🇫🇷", "!!! ??? ... ---", "• • •"] {
        assert!(is_bare(&warns(text, "empty")), "{text:?}");
    }
}

#[test]
fn replacement_and_odd_characters_inside_a_story() {
    for odd in ["\u{fffd}", "\u{202e}", "\u{200d}", "\u{feff}", "\u{ad}", "\u{301}", "\0", "\u{1b}[31m", "\u{2028}"] {
        let analysis = read(&STORY.replace("council", &format!("coun{odd}cil")));
        assert!(analysis.text.contains("3 May 2024"), "{odd:?}");
        assert!(!codes(&analysis).contains(&"binary"), "one {odd:?} makes no binary file");
    }
}

#[test]
fn what_a_page_would_run_is_no_text_of_the_article() {
    let secrets = ["SECRET_A", "SECRET_B", "SECRET_C", "SECRET_D", "SECRET_E", "SECRET_F", "SECRET_G", "SECRET_H"];
    let page = format!(
        "<html><head><title>A bridge</title><script>var x = 'SECRET_A on 1 March 2001';</script>\
         <style>p::after {{ content: 'SECRET_B' }}</style></head>\
         <body onload=\"alert('SECRET_C')\"><h1>A bridge</h1><p onclick='SECRET_D()'>{STORY}</p>\
         <img src=x onerror=\"SECRET_E\" alt=''><a href=\"javascript:SECRET_F\">{STORY}</a>\
         <!-- SECRET_G --><template><p>SECRET_H</p></template><SCRIPT\n>if (a < b) {{ 'SECRET_A' }}</ScRiPt ></body></html>"
    );
    for text in [page.clone(), page.replace("</script>", ""), page.replace("</ScRiPt >", ""), page.replace("\">", "\"")]
    {
        let analysis = read(&text);
        assert_eq!(analysis.format, Format::Html);
        if text == page {
            assert!(analysis.text.contains("agreed to mend the old bridge"));
            for secret in secrets {
                assert!(!analysis.text.contains(secret), "{secret} is shown:\n{}", analysis.text);
            }
            assert!(!analysis.timexes.iter().any(|t| t.value.starts_with("2001")));
        }
    }
}

#[test]
fn html_that_never_closes_anything() {
    for page in [
        format!("<html><body><div><div><p>{STORY}<p>{STORY}<ul><li>One<li>Two"),
        format!("<p>{STORY} <b>bold <i>both</b> {STORY}</i>"),
        format!("<article><h1>A bridge<p>{STORY}</h1></article></div></div></span>"),
        format!("<p class=\"x{STORY}"),
        format!("<p>{STORY}</p><!-- {STORY}"),
        format!("<p>{STORY}</p><"),
        format!("<p>{STORY} &amp &notanentity; &#0; &#x110000; &#xD800; &</p>"),
    ] {
        read(&page);
    }
    let analysis = read(&format!("<html><body><div><div><p>{STORY}<p>{STORY}"));
    assert_eq!(analysis.text.matches("old bridge").count(), 2, "{}", analysis.text);
}

#[test]
fn a_text_that_only_looks_like_html_stays_text() {
    let analysis = read(&format!("{STORY} The sign said a < b and b > c, and <sic> was in the letter."));
    assert!(analysis.text.contains("a < b and b > c"), "{}", analysis.text);
}

#[test]
fn days_that_no_calendar_has() {
    for words in
        ["31 February 2024", "February 30", "2024-02-30", "2023-13-01", "31/02/2024", "0 May 2024", "32 May 2024"]
    {
        let analysis =
            read(&format!("{STORY} Then, on {words}, the second letter was read out to the whole of the hall."));
        let wrong = ["2024-02-3", "2024-03-01", "2024-03-02", "2024-13", "2023-13", "2024-05-32", "2024-05-00"];
        for timex in &analysis.timexes {
            assert!(!wrong.iter().any(|w| timex.value.starts_with(w)), "{words} became {}", timex.value);
        }
    }
}

#[test]
fn numbers_that_are_no_dates() {
    for words in ["2882015", "year 99999", &"7".repeat(400), "٣ ٢٠٢٤", "1.5.2.3.4", "12:75:99", "-2024-", "10^2024"]
    {
        read(&format!("{STORY} The number on the box was {words} and nobody knew what it had once been meant to say."));
    }
}

#[test]
fn a_publication_date_that_is_none_is_said() {
    for date in ["yesterday", "2024-02-31", "31.02.2024", "99999-01-01", "2024", "", "\u{1f600}"] {
        let analysis = check(&RawInput::text(STORY).published(date));
        assert_ne!(analysis.published.date.as_deref(), Some(date));
        if !date.is_empty() {
            assert!(codes(&analysis).contains(&"date"), "{date:?} gives {:?}", analysis.warnings);
        }
    }
    let analysis = check(&RawInput::text(STORY).published("2024-05-04T07:00:00+02:00"));
    assert_eq!(analysis.published.date.as_deref(), Some("2024-05-04"));
}

/// Where the reader gave another day than the article's own date line has; not for a chronology, or a date in the story.
#[test]
fn a_given_date_that_the_date_line_contradicts() {
    let told = "The council met on Tuesday and chose a new mayor for the town. It will meet again in the old hall.";
    let warned = |text: &str, given: &str| codes(&check(&RawInput::text(text).published(given))).contains(&"dateline");
    let dated = format!("Council meets\n\nTuesday, June 19, 2018\n\n{told}");
    assert!(warned(&dated, "2018-06-18") && warned(&dated, "2018-06-20") && warned(&dated, "2011-01-01"));
    assert!(!warned(&dated, "2018-06-19"));
    assert_eq!(check(&RawInput::text(&dated)).warnings, []);
    let updated = format!("Council meets\n\nPublished 18 June 2018\n\nUpdated 20 June 2018\n\n{told}");
    assert!(!warned(&updated, "2018-06-19") && warned(&updated, "2018-06-21"));
    let chronology =
        "3 May 1940\n\nThe mill burned down at night.\n\n8 June 1951\n\nThe town built it anew with a loan.";
    assert!(!warned(chronology, "2018-06-19"));
    assert!(!warned(&format!("{told} It was founded on 3 May 1940 by a miller."), "2018-06-19"));
}

#[test]
fn one_long_line_and_many_short_ones() {
    let analysis = warns(&"The council met on Tuesday and again the day after that ".repeat(20_000), "long");
    assert!(analysis.text.len() > 1_000_000);
    read(&"a\n".repeat(20_000));
    read(&"\n".repeat(20_000));
    read(&"<div>".repeat(20_000));
    read(&"word".repeat(20_000));
}

/// A text may end, and begin, in the middle of anything.
#[test]
fn sentences_cut_short() {
    let lines = [include_str!("rules/timeline.txt"), include_str!("rules/grammar_clauses.txt")]
        .into_iter()
        .flat_map(str::lines);
    for line in lines.filter(|line| !line.starts_with('#')) {
        let words = line.split(" | ").next().unwrap_or_default();
        for (at, _) in words.match_indices(' ') {
            article_lens::analyze(&RawInput::text(&words[..at]));
            article_lens::analyze(&RawInput::text(&words[at..]));
        }
    }
}
