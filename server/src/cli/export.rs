//! How does a release leave as an interchange package, so that importing it leads to the same release?

use super::draft::Draft;
use super::{CLEAN, REFUSED};
use crate::package;
use domain::view_spec::ReleaseChoice;
use importers::package::Files;
use reports::{ReportError, Reports};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes the package into a folder that must not hold anything yet. 0 done, 1 refused.
pub async fn run(data: &Path, release: Option<&str>, folder: &Path) -> anyhow::Result<u8> {
    if let Err(why) = Draft::may_become(folder) {
        eprintln!("monosashi: {why}");
        return Ok(REFUSED);
    }
    let reports = Reports::open(data).await?;
    let choice = release.map_or(ReleaseChoice::Latest, |id| ReleaseChoice::Pinned(id.to_string()));
    if let Err(ReportError::NotFound { id, .. }) = reports.release_file(&choice) {
        eprintln!("monosashi: there is no release \"{id}\"; `monosashi doctor` lists them");
        return Ok(REFUSED);
    }
    reports.release_file(&choice)?;
    let folder_files = Folder { draft: Draft::begin(folder)?, file: None, count: 0 };
    let (id, written) = package::write(&reports, &choice, folder_files).await?;
    let count = written.finish()?;
    println!("Exported {id}: {count} files in {}", folder.display());
    println!("  Read it back with: monosashi --data OTHER import {}", folder.display());
    Ok(CLEAN)
}

/// Files in a folder that appears whole or not at all.
struct Folder {
    draft: Draft,
    file: Option<BufWriter<File>>,
    count: usize,
}

impl Folder {
    fn finish(mut self) -> anyhow::Result<usize> {
        self.flush()?;
        self.draft.finish()?;
        Ok(self.count)
    }
}

impl Files for Folder {
    fn begin(&mut self, name: &str) -> io::Result<()> {
        self.flush()?;
        self.file = Some(BufWriter::new(File::create(self.draft.path().join(name))?));
        self.count += 1;
        Ok(())
    }
}

impl Write for Folder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().map_or(Ok(bytes.len()), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}
