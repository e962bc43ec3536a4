//! Which hospitals clearly improved over the years of one definition?
//!
//! A wider survey changes the country, not the series of a hospital: only a break of definition ends the years that count.

use super::course::PERIODS;
use super::{Years, count, newest_run};
use crate::publish::facts::hospital_of;
use crate::publish::judge::{Value, is_crude_outcome};
use crate::publish::records::MeasureIndex;
use domain::HospitalId;
use domain::measure::Direction;
use domain::period::{Day, Period};
use domain::records::{CommentKind, CommentRecord};
use statistics::Reading;
use statistics::trend::weighted_slope;
use std::collections::{BTreeMap, BTreeSet};
use store::rows::{ImprovedRow, ImprovementRow};
use store::write::ReleaseRows;

/// So many hospitals may seem to improve by chance, whatever their number (Bonferroni).
const EXPECTED_BY_CHANCE: f64 = 0.1;
/// So many are named: those that told what they did, then the surest.
const NAMED: usize = 10;

/// A hospital whose slope was tested.
struct Tested<'v> {
    hospital: &'v HospitalId,
    first: Period,
    last: Period,
    /// One-sided, toward the better end.
    p_value: f64,
}

/// Tests every hospital of a measure with a better end that is risk-adjusted or no outcome.
pub(super) fn put(
    rows: &mut ReleaseRows,
    (measure_key, country): (i64, &str),
    series: &Years<'_, '_>,
    measures: &MeasureIndex<'_>,
    comments: &[CommentRecord],
) {
    let Some(measure) = series.values().flatten().next().map(|v| v.measure) else { return };
    let better = match measure.direction {
        Direction::Higher => 1.0,
        Direction::Lower => -1.0,
        Direction::Neutral => return,
    };
    let run = newest_run(series.keys().copied(), |period| measures.definition_since(&measure.id, period));
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    if is_crude_outcome(measure) || run.len() < PERIODS {
        return;
    }
    let mut by_hospital: BTreeMap<&HospitalId, Vec<&Value<'_>>> = BTreeMap::new();
    for value in run.iter().filter_map(|period| series.get(period)).flatten() {
        by_hospital.entry(&value.known.record.id).or_default().push(value);
    }
    let tested: Vec<Tested<'_>> =
        by_hospital.iter().filter_map(|(id, values)| test(id, values, *last, better)).collect();
    if tested.is_empty() {
        return;
    }
    #[allow(clippy::cast_precision_loss)]
    let threshold = EXPECTED_BY_CHANCE / tested.len() as f64;
    let mut improved: Vec<&Tested<'_>> = tested.iter().filter(|t| t.p_value < threshold).collect();
    rows.improvements.push(ImprovementRow {
        measure_key,
        country: country.to_string(),
        first_end: first.end.to_string(),
        last_end: last.end.to_string(),
        tested: count(tested.len()),
        improved: count(improved.len()),
        by_chance: EXPECTED_BY_CHANCE,
    });
    let told: BTreeSet<&HospitalId> = comments
        .iter()
        .filter(|c| c.kind == CommentKind::Practice && c.measure == measure.id)
        .filter_map(|c| hospital_of(&c.hospital))
        .collect();
    improved.sort_by(|a, b| {
        let tells = |t: &Tested<'_>| told.contains(t.hospital);
        let surest = a.p_value.total_cmp(&b.p_value).then_with(|| a.hospital.cmp(b.hospital));
        tells(b).cmp(&tells(a)).then(surest)
    });
    improved.truncate(NAMED);
    improved.sort_by(|a, b| a.hospital.cmp(b.hospital));
    rows.improved.extend(improved.iter().map(|t| ImprovedRow {
        measure_key,
        hospital_id: t.hospital.to_string(),
        first_end: t.first.end.to_string(),
        last_end: t.last.end.to_string(),
    }));
}

/// The slope of one hospital, where it has at least three values one of them the newest, and did not merge or split.
fn test<'v>(hospital: &'v HospitalId, values: &[&Value<'_>], newest: Period, better: f64) -> Option<Tested<'v>> {
    let times: Vec<f64> = values.iter().map(|v| years(v.record.period.end)).collect();
    let readings: Vec<Reading> = values.iter().filter_map(|v| v.reading).collect();
    let (first, last) = (values.first()?.record.period, values.last()?.record.period);
    let merged = values.first()?.known.changed_within(Period { start: first.start, end: last.end });
    if last != newest || readings.len() < PERIODS || merged {
        return None;
    }
    let slope = weighted_slope(&times, &readings)?;
    let one_sided = if slope.statistic * better > 0.0 { 0.5 * slope.p_value } else { 1.0 - 0.5 * slope.p_value };
    Some(Tested { hospital, first, last, p_value: one_sided })
}

fn years(day: Day) -> f64 {
    f64::from(day.year()) + (f64::from(day.month()) - 1.0) / 12.0
}
