//! Which municipality does a code or a printed name mean, what is it called, and in which medical area does it lie?
//!
//! A table of places gives wards without their city (中央区); the addresses of the register give the city.

use domain::records::{AreaKind, AreaRecord, HospitalRecord};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use unicode_normalization::UnicodeNormalization;

/// Municipalities by code and by name.
#[derive(Debug, Default)]
pub struct Places {
    by_code: BTreeMap<String, Municipality>,
    /// (region, folded name) → codes; a city with wards has several.
    by_name: HashMap<(String, String), BTreeSet<String>>,
    /// Municipalities that lie wholly on islands, as (region, folded name).
    islands: BTreeSet<(String, String)>,
    island_codes: BTreeSet<String>,
}

#[derive(Debug, Default, Clone)]
struct Municipality {
    /// As the table prints it; a ward without its city.
    printed: String,
    /// With the city before a ward.
    full: String,
    area: String,
}

impl Places {
    /// Takes what the areas say, and what the addresses of `hospitals` add.
    pub fn new(areas: &[AreaRecord], hospitals: &[HospitalRecord]) -> Self {
        let mut places = Self::default();
        let prefectures = prefectures(areas);
        for area in areas.iter().filter(|a| a.kind == AreaKind::Municipality) {
            places.take(area, &prefectures);
        }
        let mut votes: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
        for hospital in hospitals.iter().filter(|h| h.country == "JP" && h.municipality_code.len() == 5) {
            let code = hospital.municipality_code.as_str();
            let printed = places.by_code.get(code).map(|m| m.printed.as_str());
            if let Some(name) = name_in_address(&hospital.address, printed) {
                *votes.entry(code).or_default().entry(name).or_default() += 1;
            }
        }
        for (code, names) in votes {
            let most = names.values().max().copied().unwrap_or(0);
            if let Some((name, _)) = names.into_iter().find(|(_, count)| *count == most) {
                places.by_code.entry(code.to_string()).or_default().full = name;
            }
        }
        places.give_missing_areas();
        places.index_names();
        places
    }

    fn take(&mut self, area: &AreaRecord, prefectures: &HashMap<String, String>) {
        let name = area.name.ja.clone();
        if area.code.len() == 5 && !area.code.is_empty() {
            let place = self.by_code.entry(area.code.clone()).or_default();
            if !name.is_empty() {
                place.printed.clone_from(&name);
                place.full = name;
            }
            if area.parent.len() == 4 {
                place.area.clone_from(&area.parent);
            }
            if area.island {
                self.island_codes.insert(area.code.clone());
            }
        } else if area.island {
            let region = prefectures.get(area.parent.as_str()).cloned().unwrap_or_else(|| area.parent.clone());
            self.islands.insert((region, fold(&name)));
        }
    }

    /// A ward younger than the table lies where the wards with the nearest smaller code lie.
    fn give_missing_areas(&mut self) {
        let known: BTreeMap<String, String> =
            self.by_code.iter().filter(|(_, m)| !m.area.is_empty()).map(|(c, m)| (c.clone(), m.area.clone())).collect();
        for (code, place) in self.by_code.iter_mut().filter(|(_, m)| m.area.is_empty() && m.full.ends_with('区')) {
            let before = known.range(..code.clone()).next_back();
            if let Some((near, area)) = before
                && near.get(..3) == code.get(..3)
            {
                place.area.clone_from(area);
            }
        }
    }

    fn index_names(&mut self) {
        for (code, place) in &self.by_code {
            let region = code.get(..2).unwrap_or_default().to_string();
            let city = place.full.split_once('市').map(|(city, _)| format!("{city}市"));
            let names = [Some(place.full.clone()), Some(place.printed.clone()), city];
            for name in names.into_iter().flatten().filter(|n| !n.is_empty()) {
                self.by_name.entry((region.clone(), fold(&name))).or_default().insert(code.clone());
            }
        }
    }

    /// Name of a municipality, with the city before a ward.
    pub fn name_of(&self, code: &str) -> Option<&str> {
        self.by_code.get(code).map(|m| m.full.as_str()).filter(|n| !n.is_empty())
    }

    /// The 二次医療圏 of a municipality.
    pub fn area_of(&self, code: &str) -> Option<&str> {
        self.by_code.get(code).map(|m| m.area.as_str()).filter(|a| !a.is_empty())
    }

