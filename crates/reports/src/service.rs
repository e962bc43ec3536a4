//! Who answers the public's questions? One handle over all releases of a data folder.

use crate::error::ReportError;
use crate::index::Index;
use crate::model::{ReleaseList, ReleaseNote};
use domain::period::parse_day;
use domain::records::Reality;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use store::Release;

/// Answers every question; cheap to clone, shared by all doors.
#[derive(Debug, Clone)]
pub struct Reports {
    folder: PathBuf,
    /// Where readers find the site, `https://example.jp`; empty where nobody has said it.
    site: Arc<str>,
    shelf: Arc<RwLock<Arc<Shelf>>>,
}

/// The releases that are served at one moment.
#[derive(Debug, Default)]
struct Shelf {
    current: String,
    releases: BTreeMap<String, Arc<Open>>,
    /// Files of another version, which are not served; looked at again only when they change.
    unreadable: BTreeMap<String, Stamp>,
}

impl Shelf {
    fn known_stamp(&self, id: &str) -> Option<Stamp> {
        self.releases.get(id).map(|open| open.stamp).or_else(|| self.unreadable.get(id).copied())
    }
}

/// A release with its index.
#[derive(Debug)]
pub(crate) struct Open {
    pub note: ReleaseNote,
    pub file: Release,
    index: tokio::sync::OnceCell<Index>,
    /// What the inventor of a fictional release knows; worked out on first use.
    pub(crate) truth: tokio::sync::OnceCell<crate::demonstration::Known>,
    /// What it changed, by region and measure; counted on first use.
    pub(crate) counted: tokio::sync::OnceCell<crate::tidings::Counted>,
    /// Length and time of the file when it was opened: a release that was forced to change is opened again.
    stamp: Stamp,
    /// Digest of its input and length of the file: the same on every machine that serves the same file.
    pub(crate) fingerprint: String,
}

/// What tells one file from another of the same name.
type Stamp = Option<(u64, std::time::SystemTime)>;

impl Open {
    /// The index, read on first use.
    pub async fn index(&self) -> Result<&Index, ReportError> {
        self.index.get_or_try_init(|| Index::load(&self.file)).await
    }

    /// The index, where it has been read.
    pub fn index_at_hand(&self) -> Result<&Index, ReportError> {
        self.index.get().ok_or_else(|| ReportError::Store("the index has not been read".to_string()))
    }
}

impl Reports {
    /// Opens the releases of a data folder; a folder without any is fine and answers [`ReportError::NoRelease`].
    ///
    /// # Errors
    /// [`ReportError::Store`] where the current release cannot be read.
    pub async fn open(data: &Path) -> Result<Self, ReportError> {
        let reports = Self { folder: data.join("releases"), site: Arc::default(), shelf: Arc::default() };
        reports.refresh().await?;
        Ok(reports)
    }

    /// The same releases, whose drawings lead to the pages of this site: `https://example.jp`, without a slash at its end.
    #[must_use]
    pub fn found_at(self, site: &str) -> Self {
        Self { site: Arc::from(site), ..self }
    }

    /// Where readers find the site.
    pub(crate) fn site(&self) -> Arc<str> {
        Arc::clone(&self.site)
    }

    /// Looks for new releases; readers go on with the old ones until the new ones are open. True where anything changed.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the current release cannot be read; the old state stays.
    pub async fn refresh(&self) -> Result<bool, ReportError> {
        let ids = release_ids(&self.folder);
        let held = self.shelf();
        let named = current_id(&self.folder);
        let current = if ids.contains(&named) { named.clone() } else { String::new() };
        if current.is_empty() && ids.contains(&held.current) {
            return Err(ReportError::Store(format!("`current` points at \"{named}\", and there is no such release")));
        }
        let unchanged = |id: &String| {
            held.known_stamp(id).is_some_and(|known| known == stamp(&self.folder.join(format!("{id}.sqlite"))))
        };
        if held.current == current
            && held.releases.len() + held.unreadable.len() == ids.len()
            && ids.iter().all(unchanged)
        {
            return Ok(false);
        }
        let (mut releases, mut unreadable) = (BTreeMap::new(), BTreeMap::new());
        for id in ids {
            if let Some(open) = held.releases.get(&id).filter(|_| unchanged(&id)) {
                releases.insert(id, Arc::clone(open));
                continue;
            }
            match open_release(&self.folder.join(format!("{id}.sqlite"))).await {
                Ok(open) => {
                    releases.insert(id, Arc::new(open));
                }
                // an old file of another version does not take the site down; the current one must open
                Err(error) if id == current => return Err(error),
                Err(_) => {
                    unreadable.insert(id.clone(), stamp(&self.folder.join(format!("{id}.sqlite"))));
                }
            }
        }
        if let Some(open) = releases.get(&current) {
            open.index().await?;
        }
        if let Ok(mut shelf) = self.shelf.write() {
            *shelf = Arc::new(Shelf { current, releases, unreadable });
        }
        Ok(true)
    }

