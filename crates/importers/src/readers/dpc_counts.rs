//! How many patients of each illness group did a facility discharge, with and without an operation (DPC, MDC 01 to 18)?

use crate::crosswalk::normalise;
use crate::literal;
use crate::log::{Log, Place};
use crate::source::{Given, SourceDescription, year_of};
use crate::table::{Row, Sheet, label};
use crate::workbook::Workbook;
use domain::issue::IssueKind;
use domain::period::Period;
use domain::records::{Batch, FacilityRecord, ObservationRecord, Subject};
use domain::{MeasureId, Status};
use std::collections::HashMap;

/// The columns of a sheet of counts.
struct Columns {
    number: usize,
    before: Option<usize>,
    name: usize,
    operation: usize,
    /// Illness group (`01` … `18`) and column.
    groups: Vec<(String, usize)>,
    /// Row of the header.
    header: usize,
}

/// True where a sheet prints counts or shares by illness group.
pub(crate) fn is_counts(sheet: &Sheet) -> bool {
    columns(sheet).is_some()
}

/// Reads the sheet of counts; the sheet of shares repeats it and is left out.
pub(crate) fn read(
    about: &SourceDescription,
    book: &mut Workbook<'_>,
    _: &Sheet,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let mut found: Option<Batch> = None;
    for name in book.sheets.clone() {
        let Some(sheet) = book.sheet_or_told(&name, log) else { continue };
        let Some(columns) = columns(&sheet) else {
            log.note(
                IssueKind::NotUnderstood,
                Place::sheet(&name),
                "the sheet is no table by illness group and was left out",
            );
            continue;
        };
        if prints_shares(&sheet, &columns) || found.is_some() {
            continue;
        }
        found = read_sheet(about, &sheet, &columns, given, log);
    }
    if found.is_none() && !log.is_blocked() {
        log.blocking(
            IssueKind::MissingColumn,
            Place { column: "件数", ..Place::sheet("") },
            "no sheet of the workbook prints counts",
        );
    }
    found
}

fn columns(sheet: &Sheet) -> Option<Columns> {
    sheet.rows.iter().take(12).enumerate().find_map(|(header, row)| {
        let place = |wanted: &str| row.cells.iter().position(|c| label(c) == wanted);
        let groups: Vec<(String, usize)> =
            row.cells.iter().enumerate().filter_map(|(at, c)| Some((illness_group(c)?, at))).collect();
        (groups.len() >= 10).then_some(())?;
        Some(Columns {
            number: place("告示番号")?,
            before: place("通番"),
            name: place("施設名")?,
            operation: place("手術")?,
            groups,
            header,
        })
    })
}

/// `01`, `1`, `MDC01`, `０１` → `01`.
fn illness_group(header: &str) -> Option<String> {
    let label = label(header);
    let number: u8 = label.strip_prefix("mdc").unwrap_or(&label).parse().ok()?;
    (1..=18).contains(&number).then(|| format!("{number:02}"))
}

fn prints_shares(sheet: &Sheet, columns: &Columns) -> bool {
    let below = sheet.rows.iter().skip(columns.header).take(3);
    below.flat_map(|r| r.cells.iter()).any(|c| c.contains("比率") || c.contains("割合"))
}

fn read_sheet(
    about: &SourceDescription,
    sheet: &Sheet,
    columns: &Columns,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let head = sheet.rows.get(..=columns.header)?;
    let period = year_of(head.iter().flat_map(|r| r.cells.iter()), &about.edition, given, log)?;
    let about = about.of_year(period.start.year());
    let mut batch = about.batch(None);
    let mut reader = Reader {
        sheet,
        columns,
        period,
        source_id: &about.source.id,
        measure: MeasureId::parse("jp-dpc-volume").ok()?,
        known: HashMap::new(),
        current: None,
    };
    for row in sheet.rows.get(columns.header + 1..).unwrap_or_default() {
        reader.row(row, &mut batch, log);
    }
    Some(batch)
}

