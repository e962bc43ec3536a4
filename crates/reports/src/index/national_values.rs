//! Which values of a country are the publisher's own, and not all its hospitals put together?
//!
//! On publish they take the place of the pooled value for measures that the publisher has shrunk (`publish::judge`); a release
//! keeps what was published, and so the answer can be read from it.

use crate::error::ReportError;
use crate::index::Listed;
use std::collections::BTreeSet;
use store::Release;
use store::rows::SpreadRow;

/// The measures that have one, and the days of those that are printed by period.
#[derive(Debug, Default)]
pub(crate) struct NationalValues {
    /// Keys of measures whose description names a value.
    of_measures: BTreeSet<i64>,
    /// Measure, country, first day and last day.
    of_days: BTreeSet<(i64, String, String, String)>,
}

impl NationalValues {
    /// Reads them.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the file cannot be read.
    pub async fn load(release: &Release, hospitals: &[Listed]) -> Result<Self, ReportError> {
        let shrunken: Vec<_> = release.measures().await?.into_iter().filter(|m| m.shrunken == Some(1)).collect();
        if shrunken.is_empty() {
            return Ok(Self::default());
        }
        let countries: BTreeSet<&str> = hospitals.iter().map(|listed| listed.card.country.as_str()).collect();
        let mut of_days = BTreeSet::new();
        for country in countries {
            // those of the whole country stand among the values of areas, under its code
            for row in release.area_observations_within(country).await? {
                let measure =
                    shrunken.iter().find(|m| m.id == row.key && row.area_code == country && row.value.is_some());
                of_days.extend(measure.map(|m| (m.measure_key, row.area_code, row.period_start, row.period_end)));
            }
        }
        let of_measures = shrunken.iter().filter(|m| m.national_value.is_some()).map(|m| m.measure_key).collect();
        Ok(Self { of_measures, of_days })
    }

    /// Whether the value of a set is one: only that of a whole country and of all its patients can be.
    pub fn has(&self, row: &SpreadRow) -> bool {
        let [country, start, end] = [&row.country, &row.period_start, &row.period_end].map(String::clone);
        row.peer_group.is_empty()
            && row.stratum.is_empty()
            && (self.of_measures.contains(&row.measure_key)
                || self.of_days.contains(&(row.measure_key, country, start, end)))
    }
}
