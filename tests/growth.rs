//! The whole analysis and its export take time in proportion to the text, on any text.
//!
//! Compared are two texts of one kind, one 16 times as long as the other: linear work takes 16 times as long, quadratic
//! work 256 times. The limit lies between, far from both. Measured is processor time, not the clock's, and a measure that
//! goes over the limit is taken again, so that a busy machine does not disturb.

#![cfg(not(target_arch = "wasm32"))]

use article_lens::{RawInput, analyze, export};
use cpu_time::ThreadTime;

const FACTOR: usize = 16;
const LIMIT: f64 = 48.0;
/// Makes a text of about so many bytes.
type Make<'a> = Box<dyn Fn(usize) -> String + 'a>;

/// Bytes of the shorter text.
const SIZE: usize = 8 * 1024;

fn seconds(text: &str) -> f64 {
    let raw = RawInput::text(text).published("2025-01-22");
    let since = ThreadTime::now();
    let analysis = analyze(&raw);
    std::hint::black_box(export::json(&analysis, &raw.text));
    since.elapsed().as_secs_f64()
}

/// How many times as long the longer text takes: the least of several measures.
fn growth(make: &Make) -> (f64, f64) {
    let (short, long) = (make(SIZE), make(SIZE * FACTOR));
    let mut best = (f64::INFINITY, 0.0);
    let mut base = f64::INFINITY;
    for _ in 0..5 {
        base = (0..3).map(|_| seconds(&short)).fold(base, f64::min);
        let taken = seconds(&long);
        if taken / base < best.0 {
            best = (taken / base, taken);
        }
        if best.0 < LIMIT / 2.0 {
            break;
        }
    }
    best
}

/// `piece` again and again, to `size` bytes.
fn again(piece: &str) -> Make<'_> {
    Box::new(move |size| piece.repeat(size.div_ceil(piece.len())))
}

/// Pieces made from their numbers, to `size` bytes.
fn numbered(piece: fn(usize) -> String) -> Make<'static> {
    Box::new(move |size| {
        let mut text = String::with_capacity(size + 200);
        for n in 0.. {
            if text.len() >= size {
                break;
            }
            text.push_str(&piece(n));
        }
        text
    })
}

/// A name that no other number has.
fn name(mut n: usize) -> String {
    let mut name = String::from("Q");
    for _ in 0..5 {
        name.push_str(["ba", "re", "mi", "so", "tu", "lan"][n % 6]);
        n /= 6;
    }
    name
}

