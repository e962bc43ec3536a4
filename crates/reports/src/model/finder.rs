//! What does the finder answer?

use super::ReleaseNote;
use super::hospital::{Event, HospitalCard};
use super::measure::Page;
use domain::Bilingual;
use domain::view_spec::ViewSpec;

/// How far away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distance {
    /// Kilometres in a straight line.
    Km(f64),
    /// The same from a municipality's middle: say "about".
    AboutKm(f64),
    /// No point is known, or none was asked for.
    Unknown,
}

/// By what the list is ordered; always named to the reader (R18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// How well the name fits, then place.
    Name,
    /// Role, then distance.
    RoleThenDistance,
    /// Prefecture and municipality.
    Place,
}

/// One hospital found.
#[derive(Debug, Clone, PartialEq)]
pub struct FinderRow {
    /// The hospital.
    pub card: HospitalCard,
    /// How far.
    pub distance: Distance,
}

/// The answer of the finder.
#[derive(Debug, Clone, PartialEq)]
pub struct Finder {
    /// Release.
    pub release: ReleaseNote,
    /// The question.
    pub view: ViewSpec,
    /// Regions that can be chosen: `JP-15`, name, number of hospitals.
    pub regions: Vec<(String, Bilingual<String>, u32)>,
    /// Disasters and outbreaks of the chosen region that are not over.
    pub events: Vec<Event>,
    /// Rows.
    pub rows: Vec<FinderRow>,
    /// Which part.
    pub page: Page,
    /// Order.
    pub sort: SortKey,
    /// The radius that was used (it widens where hospitals are sparse), kilometres.
    pub radius_km: Option<u16>,
}

/// A suggestion while typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Id of the hospital.
    pub id: String,
    /// Name.
    pub name: Bilingual<String>,
    /// Prefecture and municipality.
    pub place: Bilingual<String>,
}
