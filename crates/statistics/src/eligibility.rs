//! From which numbers on may a hospital be judged, ranked or shrunken?
//!
//! The statistics themselves apply no gate; these constants are for whoever shows results.

use crate::{ObservedExpected, Proportion};

/// Events (and non-events) that must be expected before a value may be flagged.
pub const EXPECTED_TO_FLAG: f64 = 5.0;
/// Events (and non-events) that must be expected before a hospital takes part in an order.
pub const EXPECTED_TO_RANK: f64 = 10.0;
/// Patients below which a value carries a warning, unless the source has its own minimum.
pub const PATIENTS_TO_RANK: f64 = 30.0;
/// Hospitals needed to estimate τ².
pub const HOSPITALS_FOR_TAU: usize = 10;
/// Hospitals needed to shrink.
pub const HOSPITALS_TO_SHRINK: usize = 20;
/// Points needed for a control chart.
pub const POINTS_FOR_CONTROL_CHART: usize = 12;

/// min(E, n − E) with E = n·target: the smaller of expected events and expected non-events.
///
/// A target outside [0, 1] is moved to the nearer end.
pub fn expected_events(proportion: Proportion, target: f64) -> f64 {
    let n = proportion.patients();
    let expected = n * target.clamp(0.0, 1.0);
    if expected.is_nan() { 0.0 } else { expected.min(n - expected) }
}

/// E as it stands: a ratio has no non-events.
pub fn expected_events_of_ratio(ratio: ObservedExpected) -> f64 {
    ratio.expected()
}

/// What a number of expected events permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Permission {
    /// The value may be shown, not judged.
    ShowOnly,
    /// The value may be flagged, not ranked.
    Flag,
    /// The value may be flagged and ranked.
    FlagAndRank,
}

/// Below 5 expected events show only, below 10 flag, else flag and rank. What is not a number: show only.
pub fn permission(expected_events: f64) -> Permission {
    match expected_events {
        e if e >= EXPECTED_TO_RANK => Permission::FlagAndRank,
        e if e >= EXPECTED_TO_FLAG => Permission::Flag,
        _ => Permission::ShowOnly,
    }
}
