//! Which small fictional packages are handed to the command line?

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::demo::PROGRAM;

const MANIFEST: &str = r#"{
  "name": "made-up", "title": "架空の県", "created": "2025-06-01T00:00:00Z", "fictional": true,
  "resources": [
    {"name": "hospitals", "path": "hospitals.csv"},
    {"name": "measures", "path": "measures.csv"},
    {"name": "observations", "path": "observations.csv"}
  ]
}"#;

/// Writes a package of so many hospitals with five years of two measures.
pub fn write(folder: &Path, hospitals: usize) -> PathBuf {
    let package = folder.join(format!("package-{hospitals}"));
    let mut places = "id,name,country,region_code,municipality\n".to_string();
    let mut values =
        "hospital_id,measure_id,period_start,period_end,numerator,denominator,value,status,raw\n".to_string();
    for n in 0..hospitals {
        writeln!(places, "made-{n:04},架空第{n}病院,JP,{:02},架空市", n % 47 + 1).unwrap();
        for year in 2018..2023 {
            let (events, patients) = (5 + (n * 7 + year) % 40, 200 + n % 300);
            #[allow(clippy::cast_precision_loss)]
            let share = events as f64 / patients as f64;
            let days = format!("{year}-04-01,{}-03-31", year + 1);
            writeln!(values, "made-{n:04},made-readmission,{days},{events},{patients},{share},reported,{share}")
                .unwrap();
            writeln!(values, "made-{n:04},made-falls,{days},,,,too_few,-").unwrap();
        }
    }
    let measures = "id,name_ja,name_en,kind,direction,topic,measure_type,risk_adjusted\n\
        made-falls,転倒,Falls,proportion,lower,safety,outcome,\n\
        made-readmission,再入院,Readmission,proportion,lower,outcomes,outcome,false\n";
    tables(
        &package,
        &[
            ("datapackage.json", MANIFEST),
            ("hospitals.csv", &places),
            ("measures.csv", measures),
            ("observations.csv", &values),
        ],
    );
    package
}

/// Writes the tables of a package into a new folder.
pub fn tables(package: &Path, tables: &[(&str, &str)]) {
    fs::create_dir_all(package).unwrap();
    for (name, text) in tables {
        fs::write(package.join(name), text).unwrap();
    }
}

/// Runs the program on a data folder.
pub fn monosashi(data: &Path, words: &[&str]) -> Output {
    Command::new(PROGRAM).arg("--data").arg(data).args(words).output().unwrap()
}

/// Runs it, and gives exit code, standard output and standard error.
pub fn said(data: &Path, words: &[&str]) -> (i32, String, String) {
    let output = monosashi(data, words);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// Imports a package and publishes it.
pub fn publish(data: &Path, package: &Path) {
    let (code, out, err) = said(data, &["import", package.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    let (code, out, err) = said(data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
}
