//! What around the data can be wrong: the folder, the disk, the desk, the fonts, the address?

use super::Findings;
use crate::cli::{FormsChoice, ServeArgs};
use raster::{Canvas, Ground};
use std::fs;
use std::path::Path;
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
    match Desk::open(&path).await {
        Ok(desk) => {
            match desk.waiting().await {
                Ok(waiting) => found.good(&format!("it can be written; {waiting} letters wait, `monosashi desk list`")),
                Err(error) => found.problem(&error.to_string(), "restore desk.sqlite from the backup"),
            }
            desk.close().await;
        }
        Err(error @ StoreError::DeskVersion { .. }) => found.problem(
            &error.to_string(),
            "decide on what waits with the version of the program that made it, then rename the file",
        ),
        Err(error) => found.problem(
            &format!("{error}: nothing can be sent to you"),
            "give desk.sqlite, its -wal and -shm and their folder to the user that runs this, or serve with --forms closed",
        ),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

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
