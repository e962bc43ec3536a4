//! What is told of a release as a whole?

use super::{MeasureNote, ReleaseNote, SourceNote};
use domain::{HospitalId, Period};

/// Everything that a release holds, counted and named.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// The release.
    pub release: ReleaseNote,
    /// Hospitals, by id.
    pub hospitals: Vec<HospitalId>,
    /// The reader's own country: that of most hospitals.
    pub home: String,
    /// Measures in display order.
    pub measures: Vec<MeasureContents>,
    /// Sources, by id.
    pub sources: Vec<SourceNote>,
    /// Values and reasons for missing ones, of single years.
    pub values: u64,
    /// Whether any hospital of any measure has a range of places.
    pub has_places: bool,
    /// Corrections.
    pub corrections: usize,
    /// Size of the release file.
    pub file_bytes: u64,
}

/// A measure with how much there is of it.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureContents {
    /// The measure.
    pub note: MeasureNote,
    /// First day of the first period to last day of the last one.
    pub covers: Period,
    /// How many periods.
    pub periods: usize,
    /// Values and reasons for missing ones.
    pub values: u64,
    /// ISO 3166-1.
    pub countries: Vec<String>,
    /// Ids of the sources of its newest values.
    pub sources: Vec<String>,
}