#[test]
fn time_grows_with_the_text() {
    let article = include_str!("articles/canal-200/article.txt");
    let page = include_str!("articles/sourdough/article.html");
    let wrapped = include_str!("articles/seed-vault-mail/article.txt");
    let texts: Vec<(&str, Make)> = vec![
        ("an article again and again", again(article)),
        ("a page again and again", again(page)),
        ("a hard-wrapped mail again and again", again(wrapped)),
        ("second second", again("second ")),
        ("May May", again("May ")),
        ("Tuesday Tuesday", again("Tuesday ")),
        ("a day after a day after", again("a day after ")),
        ("dates in one line", again("on 3 May 2024 and ")),
        ("one line without stops", again("the council met and then the council met again ")),
        ("it and it in one line", again("Lithuania joined it and it joined ")),
        ("people in one line", again("they said Ann Lee and Piet Vos left and he met a driver and ")),
        ("plans in one line", again("it had been due on Monday, said it, and was put off until Friday, which ")),
        ("one word", again("a")),
        ("one number", again("7")),
        ("one capital", again("A")),
        ("capitals", again("A ")),
        ("initials", again("A. ")),
        ("abbreviations", again("U.S. ")),
        ("one name", again("Jane Doe met Joan Doe. ")),
        ("a name without end", again("John Smith ")),
        ("one first name", again("Jane ")),
        ("roles without end", again("Ann Lee, the mayor of ")),
        ("titles of several", again("Justices Ann Lee, Tom Berg, ")),
        ("titles", again("chief manager ")),
        ("second names", again("Ann Lee also known as ")),
        ("cases at law", again("the court of Hale v. ")),
        ("places of a list", again("town in Ardle, ")),
        ("pairs of firms", again("Apple-Google ")),
        ("full stops", again(". ")),
        ("dots", again(".")),
        ("quotes", again("\" ")),
        ("apostrophes", again("’s ")),
        ("brackets", again("(")),
        ("brackets and names", again("Ba Re (BR) ")),
        ("blank lines", again("\n")),
        ("blanks", again(" ")),
        ("short lines", again("Word\n")),
        ("short paragraphs", again("A Title Case Line\n\n")),
        ("labels", again("Label: Title\n\n")),
        ("list items", again("- item\n")),
        ("numbered items", again("1. item\n")),
        ("quoted lines", again("> ")),
        ("quoted line by line", again("> said\n")),
        ("hyphens at line ends", again("hyphen-\nated ")),
        ("soft hyphens", again("\u{ad}")),
        ("soft hyphens in words", again("con\u{ad}gress ")),
        ("joined characters", again("e\u{301}")),
        ("emoji", again("😀 ")),
        ("ligatures", again("ﬁ")),
        ("open tags", again("<div>")),
        ("open inline tags", again("<b><i>x ")),
        ("closed tags", again("<p>The council met.</p>")),
        ("closing tags", again("<div></p>")),
        ("half tags", again("<a ")),
        ("less-than", again("<")),
        ("attributes", again("<p class=x ")),
        ("comments", again("<!-- ")),
        ("scripts", again("<script>")),
        ("entities", again("&amp;")),
        ("half entities", again("&")),
        ("headings", again("<h2>Title</h2><p>Text on Tuesday.</p>")),
        ("nested lists", again("<ul><li>")),
        ("tables", again("<table><tr><td>")),
        ("Markdown headings", again("# Title\n\nText on Tuesday.\n\n")),
        ("stars", again("*")),
        ("stars and words", again("**word _word ")),
        ("links", again("[a](")),
        ("open links", again("[")),
        ("back ticks", again("`")),
        ("commas", again("a, ")),
        ("and", again("and ")),
        ("said", again("he said that ")),
        (
            "new people",
            numbered(|n| format!("{} {} met {} on Tuesday. ", name(n * 3), name(n * 3 + 1), name(n * 3 + 2))),
        ),
        ("new people with one surname", numbered(|n| format!("{} Doe met Doe. ", name(n)))),
        ("new people with one first name", numbered(|n| format!("Jane {} met Jane. ", name(n)))),
        ("new firms", numbered(|n| format!("The {0} Council (Q{n}C) and the Council of {0} met. ", name(n)))),
        ("new dates", numbered(|n| format!("It met on {} May {}. ", n % 28 + 1, 1900 + n % 150))),
        ("later and later", numbered(|n| format!("It met {} days later. ", n + 2))),
        ("events of one day", numbered(|n| format!("On 3 May 2024 {} opened. ", name(n)))),
        ("new headings", numbered(|n| format!("What {} Did\n\nIt met on Tuesday.\n\n", name(n)))),
    ];
    let (mut report, mut wrong) = (String::new(), 0);
    for (what, make) in &texts {
        let Ok((times, taken)) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| growth(make))) else {
            wrong += 1;
            report += &format!("  {what}: panics\n");
            continue;
        };
        println!("{what:<40} {times:>6.1} times, {:>8.2} ms for {} KB", taken * 1e3, SIZE * FACTOR / 1024);
        if times > LIMIT {
            wrong += 1;
            report +=
                &format!("  {what}: {times:.0} times as long for {FACTOR} times the text ({:.0} ms)\n", taken * 1e3);
        }
    }
    assert_eq!(wrong, 0, "\n{report}");
}
