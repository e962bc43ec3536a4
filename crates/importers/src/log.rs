//! Where are the things that were not understood collected while a file is read?

use domain::issue::{Issue, IssueKind, Severity};
use std::collections::BTreeMap;

/// Issues of one kind in one column that are listed one by one; beyond that they are counted.
const LISTED: usize = 1_000;

/// A place in a file: a cell, a row, or a whole sheet where the row is 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub sheet: &'a str,
    pub row: u32,
    pub column: &'a str,
    pub value: &'a str,
}

impl<'a> Place<'a> {
    pub(crate) fn sheet(sheet: &'a str) -> Self {
        Self { sheet, row: 0, column: "", value: "" }
    }

    pub(crate) fn row(sheet: &'a str, row: u32) -> Self {
        Self { sheet, row, column: "", value: "" }
    }

    pub(crate) fn cell(sheet: &'a str, row: u32, column: &'a str, value: &'a str) -> Self {
        Self { sheet, row, column, value }
    }
}

/// The issues of one file.
#[derive(Debug)]
pub(crate) struct Log {
    file: String,
    issues: Vec<Issue>,
    counts: BTreeMap<(IssueKind, String), usize>,
}

impl Log {
    pub(crate) fn new(file: &str) -> Self {
        Self { file: file.to_string(), issues: Vec::new(), counts: BTreeMap::new() }
    }

    pub(crate) fn note(&mut self, kind: IssueKind, place: Place<'_>, message: impl Into<String>) {
        self.add(Severity::Note, kind, place, message.into());
    }

    pub(crate) fn problem(&mut self, kind: IssueKind, place: Place<'_>, message: impl Into<String>) {
        self.add(Severity::Problem, kind, place, message.into());
    }

    pub(crate) fn blocking(&mut self, kind: IssueKind, place: Place<'_>, message: impl Into<String>) {
        self.add(Severity::Blocking, kind, place, message.into());
    }

    fn add(&mut self, severity: Severity, kind: IssueKind, place: Place<'_>, message: String) {
        let count = self.counts.entry((kind, place.column.to_string())).or_insert(0);
        *count += 1;
        if *count > LISTED {
            return;
        }
        let mut issue = Issue::of_file(severity, kind, &self.file, message).in_sheet(place.sheet);
        if place.row > 0 {
            issue = issue.at(place.row, place.column, place.value);
        } else {
            issue.column = place.column.to_string();
            issue.value = place.value.chars().take(120).collect();
        }
        self.issues.push(issue);
    }

    /// Takes an issue that another part has written.
    pub(crate) fn take(&mut self, issue: Issue) {
        self.issues.push(issue);
    }

    pub(crate) fn is_blocked(&self) -> bool {
        self.issues.iter().any(|i| i.severity == Severity::Blocking)
    }

    /// The issues in the order they were met, with a line for those that were only counted.
    pub(crate) fn finish(mut self) -> Vec<Issue> {
        for ((kind, column), count) in &self.counts {
            if *count > LISTED {
                let severity = self.issues.iter().find(|i| i.kind == *kind && i.column == *column).map(|i| i.severity);
                let message = format!("{} more of this kind in this column are not listed", count - LISTED);
                let mut issue = Issue::of_file(severity.unwrap_or(Severity::Problem), *kind, &self.file, message);
                issue.column.clone_from(column);
                self.issues.push(issue);
            }
        }
        self.issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_the_same_issue_is_counted_and_not_listed() {
        let mut log = Log::new("a.csv");
        for row in 1..=1_500 {
            log.problem(IssueKind::OutOfRange, Place::cell("", row, "share", "7"), "a share lies between 0 and 1");
        }
        let issues = log.finish();
        assert_eq!(issues.len(), 1_001);
        assert_eq!(issues[1_000].message, "500 more of this kind in this column are not listed");
    }
}
