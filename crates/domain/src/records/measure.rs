//! What does a source say about its measures?

use crate::Bilingual;
use crate::ids::MeasureId;
use crate::measure::Direction;
use crate::measure::Kind;
use crate::measure::MeasureType;
use crate::measure::Topic;
use crate::period::Day;

/// One row of `measures.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureRecord {
    /// Id of the measure.
    pub id: MeasureId,
    /// Name.
    pub name: Bilingual<String>,
    /// Kind.
    pub kind: Kind,
    /// Which end is better.
    pub direction: Direction,
    /// One of the four topics.
    pub topic: Topic,
    /// Structure, process, outcome, experience or volume.
    pub measure_type: MeasureType,
    /// Unit of the value (`日`, `1000 patient-days` …), empty for proportions.
    pub unit: String,
    /// Risk-adjusted by the publisher; `None` where it does not say.
    pub risk_adjusted: Option<bool>,
    /// What it is adjusted for (`age`, `severity`, `comorbidity` …).
    pub adjusters: Vec<String>,
    /// The publisher has pulled values toward the average.
    pub shrunken: Option<bool>,
    /// The publisher's own national value.
    pub national_value: Option<f64>,
    /// Reported by the hospital itself.
    pub self_reported: Option<bool>,
    /// Checked by a third party.
    pub audited: Option<bool>,
    /// Hospitals choose whether to take part.
    pub voluntary: Option<bool>,
    /// Counts episodes, not people.
    pub counts_episodes: Option<bool>,
    /// How many hospitals could have reported.
    pub eligible_hospitals: Option<f64>,
    /// The publisher's minimum denominator.
    pub min_denominator: Option<f64>,
    /// Named suppression profile; empty means `as_published`.
    pub suppression_profile: String,
    /// In plain words.
    pub plain: Bilingual<String>,
    /// Why it matters and what a hospital can do about it.
    pub why: Bilingual<String>,
    /// What it cannot tell.
    pub cannot_tell: Bilingual<String>,
    /// The publisher's own warning.
    pub owner_warning: Bilingual<String>,
    /// What it corresponds to abroad.
    pub means_abroad: String,
}

crate::codes! {
    /// What a new version of a definition breaks.
    Breaks, "kind of break", "区切りの種類" {
        /// Nothing: the values can be compared.
        Nothing = "",
        /// The definition: values before and after are different things.
        Definition = "definition",
        /// The scope: the comparator changes, a hospital's own series does not.
        Scope = "scope",
    }
}

/// One row of `measure_versions.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureVersionRecord {
    /// The measure.
    pub measure: MeasureId,
    /// Name of the version.
    pub version: String,
    /// First day.
    pub valid_from: Option<Day>,
    /// Last day.
    pub valid_to: Option<Day>,
    /// What it breaks against the version before.
    pub breaks: Breaks,
    /// What changed.
    pub change: Bilingual<String>,
}
