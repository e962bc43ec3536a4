//! How do corrections, and what hospitals say, get into the next release?

use super::{CLEAN, REFUSED, WITH_ISSUES, report};
use importers::staging::{Staged, Staging};
use importers::{Options, RawInput, load_path, read};
use std::path::Path;

/// A table that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// `corrections.csv`.
    Corrections,
    /// `comments.csv`.
    Comments,
}

impl Table {
    const fn kind(self) -> &'static str {
        match self {
            Self::Corrections => "corrections",
            Self::Comments => "comments",
        }
    }

    const fn columns(self) -> &'static str {
        match self {
            Self::Corrections => {
                "hospital_id, measure_id, period_start, period_end, stratum, was, is, why_ja, why_en, date"
            }
            Self::Comments => {
                "hospital_id, measure_id, period_end, kind, date, text_ja, text_en, and where wanted period_start, stratum"
            }
        }
    }
}

/// Stages the table for the next publish. 0 clean, 3 with issues, 1 not such a table.
pub fn run(data: &Path, table: Table, file: &Path) -> anyhow::Result<u8> {
    let input = match load_path(file) {
        Ok(input) => input,
        Err(issue) => {
            eprintln!("monosashi: {issue}");
            return Ok(REFUSED);
        }
    };
    stage(data, table, &input)
}

/// The same of a table that is in memory already.
pub fn stage(data: &Path, table: Table, input: &RawInput) -> anyhow::Result<u8> {
    let options = Options::default();
    let reading = read(input, &options);
    if reading.kind != table.kind() || reading.batch.is_none() {
        eprintln!("monosashi: {} is no list of {}; its columns must be {}", input.name, table.kind(), table.columns());
        report::print_issues(&reading.issues, "`monosashi check` --json lists all");
        return Ok(REFUSED);
    }
    if reading.batch.as_ref().is_some_and(|batch| batch.corrections.is_empty() && batch.comments.is_empty()) {
        eprintln!("monosashi: nothing of {} can be used", input.name);
        report::print_issues(&reading.issues, "`monosashi check --json` lists all");
        return Ok(REFUSED);
    }
    let staged = Staging::open_to_change(data)?.stage(input, &options, &reading)?;
    report::print(&input.name, &reading, report::staged_word(&staged));
    if matches!(staged, Staged::Added(_)) {
        println!("  It becomes public with the next `monosashi publish`.");
    }
    Ok(if report::problems(&reading.issues) == 0 { CLEAN } else { WITH_ISSUES })
}

/// Takes a table back that is known by its name. True where it was there.
pub fn take_back(data: &Path, name: &str) -> anyhow::Result<bool> {
    if Staging::open(data).list()?.iter().all(|entry| entry.file != name) {
        return Ok(false);
    }
    let staging = Staging::open_to_change(data)?;
    let mut named: Vec<String> = staging.list()?.into_iter().filter(|e| e.file == name).map(|e| e.sha256).collect();
    named.sort();
    named.dedup();
    for hash in &named {
        staging.unstage(hash)?;
    }
    Ok(!named.is_empty())
}
