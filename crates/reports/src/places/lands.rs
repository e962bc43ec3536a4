//! On which land does a municipality lie?
//!
//! Two places lie on the same island when their municipalities share its name in `content/places/islands.csv`; an island that
//! is not in the list is its own municipality. The main island of Okinawa is an island too, though no municipality of it is
//! in the official list of islands.

use crate::model::Land;
use crate::place_names::{name_of, place_name};
use crate::search::normalised;
use domain::peers::PeerGroup;
use std::collections::HashMap;
use std::sync::Arc;
use store::rows::{AreaRow, HospitalRow};

/// JIS X 0401 of Okinawa.
const OKINAWA: &str = "47";

/// The lands of a release.
#[derive(Debug)]
pub(crate) struct Lands {
    /// By prefecture and municipality.
    listed: HashMap<(String, String), Land>,
    /// Codes of municipalities that the official list calls islands.
    islands: HashMap<String, Land>,
    okinawa: Land,
}

/// What a municipality is known by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Municipality<'a> {
    /// ISO 3166-1.
    pub country: &'a str,
    /// JIS X 0401.
    pub region: &'a str,
    /// JIS X 0402, may be empty.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
}

fn island(ja: &str, en: &str) -> Land {
    Land::Island(Arc::new((ja.to_string(), en.to_string())))
}

impl Lands {
    /// Takes the list of islands of the project and the flags of the release.
    pub fn new(areas: &[AreaRow]) -> Self {
        let mut names: HashMap<&str, Land> = HashMap::new();
        let mut lands = Self {
            listed: HashMap::new(),
            islands: HashMap::new(),
            okinawa: island("沖縄本島", "the main island of Okinawa"),
        };
        for row in content::island_municipalities().unwrap_or_default() {
            let land = names.entry(&row.island.ja).or_insert_with(|| island(&row.island.ja, &row.island.en));
            lands.listed.insert((row.region.clone(), normalised(&row.municipality)), land.clone());
        }
        for area in areas.iter().filter(|a| a.island == 1 && a.kind == "municipality" && !a.code.is_empty()) {
            let region = area.code.get(..2).unwrap_or_default().to_string();
            let known = lands.listed.get(&(region, normalised(&area.name_ja))).cloned();
            let own = name_of(area).name;
            lands.islands.insert(area.code.clone(), known.unwrap_or_else(|| island(&own.ja, &own.en)));
        }
        lands
    }

    /// The lands that are large: what lies on them is not called an island by its neighbours.
    pub fn large(&self) -> [Land; 2] {
        [Land::Mainland, self.okinawa.clone()]
    }

    /// Whether a prefecture stands on more than one land.
    pub fn are_several(&self, country: &str, region: &str) -> bool {
        country == "JP" && self.listed.keys().any(|(of, _)| of == region)
    }

    /// The land of a municipality.
    pub fn of(&self, place: Municipality<'_>) -> Land {
        if let Some(land) = self.islands.get(place.code) {
            return land.clone();
        }
        if place.country != "JP" {
            return Land::Mainland;
        }
        let listed = self.listed.get(&(place.region.to_string(), normalised(place.name)));
        let rest = || if place.region == OKINAWA { self.okinawa.clone() } else { Land::Mainland };
        listed.cloned().unwrap_or_else(rest)
    }

    /// The land of a facility; the package may say that it lies on an island that no list knows.
    pub fn of_hospital(&self, row: &HospitalRow) -> Land {
        let place = Municipality {
            country: &row.country,
            region: &row.region_code,
            code: &row.municipality_code,
            name: &row.municipality,
        };
        match self.of(place) {
            Land::Mainland if row.peer_group == PeerGroup::Island.as_str() => {
                let name = if row.municipality.is_empty() { &row.area_code } else { &row.municipality };
                let name = place_name(&row.municipality_code, name, "").name;
                island(&name.ja, &name.en)
            }
            land => land,
        }
    }
}
