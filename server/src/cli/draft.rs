//! How does a folder of many files appear whole or not at all?

use anyhow::Context as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is being written beside the place where it will stand.
#[derive(Debug)]
pub struct Draft {
    draft: PathBuf,
    folder: PathBuf,
}

impl Draft {
    /// Can a new folder stand here? An empty one may be there already.
    pub fn may_become(folder: &Path) -> Result<(), String> {
        let holds_something = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        if holds_something || folder.is_file() {
            return Err(format!("{} is not empty; name a folder that does not exist yet", folder.display()));
        }
        Ok(())
    }

    /// Begins to write; what an interrupted run has left is removed.
    pub fn begin(folder: &Path) -> anyhow::Result<Self> {
        let mut name = folder.file_name().unwrap_or_default().to_os_string();
        name.push(".partial");
        let draft = folder.with_file_name(name);
        if draft.exists() {
            fs::remove_dir_all(&draft).with_context(|| format!("cannot remove {}", draft.display()))?;
        }
        fs::create_dir_all(&draft).with_context(|| format!("cannot create {}", draft.display()))?;
        Ok(Self { draft, folder: folder.to_path_buf() })
    }

    /// Where the files stand until it is finished.
    pub fn path(&self) -> &Path {
        &self.draft
    }

    /// Writes one file.
    pub fn write(&self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let path = self.draft.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}; is the disk full?", path.display()))
    }

    /// Gives the folder its name.
    pub fn finish(self) -> anyhow::Result<()> {
        // an empty folder may stand there already
        let _there_or_not = fs::remove_dir(&self.folder);
        fs::rename(&self.draft, &self.folder).with_context(|| format!("cannot create {}", self.folder.display()))
    }
}
