//! Which measures does the demonstration know, in which words, and how do its true values behave?

mod access;
mod digital;
mod experience;
mod outcomes;
mod practice;
mod safety;

use crate::facilities::Facility;
use crate::roles::{Role, Service};

/// A text in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// Japanese.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

/// A text in both languages.
pub const fn text(ja: &'static str, en: &'static str) -> Text {
    Text { ja, en }
}

/// Who could have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Every facility.
    Everyone,
    /// Every hospital, no clinics.
    Hospitals,
    /// Hospitals for acute illness.
    Acute,
    /// Facilities that offer a service.
    Offering(Service),
}

impl Who {
    /// Whether a facility is one of them.
    pub fn includes(self, facility: &Facility) -> bool {
        match self {
            Self::Everyone => true,
            Self::Hospitals => !facility.role.is_clinic(),
            Self::Acute => facility.role.is_acute(),
            Self::Offering(service) => facility.offers(service),
        }
    }
}

/// What patients are counted in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Volume {
    /// A share of the patient-days.
    PatientDays(f64),
    /// A share of the discharges.
    Discharges(f64),
    /// A number for each bed.
    Beds(f64),
}

/// How a value comes about; spreads are standard deviations between hospitals on the scale in brackets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// Events among patients: of whom, how often, spread (log odds).
    Proportion(Volume, f64, f64),
    /// Events per patient-day: of what, how often, spread (log).
    Rate(Volume, f64, f64),
    /// Observed by expected: patients, events among them, spread (log).
    Ratio(Volume, f64, f64),
    /// Mean: how many are asked or timed, mean, spread within and between hospitals (its own unit).
    Mean(Volume, f64, f64, f64),
    /// A count: how many, spread (log).
    Count(Volume, f64),
    /// How many of the twenty services are offered.
    Services,
    /// A proportion that its publisher pulls toward the national value: patients, how often, spread (log odds).
    Shrunken(Volume, f64, f64),
}

/// When the first figures are from, and how many take part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Start {
    /// All years.
    Always,
    /// A pilot with few hospitals in FY2022 and FY2023, everyone from FY2024.
    Pilot,
    /// From FY2021.
    Fy2021,
    /// All years, but only a share of hospitals chooses to take part.
    Voluntary(f64),
}

/// How true values move.
#[derive(Debug, Clone, Copy)]
pub struct Movement {
    /// Change of the national level each year (scale of the spread).
    pub yearly: f64,
    /// Change of a hospital's own level each year, as a share of the spread between hospitals.
    pub own: f64,
    /// How much wider (or, negative, narrower) the spread was five years before the last.
    pub evening_out: f64,
}

/// No national trend, small movements of hospitals, no evening out.
pub const STEADY: Movement = Movement { yearly: 0.0, own: 0.06, evening_out: 0.0 };

/// A measure: its words and its model.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Id.
    pub id: &'static str,
    /// Name.
    pub name: Text,
    /// `lower`, `higher` or `neutral`.
    pub direction: &'static str,
    /// `outcomes`, `safety`, `experience` or `access`.
    pub topic: &'static str,
    /// `structure`, `process`, `outcome`, `experience` or `volume`.
    pub measure_type: &'static str,
    /// Unit of the value, or what a rate or share is counted on; empty for shares of people and for ratios.
    pub unit: &'static str,
    /// What it is adjusted for, `;`-separated; empty where it is crude.
    pub adjusters: &'static str,
    /// Reported by the hospital itself.
    pub self_reported: bool,
    /// Checked by a third party.
    pub audited: bool,
    /// Counts episodes, not people.
    pub counts_episodes: bool,
    /// Smallest denominator with a value.
    pub min_denominator: u32,
    /// What it is.
    pub plain: Text,
    /// Why it matters, and what a hospital can do.
    pub why: Text,
    /// What it cannot tell.
    pub cannot_tell: Text,
    /// The publisher's warning.
    pub owner_warning: Text,
    /// Names of its relatives abroad.
    pub means_abroad: &'static str,
    /// Who could have a value.
    pub who: Who,
    /// How a value comes about.
    pub shape: Shape,
    /// First figures.
    pub start: Start,
    /// How true values move.
    pub movement: Movement,
    /// Shift of roles (scale of the spread).
    pub by_role: &'static [(Role, f64)],
    /// Shift of all values before a fiscal year, of an older definition (scale of the spread).
    pub older: Option<(i32, f64)>,
}

impl Measure {
    /// The kind of the interchange format.
    pub const fn kind(&self) -> &'static str {
        match self.shape {
            Shape::Proportion(..) | Shape::Shrunken(..) => "proportion",
            Shape::Rate(..) => "rate",
            Shape::Ratio(..) => "ratio",
            Shape::Mean(..) => "mean",
            Shape::Count(..) | Shape::Services => "count",
        }
    }

    /// Whether its publisher pulls values toward the national one.
    pub const fn is_shrunken(&self) -> bool {
        matches!(self.shape, Shape::Shrunken(..))
    }

    /// Whether hospitals choose to take part.
    pub const fn is_voluntary(&self) -> bool {
        matches!(self.start, Start::Voluntary(_))
    }

    /// Whether it asks patients.
    pub fn is_survey(&self) -> bool {
        self.measure_type == "experience"
    }

    /// +1 where more is better, −1 where less is, 0 where neither.
    pub fn sign(&self) -> f64 {
        match self.direction {
            "higher" => 1.0,
            "lower" => -1.0,
            _ => 0.0,
        }
    }

    /// Size of the true spread between hospitals.
    pub const fn spread(&self) -> f64 {
        match self.shape {
            Shape::Proportion(_, _, tau)
            | Shape::Rate(_, _, tau)
            | Shape::Ratio(_, _, tau)
            | Shape::Shrunken(_, _, tau) => tau,
            Shape::Mean(_, _, _, tau) | Shape::Count(_, tau) => tau,
            Shape::Services => 0.0,
        }
    }
}

/// A measure with nothing said yet; the others start from it.
const BLANK: Measure = Measure {
    id: "",
    name: text("", ""),
    direction: "higher",
    topic: "outcomes",
    measure_type: "process",
    unit: "",
    adjusters: "",
    self_reported: true,
    audited: false,
    counts_episodes: false,
    min_denominator: 10,
    plain: text("", ""),
    why: text("", ""),
    cannot_tell: text("", ""),
    owner_warning: text("", ""),
    means_abroad: "",
    who: Who::Hospitals,
    shape: Shape::Services,
    start: Start::Always,
    movement: STEADY,
    by_role: &[],
    older: None,
};

/// Every measure, in the order of the topics.
pub fn all() -> Vec<&'static Measure> {
    [
        outcomes::MEASURES,
        practice::MEASURES,
        safety::MEASURES,
        experience::MEASURES,
        access::MEASURES,
        digital::MEASURES,
    ]
    .into_iter()
    .flatten()
    .collect()
}
