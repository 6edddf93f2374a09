//! How fast dates are found and resolved: `cargo bench --bench time`. Prints MB/s of the time stage alone, in processor
//! time, so that a busy machine does not disturb it.

use article_lens::{Format, RawInput, document, input, time};
use cpu_time::ProcessTime;

fn main() {
    let news = "The council of Ardle met on Monday, Jan. 6, and voted 11 to 10 to keep the old pool open. \
        “It is ours,” said Ada Finch, the mayor’s sister, who had swum there since 1951; nobody else spoke. \
        The vote ended a row that began two years ago, when the firm that ran the pool for the town went out of \
        business and its last owner moved abroad. A judge will hear the case next month, lawyers said on Friday.\n\n\
        People in the streets around the market said they were glad, though few had expected it. Traders hope that \
        more visitors will come, and that the bus will stop outside again as it did before the bridge was closed.\n\n";
    let history = "On 12 August 1914 the army crossed the river. By 12 September it had fallen back. In the spring of \
        1915 the line held; two days later the town fell, and on 5 October the last troops left.\n\n";
    for (name, piece) in
        [("news", news), ("history, dates everywhere", history), ("no word of time", "the cat sat on a mat and ")]
    {
        let text = piece.repeat(8_000_000 / piece.len());
        let raw = RawInput { text, format: Format::Text, ..RawInput::default() };
        let doc = document::parse(&input::read(&raw));
        let reference = time::Reference { given: Some("2025-01-22".into()), metadata: None };
        let mut best = f64::INFINITY;
        for _ in 0..5 {
            let start = ProcessTime::now();
            let times = time::find(&doc, &reference);
            best = best.min(start.elapsed().as_secs_f64());
            std::hint::black_box(times.timexes.len());
        }
        println!("{name:<28} {:>6.1} MB/s", doc.text.len() as f64 / 1e6 / best);
    }
}
