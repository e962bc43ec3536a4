//! Does the command line say what happened, where, and what to try?

use crate::package::{publish, said, write};
use std::fs;

#[test]
fn a_truncated_archive_is_reported_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = folder.path().join("register.zip");
    fs::write(&file, b"PK\x03\x04\x14\x00\x00\x00\x08\x00cut off here").unwrap();
    let (code, out, _) = said(&data, &["import", file.to_str().unwrap()]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("register.zip"), "{out}");
    assert!(!data.join("staged").exists() || fs::read_dir(data.join("staged")).unwrap().next().is_none());
}

#[test]
fn an_unknown_file_is_reported_and_the_others_are_loaded() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = write(folder.path(), 3);
    let file = folder.path().join("letter.txt");
    fs::write(&file, "Dear hospital,\nthank you.\n").unwrap();
    let (code, out, _) = said(&data, &["import", file.to_str().unwrap(), package.to_str().unwrap()]);
    assert_eq!(code, 3, "{out}");
    assert!(out.contains("letter.txt: not recognised, nothing usable"), "{out}");
    let (code, out, _) = said(&data, &["import", "--json", folder.path().join("gone.csv").to_str().unwrap()]);
    assert_eq!(code, 1);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["files"][0]["staged"], "nothing usable");
}

#[test]
fn the_same_bytes_again_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = write(folder.path(), 3);
    for fate in ["staged", "already there"] {
        let (code, out, _) = said(&data, &["import", package.to_str().unwrap()]);
        assert_eq!(code, 0);
        assert!(out.contains(fate), "{out}");
    }
}

#[test]
fn what_is_missing_is_said_with_what_to_try() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for (words, code, hint) in [
        (&["publish"][..], 1, "monosashi import"),
        (&["export", "/nowhere/at/all"][..], 1, "monosashi import"),
        (&["unstage", "abc"][..], 1, "abc"),
        (&["import"][..], 2, "Usage"),
        (&["publish", "--as-of", "yesterday"][..], 2, "2025-06-01"),
        (&["import", "--period", "2024", "a.csv"][..], 2, "START/END"),
        (&["fly"][..], 2, "Usage"),
    ] {
        let (exit, _, err) = said(&data, words);
        assert_eq!(exit, code, "{words:?}: {err}");
        assert!(err.contains(hint), "{words:?}: {err}");
    }
}

#[test]
fn a_correction_and_a_reply_become_public_with_the_next_publish() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 12));
    let corrections = folder.path().join("corrections.csv");
    let was = 34.0 / 201.0;
    let text = format!(
        "hospital_id,measure_id,period_start,period_end,stratum,was,is,why_ja,why_en,date\n\
         made-0001,made-readmission,2022-04-01,2023-03-31,,{was},0.05,数え間違い,Miscounted,2025-06-10\n"
    );
    fs::write(&corrections, text).unwrap();
    let comments = folder.path().join("comments.csv");
    fs::write(
        &comments,
        "hospital_id,measure_id,period_end,kind,date,text_ja,text_en\n\
         made-0002,made-readmission,2023-03-31,explanation,2025-06-11,重い患者さんが多い年でした。,A year with many severe cases.\n",
    )
    .unwrap();
    let (code, out, err) = said(&data, &["reply", corrections.to_str().unwrap()]);
    assert_eq!(code, 1, "{out}");
    assert!(err.contains("hospital_id, measure_id, period_end, kind"), "{err}");
    for (words, file) in [("correct", &corrections), ("reply", &comments)] {
        let (code, out, err) = said(&data, &[words, file.to_str().unwrap()]);
        assert_eq!(code, 0, "{out}{err}");
        assert!(out.contains("next `monosashi publish`"), "{out}");
    }
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    let exported = folder.path().join("exported");
    assert_eq!(said(&data, &["export", exported.to_str().unwrap()]).0, 0);
    assert!(fs::read_to_string(exported.join("corrections.csv")).unwrap().contains("数え間違い"));
    assert!(fs::read_to_string(exported.join("comments.csv")).unwrap().contains("A year with many severe cases."));
}

