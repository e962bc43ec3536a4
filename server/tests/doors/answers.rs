//! Is what hospitals answer with yes or no told in words and counted, and never drawn on a scale?

use crate::demo::Site;
use crate::package::{publish, tables};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const MANIFEST: &str = r#"{"name": "made-up", "title": "架空の答え", "created": "2025-06-01T00:00:00Z", "fictional": true,
    "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
    {"name": "context", "path": "context.csv"}, {"name": "observations", "path": "observations.csv"}]}"#;
const MEASURES: &str = "id,name_ja,name_en,kind,direction,topic,measure_type,unit\n\
    made-programme,取り組みへの参加,Takes part,score,higher,safety,structure,yes_no\n";

/// Twelve hospitals of one role: seven say yes, four say no, one has not answered.
fn package(folder: &Path) -> PathBuf {
    let package = folder.join("answers");
    let mut places = "id,name,name_en,country,region_code,municipality\n".to_string();
    let mut context = "hospital_id,key,value\n".to_string();
    let mut values = "hospital_id,measure_id,period_start,period_end,value,status,raw\n".to_string();
    for n in 0..12 {
        writeln!(places, "made-{n:02},架空第{n}病院,Sample {n},JP,15,架空市").unwrap();
        writeln!(context, "made-{n:02},peer_group,regional_acute").unwrap();
        let answer = match n {
            0..7 => "1,reported,Yes",
            7..11 => "0,reported,No",
            _ => ",not_available,-",
        };
        writeln!(values, "made-{n:02},made-programme,2022-01-01,2022-12-31,{answer}").unwrap();
    }
    let files = [
        ("datapackage.json", MANIFEST),
        ("hospitals.csv", &places),
        ("context.csv", &context),
        ("measures.csv", MEASURES),
        ("observations.csv", &values),
    ];
    tables(&package, &files);
    package
}

async fn answered() -> (tempfile::TempDir, Site) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &package(folder.path()));
    let site = Site::of(&data).await;
    (folder, site)
}

/// Text of the part of a page that is its own.
fn words(html: &str) -> String {
    let (_, main) = html.split_once("<main").unwrap();
    main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
}

#[tokio::test]
async fn an_answer_is_told_as_yes_or_no_on_every_page() {
    let (_folder, site) = answered().await;
    let told = async |address: &str| words(&site.get(address).await.text());
    for (address, said) in [
        ("/ja/hospitals/made-00", "はい"),
        ("/ja/hospitals/made-08", "いいえ"),
        ("/en/hospitals/made-00", "Yes"),
        ("/ja/measures/made-programme", "全国の11院のうち、「はい」7院・「いいえ」4院"),
        ("/en/measures/made-programme", "Of 11 hospitals nationwide, 7 answered yes and 4 no"),
        ("/en/measures/made-programme", "Yes is the better answer"),
        ("/ja/compare?h=made-00,made-08&m=made-programme", "いいえ"),
        ("/en/press/measures/made-programme", "7 answered yes and 4 no"),
    ] {
        let page = told(address).await;
        assert!(page.contains(said), "{address}: {said}: {page}");
        for nonsense in ["1点", "0点", "1.00", "yes_no", "真ん中の値", "No patient count", "患者数が公表されず"]
        {
            assert!(!page.contains(nonsense), "{address}: {nonsense}: {page}");
        }
    }
    let table = told("/en/measures/made-programme").await;
    assert_eq!(table.matches("Yes").count() - table.matches("Yes is").count(), 7, "{table}");
}

#[tokio::test]
async fn no_ruler_range_or_map_is_drawn_of_answers() {
    let (_folder, site) = answered().await;
    for page in ["hospitals/made-00", "measures/made-programme", "compare?h=made-00,made-08&m=made-programme"] {
        let html = site.get(&format!("/ja/{page}")).await.text();
        let (_, main) = html.split_once("<main").unwrap();
        for drawn in ["ms-figure", "/charts?", "id=\"funnel\"", "id=\"variation\""] {
            assert!(!main.contains(drawn), "{page}: {drawn}");
        }
    }
    for chart in ["ruler", "trend", "intervals", "funnel", "spread", "map", "compare"] {
        let asked = "measure=made-programme";
        let whose = match chart {
            "ruler" | "trend" => "&hospital=made-00",
            "compare" => "&h=made-00,made-08",
            _ => "",
        };
        let refused = site.get(&format!("/embed/ja/{chart}.svg?{asked}{whose}")).await;
        assert_eq!(refused.status, 400, "{chart}: {}", refused.text());
        assert!(refused.json()["detail_ja"].as_str().unwrap().contains("「はい」か「いいえ」の答え"), "{chart}");
    }
    let preview = site.get("/embed/ja/preview.png?hospital=made-00").await;
    assert_eq!((preview.status.as_u16(), preview.header("content-type")), (200, "image/png"));
}

#[tokio::test]
async fn programs_get_the_numbers_as_ever() {
    let (_folder, site) = answered().await;
    let answer = site.json("/api/v1/measures/made-programme/values").await;
    let rows = answer["values"].as_array().unwrap();
    assert_eq!(rows.iter().filter(|row| row["value"] == 1).count(), 7);
    assert_eq!(rows.iter().filter(|row| row["value"] == 0).count(), 4);
    for row in rows.iter().filter(|row| row["status"] == "reported") {
        assert_eq!(row["no_rank_because"][0], "NO_UNCERTAINTY", "{row}");
        assert!(row["caveats"][0]["text_en"].as_str().unwrap().contains("yes or no"), "{row}");
    }
    let measure = site.json("/api/v1/measures/made-programme").await;
    assert_eq!(measure["measure"]["unit"], "yes_no");
}
