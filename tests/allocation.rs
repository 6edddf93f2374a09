//! The entities stage allocates for names, not for words: counted, not read in the code.
//!
//! Lists and tables that grow double their room, so that twice the words may cost a few allocations more, never one a
//! word.

#![cfg(not(target_arch = "wasm32"))]
// Counting what is allocated needs an allocator of one's own, and that is unsafe by its form. It lives in this test alone.
#![allow(unsafe_code)]

use article_lens::document::{self, Document};
use article_lens::entities;
use article_lens::{Format, RawInput, input};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    /// Allocations of this thread; those of other tests do not count.
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

struct Counting;

fn count() {
    // A thread that ends has no counter any more.
    let _ = COUNT.try_with(|count| count.set(count.get() + 1));
}

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        unsafe { System.realloc(place, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn read(text: &str) -> Document {
    document::parse(&input::read(&RawInput { text: text.into(), format: Format::Text, ..RawInput::default() }))
}

struct Measure {
    allocations: usize,
    tokens: usize,
    mentions: usize,
    entities: usize,
}

fn measure(text: &str) -> Measure {
    let doc = read(text);
    // What is read once and kept (the model, the lists) is not counted.
    entities::find(&doc);
    let before = COUNT.get();
    let found = entities::find(&doc);
    let allocations = COUNT.get() - before;
    let (mentions, entities) = (found.mentions.len() + found.described.len(), found.entities.len());
    Measure { allocations, tokens: doc.tokens.len(), mentions, entities }
}

/// Sentences that name nobody, each with other words.
fn nameless(sentences: usize) -> String {
    let things = ["a bridge", "the old mill", "every lamp", "some of the boats", "a row of trees"];
    let deeds =
        ["was painted in the rain", "had been closed for weeks", "will open again soon", "cost more than planned"];
    let word =
        |n: usize| -> String { "abcdefghij".chars().cycle().skip(n % 7).step_by(1 + n % 3).take(4 + n % 5).collect() };
    (0..sentences).fold(String::new(), |text, n| {
        let (thing, deed) = (things[n % things.len()], deeds[n % deeds.len()]);
        format!("{text}By the {} {thing} {deed}, and the {} stood where the {n} others were. ", word(n), word(n / 3))
    })
}

/// Sentences about the same few names, or each about names of its own.
fn named(sentences: usize, own: bool) -> String {
    (0..sentences).fold(String::new(), |text, n| {
        let letter = |n: usize| (b'a' + (n % 26) as u8) as char;
        let who = if own { format!("Ann L{}e{}t", letter(n), letter(n / 26)) } else { "Ann Lee".into() };
        format!("{text}On that day {who} met the port authority in Geneva and said that the boats would sail again. ")
    })
}

#[test]
fn words_without_names_cost_nothing() {
    let (short, long) = (measure(&nameless(400)), measure(&nameless(800)));
    assert!(long.tokens > short.tokens + 5000 && long.mentions == 0, "{} tokens", long.tokens);
    let more = long.allocations.saturating_sub(short.allocations);
    assert!(more <= 24, "{} tokens more cost {more} allocations more", long.tokens - short.tokens);
    assert!(long.allocations <= 250, "{} allocations", long.allocations);
}

#[test]
fn longer_sentences_about_the_same_names_cost_nothing() {
    let sentence =
        |words: usize| format!("Ann Lee saw {} before Geneva. ", "the boats and some nets and ".repeat(words));
    let text = |words: usize| sentence(words).repeat(100);
    let (short, long) = (measure(&text(2)), measure(&text(8)));
    assert_eq!(short.mentions, long.mentions);
    let more = long.allocations.saturating_sub(short.allocations);
    assert!(more <= 24, "{} tokens more cost {more} allocations more", long.tokens - short.tokens);
}

#[test]
fn a_mention_costs_a_fixed_number() {
    for own in [false, true] {
        let (short, long) = (measure(&named(100, own)), measure(&named(400, own)));
        let more = long.allocations.saturating_sub(short.allocations);
        let (mentions, entities) = (long.mentions - short.mentions, long.entities - short.entities);
        assert!(mentions > 500, "{mentions} mentions");
        assert!(
            more <= 12 * mentions + 20 * entities,
            "{more} allocations for {mentions} mentions, {entities} entities"
        );
    }
}
