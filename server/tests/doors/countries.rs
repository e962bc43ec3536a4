//! Where a release holds several countries, is each named, is the reader's own first, and does one alone go without a name?

use crate::demo::Site;
use crate::package::publish;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const MANIFEST: &str = r#"{"name": "made-up", "title": "架空の国ぐに", "created": "2025-06-01T00:00:00Z", "fictional": true,
    "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
    {"name": "observations", "path": "observations.csv"}]}"#;
const MEASURES: &str = "id,name_ja,name_en,kind,direction,topic,measure_type,risk_adjusted\n\
    made-here,ここの再入院,Readmission here,proportion,lower,outcomes,process,\n\
    made-there,よその再入院,Readmission there,proportion,lower,outcomes,process,\n";

/// Thirty hospitals in Japan, twelve in Alabama and two in England, of which no region is printed.
fn package(folder: &Path) -> PathBuf {
    let package = folder.join("countries");
    fs::create_dir_all(&package).unwrap();
    let mut places = "id,name,name_en,country,region_code,municipality\n".to_string();
    let mut values =
        "hospital_id,measure_id,period_start,period_end,numerator,denominator,value,status,raw\n".to_string();
    let all =
        [("JP", "15", "架空市", 30, "made-here"), ("US", "AL", "SAMPLETON", 12, "made-there"), ("GB", "", "", 2, "")];
    for (country, region, town, count, measure) in all {
        for n in 0..count {
            writeln!(places, "{country}-{n},架空{country}{n}病院,Sample {country} {n},{country},{region},{town}")
                .unwrap();
            if !measure.is_empty() {
                let (events, patients) = (10 + n * 7 % 20, 300 + n);
                let share = f64::from(events) / f64::from(patients);
                writeln!(
                    values,
                    "{country}-{n},{measure},2023-04-01,2024-03-31,{events},{patients},{share},reported,{share}"
                )
                .unwrap();
            }
        }
    }
    let tables = [
        ("datapackage.json", MANIFEST),
        ("hospitals.csv", &places),
        ("measures.csv", MEASURES),
        ("observations.csv", &values),
    ];
    for (name, text) in tables {
        fs::write(package.join(name), text).unwrap();
    }
    package
}

async fn several() -> (tempfile::TempDir, Site) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &package(folder.path()));
    let site = Site::of(&data).await;
    (folder, site)
}

fn place_of(page: &str, words: &str) -> usize {
    page.find(words).unwrap_or_else(|| panic!("{words} is missing"))
}

#[tokio::test]
async fn lists_and_menus_name_each_country_the_readers_own_first() {
    let (_folder, site) = several().await;
    for (address, japan, america) in [
        ("/en/measures", "Measures: Japan", "Measures: United States"),
        ("/ja/measures", "日本の指標", "アメリカの指標"),
        ("/en/press", "<h3>Japan", "<h3>United States"),
        ("/en/data", "class=\"ms-group\">Japan", "class=\"ms-group\">United States"),
        ("/en/charts", "<optgroup label=\"Japan\"", "<optgroup label=\"United States\""),
        ("/en/hospitals", "<optgroup label=\"Japan\"", "<optgroup label=\"United States\""),
        ("/ja/priorities", "<optgroup label=\"日本\"", "<optgroup label=\"アメリカ\""),
    ] {
        let page = site.get(address).await.text();
        assert!(place_of(&page, japan) < place_of(&page, america), "{address}");
        assert!(!page.contains("value=\"GB-\""), "{address}");
    }
    let areas = site.get("/en/areas").await.text();
    assert!(place_of(&areas, "Niigata") < place_of(&areas, "Alabama"));
}

#[tokio::test]
async fn filters_count_the_hospitals_of_the_country_that_is_asked_about() {
    let (_folder, site) = several().await;
    for (query, count) in [("", 30), ("?region=JP-15", 30), ("?region=US-AL", 12)] {
        let page = site.get(&format!("/ja/hospitals{query}&specialty=general").replacen("s&", "s?", 1)).await.text();
        assert!(page.contains(&format!("いろいろな病気を診る病院（{count}）")), "{query}");
    }
}

#[tokio::test]
async fn a_trouble_asks_for_a_region_at_home() {
    let (_folder, site) = several().await;
    for id in ["stroke", "cancer"] {
        let page = site.get(&format!("/en/conditions/{id}")).await.text();
        assert!(page.contains("value=\"JP-15\"") && !page.contains("value=\"US-AL\""), "{id}");
    }
}

