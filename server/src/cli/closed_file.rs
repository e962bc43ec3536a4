//! How is a file written that holds what senders have told the desk? Nobody but the operator can read it.

use anyhow::Context as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

/// Writes a file that appears under its name only when it is whole, readable by its owner alone.
pub fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let name = file.file_name().with_context(|| format!("{} is no file", file.display()))?;
    let draft = file.with_file_name(format!("{}.partial", name.to_string_lossy()));
    // one that was cut off may have other rights
    let _there_or_not = fs::remove_file(&draft);
    let mut new = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    let written = new.write(true).create_new(true).open(&draft).and_then(|mut file| file.write_all(bytes));
    written.with_context(|| format!("cannot write {}", draft.display()))?;
    fs::rename(&draft, file).with_context(|| format!("cannot write {}", file.display()))
}
