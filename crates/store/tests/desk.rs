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

fn count_in(path: &std::path::Path, what: &str) -> usize {
    let bytes = std::fs::read(path).unwrap_or_default();
    bytes.windows(what.len()).filter(|window| *window == what.as_bytes()).count()
}

#[tokio::test]
async fn what_is_erased_is_gone_from_the_journal_too_while_somebody_else_has_the_desk_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = Desk::path_in(folder.path());
    let served = Desk::open(&path).await.unwrap();
    let desk = Desk::open(&path).await.unwrap();
    let (first, second) =
        (served.receive(&letter("explanation")).await.unwrap(), served.receive(&letter("practice")).await.unwrap());
    let journal = folder.path().join("desk.sqlite-wal");
    assert!(count_in(&journal, "office@example.jp") > 0, "the test reads where the contacts were");
    for key in [first, second] {
        assert!(desk.decide(&decision(key)).await.unwrap());
    }
    assert_eq!([&journal, &path].map(|file| count_in(file, "office@example.jp")), [0, 0]);
    assert!(count_in(&path, "重い患者さん") > 0);
    assert!(desk.erase(&decision(second)).await.unwrap());
    assert_eq!(desk.forget("2026-06-12").await.unwrap(), 1);
    assert_eq!([&journal, &path].map(|file| count_in(file, "重い患者さん")), [0, 0]);
    assert_eq!(served.decisions().await.unwrap().len(), 3);
    assert!(!desk.erase(&decision(second)).await.unwrap(), "there is nothing left to erase");
}

#[tokio::test]
async fn an_accepted_letter_can_be_taken_back_even_when_only_the_log_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(&Desk::path_in(folder.path())).await.unwrap();
    let key = desk.receive(&letter("explanation")).await.unwrap();
    desk.decide(&decision(key)).await.unwrap();
    let back = DecisionRow { action: "withdrawn".into(), ..decision(key) };
    desk.withdraw(&back).await.unwrap();
    assert_eq!(desk.letters(Letters::All).await.unwrap()[0].state, "withdrawn");
    desk.forget("2026-06-12").await.unwrap();
    desk.withdraw(&back).await.unwrap();
    let log = desk.decisions().await.unwrap();
    assert_eq!(log.iter().map(|row| row.action.as_str()).collect::<Vec<_>>(), ["accepted", "withdrawn", "withdrawn"]);
}

#[tokio::test]
async fn the_same_letter_waits_once_on_whatever_day_it_comes_again() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(&Desk::path_in(folder.path())).await.unwrap();
    assert!(desk.waiting_twin(&letter("error")).await.unwrap().is_none());
    let key = desk.receive(&letter("error")).await.unwrap();
    let again = LetterRow { received: "2025-06-11".into(), ..letter("error") };
    for same in [letter("error"), again] {
        assert_eq!(desk.waiting_twin(&same).await.unwrap(), Some((key, letter("error").received)));
    }
    for other in [letter("practice"), LetterRow { stratum: "icu".into(), ..letter("error") }] {
        assert!(desk.waiting_twin(&other).await.unwrap().is_none());
    }
    desk.decide(&decision(key)).await.unwrap();
    assert!(desk.waiting_twin(&letter("error")).await.unwrap().is_none(), "one that was decided on waits no longer");
}

#[tokio::test]
async fn a_desk_of_the_first_version_keeps_its_letters_and_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = Desk::path_in(folder.path());
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let old = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let logged = "insert into decision (letter_key, kind, hospital_id, measure_id, period_end, received, action, reason,
        decided_by, at) values (4, 'error', 'h1', 'm1', '2023-03-31', '2025-06-10', 'rejected', 'why', 'desk', 'then');";
    let script = format!("{} {logged} pragma user_version = 1;", store::DESK_SCRIPTS[0]);
    sqlx::raw_sql(sqlx::AssertSqlSafe(script)).execute(&old).await.unwrap();
    old.close().await;
    let desk = Desk::open(&path).await.unwrap();
    let log = desk.decisions().await.unwrap();
    assert_eq!((log[0].letter_key, log[0].period_end.as_str(), log[0].stratum.as_str()), (4, "2023-03-31", ""));
    desk.close().await;
    assert_eq!(Desk::open(&path).await.unwrap().decisions().await.unwrap().len(), 1, "and no script runs twice");
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
