//! Which bytes does a file or folder hold, within limits that no archive can break?

use domain::issue::{Issue, IssueKind, Severity};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;

/// Largest file or folder we take: 1 GiB.
const MAX_INPUT_BYTES: u64 = 1 << 30;
/// Largest sum of everything in an archive once it is unpacked: 2 GiB.
const MAX_UNPACKED_BYTES: u64 = 2 << 30;
/// Most members of an archive.
const MAX_MEMBERS: usize = 5_000;
/// An archive member above 50 MB may not be more than this many times its packed size.
const MAX_RATIO: u64 = 200;

/// One file as it came; a folder becomes a zip with the same bytes every time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawInput {
    /// Name without the path.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a file turned out to be, before anybody reads it.
pub(crate) enum Content {
    /// A zip or folder with a `datapackage.json`: its members by name, the folder in front removed.
    Package(BTreeMap<String, Vec<u8>>),
    /// An Excel workbook.
    Workbook(Vec<u8>),
    /// Plain files: one text, or the members of a zip.
    Files(BTreeMap<String, Vec<u8>>),
}

/// Reads a file or folder from disk.
///
/// # Errors
/// A blocking issue where it cannot be read or is too large.
pub fn load_path(path: &Path) -> Result<RawInput, Issue> {
    let name = path.file_name().map_or_else(|| path.to_string_lossy(), |n| n.to_string_lossy()).into_owned();
    let failed = |e: std::io::Error| blocking(IssueKind::Damaged, &name, format!("cannot be read: {e}"));
    let about = std::fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        let bytes = zip_folder(path, &name)?;
        return Ok(RawInput { name, bytes });
    }
    if about.len() > MAX_INPUT_BYTES {
        return Err(too_large(&name, "the file is larger than 1 GiB"));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    Ok(RawInput { name, bytes })
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Looks into a file: archives are unpacked in memory, everything else is one file.
pub(crate) fn open(input: &RawInput) -> Result<Content, Issue> {
    if input.bytes.is_empty() {
        return Err(blocking(IssueKind::Damaged, &input.name, "the file is empty"));
    }
    if !input.bytes.starts_with(b"PK") {
        return Ok(Content::Files(BTreeMap::from([(input.name.clone(), input.bytes.clone())])));
    }
    let mut archive =
        zip::ZipArchive::new(Cursor::new(input.bytes.as_slice())).map_err(|e| damaged(&input.name, &e.to_string()))?;
    if archive.index_for_name("xl/workbook.xml").is_some() {
        check_limits(&mut archive, &input.name)?;
        return Ok(Content::Workbook(input.bytes.clone()));
    }
    let files = unpack(&mut archive, &input.name)?;
    Ok(match package_root(&files) {
        Some(root) => Content::Package(under(files, &root)),
        None => Content::Files(files),
    })
}

fn unpack(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<BTreeMap<String, Vec<u8>>, Issue> {
    check_limits(archive, name)?;
    let mut files = BTreeMap::new();
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(|e| damaged(name, &e.to_string()))?;
        if member.is_dir() {
            continue;
        }
        let Some(inside) = member.enclosed_name() else {
            return Err(damaged(name, &format!("the member \"{}\" points out of the archive", member.name())));
        };
        let inside = inside.to_string_lossy().replace('\\', "/");
        let mut bytes = Vec::new();
        member.take(left + 1).read_to_end(&mut bytes).map_err(|e| damaged(name, &format!("\"{inside}\": {e}")))?;
        left =
            left.checked_sub(bytes.len() as u64).ok_or_else(|| too_large(name, "unpacked it is larger than 2 GiB"))?;
        files.insert(inside, bytes);
    }
    Ok(files)
}

/// Refuses archives that would expand far beyond what such files hold, before anything is unpacked.
fn check_limits(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<(), Issue> {
    if archive.len() > MAX_MEMBERS {
        return Err(too_large(name, &format!("the archive has more than {MAX_MEMBERS} members")));
    }
    let mut sum: u64 = 0;
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(|e| damaged(name, &e.to_string()))?;
        sum = sum.saturating_add(member.size());
        let expands = member.size() / member.compressed_size().max(1);
        if member.size() > 50_000_000 && expands > MAX_RATIO {
            return Err(too_large(name, &format!("the member \"{}\" expands {expands} times", member.name())));
        }
    }
    if sum > MAX_UNPACKED_BYTES { Err(too_large(name, "unpacked it is larger than 2 GiB")) } else { Ok(()) }
}

/// The folder in which `datapackage.json` lies: the top, or the one folder everything lies in.
fn package_root(files: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    if files.contains_key("datapackage.json") {
        return Some(String::new());
    }
    let mut roots = files.keys().filter_map(|k| k.strip_suffix("/datapackage.json"));
    let root = roots.next().filter(|r| !r.contains('/'))?.to_string();
    roots.next().is_none().then_some(root)
}

fn under(files: BTreeMap<String, Vec<u8>>, root: &str) -> BTreeMap<String, Vec<u8>> {
    if root.is_empty() {
        return files;
    }
    let prefix = format!("{root}/");
    files.into_iter().filter_map(|(name, bytes)| Some((name.strip_prefix(&prefix)?.to_string(), bytes))).collect()
}

fn zip_folder(path: &Path, name: &str) -> Result<Vec<u8>, Issue> {
    let mut members = BTreeMap::new();
    let mut left = MAX_INPUT_BYTES;
    collect(path, "", 0, &mut left, &mut members).map_err(|e| blocking(IssueKind::Damaged, name, e))?;
    if members.is_empty() {
        return Err(blocking(IssueKind::UnknownFile, name, "the folder holds no files"));
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (inside, bytes) in members {
        zip.start_file(inside, options).map_err(|e| damaged(name, &e.to_string()))?;
        zip.write_all(&bytes).map_err(|e| damaged(name, &e.to_string()))?;
    }
    Ok(zip.finish().map_err(|e| damaged(name, &e.to_string()))?.into_inner())
}

fn collect(
    path: &Path,
    prefix: &str,
    depth: u8,
    left: &mut u64,
    into: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: {e}", path.display());
    for entry in std::fs::read_dir(path).map_err(told)? {
        let entry = entry.map_err(told)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let about = std::fs::metadata(entry.path()).map_err(told)?;
        if about.is_dir() && depth < 3 {
            collect(&entry.path(), &format!("{prefix}{name}/"), depth + 1, left, into)?;
        } else if about.is_file() {
            *left = left.checked_sub(about.len()).ok_or("the folder holds more than 1 GiB")?;
            if into.len() >= MAX_MEMBERS {
                return Err(format!("the folder holds more than {MAX_MEMBERS} files"));
            }
            into.insert(format!("{prefix}{name}"), std::fs::read(entry.path()).map_err(told)?);
        }
    }
    Ok(())
}

fn blocking(kind: IssueKind, file: &str, message: impl Into<String>) -> Issue {
    Issue::of_file(Severity::Blocking, kind, file, message)
}

fn damaged(file: &str, why: &str) -> Issue {
    blocking(IssueKind::Damaged, file, format!("the archive is broken or cut off ({why}); fetch the file again"))
}

fn too_large(file: &str, why: &str) -> Issue {
    blocking(IssueKind::TooLarge, file, format!("{why}; nothing was unpacked"))
}
