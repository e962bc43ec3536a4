//! What is answered to a reader who says what matters to them?

use super::{Distance, Figure, HospitalCard, MeasureNote, ReleaseNote, SourceNote, Where};
use domain::care::Wish;
use domain::caveats::Caveat;
use domain::peers::PeerGroup;
use domain::priorities::{Candidate, Ordered, Weighting};
use domain::specialty::Specialty;
use domain::view_spec::{TradeOff, ViewSpec};
use domain::{Bilingual, Disclosed, MeasureId, Period, Status};

/// A measure that the reader gives a weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// The measure.
    pub measure: MeasureNote,
    /// Period of its newest values.
    pub period: Period,
    /// The weight.
    pub weighting: Weighting,
    /// Its share of all central weights, 0 to 1.
    pub share: f64,
    /// Why it matters to this person; empty where the reader chose it.
    pub why: Bilingual<String>,
    /// Why it can order nobody in this release; empty where it can.
    pub orders_nobody_because: Vec<&'static Caveat>,
}

/// The newest value of one criterion, as it is shown beside a reason.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionValue {
    /// Why there is none, or that there is.
    pub status: Status,
    /// In base units.
    pub value: Figure,
    /// 95 % interval.
    pub interval_low: Figure,
    /// 95 % interval.
    pub interval_high: Figure,
    /// Patients.
    pub denominator: Figure,
}

/// A hospital with its values of the criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Contender {
    /// The hospital.
    pub card: HospitalCard,
    /// How far.
    pub distance: Distance,
    /// One per criterion; `None` where the hospital has no row at all.
    pub values: Vec<Option<Disclosed<CriterionValue>>>,
}

/// The hospitals of one role and field, in order as far as there is one.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleList {
    /// The role.
    pub role: PeerGroup,
    /// The one field they work in; `None` for the list of general hospitals.
    pub specialty: Option<Specialty>,
    /// Its hospitals within reach, nearest first.
    pub contenders: Vec<Contender>,
    /// Their scores, in the same order.
    pub candidates: Vec<Candidate>,
    /// The order; positions point into `contenders`.
    pub ordered: Ordered,
    /// Why nobody is placed; empty where somebody is.
    pub no_rank_because: Vec<&'static Caveat>,
}

/// A trade-off question, with what the reader answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The question.
    pub question: &'static content::TradeOffQuestion,
    /// Index of the criterion that the first answer prefers.
    pub first: usize,
    /// Index of the criterion that the second answer prefers.
    pub second: usize,
    /// A natural amount of the first in standard scores over one of the second.
    pub ratio: f64,
    /// The answer; `None` where there is none yet.
    pub answer: Option<TradeOff>,
}

/// Whether a hospital is as the reader wishes. Their wish, never our verdict.
#[derive(Debug, Clone, PartialEq)]
pub enum WishAnswer {
    /// It is.
    Holds,
    /// It is, by this count of this measure.
    Counted(MeasureId, Disclosed<CriterionValue>),
    /// It is not so much: there is a count, and it is below the middle of the country.
    Less(MeasureId, Disclosed<CriterionValue>),
    /// It is not.
    DoesNot,
    /// It has fewer beds than the figure can be used for.
    TooSmall(u32),
    /// Nobody has published it, or it is hidden.
    NotKnown,
}

impl WishAnswer {
    /// True where the wish is met.
    pub const fn is_met(&self) -> bool {
        matches!(self, Self::Holds | Self::Counted(..))
    }
}

/// A hospital beside the reader's wishes.
#[derive(Debug, Clone, PartialEq)]
pub struct WishRow {
    /// The hospital.
    pub card: HospitalCard,
    /// How far.
    pub distance: Distance,
    /// In the order of the wishes.
    pub answers: Vec<(Wish, WishAnswer)>,
    /// How many are met.
    pub met: usize,
}

/// Hospitals in the order of how many wishes they meet, then of distance or place; without any wish by role first. Those of one
/// field that nothing wished for is about stand apart, since their patients are of another kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WishList {
    /// What was wished for.
    pub wishes: Vec<Wish>,
    /// What some source of the release answers.
    pub answerable: Vec<Wish>,
    /// The first of them.
    pub rows: Vec<WishRow>,
    /// The first of those that stand apart.
    pub apart: Vec<WishRow>,
    /// How many there are in reach, with those apart.
    pub total: u32,
    /// How many of them stand apart.
    pub total_apart: u32,
    /// Of which measures the counts are, of when, and from which source.
    pub counts: Vec<WishCount>,
}

/// What the counts beside a wish are.
#[derive(Debug, Clone, PartialEq)]
pub struct WishCount {
    /// Of what.
    pub measure: MeasureNote,
    /// Of when.
    pub period: Period,
    /// Id of the source.
    pub source: String,
    /// The middle of the country in base units, from which on a wish for many is met; not published where any count meets it.
    pub middle: Figure,
}

/// The answer to "what fits me?".
#[derive(Debug, Clone, PartialEq)]
pub struct Priorities {
    /// Release.
    pub release: ReleaseNote,
    /// The question.
    pub view: ViewSpec,
    /// The preset, where one was chosen.
    pub preset: Option<&'static content::Preset>,
    /// Where the reader is.
    pub place: Where,
    /// Regions to choose from.
    pub regions: Vec<(String, Bilingual<String>, u32)>,
    /// The criteria.
    pub criteria: Vec<Criterion>,
    /// Measures that could be criteria too.
    pub more: Vec<MeasureNote>,
    /// Trade-off questions that this release can use.
    pub asked: Vec<Asked>,
    /// The answers and weights contradict each other: which is said instead of an order.
    pub contradiction: Option<Contradiction>,
    /// The k of "among the first k".
    pub top: u16,
    /// One list per role, and within a role one per field.
    pub lists: Vec<RoleList>,
    /// Hospitals in reach; 0 where no place was given and the lists are therefore empty.
    pub in_reach: u32,
    /// The wishes.
    pub wishes: WishList,
    /// Sources of the values.
    pub sources: Vec<SourceNote>,
}

/// Why the question leaves no region of weights, and so no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// Every weight is nothing.
    NothingWanted,
    /// No weights satisfy all answers.
    Answers,
    /// It is an emergency.
    NobodyChooses,
}
