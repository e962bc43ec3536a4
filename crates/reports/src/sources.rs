//! From where do the figures of a release come?

use crate::error::ReportError;
use crate::model::SourceList;
use crate::service::Reports;
use domain::view_spec::ViewSpec;

impl Reports {
    /// All sources of a release.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn sources(&self, view: &ViewSpec) -> Result<SourceList, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        Ok(SourceList { release, sources: index.sources.iter().map(|(_, s)| s.clone()).collect() })
    }
}
