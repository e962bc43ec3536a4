//! Which questions does the public ask, and what is the fully caveated answer?
//!
//! The only place where data and rules meet. A value leaves this crate only as `Disclosed`.

pub mod model;
pub mod publish;
pub mod search;

mod error;

pub use error::ReportError;
