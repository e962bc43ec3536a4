//! Which weights are compatible with what a reader said?

use super::{DRAWS, Sobol};

/// The most criteria one reader can weigh.
pub const LARGEST_CRITERIA: usize = 20;

/// A slider at w means every weight from 0.75 w to 1.25 w, unless said otherwise.
pub const DEFAULT_VAGUENESS: f64 = 0.25;

/// How many points are tried for every draw that is wanted when answers cut the box down.
const TRIES_PER_DRAW: usize = 64;

/// An answer to a trade-off question: the preferred criterion's weight is at least `ratio` times the other's.
///
/// "Five fewer complications in 1,000 rather than 60 minutes less travel": if five complications are a standard scores
/// and 60 minutes b standard scores, preferring the first says w₁·a ≥ w₂·b, hence ratio = b/a.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preference {
    /// Index of the criterion preferred.
    pub preferred: usize,
    /// Index of the criterion given up.
    pub other: usize,
    /// w(preferred) ≥ ratio × w(other).
    pub ratio: f64,
}

/// Why there is no region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WeightRegionError {
    /// No criteria, or more than twenty.
    Criteria,
    /// A bound is negative, not finite, above 10⁶, or the upper is below the lower.
    Bounds,
    /// Every weight is zero: nothing was asked for.
    NothingWanted,
    /// A preference names a criterion that does not exist, or its ratio is not a number from 0 to 10⁶.
    Preference,
    /// No weights satisfy all answers.
    Contradiction,
}

impl core::fmt::Display for WeightRegionError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Criteria => "the number of criteria must be from 1 to 20",
            Self::Bounds => "every weight needs bounds with 0 ≤ lower ≤ upper ≤ 1,000,000",
            Self::NothingWanted => "at least one weight must be above zero",
            Self::Preference => "a preference must name two criteria and a ratio from 0 to 1,000,000",
            Self::Contradiction => "no weights satisfy all answers",
        })
    }
}

impl core::error::Error for WeightRegionError {}

/// A region of weights: a box, cut by the answers to trade-off questions, with its 2,000 draws.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightRegion {
    criteria: usize,
    central: Vec<f64>,
    /// [draw][criterion]
    draws: Vec<f64>,
}

impl WeightRegion {
    /// From sliders: each weight w stands for [w(1 − vagueness), w(1 + vagueness)].
    ///
    /// # Errors
    /// As [`WeightRegion::from_bounds`]; a vagueness outside [0, 1] is an error of bounds.
    pub fn from_sliders(weights: &[f64], vagueness: f64) -> Result<Self, WeightRegionError> {
        if !(0.0..=1.0).contains(&vagueness) {
            return Err(WeightRegionError::Bounds);
        }
        let bounds: Vec<_> = weights.iter().map(|w| (w * (1.0 - vagueness), w * (1.0 + vagueness))).collect();
        Self::from_bounds(&bounds, &[])
    }

    /// From bounds for every weight (a published preset, or what the sliders leave open) and answers.
    ///
    /// # Errors
    /// Where the region is impossible or empty; see [`WeightRegionError`].
    pub fn from_bounds(bounds: &[(f64, f64)], preferences: &[Preference]) -> Result<Self, WeightRegionError> {
        check(bounds, preferences)?;
        let draws = draw(bounds, preferences)?;
        let criteria = bounds.len();
        let central = if preferences.is_empty() {
            bounds.iter().map(|(low, high)| 0.5 * (low + high)).collect()
        } else {
            (0..criteria).map(|c| draws.iter().skip(c).step_by(criteria).sum::<f64>() / DRAWS as f64).collect()
        };
        Ok(Self { criteria, central, draws })
    }

    /// Number of criteria.
    pub fn criteria(&self) -> usize {
        self.criteria
    }

    /// The central weights: the middle of the box, or the mean of the draws where answers cut it.
    pub fn central(&self) -> &[f64] {
        &self.central
    }

    /// The weights of one draw (0 to 1,999; beyond that it starts again).
    pub fn weights(&self, draw: usize) -> &[f64] {
        let start = draw % DRAWS * self.criteria;
        &self.draws[start..start + self.criteria]
    }
}

fn check(bounds: &[(f64, f64)], preferences: &[Preference]) -> Result<(), WeightRegionError> {
    if !(1..=LARGEST_CRITERIA).contains(&bounds.len()) {
        return Err(WeightRegionError::Criteria);
    }
    if !bounds.iter().all(|&(low, high)| 0.0 <= low && low <= high && high <= 1e6) {
        return Err(WeightRegionError::Bounds);
    }
    if bounds.iter().all(|&(_, high)| high < 1e-9) {
        return Err(WeightRegionError::NothingWanted);
    }
    let possible =
        |p: &Preference| p.preferred < bounds.len() && p.other < bounds.len() && (0.0..=1e6).contains(&p.ratio);
    if !preferences.iter().all(possible) {
        return Err(WeightRegionError::Preference);
    }
    Ok(())
}

/// The first 2,000 Sobol points of the box that satisfy the answers, repeated in order where there are fewer.
fn draw(bounds: &[(f64, f64)], preferences: &[Preference]) -> Result<Vec<f64>, WeightRegionError> {
    let criteria = bounds.len();
    let mut points = Sobol::new(criteria).ok_or(WeightRegionError::Criteria)?;
    let mut draws = Vec::with_capacity(DRAWS * criteria);
    let mut point = vec![0.0; criteria];
    for _ in 0..DRAWS * TRIES_PER_DRAW {
        if draws.len() == DRAWS * criteria || !points.fill(&mut point) {
            break;
        }
        for (weight, (low, high)) in point.iter_mut().zip(bounds) {
            *weight = low + *weight * (high - low);
        }
        if preferences.iter().all(|p| point[p.preferred] >= p.ratio * point[p.other]) {
            draws.extend_from_slice(&point);
        }
    }
    if draws.is_empty() {
        return Err(WeightRegionError::Contradiction);
    }
    let found = draws.len();
    for k in found..DRAWS * criteria {
        draws.push(draws[k % found]);
    }
    Ok(draws)
}