#[test]
fn a_correction_that_does_not_fit_is_refused_with_the_name_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 12));
    let letter = folder.path().join("letter-of-march.csv");
    let head = "hospital_id,measure_id,period_start,period_end,stratum,was,is,why_ja,why_en,date\n";
    fs::write(&letter, format!("{head}made-0001,made-readmission,2022-04-01,2023-03-31,,0.9,0.1,,,2025-01-01\n"))
        .unwrap();
    let (code, _, err) = said(&data, &["correct", letter.to_str().unwrap()]);
    assert!(code == 3 && err.contains("no such value") && err.contains("neither why_ja nor why_en"), "{code} {err}");
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    let told = format!("{out}{err}");
    let line = told.lines().find(|line| line.contains("the correction of made-0001")).unwrap_or(&told);
    assert!(line.contains("letter-of-march.csv"), "{line}");
}

#[test]
fn a_list_of_events_is_known_by_its_content_and_marks_what_it_touches() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 12));
    let file = folder.path().join("what-happened.csv");
    let head = "area_code,hospital_id,kind,start,end,text_ja,text_en,source\n";
    fs::write(&file, format!("{head}01,,eruption,2022-05-01,,,,\n")).unwrap();
    let (code, out, _) = said(&data, &["check", file.to_str().unwrap()]);
    assert_ne!(code, 0);
    assert!(out.contains("disaster, outbreak"), "{out}");
    fs::write(
        &file,
        format!("{head}01,,disaster,2022-05-01,2022-06-30,大雨,Heavy rain,県\n77,,outbreak,2022-05-01,,,,\n"),
    )
    .unwrap();
    let (code, out, err) = said(&data, &["import", file.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("2 events"), "{out}");
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(format!("{out}{err}").contains("no hospital lies in the area \"77\""), "{out}{err}");
    let exported = folder.path().join("exported");
    assert_eq!(said(&data, &["export", exported.to_str().unwrap()]).0, 0);
    assert!(fs::read_to_string(exported.join("events.csv")).unwrap().contains("Heavy rain"));
}

#[test]
fn a_doctor_says_what_is_there_and_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (code, out, _) = said(&data, &["doctor"]);
    assert_eq!(code, 1);
    assert!(out.contains("monosashi import"), "{out}");
    let package = write(folder.path(), 12);
    publish(&data, &package);
    let (code, out, _) = said(&data, &["doctor"]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("package-12 (package)") && out.contains(", current)"), "{out}");
    for raw in fs::read_dir(data.join("raw")).unwrap().flatten() {
        let mut bytes = fs::read(raw.path()).unwrap();
        bytes[0] ^= 1;
        fs::write(raw.path(), bytes).unwrap();
        let (code, out, _) = said(&data, &["doctor"]);
        assert!(code == 1 && out.contains("no longer those that were imported"), "{out}");
        fs::remove_file(raw.path()).unwrap();
    }
    let (code, out, _) = said(&data, &["doctor"]);
    assert_eq!(code, 1);
    assert!(out.contains("its bytes are gone") && out.contains("unstage"), "{out}");
}

#[test]
fn a_doctor_looks_at_what_a_server_needs_around_its_data() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 3));
    let public = ["doctor", "--addr", "0.0.0.0:3000"];
    let named = ["doctor", "--trust-proxy", "--url", "https://example.jp", "--contact", "desk@example.jp"];
    let misled = std::process::Command::new(crate::demo::PROGRAM)
        .args(["--data", data.to_str().unwrap(), "doctor"])
        .env("MONOSASHI_SITE", folder.path())
        .output()
        .unwrap();
    assert!(!misled.status.success() && String::from_utf8_lossy(&misled.stdout).contains("which MONOSASHI_SITE names"));
    let (code, out, _) = said(&data, &public);
    assert!(code == 1 && out.contains("2 problems") && out.contains("--url") && out.contains("--contact"), "{out}");
    let (code, out, _) = said(&data, &named);
    assert!(code == 0 && out.contains("MB are free") && out.contains("draw Japanese"), "{out}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let desk = data.join("desk.sqlite");
        fs::write(&desk, "").unwrap();
        fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&desk, fs::Permissions::from_mode(0o644)).unwrap();
        let (code, out, _) = said(&data, &named);
        assert!(code == 1 && out.contains("everybody on this machine can read"), "{out}");
        fs::set_permissions(&desk, fs::Permissions::from_mode(0o600)).unwrap();
    }
    for (bytes, hint) in [(&[0_u8; 0][..], "letters that wait: 0"), (b"no database at all", "--forms closed")] {
        fs::write(data.join("desk.sqlite"), bytes).unwrap();
        let (code, out, _) = said(&data, &named);
        assert!((code == 0) == bytes.is_empty() && out.contains(hint), "{out}");
    }
    assert_eq!(said(&data, &[&named[..], &["--forms", "closed"]].concat()).0, 0);
}

