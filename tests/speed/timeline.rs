//! How fast sentences are parsed and events made: `cargo bench --bench timeline`. News of varied words, and texts that
//! are hard for the stage.

use article_lens::document::Document;
use article_lens::entities::{self, Entities};
use article_lens::outline::Outline;
use article_lens::time::{self, Reference, Times};
use article_lens::{Format, RawInput, document, grammar, input, outline, timeline};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::time::Duration;

/// About this much text for each measurement.
const SIZE: usize = 400_000;

const WHO: &[&str] = &[
    "The council of Ardle",
    "Ada Finch, the mayor’s sister, who had swum there since 1951,",
    "A court in Penmorfa",
    "Two men from the north of the county",
    "Officials of the harbour authority",
    "The firm that ran the ferry for nine years",
    "Colonel Peter Ashby",
    "Residents of the lower town",
];
const DID: &[&str] = &[
    "voted to keep the old pool open",
    "said that the bridge had been closed since the flood of 2009",
    "rejected reports that the mill would be sold",
    "were arrested in May, charged in June and set free",
    "will hear the case of the missing bell",
    "opened a second plant, which employs forty people,",
    "agreed to meet the owners, citing the cost of repairs,",
    "told reporters that nobody was hurt when the roof fell in",
];
const WHEN: &[&str] = &[
    "on Monday, Jan. 6",
    "last year after a pump failed",
    "two days later",
    "in the spring of 2019",
    "between 1984 and 1991",
    "at half past nine",
    "in a hall that smelled of paint",
    "before the vote on 3 March 2025",
];

/// News whose sentences differ, from the lists above.
fn news() -> String {
    let (mut text, mut seed) = (String::new(), 5_u64);
    let mut pick = |list: &[&'static str]| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list[(seed >> 33) as usize % list.len()]
    };
    while text.len() < SIZE {
        for _ in 0..4 {
            text += &format!("{} {} {}. ", pick(WHO), pick(DID), pick(WHEN));
        }
        text += "\n\n";
    }
    text
}

struct Read {
    /// As the outline leaves it: a document keeps its grammar once it is parsed, and the other stages read another.
    doc: Document,
    outline: Outline,
    entities: Entities,
    times: Times,
}

fn read(text: String) -> Read {
    let read = input::read(&RawInput { text, format: Format::Text, ..RawInput::default() });
    let mut doc = document::parse(&read);
    let outline = outline::find(&mut doc, &read.metadata);
    let other = doc.clone();
    let entities = entities::find(&other);
    let reference = Reference { given: Some("2025-01-22".into()), ..Reference::default() };
    let times = time::find(&other, &reference);
    Read { doc, outline, entities, times }
}

fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("timeline");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    let hard = [
        ("dates in one line", "on 3 May 2024 and "),
        ("clauses in one line", "he said that she left when the tram stopped and "),
        ("verbs in one line", "said met was to have been going "),
        ("openers in one line", "that which when "),
        ("marks", "“ ( , - "),
        ("events of one day", "On 3 May 2024 the fair opened. "),
    ];
    let texts = hard.iter().map(|(name, piece)| (*name, piece.repeat(SIZE / piece.len())));
    for (name, text) in std::iter::once(("news", news())).chain(texts) {
        let mut it = read(text);
        group.throughput(Throughput::Bytes(it.doc.text.len() as u64));
        group.bench_function(format!("{name}: grammar"), |b| {
            let verbs = |doc: &mut Document| -> usize {
                (0..doc.sentences.len()).map(|s| grammar::parse(doc, s).verbs.len()).sum()
            };
            b.iter_batched_ref(|| it.doc.clone(), verbs, BatchSize::LargeInput);
        });
        group.bench_function(format!("{name}: events"), |b| {
            let build = |doc: &mut Document| timeline::build(doc, &it.outline, &it.entities, &mut it.times).len();
            b.iter_batched_ref(|| it.doc.clone(), build, BatchSize::LargeInput);
        });
    }
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
