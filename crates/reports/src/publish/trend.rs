//! Did a figure go up or down over the years by more than chance (methods, section 7; R16)?
//!
//! Single years of one definition only; years that a disaster touched are left out.

use super::judge::Value;
use domain::Trend;
use domain::period::Period;
use domain::status::Status;
use statistics::Reading;
use statistics::trend::weighted_slope;

/// Fewer points are no course.
const FEWEST_POINTS: usize = 3;
/// More points belong on a control chart; the newest are looked at.
const MOST_POINTS: usize = 11;
/// Below this p a change is said.
const LEVEL: f64 = 0.05;

/// Says on the newest year of each series what its course is.
pub(super) fn attach(values: &mut [Value<'_>]) {
    for series in values.chunk_by_mut(|a, b| a.same_series(b)) {
        let trend = of_series(series);
        if let Some(newest) = series.last_mut() {
            newest.trend = trend;
        }
    }
}

/// `None` where no year has a value.
fn of_series(series: &[Value<'_>]) -> Option<Trend> {
    let mut reported = series.iter().rev().filter(|v| v.record.status == Status::Reported && v.figure.is_some());
    let newest = reported.next()?;
    let same = reported.take_while(|v| v.definition == newest.definition);
    let years: Vec<&Value<'_>> = std::iter::once(newest).chain(same).filter(|v| !v.event).take(MOST_POINTS).collect();
    Some(of_years(&years))
}

/// The newest first.
fn of_years(years: &[&Value<'_>]) -> Trend {
    let (Some(newest), Some(oldest)) = (years.first(), years.last()) else {
        return Trend::TooShort;
    };
    if years.len() < FEWEST_POINTS {
        return Trend::TooShort;
    }
    let all = Period { start: oldest.record.period.start, end: newest.record.period.end };
    if newest.known.changed_within(all) {
        return Trend::Merged;
    }
    // periods that share days tell the same patients twice
    if years.windows(2).any(|pair| pair[1].record.period.end >= pair[0].record.period.start) {
        return Trend::Untested;
    }
    let points: Vec<(f64, Reading)> = years.iter().filter_map(|v| Some((years_since(all, v), v.reading?))).collect();
    let (times, readings): (Vec<f64>, Vec<Reading>) = points.into_iter().unzip();
    match weighted_slope(&times, &readings) {
        Some(line) if line.p_value < LEVEL && line.slope > 0.0 => Trend::Rising,
        Some(line) if line.p_value < LEVEL => Trend::Falling,
        Some(_) => Trend::NoClearChange,
        None => Trend::Untested,
    }
}

fn years_since(all: Period, value: &Value<'_>) -> f64 {
    all.start.duration_until(value.record.period.start).as_secs_f64() / (365.25 * 86_400.0)
}
