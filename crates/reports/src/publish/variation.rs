//! How different are hospitals, prefectures and medical areas, and do they move closer together?
//!
//! The hospitals of an area are taken together: events over patients, observed over expected, or the mean weighted by
//! patients. Only values that a source prints take part, and none that a disaster or outbreak touched: what is masked can
//! never be worked out from an area, and a flood does not count as care.

mod course;
mod coverage;
mod improved;
mod pool;
mod provision;

use super::judge::{Judged, Value};
use super::records::MeasureIndex;
use crate::evidence::Evidence;
use domain::HospitalId;
use domain::measure::Kind;
use domain::period::{Day, Period};
use domain::records::Batch;
use domain::status::Status;
use domain::variation::Level;
use pool::{Unit, events_of_one, high_over_low, taken_together};
use statistics::eligibility::HOSPITALS_FOR_TAU;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::rows::{AreaValueRow, VariationRow};
use store::write::ReleaseRows;

/// Values by period.
type Years<'v, 'a> = BTreeMap<Period, Vec<&'v Value<'a>>>;

/// Values of one measure of one country: what is compared over places and years.
#[derive(Default)]
struct Series<'v, 'a> {
    /// Those with an error of their own.
    told: Years<'v, 'a>,
    /// Those without one: they are no part of an area, and where they are many the rest is not the area either.
    silent: Years<'v, 'a>,
}

/// The units of one level in one period, by hospital id or area code.
type Units<'v> = BTreeMap<&'v str, Unit>;

/// Writes the tables about variation, improvement and provision.
pub(super) fn put(rows: &mut ReleaseRows, judged: &Judged<'_>, measures: &MeasureIndex<'_>, batch: &Batch) {
    let sources = SourceKeys::new(rows);
    let mut all: BTreeMap<(i64, &str), Series<'_, '_>> = BTreeMap::new();
    for value in judged.values.iter().filter(|v| is_printed(v)) {
        let series = all.entry((value.measure_key, value.known.record.country.as_str())).or_default();
        let silent = value.estimated.evidence == Evidence::None;
        let values = if silent { &mut series.silent } else { &mut series.told };
        values.entry(value.record.period).or_default().push(value);
    }
    for ((measure_key, country), series) in all.iter().filter(|(_, series)| !series.told.is_empty()) {
        for level in Level::ALL {
            put_level(rows, (*measure_key, country, *level), series, measures, &sources);
        }
        improved::put(rows, (*measure_key, country), &series.told, measures, &batch.comments);
    }
    provision::put(rows, judged, &sources);
}

/// The keys of the sources of a release.
struct SourceKeys(HashMap<String, i64>);

impl SourceKeys {
    fn new(rows: &ReleaseRows) -> Self {
        Self(rows.sources.iter().map(|s| (s.id.clone(), s.source_key)).collect())
    }

    /// The source of a value; that without an id where the package names none.
    fn key_of(&self, value: &Value<'_>) -> Option<i64> {
        self.0.get(&value.record.source_id).or_else(|| self.0.get("")).copied()
    }
}

/// Printed, for all patients, and outside disasters and outbreaks. Counts have no error of their own, and values that the publisher
/// has shrunk lie closer together than hospitals do.
fn is_printed(value: &Value<'_>) -> bool {
    value.record.status == Status::Reported
        && value.record.stratum.is_empty()
        && value.measure.kind != Kind::Count
        && value.measure.shrunken != Some(true)
        && value.figure.is_some()
        && !value.event
}

/// Measure, country, level.
type Place<'k> = (i64, &'k str, Level);

