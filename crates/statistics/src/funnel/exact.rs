//! Which hospitals does an unadjusted funnel flag, as public health bodies in England draw it?
//!
//! No over-dispersion: an interval that excludes the target is outside. Limits and positions agree with the funnel
//! functions of OHID's PHEindicatormethods.

use super::{Limit, Position};
use crate::interval::{Interval, phe_interval, wilson_interval};
use crate::{Confidence, ObservedExpected, Proportion};

impl Limit {
    /// The exact level of the limits.
    pub fn confidence(self) -> Confidence {
        match self {
            Self::P95 => Confidence::P95,
            Self::P998 => Confidence::P998,
        }
    }
}

/// Where a proportion lies: outside when its Wilson interval at 95 % or 99.8 % excludes the target.
pub fn exact_position_of_proportion(proportion: Proportion, target: f64) -> Position {
    let interval = |limit: Limit| wilson_interval(proportion, limit.confidence()).interval;
    position(target, interval(Limit::P95), interval(Limit::P998))
}

/// Where O/E lies: outside when its interval (exact below ten events, else Byar) excludes the target.
pub fn exact_position_of_ratio(ratio: ObservedExpected, target: f64) -> Position {
    let interval = |limit: Limit| phe_interval(ratio, limit.confidence()).interval;
    position(target, interval(Limit::P95), interval(Limit::P998))
}

fn position(target: f64, inner: Interval, outer: Interval) -> Position {
    if outer.lower > target {
        Position::FarAbove
    } else if outer.upper < target {
        Position::FarBelow
    } else if inner.lower > target {
        Position::Above
    } else if inner.upper < target {
        Position::Below
    } else {
        Position::Within
    }
}

/// The lines p₀ ± z√(p₀(1 − p₀)/n) at n patients, within [0, 1]: a proportion beyond them has a Wilson interval without p₀.
///
/// `None` unless 0 ≤ target ≤ 1 and 1 ≤ patients ≤ 10¹².
pub fn exact_limits_of_proportion(patients: f64, target: f64, limit: Limit) -> Option<Interval> {
    Proportion::new(0.0, patients)?;
    if !(0.0..=1.0).contains(&target) {
        return None;
    }
    let reach = limit.confidence().z() * (target * (1.0 - target) / patients).sqrt();
    Some(Interval { lower: (target - reach).max(0.0), upper: (target + reach).min(1.0) })
}

/// A point of a limit line: the expected count and the O/E at which the line passes.
pub type LimitPoint = (f64, f64);

/// The points (E, O/E) at which O observed events lie exactly on the lower and on the upper line around 1.
///
/// Lower line: P(X ≤ O | E) = α/2; upper line: P(X ≥ O | E) = α/2 (Byar's form from ten events on). `None` for a
/// negative count, one above 10¹² or one that is not a number; there is no upper point without events (or with less than a hundredth of one).
pub fn exact_limits_of_ratio(observed: f64, limit: Limit) -> Option<(LimitPoint, Option<LimitPoint>)> {
    let count = ObservedExpected::new(observed, 1.0)?;
    let interval = phe_interval(count, limit.confidence()).interval;
    let point = |expected: f64| (expected, observed / expected);
    let upper = (interval.lower >= 1e-9).then(|| point(interval.lower));
    Some((point(interval.upper), upper))
}
