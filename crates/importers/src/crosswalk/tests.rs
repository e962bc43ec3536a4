//! Are facilities linked where that is sure, and only there?

use super::*;
use crate::{Options, load_path, read};
use domain::records::{Batch, Point};
use std::path::PathBuf;

fn hospital(id: &str, name: &str, municipality_code: &str) -> HospitalRecord {
    HospitalRecord {
        id: HospitalId::parse(id).unwrap(),
        name: name.to_string(),
        name_kana: String::new(),
        name_en: String::new(),
        short_name: String::new(),
        country: "JP".to_string(),
        region_code: municipality_code[..2].to_string(),
        municipality_code: municipality_code.to_string(),
        municipality: String::new(),
        area_code: String::new(),
        address: String::new(),
        latitude: None,
        longitude: None,
        point: Point::Unknown,
        url: String::new(),
    }
}

fn facility(value: &str, name: &str, municipality_code: &str) -> FacilityRecord {
    FacilityRecord {
        scheme: "made-up:2022".to_string(),
        value: value.to_string(),
        also: Vec::new(),
        name: name.to_string(),
        other_names: Vec::new(),
        region_code: municipality_code.get(..2).unwrap_or_default().to_string(),
        municipality_code: municipality_code.to_string(),
        municipality: String::new(),
        area_code: String::new(),
        valid_from: None,
        valid_to: None,
    }
}

/// Links facilities (name, municipality) to a register (id, name, municipality) and compares what came out.
#[track_caller]
fn check(
    register: &[(&str, &str, &str)],
    facilities: &[(&str, &str)],
    expected: &[Option<(&str, Match)>],
) -> Vec<Link> {
    let hospitals: Vec<_> = register.iter().map(|(id, name, place)| hospital(id, name, place)).collect();
    let facilities: Vec<_> =
        facilities.iter().enumerate().map(|(i, (name, place))| facility(&i.to_string(), name, place)).collect();
    let links = link(&hospitals, &facilities, &[], &Places::new(&[], &hospitals));
    let found: Vec<_> = links.iter().map(|l| l.hospital.as_ref().map(|h| (h.as_str(), l.matched))).collect();
    assert_eq!(found, expected);
    links
}

fn real(path: &str) -> Option<Batch> {
    let full = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(path);
    if !full.exists() {
        println!("skipped: ../shared/data/{path} is not there");
        return None;
    }
    read(&load_path(&full).unwrap(), &Options::default()).batch
}

struct Rates {
    all: usize,
    exact: usize,
    linked: usize,
}

/// Links a real file to the real register.
fn rates(path: &str, scheme: &str) -> Option<Rates> {
    let hospitals = real("jp-navii/01-1_hospital_facility_info_20250601.zip")?.hospitals;
    let areas = real("jp-places/medical_areas_2017.csv")?.areas;
    let facilities = real(path)?.facilities;
    let links = link(&hospitals, &facilities, &[], &Places::new(&areas, &hospitals));
    let of_scheme: Vec<_> = links.iter().zip(&facilities).filter(|(_, f)| f.scheme == scheme).collect();
    let count = |matched| of_scheme.iter().filter(|(l, _)| l.hospital.is_some() && l.matched == matched).count();
    let (exact, suffix) = (count(Match::Exact), count(Match::Suffix));
    if let Ok(file) = std::env::var("MONOSASHI_SHOW_LINKS") {
        let lines: Vec<String> = of_scheme
            .iter()
            .map(|(l, f)| {
                let of = |id: &HospitalId| hospitals.iter().find(|h| h.id == *id).map_or("", |h| &h.name).to_string();
                let name = l.hospital.as_ref().map(of).unwrap_or_default();
                let others: Vec<String> = l.candidates.iter().map(of).collect();
                format!(
                    "{}\t{:.2}\t{}\t{}\t{}\t{name}\t{}",
                    l.matched,
                    l.confidence,
                    f.municipality_code,
                    f.municipality,
                    f.name,
                    others.join(" | ")
                )
            })
            .collect();
        std::fs::write(file, lines.join("\n")).unwrap();
    }
    println!("{path}: {} of {scheme}, {exact} exact, {suffix} by suffix", of_scheme.len());
    Some(Rates { all: of_scheme.len(), exact, linked: exact + suffix })
}

#[test]
fn the_discharge_survey_is_linked_as_often_as_counted_by_hand() {
    let Some(found) = rates("jp-dpc/dpc_panel_wide.csv", "dpc:2022") else { return };
    // 4,538 rows of FY2022, of which three share name and municipality with another.
    assert_eq!(found.all, 4_535);
    assert!(found.exact >= 3_369 && found.linked >= 4_117, "{} exact, {} linked", found.exact, found.linked);
}

#[test]
fn the_bed_functions_are_linked_where_they_are_hospitals() {
    let Some(found) = rates("jp-bed-functions/001723127.xlsx", "bed-functions:2025") else { return };
    // Of 11,760 facilities 5,078 are clinics by name, which the register of hospitals does not hold.
    assert_eq!(found.all, 11_760);
    assert!(found.exact >= 5_500 && found.linked >= 6_400, "{} exact, {} linked", found.exact, found.linked);
}

