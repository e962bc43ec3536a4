//! Does every place of a release answer for every kind of care, and is a sole provider told apart from several?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use domain::care::Care;
use domain::view_spec::{Key, ViewSpec};
use importers::assemble::assemble;
use importers::{Options, load_path, read};
use reports::Reports;
use reports::model::{CareFilter, Crossing, Evidence, Known, Land, ListPart, Providers, Where};
use reports::publish::{Inputs, compute};
use std::path::{Path, PathBuf};
use store::write::point_current_at;

fn view(query: &str) -> ViewSpec {
    ViewSpec::parse_query(query, Key::ALL).unwrap()
}

async fn publish(data: &Path, files: &[PathBuf]) -> Reports {
    let known: Vec<_> = content::measures().unwrap().iter().map(|m| m.record.clone()).collect();
    let readings = files.iter().map(|file| read(&load_path(file).unwrap(), &Options::default())).collect();
    let assembled = assemble(readings, &known, &[]);
    let rows = compute(&Inputs {
        batch: &assembled.batch,
        issues: &[],
        moved: &assembled.moved,
        id: Some("care"),
        as_of: None,
        input_digest: "0011223344556677",
        previous_id: "",
        thresholds: |country| content::peer_groups(country).unwrap().thresholds,
    });
    let folder = data.join("releases");
    store::ReleaseWriter::new(&folder).write(&rows).await.unwrap();
    point_current_at(&folder, "care").unwrap();
    Reports::open(data).await.unwrap()
}

async fn demonstration(data: &Path) -> Reports {
    let package = data.join("package");
    let [_, second] = demonstration::packages().unwrap();
    demonstration::write(&second, &package).unwrap();
    publish(data, &[package]).await
}

/// The real files; `None` where they are not here.
async fn real(data: &Path) -> Option<Reports> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let files = [
        "jp-navii/01-1_hospital_facility_info_20250601.zip",
        "jp-bed-functions/001723127.xlsx",
        "jp-places/prefectures.csv",
        "jp-places/medical_areas_2017.csv",
        "jp-places/island_municipalities.csv",
    ];
    let files: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();
    if !files.iter().all(|file| file.exists()) {
        println!("skipped: the files of the ministry are not here");
        return None;
    }
    Some(publish(data, &files).await)
}

/// How many medical areas answered, and what they said.
#[derive(Debug, Default)]
struct Tally {
    areas: usize,
    sole: usize,
    one_place_of_birth: usize,
    no_place_of_birth: usize,
}

/// Every medical area of the release and every kind of care: an answer, and what the answer promises.
async fn every_area_answers(reports: &Reports) -> Tally {
    let mut tally = Tally::default();
    for prefecture in 1..=47 {
        let hospitals = reports.finder(&view(&format!("region=JP-{prefecture:02}&limit=1000"))).await.unwrap();
        let mut codes: Vec<String> = hospitals.rows.iter().map(|row| row.card.area.code.clone()).collect();
        codes.sort();
        codes.dedup();
        tally.areas += codes.len();
        for code in codes {
            for care in Care::ALL {
                let asked = view(&format!("area={code}&care={care}"));
                let found = reports.care_in_reach(&asked).await.unwrap();
                let listed = reports.finder(&asked).await.unwrap();
                assert_eq!(found.place.spot().unwrap().code, code);
                match &found.providers {
                    Providers::NoPlace => panic!("{code} is a place"),
                    Providers::NotTold => assert_eq!(listed.care, CareFilter::NotTold),
                    Providers::None { outside, .. } => {
                        tally.no_place_of_birth += usize::from(*care == Care::Deliveries);
                        assert!(outside.iter().all(|p| p.card.area.code != code || p.crossing != Crossing::SameLand));
                        assert!(!listed.rows.is_empty(), "{code} {care}: nowhere to go");
                    }
                    Providers::One(one) => {
                        tally.sole += 1;
                        tally.one_place_of_birth += usize::from(*care == Care::Deliveries);
                        assert_eq!(one.provider.card.area.code, code);
                        assert_eq!(one.provider.fact.figure().known, Known::Provides);
                        assert!(one.questions.len() >= 3);
                        assert!(one.larger.windows(2).all(|pair| pair[0].crossing <= pair[1].crossing));
                    }
                    Providers::Several { providers, .. } => assert!(providers.len() > 1),
                }
                let parts: u32 = listed.parts.iter().map(|(_, count)| count).sum();
                assert_eq!(parts, listed.page.total);
            }
        }
    }
    tally
}

