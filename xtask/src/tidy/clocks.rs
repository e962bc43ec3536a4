//! Does anything but a tool look at the clock? clippy.toml forbids it; this looks at who asks for an exception.

use super::Complaint;
use super::rust_text::all_code;
use crate::tree::Tree;

const TOOLS: &[&str] = &["xtask/", "server/src/cli/"];

/// Exceptions from clippy.toml outside the tools.
pub fn read_elsewhere(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for file in tree.rust().filter(|file| !TOOLS.iter().any(|tool| file.path.starts_with(tool))) {
        for (number, line) in all_code(&file.text) {
            if line.contains("disallowed_methods") {
                let says =
                    "time, randomness and std's transcendental functions stay out: take the value as an argument";
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
    fn a_page_that_looks_at_the_clock_is_noticed() {
        let exception = "#[allow(clippy::disallowed_methods)]\nfn now() {}";
        let tree = Tree::of(&[("app/src/a.rs", exception), ("xtask/src/tell.rs", exception)]);
        assert_eq!(read_elsewhere(&tree).unwrap().len(), 1);
    }
}
