//! How is a package written table by table, so that a large one never stands in memory as a whole?

use super::manifest::{Manifest, Written};
use super::print::Sheet;
use super::{REQUIRED, areas, hospitals, measures, observations, remarks};
use domain::records::*;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Where the files of a package go: one is begun, and what is written then belongs to it.
pub trait Files: Write {
    /// Begins the next file.
    ///
    /// # Errors
    /// Where it cannot be written.
    fn begin(&mut self, name: &str) -> io::Result<()>;
}

/// Some rows of one table.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)] // each is named after its table
pub enum Rows<'a> {
    Hospitals(&'a [HospitalRecord]),
    Identifiers(&'a [IdentifierRecord]),
    Successors(&'a [SuccessorRecord]),
    Context(&'a [ContextRecord]),
    Areas(&'a [AreaRecord]),
    AreaObservations(&'a [AreaObservationRecord]),
    Measures(&'a [MeasureRecord]),
    MeasureVersions(&'a [MeasureVersionRecord]),
    Observations(&'a [ObservationRecord]),
    Limits(&'a [LimitRecord]),
    Footnotes(&'a [FootnoteRecord]),
    Events(&'a [EventRecord]),
    Comments(&'a [CommentRecord]),
    Corrections(&'a [CorrectionRecord]),
    Sources(&'a [SourceRecord]),
}

impl Rows<'_> {
    fn sheet(self) -> Sheet {
        match self {
            Self::Hospitals(rows) => hospitals::write_hospitals(rows),
            Self::Identifiers(rows) => hospitals::write_identifiers(rows),
            Self::Successors(rows) => hospitals::write_successors(rows),
            Self::Context(rows) => hospitals::write_context(rows),
            Self::Areas(rows) => areas::write_areas(rows),
            Self::AreaObservations(rows) => areas::write_area_observations(rows),
            Self::Measures(rows) => measures::write_measures(rows),
            Self::MeasureVersions(rows) => measures::write_versions(rows),
            Self::Observations(rows) => observations::write_observations(rows),
            Self::Limits(rows) => observations::write_limits(rows),
            Self::Footnotes(rows) => remarks::write_footnotes(rows),
            Self::Events(rows) => areas::write_events(rows),
            Self::Comments(rows) => remarks::write_comments(rows),
            Self::Corrections(rows) => remarks::write_corrections(rows),
            Self::Sources(rows) => remarks::write_sources(rows),
        }
    }
}

/// Writes a package: the rows of one table follow each other, and `datapackage.json` comes last.
#[derive(Debug)]
pub struct PackageWriter<F> {
    files: F,
    begun: Vec<Written>,
    /// Ids of the sources of all values.
    cited: BTreeSet<String>,
}

impl<F: Files> PackageWriter<F> {
    /// Begins with nothing.
    pub const fn new(files: F) -> Self {
        Self { files, begun: Vec::new(), cited: BTreeSet::new() }
    }

    /// Adds rows. A table that holds nothing is left out, but for the required ones.
    ///
    /// Records about facilities that are not linked to a hospital have no place in a package and are not written.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn rows(&mut self, rows: Rows<'_>) -> io::Result<()> {
        let sheet = rows.sheet().finish();
        if let Rows::Observations(values) = rows {
            self.cite(values);
        }
        if self.begun.last().is_some_and(|table| table.path == sheet.file) {
            return self.write(&sheet.rows);
        }
        let required = REQUIRED.iter().any(|table| sheet.file == format!("{table}.csv"));
        if sheet.rows.is_empty() && !required {
            return Ok(());
        }
        self.files.begin(&sheet.file)?;
        self.begun.push(Written::new(sheet.file));
        self.write(&sheet.header)?;
        self.write(&sheet.rows)
    }

    /// Adds to the table that was begun last.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(table) = self.begun.last_mut() {
            table.add(bytes);
        }
        self.files.write_all(bytes)
    }

    fn cite(&mut self, values: &[ObservationRecord]) {
        for value in values {
            if !self.cited.contains(&value.source_id) {
                self.cited.insert(value.source_id.clone());
            }
        }
    }

    /// Adds `datapackage.json`, which speaks of `about`'s title, day and sources, and gives back where everything went.
    /// What came from a package keeps the name of that package; anything else gets `name`.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(mut self, about: &Batch, name: &str) -> io::Result<F> {
        self.files.begin("datapackage.json")?;
        let name = if about.name.is_empty() { name } else { &about.name };
        self.files.write_all(&Manifest::of(about, name, self.begun, &self.cited).print())?;
        Ok(self.files)
    }
}

/// Files in memory, for small packages.
#[derive(Debug, Default)]
struct InMemory(Vec<(String, Vec<u8>)>);

impl Write for InMemory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some((_, file)) = self.0.last_mut() {
            file.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Files for InMemory {
    fn begin(&mut self, name: &str) -> io::Result<()> {
        self.0.push((name.to_string(), Vec::new()));
        Ok(())
    }
}

/// Writes a batch as package: `datapackage.json` and one CSV per table that holds anything (the required ones always).
pub fn write_package(batch: &Batch, name: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = written(batch, name).unwrap_or_default().0;
    files.rotate_right(1);
    files
}

fn written(batch: &Batch, name: &str) -> io::Result<InMemory> {
    let mut writer = PackageWriter::new(InMemory::default());
    for rows in tables(batch) {
        writer.rows(rows)?;
    }
    writer.finish(batch, name)
}

/// The tables of a batch in the order of the format.
fn tables(batch: &Batch) -> [Rows<'_>; 15] {
    [
        Rows::Hospitals(&batch.hospitals),
        Rows::Identifiers(&batch.identifiers),
        Rows::Successors(&batch.successors),
        Rows::Context(&batch.context),
        Rows::Areas(&batch.areas),
        Rows::AreaObservations(&batch.area_observations),
        Rows::Measures(&batch.measures),
        Rows::MeasureVersions(&batch.measure_versions),
        Rows::Observations(&batch.observations),
        Rows::Limits(&batch.limits),
        Rows::Footnotes(&batch.footnotes),
        Rows::Events(&batch.events),
        Rows::Comments(&batch.comments),
        Rows::Corrections(&batch.corrections),
        Rows::Sources(&batch.sources),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Bilingual;
    use sha2::{Digest, Sha256};

    fn footnote(code: &str) -> FootnoteRecord {
        FootnoteRecord { source_id: "s".to_string(), code: code.to_string(), text: Bilingual::default() }
    }

    /// What a table holds can be proved, and a table with values that may not be handed on says so beside those that may.
    #[test]
    fn every_table_has_its_length_its_digest_and_its_terms() {
        let source = |id: &str, licence: &str| SourceRecord {
            id: id.into(),
            licence: licence.into(),
            ..SourceRecord::default()
        };
        let batch = Batch {
            sources: vec![source("open", "CC0-1.0"), source("closed", "")],
            footnotes: vec![footnote("1")],
            ..Batch::default()
        };
        let mut writer = PackageWriter::new(InMemory::default());
        for rows in tables(&batch) {
            writer.rows(rows).unwrap();
        }
        writer.cited.insert("open".to_string());
        let files = writer.finish(&batch, "made-up").unwrap().0;
        let manifest: serde_json::Value = serde_json::from_slice(&files.last().unwrap().1).unwrap();
        let closed = |licences: &serde_json::Value| {
            licences
                .as_array()
                .unwrap()
                .iter()
                .any(|l| l["name"] == "notspecified" && l["title"].as_str().unwrap().ends_with(": closed"))
        };
        assert!(closed(&manifest["licenses"]));
        let resources = manifest["resources"].as_array().unwrap();
        assert_eq!(resources.len(), files.len() - 1);
        for (resource, (name, bytes)) in resources.iter().zip(&files) {
            assert_eq!(resource["path"], name.as_str());
            assert_eq!(resource["bytes"], bytes.len(), "{name}");
            let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(resource["hash"], format!("sha256:{digest}"), "{name}");
            // values come from the sources that they name; any source may have told of a hospital
            assert_eq!(closed(&resource["licenses"]), name != "observations.csv", "{name}");
        }
    }

    #[test]
    fn rows_in_parts_are_the_same_file_as_rows_at_once() {
        let batch = Batch { footnotes: vec![footnote("1"), footnote("2")], ..Batch::default() };
        let mut parts = PackageWriter::new(InMemory::default());
        for rows in [Rows::Hospitals(&[]), Rows::Measures(&[]), Rows::Observations(&[]), Rows::Observations(&[])] {
            parts.rows(rows).unwrap();
        }
        for footnote in &batch.footnotes {
            parts.rows(Rows::Footnotes(std::slice::from_ref(footnote))).unwrap();
        }
        parts.rows(Rows::Footnotes(&[])).unwrap();
        assert_eq!(parts.finish(&batch, "made-up").unwrap().0, written(&batch, "made-up").unwrap().0);
    }
}
