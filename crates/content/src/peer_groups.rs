//! Where does one role of hospitals end and the next begin, and how is each explained?

use crate::ContentError;
use crate::source_text::{SourceText, source_text, whole};
use domain::Bilingual;
use domain::peers::{PeerGroup, Thresholds};
use serde::Deserialize;
use std::sync::LazyLock;

/// The roles of one country.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerGroups {
    /// ISO 3166-1, two letters.
    pub country: String,
    /// Where one role ends and the next begins.
    pub thresholds: Thresholds,
    /// The roles that occur there, in the order of the rules, each with one sentence. The name is [`PeerGroup::name`].
    pub groups: Vec<(PeerGroup, Bilingual<String>)>,
    /// Types of hospital as the source prints them, and the role each stands for.
    pub types: Vec<(String, PeerGroup)>,
}

impl PeerGroups {
    /// The sentence that explains a role.
    pub fn explanation(&self, group: PeerGroup) -> Option<&Bilingual<String>> {
        self.groups.iter().find(|(known, _)| *known == group).map(|(_, text)| text)
    }

    /// The role that a printed type of hospital stands for.
    pub fn of_type(&self, printed: &str) -> Option<PeerGroup> {
        self.types.iter().find(|(known, _)| known == printed).map(|(_, group)| *group)
    }
}

/// The roles of a country; of Japan where nobody has described the country's own.
///
/// # Errors
/// [`ContentError`] for the first file that cannot be read.
pub fn peer_groups(country: &str) -> Result<&'static PeerGroups, ContentError> {
    let all = whole(&PEER_GROUPS)?;
    let missing = || ContentError::at(FILES[0].path, "country", "no roles are described");
    all.iter().find(|groups| groups.country == country).or(all.first()).ok_or_else(missing)
}

const FILES: [SourceText; 3] =
    [source_text!("peer-groups/jp.toml"), source_text!("peer-groups/us.toml"), source_text!("peer-groups/gb.toml")];
static PEER_GROUPS: LazyLock<Result<Vec<PeerGroups>, ContentError>> =
    LazyLock::new(|| FILES.iter().map(|file| load(*file)).collect());

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    country: String,
    thresholds: RawThresholds,
    group: Vec<RawGroup>,
    #[serde(default, rename = "type")]
    types: Vec<RawType>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThresholds {
    psychiatric_share: f64,
    acute_beds: f64,
    acute_share: f64,
    chronic_share: f64,
    small_beds: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    id: String,
    ja: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawType {
    printed: String,
    group: String,
}

fn load(file: SourceText) -> Result<PeerGroups, ContentError> {
    let raw: Raw = file.parse()?;
    let group = |raw: RawGroup| {
        let id = file.code("group.id", PeerGroup::parse(&raw.id))?;
        Ok((id, Bilingual::new(raw.ja, raw.en)))
    };
    let kind = |raw: RawType| Ok((raw.printed, file.code("type.group", PeerGroup::parse(&raw.group))?));
    Ok(PeerGroups {
        country: raw.country,
        thresholds: thresholds(file, &raw.thresholds)?,
        groups: raw.group.into_iter().map(group).collect::<Result<_, ContentError>>()?,
        types: raw.types.into_iter().map(kind).collect::<Result<_, ContentError>>()?,
    })
}

fn thresholds(file: SourceText, raw: &RawThresholds) -> Result<Thresholds, ContentError> {
    for (key, share) in [
        ("psychiatric_share", raw.psychiatric_share),
        ("acute_share", raw.acute_share),
        ("chronic_share", raw.chronic_share),
    ] {
        if !(0.0..=1.0).contains(&share) {
            return Err(ContentError::at(file.path, key, format!("{share} is no share between 0 and 1")));
        }
    }
    Ok(Thresholds {
        psychiatric_share: raw.psychiatric_share,
        acute_beds: raw.acute_beds,
        acute_share: raw.acute_share,
        chronic_share: raw.chronic_share,
        small_beds: raw.small_beds,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japan_explains_every_role_in_the_order_of_the_rules() {
        let japan = peer_groups("JP").unwrap();
        let groups: Vec<PeerGroup> = japan.groups.iter().map(|(group, _)| *group).collect();
        assert_eq!(groups, PeerGroup::ALL);
        assert_eq!(japan.thresholds.psychiatric_share, 0.8);
    }

    #[test]
    fn a_country_without_roles_of_its_own_borrows_those_of_japan() {
        assert_eq!(peer_groups("FR").unwrap().country, "JP");
        assert_eq!(peer_groups("US").unwrap().of_type("Critical Access Hospitals"), Some(PeerGroup::SmallRural));
        assert_eq!(peer_groups("US").unwrap().of_type("Childrens"), None);
    }
}
