//! Where is the reader, who provides a kind of care within reach, and what if there is only one?

use super::finder::Distance;
use super::hospital::{Context, HospitalCard};
use super::measure::MeasureNote;
use super::value::{Figure, SourceNote, ValueRow};
use super::{AreaName, ReleaseNote};
use domain::care::Care;
use domain::view_spec::GeoPoint;
use domain::{Bilingual, Disclosed, MeasureId, Period, Status};
use i18n::Locale;
use std::sync::Arc;

/// The land something stands on. Between two different lands lies the sea.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Land {
    /// The large islands that roads and rails join.
    #[default]
    Mainland,
    /// An island, by its name in both languages.
    Island(Arc<(String, String)>),
    /// No municipality is printed, and its medical area is several islands: no sea is claimed to lie before it.
    Unknown,
}

impl Land {
    /// The name of the island; `None` for the mainland.
    pub fn name(&self) -> Option<Bilingual<&str>> {
        match self {
            Self::Mainland | Self::Unknown => None,
            Self::Island(names) => Some(Bilingual { ja: names.0.as_str(), en: names.1.as_str() }),
        }
    }

    /// Whether the sea lies between two lands.
    pub fn crossing(&self, other: &Self) -> Crossing {
        if self == other || [self, other].contains(&&Self::Unknown) {
            Crossing::SameLand
        } else {
            Crossing::AcrossTheSea
        }
    }
}

/// What a place in words turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpotKind {
    /// A municipality, or a city with wards.
    Municipality,
    /// 二次医療圏.
    MedicalArea,
    /// A prefecture or state: too large for "in reach".
    Region,
    /// A point on the map.
    Point,
}

/// A place that is understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// What it is.
    pub kind: SpotKind,
    /// Its code; empty for a point.
    pub code: String,
    /// Name, e.g. 佐渡市; empty for a point.
    pub name: Bilingual<String>,
    /// `JP-15`.
    pub region: String,
    /// Name of the prefecture.
    pub region_name: Bilingual<String>,
    /// The medical areas it lies in: one, several for a large city, none for a prefecture.
    pub areas: Vec<AreaName>,
    /// The lands it stands on: one, several for an area of islands, none for a prefecture.
    pub lands: Vec<Land>,
    /// Roughly where it is; `None` where one point cannot stand for it.
    pub point: Option<GeoPoint>,
    /// Of a town without a point, the middle of its medical area: it chooses which places are named, and is no distance.
    pub around: Option<GeoPoint>,
}

impl Spot {
    /// True where the whole place lies on islands.
    pub fn is_island(&self) -> bool {
        !self.lands.is_empty() && self.lands.iter().all(|land| land.name().is_some())
    }

    /// Words that lead to this place and no other, and tell it from others of its name: the prefecture stands beside it.
    pub fn in_words(&self, locale: Locale) -> String {
        if locale == Locale::En && self.name.en != self.name.ja {
            return self.in_english();
        }
        match self.kind {
            SpotKind::Region => self.name.ja.clone(),
            SpotKind::MedicalArea => format!("{}{}医療圏", self.region_name.ja, self.name.ja),
            SpotKind::Municipality | SpotKind::Point => format!("{}{}", self.region_name.ja, self.name.ja),
        }
    }

    /// `Niigata City, Niigata` and `Niigata Prefecture`.
    fn in_english(&self) -> String {
        let (name, region) = (&self.name.en, &self.region_name.en);
        // Esashi, Hiyama: of two towns of one name the district tells which
        let (own, district) = name.find(", ").map_or((name.as_str(), ""), |at| name.split_at(at));
        let is_prefecture = self.name.ja.ends_with(['都', '府', '県']);
        let kinds = [('市', "City"), ('町', "Town"), ('村', "Village")];
        let kind = kinds.into_iter().find(|(last, word)| self.name.ja.ends_with(*last) && !own.ends_with(word));
        match self.kind {
            SpotKind::Region if is_prefecture => format!("{name} Prefecture"),
            SpotKind::Region => name.clone(),
            SpotKind::MedicalArea if name.ends_with(" area") => format!("{name}, {region}"),
            SpotKind::MedicalArea => format!("{name} medical area, {region}"),
            SpotKind::Municipality | SpotKind::Point => match kind {
                Some((_, word)) => format!("{own} {word}{district}, {region}"),
                None => format!("{name}, {region}"),
            },
        }
    }
}

/// Where the reader is.
#[derive(Debug, Clone, PartialEq)]
pub enum Where {
    /// Nothing was said about it.
    Nowhere,
    /// One place.
    Spot(Box<Spot>),
    /// Several places have this name: the reader chooses.
    Ambiguous(Vec<Spot>),
    /// No place of this name is known.
    NotFound(String),
}

impl Where {
    /// The place, where it is one.
    pub fn spot(&self) -> Option<&Spot> {
        match self {
            Self::Spot(spot) => Some(spot),
            _ => None,
        }
    }
}

/// What counts as in reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// These medical areas, as far as no sea lies between.
    pub areas: Vec<AreaName>,
    /// And everything within this distance of a point, kilometres.
    pub radius_km: Option<u16>,
    /// The islands of the place, where every facility of them is in reach: only then may their names stand for it.
    pub islands: Vec<Land>,
}

/// Does the sea lie between the reader and a hospital?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crossing {
    /// The same land, or nothing is known about where the reader is.
    SameLand,
    /// Across the sea: its kilometres are not compared with those on land.
    AcrossTheSea,
}

