//! Does a data folder keep what was imported, and stay as it was whenever something goes wrong?

use super::*;
use domain::records::{Batch, Reality, SourceRecord};
use std::fs;

fn input(name: &str, text: &str) -> RawInput {
    RawInput { name: name.to_string(), bytes: text.as_bytes().to_vec() }
}

fn reading(reality: Reality) -> Reading {
    let sources = vec![SourceRecord { id: "made-up".to_string(), ..SourceRecord::default() }];
    Reading {
        kind: "package".to_string(),
        batch: Some(Batch { reality, sources, ..Batch::default() }),
        ..Reading::default()
    }
}

#[test]
fn the_same_bytes_again_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::open(folder.path());
    let (a, b) = (input("a.csv", "a"), input("b.csv", "b"));
    let options = Options::default();
    assert!(matches!(staging.stage(&a, &options, &reading(Reality::Real)).unwrap(), Staged::Added(e) if e.number == 1));
    assert!(matches!(staging.stage(&b, &options, &reading(Reality::Real)).unwrap(), Staged::Added(e) if e.number == 2));
    let digest = staging.input_digest().unwrap();
    assert!(
        matches!(staging.stage(&a, &options, &reading(Reality::Real)).unwrap(), Staged::AlreadyThere(e) if e.number == 1)
    );
    assert_eq!(staging.input_digest().unwrap(), digest);
    let period = Period::fiscal_year(2022);
    let other = Options { period, ..Options::default() };
    assert!(matches!(staging.stage(&a, &other, &reading(Reality::Real)).unwrap(), Staged::Added(e) if e.number == 3));
    assert_ne!(staging.input_digest().unwrap(), digest);
    let names: Vec<String> = staging.list().unwrap().into_iter().map(|e| e.file).collect();
    assert_eq!(names, ["a.csv", "b.csv", "a.csv"]);
    assert_eq!(staging.list().unwrap()[2].options().unwrap(), other);
}

use domain::Period;

#[test]
fn what_is_kept_is_read_again_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::open(folder.path());
    for number in 0..9 {
        let file = input(&format!("{number}.txt"), &format!("text {number}"));
        staging.stage(&file, &Options::default(), &reading(Reality::Real)).unwrap();
    }
    let readings = staging.load_all().unwrap();
    let hashes: Vec<String> = staging.list().unwrap().into_iter().map(|e| e.sha256).collect();
    assert_eq!(readings.into_iter().map(|r| r.sha256).collect::<Vec<_>>(), hashes);
}

#[test]
fn real_and_fictional_never_come_together() {
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::open(folder.path());
    staging.stage(&input("a.csv", "a"), &Options::default(), &reading(Reality::Real)).unwrap();
    let error = staging.stage(&input("b.zip", "b"), &Options::default(), &reading(Reality::Fictional)).unwrap_err();
    let text = error.to_string();
    assert!(text.contains("b.zip holds fictional") && text.contains("a.csv") && text.contains("--data DIR"), "{text}");
    assert_eq!(staging.list().unwrap().len(), 1);
    assert_eq!(fs::read_dir(folder.path().join("raw")).unwrap().count(), 1);
}

#[test]
fn a_file_of_which_nothing_can_be_used_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::open(&folder.path().join("data"));
    let unusable = Reading::default();
    assert_eq!(staging.stage(&input("a", "a"), &Options::default(), &unusable).unwrap(), Staged::NothingUsable);
    assert!(!folder.path().join("data").exists());
}

#[test]
fn two_imports_at_once_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let first = Staging::open_to_change(folder.path()).unwrap();
    let error = Staging::open_to_change(folder.path()).unwrap_err();
    assert!(error.to_string().contains("another import"), "{error}");
    let second = Staging::open(folder.path());
    assert!(matches!(
        second.stage(&input("a", "a"), &Options::default(), &reading(Reality::Real)),
        Err(StagingError::Busy { .. })
    ));
    first.stage(&input("a", "a"), &Options::default(), &reading(Reality::Real)).unwrap();
    drop(first);
    assert!(matches!(
        second.stage(&input("a", "a"), &Options::default(), &reading(Reality::Real)).unwrap(),
        Staged::AlreadyThere(_)
    ));
}

#[test]
fn unstaging_forgets_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::open(folder.path());
    staging.stage(&input("a", "a"), &Options::default(), &reading(Reality::Real)).unwrap();
    let hash = staging.list().unwrap()[0].sha256.clone();
    assert!(matches!(staging.unstage("zzz"), Err(StagingError::NoSuchFile { .. })));
    assert!(matches!(staging.unstage(""), Err(StagingError::NoSuchFile { .. })));
    assert_eq!(staging.unstage(&hash[..8].to_uppercase()).unwrap().len(), 1);
    assert!(staging.list().unwrap().is_empty());
    assert_eq!(fs::read_dir(folder.path().join("raw")).unwrap().count(), 0);
}

#[test]
fn half_written_files_of_a_killed_import_are_ignored_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("staged")).unwrap();
    let leftover = folder.path().join("staged/000001-abc.json.part");
    fs::write(&leftover, "{").unwrap();
    let staging = Staging::open(folder.path());
    assert!(staging.list().unwrap().is_empty());
    staging.stage(&input("a", "a"), &Options::default(), &reading(Reality::Real)).unwrap();
    assert!(!leftover.exists());
}

#[test]
fn a_changed_or_broken_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::open(folder.path());
    staging.stage(&input("a.csv", "a"), &Options::default(), &reading(Reality::Real)).unwrap();
    let hash = staging.list().unwrap()[0].sha256.clone();
    fs::write(folder.path().join("raw").join(&hash), "b").unwrap();
    assert!(staging.load_all().unwrap_err().to_string().contains("a.csv"));
    fs::write(folder.path().join("staged/000002-x.json"), "{}").unwrap();
    assert!(matches!(staging.list(), Err(StagingError::Broken { .. })));
}

#[test]
fn a_folder_that_cannot_be_written_says_what_to_try() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("data");
    fs::write(&blocked, "a file stands where the folder should be").unwrap();
    let staging = Staging::open(&blocked);
    let error = staging.stage(&input("a", "a"), &Options::default(), &reading(Reality::Real)).unwrap_err();
    assert!(error.to_string().contains("--data DIR"), "{error}");
}
