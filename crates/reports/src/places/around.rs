//! On which land, and in which medical area, does a point on the map lie?
//!
//! No outline of any coast is at hand, only where facilities and the settlements of islands lie. The nearest says the land; where
//! another land is not clearly farther, a point may lie on either, and both count as the reader's own: a sea that is not there
//! would hide the nearest hospital.

use super::{Lands, Places, lands::Municipality};
use crate::geography::kilometres;
use crate::index::Listed;
use crate::model::{AreaName, Land, MapPoint, Spot, SpotKind};
use domain::Bilingual;
use domain::regions::{region_id, region_name};
use domain::view_spec::GeoPoint;

/// So many times as far as the nearest is clearly farther.
const CLEARLY: f64 = 2.0;

/// The main settlement of a municipality on an island.
#[derive(Debug, Clone)]
pub(super) struct Shore {
    point: GeoPoint,
    land: Land,
    region: String,
    region_name: Bilingual<String>,
    areas: Vec<AreaName>,
}

/// Something of which the land is known.
struct Mark<'a> {
    kilometres: f64,
    land: &'a Land,
    region: &'a str,
    region_name: &'a Bilingual<String>,
    areas: Vec<AreaName>,
    id: &'a str,
}

impl Places {
    /// Notes where the islands of the project's list lie, with their medical areas of this release.
    pub(super) fn note_shores(&mut self, lands: &Lands) {
        for row in content::island_municipalities().unwrap_or_default() {
            let Some(point) = GeoPoint::new(row.point.0, row.point.1) else {
                continue;
            };
            let place = Municipality { country: "JP", region: &row.region, code: "", name: &row.municipality };
            let region = region_id("JP", &row.region);
            let town = self.spots.iter().find(|spot| {
                spot.kind == SpotKind::Municipality && spot.region == region && spot.name.ja == row.municipality
            });
            self.shores.push(Shore {
                point,
                land: lands.of(place),
                region,
                region_name: region_name("JP", &row.region),
                areas: town.map(|town| town.areas.clone()).unwrap_or_default(),
            });
        }
    }

    /// A point as a place.
    pub(super) fn around(&self, hospitals: &[Listed], here: GeoPoint) -> Spot {
        let mut marks = self.marks(hospitals, here);
        marks.sort_by(|a, b| a.kilometres.total_cmp(&b.kilometres).then_with(|| a.id.cmp(b.id)));
        let nearest = marks.first();
        let mut lands: Vec<Land> = Vec::new();
        let near = |mark: &&Mark<'_>| nearest.is_some_and(|first| mark.kilometres <= CLEARLY * first.kilometres);
        for mark in marks.iter().filter(near) {
            if !lands.contains(mark.land) {
                lands.push(mark.land.clone());
            }
        }
        Spot {
            kind: SpotKind::Point,
            code: String::new(),
            name: Bilingual::default(),
            region: nearest.map(|mark| mark.region.to_string()).unwrap_or_default(),
            region_name: nearest.map(|mark| mark.region_name.clone()).unwrap_or_default(),
            areas: nearest.map(|mark| mark.areas.clone()).unwrap_or_default(),
            lands,
            point: Some(here),
            around: None,
        }
    }

    fn marks<'a>(&'a self, hospitals: &'a [Listed], here: GeoPoint) -> Vec<Mark<'a>> {
        let of_hospital = |listed: &'a Listed| {
            let card = &listed.card;
            let there = match card.point {
                MapPoint::Exact(p) | MapPoint::About(p) => p,
                MapPoint::Unknown => return None,
            };
            Some(Mark {
                kilometres: kilometres(here, there),
                land: &card.land,
                region: &card.hospital.region,
                region_name: &card.hospital.region_name,
                areas: Some(card.area.clone()).filter(|area| !area.code.is_empty()).into_iter().collect(),
                id: card.hospital.id.as_str(),
            })
        };
        let of_shore = |shore: &'a Shore| Mark {
            kilometres: kilometres(here, shore.point),
            land: &shore.land,
            region: &shore.region,
            region_name: &shore.region_name,
            areas: shore.areas.clone(),
            id: "",
        };
        let known = hospitals.iter().filter_map(of_hospital).filter(|mark| *mark.land != Land::Unknown);
        known.chain(self.shores.iter().map(of_shore)).collect()
    }
}
