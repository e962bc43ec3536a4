//! What is told about one hospital?

use super::care::{Crossing, Land};
use super::measure::{Break, Comparator, MeasureNote};
use super::value::{Comment, HospitalRef, SourceNote, ValueRow};
use super::{AreaName, Distance, ReleaseNote};
use domain::caveats::Caveat;
use domain::records::{EventKind, Match, Point, SuccessionKind};
use domain::view_spec::{EmergencyLevel, GeoPoint};
use domain::{Bilingual, Day, Disclosed, HospitalId, Period};

/// Where a hospital lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapPoint {
    /// As published.
    Exact(GeoPoint),
    /// The middle of its municipality: say "about".
    About(GeoPoint),
    /// Not known.
    Unknown,
}

impl MapPoint {
    /// The point and how exact it is.
    pub const fn known(self) -> Option<(GeoPoint, Point)> {
        match self {
            Self::Exact(p) => Some((p, Point::Exact)),
            Self::About(p) => Some((p, Point::About)),
            Self::Unknown => None,
        }
    }
}

/// A hospital in a list and at the top of its page.
#[derive(Debug, Clone, PartialEq)]
pub struct HospitalCard {
    /// Id, names, municipality, region, role.
    pub hospital: HospitalRef,
    /// Reading.
    pub name_kana: String,
    /// Short name.
    pub short_name: String,
    /// ISO 3166-1.
    pub country: String,
    /// Municipality code.
    pub municipality_code: String,
    /// 二次医療圏.
    pub area: AreaName,
    /// Why it has this role.
    pub peer_reason: Bilingual<String>,
    /// Why it counts as a hospital of one field; empty for a general hospital.
    pub specialty_reason: Bilingual<String>,
    /// Address.
    pub address: String,
    /// Where it lies.
    pub point: MapPoint,
    /// On which land.
    pub land: Land,
    /// Home page.
    pub url: String,
    /// Whom it takes in an emergency, where a source tells.
    pub emergency: Option<EmergencyLevel>,
    /// All beds, where known.
    pub beds_total: Option<u32>,
    /// Measures with a value; 0 is no fault.
    pub reported_measures: u32,
    /// How it came to its end by the day of the release; `None` where it stands. Those that ended are found by name only.
    pub ended: Option<Ended>,
}

/// Why nobody should set out for a hospital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It was closed, merged, split, renamed or moved.
    Succession(SuccessionKind),
    /// No file of the last years names it; the last one is about this day. Whether it is still there, no source tells.
    NotToldSince(Day),
}

/// A hospital of the same role as another.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// The hospital.
    pub card: HospitalCard,
    /// How far from the other: "about" where either point is.
    pub distance: Distance,
    /// Whether the sea lies between them.
    pub crossing: Crossing,
}

impl Neighbour {
    /// Farther than this nobody calls it near, kilometres.
    const NEAR: f64 = 100.0;

    /// Whether it can be called near: no sea between, and not too far.
    pub fn is_near(&self) -> bool {
        self.crossing == Crossing::SameLand && self.distance.order_km() <= Self::NEAR
    }
}

/// One fact of the context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextFact {
    /// Key of the interchange package.
    pub key: String,
    /// Value as text.
    pub value: String,
    /// First day of validity.
    pub valid_from: Option<Day>,
    /// Last day of validity.
    pub valid_to: Option<Day>,
}

/// What kind of place it is, before any figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// All facts, by key.
    pub facts: Vec<ContextFact>,
}

impl Context {
    /// The newest value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.facts.iter().rev().find(|f| f.key == key).map(|f| f.value.as_str())
    }

    /// A count of beds or the like.
    pub fn count(&self, key: &str) -> Option<u32> {
        let number: f64 = self.get(key)?.parse().ok()?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (0.0..=1e9).contains(&number).then(|| number.round() as u32)
    }

    /// True for a flag that is set.
    pub fn is(&self, key: &str) -> bool {
        matches!(self.get(key), Some("1" | "true"))
    }

    /// The facts whose key begins with `prefix`, with the rest of the key.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> + 'a {
        self.facts.iter().filter_map(move |f| f.key.strip_prefix(prefix).map(|rest| (rest, f.value.as_str())))
    }
}

