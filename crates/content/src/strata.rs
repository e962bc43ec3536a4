//! What is a part of the patients called, whose code stands in `stratum`?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text};
use domain::Bilingual;
use serde::Deserialize;
use std::sync::LazyLock;

/// The words for a stratum of the discharge survey, such as `05-op`; `None` for a stratum nobody has described.
///
/// # Errors
/// [`ContentError`] where `content/strata.toml` cannot be read.
pub fn stratum_name(stratum: &str) -> Result<Option<Bilingual<String>>, ContentError> {
    let strata = STRATA.as_ref().map_err(Clone::clone)?;
    let (code, operation) = match stratum.split_once('-') {
        Some((code, "op")) => (code, Some(&strata.op)),
        Some((code, "noop")) => (code, Some(&strata.noop)),
        Some(_) => return Ok(None),
        None => (stratum, None),
    };
    let Some((_, group)) = strata.groups.iter().find(|(known, _)| known == code) else {
        return Ok(None);
    };
    Ok(Some(match operation {
        Some(words) => Bilingual::new(format!("{}（{}）", group.ja, words.ja), format!("{}, {}", group.en, words.en)),
        None => group.clone(),
    }))
}

/// The codes of the groups of illness, in the order of `content/strata.toml`.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn illness_groups() -> Result<&'static [(String, Bilingual<String>)], ContentError> {
    STRATA.as_ref().map(|strata| strata.groups.as_slice()).map_err(Clone::clone)
}

struct Strata {
    op: Bilingual<String>,
    noop: Bilingual<String>,
    groups: Vec<(String, Bilingual<String>)>,
}

const FILE: SourceText = source_text!("strata.toml");
static STRATA: LazyLock<Result<Strata, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStrata {
    op: RawText,
    noop: RawText,
    group: Vec<RawGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    code: String,
    ja: String,
    en: String,
}

fn load() -> Result<Strata, ContentError> {
    let raw: RawStrata = FILE.parse()?;
    let groups = raw.group.into_iter().map(|group| (group.code, Bilingual::new(group.ja, group.en)));
    Ok(Strata { op: FILE.required("op", raw.op)?, noop: FILE.required("noop", raw.noop)?, groups: groups.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stratum_is_said_in_words() {
        let name = stratum_name("05-op").unwrap().unwrap();
        assert_eq!(name.ja, "心臓・血管（手術あり）");
        assert_eq!(name.en, "Heart and blood vessels, with an operation");
        assert_eq!(stratum_name("05-maybe").unwrap(), None);
        assert_eq!(stratum_name("99-op").unwrap(), None);
    }

    #[test]
    fn there_are_eighteen_groups_of_illness() {
        assert_eq!(illness_groups().unwrap().len(), 18);
    }
}
