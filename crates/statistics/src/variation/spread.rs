//! How large is the variation between units, with and without chance?

use crate::funnel::{Sample, Scale};
use crate::heterogeneity::{i_squared, spread, tau_squared_interval, tau_squared_paule_mandel};
use crate::interval::Interval;
use crate::reliability::rankability_given;
use crate::special::gamma_survival;
use crate::summary::{mean, quantile_of_ordered, standard_deviation};
use crate::{Confidence, ObservedExpected};

/// Φ⁻¹(0.9): between −1.28 and 1.28 standard deviations lie 80 % of a normal distribution.
pub const Z_90: f64 = 1.281_551_565_544_600_4;

/// The visible spread of O/E, chance included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatioVariation {
    /// 95th over 5th percentile of O/E; `None` where the 5th is 0.
    pub quotient_5_95: Option<f64>,
    /// Upper over lower quartile; `None` where the lower is 0.
    pub quotient_quartiles: Option<f64>,
    /// sd(r)/mean(r); `None` where all are 0.
    pub coefficient_of_variation: Option<f64>,
    /// √(ΣE(r − r̄)²/ΣE)/r̄ with r̄ = ΣO/ΣE; `None` where all are 0.
    pub weighted_coefficient_of_variation: Option<f64>,
    /// The systematic component, mean((O − E)²/E²) − mean(1/E), with its sign: below 0 chance explains all. Tables show
    /// it × 100 and 0 for negative values. Tiny units dominate it.
    pub systematic_component: f64,
    /// Σ(O − E)²/E.
    pub chi_squared: f64,
    /// P value of "every true ratio is 1", χ² with k − 1 degrees (E is calibrated to the total).
    pub chi_squared_p: f64,
}

/// Describes the spread of O/E. `None` for fewer than two units.
///
/// EQ 5–95 as in the atlases of variation; systematic component after McPherson, Wennberg et al. 1982 (NEJM 307,
/// 1310–1314).
pub fn ratio_variation(ratios: &[ObservedExpected]) -> Option<RatioVariation> {
    if ratios.len() < 2 {
        return None;
    }
    let values: Vec<f64> = ratios.iter().map(|r| r.value()).collect();
    let pooled = Sample::Ratios(ratios).pooled()?;
    let systematic = |r: &ObservedExpected| {
        let gap = r.value() - 1.0;
        gap * gap - 1.0 / r.expected()
    };
    let chi_squared = chi_squared(ratios);
    let mut ordered = values.clone();
    ordered.sort_by(f64::total_cmp);
    Some(RatioVariation {
        quotient_5_95: quotient(&ordered, 0.05),
        quotient_quartiles: quotient(&ordered, 0.25),
        coefficient_of_variation: mean(&values)
            .filter(|m| *m > 0.0)
            .zip(standard_deviation(&values))
            .map(|(m, s)| s / m),
        weighted_coefficient_of_variation: weighted_variation(ratios, pooled),
        systematic_component: ratios.iter().map(systematic).sum::<f64>() / ratios.len() as f64,
        chi_squared,
        chi_squared_p: gamma_survival(0.5 * (ratios.len() - 1) as f64, 0.5 * chi_squared)?,
    })
}

fn quotient(ordered: &[f64], tail: f64) -> Option<f64> {
    let low = quantile_of_ordered(ordered, tail).filter(|low| *low > 0.0)?;
    quantile_of_ordered(ordered, 1.0 - tail).map(|high| high / low)
}

fn weighted_variation(ratios: &[ObservedExpected], pooled: f64) -> Option<f64> {
    let expected: f64 = ratios.iter().map(|r| r.expected()).sum();
    let squares: f64 = ratios.iter().map(|r| r.expected() * (r.value() - pooled) * (r.value() - pooled)).sum();
    (pooled > 0.0).then(|| (squares / expected).sqrt() / pooled)
}

/// Σ(O − E)²/E.
fn chi_squared(ratios: &[ObservedExpected]) -> f64 {
    ratios.iter().map(|r| (r.observed() - r.expected()) * (r.observed() - r.expected()) / r.expected()).sum()
}

/// The spread that is left when chance is taken out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrueSpread {
    /// μ on the comparison scale, weighted by 1/(s² + τ²).
    pub mean: f64,
    /// τ² on the comparison scale (Paule–Mandel).
    pub tau_squared: f64,
    /// The 95 % interval of τ² (Q profile).
    pub tau_squared_interval: Interval,
    /// The headline: the rate of a high unit (90th percentile) over that of a low one (10th), chance removed. `None` where
    /// the low one is not above zero.
    pub high_over_low: Option<f64>,
    /// The same at both ends of the interval of τ²; the upper end may be missing.
    pub high_over_low_interval: (Option<f64>, Option<f64>),
    /// Share of the spread between typical units that is chance, 1 − rankability.
    pub share_of_chance: f64,
    /// I², the share of the visible spread that is more than chance.
    pub i_squared: f64,
}

/// τ by Paule–Mandel on the comparison scale, and from it the true P90/P10 ratio.
///
/// Ratio: ((μ + 1.2816τ)/(μ − 1.2816τ))²; proportion: sin²(μ + 1.2816τ)/sin²(μ − 1.2816τ); mean: (μ + 1.2816τ)/(μ −
/// 1.2816τ). `None` for fewer than two units.
pub fn true_spread(sample: Sample<'_>) -> Option<TrueSpread> {
    let readings = sample.readings();
    let tau_squared = tau_squared_paule_mandel(&readings)?;
    let interval = tau_squared_interval(&readings, Confidence::P95)?;
    let at = |tau_squared: f64| {
        let centre = spread(&readings, tau_squared)?.mean;
        high_over_low(sample.scale(), centre, tau_squared.sqrt())
    };
    Some(TrueSpread {
        mean: spread(&readings, tau_squared)?.mean,
        tau_squared,
        tau_squared_interval: interval,
        high_over_low: at(tau_squared),
        high_over_low_interval: (at(interval.lower), at(interval.upper)),
        share_of_chance: 1.0 - rankability_given(&readings, tau_squared)?,
        i_squared: i_squared(&readings)?,
    })
}

fn high_over_low(scale: Scale, centre: f64, tau: f64) -> Option<f64> {
    use core::f64::consts::FRAC_PI_2;
    let (low, high) = (centre - Z_90 * tau, centre + Z_90 * tau);
    if low <= 0.0 {
        return None;
    }
    let ratio = match scale {
        Scale::Proportion => {
            let ratio = libm::sin(high.min(FRAC_PI_2)) / libm::sin(low.min(FRAC_PI_2));
            ratio * ratio
        }
        Scale::Ratio => (high / low) * (high / low),
        Scale::Mean => high / low,
    };
    ratio.is_finite().then_some(ratio)
}
