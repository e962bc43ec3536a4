//! Which hospitals lie outside limits that are widened by one common factor?

use super::product::{possible_target, winsorised_phi};
use super::{Limit, Position, Sample, Scale, Target};
use crate::interval::Interval;

/// A funnel whose limits are chance limits times √φ.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiplicativeFunnel {
    /// The kind of measure.
    pub scale: Scale,
    /// The target in the unit of the measure.
    pub target: f64,
    /// φ, never below 1.
    pub phi: f64,
    /// z/√φ of every hospital, in the order of the sample.
    pub z_adjusted: Vec<f64>,
    /// Where each hospital lies.
    pub positions: Vec<Position>,
}

impl MultiplicativeFunnel {
    /// y₀ ± c·s·√φ at a size, in the unit of the measure. `None` where the size is impossible.
    pub fn control_limits(&self, size: f64, limit: Limit) -> Option<Interval> {
        let reach = limit.z() * self.scale.standard_error_at(size)? * self.phi.sqrt();
        let centre = self.scale.transform_target(self.target);
        Some(Interval { lower: self.scale.back(centre - reach, size), upper: self.scale.back(centre + reach, size) })
    }
}

/// Multiplicative over-dispersion (Spiegelhalter 2005): limits y₀ ± c·s·√φ, φ winsorised, at least 1.
///
/// Not the default: its limits still shrink to nothing as n grows, so that very large hospitals are flagged for trivial
/// differences. `winsorised_share` outside [0, 0.49] is moved to the nearer end. `None` as for [`super::product_funnel`].
pub fn multiplicative_funnel(
    sample: Sample<'_>,
    target: Target,
    winsorised_share: f64,
) -> Option<MultiplicativeFunnel> {
    let target = possible_target(sample, target)?;
    let scale = sample.scale();
    let centre = scale.transform_target(target);
    let z: Vec<f64> = sample.readings().iter().map(|r| (r.value() - centre) / r.standard_error()).collect();
    let phi = winsorised_phi(&z, winsorised_share)?.max(1.0);
    let z_adjusted: Vec<f64> = z.iter().map(|z| z / phi.sqrt()).collect();
    let positions = z_adjusted.iter().map(|&z| Position::of(z)).collect();
    Some(MultiplicativeFunnel { scale, target, phi, z_adjusted, positions })
}
