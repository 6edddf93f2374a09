//! Texts stitched from fragments that set off rules: each pair of bytes picks one.
#![no_main]

#[path = "../../invariants/check.rs"]
mod check;
#[path = "../../invariants/stitch.rs"]
#[allow(dead_code)]
mod stitch;

use article_lens::RawInput;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let picks: Vec<u16> = bytes.chunks(2).map(|pair| pair.iter().fold(0, |n, b| n << 8 | u16::from(*b))).collect();
    check::check(&RawInput::text(stitch::stitch(&picks)).published("2025-01-22"));
});
