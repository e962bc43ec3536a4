//! What would a classical composite score be when values are missing for different reasons?
//!
//! A reference method, used by no page: who stays silent never gains by it, and the bounds show what the missing values could
//! do. A reader's own criteria ([`super::plausible_places`]) impute nothing.

use super::{StandardScore, standardise};
use crate::interval::Interval;
use crate::rank::{CriticalValue, PlaceRange, place_ranges};
use crate::summary::quantile;
use crate::{Confidence, Direction, Reading};

/// One hospital's entry for one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entry {
    /// A value.
    Value(Reading),
    /// `na`: the hospital does not provide this care; the weight goes to the rest.
    NotProvided,
    /// `small`: suppressed or too few patients; the weight goes to the rest, the bounds count it.
    Small,
    /// `excluded`: a disaster or another accepted exception; as `Small`.
    Excluded,
    /// `nr`: the hospital should have reported and did not; it counts as a poor value.
    NotReported,
}

/// How are the errors of a group's measures related?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedError {
    /// Different sources: ρ = 0.
    Independent,
    /// Items of one survey or source: ρ = 1, the cautious choice.
    OneSource,
}

/// A group of measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Its weight; negative or infinite ones make the composite impossible.
    pub weight: f64,
    /// How its errors are related.
    pub errors: SharedError,
}

/// A measure: the index of its group and its good direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Index of the group.
    pub group: usize,
    /// Which way is good.
    pub direction: Direction,
}

/// One hospital's composite.
#[derive(Clone, Debug, PartialEq)]
pub struct Composite {
    /// z per measure where a value was reported; larger is better, clipped to ±3.
    pub scores: Vec<Option<StandardScore>>,
    /// Σwg/Σw over the groups with reported values.
    pub reweighted: f64,
    /// The same with `NotReported` imputed: never above `reweighted`.
    pub score: f64,
    /// Standard error of `score`.
    pub standard_error: f64,
    /// Share of the weight of groups with a reported value.
    pub weight_available: f64,
    /// Measures reported.
    pub reported: usize,
    /// At least two thirds of the weight and four reported measures.
    pub displayed: bool,
    /// The score if all small, excluded and unreported values were poor (5th percentile) or good (95th).
    pub bounds: Interval,
    /// The simultaneous 95 % range of places among the displayed; `None` where not displayed.
    pub places: Option<PlaceRange>,
}

/// What the nation's reporters look like on one measure.
struct National {
    scores: Vec<Option<StandardScore>>,
    /// 5th, 10th and 95th percentile of z.
    percentiles: [f64; 3],
}

/// The composite with missing codes for all hospitals (rows) and measures (columns).
///
/// z = d(x − μ)/σ clipped to ±3, group score = mean of z, C = Σwg/Σw; Var(g) = (1−ρ)Σ(s/k)² + ρ(Σs/k)², Var(C) =
/// Σw²Var(g)/(Σw)². `NotReported` becomes min(10th percentile of reporters, own group mean, own reweighted C) without
/// error. `None` for a hospital without any value. The whole answer is `None` where rows have the wrong length, a group
/// does not exist, weights are impossible or add to nothing, or a measure cannot be standardised ([`standardise`]).
pub fn imputed_composite(
    measures: &[Measure],
    groups: &[Group],
    hospitals: &[Vec<Entry>],
) -> Option<Vec<Option<Composite>>> {
    let possible = hospitals.iter().all(|row| row.len() == measures.len())
        && measures.iter().all(|m| m.group < groups.len())
        && groups.iter().all(|g| (0.0..=1e6).contains(&g.weight))
        && groups.iter().map(|g| g.weight).sum::<f64>() > 1e-9;
    if !possible {
        return None;
    }
    let national: Vec<National> =
        (0..measures.len()).map(|m| nation(hospitals, m, measures[m].direction)).collect::<Option<_>>()?;
    let frame = Frame { measures, groups, national: &national };
    let mut answers: Vec<Option<Composite>> =
        hospitals.iter().enumerate().map(|(i, row)| frame.composite(i, row)).collect();
    place(&mut answers);
    Some(answers)
}

fn nation(hospitals: &[Vec<Entry>], measure: usize, direction: Direction) -> Option<National> {
    let readings: Vec<Option<Reading>> = hospitals
        .iter()
        .map(|row| match row[measure] {
            Entry::Value(reading) => Some(reading),
            _ => None,
        })
        .collect();
    let scores = standardise(&readings, direction)?.scores;
    let z: Vec<f64> = scores.iter().flatten().map(|s| s.z).collect();
    let percentiles = [quantile(&z, 0.05)?, quantile(&z, 0.10)?, quantile(&z, 0.95)?];
    Some(National { scores, percentiles })
}

