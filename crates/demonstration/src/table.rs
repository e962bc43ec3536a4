//! How is a CSV file of the interchange format written, cell by cell, always with the same columns?

use std::fmt::Write as _;

/// A CSV file in the making: UTF-8, comma, line feed, quotes only where needed.
#[derive(Debug, Clone)]
pub struct Table {
    text: String,
    columns: usize,
    filled: usize,
}

impl Table {
    /// A table with the given header, column names separated by commas.
    pub fn new(header: &str) -> Self {
        Self { text: format!("{header}\n"), columns: header.split(',').count(), filled: 0 }
    }

    /// Adds a cell of text.
    pub fn text(&mut self, cell: &str) -> &mut Self {
        self.separate();
        if cell.contains([',', '"', '\n', '\r']) {
            self.text.push('"');
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(cell);
        }
        self
    }

    /// Adds a number in its shortest exact form; an empty cell for `None`.
    pub fn number(&mut self, cell: Option<f64>) -> &mut Self {
        self.separate();
        if let Some(number) = cell {
            // Writing to a String cannot fail.
            let _ = write!(self.text, "{number}");
        }
        self
    }

    /// Adds a whole number.
    pub fn whole(&mut self, cell: u64) -> &mut Self {
        self.separate();
        let _ = write!(self.text, "{cell}");
        self
    }

    /// Adds empty cells up to the end of the row, then ends it.
    pub fn end(&mut self) {
        while self.filled < self.columns {
            self.separate();
        }
        self.text.push('\n');
        self.filled = 0;
    }

    /// Adds a row of texts.
    pub fn row(&mut self, cells: &[&str]) {
        for cell in cells {
            self.text(cell);
        }
        self.end();
    }

    /// The bytes of the file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn separate(&mut self) {
        if self.filled > 0 {
            self.text.push(',');
        }
        self.filled += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_only_where_needed_and_rows_are_complete() {
        let mut table = Table::new("a,b,c");
        table.row(&["x", "y,\"z\""]);
        table.number(Some(0.1)).whole(3).end();
        let text = String::from_utf8(table.into_bytes()).unwrap();
        assert_eq!(text, "a,b,c\nx,\"y,\"\"z\"\"\",\n0.1,3,\n");
    }
}
