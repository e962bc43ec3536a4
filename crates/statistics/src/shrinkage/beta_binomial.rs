//! How far is each proportion drawn to the national one?

use super::Shrunken;
use super::search::maximum;
use crate::Proportion;
use crate::belief::Belief;
use crate::funnel::Sample;
use crate::special::ln_beta;

/// ln M is searched in this range.
const RANGE: (f64, f64) = (-2.0, 14.0);

/// Beta-binomial shrinkage with the mean fixed at p̄ = Σx/Σn.
///
/// Maximises Σ ln B(Mp̄ + x, M(1−p̄) + n − x) − ln B(Mp̄, M(1−p̄)) over ln M ∈ [−2, 14]; the posterior is Beta(Mp̄ + x,
/// M(1−p̄) + n − x) (Griffin & Krutchkoff 1971; Casella 1985). `None` for fewer than two hospitals, or where nobody or
/// everybody had the event. No gate is applied: see [`crate::eligibility::HOSPITALS_TO_SHRINK`].
pub fn shrink_proportions(proportions: &[Proportion]) -> Option<Shrunken> {
    let mean = Sample::Proportions(proportions).pooled().filter(|mean| *mean > 0.0 && *mean < 1.0)?;
    if proportions.len() < 2 {
        return None;
    }
    let log_strength = maximum(RANGE, |log_strength| log_likelihood(proportions, mean, libm::exp(log_strength)));
    let strength = libm::exp(log_strength);
    let no_detectable_difference = log_strength > RANGE.1 - 1e-3;
    let (a, b) = (strength * mean, strength * (1.0 - mean));
    let posterior = |p: &Proportion| {
        if no_detectable_difference {
            return Belief::beta(a, b);
        }
        Belief::beta(a + p.events(), b + p.patients() - p.events())
    };
    let posteriors = proportions.iter().map(posterior).collect();
    Some(Shrunken { mean, strength, no_detectable_difference, posteriors })
}

fn log_likelihood(proportions: &[Proportion], mean: f64, strength: f64) -> f64 {
    let (a, b) = (strength * mean, strength * (1.0 - mean));
    let prior = ln_beta(a, b).unwrap_or(0.0);
    proportions.iter().map(|p| ln_beta(a + p.events(), b + p.patients() - p.events()).unwrap_or(0.0) - prior).sum()
}
