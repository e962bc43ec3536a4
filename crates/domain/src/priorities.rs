//! How do hospitals of one role stand under a reader's own criteria, on the server and in the browser alike?
//!
//! Pure and small: scores in ten-thousandths in, ranges of places out. The page, the server function, the API and the island
//! all call [`order`]; the same question has the same answer wherever it is asked.

use crate::view_spec::TradeOff;
use sha2::{Digest, Sha256};
use statistics::composite::{
    Agreement, Criteria, DEFAULT_VAGUENESS, StandardScore, WeightChange, plausible_places, sensitivity,
    uncovered_shares,
};

pub use statistics::composite::{Preference, WeightRegion, WeightRegionError};

/// A standardised value and its error in ten-thousandths; larger is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Score {
    /// z.
    pub z: i32,
    /// Standard error of z; at least 1.
    pub error: u32,
}

impl Score {
    fn standard(self) -> StandardScore {
        StandardScore {
            z: f64::from(self.z) / 10_000.0,
            standard_error: f64::from(self.error) / 10_000.0,
            clipped: false,
        }
    }
}

/// A hospital that may take part: one score per criterion, `None` where no data covers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its key for ever, see [`key_of`].
    pub key: u64,
    /// In the order of the criteria.
    pub scores: Vec<Option<Score>>,
}

/// The key that a hospital's chance hangs on: the first 8 bytes of the SHA-256 of its id.
pub fn key_of(hospital_id: &str) -> u64 {
    let digest = Sha256::digest(hospital_id.as_bytes());
    digest.iter().take(8).fold(0, |key, byte| (key << 8) | u64::from(*byte))
}

/// What a reader gives one criterion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weighting {
    /// A published region.
    Between(f64, f64),
    /// A slider, which means its value and a quarter around it.
    Around(f64),
}

impl Weighting {
    /// The bounds of the weight.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::Between(low, high) => (low, high),
            Self::Around(weight) => (weight * (1.0 - DEFAULT_VAGUENESS), weight * (1.0 + DEFAULT_VAGUENESS)),
        }
    }

    /// The middle.
    pub fn middle(self) -> f64 {
        let (low, high) = self.bounds();
        0.5 * (low + high)
    }
}

/// What an answer to a trade-off question says about the weights; `None` where it says nothing.
///
/// `ratio` is a natural amount a of the first criterion over one of the second, b, both in standard scores: who prefers the
/// first gives it a weight w₁ with w₁·a ≥ w₂·b.
pub fn preference(answer: TradeOff, first: usize, second: usize, ratio: f64) -> Option<Preference> {
    match answer {
        TradeOff::First => Some(Preference { preferred: first, other: second, ratio: 1.0 / ratio }),
        TradeOff::Second => Some(Preference { preferred: second, other: first, ratio }),
        TradeOff::Either => None,
    }
}

/// The region of weights that a reader's sliders and answers leave.
///
/// The ranges of a preset are our guess about its readers. Where they leave no room for an answer, the reader's answer counts:
/// what it puts second may weigh as little as nothing. A slider is the reader's own word and is not loosened.
///
/// # Errors
/// [`WeightRegionError`] where nothing is wanted or the answers contradict each other.
pub fn region(weights: &[Weighting], preferences: &[Preference]) -> Result<WeightRegion, WeightRegionError> {
    let mut bounds: Vec<(f64, f64)> = weights.iter().map(|w| w.bounds()).collect();
    let within = WeightRegion::from_bounds(&bounds, preferences);
    if preferences.is_empty() || within.is_ok() {
        return within;
    }
    let guesses = weights.iter().zip(&mut bounds).enumerate();
    for (criterion, (weight, range)) in guesses {
        if matches!(weight, Weighting::Between(..)) && preferences.iter().any(|p| p.other == criterion) {
            range.0 = 0.0;
        }
    }
    WeightRegion::from_bounds(&bounds, preferences)
}

/// What would move a hospital most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Index of the criterion.
    pub criterion: usize,
    /// Left out or doubled.
    pub change: MoveChange,
    /// New middle place less the old one: negative is further to the front.
    pub places: i64,
}

