//! Which hospitals lie outside the funnel, and where exactly do its lines run?
//!
//! Points and lines come from one formula, so a dot lies outside a line exactly when the hospital is flagged.

use super::{Limit, Position, Sample, Scale};
use crate::Reading;
use crate::heterogeneity::moment_estimate;
use crate::interval::Interval;
use crate::special::two_sided_p;
use crate::summary::quantile_of_ordered;

/// The share winsorised at each end when over-dispersion is estimated: 10 %.
pub const WINSORISED_SHARE: f64 = 0.10;

/// With what is every hospital compared?
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// The pooled value of the sample: Σx/Σn, ΣO/ΣE, Σnȳ/Σn.
    Pooled,
    /// A value fixed beforehand, on the scale of the measure (1 for a calibrated O/E).
    Fixed(f64),
}

/// Do the limits allow for differences that are not chance but are not the hospital's doing either?
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Overdispersion {
    /// Estimate φ and τ² from z winsorised by this share at each end; a share outside [0, 0.49] is moved to the nearer end.
    Winsorised(f64),
    /// τ² = 0: chance only. For fewer hospitals than [`crate::eligibility::HOSPITALS_FOR_TAU`].
    ChanceOnly,
}

impl Overdispersion {
    /// Winsorised at 10 % from ten hospitals on, chance only below.
    pub fn for_hospitals(hospitals: usize) -> Self {
        if hospitals >= crate::eligibility::HOSPITALS_FOR_TAU {
            Self::Winsorised(WINSORISED_SHARE)
        } else {
            Self::ChanceOnly
        }
    }
}

/// One hospital in the funnel, in the order of the sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelRow {
    /// y and s on the comparison scale.
    pub reading: Reading,
    /// (y − y₀)/s: deviation in units of chance.
    pub z: f64,
    /// (y − y₀)/√(s² + τ²): deviation in units of chance and over-dispersion.
    pub z_adjusted: f64,
    /// Where `z_adjusted` lies.
    pub position: Position,
}

impl FunnelRow {
    /// Two-sided p value of the adjusted deviation.
    pub fn p_value(&self) -> f64 {
        two_sided_p(self.z_adjusted)
    }
}

/// A funnel: the target, the over-dispersion, and every hospital's place in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// The kind of measure.
    pub scale: Scale,
    /// The target in the unit of the measure.
    pub target: f64,
    /// y₀, the target on the comparison scale.
    pub target_transformed: f64,
    /// φ, the mean winsorised z²: 1 means chance only.
    pub phi: f64,
    /// τ², the additive over-dispersion variance on the comparison scale.
    pub tau_squared: f64,
    /// The hospitals.
    pub rows: Vec<FunnelRow>,
}

impl Funnel {
    /// The limits that flags follow (chance and over-dispersion) at a size, in the unit of the measure.
    ///
    /// The size is patients, expected events or (means) the standard error; `None` where it is impossible.
    pub fn control_limits(&self, size: f64, limit: Limit) -> Option<Interval> {
        self.limits(size, limit, self.tau_squared)
    }

    /// The inner limits that allow for chance only. `None` where the size is impossible.
    pub fn chance_limits(&self, size: f64, limit: Limit) -> Option<Interval> {
        self.limits(size, limit, 0.0)
    }

    /// Where a reading lies between these limits that did not help to set them, such as years put together.
    pub fn position_of(&self, reading: Reading) -> Position {
        let spread = (reading.variance() + self.tau_squared).sqrt();
        Position::of((reading.value() - self.target_transformed) / spread)
    }

    fn limits(&self, size: f64, limit: Limit, tau_squared: f64) -> Option<Interval> {
        let s = self.scale.standard_error_at(size)?;
        let reach = limit.z() * (s * s + tau_squared).sqrt();
        Some(Interval {
            lower: self.scale.back(self.target_transformed - reach, size),
            upper: self.scale.back(self.target_transformed + reach, size),
        })
    }
}

