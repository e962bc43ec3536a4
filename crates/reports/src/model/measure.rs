//! What is told about one measure?

use super::ReleaseNote;
use super::area::{AreaValue, Improvement, LevelVariation};
use super::value::{Figure, SourceNote, ValueRow};
use domain::caveats::{COUNTED, Caveat, ROUNDED, YES_OR_NO};
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::peers::PeerGroup;
use domain::records::Breaks;
use domain::{Bilingual, Day, Disclosed, HospitalId, MeasureId, Period, Status, Verdict};

/// A measure as it is explained.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureNote {
    /// Id.
    pub id: MeasureId,
    /// Name.
    pub name: Bilingual<String>,
    /// Kind.
    pub kind: Kind,
    /// Direction.
    pub direction: Direction,
    /// Topic.
    pub topic: Topic,
    /// Type.
    pub measure_type: MeasureType,
    /// Unit of the value.
    pub unit: String,
    /// Risk-adjusted; `None` where the publisher does not say.
    pub risk_adjusted: Option<bool>,
    /// For what.
    pub adjusters: Vec<String>,
    /// Already shrunk by the publisher.
    pub shrunken: bool,
    /// In plain words.
    pub plain: Bilingual<String>,
    /// Why it matters.
    pub why: Bilingual<String>,
    /// What it cannot tell.
    pub cannot_tell: Bilingual<String>,
    /// The publisher's warning.
    pub owner_warning: Bilingual<String>,
    /// What it corresponds to abroad.
    pub means_abroad: String,
    /// A crude outcome: gets no national verdict (R6b).
    pub crude_outcome: bool,
    /// A typical value (median of all reported values), for choosing "per 1,000" or "per 10,000".
    pub typical: Figure,
}

impl MeasureNote {
    /// Whether its values are answers, 1 for yes and 0 for no: they are told in words, counted, and never drawn on a scale.
    pub fn is_yes_or_no(&self) -> bool {
        self.kind == Kind::Score && self.unit == content::YES_OR_NO
    }

    /// A caveat in the words that are true of this measure, and of values whose patients or cases are printed or not.
    pub(crate) fn in_true_words(&self, caveat: &'static Caveat, counted: bool) -> &'static Caveat {
        match self.kind {
            _ if caveat.id != COUNTED.id => caveat,
            _ if self.is_yes_or_no() => &YES_OR_NO,
            Kind::Mean | Kind::Score if counted => &COUNTED,
            Kind::Proportion | Kind::Rate | Kind::Ratio if counted => &ROUNDED,
            _ => caveat,
        }
    }

    /// Whether one value is held against the country at all: where nobody has adjusted an outcome, the country is no measure of
    /// a hospital, and stands neither beside it nor in its drawing.
    pub const fn held_against_the_country(&self) -> bool {
        !self.crude_outcome
    }

    /// Whether a difference between hospitals of all roles may be told: unless their patients have been adjusted for, it tells
    /// their roles, not their care.
    pub fn comparable_over_roles(&self) -> bool {
        self.risk_adjusted == Some(true) && !self.crude_outcome
    }
}

/// A group of hospitals that a value is held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparator {
    /// Whose hospitals: ISO 3166-1, empty where nothing is known of the group.
    pub country: String,
    /// `None` for the whole country.
    pub peer_group: Option<PeerGroup>,
    /// Hospitals of the group with the measure in this period.
    pub hospitals: u32,
    /// Those with a value.
    pub reported: u32,
    /// Clinics with beds among those with a value.
    pub clinics: u32,
    /// The value of the group as a whole (events over patients), or what a publisher compares with.
    pub target: Figure,
    /// Whose value that is.
    pub target_of: TargetOf,
    /// 10th percentile of hospital values.
    pub p10: Figure,
    /// Median.
    pub median: Figure,
    /// 90th percentile.
    pub p90: Figure,
    /// Whether the limits of its usual spread describe its hospitals; no word of theirs is shown otherwise.
    pub limits_fit: bool,
}

/// Where the value that a group is told by comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TargetOf {
    /// All its hospitals put together, on publish.
    #[default]
    Hospitals,
    /// The publisher prints it as the value of the country; it compares values with it that it has moved towards it.
    Publisher,
    /// A convention: 1 where a value is a ratio to what the publisher expects, 0 where it is a difference from that.
    Expectation,
}

/// How many hospitals answered what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// Yes.
    pub yes: u32,
    /// No.
    pub no: u32,
}

/// A place where a series breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// First day of the new version.
    pub at: Day,
    /// Definition or scope.
    pub kind: Breaks,
    /// What changed.
    pub change: Bilingual<String>,
}

/// A period that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodNote {
    /// The period.
    pub period: Period,
    /// Hospitals with a value.
    pub reported: u32,
}

