//! Which numbers are too small to be printed, and which others must go with them?
//!
//! For our own tables, packages and recipes. A figure that its publisher printed is republished as printed, masked as
//! masked; nothing here ever computes a masked value back.

mod audit;
mod grid;
mod line;
mod profile;
mod rate;

pub use audit::{Audit, CellRange, audit_grid};
pub use grid::{Grid, ProtectedGrid, suppress_grid};
pub use line::{ProtectedLine, PublishedTotal, SuppressionRule, protect_parts, suppress_fraction, suppress_line};
pub use profile::{Profile, ndb_threshold};
pub use rate::{RateLeak, nearest_numerator_of_rate, numerator_of_rate, rate_leak, rounding_of_numerator};

/// The largest count a table may hold, 10¹⁵: sums of a table then stay exact.
pub const LARGEST_CELL: u64 = 1_000_000_000_000_000;
