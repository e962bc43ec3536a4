//! What does an importer hand over? One struct per table of the interchange package.
//!
//! A record says what a source printed; nothing here is computed. Estimates, limits and verdicts are made on publish.

mod area;
mod hospital;
mod measure;
mod source;
mod value;

pub use area::{AreaKind, AreaObservationRecord, AreaRecord, EventKind, EventRecord};
pub use hospital::{
    ContextRecord, FacilityRecord, HospitalRecord, IdentifierRecord, Match, Point, SuccessionKind, SuccessorRecord,
};
pub use measure::{Breaks, MeasureRecord, MeasureVersionRecord};
pub use source::{Authority, Reality, SourceRecord};
pub use value::{
    CommentKind, CommentRecord, CorrectionRecord, FootnoteRecord, LimitKind, LimitRecord, ObservationRecord,
};

use crate::ids::HospitalId;
use crate::period::Day;

/// Whom a record is about: a hospital with an id, or a facility of a file that has no id we know yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A hospital that the source names by id.
    Hospital(HospitalId),
    /// A facility of this batch, by its place in [`Batch::facilities`]; publish links it to a hospital or gives it an id.
    Facility(usize),
}

/// Everything one file says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    /// Real or invented.
    pub reality: Reality,
    /// Official or compiled.
    pub authority: Authority,
    /// `name` of an interchange package, else empty.
    pub name: String,
    /// `title` of an interchange package, else empty.
    pub title: String,
    /// `created` of an interchange package.
    pub created: Option<Day>,
    /// Sources; every `source_id` below is one of these.
    pub sources: Vec<SourceRecord>,
    /// Hospitals.
    pub hospitals: Vec<HospitalRecord>,
    /// Facilities to be linked.
    pub facilities: Vec<FacilityRecord>,
    /// Identifiers.
    pub identifiers: Vec<IdentifierRecord>,
    /// Manual links (scheme, value, hospital).
    pub manual_links: Vec<(String, String, HospitalId)>,
    /// Successions.
    pub successors: Vec<SuccessorRecord>,
    /// Context.
    pub context: Vec<ContextRecord>,
    /// Areas.
    pub areas: Vec<AreaRecord>,
    /// Values of areas.
    pub area_observations: Vec<AreaObservationRecord>,
    /// Measures.
    pub measures: Vec<MeasureRecord>,
    /// Versions of measures.
    pub measure_versions: Vec<MeasureVersionRecord>,
    /// Observations.
    pub observations: Vec<ObservationRecord>,
    /// Published limits.
    pub limits: Vec<LimitRecord>,
    /// Footnotes.
    pub footnotes: Vec<FootnoteRecord>,
    /// Events.
    pub events: Vec<EventRecord>,
    /// Comments.
    pub comments: Vec<CommentRecord>,
    /// Corrections.
    pub corrections: Vec<CorrectionRecord>,
}
