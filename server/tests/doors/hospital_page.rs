//! Does the page of a hospital begin with what is not taken for a verdict, and is a crude figure held against nothing it cannot be?

use crate::demo::Site;
use crate::package::{publish, write};
use std::fs;

/// The parts of a page that are about one measure each, in their order: id and text.
fn sections(html: &str) -> Vec<(String, String)> {
    let parts = html.split("<article").skip(1);
    let of = |part: &str| Some((part.split("id=\"").nth(1)?.split('"').next()?.to_owned(), part.to_owned()));
    parts.filter_map(of).collect()
}

#[tokio::test]
async fn deaths_that_nobody_has_adjusted_stand_behind_every_other_outcome_and_without_the_country() {
    let site = Site::demonstration().await;
    for locale in ["ja", "en"] {
        let html = site.get(&format!("/{locale}/hospitals/demo-01010")).await.text();
        let sections = sections(&html);
        let at = |id: &str| sections.iter().position(|(found, _)| found == id).unwrap_or_else(|| panic!("{id}"));
        let deaths = at("demo-deaths-in-hospital");
        assert!(deaths > at("demo-readmission") && deaths > at("demo-hip-fracture-stay"));
        let (_, told) = &sections[deaths];
        assert!(!told.contains("ms-national"), "no sentence");
        // a missing figure and a drawing name the country too
        let drawn = if locale == "ja" { "△" } else { "Nationwide" };
        assert!(!told.contains(drawn) && !told.contains("全国の値"), "no drawing and no column");
        assert!(sections[at("demo-readmission")].1.contains("ms-national"), "what is adjusted is held against it");
    }
}

#[tokio::test]
async fn no_public_source_tells_is_not_said_where_this_release_has_the_measure() {
    let site = Site::demonstration().await;
    let html = site.get("/ja/missing").await.text();
    assert!(html.contains("id=\"cancer-survival\"") && html.contains("id=\"doctors\""));
    for told in ["infections", "falls-and-sores", "patient-experience"] {
        assert!(!html.contains(&format!("id=\"{told}\"")), "{told}");
    }
}

#[tokio::test]
async fn a_printed_0_that_contradicts_the_rest_says_so_and_is_asked_by_telephone() {
    let folder = tempfile::tempdir().unwrap();
    let package = write(folder.path(), 3);
    let manifest = r#"{"name": "made-up", "title": "架空の県", "created": "2025-06-01T00:00:00Z", "fictional": true,
        "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
        {"name": "observations", "path": "observations.csv"}, {"name": "context", "path": "context.csv"}]}"#;
    let add = |name: &str, lines: &str| {
        let path = package.join(name);
        let before = fs::read_to_string(&path).unwrap_or_default();
        fs::write(path, before + lines).unwrap();
    };
    fs::write(package.join("datapackage.json"), manifest).unwrap();
    add("measures.csv", "jp-bed-ambulances,救急車,Ambulances,count,neutral,access,volume,false\n");
    let days = "2022-04-01,2023-03-31";
    for (hospital, count) in [("made-0000", 0), ("made-0001", 0), ("made-0002", 300)] {
        add("observations.csv", &format!("{hospital},jp-bed-ambulances,{days},,,{count},reported,{count}\n"));
    }
    add("context.csv", "hospital_id,key,value\nmade-0000,emergency_level,2\nmade-0002,emergency_level,2\n");
    let data = folder.path().join("data");
    publish(&data, &package);
    let site = Site::of(&data).await;
    for (hospital, contradicts) in [("made-0000", true), ("made-0001", false), ("made-0002", false)] {
        let page = site.get(&format!("/en/hospitals/{hospital}")).await.text();
        assert_eq!(page.contains("0 contradicts its emergency level"), contradicts, "{hospital}");
    }
    let asked = site.get("/en/hospitals?region=JP-01&care=ambulances").await.text();
    assert!(asked.contains("1 to telephone and ask") && asked.contains("but its published number is 0"), "{asked}");
}
