//! How are releases, what differs between them, and corrections written?

use super::{HospitalRef, Number, Period, Row, text};
use domain::records::Reality;
use reports::model::{self, Corrected, ReleaseNote};
use serde::Serialize;
use utoipa::ToSchema;

/// A release.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Release {
    /// Id, for `release`.
    pub id: String,
    /// The day it speaks of.
    pub as_of: String,
    /// True where hospitals and figures are invented.
    pub fictional: bool,
    /// Title of the data.
    pub title: Option<String>,
    /// Version of the methods.
    pub method_version: String,
    /// The release before.
    pub previous_id: Option<String>,
    /// True for the one that answers where no `release` is given.
    pub current: bool,
}

impl Row for Release {
    fn filled() -> Self {
        Self::default()
    }
}

impl Release {
    /// A release, one of which is current.
    pub fn of(note: &ReleaseNote, current: &str) -> Self {
        Self {
            id: note.id.clone(),
            as_of: note.as_of.to_string(),
            fictional: note.reality == Reality::Fictional,
            title: text(&note.title),
            method_version: note.method_version.clone(),
            previous_id: text(&note.previous_id),
            current: note.id == current,
        }
    }
}

/// A value that differs from the release before.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Change {
    /// Whose.
    pub hospital: HospitalRef,
    /// Id of the measure.
    pub measure: String,
    /// When.
    pub period: Period,
    /// Part of the patients; null for all.
    pub stratum: Option<String>,
    /// `new`, `gone` or `changed`.
    pub kind: String,
    /// The value before.
    pub was: Option<Number>,
    /// The value now.
    pub is: Option<Number>,
    /// The status before.
    pub was_status: Option<String>,
    /// The status now.
    pub is_status: Option<String>,
}

impl Row for Change {
    fn filled() -> Self {
        Self::default()
    }
}

impl Change {
    /// A change.
    pub fn of(change: &model::Change) -> Self {
        Self {
            hospital: HospitalRef::of_spoken(&change.hospital),
            measure: change.measure.to_string(),
            period: change.period.into(),
            stratum: text(&change.stratum),
            kind: change.kind.to_string(),
            was: Number::of(change.was),
            is: Number::of(change.is),
            was_status: change.was_status.map(|s| s.to_string()),
            is_status: change.is_status.map(|s| s.to_string()),
        }
    }
}

/// A value that was corrected.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Correction {
    /// Whose.
    pub hospital: HospitalRef,
    /// Id of the measure.
    pub measure: String,
    /// When.
    pub period: Period,
    /// Part of the patients; null for all.
    pub stratum: Option<String>,
    /// As printed before; null where there was none.
    pub was: Option<String>,
    /// As printed now; null where it was withdrawn.
    pub is: Option<String>,
    /// Why, Japanese.
    pub why_ja: Option<String>,
    /// Why, English.
    pub why_en: Option<String>,
    /// Day of the correction.
    pub date: String,
}

impl Row for Correction {
    fn filled() -> Self {
        Self::default()
    }
}

impl Correction {
    /// A correction.
    pub fn of(corrected: &Corrected) -> Self {
        let note = &corrected.note;
        Self {
            hospital: HospitalRef::of_spoken(&corrected.hospital),
            measure: corrected.measure.to_string(),
            period: corrected.period.into(),
            stratum: text(&corrected.stratum),
            was: text(&note.was),
            is: text(&note.is),
            why_ja: text(&note.why.ja),
            why_en: text(&note.why.en),
            date: note.date.to_string(),
        }
    }
}
