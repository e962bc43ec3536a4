//! Which true proportions are compatible with x events among n patients?

use super::{Estimate, Interval, IntervalMethod};
use crate::special::beta_quantile;
use crate::{Confidence, Proportion};

/// Wilson's score interval: (2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²)).
///
/// Wilson 1927, JASA 22, 209–212; the default for proportions (also of OHID's PHEindicatormethods). At x = 0 the lower
/// end is exactly 0, at x = n the upper end exactly 1. The interval always holds x/n.
///
/// ```
/// use statistics::{Confidence, Proportion, interval::wilson_interval};
/// let mortality = Proportion::new(12.0, 240.0).unwrap();
/// let estimate = wilson_interval(mortality, Confidence::P95);
/// assert!((estimate.interval.lower - 0.0288).abs() < 1e-4 && (estimate.interval.upper - 0.0854).abs() < 1e-4);
/// assert!(Proportion::new(5.0, 0.0).is_none());
/// ```
pub fn wilson_interval(proportion: Proportion, confidence: Confidence) -> Estimate {
    let (x, n, z) = (proportion.events(), proportion.patients(), confidence.z());
    let value = proportion.value();
    let root = z * (z * z + 4.0 * x * (1.0 - x / n)).sqrt();
    let centre = 2.0 * x + z * z;
    let bottom = 2.0 * (n + z * z);
    let lower = if x == 0.0 { 0.0 } else { ((centre - root) / bottom).clamp(0.0, value) };
    let upper = if x == n { 1.0 } else { ((centre + root) / bottom).clamp(value, 1.0) };
    Estimate { value, interval: Interval { lower, upper }, confidence, method: IntervalMethod::Wilson }
}

/// The exact interval: lower = Beta⁻¹(α/2; x, n−x+1), upper = Beta⁻¹(1−α/2; x+1, n−x).
///
/// Clopper & Pearson 1934, Biometrika 26, 404–413. Never covers less than promised, therefore wider than Wilson's. Lower
/// end 0 at x = 0, upper end 1 at x = n.
pub fn clopper_pearson_interval(proportion: Proportion, confidence: Confidence) -> Estimate {
    let (x, n, tail) = (proportion.events(), proportion.patients(), confidence.tail());
    let value = proportion.value();
    let lower = if x == 0.0 { None } else { beta_quantile(tail, x, n - x + 1.0) };
    let upper = if x == n { None } else { beta_quantile(1.0 - tail, x + 1.0, n - x) };
    let interval = Interval { lower: lower.unwrap_or(0.0).min(value), upper: upper.unwrap_or(1.0).max(value) };
    Estimate { value, interval, confidence, method: IntervalMethod::ClopperPearson }
}
