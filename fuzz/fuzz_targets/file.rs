//! Any bytes as a file: text, archive or workbook. Begin from `crates/importers/tests/fixtures`.
#![no_main]

use importers::{Options, RawInput, read};
use libfuzzer_sys::fuzz_target;

/// How workbooks from before 2007 begin. The library that reads them panics on some of them; we catch that and say so, but
/// a fuzzer sees the panic first.
const OLD_WORKBOOK: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(&OLD_WORKBOOK) {
        return;
    }
    let options = Options { period: domain::Period::fiscal_year(2024), recipe: None };
    let reading = read(&RawInput { name: "table_2024年度.csv".to_string(), bytes: bytes.to_vec() }, &options);
    assert!(reading.batch.is_some() || !reading.issues.is_empty(), "nothing was read and nothing was said");
});
