//! How are measures of different units put on one scale?

use crate::summary::{mean, standard_deviation};
use crate::{Direction, Reading};

/// Standardised values are clipped to ±3, so that one freak value cannot decide an order.
pub const Z_CLIP: f64 = 3.0;

/// One hospital's value of one measure on the common scale: larger is better, national spread is 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandardScore {
    /// z = d(x − μ)/σ, clipped to ±3.
    pub z: f64,
    /// s/σ.
    pub standard_error: f64,
    /// Was the value beyond ±3?
    pub clipped: bool,
}

/// One measure standardised over the nation.
#[derive(Clone, Debug, PartialEq)]
pub struct Standardised {
    /// National mean of the values.
    pub mean: f64,
    /// National standard deviation (n − 1).
    pub standard_deviation: f64,
    /// In the order given; `None` where there was no reading.
    pub scores: Vec<Option<StandardScore>>,
}

/// Standardises one measure over all hospitals of the nation (never over a filtered list).
///
/// `None` for a measure without a good direction, for fewer than two readings, or where all readings are equal or so
/// near that σ is below 10⁻³⁰.
pub fn standardise(readings: &[Option<Reading>], direction: Direction) -> Option<Standardised> {
    let sign = match direction {
        Direction::HigherIsBetter => 1.0,
        Direction::LowerIsBetter => -1.0,
        Direction::Neutral => return None,
    };
    let values: Vec<f64> = readings.iter().flatten().map(|r| r.value()).collect();
    let (centre, spread) = (mean(&values)?, standard_deviation(&values)?);
    if spread < 1e-30 {
        return None;
    }
    let score = |reading: &Reading| {
        let z = sign * (reading.value() - centre) / spread;
        StandardScore {
            z: z.clamp(-Z_CLIP, Z_CLIP),
            standard_error: reading.standard_error() / spread,
            clipped: z.abs() > Z_CLIP,
        }
    };
    let scores = readings.iter().map(|reading| reading.as_ref().map(score)).collect();
    Some(Standardised { mean: centre, standard_deviation: spread, scores })
}
