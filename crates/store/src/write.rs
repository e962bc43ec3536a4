//! How is a release written so that the same rows give the same bytes, and so that nobody ever sees half of it?

mod inserts;

use crate::rows::*;
use crate::{RELEASE_SCHEMA, SCHEMA_VERSION, StoreError};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::path::{Path, PathBuf};

/// Everything a release holds.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs)] // the names are those of the tables
pub struct ReleaseRows {
    pub release: ReleaseRow,
    pub sources: Vec<SourceRow>,
    pub footnotes: Vec<FootnoteRow>,
    pub areas: Vec<AreaRow>,
    pub area_observations: Vec<AreaObservationRow>,
    pub hospitals: Vec<HospitalRow>,
    pub identifiers: Vec<IdentifierRow>,
    pub moved: Vec<MovedRow>,
    pub successors: Vec<SuccessorRow>,
    pub context: Vec<ContextRow>,
    pub measures: Vec<MeasureRow>,
    pub measure_versions: Vec<MeasureVersionRow>,
    pub spreads: Vec<SpreadRow>,
    pub observations: Vec<ObservationRow>,
    pub newest_sets: Vec<NewestSetRow>,
    pub newest_values: Vec<NewestValueRow>,
    pub wish_facts: Vec<WishFactRow>,
    pub area_values: Vec<AreaValueRow>,
    pub variations: Vec<VariationRow>,
    pub variation_courses: Vec<VariationCourseRow>,
    pub improvements: Vec<ImprovementRow>,
    pub improved: Vec<ImprovedRow>,
    pub provisions: Vec<ProvisionRow>,
    pub observation_footnotes: Vec<ObservationFootnoteRow>,
    pub limits: Vec<LimitRow>,
    pub care: Vec<CareRow>,
    pub events: Vec<EventRow>,
    pub comments: Vec<CommentRow>,
    pub corrections: Vec<CorrectionRow>,
    pub changes: Vec<ChangeRow>,
    pub issues: Vec<IssueRow>,
}

/// Writes one release file.
#[derive(Debug)]
pub struct ReleaseWriter {
    folder: PathBuf,
}

impl ReleaseWriter {
    /// Will write into `folder` (`DATA/releases`).
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf() }
    }

    /// Writes `ID.sqlite` under a temporary name and moves it into place only when it is whole and on disk.
    /// Killed at any moment, this leaves either the old state or the new one, and at most a `.partial` file that the
    /// next call removes.
    ///
    /// # Errors
    /// [`StoreError`] where the disk is full, the folder read-only, or a row breaks a rule of the schema.
    pub async fn write(&self, rows: &ReleaseRows) -> Result<PathBuf, StoreError> {
        let target = self.folder.join(format!("{}.sqlite", rows.release.id));
        let draft = self.folder.join(format!(".{}.draft.partial", rows.release.id));
        let packed = self.folder.join(format!(".{}.packed.partial", rows.release.id));
        std::fs::create_dir_all(&self.folder).map_err(|source| file("create", &self.folder, source))?;
        for old in [&draft, &packed] {
            remove(old)?;
        }
        let written = self.write_draft(rows, &draft, &packed).await;
        remove(&draft)?;
        if let Err(source) = written {
            remove(&packed)?;
            return Err(StoreError::Database { path: target, source });
        }
        let whole = std::fs::File::open(&packed).map_err(|source| file("open", &packed, source))?;
        whole.sync_all().map_err(|source| file("sync", &packed, source))?;
        std::fs::rename(&packed, &target).map_err(|source| file("rename to", &target, source))?;
        sync_folder(&self.folder)?;
        Ok(target)
    }

    async fn write_draft(&self, rows: &ReleaseRows, draft: &Path, packed: &Path) -> Result<(), sqlx::Error> {
        let mut connection = SqliteConnectOptions::new()
            .filename(draft)
            .create_if_missing(true)
            // the draft is thrown away: it needs no journal and no sync
            .journal_mode(SqliteJournalMode::Off)
            .synchronous(SqliteSynchronous::Off)
            .foreign_keys(true)
            .connect()
            .await?;
        sqlx::raw_sql(RELEASE_SCHEMA).execute(&mut connection).await?;
        let mut transaction = connection.begin().await?;
        insert_everything(&mut transaction, rows).await?;
        transaction.commit().await?;
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!("analyze; pragma user_version = {SCHEMA_VERSION}")))
            .execute(&mut connection)
            .await?;
        let packed = packed.to_string_lossy();
        sqlx::query("vacuum into ?").bind(packed.as_ref()).execute(&mut connection).await?;
        connection.close().await
    }
}

async fn insert_everything(connection: &mut SqliteConnection, rows: &ReleaseRows) -> Result<(), sqlx::Error> {
    inserts::release(connection, std::slice::from_ref(&rows.release)).await?;
    inserts::source(connection, &rows.sources).await?;
    inserts::footnote(connection, &rows.footnotes).await?;
    inserts::area(connection, &rows.areas).await?;
    inserts::area_observation(connection, &rows.area_observations).await?;
    inserts::hospital(connection, &rows.hospitals).await?;
    inserts::identifier(connection, &rows.identifiers).await?;
    inserts::moved(connection, &rows.moved).await?;
    inserts::successor(connection, &rows.successors).await?;
    inserts::context(connection, &rows.context).await?;
    inserts::measure(connection, &rows.measures).await?;
    inserts::measure_version(connection, &rows.measure_versions).await?;
    inserts::spread(connection, &rows.spreads).await?;
    inserts::observation(connection, &rows.observations).await?;
    inserts::newest_set(connection, &rows.newest_sets).await?;
    inserts::newest_value(connection, &rows.newest_values).await?;
    inserts::wish_fact(connection, &rows.wish_facts).await?;
    inserts::area_value(connection, &rows.area_values).await?;
    inserts::variation(connection, &rows.variations).await?;
    inserts::variation_course(connection, &rows.variation_courses).await?;
    inserts::improvement(connection, &rows.improvements).await?;
    inserts::improved(connection, &rows.improved).await?;
    inserts::provision(connection, &rows.provisions).await?;
    inserts::observation_footnote(connection, &rows.observation_footnotes).await?;
    inserts::published_limit(connection, &rows.limits).await?;
    inserts::care(connection, &rows.care).await?;
    inserts::event(connection, &rows.events).await?;
    inserts::comment(connection, &rows.comments).await?;
    inserts::correction(connection, &rows.corrections).await?;
    inserts::change(connection, &rows.changes).await?;
    inserts::import_issue(connection, &rows.issues).await
}

/// Points `current` at a release, in one step.
///
/// # Errors
/// [`StoreError`] where the folder cannot be written.
pub fn point_current_at(folder: &Path, release_id: &str) -> Result<(), StoreError> {
    let draft = folder.join(".current.partial");
    let current = folder.join("current");
    remove(&draft)?;
    std::os::unix::fs::symlink(format!("{release_id}.sqlite"), &draft)
        .map_err(|source| file("create", &draft, source))?;
    std::fs::rename(&draft, &current).map_err(|source| file("rename to", &current, source))?;
    sync_folder(folder)
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(file("remove", path, source)),
        _ => Ok(()),
    }
}

fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    let opened = std::fs::File::open(folder).map_err(|source| file("open", folder, source))?;
    opened.sync_all().map_err(|source| file("sync", folder, source))
}

fn file(doing: &'static str, path: &Path, source: std::io::Error) -> StoreError {
    StoreError::File { doing, path: path.to_path_buf(), source }
}
