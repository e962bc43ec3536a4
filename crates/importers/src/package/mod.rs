//! What does an interchange package say, and how is one written?
//!
//! Writing a batch and reading it again gives the same batch; reading a clean package and writing it again gives the
//! same tables. Whatever is not understood is reported with file, row, column and value; the rest is loaded.

mod areas;
mod hospitals;
mod known;
mod manifest;
mod measures;
mod observations;
mod print;
mod remarks;
mod table;
mod writer;

pub use writer::{Files, PackageWriter, Rows, write_package};

use domain::issue::{Issue, IssueKind, Severity};
use domain::records::Batch;
use known::Known;
use manifest::Manifest;
use std::collections::BTreeMap;

/// Every table of the format, the required ones first.
const TABLES: [&str; 14] = [
    "hospitals",
    "measures",
    "observations",
    "identifiers",
    "successors",
    "context",
    "areas",
    "area_observations",
    "measure_versions",
    "limits",
    "footnotes",
    "events",
    "comments",
    "corrections",
];
const REQUIRED: [&str; 3] = ["hospitals", "measures", "observations"];

/// A table that may stand alone, outside a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lone {
    /// `corrections.csv`, as `monosashi correct` takes it.
    Corrections,
    /// `comments.csv`, as `monosashi reply` takes it.
    Comments,
    /// `events.csv`: disasters and outbreaks that an operator writes down.
    Events,
}

/// Reads the files of a package (names without the folder they lie in).
pub(crate) fn read_package(files: &BTreeMap<String, Vec<u8>>, file_name: &str) -> (Batch, Vec<Issue>) {
    let mut issues = Vec::new();
    let blocking = |kind, text: String| Issue::of_file(Severity::Blocking, kind, file_name, text);
    let manifest = match files.get("datapackage.json").map(|bytes| Manifest::parse(bytes)) {
        Some(Ok(manifest)) => manifest,
        Some(Err(error)) => {
            let text = format!("datapackage.json is no Frictionless data package: {error}");
            return (Batch::default(), vec![blocking(IssueKind::NotUnderstood, text)]);
        }
        None => {
            let text = "datapackage.json is missing".to_string();
            return (Batch::default(), vec![blocking(IssueKind::MissingColumn, text)]);
        }
    };
    let package = Package { files, file: file_name, paths: find_tables(&manifest, files, file_name, &mut issues) };
    for table in REQUIRED.into_iter().filter(|table| package.bytes(table).is_none()) {
        let text = format!("the required table {table}.csv is missing; nothing of the package was loaded");
        issues.push(blocking(IssueKind::MissingColumn, text).in_sheet(&format!("{table}.csv")));
    }
    if issues.iter().any(|i| i.severity == Severity::Blocking) {
        return (Batch::default(), issues);
    }
    let mut batch = package.read(&mut issues);
    batch.reality = manifest.reality();
    batch.name.clone_from(&manifest.name);
    batch.title.clone_from(&manifest.title);
    match manifest.created_on() {
        Ok(day) => batch.created = day,
        Err(text) => issues.push(
            Issue::of_file(Severity::Problem, IssueKind::NotUnderstood, file_name, "\"created\" is no day")
                .in_sheet("datapackage.json")
                .at(1, "created", text),
        ),
    }
    (batch, issues)
}

/// Reads a table that stands alone. Whether its ids exist is seen when everything is put together.
pub(crate) fn read_lone(table: Lone, bytes: &[u8], file_name: &str) -> (Batch, Vec<Issue>) {
    let mut issues = Vec::new();
    let mut batch = Batch::default();
    let known = Known::default();
    match table {
        Lone::Corrections => {
            batch.corrections = remarks::read_corrections(bytes, file_name, &known, &mut issues).unwrap_or_default();
        }
        Lone::Comments => {
            batch.comments = remarks::read_comments(bytes, file_name, &known, &mut issues).unwrap_or_default();
        }
        Lone::Events => {
            batch.events = areas::read_events(bytes, file_name, &known, &mut issues).unwrap_or_default();
        }
    }
    (batch, issues)
}

