//! Between which values does the true between-hospital variance lie?

use super::tau_squared_where_q_is;
use crate::interval::Interval;
use crate::special::gamma_quantile;
use crate::{Confidence, Reading};

/// The Q-profile interval of τ²: the values at which the generalised Q equals the χ² quantiles with I − 1 degrees.
///
/// Viechtbauer 2007, Stat Med 26, 37–52. An end at which Q is already too small is 0. `None` for fewer than two readings.
pub fn tau_squared_interval(readings: &[Reading], confidence: Confidence) -> Option<Interval> {
    if readings.len() < 2 {
        return None;
    }
    let half_freedom = 0.5 * (readings.len() - 1) as f64;
    let chi_squared = |p: f64| gamma_quantile(p, half_freedom).map(|g| 2.0 * g);
    Some(Interval {
        lower: tau_squared_where_q_is(readings, chi_squared(1.0 - confidence.tail())?),
        upper: tau_squared_where_q_is(readings, chi_squared(confidence.tail())?),
    })
}
