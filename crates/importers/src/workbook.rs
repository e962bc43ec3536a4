//! What stands in the sheets of an Excel workbook, as text?

use crate::log::{Log, Place};
use crate::table::{Row, Sheet};
use calamine::{Data, DataRef, Reader, Xls, Xlsx};
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
    book: Book<'a>,
    /// Names of the sheets, in order, as printed (a trailing space is kept).
    pub sheets: Vec<String>,
}

/// Files since 2007 are archives, those before are not.
enum Book<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<&'a [u8]>>>),
}

impl<'a> Workbook<'a> {
    /// True for the bytes of a workbook, old or new.
    pub(crate) fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
    }

    /// Opens a workbook.
    pub(crate) fn open(file: &str, bytes: &'a [u8]) -> Result<Self, Issue> {
        let told = |why: String| broken(file, "", &why);
        let (book, sheets) = if bytes.starts_with(b"PK") {
            let xlsx = guarded(|| Xlsx::new(Cursor::new(bytes))).map_err(told)?;
            let sheets = xlsx.sheet_names();
            (Book::Xlsx(Box::new(xlsx)), sheets)
        } else {
            let xls = guarded(|| Xls::new(Cursor::new(bytes))).map_err(told)?;
            let sheets = xls.sheet_names();
            (Book::Xls(Box::new(xls)), sheets)
        };
        Ok(Self { file: file.to_string(), book, sheets })
    }

    /// Reads one sheet; one that cannot be read is told and left out.
    pub(crate) fn sheet_or_told(&mut self, name: &str, log: &mut Log) -> Option<Sheet> {
        let told = |issue: Issue| {
            log.problem(issue.kind, Place::sheet(name), format!("the sheet was left out: {}", issue.message));
        };
        self.sheet(name).map_err(told).ok()
    }

    /// Numbers and days become text as a person would write them.
    fn sheet(&mut self, name: &str) -> Result<Sheet, Issue> {
        let rows = match &mut self.book {
            Book::Xlsx(xlsx) => guarded(|| read_cells(xlsx, name)),
            Book::Xls(xls) => guarded(|| read_old_cells(xls, name)),
        };
        let rows = rows.map_err(|why| broken(&self.file, name, &why))?;
        let numbered = (1..).zip(rows).filter(|(_, cells)| !cells.is_empty());
        let rows = numbered.map(|(number, cells)| Row::new(number, StringRecord::from(cells))).collect();
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

/// An old workbook holds at most 65,536 rows of 256 columns.
fn read_old_cells(xls: &mut Xls<Cursor<&[u8]>>, name: &str) -> Result<Vec<Vec<String>>, String> {
    let range = xls.worksheet_range(name).map_err(|e| e.to_string())?;
    let (above, left) = range.start().unwrap_or_default();
    let mut rows = vec![Vec::new(); above as usize];
    for cells in range.rows() {
        let mut row = vec![String::new(); left as usize];
        row.extend(cells.iter().map(|cell| text_of(&borrowed(cell))));
        row.truncate(row.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1));
        rows.push(row);
    }
    Ok(rows)
}

fn borrowed(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Empty => DataRef::Empty,
        Data::String(text) => DataRef::SharedString(text),
        Data::DateTimeIso(text) | Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
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
