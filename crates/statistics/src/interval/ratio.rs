//! Which true O/E or count rates are compatible with O observed events?
//!
//! All answers are divided by E: for O/E they are ratios; with E = person-time they are rates per unit of person-time.

use super::{Estimate, Interval, IntervalMethod};
use crate::special::gamma_quantile;
use crate::{Confidence, ObservedExpected};

/// The exact Poisson interval: lower = Γ⁻¹(α/2; O)/E, upper = Γ⁻¹(1−α/2; O+1)/E.
///
/// Garwood 1936, Biometrika 28, 437–442; the same as χ²(2O)/2 and χ²(2O+2)/2. The default for O/E and count rates. Lower
/// end 0 at O = 0.
///
/// ```
/// use statistics::{Confidence, ObservedExpected, interval::exact_poisson_interval};
/// let nothing_seen = ObservedExpected::new(0.0, 1.0).unwrap();
/// assert!((exact_poisson_interval(nothing_seen, Confidence::P95).interval.upper - 3.6889).abs() < 1e-4);
/// ```
pub fn exact_poisson_interval(ratio: ObservedExpected, confidence: Confidence) -> Estimate {
    let (o, e, tail) = (ratio.observed(), ratio.expected(), confidence.tail());
    let lower = if o == 0.0 { None } else { gamma_quantile(tail, o) };
    let upper = gamma_quantile(1.0 - tail, o + 1.0).unwrap_or(o);
    let interval = Interval { lower: lower.unwrap_or(0.0).min(o) / e, upper: upper.max(o) / e };
    Estimate { value: ratio.value(), interval, confidence, method: IntervalMethod::ExactPoisson }
}

/// Byar's approximation: O(1 − 1/(9O) − z/(3√O))³/E and (O+1)(1 − 1/(9(O+1)) + z/(3√(O+1)))³/E.
///
/// Breslow & Day 1987, vol. II, eq. 2.13. The lower end is 0 at O = 0 and where the cube would be negative (O = 1 at
/// 99.8 %).
pub fn byar_interval(ratio: ObservedExpected, confidence: Confidence) -> Estimate {
    let (lower, upper) = byar_counts(ratio.observed(), confidence);
    let interval = Interval { lower: lower / ratio.expected(), upper: upper / ratio.expected() };
    Estimate { value: ratio.value(), interval, confidence, method: IntervalMethod::Byar }
}

/// Byar's limits of a count, before any division by E.
pub(super) fn byar_counts(o: f64, confidence: Confidence) -> (f64, f64) {
    let z = confidence.z();
    let cubed = |count: f64, side: f64| {
        let root = 1.0 - 1.0 / (9.0 * count) + side * z / (3.0 * count.sqrt());
        (count * root * root * root).max(0.0)
    };
    let lower = if o == 0.0 { 0.0 } else { cubed(o, -1.0).min(o) };
    (lower, cubed(o + 1.0, 1.0).max(o))
}

/// The hybrid of PHE/OHID (PHEindicatormethods): exact where O < 10, Byar from 10 on.
///
/// The estimate carries the method that was really used.
pub fn phe_interval(ratio: ObservedExpected, confidence: Confidence) -> Estimate {
    if ratio.observed() < 10.0 { exact_poisson_interval(ratio, confidence) } else { byar_interval(ratio, confidence) }
}

/// The mid-P interval: half of the probability of the observed count is left out of each tail.
///
/// Solves P(X<O|μ) + ½P(X=O|μ) = 1−α/2 for the lower end and = α/2 for the upper end (Lancaster 1961; Rothman & Boice
/// 1979). Narrower than the exact interval, with coverage near the promised level on average. Lower end 0 at O = 0. A
/// count that is not whole is read as a gamma interpolation between whole counts.
pub fn mid_p_interval(ratio: ObservedExpected, confidence: Confidence) -> Estimate {
    let (o, e, tail) = (ratio.observed(), ratio.expected(), confidence.tail());
    let lower = if o == 0.0 { 0.0 } else { mid_p_limit(o, tail, 1.0 - tail) };
    let upper = mid_p_limit(o, 1.0 - tail, tail);
    let interval = Interval { lower: lower.min(o) / e, upper: upper.max(o) / e };
    Estimate { value: ratio.value(), interval, confidence, method: IntervalMethod::MidP }
}

/// The mean μ at which P(X<O|μ) + ½P(X=O|μ) equals `below`, where `above` = 1 − `below` is written out for its digits.
fn mid_p_limit(o: f64, above: f64, below: f64) -> f64 {
    use crate::special::{gamma_survival, poisson_density};
    let start = gamma_quantile(above, o + 0.5).unwrap_or(o);
    let bracket = (0.0, start + 60.0 + 60.0 * (o + 1.0).sqrt());
    crate::special::increasing_root(bracket, start, |mu| {
        // P(X<O|μ) = Q(O, μ); its derivative is −density(O−1), that of ½·density(O) is ½(density(O−1) − density(O)).
        let at = poisson_density(o, mu.max(1e-300)).unwrap_or(0.0);
        let before = if o == 0.0 { 0.0 } else { at * o / mu };
        let under = if o == 0.0 { 0.0 } else { gamma_survival(o, mu).unwrap_or(0.0) };
        (below - under - 0.5 * at, 0.5 * (before + at))
    })
}

/// Vandenbroucke's shortcut (√O ∓ z/2)²/E.
///
/// Vandenbroucke 1982, Am J Epidemiol 115, 303–304 (as in OpenEpi). Poor below O = 10; kept for comparison with older
/// tables. The lower end is 0 where √O < z/2.
pub fn vandenbroucke_interval(ratio: ObservedExpected, confidence: Confidence) -> Estimate {
    let (root, half) = (ratio.observed().sqrt(), 0.5 * confidence.z());
    let lower = (root - half).max(0.0);
    let upper = root + half;
    let interval = Interval { lower: lower * lower / ratio.expected(), upper: upper * upper / ratio.expected() };
    Estimate { value: ratio.value(), interval, confidence, method: IntervalMethod::Vandenbroucke }
}
