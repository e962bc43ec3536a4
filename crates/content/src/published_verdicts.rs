//! What does a publisher's own verdict on a value mean, by what it prints?

use crate::ContentError;
use crate::source_text::{SourceText, source_text, whole};
use domain::Bilingual;
use serde::Deserialize;
use std::sync::LazyLock;

/// A verdict as one or several publishers print it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedVerdict {
    /// How it is printed, in small letters.
    pub printed: Vec<String>,
    /// The measures in which it means this; empty for all.
    pub measures: Vec<String>,
    /// What it means.
    pub said: Bilingual<String>,
}

/// Every verdict, in the order of `content/published-verdicts.toml`.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn published_verdicts() -> Result<&'static [PublishedVerdict], ContentError> {
    whole(&VERDICTS)
}

/// What is printed beside a value of a measure, in words; `None` where nobody has described it.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn published_verdict(measure: &str, printed: &str) -> Result<Option<&'static Bilingual<String>>, ContentError> {
    let printed = printed.trim().to_lowercase();
    let means = |verdict: &&PublishedVerdict| {
        let of_measure = verdict.measures.is_empty() || verdict.measures.iter().any(|own| own == measure);
        of_measure && verdict.printed.contains(&printed)
    };
    Ok(published_verdicts()?.iter().find(means).map(|verdict| &verdict.said))
}

const FILE: SourceText = source_text!("published-verdicts.toml");
static VERDICTS: LazyLock<Result<Vec<PublishedVerdict>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVerdicts {
    verdict: Vec<RawVerdict>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVerdict {
    printed: Vec<String>,
    #[serde(default)]
    measures: Vec<String>,
    ja: String,
    en: String,
}

fn load() -> Result<Vec<PublishedVerdict>, ContentError> {
    let raw: RawVerdicts = FILE.parse()?;
    let verdicts = raw.verdict.into_iter().map(|verdict| PublishedVerdict {
        printed: verdict.printed.iter().map(|printed| printed.to_lowercase()).collect(),
        measures: verdict.measures,
        said: Bilingual::new(verdict.ja, verdict.en),
    });
    Ok(verdicts.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_means_something_in_its_own_measures_alone() {
        let said = |measure, printed| published_verdict(measure, printed).unwrap().map(|said| said.en.as_str());
        assert_eq!(said("gb-shmi", "1"), Some("higher than expected"));
        assert_eq!(said("jp-dpc-deaths", "1"), None);
        assert_eq!(said("any", "Worse than U.S. National Rate"), Some("worse than the national value"));
        assert_eq!(said("any", "Not Available"), None);
    }

    #[test]
    fn every_measure_that_is_named_is_described() {
        for id in published_verdicts().unwrap().iter().flat_map(|verdict| &verdict.measures) {
            assert!(crate::measure(id).unwrap().is_some(), "{id}");
        }
    }
}
