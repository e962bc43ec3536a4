//! How does a table whose rows are single figures (`HAI_1_SIR`, `HAI_1_CILOWER`, …) become one with a row per hospital?

use super::description::Pivot;
use super::field::Resolver;
use crate::log::{Log, Place};
use crate::table::{Columns, Row, Sheet};
use csv::StringRecord;
use domain::issue::IssueKind;
use std::collections::HashMap;

/// Different names a table may hold; more are no names of figures.
const MAX_NAMES: usize = 1_000;

/// The table with one row for all rows that agree, its header first: after the columns as they were, one column for each
/// name and each spread column, called `HAI_1_SIR Score`.
///
/// The first row of a hospital gives its other cells; each spread cell remembers the row it stood in. `None` where a column
/// is missing, which has been reported.
pub(super) fn pivoted(
    pivot: &Pivot,
    sheet: &Sheet,
    header: usize,
    find: &mut Resolver<'_>,
    log: &mut Log,
) -> Option<Sheet> {
    let columns = sheet.rows.get(header).map(Columns::of)?;
    let places =
        |names: &[String], find: &mut Resolver<'_>| names.iter().map(|n| find.column(n)).collect::<Option<Vec<_>>>();
    let same = places(&pivot.same, find);
    let name = find.column(&pivot.name);
    let spread = places(&pivot.spread, find);
    for missing in find.take_missing() {
        let message = format!("the pivot needs this column and the table does not have it; found: {}", columns.list());
        log.blocking(IssueKind::MissingColumn, Place { column: &missing, ..Place::sheet(&sheet.name) }, message);
    }
    let mut wide = Wide {
        width: sheet.rows.get(header)?.cells.len(),
        spread: spread?,
        names: Vec::new(),
        by_name: HashMap::new(),
        rows: Vec::new(),
        by_key: HashMap::new(),
    };
    let (same, name) = (same?, name?);
    for row in sheet.rows.get(header + 1..).unwrap_or_default() {
        let key: Vec<&str> = same.iter().map(|at| row.get(*at)).collect();
        if !wide.add(&key.join("\u{1f}"), row.get(name), row, &sheet.name, log) {
            let message = format!("the column has more than {MAX_NAMES} different names; it does not name figures");
            log.blocking(IssueKind::TooLarge, Place { column: &pivot.name, ..Place::sheet(&sheet.name) }, message);
            return None;
        }
    }
    Some(wide.finish(sheet, header, pivot))
}

struct Wide<'s> {
    width: usize,
    spread: Vec<usize>,
    names: Vec<&'s str>,
    by_name: HashMap<&'s str, usize>,
    rows: Vec<WideRow<'s>>,
    by_key: HashMap<String, usize>,
}

/// The first row of a hospital, and the row of each name.
struct WideRow<'s> {
    first: &'s Row,
    of_name: HashMap<usize, &'s Row>,
}

impl<'s> Wide<'s> {
    /// False where there are too many names.
    fn add(&mut self, key: &str, name: &'s str, row: &'s Row, sheet: &str, log: &mut Log) -> bool {
        let next = self.names.len();
        let name_at = *self.by_name.entry(name).or_insert(next);
        if name_at == next {
            self.names.push(name);
        }
        let place = *self.by_key.entry(key.to_string()).or_insert(self.rows.len());
        if place == self.rows.len() {
            self.rows.push(WideRow { first: row, of_name: HashMap::new() });
        }
        if let Some(wide) = self.rows.get_mut(place)
            && let Some(earlier) = wide.of_name.insert(name_at, row)
        {
            wide.of_name.insert(name_at, earlier);
            let message = format!("row {} has the same figure already; that one was kept", earlier.number);
            log.problem(IssueKind::Duplicate, Place::cell(sheet, row.number, "", name), message);
        }
        self.names.len() <= MAX_NAMES
    }

    fn finish(self, sheet: &Sheet, header: usize, pivot: &Pivot) -> Sheet {
        let printed = sheet.rows.get(header);
        let mut head: Vec<String> =
            printed.map(|row| row.cells.iter().map(str::to_string).collect()).unwrap_or_default();
        head.extend(
            self.names.iter().flat_map(|name| pivot.spread.iter().map(move |column| format!("{name} {column}"))),
        );
        let head = Row::new(printed.map_or(1, |row| row.number), StringRecord::from(head));
        let rows = self.rows.iter().map(|row| self.wide_row(row));
        Sheet { name: sheet.name.clone(), rows: std::iter::once(head).chain(rows).collect() }
    }

    fn wide_row(&self, row: &WideRow<'_>) -> Row {
        let own = (0..self.width).map(|at| (row.first.get(at), row.first.number));
        let spread = (0..self.names.len()).flat_map(|name| {
            let of_name = row.of_name.get(&name);
            let number = of_name.map_or(row.first.number, |r| r.number);
            self.spread.iter().map(move |column| (of_name.map_or("", |r| r.get(*column)), number))
        });
        let (mut cells, mut numbers) = (StringRecord::new(), Vec::new());
        for (cell, number) in own.chain(spread) {
            cells.push_field(cell);
            numbers.push(number);
        }
        Row { number: row.first.number, cells, numbers }
    }
}
