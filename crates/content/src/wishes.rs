//! Which neutral facts may a reader wish for, what are they called, and which measure answers them?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::care::Wish;
use domain::{Bilingual, MeasureId};
use serde::Deserialize;
use std::sync::LazyLock;

/// From which count on a wish is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AtLeast {
    /// Any count above zero.
    One,
    /// The middle of the country.
    Middle,
}

/// What is said about a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishText {
    /// The wish.
    pub wish: Wish,
    /// Measures that answer it, the first that a release has; none where context answers it.
    pub measures: Vec<MeasureId>,
    /// From which count on.
    pub at_least: AtLeast,
    /// Only of hospitals with so many beds: among fewer, a share of beds is a ratio of tiny numbers.
    pub least_beds: Option<u32>,
    /// Its name, as a reader would say it.
    pub name: Bilingual<String>,
    /// What it means, and what it does not.
    pub explain: Bilingual<String>,
}

/// Every wish, in the order of the list.
///
/// # Errors
/// [`ContentError`] where `content/wishes.toml` cannot be read or leaves a wish out.
pub fn wishes() -> Result<&'static [WishText], ContentError> {
    whole(&WISHES)
}

const FILE: SourceText = source_text!("wishes.toml");
static WISHES: LazyLock<Result<Vec<WishText>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    wish: Vec<RawWish>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWish {
    id: String,
    measures: Vec<String>,
    at_least: AtLeast,
    #[serde(default)]
    least_beds: Option<u32>,
    name: RawText,
    explain: RawText,
}

fn load() -> Result<Vec<WishText>, ContentError> {
    let raw: Raw = FILE.parse()?;
    let typed = |raw: RawWish| {
        let measures = raw
            .measures
            .iter()
            .map(|id| MeasureId::parse(id).map_err(|e| ContentError::at(FILE.path, "wish.measures", e)));
        Ok(WishText {
            wish: FILE.code("wish.id", Wish::parse(&raw.id))?,
            measures: measures.collect::<Result<_, ContentError>>()?,
            at_least: raw.at_least,
            least_beds: raw.least_beds,
            name: FILE.required("wish.name", raw.name)?,
            explain: FILE.required("wish.explain", raw.explain)?,
        })
    };
    let wishes: Vec<WishText> = raw.wish.into_iter().map(typed).collect::<Result<_, ContentError>>()?;
    match Wish::ALL.iter().find(|wish| !wishes.iter().any(|text| text.wish == **wish)) {
        Some(missing) => Err(ContentError::at(FILE.path, "wish.id", format!("{missing} is missing"))),
        None => Ok(wishes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wish_has_its_words() {
        assert_eq!(wishes().unwrap().len(), Wish::ALL.len());
    }
}
