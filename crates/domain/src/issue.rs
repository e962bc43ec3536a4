//! What could not be understood in a file, and where?

use crate::codes;
use std::fmt;

codes! {
    /// How bad an issue is.
    Severity, "severity", "重さ" {
        /// Said so that somebody knows; nothing was lost.
        Note = "note",
        /// The cell, row or table was left out; the rest was loaded.
        Problem = "problem",
        /// Nothing of the file could be used.
        Blocking = "blocking",
    }
}

codes! {
    /// The kinds of issues.
    IssueKind, "kind of issue", "読み取りの問題の種類" {
        /// No reader knows this file.
        UnknownFile = "unknown_file",
        /// The file is not what its name says.
        NotWhatItSays = "not_what_it_says",
        /// The file ends too early or is broken.
        Damaged = "damaged",
        /// The file is larger than we open, or expands too far.
        TooLarge = "too_large",
        /// Characters cannot be read in the expected encoding.
        Encoding = "encoding",
        /// A column or table is missing.
        MissingColumn = "missing_column",
        /// A column we do not know.
        UnknownColumn = "unknown_column",
        /// A cell that should be filled is empty.
        MissingValue = "missing_value",
        /// A cell is no number, no day or no code.
        NotUnderstood = "not_understood",
        /// A number that cannot be (share over 1, negative count, numerator over denominator …).
        OutOfRange = "out_of_range",
        /// The same id or the same value twice.
        Duplicate = "duplicate",
        /// An id that stands nowhere else.
        UnknownReference = "unknown_reference",
        /// Coordinates that mean "unknown".
        UnknownPlace = "unknown_place",
        /// A facility that could not be linked.
        NotLinked = "not_linked",
        /// The period came from the file name.
        PeriodFromName = "period_from_name",
        /// A later file replaced a value.
        Replaced = "replaced",
        /// Two sources say different things; the official one was kept.
        Overruled = "overruled",
        /// A source without a licence.
        NoLicence = "no_licence",
        /// A total collapsed against the release before.
        Collapsed = "collapsed",
    }
}

/// One thing that was not understood, with the place where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// How bad it is.
    pub severity: Severity,
    /// What kind it is.
    pub kind: IssueKind,
    /// Name of the file.
    pub file: String,
    /// Sheet or member of an archive, empty where there is none.
    pub sheet: String,
    /// Row, counted from 1.
    pub row: Option<u32>,
    /// Column by its header.
    pub column: String,
    /// The literal.
    pub value: String,
    /// What is wrong and what to try, one sentence.
    pub message: String,
}

impl Issue {
    /// An issue about a whole file.
    pub fn of_file(severity: Severity, kind: IssueKind, file: &str, message: impl Into<String>) -> Self {
        Self {
            severity,
            kind,
            file: file.to_string(),
            sheet: String::new(),
            row: None,
            column: String::new(),
            value: String::new(),
            message: message.into(),
        }
    }

    /// The same, in a sheet.
    #[must_use]
    pub fn in_sheet(mut self, sheet: &str) -> Self {
        self.sheet = sheet.to_string();
        self
    }

    /// The same, at a row (counted from 1) and a column, with the literal that stands there.
    #[must_use]
    pub fn at(mut self, row: u32, column: &str, value: &str) -> Self {
        self.row = Some(row);
        self.column = column.to_string();
        self.value = value.chars().take(120).collect();
        self
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if !self.sheet.is_empty() {
            write!(f, " [{}]", self.sheet)?;
        }
        if let Some(row) = self.row {
            write!(f, " row {row}")?;
        }
        if !self.column.is_empty() {
            write!(f, ", column \"{}\"", self.column)?;
        }
        if !self.value.is_empty() {
            write!(f, ", value \"{}\"", self.value)?;
        }
        write!(f, ": {}", self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_says_what_where_and_what_to_try() {
        let issue = Issue::of_file(Severity::Problem, IssueKind::OutOfRange, "a.csv", "a share lies between 0 and 1")
            .in_sheet("sheet")
            .at(7, "value", "1.4");
        assert_eq!(
            issue.to_string(),
            "a.csv [sheet] row 7, column \"value\", value \"1.4\": a share lies between 0 and 1"
        );
    }
}