/// What is done to one weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveChange {
    /// It no longer counts.
    Dropped,
    /// It counts twice.
    Doubled,
}

/// A hospital in the order: never a place, always a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Index of the candidate.
    pub candidate: usize,
    /// First plausible place (5th percentile of the draws).
    pub low: usize,
    /// Last plausible place (95th percentile).
    pub high: usize,
    /// Share of draws among the first k.
    pub top_share: f64,
    /// Share of the weight that no data covers.
    pub uncovered: f64,
    /// What would move it most; `None` where nothing does.
    pub moved_by: Option<Move>,
    /// Range of places that chance alone allows at the central weights.
    pub by_chance: (usize, usize),
    /// The weights move it beyond what chance alone does.
    pub moved_by_weights: bool,
}

/// Hospitals of one role under one reader's criteria.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ordered {
    /// Groups that cannot be told apart within themselves, in order; within a group in the order of the candidates.
    pub groups: Vec<Vec<Position>>,
    /// Candidates with too little data: index, and share of the weight that no data covers.
    pub apart: Vec<(usize, f64)>,
    /// How many are placed.
    pub placed: usize,
}

/// Orders candidates (given nearest first, the order inside a group) by a region of weights.
///
/// Empty where candidates and region differ in the number of criteria. Fewer than two that can be placed are no order:
/// they stand apart.
pub fn order(candidates: &[Candidate], region: &WeightRegion, top: usize) -> Ordered {
    let Some(table) = table(candidates, region.criteria()) else {
        return Ordered::default();
    };
    let Some(answer) = plausible_places(&table, region, top) else {
        return Ordered::default();
    };
    let apart_anyway = answer.placed < 2;
    let moves = if apart_anyway { Vec::new() } else { sensitivity(&table, region) };
    let mut groups: Vec<Vec<Position>> = vec![Vec::new(); if apart_anyway { 0 } else { answer.groups }];
    let mut apart = Vec::new();
    for (candidate, standing) in answer.hospitals.iter().enumerate() {
        let Some(placed) = standing.placed.filter(|_| !apart_anyway) else {
            apart.push((candidate, standing.uncovered));
            continue;
        };
        let position = Position {
            candidate,
            low: placed.first,
            high: placed.last,
            top_share: placed.top_share,
            uncovered: standing.uncovered,
            moved_by: moves.get(candidate).copied().flatten().filter(|m| m.places != 0).map(|m| Move {
                criterion: m.criterion,
                change: match m.change {
                    WeightChange::Dropped => MoveChange::Dropped,
                    WeightChange::Doubled => MoveChange::Doubled,
                },
                places: m.places,
            }),
            by_chance: (placed.simultaneous.first, placed.simultaneous.last),
            moved_by_weights: placed.agreement == Agreement::MovedByWeights,
        };
        if let Some(group) = placed.group.checked_sub(1).and_then(|g| groups.get_mut(g)) {
            group.push(position);
        }
    }
    Ordered { groups, apart, placed: if apart_anyway { 0 } else { answer.placed } }
}

/// Nobody in any order, because the candidates are not of one known role or no weights are left (`None`): each stands apart,
/// with the share of the weight that no data covers; without weights, with all of it.
pub fn all_apart(candidates: &[Candidate], region: Option<&WeightRegion>) -> Ordered {
    let shares = region.and_then(|region| Some(uncovered_shares(&table(candidates, region.criteria())?, region)));
    let shares = shares.unwrap_or_else(|| vec![1.0; candidates.len()]);
    Ordered { apart: shares.into_iter().enumerate().collect(), ..Ordered::default() }
}

