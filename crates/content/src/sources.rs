//! Who published a source, under which terms, and how does it want to be named?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::Bilingual;
use domain::records::{Authority, SourceRecord};
use serde::Deserialize;
use std::sync::LazyLock;

/// A source this project can read.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The record without days, file name and digest, which an importer adds.
    pub record: SourceRecord,
    /// Official, or put together by others.
    pub authority: Authority,
    /// What is in it, in plain words.
    pub about: Bilingual<String>,
}

/// Every source, in display order.
///
/// # Errors
/// [`ContentError`] where `content/publishers.toml` cannot be read.
pub fn sources() -> Result<&'static [Source], ContentError> {
    whole(&SOURCES)
}

/// The source with this id.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn source(id: &str) -> Result<Option<&'static Source>, ContentError> {
    Ok(sources()?.iter().find(|source| source.record.id == id))
}

const FILE: SourceText = source_text!("publishers.toml");
static SOURCES: LazyLock<Result<Vec<Source>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSources {
    source: Vec<RawSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: String,
    authority: RawAuthority,
    publisher: RawText,
    title: RawText,
    url: String,
    licence: String,
    attribution: RawText,
    about: RawText,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum RawAuthority {
    Official,
    Compiled,
}

fn load() -> Result<Vec<Source>, ContentError> {
    let raw: RawSources = FILE.parse()?;
    raw.source.into_iter().map(typed).collect()
}

fn typed(raw: RawSource) -> Result<Source, ContentError> {
    let key = |field: &str| format!("{}.{field}", raw.id);
    Ok(Source {
        about: FILE.required(&key("about"), raw.about)?,
        authority: match raw.authority {
            RawAuthority::Official => Authority::Official,
            RawAuthority::Compiled => Authority::Compiled,
        },
        record: SourceRecord {
            publisher: FILE.required(&key("publisher"), raw.publisher)?,
            title: FILE.required(&key("title"), raw.title)?,
            attribution: FILE.required(&key("attribution"), raw.attribution)?,
            id: raw.id,
            url: raw.url,
            licence: raw.licence,
            ..SourceRecord::default()
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_under_the_public_data_licence_says_that_it_was_processed() {
        for source in sources().unwrap().iter().filter(|source| source.record.licence == "PDL1.0") {
            assert!(source.record.attribution.ja.contains("もとに加工して作成"), "{}", source.record.id);
            assert!(source.record.attribution.en.contains("processed by this site"), "{}", source.record.id);
        }
    }

    #[test]
    fn what_others_compiled_carries_no_licence() {
        let panel = source("jp-dpc-panel").unwrap().unwrap();
        assert_eq!((panel.authority, panel.record.licence.as_str()), (Authority::Compiled, ""));
    }
}
