//! Which place do a reader's words mean, and on which land does it lie?
//!
//! Municipalities, medical areas and prefectures of a release, looked up by code and by name. Medical areas were divided anew
//! since the table of places was made, so the facilities themselves say in which area their municipality lies today.

mod around;
mod build;
mod lands;
mod names;

use crate::index::Listed;
use crate::model::{Land, Spot, SpotKind, Where};
use crate::search::{normalised, spellings};
use around::Shore;
use domain::view_spec::ViewSpec;
use std::collections::{BTreeSet, HashMap};

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
    /// Wards of cities without their ending: 港, みなと, minato.
    by_ward: HashMap<String, Vec<usize>>,
    /// As they are read, in kana and in Latin letters: さど, sadoshi, sadocity.
    by_sound: HashMap<String, Vec<usize>>,
    /// Where the municipalities of islands lie, with a facility or without.
    shores: Vec<Shore>,
    /// The lands of all municipalities of each medical area.
    lands_of_areas: HashMap<String, BTreeSet<Land>>,
}

impl Places {
    /// Where the reader is: words first, then the code of an area, then a point; a prefecture elsewhere outweighs these two.
    pub fn resolve(&self, hospitals: &[Listed], view: &ViewSpec) -> Where {
        if !view.place.is_empty() {
            return self.of_words(&view.place, view.region.as_deref());
        }
        let hidden = match (&view.area, view.near) {
            (Some(code), _) => Some(self.of_code(code)),
            (None, Some(here)) => Some(Where::Spot(Box::new(self.around(hospitals, here)))),
            (None, None) => None,
        };
        // a prefecture that the reader sees wins over an area or a point elsewhere, which no field shows
        let elsewhere = |region: &&String| {
            hidden.as_ref().is_none_or(|place| place.spot().is_none_or(|spot| spot.region != **region))
        };
        let chosen = view.region.as_ref().filter(elsewhere).map(|region| self.of_code(region));
        chosen.or(hidden).unwrap_or(Where::Nowhere)
    }

    /// The place of a code.
    pub fn of_code(&self, code: &str) -> Where {
        let found = self.by_code.get(code).map(|at| Where::Spot(Box::new(self.spots[*at].clone())));
        found.unwrap_or_else(|| Where::NotFound(code.to_string()))
    }

    /// The place that words mean; a prefecture chosen beside them decides between places of one name.
    pub fn of_words(&self, words: &str, region: Option<&str>) -> Where {
        let words_folded = normalised(words);
        let mut found = self.named(&words_folded);
        found.extend(self.wards_of_cities(&words_folded, &found));
        if found.iter().any(|at| Some(self.spots[*at].region.as_str()) == region) {
            found.retain(|at| Some(self.spots[*at].region.as_str()) == region);
        }
        match found.as_slice() {
            [] => Where::NotFound(words.to_string()),
            [only] => Where::Spot(Box::new(self.spots[*only].clone())),
            several => Where::Ambiguous(several.iter().take(CHOICES).map(|at| self.spots[*at].clone()).collect()),
        }
    }

    /// The wards of cities that are called so, where nobody but wards is: Minato is one in Tokyo, in Nagoya and in Osaka, but Kanazawa
    /// is a city.
    fn wards_of_cities(&self, words: &str, found: &[usize]) -> Vec<usize> {
        let only_wards = found.iter().all(|at| self.spots[*at].name.ja.ends_with('区'));
        let wards =
            spellings(words).into_iter().find_map(|spelling| self.by_ward.get(&spelling)).filter(|_| only_wards);
        wards.into_iter().flatten().copied().filter(|at| !found.contains(at)).collect()
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

#[cfg(test)]
mod tests;
