//! Is the region that an address names one that there is, and one of the measure that is asked about?

use crate::error::ReportError;
use crate::service::Reports;
use domain::MeasureId;
use domain::regions::{PREFECTURES, split_region_id};
use domain::view_spec::{Key, ViewError, ViewSpec};
use std::collections::BTreeSet;

impl Reports {
    /// A region is a prefecture of Japan or one in which the release has a hospital; beside a measure, one of a country that
    /// has values of it. A prefecture without hospitals is a region all the same, with nobody in it.
    ///
    /// # Errors
    /// [`ReportError::View`] that names the parameter; [`ReportError`] where the release is unknown or cannot be read. A measure
    /// that is not there is somebody else's refusal.
    pub async fn check_region(&self, view: &ViewSpec, measure: Option<&MeasureId>) -> Result<(), ReportError> {
        let Some(region) = view.region.as_deref() else { return Ok(()) };
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let (country, code) = split_region_id(region).unwrap_or((region, ""));
        let is_prefecture = country == "JP" && PREFECTURES.iter().any(|(known, _)| *known == code);
        if !is_prefecture && !index.hospitals.iter().any(|listed| listed.card.hospital.region == region) {
            return Err(ReportError::View(no_region(region)));
        }
        let Some(measure) = measure.and_then(|id| index.measure(id).ok()) else { return Ok(()) };
        let countries: BTreeSet<&str> = index.spreads_of(measure.key).map(|set| set.country.as_str()).collect();
        if countries.is_empty() || countries.contains(country) {
            return Ok(());
        }
        Err(ReportError::View(no_region_of(region, &countries.into_iter().collect::<Vec<_>>().join(", "))))
    }
}

fn no_region(region: &str) -> ViewError {
    error(
        format!(
            "is \"{region}\", which is no region of this release: JP-01 to JP-47, or the country and region of a hospital in it"
        ),
        format!(
            "「{region}」という地域は、この版にありません。JP-01 から JP-47、またはこの版にある病院の国と地域を書いてください"
        ),
    )
}

fn no_region_of(region: &str, countries: &str) -> ViewError {
    error(
        format!("is \"{region}\", and this measure has values of another country only: {countries}"),
        format!("「{region}」は、この指標の値がない国の地域です。値のある国：{countries}"),
    )
}

fn error(detail: String, detail_ja: String) -> ViewError {
    ViewError { parameter: Key::Region.parameter().to_owned(), detail, detail_ja }
}
