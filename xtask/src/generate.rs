//! Which documents are written by the code, and are they up to date?

use std::fs;
use std::process::ExitCode;

use anyhow::bail;

use crate::process::{self, root};
use crate::{Keep, tell};

/// Each document, and the name that the crate `documents` knows it by.
const DOCUMENTS: &[(&str, &str)] = &[("docs/DATA-SOURCES.md", "data-sources"), ("docs/METHODS.md", "methods")];

/// `cargo xtask generate`.
pub fn command(keep: Keep) -> anyhow::Result<ExitCode> {
    let count = generate(keep)?;
    tell::line(&format!("{count} generated documents are up to date"));
    Ok(ExitCode::SUCCESS)
}

/// Brings the documents up to date or complains about the first that is not; returns how many there are.
pub fn generate(keep: Keep) -> anyhow::Result<usize> {
    for (path, name) in DOCUMENTS {
        let text = process::output(process::tool("documents")?.arg(name))?;
        let file = root().join(path);
        if fs::read_to_string(&file).is_ok_and(|kept| kept == text) {
            continue;
        }
        match keep {
            Keep::Write => fs::write(&file, text)?,
            Keep::Check => bail!("{path} is not up to date: run `cargo xtask generate`"),
        }
    }
    Ok(DOCUMENTS.len())
}
