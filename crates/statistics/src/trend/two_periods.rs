//! Did the value change from one period to the next?

use crate::rank::CriticalValue;
use crate::special::two_sided_p;
use crate::{Proportion, Reading};

/// The answer to "did it change?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Clearly lower than before.
    Fell,
    /// No clear change. This is not "unchanged".
    NotClear,
    /// Clearly higher than before.
    Rose,
}

/// A comparison of two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodChange {
    /// (y₂ − y₁)/√(s₁² + s₂²).
    pub z: f64,
    /// Two-sided p value of this one comparison.
    pub p_value: f64,
    /// The answer.
    pub change: Change,
}

/// z = (y₂ − y₁)/√(s₁² + s₂²); changed where |z| exceeds the critical value.
///
/// For one hospital chosen beforehand take `CriticalValue::simultaneous(2, …)` (1.96 at 95 %); for a national list of k
/// hospitals c(k).
///
/// ```
/// use statistics::{Confidence, Proportion, funnel::Scale, rank::CriticalValue, trend::{Change, period_change}};
/// let year = |x, n| Scale::of_proportion(Proportion::new(x, n).unwrap());
/// let alone = CriticalValue::simultaneous(2, Confidence::P95).unwrap();
/// assert_eq!(period_change(year(30.0, 200.0), year(18.0, 210.0), alone).change, Change::Fell);
/// ```
pub fn period_change(before: Reading, after: Reading, critical: CriticalValue) -> PeriodChange {
    let z = (after.value() - before.value()) / (before.variance() + after.variance()).sqrt();
    let change = match z {
        z if z > critical.value() => Change::Rose,
        z if z < -critical.value() => Change::Fell,
        _ => Change::NotClear,
    };
    PeriodChange { z, p_value: two_sided_p(z), change }
}

/// The ordinary two-proportion score test, as a check: (z, two-sided p) with z = (p₂ − p₁)/√(p̄q̄(1/n₁ + 1/n₂)).
///
/// Where nobody or everybody had the event there is nothing to test: (0, 1).
pub fn pooled_score_test(before: Proportion, after: Proportion) -> (f64, f64) {
    let pooled = (before.events() + after.events()) / (before.patients() + after.patients());
    let variance = pooled * (1.0 - pooled) * (1.0 / before.patients() + 1.0 / after.patients());
    if variance <= 0.0 {
        return (0.0, 1.0);
    }
    let z = (after.value() - before.value()) / variance.sqrt();
    (z, two_sided_p(z))
}
