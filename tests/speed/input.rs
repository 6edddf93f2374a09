//! How fast texts and pages are read: `cargo bench --bench input`. Everything before names and dates: clean text, words
//! and sentences, outline. The texts are thrown together from words of our own, no two paragraphs alike, about 2 MB each.

use article_lens::{Format, RawInput, document, input, outline};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Bytes of each text, about.
const SIZE: usize = 2_000_000;

/// A small generator (xorshift), so that the texts are the same every time.
struct Dice(u64);

impl Dice {
    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        words[(self.0 % words.len() as u64) as usize]
    }

    fn sentence(&mut self) -> String {
        const WHO: &[&str] = &[
            "The council",
            "Ada Finch",
            "Mr. Roe",
            "The mayor’s sister",
            "J. P. Tully of Ardle",
            "A spokeswoman",
            "The U.S. envoy",
            "Nobody",
            "The Fenland Post",
            "Dr. Skerry",
            "Half the town",
            "She",
            "They",
        ];
        const DID: &[&str] = &[
            "met",
            "voted 11 to 10",
            "said",
            "had swum there since 1951",
            "refused",
            "paid $1,200.50",
            "left the hall",
            "asked for more",
            "wrote to the harbour master",
            "agreed",
            "did not answer",
            "laughed",
            "built a wall",
        ];
        const WHEN: &[&str] = &[
            "on Monday",
            "on Jan. 6",
            "in the spring of 2019",
            "at 5 p.m.",
            "two days later",
            "before the storm",
            "again",
            "in St. Ives",
            "behind the old pool",
            "for the third time",
            "over the weekend",
            "without a word",
            "in 1999",
        ];
        const MORE: &[&str] = &[
            ".",
            ", and it rained.",
            "; nobody else spoke.",
            " (see page 12).",
            ", the ministry said in a statement.",
            " – so the papers wrote.",
            ", “because it is ours,” she added.",
            "?",
            " … and that was all.",
            "!",
            ", according to www.example.org/pool?a=1.",
            ", which the law does not allow until the end of the year.",
        ];
        format!("{} {} {}{}", self.pick(WHO), self.pick(DID), self.pick(WHEN), self.pick(MORE))
    }

    fn paragraph(&mut self) -> String {
        let count = self.pick(&["1", "2", "3", "4"]).parse().unwrap_or(1);
        (0..count).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    fn heading(&mut self) -> String {
        const WHAT: &[&str] = &["What", "The pool that", "How Ardle", "Background", "A wall", "Why nobody", "The vote"];
        const REST: &[&str] = &["comes next", "and the sea", "was lost", "for everyone", "in brief", "", "explained"];
        format!("{} {}", self.pick(WHAT), self.pick(REST)).trim().to_string()
    }
}

/// A text of paragraphs and headings, each made a block by `block`, which is told which of the two it is given.
fn text(mut block: impl FnMut(&mut Dice, bool) -> String) -> String {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut out = String::with_capacity(SIZE + 1000);
    let mut number = 0_usize;
    while out.len() < SIZE {
        out += &block(&mut dice, number % 7 == 6);
        number += 1;
    }
    out
}

/// `words` with a line break wherever a line is full.
fn wrapped(words: &str) -> String {
    let mut width = 0;
    let broken = words.split(' ').map(|word| {
        width += word.len() + 1;
        if width > 72 {
            width = word.len() + 1;
            format!("\n{word}")
        } else {
            format!(" {word}")
        }
    });
    broken.collect::<String>().trim_start().to_string()
}

fn html(dice: &mut Dice, heading: bool) -> String {
    if heading {
        return format!(
            "<div class=\"block block--{}\" data-id=\"1\"><h2 class=\"head\">{}</h2></div>\n",
            dice.pick(&["a", "b", "c", "wide"]),
            dice.heading()
        );
    }
    let words =
        dice.paragraph().replace("Ada Finch", "<b>Ada Finch</b>").replace("Mr. Roe", "<a href=\"/roe\">Mr. Roe</a>");
    let class = dice.pick(&["text", "text text--lead", "story-body__paragraph", "p"]);
    format!("<p class=\"{class}\">{words} &amp; so on.</p>\n")
}

fn read(criterion: &mut Criterion) {
    let plain = text(|dice, heading| if heading { dice.heading() } else { dice.paragraph() } + "\n\n");
    let mail = text(|dice, heading| if heading { dice.heading() } else { wrapped(&dice.paragraph()) } + "\n\n");
    let marks =
        text(|dice, heading| if heading { format!("## {}\n\n", dice.heading()) } else { dice.paragraph() + "\n\n" });
    let page = format!("<html><head><title>Pool</title></head><body><article>{}</article></body></html>", text(html));
    let mut group = criterion.benchmark_group("input and outline");
    group.sample_size(20);
    for (name, text, format) in [
        ("text, a line a paragraph", plain, Format::Text),
        ("text, hard-wrapped", mail, Format::Text),
        ("Markdown", marks, Format::Markdown),
        ("HTML", page, Format::Html),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        let raw = RawInput { text, format, ..RawInput::default() };
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let read = input::read(black_box(&raw));
                let mut doc = document::parse(&read);
                let found = outline::find(&mut doc, &read.metadata);
                assert!(!found.sections.is_empty());
                found
            });
        });
    }
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
