//! What is new, gone or changed since the release before?

use std::collections::BTreeMap;
use store::rows::{ChangeRow, MeasureRow, ObservationRow};

type Key<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

/// The differences between two releases, per measure with the largest first.
pub fn changes(before: (&[MeasureRow], &[ObservationRow]), now: (&[MeasureRow], &[ObservationRow])) -> Vec<ChangeRow> {
    let (old, new) = (by_key(before), by_key(now));
    let mut rows: Vec<ChangeRow> = Vec::new();
    for (key, o) in &old {
        match new.get(key) {
            None => rows.push(row(key, "gone", Some(o), None)),
            Some(n) if n.value != o.value || n.status != o.status => rows.push(row(key, "changed", Some(o), Some(n))),
            Some(_) => {}
        }
    }
    rows.extend(new.iter().filter(|(key, _)| !old.contains_key(*key)).map(|(key, n)| row(key, "new", None, Some(n))));
    rows.sort_by(|a, b| {
        (&a.measure_id, &a.kind)
            .cmp(&(&b.measure_id, &b.kind))
            .then(size(b).total_cmp(&size(a)))
            .then_with(|| (&a.hospital_id, &a.period_end, &a.stratum).cmp(&(&b.hospital_id, &b.period_end, &b.stratum)))
    });
    for (row, key) in rows.iter_mut().zip(1..) {
        row.change_key = key;
    }
    rows
}

fn size(row: &ChangeRow) -> f64 {
    row.was.zip(row.now).map_or(0.0, |(a, b)| (a - b).abs())
}

fn by_key<'a>(
    (measures, observations): (&'a [MeasureRow], &'a [ObservationRow]),
) -> BTreeMap<Key<'a>, &'a ObservationRow> {
    let ids: BTreeMap<i64, &str> = measures.iter().map(|m| (m.measure_key, m.id.as_str())).collect();
    observations
        .iter()
        .filter(|o| o.pooled == 0)
        .filter_map(|o| {
            let measure = ids.get(&o.measure_key)?;
            Some((
                (*measure, o.hospital_id.as_str(), o.period_start.as_str(), o.period_end.as_str(), o.stratum.as_str()),
                o,
            ))
        })
        .collect()
}

fn row(key: &Key<'_>, kind: &str, old: Option<&ObservationRow>, new: Option<&ObservationRow>) -> ChangeRow {
    let (measure, hospital, start, end, stratum) = *key;
    ChangeRow {
        change_key: 0,
        hospital_id: hospital.to_string(),
        measure_id: measure.to_string(),
        period_start: start.to_string(),
        period_end: end.to_string(),
        stratum: stratum.to_string(),
        kind: kind.to_string(),
        was: old.and_then(|o| o.value),
        now: new.and_then(|o| o.value),
        was_status: old.map(|o| o.status.clone()).unwrap_or_default(),
        is_status: new.map(|o| o.status.clone()).unwrap_or_default(),
    }
}
