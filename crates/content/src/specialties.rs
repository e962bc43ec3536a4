//! Which names and which patients make a hospital one of a single field?

use crate::ContentError;
use crate::source_text::{SourceText, source_text, whole};
use domain::specialty::{NameRule, Rules, Specialty};
use serde::Deserialize;
use std::sync::LazyLock;

/// The rules of a country; none where nobody has written any.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn specialty_rules(country: &str) -> Result<&'static Rules, ContentError> {
    let all = whole(&RULES)?;
    Ok(all.iter().find(|(code, _)| code == country).map_or(&*NONE, |(_, rules)| rules))
}

const FILE: SourceText = source_text!("specialties.toml");
static RULES: LazyLock<Result<Vec<(String, Rules)>, ContentError>> = LazyLock::new(|| load(FILE));
static NONE: LazyLock<Rules> = LazyLock::new(Rules::default);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    country: Vec<RawCountry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry {
    code: String,
    share: f64,
    least: f64,
    #[serde(default)]
    name: Vec<RawName>,
    #[serde(default, rename = "type")]
    types: Vec<RawType>,
    #[serde(default)]
    discharges: Vec<RawDischarges>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawName {
    specialty: String,
    any: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawType {
    printed: String,
    specialty: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDischarges {
    specialty: String,
    groups: Vec<String>,
}

fn load(file: SourceText) -> Result<Vec<(String, Rules)>, ContentError> {
    let raw: Raw = file.parse()?;
    raw.country.into_iter().map(|country| Ok((country.code.clone(), rules(file, country)?))).collect()
}

fn rules(file: SourceText, raw: RawCountry) -> Result<Rules, ContentError> {
    let code = |key: &str, code: &str| file.code(key, Specialty::parse(code));
    if !(0.5..=1.0).contains(&raw.share) {
        return Err(ContentError::at(file.path, "share", "less than half is no field of its own"));
    }
    let name = |rule: RawName| {
        if rule.any.is_empty() || rule.any.iter().chain(&rule.without).any(String::is_empty) {
            return Err(ContentError::at(file.path, "name.any", "a word is missing"));
        }
        Ok(NameRule { specialty: code("name.specialty", &rule.specialty)?, any: rule.any, without: rule.without })
    };
    let kind = |rule: RawType| Ok((rule.printed, code("type.specialty", &rule.specialty)?));
    let group = |rule: RawDischarges| Ok((code("discharges.specialty", &rule.specialty)?, rule.groups));
    Ok(Rules {
        names: raw.name.into_iter().map(name).collect::<Result<_, _>>()?,
        printed: raw.types.into_iter().map(kind).collect::<Result<_, ContentError>>()?,
        groups: raw.discharges.into_iter().map(group).collect::<Result<_, ContentError>>()?,
        share: raw.share,
        least: raw.least,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::specialty::{FieldFacts, field};

    fn check(name: &str, expected: Option<Specialty>) {
        let rules = specialty_rules("JP").unwrap();
        let found = field(&FieldFacts { name, ..FieldFacts::default() }, rules).map(|found| found.specialty);
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn a_name_that_says_one_field_is_understood() {
        check("地方独立行政法人　空色県立病院機構　空色国際がんセンター", Some(Specialty::Cancer));
        check("空色県立循環器・呼吸器病センター", Some(Specialty::Chest));
        check("空色ハートセンター", Some(Specialty::Heart));
        check("空色県立こども病院", Some(Specialty::Children));
        check("空色母子医療センター", Some(Specialty::Births));
        check("医療法人空色会 空色眼科病院", Some(Specialty::Eyes));
        check("空色歯科大学新潟病院", Some(Specialty::Teeth));
        check("空色整形外科病院", Some(Specialty::Bones));
    }

    #[test]
    fn a_name_that_only_sounds_so_or_names_more_than_one_field_is_a_general_hospital() {
        check("ハートフル空色病院", None);
        check("空色大学医歯学総合病院", None);
        check("空色医科歯科大学病院", None);
        check("空色歯科大学空色総合病院", None);
        check("空色県立南部医療センター・こども医療センター", None);
        check("こどもとおとなの医療センター", None);
        check("空色眼科内科病院", None);
        check("空色外科整形外科病院", None);
        check("空色がん診療連携病院", None);
    }

    #[test]
    fn a_country_without_rules_has_no_fields() {
        assert!(specialty_rules("FR").unwrap().names.is_empty());
    }
}
