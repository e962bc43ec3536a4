//! On which scale is a measure compared, so that its chance error does not depend on its value?
//!
//! Variance-stabilising transformations with the quarter offset, which makes them unbiased in the mean: without it every
//! hospital without events is flagged as low.

use crate::{ObservedExpected, Proportion, Reading, SampleMean};
use core::f64::consts::FRAC_PI_2;

/// The kind of measure, hence the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// y = asin√((x+¼)/(n+½)), s = 1/(2√(n+½)).
    Proportion,
    /// y = √((O+¼)/E), s = 1/(2√E).
    Ratio,
    /// y = mean, s = its standard error.
    Mean,
}

/// All hospitals of one measure and peer group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample<'a> {
    /// Events among patients.
    Proportions(&'a [Proportion]),
    /// Observed and expected events.
    Ratios(&'a [ObservedExpected]),
    /// Means with standard errors.
    Means(&'a [SampleMean]),
}

impl Sample<'_> {
    /// The kind of measure.
    pub fn scale(self) -> Scale {
        match self {
            Self::Proportions(_) => Scale::Proportion,
            Self::Ratios(_) => Scale::Ratio,
            Self::Means(_) => Scale::Mean,
        }
    }

    /// Number of hospitals.
    pub fn len(self) -> usize {
        match self {
            Self::Proportions(rows) => rows.len(),
            Self::Ratios(rows) => rows.len(),
            Self::Means(rows) => rows.len(),
        }
    }

    /// No hospital at all?
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The national value: Σx/Σn, ΣO/ΣE or Σnȳ/Σn. `None` for an empty sample.
    pub fn pooled(self) -> Option<f64> {
        if self.is_empty() {
            return None;
        }
        let (top, bottom) = match self {
            Self::Proportions(rows) => totals(rows.iter().map(|r| (r.events(), r.patients()))),
            Self::Ratios(rows) => totals(rows.iter().map(|r| (r.observed(), r.expected()))),
            Self::Means(rows) => totals(rows.iter().map(|r| (r.patients() * r.reading().value(), r.patients()))),
        };
        Some(top / bottom)
    }

    /// Every hospital on the comparison scale, in the order given.
    pub fn readings(self) -> Vec<Reading> {
        match self {
            Self::Proportions(rows) => rows.iter().map(|&r| Scale::of_proportion(r)).collect(),
            Self::Ratios(rows) => rows.iter().map(|&r| Scale::of_ratio(r)).collect(),
            Self::Means(rows) => rows.iter().map(|r| r.reading()).collect(),
        }
    }
}

fn totals(pairs: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    pairs.fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y))
}

impl Scale {
    /// A proportion on the comparison scale: asin√((x+¼)/(n+½)) with s = 1/(2√(n+½)).
    pub fn of_proportion(proportion: Proportion) -> Reading {
        let half_more = proportion.patients() + 0.5;
        let y = libm::asin(((proportion.events() + 0.25) / half_more).sqrt());
        Reading::inside_bounds(y, 0.5 / half_more.sqrt())
    }

    /// O/E on the comparison scale: √((O+¼)/E) with s = 1/(2√E).
    pub fn of_ratio(ratio: ObservedExpected) -> Reading {
        let y = ((ratio.observed() + 0.25) / ratio.expected()).sqrt();
        Reading::inside_bounds(y, 0.5 / ratio.expected().sqrt())
    }

    /// A target on the comparison scale, without offset: asin√p, √θ or the mean itself.
    ///
    /// A proportion outside [0, 1] or a negative ratio is moved to the nearest possible value.
    pub fn transform_target(self, target: f64) -> f64 {
        match self {
            Self::Proportion => libm::asin(target.clamp(0.0, 1.0).sqrt()),
            Self::Ratio => target.max(0.0).sqrt(),
            Self::Mean => target,
        }
    }

    /// The chance standard error at a size: patients, expected events, or (means) the standard error itself.
    ///
    /// `None` where the size is not possible for the scale.
    pub fn standard_error_at(self, size: f64) -> Option<f64> {
        match self {
            Self::Proportion => Proportion::new(0.0, size).map(|p| Self::of_proportion(p).standard_error()),
            Self::Ratio => ObservedExpected::new(0.0, size).map(|r| Self::of_ratio(r).standard_error()),
            Self::Mean => Reading::new(0.0, size).map(Reading::standard_error),
        }
    }

    /// Back from the comparison scale at a size, offset removed: (sin²L·(n+½) − ¼)/n, L² − ¼/E or L.
    ///
    /// L is first moved into [0, π/2] or [0, ∞), the result into [0, 1] or [0, ∞), so that it is always drawable.
    pub(super) fn back(self, level: f64, size: f64) -> f64 {
        match self {
            Self::Proportion => {
                let sine = libm::sin(level.clamp(0.0, FRAC_PI_2));
                ((sine * sine * (size + 0.5) - 0.25) / size).clamp(0.0, 1.0)
            }
            Self::Ratio => {
                let level = level.max(0.0);
                (level * level - 0.25 / size).max(0.0)
            }
            Self::Mean => level,
        }
    }
}
