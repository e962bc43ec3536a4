//! How are values and published limits read and written, and which figures cannot be?

use super::known::Known;
use super::print::{self, Sheet};
use super::table::{Cell, Column, Layout, Row, read_rows};
use crate::fingerprint::Fingerprint;
use domain::Status;
use domain::issue::{Issue, IssueKind};
use domain::measure::Kind;
use domain::records::{LimitKind, LimitRecord, ObservationRecord, Subject};
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// `observations.csv`.
pub(super) const OBSERVATIONS: Layout<20> = Layout {
    name: "observations",
    columns: [
        "hospital_id",
        "measure_id",
        "period_start",
        "period_end",
        "stratum",
        "numerator",
        "denominator",
        "eligible",
        "expected",
        "value",
        "standard_error",
        "response_rate",
        "status",
        "raw",
        "derived",
        "footnotes",
        "published_verdict",
        "source_id",
        "source_sheet",
        "source_row",
    ],
    required: &["hospital_id", "measure_id", "period_start", "period_end", "status"],
};

/// `limits.csv`.
pub(super) const LIMITS: Layout<9> = Layout {
    name: "limits",
    columns: ["hospital_id", "measure_id", "period_start", "period_end", "stratum", "kind", "lower", "middle", "upper"],
    required: &["hospital_id", "measure_id", "period_start", "period_end", "kind"],
};

const NOT_NEGATIVE: RangeInclusive<f64> = 0.0..=f64::MAX;
const SHARE: RangeInclusive<f64> = 0.0..=1.0;
const ANY: RangeInclusive<f64> = f64::MIN..=f64::MAX;

