//! What is known when a figure is judged? Every caveat looks at these facts and at nothing else.

use crate::measure::{Direction, Kind, MeasureType};
use crate::period::{Day, Period};
use crate::status::Status;

/// Everything a caveat may look at. The defaults let no caveat fire.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// The value.
    pub value: ValueFacts,
    /// Its measure.
    pub measure: MeasureFacts,
    /// All hospitals with this measure in this period.
    pub spread: SpreadFacts,
    /// The hospital.
    pub hospital: HospitalFacts,
    /// Time.
    pub time: TimeFacts,
    /// Against whom it is held.
    pub comparison: ComparisonFacts,
    /// A composite of several measures, where there is one.
    pub composite: Option<CompositeFacts>,
}

/// The value. Counts are patients or events; `None` where the publisher gives none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ValueFacts {
    /// Status; `None` where the question is not about one value.
    pub status: Option<Status>,
    /// Patients.
    pub n: Option<f64>,
    /// Events.
    pub events: Option<f64>,
    /// Events expected at the comparator's rate, or the publisher's expected count.
    pub expected_events: Option<f64>,
    /// n less the expected events, for proportions.
    pub expected_non_events: Option<f64>,
    /// 95 % interval in base units.
    pub interval: Option<(f64, f64)>,
    /// τ² / (τ² + s²).
    pub reliability: Option<f64>,
    /// Patients who could have been reported.
    pub eligible: Option<f64>,
    /// Share of those asked who answered.
    pub response_rate: Option<f64>,
}

/// The measure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MeasureFacts {
    /// Kind.
    pub kind: Option<Kind>,
    /// Direction.
    pub direction: Option<Direction>,
    /// Type.
    pub measure_type: Option<MeasureType>,
    /// Adjusted for the patients' risks.
    pub risk_adjusted: Option<bool>,
    /// For what.
    pub adjusters: Vec<String>,
    /// Pulled toward the average by the publisher.
    pub shrunken: Option<bool>,
    /// Reported by the hospital itself.
    pub self_reported: Option<bool>,
    /// Checked by a third party.
    pub audited: Option<bool>,
    /// Voluntary.
    pub voluntary: Option<bool>,
    /// Share of the hospitals that could report and do.
    pub participation: Option<f64>,
    /// Counts episodes.
    pub counts_episodes: Option<bool>,
    /// The publisher's own minimum of patients.
    pub min_denominator: Option<f64>,
}

/// All hospitals with this measure in this period (the group the value is held against).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpreadFacts {
    /// Over-dispersion.
    pub phi: Option<f64>,
    /// Between-hospital variance on the transformed scale.
    pub tau2: Option<f64>,
    /// Rankability, 0 to 1.
    pub rankability: Option<f64>,
    /// First quartile of hospital values.
    pub q25: Option<f64>,
    /// Third quartile.
    pub q75: Option<f64>,
    /// 10th percentile.
    pub p10: Option<f64>,
    /// 90th percentile.
    pub p90: Option<f64>,
    /// Hospitals judged on one page.
    pub judged: usize,
}

/// The hospital.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HospitalFacts {
    /// On an island.
    pub island: bool,
    /// In a remote area.
    pub remote_area: bool,
    /// Advanced treatment, university, teaching or tertiary emergency.
    pub advanced: bool,
    /// Merged, split, moved, or several sites under one id, within the period.
    pub merged_sites: bool,
}

impl HospitalFacts {
    /// What the context of a hospital says of it; `get` answers the value of a key that holds today.
    pub fn of_context<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Self {
        let is = |key: &str| matches!(get(key), Some("1" | "true" | "yes"));
        let tertiary = get("emergency_level").and_then(|level| level.parse().ok()) == Some(3.0);
        Self {
            island: is("remote_island"),
            remote_area: is("remote_area"),
            advanced: is("advanced_treatment") || tertiary || is("teaching"),
            merged_sites: false,
        }
    }
}

/// Time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimeFacts {
    /// Days the value covers.
    pub period: Option<Period>,
    /// `as_of` of the release.
    pub today: Option<Day>,
    /// The definition changed within the years shown.
    pub definition_changed: bool,
    /// An event (disaster, outbreak) touches the period.
    pub event: bool,
    /// Points of one definition, where a trend is asked for.
    pub trend_points: Option<usize>,
}

/// Against whom it is held.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ComparisonFacts {
    /// The hospitals shown together have different roles.
    pub different_roles: bool,
    /// Beds of the largest by beds of the smallest.
    pub beds_ratio: Option<f64>,
    /// The comparison is within one role.
    pub stratified_by_role: bool,
}

/// A composite.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompositeFacts {
    /// Share of the weight that data cover.
    pub available_weight: f64,
    /// Measures with a value.
    pub reported_measures: usize,
    /// The order of two hospitals turns within the allowed weights.
    pub order_turns: bool,
    /// Distance to the nearest class boundary by the standard error.
    pub boundary_distance_in_se: Option<f64>,
}
