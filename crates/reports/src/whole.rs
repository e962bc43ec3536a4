//! Which values does a measure have altogether: all periods, all parts of the patients, one part after another?
//!
//! Never more than one period and stratum is in memory.

use crate::assemble::{Beside, disclose};
use crate::error::ReportError;
use crate::index::Index;
use crate::model::{MeasureNote, ReleaseNote, SourceNote, ValueRow};
use crate::service::{Open, Reports};
use domain::view_spec::ReleaseChoice;
use domain::{Disclosed, MeasureId};
use std::collections::VecDeque;
use std::sync::Arc;
use store::read::{HospitalFilter, ValueFilter};
use store::rows::CommentRow;

/// Rows that are read at once.
const ROWS: i64 = 500;

/// All values of one measure, to be asked for part by part.
#[derive(Debug)]
pub struct WholeMeasure {
    open: Arc<Open>,
    /// Release that answers.
    pub release: ReleaseNote,
    /// The measure.
    pub measure: MeasureNote,
    /// Sources of all its values.
    pub sources: Vec<SourceNote>,
    comments: Vec<CommentRow>,
    sets: VecDeque<(ValueFilter, HospitalFilter)>,
    offset: i64,
}

impl Reports {
    /// All values of a measure: newest period first, the total before its parts, single years before years put together.
    ///
    /// # Errors
    /// [`ReportError`] where the measure or release is unknown or cannot be read.
    pub async fn whole_measure(&self, id: &MeasureId, choice: &ReleaseChoice) -> Result<WholeMeasure, ReportError> {
        let (open, release) = self.chosen(choice)?;
        let index = open.index().await?;
        let listed = index.measure(id)?;
        let (key, measure) = (listed.key, listed.note.clone());
        let sets = sets(index, key);
        let comments = open.file.comments_of_measure(key).await?;
        let mut behind = Vec::new();
        for (filter, _) in &sets {
            behind.extend(open.file.sources_of_values(filter).await?);
        }
        let sources = index.sources_of(behind.into_iter());
        Ok(WholeMeasure { open, release, measure, sources, comments, sets, offset: 0 })
    }
}

impl WholeMeasure {
    /// The next rows; `None` after the last ones. A part may be empty.
    ///
    /// # Errors
    /// [`ReportError`] where the release cannot be read.
    pub async fn next(&mut self) -> Result<Option<Vec<Disclosed<ValueRow>>>, ReportError> {
        let Some((filter, hospitals)) = self.sets.front() else {
            return Ok(None);
        };
        let index = self.open.index().await?;
        let rows = self.open.file.values(filter, hospitals, ROWS, self.offset).await?;
        let beside = Beside::of_rows(&self.open.file, &rows, &self.comments, index).await?;
        let known =
            rows.iter().filter_map(|row| Some((row, &index.hospitals[*index.by_id.get(&row.hospital_id)?].card)));
        let part = known.map(|(row, card)| disclose(row, index, card, &beside)).collect::<Result<_, _>>()?;
        self.offset += ROWS;
        if rows.len() < usize::try_from(ROWS).unwrap_or(usize::MAX) {
            self.sets.pop_front();
            self.offset = 0;
        }
        Ok(Some(part))
    }
}

/// Every set of a measure that has values.
fn sets(index: &Index, key: i64) -> VecDeque<(ValueFilter, HospitalFilter)> {
    let national: Vec<_> = index.spreads_of(key).rev().filter(|s| s.peer_group.is_empty()).collect();
    let mut strata: Vec<&str> = national.iter().map(|s| s.stratum.as_str()).collect();
    strata.sort_unstable();
    strata.dedup();
    let of = |country: &str| HospitalFilter { country: country.to_owned(), ..HospitalFilter::default() };
    let mut sets = VecDeque::new();
    for stratum in strata {
        for s in national.iter().filter(|s| s.stratum == stratum) {
            let filter = ValueFilter {
                measure_key: key,
                period_start: s.period_start.clone(),
                period_end: s.period_end.clone(),
                stratum: s.stratum.clone(),
                pooled: 0,
            };
            sets.push_back((filter, of(&s.country)));
        }
        for set in index.pooled.iter().rev().filter(|p| p.measure_key == key && p.stratum == stratum) {
            let filter = ValueFilter {
                measure_key: key,
                period_start: set.period_start.clone(),
                period_end: set.period_end.clone(),
                stratum: set.stratum.clone(),
                pooled: 1,
            };
            sets.push_back((filter, HospitalFilter::default()));
        }
    }
    sets
}
