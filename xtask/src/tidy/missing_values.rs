//! Can a report leave a number out without saying why?

use super::Complaint;
use super::rust_text::{Part, lines};
use crate::tree::Tree;

const NUMBERS: &[&str] = &["Option<f64>", "Option<f32>"];

/// Public fields and functions of reports that are a number or nothing.
pub fn without_reason(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree
        .rust()
        .filter(|file| file.path.starts_with("crates/reports/src/"))
    {
        for (number, line) in lines(&file.path, &file.text, Part::Code) {
            if line.trim_start().starts_with("pub ")
                && NUMBERS.iter().any(|kind| line.contains(kind))
            {
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
            ("crates/store/src/a.rs", "pub value: Option<f64>,"),
        ]);
        assert_eq!(without_reason(&tree).unwrap().len(), 1);
    }
}
