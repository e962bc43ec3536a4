//! Does every query fit the schema? The answers of SQLite are kept in crates/store/.sqlx, so that building needs no
//! database.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::process::{self, cargo, root, target};
use crate::{Keep, tell};

/// The folders of the scripts, in the order in which they run. Table names of the two never clash.
const MIGRATIONS: &[&str] = &["migrations/release", "migrations/desk"];

/// `cargo xtask sqlx`.
pub fn command(keep: Keep) -> anyhow::Result<ExitCode> {
    let count = tell::timed("checking every query against the schema", || refresh(keep))?;
    tell::line(&format!("{count} queries fit the schema"));
    Ok(ExitCode::SUCCESS)
}

/// Checks every query against a new database; returns how many there are.
pub fn refresh(keep: Keep) -> anyhow::Result<usize> {
    let folder = target().join("queries");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let fresh = folder.join("sqlx");
    fs::create_dir_all(&fresh)?;
    let database = folder.join("scratch.sqlite");
    create(&database)?;
    compile_against(&database, &fresh)?;
    compare(&fresh, &root().join("crates/store/.sqlx"), keep)
}

fn create(database: &Path) -> anyhow::Result<()> {
    process::run(process::tool("scratch-database")?.arg(database).args(scripts()?))
}

fn scripts() -> anyhow::Result<Vec<PathBuf>> {
    let mut scripts = Vec::new();
    for folder in MIGRATIONS {
        let entries = fs::read_dir(root().join(folder)).with_context(|| format!("{folder} could not be read"))?;
        let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<Vec<_>>>()?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "sql"));
        paths.sort();
        scripts.append(&mut paths);
    }
    Ok(scripts)
}

/// The macros of sqlx ask the database and write what they learnt.
fn compile_against(database: &Path, fresh: &Path) -> anyhow::Result<()> {
    let mut cargo = cargo();
    cargo
        .args(["rustc", "--quiet", "--package", "store", "--lib", "--profile", "check", "--"])
        // Cargo does not know that the macros read a database: a flag that it has not seen makes it compile again.
        .args(["--cfg", &format!("queries_checked_by=\"{}\"", std::process::id())])
        .env("DATABASE_URL", format!("sqlite://{}", database.display()))
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", fresh);
    process::run(&mut cargo).context("a query does not fit the schema")
}

fn compare(fresh: &Path, kept: &Path, keep: Keep) -> anyhow::Result<usize> {
    let (new, old) = (answers(fresh)?, answers(kept)?);
    if new == old {
        return Ok(new.len());
    }
    if keep == Keep::Check {
        let stale = old.iter().filter(|(name, text)| new.get(*name) != Some(text)).count();
        let missing = new.keys().filter(|name| !old.contains_key(*name)).count();
        bail!("crates/store/.sqlx is not up to date ({missing} missing, {stale} stale): run `cargo xtask sqlx`");
    }
    fs::create_dir_all(kept)?;
    for name in old.keys().filter(|name| !new.contains_key(*name)) {
        fs::remove_file(kept.join(name))?;
    }
    for (name, text) in &new {
        fs::write(kept.join(name), text)?;
    }
    Ok(new.len())
}

fn answers(folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut answers = BTreeMap::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let text = fs::read_to_string(entry.path())?;
            answers.insert(entry.file_name().to_string_lossy().into_owned(), text);
        }
    }
    Ok(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_that_is_not_kept_is_noticed_and_then_kept() {
        let folder = target().join("test-of-queries");
        let (fresh, kept) = (folder.join("fresh"), folder.join("kept"));
        fs::create_dir_all(&fresh).unwrap();
        fs::create_dir_all(&kept).unwrap();
        fs::write(fresh.join("query-1.json"), "{}").unwrap();
        fs::write(kept.join("query-0.json"), "{}").unwrap();
        assert!(compare(&fresh, &kept, Keep::Check).is_err());
        assert_eq!(compare(&fresh, &kept, Keep::Write).unwrap(), 1);
        assert_eq!(compare(&fresh, &kept, Keep::Check).unwrap(), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