#[test]
fn a_check_shows_what_would_be_loaded_and_keeps_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = write(folder.path(), 3);
    let (code, out, _) = said(&data, &["check", package.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("would be loaded") && out.contains("made-0000 架空第0病院 (架空市)\n"), "{out}");
    let places = package.join("hospitals.csv");
    fs::write(&places, fs::read_to_string(&places).unwrap().replace("架空市", "")).unwrap();
    let (_, out, _) = said(&data, &["check", package.to_str().unwrap()]);
    assert!(out.contains("made-0000 架空第0病院\n"), "{out}");
    assert!(!data.exists());
}

/// Runs the program where no file may grow beyond so many blocks of 512 bytes: to a program this is a disk that is full.
#[cfg(unix)]
fn on_a_full_disk(data: &std::path::Path, blocks: u32, words: &[&str]) -> (i32, String) {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" --data \"$@\"");
    let mut command = std::process::Command::new("sh");
    let output = command.args(["-c", &script, crate::demo::PROGRAM]).arg(data).args(words).output().unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
#[cfg(unix)]
fn a_disk_that_is_full_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 12));
    let names = |inside: &str| -> Vec<String> {
        let entries = fs::read_dir(data.join(inside)).unwrap().flatten();
        let mut names: Vec<String> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let before =
        (names("raw"), names("staged"), names("releases"), fs::read_link(data.join("releases/current")).unwrap());
    let larger = write(folder.path(), 300);
    let (code, err) = on_a_full_disk(&data, 16, &["import", larger.to_str().unwrap()]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("could not be written") && err.contains("Nothing was changed"), "{err}");
    assert_eq!((names("raw"), names("staged")), (before.0.clone(), before.1.clone()));
    assert_eq!(said(&data, &["import", larger.to_str().unwrap()]).0, 0);
    let (code, err) = on_a_full_disk(&data, 64, &["publish"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("monosashi:") && err.contains(".sqlite"), "{err}");
    assert_eq!((names("releases"), fs::read_link(data.join("releases/current")).unwrap()), (before.2, before.3));
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn facilities_that_are_not_linked_surely_are_listed_and_decided_by_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_string()
    };
    let register = file(
        "register.csv",
        "ID,正式名称,都道府県コード,市区町村コード,所在地,機関区分,合計病床数\n\
         1310001,架空井上病院,13,101,東京都千代田区,1,100\n1310002,架空会井上病院,13,101,東京都千代田区,1,90\n",
    );
    let panel = file(
        "panel.csv",
        "市町村番号,都道府県名,市町村名,施設名_最新,年度,施設名,告示番号,通番,退院患者数,在院日数_平均,在院日数_変動係数,在院日数_Q1,在院日数_中央,在院日数_Q3,再入院_同一疾患_期間内,転帰_医療資源を最も投入した傷病による死亡,転帰_医療資源を最も投入した傷病以外による死亡,予定外入院_率\n\
         13101,東京都,千代田区,医療法人架空会 井上記念病院,2022,医療法人架空会 井上記念病院,30001,30002,1000,12,0.8,4,9,16,0.03,0.02,0.005,0.4\n",
    );
    said(&data, &["import", &register, &panel]);
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("To review: 1 of 1"), "{out}");
    let review = data.join("review/facilities.csv");
    let list = fs::read_to_string(&review).unwrap();
    assert!(list.contains("dpc:2022,30001,,医療法人架空会 井上記念病院"), "{list}");
    // an untouched list decides nothing; what is written into it does
    said(&data, &["import", review.to_str().unwrap()]);
    fs::write(&review, list.replace("dpc:2022,30001,,", "dpc:2022,30001,jp-1310002,")).unwrap();
    assert_eq!(said(&data, &["import", review.to_str().unwrap()]).0, 0);
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("To review: 0 of 1"), "{out}");
    let package = folder.path().join("package");
    assert_eq!(said(&data, &["export", package.to_str().unwrap()]).0, 0);
    let observations = fs::read_to_string(package.join("observations.csv")).unwrap();
    assert!(observations.contains("jp-1310002,jp-dpc-los"), "{observations}");
}
