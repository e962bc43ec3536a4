//! How is one CSV table of a package written, so that reading it again gives the same records?

use super::table::Layout;
use domain::period::Day;

/// A table under construction; every row has as many cells as the layout has columns.
pub(super) struct Sheet {
    name: &'static str,
    writer: csv::Writer<Vec<u8>>,
    rows: usize,
}

impl Sheet {
    /// Begins a table with its header.
    pub(super) fn new<const N: usize>(layout: &Layout<N>) -> Self {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        let _written_to_memory = writer.write_record(layout.columns);
        Self { name: layout.name, writer, rows: 0 }
    }

    /// Adds a row in the order of the columns of `layout`, which the compiler counts.
    pub(super) fn row<const N: usize>(&mut self, _layout: &Layout<N>, cells: [&str; N]) {
        let _written_to_memory = self.writer.write_record(cells);
        self.rows += 1;
    }

    /// File name, number of rows and bytes.
    pub(super) fn finish(self) -> (String, usize, Vec<u8>) {
        (format!("{}.csv", self.name), self.rows, self.writer.into_inner().unwrap_or_default())
    }
}

/// The shortest text that reads back as the same number; empty where there is none.
pub(super) fn number(value: Option<f64>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// A day as `2022-04-01`; empty where there is none.
pub(super) fn day(value: Option<Day>) -> String {
    value.map(|d| d.to_string()).unwrap_or_default()
}

/// `true`, `false`, or empty where nobody said.
pub(super) fn yes_or_no(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => "true",
        Some(false) => "false",
        None => "",
    }
}
