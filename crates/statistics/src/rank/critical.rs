//! How many standard errors apart must two hospitals be when p of them are compared at once?

use crate::Confidence;
use crate::special::{normal_quantile, studentized_range_quantile};

/// A threshold for |y_j − y_i|/√(s_i² + s_j²). It costs about a millisecond to compute: keep it per (p, coverage).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct CriticalValue(f64);

impl CriticalValue {
    /// c(p) = q_{coverage; p, ∞}/√2: all p(p−1)/2 comparisons hold at once with the given confidence (Tukey–Kramer).
    ///
    /// For a pair or a shortlist of k hospitals, p = k (2 → 1.96). `None` for fewer than two hospitals.
    ///
    /// ```
    /// use statistics::{Confidence, rank::CriticalValue};
    /// let all = CriticalValue::simultaneous(300, Confidence::P95).unwrap();
    /// assert!((all.value() - 4.755855).abs() < 1e-6);
    /// ```
    pub fn simultaneous(hospitals: usize, coverage: Confidence) -> Option<Self> {
        let q = studentized_range_quantile(coverage.level(), hospitals)?;
        Some(Self(q * core::f64::consts::FRAC_1_SQRT_2))
    }

    /// Šidák's threshold for one hospital chosen beforehand against the p − 1 others:
    /// Φ⁻¹(½(1 + coverage^{1/(p−1)})). `None` for fewer than two hospitals.
    pub fn marginal(hospitals: usize, coverage: Confidence) -> Option<Self> {
        if hospitals < 2 {
            return None;
        }
        // The tail ½(1 − coverage^{1/(p−1)}) is computed without cancellation.
        let tail = -0.5 * libm::expm1(libm::log(coverage.level()) / (hospitals - 1) as f64);
        normal_quantile(tail).map(|z| Self(-z))
    }

    /// The threshold as a number.
    pub fn value(self) -> f64 {
        self.0
    }
}
