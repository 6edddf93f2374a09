//! The engine where it is used: as WebAssembly in a browser, where `usize` has 32 bits and a panic ends everything.
//! `cargo xtask test` runs this in headless Chromium.
#![cfg(target_arch = "wasm32")]

use article_lens::{Job, Progress, RawInput, analyze};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = "Harbour bridge closed\n\nThe harbour bridge in Larnmouth was closed on 3 May 2024, the council \
                       said. It had opened in 1931.\n\nEngineers found cracks on Tuesday.";

#[wasm_bindgen_test]
fn an_article_is_read() {
    let analysis = analyze(&RawInput::text(ARTICLE).published("2024-05-09"));
    assert!(analysis.text.contains("found cracks on Tuesday"));
    assert!(!analysis.blocks.is_empty());
}

#[wasm_bindgen_test]
fn slices_give_the_same_as_one_go() {
    let raw = RawInput::text(ARTICLE.repeat(20)).published("2024-05-09");
    let mut job = Job::new(raw.clone());
    let mut steps = 0;
    while job.step(64) != Progress::Done {
        steps += 1;
    }
    assert!(steps > 20, "only {steps} steps");
    assert_eq!(job.finish(), analyze(&raw));
}

#[wasm_bindgen_test]
fn no_text_is_too_odd() {
    for text in
        ["", " \n\t", "a", "\u{0}\u{1}\u{fffd}", "\u{202e}שלום", "👩‍👩‍👧‍👦🏳️‍🌈", "<p><b>open", "99999999999999999999 years ago"]
    {
        analyze(&RawInput::text(text));
    }
    analyze(&RawInput::text("On Tuesday, ".repeat(20_000)));
}
