//! Which crate may use which, and where does each library belong?

use super::Complaint;
use super::rust_text::{Part, has_word, lines};
use crate::members::{self, Member};
use crate::tree::Tree;

/// What each crate of the workspace may use of the others: the picture in docs/ARCHITECTURE.md.
const ARROWS: &[(&str, &[&str])] = &[
    ("app", &["charts", "content", "domain", "i18n", "reports"]),
    ("bindings", &[]),
    ("charts", &["i18n"]),
    ("content", &["domain"]),
    ("demonstration", &["domain"]),
    ("documents", &["content", "domain", "statistics"]),
    ("domain", &["statistics"]),
    ("i18n", &[]),
    ("importers", &["content", "domain"]),
    ("raster", &[]),
    ("reports", &["charts", "content", "demonstration", "domain", "i18n", "statistics", "store"]),
    ("same-numbers", &["statistics"]),
    ("scratch-database", &[]),
    (
        "server",
        &["app", "charts", "content", "demonstration", "domain", "i18n", "importers", "raster", "reports", "store"],
    ),
    ("statistics", &[]),
    ("store", &["domain"]),
    ("xtask", &[]),
];

/// The crates that may use a library (or a family of libraries, by prefix).
const HOMES: &[(&str, &[&str])] = &[
    ("axum", &["server"]),
    ("hyper", &["server"]),
    ("leptos", &["app", "server"]),
    ("plotters", &["charts"]),
    ("resvg", &["raster"]),
    ("serde", &["app", "content", "demonstration", "importers", "server", "xtask"]),
    ("sqlx", &["scratch-database", "store"]),
    ("tower", &["server"]),
];

/// The folders of `app` in which values cross a border.
const SERDE_IN_APP: &[&str] = &["app/src/islands/", "app/src/server_fns/"];

/// Crates that use a crate above or beside them.
pub fn forbidden_arrows(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let members = members::read(tree)?;
    let mut complaints = Vec::new();
    for member in members.iter() {
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == member.name) else {
            complaints.push(complaint(member, "is not on the map: change the map and its table in xtask first"));
            continue;
        };
        for used in member.uses().filter(|used| members.contains(used) && !allowed.contains(used)) {
            complaints.push(complaint(member, &format!("may not use `{used}`: arrows only point down")));
        }
    }
    Ok(complaints)
}

/// Libraries used by a crate that is not their home.
pub fn homeless_libraries(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for member in members::read(tree)?.iter() {
        for library in member.uses() {
            let home = HOMES.iter().find(|(family, _)| belongs_to(library, family));
            if let Some((_, homes)) = home.filter(|(_, homes)| !homes.contains(&member.name.as_str())) {
                complaints
                    .push(complaint(member, &format!("may not use `{library}`: it lives in {}", homes.join(", "))));
            }
        }
    }
    Ok(complaints)
}

/// Serde in the pages, which never leave the server as data.
pub fn serde_inside(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    let pages = tree.rust().filter(|file| file.path.starts_with("app/src/"));
    for file in pages.filter(|file| !SERDE_IN_APP.iter().any(|border| file.path.starts_with(border))) {
        for (number, line) in lines(file, Part::Code) {
            if ["serde", "Serialize", "Deserialize"].iter().any(|word| has_word(&line, word)) {
                let says = "only server functions and the props of islands cross a border";
                complaints.push(Complaint::at(&file.path, number, says));
            }
        }
    }
    Ok(complaints)
}

fn belongs_to(library: &str, family: &str) -> bool {
    library.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
}

fn complaint(member: &Member, says: &str) -> Complaint {
    Complaint::about(&format!("{}/Cargo.toml", member.folder), format!("`{}` {says}", member.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(domain: &'static str) -> Tree {
        Tree::of(&[
            ("Cargo.toml", "[workspace]\nmembers = ['crates/domain', 'crates/store']"),
            ("crates/domain/Cargo.toml", domain),
            ("crates/store/Cargo.toml", "[package]\nname = 'store'\n[dependencies]\nsqlx = '0.9'\ndomain = '1'"),
        ])
    }

    #[test]
    fn an_arrow_that_points_up_is_noticed() {
        let right = workspace("[package]\nname = 'domain'\n[dev-dependencies]\nstore = '1'");
        assert_eq!(forbidden_arrows(&right).unwrap(), []);
        let wrong = workspace("[package]\nname = 'domain'\n[dependencies]\nstore = '1'");
        assert_eq!(forbidden_arrows(&wrong).unwrap().len(), 1);
        let unknown = workspace("[package]\nname = 'everything'");
        assert_eq!(forbidden_arrows(&unknown).unwrap().len(), 1);
    }

    #[test]
    fn a_library_away_from_home_is_noticed() {
        let wrong =
            workspace("[package]\nname = 'domain'\n[dependencies]\nserde_json = '1'\nsqlx = '1'\nserdefoo = '1'");
        assert_eq!(homeless_libraries(&wrong).unwrap().len(), 2);
    }

    #[test]
    fn serde_in_a_page_is_noticed() {
        let text = "//! A.\nuse serde::Serialize;\n";
        let tree = Tree::of(&[("app/src/site/a.rs", text), ("app/src/islands/b.rs", text)]);
        assert_eq!(serde_inside(&tree).unwrap().len(), 1);
    }
}