/// Reads `observations.csv`.
pub(super) fn read_observations(
    bytes: &[u8],
    file: &str,
    known: &mut Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<ObservationRecord>> {
    let mut seen: HashMap<Fingerprint, u32> = HashMap::new();
    read_rows(&OBSERVATIONS, bytes, file, issues, |columns, row| {
        let [
            hospital,
            measure,
            start,
            end,
            stratum,
            figures @ ..,
            status,
            raw,
            derived,
            notes,
            verdict,
            source,
            sheet,
            line,
        ] = *columns;
        let id = known.hospital(row, hospital)?;
        let (measure_id, kind) = known.measure(row, measure)?;
        let period = row.period(start, end)?;
        let status = row.code(status, Status::parse)?;
        let [numerator, denominator, eligible, expected, value, standard_error, response_rate] =
            read_figures(row, &figures, kind, status)?;
        let key = Fingerprint::of((&id, &measure_id, period, row.raw(stratum)));
        if let Some(first) = seen.get(&key) {
            let why = format!("row {first} has a value of this hospital, measure, period and stratum already");
            return row.leave_out(IssueKind::Duplicate, hospital, &why);
        }
        seen.insert(key, row.number_in_file());
        Ok(ObservationRecord {
            hospital: Subject::Hospital(id),
            measure: measure_id,
            period,
            stratum: row.text(stratum),
            numerator,
            denominator,
            eligible,
            expected,
            value,
            standard_error,
            response_rate,
            status,
            raw: row.text(raw),
            derived: row.yes_or_no(derived)?.unwrap_or(false),
            footnotes: row.list(notes),
            published_verdict: row.text(verdict),
            source_id: known.source(row, source),
            source_sheet: row.text(sheet),
            source_row: row_number(row, line)?,
        })
    })
}

/// Which values a kind of measure can have, and how to say so.
fn range_of(kind: Kind) -> (RangeInclusive<f64>, &'static str) {
    match kind {
        Kind::Proportion => (SHARE, "a proportion lies between 0 and 1"),
        Kind::Ratio => (NOT_NEGATIVE, "a ratio is not negative"),
        Kind::Rate => (NOT_NEGATIVE, "a rate is not negative"),
        Kind::Count => (NOT_NEGATIVE, "a count is not negative"),
        Kind::Mean | Kind::Score => (ANY, "not a finite number"),
    }
}

/// The seven figures of a row, each checked by itself and against the others.
fn read_figures(row: &mut Row<'_>, columns: &[Column; 7], kind: Kind, status: Status) -> Cell<[Option<f64>; 7]> {
    if status != Status::Reported {
        for column in columns.iter().filter(|c| !row.raw(**c).trim().is_empty()).collect::<Vec<_>>() {
            row.set_aside(IssueKind::OutOfRange, *column, "a value that is not reported has no numbers");
        }
        return Ok([None; 7]);
    }
    let [numerator, denominator, eligible, expected, value, standard_error, response_rate] = *columns;
    let (values, why) = range_of(kind);
    let events = row.number(numerator, &NOT_NEGATIVE, "a number of events is not negative")?;
    let patients = row.number(denominator, &NOT_NEGATIVE, "a denominator is not negative")?;
    let figures = [
        events,
        patients,
        row.number(eligible, &NOT_NEGATIVE, "a number of patients is not negative")?,
        row.number(expected, &NOT_NEGATIVE, "an expected count is not negative")?,
        row.number(value, &values, why)?,
        row.number(standard_error, &NOT_NEGATIVE, "a standard error is not negative")?,
        row.number(response_rate, &SHARE, "a response rate lies between 0 and 1")?,
    ];
    if kind == Kind::Proportion
        && let (Some(events), Some(patients)) = (events, patients)
        && events > patients
    {
        let why = format!("the numerator is larger than the denominator {patients}");
        return row.leave_out(IssueKind::OutOfRange, numerator, &why);
    }
    if figures[4].is_none() && events.is_none() {
        return row.leave_out(IssueKind::MissingValue, value, "reported, but there is neither a value nor a numerator");
    }
    Ok(figures)
}

fn row_number(row: &mut Row<'_>, column: Column) -> Cell<Option<u32>> {
    let text = row.raw(column).trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<u32>() {
        Ok(number) => Ok(Some(number)),
        Err(_) => row.leave_out(IssueKind::NotUnderstood, column, "not the number of a row"),
    }
}

/// Reads `limits.csv`.
pub(super) fn read_limits(
    bytes: &[u8],
    file: &str,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<LimitRecord>> {
    let mut seen: HashSet<Fingerprint> = HashSet::new();
    read_rows(&LIMITS, bytes, file, issues, |columns, row| {
        let [hospital, measure, start, end, stratum, kind, lower, middle, upper] = *columns;
        let id = known.hospital(row, hospital)?;
        let measure_id = known.measure(row, measure)?.0;
        let period = row.period(start, end)?;
        let limit_kind = row.code(kind, LimitKind::parse)?;
        let why = "not a finite number";
        let low = row.number(lower, &ANY, why)?;
        let mid = row.number(middle, &ANY, why)?;
        let high = row.number(upper, &ANY, why)?;
        let ordered: Vec<f64> = [low, mid, high].into_iter().flatten().collect();
        if ordered.is_empty() {
            return row.leave_out(IssueKind::MissingValue, lower, "a limit without any number");
        }
        if ordered.windows(2).any(|pair| pair[0] > pair[1]) {
            return row.leave_out(IssueKind::OutOfRange, lower, "lower, middle and upper are not in this order");
        }
        if !seen.insert(Fingerprint::of((&id, &measure_id, period, row.raw(stratum), limit_kind))) {
            return row.leave_out(IssueKind::Duplicate, kind, "the value has limits of this kind already");
        }
        Ok(LimitRecord {
            hospital: Subject::Hospital(id),
            measure: measure_id,
            period,
            stratum: row.text(stratum),
            kind: limit_kind,
            lower: low,
            middle: mid,
            upper: high,
        })
    })
}

/// Writes `observations.csv`.
pub(super) fn write_observations(records: &[ObservationRecord]) -> Sheet {
    let mut sheet = Sheet::new(&OBSERVATIONS);
    for o in records {
        let Subject::Hospital(hospital) = &o.hospital else { continue };
        let (start, end) = (print::day(Some(o.period.start)), print::day(Some(o.period.end)));
        let figures = [o.numerator, o.denominator, o.eligible, o.expected, o.value, o.standard_error, o.response_rate];
        let [numerator, denominator, eligible, expected, value, standard_error, response_rate] =
            figures.map(print::number);
        let row = o.source_row.map(|r| r.to_string()).unwrap_or_default();
        let footnotes = o.footnotes.join(";");
        let cells = [
            hospital.as_str(),
            o.measure.as_str(),
            &start,
            &end,
            &o.stratum,
            &numerator,
            &denominator,
            &eligible,
            &expected,
            &value,
            &standard_error,
            &response_rate,
            o.status.as_str(),
            &o.raw,
            if o.derived { "true" } else { "" },
            &footnotes,
            &o.published_verdict,
            &o.source_id,
            &o.source_sheet,
            &row,
        ];
        sheet.row(&OBSERVATIONS, cells);
    }
    sheet
}

/// Writes `limits.csv`.
pub(super) fn write_limits(records: &[LimitRecord]) -> Sheet {
    let mut sheet = Sheet::new(&LIMITS);
    for l in records {
        let Subject::Hospital(hospital) = &l.hospital else { continue };
        let (start, end) = (print::day(Some(l.period.start)), print::day(Some(l.period.end)));
        let [lower, middle, upper] = [l.lower, l.middle, l.upper].map(print::number);
        let cells =
            [hospital.as_str(), l.measure.as_str(), &start, &end, &l.stratum, l.kind.as_str(), &lower, &middle, &upper];
        sheet.row(&LIMITS, cells);
    }
    sheet
}
