//! What does no public source tell, and which measure would tell it all the same?

use crate::ContentError;
use crate::source_text::{RawText, SourceText};
use domain::{Bilingual, MeasureId};
use serde::Deserialize;

/// Something that no public source tells; where a release has a measure for it, it must not be said there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The sentence.
    pub text: Bilingual<String>,
    /// Measures that tell it; empty where none could.
    pub measures: Vec<MeasureId>,
}

impl Gap {
    /// Whether a release with these measures leaves it open.
    pub fn is_open(&self, loaded: &[MeasureId]) -> bool {
        is_open(&self.measures, loaded)
    }
}

/// Whether none of the measures that would tell it is loaded.
pub(crate) fn is_open(measures: &[MeasureId], loaded: &[MeasureId]) -> bool {
    !measures.iter().any(|measure| loaded.contains(measure))
}

/// As it stands in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawGap {
    ja: String,
    en: String,
    #[serde(default)]
    measures: Vec<String>,
}

/// The sentences of a file.
pub(crate) fn gaps(file: SourceText, key: &str, raw: Vec<RawGap>) -> Result<Vec<Gap>, ContentError> {
    let typed = raw.into_iter().map(|raw| {
        let text = file.required(key, RawText::new(raw.ja, raw.en))?;
        Ok(Gap { text, measures: measures(file, key, &raw.measures)? })
    });
    typed.collect()
}

/// The measures that would tell it.
pub(crate) fn measures(file: SourceText, key: &str, ids: &[String]) -> Result<Vec<MeasureId>, ContentError> {
    let typed = ids.iter().map(|id| MeasureId::parse(id).map_err(|error| ContentError::at(file.path, key, error)));
    typed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_loaded_measure_tells_is_no_gap() {
        let id = |id: &str| MeasureId::parse(id).unwrap();
        let gap = Gap { text: Bilingual::default(), measures: vec![id("demo-falls")] };
        assert!(gap.is_open(&[id("jp-dpc-los")]) && !gap.is_open(&[id("jp-dpc-los"), id("demo-falls")]));
        assert!(Gap { measures: Vec::new(), ..gap }.is_open(&[id("demo-falls")]));
    }
}
