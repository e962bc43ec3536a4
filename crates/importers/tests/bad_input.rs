//! Is every kind of bad file answered with what is wrong, where, and what to try?

mod xlsx;

use domain::issue::{Issue, IssueKind, Severity};
use importers::{Options, RawInput, Reading, load_path, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn from(name: &str, bytes: &[u8]) -> Reading {
    read(&RawInput { name: name.to_string(), bytes: bytes.to_vec() }, &Options::default())
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap_or_default();
        zip.write_all(bytes).unwrap_or_default();
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn check(name: &str, bytes: &[u8], kind: IssueKind, words: &str) {
    let reading = from(name, bytes);
    assert!(reading.batch.is_none(), "{name} gave records");
    let fits = |i: &Issue| i.kind == kind && i.severity == Severity::Blocking && i.to_string().contains(words);
    assert!(reading.issues.iter().any(fits), "{name}: {:?}", reading.issues);
}

#[test]
fn files_of_which_nothing_can_be_used_say_why() {
    let register = include_bytes!("fixtures/navii.csv");
    let zip = zipped(&[("navii.csv", register)]);
    let book = xlsx::workbook(&[("施設", xlsx::rows("a|b\n1|2"))]);
    check("empty.csv", b"", IssueKind::Damaged, "empty");
    check("cut.zip", &zip[..zip.len() / 2], IssueKind::Damaged, "fetch the file again");
    check("cut.xlsx", &book[..book.len() / 2], IssueKind::Damaged, "fetch the file again");
    check("photo.csv", &[0x89, b'P', b'N', b'G', 0, 0, 0, 13], IssueKind::UnknownFile, "neither text nor a workbook");
    check("old.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], IssueKind::Damaged, "save it as .xlsx");
    check("letter.txt", "拝啓　時下ますます".as_bytes(), IssueKind::UnknownFile, "--recipe");
    check("table.csv", b"a,b,c\n1,2,3\n", IssueKind::UnknownFile, "--recipe");
    check("book.xlsx", &book, IssueKind::UnknownFile, "--recipe");
    check("empty.zip", &zipped(&[]), IssueKind::UnknownFile, "");
}

#[test]
fn a_missing_column_is_named_with_what_was_found() {
    let text = include_str!("fixtures/navii.csv").replace("\"都道府県コード\"", "\"県\"");
    check("navii.csv", text.as_bytes(), IssueKind::MissingColumn, "column \"都道府県コード\"");
    let panel = include_str!("fixtures/dpc_panel.csv").replace("告示番号", "番号");
    check("panel.csv", panel.as_bytes(), IssueKind::MissingColumn, "column \"告示番号\"");
    let panel = include_str!("fixtures/dpc_panel.csv").replace("予定外入院_率", "予定外");
    let reading = from("panel.csv", panel.as_bytes());
    assert!(reading.batch.is_some_and(|b| !b.observations.is_empty()));
    let missing: Vec<&Issue> = reading.issues.iter().filter(|i| i.kind == IssueKind::MissingColumn).collect();
    assert!(missing.iter().any(|i| i.column == "予定外入院_率" && i.message.contains("予定外")), "{missing:?}");
}

#[test]
fn a_register_in_cp932_is_read_and_said_to_be() {
    let text = include_str!("fixtures/navii.csv").trim_start_matches('\u{FEFF}');
    let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(text);
    let reading = from("navii.csv", &bytes);
    assert_eq!(reading.batch.map(|b| b.hospitals[0].name.clone()).as_deref(), Some("架空中央病院"));
    assert!(reading.issues.iter().any(|i| i.kind == IssueKind::Encoding));
}

#[test]
fn a_zip_may_hold_several_tables_and_things_nobody_knows() {
    let zip = zipped(&[
        ("a/navii_20250601.csv", include_bytes!("fixtures/navii.csv")),
        ("a/readmissions.csv", include_bytes!("fixtures/cms_readmissions.csv")),
        ("readme.txt", b"hello"),
        ("__MACOSX/x", b"\0\0"),
    ]);
    let reading = from("all.zip", &zip);
    assert_eq!(reading.kind, "navii-register+us-cms-2024-readmissions");
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!((batch.hospitals.len(), batch.sources.len()), (5, 2));
    assert_eq!(batch.sources[0].published.unwrap().to_string(), "2025-06-01");
    assert!(reading.issues.iter().all(|i| i.severity != Severity::Blocking));
    assert!(reading.issues.iter().any(|i| i.kind == IssueKind::UnknownFile && i.sheet == "readme.txt"));
}

#[test]
fn archives_that_expand_too_far_or_point_outside_are_refused() {
    let bomb = zipped(&[("navii.csv", &vec![b' '; 60_000_000])]);
    check("bomb.zip", &bomb, IssueKind::TooLarge, "expands");
    check("out.zip", &zipped(&[("../../etc/passwd", b"x")]), IssueKind::Damaged, "points out of the archive");
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>".to_string();
    let reading = from("far.xlsx", &xlsx::workbook_of_parts(&[("a", far)]));
    assert!(reading.batch.is_none());
    assert!(reading.issues.iter().any(|i| i.message.contains("far outside a table")), "{:?}", reading.issues);
}

#[test]
fn a_folder_gives_the_same_bytes_every_time() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("b.csv"), include_bytes!("fixtures/navii.csv")).unwrap();
    std::fs::write(folder.path().join("a.csv"), include_bytes!("fixtures/shmi.csv")).unwrap();
    let (first, second) = (load_path(folder.path()).unwrap(), load_path(folder.path()).unwrap());
    assert_eq!(first, second);
    assert!(read(&first, &Options::default()).batch.is_some());
    assert_eq!(load_path(&folder.path().join("none.csv")).unwrap_err().kind, IssueKind::Damaged);
}
