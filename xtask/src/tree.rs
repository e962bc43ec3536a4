//! Which text files does the project consist of? Read once, then asked by `tidy` and by the hash of the WebAssembly.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

/// One file of the project.
pub struct File {
    /// Its path from the root of the project, with `/`.
    pub path: String,
    /// What is in it.
    pub text: String,
    /// Whether it is Rust that is only compiled for tests.
    pub is_test: bool,
}

/// The text files of the project, in the order of their paths.
pub struct Tree {
    files: BTreeMap<String, File>,
}

/// Folders that hold nothing written by hand.
const NOT_OURS: &[&str] =
    &[".git", "data", "end2end/node_modules", "end2end/playwright-report", "end2end/test-results", "target"];

impl Tree {
    /// Reads the project below `root`; files that are not text are left out.
    pub fn read(root: &Path) -> anyhow::Result<Self> {
        let mut tree = Tree { files: BTreeMap::new() };
        tree.read_folder(root, "")?;
        tree.mark_tests();
        Ok(tree)
    }

    /// A project that exists only in a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Tree { files: BTreeMap::new() };
        for (path, text) in files {
            tree.insert((*path).to_string(), (*text).to_string());
        }
        tree.mark_tests();
        tree
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.values()
    }

    /// The files whose path ends in one of these.
    pub fn ending_in<'a>(&'a self, endings: &'a [&'a str]) -> impl Iterator<Item = &'a File> {
        self.files().filter(|file| endings.iter().any(|ending| file.path.ends_with(ending)))
    }

    /// Our own Rust.
    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.ending_in(&[".rs"])
    }

    /// One file, if it is there.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|file| file.text.as_str())
    }

    fn insert(&mut self, path: String, text: String) {
        let is_test = path.contains("/tests/") || path.contains("/benches/");
        let file = File { path: path.clone(), text, is_test };
        self.files.insert(path, file);
    }

    /// Marks the files that another file declares as `#[cfg(test)] mod name;`.
    fn mark_tests(&mut self) {
        let declared: Vec<String> = self.rust().flat_map(test_modules).collect();
        for path in declared {
            if let Some(file) = self.files.get_mut(&path) {
                file.is_test = true;
            }
        }
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) -> anyhow::Result<()> {
        let entries = fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                if !NOT_OURS.contains(&path.as_str()) {
                    self.read_folder(&entry.path(), &format!("{path}/"))?;
                }
                continue;
            }
            // A file may go away between the listing and the reading, and a picture is not text.
            if let Ok(text) = fs::read_to_string(entry.path()) {
                self.insert(path, text);
            }
        }
        Ok(())
    }
}

/// Where the test modules of a file can be: beside `lib.rs`, `main.rs` and `mod.rs`, below any other file.
fn test_modules(file: &File) -> Vec<String> {
    let stem = file.path.trim_end_matches(".rs");
    let (parent, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let folder = if ["lib", "main", "mod"].contains(&name) { parent } else { stem };
    let after = file.text.split("#[cfg(test)]\nmod ").skip(1);
    let names = after.filter_map(|text| text.split_once(';')).map(|(name, _)| name);
    let names = names.filter(|name| !name.contains(char::is_whitespace));
    names.map(|name| format!("{folder}/{name}.rs")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_declared_for_tests_is_a_test() {
        let tree = Tree::of(&[
            ("a/src/lib.rs", "#[cfg(test)]\nmod whole;\nmod b;\n"),
            ("a/src/b.rs", "#[cfg(test)]\nmod tests;\n"),
            ("a/src/b/tests.rs", ""),
            ("a/src/whole.rs", ""),
            ("a/tests/c.rs", ""),
        ]);
        let tests: Vec<_> = tree.files().filter(|file| file.is_test).map(|file| &file.path).collect();
        assert_eq!(tests, ["a/src/b/tests.rs", "a/src/whole.rs", "a/tests/c.rs"]);
    }
}
