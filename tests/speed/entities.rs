//! How fast names are found and joined, on the articles of `tests/articles`, none of which is like another: all of them
//! as one text, and each by itself (where starting counts too). `cargo bench --bench entities`

use article_lens::document::Document;
use article_lens::{Format, RawInput, document, entities, input};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;

fn parse(text: String) -> Document {
    document::parse(&input::read(&RawInput { text, format: Format::Text, ..RawInput::default() }))
}

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = folder.read_dir().expect("the articles").flatten().map(|e| e.path()).collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| std::fs::read_to_string(path.join("article.txt")).ok());
    texts.collect()
}

fn names(criterion: &mut Criterion) {
    let texts = articles();
    let one = parse(texts.join("\n\n"));
    let each: Vec<Document> = texts.into_iter().map(parse).collect();
    entities::find(&one.clone()); // Unpacks the model.
    let mut group = criterion.benchmark_group("entities");
    group.throughput(Throughput::Bytes(one.text.len() as u64));
    // A document keeps its grammar once it is parsed: each reading takes one that nobody has read.
    group.bench_function("articles as one text", |b| {
        b.iter_batched_ref(|| one.clone(), |one| entities::find(black_box(one)), BatchSize::LargeInput);
    });
    group.throughput(Throughput::Bytes(each.iter().map(|doc| doc.text.len() as u64).sum()));
    group.bench_function("each article by itself", |b| {
        let count = |each: &mut Vec<Document>| -> usize {
            each.iter().map(|doc| entities::find(black_box(doc)).mentions.len()).sum()
        };
        b.iter_batched_ref(|| each.clone(), count, BatchSize::LargeInput);
    });
    group.finish();
}

criterion_group!(benches, names);
criterion_main!(benches);