    /// What answers depend on besides the address: the ids of all releases and which one is current.
    pub fn state(&self) -> String {
        let shelf = self.shelf();
        let ids: Vec<String> = shelf.releases.iter().map(|(id, open)| format!("{id}@{}", open.fingerprint)).collect();
        format!("{}|{}", shelf.current, ids.join(","))
    }

    /// Id of the current release, empty where there is none.
    pub fn current_id(&self) -> String {
        self.shelf().current.clone()
    }

    /// The file of a release, for downloads.
    ///
    /// # Errors
    /// [`ReportError::NotFound`], [`ReportError::NoRelease`].
    pub fn release_file(&self, choice: &ReleaseChoice) -> Result<PathBuf, ReportError> {
        Ok(self.chosen(choice)?.0.file.path().to_path_buf())
    }

    /// All releases, newest first.
    ///
    /// # Errors
    /// [`ReportError::NoRelease`] where there is none.
    pub async fn releases(&self) -> Result<ReleaseList, ReportError> {
        let shelf = self.shelf();
        if shelf.releases.is_empty() {
            return Err(ReportError::NoRelease);
        }
        let mut releases: Vec<ReleaseNote> = shelf.releases.values().map(|r| note_of(&shelf, r)).collect();
        releases.sort_by(|a, b| (b.as_of, &b.id).cmp(&(a.as_of, &a.id)));
        Ok(ReleaseList { releases, current: shelf.current.clone() })
    }

    /// Which release an address is answered from.
    ///
    /// # Errors
    /// [`ReportError::NotFound`] for an unknown pinned release, [`ReportError::NoRelease`].
    pub fn release_note(&self, view: &ViewSpec) -> Result<ReleaseNote, ReportError> {
        Ok(self.chosen(&view.release)?.1)
    }

    fn shelf(&self) -> Arc<Shelf> {
        self.shelf.read().map_or_else(|poisoned| Arc::clone(&poisoned.into_inner()), |shelf| Arc::clone(&shelf))
    }

    pub(crate) fn chosen(&self, choice: &ReleaseChoice) -> Result<(Arc<Open>, ReleaseNote), ReportError> {
        let shelf = self.shelf();
        let id = match choice {
            ReleaseChoice::Latest | ReleaseChoice::Following => &shelf.current,
            ReleaseChoice::Pinned(id) => id,
        };
        if shelf.releases.is_empty() || id.is_empty() {
            return Err(ReportError::NoRelease);
        }
        let open = shelf.releases.get(id).ok_or_else(|| ReportError::NotFound { kind: "release", id: id.clone() })?;
        Ok((Arc::clone(open), note_of(&shelf, open)))
    }
}

fn note_of(shelf: &Shelf, open: &Open) -> ReleaseNote {
    let newer = (open.note.id != shelf.current).then(|| shelf.current.clone());
    ReleaseNote { newer, ..open.note.clone() }
}

fn stamp(path: &Path) -> Stamp {
    let file = std::fs::metadata(path).ok()?;
    Some((file.len(), file.modified().ok()?))
}

/// The id `current` points at; empty where it points nowhere.
fn current_id(folder: &Path) -> String {
    let target = std::fs::read_link(folder.join("current")).unwrap_or_default();
    target.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn release_ids(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut ids: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let id = name.strip_suffix(".sqlite")?;
            (!id.is_empty() && !id.starts_with('.')).then(|| id.to_string())
        })
        .collect();
    ids.sort_unstable();
    ids
}

async fn open_release(path: &Path) -> Result<Open, ReportError> {
    let stamp = stamp(path);
    let file = Release::open(path).await?;
    let row = file.release().await?;
    let Some(as_of) = parse_day(&row.as_of) else {
        return Err(ReportError::Store(format!("{}: as_of \"{}\" is no day", path.display(), row.as_of)));
    };
    let fingerprint = format!("{}-{}", row.input_digest, stamp.map_or(0, |(length, _)| length));
    let note = ReleaseNote {
        id: row.id,
        as_of,
        reality: if row.fictional == 1 { Reality::Fictional } else { Reality::Real },
        title: row.title,
        method_version: row.method_version,
        previous_id: row.previous_id,
        newer: None,
    };
    let (index, truth, counted) = Default::default();
    Ok(Open { note, file, index, truth, counted, stamp, fingerprint })
}