    /// True where the whole municipality lies on islands.
    pub fn is_island(&self, code: &str) -> bool {
        let by_name = || {
            let place = self.by_code.get(code)?;
            let region = code.get(..2)?.to_string();
            Some(self.islands.contains(&(region, fold(&place.printed))))
        };
        self.island_codes.contains(code) || by_name().unwrap_or(false)
    }

    /// The codes a printed municipality means in a region: one, several for a city with wards, none where unknown.
    pub fn codes_of(&self, region: &str, name: &str) -> Vec<String> {
        let folded = fold(name);
        let tries = [
            Some(folded.clone()),
            folded.split_once('郡').map(|(_, town)| town.to_string()),
            folded.split_once('市').filter(|(_, ward)| ward.ends_with('区')).map(|(city, _)| format!("{city}市")),
        ];
        let found = tries.into_iter().flatten().find_map(|name| self.by_name.get(&(region.to_string(), name)));
        found.map(|codes| codes.iter().cloned().collect()).unwrap_or_default()
    }
}

/// Names and codes of the prefectures, both leading to the code.
fn prefectures(areas: &[AreaRecord]) -> HashMap<String, String> {
    let regions = areas.iter().filter(|a| a.kind == AreaKind::Region);
    regions.flat_map(|a| [(a.name.ja.clone(), a.code.clone()), (a.code.clone(), a.code.clone())]).collect()
}

fn fold(name: &str) -> String {
    name.nfkc().filter(|c| !c.is_whitespace()).map(|c| if c == 'ヶ' { 'ケ' } else { c }).collect()
}

/// The municipality in an address of the register, e.g. 札幌市中央区 in 北海道札幌市中央区南１条….
///
/// `printed` is its name in the table of places, where there is one.
fn name_in_address(address: &str, printed: Option<&str>) -> Option<String> {
    let address = fold(address);
    let rest = without_prefecture(&address);
    if let Some(printed) = printed.map(fold).filter(|p| !p.is_empty()) {
        let (before, _) = rest.split_once(&printed)?;
        let is_city = before.ends_with('市') && before.chars().count() <= 8;
        // 丹波篠山市 was 篠山市: a city that has put something before its name
        let is_longer =
            printed.ends_with('市') && before.chars().count() <= 3 && !before.ends_with(['郡', '区', '町', '村']);
        return (before.is_empty() || is_city || is_longer).then(|| format!("{before}{printed}"));
    }
    first_municipality(rest)
}

fn without_prefecture(address: &str) -> &str {
    let three: usize = address.chars().take(3).map(char::len_utf8).sum();
    let four: usize = address.chars().take(4).map(char::len_utf8).sum();
    let is_prefecture = |head: &str| head == "北海道" || head == "東京都" || head.ends_with(['府', '県']);
    [three, four].into_iter().find(|cut| is_prefecture(&address[..*cut])).map_or(address, |cut| &address[cut..])
}

/// The name up to its first 市, 区, 町 or 村, a ward with its city, a town without its district.
fn first_municipality(rest: &str) -> Option<String> {
    let chars: Vec<char> = rest.chars().take(12).collect();
    let ends = |from: usize, marks: &[char]| (from + 1..chars.len()).find(|i| marks.contains(&chars[*i]));
    if let Some(city) = ends(0, &['市']).filter(|i| *i <= 7 && chars.get(i + 1) != Some(&'郡')) {
        let city = if chars.get(city + 1) == Some(&'市') { city + 1 } else { city };
        let ward = ends(city, &['区']).filter(|i| *i <= city + 4);
        return Some(chars[..=ward.unwrap_or(city)].iter().collect());
    }
    let start = ends(0, &['郡']).map_or(0, |i| i + 1);
    ends(start, &['区', '町', '村']).map(|end| chars[start..=end].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gives_the_city_of_a_ward() {
        for (address, printed, expected) in [
            ("北海道札幌市中央区南１条西１６丁目", Some("中央区"), "札幌市中央区"),
            ("静岡県浜松市中央区富塚町", None, "浜松市中央区"),
            ("東京都中野区中央４－５９－１６", Some("中野区"), "中野区"),
            ("三重県四日市市芝田", None, "四日市市"),
            ("北海道余市郡余市町黒川町", None, "余市町"),
            ("兵庫県丹波篠山市黒岡", Some("篠山市"), "丹波篠山市"),
            ("福岡県那珂川市道善", None, "那珂川市"),
            ("東京都あきる野市引田", None, "あきる野市"),
        ] {
            assert_eq!(name_in_address(address, printed).as_deref(), Some(expected), "{address}");
        }
    }
}
