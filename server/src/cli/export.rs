//! How does a release leave as an interchange package, so that importing it leads to the same release?

use super::draft::Draft;
use super::{CLEAN, REFUSED};
use domain::view_spec::ReleaseChoice;
use importers::assemble::without_filled_points;
use importers::package::write_package;
use reports::{ReportError, Reports};
use std::path::Path;

/// Writes the package into a folder that must not hold anything yet. 0 done, 1 refused.
pub async fn run(data: &Path, release: Option<&str>, folder: &Path) -> anyhow::Result<u8> {
    if let Err(why) = Draft::may_become(folder) {
        eprintln!("monosashi: {why}");
        return Ok(REFUSED);
    }
    let reports = Reports::open(data).await?;
    let choice = release.map_or(ReleaseChoice::Latest, |id| ReleaseChoice::Pinned(id.to_string()));
    let (id, mut batch) = match reports.export(&choice).await {
        Ok(exported) => exported,
        Err(ReportError::NotFound { id, .. }) => {
            eprintln!("monosashi: there is no release \"{id}\"; `monosashi doctor` lists them");
            return Ok(REFUSED);
        }
        Err(error) => return Err(error.into()),
    };
    without_filled_points(&mut batch.hospitals);
    let files = write_package(&batch, &format!("monosashi-{id}"));
    write_folder(&files, folder)?;
    println!("Exported {id}: {} files in {}", files.len(), folder.display());
    println!("  Read it back with: monosashi --data OTHER import {}", folder.display());
    Ok(CLEAN)
}

fn write_folder(files: &[(String, Vec<u8>)], folder: &Path) -> anyhow::Result<()> {
    let draft = Draft::begin(folder)?;
    for (name, bytes) in files {
        draft.write(name, bytes)?;
    }
    draft.finish()
}
