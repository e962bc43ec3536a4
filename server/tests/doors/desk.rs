//! What becomes of a letter once an operator has decided on it?

use crate::package::{publish, said, write};
use std::fs;
use std::path::{Path, PathBuf};
use store::Desk;
use store::rows::LetterRow;

fn letter(kind: &str, text: &str) -> LetterRow {
    LetterRow {
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
    }
}

/// A published data folder with three letters that wait.
fn with_letters(folder: &Path) -> PathBuf {
    let data = folder.join("data");
    publish(&data, &write(folder, 12));
    let three = [
        letter("explanation", "重い患者さんが多い年でした。\n翌年は減りました。"),
        letter("error", "数え間違いでは。"),
        // a word that no page may hold
        letter("practice", &format!("ほかの病院より優れています。{}がいます。", ["名", "医"].concat())),
    ];
    put(&data, &three);
    data
}

fn put(data: &Path, letters: &[LetterRow]) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let desk = Desk::open(&Desk::path_in(data)).await.unwrap();
        for letter in letters {
            desk.receive(letter).await.unwrap();
        }
        desk.close().await;
    });
}

/// Names of what is kept for the next publish.
fn staged(data: &Path) -> String {
    let entries = fs::read_dir(data.join("staged")).unwrap();
    entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
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
    let text = fs::read_to_string(&draft).unwrap();
    // what the sender takes for the value may be in another unit: it stands apart, and nothing is corrected by it
    assert!(text.contains(",?,,,") && text.contains(",0.05,") && text.contains("数え間違いでは。"), "{text}");
    let (code, out, err) = said(&data, &["correct", draft.to_str().unwrap()]);
    assert!(code == 1 && format!("{out}{err}").contains("not finished"), "{out}{err}");
    fs::write(&draft, text.replace(",?,,,", ",0.05,数え間違い,Miscounted,")).unwrap();
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
    let line = "3,2025-06-10,practice,made-0001,made-readmission,2022-04-01,2023-03-31,,rejected,";
    assert!(log.contains(line), "{log}");
    assert!(
        log.contains("desk,speaks of other hospitals") && !log.contains("office@") && !log.contains("優れて"),
        "{log}"
    );
    assert_eq!(said(&data, &["desk", "show", "9"]).0, 1);
    let warned = |id: &str| said(&data, &["desk", "show", id]).2.contains("may not advertise with");
    assert!(warned("3") && !warned("1"));
}

#[test]
fn nothing_follows_from_a_decision_that_says_not_who_or_why() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    let (code, _, err) = said(&data, &["desk", "accept", "1", "--by", " "]);
    assert!(code == 1 && err.contains("who decided"), "{err}");
    assert!(!staged(&data).contains("reply-1.csv"));
}

#[test]
fn a_rejection_undoes_an_acceptance_that_was_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    // what `accept 3` does before it writes the decision down
    let half = folder.path().join("reply-3.csv");
    let head = "hospital_id,measure_id,period_end,kind,date,text_ja,text_en";
    let row = "made-0001,made-readmission,2023-03-31,practice,2025-06-10,ほかの病院より優れています。,";
    fs::write(&half, format!("{head}\n{row}\n")).unwrap();
    assert_eq!(said(&data, &["reply", half.to_str().unwrap()]).0, 0);
    assert!(staged(&data).contains("reply-3.csv"));
    let words = ["desk", "reject", "3", "2", "--by", "desk", "--reason", "speaks of other hospitals"];
    let (code, out, err) = said(&data, &words);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("Letter 3 is rejected") && out.contains("Letter 2 is rejected"), "{out}");
    assert!(!staged(&data).contains("reply-3.csv"));
}

#[test]
fn what_was_accepted_can_be_taken_back_and_the_log_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    let back = ["desk", "withdraw", "1", "--by", "desk", "--reason", "the hospital asks for it"];
    let (code, _, err) = said(&data, &back);
    assert!(code == 1 && err.contains("not accepted"), "{err}");
    let (_, out, _) = said(&data, &["desk", "accept", "1", "--by", "desk"]);
    assert!(out.contains("To take it back: monosashi desk withdraw 1"), "{out}");
    assert!(staged(&data).contains("reply-1.csv"));
    let (code, out, err) = said(&data, &back);
    assert!(code == 0 && out.contains("next `monosashi publish` leaves it out"), "{out}{err}");
    assert!(!staged(&data).contains("reply-1.csv"));
    assert_eq!(said(&data, &back).0, 1, "nobody withdraws twice");
    let (_, out, _) = said(&data, &["desk", "list"]);
    assert!(out.contains("3 received: 2 waiting, 0 accepted, 0 rejected, 1 withdrawn"), "{out}");
}

