//! What waits on the operator's desk, and what was decided? The one file that is written to while the site is served.

use crate::rows::{DecisionRow, LetterRow};
use crate::{DESK_SCRIPTS, DESK_VERSION, StoreError};
use sqlx::SqliteConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions};
use std::path::{Path, PathBuf};

/// An open desk.
#[derive(Debug, Clone)]
pub struct Desk {
    path: PathBuf,
    pool: SqlitePool,
}

/// Which letters are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Those that nobody has decided on.
    Waiting,
    /// All.
    All,
}

impl Desk {
    /// Where the desk of a data folder lies.
    pub fn path_in(data: &Path) -> PathBuf {
        data.join("desk.sqlite")
    }

    /// Opens the desk to write, and begins a new one where there is none.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be written, or is one of another version.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        begin_closed_to_others(path);
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            // what replicas follow, and what lets the operator read while a letter comes in
            .journal_mode(SqliteJournalMode::Wal)
            // what is erased leaves no trace in the file; `sweep` sees to the journal
            .pragma("secure_delete", "on");
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await;
        let pool = pool.map_err(|source| StoreError::Database { path: path.to_path_buf(), source })?;
        let desk = Self { path: path.to_path_buf(), pool };
        desk.prepare().await?;
        Ok(desk)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs the scripts that the file has not had, and proves that it can be written.
    async fn prepare(&self) -> Result<(), StoreError> {
        let found = self.version().await?;
        let missing = usize::try_from(found).ok().and_then(|had| DESK_SCRIPTS.get(had..));
        let Some(missing) = missing else {
            return Err(StoreError::DeskVersion { path: self.path.clone(), found, expected: DESK_VERSION });
        };
        let scripts = missing.concat();
        let script = format!("begin immediate; {scripts} pragma user_version = {DESK_VERSION}; commit");
        sqlx::raw_sql(sqlx::AssertSqlSafe(script)).execute(&self.pool).await.map_err(|e| self.failed(e))?;
        Ok(())
    }

    async fn version(&self) -> Result<i64, StoreError> {
        sqlx::query_scalar("pragma user_version").fetch_one(&self.pool).await.map_err(|e| self.failed(e))
    }

