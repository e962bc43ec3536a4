//! How is a release kept in a file and read back? SQLite through sqlx, and nothing else.
//!
//! This crate must never know why a value is shown, compared or hidden: it keeps rows. All SQL of the project stands here.

pub mod desk;
mod error;
pub mod read;
pub mod rows;
pub mod write;

pub use desk::Desk;
pub use error::StoreError;
pub use read::Release;
pub use write::ReleaseWriter;

/// The schema of a release file, applied by [`ReleaseWriter`] itself so that no clock writes into the file.
pub const RELEASE_SCHEMA: &str = include_str!("../../../migrations/release/0001_release.sql");

/// The schema of the desk file.
pub const DESK_SCHEMA: &str = include_str!("../../../migrations/desk/0001_desk.sql");

/// Kept in `pragma user_version` of the desk file.
pub const DESK_VERSION: i64 = 1;

/// Kept in `pragma user_version` of every release; the server refuses a release it does not know.
pub const SCHEMA_VERSION: i64 = 3;
