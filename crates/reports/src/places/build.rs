//! How are the places of a release put together from its table of areas and its hospitals?

use super::Places;
use super::lands::{Lands, Municipality};
use super::names::{Names, names};
use crate::model::{AreaName, Land, Spot, SpotKind};
use crate::place_names::{name_of, nameless, place_name};
use content::region_name;
use domain::Bilingual;
use domain::regions::region_id;
use domain::view_spec::GeoPoint;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::rows::{AreaRow, HospitalRow};

/// A mean of points.
#[derive(Debug, Default, Clone, Copy)]
struct Middle {
    latitude: f64,
    longitude: f64,
    count: f64,
}

impl Middle {
    fn add(&mut self, row: &HospitalRow) {
        if let Some((latitude, longitude)) = row.latitude.zip(row.longitude) {
            self.latitude += latitude;
            self.longitude += longitude;
            self.count += 1.0;
        }
    }

    fn point(self) -> Option<GeoPoint> {
        (self.count > 0.0).then(|| GeoPoint::new(self.latitude / self.count, self.longitude / self.count)).flatten()
    }
}

/// A municipality while it is put together.
#[derive(Debug, Default)]
struct Town {
    country: String,
    region: String,
    name: Bilingual<String>,
    /// As the table of places has it.
    table_area: String,
    /// As the facilities there have it.
    votes: BTreeMap<String, usize>,
    middle: Middle,
}

/// Everything while it is put together.
#[derive(Debug, Default)]
struct Draft {
    towns: BTreeMap<String, Town>,
    areas: BTreeMap<String, AreaName>,
    /// Medical areas with facilities: their country, region and middle.
    used: BTreeMap<String, (String, String, Middle)>,
    regions: BTreeSet<(String, String)>,
}

impl Places {
    /// Puts the places of a release together.
    pub fn new(areas: &[AreaRow], hospitals: &[HospitalRow], lands: &Lands) -> Self {
        let draft = Draft::new(areas, hospitals);
        let today = draft.today();
        let mut places = Self::default();
        let mut of_area: BTreeMap<&str, BTreeSet<Land>> = BTreeMap::new();
        let mut cities: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (code, town) in &draft.towns {
            let spot = draft.town(code, town, today.get(code.as_str()).copied(), lands);
            if let Some(area) = today.get(code.as_str()) {
                of_area.entry(area).or_default().extend(spot.lands.iter().cloned());
            }
            if let Some(city) = city_of(&town.name.ja) {
                cities.entry((spot.region.clone(), city)).or_default().push(places.spots.len());
            }
            places.add(spot);
        }
        for ((region, city), wards) in cities {
            places.add_city(&region, city, &wards);
        }
        places.lands_of_areas = of_area.iter().map(|(code, lands)| ((*code).to_string(), lands.clone())).collect();
        for (code, (country, region, middle)) in &draft.used {
            let stands_on = of_area.get(code.as_str()).cloned().unwrap_or_default();
            places.add(draft.area(code, country, region, *middle, main_land(stands_on, lands)));
        }
        for (country, region) in &draft.regions {
            places.add(whole_region(country, region));
        }
        places.index_names();
        if hospitals.iter().any(|hospital| hospital.country == "JP") {
            places.note_shores(lands);
        }
        places
    }

    /// The land of a facility. One of which no municipality is printed lies where its medical area does: on the large land where
    /// that has one, on an island where all of it does. Where the area is several islands, nobody can say that the sea lies before
    /// it.
    pub fn land_of(&self, row: &HospitalRow, lands: &Lands) -> Land {
        let placed = !row.municipality_code.is_empty() || !row.municipality.is_empty();
        if placed || !lands.are_several(&row.country, &row.region_code) {
            return lands.of_hospital(row);
        }
        match main_land(self.lands_of_areas.get(&row.area_code).cloned().unwrap_or_default(), lands).as_slice() {
            [land] => land.clone(),
            _ => Land::Unknown,
        }
    }

    fn add(&mut self, spot: Spot) {
        if !spot.code.is_empty() {
            self.by_code.entry(spot.code.clone()).or_insert(self.spots.len());
        }
        self.spots.push(spot);
    }

