//! How many facilities of a medical area print that they deliver babies, take ambulances or give general anaesthesia?

use super::SourceKeys;
use crate::publish::judge::{Judged, Value};
use domain::period::Period;
use domain::status::Status;
use std::collections::BTreeMap;
use store::rows::ProvisionRow;
use store::write::ReleaseRows;

/// The measures that count them.
const MEASURES: &[&str] = &[
    "jp-bed-deliveries",
    "jp-bed-ambulances",
    "jp-bed-general-anaesthesia",
    "demo-deliveries",
    "demo-ambulances",
    "demo-general-anaesthesia",
];

/// One row per medical area, measure and country, of the newest period. What is masked or not reported is counted apart:
/// there may be more providers than are printed.
pub(super) fn put(rows: &mut ReleaseRows, judged: &Judged<'_>, sources: &SourceKeys) {
    let counts = |v: &&Value<'_>| v.record.stratum.is_empty() && MEASURES.contains(&v.measure.id.as_str());
    let values: Vec<&Value<'_>> = judged.values.iter().filter(counts).collect();
    let mut newest: BTreeMap<(i64, &str), Period> = BTreeMap::new();
    for value in values.iter().filter(|v| v.record.status == Status::Reported) {
        let period = newest.entry((value.measure_key, &value.known.record.country)).or_insert(value.record.period);
        *period = (*period).max(value.record.period);
    }
    let mut by_area: BTreeMap<(&str, i64, &str), ProvisionRow> = BTreeMap::new();
    for value in values {
        let hospital = value.known.record;
        let key = (hospital.area_code.as_str(), value.measure_key, hospital.country.as_str());
        if key.0.is_empty() || newest.get(&(key.1, key.2)) != Some(&value.record.period) {
            continue;
        }
        let Some(source_key) = sources.key_of(value) else { continue };
        add(by_area.entry(key).or_insert_with(|| nothing_yet(key, value.record.period, source_key)), value);
    }
    rows.provisions.extend(by_area.into_values());
}

fn nothing_yet((area_code, measure_key, country): (&str, i64, &str), period: Period, source_key: i64) -> ProvisionRow {
    ProvisionRow {
        area_code: area_code.to_string(),
        measure_key,
        country: country.to_string(),
        period_start: period.start.to_string(),
        period_end: period.end.to_string(),
        source_key,
        ..ProvisionRow::default()
    }
}

fn add(row: &mut ProvisionRow, value: &Value<'_>) {
    match value.figure {
        Some(figure) if figure > 0.0 => {
            row.providing += 1;
            row.sole_hospital_id = if row.providing == 1 { value.known.record.id.to_string() } else { String::new() };
        }
        Some(_) => row.not_providing += 1,
        None => row.unknown += 1,
    }
}
