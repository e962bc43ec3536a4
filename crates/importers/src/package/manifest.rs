//! What does the `datapackage.json` of a package say, and how is one written?

use domain::period::{Day, parse_day};
use domain::records::{Batch, Reality, SourceRecord};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a Frictionless data package that we use. What else stands there is left alone.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Manifest {
    pub name: String,
    pub title: String,
    #[serde(skip_deserializing)]
    profile: String,
    #[serde(skip_deserializing, skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License>,
    #[serde(skip_deserializing, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Origin>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    fictional: bool,
    resources: Vec<Resource>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct License {
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    title: String,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Origin {
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    path: String,
    /// The licence of this source, or that it states none.
    #[serde(skip_serializing_if = "String::is_empty")]
    licence: String,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Resource {
    name: String,
    path: String,
    #[serde(skip_deserializing)]
    profile: String,
    #[serde(skip_deserializing)]
    encoding: String,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    bytes: Option<u64>,
    /// `sha256:` and the digest in hexadecimal.
    #[serde(skip_deserializing, skip_serializing_if = "String::is_empty")]
    hash: String,
    #[serde(skip_deserializing, skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License>,
}

/// A table that was written: what a reader can prove it by.
#[derive(Debug)]
pub(super) struct Written {
    /// Name of its file.
    pub path: String,
    bytes: u64,
    digest: Sha256,
}

impl Written {
    /// A table without any bytes yet.
    pub fn new(path: String) -> Self {
        Self { path, bytes: 0, digest: Sha256::new() }
    }

    /// More of it.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
    }

    fn hash(self) -> String {
        let hex: String = self.digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{hex}")
    }
}

/// Tables of values, whose rows come from the sources that the values name. A row of any other table may come from any source.
const OF_VALUES: [&str; 2] = ["observations.csv", "limits.csv"];

/// What the lack of a licence means.
const NO_LICENCE: &str = "no licence stated: not to be handed on before its publisher has agreed";

impl Manifest {
    /// Reads the text of a `datapackage.json`.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
    }

    /// The manifest of a batch with these tables, whose values come from the sources of these ids.
    pub(super) fn of(batch: &Batch, name: &str, tables: Vec<Written>, cited: &BTreeSet<String>) -> Self {
        let resource = |table: Written| {
            let of_values = OF_VALUES.contains(&table.path.as_str());
            let sources = batch.sources.iter().filter(|source| !of_values || cited.contains(&source.id));
            Resource {
                name: table.path.trim_end_matches(".csv").replace('_', "-"),
                path: table.path.clone(),
                profile: "tabular-data-resource".to_string(),
                encoding: "utf-8".to_string(),
                bytes: Some(table.bytes),
                hash: table.hash(),
                licenses: licences(sources),
            }
        };
        Self {
            name: slug(name),
            title: batch.title.clone(),
            profile: "tabular-data-package".to_string(),
            licenses: licences(batch.sources.iter()),
            sources: batch.sources.iter().map(origin).collect(),
            created: batch.created.map(|d| format!("{d}T00:00:00Z")),
            fictional: batch.reality == Reality::Fictional,
            resources: tables.into_iter().map(resource).collect(),
        }
    }

    /// As text, the same every time.
    pub(super) fn print(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(self).unwrap_or_default();
        text.push(b'\n');
        text
    }

    /// Whether the package tells of real hospitals.
    pub(super) fn reality(&self) -> Reality {
        if self.fictional { Reality::Fictional } else { Reality::Real }
    }

    /// The day of `created`, or the text that is none.
    pub(super) fn created_on(&self) -> Result<Option<Day>, &str> {
        let Some(text) = self.created.as_deref().filter(|t| !t.is_empty()) else { return Ok(None) };
        text.get(..10).and_then(parse_day).map(Some).ok_or(text)
    }

    /// Path of the file of each table, by the name of the table.
    pub(super) fn tables(&self) -> BTreeMap<String, String> {
        let of = |r: &Resource| {
            let file = r.path.rsplit('/').next().unwrap_or_default();
            let stem = file.strip_suffix(".csv").unwrap_or(file);
            (stem.to_string(), r.path.trim_start_matches("./").to_string())
        };
        self.resources.iter().map(of).collect()
    }
}

/// The licences that sources state, each once. A licence for the whole would be read as one for what states none, so that this
/// is named among them.
fn licences<'a>(sources: impl Iterator<Item = &'a SourceRecord> + Clone) -> Vec<License> {
    let stated: BTreeSet<&str> = sources.clone().map(|s| &*s.licence).filter(|licence| !licence.is_empty()).collect();
    let silent: Vec<&str> = sources.filter(|s| s.licence.is_empty()).map(|s| &*s.id).collect();
    let stated = stated.into_iter().map(|licence| License { name: slug(licence), title: licence.to_string() });
    let none = License { name: "notspecified".to_string(), title: format!("{NO_LICENCE}: {}", silent.join(", ")) };
    stated.chain((!silent.is_empty()).then_some(none)).collect()
}

fn origin(source: &SourceRecord) -> Origin {
    let titles = [&source.title.en, &source.title.ja, &source.id];
    let title = titles.into_iter().find(|t| !t.is_empty()).cloned().unwrap_or_default();
    let licence = if source.licence.is_empty() { NO_LICENCE } else { &source.licence };
    Origin { title, path: source.url.clone(), licence: licence.to_owned() }
}

/// A name as Frictionless wants it: lower case, digits, `.`, `_`, `-`.
fn slug(name: &str) -> String {
    let legal =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c.to_ascii_lowercase() } else { '-' };
    name.chars().map(legal).collect()
}
