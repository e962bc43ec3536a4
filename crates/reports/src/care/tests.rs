//! Is the sea kept apart from the land, and is reach what it says?

use super::*;
use crate::finder::ListFacts;
use crate::model::{AreaName, Distance, Evidence, HospitalRef, Land, MapPoint, PlaceName};
use domain::disclosure::Seal;
use domain::peers::PeerGroup;
use domain::view_spec::GeoPoint;
use domain::{Bilingual, HospitalId};
use std::sync::Arc;

fn point(latitude: f64, longitude: f64) -> GeoPoint {
    GeoPoint::new(latitude, longitude).unwrap()
}

fn island() -> Land {
    Land::Island(Arc::new(("佐渡島".to_string(), "Sado".to_string())))
}

fn area(code: &str) -> AreaName {
    crate::place_names::nameless(code)
}

fn text(word: &str) -> Bilingual<String> {
    Bilingual::new(word.to_string(), word.to_string())
}

pub(crate) fn hospital(id: &str, area_code: &str, land: Land, at: (f64, f64)) -> Listed {
    let hospital = HospitalRef {
        id: HospitalId::parse(id).unwrap(),
        name: text(id),
        municipality: PlaceName::default(),
        region: "JP-15".to_string(),
        region_name: text("新潟県"),
        abroad: text(""),
        peer_group: PeerGroup::RegionalAcute,
        specialty: None,
    };
    let fact = CareFact {
        care: Care::Deliveries,
        known: Known::Provides,
        evidence: Evidence::Designation,
        source: String::new(),
    };
    let card = HospitalCard {
        hospital,
        name_kana: String::new(),
        short_name: String::new(),
        country: "JP".to_string(),
        municipality_code: id.to_string(),
        area: area(area_code),
        peer_reason: text(""),
        specialty_reason: text(""),
        address: String::new(),
        point: MapPoint::Exact(point(at.0, at.1)),
        land,
        url: String::new(),
        beds_total: None,
        reported_measures: 0,
        emergency: None,
        ended: None,
    };
    let care = vec![Disclosed::new(&Seal::of_reports(), fact, Vec::new())];
    Listed { card, search_text: String::new(), care, facts: ListFacts::default() }
}

pub(crate) fn spot(kind: SpotKind, area_code: &str, land: Land) -> Spot {
    Spot {
        kind,
        code: String::new(),
        name: text("ここ"),
        region: "JP-15".to_string(),
        region_name: text("新潟県"),
        areas: vec![area(area_code)],
        lands: vec![land],
        point: Some(point(38.0, 138.4)),
        around: None,
    }
}

#[test]
fn what_lies_across_the_sea_is_never_in_reach_however_near() {
    let reader = spot(SpotKind::Point, "1501", Land::Mainland);
    let reach = Reach { areas: vec![area("1501")], radius_km: Some(50), islands: Vec::new() };
    assert!(reach.holds(&reader, &hospital("near", "1502", Land::Mainland, (38.1, 138.4)).card));
    assert!(reach.holds(&reader, &hospital("far-in-area", "1501", Land::Mainland, (39.9, 138.4)).card));
    assert!(!reach.holds(&reader, &hospital("far", "1502", Land::Mainland, (39.9, 138.4)).card));
    assert!(!reach.holds(&reader, &hospital("island", "1501", island(), (38.0, 138.4)).card));
}

#[test]
fn from_a_place_in_words_every_distance_is_about() {
    let there = hospital("a", "1501", Land::Mainland, (38.1, 138.4)).card.point;
    assert!(matches!(spot(SpotKind::Municipality, "1501", Land::Mainland).distance(there), Distance::AboutKm(_)));
    assert!(matches!(spot(SpotKind::Point, "1501", Land::Mainland).distance(there), Distance::Km(_)));
}

#[test]
fn the_same_land_comes_first_and_the_sea_is_in_no_order_of_distance() {
    let listed = [
        hospital("3-sea-nearest", "1502", Land::Mainland, (38.05, 138.4)),
        hospital("2-sea-farther", "1502", Land::Mainland, (38.3, 138.4)),
        hospital("1-island-far", "1508", island(), (39.0, 138.4)),
    ];
    let facts: Vec<(&Listed, &Disclosed<CareFact>)> = listed.iter().map(|l| (l, &l.care[0])).collect();
    let found = nearest_outside(&spot(SpotKind::Municipality, "1507", island()), facts);
    let ids: Vec<&str> = found.iter().map(|p| p.card.hospital.id.as_str()).collect();
    assert_eq!(ids, ["1-island-far", "2-sea-farther", "3-sea-nearest"]);
}