#[tokio::test]
async fn whom_to_call_is_told_of_the_country_of_the_hospital() {
    let (_folder, site) = several().await;
    // a drawing may hold the digits 119
    let numbers = ["tel:119", "call 119", "日も119", "#7119", "#8000", "Navii", "ナビイ"];
    for (address, own) in [
        ("/en/hospitals/US-0", "In an emergency in the United States do not choose: call 911."),
        ("/ja/hospitals/US-0", "アメリカでの緊急のときは、選ばずに911に電話します。"),
        ("/en/hospitals/GB-1", "In an emergency in England do not choose: call 999."),
        ("/en/share/handout?hospital=US-0", "call 911"),
        ("/ja/share/handout?hospital=GB-0", "999"),
        ("/en/compare?h=US-0,US-1", "call 911"),
        ("/en/areas/AL", "call 911"),
    ] {
        let page = site.get(address).await.text();
        let main = page.split("id=\"main\"").nth(1).unwrap();
        assert!(main.contains(own), "{address}");
        for number in numbers {
            assert!(!main.contains(number), "{address}: {number}");
        }
    }
    let here = site.get("/en/share/handout?hospital=JP-0").await.text();
    assert!(here.contains("#7119") && here.contains("Navii"));
}

#[tokio::test]
async fn a_role_that_is_not_known_is_no_other_role_and_no_group_of_too_few() {
    let (_folder, site) = several().await;
    let page = site.get("/en/compare?h=US-0,US-1&m=made-there").await.text();
    assert!(page.contains("Sample US 0 on its own") && !page.contains("among hospitals of its own role"));
    let ruler = site.get("/embed/en/ruler.svg?measure=made-there&hospital=US-0").await.text();
    assert!(!ruler.contains("too few of them have a value"));
}

#[tokio::test]
async fn what_is_nationwide_elsewhere_names_the_country() {
    let (_folder, site) = several().await;
    for (locale, here, there) in
        [("en", "30 hospitals nationwide", "12 hospitals in the United States"), ("ja", "全国の30院", "アメリカの12院")]
    {
        for place in ["measures", "press/measures"] {
            let page = site.get(&format!("/{locale}/{place}/made-here")).await.text();
            assert!(page.contains(here) && !page.contains(there), "{locale} {place}");
            let page = site.get(&format!("/{locale}/{place}/made-there")).await.text();
            assert!(page.contains(there) && !page.contains(here), "{locale} {place}");
        }
        let drawing = site.get(&format!("/embed/{locale}/funnel.svg?measure=made-there")).await.text();
        assert!(drawing.contains(there), "{locale}");
    }
    let menu = site.get("/en/measures/made-there").await.text();
    assert!(menu.contains("All of the United States") && !menu.contains("Niigata</option>"));
}

#[tokio::test]
async fn a_hospital_elsewhere_says_its_country_once() {
    let (_folder, site) = several().await;
    for (address, said) in [
        ("/en/hospitals/US-0", "SAMPLETON, Alabama, United States"),
        ("/ja/hospitals/US-0", "アメリカ・アラバマ州 SAMPLETON"),
        ("/en/areas/AL", "Alabama, United States"),
        ("/en/hospitals?region=US-AL", "Alabama, United States"),
    ] {
        let page = site.get(address).await.text();
        let (_, main) = page.split_once("<main").unwrap();
        let shown: String = main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        assert_eq!(shown.matches(said).count(), 1, "{address}");
    }
    let page = site.get("/ja/hospitals/JP-0").await.text();
    assert!(!page.contains("日本・") && page.contains("新潟県架空市"));
    assert!(site.get("/en/hospitals/GB-0").await.text().contains("England"));
}

