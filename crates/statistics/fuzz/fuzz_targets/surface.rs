//! Does any input make any method panic, or answer with something that is not a number?
//!
//! `cargo +nightly fuzz run surface` in this crate's folder. Eight bytes are one number, whatever they mean.

#![no_main]

use libfuzzer_sys::fuzz_target;
use statistics::digest::digest_of;

fuzz_target!(|bytes: &[u8]| {
    let number = |eight: &[u8]| eight.try_into().map(f64::from_le_bytes).unwrap_or(0.0);
    // The second reading turns the same bytes into small counts, which random doubles almost never are.
    let numbers: Vec<f64> = bytes.chunks_exact(8).map(number).collect();
    let counts: Vec<f64> = bytes.iter().map(|byte| f64::from(*byte)).collect();
    for input in [numbers, counts] {
        assert!(digest_of(&input).finite, "{input:?}");
    }
});
