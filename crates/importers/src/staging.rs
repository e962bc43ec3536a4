//! Which files has an operator imported into a data folder, in which order and with which options?
//!
//! `DIR/raw/{sha256}` holds the bytes as they came, `DIR/staged/{number}-{sha256}.json` one entry per import. A file
//! appears under its name only when it is complete, so that a process killed at any moment leaves the folder as it was.

mod entry;
mod files;

pub use entry::Entry;
use entry::{Side, digest};
pub use files::StagingError;
use files::{lock_folder, names_in, read_file, remove_file, write_file};

use crate::input::{RawInput, sha256_hex};
use crate::reading::{Options, Reading, read};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The imported files of a data folder.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    lock: Option<File>,
}

/// What became of a file offered for staging.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Staged {
    /// It was added as this entry.
    Added(Entry),
    /// The same bytes with the same options were there already; nothing changed.
    AlreadyThere(Entry),
    /// Nothing of it could be used; nothing changed.
    NothingUsable,
}

impl Staging {
    /// Opens a data folder for reading. A folder that does not exist yet is an empty one.
    #[must_use]
    pub fn open(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf(), lock: None }
    }

    /// Opens a data folder and keeps other imports out of it until the result is dropped.
    ///
    /// # Errors
    /// [`StagingError::Busy`] where another import is running, [`StagingError::Io`] where the folder cannot be written.
    pub fn open_to_change(folder: &Path) -> Result<Self, StagingError> {
        let lock = lock_folder(folder)?;
        let staging = Self { folder: folder.to_path_buf(), lock: Some(lock) };
        staging.remove_bytes_without_entry()?;
        Ok(staging)
    }

    /// Bytes come before their entry: an import killed between the two leaves some that nothing speaks of.
    fn remove_bytes_without_entry(&self) -> Result<(), StagingError> {
        // an entry that cannot be read may be the one that names them
        let Ok(entries) = self.list() else { return Ok(()) };
        let raw = self.folder.join("raw");
        for name in names_in(&raw)?.iter().filter(|name| entries.iter().all(|e| e.sha256 != **name)) {
            if name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit()) {
                remove_file(&raw.join(name))?;
            }
        }
        Ok(())
    }

    fn raw_path(&self, sha256: &str) -> PathBuf {
        self.folder.join("raw").join(sha256)
    }

    /// Keeps others out for one change, unless this is held for longer already.
    fn hold(&self) -> Result<Option<File>, StagingError> {
        match self.lock {
            Some(_) => Ok(None),
            None => lock_folder(&self.folder).map(Some),
        }
    }

    /// Keeps a file that was read with `options`.
    ///
    /// # Errors
    /// [`StagingError::Mixed`] where real and fictional figures would come together, [`StagingError::Busy`] where
    /// another import is running, [`StagingError::Io`] where the folder cannot be written.
    pub fn stage(&self, input: &RawInput, options: &Options, reading: &Reading) -> Result<Staged, StagingError> {
        let Some(batch) = &reading.batch else { return Ok(Staged::NothingUsable) };
        let _held = self.hold()?;
        let entries = self.list()?;
        let number = entries.iter().map(|e| e.number).max().unwrap_or(0) + 1;
        let entry = Entry::new(number, input, sha256_hex(&input.bytes), options, reading);
        if let Some(same) = entries.iter().find(|e| e.is_same_import(&entry)) {
            return Ok(Staged::AlreadyThere(same.clone()));
        }
        if let Some(other) = entries.iter().find(|e| e.side().clashes_with(Side::of(batch))) {
            return Err(StagingError::Mixed {
                file: input.name.clone(),
                this: Side::of(batch).in_words(),
                other: other.file.clone(),
                that: other.side().in_words(),
                folder: self.folder.clone(),
            });
        }
        if names_in(&self.folder.join("raw"))?.iter().all(|name| *name != entry.sha256) {
            write_file(&self.raw_path(&entry.sha256), &input.bytes)?;
        }
        write_file(&self.folder.join("staged").join(entry.file_name()), &entry.to_json())?;
        Ok(Staged::Added(entry))
    }

    /// The imports in their order.
    ///
    /// # Errors
    /// [`StagingError`] where the folder or an entry cannot be read.
    pub fn list(&self) -> Result<Vec<Entry>, StagingError> {
        let folder = self.folder.join("staged");
        let mut entries = Vec::new();
        for name in names_in(&folder)?.into_iter().filter(|name| name.ends_with(".json")) {
            let path = folder.join(name);
            let entry = Entry::from_json(&read_file(&path)?);
            entries.push(entry.map_err(|why| StagingError::Broken { path, why })?);
        }
        entries.sort_by_key(|e| e.number);
        Ok(entries)
    }

    /// Forgets every import of the one file whose SHA-256 begins with `prefix`, and gives the forgotten entries.
    ///
    /// # Errors
    /// [`StagingError::NoSuchFile`] and [`StagingError::Ambiguous`] where the prefix names none or several.
    pub fn unstage(&self, prefix: &str) -> Result<Vec<Entry>, StagingError> {
        let prefix = prefix.trim().to_ascii_lowercase();
        let named = |e: &Entry| !prefix.is_empty() && e.sha256.starts_with(&prefix);
        let found: Vec<Entry> = self.list()?.into_iter().filter(named).collect();
        let Some(first) = found.first() else { return Err(StagingError::NoSuchFile { prefix }) };
        if found.iter().any(|e| e.sha256 != first.sha256) {
            let files = found.iter().map(|e| format!("{} ({})", e.file, &e.sha256[..12])).collect();
            return Err(StagingError::Ambiguous { prefix, files });
        }
        let _held = self.hold()?;
        for entry in &found {
            remove_file(&self.folder.join("staged").join(entry.file_name()))?;
        }
        remove_file(&self.raw_path(&first.sha256))?;
        Ok(found)
    }

    /// Reads every imported file again, several at a time; the results stand in the order of the imports.
    ///
    /// # Errors
    /// [`StagingError`] where a file is gone or is no longer what was imported.
    pub fn load_all(&self) -> Result<Vec<Reading>, StagingError> {
        let entries = self.list()?;
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            while let Some((place, entry)) = take(&entries, &next) {
                done.push((place, self.load(entry)));
            }
            done
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(entries.len());
        let mut results: Vec<(usize, Result<Reading, StagingError>)> = std::thread::scope(|scope| {
            let workers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let own = work();
            let others = workers.into_iter().flat_map(|worker| match worker.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            own.into_iter().chain(others).collect()
        });
        results.sort_by_key(|(place, _)| *place);
        results.into_iter().map(|(_, reading)| reading).collect()
    }

    fn load(&self, entry: &Entry) -> Result<Reading, StagingError> {
        let path = self.raw_path(&entry.sha256);
        let input = RawInput { name: entry.file.clone(), bytes: read_file(&path)? };
        if sha256_hex(&input.bytes) != entry.sha256 {
            return Err(StagingError::Changed { path, file: entry.file.clone() });
        }
        let options = entry.options().map_err(|why| StagingError::Broken { path, why })?;
        Ok(read(&input, &options))
    }

    /// SHA-256 over the imports in their order, with their options; the same input gives the same digest.
    ///
    /// # Errors
    /// [`StagingError`] where the folder cannot be read.
    pub fn input_digest(&self) -> Result<String, StagingError> {
        Ok(digest(&self.list()?))
    }
}

fn take<'a>(entries: &'a [Entry], next: &AtomicUsize) -> Option<(usize, &'a Entry)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    entries.get(place).map(|entry| (place, entry))
}

#[cfg(test)]
mod tests;
