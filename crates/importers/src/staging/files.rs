//! How does a file get onto the disk whole or not at all, and what is said where it cannot?

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Why the data folder could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum StagingError {
    /// The disk or the rights on it.
    #[error("{path} could not be {done}: {source}. {advice}", path = .path.display())]
    Io {
        /// `written`, `read` …
        done: &'static str,
        /// Where.
        path: PathBuf,
        /// What to try.
        advice: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// Somebody else is importing.
    #[error("another import is using {} at this moment; nothing was changed. Wait until it has ended and try again", .folder.display())]
    Busy {
        /// The data folder.
        folder: PathBuf,
    },
    /// Real and fictional figures may not share a release.
    #[error(
        "{file} holds {this} figures, but {other} in {} holds {that} ones, and the two never share a release; nothing was changed. Import it into another folder (--data DIR) or remove the other with unstage",
        .folder.display()
    )]
    Mixed {
        /// The file offered.
        file: String,
        /// `real` or `fictional`.
        this: &'static str,
        /// A file that is there.
        other: String,
        /// `fictional` or `real`.
        that: &'static str,
        /// The data folder.
        folder: PathBuf,
    },
    /// No imported file has such a hash.
    #[error("no imported file has a SHA-256 that begins with \"{prefix}\"; the list of imports shows them")]
    NoSuchFile {
        /// What was asked for.
        prefix: String,
    },
    /// Several imported files have such a hash.
    #[error("\"{prefix}\" could mean {}; give more of the SHA-256", .files.join(" or "))]
    Ambiguous {
        /// What was asked for.
        prefix: String,
        /// The files it could mean.
        files: Vec<String>,
    },
    /// An entry was changed by hand or by a failing disk.
    #[error("{} is no entry of an import: {why}. Remove the file and import again", .path.display())]
    Broken {
        /// The entry.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The bytes are no longer those that were imported.
    #[error("{} is no longer what was imported as {file}. Unstage it and import the file again", .path.display())]
    Changed {
        /// The kept bytes.
        path: PathBuf,
        /// Name of the file.
        file: String,
    },
}

impl StagingError {
    fn io(done: &'static str, path: &Path, source: io::Error) -> Self {
        let advice = match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                "The disk is full; nothing was changed. Free some space and try again"
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                "Make the folder writable or choose another one with --data DIR; nothing was changed"
            }
            ErrorKind::NotFound => "The file is gone; unstage it and import it again",
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                "Something that is no folder stands there; choose another folder with --data DIR"
            }
            _ => "Nothing was changed; check the disk and try again",
        };
        Self::Io { done, path: path.to_path_buf(), advice, source }
    }
}

/// Takes the lock of a data folder, which lasts as long as the file is open.
pub(super) fn lock_folder(folder: &Path) -> Result<File, StagingError> {
    for inside in ["raw", "staged"] {
        let path = folder.join(inside);
        fs::create_dir_all(&path).map_err(|e| StagingError::io("made", &path, e))?;
    }
    let path = folder.join("import.lock");
    let file =
        File::options().create(true).append(true).open(&path).map_err(|e| StagingError::io("written", &path, e))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(StagingError::Busy { folder: folder.to_path_buf() }),
        Err(TryLockError::Error(e)) => return Err(StagingError::io("locked", &path, e)),
    }
    for inside in ["raw", "staged"] {
        remove_leftovers(&folder.join(inside))?;
    }
    Ok(file)
}

/// Removes what a killed import left half written.
fn remove_leftovers(folder: &Path) -> Result<(), StagingError> {
    for name in names_in(folder)?.iter().filter(|name| name.ends_with(".part")) {
        remove_file(&folder.join(name))?;
    }
    Ok(())
}

/// Writes under a name of its own, makes sure it is on the disk, and only then gives it its name.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StagingError> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(source) = written.and_then(|()| fs::rename(&part, path)) {
        // Best effort: what stays is removed by the next import.
        let _removed = fs::remove_file(&part);
        return Err(StagingError::io("written", path, source));
    }
    if let Some(folder) = path.parent() {
        sync_folder(folder)?;
    }
    Ok(())
}

/// Makes the new name itself last; only Unix lets a folder be opened for this.
fn sync_folder(folder: &Path) -> Result<(), StagingError> {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|f| f.sync_all());
        synced.map_err(|e| StagingError::io("written", folder, e))?;
    }
    Ok(())
}

/// Reads a file whole.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, StagingError> {
    fs::read(path).map_err(|e| StagingError::io("read", path, e))
}

/// Removes a file; one that is gone already is fine.
pub(super) fn remove_file(path: &Path) -> Result<(), StagingError> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(StagingError::io("removed", path, e)),
        _ => Ok(()),
    }
}

/// The names in a folder, sorted; none where there is no folder.
pub(super) fn names_in(folder: &Path) -> Result<Vec<String>, StagingError> {
    let failed = |e| StagingError::io("read", folder, e);
    let entries = match fs::read_dir(folder) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry.map_err(failed)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
