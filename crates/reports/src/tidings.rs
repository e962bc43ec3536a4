//! What did each release change, counted by measure, for the whole country and for each region?

use crate::error::ReportError;
use crate::model::{ChangeCount, ChangeKind, ReleaseNote, ReleaseTidings};
use crate::service::{Open, Reports};
use domain::regions::region_id;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use domain::{Bilingual, MeasureId};
use std::collections::{BTreeMap, HashMap};

/// What a release changed: region (empty for the whole country), then measure.
pub(crate) type Counted = BTreeMap<String, BTreeMap<MeasureId, ChangeCount>>;

impl Reports {
    /// The newest releases, at most so many, each with what it changed for the hospitals of a region, or for all.
    ///
    /// # Errors
    /// [`ReportError::NotFound`] for a region without hospitals, [`ReportError::NoRelease`], or that a file cannot be read.
    pub async fn tidings(&self, region: Option<&str>, most: usize) -> Result<Vec<ReleaseTidings>, ReportError> {
        let mut list = Vec::new();
        for note in self.releases().await?.releases.into_iter().take(most) {
            list.push(self.tidings_of(note, region.unwrap_or_default()).await?);
        }
        Ok(list)
    }

    /// What one release changed for the hospitals of a region, or for all.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn tidings_in(&self, view: &ViewSpec, region: Option<&str>) -> Result<ReleaseTidings, ReportError> {
        let (_, release) = self.chosen(&view.release)?;
        self.tidings_of(release, region.unwrap_or_default()).await
    }

    /// The name of a region that has hospitals in the current release.
    ///
    /// # Errors
    /// [`ReportError::NotFound`] for a region without hospitals, [`ReportError::NoRelease`].
    pub async fn region_name(&self, region: &str) -> Result<Bilingual<String>, ReportError> {
        let (open, _) = self.chosen(&ReleaseChoice::Latest)?;
        let found = open.index().await?.regions.iter().find(|(id, _, _)| id == region);
        let unknown = || ReportError::NotFound { kind: "region", id: region.chars().take(100).collect() };
        found.map(|(_, name, _)| name.clone()).ok_or_else(unknown)
    }

    async fn tidings_of(&self, release: ReleaseNote, region: &str) -> Result<ReleaseTidings, ReportError> {
        let (open, _) = self.chosen(&ReleaseChoice::Pinned(release.id.clone()))?;
        let counted = open.counted.get_or_try_init(|| counted(&open)).await?;
        let changes = counted.get(region).map(|by_measure| by_measure.values().cloned().collect()).unwrap_or_default();
        Ok(ReleaseTidings { release, changes })
    }
}

/// Read once per release, without keeping its index in memory.
async fn counted(open: &Open) -> Result<Counted, ReportError> {
    let regions: HashMap<String, String> =
        open.file.hospitals().await?.into_iter().map(|h| (h.id, region_id(&h.country, &h.region_code))).collect();
    let names: HashMap<String, Bilingual<String>> =
        open.file.measures().await?.into_iter().map(|m| (m.id, Bilingual::new(m.name_ja, m.name_en))).collect();
    let mut counted = Counted::new();
    for row in open.file.changes().await? {
        let measure = MeasureId::parse(&row.measure_id).map_err(|e| ReportError::Store(e.to_string()))?;
        let kind = ChangeKind::parse(&row.kind).map_err(|e| ReportError::Store(e.to_string()))?;
        let region = regions.get(&row.hospital_id).cloned();
        for place in std::iter::once(String::new()).chain(region) {
            let name = || names.get(&row.measure_id).cloned().unwrap_or_default();
            let counts = counted.entry(place).or_default().entry(measure.clone());
            let counts = counts.or_insert_with(|| ChangeCount::none(measure.clone(), name()));
            match kind {
                ChangeKind::New => counts.new += 1,
                ChangeKind::Changed => counts.changed += 1,
                ChangeKind::Gone => counts.gone += 1,
            }
        }
    }
    Ok(counted)
}
