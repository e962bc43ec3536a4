//! What is told about areas, and about how different hospitals and areas are?

use super::hospital::Event;
use super::measure::{Comparator, MeasureNote};
use super::value::{Comment, Figure, HospitalRef, SourceNote, ValueRow};
use super::{AreaName, PlaceName, ReleaseNote};
use domain::caveats::Caveat;
use domain::peers::PeerGroup;
use domain::variation::{Course, Level};
use domain::{Bilingual, Day, Disclosed, Period};

/// How many times as high a high unit truly is as a low one, in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VariationYear {
    /// When.
    pub period: Period,
    /// Units compared.
    pub units: u32,
    /// 90th over 10th percentile, chance removed.
    pub ratio: Figure,
    /// Its interval, lower end.
    pub low: Figure,
    /// Its interval, upper end.
    pub high: Figure,
}

/// One of three words for the course of variation, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CourseNote {
    /// The word.
    pub course: Course,
    /// Last day of the first period.
    pub first_end: Day,
    /// Last day of the last period.
    pub last_end: Day,
    /// Periods of one definition and scope.
    pub periods: u32,
    /// Units with a value in all of them.
    pub units: u32,
}

/// The variation of one measure on one level.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelVariation {
    /// Between whom.
    pub level: Level,
    /// Per period, newest first; empty where it cannot be told from chance.
    pub years: Vec<VariationYear>,
    /// The word; `None` where there are fewer than three periods of one definition.
    pub course: Option<CourseNote>,
}

/// The hospitals of one area taken together. It travels only inside `Disclosed`.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaValue {
    /// The area.
    pub area: AreaName,
    /// Hospitals in the value.
    pub hospitals: u32,
    /// Value in base units.
    pub value: f64,
    /// 95 % interval of chance, lower end.
    pub low: f64,
    /// 95 % interval of chance, upper end.
    pub high: f64,
}

/// A hospital that clearly improved.
#[derive(Debug, Clone, PartialEq)]
pub struct Improved {
    /// Its first value of this definition.
    pub first: Disclosed<ValueRow>,
    /// Its newest value.
    pub last: Disclosed<ValueRow>,
    /// The practice it reported.
    pub practice: Vec<Comment>,
}

/// Which hospitals clearly improved, and how many would seem to by chance.
#[derive(Debug, Clone, PartialEq)]
pub struct Improvement {
    /// Last day of the first period.
    pub first_end: Day,
    /// Last day of the last period.
    pub last_end: Day,
    /// Hospitals tested.
    pub tested: u32,
    /// Those that clearly improved.
    pub improved: u32,
    /// Expected by chance alone.
    pub by_chance: f64,
    /// Those that told what they did and the surest, in order of place.
    pub hospitals: Vec<Improved>,
}

/// A part of an area.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaPart {
    /// Code and name.
    pub area: AreaName,
    /// People.
    pub population: Figure,
    /// Hospitals and clinics; a few have no beds.
    pub hospitals: u32,
    /// Municipalities of it that lie wholly on islands.
    pub islands: Vec<PlaceName>,
    /// All its municipalities lie on islands.
    pub all_islands: bool,
}

/// Who prints that it provides a care in one medical area.
#[derive(Debug, Clone, PartialEq)]
pub struct Provision {
    /// The medical area.
    pub area: AreaName,
    /// Facilities that print more than nothing.
    pub providing: u32,
    /// Facilities whose figure is masked or not reported: there may be more.
    pub unknown: u32,
    /// The only one that prints it, where there is exactly one.
    pub sole: Option<HospitalRef>,
}

/// Who provides one kind of care.
#[derive(Debug, Clone, PartialEq)]
pub struct Care {
    /// The measure that counts it.
    pub measure: MeasureNote,
    /// Of which period.
    pub period: Period,
    /// Every medical area here.
    pub areas: Vec<Provision>,
}

/// How many patients leave a medical area for hospital care, and how many come.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The medical area.
    pub area: AreaName,
    /// Of which period.
    pub period: Period,
    /// Share of its residents who are treated elsewhere.
    pub outflow: Figure,
    /// Share of its patients who live elsewhere.
    pub inflow: Figure,
}

/// One measure in an area.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaMeasure {
    /// The measure.
    pub measure: MeasureNote,
    /// The newest period.
    pub period: Period,
    /// The hospitals here taken together.
    pub value: Disclosed<AreaValue>,
    /// The whole country.
    pub national: Comparator,
    /// Id of the source.
    pub source: String,
    /// The role here of which the most hospitals have a value of their own; `None` where none has.
    pub role: Option<PeerGroup>,
}

/// The answer to "what about this area?".
#[derive(Debug, Clone, PartialEq)]
pub struct AreaReport {
    /// Release.
    pub release: ReleaseNote,
    /// Region or medical area.
    pub level: Level,
    /// Code and name.
    pub area: AreaName,
    /// The region, of a medical area.
    pub region: AreaName,
    /// The country and region as the finder takes them: `JP-15`.
    pub region_id: String,
    /// Its country, where that is not the one of most hospitals; empty where it is.
    pub abroad: Bilingual<String>,
    /// People.
    pub population: Figure,
    /// Year of the division, where known.
    pub year: Option<u16>,
    /// The medical areas of a region; the one itself for a medical area.
    pub parts: Vec<AreaPart>,
    /// Municipalities of a medical area.
    pub municipalities: Vec<PlaceName>,
    /// Hospitals by role.
    pub roles: Vec<(PeerGroup, u32)>,
    /// The hospitals of a medical area, by role, municipality and name; a region has too many to list.
    pub listed: Vec<HospitalRef>,
    /// Who provides what.
    pub care: Vec<Care>,
    /// Who goes where.
    pub flows: Vec<Flow>,
    /// Values of the hospitals here taken together.
    pub measures: Vec<AreaMeasure>,
    /// The hospitals of a medical area that have a value of one of these measures, in the order of the list.
    pub with_values: Vec<HospitalRef>,
    /// Caveats that hold for all of them.
    pub said_once: Vec<&'static Caveat>,
    /// Disasters and outbreaks here that are not over.
    pub events: Vec<Event>,
    /// Sources.
    pub sources: Vec<SourceNote>,
}

impl AreaReport {
    /// Hospitals and clinics; a few have no beds.
    pub fn hospitals(&self) -> u32 {
        self.roles.iter().map(|(_, hospitals)| hospitals).sum()
    }

    /// Its country, ISO 3166-1.
    pub fn country(&self) -> &str {
        self.region_id.split('-').next().unwrap_or_default()
    }

    /// The sources of the values alone, without those of what is provided here.
    pub fn sources_of_values(&self) -> Vec<SourceNote> {
        let of_values = |source: &&SourceNote| self.measures.iter().any(|measure| measure.source == source.id);
        self.sources.iter().filter(of_values).cloned().collect()
    }
}

/// A region with its hospitals and its medical areas.
pub type RegionLine = (AreaName, u32, Vec<AreaName>);

/// All areas of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaList {
    /// Release.
    pub release: ReleaseNote,
    /// Regions of the reader's own country, by code.
    pub regions: Vec<RegionLine>,
    /// Regions of the other countries, by the country's code and their own.
    pub abroad: Vec<(String, Vec<RegionLine>)>,
}
