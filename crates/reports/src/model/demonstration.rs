//! What can be told about fictional data, whose true values are known?

use super::{AreaName, HospitalCard, MeasureNote, ReleaseNote};

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that are counted.
    pub n: u64,
    /// All.
    pub of: u64,
}

impl Share {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { n: self.n + other.n, of: self.of + other.of }
    }
}

/// How a plain list and our statements fare against the true values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TruthCounts {
    /// The first ten of a list by the printed value: those that truly belong to the ten.
    pub front: Share,
    /// Pairs that such a list puts in an order: those that are truly the other way round.
    pub reversed: Share,
    /// Places by which printed and true place differ, summed up, and over how many hospitals.
    pub displaced: Share,
    /// Pairs that we call different: those that truly stand in that order.
    pub told_right: Share,
    /// Tables of one role and one measure: those with any statement about a pair that is not true.
    pub false_tables: Share,
    /// The same tables with a false statement, had each pair been compared as if it were the only one.
    pub false_alone: Share,
    /// Printed ranges of places: those that hold the true place.
    pub within: Share,
    /// Values outside the limits of their role: those that are truly on that side of its value.
    pub beyond: Share,
    /// Pairs that truly differ by more than the middle half of the true values: those that we cannot tell apart.
    pub missed: Share,
}

impl TruthCounts {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            front: self.front.plus(other.front),
            reversed: self.reversed.plus(other.reversed),
            displaced: self.displaced.plus(other.displaced),
            told_right: self.told_right.plus(other.told_right),
            false_tables: self.false_tables.plus(other.false_tables),
            false_alone: self.false_alone.plus(other.false_alone),
            within: self.within.plus(other.within),
            beyond: self.beyond.plus(other.beyond),
            missed: self.missed.plus(other.missed),
        }
    }
}

/// The same of one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureTruth {
    /// Measure.
    pub measure: MeasureNote,
    /// All its roles together.
    pub counts: TruthCounts,
}

/// Two hospitals that look different and cannot be told apart.
#[derive(Debug, Clone, PartialEq)]
pub struct LookAlike {
    /// Measure.
    pub measure: MeasureNote,
    /// The hospital whose printed value looks better.
    pub looks_better: HospitalCard,
    /// The other one, whose true value is better.
    pub is_better: HospitalCard,
}

/// Hospitals and places with a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Stories {
    /// The one hospital of an island.
    pub island: HospitalCard,
    /// A measure for which its years are put together.
    pub island_together: Option<MeasureNote>,
    /// A palliative-care hospital.
    pub palliative: HospitalCard,
    /// The share of patients who die, of which nothing is adjusted for.
    pub crude: Option<MeasureNote>,
    /// A university hospital.
    pub university: HospitalCard,
    /// The medical area of a flood.
    pub flooded_area: AreaName,
    /// A hospital in it.
    pub flooded: Option<HospitalCard>,
    /// A hospital with an outbreak.
    pub outbreak: HospitalCard,
    /// A hospital that another was merged into.
    pub merged_into: HospitalCard,
    /// A hospital with a new name and id.
    pub renamed: HospitalCard,
    /// Two hospitals of one role.
    pub look_alike: Option<LookAlike>,
    /// A hospital that truly became better and whose figures show it.
    pub improver: Option<(HospitalCard, MeasureNote)>,
    /// Series that truly became better: those where the figures show it.
    pub improvers: Share,
    /// A prefecture in which every facility reports.
    pub countryside: AreaName,
}

/// The demonstration held against its true values.
#[derive(Debug, Clone, PartialEq)]
pub struct DemonstrationReport {
    /// Release.
    pub release: ReleaseNote,
    /// All measures together.
    pub all: TruthCounts,
    /// One by one.
    pub measures: Vec<MeasureTruth>,
    /// Stories.
    pub stories: Stories,
}
