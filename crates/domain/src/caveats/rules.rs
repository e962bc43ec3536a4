//! Which small questions do several caveats ask of the facts?

use super::Facts;
use crate::measure::{Direction, Kind, MeasureType};
use crate::status::Status;

/// Patients below which a denominator is small, where the publisher has no larger minimum.
const SMALLEST_N: f64 = 30.0;

pub(super) fn is_reported(f: &Facts) -> bool {
    f.value.status == Some(Status::Reported)
}

/// Something neither good nor bad that was counted to the last: cases, or what a hospital has. It has no sampling error.
pub(super) fn is_neutral_and_complete(f: &Facts) -> bool {
    let complete = match f.measure.kind {
        Some(Kind::Count) => true,
        Some(Kind::Mean | Kind::Score) => f.measure.measure_type == Some(MeasureType::Structure),
        _ => false,
    };
    complete && f.measure.direction == Some(Direction::Neutral)
}

/// The smaller of expected events and expected patients without one.
pub(super) fn least_expected(f: &Facts) -> Option<f64> {
    [f.value.expected_events, f.value.expected_non_events].into_iter().flatten().reduce(f64::min)
}

pub(super) fn smallest_n(f: &Facts) -> f64 {
    f.measure.min_denominator.unwrap_or(SMALLEST_N).max(SMALLEST_N)
}

pub(super) fn reported_share(f: &Facts) -> Option<f64> {
    f.value.n.zip(f.value.eligible).filter(|(_, all)| *all > 0.0).map(|(n, all)| n / all)
}

/// More than this many months lie between the end of the period and the day the release speaks of.
pub(super) fn older_than_months(f: &Facts, months: i32) -> bool {
    f.time.period.zip(f.time.today).is_some_and(|(period, today)| period.ended_months_before(months, today))
}

/// Wider than twice the middle half of hospitals; for ratios, an upper end above three times the lower.
pub(super) fn wide(f: &Facts) -> bool {
    let Some((low, high)) = f.value.interval else {
        return false;
    };
    match f.measure.kind {
        Some(Kind::Ratio | Kind::Rate) => high > 3.0 * low,
        _ => f.spread.q25.zip(f.spread.q75).is_some_and(|(q25, q75)| high - low > 2.0 * (q75 - q25)),
    }
}

pub(super) fn fully_adjusted(f: &Facts) -> bool {
    ["age", "severity", "comorbidity"].iter().all(|wanted| f.measure.adjusters.iter().any(|a| a == wanted))
}

/// From this rankability on the spread is so surely real that places need no warning (methods, section 8).
const SURELY_REAL: f64 = 0.75;

/// Nearly every hospital is at the good end of a share. Below 5 % one share may still be many times another, as with deaths:
/// where most of that spread is surely real, nobody has reached the end.
pub(super) fn topped_out(f: &Facts) -> bool {
    f.measure.kind == Some(Kind::Proportion)
        && match f.measure.direction {
            Some(Direction::Higher) => f.spread.p10.is_some_and(|p| p >= 0.95),
            Some(Direction::Lower) => {
                let real = f.spread.rankability.is_some_and(|real| real >= SURELY_REAL);
                !real && f.spread.p90.is_some_and(|p| p <= 0.05)
            }
            _ => false,
        }
}
