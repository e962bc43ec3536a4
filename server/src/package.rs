//! How does a release become an interchange package, for the command line and for a download alike?
//!
//! One hospital at a time: a release of any size takes the same memory.

use anyhow::Context as _;
use domain::view_spec::ReleaseChoice;
use importers::assemble::without_filled_points;
use importers::package::{Files, PackageWriter, Rows};
use reports::Reports;

/// The title of data that came without one.
pub const TITLE: &str = "病院ごとの医療の質 / Quality of care by hospital";

/// Writes the package of a release, and gives back its id and where the files went.
pub async fn write<F: Files>(reports: &Reports, choice: &ReleaseChoice, files: F) -> anyhow::Result<(String, F)> {
    let mut export = reports.export(choice).await?;
    without_filled_points(&mut export.small.hospitals);
    if export.small.title.is_empty() {
        export.small.title = TITLE.to_owned();
    }
    let hospitals = export.hospitals();
    let small = &export.small;
    let mut package = PackageWriter::new(files);
    let told = "the package cannot be written; is the disk full?";
    package.rows(Rows::Hospitals(&small.hospitals)).context(told)?;
    for hospital in &hospitals {
        package.rows(Rows::Identifiers(&export.identifiers(hospital).await?)).context(told)?;
    }
    package.rows(Rows::Successors(&small.successors)).context(told)?;
    for hospital in &hospitals {
        package.rows(Rows::Context(&export.context(hospital).await?)).context(told)?;
    }
    package.rows(Rows::Areas(&small.areas)).context(told)?;
    package.rows(Rows::AreaObservations(&small.area_observations)).context(told)?;
    package.rows(Rows::Measures(&small.measures)).context(told)?;
    package.rows(Rows::MeasureVersions(&small.measure_versions)).context(told)?;
    for hospital in &hospitals {
        package.rows(Rows::Observations(&export.observations(hospital).await?)).context(told)?;
    }
    for hospital in &hospitals {
        package.rows(Rows::Limits(&export.limits(hospital).await?)).context(told)?;
    }
    for rows in [
        Rows::Footnotes(&small.footnotes),
        Rows::Events(&small.events),
        Rows::Comments(&small.comments),
        Rows::Corrections(&small.corrections),
        Rows::Sources(&small.sources),
    ] {
        package.rows(rows).context(told)?;
    }
    let files = package.finish(small, &format!("monosashi-{}", export.id)).context(told)?;
    Ok((export.id, files))
}
