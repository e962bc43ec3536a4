//! Can these two (or these few) hospitals be told apart?

use super::CriticalValue;
use crate::special::studentized_range_survival;
use crate::{Confidence, Reading};

/// The answer to "can these two be told apart?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Apart {
    /// The first value is clearly lower.
    FirstLower,
    /// The two cannot be told apart. This is never called "good" or "equal".
    CannotTell,
    /// The first value is clearly higher.
    FirstHigher,
}

/// A comparison of two hospitals among k that are looked at together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairTest {
    /// (y₁ − y₂)/√(s₁² + s₂²).
    pub z: f64,
    /// c(k).
    pub critical: CriticalValue,
    /// Tukey's p value among k hospitals; the ordinary two-sided one for k = 2.
    pub p_value: f64,
    /// The answer.
    pub apart: Apart,
}

/// Is |y₁ − y₂| more than c standard errors? The one predicate behind every place and every pair.
pub fn told_apart(first: Reading, second: Reading, critical: CriticalValue) -> Apart {
    let difference = first.value() - second.value();
    let c = critical.value();
    if difference * difference <= c * c * (first.variance() + second.variance()) {
        Apart::CannotTell
    } else if difference < 0.0 {
        Apart::FirstLower
    } else {
        Apart::FirstHigher
    }
}

/// Compares two hospitals among the k that are on the page together. `None` for k < 2.
///
/// ```
/// use statistics::{Confidence, Reading, rank::{Apart, compare}};
/// let (a, b) = (Reading::new(0.30, 0.02).unwrap(), Reading::new(0.36, 0.02).unwrap());
/// assert_eq!(compare(a, b, 2, Confidence::P95).unwrap().apart, Apart::FirstLower);
/// assert_eq!(compare(a, b, 5, Confidence::P95).unwrap().apart, Apart::CannotTell);
/// ```
pub fn compare(first: Reading, second: Reading, hospitals: usize, coverage: Confidence) -> Option<PairTest> {
    let critical = CriticalValue::simultaneous(hospitals, coverage)?;
    let z = (first.value() - second.value()) / (first.variance() + second.variance()).sqrt();
    let p_value = studentized_range_survival(z.abs() * core::f64::consts::SQRT_2, hospitals)?;
    Some(PairTest { z, critical, p_value, apart: told_apart(first, second, critical) })
}

/// Every pair (i < j) of a shortlist, in order (0,1), (0,2), …; empty for fewer than two hospitals.
pub fn shortlist(readings: &[Reading], coverage: Confidence) -> Vec<(usize, usize, Apart)> {
    let Some(critical) = CriticalValue::simultaneous(readings.len(), coverage) else {
        return Vec::new();
    };
    let mut pairs = Vec::with_capacity(readings.len() * (readings.len() - 1) / 2);
    for (i, &first) in readings.iter().enumerate() {
        for (j, &second) in readings.iter().enumerate().skip(i + 1) {
            pairs.push((i, j, told_apart(first, second, critical)));
        }
    }
    pairs
}
