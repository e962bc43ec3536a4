//! What around the data can be wrong: the folder, the disk, the desk, the fonts, the address?

use super::Findings;
use crate::cli::{FormsChoice, ServeArgs};
use crate::site::MOST_WAITING;
use raster::{Canvas, Ground};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use store::{Desk, StoreError};

const MEGABYTE: u64 = 1_000_000;
/// Room that publishing needs besides two copies of the largest release.
const SPARE: u64 = 200 * MEGABYTE;

/// Whether new files can be made in the data folder; permissions alone do not tell.
pub(super) fn writable(data: &Path, found: &mut Findings) {
    match tempfile::tempfile_in(data) {
        Ok(_) => found.good("files can be written into it"),
        Err(error) => found.note(&format!(
            "no file can be made in it ({error}): serving works, importing, publishing and the forms do not; \
             for those, give the folder to the user that runs this, `chown -R USER {}`",
            data.display()
        )),
    }
}

/// How much room is left for the next release.
pub(super) fn disk(data: &Path, found: &mut Findings) {
    let Ok(disk) = rustix::fs::statvfs(data) else {
        found.note("how much room the disk has cannot be told");
        return;
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let sizes = super::names(&data.join("releases")).into_iter();
    let largest = sizes.filter_map(|name| fs::metadata(data.join("releases").join(name)).ok()).map(|meta| meta.len());
    room(free, largest.max().unwrap_or(0), found);
}

/// A release is written twice before the old one can go.
fn room(free: u64, largest: u64, found: &mut Findings) {
    let needed = largest.saturating_mul(2) + SPARE;
    let (free_mb, needed_mb) = (free / MEGABYTE, needed.div_ceil(MEGABYTE));
    if free >= needed {
        found.good(&format!("{free_mb} MB are free on the disk; publishing needs about {needed_mb} MB"));
    } else {
        found.problem(
            &format!("the disk is nearly full: {free_mb} MB are free, publishing needs about {needed_mb} MB"),
            "remove old files from releases/ (what was published under their ids is then gone), or use a larger disk",
        );
    }
}

/// The file in which letters wait.
pub(super) async fn desk(data: &Path, args: &ServeArgs, found: &mut Findings) {
    let path = Desk::path_in(data);
    if args.forms == FormsChoice::Closed {
        found.note("closed: the forms name the contact instead");
        return;
    }
    if !path.exists() {
        found.note("none yet; `monosashi serve` begins it");
        return;
    }
    closed_to_others(data, &path, found);
    match Desk::open(&path).await {
        Ok(desk) => {
            match desk.waiting().await {
                Ok(waiting) => letters(waiting, found),
                Err(error) => found.problem(&error.to_string(), "restore desk.sqlite from the backup"),
            }
            desk.close().await;
        }
        Err(error @ StoreError::DeskVersion { .. }) => found.problem(
            &error.to_string(),
            "go back to the program that made it, decide on what waits and write the log, then begin a new desk \
             (docs/OPERATIONS.md, section 11)",
        ),
        Err(error) => found.problem(
            &format!("{error}: nothing can be sent to you"),
            "give desk.sqlite, its -wal and -shm and their folder to the user that runs this, or serve with --forms closed",
        ),
    }
}

/// Letters that nobody decides on: new ones are turned away where there are too many.
fn letters(waiting: i64, found: &mut Findings) {
    let told = format!("letters that wait: {waiting}, of {MOST_WAITING} at most");
    let advice = "read and decide: `monosashi desk list`";
    if waiting >= MOST_WAITING {
        found.problem(&format!("{told}: new ones are turned away"), advice);
    } else if waiting >= MOST_WAITING / 5 * 4 {
        found.problem(&format!("{told}: soon new ones are turned away"), advice);
    } else {
        found.good(&format!("it can be written; {told}, `monosashi desk list`"));
    }
}

/// Contacts are for the operator only.
#[cfg(unix)]
fn closed_to_others(data: &Path, desk: &Path, found: &mut Findings) {
    use std::os::unix::fs::PermissionsExt as _;
    let rights = |path: &Path| fs::metadata(path).map_or(0, |meta| meta.permissions().mode());
    // a folder that others cannot enter keeps what is in it
    if rights(data) & 0o001 == 0 {
        return;
    }
    let parts = ["", "-wal", "-shm"].map(|ending| PathBuf::from(format!("{}{ending}", desk.display())));
    let review = data.join("review");
    let drafts = super::names(&review).into_iter().filter(|name| name.starts_with("corrections-"));
    let open: Vec<String> = parts
        .into_iter()
        .chain(drafts.map(|name| review.join(name)))
        .filter(|path| rights(path) & 0o004 != 0)
        .map(|path| path.display().to_string())
        .collect();
    if !open.is_empty() {
        found.problem(
            "everybody on this machine can read the desk or a draft, which may hold contacts and what senders wrote",
            &format!("chmod 600 {}", open.join(" ")),
        );
    }
}

#[cfg(not(unix))]
fn closed_to_others(_data: &Path, _desk: &Path, _found: &mut Findings) {}

/// The bytes of a file as they are now: how many, and their SHA-256.
pub(super) fn hash(path: &Path) -> std::io::Result<(u64, String)> {
    let mut digest = Sha256::new();
    let bytes = std::io::copy(&mut fs::File::open(path)?, &mut digest)?;
    Ok((bytes, digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}

/// Whether images can be painted with their letters: the fonts travel inside the program.
pub(super) fn fonts(found: &mut Findings) {
    let painted = |text: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><text x=\"4\" y=\"30\" font-size=\"24\">{text}</text></svg>"
        );
        raster::png(&svg, &Canvas { width: 40, height: None, margin: 0, ground: Ground::WHITE, dots_per_inch: None })
    };
    let advice = "the program is damaged: copy or build it again";
    match (painted("度"), painted("")) {
        (Ok(letter), Ok(empty)) if letter != empty => found.good("the fonts of this program draw Japanese"),
        (Ok(_), Ok(_)) => found.problem("the fonts of this program draw no Japanese", advice),
        (Err(error), _) | (_, Err(error)) => found.problem(&error.to_string(), advice),
    }
}

/// What the site calls itself, held against where it listens.
pub(super) fn address(args: &ServeArgs, found: &mut Findings) {
    let public = !args.addr.ip().is_loopback();
    match &args.url {
        Some(url) => found.good(&format!("the site calls itself {}", url.as_str())),
        None if public => found.problem(
            &format!(
                "it listens on {} for everybody, and no address is set: feeds and link previews name a wrong one",
                args.addr
            ),
            "--url https://example.jp, or MONOSASHI_URL",
        ),
        None => found.note("none is set: right while only this machine reads; else --url https://example.jp"),
    }
    if args.url.as_ref().is_some_and(|url| url.as_str().starts_with("http://")) && public {
        found.note("the address begins with http://: readers expect https://, which a proxy in front gives");
    }
    match (&args.contact, &args.url) {
        (Some(contact), _) => match app::site::Origin::default().with_contact(contact) {
            Ok(_) => found.good(&format!("readers can write to {contact}")),
            Err(error) => found.problem(&error, "--contact press@example.jp, or MONOSASHI_CONTACT"),
        },
        (None, None) if !public => found.note("no contact is set; --contact names one"),
        (None, _) => found.problem(
            "no contact is set: pages tell readers that nobody can be reached",
            "--contact press@example.jp, or MONOSASHI_CONTACT",
        ),
    }
}

/// Who can reach the port besides a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Network {
    /// Whoever reaches the machine.
    Machine,
    /// Only those to whom the port of the container was given.
    Container,
}