#[test]
fn the_same_name_in_the_same_municipality_is_exact() {
    check(
        &[("a", "医療法人社団　明日会　あけぼの架空病院", "01101"), ("b", "夕焼け架空病院", "01101")],
        &[("医療法人明日会あけぼの架空病院", "01101"), ("夕焼け架空病院", "01102")],
        &[Some(("a", Match::Exact)), None],
    );
}

#[test]
fn a_name_that_many_hospitals_have_is_linked_only_at_its_place() {
    let places = ["01101", "08201", "13101", "13102", "40101", "43101", "46201"];
    let ids = ["a", "b", "c", "d", "e", "f", "g"];
    let register: Vec<_> = ids.iter().zip(places).map(|(id, place)| (*id, "井上架空病院", place)).collect();
    check(&register, &[("井上架空病院", "13102"), ("井上架空病院", "14101")], &[Some(("d", Match::Exact)), None]);
}

#[test]
fn two_hospitals_of_one_name_are_told_apart_by_their_legal_form_or_not_at_all() {
    let register = [("a", "医療法人　架空病院", "01101"), ("b", "社会福祉法人　架空病院", "01101")];
    let links = check(
        &register,
        &[("社会福祉法人架空病院", "01101"), ("架空病院", "01101")],
        &[Some(("b", Match::Exact)), None],
    );
    assert_eq!(links[1].candidates.len(), 2);
}

#[test]
fn a_name_without_its_owner_is_linked_by_its_end() {
    let links = check(
        &[("a", "医療法人社団 明日会 あけぼの架空病院", "01101"), ("b", "架空中央病院", "01101")],
        &[("あけぼの架空病院", "01101"), ("社会医療法人夕焼け会 架空中央病院", "01101")],
        &[Some(("a", Match::Suffix)), Some(("b", Match::Suffix))],
    );
    assert!(links.iter().all(|l| l.confidence > 0.9 && l.confidence < 0.99));
}

#[test]
fn an_end_that_two_hospitals_share_links_nothing() {
    let links = check(
        &[("a", "第一架空中央病院", "01101"), ("b", "東架空中央病院", "01101")],
        &[("架空中央病院", "01101")],
        &[None],
    );
    assert_eq!(links[0].candidates.len(), 2);
}

#[test]
fn a_hospital_that_is_found_is_not_found_again_by_its_end() {
    check(
        &[("a", "架空中央病院", "01101")],
        &[("架空中央病院", "01101"), ("東架空中央病院", "01101")],
        &[Some(("a", Match::Exact)), None],
    );
}

#[test]
fn short_ends_link_nothing() {
    check(&[("a", "架空記念南病院", "01101")], &[("南病院", "01101")], &[None]);
}

#[test]
fn an_older_name_links_where_the_newest_does_not() {
    let hospitals = [hospital("a", "架空港病院", "01101")];
    let mut renamed = facility("1", "架空みなと病院", "01101");
    renamed.other_names = vec!["架空港病院".to_string()];
    let links = link(&hospitals, &[renamed], &[], &Places::new(&[], &hospitals));
    assert_eq!(links[0].hospital, Some(hospitals[0].id.clone()));
}

#[test]
fn an_operator_decides_over_everything() {
    let hospitals = [hospital("a", "架空病院", "01101"), hospital("b", "別の架空病院", "02201")];
    let manual = [("made-up:2022".to_string(), "1".to_string(), hospitals[1].id.clone())];
    let links = link(&hospitals, &[facility("1", "架空病院", "01101")], &manual, &Places::new(&[], &hospitals));
    assert_eq!(
        (links[0].hospital.as_ref(), links[0].matched, links[0].confidence),
        (Some(&hospitals[1].id), Match::Manual, 1.0)
    );
}

#[test]
fn a_municipality_may_be_given_by_name_with_or_without_its_ward() {
    let mut hospitals = [hospital("a", "架空東病院", "01103"), hospital("b", "架空西病院", "01107")];
    hospitals[0].address = "北海道札幌市東区架空１条".to_string();
    hospitals[1].address = "北海道札幌市西区架空２条".to_string();
    let named = |value: &str, name: &str, municipality: &str| FacilityRecord {
        region_code: "01".to_string(),
        municipality: municipality.to_string(),
        ..facility(value, name, "")
    };
    let facilities = [
        named("1", "架空東病院", "札幌市東区"),
        named("2", "架空西病院", "札幌市東区"),
        named("3", "架空西病院", "札幌市"),
    ];
    let links = link(&hospitals, &facilities, &[], &Places::new(&[], &hospitals));
    let found: Vec<_> = links.iter().map(|l| l.hospital.as_ref().map(HospitalId::as_str)).collect();
    assert_eq!(found, [Some("a"), None, Some("b")]);
}
