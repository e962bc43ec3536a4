//! Which cell stands under which header, whatever file the table came from?

use crate::log::{Log, Place};
use csv::StringRecord;
use domain::issue::IssueKind;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Rows in which a header is looked for.
const HEADER_DEPTH: usize = 30;

/// One row with its number, counted from 1 as a spreadsheet or an editor counts.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub number: u32,
    pub cells: StringRecord,
    /// The row each cell stood in, where the row was put together from several; else empty.
    pub numbers: Vec<u32>,
}

impl Row {
    /// A row as it stands in its file.
    pub(crate) fn new(number: u32, cells: StringRecord) -> Self {
        Self { number, cells, numbers: Vec::new() }
    }

    /// The row in which the cell of a column stood.
    pub(crate) fn number_of(&self, column: usize) -> u32 {
        self.numbers.get(column).copied().unwrap_or(self.number)
    }

    /// The cell without white space around it; empty where the row is shorter.
    pub(crate) fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", str::trim)
    }
}

/// The rows of a text file or of one sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub name: String,
    pub rows: Vec<Row>,
}

impl Sheet {
    /// Splits a text at the separator its first line uses most: comma, tab or semicolon.
    pub(crate) fn from_text(name: &str, text: &str, log: &mut Log) -> Self {
        let first = text.lines().find(|l| !l.trim().is_empty()).unwrap_or("");
        let often = |c: char| first.matches(c).count();
        let delimiter = [',', '\t', ';'].into_iter().rev().max_by_key(|c| often(*c)).unwrap_or(',');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter as u8)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut record = StringRecord::new();
        let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {
                    let number = lines.of(record.position().map_or(0, csv::Position::byte));
                    rows.push(Row::new(number, record.clone()));
                }
                Ok(false) => break,
                Err(error) => {
                    let place = Place::row(name, lines.of(error.position().map_or(0, csv::Position::byte)));
                    log.problem(IssueKind::NotUnderstood, place, format!("the line is no row of a table: {error}"));
                    break;
                }
            }
        }
        Self { name: name.to_string(), rows }
    }

    /// The upper row that holds most of these headers, with how many it holds.
    pub(crate) fn nearest_header(&self, wanted: &[&str]) -> Option<(usize, usize)> {
        let labels: Vec<String> = wanted.iter().map(|w| label(w)).collect();
        let scored = self.rows.iter().take(HEADER_DEPTH).enumerate().map(|(at, row)| {
            let columns = Columns::of(row);
            (at, labels.iter().filter(|l| columns.places.contains_key(*l)).count())
        });
        scored.max_by_key(|(at, hits)| (*hits, usize::MAX - at))
    }
}

/// Counts the lines of a text on the way; where a record is said to begin there may still be the end of the line before.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line in which the record stands that begins at a byte, or after line ends that begin there.
    fn of(&mut self, byte: u64) -> u32 {
        let end = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(&here) = self.text.get(self.at) {
            let ends_line = here == b'\n' || (here == b'\r' && self.text.get(self.at + 1) != Some(&b'\n'));
            if self.at >= end && !matches!(here, b'\n' | b'\r') {
                break;
            }
            self.line = self.line.saturating_add(u32::from(ends_line));
            self.at += 1;
        }
        self.line
    }
}

/// Columns by header.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    places: HashMap<String, usize>,
    printed: Vec<String>,
}

impl Columns {
    /// Takes a row as header; of two columns with one header the first counts.
    pub(crate) fn of(row: &Row) -> Self {
        let mut places = HashMap::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let label = label(cell);
            if !label.is_empty() {
                places.entry(label).or_insert(at);
            }
        }
        Self { places, printed: row.cells.iter().map(|c| c.trim().to_string()).collect() }
    }

    /// Where the column stands whose header reads like this.
    pub(crate) fn find(&self, header: &str) -> Option<usize> {
        self.places.get(&label(header)).copied()
    }

    /// The header as printed.
    pub(crate) fn printed(&self, column: usize) -> &str {
        self.printed.get(column).map_or("", String::as_str)
    }

    /// The headers as printed, for saying what was found.
    pub(crate) fn list(&self) -> String {
        let named: Vec<&str> = self.printed.iter().filter(|p| !p.is_empty()).map(String::as_str).collect();
        let shown: Vec<&str> = named.iter().take(40).copied().collect();
        let more = if named.len() > 40 { format!(" and {} more", named.len() - 40) } else { String::new() };
        format!("{}{more}", shown.join(", "))
    }
}

/// A header as it is compared: full-width folded, without spaces, line breaks, `_`, `-`, ※ marks and circled numbers.
pub(crate) fn label(text: &str) -> String {
    let plain = text.is_ascii();
    let mut out = String::with_capacity(text.len());
    let mut in_mark = false;
    for c in text.chars() {
        let mark = c == '※';
        in_mark = mark || (in_mark && (c.is_ascii_digit() || c.is_whitespace()));
        let circled = ('\u{2460}'..='\u{2473}').contains(&c);
        if in_mark || circled || c.is_whitespace() || matches!(c, '_' | '-' | '\u{FEFF}') {
            continue;
        }
        out.push(c);
    }
    if plain { out.to_ascii_lowercase() } else { out.nfkc().collect::<String>().to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_however_they_are_written() {
        for (printed, wanted) in [
            ("告示番号\n※1", "告示番号"),
            ("①人口\n（万人）", "人口(万人)"),
            ("PROVIDER NAME", "PROVIDER_NAME"),
            ("PSI-90 Start Date", "PSI_90_START_DATE"),
            ("その他の休診日（gw、お盆等）", "その他の休診日（GW、お盆等）"),
            ("DPC算定病床数\n※3", "ＤＰＣ算定病床数"),
        ] {
            assert_eq!(label(printed), label(wanted));
        }
        assert_ne!(label("急性期"), label("高度急性期"));
    }

    #[test]
    fn rows_keep_the_number_of_their_line() {
        let mut log = Log::new("a.csv");
        let sheet = Sheet::from_text("a.csv", "title\nid;name\n01;x\n02\n", &mut log);
        assert_eq!(sheet.rows.len(), 4);
        for text in [
            "id,name\n\n01,x\n\"a\nb\",y\n03,z\n",
            "id,name\r\n\r\n01,x\r\n\"a\r\nb\",y\r\n03,z\r\n",
            "id,name\r\r01,x\r\"a\rb\",y\r03,z",
        ] {
            let numbers: Vec<u32> = Sheet::from_text("", text, &mut log).rows.iter().map(|r| r.number).collect();
            assert_eq!(numbers, [1, 3, 4, 6], "{text:?}");
        }
        let sheet = Sheet::from_text("a.csv", "id,name\n\n01,x\n", &mut log);
        assert_eq!(sheet.nearest_header(&["name", "beds"]), Some((0, 1)));
        assert_eq!(Columns::of(&sheet.rows[0]).find("NAME"), Some(1));
        assert_eq!(sheet.rows[1].get(1), "x");
        assert_eq!(sheet.rows[1].get(7), "");
    }
}
