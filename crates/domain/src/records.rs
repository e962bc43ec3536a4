//! What does an importer hand over? One struct per table of the interchange package.
//!
//! A record says what a source printed; nothing here is computed. Estimates, limits and verdicts are made on publish.

use crate::ids::{HospitalId, MeasureId};
use crate::measure::{Direction, Kind, MeasureType, Topic};
use crate::period::{Day, Period};
use crate::{Bilingual, Status};

/// Whom a record is about: a hospital with an id, or a facility of a file that has no id we know yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A hospital that the source names by id.
    Hospital(HospitalId),
    /// A facility of this batch, by its place in [`Batch::facilities`]; publish links it to a hospital or gives it an id.
    Facility(usize),
}

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
    Point, "point" {
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
    Match, "match" {
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
    SuccessionKind, "kind of succession" {
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

crate::codes! {
    /// Kinds of areas.
    AreaKind, "kind of area" {
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
    Breaks, "kind of break" {
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

/// One row of `observations.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct ObservationRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// Days covered.
    pub period: Period,
    /// Part of the patients, empty for all.
    pub stratum: String,
    /// Events.
    pub numerator: Option<f64>,
    /// Patients, or units of exposure.
    pub denominator: Option<f64>,
    /// Patients who could have been reported.
    pub eligible: Option<f64>,
    /// Expected events (a count).
    pub expected: Option<f64>,
    /// Value in base units.
    pub value: Option<f64>,
    /// Standard error of the value, in base units.
    pub standard_error: Option<f64>,
    /// Share of those asked who answered, 0 to 1.
    pub response_rate: Option<f64>,
    /// Why it is there or not.
    pub status: Status,
    /// The literal of the source.
    pub raw: String,
    /// True where the numerator was derived from value × denominator.
    pub derived: bool,
    /// Codes of footnotes of the same source.
    pub footnotes: Vec<String>,
    /// The publisher's own verdict, as printed.
    pub published_verdict: String,
    /// Id of the source.
    pub source_id: String,
    /// Sheet or member of an archive.
    pub source_sheet: String,
    /// Row, counted from 1.
    pub source_row: Option<u32>,
}

crate::codes! {
    /// Kinds of published limits.
    LimitKind, "kind of limit" {
        /// 95 % confidence or interval estimate.
        Ci95 = "ci95",
        /// 99.8 % Poisson limits.
        Poisson998 = "poisson998",
        /// Over-dispersed 95 % control limits.
        Overdispersed95 = "overdispersed95",
        /// First quartile, median, third quartile.
        Quartiles = "quartiles",
        /// Predicted value.
        Predicted = "predicted",
        /// Expected rate.
        ExpectedRate = "expected_rate",
    }
}

/// One row of `limits.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// Days covered.
    pub period: Period,
    /// Stratum.
    pub stratum: String,
    /// Kind.
    pub kind: LimitKind,
    /// Lower end.
    pub lower: Option<f64>,
    /// Middle.
    pub middle: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
}

/// One row of `footnotes.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FootnoteRecord {
    /// The source.
    pub source_id: String,
    /// Its code there.
    pub code: String,
    /// Text.
    pub text: Bilingual<String>,
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
    EventKind, "kind of event" {
        /// Earthquake, flood …
        Disaster = "disaster",
        /// Outbreak of an infection.
        Outbreak = "outbreak",
    }
}

/// One row of `comments.csv`: what a hospital says about its value.
#[derive(Debug, Clone, PartialEq)]
pub struct CommentRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// End of the period meant; `None` for all.
    pub period_end: Option<Day>,
    /// Explanation or practice.
    pub kind: CommentKind,
    /// Date.
    pub date: Option<Day>,
    /// At most 400 characters.
    pub text: Bilingual<String>,
}

crate::codes! {
    /// Kinds of comments.
    CommentKind, "kind of comment" {
        /// Explains a value.
        Explanation = "explanation",
        /// Tells what the hospital does.
        Practice = "practice",
    }
}

/// One row of `corrections.csv`: was / is / why / when.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrectionRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// Days covered.
    pub period: Period,
    /// Stratum.
    pub stratum: String,
    /// The value before, as printed; empty where there was none.
    pub was: String,
    /// The value now, as printed; empty where it was withdrawn.
    pub is: String,
    /// Why.
    pub why: Bilingual<String>,
    /// When.
    pub date: Day,
}

/// One row of `sources.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceRecord {
    /// Id of the source.
    pub id: String,
    /// Who published it.
    pub publisher: Bilingual<String>,
    /// Its title.
    pub title: Bilingual<String>,
    /// Where it can be had.
    pub url: String,
    /// Licence; empty where none is given.
    pub licence: String,
    /// Wording that the licence asks for.
    pub attribution: Bilingual<String>,
    /// Day of publication.
    pub published: Option<Day>,
    /// Day it was fetched.
    pub retrieved: Option<Day>,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Name of the file.
    pub file: String,
}

/// Whether a batch tells of real or of invented hospitals. The two never share a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reality {
    /// Official figures.
    #[default]
    Real,
    /// Invented figures.
    Fictional,
}

/// Which of two sources wins where both print the same value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Authority {
    /// Put together by others from official tables.
    Compiled,
    /// Published by whoever is responsible for it.
    #[default]
    Official,
}

/// Everything one file says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    /// Real or invented.
    pub reality: Reality,
    /// Official or compiled.
    pub authority: Authority,
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
