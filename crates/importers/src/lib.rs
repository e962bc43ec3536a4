//! Which records does a file of the world hold, and what in it could not be understood?
//!
//! Reading is total: nothing here panics and nothing is skipped silently; what is not understood becomes an
//! [`Issue`]. A file is known by its content, never by its name. This crate must never know a database, a page, a
//! language setting or the clock.

pub mod input;
pub mod reading;

mod recognise;
pub mod staging;

mod readers;
mod recipe;

pub mod package;
pub mod places;

pub mod assemble;
pub mod crosswalk;
mod encoding;
mod fingerprint;
mod literal;
mod log;
mod merge;
mod plausible;
mod prefectures;
mod source;
mod table;
mod workbook;

pub use domain::issue::Issue;
pub use input::{RawInput, load_path, sha256_hex};
pub use reading::{Options, Reading, Taken, read};
