//! Which words stand behind a number, by the code of its unit?

use crate::ContentError;
use crate::source_text::{SourceText, source_text, whole};
use serde::Deserialize;
use std::sync::LazyLock;

/// The unit of an answer: 1 is yes, 0 is no.
pub const YES_OR_NO: &str = "yes_no";

/// The words for one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWords {
    /// As it stands in `unit` of a measure.
    pub code: String,
    /// Other spellings of the same unit.
    pub also: Vec<String>,
    /// Behind a Japanese number, without a space.
    pub ja: String,
    /// Behind exactly 1.
    pub en_one: String,
    /// Behind every other number.
    pub en_many: String,
}

/// Every unit, in the order of `content/units.toml`.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn units() -> Result<&'static [UnitWords], ContentError> {
    whole(&UNITS)
}

/// The words for a unit, by its code or another spelling of it; `None` for a unit nobody has described.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn unit_words(code: &str) -> Result<Option<&'static UnitWords>, ContentError> {
    Ok(units()?.iter().find(|unit| unit.code == code || unit.also.iter().any(|other| other == code)))
}

const FILE: SourceText = source_text!("units.toml");
static UNITS: LazyLock<Result<Vec<UnitWords>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUnits {
    unit: Vec<RawUnit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUnit {
    code: String,
    also: Vec<String>,
    ja: String,
    en_one: String,
    en_many: String,
}

fn load() -> Result<Vec<UnitWords>, ContentError> {
    let raw: RawUnits = FILE.parse()?;
    let units = raw.unit.into_iter().map(|unit| UnitWords {
        code: unit.code,
        also: unit.also,
        ja: unit.ja,
        en_one: unit.en_one,
        en_many: unit.en_many,
    });
    Ok(units.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_found_by_code_and_by_other_spellings() {
        assert_eq!(unit_words("days").unwrap().unwrap().ja, "日");
        assert_eq!(unit_words("日").unwrap().unwrap().code, "days");
        assert_eq!(unit_words("furlongs").unwrap(), None);
    }

    #[test]
    fn an_answer_is_a_unit_of_its_own() {
        assert_eq!(unit_words(YES_OR_NO).unwrap().map(|unit| unit.code.as_str()), Some(YES_OR_NO));
    }

    #[test]
    fn no_spelling_means_two_units() {
        let mut seen: Vec<&str> = Vec::new();
        for unit in units().unwrap() {
            for spelling in std::iter::once(&unit.code).chain(&unit.also) {
                assert!(!seen.contains(&spelling.as_str()), "{spelling}");
                seen.push(spelling);
            }
        }
    }
}
