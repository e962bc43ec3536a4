//! Which printed values, ranges and verdicts stand beside which true values?

use super::{damaged, no_page, place_of};
use crate::error::ReportError;
use crate::evidence::reading_of;
use crate::index::{Index, ListedMeasure, broken};
use ::demonstration::Truth;
use domain::Verdict;
use domain::measure::{Direction, Kind};
use domain::peers::PeerGroup;
use statistics::Reading;
use std::collections::{BTreeMap, HashMap};
use store::rows::ObservationRow;

/// Who knows the true values.
pub(super) struct Oracle {
    truth: Truth,
    /// Id before and after a new name: the truth knows the id after.
    renamed: (String, String),
}

impl Oracle {
    pub(super) fn new() -> Result<Self, ReportError> {
        let renamed = ::demonstration::landmarks().map_err(damaged)?.renamed;
        Ok(Self { truth: ::demonstration::truth().map_err(damaged)?, renamed })
    }

    /// The true value of one year.
    fn of_year(&self, row: &ObservationRow, measure: &ListedMeasure) -> Option<f64> {
        let id = if row.hospital_id == self.renamed.0 { &self.renamed.1 } else { &row.hospital_id };
        self.truth.value(id, measure.note.id.as_str(), &row.period_start)
    }
}

/// One hospital in a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    /// Its place in the index.
    pub hospital: usize,
    /// What its range of places rests on.
    pub reading: Reading,
    /// The true value behind it; larger is better.
    pub truth: f64,
    /// The printed range of places.
    pub range: (u64, u64),
    /// How many it prints as clearly better.
    pub clearly_better: u64,
    /// The value of the newest year as a plain list would print it; larger is better.
    pub printed: f64,
    /// The true value of that year; larger is better.
    pub printed_truth: f64,
    /// Several years are put together.
    pub together: bool,
}

/// The ranges of places of one measure and one role in the newest period.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    pub measure_key: i64,
    /// 1 where more is better, −1 where less is.
    pub sign: f64,
    /// By the place in the index.
    pub members: Vec<Member>,
}

/// A value outside the limits of its role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Beyond {
    pub measure_key: i64,
    /// Above the value of the role, as the verdict says.
    pub says_above: bool,
    /// Above it, truly.
    pub is_above: bool,
}

/// Everything that can be held against the truth.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub tables: Vec<Table>,
    pub beyond: Vec<Beyond>,
}

/// The years of one hospital in one measure.
type Years<'a> = HashMap<(usize, i64), Vec<&'a ObservationRow>>;

/// Collects tables and verdicts of the newest period; [`ReportError::NotFound`] where a value has no true one.
pub(super) fn tables(index: &Index, oracle: &Oracle, rows: &[ObservationRow]) -> Result<Found, ReportError> {
    let mut years: Years<'_> = HashMap::new();
    for row in rows.iter().filter(|row| row.stratum.is_empty()) {
        if let Some(hospital) = place_of(index, &row.hospital_id) {
            years.entry((hospital, row.measure_key)).or_default().push(row);
        }
    }
    let mut found = Found::default();
    for measure in &index.measures {
        let sign = match measure.note.direction {
            Direction::Higher => 1.0,
            Direction::Lower => -1.0,
            Direction::Neutral => continue,
        };
        if measure.note.crude_outcome || measure.note.shrunken {
            continue;
        }
        one_measure(index, oracle, measure, sign, &years, &mut found)?;
    }
    if found.tables.is_empty() { Err(no_page()) } else { Ok(found) }
}

fn one_measure(
    index: &Index,
    oracle: &Oracle,
    measure: &ListedMeasure,
    sign: f64,
    years: &Years<'_>,
    found: &mut Found,
) -> Result<(), ReportError> {
    let mut roles: BTreeMap<PeerGroup, Vec<Member>> = BTreeMap::new();
    for (hospital, listed) in index.hospitals.iter().enumerate() {
        let card = &listed.card;
        let Some(set) = index.newest.set(measure.key, &card.country) else { continue };
        let Some(own) = years.get(&(hospital, measure.key)) else { continue };
        let (start, end) = (set.period.start.to_string(), set.period.end.to_string());
        let year = own.iter().find(|row| row.pooled == 0 && row.period_start == start && row.period_end == end);
        let together = own.iter().find(|row| row.pooled == 1 && row.period_end == end);
        let Some(year) = year.filter(|row| row.value.is_some()) else { continue };
        let says = together.unwrap_or(year);
        let truth = true_value(oracle, measure, own, says).ok_or_else(no_page)?;
        if let (Some(best), Some(last), Some(clearly_better)) =
            (says.rank_best, says.rank_worst, says.rank_clearly_better)
        {
            let reading =
                reading_of(says, &measure.note).ok_or_else(|| broken("place", "a range without a reading"))?;
            roles.entry(card.hospital.peer_group).or_default().push(Member {
                hospital,
                reading,
                truth: sign * truth,
                range: (best.unsigned_abs(), last.unsigned_abs()),
                clearly_better: clearly_better.unsigned_abs(),
                printed: sign * year.value.unwrap_or_default(),
                printed_truth: sign * oracle.of_year(year, measure).ok_or_else(no_page)?,
                together: says.pooled == 1,
            });
        }
        let target = index.spread(measure.key, set.period, "", &card.country, card.hospital.peer_group.as_str());
        let judged = says.verdict_peer != Verdict::NotJudged.as_str();
        let class = says.peer_class.filter(|class| judged && *class != 0);
        if let Some((class, target)) = class.zip(target.and_then(|spread| spread.target)) {
            let (says_above, is_above) = (class > 0, truth > target);
            found.beyond.push(Beyond { measure_key: measure.key, says_above, is_above });
        }
    }
    let tables = roles.into_values().filter(|members| members.len() > 1);
    found.tables.extend(tables.map(|members| Table { measure_key: measure.key, sign, members }));
    Ok(())
}

/// What a row would say with endless patients: of years put together, their true values weighed as their counts are.
fn true_value(oracle: &Oracle, measure: &ListedMeasure, own: &[&ObservationRow], row: &ObservationRow) -> Option<f64> {
    if row.pooled == 0 {
        return oracle.of_year(row, measure);
    }
    let within = |year: &&&ObservationRow| {
        year.pooled == 0 && year.period_start >= row.period_start && year.period_end <= row.period_end
    };
    let (mut top, mut bottom) = (0.0, 0.0);
    for year in own.iter().filter(within) {
        let weight = if measure.note.kind == Kind::Ratio { year.expected } else { year.denominator }?;
        top += weight * oracle.of_year(year, measure)?;
        bottom += weight;
    }
    (bottom > 0.0).then(|| top / bottom)
}
