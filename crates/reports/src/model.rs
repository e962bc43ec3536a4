//! Which answers can the public get? Finished values, each with its caveats; nothing here is computed.

mod area;
mod care;
mod compare;
mod contents;
mod demonstration;
mod finder;
mod history;
mod hospital;
mod letter;
mod measure;
mod priorities;
mod value;

pub use area::{
    AreaList, AreaMeasure, AreaPart, AreaReport, AreaValue, Care, CourseNote, Flow, Improved, Improvement,
    LevelVariation, Provision, RegionLine, VariationYear,
};
pub use care::{
    CareFact, CareInReach, Crossing, Evidence, Known, Land, LargerHospital, OneHospital, Outflow, OwnYears, Provider,
    Providers, Reach, Spot, SpotKind, Where,
};
pub use compare::{
    Alternative, Collected, Compared, Comparison, Guard, GuardReason, Instead, MeasureCompared, NationalTable,
    Obstacle, Pair, PairAnswer, PairReason, Periods, SoleOf, SoleProvider,
};
pub use contents::{Contents, MeasureContents};
pub use demonstration::{DemonstrationReport, LookAlike, MeasureTruth, Share, Stories, TruthCounts};
pub(crate) use finder::heading;
pub use finder::{
    CareFilter, Distance, Extent, Facets, Few, Finder, FinderRow, ListPart, RowGroup, SortKey, Suggestion,
};
pub use history::{
    Change, ChangeCount, ChangeKind, ChangeList, Corrected, CorrectionList, ReleaseTidings, Spoken, VersionNote,
};
pub use hospital::{
    Context, ContextFact, Ended, Event, HospitalCard, HospitalReport, IdentifierNote, MapPoint, MeasureSection,
    Neighbour, NoFigures, Predecessor, Successor,
};
pub use letter::Matter;
pub(crate) use measure::limits_fit;
pub use measure::{
    Answers, Break, Comparator, FunnelPoint, MeasureList, MeasureNote, MeasureReport, MissingCount, Page, PeriodNote,
    Spread, SpreadYear, TargetOf, ValuesReport,
};
pub use priorities::{
    Asked, Contender, Contradiction, Criterion, CriterionValue, Priorities, RoleList, WishAnswer, WishCount, WishList,
    WishRow,
};
pub use value::{
    Comment, CorrectionNote, Figure, FootnoteNote, HospitalRef, Outcome, Places, PublishedLimit, Reported, SourceNote,
    SourceRef, Unfit, ValueRow, line_beside, what_holds,
};

use domain::records::Reality;
use domain::{Bilingual, Day};

/// Which release an answer comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseNote {
    /// Id of the release.
    pub id: String,
    /// The day the release speaks of.
    pub as_of: Day,
    /// Real or invented.
    pub reality: Reality,
    /// Title of the data.
    pub title: String,
    /// Version of the methods.
    pub method_version: String,
    /// The release before, empty for the first.
    pub previous_id: String,
    /// Id of the current release, where this one is not it.
    pub newer: Option<String>,
}

impl ReleaseNote {
    /// True of the invented hospitals that come with this project, whose true values are known.
    pub fn is_demonstration(&self) -> bool {
        self.reality == Reality::Fictional && ::demonstration::titles().contains(&self.title.as_str())
    }
}

/// All releases that are served, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseList {
    /// The releases.
    pub releases: Vec<ReleaseNote>,
    /// Id of the current one.
    pub current: String,
}

/// An area with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaName {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Bilingual<String>,
    /// Reading in hiragana; empty where none is known.
    pub kana: String,
}

/// The name of a municipality, or of what stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceName {
    /// Name; `en` falls back to the Japanese name.
    pub name: Bilingual<String>,
    /// Reading in hiragana; empty where none is known.
    pub kana: String,
}

impl AreaName {
    /// The Japanese name and its reading.
    pub fn read(&self) -> (&str, &str) {
        (&self.name.ja, &self.kana)
    }
}

impl PlaceName {
    /// The Japanese name and its reading.
    pub fn read(&self) -> (&str, &str) {
        (&self.name.ja, &self.kana)
    }

    /// The same with its code.
    pub fn of_area(self, code: &str) -> AreaName {
        AreaName { code: code.to_string(), name: self.name, kana: self.kana }
    }
}

/// All sources of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceList {
    /// Release.
    pub release: ReleaseNote,
    /// Sources, by id.
    pub sources: Vec<SourceNote>,
}
