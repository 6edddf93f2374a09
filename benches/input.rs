//! How fast texts and pages are read: `cargo bench --bench input`. Prints MB/s of the stages before names and dates.

use article_lens::{Format, RawInput, document, input, outline};
use std::time::Instant;

fn main() {
    let paragraph = "The council of Ardle met on Monday, Jan. 6, and voted 11 to 10 to keep the old pool open. \
        “It is ours,” said Ada Finch, the mayor’s sister, who had swum there since 1951; nobody else spoke.";
    let text = format!("{}What comes next\n\n", format!("{paragraph}\n\n").repeat(5)).repeat(5_000);
    let wrapped = paragraph.replace(". ", ".\n").replace(", ", ",\n").repeat(20_000);
    let page = format!(
        "<div class=\"block block--{{}}\" data-id=\"1\"><h2 class=\"head\">What comes next</h2><p class=\"text\">{}</p>\
         <p>It rained &amp; <a href=\"/x\" class=\"link\">snowed</a>.</p></div>\n",
        paragraph.replace("Ada Finch", "<b>Ada Finch</b>")
    );
    let page = format!("<html><head><title>Pool</title></head><body>{}</body></html>", page.repeat(16_000));
    for (name, text, format) in [
        ("text, a line a paragraph", &text, Format::Text),
        ("text, hard-wrapped", &wrapped, Format::Text),
        ("Markdown", &text, Format::Markdown),
        ("HTML", &page, Format::Html),
    ] {
        let raw = RawInput { text: text.clone(), format, ..RawInput::default() };
        let megabytes = text.len() as f64 / 1e6;
        let mut best = [f64::INFINITY; 3];
        for _ in 0..5 {
            let start = Instant::now();
            let read = input::read(&raw);
            let after_read = start.elapsed().as_secs_f64();
            let mut doc = document::parse(&read);
            let after_parse = start.elapsed().as_secs_f64();
            let found = outline::find(&mut doc, &read.metadata);
            assert!(!found.sections.is_empty());
            let all = start.elapsed().as_secs_f64();
            for (best, time) in best.iter_mut().zip([after_read, after_parse - after_read, all]) {
                *best = best.min(time);
            }
        }
        println!(
            "{name:<28} {megabytes:>5.1} MB: read {:>6.1} MB/s, words {:>6.1} MB/s, both and the outline {:>6.1} MB/s",
            megabytes / best[0],
            megabytes / best[1],
            megabytes / best[2],
        );
    }
}
