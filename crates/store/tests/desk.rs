//! Does a letter wait until somebody decides, and what is left of it afterwards?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use store::desk::Letters;
use store::rows::{DecisionRow, LetterRow};
use store::{Desk, StoreError};

fn letter(kind: &str) -> LetterRow {
    LetterRow {
        kind: kind.into(),
        locale: "ja".into(),
        hospital_id: "h1".into(),
        measure_id: "m1".into(),
        text_ja: "重い患者さんが多い年でした。".into(),
        contact: "office@example.jp".into(),
        received: "2025-06-10".into(),
        ..LetterRow::default()
    }
}

fn decision(letter_key: i64) -> DecisionRow {
    DecisionRow {
        letter_key,
        action: "accepted".into(),
        decided_by: "desk".into(),
        at: "2025-06-12T10:00:00+09:00".into(),
        ..DecisionRow::default()
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_desk_can_be_read_by_nobody_but_its_owner() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = Desk::path_in(folder.path());
    let desk = Desk::open(&path).await.unwrap();
    desk.receive(&letter("error")).await.unwrap();
    for name in ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm"] {
        let mode = std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    // what an operator has decided about a file that is there stays
    desk.close().await;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    Desk::open(&path).await.unwrap().close().await;
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}

#[tokio::test]
async fn a_letter_waits_and_its_contact_is_erased_with_the_decision() {
    let folder = tempfile::tempdir().unwrap();
    let path = Desk::path_in(folder.path());
    let desk = Desk::open(&path).await.unwrap();
    let first = desk.receive(&letter("explanation")).await.unwrap();
    let second = desk.receive(&letter("error")).await.unwrap();
    assert_eq!(desk.waiting().await.unwrap(), 2);
    assert!(desk.decide(&decision(first)).await.unwrap());
    assert!(!desk.decide(&decision(first)).await.unwrap(), "nobody decides twice");
    let waiting = desk.letters(Letters::Waiting).await.unwrap();
    assert_eq!(waiting.iter().map(|l| l.letter_key).collect::<Vec<_>>(), [second]);
    let decided = desk.letters(Letters::All).await.unwrap().swap_remove(0);
    assert_eq!((decided.contact.as_str(), decided.state.as_str()), ("", "accepted"));
    assert_eq!(decided.decided, "2025-06-12");
    assert_eq!(desk.decisions().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_erased_is_gone_from_the_file_and_stays_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = Desk::path_in(folder.path());
    let desk = Desk::open(&path).await.unwrap();
    let key = desk.receive(&letter("practice")).await.unwrap();
    desk.decide(&decision(key)).await.unwrap();
    assert_eq!(desk.forget("2025-06-12").await.unwrap(), 0);
    assert_eq!(desk.forget("2026-06-12").await.unwrap(), 1);
    assert_eq!(desk.decisions().await.unwrap().len(), 1);
    assert_eq!(desk.receive(&letter("error")).await.unwrap(), key + 1, "no number is given twice");
    desk.close().await;
    let bytes = std::fs::read(&path).unwrap();
    let gone = "office@example.jp".as_bytes();
    let count = bytes.windows(gone.len()).filter(|window| *window == gone).count();
    assert_eq!(count, 1, "only the letter that waits");
}

#[tokio::test]
async fn a_desk_is_opened_again_and_one_of_another_time_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = Desk::path_in(folder.path());
    let desk = Desk::open(&path).await.unwrap();
    desk.receive(&letter("error")).await.unwrap();
    desk.close().await;
    assert_eq!(Desk::open(&path).await.unwrap().waiting().await.unwrap(), 1);
    // the version stands in bytes 60 to 63 of the file
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[63] = 7;
    let other = folder.path().join("other.sqlite");
    std::fs::write(&other, bytes).unwrap();
    assert!(matches!(Desk::open(&other).await, Err(StoreError::DeskVersion { found: 7, .. })));
    let nowhere = folder.path().join("no/such/folder/desk.sqlite");
    assert!(matches!(Desk::open(&nowhere).await, Err(StoreError::Database { .. })));
}
