//! Which are the newest values of every measure, and where does each stand on one common scale?
//!
//! Own criteria put measures of different units together. That is possible on the scale on which each is compared, in
//! standard deviations of the whole country (methods, section 5.3). Computed here once, rounded to ten-thousandths, so that
//! the server and the browser begin with the same numbers.

use super::judge::{GroupKey, Judged, SetSpread, Value, is_crude_outcome};
use domain::caveats::Element;
use domain::measure::{Direction, Kind};
use domain::period::Period;
use domain::status::Status;
use statistics::composite::{StandardScore, Standardised, standardise};
use statistics::derived::{reading_from_mean, reading_from_proportion, reading_from_ratio};
use statistics::{Interval, Reading};
use std::collections::{BTreeMap, BTreeSet};
use store::rows::{NewestSetRow, NewestValueRow};

/// Caveats that keep a value out of every order, also one that takes chance into account.
const KEPT_OUT: &[&str] =
    &["DISASTER_PERIOD", "VERY_STALE", "NO_UNCERTAINTY", "MISSING_MUCH", "LOW_RESPONSE", "SUPPRESSED", "NOT_REPORTED"];

/// The newest set of every measure and country, and its values.
pub(super) fn newest(judged: &Judged<'_>) -> (Vec<NewestSetRow>, Vec<NewestValueRow>) {
    let periods = newest_periods(judged);
    let mut members: BTreeMap<(i64, &str), Vec<&Value<'_>>> = BTreeMap::new();
    for value in judged.values.iter().filter(|v| v.record.stratum.is_empty()) {
        let set = (value.measure_key, value.known.record.country.as_str());
        if periods.get(&set) == Some(&value.record.period) {
            members.entry(set).or_default().push(value);
        }
    }
    let (mut sets, mut rows) = (Vec::new(), Vec::new());
    for ((measure_key, country), values) in members {
        let Some(period) = periods.get(&(measure_key, country)) else { continue };
        let national = judged.spreads.get(&GroupKey::national(values[0]));
        let target = national.and_then(|s| s.target);
        let scaled = scaled(&values).filter(|_| !tells_who_comes(values[0], national));
        sets.push(NewestSetRow {
            measure_key,
            country: country.to_string(),
            period_start: period.start.to_string(),
            period_end: period.end.to_string(),
            centre: scaled.as_ref().map(|s| s.mean),
            deviation: scaled.as_ref().map(|s| s.standard_deviation),
            slope: slope(values[0], target).filter(|_| scaled.is_some()),
            sources: sources(&values),
        });
        let scores = scaled.map_or_else(|| vec![None; values.len()], |s| s.scores);
        rows.extend(values.iter().zip(scores).map(|(value, score)| row(value, score)));
    }
    (sets, rows)
}

/// The newest period with any value, by measure and country.
fn newest_periods<'j>(judged: &'j Judged<'_>) -> BTreeMap<(i64, &'j str), Period> {
    let mut newest = BTreeMap::new();
    // in the order of periods: the last one stays
    for (key, spread) in &judged.spreads {
        if key.peer_group.is_empty() && key.stratum.is_empty() && spread.reported > 0 {
            newest.insert((key.measure_key, key.country.as_str()), key.period);
        }
    }
    newest
}

fn sources(values: &[&Value<'_>]) -> String {
    let ids: BTreeSet<&str> = values.iter().map(|v| v.record.source_id.as_str()).collect();
    ids.into_iter().collect::<Vec<_>>().join(";")
}

fn scaled(values: &[&Value<'_>]) -> Option<Standardised> {
    let direction = match values[0].measure.direction {
        Direction::Higher => statistics::Direction::HigherIsBetter,
        Direction::Lower => statistics::Direction::LowerIsBetter,
        Direction::Neutral => return None,
    };
    let readings: Vec<Option<Reading>> = values.iter().map(|v| reading(v)).collect();
    standardise(&readings, direction)
}

/// The value on the scale of comparison; for values that the source has shrunk, from its published interval.
fn reading(value: &Value<'_>) -> Option<Reading> {
    if value.record.status != Status::Reported || kept_out(value) {
        return None;
    }
    value.reading.or_else(|| {
        let published = value.estimated.interval.as_ref().filter(|_| value.measure.shrunken == Some(true))?;
        let interval = Interval { lower: published.low, upper: published.high };
        match value.measure.kind {
            Kind::Proportion => reading_from_proportion(value.figure?, interval),
            Kind::Ratio | Kind::Rate => reading_from_ratio(value.figure?, interval),
            Kind::Mean | Kind::Score | Kind::Count => reading_from_mean(value.figure?, interval),
        }
    })
}

/// A crude outcome whose spread is so large that it tells who comes and not how they fare (STRONG_OVERDISPERSION): it takes
/// part in no order, also not where a reader asks for crude outcomes.
fn tells_who_comes(value: &Value<'_>, national: Option<&SetSpread>) -> bool {
    is_crude_outcome(value.measure) && national.is_none_or(|s| s.phi.is_none_or(|phi| phi > 10.0))
}

fn kept_out(value: &Value<'_>) -> bool {
    value.caveats.iter().any(|c| KEPT_OUT.contains(&c.id) || c.removes(Element::Composite))
}

/// How far one base unit goes on the scale of comparison at the target: the derivative of the scale.
fn slope(value: &Value<'_>, target: Option<f64>) -> Option<f64> {
    let at = target?;
    let shrunken = value.measure.shrunken == Some(true);
    let slope = match value.measure.kind {
        Kind::Proportion if shrunken => 1.0 / (at * (1.0 - at)),
        Kind::Proportion => 0.5 / (at * (1.0 - at)).sqrt(),
        Kind::Ratio | Kind::Rate if shrunken => 1.0 / at,
        Kind::Ratio | Kind::Rate => 0.5 / at.sqrt(),
        Kind::Mean | Kind::Score => 1.0,
        Kind::Count => return None,
    };
    slope.is_finite().then_some(slope)
}

fn row(value: &Value<'_>, score: Option<StandardScore>) -> NewestValueRow {
    let interval = value.estimated.interval.as_ref();
    // an error that rounds to nothing would say that chance plays no part
    let score = score.map(|s| (ten_thousandths(s.z), ten_thousandths(s.standard_error).max(1)));
    NewestValueRow {
        measure_key: value.measure_key,
        hospital_id: value.known.record.id.to_string(),
        status: value.record.status.to_string(),
        value: value.figure,
        interval_low: interval.map(|i| i.low),
        interval_high: interval.map(|i| i.high),
        denominator: value.record.denominator,
        score: score.map(|(z, _)| z),
        score_error: score.map(|(_, error)| error),
        caveats: value.caveats.iter().map(|c| c.id).collect::<Vec<_>>().join(";"),
    }
}

#[allow(clippy::cast_possible_truncation)]
fn ten_thousandths(number: f64) -> i64 {
    (number * 10_000.0).round().clamp(-1e9, 1e9) as i64
}
