//! How are areas, their values and the events that struck them read and written?

use super::known::Known;
use super::print::{self, Sheet};
use super::table::{Cell, Column, Layout, Row, read_rows};
use domain::Status;
use domain::issue::{Issue, IssueKind};
use domain::records::{AreaKind, AreaObservationRecord, AreaRecord, EventKind, EventRecord, Subject};
use std::collections::HashSet;

/// `areas.csv`.
pub(super) const AREAS: Layout<7> = Layout {
    name: "areas",
    columns: ["code", "kind", "name_ja", "name_en", "parent", "population", "year"],
    required: &["code", "kind"],
};

/// `area_observations.csv`.
pub(super) const AREA_OBSERVATIONS: Layout<6> = Layout {
    name: "area_observations",
    columns: ["area_code", "key", "period_start", "period_end", "value", "status"],
    required: &["area_code", "key", "period_start", "period_end", "status"],
};

/// `events.csv`.
pub(super) const EVENTS: Layout<8> = Layout {
    name: "events",
    columns: ["area_code", "hospital_id", "kind", "start", "end", "text_ja", "text_en", "source"],
    required: &["kind", "start"],
};

/// Reads `areas.csv`.
pub(super) fn read_areas(bytes: &[u8], file: &str, issues: &mut Vec<Issue>) -> Option<Vec<AreaRecord>> {
    let mut seen = HashSet::new();
    read_rows(&AREAS, bytes, file, issues, |columns, row| {
        let [code, kind, name_ja, name_en, parent, population, year] = *columns;
        let own = row.needed(code)?;
        let area_kind = row.code(kind, AreaKind::parse)?;
        let number = row.number(year, &(1800.0..=9999.0), "not a year")?;
        // The range makes the cast exact for whole years.
        let year_number = number.map(|y| y as i16).filter(|y| Some(f64::from(*y)) == number);
        if !seen.insert((own.clone(), area_kind, year_number)) {
            return row.leave_out(IssueKind::Duplicate, code, "the area stands there already");
        }
        Ok(AreaRecord {
            code: own,
            kind: area_kind,
            name: row.both(name_ja, name_en),
            parent: row.text(parent),
            population: row.number(population, &(0.0..=f64::MAX), "a population is not negative")?,
            year: year_number,
            island: false,
        })
    })
}

/// Reads `area_observations.csv`.
pub(super) fn read_area_observations(
    bytes: &[u8],
    file: &str,
    issues: &mut Vec<Issue>,
) -> Option<Vec<AreaObservationRecord>> {
    let mut seen = HashSet::new();
    read_rows(&AREA_OBSERVATIONS, bytes, file, issues, |columns, row| {
        let [area, key, start, end, value, status] = *columns;
        let record = AreaObservationRecord {
            area_code: row.needed(area)?,
            key: row.needed(key)?,
            period: row.period(start, end)?,
            value: row.number(value, &(f64::MIN..=f64::MAX), "not a finite number")?,
            status: row.code(status, Status::parse)?,
        };
        if !seen.insert((record.area_code.clone(), record.key.clone(), record.period)) {
            return row.leave_out(IssueKind::Duplicate, key, "the area has this value for this period already");
        }
        match (record.status, record.value) {
            (Status::Reported, None) => {
                row.leave_out(IssueKind::MissingValue, value, "reported, but there is no value")
            }
            (Status::Reported, Some(_)) | (_, None) => Ok(record),
            (_, Some(_)) => {
                row.set_aside(IssueKind::OutOfRange, value, "a value that is not reported has no number");
                Ok(AreaObservationRecord { value: None, ..record })
            }
        }
    })
}

/// Reads `events.csv`.
pub(super) fn read_events(
    bytes: &[u8],
    file: &str,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<EventRecord>> {
    read_rows(&EVENTS, bytes, file, issues, |columns, row| {
        let [area, hospital, kind, start, end, text_ja, text_en, source] = *columns;
        let first = row.needed_day(start)?;
        Ok(EventRecord {
            hospital: struck(row, known, area, hospital)?,
            area_code: row.text(area),
            kind: row.code(kind, EventKind::parse)?,
            start: first,
            end: row.validity(start, end)?.1,
            text: row.both(text_ja, text_en),
            source: row.text(source),
        })
    })
}

fn struck(row: &mut Row<'_>, known: &Known, area: Column, hospital: Column) -> Cell<Option<Subject>> {
    if !row.raw(hospital).trim().is_empty() {
        return Ok(Some(Subject::Hospital(known.hospital(row, hospital)?)));
    }
    row.needed(area).map(|_| None)
}

/// Writes `areas.csv`.
pub(super) fn write_areas(records: &[AreaRecord]) -> Sheet {
    let mut sheet = Sheet::new(&AREAS);
    for a in records {
        let year = a.year.map(|y| y.to_string()).unwrap_or_default();
        let population = print::number(a.population);
        sheet.row(&AREAS, [&a.code, a.kind.as_str(), &a.name.ja, &a.name.en, &a.parent, &population, &year]);
    }
    sheet
}

/// Writes `area_observations.csv`.
pub(super) fn write_area_observations(records: &[AreaObservationRecord]) -> Sheet {
    let mut sheet = Sheet::new(&AREA_OBSERVATIONS);
    for r in records {
        let (start, end) = (print::day(Some(r.period.start)), print::day(Some(r.period.end)));
        let cells = [&r.area_code, &r.key, &*start, &*end, &print::number(r.value), r.status.as_str()];
        sheet.row(&AREA_OBSERVATIONS, cells);
    }
    sheet
}

/// Writes `events.csv`.
pub(super) fn write_events(records: &[EventRecord]) -> Sheet {
    let mut sheet = Sheet::new(&EVENTS);
    for e in records {
        let hospital = match &e.hospital {
            Some(Subject::Hospital(id)) => id.as_str(),
            _ => "",
        };
        let (start, end) = (print::day(Some(e.start)), print::day(e.end));
        let cells = [&e.area_code, hospital, e.kind.as_str(), &start, &end, &e.text.ja, &e.text.en, &e.source];
        sheet.row(&EVENTS, cells);
    }
    sheet
}
