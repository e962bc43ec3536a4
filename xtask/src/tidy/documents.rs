//! Do the documents say what the code is?

use std::collections::BTreeSet;

use super::Complaint;
use crate::members;
use crate::tree::Tree;

const MAP: &str = "docs/ARCHITECTURE.md";
const API: &str = "docs/API.md";
const ROUTER: &str = "server/src/router.rs";

/// The map names every crate by its folder, and no crate that is not there.
pub fn map(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let Some(text) = tree.text(MAP) else {
        return Ok(vec![missing(MAP)]);
    };
    let members = members::read(tree)?;
    let named: BTreeSet<&str> = text
        .split(|character: char| !character.is_ascii_alphanumeric() && !"/-_".contains(character))
        .map(|word| word.trim_end_matches('/'))
        .collect();
    let folders: BTreeSet<&str> = members.iter().map(|member| member.folder.as_str()).collect();
    let forgotten = folders.difference(&named).map(|folder| format!("does not name the crate `{folder}`"));
    let invented = named
        .iter()
        .filter(|word| word.starts_with("crates/") && word.matches('/').count() == 1 && !folders.contains(*word))
        .map(|word| format!("names `{word}`, which is not a crate of the workspace"));
    Ok(forgotten.chain(invented).map(|says| Complaint::about(MAP, says)).collect())
}

/// Pages, and what only our own pages load: they are no doors for programs.
const FOR_READERS: &[&str] = &["/assets/", "/en/", "/ja/", "/pkg/", "/{locale}"];

/// The description of the API names every route of the router that is for programs, and no route that is not there.
pub fn routes(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let (Some(document), Some(router)) = (tree.text(API), tree.text(ROUTER)) else {
        let absent = [API, ROUTER].into_iter().filter(|path| tree.text(path).is_none());
        return Ok(absent.map(missing).collect());
    };
    let (served, described) = (served_routes(router), described_routes(document));
    let forgotten = served.difference(&described).map(|route| format!("does not describe the route `{route}`"));
    let invented = described.difference(&served).map(|route| format!("describes `{route}`, which is not served"));
    Ok(forgotten.chain(invented).map(|says| Complaint::about(API, says)).collect())
}

/// The first argument of every `.route(…)`.
fn served_routes(router: &str) -> BTreeSet<String> {
    let calls = router.split(".route(").skip(1);
    let paths = calls.filter_map(|call| call.trim_start().strip_prefix('"')?.split('"').next());
    doors(paths)
}

/// Every path between backticks that begins with a slash, without its query.
fn described_routes(document: &str) -> BTreeSet<String> {
    let quoted = document.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    let paths = quoted.flat_map(str::split_whitespace).map(|word| word.split('?').next().unwrap_or(word));
    doors(paths)
}

/// The doors for programs among some paths; a table is the same door as its list, and a wildcard is none.
fn doors<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let doors = paths.filter(|path| is_for_programs(path) && !path.contains("{*"));
    doors.map(|path| path.strip_suffix(".csv").unwrap_or(path).to_string()).collect()
}

fn is_for_programs(path: &str) -> bool {
    let is_for_readers = FOR_READERS.iter().any(|prefix| path.starts_with(prefix));
    path.len() > 1 && path.starts_with('/') && !is_for_readers
}

fn missing(path: &str) -> Complaint {
    Complaint::about(path, "is missing")
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKSPACE: (&str, &str) = ("Cargo.toml", "[workspace]\nmembers = ['app', 'crates/domain']");
    const APP: (&str, &str) = ("app/Cargo.toml", "[package]\nname = 'app'");
    const DOMAIN: (&str, &str) = ("crates/domain/Cargo.toml", "[package]\nname = 'domain'");

    #[test]
    fn a_crate_that_the_map_forgets_or_invents_is_noticed() {
        let right = Tree::of(&[WORKSPACE, APP, DOMAIN, (MAP, "`app/` and `crates/domain` (crates/domain/src/a.rs)")]);
        assert_eq!(map(&right).unwrap(), []);
        let wrong = Tree::of(&[WORKSPACE, APP, DOMAIN, (MAP, "app, crates/store")]);
        assert_eq!(map(&wrong).unwrap().len(), 2);
        assert_eq!(map(&Tree::of(&[WORKSPACE, APP, DOMAIN])).unwrap(), [missing(MAP)]);
    }

    #[test]
    fn a_route_that_the_description_forgets_or_invents_is_noticed() {
        let router = "Router::new().route(\"/{locale}/\", page)\n.route(\"/api/{*rest}\", none)\n.route(\"/api/v1/measures.csv\", c)\n.route(\"/healthz\", get(a))\n.route(\n    \"/api/v1/measures\",\n get(b))";
        let right = "`GET /healthz`\n| `/api/v1/measures?limit=` | all |";
        assert_eq!(routes(&Tree::of(&[(ROUTER, router), (API, right)])).unwrap(), []);
        let wrong = "`GET /healthz` and `/api/v1/doctors`";
        assert_eq!(routes(&Tree::of(&[(ROUTER, router), (API, wrong)])).unwrap().len(), 2);
        assert_eq!(routes(&Tree::of(&[])).unwrap().len(), 2);
    }
}
