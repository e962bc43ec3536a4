//! `/data/{release}/package.zip`: how is the interchange package of a release made for many readers at once?
//!
//! It is written to a temporary file, hospital by hospital, by one worker at a time; who comes meanwhile is asked to come again.

use super::Downloads;
use super::address::{self, Asked, Bytes};
use super::stream;
use crate::http::{Named, Problem};
use crate::package;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::response::Response;
use domain::view_spec::ReleaseChoice;
use importers::package::Files;
use reports::{ReportError, Reports};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::sync::{Arc, RwLock};
use tempfile::NamedTempFile;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use zip::write::SimpleFileOptions;

const KIND: &str = "application/zip";
/// Packages that are kept on the disk for the next reader.
const KEPT: usize = 2;

/// The packages that were made, and the one worker.
#[derive(Debug, Clone)]
pub(super) struct Packages {
    worker: Arc<Semaphore>,
    made: Arc<RwLock<Vec<Arc<Made>>>>,
}

/// A package on the disk; the file goes when nobody reads it any more.
#[derive(Debug)]
struct Made {
    mark: String,
    file: NamedTempFile,
}

impl Default for Packages {
    fn default() -> Self {
        Self { worker: Arc::new(Semaphore::new(1)), made: Arc::default() }
    }
}

/// The package of a release.
pub async fn package(
    State(downloads): State<Downloads>,
    Named(release): Named<String>,
    method: Method,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let asked = Asked::read(&downloads, &release, &uri, Bytes::Same)?;
    let name = format!("monosashi-{}.zip", asked.release.id);
    if let Some(response) = asked.without_body(&method, &headers, KIND, &name) {
        return Ok(response);
    }
    let made = downloads.packages.of(&downloads.reports, &asked.release.id, &asked.pinned()).await?;
    let broken = |error: io::Error| Problem::from(ReportError::Store(error.to_string()));
    let file = tokio::fs::File::from_std(made.file.reopen().map_err(broken)?);
    let length = file.metadata().await.map_err(broken)?.len();
    let mut response = asked.answer(KIND, &name, stream::of_file(file, length));
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    Ok(response)
}

impl Packages {
    /// The package of a release: one that was made, or a new one where the worker is free.
    async fn of(&self, reports: &Reports, id: &str, choice: &ReleaseChoice) -> Result<Arc<Made>, Problem> {
        let mark = format!("{id}-{}", reports.release_mark(choice)?);
        if let Some(made) = self.made(&mark) {
            return Ok(made);
        }
        let worker = Arc::clone(&self.worker).try_acquire_owned().map_err(|_| busy())?;
        // it may have been finished while this reader came in
        if let Some(made) = self.made(&mark) {
            return Ok(made);
        }
        // the package is finished even where this reader goes away, and then serves the next
        let packages = self.clone();
        let (reports, choice) = (reports.clone(), choice.clone());
        let work = move || packages.make(&reports, &choice, mark, worker);
        let made = tokio::task::spawn_blocking(work).await.map_err(|_| Problem::unexpected())?;
        made.map_err(|error| Problem::from(ReportError::Store(format!("{error:#}"))))
    }

    fn make(
        &self,
        reports: &Reports,
        choice: &ReleaseChoice,
        mark: String,
        _until_done: OwnedSemaphorePermit,
    ) -> anyhow::Result<Arc<Made>> {
        let file = NamedTempFile::with_prefix("monosashi-package-")?;
        let archive = Archive(zip::ZipWriter::new(BufWriter::new(file.reopen()?)));
        let (_, archive) = Handle::current().block_on(package::write(reports, choice, archive))?;
        archive.0.finish()?.into_inner()?.sync_data()?;
        let made = Arc::new(Made { mark, file });
        if let Ok(mut list) = self.made.write() {
            list.insert(0, Arc::clone(&made));
            list.truncate(KEPT);
        }
        Ok(made)
    }

    fn made(&self, mark: &str) -> Option<Arc<Made>> {
        self.made.read().ok()?.iter().find(|made| made.mark == mark).map(Arc::clone)
    }
}

/// A zip in a file, the same bytes every time.
struct Archive(zip::ZipWriter<BufWriter<File>>);

impl Write for Archive {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Files for Archive {
    fn begin(&mut self, name: &str) -> io::Result<()> {
        // the day of the archive is the first that a zip knows: no clock writes into it
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        self.0.start_file(name, options).map_err(io::Error::other)
    }
}

fn busy() -> Problem {
    address::busy(
        "いま別のデータパッケージを作っています。数秒後にもう一度お試しください。版のファイル（.sqlite）と指標ごとの表（.csv）は、そのあいだも取れます。",
        "A package of a release is being made at this moment. Please try again in a few seconds; the file of the release (.sqlite) and the tables of the measures (.csv) can be had meanwhile.",
    )
}