#[tokio::test]
async fn a_role_that_is_not_known_is_not_called_another_role() {
    let (_folder, site) = several().await;
    let answer = site.json("/api/v1/rankings?w=made-there:1&region=US-AL").await;
    let [list] = answer["rankings"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!((&list["peer_group"], &list["placed"]), (&"unclassified".into(), &0.into()));
    let said = "No published source tells the role.";
    assert!(list["caveats"][0]["text_en"].as_str().unwrap().starts_with(said), "{list}");
    let covered = list["not_placed"].as_array().unwrap().iter().filter(|row| row["uncovered_weight"] == 0).count();
    assert_eq!((covered, &list["hospitals"]), (12, &12.into()), "their figures are there: {list}");
    let page = site.get("/en/priorities?w=made-there:1&region=US-AL").await.text();
    assert!(page.contains(said) && !page.contains("hospitals with different roles"));
    let pair = site.json("/api/v1/compare?h=US-0,US-1&m=made-there").await;
    assert!(pair["compare"]["guard"]["because"][0]["text_en"].as_str().unwrap().starts_with(said), "{pair}");
    let page = site.get("/en/compare?h=US-0,US-1&m=made-there").await.text();
    assert!(page.contains("A role is not known, so these 2 hospitals"), "{page}");
}

#[tokio::test]
async fn a_region_out_of_range_is_a_parameter_at_fault_at_every_door() {
    let (_folder, site) = several().await;
    let doors = |region: &str| {
        [
            format!("/api/v1/hospitals?region={region}"),
            format!("/api/v1/hospitals.csv?region={region}"),
            format!("/api/v1/measures/made-here/values?region={region}"),
            format!("/api/v1/measures/made-here/values?region={region}&period=all"),
            format!("/api/v1/rankings?w=made-here:1&region={region}"),
            format!("/embed/ja/intervals.json?measure=made-here&region={region}"),
            format!("/embed/ja/preview.png?measure=made-here&region={region}"),
        ]
    };
    for region in ["JP-99", "JP-00", "US-ZZ", "FR-01", "GB-", "GB-ENG"] {
        for address in doors(region) {
            let refused = site.get(&address).await;
            assert_eq!((refused.status.as_u16(), &refused.json()["parameter"]), (400, &"region".into()), "{address}");
        }
    }
    // a region of another country than that of the measure
    for address in &doors("US-AL")[2..4] {
        let refused = site.get(address).await.json();
        assert_eq!((&refused["status"], &refused["parameter"]), (&400.into(), &"region".into()), "{address}");
        assert!(refused["detail"].as_str().unwrap().ends_with("another country only: JP"), "{refused}");
    }
    // a prefecture without hospitals is a region with nobody in it
    for region in ["JP-15", "JP-47", "US-AL"] {
        let found = site.json(&format!("/api/v1/hospitals?region={region}")).await;
        assert_eq!(found["hospitals"].as_array().unwrap().is_empty(), region == "JP-47");
    }
    assert_eq!(site.get("/ja/hospitals?region=JP-99").await.status, 200, "a page says that it finds nobody");
}

/// Where a key holds an empty text.
fn empty_texts(node: &Value, path: &str, found: &mut Vec<String>) {
    match node {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| empty_texts(value, &format!("{path}.{key}"), found))
        }
        Value::Array(items) => items.iter().for_each(|item| empty_texts(item, path, found)),
        Value::String(text) if text.is_empty() => found.push(path.to_owned()),
        _ => {}
    }
}

#[tokio::test]
async fn what_is_empty_is_null() {
    let (_folder, site) = several().await;
    for address in [
        "/api/v1/hospitals?q=GB",
        "/api/v1/hospitals/GB-0",
        "/api/v1/measures",
        "/api/v1/measures/made-there/values",
        "/api/v1/compare?h=US-0,US-1",
        "/embed/en/funnel.json?measure=made-here",
    ] {
        let mut found = Vec::new();
        empty_texts(&site.json(address).await, "", &mut found);
        assert!(found.is_empty(), "{address}: {found:?}");
    }
    let england = site.json("/api/v1/hospitals/GB-0").await;
    let hospital = &england["hospital"];
    assert!(hospital["region"].is_null() && hospital["municipality"].is_null() && hospital["country"] == "GB");
    let demonstration = Site::demonstration().await;
    for address in [
        "/api/v1/corrections",
        "/api/v1/measures",
        "/api/v1/measures/demo-falls/values?limit=1000",
        "/api/v1/hospitals/demo-01022",
        "/api/v1/releases",
        "/api/v1/rankings?preset=older&region=JP-13",
    ] {
        let mut found = Vec::new();
        empty_texts(&demonstration.json(address).await, "", &mut found);
        assert!(found.is_empty(), "{address}: {found:?}");
    }
}

#[tokio::test]
async fn a_release_of_one_country_names_none() {
    let site = Site::demonstration().await;
    for address in
        ["/ja/measures", "/en/press", "/en/data", "/ja/charts", "/en/hospitals", "/ja/priorities", "/ja/areas"]
    {
        let page = site.get(address).await.text();
        for heading in ["<optgroup", "country-JP", "ms-group", "日本の指標"] {
            assert!(!page.contains(heading), "{address}: {heading}");
        }
    }
}
