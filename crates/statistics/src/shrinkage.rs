//! What is the best single guess of a hospital's true value, given all the others?
//!
//! Small hospitals are drawn to the mean, large ones stay. The raw value remains the dot on every page; the shrunken value is
//! only the "best single guess". A value that its source has already shrunken is never shrunk again, nor put on a funnel.

mod beta_binomial;
mod gamma_poisson;
mod normal;
mod search;

pub use beta_binomial::shrink_proportions;
pub use gamma_poisson::shrink_ratios;
pub use normal::{ShrunkenReading, ShrunkenReadings, shrink_readings};

use crate::belief::Belief;

/// Proportions or O/E drawn to their common mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Shrunken {
    /// The common mean.
    pub mean: f64,
    /// How many patients (proportions) or expected events × mean (ratios) the common mean is worth: M or the gamma shape.
    pub strength: f64,
    /// The strength ran into its upper bound: no difference between hospitals can be detected. All posteriors are then the
    /// common mean's, whatever the hospital's own value.
    pub no_detectable_difference: bool,
    /// What is believed about each hospital, in the order given.
    pub posteriors: Vec<Belief>,
}
