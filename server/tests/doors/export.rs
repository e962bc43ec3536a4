//! Does a release leave as it came?

use crate::package::{publish, said, write};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A table as a set of rows, each with its filled cells; the order of rows and columns says nothing.
fn rows(file: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let columns = reader.headers().unwrap().clone();
    let mut rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            // nobody derived a numerator where nothing is said
            let says_nothing = |column: &str, cell: &str| cell.is_empty() || (column, cell) == ("derived", "false");
            let cells = columns.iter().zip(record.iter()).filter(|(column, cell)| !says_nothing(column, cell));
            cells.map(|(column, cell)| (column.to_string(), cell.to_string())).collect()
        })
        .collect();
    rows.sort();
    rows
}

fn check_same(one: &Path, other: &Path) {
    let names = |folder: &Path| {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(one), names(other));
    for name in names(one).into_iter().filter(|name| name.ends_with(".csv")) {
        let (before, after) = (rows(&one.join(&name)), rows(&other.join(&name)));
        assert_eq!(before.len(), after.len(), "{name}");
        for (row, again) in before.iter().zip(&after) {
            assert_eq!(row, again, "{name}");
        }
    }
    let manifest = |folder: &Path| -> serde_json::Value {
        serde_json::from_slice(&fs::read(folder.join("datapackage.json")).unwrap()).unwrap()
    };
    for key in ["name", "title", "fictional", "created"] {
        assert_eq!(manifest(one)[key], manifest(other)[key], "{key}");
    }
}

#[test]
fn the_demonstration_leaves_as_it_came() {
    let folder = tempfile::tempdir().unwrap();
    let package = &demonstration::packages().unwrap()[1];
    let (source, data) = (folder.path().join("source"), folder.path().join("data"));
    demonstration::write(package, &source).unwrap();
    publish(&data, &source);
    let exported = folder.path().join("exported");
    let (code, out, err) = said(&data, &["export", exported.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    check_same(&source, &exported);
}

/// Without a list of sources, and into a second release.
#[test]
fn a_package_without_sources_keeps_its_values() {
    let folder = tempfile::tempdir().unwrap();
    let source = write(folder.path(), 15);
    let (data, again) = (folder.path().join("data"), folder.path().join("again"));
    publish(&data, &source);
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    assert_eq!(said(&data, &["export", first.to_str().unwrap()]).0, 0);
    check_same(&source, &first);
    publish(&again, &first);
    assert_eq!(said(&again, &["export", second.to_str().unwrap()]).0, 0);
    for name in ["hospitals.csv", "measures.csv", "observations.csv"] {
        assert_eq!(fs::read(first.join(name)).unwrap(), fs::read(second.join(name)).unwrap(), "{name}");
    }
    assert_eq!(said(&data, &["export", first.to_str().unwrap()]).0, 1, "a folder that holds something is left alone");
}
