//! How far is each reading drawn to the common mean?

use crate::Reading;
use crate::belief::Belief;
use crate::heterogeneity::{spread, tau_squared_paule_mandel};

/// One reading drawn to the common mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShrunkenReading {
    /// B = τ²/(τ² + s²), how much of the own value remains.
    pub reliability: f64,
    /// μ + B(y − μ).
    pub mean: f64,
    /// √(Bs²), as if μ were known.
    pub standard_deviation: f64,
    /// √(Bs² + (1−B)²/Σw*), with the uncertainty of μ.
    pub standard_deviation_with_mean: f64,
}

impl ShrunkenReading {
    /// The posterior as a belief, with the uncertainty of μ. `None` where it has no spread (τ² = 0 and μ known exactly).
    pub fn belief(self) -> Option<Belief> {
        Reading::new(self.mean, self.standard_deviation_with_mean).map(Belief::normal)
    }
}

/// Readings drawn to their common mean.
#[derive(Clone, Debug, PartialEq)]
pub struct ShrunkenReadings {
    /// μ, weighted by 1/(s² + τ²).
    pub mean: f64,
    /// τ² by Paule–Mandel; 0: no difference between hospitals can be detected.
    pub tau_squared: f64,
    /// In the order given.
    pub readings: Vec<ShrunkenReading>,
}

/// Normal-normal shrinkage with τ² by Paule–Mandel (empirical Bayes, Morris 1983, JASA 78, 47–55).
///
/// `None` for fewer than two readings.
pub fn shrink_readings(readings: &[Reading]) -> Option<ShrunkenReadings> {
    let tau_squared = tau_squared_paule_mandel(readings)?;
    let centre = spread(readings, tau_squared)?;
    let shrink = |r: &Reading| {
        let reliability = tau_squared / (tau_squared + r.variance());
        let own = reliability * r.variance();
        let drawn = (1.0 - reliability) * (1.0 - reliability) * centre.mean_variance;
        ShrunkenReading {
            reliability,
            mean: centre.mean + reliability * (r.value() - centre.mean),
            standard_deviation: own.sqrt(),
            standard_deviation_with_mean: (own + drawn).sqrt(),
        }
    };
    Some(ShrunkenReadings { mean: centre.mean, tau_squared, readings: readings.iter().map(shrink).collect() })
}