#[tokio::test]
async fn on_invented_data_the_island_has_one_hospital_and_the_rest_is_across_the_sea() {
    let data = tempfile::tempdir().unwrap();
    let reports = demonstration(data.path()).await;
    let tally = every_area_answers(&reports).await;
    assert!(tally.areas > 300 && tally.sole > 100, "{tally:?}");

    let found = reports.care_in_reach(&view("place=佐渡市&care=deliveries")).await.unwrap();
    let one = found.one().unwrap();
    assert_eq!(one.provider.card.hospital.id.as_str(), "demo-15018");
    assert!(one.years[0].years.len() >= 5, "its own years");
    assert!(!one.outflow.is_empty());
    assert!(one.larger.iter().all(|larger| larger.crossing == Crossing::AcrossTheSea));
    assert!(one.outside.iter().all(|p| p.crossing == Crossing::AcrossTheSea));

    let listed = reports.finder(&view("place=佐渡市")).await.unwrap();
    assert_eq!(listed.rows[0].part, ListPart::Here);
    assert!(listed.rows.iter().skip(1).all(|row| row.part == ListPart::AcrossTheSea));
    // for somebody on the mainland the same island is across the sea, however near
    let near = reports.finder(&view("near=37.90,139.02&radius_km=80&limit=1000")).await.unwrap();
    for row in &near.rows {
        assert_eq!(row.part == ListPart::AcrossTheSea, row.card.land != Land::Mainland, "{:?}", row.card.hospital);
    }
    assert_eq!(near.rows.last().unwrap().card.hospital.id.as_str(), "demo-15018");
}

#[tokio::test]
async fn on_the_real_files_sado_has_one_place_of_birth_and_every_area_answers() {
    let data = tempfile::tempdir().unwrap();
    let Some(reports) = real(data.path()).await else {
        return;
    };
    let tally = every_area_answers(&reports).await;
    assert_eq!(tally.areas, 339, "the areas of the ministry's table, none of an older division beside them");
    assert_eq!((tally.one_place_of_birth, tally.no_place_of_birth), (70, 24));
    assert!(tally.sole > 150, "{tally:?}");

    let found = reports.care_in_reach(&view("place=佐渡市&care=deliveries")).await.unwrap();
    let one = found.one().unwrap();
    assert!(one.provider.card.hospital.name.ja.contains("佐渡総合病院"));
    let Evidence::Count { value, .. } = &one.provider.fact.figure().evidence else { panic!("{:?}", one.provider.fact) };
    assert_eq!(*value, 166.0);

    let fuchu = reports.place(&view("place=府中市")).await.unwrap();
    let Where::Ambiguous(two) = fuchu else { panic!("{fuchu:?}") };
    let names: Vec<String> = two.iter().map(|spot| spot.in_words(i18n::Locale::Ja)).collect();
    assert_eq!(names, ["東京都府中市", "広島県府中市"]);
    let tokyo = reports.care_in_reach(&view("place=東京都府中市&care=deliveries")).await.unwrap();
    assert!(matches!(tokyo.providers, Providers::Several { .. }));
    // no file of the six says who treats children: that is said, and nobody is left out for it
    let children = reports.care_in_reach(&view("place=佐渡市&care=paediatrics")).await.unwrap();
    assert_eq!(children.providers, Providers::NotTold);
    // every facility with an approximate point is in the list of its surroundings
    let near = reports.finder(&view("near=35.47,133.05&radius_km=50&limit=1000")).await.unwrap();
    assert!(near.rows.iter().any(|row| row.card.hospital.name.ja.contains("島根大学医学部附属病院")));
}
