//! How fast sentences are parsed and events made: `cargo bench --bench timeline`. Prints MB/s of each stage on news, and
//! on texts that are hard for it.

use article_lens::entities::Entities;
use article_lens::time::{self, Reference};
use article_lens::{Format, RawInput, document, grammar, input, outline, timeline};
use std::time::Instant;

fn main() {
    let news = "The council of Ardle met on Monday, Jan. 6, and voted 11 to 10 to keep the old pool open. \
        Ada Finch, the mayor’s sister, who had swum there since 1951, said the vote came too late. \
        The pool, which was built in 1930, closed last year after a pump failed. A new one is due to open in May.\n\n";
    for (name, piece) in [
        ("news", news),
        ("dates in one line", "on 3 May 2024 and "),
        ("clauses in one line", "he said that she left when the tram stopped and "),
        ("verbs in one line", "said met was to have been going "),
        ("openers in one line", "that which when "),
        ("marks", "“ ( , - "),
        ("events of one day", "On 3 May 2024 the fair opened. "),
    ] {
        let text = piece.repeat(2_000_000 / piece.len());
        let megabytes = text.len() as f64 / 1e6;
        let raw = RawInput { text, format: Format::Text, ..RawInput::default() };
        let read = input::read(&raw);
        let mut doc = document::parse(&read);
        let outline = outline::find(&mut doc, &read.metadata);
        let reference = Reference { given: Some("2025-01-22".into()), ..Reference::default() };
        let mut best = [f64::INFINITY; 3];
        for _ in 0..3 {
            let start = Instant::now();
            let verbs: usize = (0..doc.sentences.len()).map(|s| grammar::parse(&doc, s).verbs.len()).sum();
            let parsed = start.elapsed().as_secs_f64();
            let times = time::find(&doc, &reference);
            let dated = start.elapsed().as_secs_f64();
            let events = timeline::build(&doc, &outline, &Entities::default(), &times);
            let all = start.elapsed().as_secs_f64();
            std::hint::black_box((verbs, events));
            for (best, time) in best.iter_mut().zip([parsed, dated - parsed, all - dated]) {
                *best = best.min(time);
            }
        }
        println!(
            "{name:<24} {megabytes:>5.1} MB: grammar {:>6.1} MB/s, dates {:>6.1} MB/s, timeline {:>6.1} MB/s",
            megabytes / best[0],
            megabytes / best[1],
            megabytes / best[2],
        );
    }
}
