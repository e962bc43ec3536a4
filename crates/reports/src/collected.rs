//! Which hospitals does a reader collect on the way, by name?

use crate::error::ReportError;
use crate::index::Index;
use crate::model::{Collected, HospitalRef};
use crate::service::Reports;
use domain::HospitalId;
use domain::view_spec::ViewSpec;

impl Reports {
    /// The hospitals of the address in their order. An unknown one is no mistake here: the page is about something else.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn collected(&self, view: &ViewSpec) -> Result<Vec<Collected>, ReportError> {
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let entries = view.hospitals.iter();
        Ok(entries.map(|id| Collected { asked: id.clone(), hospital: known(index, id) }).collect())
    }
}

/// An id that was given up leads to the one that is used now.
fn known(index: &Index, id: &HospitalId) -> Option<HospitalRef> {
    let card = match index.hospital(id) {
        Err(ReportError::Moved { to, .. }) => index.hospital(&HospitalId::parse(&to).ok()?),
        found => found,
    };
    card.ok().map(|card| card.hospital.clone())
}
