//! Any recipe for any table: the recipe stands before a line of `---`, the table after it.
#![no_main]

use importers::{Options, RawInput, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (recipe, table) = text.split_once("\n---\n").unwrap_or((text, ""));
    let options = Options {
        period: domain::Period::fiscal_year(2024),
        recipe: Some(("recipe.toml".to_string(), recipe.to_string())),
    };
    let reading = read(&RawInput { name: "table.csv".to_string(), bytes: table.as_bytes().to_vec() }, &options);
    assert!(reading.batch.is_some() || !reading.issues.is_empty(), "nothing was read and nothing was said");
});
