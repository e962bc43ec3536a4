//! What is believed about one hospital's true value, and what follows from it?

use crate::interval::Interval;
use crate::special::{beta_cdf, beta_quantile, gamma_cdf, gamma_quantile, normal_cdf, normal_quantile};
use crate::{Confidence, ObservedExpected, Proportion, Reading};

/// A distribution of a true value (a posterior).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Belief(Shape);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    Normal { mean: f64, sd: f64 },
    Beta { a: f64, b: f64 },
    Gamma { shape: f64, rate: f64 },
}

impl Belief {
    /// Normal around a reading.
    pub fn normal(reading: Reading) -> Self {
        Self(Shape::Normal { mean: reading.value(), sd: reading.standard_error() })
    }

    /// Beta(x + 1, n − x + 1): the belief about a proportion that knows nothing of other hospitals.
    pub fn of_proportion(proportion: Proportion) -> Self {
        Self::beta(proportion.events() + 1.0, proportion.patients() - proportion.events() + 1.0)
    }

    /// Gamma(O + ½, rate E): the belief about O/E that knows nothing of other hospitals (Jeffreys).
    pub fn of_ratio(ratio: ObservedExpected) -> Self {
        Self::gamma(ratio.observed() + 0.5, ratio.expected())
    }

    /// Shapes are moved into [10⁻³, 10¹³], where quantiles are exact.
    pub(crate) fn beta(a: f64, b: f64) -> Self {
        Self(Shape::Beta { a: a.clamp(1e-3, 1e13), b: b.clamp(1e-3, 1e13) })
    }

    /// The shape is moved into [10⁻³, 10¹³].
    pub(crate) fn gamma(shape: f64, rate: f64) -> Self {
        Self(Shape::Gamma { shape: shape.clamp(1e-3, 1e13), rate })
    }

    /// Expected value.
    pub fn mean(self) -> f64 {
        match self.0 {
            Shape::Normal { mean, .. } => mean,
            Shape::Beta { a, b } => a / (a + b),
            Shape::Gamma { shape, rate } => shape / rate,
        }
    }

    /// Variance.
    pub fn variance(self) -> f64 {
        match self.0 {
            Shape::Normal { sd, .. } => sd * sd,
            Shape::Beta { a, b } => a / (a + b) * (b / (a + b)) / (a + b + 1.0),
            Shape::Gamma { shape, rate } => shape / rate / rate,
        }
    }

    /// P(true value ≤ x). What is not a number gives ½.
    pub fn cdf(self, x: f64) -> f64 {
        let answer = match self.0 {
            Shape::Normal { mean, sd } => Some(normal_cdf((x - mean) / sd)),
            Shape::Beta { a, b } => beta_cdf(x.clamp(0.0, 1.0), a, b),
            Shape::Gamma { shape, rate } => gamma_cdf(shape, (x * rate).clamp(0.0, f64::MAX)),
        };
        answer.unwrap_or(0.5)
    }

    /// The value with P(true value ≤ value) = p. `None` unless 0 < p < 1.
    pub fn quantile(self, p: f64) -> Option<f64> {
        match self.0 {
            Shape::Normal { mean, sd } => normal_quantile(p).map(|z| mean + sd * z),
            Shape::Beta { a, b } => beta_quantile(p, a, b),
            Shape::Gamma { shape, rate } => gamma_quantile(p, shape).map(|g| g / rate),
        }
    }

    /// The middle `confidence` of the belief.
    pub fn interval(self, confidence: Confidence) -> Interval {
        let at = |p: f64| self.quantile(p).unwrap_or(self.mean());
        Interval { lower: at(confidence.tail()), upper: at(1.0 - confidence.tail()) }
    }
}
