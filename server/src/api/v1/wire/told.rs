//! How does a row say by itself of which measure it is, and under which definition, where its table leaves alone?

use super::Row;
use domain::{MeasureId, Period};
use reports::model::VersionNote;
use serde::Serialize;

/// A row with the measure that it is of.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct OfMeasure<R> {
    /// The row itself.
    #[serde(flatten)]
    pub row: R,
    /// Id of the measure.
    pub measure_id: String,
    /// Version of the definition that held on the last day of the period; null where the source tells of none.
    pub definition_version: Option<String>,
}

impl<R> OfMeasure<R> {
    /// A row of a period.
    pub fn of(row: R, measure: &MeasureId, versions: &[VersionNote], period: Period) -> Self {
        let version = VersionNote::of_period(versions, period);
        Self {
            row,
            measure_id: measure.to_string(),
            definition_version: version.map(|version| version.version.clone()),
        }
    }
}

impl<R: Row + Default> Row for OfMeasure<R> {
    fn filled() -> Self {
        Self { row: R::filled(), ..Self::default() }
    }
}
