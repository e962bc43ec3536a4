//! What does the release before say, and which of its measures lose most of their values in the next one?

use crate::cli::report::grouped;
use reports::publish::changes;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::rows::{MeasureRow, ObservationRow};
use store::write::ReleaseRows;
use store::{Release, StoreError};

/// A measure that loses more than this share of its values against the release before is refused without `--force`.
const COLLAPSE: f64 = 0.5;

/// The release before the one that is made.
#[derive(Debug)]
pub(super) struct Previous {
    path: PathBuf,
    /// Its id.
    pub id: String,
    /// Id of the release before it.
    pub previous_id: String,
}

impl Previous {
    /// The release of a file; none where there is no file, or one of another version.
    pub(super) async fn at(path: &Path) -> anyhow::Result<Option<Self>> {
        if !path.is_file() {
            return Ok(None);
        }
        let release = match Release::open(path).await {
            Ok(release) => release,
            Err(error @ StoreError::Version { .. }) => {
                eprintln!("monosashi: {error}; it is not compared with");
                return Ok(None);
            }
            Err(error) => return Err(error.into()),
        };
        let row = release.release().await?;
        Ok(Some(Self { path: path.to_path_buf(), id: row.id, previous_id: row.previous_id }))
    }

    /// Adds the differences to the rows, and says which measures collapse.
    pub(super) async fn compare(&self, rows: &mut ReleaseRows) -> anyhow::Result<Vec<String>> {
        let release = Release::open(&self.path).await?;
        let (measures, observations) = (release.measures().await?, release.all_observations().await?);
        rows.changes = changes((&measures, &observations), (&rows.measures, &rows.observations));
        let then = reported(&measures, &observations);
        let now = reported(&rows.measures, &rows.observations);
        Ok(collapsed(&then, &now))
    }
}

/// Published values per measure.
fn reported(measures: &[MeasureRow], observations: &[ObservationRow]) -> BTreeMap<String, usize> {
    let ids: BTreeMap<i64, &str> = measures.iter().map(|m| (m.measure_key, m.id.as_str())).collect();
    let mut counts = BTreeMap::new();
    for o in observations.iter().filter(|o| o.status == "reported" && o.pooled == 0) {
        if let Some(id) = ids.get(&o.measure_key) {
            *counts.entry((*id).to_string()).or_insert(0) += 1;
        }
    }
    counts
}

fn collapsed(then: &BTreeMap<String, usize>, now: &BTreeMap<String, usize>) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, old) in then {
        let new = now.get(id).copied().unwrap_or(0);
        #[allow(clippy::cast_precision_loss)]
        if (new as f64) < (*old as f64) * (1.0 - COLLAPSE) {
            lines.push(format!("{id}: {} values before, {} now", grouped(*old), grouped(new)));
        }
    }
    lines
}
