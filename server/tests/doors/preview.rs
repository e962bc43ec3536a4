//! Does a hospital see everything before it is public, and does nothing too small become public at all?

use crate::package::{monosashi, said, tables, write};
use std::fs;
use std::path::{Path, PathBuf};

fn rows(table: &Path) -> Vec<csv::StringRecord> {
    let text = fs::read_to_string(table).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

fn column(rows: &[csv::StringRecord], name: &str) -> usize {
    rows[0].iter().position(|c| c == name).unwrap_or_else(|| panic!("no column {name} in {:?}", rows[0]))
}

/// A package whose small numbers have to be hidden: parts of a total, of which one is small.
fn small_numbers(folder: &Path, profile: &str) -> PathBuf {
    let package = folder.join(format!("package-{profile}"));
    let manifest = r#"{"name": "made-up", "title": "架空の県", "created": "2025-06-01T00:00:00Z", "fictional": true,
        "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
        {"name": "observations", "path": "observations.csv"}]}"#;
    let hospitals = "id,name,country,region_code,municipality\nmade-1,架空第一病院,JP,15,架空市\nmade-2,架空第二病院,JP,15,架空市\n";
    let measures = format!(
        "id,name_ja,name_en,kind,direction,topic,measure_type,suppression_profile\n\
         made-volume,件数,Volume,count,neutral,access,volume,{profile}\n"
    );
    let head = "hospital_id,measure_id,period_start,period_end,stratum,value,status,raw\n";
    let row = |hospital: &str, stratum: &str, value: u32| {
        format!("{hospital},made-volume,2024-04-01,2025-03-31,{stratum},{value},reported,{value}\n")
    };
    let observations: String = [
        row("made-1", "", 68),
        row("made-1", "a", 3),
        row("made-1", "b", 25),
        row("made-1", "c", 40),
        row("made-2", "", 7),
    ]
    .concat();
    let files = [
        ("datapackage.json", manifest),
        ("hospitals.csv", hospitals),
        ("measures.csv", &measures),
        ("observations.csv", &format!("{head}{observations}")),
    ];
    tables(&package, &files);
    package
}

#[test]
fn a_preview_shows_each_hospital_its_values_and_publishes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = write(folder.path(), 40);
    assert_eq!(said(&data, &["import", package.to_str().unwrap()]).0, 0);
    let preview = folder.path().join("preview");
    let (code, out, err) = said(&data, &["publish", "--preview", preview.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("Nothing was published") && out.contains("40 sheets"), "{out}");
    assert!(!data.join("releases").join("current").exists());
    let list = rows(&preview.join("hospitals.csv"));
    assert_eq!(list.len(), 41);
    let (sheet, table) = (column(&list, "sheet"), column(&list, "table"));
    for row in &list[1..] {
        assert!(preview.join(&row[sheet]).is_file() && preview.join(&row[table]).is_file(), "{row:?}");
    }
    let html = fs::read_to_string(preview.join("made-0003.html")).unwrap();
    for words in
        ["まだ公開されていません", "架空第3病院", "まちがいがあるとき", "再入院", "made-0003", "<html lang=\"ja\""]
    {
        assert!(html.contains(words), "{words}");
    }
    let values = rows(&preview.join("made-0003.csv"));
    // five years of two measures, and the years put together where there are any
    let (measure, pooled) = (column(&values, "measure"), column(&values, "pooled"));
    let single = values[1..].iter().filter(|r| &r[pooled] == "false");
    assert_eq!(single.clone().count(), 10);
    assert_eq!(single.filter(|r| &r[measure] == "made-readmission").count(), 5);
    // the folder is not written into again
    let (code, _, err) = said(&data, &["publish", "--preview", preview.to_str().unwrap()]);
    assert!(code == 1 && err.contains("not empty"), "{err}");
    assert_eq!(said(&data, &["publish"]).0, 0);
}

#[test]
fn a_preview_names_what_changes_from_what_is_public() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = write(folder.path(), 12);
    crate::package::publish(&data, &package);
    let corrections = folder.path().join("corrections.csv");
    let line = "made-0003,made-readmission,2022-04-01,2023-03-31,,";
    let values = rows(&package.join("observations.csv"));
    let was =
        values.iter().find(|r| &r[0] == "made-0003" && &r[1] == "made-readmission" && &r[2] == "2022-04-01").unwrap();
    let text = format!(
        "hospital_id,measure_id,period_start,period_end,stratum,was,is,why_ja,why_en,date\n{line}{},0.25,転記の誤り,A slip,2025-06-10\n",
        &was[column(&values, "value")]
    );
    fs::write(&corrections, text).unwrap();
    assert_eq!(said(&data, &["correct", corrections.to_str().unwrap()]).0, 0);
    let preview = folder.path().join("preview");
    let (code, out, err) = said(&data, &["publish", "--preview", preview.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("1 changed"), "{out}");
    let html = |id: &str| fs::read_to_string(preview.join(format!("{id}.html"))).unwrap();
    assert!(html("made-0003").contains("いま公開されている内容から変わるところ"));
    assert!(!html("made-0004").contains("いま公開されている内容から変わるところ"));
}

#[test]
fn small_numbers_of_a_package_with_a_profile_reach_no_release() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = small_numbers(folder.path(), "jp_ndb");
    assert_eq!(said(&data, &["import", package.to_str().unwrap()]).0, 0);
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("jp_ndb: 2 small values of made-volume, and 1 beside"), "{out}");
    let exported = folder.path().join("exported");
    assert_eq!(said(&data, &["export", exported.to_str().unwrap()]).0, 0);
    let values = rows(&exported.join("observations.csv"));
    let at = |name| column(&values, name);
    let seen: Vec<[&str; 5]> = values[1..]
        .iter()
        .map(|r| [&r[at("hospital_id")], &r[at("stratum")], &r[at("value")], &r[at("status")], &r[at("raw")]])
        .collect();
    assert_eq!(
        seen,
        [
            ["made-1", "", "68", "reported", "68"],
            ["made-1", "a", "", "suppressed", "-"],
            ["made-1", "b", "", "suppressed", "-"],
            ["made-1", "c", "40", "reported", "40"],
            ["made-2", "", "", "suppressed", "-"],
        ]
    );
    // published again from what was exported, nothing more is hidden
    let other = folder.path().join("other");
    assert_eq!(said(&other, &["import", exported.to_str().unwrap()]).0, 0);
    let (code, out, _) = said(&other, &["publish"]);
    assert!(code == 0 && !out.contains("Hidden under"), "{out}");
}

#[test]
fn a_profile_that_does_not_exist_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = small_numbers(folder.path(), "jp_dcp");
    monosashi(&data, &["import", package.to_str().unwrap()]);
    let (code, _, err) = said(&data, &["publish"]);
    assert!(code == 1 && err.contains("jp_dcp") && err.contains("jp_dpc"), "{err}");
    assert!(!data.join("releases").join("current").exists());
}
