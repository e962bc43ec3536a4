//! What is told about two to five hospitals side by side, and when are they not laid side by side?

use super::care::{CareFact, Land};
use super::hospital::{Context, HospitalCard, MeasureSection, Neighbour};
use super::measure::MeasureNote;
use super::value::{HospitalRef, SourceNote};
use super::{AreaName, ReleaseNote};
use domain::care::Care;
use domain::caveats::Caveat;
use domain::{Bilingual, Disclosed, HospitalId, Period, Status};

/// The answer to "how do these hospitals compare?".
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Release.
    pub release: ReleaseNote,
    /// The hospitals in the order asked for, each once.
    pub hospitals: Vec<Compared>,
    /// Whether they may be compared at all.
    pub guard: Guard,
    /// Hospitals that may be laid side by side, by their place in `hospitals`; all in one group where the guard says fair.
    pub groups: Vec<Vec<usize>>,
    /// Measures: those asked for, or at most five.
    pub measures: Vec<MeasureCompared>,
    /// Measures that at least two of them report and that are not among `measures`.
    pub further: Vec<MeasureNote>,
    /// Hospitals that alone provide something in their area: there is nothing to compare for that.
    pub sole: Vec<SoleProvider>,
    /// Where only one hospital was named: the nearest of its role, with which it can be compared.
    pub suggestions: Vec<Neighbour>,
    /// What is true of every value.
    pub said_once: Vec<&'static Caveat>,
    /// Sources of the values.
    pub sources: Vec<SourceNote>,
    /// Sources of the counts of care.
    pub care_sources: Vec<SourceNote>,
}

impl Comparison {
    /// The country that all of them lie in, ISO 3166-1; `None` where there are several, or no hospital yet.
    pub fn country(&self) -> Option<&str> {
        let mut countries = self.hospitals.iter().map(|compared| compared.card.country.as_str());
        let first = countries.next()?;
        countries.all(|country| country == first).then_some(first)
    }
}

/// One of the hospitals.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The hospital.
    pub card: HospitalCard,
    /// The id that was asked for, where it was given up.
    pub asked_as: Option<HospitalId>,
    /// What kind of place it is.
    pub context: Context,
    /// The kinds of care that something shows there.
    pub cares: Vec<Disclosed<CareFact>>,
}

/// One of the hospitals that a reader collects on the way, to compare them later.
#[derive(Debug, Clone, PartialEq)]
pub struct Collected {
    /// As the address names it.
    pub asked: HospitalId,
    /// The hospital; `None` where this release does not know it.
    pub hospital: Option<HospitalRef>,
}

/// Is the comparison a fair one?
#[derive(Debug, Clone, PartialEq)]
pub struct Guard {
    /// Why not; empty where it is fair.
    pub because: Vec<GuardReason>,
    /// The unfair pairs, by place.
    pub unfair: Vec<(usize, usize)>,
    /// What can be compared instead.
    pub alternatives: Vec<Alternative>,
}

impl Guard {
    /// True where every pair may be compared.
    pub const fn is_fair(&self) -> bool {
        self.unfair.is_empty()
    }

    /// True where these two may be compared.
    pub fn allows(&self, a: usize, b: usize) -> bool {
        !self.unfair.contains(&(a.min(b), a.max(b)))
    }
}

/// A caveat that forbids the comparison, and the hospitals that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct GuardReason {
    /// The caveat.
    pub caveat: &'static Caveat,
    /// By place.
    pub hospitals: Vec<usize>,
}

/// A fair question instead of an unfair one.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// For whom, by place.
    pub hospital: usize,
    /// With whom.
    pub instead: Instead,
}

/// What can be asked instead.
#[derive(Debug, Clone, PartialEq)]
pub enum Instead {
    /// This hospital with the nearest of its role and size.
    Nearest(Vec<Neighbour>),
    /// This hospital against all hospitals of its role, on its own page.
    OwnPeers {
        /// How many hospitals of its role this release has, itself among them; 0 where its role is not known or its
        /// field gives it other patients than most of them.
        peers: u32,
    },
}

/// One measure of all the hospitals.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureCompared {
    /// The measure.
    pub measure: MeasureNote,
    /// Whether the values are of the same days.
    pub periods: Periods,
    /// One section per hospital, in their order; a hospital without a value has its reason.
    pub sections: Vec<MeasureSection>,
    /// Every pair once.
    pub pairs: Vec<Pair>,
}

