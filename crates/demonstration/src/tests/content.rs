//! Is everything there that the demonstration has to show?

use std::collections::{BTreeMap, BTreeSet};

use super::{Sheet, second};
use crate::facilities::{COUNTRYSIDE, LONE_ISLAND, METROPOLIS};
use crate::packages;

/// Words that no text for readers may contain.
const BANNED: [&str; 12] = [
    "worst",
    "best hospital",
    "safe hospital",
    "unsafe",
    "no. 1",
    "ワースト",
    "名医",
    "ランキング1位",
    "最悪",
    "日本一",
    "危険な病院",
    "安全な病院",
];

fn count<'a>(cells: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for cell in cells {
        *counts.entry(cell).or_insert(0) += 1;
    }
    counts
}

#[test]
fn the_country_is_as_large_as_promised() {
    let package = second();
    let hospitals = Sheet::read(&package, "hospitals.csv");
    assert!((1150..=1280).contains(&hospitals.rows.len()), "{}", hospitals.rows.len());
    let regions = count(hospitals.column("region_code"));
    assert_eq!(regions.len(), 47);
    assert!(regions[COUNTRYSIDE] >= 25);
    let areas = count(hospitals.column("area_code"));
    assert!((320..=350).contains(&areas.len()), "{}", areas.len());
    assert!(areas[METROPOLIS] >= 60);
    assert_eq!(areas[LONE_ISLAND], 1);
    let points = count(hospitals.column("point"));
    assert!(points[""] > 20 && points["about"] > 30 && points["exact"] > 1000, "{points:?}");
}

#[test]
fn every_kind_of_hospital_exists() {
    let package = second();
    let context = Sheet::read(&package, "context.csv");
    let keys = count(context.column("key"));
    for key in [
        "beds_total",
        "beds_psychiatric",
        "beds_fn_high_acute",
        "beds_fn_chronic",
        "remote_island",
        "remote_area",
        "heavy_snow",
        "disaster_base",
        "emergency_level",
        "advanced_treatment",
        "teaching",
        "care_mix",
        "peer_group",
        "closed_sunday",
        "service:obstetrics",
        "service:palliative_care",
    ] {
        assert!(keys.get(key).is_some_and(|n| *n >= 8), "{key}: {:?}", keys.get(key));
    }
    let hospitals = Sheet::read(&package, "hospitals.csv");
    assert_eq!(keys["beds_total"], hospitals.rows.len());
    let beds = context.rows.iter().filter(|row| context.text(row, "key") == "beds_total");
    let clinics = beds.filter(|row| context.number(row, "value") < Some(20.0)).count();
    assert!(clinics > 120, "{clinics}");
}

#[test]
fn every_measure_is_described_in_both_languages() {
    let package = second();
    let measures = Sheet::read(&package, "measures.csv");
    assert!(measures.rows.len() >= 24);
    for row in &measures.rows {
        for column in ["name", "plain", "why", "cannot_tell", "owner_warning"] {
            let ja = measures.text(row, &format!("{column}_ja"));
            let en = measures.text(row, &format!("{column}_en"));
            assert!(ja.chars().count() > 3 && en.len() > 3, "{} {column}", &row[0]);
            assert!(!ja.is_ascii() && en.is_ascii(), "{} {column}: {en}", &row[0]);
        }
        assert!(!measures.text(row, "means_abroad").is_empty(), "{}", &row[0]);
    }
    assert_eq!(count(measures.column("topic")).len(), 4);
    assert_eq!(count(measures.column("direction")).len(), 3);
    assert_eq!(count(measures.column("measure_type")).len(), 5);
    assert_eq!(count(measures.column("kind")).len(), 5);
    assert!(count(measures.column("shrunken"))["true"] >= 1);
    assert!(count(measures.column("voluntary"))["true"] >= 1);
}

