//! What can be said about where a hospital lies, beyond what its own file says?
//!
//! Hospitals of a package are left as they are written, but for the point of those that have none.

use super::facilities::Facilities;
use super::{PACKAGE, Part};
use crate::places::Places;
use domain::HospitalId;
use domain::records::{AreaKind, AreaRecord, Batch, ContextRecord, HospitalRecord, Point, Subject};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What packages define, and what is therefore left as it is.
pub(super) struct Packaged {
    hospitals: HashSet<HospitalId>,
    areas: HashSet<String>,
}

impl Packaged {
    /// Collects what the packages among `files` define.
    pub(super) fn of(files: &[Part]) -> Self {
        let packages = || files.iter().filter(|f| f.kind == PACKAGE);
        Self {
            hospitals: packages().flat_map(|f| f.batch.hospitals.iter().map(|h| h.id.clone())).collect(),
            areas: packages().flat_map(|f| f.batch.areas.iter().map(|a| a.code.clone())).collect(),
        }
    }
}

/// Fills in municipalities, medical areas, islands and approximate points.
pub(super) fn fill(batch: &mut Batch, places: &Places, packaged: &Packaged, facilities: &Facilities) {
    let today = AreasToday::of(&facilities.printed_areas(), places);
    complete_areas(&mut batch.areas, places, packaged);
    let mut islands = Vec::new();
    for hospital in batch.hospitals.iter_mut().filter(|h| h.country == "JP" && !packaged.hospitals.contains(&h.id)) {
        let code = hospital.municipality_code.clone();
        if let Some(name) = places.name_of(&code) {
            hospital.municipality = name.to_string();
        }
        if hospital.region_code.is_empty() {
            hospital.region_code = code.get(..2).unwrap_or_default().to_string();
        }
        if hospital.area_code.is_empty() {
            hospital.area_code = today.area_of(&code, places).unwrap_or_default().to_string();
        }
        if places.is_island(&code) {
            islands.push(hospital.id.clone());
        }
    }
    add_islands(batch, islands);
    batch.hospitals.sort_by(|a, b| a.id.cmp(&b.id));
    fill_points(&mut batch.hospitals);
}

/// The medical areas as the files print them beside facilities. The table of places is of 2017, and areas were divided anew
/// since: two facilities of one town must not lie in two areas because one file is older than the other.
struct AreasToday {
    of_town: BTreeMap<String, String>,
    printed: HashSet<String>,
    /// Where most towns of an area of the table went.
    moved: BTreeMap<String, BTreeMap<String, usize>>,
}

impl AreasToday {
    fn of(printed: &BTreeMap<&str, BTreeSet<&str>>, places: &Places) -> Self {
        let mut today = Self { of_town: BTreeMap::new(), printed: HashSet::new(), moved: BTreeMap::new() };
        for (town, areas) in printed {
            today.printed.extend(areas.iter().map(|area| (*area).to_string()));
            let Some(only) = areas.first().filter(|_| areas.len() == 1) else { continue };
            today.of_town.insert((*town).to_string(), (*only).to_string());
            if let Some(old) = places.area_of(town) {
                *today.moved.entry(old.to_string()).or_default().entry((*only).to_string()).or_default() += 1;
            }
        }
        today
    }

    fn area_of<'a>(&'a self, town: &str, places: &'a Places) -> Option<&'a str> {
        if let Some(area) = self.of_town.get(town) {
            return Some(area);
        }
        let table = places.area_of(town)?;
        let most = || self.moved.get(table)?.iter().max_by_key(|(_, towns)| **towns).map(|(area, _)| area.as_str());
        if self.printed.contains(table) { Some(table) } else { most().or(Some(table)) }
    }
}

/// Wards get their city's name, islands their mark; entries of lists without codes have done their work and go.
fn complete_areas(areas: &mut Vec<AreaRecord>, places: &Places, packaged: &Packaged) {
    areas.retain(|a| !a.code.is_empty());
    for area in areas.iter_mut().filter(|a| a.kind == AreaKind::Municipality && !packaged.areas.contains(&a.code)) {
        area.island = places.is_island(&area.code);
        if let Some(name) = places.name_of(&area.code) {
            area.name.ja = name.to_string();
        }
    }
}

fn add_islands(batch: &mut Batch, islands: Vec<HospitalId>) {
    let is_flag = |c: &&ContextRecord| c.key == "remote_island";
    let said: HashSet<Subject> = batch.context.iter().filter(is_flag).map(|c| c.hospital.clone()).collect();
    let new = islands.into_iter().map(Subject::Hospital).filter(|h| !said.contains(h));
    batch.context.extend(new.map(|hospital| ContextRecord {
        hospital,
        key: "remote_island".to_string(),
        value: "1".to_string(),
        valid_from: None,
        valid_to: None,
    }));
}

