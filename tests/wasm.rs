//! The engine where it is used: as WebAssembly in a browser, where `usize` has 32 bits and a panic ends everything.
//! `cargo xtask test` runs this in headless Chromium.
#![cfg(target_arch = "wasm32")]

use article_lens::{Job, Progress, RawInput, analyze, ui};
use wasm_bindgen::JsValue;
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

#[wasm_bindgen_test]
fn scripts_get_the_exported_json() {
    let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).unwrap();
    let json = ui::analyze(ARTICLE.into(), JsValue::UNDEFINED).unwrap();
    let first = get(&get(&json, "timexes"), "0");
    assert_eq!(get(&first, "value").as_string().as_deref(), Some("2024-05-03"));
}

#[wasm_bindgen_test]
async fn the_interface_can_be_mounted_taken_down_and_mounted_again() {
    let document = web_sys::window().unwrap().document().unwrap();
    for _ in 0..2 {
        let place = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&place).unwrap();
        let lens = ui::mount(place.clone(), None, None, false);
        moment().await;
        assert!(place.query_selector("textarea").unwrap().is_some(), "the paste box is there");
        lens.destroy();
        moment().await;
        assert!(place.first_child().is_none(), "nothing is left");
        place.remove();
    }
}

/// Until what was scheduled has been done.
async fn moment() {
    let soon = js_sys::Promise::new(&mut |done, _| {
        web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 50).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(soon).await.unwrap();
}
