//! Of what does a release consist, for those who take it away as a whole?

use crate::error::ReportError;
use crate::index::{Index, ListedMeasure, count, period_of};
use crate::model::{Contents, MeasureContents};
use crate::service::Reports;
use domain::Period;
use domain::view_spec::ReleaseChoice;
use std::collections::BTreeSet;

impl Reports {
    /// Hospitals, measures with their days and sources, and how much there is of everything.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn contents(&self, choice: &ReleaseChoice) -> Result<Contents, ReportError> {
        let (open, release) = self.chosen(choice)?;
        let index = open.index().await?;
        let measures: Vec<MeasureContents> = index
            .measures
            .iter()
            .filter_map(|measure| of_measure(index, measure).transpose())
            .collect::<Result<_, _>>()?;
        Ok(Contents {
            release,
            hospitals: index.hospitals.iter().map(|h| h.card.hospital.id.clone()).collect(),
            home: index.country.clone(),
            values: measures.iter().map(|m| m.values).sum(),
            measures,
            sources: index.sources.iter().map(|(_, s)| s).filter(|s| !s.id.is_empty()).cloned().collect(),
            has_places: index.has_places(),
            corrections: index.corrections.values().map(Vec::len).sum(),
            file_bytes: std::fs::metadata(open.file.path()).map_or(0, |file| file.len()),
        })
    }

    /// Tells one file of a release from another of the same id: a digest of what went in, and the length.
    ///
    /// # Errors
    /// [`ReportError::NotFound`], [`ReportError::NoRelease`].
    pub fn release_mark(&self, choice: &ReleaseChoice) -> Result<String, ReportError> {
        Ok(self.chosen(choice)?.0.fingerprint.clone())
    }
}

/// A measure without any set of values has nothing to take away.
fn of_measure(index: &Index, measure: &ListedMeasure) -> Result<Option<MeasureContents>, ReportError> {
    let sets: Vec<_> = index.spreads_of(measure.key).filter(|s| s.peer_group.is_empty()).collect();
    let periods = sets.iter().map(|s| period_of(&s.period_start, &s.period_end)).collect::<Result<Vec<_>, _>>()?;
    let (Some(start), Some(end)) = (periods.iter().map(|p| p.start).min(), periods.iter().map(|p| p.end).max()) else {
        return Ok(None);
    };
    let each: BTreeSet<_> = periods.iter().map(|p| (p.end, p.start)).collect();
    let countries: BTreeSet<String> = sets.iter().map(|s| s.country.clone()).collect();
    let newest = countries.iter().filter_map(|country| index.newest.set(measure.key, country));
    let sources: BTreeSet<String> = newest.flat_map(|set| set.sources.iter().cloned()).collect();
    Ok(Some(MeasureContents {
        note: measure.note.clone(),
        covers: Period { start, end },
        periods: each.len(),
        values: sets.iter().map(|s| u64::from(count(s.hospitals))).sum(),
        countries: countries.into_iter().collect(),
        sources: sources.into_iter().collect(),
    }))
}
