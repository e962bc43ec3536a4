//! How is one CSV table of a package read, cell by cell, so that whatever is not understood is reported with its place?

use domain::codes::CodeError;
use domain::issue::{Issue, IssueKind, Severity};
use domain::period::{Day, Period, parse_day};
use domain::{Bilingual, HospitalId, MeasureId};
use std::ops::RangeInclusive;

/// A row that is left out; why has already been reported.
#[derive(Debug)]
pub(super) struct LeftOut;

/// What a cell says, or that its row is left out.
pub(super) type Cell<T> = Result<T, LeftOut>;

/// One table of the interchange format: its name and its columns in the order they are written.
pub(super) struct Layout<const N: usize> {
    /// File name without `.csv`.
    pub name: &'static str,
    /// Every column.
    pub columns: [&'static str; N],
    /// The columns without which no row can be understood.
    pub required: &'static [&'static str],
}

/// Where a column stands in the file at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    name: &'static str,
    place: Option<usize>,
}

/// One row, and the list its issues go to.
pub(super) struct Row<'a> {
    record: &'a csv::StringRecord,
    file: &'a str,
    sheet: &'a str,
    number: u32,
    issues: &'a mut Vec<Issue>,
}

/// Reads every row of a table. Rows for which `read` gives [`LeftOut`] are not in the result.
///
/// The result is `None` where a required column is missing.
pub(super) fn read_rows<T, const N: usize>(
    layout: &Layout<N>,
    bytes: &[u8],
    file: &str,
    issues: &mut Vec<Issue>,
    mut read: impl FnMut(&[Column; N], &mut Row<'_>) -> Cell<T>,
) -> Option<Vec<T>> {
    let sheet = format!("{}.csv", layout.name);
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let header = match reader.read_record(&mut record) {
        Ok(_) => record.clone(),
        Err(error) => {
            issues.push(unreadable(&error, file, &sheet, 1));
            return None;
        }
    };
    let columns = find_columns(layout, &header, file, &sheet, issues)?;
    let mut rows = Vec::new();
    for number in 2.. {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                let mut row = Row { record: &record, file, sheet: &sheet, number, issues };
                if row.is_whole(header.len())
                    && let Ok(found) = read(&columns, &mut row)
                {
                    rows.push(found);
                }
            }
            Err(error) => {
                issues.push(unreadable(&error, file, &sheet, number));
                if !matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) {
                    break;
                }
            }
        }
    }
    Some(rows)
}

fn unreadable(error: &csv::Error, file: &str, sheet: &str, row: u32) -> Issue {
    let (kind, message) = match error.kind() {
        csv::ErrorKind::Utf8 { err, .. } => {
            (IssueKind::Encoding, format!("cell {} is not UTF-8; save the table as UTF-8", err.field() + 1))
        }
        _ => (IssueKind::Damaged, format!("the row cannot be read: {error}")),
    };
    Issue::of_file(Severity::Problem, kind, file, message).in_sheet(sheet).at(row, "", "")
}

fn find_columns<const N: usize>(
    layout: &Layout<N>,
    header: &csv::StringRecord,
    file: &str,
    sheet: &str,
    issues: &mut Vec<Issue>,
) -> Option<[Column; N]> {
    let names: Vec<&str> = header.iter().map(str::trim).collect();
    let of_file = |severity, kind, text: String| Issue::of_file(severity, kind, file, text).in_sheet(sheet);
    for (place, name) in names.iter().enumerate() {
        if !layout.columns.contains(name) {
            let text = format!("column \"{name}\" is not of the interchange format; it is left aside");
            issues.push(of_file(Severity::Note, IssueKind::UnknownColumn, text).at(1, name, ""));
        } else if names.iter().take(place).any(|earlier| earlier == name) {
            let text = format!("column \"{name}\" stands there twice; the first is read");
            issues.push(of_file(Severity::Problem, IssueKind::Duplicate, text).at(1, name, ""));
        }
    }
    let missing: Vec<&str> = layout.required.iter().copied().filter(|name| !names.contains(name)).collect();
    for name in &missing {
        let text = format!("the required column \"{name}\" is missing; the table is left out");
        issues.push(of_file(Severity::Problem, IssueKind::MissingColumn, text).at(1, name, ""));
    }
    let place = |name: &'static str| Column { name, place: names.iter().position(|n| *n == name) };
    missing.is_empty().then(|| layout.columns.map(place))
}

