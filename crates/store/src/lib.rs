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

/// The scripts of the desk file, in the order in which they run; a file of an earlier version gets those it has not had.
pub const DESK_SCRIPTS: [&str; 2] = [
    include_str!("../../../migrations/desk/0001_desk.sql"),
    include_str!("../../../migrations/desk/0002_decision.sql"),
];

/// Kept in `pragma user_version` of the desk file: how many of its scripts it has had.
pub const DESK_VERSION: i64 = 2;

/// Kept in `pragma user_version` of every release; the server refuses a release it does not know.
pub const SCHEMA_VERSION: i64 = 6;