#[test]
fn a_radius_widens_until_five_are_inside_or_all_that_the_land_has() {
    assert_eq!(radius_with_enough(&[1.0; 5]), 10);
    assert_eq!(radius_with_enough(&[1.0, 1.0, 1.0, 1.0, 15.0]), 20);
    assert_eq!(radius_with_enough(&[45.0; 5]), 80);
    assert_eq!(radius_with_enough(&[45.0; 4]), 80);
    assert_eq!(radius_with_enough(&[3.0, 900.0]), 10);
    assert_eq!(radius_with_enough(&[]), 10);
}

#[test]
fn an_island_is_named_only_where_all_of_it_is_in_reach() {
    let reader = spot(SpotKind::Municipality, "1507", island());
    let reach = Reach { areas: vec![area("1507")], radius_km: None, islands: Vec::new() };
    let mut all =
        vec![hospital("own", "1507", island(), (38.0, 138.4)), hospital("sea", "1501", Land::Mainland, (38.0, 138.9))];
    assert_eq!(reach.whole_islands(&all, &reader), [island()]);
    all.push(hospital("other-area-of-it", "1508", island(), (38.2, 138.4)));
    assert!(reach.whole_islands(&all, &reader).is_empty());
    let mainland = spot(SpotKind::Municipality, "1501", Land::Mainland);
    let reach = Reach { areas: vec![area("1501")], ..reach };
    assert!(reach.whole_islands(&all, &mainland).is_empty());
}

#[test]
fn no_sea_is_claimed_before_a_facility_of_which_no_land_is_known() {
    let unknown = hospital("a", "1507", Land::Unknown, (38.0, 138.4)).card;
    for land in [island(), Land::Mainland] {
        assert_eq!(spot(SpotKind::Municipality, "1507", land).crossing(&unknown), Crossing::SameLand);
    }
}

#[test]
fn who_names_no_place_asks_about_the_country_of_most_hospitals() {
    let of = |id: &str, country: &str| {
        let mut listed = hospital(id, "1501", Land::Mainland, (38.0, 138.4));
        listed.card.country = country.to_string();
        listed
    };
    let mixed = [of("a", "GB"), of("b", "JP"), of("c", "US"), of("d", "JP")];
    assert_eq!(crate::index::of_most(&mixed), "JP");
}

#[test]
fn a_point_that_may_lie_on_either_of_two_lands_has_both_for_its_own() {
    let places = crate::places::Places::new(
        &[],
        &[store::rows::HospitalRow { country: "JP".to_string(), region_code: "44".to_string(), ..Default::default() }],
        &crate::places::Lands::new(&[]),
    );
    let listed = [hospital("shore", "4401", Land::Mainland, (33.66, 131.60))];
    let lands = |latitude: f64, longitude: f64| {
        let near = Some(point(latitude, longitude));
        let view = ViewSpec { near, ..ViewSpec::default() };
        places.resolve(&listed, &view).spot().unwrap().lands.clone()
    };
    // between the mainland and Himeshima, neither clearly farther
    assert_eq!(lands(33.69, 131.625).len(), 2);
    assert_eq!(lands(33.66, 131.601), [Land::Mainland]);
    // an island without any facility is its own land
    let awashima = lands(38.46, 139.25);
    assert!(awashima[0].name().is_some_and(|name| name.ja == "粟島") && awashima.len() == 1, "{awashima:?}");
}

#[test]
fn a_trouble_means_general_hospitals_and_its_own_fields_and_no_psychiatric_one() {
    let of = |role, specialty| {
        let mut own = hospital("a", "1501", Land::Mainland, (38.0, 138.4)).card;
        (own.hospital.peer_group, own.hospital.specialty) = (role, specialty);
        own
    };
    let heart = Meant::Only(&[Specialty::Heart]);
    let asked = Some(Care::Ambulances);
    assert!(heart.holds(&of(PeerGroup::RegionalAcute, None), asked));
    assert!(heart.holds(&of(PeerGroup::RegionalAcute, Some(Specialty::Heart)), asked));
    assert!(!heart.holds(&of(PeerGroup::Advanced, Some(Specialty::Cancer)), asked));
    assert!(!heart.holds(&of(PeerGroup::Psychiatric, None), asked));
    assert!(heart.holds(&of(PeerGroup::Psychiatric, None), Some(Care::Psychiatry)));
}
