//! Do the packages keep the promises of the interchange format, and do the values follow from the true ones?

mod content;
mod form;
mod values;

use std::collections::HashMap;

use crate::{Package, packages};

/// A table of a package with its rows, read once.
struct Sheet {
    columns: HashMap<String, usize>,
    rows: Vec<csv::StringRecord>,
}

impl Sheet {
    fn read(package: &Package, file: &str) -> Self {
        let file = package.files.iter().find(|f| f.name == file).unwrap();
        let mut reader = csv::Reader::from_reader(file.bytes.as_slice());
        let columns = reader.headers().unwrap().iter().enumerate().map(|(i, name)| (name.to_owned(), i)).collect();
        let rows = reader.records().map(|row| row.unwrap()).collect();
        Self { columns, rows }
    }

    /// The cells of a column.
    fn column(&self, name: &str) -> impl Iterator<Item = &str> {
        let index = self.columns[name];
        self.rows.iter().map(move |row| &row[index])
    }

    fn text<'a>(&self, row: &'a csv::StringRecord, name: &str) -> &'a str {
        &row[self.columns[name]]
    }

    fn number(&self, row: &csv::StringRecord, name: &str) -> Option<f64> {
        let text = self.text(row, name);
        (!text.is_empty()).then(|| text.parse().unwrap())
    }
}

fn second() -> Package {
    let [_, second] = packages().unwrap();
    second
}
