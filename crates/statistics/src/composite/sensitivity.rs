//! Which criterion moves a hospital most, and what moves it more: the weights or chance?

use super::plausible::{order_statistics, placed_hospitals, uncovered_shares};
use super::scoring::{Chance, Scorer, Sums};
use super::{Criteria, WeightRegion};

/// Draws used here, the first of the 2,000: enough for medians, forty times over.
pub const SENSITIVITY_DRAWS: usize = 100;

/// What was done to one weight?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WeightChange {
    /// It was set to nothing.
    Dropped,
    /// It was doubled.
    Doubled,
}

/// How a hospital's place depends on the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// The criterion (its index) that moves the median place most.
    pub criterion: usize,
    /// By which change of its weight.
    pub change: WeightChange,
    /// New median place minus old one: negative is further to the front. 0: nothing moves it.
    pub places: i64,
    /// First and last plausible place when only the weights vary.
    pub from_weights: (usize, usize),
    /// First and last plausible place when only chance varies, at the central weights.
    pub from_chance: (usize, usize),
}

/// For every hospital: the criterion whose dropping or doubling changes its median place most, and the two sources apart.
///
/// In the order of the table; `None` for hospitals listed apart, and for all of them where region and table differ in
/// the number of criteria. Equal changes: the earlier criterion. A hospital left without any covered criterion has
/// score 0, the national mean. A criterion that alone carries all weight is never dropped.
pub fn sensitivity(table: &Criteria, region: &WeightRegion) -> Vec<Option<Sensitivity>> {
    let mut answer = vec![None; table.hospitals()];
    if table.criteria() != region.criteria() {
        return answer;
    }
    let mut trial = Trial::new(table, region);
    let before = trial.medians(None);
    let from_weights = trial.run(None, |_| Chance::None);
    let central = region.central();
    let from_chance = trial.by_chance();
    let mut most: Vec<Sensitivity> = (0..before.len())
        .map(|k| Sensitivity {
            criterion: 0,
            change: WeightChange::Dropped,
            places: 0,
            from_weights: (from_weights[k][0], from_weights[k][2]),
            from_chance: (from_chance[k][0], from_chance[k][2]),
        })
        .collect();
    for criterion in 0..table.criteria() {
        for (change, factor) in [(WeightChange::Dropped, 0.0), (WeightChange::Doubled, 2.0)] {
            let left = central.iter().sum::<f64>() + (factor - 1.0) * central[criterion];
            if left <= 1e-9 * central[criterion] {
                continue;
            }
            let after = trial.medians(Some((criterion, factor)));
            for (most, (after, before)) in most.iter_mut().zip(after.iter().zip(&before)) {
                let places = *after as i64 - *before as i64;
                if places.abs() > most.places.abs() {
                    (most.criterion, most.change, most.places) = (criterion, change, places);
                }
            }
        }
    }
    for (&i, most) in trial.scorer.hospitals.iter().zip(most) {
        answer[i] = Some(most);
    }
    answer
}

struct Trial<'a> {
    scorer: Scorer,
    region: &'a WeightRegion,
    /// Sums of every draw, so that a changed weight costs one criterion and not all.
    sums: Vec<Sums>,
    places: Vec<u16>,
    counts: Vec<u32>,
}

impl<'a> Trial<'a> {
    fn new(table: &Criteria, region: &'a WeightRegion) -> Self {
        let mut scorer = Scorer::new(table, placed_hospitals(&uncovered_shares(table, region)));
        let p = scorer.hospitals.len();
        let sums = (0..SENSITIVITY_DRAWS)
            .map(|draw| {
                scorer.sum(region.weights(draw));
                scorer.sums()
            })
            .collect();
        Self { scorer, region, sums, places: vec![0; p * SENSITIVITY_DRAWS], counts: vec![0; p + 1] }
    }

    /// Median places when one weight is multiplied by a factor.
    fn medians(&mut self, change: Option<(usize, f64)>) -> Vec<usize> {
        self.run(change, Chance::OfDraw).iter().map(|places| places[1]).collect()
    }

    /// 5th percentile, median and 95th percentile of the place of every placed hospital.
    fn run(&mut self, change: Option<(usize, f64)>, chance: impl Fn(usize) -> Chance) -> Vec<[usize; 3]> {
        let mut weights = vec![0.0; self.region.criteria()];
        for (draw, sums) in self.sums.iter().enumerate() {
            weights.copy_from_slice(self.region.weights(draw));
            self.scorer.resume(sums, &mut weights, change);
            let places = &mut self.places;
            self.scorer.rank(chance(draw), |k, above| places[k * SENSITIVITY_DRAWS + draw] = above as u16);
        }
        self.percentiles()
    }

    /// The same when only chance varies, at the central weights.
    fn by_chance(&mut self) -> Vec<[usize; 3]> {
        self.scorer.sum(self.region.central());
        for draw in 0..SENSITIVITY_DRAWS {
            let places = &mut self.places;
            self.scorer.rank(Chance::OfDraw(draw), |k, above| places[k * SENSITIVITY_DRAWS + draw] = above as u16);
        }
        self.percentiles()
    }

    fn percentiles(&mut self) -> Vec<[usize; 3]> {
        self.places
            .chunks_exact(SENSITIVITY_DRAWS)
            .map(|drawn| order_statistics(drawn, &mut self.counts, [0.05, 0.5, 0.95]))
            .collect()
    }
}
