//! Is the data folder as it was, or as after the import, whenever a running import is killed?

use crate::demo::PROGRAM;
use crate::package::{said, write};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the import has just done when it is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    Started,
    Locked,
    WritesBytes,
    KeptBytes,
    WritesEntry,
    KeptEntry,
}

impl Moment {
    fn has_come(self, data: &Path) -> bool {
        let names = |inside: &str| {
            let entries = fs::read_dir(data.join(inside)).into_iter().flatten().flatten();
            entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        let half = |inside| names(inside).iter().any(|name| name.ends_with(".part"));
        let whole = |inside| names(inside).iter().filter(|name| !name.ends_with(".part")).count() > 1;
        match self {
            Self::Started => true,
            Self::Locked => data.join("import.lock").exists() && !half("raw") && !half("staged"),
            Self::WritesBytes => half("raw"),
            Self::KeptBytes => whole("raw"),
            Self::WritesEntry => half("staged"),
            Self::KeptEntry => whole("staged"),
        }
    }
}

/// Every file that counts, with its bytes: half-written ones and the lock say nothing.
fn contents(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for inside in ["raw", "staged"] {
        for entry in fs::read_dir(data.join(inside)).unwrap().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.ends_with(".part") {
                found.insert(format!("{inside}/{name}"), fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

/// The same without bytes that no entry names yet.
fn that_count(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = contents(data);
    let entries: Vec<String> = found.keys().filter_map(|k| k.strip_prefix("staged/")).map(str::to_string).collect();
    let named = |hash: &str| entries.iter().any(|entry| entry.contains(&hash[..16]));
    found.retain(|name, _| name.strip_prefix("raw/").is_none_or(named));
    found
}

#[test]
fn an_import_killed_at_any_moment_leaves_the_folder_as_before_or_as_after() {
    let folder = tempfile::tempdir().unwrap();
    let (small, large) = (write(folder.path(), 20), write(folder.path(), 600));
    let import = |data: &Path, package: &Path| said(data, &["import", package.to_str().unwrap()]);
    let whole = folder.path().join("whole");
    assert_eq!(import(&whole, &small).0, 0);
    let before = contents(&whole);
    assert_eq!(import(&whole, &large).0, 0);
    let after = contents(&whole);
    assert!(before.len() == 2 && after.len() == 4);
    for moment in [
        Moment::Started,
        Moment::Locked,
        Moment::WritesBytes,
        Moment::KeptBytes,
        Moment::WritesEntry,
        Moment::KeptEntry,
    ] {
        let data = folder.path().join(format!("{moment:?}"));
        assert_eq!(import(&data, &small).0, 0);
        let mut child = Command::new(PROGRAM)
            .arg("--data")
            .arg(&data)
            .arg("import")
            .arg(&large)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while !moment.has_come(&data) && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        // it may have ended by itself: then everything is there
        let _ended_already = child.kill();
        child.wait().unwrap();
        let found = that_count(&data);
        assert!(found == before || found == after, "{moment:?}: {:?}", found.keys());
        let (_, out, err) = said(&data, &["doctor"]);
        assert!(!out.contains("bytes are gone"), "{moment:?}: {out}{err}");
        let (code, out, err) = import(&data, &large);
        assert_eq!(code, 0, "{moment:?}: {out}{err}");
        assert_eq!(contents(&data), after, "{moment:?}");
        let left: Vec<_> =
            fs::read_dir(data.join("raw")).unwrap().chain(fs::read_dir(data.join("staged")).unwrap()).collect();
        assert_eq!(left.len(), after.len(), "{moment:?}: {left:?}");
    }
}

#[test]
fn bytes_that_a_killed_import_kept_without_an_entry_go_with_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (small, large) = (write(folder.path(), 5), write(folder.path(), 6));
    assert_eq!(said(&data, &["import", small.to_str().unwrap()]).0, 0);
    let orphan = data.join("raw").join("0".repeat(64));
    fs::write(&orphan, "kept before the entry was written").unwrap();
    assert_eq!(said(&data, &["import", large.to_str().unwrap()]).0, 0);
    assert!(!orphan.exists());
    assert_eq!(contents(&data).len(), 4);
}
