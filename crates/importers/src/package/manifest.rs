//! What does the `datapackage.json` of a package say, and how is one written?

use domain::period::{Day, parse_day};
use domain::records::{Batch, Reality, SourceRecord};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a Frictionless data package that we use. What else stands there is left alone.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Manifest {
    pub name: String,
    pub title: String,
    profile: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
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
    profile: String,
    encoding: String,
}

/// What the lack of a licence means.
const NO_LICENCE: &str = "no licence stated: not to be handed on before its publisher has agreed";

impl Manifest {
    /// Reads the text of a `datapackage.json`.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
    }

    /// The manifest of a batch whose tables have these file names.
    pub(super) fn of(batch: &Batch, name: &str, files: &[String]) -> Self {
        let licences: BTreeSet<&str> = batch.sources.iter().map(|s| &*s.licence).collect();
        // a licence for the whole would be read as one for what states none
        let licences = if licences.contains("") { BTreeSet::new() } else { licences };
        let resource = |path: &String| Resource {
            name: path.trim_end_matches(".csv").replace('_', "-"),
            path: path.clone(),
            profile: "tabular-data-resource".to_string(),
            encoding: "utf-8".to_string(),
        };
        Self {
            name: slug(name),
            title: batch.title.clone(),
            profile: "tabular-data-package".to_string(),
            licenses: licences.into_iter().map(|l| License { name: String::new(), title: l.to_string() }).collect(),
            sources: batch.sources.iter().map(origin).collect(),
            created: batch.created.map(|d| format!("{d}T00:00:00Z")),
            fictional: batch.reality == Reality::Fictional,
            resources: files.iter().map(resource).collect(),
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
