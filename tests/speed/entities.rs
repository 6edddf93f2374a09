//! How fast names are found and joined: `cargo bench --bench entities`. Megabytes of text a second, best of twenty runs.

use article_lens::{Format, RawInput, document, entities, input};
use std::time::Instant;

fn main() {
    // A made-up story, long enough that starting costs nothing; another number in each copy keeps the words apart.
    let story = "Transport Secretary Ann Lee met John Smith of Acme Corp. in York on Monday. Lee said the United States and \
        the Federal Aviation Administration (FAA) would help, but critics of the plan were not convinced. The river had \
        risen for three days before the bridge between the old town and the station was closed, the council said.\n";
    let text: String = (0..4000).map(|n| story.replace("three days", &format!("{n} days"))).collect();
    let raw = RawInput { text, format: Format::Text, ..RawInput::default() };
    let doc = document::parse(&input::read(&raw));
    entities::find(&doc);
    let once = || {
        let since = Instant::now();
        std::hint::black_box(entities::find(&doc));
        since.elapsed().as_secs_f64()
    };
    let best = (0..20).map(|_| once()).fold(f64::INFINITY, f64::min);
    println!("entities: {:.1} MB/s", doc.text.len() as f64 / 1e6 / best);
}
