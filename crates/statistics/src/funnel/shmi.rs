//! Which hospitals would the English SHMI flag?
//!
//! The mode of NHS England's Summary Hospital-level Mortality Indicator: logarithmic scale, trimmed (not winsorised)
//! over-dispersion. Kept to check ourselves against published results; undefined without events.

use super::{Limit, Position};
use crate::heterogeneity::moment_estimate;
use crate::interval::Interval;
use crate::{ObservedExpected, Reading};

/// One hospital of the SHMI mode.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShmiRow {
    /// ln(O/E) with s = 1/√E, E rounded to two decimals.
    pub reading: Reading,
    /// Did the trimming keep this hospital for the estimate of τ²?
    pub kept: bool,
    /// ln(O/E)/√(1/E + τ²).
    pub z_adjusted: f64,
    /// Where it lies.
    pub position: Position,
}

/// A funnel of the SHMI mode; the target is 1.
#[derive(Clone, Debug, PartialEq)]
pub struct ShmiFunnel {
    /// Mean z² of the hospitals that were kept.
    pub phi: f64,
    /// Additive over-dispersion on the logarithmic scale.
    pub tau_squared: f64,
    /// In the order given; `None` where O = 0 or E rounds to 0.
    pub rows: Vec<Option<ShmiRow>>,
}

impl ShmiFunnel {
    /// exp(±c√(1/E + τ²)). `None` unless 0.01 ≤ E ≤ 10¹².
    pub fn control_limits(&self, expected: f64, limit: Limit) -> Option<Interval> {
        if !(0.01..=crate::sample::LARGEST_COUNT).contains(&expected) {
            return None;
        }
        // Beyond e^700 there is no number; no limit of use lies there.
        let reach = (limit.z() * (1.0 / expected + self.tau_squared).sqrt()).min(700.0);
        Some(Interval { lower: libm::exp(-reach), upper: libm::exp(reach) })
    }
}

/// The SHMI mode: y = ln(O/E), trimmed by rank, additive τ².
///
/// With ranks r of z (ties averaged) and k = 1/trim, sp = ⌊r·k/(I+1)⌋; those with 0 < sp < k−1 are kept, φ and τ² come
/// from them alone (NHS Digital SHMI methodology; Spiegelhalter et al. 2012). `trim` (normally 0.10) outside [0.01, 0.3]
/// is moved to the nearer end. `None` where no hospital has events; φ = 1 and τ² = 0 where fewer than two are kept.
pub fn shmi_funnel(ratios: &[ObservedExpected], trim: f64) -> Option<ShmiFunnel> {
    let readings: Vec<Option<Reading>> = ratios.iter().map(|&r| log_reading(r)).collect();
    let z: Vec<f64> = readings.iter().flatten().map(|r| r.value() / r.standard_error()).collect();
    if z.is_empty() {
        return None;
    }
    let kept_of_defined = kept_by_trimming(&z, trim);
    let kept: Vec<(Reading, f64)> = readings
        .iter()
        .flatten()
        .zip(&z)
        .zip(&kept_of_defined)
        .filter_map(|((&reading, &z), &kept)| kept.then_some((reading, z)))
        .collect();
    let (phi, tau_squared) = overdispersion(&kept);
    let mut flags = kept_of_defined.iter();
    let rows = readings
        .iter()
        .map(|reading| {
            let reading = (*reading)?;
            let z_adjusted = reading.value() / (reading.variance() + tau_squared).sqrt();
            let kept = flags.next().copied().unwrap_or(false);
            Some(ShmiRow { reading, kept, z_adjusted, position: Position::of(z_adjusted) })
        })
        .collect();
    Some(ShmiFunnel { phi, tau_squared, rows })
}

fn log_reading(ratio: ObservedExpected) -> Option<Reading> {
    let expected = libm::round(ratio.expected() * 100.0) / 100.0;
    if ratio.observed() <= 0.0 || expected <= 0.0 {
        return None;
    }
    Reading::new(libm::log(ratio.observed() / expected), 1.0 / expected.sqrt())
}

fn overdispersion(kept: &[(Reading, f64)]) -> (f64, f64) {
    if kept.len() < 2 {
        return (1.0, 0.0);
    }
    let q: f64 = kept.iter().map(|(_, z)| z * z).sum();
    let readings: Vec<Reading> = kept.iter().map(|&(reading, _)| reading).collect();
    (q / kept.len() as f64, moment_estimate(&readings, q))
}

fn kept_by_trimming(z: &[f64], trim: f64) -> Vec<bool> {
    let trim = if trim.is_nan() { 0.10 } else { trim.clamp(0.01, 0.3) };
    let k = 1.0 / trim;
    let mut ordered = z.to_vec();
    ordered.sort_by(f64::total_cmp);
    z.iter()
        .map(|value| {
            let below = ordered.partition_point(|v| v.total_cmp(value).is_lt());
            let through = ordered.partition_point(|v| v.total_cmp(value).is_le());
            let rank = 0.5 * (below + 1 + through) as f64;
            let part = libm::floor(rank * k / (z.len() + 1) as f64);
            part > 0.0 && part < k - 1.0
        })
        .collect()
}
