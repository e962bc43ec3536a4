//! Which hospital has which standardised value of which criterion?

use super::{LARGEST_CRITERIA, StandardScore};

/// The most hospitals one comparison takes.
pub const LARGEST_HOSPITALS: usize = 65_535;

/// Hospitals by criteria, kept flat (criterion by criterion) so that thousands of draws stay in the cache.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Criteria {
    pub(super) keys: Vec<u64>,
    /// z and squared standard error by [criterion][hospital]; 0 where not covered.
    pub(super) z: Vec<Vec<f64>>,
    pub(super) variance: Vec<Vec<f64>>,
    /// Bit c: criterion c is covered by data.
    pub(super) covered: Vec<u32>,
}

impl Criteria {
    /// An empty table. `None` unless 1 ≤ criteria ≤ 20.
    pub fn new(criteria: usize) -> Option<Self> {
        let lists = (1..=LARGEST_CRITERIA).contains(&criteria).then(|| vec![Vec::new(); criteria])?;
        Some(Self { keys: Vec::new(), z: lists.clone(), variance: lists, covered: Vec::new() })
    }

    /// Adds a hospital; `None` stands for a value that is missing for whatever reason. It only counts as uncovered.
    ///
    /// The key must belong to the hospital for ever (a hash of its identifier): its noise hangs on it. Answers `None`
    /// and adds nothing where the number of scores is not that of the criteria, a number is not finite or beyond 10⁴⁰,
    /// or the table is full (65,535 hospitals).
    pub fn push(&mut self, key: u64, scores: &[Option<StandardScore>]) -> Option<()> {
        let possible = |s: &StandardScore| s.z.abs() <= 1e40 && (0.0..=1e40).contains(&s.standard_error);
        let fits = scores.len() == self.criteria() && self.hospitals() < LARGEST_HOSPITALS;
        if !fits || !scores.iter().flatten().all(possible) {
            return None;
        }
        let mut covered = 0;
        for (c, score) in scores.iter().enumerate() {
            self.z[c].push(score.map_or(0.0, |s| s.z));
            self.variance[c].push(score.map_or(0.0, |s| s.standard_error * s.standard_error));
            covered |= u32::from(score.is_some()) << c;
        }
        self.covered.push(covered);
        self.keys.push(key);
        Some(())
    }

    /// Number of criteria.
    pub fn criteria(&self) -> usize {
        self.z.len()
    }

    /// Number of hospitals.
    pub fn hospitals(&self) -> usize {
        self.keys.len()
    }

    /// Weight of the criteria that this hospital has data for.
    pub(super) fn available(&self, hospital: usize, weights: &[f64]) -> f64 {
        available(self.covered[hospital], weights)
    }
}

/// Σw over the criteria whose bit is set.
pub(super) fn available(covered: u32, weights: &[f64]) -> f64 {
    weights.iter().enumerate().map(|(c, w)| if covered >> c & 1 == 1 { *w } else { 0.0 }).sum()
}