/// Are the values of the same days?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Periods {
    /// All that have a value have it for these days.
    Same(Period),
    /// There is no period that all of them report.
    Differ,
}

/// Two hospitals in one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The first, by place.
    pub a: usize,
    /// The second, by place.
    pub b: usize,
    /// How many hospitals are truly compared in this measure, whose threshold it is.
    pub k: usize,
    /// The answer.
    pub answer: PairAnswer,
    /// What the table of all hospitals of their role says of the two.
    pub national: NationalTable,
}

/// Can the two be told apart?
#[derive(Debug, Clone, PartialEq)]
pub enum PairAnswer {
    /// Yes: the first value is lower.
    FirstLower,
    /// Yes: the first value is higher.
    FirstHigher,
    /// No. This is never called good or equal.
    CannotTell,
    /// Not compared, for these reasons.
    NotCompared(Vec<PairReason>),
}

impl PairAnswer {
    /// Yes, no, or not compared.
    pub const fn can_be_told_apart(&self) -> Option<bool> {
        match self {
            Self::FirstLower | Self::FirstHigher => Some(true),
            Self::CannotTell => Some(false),
            Self::NotCompared(_) => None,
        }
    }

    /// Why the two are not compared.
    pub fn because(&self) -> &[PairReason] {
        match self {
            Self::NotCompared(reasons) => reasons,
            _ => &[],
        }
    }
}

/// Why two values are not compared.
#[derive(Debug, Clone, PartialEq)]
pub struct PairReason {
    /// What stands in the way.
    pub obstacle: Obstacle,
    /// Whose value it is, by place; `None` where it concerns the two together.
    pub hospital: Option<usize>,
}

/// What stands in the way of a comparison of two values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Obstacle {
    /// A caveat of the pair or of a value.
    Caveat(&'static Caveat),
    /// There is no value, and this is why.
    NoValue(Status),
    /// The two values are of different days.
    DifferentPeriods,
    /// A plain count has no chance error.
    PlainCount,
    /// The counts that tell how large chance is are not published.
    NoCounts,
}

impl Obstacle {
    /// Its id; that of the caveat where it is one.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Caveat(caveat) => caveat.id,
            Self::NoValue(_) => "NO_VALUE",
            Self::DifferentPeriods => "DIFFERENT_PERIODS",
            Self::PlainCount => "PLAIN_COUNT",
            Self::NoCounts => "NO_COUNTS",
        }
    }

    /// In words.
    pub const fn text(self) -> Bilingual {
        match self {
            Self::Caveat(caveat) => caveat.text,
            Self::NoValue(status) => status.reason(),
            Self::DifferentPeriods => Bilingual::new("数字の期間がちがいます", "The figures are of different periods"),
            Self::PlainCount => Bilingual::new(
                "数えただけの値なので、差の判定はしません",
                "A plain count: whether it differs is not judged",
            ),
            Self::NoCounts => Bilingual::new(
                "くらべるのに必要な件数が公表されていません",
                "The counts that a comparison needs are not published",
            ),
        }
    }
}

/// What the table of all hospitals of the role says of two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NationalTable {
    /// One of them has no range of places.
    NoPlaces,
    /// Their ranges of places share a place.
    Overlap {
        /// Hospitals in the table.
        of: u32,
    },
    /// Their ranges of places share none.
    Apart {
        /// Hospitals in the table.
        of: u32,
    },
}

/// Of what a hospital is the only provider.
#[derive(Debug, Clone, PartialEq)]
pub enum SoleOf {
    /// Of its island, whatever else its medical area has across the sea.
    Island {
        /// The island.
        land: Land,
        /// Words that lead to its municipality.
        place: Bilingual<String>,
    },
    /// Of its whole medical area, on whatever land.
    Area(AreaName),
}

/// A hospital that alone provides some kinds of care on its island or in its medical area.
#[derive(Debug, Clone, PartialEq)]
pub struct SoleProvider {
    /// The hospital.
    pub hospital: HospitalRef,
    /// Of what.
    pub of: SoleOf,
    /// What nobody else there surely provides.
    pub cares: Vec<Care>,
}
