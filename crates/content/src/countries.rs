//! What are countries and their regions called?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::Bilingual;
use serde::Deserialize;
use std::sync::LazyLock;

/// A country and its regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1, two letters.
    pub code: String,
    /// Its name alone.
    pub name: Bilingual<String>,
    /// Its name within a sentence.
    pub within: Bilingual<String>,
    /// The number to call there in an emergency.
    pub emergency: String,
    /// Code and name of its regions.
    pub regions: Vec<(String, Bilingual<String>)>,
}

/// All countries with a name.
///
/// # Errors
/// [`ContentError`] where `content/countries.toml` cannot be read.
pub fn countries() -> Result<&'static [Country], ContentError> {
    whole(&COUNTRIES)
}

/// A country by its code; `None` where nobody has named it.
pub fn country(code: &str) -> Option<&'static Country> {
    countries().unwrap_or_default().iter().find(|country| country.code == code)
}

/// The name of a country alone, for headings; the code itself where nobody has named it.
pub fn country_name(code: &str) -> Bilingual<String> {
    let itself = || Bilingual::new(code.to_string(), code.to_string());
    country(code).map_or_else(itself, |country| country.name.clone())
}

/// The name of a region; the code of its source where nobody has named it.
pub fn region_name(country_code: &str, region_code: &str) -> Bilingual<String> {
    let regions = country(country_code).map_or(&[][..], |country| country.regions.as_slice());
    let named = regions.iter().find(|(code, _)| code == region_code).map(|(_, name)| name.clone());
    named.unwrap_or_else(|| domain::regions::region_name(country_code, region_code))
}

const FILE: SourceText = source_text!("countries.toml");
static COUNTRIES: LazyLock<Result<Vec<Country>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    country: Vec<RawCountry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry {
    code: String,
    name: RawText,
    within: RawText,
    emergency: String,
    #[serde(default, rename = "region")]
    regions: Vec<RawRegion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRegion {
    code: String,
    name: RawText,
}

fn load() -> Result<Vec<Country>, ContentError> {
    let raw: Raw = FILE.parse()?;
    let region = |raw: RawRegion| Ok((raw.code, FILE.required("country.region.name", raw.name)?));
    let typed = |raw: RawCountry| {
        Ok(Country {
            code: raw.code,
            name: FILE.required("country.name", raw.name)?,
            within: FILE.required("country.within", raw.within)?,
            emergency: raw.emergency,
            regions: raw.regions.into_iter().map(region).collect::<Result<_, ContentError>>()?,
        })
    };
    raw.country.into_iter().map(typed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn fifty_states_the_district_and_five_territories_have_a_name_of_their_own() {
        let states = &country("US").unwrap().regions;
        assert_eq!(states.len(), 56);
        let codes: BTreeSet<&str> = states.iter().map(|(code, _)| code.as_str()).collect();
        let japanese: BTreeSet<&str> = states.iter().map(|(_, name)| name.ja.as_str()).collect();
        let english: BTreeSet<&str> = states.iter().map(|(_, name)| name.en.as_str()).collect();
        assert_eq!((codes.len(), japanese.len(), english.len()), (56, 56, 56));
    }

    #[test]
    fn every_country_has_a_number_of_three_digits_to_call() {
        let numbers: Vec<&str> = countries().unwrap().iter().map(|country| country.emergency.as_str()).collect();
        assert_eq!(numbers, ["119", "911", "999"]);
    }

    #[test]
    fn a_region_without_a_name_is_called_as_its_source_calls_it() {
        assert_eq!(region_name("US", "AL").en, "Alabama");
        assert_eq!(region_name("JP", "15").ja, "新潟県");
        assert_eq!(region_name("GB", "Q72").en, "Q72");
        assert_eq!(country_name("FR").ja, "FR");
    }
}
