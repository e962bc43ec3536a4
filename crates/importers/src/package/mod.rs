//! What does an interchange package say?

use domain::issue::{Issue, IssueKind, Severity};
use domain::records::Batch;
use std::collections::BTreeMap;

/// Reads the files of a package (names without the folder they lie in).
pub(crate) fn read_package(files: &BTreeMap<String, Vec<u8>>, file_name: &str) -> (Batch, Vec<Issue>) {
    let message = format!("a package of {} files cannot be read yet", files.len());
    (Batch::default(), vec![Issue::of_file(Severity::Blocking, IssueKind::UnknownFile, file_name, message)])
}
