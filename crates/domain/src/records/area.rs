//! What does a source say about areas and about what happened there?

use super::Subject;
use crate::Bilingual;
use crate::Status;
use crate::period::Day;
use crate::period::Period;

crate::codes! {
    /// Kinds of areas.
    AreaKind, "kind of area", "地域の種類" {
        /// Prefecture or state.
        Region = "region",
        /// 二次医療圏.
        MedicalArea = "medical_area",
        /// Municipality.
        Municipality = "municipality",
    }
}

/// One row of `areas.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaRecord {
    /// JIS code, or the code of the package.
    pub code: String,
    /// Kind.
    pub kind: AreaKind,
    /// Name.
    pub name: Bilingual<String>,
    /// Code of the area it lies in.
    pub parent: String,
    /// People.
    pub population: Option<f64>,
    /// Year of the division.
    pub year: Option<i16>,
    /// True where the whole municipality lies on islands (of the island list).
    pub island: bool,
}

/// One row of `area_observations.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaObservationRecord {
    /// The area.
    pub area_code: String,
    /// `outflow_share`, `inflow_share`, `population` …
    pub key: String,
    /// Days covered.
    pub period: Period,
    /// Value in base units.
    pub value: Option<f64>,
    /// Status.
    pub status: Status,
}

/// One row of `events.csv`: a disaster or an outbreak.
#[derive(Debug, Clone, PartialEq)]
pub struct EventRecord {
    /// The area, or
    pub area_code: String,
    /// the hospital.
    pub hospital: Option<Subject>,
    /// `disaster` or `outbreak`.
    pub kind: EventKind,
    /// First day.
    pub start: Day,
    /// Last day; `None` while it is open.
    pub end: Option<Day>,
    /// What happened.
    pub text: Bilingual<String>,
    /// Who declared it.
    pub source: String,
}

crate::codes! {
    /// Kinds of events.
    EventKind, "kind of event", "出来事の種類" {
        /// Earthquake, flood …
        Disaster = "disaster",
        /// Outbreak of an infection.
        Outbreak = "outbreak",
    }
}
