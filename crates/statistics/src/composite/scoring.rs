//! Which place has each hospital in one draw?

use super::Criteria;
use super::noise::{level, levels, seed};
use super::ordering::Sorter;
use super::table::available;

/// The hospitals that are placed, in the order of their keys, with room for one draw.
///
/// The order of keys, not of input, decides the rare exact tie, so that the order of input never matters.
pub(super) struct Scorer {
    /// Index into the table of each placed hospital.
    pub(super) hospitals: Vec<usize>,
    z: Vec<Vec<f64>>,
    variance: Vec<Vec<f64>>,
    seeds: Vec<u64>,
    /// Distinct sets of covered criteria, and which of them each hospital has.
    patterns: Vec<u32>,
    pattern_of: Vec<u32>,
    reciprocal: Vec<f64>,
    score: Vec<f64>,
    spread: Vec<f64>,
    drawn: Vec<f64>,
    keys: Vec<u64>,
    index_bits: u32,
    sorter: Sorter,
}

/// Σwz and Σw²s² of every placed hospital.
pub(super) struct Sums {
    score: Vec<f64>,
    spread: Vec<f64>,
}

/// Does chance enter a draw?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chance {
    /// The noise of this draw.
    OfDraw(usize),
    /// None: what the weights alone decide.
    None,
}

impl Scorer {
    pub(super) fn new(table: &Criteria, mut hospitals: Vec<usize>) -> Self {
        hospitals.sort_by_key(|&i| (table.keys[i], i));
        let pick = |column: &Vec<f64>| hospitals.iter().map(|&i| column[i]).collect::<Vec<f64>>();
        let mut patterns: Vec<u32> = hospitals.iter().map(|&i| table.covered[i]).collect();
        patterns.sort_unstable();
        patterns.dedup();
        let position = |i: usize| patterns.binary_search(&table.covered[i]).unwrap_or(0) as u32;
        let p = hospitals.len();
        Self {
            z: table.z.iter().map(pick).collect(),
            variance: table.variance.iter().map(pick).collect(),
            seeds: hospitals.iter().map(|&i| seed(table.keys[i])).collect(),
            pattern_of: hospitals.iter().map(|&i| position(i)).collect(),
            reciprocal: vec![0.0; patterns.len()],
            patterns,
            score: vec![0.0; p],
            spread: vec![0.0; p],
            drawn: vec![0.0; p],
            keys: vec![0; p],
            sorter: Sorter::default(),
            index_bits: usize::BITS - p.leading_zeros(),
            hospitals,
        }
    }

    /// Σwz and Σw²s² of every hospital.
    pub(super) fn sum(&mut self, weights: &[f64]) {
        self.score.fill(0.0);
        self.spread.fill(0.0);
        for ((z, variance), &weight) in self.z.iter().zip(&self.variance).zip(weights) {
            add(&mut self.score, z, weight);
            add(&mut self.spread, variance, weight * weight);
        }
        self.cover(weights);
    }

    /// Takes up sums made by [`Scorer::sum`] for `weights`, with one weight multiplied by a factor.
    pub(super) fn resume(&mut self, sums: &Sums, weights: &mut [f64], change: Option<(usize, f64)>) {
        self.score.copy_from_slice(&sums.score);
        self.spread.copy_from_slice(&sums.spread);
        if let Some((criterion, factor)) = change {
            let old = weights[criterion];
            let new = old * factor;
            weights[criterion] = new;
            add(&mut self.score, &self.z[criterion], new - old);
            add(&mut self.spread, &self.variance[criterion], new * new - old * old);
            // What is taken away may leave a trace below zero.
            self.spread.iter_mut().for_each(|spread| *spread = spread.max(0.0));
        }
        self.cover(weights);
    }

    /// The sums of the last weights.
    pub(super) fn sums(&self) -> Sums {
        Sums { score: self.score.clone(), spread: self.spread.clone() }
    }

    /// 1/Σw over covered criteria, by pattern; 0 where nothing is covered, so that the score is 0.
    fn cover(&mut self, weights: &[f64]) {
        for (reciprocal, &pattern) in self.reciprocal.iter_mut().zip(&self.patterns) {
            let weight = available(pattern, weights);
            *reciprocal = if weight > 1e-200 { 1.0 / weight } else { 0.0 };
        }
    }

    /// The central score and its standard error of every placed hospital, after [`Scorer::sum`].
    pub(super) fn scores(&self) -> Vec<(f64, f64)> {
        (0..self.score.len())
            .map(|k| {
                let reciprocal = self.reciprocal[self.pattern_of[k] as usize];
                (self.score[k] * reciprocal, self.spread[k].sqrt() * reciprocal)
            })
            .collect()
    }

    /// Calls `place(k, place − 1)` for every placed hospital, best first, after [`Scorer::sum`].
    pub(super) fn rank(&mut self, chance: Chance, mut place: impl FnMut(usize, usize)) {
        let mask = (1u64 << self.index_bits) - 1;
        let deviates = levels();
        for k in 0..self.score.len() {
            let deviate = match chance {
                Chance::OfDraw(draw) => deviates[level(self.seeds[k], draw)],
                Chance::None => 0.0,
            };
            let reciprocal = self.reciprocal[self.pattern_of[k] as usize];
            let score = (self.score[k] + deviate * self.spread[k].sqrt()) * reciprocal;
            self.drawn[k] = score;
            self.keys[k] = (descending_key(score) & !mask) | k as u64;
        }
        self.sorter.sort(&self.drawn, &mut self.keys);
        for (above, key) in self.keys.iter().enumerate() {
            place((key & mask) as usize, above);
        }
    }
}

/// target += weight × column.
fn add(target: &mut [f64], column: &[f64], weight: f64) {
    if weight == 0.0 {
        return;
    }
    for (t, x) in target.iter_mut().zip(column) {
        *t += weight * x;
    }
}

/// A key that sorts the highest score first; the lowest bits of the score give way to the hospital's index.
pub(super) fn descending_key(score: f64) -> u64 {
    let bits = (score + 0.0).to_bits();
    if bits >> 63 == 1 { bits } else { !bits & (u64::MAX >> 1) }
}
