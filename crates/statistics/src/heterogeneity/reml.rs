//! Which between-hospital variance makes the readings most probable?

use super::{spread, tau_squared_paule_mandel};
use crate::Reading;

/// τ² by restricted maximum likelihood, Fisher scoring (Viechtbauer 2005, J Educ Behav Stat 30, 261–293).
///
/// Starts at Paule–Mandel; never negative. `None` for fewer than two readings.
pub fn tau_squared_reml(readings: &[Reading]) -> Option<f64> {
    let mut tau_squared = tau_squared_paule_mandel(readings)?;
    for _ in 0..500 {
        let Some(step) = scoring_step(readings, tau_squared) else {
            break;
        };
        let next = (tau_squared + step).max(0.0);
        let change = (next - tau_squared).abs();
        tau_squared = next;
        if change <= 1e-14 * tau_squared {
            break;
        }
    }
    Some(tau_squared)
}

/// (y′PPy − tr P)/tr PP; `None` where one reading carries all the weight.
fn scoring_step(readings: &[Reading], tau_squared: f64) -> Option<f64> {
    let now = spread(readings, tau_squared)?;
    let total = 1.0 / now.mean_variance;
    let (mut squares, mut cubes, mut explained) = (0.0, 0.0, 0.0);
    for reading in readings {
        let weight = 1.0 / (reading.variance() + tau_squared);
        let share = weight * now.mean_variance;
        squares += share * share;
        cubes += share * share * share;
        let deviation = weight * (reading.value() - now.mean);
        explained += deviation * deviation;
    }
    let information = squares - 2.0 * cubes + squares * squares;
    if information <= 1e-15 {
        return None;
    }
    Some((explained - total * (1.0 - squares)) / (total * total * information))
}
