//! Are the files those of the interchange format, and do their references hold?

use std::collections::{BTreeSet, HashSet};

use super::{Sheet, second};
use crate::package::{FIRST, SECOND, package};
use crate::packages;
use crate::world::World;

const COLUMNS: [(&str, &str); 15] = [
    (
        "hospitals.csv",
        "id,name,name_kana,name_en,short_name,country,region_code,municipality_code,municipality,area_code,address,latitude,longitude,point,url",
    ),
    ("identifiers.csv", "hospital_id,scheme,value,valid_from,valid_to,match,confidence"),
    ("successors.csv", "hospital_id,successor_id,date,kind"),
    ("context.csv", "hospital_id,key,value,valid_from,valid_to"),
    ("areas.csv", "code,kind,name_ja,name_en,parent,population,year"),
    ("area_observations.csv", "area_code,key,period_start,period_end,value,status"),
    (
        "measures.csv",
        "id,name_ja,name_en,kind,direction,topic,measure_type,unit,risk_adjusted,adjusters,shrunken,national_value,self_reported,audited,voluntary,counts_episodes,eligible_hospitals,min_denominator,suppression_profile,plain_ja,plain_en,why_ja,why_en,cannot_tell_ja,cannot_tell_en,owner_warning_ja,owner_warning_en,means_abroad",
    ),
    ("measure_versions.csv", "measure_id,version,valid_from,valid_to,breaks,change_ja,change_en"),
    (
        "observations.csv",
        "hospital_id,measure_id,period_start,period_end,stratum,numerator,denominator,eligible,expected,value,standard_error,response_rate,status,raw,derived,footnotes,published_verdict,source_id,source_sheet,source_row",
    ),
    ("limits.csv", "hospital_id,measure_id,period_start,period_end,stratum,kind,lower,middle,upper"),
    ("footnotes.csv", "source_id,code,text_ja,text_en"),
    ("events.csv", "area_code,hospital_id,kind,start,end,text_ja,text_en,source"),
    ("comments.csv", "hospital_id,measure_id,period_end,kind,date,text_ja,text_en"),
    ("corrections.csv", "hospital_id,measure_id,period_start,period_end,stratum,was,is,why_ja,why_en,date"),
    (
        "sources.csv",
        "id,publisher_ja,publisher_en,title_ja,title_en,url,licence,attribution_ja,attribution_en,published,retrieved,sha256,file",
    ),
];

#[test]
fn inventing_twice_gives_the_same_bytes() {
    let [first, second] = packages().unwrap();
    let again = World::invent().unwrap();
    assert!(package(&again, &FIRST).unwrap() == first);
    assert!(package(&again, &SECOND).unwrap() == second);
}

#[test]
fn every_file_has_exactly_the_columns_of_the_format() {
    for package in packages().unwrap() {
        assert_eq!(package.files.len(), 1 + COLUMNS.len());
        for (name, header) in COLUMNS {
            let file = package.files.iter().find(|f| f.name == name).unwrap();
            let text = std::str::from_utf8(&file.bytes).unwrap();
            assert_eq!(text.lines().next(), Some(header), "{name}");
        }
    }
}

#[test]
fn the_description_says_that_all_is_fictional() {
    for package in packages().unwrap() {
        let file = &package.files[0];
        let json: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        assert_eq!((file.name, &json["fictional"]), ("datapackage.json", &true.into()));
        assert_eq!(json["resources"].as_array().unwrap().len(), COLUMNS.len());
        assert!(json["title"].as_str().unwrap().contains("架空のデータ"));
        let sources = Sheet::read(&package, "sources.csv");
        assert!(sources.column("attribution_ja").all(|text| text.contains("架空のデータ")));
        assert!(sources.column("attribution_en").all(|text| text.contains("fictional data")));
        let latest = sources.column("published").max().unwrap();
        assert_eq!(latest, package.as_of, "today of a release is its latest source");
    }
}

#[test]
fn references_hold() {
    for package in packages().unwrap() {
        let set = |file: &str, column: &str| -> HashSet<String> {
            Sheet::read(&package, file).column(column).map(str::to_owned).collect()
        };
        let within = |file: &str, column: &str, known: &HashSet<String>| {
            let sheet = Sheet::read(&package, file);
            let lost: BTreeSet<&str> = sheet.column(column).filter(|x| !x.is_empty() && !known.contains(*x)).collect();
            assert!(lost.is_empty(), "{file} {column}: {lost:?}");
        };
        let (hospitals, measures) = (set("hospitals.csv", "id"), set("measures.csv", "id"));
        for file in [
            "identifiers.csv",
            "context.csv",
            "observations.csv",
            "limits.csv",
            "events.csv",
            "comments.csv",
            "corrections.csv",
        ] {
            within(file, "hospital_id", &hospitals);
        }
        for file in ["observations.csv", "limits.csv", "comments.csv", "corrections.csv", "measure_versions.csv"] {
            within(file, "measure_id", &measures);
        }
        let areas = set("areas.csv", "code");
        for column in ["region_code", "area_code", "municipality_code"] {
            within("hospitals.csv", column, &areas);
        }
        within("area_observations.csv", "area_code", &areas);
        within("events.csv", "area_code", &areas);
        within("successors.csv", "successor_id", &hospitals);
        within("observations.csv", "source_id", &set("sources.csv", "id"));
    }
}

#[test]
fn keys_are_unique() {
    let package = second();
    for (file, columns) in [
        ("hospitals.csv", vec!["id"]),
        ("areas.csv", vec!["code"]),
        ("context.csv", vec!["hospital_id", "key"]),
        ("identifiers.csv", vec!["hospital_id", "scheme"]),
        ("observations.csv", vec!["hospital_id", "measure_id", "period_start", "stratum"]),
    ] {
        let sheet = Sheet::read(&package, file);
        let mut seen = HashSet::new();
        for row in &sheet.rows {
            let key: Vec<&str> = columns.iter().map(|c| sheet.text(row, c)).collect();
            assert!(seen.insert(key.join("|")), "{file}: {key:?}");
        }
    }
}