impl Network {
    /// What the engines of containers leave in each of theirs.
    pub(super) fn of_this_machine() -> Self {
        let marks = ["/run/.containerenv", "/.dockerenv"];
        if marks.iter().any(|mark| Path::new(mark).exists()) { Self::Container } else { Self::Machine }
    }
}

/// Whether those who ask can be told apart, and nobody can claim to be another.
pub(super) fn proxy(args: &ServeArgs, network: Network, found: &mut Findings) {
    let public = !args.addr.ip().is_loopback();
    // this program speaks no TLS
    let behind_a_proxy = args.url.as_ref().is_some_and(|url| url.as_str().starts_with("https://"));
    match (args.trust_proxy, behind_a_proxy) {
        (false, true) => found.problem(
            "a proxy gives the site its https://, and is not trusted: all readers count as one, and share one allowance",
            "--trust-proxy, or MONOSASHI_TRUST_PROXY=true",
        ),
        (true, _) if public && network == Network::Container => found.note(
            "X-Forwarded-For is believed: give the port to the proxy only, -p 127.0.0.1:3000:3000",
        ),
        (true, _) if public => found.problem(
            &format!(
                "X-Forwarded-For is believed, and it listens on {} for everybody: who goes past the proxy can claim to be anybody",
                args.addr
            ),
            "listen where only the proxy is, --addr 127.0.0.1:3000; or leave --trust-proxy away",
        ),
        (true, _) => found.good("who asks is told apart by the last address of X-Forwarded-For"),
        (false, false) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Typed {
        #[command(flatten)]
        serve: ServeArgs,
    }

    fn proxy_problems(network: Network, words: &[&str]) -> usize {
        let mut found = Findings::default();
        let typed = Typed::parse_from([&["serve"], words].concat());
        proxy(&typed.serve, network, &mut found);
        found.problems
    }

    #[test]
    fn a_proxy_is_trusted_exactly_where_nobody_can_go_past_it() {
        let (https, trusts) = (["--url", "https://example.jp"], "--trust-proxy");
        let public = ["--addr", "0.0.0.0:3000"];
        let on_a_machine = |words: &[&str]| proxy_problems(Network::Machine, words);
        assert_eq!(on_a_machine(&[]), 0);
        assert_eq!(on_a_machine(&[https[0], https[1], trusts]), 0);
        assert_eq!(on_a_machine(&https), 1);
        assert_eq!(on_a_machine(&[&public[..], &[trusts]].concat()), 1);
        assert_eq!(on_a_machine(&[&public[..], &["--url", "http://192.0.2.1:3000"]].concat()), 0);
        assert_eq!(proxy_problems(Network::Container, &[&public[..], &https, &[trusts]].concat()), 0);
    }

    #[test]
    fn a_desk_that_fills_up_is_a_problem_before_it_is_full() {
        for (waiting, problems) in [(0, 0), (3_999, 0), (4_000, 1), (5_000, 1)] {
            let mut found = Findings::default();
            letters(waiting, &mut found);
            assert_eq!(found.problems, problems, "{waiting}");
        }
    }

    #[test]
    fn a_disk_has_room_for_two_copies_of_the_largest_release() {
        let mut found = Findings::default();
        room(900 * MEGABYTE, 350 * MEGABYTE, &mut found);
        assert_eq!(found.problems, 0);
        room(899 * MEGABYTE, 350 * MEGABYTE, &mut found);
        assert_eq!(found.problems, 1);
    }

    #[test]
    fn the_fonts_of_this_program_are_seen_to_be_there() {
        let mut found = Findings::default();
        fonts(&mut found);
        assert_eq!(found.problems, 0);
    }
}
