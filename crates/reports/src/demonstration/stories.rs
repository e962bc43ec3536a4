//! Which hospitals and places do the stories point at?

use super::tables::{Member, Table};
use super::{damaged, no_page, place_of};
use crate::error::ReportError;
use crate::index::Index;
use crate::model::{AreaName, HospitalCard, LookAlike, MeasureNote, PairAnswer, Share, Stories};
use crate::place_names::name_of;
use crate::service::Reports;
use domain::Trend;
use domain::measure::Direction;
use domain::view_spec::ViewSpec;
use statistics::summary::quantile;
use store::rows::ObservationRow;

/// Pairs that are asked before the story is left out.
const CANDIDATES: usize = 20;
/// The crude outcome of the demonstration.
const CRUDE: &str = "demo-deaths-in-hospital";

/// Collects them; [`ReportError::NotFound`] where one of the hospitals of the demonstration is not in the release.
pub(super) fn stories(
    index: &Index,
    rows: &[ObservationRow],
    look_alike: Option<LookAlike>,
) -> Result<Stories, ReportError> {
    let marks = ::demonstration::landmarks().map_err(damaged)?;
    let card = |id: &str| place_of(index, id).map(|place| index.hospitals[place].card.clone()).ok_or_else(no_page);
    let first = |ids: &[String]| ids.first().ok_or_else(no_page).and_then(|id| card(id));
    let measure = |id: &str| index.measures.iter().find(|m| m.note.id.as_str() == id).map(|m| m.note.clone());
    let (improver, improvers) = improvers(index, rows, &marks.improvers);
    Ok(Stories {
        island: card(&marks.island_hospital)?,
        island_together: put_together(index, rows, &marks.island_hospital),
        palliative: first(&marks.palliative_hospitals)?,
        crude: measure(CRUDE),
        university: first(&marks.university_hospitals)?,
        flooded_area: area(index, marks.flooded_area)?,
        flooded: marks.flooded_hospitals.first().and_then(|id| card(id).ok()),
        outbreak: card(&marks.outbreak_hospital)?,
        merged_into: card(&marks.merged.1)?,
        renamed: card(&marks.renamed.1).or_else(|_| card(&marks.renamed.0))?,
        look_alike,
        improver,
        improvers,
        countryside: area(index, marks.countryside_region)?,
    })
}

fn area(index: &Index, code: &str) -> Result<AreaName, ReportError> {
    let found = index.areas.iter().find(|area| area.code == code).ok_or_else(no_page)?;
    Ok(name_of(found).of_area(code))
}

/// The first measure for which the years of a hospital are put together.
fn put_together(index: &Index, rows: &[ObservationRow], hospital: &str) -> Option<MeasureNote> {
    let row = rows.iter().find(|row| row.pooled == 1 && row.hospital_id == hospital)?;
    index.measure_of_key(row.measure_key).map(|measure| measure.note.clone())
}

/// Those that truly became better: one whose figures show it, and how many of all do.
fn improvers(
    index: &Index,
    rows: &[ObservationRow],
    all: &[::demonstration::Improver],
) -> (Option<(HospitalCard, MeasureNote)>, Share) {
    let (mut shown, mut share) = (None, Share::default());
    for improver in all {
        let Some(measure) = index.measures.iter().find(|m| m.note.id.as_str() == improver.measure_id) else { continue };
        let better = match measure.note.direction {
            Direction::Higher => Trend::Rising,
            Direction::Lower => Trend::Falling,
            Direction::Neutral => continue,
        };
        let mut own = rows.iter().filter(|row| {
            row.hospital_id == improver.hospital_id && row.measure_key == measure.key && row.stratum.is_empty()
        });
        share.of += 1;
        if own.any(|row| row.trend == better.as_str()) {
            share.n += 1;
            let card = place_of(index, &improver.hospital_id).map(|place| index.hospitals[place].card.clone());
            // a crude outcome has no good side to move to
            if shown.is_none() && !measure.note.crude_outcome {
                shown = card.zip(Some(measure.note.clone()));
            }
        }
    }
    (shown, share)
}

impl Reports {
    /// Two hospitals of one role and prefecture whose printed values lie far apart, the true ones the other way round, and
    /// of which our comparison says that they cannot be told apart.
    pub(super) async fn look_alike(
        &self,
        index: &Index,
        tables: &[Table],
        view: &ViewSpec,
    ) -> Result<Option<LookAlike>, ReportError> {
        for (table, a, b) in candidates(index, tables).into_iter().take(CANDIDATES) {
            let Some(measure) = index.measure_of_key(table.measure_key) else { continue };
            let cards = [a, b].map(|member| &index.hospitals[member.hospital].card);
            let asked = ViewSpec {
                release: view.release.clone(),
                hospitals: cards.iter().map(|card| card.hospital.id.clone()).collect(),
                measures: vec![measure.note.id.clone()],
                ..ViewSpec::default()
            };
            let compared = self.compare(&asked).await?;
            let pair = compared.measures.first().and_then(|m| m.pairs.first());
            if pair.is_some_and(|pair| pair.answer == PairAnswer::CannotTell) {
                let [looks_better, is_better] = cards.map(Clone::clone);
                return Ok(Some(LookAlike { measure: measure.note.clone(), looks_better, is_better }));
            }
        }
        Ok(None)
    }
}

/// Pairs that a plain list gets wrong, those that look most different first.
fn candidates<'a>(index: &Index, tables: &'a [Table]) -> Vec<(&'a Table, &'a Member, &'a Member)> {
    let region = |member: &Member| &index.hospitals[member.hospital].card.hospital.region;
    let mut found: Vec<(f64, (&Table, &Member, &Member))> = Vec::new();
    for table in tables {
        let printed: Vec<f64> = table.members.iter().map(|m| m.printed).collect();
        let Some(half) = quantile(&printed, 0.75).zip(quantile(&printed, 0.25)).map(|(high, low)| high - low) else {
            continue;
        };
        let of_one_year = || table.members.iter().filter(|m| !m.together);
        for a in of_one_year() {
            let wrong = |b: &&Member| a.printed > b.printed && a.truth < b.truth && region(a) == region(b);
            found.extend(of_one_year().filter(wrong).map(|b| ((a.printed - b.printed) / half, (table, a, b))));
        }
    }
    found.retain(|(how_far, _)| how_far.is_finite());
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|(_, pair)| pair).collect()
}