impl Row<'_> {
    fn is_whole(&mut self, width: usize) -> bool {
        if self.record.len() == width {
            return true;
        }
        let text = format!("the row has {} cells, the header has {width}; it is left out", self.record.len());
        self.problem(IssueKind::Damaged, "", "", text);
        false
    }

    /// Reports something about a cell.
    pub(super) fn report(&mut self, severity: Severity, kind: IssueKind, column: &str, value: &str, text: String) {
        let issue = Issue::of_file(severity, kind, self.file, text).in_sheet(self.sheet);
        self.issues.push(issue.at(self.number, column, value));
    }

    fn problem(&mut self, kind: IssueKind, column: &str, value: &str, text: String) {
        self.report(Severity::Problem, kind, column, value, text);
    }

    /// Leaves the row out because of a cell, and says why.
    pub(super) fn leave_out<T>(&mut self, kind: IssueKind, column: Column, why: &str) -> Cell<T> {
        let value = self.raw(column).to_string();
        self.problem(kind, column.name, &value, format!("{why}; the row is left out"));
        Err(LeftOut)
    }

    /// Reports a cell that is left aside while the rest of its row is kept.
    pub(super) fn set_aside(&mut self, kind: IssueKind, column: Column, why: &str) {
        let value = self.raw(column).to_string();
        self.problem(kind, column.name, &value, format!("{why}; the cell is left aside"));
    }

    /// The cell as it stands there; empty where the file has no such column.
    pub(super) fn raw(&self, column: Column) -> &str {
        column.place.and_then(|place| self.record.get(place)).unwrap_or("")
    }

    /// Text, verbatim.
    pub(super) fn text(&self, column: Column) -> String {
        self.raw(column).to_string()
    }

    /// Text in both languages.
    pub(super) fn both(&self, ja: Column, en: Column) -> Bilingual<String> {
        Bilingual::new(self.text(ja), self.text(en))
    }

    /// A list separated by `;`.
    pub(super) fn list(&self, column: Column) -> Vec<String> {
        self.raw(column).split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_string).collect()
    }

    /// Text that may not be empty.
    pub(super) fn needed(&mut self, column: Column) -> Cell<String> {
        if self.raw(column).trim().is_empty() {
            return self.leave_out(IssueKind::MissingValue, column, "the cell may not be empty");
        }
        Ok(self.text(column))
    }

    /// A hospital's id.
    pub(super) fn hospital(&mut self, column: Column) -> Cell<HospitalId> {
        self.needed(column)?;
        match HospitalId::parse(self.raw(column).trim()) {
            Ok(id) => Ok(id),
            Err(error) => self.leave_out(IssueKind::NotUnderstood, column, &error.to_string()),
        }
    }

    /// A measure's id.
    pub(super) fn measure(&mut self, column: Column) -> Cell<MeasureId> {
        self.needed(column)?;
        match MeasureId::parse(self.raw(column).trim()) {
            Ok(id) => Ok(id),
            Err(error) => self.leave_out(IssueKind::NotUnderstood, column, &error.to_string()),
        }
    }

    /// A code of a closed list.
    pub(super) fn code<T>(&mut self, column: Column, parse: fn(&str) -> Result<T, CodeError>) -> Cell<T> {
        match parse(self.raw(column).trim()) {
            Ok(code) => Ok(code),
            Err(error) => self.leave_out(IssueKind::NotUnderstood, column, &error.to_string()),
        }
    }

    /// A number within a range, or nothing where the cell is empty.
    pub(super) fn number(&mut self, column: Column, range: &RangeInclusive<f64>, why: &str) -> Cell<Option<f64>> {
        let text = self.raw(column).trim();
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<f64>() {
            Ok(number) if !number.is_finite() => {
                self.leave_out(IssueKind::NotUnderstood, column, "not a finite number")
            }
            Ok(number) if !range.contains(&number) => self.leave_out(IssueKind::OutOfRange, column, why),
            Ok(number) => Ok(Some(number)),
            Err(_) => self.leave_out(IssueKind::NotUnderstood, column, "not a number (write 1234.5)"),
        }
    }

    /// A day, or nothing where the cell is empty.
    pub(super) fn day(&mut self, column: Column) -> Cell<Option<Day>> {
        let text = self.raw(column).trim();
        if text.is_empty() {
            return Ok(None);
        }
        match parse_day(text) {
            Some(day) => Ok(Some(day)),
            None => self.leave_out(IssueKind::NotUnderstood, column, "not a day (write 2022-04-01)"),
        }
    }

    /// A day that must be there.
    pub(super) fn needed_day(&mut self, column: Column) -> Cell<Day> {
        match self.day(column)? {
            Some(day) => Ok(day),
            None => self.leave_out(IssueKind::MissingValue, column, "the cell may not be empty"),
        }
    }

    /// Two days of which the second does not lie before the first.
    pub(super) fn period(&mut self, start: Column, end: Column) -> Cell<Period> {
        let period = Period { start: self.needed_day(start)?, end: self.needed_day(end)? };
        if period.end < period.start {
            return self.leave_out(IssueKind::OutOfRange, end, "the period ends before it begins");
        }
        Ok(period)
    }

    /// First and last day of validity; either may be open.
    pub(super) fn validity(&mut self, from: Column, to: Column) -> Cell<(Option<Day>, Option<Day>)> {
        let days = (self.day(from)?, self.day(to)?);
        if let (Some(first), Some(last)) = days
            && last < first
        {
            return self.leave_out(IssueKind::OutOfRange, to, "the last day lies before the first");
        }
        Ok(days)
    }

    /// Yes, no, or nothing where the cell is empty.
    pub(super) fn yes_or_no(&mut self, column: Column) -> Cell<Option<bool>> {
        match self.raw(column).trim().to_ascii_lowercase().as_str() {
            "" => Ok(None),
            "true" | "1" => Ok(Some(true)),
            "false" | "0" => Ok(Some(false)),
            _ => self.leave_out(IssueKind::NotUnderstood, column, "neither \"true\" nor \"false\""),
        }
    }

    /// The row's number, for checks that look at several rows.
    pub(super) fn number_in_file(&self) -> u32 {
        self.number
    }
}