/// Gives each hospital without coordinates the mean point of the exactly known hospitals of its municipality; failing that, an
/// island municipality has a point of its own. Any other stays without: in a large medical area its middle is a town sixty
/// kilometres away. `hospitals` are sorted by id, so that the means are the same every time.
fn fill_points(hospitals: &mut [HospitalRecord]) {
    let means = Means::of(hospitals);
    for hospital in hospitals.iter_mut().filter(|h| h.latitude.is_none()) {
        if let Some((latitude, longitude)) = means.near(hospital) {
            hospital.latitude = Some(latitude);
            hospital.longitude = Some(longitude);
            hospital.point = Point::About;
        }
    }
}

/// Takes back the points that assembling filled in, so that an exported package says what was imported.
pub fn without_filled_points(hospitals: &mut [HospitalRecord]) {
    hospitals.sort_by(|a, b| a.id.cmp(&b.id));
    let means = Means::of(hospitals);
    for hospital in hospitals.iter_mut().filter(|h| h.point == Point::About) {
        if means.near(hospital) == hospital.latitude.zip(hospital.longitude) {
            hospital.latitude = None;
            hospital.longitude = None;
            hospital.point = Point::Unknown;
        }
    }
}

/// Mean points by country and municipality.
struct Means {
    points: HashMap<(String, String), (f64, f64)>,
}

impl Means {
    fn of(hospitals: &[HospitalRecord]) -> Self {
        let mut sums: BTreeMap<(String, String), (f64, f64, f64)> = BTreeMap::new();
        for hospital in hospitals.iter().filter(|h| h.point != Point::About) {
            let Some((latitude, longitude)) = hospital.latitude.zip(hospital.longitude) else { continue };
            if let Some(place) = town_of(hospital) {
                let sum = sums.entry(place).or_default();
                *sum = (sum.0 + latitude, sum.1 + longitude, sum.2 + 1.0);
            }
        }
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        Self { points: sums.into_iter().map(|(k, (lat, lon, n))| (k, (round(lat / n), round(lon / n)))).collect() }
    }

    fn near(&self, hospital: &HospitalRecord) -> Option<(f64, f64)> {
        let own = town_of(hospital).and_then(|town| self.points.get(&town)).copied();
        own.or_else(|| island_point(hospital))
    }
}

/// Roughly where the main settlement of an island municipality lies, to a hundredth of a degree (about a kilometre).
const ISLANDS: &str = include_str!("../../../../content/places/islands.csv");

/// The point of an island municipality, by prefecture and name.
fn island_point(hospital: &HospitalRecord) -> Option<(f64, f64)> {
    if hospital.country != "JP" {
        return None;
    }
    ISLANDS.lines().skip(1).find_map(|line| {
        let mut cells = line.split(',');
        let here = cells.next()? == hospital.region_code && hospital.municipality.ends_with(cells.next()?);
        let point = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
        here.then_some(point)
    })
}

/// Country and municipality, where that is printed.
fn town_of(hospital: &HospitalRecord) -> Option<(String, String)> {
    let code = &hospital.municipality_code;
    (!code.is_empty()).then(|| (hospital.country.clone(), code.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Bilingual;

    fn town(code: &str, area: &str) -> AreaRecord {
        AreaRecord {
            code: code.to_string(),
            kind: AreaKind::Municipality,
            name: Bilingual::new(code.to_string(), String::new()),
            parent: area.to_string(),
            population: None,
            year: None,
            island: false,
        }
    }

    #[test]
    fn a_town_lies_in_the_area_that_is_printed_today_and_its_old_neighbours_follow_it() {
        let table = [
            town("14101", "1401"),
            town("14108", "1401"),
            town("15224", "1507"),
            town("15202", "1501"),
            town("15206", "1501"),
        ];
        let places = Places::new(&table, &[]);
        let printed: BTreeMap<&str, BTreeSet<&str>> =
            [("14101", BTreeSet::from(["1412"])), ("15202", BTreeSet::from(["1501", "1502"]))].into();
        let today = AreasToday::of(&printed, &places);
        let area = |code: &str| today.area_of(code, &places);
        assert_eq!(area("14101"), Some("1412"));
        assert_eq!(area("14108"), Some("1412"));
        assert_eq!(area("15224"), Some("1507"));
        assert_eq!((area("15202"), area("15206")), (Some("1501"), Some("1501")));
        assert_eq!(area("99999"), None);
    }
}
