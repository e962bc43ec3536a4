//! How is a release opened and asked? Read-only and immutable: the file never changes under us.

mod beside;
mod care;
mod lists;
mod newest;
mod values;
mod variation;

pub use beside::{MarkRow, PooledSet};
pub use values::{HospitalFilter, PointRow, StatusCount, ValueFilter};

use crate::{SCHEMA_VERSION, StoreError};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use std::path::{Path, PathBuf};

/// An open release.
#[derive(Debug, Clone)]
pub struct Release {
    path: PathBuf,
    pool: SqlitePool,
}

impl Release {
    /// Opens `ID.sqlite`.
    ///
    /// # Errors
    /// [`StoreError`] where there is no such file, or it is no release of this version.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            .immutable(true)
            .pragma("mmap_size", "268435456")
            .pragma("cache_size", "-4000");
        let pool = SqlitePoolOptions::new().max_connections(2).connect_with(options).await;
        let pool = pool.map_err(|source| StoreError::Database { path: path.to_path_buf(), source })?;
        let release = Self { path: path.to_path_buf(), pool };
        let found = release.user_version().await?;
        if found != SCHEMA_VERSION {
            return Err(StoreError::Version { path: path.to_path_buf(), found, expected: SCHEMA_VERSION });
        }
        Ok(release)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    async fn user_version(&self) -> Result<i64, StoreError> {
        sqlx::query_scalar("pragma user_version").fetch_one(&self.pool).await.map_err(|e| self.failed(e))
    }

    fn failed(&self, source: sqlx::Error) -> StoreError {
        StoreError::Database { path: self.path.clone(), source }
    }
}
