//! Which words does everybody here use for hospitals, measures and figures, and which rules make a comparison fair?
//!
//! This crate is pure: it has never heard of files, databases, the web or the clock. It must never know a person,
//! neither a professional nor a patient.

pub mod bilingual;
pub mod care;

pub mod codes;

pub mod ids;
pub mod issue;
pub mod letters;
pub mod measure;

pub mod period;
pub mod priorities;
pub mod records;

pub mod status;
pub mod trend;
pub mod verdict;

pub use bilingual::{Bilingual, Explained};

pub use ids::{HospitalId, IdError, MeasureId};
pub use period::{Day, Period};
pub use status::Status;
pub use trend::Trend;
pub use verdict::Verdict;
pub mod caveats;
pub mod disclosure;
pub mod peers;
pub mod regions;
pub mod specialty;
pub mod variation;
pub mod view_spec;
pub use disclosure::Disclosed;
