//! What does a source say about a hospital itself?

use super::Subject;
use crate::ids::HospitalId;
use crate::period::Day;

/// One row of `hospitals.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct HospitalRecord {
    /// Id of the hospital.
    pub id: HospitalId,
    /// Official name.
    pub name: String,
    /// Reading in katakana.
    pub name_kana: String,
    /// English name or romaji.
    pub name_en: String,
    /// Short name.
    pub short_name: String,
    /// ISO 3166-1, two letters.
    pub country: String,
    /// JIS X 0401 (`01` … `47`) or state.
    pub region_code: String,
    /// Municipality (JIS X 0402, five digits, in Japan).
    pub municipality_code: String,
    /// Name of the municipality.
    pub municipality: String,
    /// 二次医療圏, four digits.
    pub area_code: String,
    /// Postal address.
    pub address: String,
    /// WGS 84, degrees; `None` where unknown.
    pub latitude: Option<f64>,
    /// WGS 84, degrees; `None` where unknown.
    pub longitude: Option<f64>,
    /// How exact the point is; publish gives municipality points where there is none.
    pub point: Point,
    /// Home page.
    pub url: String,
}

crate::codes! {
    /// How exact a coordinate is.
    Point, "point", "地図の点" {
        /// The publisher printed it.
        Exact = "exact",
        /// The middle of the municipality, not the hospital.
        About = "about",
        /// No coordinate is known.
        Unknown = "",
    }
}

/// A facility of a source without usable ids, to be linked by name and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacilityRecord {
    /// Scheme under which it is kept in the crosswalk, e.g. `dpc:2022`, `bed-functions:2025`.
    pub scheme: String,
    /// Its number or key in that scheme, as text; unique within the scheme.
    pub value: String,
    /// Further identifiers of the same facility (scheme, value), e.g. last year's number.
    pub also: Vec<(String, String)>,
    /// Name as printed.
    pub name: String,
    /// Other names of the same facility in the same source (older years), as printed.
    pub other_names: Vec<String>,
    /// JIS X 0401.
    pub region_code: String,
    /// Five digits where the source prints them, else empty.
    pub municipality_code: String,
    /// Name as printed.
    pub municipality: String,
    /// 二次医療圏 where the source prints it, else empty.
    pub area_code: String,
    /// Day from which the number is valid.
    pub valid_from: Option<Day>,
    /// Day until which the number is valid.
    pub valid_to: Option<Day>,
}

crate::codes! {
    /// How a facility was matched to a hospital.
    Match, "match", "突き合わせ方" {
        /// The source itself names the hospital.
        Given = "given",
        /// Same normalised name in the same municipality.
        Exact = "exact",
        /// The one hospital of the municipality whose name ends alike.
        Suffix = "suffix",
        /// An operator decided.
        Manual = "manual",
    }
}

/// One row of `identifiers.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct IdentifierRecord {
    /// The hospital.
    pub hospital: HospitalId,
    /// `navii`, `dpc:2022`, `bed-functions:2025`, `ccn` …
    pub scheme: String,
    /// The identifier, as text.
    pub value: String,
    /// First day of validity.
    pub valid_from: Option<Day>,
    /// Last day of validity.
    pub valid_to: Option<Day>,
    /// How it was linked.
    pub matched: Match,
    /// How surely, 0 to 1.
    pub confidence: f64,
}

crate::codes! {
    /// What became of a hospital.
    SuccessionKind, "kind of succession", "引き継ぎの種類" {
        /// Joined another.
        Merged = "merged",
        /// Was divided.
        Split = "split",
        /// Changed its name.
        Renamed = "renamed",
        /// Changed its place.
        Moved = "moved",
        /// Closed.
        Closed = "closed",
    }
}

impl SuccessionKind {
    /// Nobody can go to the facility any more, at least not under its own entry; what was divided may go on under its name.
    pub const fn ends(self) -> bool {
        matches!(self, Self::Merged | Self::Renamed | Self::Moved | Self::Closed)
    }
}

/// One row of `successors.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct SuccessorRecord {
    /// The hospital before.
    pub hospital: Subject,
    /// The hospital after; `None` where it closed.
    pub successor: Option<Subject>,
    /// When.
    pub date: Option<Day>,
    /// What happened.
    pub kind: SuccessionKind,
}

/// One row of `context.csv`: a fact about a hospital that is no quality.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextRecord {
    /// The hospital.
    pub hospital: Subject,
    /// `beds_total`, `emergency_level`, `service:産科` …
    pub key: String,
    /// As text; `1` for a flag, the status code where the publisher hides it.
    pub value: String,
    /// First day of validity.
    pub valid_from: Option<Day>,
    /// Last day of validity.
    pub valid_to: Option<Day>,
}
