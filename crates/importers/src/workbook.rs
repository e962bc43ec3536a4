//! What stands in the sheets of an Excel workbook, as text?

use crate::table::{Row, Sheet};
use calamine::{DataRef, Reader, Xlsx};
use csv::StringRecord;
use domain::issue::{Issue, IssueKind, Severity};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Cells of a sheet, empty ones between filled ones included; such tables have fewer than a million.
const MAX_CELLS: usize = 20_000_000;
/// Widest sheet.
const MAX_COLUMNS: usize = 4_000;

/// An opened workbook.
pub(crate) struct Workbook<'a> {
    file: String,
    xlsx: Xlsx<Cursor<&'a [u8]>>,
    /// Names of the sheets, in order, as printed (a trailing space is kept).
    pub sheets: Vec<String>,
}

impl<'a> Workbook<'a> {
    /// Opens a workbook.
    pub(crate) fn open(file: &str, bytes: &'a [u8]) -> Result<Self, Issue> {
        let opened = guarded(|| Xlsx::new(Cursor::new(bytes)));
        let xlsx = opened.map_err(|why| broken(file, "", &why))?;
        let sheets = xlsx.sheet_names();
        Ok(Self { file: file.to_string(), xlsx, sheets })
    }

    /// Reads one sheet. Numbers and days become text as a person would write them.
    pub(crate) fn sheet(&mut self, name: &str) -> Result<Sheet, Issue> {
        let rows = guarded(|| read_cells(&mut self.xlsx, name)).map_err(|why| broken(&self.file, name, &why))?;
        let numbered = (1..).zip(rows).filter(|(_, cells)| !cells.is_empty());
        let rows = numbered.map(|(number, cells)| Row { number, cells: StringRecord::from(cells) }).collect();
        Ok(Sheet { name: name.to_string(), rows })
    }
}

/// The library promises errors but is not ours: a panic inside it must not end an import.
fn guarded<T, E: std::fmt::Display>(work: impl FnOnce() -> Result<T, E>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|e| e.to_string()),
        Err(_) => Err("its structure is not that of a workbook".to_string()),
    }
}

fn read_cells(xlsx: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Vec<String>>, String> {
    let mut reader = xlsx.worksheet_cells_reader(name).map_err(|e| e.to_string())?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut held = 0_usize;
    while let Some(cell) = reader.next_cell().map_err(|e| e.to_string())? {
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        let width = rows.get(row).map_or(0, Vec::len);
        held = held.saturating_add((row + 1).saturating_sub(rows.len()) + (column + 1).saturating_sub(width));
        if column > MAX_COLUMNS || held > MAX_CELLS {
            return Err(format!("a cell stands at row {}, column {}, far outside a table", row + 1, column + 1));
        }
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        let Some(cells) = rows.get_mut(row) else {
            continue;
        };
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = text;
        }
    }
    Ok(rows)
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => if *flag { "TRUE" } else { "FALSE" }.to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(error) => error.to_string(),
    }
}

fn broken(file: &str, sheet: &str, why: &str) -> Issue {
    let message = format!("the workbook cannot be read ({why}); fetch the file again or save it as .xlsx");
    Issue::of_file(Severity::Blocking, IssueKind::Damaged, file, message).in_sheet(sheet)
}
