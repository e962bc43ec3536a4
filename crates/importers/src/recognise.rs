//! Which reader understands a file, judged by its content alone?

use crate::input::{Content, RawInput, open};
use crate::package;
use crate::reading::{Options, Reading};
use domain::Bilingual;
use domain::issue::{Issue, IssueKind, Severity};
use std::collections::BTreeMap;

/// Finds the reader of a file and lets it read.
pub(crate) fn dispatch(input: &RawInput, _options: &Options) -> Reading {
    match open(input) {
        Err(issue) => Reading { issues: vec![issue], ..Reading::default() },
        Ok(Content::Package(files)) => read_package(&files, &input.name),
        Ok(Content::Files(_) | Content::Workbook(_)) => Reading { issues: vec![unknown(&input.name)], ..Reading::default() },
    }
}

fn read_package(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Reading {
    let (batch, issues) = package::read_package(files, name);
    let usable = !issues.iter().any(|i| i.severity == Severity::Blocking);
    Reading {
        kind: "package".to_string(),
        title: Bilingual::new("交換用パッケージ", "Interchange package").to_owned(),
        batch: usable.then_some(batch),
        issues,
        ..Reading::default()
    }
}

fn unknown(name: &str) -> Issue {
    Issue::of_file(
        Severity::Blocking,
        IssueKind::UnknownFile,
        name,
        "no reader and no recipe knows this layout; describe it with a recipe (--recipe FILE.toml)",
    )
}