/// How surely a facility provides a kind of care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// A published figure, designation or entry shows it.
    Provides,
    /// Nothing rules it out: telephone and ask.
    May,
}

/// What shows it.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// A printed count above 0, of the newest period there is.
    Count {
        /// Of what.
        measure: MeasureId,
        /// How many.
        value: f64,
        /// When.
        period: Period,
    },
    /// The same of an older period; the newest table does not have it.
    OlderCount {
        /// Of what.
        measure: MeasureId,
        /// How many.
        value: f64,
        /// When.
        period: Period,
    },
    /// The publisher masked the count, or the facility did not report it.
    NotKnown {
        /// Of what.
        measure: MeasureId,
        /// Why there is no number.
        status: Status,
    },
    /// Beds for it.
    Beds {
        /// How many.
        beds: f64,
    },
    /// A designation or emergency level.
    Designation,
    /// The register lists the department or service.
    Service {
        /// As the source names it.
        name: String,
    },
    /// Its role.
    Role,
}

/// That a facility provides a kind of care, and what shows it. It travels only inside `Disclosed`.
#[derive(Debug, Clone, PartialEq)]
pub struct CareFact {
    /// Which care.
    pub care: Care,
    /// How surely.
    pub known: Known,
    /// What shows it.
    pub evidence: Evidence,
    /// Id of the source of a count; empty for what is no count.
    pub source: String,
}

/// A facility of a list of providers.
#[derive(Debug, Clone, PartialEq)]
pub struct Provider {
    /// The facility.
    pub card: HospitalCard,
    /// What shows that it provides the care.
    pub fact: Disclosed<CareFact>,
    /// How far; from the middle of a place always "about".
    pub distance: Distance,
    /// Whether the sea lies between.
    pub crossing: Crossing,
}

/// One measure of one facility over its own years, held against nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnYears {
    /// The measure.
    pub measure: MeasureNote,
    /// Oldest first.
    pub years: Vec<Disclosed<ValueRow>>,
}

/// How many patients of an area are treated elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Outflow {
    /// The area.
    pub area: AreaName,
    /// When.
    pub period: Period,
    /// Share, 0 to 1.
    pub share: Figure,
}

/// A larger hospital to which a sole provider may send people.
#[derive(Debug, Clone, PartialEq)]
pub struct LargerHospital {
    /// The hospital.
    pub card: HospitalCard,
    /// How far from the reader's place; from the sole provider where the place has no point.
    pub distance: Distance,
    /// Whether the sea lies between.
    pub crossing: Crossing,
    /// What shows that it provides the care too, or may.
    pub fact: Option<Disclosed<CareFact>>,
}

/// Only one facility in reach surely provides the care: what it is, and nothing to compare it with.
#[derive(Debug, Clone, PartialEq)]
pub struct OneHospital {
    /// Release.
    pub release: ReleaseNote,
    /// Which care.
    pub care: Care,
    /// Where the reader is.
    pub place: Spot,
    /// What counts as in reach.
    pub reach: Reach,
    /// The facility, with its distance and what shows that it provides the care.
    pub provider: Provider,
    /// What kind of place it is: role, beds, services, closing days.
    pub context: Context,
    /// Its numbers for this care, then what else says how large its work is; each over its own years.
    pub years: Vec<OwnYears>,
    /// How many people of its area are treated elsewhere, newest first; empty where no source tells.
    pub outflow: Vec<Disclosed<Outflow>>,
    /// The nearest hospitals with more specialists, the same land first.
    pub larger: Vec<LargerHospital>,
    /// In reach and perhaps providing it: telephone and ask.
    pub may: Vec<Provider>,
    /// Providers outside reach, the nearest first, the sea last.
    pub outside: Vec<Provider>,
    /// What to ask there.
    pub questions: Vec<Bilingual<String>>,
    /// Sources of all figures.
    pub sources: Vec<SourceNote>,
}

/// Who provides the care.
#[derive(Debug, Clone, PartialEq)]
pub enum Providers {
    /// The reader's place is not one place, or is a whole prefecture: nothing is "in reach".
    NoPlace,
    /// No source of this release tells about this care anywhere.
    NotTold,
    /// Nobody is known in reach.
    None {
        /// In reach and perhaps providing it.
        may: Vec<Provider>,
        /// The nearest elsewhere.
        outside: Vec<Provider>,
    },
    /// Exactly one surely does.
    One(Box<OneHospital>),
    /// Several do, the nearest first.
    Several {
        /// They surely do.
        providers: Vec<Provider>,
        /// In reach and perhaps providing it.
        may: Vec<Provider>,
    },
}

/// The answer to "who provides this within my reach?".
#[derive(Debug, Clone, PartialEq)]
pub struct CareInReach {
    /// Release.
    pub release: ReleaseNote,
    /// Which care.
    pub care: Care,
    /// Where the reader is.
    pub place: Where,
    /// What counts as in reach; `None` where nothing does.
    pub reach: Option<Reach>,
    /// Who provides it.
    pub providers: Providers,
    /// Sources of the counts beside the names.
    pub sources: Vec<SourceNote>,
}

impl CareInReach {
    /// The sole provider, where there is exactly one: then nothing is compared.
    pub fn one(&self) -> Option<&OneHospital> {
        match &self.providers {
            Providers::One(one) => Some(one),
            _ => None,
        }
    }
}