fn put_level(
    rows: &mut ReleaseRows,
    place: Place<'_>,
    series: &Series<'_, '_>,
    measures: &MeasureIndex<'_>,
    sources: &SourceKeys,
) {
    let (measure_key, country, level) = place;
    let mut by_period: BTreeMap<Period, (Units<'_>, Option<f64>)> = BTreeMap::new();
    for (period, values) in &series.told {
        let units = units(values, series.silent_in(*period), level);
        if let Some(source) = values.first().and_then(|v| sources.key_of(v)).filter(|_| level != Level::Hospital) {
            let share = events_of_one(&units);
            let judged = units.iter().filter(|(_, unit)| unit.expects_events(share));
            rows.area_values.extend(judged.map(|(code, unit)| area_row(place, *period, code, unit, source)));
        }
        if units.len() < HOSPITALS_FOR_TAU {
            continue;
        }
        let Some((ratio, interval)) = high_over_low(&units) else { continue };
        rows.variations.push(VariationRow {
            measure_key,
            country: country.to_string(),
            level: level.to_string(),
            period_start: period.start.to_string(),
            period_end: period.end.to_string(),
            units: count(units.len()),
            ratio,
            low: interval.map(|(low, _)| low).filter(|_| ratio.is_some()),
            high: interval.map(|(_, high)| high).filter(|_| ratio.is_some()),
        });
        by_period.insert(*period, (units, ratio));
    }
    let Some(id) = series.told.values().flatten().next().map(|v| &v.measure.id) else { return };
    let run = newest_run(by_period.keys().copied(), |period| measures.series_since(id, period));
    let lasting = of_every_period(&run, series, level);
    rows.variation_courses.extend(course::row(place, &run, &lasting));
}

/// The same periods with the hospitals alone that have a value in each of them: whoever joins an area changes its value, and that
/// is no change of care.
fn of_every_period<'v>(
    run: &[Period],
    series: &Series<'v, '_>,
    level: Level,
) -> BTreeMap<Period, (Units<'v>, Option<f64>)> {
    let mut present: HashMap<&HospitalId, usize> = HashMap::new();
    for value in run.iter().filter_map(|period| series.told.get(period)).flatten() {
        *present.entry(&value.known.record.id).or_default() += 1;
    }
    let of_period = |period: &Period| {
        let values = series.told.get(period)?.iter().copied();
        let values: Vec<&'v Value<'_>> =
            values.filter(|value| present.get(&value.known.record.id) == Some(&run.len())).collect();
        Some((*period, units(&values, series.silent_in(*period), level)))
    };
    let mut units: BTreeMap<Period, Units<'v>> = run.iter().filter_map(of_period).collect();
    // an area that stands for its patients in some of the years only is no area of the run
    let common: BTreeSet<&str> = match units.values().next() {
        Some(first) => {
            first.keys().copied().filter(|code| units.values().all(|year| year.contains_key(code))).collect()
        }
        None => BTreeSet::new(),
    };
    units.values_mut().for_each(|year| year.retain(|code, _| common.contains(code)));
    let with_ratio = |units: Units<'v>| {
        let ratio = high_over_low(&units).and_then(|(ratio, _)| ratio);
        (units, ratio)
    };
    units.into_iter().map(|(period, units)| (period, with_ratio(units))).collect()
}

impl<'v, 'a> Series<'v, 'a> {
    fn silent_in(&self, period: Period) -> &[&'v Value<'a>] {
        self.silent.get(&period).map_or(&[], Vec::as_slice)
    }
}

/// The hospitals, or the hospitals of each area taken together, where they stand for it.
fn units<'v>(values: &[&'v Value<'_>], silent: &[&Value<'_>], level: Level) -> Units<'v> {
    let silent = coverage::by_place(silent, level);
    let members = coverage::by_place(values, level);
    let together = members.into_iter().filter_map(|(code, members)| {
        let stands = coverage::stands_for_all(&members, silent.get(code).map_or(&[], Vec::as_slice));
        Some((code, taken_together(&members)?)).filter(|_| stands)
    });
    together.collect()
}

fn area_row(
    (measure_key, country, level): Place<'_>,
    period: Period,
    code: &str,
    unit: &Unit,
    source_key: i64,
) -> AreaValueRow {
    AreaValueRow {
        kind: level.to_string(),
        area_code: code.to_string(),
        measure_key,
        period_start: period.start.to_string(),
        period_end: period.end.to_string(),
        country: country.to_string(),
        hospitals: count(unit.hospitals),
        value: unit.value,
        interval_low: unit.low,
        interval_high: unit.high,
        source_key,
    }
}

/// The newest periods of one definition and scope that share no day, oldest first.
fn newest_run(periods: impl DoubleEndedIterator<Item = Period>, since: impl Fn(Period) -> Day) -> Vec<Period> {
    let mut run: Vec<Period> = Vec::new();
    for period in periods.rev() {
        match run.last() {
            Some(later) if since(period) != since(*later) => break,
            Some(later) if later.overlaps(period.start, period.end) => {}
            _ => run.push(period),
        }
    }
    run.reverse();
    run
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
