//! Any tables as an interchange package: files are separated by form feeds, the first line of each is its name. What was
//! read is written and read again: it must be the same.
#![no_main]

use importers::package::write_package;
use importers::{Options, RawInput, read};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fuzz_target!(|text: &str| {
    let files = text.split('\u{c}').take(16).map(|file| file.split_once('\n').unwrap_or((file, "")));
    let files: Vec<(String, Vec<u8>)> =
        files.map(|(name, text)| (name.trim().to_string(), text.as_bytes().to_vec())).collect();
    let Some(first) = zipped(&files) else { return };
    let Some(batch) = read(&first, &Options::default()).batch else { return };
    let Some(second) = zipped(&write_package(&batch, "again")) else { return };
    let again = read(&second, &Options::default());
    assert_eq!(again.batch.map(|b| b.observations), Some(batch.observations), "{:?}", again.issues);
});

fn zipped(files: &[(String, Vec<u8>)]) -> Option<RawInput> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(RawInput { name: "package.zip".to_string(), bytes: zip.finish().ok()?.into_inner() })
}
