//! How is one CSV table of a package written, so that reading it again gives the same records?

use super::table::Layout;
use domain::period::Day;

/// A table under construction; every row has as many cells as the layout has columns.
pub(super) struct Sheet {
    name: &'static str,
    header: Vec<u8>,
    writer: csv::Writer<Vec<u8>>,
}

/// A table, or a part of one: its header stands apart, so that parts can follow each other.
pub(super) struct Printed {
    /// Name of the file.
    pub file: String,
    /// The line of column names.
    pub header: Vec<u8>,
    /// The lines below it; empty where there is no row.
    pub rows: Vec<u8>,
}

impl Sheet {
    /// Begins a table with its header.
    pub(super) fn new<const N: usize>(layout: &Layout<N>) -> Self {
        let begin = || csv::WriterBuilder::new().from_writer(Vec::new());
        let mut head = begin();
        let _written_to_memory = head.write_record(layout.columns);
        Self { name: layout.name, header: head.into_inner().unwrap_or_default(), writer: begin() }
    }

    /// Adds a row in the order of the columns of `layout`, which the compiler counts.
    pub(super) fn row<const N: usize>(&mut self, _layout: &Layout<N>, cells: [&str; N]) {
        let _written_to_memory = self.writer.write_record(cells);
    }

    /// As it is written.
    pub(super) fn finish(self) -> Printed {
        let rows = self.writer.into_inner().unwrap_or_default();
        Printed { file: format!("{}.csv", self.name), header: self.header, rows }
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
