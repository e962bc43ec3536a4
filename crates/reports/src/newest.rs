//! Which newest values are kept at hand for own criteria, and how is one of them disclosed?

use crate::assemble::{caveats, sealed};
use crate::error::ReportError;
use crate::index::period_of;
use crate::model::{CriterionValue, Figure};
use domain::care::Wish;
use domain::caveats::{CAVEATS, Caveat};
use domain::priorities::Score;
use domain::{Disclosed, Period, Status};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Release;
use store::rows::NewestValueRow;

/// The newest values of one measure in one country.
#[derive(Debug)]
pub(crate) struct NewestSet {
    pub period: Period,
    /// Standard deviation on the scale of comparison, and how far one base unit goes on it.
    pub scale: Option<(f64, f64)>,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// By the place of the hospital in the index, ascending.
    values: Vec<(u32, NewestValue)>,
}

/// One of them.
#[derive(Debug, Clone)]
pub(crate) struct NewestValue {
    status: Status,
    value: Option<f64>,
    interval: Option<(f64, f64)>,
    denominator: Option<f64>,
    pub score: Option<Score>,
    /// Bit i: the i-th caveat of the registry.
    caveats: u64,
}

/// Everything of that kind in a release.
#[derive(Debug, Default)]
pub(crate) struct Newest {
    sets: BTreeMap<(i64, String), NewestSet>,
    facts: HashMap<(u32, Wish), bool>,
}

impl NewestSet {
    /// The value of one hospital.
    pub fn value(&self, hospital: usize) -> Option<&NewestValue> {
        let key = u32::try_from(hospital).ok()?;
        self.values.binary_search_by_key(&key, |(h, _)| *h).ok().map(|i| &self.values[i].1)
    }

    /// The caveats that the most values carry among those that `wanted` picks, the most frequent first.
    pub fn frequent(&self, wanted: impl Fn(&Caveat) -> bool) -> Vec<&'static Caveat> {
        let count = |position: usize| self.values.iter().filter(|(_, v)| v.caveats >> position & 1 == 1).count();
        let counted = CAVEATS.iter().enumerate().filter(|(_, c)| wanted(c)).map(|(i, c)| (count(i), *c));
        let mut counted: Vec<(usize, &'static Caveat)> = counted.filter(|(n, _)| 2 * n > self.values.len()).collect();
        counted.sort_by_key(|(n, c)| (std::cmp::Reverse(*n), c.position()));
        counted.into_iter().map(|(_, c)| c).collect()
    }
}

impl NewestValue {
    /// The value with everything that has to be said about it.
    pub fn disclosed(&self) -> Disclosed<CriterionValue> {
        let figure = CriterionValue {
            status: self.status,
            value: Figure::from_column(self.value),
            interval_low: Figure::from_column(self.interval.map(|i| i.0)),
            interval_high: Figure::from_column(self.interval.map(|i| i.1)),
            denominator: Figure::from_column(self.denominator),
        };
        let said = CAVEATS.iter().enumerate().filter(|(i, _)| self.caveats >> i & 1 == 1).map(|(_, c)| *c).collect();
        sealed(figure, said)
    }

    /// The number, where there is one.
    pub const fn number(&self) -> Option<f64> {
        self.value
    }
}

impl Newest {
    /// Reads them; `countries` are those of the hospitals in the order of the index, `places` where each stands in it.
    pub async fn load(
        release: &Release,
        countries: &[String],
        places: &HashMap<String, usize>,
    ) -> Result<Self, ReportError> {
        let mut newest = Self::default();
        for row in release.newest_sets().await? {
            let scale = row.deviation.zip(row.slope).filter(|(deviation, _)| *deviation > 0.0);
            let sources = row.sources.split(';').filter(|id| !id.is_empty()).map(str::to_string).collect();
            let period = period_of(&row.period_start, &row.period_end)?;
            let set = NewestSet { period, scale, sources, values: Vec::new() };
            newest.sets.insert((row.measure_key, row.country), set);
        }
        // a measure at a time: never all rows at once
        let measures: BTreeSet<i64> = newest.sets.keys().map(|(measure, _)| *measure).collect();
        for measure in measures {
            for row in release.newest_values_of(measure).await? {
                let Some(place) = places.get(&row.hospital_id).copied() else { continue };
                let set = newest.sets.get_mut(&(measure, countries[place].clone()));
                if let (Some(set), Ok(hospital)) = (set, u32::try_from(place)) {
                    set.values.push((hospital, value(&row)?));
                }
            }
        }
        for set in newest.sets.values_mut() {
            set.values.sort_by_key(|(hospital, _)| *hospital);
            set.values.shrink_to_fit();
        }
        for row in release.wish_facts().await? {
            let place = places.get(&row.hospital_id).and_then(|i| u32::try_from(*i).ok());
            if let (Some(place), Ok(wish)) = (place, Wish::parse(&row.wish)) {
                newest.facts.insert((place, wish), row.holds == 1);
            }
        }
        Ok(newest)
    }

    /// The newest values of a measure.
    pub fn set(&self, measure_key: i64, country: &str) -> Option<&NewestSet> {
        self.sets.get(&(measure_key, country.to_string()))
    }

    /// Countries that have newest values of a measure.
    pub fn countries(&self, measure_key: i64) -> impl Iterator<Item = &str> {
        self.sets.keys().filter(move |(key, _)| *key == measure_key).map(|(_, country)| country.as_str())
    }

    /// Whether any source answers a wish with facts.
    pub fn knows(&self, wish: Wish) -> bool {
        self.facts.keys().any(|(_, known)| *known == wish)
    }

    /// A fact that no measure counts; `None` where it is not known.
    pub fn fact(&self, hospital: usize, wish: Wish) -> Option<bool> {
        self.facts.get(&(u32::try_from(hospital).ok()?, wish)).copied()
    }
}

fn value(row: &NewestValueRow) -> Result<NewestValue, ReportError> {
    let status = Status::parse(&row.status).map_err(|e| ReportError::Store(e.to_string()))?;
    let score = row.score.zip(row.score_error);
    let score = score.and_then(|(z, e)| Some(Score { z: i32::try_from(z).ok()?, error: u32::try_from(e).ok()? }));
    Ok(NewestValue {
        status,
        value: row.value.filter(|_| status == Status::Reported),
        interval: row.interval_low.zip(row.interval_high),
        denominator: row.denominator,
        score,
        caveats: caveats(&row.caveats).iter().fold(0, |bits, c| bits | 1 << c.position()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_caveat_has_a_bit() {
        assert!(CAVEATS.len() <= 64);
        let row = NewestValueRow {
            status: "reported".into(),
            value: Some(0.1),
            caveats: "ZERO_EVENTS;STALE".into(),
            ..NewestValueRow::default()
        };
        let said: Vec<&str> = value(&row).unwrap().disclosed().caveats().iter().map(|c| c.id).collect();
        assert_eq!(said, ["ZERO_EVENTS", "STALE"]);
    }
}
