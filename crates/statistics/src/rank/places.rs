//! From which to which place can each hospital truly stand?
//!
//! "Not told apart" is not transitive, so there are no tiers: every hospital has its own range.

use super::CriticalValue;
use crate::{Direction, Reading};

/// The places one hospital can have among p, and how many others are clearly better or worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PlaceRange {
    /// First possible place, 1 + clearly better hospitals.
    pub first: usize,
    /// Last possible place, p − clearly worse hospitals.
    pub last: usize,
    /// Hospitals that are clearly better.
    pub clearly_better: usize,
    /// Hospitals that are clearly worse.
    pub clearly_worse: usize,
    /// Hospitals that cannot be told apart from this one.
    pub not_told_apart: usize,
}

impl PlaceRange {
    fn new(hospitals: usize, clearly_better: usize, clearly_worse: usize) -> Self {
        Self {
            first: 1 + clearly_better,
            last: hospitals - clearly_worse,
            clearly_better,
            clearly_worse,
            not_told_apart: hospitals - 1 - clearly_better - clearly_worse,
        }
    }
}

/// The places of all hospitals, in the order given.
///
/// Hospital j is clearly better than i when t = (y_j − y_i)/√(s_i² + s_j²), turned so that larger is better, exceeds c.
/// With the simultaneous critical value all true places lie in their ranges at once with 95 % confidence, so readers may
/// sort and pick (Al Mohamad, van Zwet & Goeman, arXiv:1708.02428). `Direction::Neutral` orders from high to low.
/// Empty input gives an empty answer; one hospital has place 1.
pub fn place_ranges(readings: &[Reading], direction: Direction, critical: CriticalValue) -> Vec<PlaceRange> {
    let p = readings.len();
    let sign = sign(direction);
    let c_squared = critical.value() * critical.value();
    let mut order: Vec<usize> = (0..p).collect();
    order.sort_by(|&a, &b| (sign * readings[a].value()).total_cmp(&(sign * readings[b].value())));
    let values: Vec<f64> = order.iter().map(|&i| sign * readings[i].value()).collect();
    let reach: Vec<f64> = order.iter().map(|&i| c_squared * readings[i].variance()).collect();
    let widest = reach.iter().copied().fold(0.0, f64::max);
    let narrowest = reach.iter().copied().fold(f64::INFINITY, f64::min);
    let mut ranges = vec![PlaceRange::new(1, 0, 0); p];
    for (k, &i) in order.iter().enumerate() {
        let (value, own) = (values[k], reach[k]);
        // Nearer than `near` nobody can be told apart, farther than `far` everybody can: only between must one look.
        let near = (own + narrowest).sqrt() * (1.0 - 1e-9);
        let far = (own + widest).sqrt() * (1.0 + 1e-9);
        let low_sure = values[..k].partition_point(|v| *v < value - far);
        let low_near = values[..k].partition_point(|v| *v < value - near);
        let high_near = k + 1 + values[k + 1..].partition_point(|v| *v <= value + near);
        let high_sure = k + 1 + values[k + 1..].partition_point(|v| *v <= value + far);
        let worse = low_sure
            + count_apart(
                &values[low_sure..low_near.max(low_sure)],
                &reach[low_sure..low_near.max(low_sure)],
                value,
                own,
            );
        let better = (p - high_sure)
            + count_apart(
                &values[high_near.min(high_sure)..high_sure],
                &reach[high_near.min(high_sure)..high_sure],
                value,
                own,
            );
        ranges[i] = PlaceRange::new(p, better, worse);
    }
    ranges
}

/// The places of one hospital, in a single pass. `None` where the index does not exist.
pub fn place_range(
    readings: &[Reading],
    index: usize,
    direction: Direction,
    critical: CriticalValue,
) -> Option<PlaceRange> {
    let own = readings.get(index)?;
    let (sign, c_squared) = (sign(direction), critical.value() * critical.value());
    let (mut better, mut worse) = (0, 0);
    for other in readings {
        let gap = sign * (other.value() - own.value());
        let apart = gap * gap > c_squared * (other.variance() + own.variance());
        better += usize::from(apart && gap > 0.0);
        worse += usize::from(apart && gap < 0.0);
    }
    Some(PlaceRange::new(readings.len(), better, worse))
}

fn sign(direction: Direction) -> f64 {
    match direction {
        Direction::LowerIsBetter => -1.0,
        Direction::HigherIsBetter | Direction::Neutral => 1.0,
    }
}

/// How many of these lie more than c standard errors from `value`? The form (y_j − y_i)² > c²(v_i + v_j) vectorises.
fn count_apart(values: &[f64], reach: &[f64], value: f64, own: f64) -> usize {
    values.iter().zip(reach).map(|(&v, &r)| usize::from((v - value) * (v - value) > own + r)).sum()
}
