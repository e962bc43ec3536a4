//! Can a number reach a reader without its caveats? Only who holds the `Seal` can make a `Disclosed` value.

use super::Complaint;
use super::rust_text::{all_code, has_word};
use crate::tree::Tree;

const HOLDERS: &[&str] = &["crates/domain/", "crates/reports/"];

/// Mentions of the seal outside the crates that hold it.
pub fn broken(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree.rust().filter(|file| !HOLDERS.iter().any(|holder| file.path.starts_with(holder))) {
        for (number, _) in all_code(&file.text).iter().filter(|(_, line)| has_word(line, "Seal")) {
            let says = "only reports may make a disclosed value: take a `Disclosed<T>` that it made";
            complaints.push(Complaint::at(&file.path, *number, says));
        }
    }
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_makes_its_own_disclosed_value_is_noticed() {
        let page = "//! Page.\nuse domain::disclosure::Seal;\n";
        let tree = Tree::of(&[("app/src/site/pages/a.rs", page), ("crates/reports/src/a.rs", page)]);
        let complaints = broken(&tree).unwrap();
        assert_eq!(complaints.len(), 1);
        assert_eq!((complaints[0].path.as_str(), complaints[0].line), ("app/src/site/pages/a.rs", 2));
    }
}