fn table(candidates: &[Candidate], criteria: usize) -> Option<Criteria> {
    let mut table = Criteria::new(criteria)?;
    for candidate in candidates {
        let scores: Vec<Option<StandardScore>> = candidate.scores.iter().map(|s| s.map(Score::standard)).collect();
        table.push(candidate.key, &scores)?;
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: &str, scores: &[Option<i32>]) -> Candidate {
        let score = |z: &Option<i32>| z.map(|z| Score { z, error: 1_000 });
        Candidate { key: key_of(id), scores: scores.iter().map(score).collect() }
    }

    fn ordered(candidates: &[Candidate], weights: &[f64]) -> Ordered {
        let weights: Vec<Weighting> = weights.iter().map(|w| Weighting::Around(*w)).collect();
        order(candidates, &region(&weights, &[]).unwrap(), 3)
    }

    #[test]
    fn who_stands_apart_for_the_role_keeps_what_data_cover() {
        let candidates = [candidate("a", &[Some(1_000), None]), candidate("b", &[None, None])];
        let weights = [Weighting::Around(3.0), Weighting::Around(1.0)];
        let apart = all_apart(&candidates, Some(&region(&weights, &[]).unwrap()));
        assert_eq!((apart.apart, apart.placed), (vec![(0, 0.25), (1, 1.0)], 0));
        assert_eq!(all_apart(&candidates, None).apart, [(0, 1.0), (1, 1.0)]);
    }

    #[test]
    fn those_that_cannot_be_told_apart_are_one_group_in_the_order_given() {
        let far = candidate("far", &[Some(-20_000)]);
        let answer = ordered(&[candidate("a", &[Some(10_000)]), candidate("b", &[Some(10_100)]), far], &[1.0]);
        let groups: Vec<Vec<usize>> = answer.groups.iter().map(|g| g.iter().map(|p| p.candidate).collect()).collect();
        assert_eq!(groups, [vec![0, 1], vec![2]]);
        assert_eq!((answer.groups[0][0].low, answer.groups[0][0].high), (1, 2));
    }

    #[test]
    fn a_hospital_with_too_little_data_stands_apart_and_is_never_last() {
        let some = [
            candidate("a", &[Some(1), Some(1)]),
            candidate("b", &[Some(5), Some(9)]),
            candidate("c", &[None, Some(3)]),
        ];
        let answer = ordered(&some, &[1.0, 1.0]);
        assert_eq!((answer.placed, answer.apart), (2, vec![(2, 0.5)]));
    }

    #[test]
    fn one_alone_has_no_place() {
        let answer = ordered(&[candidate("a", &[Some(1)])], &[1.0]);
        assert_eq!((answer.placed, answer.groups.len(), answer.apart.len()), (0, 0, 1));
    }

    #[test]
    fn the_order_of_the_list_does_not_change_a_range() {
        let all: Vec<Candidate> =
            (0..12).map(|i| candidate(&format!("h{i}"), &[Some(i * 900), Some(-i * 400)])).collect();
        let mut turned = all.clone();
        turned.reverse();
        let ranges = |list: &[Candidate]| {
            let answer = ordered(list, &[2.0, 1.0]);
            let mut all: Vec<(u64, usize, usize)> =
                answer.groups.iter().flatten().map(|p| (list[p.candidate].key, p.low, p.high)).collect();
            all.sort_unstable();
            all
        };
        assert_eq!(ranges(&all), ranges(&turned));
    }

    #[test]
    fn a_contradiction_is_an_error_and_no_order() {
        let prefer = |preferred, other| Preference { preferred, other, ratio: 2.0 };
        let weights = [Weighting::Between(1.0, 3.0), Weighting::Between(1.0, 3.0)];
        assert!(region(&weights, &[prefer(0, 1), prefer(1, 0)]).is_err());
        assert!(region(&[Weighting::Around(0.0)], &[]).is_err());
    }

    #[test]
    fn an_answer_counts_more_than_the_guess_of_a_preset_and_less_than_a_slider() {
        let prefer = [Preference { preferred: 0, other: 1, ratio: 4.0 }];
        let answered = region(&[Weighting::Between(1.0, 3.0), Weighting::Between(1.0, 3.0)], &prefer).unwrap();
        assert!(answered.central()[0] >= 4.0 * answered.central()[1]);
        assert!(region(&[Weighting::Around(1.0), Weighting::Around(1.0)], &prefer).is_err());
    }
}