#[test]
fn an_erased_letter_leaves_its_number_in_the_log_and_nothing_of_what_it_said() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    assert_eq!(said(&data, &["desk", "accept", "2", "--by", "desk"]).0, 0);
    let draft = data.join("review/corrections-2.csv");
    assert!(draft.exists());
    for id in ["2", "3"] {
        let (code, out, err) = said(&data, &["desk", "erase", id]);
        assert_eq!(code, 0, "{out}{err}");
        assert_eq!(said(&data, &["desk", "show", id]).0, 1);
    }
    assert!(!draft.exists());
    let file = fs::read(data.join("desk.sqlite")).unwrap();
    for gone in ["数え間違いでは", "優れています"] {
        assert!(!file.windows(gone.len()).any(|part| part == gone.as_bytes()), "{gone}");
    }
    let log = folder.path().join("log.csv");
    assert_eq!(said(&data, &["desk", "log", log.to_str().unwrap()]).0, 0);
    assert_eq!(fs::read_to_string(log).unwrap().matches(",erased,").count(), 2);
    let (_, out, _) = said(&data, &["desk", "list"]);
    assert!(out.contains("3 received: 1 waiting, 1 accepted, 0 rejected, 1 erased"), "{out}");
}

#[test]
fn a_draft_goes_with_its_letter_whoever_has_forgotten_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    assert_eq!(said(&data, &["desk", "accept", "2", "--by", "desk"]).0, 0);
    let draft = data.join("review/corrections-2.csv");
    assert!(draft.exists());
    // as the server does once a day
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let desk = Desk::open(&Desk::path_in(&data)).await.unwrap();
        assert!(desk.forget("2099-01-01").await.unwrap() > 0);
        desk.close().await;
    });
    assert_eq!(said(&data, &["desk", "list"]).0, 0);
    assert!(!draft.exists());
}

#[cfg(unix)]
#[test]
fn what_senders_wrote_can_be_read_by_the_operator_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    let (letters, log) = (folder.path().join("letters.csv"), folder.path().join("log.csv"));
    assert_eq!(said(&data, &["desk", "accept", "2", "--by", "desk"]).0, 0);
    assert_eq!(said(&data, &["desk", "export", letters.to_str().unwrap()]).0, 0);
    assert_eq!(said(&data, &["desk", "log", log.to_str().unwrap()]).0, 0);
    let draft = data.join("review/corrections-2.csv");
    for file in [&draft, &letters, &log] {
        assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    let looked = || said(&data, &["doctor", "--contact", "desk@example.jp"]).1;
    assert!(!looked().contains("everybody on this machine can read"), "{}", looked());
    fs::set_permissions(&draft, fs::Permissions::from_mode(0o644)).unwrap();
    let told = looked();
    assert!(told.contains("everybody on this machine can read") && told.contains("corrections-2.csv"), "{told}");
}

#[test]
fn letters_are_exported_without_contacts_and_without_formulas_into_a_new_file_only() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    put(&data, &[letter("error", "=HYPERLINK(\"https://evil.test\")")]);
    for (command, told) in [("export", "翌年は減りました。"), ("log", "decided_by")] {
        let file = folder.path().join(format!("{command}.csv"));
        let words = ["desk", command, file.to_str().unwrap()];
        let (code, _, err) = said(&data, &words);
        assert_eq!(code, 0, "{err}");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(told) && !text.contains("office@example.jp") && !text.contains(",\"=HYPER"), "{text}");
        let (code, _, err) = said(&data, &words);
        assert!(code == 1 && err.contains("is there already"), "{err}");
        assert!(!folder.path().join(format!("{command}.csv.partial")).exists());
    }
    let text = fs::read_to_string(folder.path().join("export.csv")).unwrap();
    assert!(text.contains("'=HYPERLINK"), "{text}");
}

#[test]
fn a_hospitals_text_for_a_correction_is_proposed_as_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    let correction = LetterRow { text_en: "Counted twice.".into(), ..letter("correction", "二度数えました。") };
    put(&data, &[correction]);
    let (code, out, err) = said(&data, &["desk", "accept", "4", "--by", "desk"]);
    assert_eq!(code, 0, "{out}{err}");
    let draft = fs::read_to_string(data.join("review/corrections-4.csv")).unwrap();
    assert!(draft.contains(",?,二度数えました。,Counted twice.,"), "{draft}");
}

#[test]
fn a_masked_value_is_not_corrected_from_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_letters(folder.path());
    let masked =
        LetterRow { measure_id: "made-falls".into(), was: "too_few".into(), ..letter("correction", "3人です。") };
    put(&data, &[masked]);
    let (code, _, err) = said(&data, &["desk", "accept", "4", "--by", "desk"]);
    assert!(code == 1 && err.contains("masked"), "{err}");
    assert!(!data.join("review/corrections-4.csv").exists());
    assert!(said(&data, &["desk", "show", "4"]).1.contains("waiting"), "it can still be rejected");
}

#[test]
fn where_nobody_has_served_yet_there_is_no_desk() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = said(&folder.path().join("data"), &["desk", "list"]);
    assert!(code == 1 && err.contains("monosashi serve"), "{err}");
}
