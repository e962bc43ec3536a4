//! How does a whole release, or a whole measure, leave? As a stream from the disk, never as a body in memory.
//!
//! These doors stand beside the layer that finishes bodies: they have light headers of their own.

mod address;
mod catalog;
mod columns;
mod datapackage;
mod digest;
mod file;
mod licences;
mod package;
mod spreadsheet;
mod stream;
mod values;

pub use catalog::catalog;
pub use datapackage::datapackage;
pub use file::release_file;
pub use package::package;
pub use spreadsheet::Form;
pub use values::values;

use app::site::Origin;
use digest::Digests;
use package::Packages;
use reports::Reports;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Tables that are made at once; each holds one period of one measure.
const TABLES: usize = 64;

/// What the downloads need.
#[derive(Debug, Clone)]
pub struct Downloads {
    reports: Reports,
    origin: Arc<Origin>,
    packages: Packages,
    digests: Digests,
    tables: Arc<Semaphore>,
}

impl Downloads {
    /// From these releases, found from outside at `origin`.
    pub fn new(reports: Reports, origin: Origin) -> Self {
        let tables = Arc::new(Semaphore::new(TABLES));
        Self { reports, origin: Arc::new(origin), packages: Packages::default(), digests: Digests::default(), tables }
    }
}
