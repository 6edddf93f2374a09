//! How fast dates are found and resolved: `cargo bench --bench time`. The time stage alone, in bytes of text a second, on
//! news as it is written, on a history with dates everywhere, and on text that tempts the matcher without holding dates.

use article_lens::{Format, RawInput, document, input, time};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Paragraphs of made-up news; `{}` becomes another number in each copy, so that no two are the same.
const NEWS: [&str; 6] = [
    "The council of Ardle met on Monday, Jan. 6, and voted {} to 10 to keep the old pool open. “It is ours,” said Ada \
     Finch, the mayor’s sister, who had swum there since 1951; nobody else spoke. The vote ended a row that began two \
     years ago, when the firm that ran the pool for the town went out of business and its last owner moved abroad.",
    "People in the streets around the market said they were glad, though few had expected it. Traders hope that more \
     visitors will come, and that bus {} will stop outside again as it did before the bridge was closed. A plan to let \
     the hall to a chain of shops was dropped after {} letters, most of them from one street.",
    "Shares in the firm fell {} percent in the third quarter, to their lowest since March 2020, after a fire at its \
     second plant. The chief executive told investors that repairs would take the rest of the year; he declined to say \
     how many of the {} workers sent home last week would come back.",
    "A storm brought down trees and power lines across the valley late on Thursday night, leaving {} homes without \
     light. Crews worked through the early hours of Friday, and most schools reopened by noon. “We have seen worse, but \
     not for a long time,” the fire chief said as he walked along the river with two of his men.",
    "The film, shot in the hills above the lake, tells of a woman who finds her father’s letters in a wall. It opened to \
     warm reviews and has sold {} tickets so far. Its director, who grew up in a village without a cinema, said that \
     she would rather show it in {} small places than in a large one.",
    "Doctors at the city’s main hospital found that patients who walked for half an hour every day slept better than \
     those who did not. The study followed {} people; it was small, and its authors ask for care in reading it. Others \
     in the field called the result likely, and said that it agreed with what nurses see in their own wards.",
];
const HISTORY: &str = "On 12 August 1914 the army crossed the river. By 12 September it had fallen back. In the spring of \
    1915 the line held; two days later the town fell, and on 5 October the last troops left.\n\n";

/// About a megabyte, as the other benchmarks take.
const SIZE: usize = 1_000_000;

fn news() -> String {
    let mut text = String::new();
    let mut number = 2;
    while text.len() < SIZE {
        for piece in NEWS {
            number += 7;
            text += &piece.replace("{}", &number.to_string());
            text += "\n\n";
        }
    }
    text
}

fn times(criterion: &mut Criterion) {
    let plain = "the cat sat on a mat and a second dog may march ";
    let texts = [
        ("news", news()),
        ("history", HISTORY.repeat(SIZE / HISTORY.len())),
        ("no date", plain.repeat(SIZE / plain.len())),
    ];
    let mut group = criterion.benchmark_group("time");
    for (name, text) in texts {
        let raw = RawInput { text, format: Format::Text, ..RawInput::default() };
        let doc = document::parse(&input::read(&raw));
        let reference = time::Reference { given: Some("2025-01-22".into()), metadata: None };
        group.throughput(Throughput::Bytes(doc.text.len() as u64));
        // A document keeps its grammar once it is parsed: each reading takes one that nobody has read.
        group.bench_function(name, |bencher| {
            bencher.iter_batched_ref(
                || doc.clone(),
                |doc| time::find(black_box(doc), &reference),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = times }
criterion_main!(benches);
