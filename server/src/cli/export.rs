//! How does a release leave as an interchange package, so that importing it leads to the same release?

use super::{CLEAN, REFUSED};
use anyhow::Context as _;
use domain::view_spec::ReleaseChoice;
use importers::assemble::without_filled_points;
use importers::package::write_package;
use reports::{ReportError, Reports};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the package into a folder that must not hold anything yet. 0 done, 1 refused.
pub async fn run(data: &Path, release: Option<&str>, folder: &Path) -> anyhow::Result<u8> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        eprintln!("monosashi: {} is not empty; name a folder that does not exist yet", folder.display());
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

/// The folder appears when it is whole.
fn write_folder(files: &[(String, Vec<u8>)], folder: &Path) -> anyhow::Result<()> {
    let draft = draft_of(folder);
    if draft.exists() {
        fs::remove_dir_all(&draft).with_context(|| format!("cannot remove {}", draft.display()))?;
    }
    fs::create_dir_all(&draft).with_context(|| format!("cannot create {}", draft.display()))?;
    for (name, bytes) in files {
        let path = draft.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}; is the disk full?", path.display()))?;
    }
    // an empty folder may stand there already
    let _there_or_not = fs::remove_dir(folder);
    fs::rename(&draft, folder).with_context(|| format!("cannot create {}", folder.display()))
}

fn draft_of(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_os_string();
    name.push(".partial");
    folder.with_file_name(name)
}