#[test]
fn every_status_and_every_kind_of_break_occurs() {
    let package = second();
    let observations = Sheet::read(&package, "observations.csv");
    let statuses = count(observations.column("status"));
    for status in [
        "reported",
        "suppressed",
        "too_few",
        "not_disclosed",
        "not_applicable",
        "not_available",
        "not_reported",
        "excluded_event",
    ] {
        assert!(statuses.get(status).is_some_and(|n| *n >= 20), "{status}: {:?}", statuses.get(status));
    }
    assert_eq!(statuses.len(), 8);
    let periods: BTreeSet<&str> = observations.column("period_start").collect();
    assert_eq!(
        periods.into_iter().collect::<Vec<_>>().join(" "),
        "2019-04-01 2020-04-01 2021-04-01 2022-04-01 2023-04-01 2024-04-01"
    );
    let versions = Sheet::read(&package, "measure_versions.csv");
    let breaks = count(versions.column("breaks"));
    assert!(breaks["definition"] >= 1 && breaks["scope"] >= 9, "{breaks:?}");
}

#[test]
fn events_comments_corrections_and_successions_are_told() {
    let [first, second] = packages().unwrap();
    let open = Sheet::read(&second, "events.csv");
    assert_eq!(count(open.column("kind")).len(), 2);
    assert_eq!(open.column("end").filter(|end| end.is_empty()).count(), 1);
    assert_eq!(count(Sheet::read(&second, "successors.csv").column("kind")).len(), 3);
    assert!(Sheet::read(&second, "corrections.csv").rows.len() >= 8);
    assert!(Sheet::read(&first, "corrections.csv").rows.is_empty());
    for (package, least) in [(first, 10), (second, 30)] {
        let comments = Sheet::read(&package, "comments.csv");
        assert!(comments.rows.len() >= least, "{}", comments.rows.len());
        assert_eq!(count(comments.column("kind")).len(), 2);
        for row in &comments.rows {
            assert!(comments.text(row, "date") <= package.as_of);
            for column in ["text_ja", "text_en"] {
                let length = comments.text(row, column).chars().count();
                assert!((10..=400).contains(&length), "{row:?}");
            }
        }
    }
}

#[test]
fn no_text_uses_a_forbidden_word() {
    for package in packages().unwrap() {
        for file in package.files.iter().filter(|f| f.name != "observations.csv") {
            let text = String::from_utf8(file.bytes.clone()).unwrap().to_lowercase();
            for word in BANNED {
                assert!(!text.contains(word), "{}: {word}", file.name);
            }
        }
    }
}

#[test]
fn no_name_is_that_of_a_surveyed_hospital() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/jp-dpc/dpc_panel_wide.csv");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: {path} is not there");
        return;
    };
    let real: std::collections::HashSet<&str> = text.split([',', '\n']).filter(|cell| cell.contains("院")).collect();
    assert!(real.len() > 1000);
    let package = second();
    for name in Sheet::read(&package, "hospitals.csv").column("name") {
        assert!(!real.contains(name), "{name}");
    }
}

#[test]
fn landmarks_stand_where_they_are_said_to() {
    let (package, landmarks) = (second(), crate::landmarks().unwrap());
    let hospitals = Sheet::read(&package, "hospitals.csv");
    let area_of: BTreeMap<&str, &str> = hospitals.column("id").zip(hospitals.column("area_code")).collect();
    assert_eq!(area_of[landmarks.island_hospital.as_str()], landmarks.island_area);
    assert!(landmarks.flooded_hospitals.iter().all(|id| area_of[id.as_str()] == landmarks.flooded_area));
    assert!(landmarks.flooded_hospitals.len() >= 2);
    assert!(landmarks.palliative_hospitals.len() >= 8 && landmarks.university_hospitals.len() >= 40);
    assert!(area_of.contains_key(landmarks.renamed.1.as_str()) && !area_of.contains_key(landmarks.renamed.0.as_str()));
    assert!(area_of.values().any(|area| *area == landmarks.shaken_area));
    assert!(landmarks.improvers.len() > 200, "{}", landmarks.improvers.len());
}

#[test]
fn hospitals_that_truly_improved_get_better_in_the_direction_of_the_measure() {
    let (landmarks, truth) = (crate::landmarks().unwrap(), crate::truth().unwrap());
    for improver in &landmarks.improvers {
        let measure = crate::measures::all().into_iter().find(|m| m.id == improver.measure_id).unwrap();
        let value = |start: &str| truth.value(&improver.hospital_id, improver.measure_id, start);
        if let Some((before, after)) = value("2022-04-01").zip(value("2024-04-01")) {
            assert!((after - before) * measure.sign() > 0.0, "{improver:?}: {before} {after}");
        }
    }
}
