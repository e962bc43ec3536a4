//! What is configured, what is there, and what is wrong?

mod surroundings;

use super::report::grouped;
use super::{CLEAN, REFUSED, ServeArgs};
use crate::browser_half::BrowserHalf;
use crate::http::Edition;
use importers::staging::Staging;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use store::Release;
use store::rows::ReleaseRow;

/// What was found, told as it is found.
#[derive(Debug, Default)]
struct Findings {
    problems: usize,
}

impl Findings {
    fn good(&self, text: &str) {
        println!("  ok       {text}");
    }

    fn note(&self, text: &str) {
        println!("  note     {text}");
    }

    fn problem(&mut self, text: &str, advice: &str) {
        self.problems += 1;
        println!("  PROBLEM  {text}");
        println!("           → {advice}");
    }
}

/// Looks at everything. 0 nothing wrong, 1 something is.
pub async fn run(data: &Path, args: &ServeArgs) -> anyhow::Result<u8> {
    let mut found = Findings::default();
    println!("monosashi {} (build {})", env!("CARGO_PKG_VERSION"), Edition::build());
    println!("Data folder {}", data.display());
    folder(data, &mut found);
    println!("Imported files");
    let digest = staged(data, &mut found);
    println!("Releases");
    releases(data, digest.as_deref(), &mut found).await;
    println!("Browser half");
    browser(&mut found);
    println!("Images");
    surroundings::fonts(&mut found);
    println!("Letters of readers and hospitals");
    surroundings::desk(data, args, &mut found).await;
    println!("Address");
    surroundings::address(args, &mut found);
    surroundings::proxy(args, surroundings::Network::of_this_machine(), &mut found);
    match found.problems {
        0 => println!("Nothing is wrong."),
        n => println!("{} to look at.", if n == 1 { "1 problem".to_string() } else { format!("{n} problems") }),
    }
    Ok(if found.problems == 0 { CLEAN } else { REFUSED })
}

fn folder(data: &Path, found: &mut Findings) {
    match fs::metadata(data) {
        Err(_) => found.problem(
            "it does not exist",
            "run `monosashi import FILE…` or `monosashi demo`, or name another one with --data DIR",
        ),
        Ok(meta) if !meta.is_dir() => found.problem("it is a file", "name a folder with --data DIR"),
        Ok(_) => {
            found.good("it is there");
            surroundings::writable(data, found);
            surroundings::disk(data, found);
        }
    }
    for leftover in names(&data.join("releases")).iter().filter(|name| name.ends_with(".partial")) {
        found.note(&format!("releases/{leftover} was left by a publish that was cut off; the next one removes it"));
    }
}

/// Lists the imports and looks whether their bytes are still those; gives the digest of the input.
fn staged(data: &Path, found: &mut Findings) -> Option<String> {
    let staging = Staging::open(data);
    let entries = match staging.list() {
        Ok(entries) => entries,
        Err(error) => {
            found.problem(&error.to_string(), "unstage the file and import it again");
            return None;
        }
    };
    if entries.is_empty() {
        found.note("none; `monosashi import FILE…` reads the first");
        return None;
    }
    for entry in &entries {
        let short = entry.sha256.get(..12).unwrap_or(&entry.sha256);
        let line = format!("{short} {} ({})", entry.file, entry.kind);
        match surroundings::hash(&data.join("raw").join(&entry.sha256)) {
            Ok((bytes, hash)) if hash == entry.sha256 => {
                found.good(&format!("{line}, {} bytes", grouped(usize::try_from(bytes).unwrap_or(0))));
            }
            damaged => {
                let what = match damaged {
                    Ok(_) => "its bytes are no longer those that were imported".to_string(),
                    Err(error) if error.kind() == ErrorKind::NotFound => "its bytes are gone".to_string(),
                    Err(error) => format!("its bytes cannot be read ({error})"),
                };
                found.problem(
                    &format!("{line}: {what}"),
                    &format!(
                        "restore raw/{} from the backup; or monosashi unstage {short}, then import the file again",
                        entry.sha256
                    ),
                );
            }
        }
    }
    staging.input_digest().ok()
}

async fn releases(data: &Path, digest: Option<&str>, found: &mut Findings) {
    let folder = data.join("releases");
    let current = fs::read_link(folder.join("current")).ok();
    let mut known = Vec::new();
    for name in names(&folder).into_iter().filter(|name| name.ends_with(".sqlite") && !name.starts_with('.')) {
        let is_current = current.as_deref() == Some(Path::new(&name));
        if let Some(row) = release(&folder.join(&name), is_current, found).await {
            known.push((row, is_current));
        }
    }
    match (&current, known.iter().find(|(_, is_current)| *is_current)) {
        (None, _) => found.problem("none is current: there is nothing to serve", "run `monosashi publish`"),
        (Some(target), None) => found.problem(
            &format!("`current` points at {}, which cannot be served", target.display()),
            "run `monosashi publish` again",
        ),
        (Some(_), Some((row, _))) => {
            if digest.is_some_and(|digest| digest != row.input_digest) {
                found.note("what is imported differs from what is published; `monosashi publish` makes a new release");
            }
        }
    }
}

async fn release(path: &PathBuf, is_current: bool, found: &mut Findings) -> Option<ReleaseRow> {
    let size = fs::metadata(path).map_or(0, |meta| meta.len()) / 1_000_000;
    let opened = match Release::open(path).await {
        Ok(file) => match (file.release().await, file.sources().await) {
            (Ok(row), Ok(sources)) => Ok((row, sources)),
            (Err(error), _) | (_, Err(error)) => Err(error),
        },
        Err(error) => Err(error),
    };
    match opened {
        Ok((row, sources)) => {
            let mark = if is_current { ", current" } else { "" };
            let kind = if row.fictional == 1 { "fictional" } else { "real" };
            found.good(&format!("{} (as of {}, {kind}, {size} MB{mark})", row.id, row.as_of));
            for source in sources.iter().filter(|s| s.licence.is_empty()) {
                found.note(&format!(
                    "{}: the source {} has no licence; do not republish its figures",
                    row.id, source.id
                ));
            }
            Some(row)
        }
        Err(error) => {
            found.problem(&error.to_string(), "remove the file, or publish again");
            None
        }
    }
}

fn browser(found: &mut Findings) {
    let half = BrowserHalf::of_this_program();
    if half.mark().is_empty() && BrowserHalf::is_named() {
        found.problem(
            &format!("it is not {half}, which MONOSASHI_SITE names: pages are complete, but not interactive"),
            "remove MONOSASHI_SITE where this program was made with `cargo xtask package`, or name the right folder",
        );
    } else if half.mark().is_empty() {
        found.note(&format!(
            "not {half}, and not inside this program: pages are complete, but not interactive; \
             `cargo xtask package` builds a program that has it inside, MONOSASHI_SITE names a folder"
        ));
    } else {
        found.good(&format!("it is {half}"));
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
