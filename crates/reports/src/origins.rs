//! Where do all the values behind a picture of the country come from, and which of them were corrected?
//!
//! A list is read a page at a time; a picture of the whole country rests on every row.

use crate::error::ReportError;
use crate::index::{Index, period_of};
use crate::measure::{Question, country_over_time, question};
use crate::model::SourceNote;
use crate::service::Reports;
use domain::peers::PeerGroup;
use domain::view_spec::ViewSpec;
use domain::{Day, HospitalId, MeasureId, Period};
use store::read::ValueFilter;

/// Which values a picture rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rests {
    /// Those of the period that is asked for.
    OnePeriod,
    /// Those of every period.
    AllPeriods,
}

/// What stands behind a picture of the whole country.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Origins {
    /// Sources of all values.
    pub(crate) sources: Vec<SourceNote>,
    /// Whose value was corrected, for each corrected value, and the role of the hospital.
    pub(crate) corrected: Vec<(HospitalId, PeerGroup, Day)>,
}

impl Reports {
    /// Sources and corrections of all values of a measure in the country.
    ///
    /// # Errors
    /// [`ReportError`] where the measure or period is unknown or the release cannot be read.
    pub(crate) async fn origins(&self, id: &MeasureId, view: &ViewSpec, rests: Rests) -> Result<Origins, ReportError> {
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let question = question(index, id, view)?;
        let mut sources = Vec::new();
        let mut corrected = Vec::new();
        for filter in filters(index, &question, rests) {
            sources.extend(open.file.sources_of_values(&filter).await?);
            corrected.extend(corrected_in(index, &question, &filter)?);
        }
        Ok(Origins { sources: index.sources_of(sources.into_iter()), corrected })
    }
}

/// One for each set of values.
fn filters(index: &Index, question: &Question<'_>, rests: Rests) -> Vec<ValueFilter> {
    let of_year = |(period_start, period_end)| ValueFilter { period_start, period_end, ..question.filter.clone() };
    match rests {
        Rests::OnePeriod => vec![question.filter.clone()],
        Rests::AllPeriods => {
            let years = country_over_time(index, question);
            years.map(|year| of_year((year.period_start.clone(), year.period_end.clone()))).collect()
        }
    }
}

/// The newest correction of each value of a set.
fn corrected_in(
    index: &Index,
    question: &Question<'_>,
    filter: &ValueFilter,
) -> Result<Vec<(HospitalId, PeerGroup, Day)>, ReportError> {
    let period: Period = period_of(&filter.period_start, &filter.period_end)?;
    let here = |hospital: &String| {
        let card = &index.hospitals[*index.by_id.get(hospital)?].card;
        (card.country == question.national.country).then(|| (card.hospital.id.clone(), card.hospital.peer_group))
    };
    let of_measure = index.corrections.iter().filter(|((_, measure), _)| *measure == filter.measure_key);
    let newest = of_measure.filter_map(|((hospital, _), notes)| {
        let meant = notes.iter().filter(|(when, stratum, _)| *when == period && *stratum == filter.stratum);
        let (id, role) = here(hospital)?;
        Some((id, role, meant.map(|(.., note)| note.date).max()?))
    });
    Ok(newest.collect())
}
