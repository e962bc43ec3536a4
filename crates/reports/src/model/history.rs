//! What differs between releases, and what was corrected?

use super::{CorrectionNote, Figure, HospitalRef, MeasureNote, Page, ReleaseNote};
use domain::records::Breaks;
use domain::{Bilingual, Day, HospitalId, MeasureId, Period, Status, codes};
use std::collections::BTreeMap;

codes! {
    /// What became of a value.
    ChangeKind, "kind of change", "変わり方" {
        /// It was not there before.
        New = "new",
        /// It is no longer there.
        Gone = "gone",
        /// It is another one.
        Changed = "changed",
    }
}

/// The hospital that is spoken of: known in this release, or only by the id it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spoken {
    /// It is in this release.
    Known(Box<HospitalRef>),
    /// It is not.
    Gone(HospitalId),
}

impl Spoken {
    /// The id it is, or was, known by.
    pub fn id(&self) -> &HospitalId {
        match self {
            Self::Known(hospital) => &hospital.id,
            Self::Gone(id) => id,
        }
    }
}

/// One value that differs from the release before.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Whose.
    pub hospital: Spoken,
    /// Of what.
    pub measure: MeasureId,
    /// When.
    pub period: Period,
    /// Of whom; empty for all.
    pub stratum: String,
    /// What became of it.
    pub kind: ChangeKind,
    /// The value before.
    pub was: Figure,
    /// The value now.
    pub is: Figure,
    /// The status before; `None` where there was nothing.
    pub was_status: Option<Status>,
    /// The status now; `None` where there is nothing.
    pub is_status: Option<Status>,
}

/// A part of everything that differs from the release before.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeList {
    /// The release.
    pub release: ReleaseNote,
    /// Changes, in the order of the publish: the largest first within a measure.
    pub rows: Vec<Change>,
    /// Which part.
    pub page: Page,
}

/// A value that was corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// Whose.
    pub hospital: Spoken,
    /// Of what.
    pub measure: MeasureId,
    /// When.
    pub period: Period,
    /// Of whom; empty for all.
    pub stratum: String,
    /// Was, is, why, when.
    pub note: CorrectionNote,
    /// 95 % interval of the value as it stands now, lower end.
    pub interval_low: Figure,
    /// The same, upper end.
    pub interval_high: Figure,
}

impl Corrected {
    /// The interval of the value as it stands now, where there is one.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.interval_low.number().zip(self.interval_high.number())
    }
}

/// A part of all corrections of a release, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrectionList {
    /// The release.
    pub release: ReleaseNote,
    /// Corrections.
    pub rows: Vec<Corrected>,
    /// The measures they speak of.
    pub measures: BTreeMap<MeasureId, MeasureNote>,
    /// Which part.
    pub page: Page,
}

/// One version of a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionNote {
    /// Name of the version.
    pub version: String,
    /// First day; `None` where it always held.
    pub valid_from: Option<Day>,
    /// Last day; `None` where it still holds.
    pub valid_to: Option<Day>,
    /// What it breaks against the version before.
    pub breaks: Breaks,
    /// What changed.
    pub change: Bilingual<String>,
}

impl VersionNote {
    /// The version that held on the last day of a period; nothing where the source tells of none.
    pub fn of_period(versions: &[Self], period: Period) -> Option<&Self> {
        let holds = |version: &&Self| {
            version.valid_from.is_none_or(|from| from <= period.end)
                && version.valid_to.is_none_or(|to| to >= period.end)
        };
        versions.iter().filter(holds).max_by_key(|version| version.valid_from)
    }
}

/// How many values of a measure differ from the release before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeCount {
    /// Of what.
    pub measure: MeasureId,
    /// Its name; empty where the release no longer has the measure.
    pub name: Bilingual<String>,
    /// Values that were not there before.
    pub new: u32,
    /// Values that are others.
    pub changed: u32,
    /// Values that are no longer there.
    pub gone: u32,
}

impl ChangeCount {
    /// Nothing has changed yet.
    pub const fn none(measure: MeasureId, name: Bilingual<String>) -> Self {
        Self { measure, name, new: 0, changed: 0, gone: 0 }
    }
}

/// A release and what it changed, by measure.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseTidings {
    /// The release.
    pub release: ReleaseNote,
    /// What differs from the release before; empty for the first one.
    pub changes: Vec<ChangeCount>,
}