/// The product's funnel: quarter-offset z, winsorised φ, additive τ², limits at 95 % and 99.8 %.
///
/// z = (y − y₀)/s; φ = Σz_w²/I with z winsorised at its own 10 % and 90 % quantiles; τ² = max(0, (Iφ − (I−1)) /
/// (Σw − Σw²/Σw)); flagged by (y − y₀)/√(s² + τ²). Spiegelhalter 2005 (Stat Med 24, 1185–1202; Qual Saf Health Care 14,
/// 347–351), Spiegelhalter et al. 2012 (JRSS A 175, 1–47).
///
/// `None` for an empty sample or a fixed target that is impossible (outside [0, 1] for proportions, negative for ratios,
/// not finite). One hospital alone gives τ² = 0. No eligibility gate is applied: see [`crate::eligibility`].
///
/// ```
/// use statistics::{Proportion, funnel::*};
/// let hospitals: Vec<_> = [(2.0, 100.0), (5.0, 90.0), (30.0, 120.0)].iter().filter_map(|&(x, n)| Proportion::new(x, n)).collect();
/// let funnel = product_funnel(Sample::Proportions(&hospitals), Target::Fixed(0.08), Overdispersion::ChanceOnly).unwrap();
/// assert_eq!(funnel.rows[2].position, Position::FarAbove);
/// assert!(funnel.control_limits(120.0, Limit::P998).unwrap().upper < 30.0 / 120.0);
/// ```
pub fn product_funnel(sample: Sample<'_>, target: Target, overdispersion: Overdispersion) -> Option<Funnel> {
    let target = possible_target(sample, target)?;
    let scale = sample.scale();
    let target_transformed = scale.transform_target(target);
    let readings = sample.readings();
    let z: Vec<f64> = readings.iter().map(|r| (r.value() - target_transformed) / r.standard_error()).collect();
    let (phi, tau_squared) = match overdispersion {
        Overdispersion::Winsorised(share) => {
            let phi = winsorised_phi(&z, share)?;
            (phi, moment_estimate(&readings, phi * readings.len() as f64))
        }
        Overdispersion::ChanceOnly => (1.0, 0.0),
    };
    let rows = readings
        .iter()
        .zip(&z)
        .map(|(&reading, &z)| {
            let z_adjusted = (reading.value() - target_transformed) / (reading.variance() + tau_squared).sqrt();
            FunnelRow { reading, z, z_adjusted, position: Position::of(z_adjusted) }
        })
        .collect();
    Some(Funnel { scale, target, target_transformed, phi, tau_squared, rows })
}

/// The target in the unit of the measure; `None` where it is impossible or the sample is empty.
pub(super) fn possible_target(sample: Sample<'_>, target: Target) -> Option<f64> {
    let pooled = sample.pooled()?;
    let value = match target {
        Target::Pooled => pooled,
        Target::Fixed(value) => value,
    };
    let possible = match sample.scale() {
        Scale::Proportion => (0.0..=1.0).contains(&value),
        Scale::Ratio => (0.0..=crate::sample::LARGEST_VALUE).contains(&value),
        Scale::Mean => value.abs() <= crate::sample::LARGEST_VALUE,
    };
    possible.then_some(value)
}

/// φ: the mean square of z after pulling the ends in to the quantiles at `share` and 1 − `share`.
///
/// `None` for an empty list. A share outside [0, 0.49] is moved to the nearer end.
pub(super) fn winsorised_phi(z: &[f64], share: f64) -> Option<f64> {
    let share = if share.is_nan() { WINSORISED_SHARE } else { share.clamp(0.0, 0.49) };
    let mut ordered = z.to_vec();
    ordered.sort_by(f64::total_cmp);
    let low = quantile_of_ordered(&ordered, share)?;
    let high = quantile_of_ordered(&ordered, 1.0 - share)?.max(low);
    Some(z.iter().map(|z| z.clamp(low, high)).map(|z| z * z).sum::<f64>() / z.len() as f64)
}