    /// A city with wards; its code is that of its first ward, rounded down to tens.
    fn add_city(&mut self, region: &str, name: String, wards: &[usize]) {
        let parts: Vec<&Spot> = wards.iter().map(|at| &self.spots[*at]).collect();
        let first = parts.iter().map(|ward| ward.code.as_str()).min().unwrap_or_default();
        let code = first.get(..first.len().saturating_sub(1)).map(|tens| format!("{tens}0")).unwrap_or_default();
        let known =
            self.spots.iter().any(|s| s.kind == SpotKind::Municipality && s.region == region && s.name.ja == name);
        if known || self.by_code.contains_key(&code) {
            return;
        }
        let mut middle = Middle::default();
        let mut areas: Vec<AreaName> = Vec::new();
        for ward in &parts {
            if let Some(point) = ward.point {
                middle.latitude += point.latitude();
                middle.longitude += point.longitude();
                middle.count += 1.0;
            }
            areas.extend(ward.areas.iter().filter(|area| !areas.contains(area)).cloned().collect::<Vec<_>>());
        }
        let lands: BTreeSet<Land> = parts.iter().flat_map(|ward| ward.lands.iter().cloned()).collect();
        let spot = Spot {
            kind: SpotKind::Municipality,
            name: place_name(&code, &name, "").name,
            code,
            region: region.to_string(),
            region_name: parts.first().map(|ward| ward.region_name.clone()).unwrap_or_default(),
            areas,
            lands: lands.into_iter().collect(),
            point: middle.point(),
            around: None,
        };
        self.add(spot);
    }

    fn index_names(&mut self) {
        for (at, spot) in self.spots.iter().enumerate() {
            let Names { whole, stems, wards, sounds } = names(spot);
            file(&mut self.by_name, whole, at);
            file(&mut self.by_stem, stems, at);
            file(&mut self.by_ward, wards, at);
            file(&mut self.by_sound, sounds, at);
        }
    }
}

fn file(into: &mut HashMap<String, Vec<usize>>, names: Vec<String>, at: usize) {
    for name in names {
        let list = into.entry(name).or_default();
        if !list.contains(&at) {
            list.push(at);
        }
    }
}

/// 横浜市 of 横浜市中区.
fn city_of(name: &str) -> Option<String> {
    let (city, ward) = name.split_once('市')?;
    ward.ends_with('区').then(|| format!("{city}市"))
}

/// A medical area stands on small islands only where all of its municipalities do.
fn main_land(stands_on: BTreeSet<Land>, lands: &Lands) -> Vec<Land> {
    let large = lands.large().into_iter().find(|land| stands_on.contains(land));
    match large {
        Some(land) => vec![land],
        None if stands_on.is_empty() => vec![Land::Mainland],
        None => stands_on.into_iter().collect(),
    }
}

fn whole_region(country: &str, region: &str) -> Spot {
    let name = region_name(country, region);
    Spot {
        kind: SpotKind::Region,
        code: region_id(country, region),
        name: name.clone(),
        region: region_id(country, region),
        region_name: name,
        areas: Vec::new(),
        lands: Vec::new(),
        point: None,
        around: None,
    }
}

impl Draft {
    fn new(areas: &[AreaRow], hospitals: &[HospitalRow]) -> Self {
        let mut draft = Self::default();
        // only Japan has a table of places; a release may hold hospitals of other countries beside it
        let elsewhere = hospitals.first().filter(|_| hospitals.iter().all(|h| h.country != "JP"));
        let country = elsewhere.map_or_else(|| "JP".to_string(), |h| h.country.clone());
        for area in areas.iter().filter(|a| a.kind == "medical_area") {
            draft.areas.insert(area.code.clone(), name_of(area).of_area(&area.code));
        }
        let medical = areas.iter().filter(|a| a.kind == "medical_area");
        let region_of: HashMap<&str, &str> = medical.map(|a| (a.code.as_str(), a.parent.as_str())).collect();
        for area in areas.iter().filter(|a| a.kind == "municipality" && !a.code.is_empty()) {
            let by_code = || area.code.get(..2).unwrap_or_default();
            let region = region_of.get(area.parent.as_str()).copied().unwrap_or_else(by_code);
            let town = draft.towns.entry(area.code.clone()).or_default();
            town.country.clone_from(&country);
            town.region = region.to_string();
            town.name = name_of(area).name;
            town.table_area.clone_from(&area.parent);
        }
        for hospital in hospitals {
            draft.take(hospital);
        }
        draft
    }