struct Reader<'a> {
    sheet: &'a Sheet,
    columns: &'a Columns,
    period: Period,
    source_id: &'a str,
    measure: MeasureId,
    /// By number and name: a number can pass to another hospital within the year.
    known: HashMap<(String, String), usize>,
    /// The facility whose two rows are being read; its number stands in the first only.
    current: Option<usize>,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, batch: &mut Batch, log: &mut Log) {
        let operation = match row.get(self.columns.operation) {
            "無し" | "なし" | "無" => "noop",
            "有り" | "あり" | "有" => "op",
            _ => return self.remark(row, log),
        };
        let number = literal::folded(row.get(self.columns.number)).into_owned();
        if !number.is_empty() {
            self.current = Some(self.facility(number, row, batch));
        }
        let Some(at) = self.current else {
            let place = Place::cell(&self.sheet.name, row.number, "告示番号", "");
            log.problem(IssueKind::MissingValue, place, "the row belongs to no facility and was left out");
            return;
        };
        for (group, column) in &self.columns.groups {
            let printed = row.get(*column);
            if printed.is_empty() {
                continue;
            }
            let place = Place::cell(&self.sheet.name, row.number, group, printed);
            let (value, status) = match (printed, literal::number(printed)) {
                ("-" | "－", _) => (None, Status::Suppressed),
                (_, Some(number)) if number >= 0.0 => (Some(number), Status::Reported),
                (_, Some(_)) => {
                    log.problem(IssueKind::OutOfRange, place, "a count is not negative; it was left out");
                    continue;
                }
                (_, None) => {
                    log.problem(IssueKind::NotUnderstood, place, "no number and no known sign; it was left out");
                    continue;
                }
            };
            let stratum = format!("{group}-{operation}");
            batch.observations.push(self.record(at, stratum, value, status, printed, row.number));
        }
    }

    fn remark(&self, row: &Row, log: &mut Log) {
        if !row.get(self.columns.number).is_empty() {
            let printed = row.get(self.columns.number);
            let place = Place::cell(&self.sheet.name, row.number, "告示番号", printed);
            log.note(
                IssueKind::NotUnderstood,
                place,
                "neither with nor without operation; the row was taken for a remark",
            );
        }
    }

    fn facility(&mut self, number: String, row: &Row, batch: &mut Batch) -> usize {
        let (name, _) = literal::without_marks(row.get(self.columns.name));
        let key = (number.clone(), normalise(name));
        if let Some(at) = self.known.get(&key) {
            return *at;
        }
        let year = self.period.start.year();
        let before = self.columns.before.map(|c| literal::folded(row.get(c)).into_owned());
        let before = before.filter(|b| !b.is_empty() && b != "-");
        let at = batch.facilities.len();
        self.known.insert(key, at);
        batch.facilities.push(FacilityRecord {
            scheme: format!("dpc:{year}"),
            value: number,
            also: before.map(|b| (format!("dpc:{}", year.saturating_sub(1)), b)).into_iter().collect(),
            name: name.to_string(),
            other_names: Vec::new(),
            region_code: String::new(),
            municipality_code: String::new(),
            municipality: String::new(),
            area_code: String::new(),
            valid_from: Some(self.period.start),
            valid_to: Some(self.period.end),
        });
        at
    }

    fn record(
        &self,
        at: usize,
        stratum: String,
        value: Option<f64>,
        status: Status,
        printed: &str,
        row: u32,
    ) -> ObservationRecord {
        ObservationRecord {
            hospital: Subject::Facility(at),
            measure: self.measure.clone(),
            period: self.period,
            stratum,
            numerator: None,
            denominator: None,
            eligible: None,
            expected: None,
            value,
            standard_error: None,
            response_rate: None,
            status,
            raw: printed.to_string(),
            derived: false,
            footnotes: Vec::new(),
            published_verdict: String::new(),
            source_id: self.source_id.to_string(),
            source_sheet: self.sheet.name.clone(),
            source_row: Some(row),
        }
    }
}