    /// Takes a letter and gives its number.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be written.
    pub async fn receive(&self, letter: &LetterRow) -> Result<i64, StoreError> {
        let done = sqlx::query!(
            r#"insert into letter (kind, locale, release_id, hospital_id, measure_id, period_start, period_end, stratum,
               was, text_ja, text_en, should_be, stands_at, contact, received)
               values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"#,
            letter.kind,
            letter.locale,
            letter.release_id,
            letter.hospital_id,
            letter.measure_id,
            letter.period_start,
            letter.period_end,
            letter.stratum,
            letter.was,
            letter.text_ja,
            letter.text_en,
            letter.should_be,
            letter.stands_at,
            letter.contact,
            letter.received
        );
        let done = done.execute(&self.pool).await.map_err(|e| self.failed(e))?;
        Ok(done.last_insert_rowid())
    }

    /// The number and the day of the very same letter, where it waits already: somebody has pressed the button twice, or has
    /// loaded the answer again, perhaps on another day.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn waiting_twin(&self, letter: &LetterRow) -> Result<Option<(i64, String)>, StoreError> {
        let twin = sqlx::query!(
            r#"select letter_key as "letter_key!: i64", received from letter where state = 'waiting' and kind = ?
               and hospital_id = ? and measure_id = ? and period_start = ? and period_end = ? and stratum = ?
               and text_ja = ? and text_en = ? and should_be = ? and stands_at = ? and contact = ?
               order by letter_key limit 1"#,
            letter.kind,
            letter.hospital_id,
            letter.measure_id,
            letter.period_start,
            letter.period_end,
            letter.stratum,
            letter.text_ja,
            letter.text_en,
            letter.should_be,
            letter.stands_at,
            letter.contact
        );
        let found = twin.fetch_optional(&self.pool).await.map_err(|e| self.failed(e))?;
        Ok(found.map(|row| (row.letter_key, row.received)))
    }

    /// How many wait.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn waiting(&self) -> Result<i64, StoreError> {
        let count = sqlx::query_scalar!(r#"select count(*) as "count!: i64" from letter where state = 'waiting'"#);
        count.fetch_one(&self.pool).await.map_err(|e| self.failed(e))
    }

    /// Letters, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn letters(&self, which: Letters) -> Result<Vec<LetterRow>, StoreError> {
        let all = i64::from(which == Letters::All);
        sqlx::query_as!(
            LetterRow,
            r#"select letter_key as "letter_key!: i64", kind, locale, release_id, hospital_id, measure_id, period_start,
               period_end, stratum, was, text_ja, text_en, should_be, stands_at, contact, received, state, decided
               from letter where ? or state = 'waiting' order by letter_key"#,
            all
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Decides on a letter, erases its contact and writes the log. False where nothing of this number waits.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be written.
    pub async fn decide(&self, decision: &DecisionRow) -> Result<bool, StoreError> {
        let mut together = self.pool.begin().await.map_err(|e| self.failed(e))?;
        let day = decision.at.get(..10).unwrap_or_default();
        let changed = sqlx::query!(
            "update letter set state = ?, decided = ?, contact = '' where letter_key = ? and state = 'waiting'",
            decision.action,
            day,
            decision.letter_key
        );
        let changed = changed.execute(&mut *together).await.map_err(|e| self.failed(e))?.rows_affected();
        if changed == 0 {
            return Ok(false);
        }
        self.log(&mut together, decision).await?;
        together.commit().await.map_err(|e| self.failed(e))?;
        self.sweep().await?;
        Ok(true)
    }

    /// Takes an accepted letter back and writes the log, which may be all that is left of the letter.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be written.
    pub async fn withdraw(&self, decision: &DecisionRow) -> Result<(), StoreError> {
        let mut together = self.pool.begin().await.map_err(|e| self.failed(e))?;
        let changed = sqlx::query!(
            "update letter set state = 'withdrawn' where letter_key = ? and state = 'accepted'",
            decision.letter_key
        );
        changed.execute(&mut *together).await.map_err(|e| self.failed(e))?;
        self.log(&mut together, decision).await?;
        together.commit().await.map_err(|e| self.failed(e))
    }

    /// Erases what a letter says and who sent it, decided on or not, and writes the log. False where there is none.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be written.
    pub async fn erase(&self, decision: &DecisionRow) -> Result<bool, StoreError> {
        let mut together = self.pool.begin().await.map_err(|e| self.failed(e))?;
        let erased = sqlx::query!("delete from letter where letter_key = ?", decision.letter_key);
        if erased.execute(&mut *together).await.map_err(|e| self.failed(e))?.rows_affected() == 0 {
            return Ok(false);
        }
        self.log(&mut together, decision).await?;
        together.commit().await.map_err(|e| self.failed(e))?;
        self.sweep().await?;
        Ok(true)
    }

    async fn log(&self, together: &mut SqliteConnection, decision: &DecisionRow) -> Result<(), StoreError> {
        let logged = sqlx::query!(
            r#"insert into decision (letter_key, kind, hospital_id, measure_id, period_start, period_end, stratum,
               received, action, reason, decided_by, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"#,
            decision.letter_key,
            decision.kind,
            decision.hospital_id,
            decision.measure_id,
            decision.period_start,
            decision.period_end,
            decision.stratum,
            decision.received,
            decision.action,
            decision.reason,
            decision.decided_by,
            decision.at
        );
        logged.execute(together).await.map_err(|e| self.failed(e))?;
        Ok(())
    }

    /// The moderation log, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn decisions(&self) -> Result<Vec<DecisionRow>, StoreError> {
        sqlx::query_as!(
            DecisionRow,
            r#"select letter_key as "letter_key!: i64", kind, hospital_id, measure_id, period_start, period_end, stratum,
               received, action, reason, decided_by, at from decision order by decision_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Erases the letters decided on before a day; the log stays. Gives how many.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be written.
    pub async fn forget(&self, before: &str) -> Result<u64, StoreError> {
        let erased = sqlx::query!("delete from letter where state <> 'waiting' and decided < ?", before);
        let erased = erased.execute(&self.pool).await.map_err(|e| self.failed(e))?.rows_affected();
        self.sweep().await?;
        Ok(erased)
    }

    /// Empties the journal beside the file, which still holds what has been erased from the file. False where somebody
    /// reads just then: the next call, or the last of all to close, sees to it.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be written.
    pub async fn sweep(&self) -> Result<bool, StoreError> {
        let busy: i64 = sqlx::query_scalar("pragma wal_checkpoint(truncate)")
            .fetch_one(&self.pool)
            .await
            .map_err(|e| self.failed(e))?;
        Ok(busy == 0)
    }

    /// Ends all reading and writing, and leaves one file.
    pub async fn close(self) {
        self.pool.close().await;
    }

    fn failed(&self, source: sqlx::Error) -> StoreError {
        StoreError::Database { path: self.path.clone(), source }
    }
}

/// It holds contacts: a file that is new can be read by nobody but its owner, and what SQLite puts beside it neither. Where it
/// cannot be made, opening it says why.
fn begin_closed_to_others(path: &Path) {
    let mut new = std::fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    let _there_or_not = new.write(true).create_new(true).open(path);
}