struct Frame<'a> {
    measures: &'a [Measure],
    groups: &'a [Group],
    national: &'a [National],
}

/// Weighted mean of group means with its standard error and the weight that went into it.
struct Weighted {
    score: f64,
    standard_error: f64,
    weight: f64,
}

impl Frame<'_> {
    fn composite(&self, hospital: usize, row: &[Entry]) -> Option<Composite> {
        let scores: Vec<Option<StandardScore>> = self.national.iter().map(|n| n.scores[hospital]).collect();
        let values: Vec<Option<(f64, f64)>> = scores.iter().map(|s| s.map(|s| (s.z, s.standard_error))).collect();
        let by_reported = self.weighted(&values)?;
        let reweighted = by_reported.score;
        let group_means = self.group_means(&values);
        let filled = self.fill(row, &values, |m| {
            let own = group_means[self.measures[m].group].map_or(reweighted, |(mean, _)| mean);
            (row[m] == Entry::NotReported).then(|| self.national[m].percentiles[1].min(own).min(reweighted))
        });
        let imputed = self.weighted(&filled)?;
        let bound = |which: usize| {
            let counts = |m: usize| matches!(row[m], Entry::Small | Entry::Excluded | Entry::NotReported);
            let filled = self.fill(row, &values, |m| counts(m).then(|| self.national[m].percentiles[which]));
            self.weighted(&filled).map_or(reweighted, |w| w.score)
        };
        let reported = scores.iter().flatten().count();
        let weight_available = by_reported.weight / self.groups.iter().map(|g| g.weight).sum::<f64>();
        Some(Composite {
            reweighted,
            score: imputed.score,
            standard_error: imputed.standard_error,
            weight_available,
            reported,
            displayed: weight_available >= 2.0 / 3.0 - 1e-12 && reported >= 4,
            bounds: Interval { lower: bound(0), upper: bound(2) },
            places: None,
            scores,
        })
    }

    fn fill(
        &self,
        row: &[Entry],
        values: &[Option<(f64, f64)>],
        imputed: impl Fn(usize) -> Option<f64>,
    ) -> Vec<Option<(f64, f64)>> {
        (0..row.len()).map(|m| values[m].or_else(|| imputed(m).map(|z| (z, 0.0)))).collect()
    }

    /// Mean and variance of each group's available values.
    fn group_means(&self, values: &[Option<(f64, f64)>]) -> Vec<Option<(f64, f64)>> {
        let mean = |(g, group): (usize, &Group)| {
            let items: Vec<(f64, f64)> =
                self.measures.iter().zip(values).filter(|(m, _)| m.group == g).filter_map(|(_, v)| *v).collect();
            let k = items.len() as f64;
            let total: f64 = items.iter().map(|(_, s)| s / k).sum();
            let variance = match group.errors {
                SharedError::Independent => items.iter().map(|(_, s)| s / k * (s / k)).sum(),
                SharedError::OneSource => total * total,
            };
            (!items.is_empty()).then(|| (items.iter().map(|(z, _)| z).sum::<f64>() / k, variance))
        };
        self.groups.iter().enumerate().map(mean).collect()
    }

    /// `None` where no group with weight has a value.
    fn weighted(&self, values: &[Option<(f64, f64)>]) -> Option<Weighted> {
        let (mut weight, mut sum, mut variance) = (0.0, 0.0, 0.0);
        for (group, mean) in self.groups.iter().zip(self.group_means(values)) {
            if let Some((mean, own_variance)) = mean {
                weight += group.weight;
                sum += group.weight * mean;
                variance += group.weight * group.weight * own_variance;
            }
        }
        (weight > 1e-12).then(|| Weighted { score: sum / weight, standard_error: variance.sqrt() / weight, weight })
    }
}

/// Places among the displayed hospitals.
fn place(answers: &mut [Option<Composite>]) {
    let shown: Vec<usize> = (0..answers.len()).filter(|&i| answers[i].as_ref().is_some_and(|a| a.displayed)).collect();
    let readings: Vec<Reading> = shown
        .iter()
        .filter_map(|&i| answers[i].as_ref())
        .map(|a| Reading::inside_bounds(a.score, a.standard_error.max(1e-40)))
        .collect();
    let Some(critical) = CriticalValue::simultaneous(readings.len().max(2), Confidence::P95) else {
        return;
    };
    for (i, range) in shown.into_iter().zip(place_ranges(&readings, Direction::HigherIsBetter, critical)) {
        if let Some(answer) = answers[i].as_mut() {
            answer.places = Some(range);
        }
    }
}
