//! What a letter speaks of, as it stands.

use super::{HospitalCard, MeasureNote, ReleaseNote, SourceNote, ValueRow};
use domain::Disclosed;

/// The matter of a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Matter {
    /// The release that was read.
    pub release: ReleaseNote,
    /// Whose.
    pub hospital: Option<HospitalCard>,
    /// Of what.
    pub measure: Option<MeasureNote>,
    /// The value or the reason why there is none.
    pub value: Option<Disclosed<ValueRow>>,
    /// The other years and parts of the same hospital and measure.
    pub others: Vec<Disclosed<ValueRow>>,
    /// Their sources.
    pub sources: Vec<SourceNote>,
}
