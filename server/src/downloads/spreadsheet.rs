//! In which form does the table of a measure leave: for programs, or for a spreadsheet?

use crate::api::v1::table::Cells;

/// One of the two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// UTF-8 as programs read it.
    Plain,
    /// With the mark that tells a spreadsheet that this is UTF-8, and without formulas.
    Spreadsheet,
}

/// How Excel knows that a table is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Form {
    /// The id and the form of `{id}.csv` and `{id}.excel.csv`.
    pub(super) fn read(name: &str) -> Option<(&str, Self)> {
        let stem = name.strip_suffix(".csv")?;
        Some(stem.strip_suffix(".excel").map_or((stem, Self::Plain), |id| (id, Self::Spreadsheet)))
    }

    /// What stands before the first line.
    pub(super) const fn mark(self) -> &'static [u8] {
        match self {
            Self::Plain => &[],
            Self::Spreadsheet => BYTE_ORDER_MARK,
        }
    }

    /// What becomes of cells.
    pub(super) const fn cells(self) -> Cells {
        match self {
            Self::Plain => Cells::AsTheyAre,
            Self::Spreadsheet => Cells::ForSpreadsheets,
        }
    }

    /// The end of the file's name.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Plain => "csv",
            Self::Spreadsheet => "excel.csv",
        }
    }
}
