//! Which true directly standardised rates are compatible with the counts in the strata?

use super::ratio::byar_counts;
use super::{Estimate, Interval, IntervalMethod};
use crate::Confidence;
use crate::sample::LARGEST_COUNT;

/// One stratum (an age group) of a directly standardised rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    events: f64,
    population: f64,
    standard_weight: f64,
}

impl Stratum {
    /// `None` unless 0 ≤ events ≤ 10¹², 1 ≤ population ≤ 10¹² and 0 ≤ standard weight ≤ 10¹².
    pub fn new(events: f64, population: f64, standard_weight: f64) -> Option<Self> {
        let counts = 0.0..=LARGEST_COUNT;
        let valid = counts.contains(&events)
            && (1.0..=LARGEST_COUNT).contains(&population)
            && counts.contains(&standard_weight);
        valid.then_some(Self { events, population, standard_weight })
    }
}

/// The directly standardised rate Σwc/p / Σw with Dobson's interval on Byar's limits.
///
/// Dobson et al. 1991, Stat Med 10, 457–462: var = Σw²c/p² / (Σw)²; lower = d + √(var/O)·(Byar lower − O), upper
/// likewise. Unit: events per person. `None` below 10 events in all (as OHID does) or where the weights add to zero.
pub fn dobson_interval(strata: &[Stratum], confidence: Confidence) -> Option<Estimate> {
    let events: f64 = strata.iter().map(|s| s.events).sum();
    let weights: f64 = strata.iter().map(|s| s.standard_weight).sum();
    if events < 10.0 || weights < 1e-12 {
        return None;
    }
    let share = |s: &Stratum| s.standard_weight / weights / s.population;
    let value: f64 = strata.iter().map(|s| share(s) * s.events).sum();
    let variance: f64 = strata.iter().map(|s| share(s) * share(s) * s.events).sum();
    let (lower, upper) = byar_counts(events, confidence);
    let scale = (variance / events).sqrt();
    let interval =
        Interval { lower: (value + scale * (lower - events)).max(0.0), upper: value + scale * (upper - events) };
    Some(Estimate { value, interval, confidence, method: IntervalMethod::Dobson })
}
