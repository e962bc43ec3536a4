//! Is anything unfinished: a panic where an error belongs, a note for later, a test that does not run?

use super::Complaint;
use super::rust_text::{Part, all_code, lines};
use crate::tree::Tree;

const PANICS: &[&str] = &[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
const NOTES: &[&str] = &["TODO", "FIXME", "XXX:"];
const IDLE_TESTS: &[&str] = &["#[ignore", "thread::sleep", "time::sleep"];

/// Panics outside tests.
pub fn panics(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree.rust() {
        for (number, line) in lines(file, Part::Code) {
            if let Some(panic) = PANICS.iter().find(|panic| line.contains(**panic)) {
                complaints.push(Complaint::at(&file.path, number, format!("`{panic}` panics: return an error")));
            }
        }
    }
    Ok(complaints)
}

/// Notes for later, and tests that are skipped or wait.
pub fn left_for_later(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree.ending_in(&[".rs", ".ts", ".css", ".sql", ".md", ".toml"]) {
        // This file has to name what it looks for.
        if file.path.ends_with("tidy/unfinished.rs") {
            continue;
        }
        for (index, line) in file.text.lines().enumerate() {
            if let Some(note) = NOTES.iter().find(|note| line.contains(**note)) {
                complaints.push(Complaint::at(&file.path, index + 1, format!("`{note}`: do it now or file an issue")));
            }
        }
    }
    for file in tree.rust().filter(|file| !file.path.starts_with("xtask/")) {
        for (number, line) in all_code(&file.text) {
            if let Some(idle) = IDLE_TESTS.iter().find(|idle| line.contains(**idle)) {
                complaints.push(Complaint::at(&file.path, number, format!("`{idle}`: a test runs, and does not wait")));
            }
        }
    }
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_outside_tests_is_noticed() {
        let text =
            "let a = b.unwrap();\nlet c = d.unwrap_or(1);\n#[cfg(test)]\nmod tests {\n    fn a() { b.unwrap(); }\n}";
        let complaints = panics(&Tree::of(&[("a.rs", text)])).unwrap();
        assert_eq!(complaints, [Complaint::at("a.rs", 1, "`.unwrap()` panics: return an error")]);
    }

    #[test]
    fn a_note_for_later_and_a_test_that_does_not_run_are_noticed() {
        let tree = Tree::of(&[("a.rs", "// TODO: later\n#[ignore]\nfn a() {}"), ("b.css", "/* FIXME */")]);
        assert_eq!(left_for_later(&tree).unwrap().len(), 3);
    }
}
