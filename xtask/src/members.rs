//! Which crates does the workspace have, and which of them uses which?

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use toml::{Table, Value};

use crate::tree::Tree;

/// One crate of the workspace.
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its folder, from the root of the project.
    pub folder: String,
    /// What it cannot do without.
    pub needs: BTreeSet<String>,
    /// What it uses when a feature asks for it.
    pub may_need: BTreeSet<String>,
    /// What its tests use.
    pub tests_need: BTreeSet<String>,
}

impl Member {
    /// Everything it uses outside its tests.
    pub fn uses(&self) -> impl Iterator<Item = &str> {
        self.needs.union(&self.may_need).map(String::as_str)
    }
}

/// All crates of the workspace, by name.
pub struct Members(BTreeMap<String, Member>);

/// Reads the manifests.
pub fn read(tree: &Tree) -> anyhow::Result<Members> {
    let workspace = manifest(tree, "Cargo.toml")?;
    let folders = workspace.get("workspace").and_then(|table| table.get("members")).and_then(Value::as_array);
    let folders = folders.context("Cargo.toml names no workspace members")?;
    let mut members = BTreeMap::new();
    for folder in folders.iter().filter_map(Value::as_str) {
        let member = member(folder, &manifest(tree, &format!("{folder}/Cargo.toml"))?)?;
        members.insert(member.name.clone(), member);
    }
    Ok(Members(members))
}

impl Members {
    /// The crates in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Member> {
        self.0.values()
    }

    /// Whether this is a crate of the workspace.
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The folders of a crate and of all crates of the workspace that it cannot do without.
    pub fn needed_by(&self, name: &str) -> BTreeSet<String> {
        let mut folders = BTreeSet::new();
        let mut waiting = vec![name];
        while let Some(member) = waiting.pop().and_then(|name| self.0.get(name)) {
            if folders.insert(member.folder.clone()) {
                waiting.extend(member.needs.iter().map(String::as_str).filter(|name| self.contains(name)));
            }
        }
        folders
    }
}

fn manifest(tree: &Tree, path: &str) -> anyhow::Result<Table> {
    let text = tree.text(path).with_context(|| format!("{path} is missing"))?;
    text.parse().with_context(|| format!("{path} is not TOML"))
}

fn member(folder: &str, manifest: &Table) -> anyhow::Result<Member> {
    let name = manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
    let mut member = Member {
        name: name.with_context(|| format!("{folder}/Cargo.toml has no name"))?.to_string(),
        folder: folder.to_string(),
        needs: BTreeSet::new(),
        may_need: BTreeSet::new(),
        tests_need: BTreeSet::new(),
    };
    for (dependency, how) in tables(manifest, &["dependencies", "build-dependencies"]) {
        let optional = how.get("optional").and_then(Value::as_bool).unwrap_or(false);
        let set = if optional { &mut member.may_need } else { &mut member.needs };
        set.insert(dependency.clone());
    }
    member.tests_need = tables(manifest, &["dev-dependencies"]).map(|(name, _)| name.clone()).collect();
    Ok(member)
}

/// The dependencies of these kinds, for every target.
fn tables<'a>(manifest: &'a Table, kinds: &'a [&'a str]) -> impl Iterator<Item = (&'a String, &'a Value)> {
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let everywhere = targets.filter_map(Value::as_table).chain([manifest]);
    everywhere
        .flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)))
        .filter_map(Value::as_table)
        .flat_map(Table::iter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_needs_what_app_cannot_do_without() {
        let tree = Tree::of(&[
            ("Cargo.toml", "[workspace]\nmembers = ['app', 'crates/domain', 'crates/store']"),
            (
                "app/Cargo.toml",
                "[package]\nname = 'app'\n[dependencies]\ndomain.workspace = true\nstore = { optional = true }",
            ),
            ("crates/domain/Cargo.toml", "[package]\nname = 'domain'\n[dependencies]\nlibm = '1'"),
            ("crates/store/Cargo.toml", "[package]\nname = 'store'"),
        ]);
        let members = read(&tree).unwrap();
        assert_eq!(members.needed_by("app"), BTreeSet::from(["app".to_string(), "crates/domain".to_string()]));
        assert_eq!(members.iter().count(), 3);
    }
}
