//! What becomes of a letter once an operator has decided on it?

use crate::package::{publish, said, write};
use std::fs;
use std::path::{Path, PathBuf};
use store::Desk;
use store::rows::LetterRow;

/// A published data folder with three letters that wait.
fn with_letters(folder: &Path) -> PathBuf {
    let data = folder.join("data");
    publish(&data, &write(folder, 12));
    let letter = |kind: &str, text: &str| LetterRow {
        kind: kind.into(),
        locale: "ja".into(),
        hospital_id: "made-0001".into(),
        measure_id: "made-readmission".into(),
        period_start: "2022-04-01".into(),
        period_end: "2023-03-31".into(),
        was: (34.0_f64 / 201.0).to_string(),
        text_ja: text.into(),
        should_be: "0.05".into(),
        contact: "office@example.jp".into(),
        received: "2025-06-10".into(),
        ..LetterRow::default()
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let desk = Desk::open(&Desk::path_in(&data)).await.unwrap();
        for letter in [
            letter("explanation", "重い患者さんが多い年でした。\n翌年は減りました。"),
            letter("error", "数え間違いでは。"),
            letter("practice", "ほかの病院より優れています。"),
        ] {
            desk.receive(&letter).await.unwrap();
        }
        desk.close().await;
    });
    data
}

#[test]
fn an_accepted_reply_is_public_with_the_next_publish() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    let (code, out, err) = said(&data, &["desk", "list"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("explanation") && out.contains("3 received: 3 waiting, 0 accepted, 0 rejected"), "{out}");
    let (code, out, _) = said(&data, &["desk", "show", "1"]);
    assert_eq!(code, 0);
    assert!(out.contains("office@example.jp") && out.contains("2022-04-01/2023-03-31"), "{out}");
    let (code, out, err) = said(&data, &["desk", "accept", "1", "--by", "desk", "--reason", "telephoned"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("next `monosashi publish`") && out.contains("for the last time: office@example.jp"), "{out}");
    let (code, _, err) = said(&data, &["desk", "accept", "1", "--by", "desk"]);
    assert!(code == 1 && err.contains("was accepted on"), "{err}");
    let (_, out, _) = said(&data, &["desk", "show", "1"]);
    assert!(!out.contains("office@example.jp"), "{out}");
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    let package = folder.path().join("package");
    assert_eq!(said(&data, &["export", package.to_str().unwrap()]).0, 0);
    let comments = fs::read_to_string(package.join("comments.csv")).unwrap();
    assert!(comments.contains("翌年は減りました。") && comments.contains("2025-06-10"), "{comments}");
}

#[test]
fn an_accepted_mistake_becomes_a_draft_that_correct_reads() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    let (code, out, err) = said(&data, &["desk", "accept", "2", "--by", "desk"]);
    assert_eq!(code, 0, "{out}{err}");
    let draft = data.join("review/corrections-2.csv");
    assert!(fs::read_to_string(&draft).unwrap().contains(",0.05,"));
    let (code, out, err) = said(&data, &["correct", draft.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("1 changed"), "{out}");
}

#[test]
fn every_decision_stands_in_the_log_without_contacts_or_texts() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    assert_eq!(said(&data, &["desk", "reject", "3", "--by", "desk"]).0, 2, "a reason is needed");
    let (code, _, err) = said(&data, &["desk", "reject", "3", "--by", "desk", "--reason", " "]);
    assert!(code == 1 && err.contains("why"), "{err}");
    let reason = ["--reason", "speaks of other hospitals"];
    assert_eq!(said(&data, &[&["desk", "reject", "3", "--by", "desk"][..], &reason].concat()).0, 0);
    let log = folder.path().join("log.csv");
    assert_eq!(said(&data, &["desk", "log", log.to_str().unwrap()]).0, 0);
    let log = fs::read_to_string(log).unwrap();
    assert!(log.contains("3,2025-06-10,practice,made-0001,made-readmission,2023-03-31,rejected,"), "{log}");
    assert!(
        log.contains("desk,speaks of other hospitals") && !log.contains("office@") && !log.contains("優れて"),
        "{log}"
    );
    assert_eq!(said(&data, &["desk", "show", "9"]).0, 1);
}

#[test]
fn where_nobody_has_served_yet_there_is_no_desk() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = said(&folder.path().join("data"), &["desk", "list"]);
    assert!(code == 1 && err.contains("monosashi serve"), "{err}");
}
