//! How often is a plain list wrong, and how often are we? Only invented data has true values to ask.

mod count;
mod stories;
mod tables;

use crate::error::ReportError;
use crate::index::{Index, broken};
use crate::model::{DemonstrationReport, MeasureTruth, Stories, TruthCounts};
use crate::service::{Open, Reports};
use domain::view_spec::ViewSpec;
use tables::{Oracle, Table};

/// What is worked out once per release.
#[derive(Debug)]
pub(crate) struct Known {
    all: TruthCounts,
    measures: Vec<MeasureTruth>,
    stories: Stories,
}

impl Reports {
    /// The stories of the fictional hospitals, and our statements held against their true values.
    ///
    /// # Errors
    /// [`ReportError::NotFound`] where the release is not the demonstration, or that the release cannot be read.
    pub async fn demonstration(&self, view: &ViewSpec) -> Result<DemonstrationReport, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        if !release.is_demonstration() {
            return Err(no_page());
        }
        let known = open.truth.get_or_try_init(|| self.held_against_truth(&open, view)).await?;
        Ok(DemonstrationReport {
            release,
            all: known.all,
            measures: known.measures.clone(),
            stories: known.stories.clone(),
        })
    }

    async fn held_against_truth(&self, open: &Open, view: &ViewSpec) -> Result<Known, ReportError> {
        let index = open.index().await?;
        let oracle = Oracle::new()?;
        let rows = open.file.all_observations().await?;
        let found = tables::tables(index, &oracle, &rows)?;
        let mut measures: Vec<MeasureTruth> = Vec::new();
        for measure in &index.measures {
            let own: Vec<&Table> = found.tables.iter().filter(|table| table.measure_key == measure.key).collect();
            own.iter().try_for_each(|table| same_statements(table))?;
            let beyond = found.beyond.iter().filter(|beyond| beyond.measure_key == measure.key);
            let counts = own.into_iter().map(count::table).chain(beyond.map(count::beyond)).reduce(TruthCounts::plus);
            measures.extend(counts.map(|counts| MeasureTruth { measure: measure.note.clone(), counts }));
        }
        let all = measures.iter().map(|m| m.counts).fold(TruthCounts::default(), TruthCounts::plus);
        let look_alike = self.look_alike(index, &found.tables, view).await?;
        let stories = stories::stories(index, &rows, look_alike)?;
        Ok(Known { all, measures, stories })
    }
}

/// What is held against the truth must be what the release prints.
fn same_statements(table: &Table) -> Result<(), ReportError> {
    let printed: u64 = table.members.iter().map(|member| member.clearly_better).sum();
    if count::table(table).told_right.of == printed {
        return Ok(());
    }
    Err(broken("ranges of places", "the pairs told apart are not those that the release prints"))
}

/// Not the demonstration: whatever the address says, there is no such page.
fn no_page() -> ReportError {
    ReportError::NotFound { kind: "page", id: "demonstration".to_string() }
}

/// A list compiled into the demonstration is damaged.
fn damaged(error: ::demonstration::Error) -> ReportError {
    ReportError::Store(error.to_string())
}

/// The place in the index of a hospital by an id of any release.
fn place_of(index: &Index, id: &str) -> Option<usize> {
    index.by_id.get(id).or_else(|| index.by_id.get(index.moved.get(id)?)).copied()
}
