//! Can a stranger find a file and read it in one go?

use super::Complaint;
use crate::tree::Tree;

const MOST_LINES: usize = 500;

/// Names that could hold anything.
const EMPTY_NAMES: &[&str] = &["common", "core", "helpers", "manager", "managers", "misc", "util", "utils"];

/// Rust files that do not start by saying what they are for.
pub fn without_question(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let silent = tree.rust().filter(|file| !file.text.starts_with("//! "));
    Ok(silent.map(|file| Complaint::at(&file.path, 1, "start with `//!` and the question the file answers")).collect())
}

/// Rust files of 500 lines or more.
pub fn too_long(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let counted = tree.rust().map(|file| (file, file.text.lines().count()));
    let long = counted.filter(|(_, lines)| *lines >= MOST_LINES);
    Ok(long.map(|(file, lines)| Complaint::about(&file.path, format!("{lines} lines: split by question"))).collect())
}

/// Files and folders whose name answers no question.
pub fn empty_names(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree.files() {
        let parts = file.path.split('/').map(|part| part.split('.').next().unwrap_or(part));
        if let Some(name) = parts.into_iter().find(|part| EMPTY_NAMES.contains(part)) {
            complaints.push(Complaint::about(&file.path, format!("`{name}` could hold anything: name the question")));
        }
    }
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_noticed() {
        let tree = Tree::of(&[("a.rs", "//! Why?\n"), ("b.rs", "use a;\n")]);
        assert_eq!(without_question(&tree).unwrap().len(), 1);
    }

    #[test]
    fn a_long_file_is_noticed() {
        let (short, long) = ("//! Line.\n".repeat(499), "//! Line.\n".repeat(500));
        let tree = Tree::of(&[("a.rs", &short), ("b.rs", &long)]);
        assert_eq!(too_long(&tree).unwrap(), [Complaint::about("b.rs", "500 lines: split by question")]);
    }

    #[test]
    fn a_name_that_could_hold_anything_is_noticed() {
        let tree = Tree::of(&[("a/src/utils.rs", ""), ("a/src/common/b.rs", ""), ("a/src/commons.rs", "")]);
        assert_eq!(empty_names(&tree).unwrap().len(), 2);
    }
}
