//! How much do hospitals truly differ, beyond chance?
//!
//! τ² is the variance of the true values between hospitals, on the scale of the readings. Estimators: the moment
//! estimator of DerSimonian and Laird (in the funnel), that of Paule and Mandel (default elsewhere: it stays right when
//! differences are large), and restricted maximum likelihood.

mod interval;
mod reml;

pub use interval::tau_squared_interval;
pub use reml::tau_squared_reml;

use crate::Reading;
use crate::special::gamma_survival;

/// Weighted mean and spread around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Σwy/Σw with w = 1/(s² + τ²).
    pub mean: f64,
    /// 1/Σw, the variance of that mean.
    pub mean_variance: f64,
    /// Q = Σw(y − mean)².
    pub q: f64,
}

/// The weighted mean, its variance and Q for a given τ² (0: the fixed-effect mean and Cochran's Q).
///
/// `None` for an empty list. A negative τ² or one that is not a number is read as 0, one above 10¹⁶⁰ as 10¹⁶⁰.
pub fn spread(readings: &[Reading], tau_squared: f64) -> Option<Spread> {
    if readings.is_empty() {
        return None;
    }
    let tau_squared = tau_squared.clamp(0.0, 1e160).max(0.0);
    let (mut total, mut sum) = (0.0, 0.0);
    for reading in readings {
        let weight = 1.0 / (reading.variance() + tau_squared);
        total += weight;
        sum += weight * reading.value();
    }
    let mean = sum / total;
    let q = readings.iter().map(|r| (r.value() - mean) * (r.value() - mean) / (r.variance() + tau_squared)).sum();
    Some(Spread { mean, mean_variance: 1.0 / total, q })
}

/// The p value of "all hospitals are truly equal": P(χ²_{I−1} > Q). `None` for fewer than two readings.
pub fn equality_p_value(readings: &[Reading]) -> Option<f64> {
    let q = spread(readings, 0.0).filter(|_| readings.len() >= 2)?.q;
    gamma_survival(0.5 * (readings.len() - 1) as f64, 0.5 * q.min(1e300))
}

/// I² = max(0, (Q − (I−1))/Q): the share of the visible spread that is more than chance (Higgins & Thompson 2002).
///
/// `None` for fewer than two readings; 0 where Q = 0.
pub fn i_squared(readings: &[Reading]) -> Option<f64> {
    let q = spread(readings, 0.0).filter(|_| readings.len() >= 2)?.q;
    let freedom = (readings.len() - 1) as f64;
    Some(if q > freedom { (q - freedom) / q } else { 0.0 })
}

/// τ² by DerSimonian and Laird (1986): max(0, (Q − (I−1)) / (Σw − Σw²/Σw)), w = 1/s².
///
/// `None` for fewer than two readings.
pub fn tau_squared_dersimonian_laird(readings: &[Reading]) -> Option<f64> {
    let q = spread(readings, 0.0).filter(|_| readings.len() >= 2)?.q;
    Some(moment_estimate(readings, q))
}

/// max(0, (Q − (I−1)) / (Σw − Σw²/Σw)) for a given Q; 0 where the denominator vanishes.
pub(crate) fn moment_estimate(readings: &[Reading], q: f64) -> f64 {
    let excess = q - (readings.len() as f64 - 1.0);
    if excess <= 0.0 {
        return 0.0;
    }
    let total: f64 = readings.iter().map(|r| r.precision()).sum();
    let denominator: f64 = readings.iter().map(|r| r.precision() * (1.0 - r.precision() / total)).sum();
    if denominator > 0.0 { excess / denominator } else { 0.0 }
}

/// τ² by Paule and Mandel (1982): the root of Σ(y − μ_τ)²/(s² + τ²) = I − 1, or 0 where Q is already smaller.
///
/// Equals the empirical-Bayes estimator of Morris (1983). `None` for fewer than two readings.
///
/// ```
/// use statistics::{Reading, heterogeneity::tau_squared_paule_mandel};
/// let readings: Vec<_> = [1.0, 2.0, 4.0].iter().filter_map(|&y| Reading::new(y, 0.5)).collect();
/// assert!((tau_squared_paule_mandel(&readings).unwrap() - (7.0 / 3.0 - 0.25)).abs() < 1e-12);
/// ```
pub fn tau_squared_paule_mandel(readings: &[Reading]) -> Option<f64> {
    if readings.len() < 2 {
        return None;
    }
    Some(tau_squared_where_q_is(readings, (readings.len() - 1) as f64))
}

/// The τ² at which the generalised Q equals `target`; 0 where it is smaller already at τ² = 0.
pub(crate) fn tau_squared_where_q_is(readings: &[Reading], target: f64) -> f64 {
    let gap = |tau_squared: f64| spread(readings, tau_squared).map_or(0.0, |s| s.q - target);
    if gap(0.0) <= 0.0 {
        return 0.0;
    }
    // Q falls and is convex in τ², so Newton's steps from the left approach the root without passing it.
    let mut tau_squared = 0.0;
    for _ in 0..1000 {
        let Some(now) = spread(readings, tau_squared) else {
            break;
        };
        let slope: f64 = readings
            .iter()
            .map(|r| {
                let total = r.variance() + tau_squared;
                (r.value() - now.mean) * (r.value() - now.mean) / (total * total)
            })
            .sum();
        let step = (now.q - target) / slope;
        if step.is_nan() || step <= 1e-16 * tau_squared {
            break;
        }
        tau_squared += step;
    }
    tau_squared
}