/// Where each table lies: as the manifest says, else under its own name.
fn find_tables(
    manifest: &Manifest,
    files: &BTreeMap<String, Vec<u8>>,
    file_name: &str,
    issues: &mut Vec<Issue>,
) -> BTreeMap<String, String> {
    let mut paths = manifest.tables();
    for (table, path) in &paths {
        if !is_table(table) {
            let text = format!("\"{path}\" is no table of the interchange format; it is left aside");
            issues.push(Issue::of_file(Severity::Note, IssueKind::UnknownFile, file_name, text).in_sheet(path));
        } else if !files.contains_key(path) {
            let text = format!("datapackage.json names \"{path}\", but the package does not hold it");
            issues.push(Issue::of_file(Severity::Problem, IssueKind::MissingColumn, file_name, text).in_sheet(path));
        }
    }
    paths.retain(|table, path| is_table(table) && files.contains_key(path));
    for file in files.keys() {
        if let Some(table) = file.strip_suffix(".csv").filter(|table| is_table(table) && !paths.contains_key(*table)) {
            let text = format!("\"{file}\" is not named in datapackage.json; it is read all the same");
            issues.push(Issue::of_file(Severity::Note, IssueKind::UnknownFile, file_name, text).in_sheet(file));
            paths.insert(table.to_string(), file.clone());
        }
    }
    paths
}

fn is_table(name: &str) -> bool {
    name == "sources" || TABLES.contains(&name)
}

struct Package<'a> {
    files: &'a BTreeMap<String, Vec<u8>>,
    file: &'a str,
    paths: BTreeMap<String, String>,
}

impl Package<'_> {
    fn bytes(&self, table: &str) -> Option<&[u8]> {
        self.files.get(self.paths.get(table)?).map(Vec::as_slice)
    }

    /// Reads one table; a required one that cannot be read blocks the package.
    fn table<T>(
        &self,
        name: &str,
        issues: &mut Vec<Issue>,
        read: impl FnOnce(&[u8], &str, &mut Vec<Issue>) -> Option<Vec<T>>,
    ) -> Vec<T> {
        let Some(bytes) = self.bytes(name) else { return Vec::new() };
        let before = issues.len();
        read(bytes, self.file, issues).unwrap_or_else(|| {
            let required = REQUIRED.contains(&name);
            for issue in issues.iter_mut().skip(before).filter(|i| required && i.severity == Severity::Problem) {
                issue.severity = Severity::Blocking;
            }
            Vec::new()
        })
    }

    /// Reads what defines ids first, then what refers to them.
    fn read(&self, issues: &mut Vec<Issue>) -> Batch {
        let mut batch = Batch {
            hospitals: self.table("hospitals", issues, hospitals::read_hospitals),
            measures: self.table("measures", issues, measures::read_measures),
            sources: self.table("sources", issues, remarks::read_sources),
            footnotes: self.table("footnotes", issues, remarks::read_footnotes),
            areas: self.table("areas", issues, areas::read_areas),
            area_observations: self.table("area_observations", issues, areas::read_area_observations),
            successors: self.table("successors", issues, hospitals::read_successors),
            ..Batch::default()
        };
        if issues.iter().any(|i| i.severity == Severity::Blocking) {
            return batch;
        }
        let mut known = Known::of(&batch);
        batch.observations =
            self.table("observations", issues, |b, f, i| observations::read_observations(b, f, &mut known, i));
        let known = &known;
        batch.limits = self.table("limits", issues, |b, f, i| observations::read_limits(b, f, known, i));
        batch.identifiers = self.table("identifiers", issues, |b, f, i| hospitals::read_identifiers(b, f, known, i));
        batch.context = self.table("context", issues, |b, f, i| hospitals::read_context(b, f, known, i));
        batch.measure_versions =
            self.table("measure_versions", issues, |b, f, i| measures::read_versions(b, f, known, i));
        batch.events = self.table("events", issues, |b, f, i| areas::read_events(b, f, known, i));
        batch.comments = self.table("comments", issues, |b, f, i| remarks::read_comments(b, f, known, i));
        batch.corrections = self.table("corrections", issues, |b, f, i| remarks::read_corrections(b, f, known, i));
        batch
    }
}

#[cfg(test)]
mod tests;
