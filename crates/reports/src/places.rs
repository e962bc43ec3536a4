//! Which place do a reader's words mean, and on which land does it lie?
//!
//! Municipalities, medical areas and prefectures of a release, looked up by code and by name. Medical areas were divided anew
//! since the table of places was made, so the facilities themselves say in which area their municipality lies today.

mod build;
mod lands;
mod names;

use crate::geography::kilometres;
use crate::index::Listed;
use crate::model::{AreaName, HospitalCard, MapPoint, Spot, SpotKind, Where};
use crate::search::{normalised, spellings};
use domain::Bilingual;
use domain::view_spec::{GeoPoint, ViewSpec};
use std::collections::HashMap;

pub(crate) use lands::Lands;

/// More places of one name are not offered: nobody reads on.
const CHOICES: usize = 40;

/// All places of a release.
#[derive(Debug, Default)]
pub(crate) struct Places {
    spots: Vec<Spot>,
    /// 5 digits a municipality, 4 digits a medical area, `JP-15` a prefecture.
    by_code: HashMap<String, usize>,
    /// Whole names: 佐渡市, 新潟県佐渡市, 佐渡医療圏.
    by_name: HashMap<String, Vec<usize>>,
    /// Names without 市区町村 or 都府県: 佐渡, 新潟県佐渡.
    by_stem: HashMap<String, Vec<usize>>,
    /// As they are read, in kana and in Latin letters: さど, sadoshi, sadocity.
    by_sound: HashMap<String, Vec<usize>>,
}

impl Places {
    /// Where the reader is: words first, then the code of an area, then a point, then a prefecture.
    pub fn resolve(&self, hospitals: &[Listed], view: &ViewSpec) -> Where {
        if !view.place.is_empty() {
            return self.of_words(&view.place, view.region.as_deref());
        }
        let code = view.area.as_ref();
        if let Some(code) = code.or(view.region.as_ref().filter(|_| view.near.is_none())) {
            let found = self.by_code.get(code).map(|at| Where::Spot(Box::new(self.spots[*at].clone())));
            return found.unwrap_or_else(|| Where::NotFound(code.clone()));
        }
        view.near.map_or(Where::Nowhere, |here| Where::Spot(Box::new(around(hospitals, here))))
    }

    /// The place that words mean; a prefecture chosen beside them decides between places of one name.
    pub fn of_words(&self, words: &str, region: Option<&str>) -> Where {
        let mut found = self.named(&normalised(words));
        if found.iter().any(|at| Some(self.spots[*at].region.as_str()) == region) {
            found.retain(|at| Some(self.spots[*at].region.as_str()) == region);
        }
        match found.as_slice() {
            [] => Where::NotFound(words.to_string()),
            [only] => Where::Spot(Box::new(self.spots[*only].clone())),
            several => Where::Ambiguous(several.iter().take(CHOICES).map(|at| self.spots[*at].clone()).collect()),
        }
    }

    fn named(&self, words: &str) -> Vec<usize> {
        let whole = self.by_name.get(words).or_else(|| self.by_stem.get(words));
        if let Some(found) = whole {
            return self.without_areas_of_municipalities(found);
        }
        // 北海道奥尻郡奥尻町: a district stands between prefecture and town, and nobody needs it
        let Some((before, town)) = words.split_once('郡').filter(|(_, town)| !town.is_empty()) else {
            let read = spellings(words).into_iter().find_map(|spelling| self.by_sound.get(&spelling));
            return read.map(|found| self.without_areas_of_municipalities(found)).unwrap_or_default();
        };
        let named = self.by_name.get(town).or_else(|| self.by_stem.get(town)).map_or(&[][..], Vec::as_slice);
        let in_region = |at: &&usize| before.starts_with(&normalised(&self.spots[**at].region_name.ja));
        let narrowed: Vec<usize> = named.iter().filter(in_region).copied().collect();
        if narrowed.is_empty() { named.to_vec() } else { narrowed }
    }

    /// 佐渡 means the town; its medical area of the same name is what counts as in reach from there anyway.
    fn without_areas_of_municipalities(&self, found: &[usize]) -> Vec<usize> {
        let covered = |at: usize| {
            let area = &self.spots[at];
            area.kind == SpotKind::MedicalArea
                && found.iter().map(|other| &self.spots[*other]).any(|other| {
                    other.kind == SpotKind::Municipality && other.areas.iter().any(|a| a.code == area.code)
                })
        };
        found.iter().copied().filter(|at| !covered(*at)).collect()
    }
}

/// A point lies where the nearest facility lies.
fn around(hospitals: &[Listed], here: GeoPoint) -> Spot {
    let distance = |card: &HospitalCard| match card.point {
        MapPoint::Exact(p) | MapPoint::About(p) => Some(kilometres(here, p)),
        MapPoint::Unknown => None,
    };
    let nearest = hospitals
        .iter()
        .filter_map(|listed| Some((distance(&listed.card)?, &listed.card)))
        .min_by(|(a, one), (b, other)| a.total_cmp(b).then_with(|| one.hospital.id.cmp(&other.hospital.id)));
    let card = nearest.map(|(_, card)| card);
    let area = card.map(|c| c.area.clone()).filter(|a| !a.code.is_empty());
    Spot {
        kind: SpotKind::Point,
        code: String::new(),
        name: Bilingual::default(),
        region: card.map(|c| c.hospital.region.clone()).unwrap_or_default(),
        region_name: card.map(|c| c.hospital.region_name.clone()).unwrap_or_default(),
        areas: area.into_iter().collect::<Vec<AreaName>>(),
        lands: card.map(|c| c.land.clone()).into_iter().collect(),
        point: Some(here),
    }
}

#[cfg(test)]
mod tests;