/// How it is known elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct IdentifierNote {
    /// Scheme.
    pub scheme: String,
    /// Value.
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

/// What became of a hospital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// What happened.
    pub kind: SuccessionKind,
    /// When.
    pub date: Option<Day>,
    /// The one after; `None` where it closed.
    pub successor: Option<(HospitalId, Bilingual<String>)>,
}

/// What a hospital came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predecessor {
    /// What happened.
    pub kind: SuccessionKind,
    /// When.
    pub date: Option<Day>,
    /// The one before.
    pub hospital: (HospitalId, Bilingual<String>),
}

/// A disaster or outbreak that touches the hospital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Kind.
    pub kind: EventKind,
    /// First day.
    pub start: Day,
    /// Last day, `None` while it is open.
    pub end: Option<Day>,
    /// What happened.
    pub text: Bilingual<String>,
    /// Where; empty where it struck one hospital, or an area without a name.
    pub place: Bilingual<String>,
}

impl Event {
    /// True while it is not over on this day.
    pub fn is_open(&self, as_of: Day) -> bool {
        self.start <= as_of && self.end.is_none_or(|end| end >= as_of)
    }

    /// True where it shares a day with these.
    pub fn touches(&self, period: Period) -> bool {
        period.overlaps(self.start, self.end.unwrap_or(Day::MAX))
    }
}

/// Why a hospital has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFigures {
    /// It has figures.
    HasFigures,
    /// No source of this release covers it (small hospitals, clinics, psychiatric hospitals).
    NotInAnySource,
    /// It is in a source, but every value is missing with a reason.
    AllMissing,
}

/// One measure of one hospital.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureSection {
    /// The measure.
    pub measure: MeasureNote,
    /// The newest value (or reason).
    pub newest: Disclosed<ValueRow>,
    /// Against the whole country, same period.
    pub national: Comparator,
    /// Against the same role, same period.
    pub peer: Comparator,
    /// All years, oldest first, the newest among them.
    pub history: Vec<Disclosed<ValueRow>>,
    /// National target per period of `history`, same order.
    pub national_history: Vec<Comparator>,
    /// Where the series breaks.
    pub breaks: Vec<Break>,
    /// Parts of the patients that have values of their own in the newest period.
    pub strata: Vec<Disclosed<ValueRow>>,
    /// Common scale of this measure for all hospitals of the release: 0 or the low end, and the high end.
    pub scale: (f64, f64),
    /// What is said beside a printed 0 that contradicts what else is published of the hospital; on its own page only.
    pub doubt: Option<&'static Bilingual<String>>,
}

/// The answer to "what about this hospital?".
#[derive(Debug, Clone, PartialEq)]
pub struct HospitalReport {
    /// Release.
    pub release: ReleaseNote,
    /// The hospital.
    pub card: HospitalCard,
    /// Context.
    pub context: Context,
    /// Identifiers.
    pub identifiers: Vec<IdentifierNote>,
    /// What became of it.
    pub successors: Vec<Successor>,
    /// What it came from.
    pub predecessors: Vec<Predecessor>,
    /// Events.
    pub events: Vec<Event>,
    /// Everything it says about any of its values, newest first.
    pub comments: Vec<Comment>,
    /// Measures in display order: by topic, those with a value first.
    pub measures: Vec<MeasureSection>,
    /// Caveats that hold for every value of the page; said once at the top.
    pub said_once: Vec<&'static Caveat>,
    /// Why there are no figures.
    pub no_figures: NoFigures,
    /// Nearest hospitals of the same role (at most five), the same land first.
    pub nearby: Vec<Neighbour>,
    /// All sources of the page.
    pub sources: Vec<SourceNote>,
}
