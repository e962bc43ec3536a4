//! Can a report leave a number out without saying why?

use super::Complaint;
use super::rust_text::{Part, lines};
use crate::tree::Tree;

const NUMBERS: &[&str] = &["Option<f64>", "Option<f32>"];

/// What is computed on publish and kept in the release, before a report is made of it.
const BEFORE_A_REPORT: &str = "crates/reports/src/publish";

/// Public fields of reports that are a number or nothing.
pub fn without_reason(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree
        .rust()
        .filter(|file| file.path.starts_with("crates/reports/src/"))
        .filter(|file| !file.path.starts_with(BEFORE_A_REPORT))
    {
        for (number, line) in lines(file, Part::Code) {
            let is_field = line.trim_start().starts_with("pub ") && !line.contains(" fn ");
            if is_field && NUMBERS.iter().any(|kind| line.contains(kind)) {
                let says = "a missing value has a reason: use a type that carries it instead of an optional number";
                complaints.push(Complaint::at(&file.path, number, says));
            }
        }
    }
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_optional_number_in_a_report_is_noticed() {
        let tree = Tree::of(&[
            (
                "crates/reports/src/a.rs",
                "//! A.\npub struct A {\n    pub value: Option<f64>,\n    kept: Option<f64>,\n}",
            ),
            ("crates/reports/src/b.rs", "pub const fn number(self) -> Option<f64> {"),
            ("crates/reports/src/publish/c.rs", "pub phi: Option<f64>,"),
            ("crates/store/src/a.rs", "pub value: Option<f64>,"),
        ]);
        assert_eq!(without_reason(&tree).unwrap().len(), 1);
    }
}
