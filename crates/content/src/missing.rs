//! What does no public source tell hospital by hospital, who holds it, and what can a reader do instead?

use crate::ContentError;
use crate::gap::{is_open, measures};
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::{Bilingual, MeasureId};
use serde::Deserialize;
use std::sync::LazyLock;

/// Something that matters and is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingFact {
    /// For links: `#infections`.
    pub id: String,
    /// What it is.
    pub what: Bilingual<String>,
    /// Who holds it.
    pub who: Bilingual<String>,
    /// Why it is not public by hospital.
    pub why: Bilingual<String>,
    /// What a reader can do instead.
    pub instead: Bilingual<String>,
    /// Where its holder is found.
    pub holder: Option<Holder>,
    /// Measures that tell it all the same, where a release has one.
    pub measures: Vec<MeasureId>,
}

impl MissingFact {
    /// Whether a release with these measures leaves it open.
    pub fn is_open(&self, loaded: &[MeasureId]) -> bool {
        is_open(&self.measures, loaded)
    }
}

/// Where the holder of a fact is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Its address.
    pub url: String,
    /// What it is called.
    pub name: Bilingual<String>,
}

/// Everything of the register, in its order.
///
/// # Errors
/// [`ContentError`] where `content/missing.toml` cannot be read.
pub fn missing_facts() -> Result<&'static [MissingFact], ContentError> {
    whole(&FACTS)
}

const FILE: SourceText = source_text!("missing.toml");
static FACTS: LazyLock<Result<Vec<MissingFact>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    missing: Vec<RawFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFact {
    id: String,
    what: RawText,
    who: RawText,
    why: RawText,
    instead: RawText,
    link: Option<RawLink>,
    #[serde(default)]
    measures: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLink {
    url: String,
    ja: String,
    en: String,
}

fn load() -> Result<Vec<MissingFact>, ContentError> {
    let raw: Raw = FILE.parse()?;
    raw.missing.into_iter().map(typed).collect()
}

fn typed(raw: RawFact) -> Result<MissingFact, ContentError> {
    let key = |part: &str| format!("{}.{part}", raw.id);
    Ok(MissingFact {
        what: FILE.required(&key("what"), raw.what)?,
        who: FILE.required(&key("who"), raw.who)?,
        why: FILE.required(&key("why"), raw.why)?,
        instead: FILE.required(&key("instead"), raw.instead)?,
        measures: measures(FILE, &key("measures"), &raw.measures)?,
        holder: raw.link.map(|link| holder(&key("link"), link)).transpose()?,
        id: raw.id,
    })
}

fn holder(key: &str, link: RawLink) -> Result<Holder, ContentError> {
    if !link.url.starts_with("https://") {
        return Err(ContentError::at(FILE.path, key, "an address begins with https://"));
    }
    Ok(Holder { url: link.url, name: FILE.required(key, RawText::new(link.ja, link.en))? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_missing_fact_stands_once_and_ends_with_something_to_do() {
        let facts = missing_facts().unwrap();
        assert!(facts.len() >= 12);
        for (at, fact) in facts.iter().enumerate() {
            assert!(facts.iter().take(at).all(|before| before.id != fact.id), "{}", fact.id);
            assert!(fact.instead.ja.ends_with('。') && fact.instead.en.ends_with('.'), "{}", fact.id);
        }
    }
}