/// What is known about all hospitals at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Against whom.
    pub comparator: Comparator,
    /// Hospitals that carry a verdict.
    pub judged: u32,
    /// Hospitals in the ranges of places.
    pub ranked: u32,
    /// Of the judged, those judged by several years put together.
    pub pooled: u32,
    /// Over-dispersion.
    pub phi: Figure,
    /// Between-hospital variance on the transformed scale.
    pub tau2: Figure,
    /// Rankability.
    pub rankability: Figure,
    /// True P90/P10 after removing chance.
    pub variation_ratio: Figure,
    /// Its interval, lower end.
    pub variation_low: Figure,
    /// Its interval, upper end.
    pub variation_high: Figure,
    /// Outside the 95 % limits.
    pub outside_95: u32,
    /// Outside the 99.8 % limits.
    pub outside_998: u32,
    /// How many of the judged would stand outside the 99.8 % limits by chance alone.
    pub outside_998_by_chance: f64,
}

/// Share of the judged hospitals outside the 95 % limits above which those limits describe nobody.
const MOST_OUTSIDE: f64 = 0.25;
/// Judged hospitals below which a share says nothing.
const FEW_JUDGED: u32 = 20;

impl MeasureReport {
    /// Whether no dot may be called unusual: nobody has adjusted the values, or the limits do not fit.
    pub fn names_nobody_unusual(&self) -> bool {
        self.values.measure.crude_outcome || !self.national.comparator.limits_fit
    }
}

/// Whether the limits of the usual spread describe the hospitals of which so many are judged: where more than a quarter stand
/// outside what is called usual, they do not.
pub(crate) fn limits_fit(judged: u32, outside_95: u32) -> bool {
    judged < FEW_JUDGED || f64::from(outside_95) <= MOST_OUTSIDE * f64::from(judged)
}

/// Where all hospitals of the country, or of one role, lay in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadYear {
    /// The period.
    pub period: Period,
    /// The country or the role in it.
    pub comparator: Comparator,
}

/// How many values are missing, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingCount {
    /// Reason.
    pub status: Status,
    /// Hospitals.
    pub hospitals: u32,
}

/// One dot of the funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelPoint {
    /// Whose.
    pub id: HospitalId,
    /// Name with municipality.
    pub name: Bilingual<String>,
    /// Patients, expected events or exposure.
    pub size: f64,
    /// Value in base units.
    pub value: f64,
    /// −2 … 2 against the limits; 0 where not judged.
    pub class: i8,
    /// True where this one year is enough to be judged.
    pub judged: bool,
    /// The word for the value of this one year against the country.
    pub verdict: Verdict,
}

/// A part of a longer list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Rows before this part.
    pub offset: u32,
    /// Rows of this part at most.
    pub limit: u32,
    /// Rows altogether.
    pub total: u32,
}

impl Page {
    /// Where the next part begins, where there is one.
    pub const fn next(self) -> Option<u32> {
        let end = self.offset.saturating_add(self.limit);
        if end < self.total { Some(end) } else { None }
    }
}

/// Values of one measure, one per hospital.
#[derive(Debug, Clone, PartialEq)]
pub struct ValuesReport {
    /// Release.
    pub release: ReleaseNote,
    /// Measure.
    pub measure: MeasureNote,
    /// Period of the values.
    pub period: Period,
    /// Stratum.
    pub stratum: String,
    /// Rows, in the order of region, municipality and name (never by value).
    pub rows: Vec<Disclosed<ValueRow>>,
    /// Which part.
    pub page: Page,
    /// Caveats that hold for every row.
    pub said_once: Vec<&'static Caveat>,
    /// Sources.
    pub sources: Vec<SourceNote>,
}

/// The answer to "what about this measure?".
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureReport {
    /// The values of the chosen period, region and role.
    pub values: ValuesReport,
    /// Breaks.
    pub breaks: Vec<Break>,
    /// Periods, newest first.
    pub periods: Vec<PeriodNote>,
    /// Strata of this period, without the total.
    pub strata: Vec<String>,
    /// The whole country (limits and targets are always national, whatever the filter).
    pub national: Spread,
    /// Per role.
    pub peers: Vec<Spread>,
    /// The country in every period of this stratum, oldest first.
    pub years: Vec<SpreadYear>,
    /// Each role in every period of this stratum, by role, oldest first.
    pub years_of_roles: Vec<SpreadYear>,
    /// How many hospitals of the country answered yes, and how many no, where the measure is such a question.
    pub answers: Option<Answers>,
    /// Missing values in the whole country.
    pub missing: Vec<MissingCount>,
    /// Every hospital of the country with a value and its size, for the funnel; empty where no funnel may be drawn.
    pub funnel: Vec<FunnelPoint>,
    /// How different hospitals, regions and medical areas are, over the years.
    pub variation: Vec<LevelVariation>,
    /// The regions of the country in this period, by code; empty where there are none.
    pub regions: Vec<Disclosed<AreaValue>>,
    /// Which hospitals clearly improved; `None` where that is not asked of this measure.
    pub improvement: Option<Improvement>,
}

/// All measures of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureList {
    /// Release.
    pub release: ReleaseNote,
    /// The reader's own country: that of most hospitals.
    pub home: String,
    /// Measures by topic, each with its newest period and the spread over the country.
    pub measures: Vec<(MeasureNote, PeriodNote, Spread)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_that_call_more_than_a_quarter_unusual_fit_nobody() {
        assert!(limits_fit(4_352, 1_088), "a quarter");
        assert!(!limits_fit(4_352, 1_089));
        assert!(limits_fit(19, 19), "of a few hospitals a share says nothing");
        assert!(limits_fit(0, 0));
    }
}
