//! Any bytes as HTML and as Markdown.
#![no_main]

#[path = "../../invariants/check.rs"]
mod check;

use article_lens::{Format, RawInput};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for format in [Format::Html, Format::Markdown] {
        check::check(&RawInput { format, ..RawInput::text(text.clone()) });
    }
});
