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

fn hospital(id: &str, area_code: &str, land: Land, at: (f64, f64)) -> Listed {
    let hospital = HospitalRef {
        id: HospitalId::parse(id).unwrap(),
        name: text(id),
        municipality: PlaceName::default(),
        region: "JP-15".to_string(),
        region_name: text("新潟県"),
        peer_group: PeerGroup::RegionalAcute,
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
        address: String::new(),
        point: MapPoint::Exact(point(at.0, at.1)),
        land,
        url: String::new(),
        beds_total: None,
        reported_measures: 0,
    };
    let care = vec![Disclosed::new(&Seal::of_reports(), fact, Vec::new())];
    Listed { card, search_text: String::new(), care, facts: ListFacts::default() }
}

fn spot(kind: SpotKind, area_code: &str, land: Land) -> Spot {
    Spot {
        kind,
        code: String::new(),
        name: text("ここ"),
        region: "JP-15".to_string(),
        region_name: text("新潟県"),
        areas: vec![area(area_code)],
        lands: vec![land],
        point: Some(point(38.0, 138.4)),
    }
}

#[test]
fn what_lies_across_the_sea_is_never_in_reach_however_near() {
    let reader = spot(SpotKind::Point, "1501", Land::Mainland);
    let reach = Reach { areas: vec![area("1501")], radius_km: Some(50) };
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
fn a_radius_widens_until_five_are_inside() {
    assert_eq!(radius_with_enough(&[1.0; 5]), 10);
    assert_eq!(radius_with_enough(&[1.0, 1.0, 1.0, 1.0, 15.0]), 20);
    assert_eq!(radius_with_enough(&[45.0; 5]), 80);
    assert_eq!(radius_with_enough(&[45.0; 4]), 500);
    assert_eq!(radius_with_enough(&[]), 500);
}
