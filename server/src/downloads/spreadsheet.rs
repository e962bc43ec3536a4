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

    /// The heads of the columns, where they are not their names.
    pub(super) fn heads(self) -> Option<Vec<&'static str>> {
        (self == Self::JapaneseSpreadsheet).then(|| COLUMNS.iter().map(|column| column.head_ja).collect())
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
