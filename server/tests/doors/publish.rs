//! Does a publish give the same bytes from the same input, and is it all or nothing?

use crate::demo::{PROGRAM, Site};
use crate::package::{publish, said, write};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn current(data: &Path) -> PathBuf {
    data.join("releases").join(fs::read_link(data.join("releases/current")).unwrap())
}

fn digest(file: &Path) -> Vec<u8> {
    Sha256::digest(fs::read(file).unwrap()).to_vec()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let package = write(folder.path(), 60);
    let [one, other] = ["one", "other"].map(|name| {
        let data = folder.path().join(name);
        publish(&data, &package);
        current(&data)
    });
    assert_eq!(one.file_name(), other.file_name());
    assert_eq!(digest(&one), digest(&other));
}

/// `user_version` of an SQLite file: four bytes from the 60th on, the largest first.
fn make_of_another_version(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    bytes[60..64].copy_from_slice(&1_u32.to_be_bytes());
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_release_of_another_version_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let package = write(folder.path(), 30);
    let data = folder.path().join("data");
    publish(&data, &package);
    let made = digest(&current(&data));
    make_of_another_version(&current(&data));
    assert_ne!(digest(&current(&data)), made);
    let (code, told, why) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{told}{why}");
    assert_eq!(digest(&current(&data)), made);
}

/// What the publish has just done when it is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    Started,
    BeganToWrite,
    WroteMuch,
    Packed,
    Named,
}

impl Moment {
    fn has_come(self, releases: &Path) -> bool {
        let names = || fs::read_dir(releases).into_iter().flatten().flatten();
        let size = |ending: &str| {
            let sizes = names().filter(|e| e.file_name().to_string_lossy().ends_with(ending));
            sizes.filter_map(|e| e.metadata().ok()).map(|m| m.len()).max()
        };
        match self {
            Self::Started => true,
            Self::BeganToWrite => size(".draft.partial").is_some(),
            Self::WroteMuch => size(".draft.partial").is_some_and(|bytes| bytes > 300_000),
            Self::Packed => size(".packed.partial").is_some(),
            Self::Named => names().filter(|e| e.file_name().to_string_lossy().ends_with(".sqlite")).count() > 1,
        }
    }
}

#[tokio::test]
async fn a_publish_killed_at_any_moment_leaves_a_whole_release() {
    let folder = tempfile::tempdir().unwrap();
    let (small, large) = (write(folder.path(), 20), write(folder.path(), 600));
    for moment in [Moment::Started, Moment::BeganToWrite, Moment::WroteMuch, Moment::Packed, Moment::Named] {
        let data = folder.path().join(format!("{moment:?}"));
        publish(&data, &small);
        let before = digest(&current(&data));
        assert_eq!(said(&data, &["import", large.to_str().unwrap()]).0, 0);
        let mut child = Command::new(PROGRAM)
            .arg("--data")
            .arg(&data)
            .arg("publish")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let releases = data.join("releases");
        while !moment.has_come(&releases) && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        // it may have ended by itself: then the new release is whole
        let _ended_already = child.kill();
        child.wait().unwrap();
        let site = Site::of(&data).await;
        let total = site.json("/api/v1/hospitals").await["meta"]["total"].as_u64().unwrap();
        match total {
            20 => assert_eq!(digest(&current(&data)), before, "{moment:?}"),
            600 => {}
            other => panic!("{moment:?}: {other} hospitals"),
        }
        let (code, out, err) = said(&data, &["publish"]);
        assert_eq!(code, 0, "{moment:?}: {out}{err}");
        let leftovers: Vec<_> = fs::read_dir(&releases).unwrap().flatten().map(|e| e.file_name()).collect();
        assert!(leftovers.iter().all(|n| !n.to_string_lossy().ends_with(".partial")), "{leftovers:?}");
        assert_eq!(Site::of(&data).await.json("/api/v1/hospitals").await["meta"]["total"], 600);
    }
}

#[test]
fn totals_that_collapse_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (large, small) = (write(folder.path(), 60), write(folder.path(), 10));
    publish(&data, &large);
    let before = current(&data);
    let (_, out, _) = said(&data, &["doctor"]);
    let hash = out.lines().find_map(|line| {
        line.trim().strip_prefix("ok ")?.trim().get(..12).filter(|h| h.bytes().all(|b| b.is_ascii_hexdigit()))
    });
    assert_eq!(said(&data, &["unstage", hash.unwrap()]).0, 0);
    assert_eq!(said(&data, &["import", small.to_str().unwrap()]).0, 0);
    let (code, _, err) = said(&data, &["publish"]);
    assert_eq!(code, 1);
    assert!(err.contains("made-readmission: 300 values before, 50 now"), "{err}");
    assert_eq!(current(&data), before);
    assert_eq!(said(&data, &["publish", "--force"]).0, 0);
    assert_ne!(current(&data), before);
}
