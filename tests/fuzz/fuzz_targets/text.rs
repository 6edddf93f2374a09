//! Any bytes as a text of any form.
#![no_main]

#[path = "../../invariants/check.rs"]
mod check;

use article_lens::RawInput;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    check::check(&RawInput::text(text.clone()));
    check::check(&RawInput::text(text).published("2025-01-22"));
});
