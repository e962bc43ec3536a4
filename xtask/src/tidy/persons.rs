//! Could a row identify a professional or a patient?

use super::Complaint;
use super::rust_text::{all_code, words};
use crate::tree::Tree;

/// Names of columns and fields that would hold a person.
const PERSONS: &[&str] = &[
    "birth_date",
    "date_of_birth",
    "director_name",
    "doctor_id",
    "doctor_name",
    "nurse_id",
    "nurse_name",
    "patient_id",
    "patient_name",
    "person_id",
    "person_name",
    "physician_id",
    "physician_name",
    "staff_name",
    "surgeon",
    "surgeon_id",
    "surgeon_name",
];

/// Columns of the schema and names in the code that stand for a person.
pub fn identified(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree.ending_in(&[".rs", ".sql"]) {
        let code = if file.path.ends_with(".sql") { sql_code(&file.text) } else { all_code(&file.text) };
        for (number, line) in code {
            if let Some(word) = words(&line).find(|word| PERSONS.contains(&word.to_lowercase().as_str())) {
                let says = format!("`{word}` would identify a person: the site knows hospitals only");
                complaints.push(Complaint::at(&file.path, number, says));
            }
        }
    }
    Ok(complaints)
}

fn sql_code(text: &str) -> Vec<(usize, String)> {
    let lines = text.lines().map(|line| line.split("--").next().unwrap_or(line).to_string());
    lines.enumerate().map(|(index, line)| (index + 1, line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_or_field_for_a_person_is_noticed() {
        let tree = Tree::of(&[
            ("migrations/release/1.sql", "create table operation (\n  surgeon text not null -- who\n) strict;"),
            ("migrations/release/2.sql", "-- no surgeon here\ncreate table bed (id text) strict;"),
            ("crates/domain/src/a.rs", "struct A { patient_id: u32, doctors_per_100_beds: f64 }"),
            ("crates/domain/src/b.rs", "// surgeon\nlet a = \"surgeon\";"),
        ]);
        let paths: Vec<_> = identified(&tree).unwrap().into_iter().map(|complaint| complaint.path).collect();
        assert_eq!(paths, ["crates/domain/src/a.rs", "migrations/release/1.sql"]);
    }
}
