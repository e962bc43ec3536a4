//! In which form does a table leave: for programs, or for a spreadsheet?

use super::columns::COLUMNS;
use crate::api::v1::table::Cells;

/// One of the two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// UTF-8 as programs read it.
    Plain,
    /// With the mark that tells a spreadsheet that this is UTF-8, and without formulas.
    Spreadsheet,
    /// The same with heads in Japanese.
    JapaneseSpreadsheet,
}

/// How Excel knows that a table is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Form {
    /// The id and the form of `{id}.csv`, `{id}.excel.csv` and `{id}.excel.ja.csv`.
    pub(super) fn read(name: &str) -> Option<(&str, Self)> {
        let forms = [Self::JapaneseSpreadsheet, Self::Spreadsheet, Self::Plain];
        forms.into_iter().find_map(|form| Some((name.strip_suffix(form.ending())?.strip_suffix('.')?, form)))
    }

    /// The heads of the columns it holds, where they are not their names.
    pub(super) fn heads(self) -> Option<Vec<&'static str>> {
        let held = COLUMNS.iter().filter(|column| self.holds(column.name));
        (self == Self::JapaneseSpreadsheet).then(|| held.map(|column| column.head_ja).collect())
    }

    /// Whether a column stands in it: what this site says stands in one language of a spreadsheet, what others wrote in both.
    pub(super) fn holds(self, column: &str) -> bool {
        let ours =
            ["reason_", "caveats_", "meta_source_", "meta_owner_warning_"].iter().any(|part| column.starts_with(part));
        match self {
            Self::Plain => true,
            Self::Spreadsheet => !(ours && column.ends_with("_ja")),
            Self::JapaneseSpreadsheet => !(ours && column.ends_with("_en")),
        }
    }

    /// The lines of a table with the columns alone that it holds.
    pub(super) fn only(self, columns: &[bool], lines: Vec<u8>) -> Result<Vec<u8>, csv::Error> {
        if self == Self::Plain {
            return Ok(lines);
        }
        let mut held = Vec::with_capacity(lines.len());
        for record in csv::ReaderBuilder::new().has_headers(false).from_reader(&lines[..]).byte_records() {
            let record = record?;
            let cells = record.iter().zip(columns).filter(|(_, held)| **held).map(|(cell, _)| cell);
            let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
            writer.write_record(cells)?;
            held.extend(writer.into_inner().map_err(|error| error.into_error())?);
        }
        Ok(held)
    }

    /// What stands before the first line.
    pub const fn mark(self) -> &'static [u8] {
        match self {
            Self::Plain => &[],
            Self::Spreadsheet | Self::JapaneseSpreadsheet => BYTE_ORDER_MARK,
        }
    }

    /// What becomes of cells.
    pub const fn cells(self) -> Cells {
        match self {
            Self::Plain => Cells::AsTheyAre,
            Self::Spreadsheet | Self::JapaneseSpreadsheet => Cells::ForSpreadsheets,
        }
    }

    /// The end of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Plain => "csv",
            Self::Spreadsheet => "excel.csv",
            Self::JapaneseSpreadsheet => "excel.ja.csv",
        }
    }
}
