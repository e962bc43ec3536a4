//! How probable is each place for one hospital?
//!
//! Without simulation: given its own true value, the number of hospitals before it is Poisson-binomial; that exact
//! distribution is averaged over equally probable values.

use crate::Direction;
use crate::belief::Belief;

/// Nodes that reproduce published rank intervals to the digit for a dozen hospitals.
pub const FINE_NODES: usize = 2_000;

/// The probability of every place for one hospital.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceDistribution {
    probabilities: Vec<f64>,
}

impl PlaceDistribution {
    /// Probability of place 1, 2, …; they add to 1.
    pub fn probabilities(&self) -> &[f64] {
        &self.probabilities
    }

    /// Σ place × probability.
    pub fn expected(&self) -> f64 {
        self.probabilities.iter().enumerate().map(|(above, p)| (above + 1) as f64 * p).sum()
    }

    /// The smallest place reached with at least this probability; shares outside [0, 1] are moved to the nearer end.
    pub fn quantile(&self, share: f64) -> usize {
        let mut through = 0.0;
        for (above, p) in self.probabilities.iter().enumerate() {
            through += p;
            // A hair is allowed for the rounding of the sum.
            if through >= share - 1e-12 {
                return above + 1;
            }
        }
        self.probabilities.len()
    }
}

/// The distribution of one hospital's place among all, averaged over `nodes` values of its own.
///
/// Place 1 is the good end; `Direction::Neutral` counts from the high end. The cost grows with nodes × p². `None` where
/// the index does not exist or `nodes` is not from 1 to 100,000.
pub fn place_distribution(
    beliefs: &[Belief],
    index: usize,
    direction: Direction,
    nodes: usize,
) -> Option<PlaceDistribution> {
    let own = beliefs.get(index).filter(|_| (1..=100_000).contains(&nodes))?;
    let mut probabilities = vec![0.0; beliefs.len()];
    let mut before = vec![0.0; beliefs.len()];
    for node in 0..nodes {
        let value = own.quantile((node as f64 + 0.5) / nodes as f64)?;
        before.fill(0.0);
        before[0] = 1.0;
        let others = beliefs.iter().enumerate().filter(|(j, _)| *j != index);
        for (count, (_, other)) in others.enumerate() {
            let below = other.cdf(value);
            let ahead = if direction == Direction::LowerIsBetter { below } else { 1.0 - below };
            for k in (0..=count).rev() {
                before[k + 1] += before[k] * ahead;
                before[k] *= 1.0 - ahead;
            }
        }
        for (sum, p) in probabilities.iter_mut().zip(&before) {
            *sum += p / nodes as f64;
        }
    }
    Some(PlaceDistribution { probabilities })
}