    fn take(&mut self, hospital: &HospitalRow) {
        self.regions.insert((hospital.country.clone(), hospital.region_code.clone()));
        if !hospital.area_code.is_empty() {
            let place = || (hospital.country.clone(), hospital.region_code.clone(), Middle::default());
            self.used.entry(hospital.area_code.clone()).or_insert_with(place).2.add(hospital);
        }
        if hospital.municipality_code.is_empty() {
            return;
        }
        let town = self.towns.entry(hospital.municipality_code.clone()).or_default();
        if town.name.ja.is_empty() {
            town.name = place_name(&hospital.municipality_code, &hospital.municipality, "").name;
        }
        town.country.clone_from(&hospital.country);
        town.region.clone_from(&hospital.region_code);
        town.middle.add(hospital);
        if !hospital.area_code.is_empty() {
            *town.votes.entry(hospital.area_code.clone()).or_default() += 1;
        }
    }

    /// The medical area of each municipality today: what most facilities there say, else the table, else where the rest of
    /// its old area went.
    fn today(&self) -> HashMap<&str, &str> {
        let most = |votes: &BTreeMap<String, usize>| {
            votes.iter().max_by_key(|(code, n)| (**n, std::cmp::Reverse((*code).clone()))).map(|(code, _)| code.clone())
        };
        let mut moved: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
        for town in self.towns.values() {
            if let Some(area) = most(&town.votes) {
                *moved.entry(&town.table_area).or_default().entry(area).or_default() += 1;
            }
        }
        let in_use = |code: &str| self.used.get_key_value(code).map(|(code, _)| code.as_str());
        let mut today = HashMap::new();
        for (code, town) in &self.towns {
            let own = most(&town.votes).and_then(|area| in_use(&area));
            let table = || in_use(&town.table_area);
            let rest = || moved.get(town.table_area.as_str()).and_then(most).and_then(|area| in_use(&area));
            if let Some(area) = own.or_else(table).or_else(rest) {
                today.insert(code.as_str(), area);
            }
        }
        today
    }

    fn area_name(&self, code: &str) -> AreaName {
        self.areas.get(code).cloned().unwrap_or_else(|| nameless(code))
    }

    fn town(&self, code: &str, town: &Town, area: Option<&str>, lands: &Lands) -> Spot {
        let place = Municipality { country: &town.country, region: &town.region, code, name: &town.name.ja };
        let land = lands.of(place);
        let listed = content::island_municipalities().unwrap_or_default().iter();
        let island_point = || {
            let here = listed.clone().find(|m| m.region == town.region && m.municipality == town.name.ja)?;
            GeoPoint::new(here.point.0, here.point.1)
        };
        let middle_of_area = || area.and_then(|area| self.used.get(area)).and_then(|(.., middle)| middle.point());
        let point = town.middle.point().or_else(island_point);
        Spot {
            kind: SpotKind::Municipality,
            code: code.to_string(),
            name: town.name.clone(),
            region: region_id(&town.country, &town.region),
            region_name: region_name(&town.country, &town.region),
            areas: area.map(|area| self.area_name(area)).into_iter().collect(),
            lands: vec![land],
            point,
            around: if point.is_none() { middle_of_area() } else { None },
        }
    }

    fn area(&self, code: &str, country: &str, region: &str, middle: Middle, lands: Vec<Land>) -> Spot {
        let name = self.area_name(code);
        Spot {
            kind: SpotKind::MedicalArea,
            code: code.to_string(),
            name: name.name.clone(),
            region: region_id(country, region),
            region_name: region_name(country, region),
            areas: vec![name],
            point: middle.point().filter(|_| lands.len() == 1),
            around: None,
            lands,
        }
    }
}
