//! How far is each O/E drawn to the common one?

use super::Shrunken;
use super::search::maximum;
use crate::ObservedExpected;
use crate::belief::Belief;
use crate::funnel::{Sample, Target};
use crate::special::ln_beta;

/// ln a is searched in this range.
const RANGE: (f64, f64) = (-3.0, 12.0);

/// Gamma-Poisson shrinkage with the mean fixed at θ̄ = ΣO/ΣE or at a given value (1 for a calibrated O/E).
///
/// With b = a/θ̄ maximises Σ lnΓ(a+O) − lnΓ(a) + a ln b − (a+O) ln(b+E) over ln a ∈ [−3, 12]; the posterior is Gamma(a +
/// O, rate b + E) (Clayton & Kaldor 1987, Biometrics 43, 671–681). `None` for fewer than two hospitals, or a mean that is
/// not between 10⁻¹² and 10¹². No gate is applied.
pub fn shrink_ratios(ratios: &[ObservedExpected], target: Target) -> Option<Shrunken> {
    let pooled = Sample::Ratios(ratios).pooled()?;
    let mean = match target {
        Target::Pooled => pooled,
        Target::Fixed(mean) => mean,
    };
    if ratios.len() < 2 || !(1e-12..=1e12).contains(&mean) {
        return None;
    }
    let log_shape = maximum(RANGE, |log_shape| log_likelihood(ratios, mean, libm::exp(log_shape)));
    let shape = libm::exp(log_shape);
    let rate = shape / mean;
    let no_detectable_difference = log_shape > RANGE.1 - 1e-3;
    let posterior = |r: &ObservedExpected| {
        if no_detectable_difference {
            return Belief::gamma(shape, rate);
        }
        Belief::gamma(shape + r.observed(), rate + r.expected())
    };
    let posteriors = ratios.iter().map(posterior).collect();
    Some(Shrunken { mean, strength: shape, no_detectable_difference, posteriors })
}

/// Up to a constant; lnΓ(a+O) − lnΓ(a) is taken as lnΓ(O) − ln B(a, O) without its constant part.
fn log_likelihood(ratios: &[ObservedExpected], mean: f64, shape: f64) -> f64 {
    let rate = shape / mean;
    ratios
        .iter()
        .map(|r| {
            let counts = if r.observed() > 0.0 { -ln_beta(shape, r.observed()).unwrap_or(0.0) } else { 0.0 };
            counts - shape * libm::log1p(r.expected() / rate) - r.observed() * libm::log(rate + r.expected())
        })
        .sum()
}
