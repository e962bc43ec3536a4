//! How is a measure written, in a list and alone?

use super::{Number, Period, Row, day, text};
use domain::records::Breaks;
use reports::model::{self, MeasureNote, MeasureReport, PeriodNote, Spread, VersionNote};
use serde::Serialize;
use utoipa::ToSchema;

/// True variation between hospitals, chance removed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Variation {
    /// 90th by 10th percentile.
    pub ratio: Option<Number>,
    /// Lower end of its interval.
    pub low: Option<Number>,
    /// Upper end of its interval.
    pub high: Option<Number>,
}

/// True variation on one level in one period, chance removed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct LevelVariation {
    /// Between whom: `hospital`, `region` or `medical_area`; the hospitals of an area are taken together.
    pub level: String,
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Hospitals, regions or medical areas compared.
    pub units: u32,
    /// 90th by 10th percentile; null where the low end is not above zero.
    pub ratio: Option<Number>,
    /// Lower end of its interval.
    pub low: Option<Number>,
    /// Upper end of its interval.
    pub high: Option<Number>,
}

/// Whether variation became smaller over the newest periods of one definition and scope.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct VariationCourse {
    /// Between whom.
    pub level: String,
    /// `narrowing`, `no_clear_change` (which does not mean unchanged) or `widening`.
    pub course: String,
    /// Last day of the first period.
    pub first_end: String,
    /// Last day of the last period.
    pub last_end: String,
    /// Periods.
    pub periods: u32,
    /// Units with a value in all of them.
    pub units: u32,
}

fn variation_rows(levels: &[model::LevelVariation]) -> Vec<LevelVariation> {
    let row = |level: &model::LevelVariation, year: &model::VariationYear| LevelVariation {
        level: level.level.to_string(),
        start: year.period.start.to_string(),
        end: year.period.end.to_string(),
        units: year.units,
        ratio: Number::of(year.ratio),
        low: Number::of(year.low),
        high: Number::of(year.high),
    };
    levels.iter().flat_map(|level| level.years.iter().map(move |year| row(level, year))).collect()
}

fn course_rows(levels: &[model::LevelVariation]) -> Vec<VariationCourse> {
    let row = |(level, note): (&model::LevelVariation, model::CourseNote)| VariationCourse {
        level: level.level.to_string(),
        course: note.course.to_string(),
        first_end: note.first_end.to_string(),
        last_end: note.last_end.to_string(),
        periods: note.periods,
        units: note.units,
    };
    levels.iter().filter_map(|level| Some((level, level.course?))).map(row).collect()
}

/// How many hospitals there are to speak of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Coverage {
    /// Hospitals with an entry.
    pub hospitals: u32,
    /// Those with a value.
    pub reported: u32,
    /// Those that carry a verdict.
    pub judged: u32,
    /// Those in the ranges of places.
    pub ranked: u32,
}

/// What is known about all hospitals of a group at once.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Group {
    /// Whose hospitals: country, ISO 3166-1.
    pub country: String,
    /// Role; null for the whole country.
    pub peer_group: Option<String>,
    /// Value of the group as a whole.
    pub target: Option<Number>,
    /// Over-dispersion.
    pub phi: Option<Number>,
    /// Variance between hospitals, on the transformed scale.
    pub tau2: Option<Number>,
    /// Share of the differences that is not chance, 0 to 1.
    pub rankability: Option<Number>,
    /// 10th percentile of hospital values.
    pub p10: Option<Number>,
    /// Median.
    pub median: Option<Number>,
    /// 90th percentile.
    pub p90: Option<Number>,
    /// True variation.
    pub variation: Variation,
    /// How many.
    pub coverage: Coverage,
    /// Outside the 95 % limits.
    pub outside_95: u32,
    /// Outside the 99.8 % limits.
    pub outside_998: u32,
    /// How many would be outside the 99.8 % limits by chance alone.
    pub outside_998_by_chance: Number,
}

impl Group {
    fn of(spread: &Spread) -> Self {
        let c = &spread.comparator;
        Self {
            country: c.country.clone(),
            peer_group: c.peer_group.map(|g| g.to_string()),
            target: Number::of(c.target),
            phi: Number::of(spread.phi),
            tau2: Number::of(spread.tau2),
            rankability: Number::of(spread.rankability),
            p10: Number::of(c.p10),
            median: Number::of(c.median),
            p90: Number::of(c.p90),
            variation: Variation {
                ratio: Number::of(spread.variation_ratio),
                low: Number::of(spread.variation_low),
                high: Number::of(spread.variation_high),
            },
            coverage: Coverage {
                hospitals: c.hospitals,
                reported: c.reported,
                judged: spread.judged,
                ranked: spread.ranked,
            },
            outside_95: spread.outside_95,
            outside_998: spread.outside_998,
            outside_998_by_chance: spread.outside_998_by_chance.into(),
        }
    }
}

/// A version of the definition.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Version {
    /// Name.
    pub version: String,
    /// First day.
    pub valid_from: Option<String>,
    /// Last day.
    pub valid_to: Option<String>,
    /// `definition`, `scope`, or null where values before and after can be compared.
    pub breaks: Option<String>,
    /// What changed, Japanese.
    pub change_ja: Option<String>,
    /// What changed, English.
    pub change_en: Option<String>,
}

impl Version {
    fn of(note: &VersionNote) -> Self {
        Self {
            version: note.version.clone(),
            valid_from: day(note.valid_from),
            valid_to: day(note.valid_to),
            breaks: (note.breaks != Breaks::Nothing).then(|| note.breaks.to_string()),
            change_ja: text(&note.change.ja),
            change_en: text(&note.change.en),
        }
    }
}

/// A measure, with what is known about all hospitals of the country in one period.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Measure {
    /// Id.
    pub id: String,
    /// Name, Japanese.
    pub name_ja: String,
    /// Name, English.
    pub name_en: String,
    /// `proportion`, `ratio`, `rate`, `mean`, `count` or `score`.
    pub kind: String,
    /// Which end is better: `lower`, `higher` or `neutral`.
    pub direction: String,
    /// `outcomes`, `safety`, `experience` or `access`.
    pub topic: String,
    /// `structure`, `process`, `outcome`, `experience` or `volume`.
    pub measure_type: String,
    /// Unit of the value.
    pub unit: Option<String>,
    /// Risk-adjusted by the publisher; null where it does not say.
    pub risk_adjusted: Option<bool>,
    /// For what.
    pub adjusters: Vec<String>,
    /// Pulled toward the average by the publisher.
    pub shrunken: bool,
    /// An outcome without risk adjustment gets no national verdict.
    pub crude_outcome: bool,
    /// In plain words, Japanese.
    pub plain_ja: Option<String>,
    /// In plain words, English.
    pub plain_en: Option<String>,
    /// Why it matters, Japanese.
    pub why_ja: Option<String>,
    /// Why it matters, English.
    pub why_en: Option<String>,
    /// What it cannot tell, Japanese.
    pub cannot_tell_ja: Option<String>,
    /// What it cannot tell, English.
    pub cannot_tell_en: Option<String>,
    /// The publisher's warning, Japanese.
    pub owner_warning_ja: Option<String>,
    /// The publisher's warning, English.
    pub owner_warning_en: Option<String>,
    /// What it corresponds to abroad.
    pub means_abroad: Option<String>,
    /// Versions of the definition, oldest first.
    pub versions: Vec<Version>,
    /// The period of the numbers below.
    pub period: Period,
    /// The whole country in this period; `peer_group` is null.
    #[serde(flatten)]
    pub national: Group,
}

impl Row for Measure {
    fn filled() -> Self {
        Self { versions: vec![Version::default()], ..Self::default() }
    }
}

impl Measure {
    /// A measure in one period.
    pub fn of(note: &MeasureNote, versions: &[VersionNote], period: domain::Period, national: &Spread) -> Self {
        Self {
            id: note.id.to_string(),
            name_ja: note.name.ja.clone(),
            name_en: note.name.en.clone(),
            kind: note.kind.to_string(),
            direction: note.direction.to_string(),
            topic: note.topic.to_string(),
            measure_type: note.measure_type.to_string(),
            unit: text(&note.unit),
            risk_adjusted: note.risk_adjusted,
            adjusters: note.adjusters.clone(),
            shrunken: note.shrunken,
            crude_outcome: note.crude_outcome,
            plain_ja: text(&note.plain.ja),
            plain_en: text(&note.plain.en),
            why_ja: text(&note.why.ja),
            why_en: text(&note.why.en),
            cannot_tell_ja: text(&note.cannot_tell.ja),
            cannot_tell_en: text(&note.cannot_tell.en),
            owner_warning_ja: text(&note.owner_warning.ja),
            owner_warning_en: text(&note.owner_warning.en),
            means_abroad: text(&note.means_abroad),
            versions: versions.iter().map(Version::of).collect(),
            period: period.into(),
            national: Group::of(national),
        }
    }
}

/// A period that can be asked for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct PeriodCount {
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Hospitals with a value.
    pub reported: u32,
}

/// How many values are missing, and why.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Missing {
    /// Reason.
    pub status: String,
    /// Hospitals.
    pub hospitals: u32,
}

/// Everything about one measure.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct MeasureDetail {
    /// The measure.
    #[serde(flatten)]
    pub measure: Measure,
    /// Periods that can be asked for, newest first.
    pub periods: Vec<PeriodCount>,
    /// Parts of the patients that have values of their own in this period.
    pub strata: Vec<String>,
    /// The same for each role.
    pub peer_groups: Vec<Group>,
    /// Values that are missing, and why.
    pub missing: Vec<Missing>,
    /// True variation between hospitals, regions and medical areas, the newest period first.
    pub variation_by_level: Vec<LevelVariation>,
    /// Whether it became smaller; no row where there are fewer than three periods of one definition.
    pub variation_course: Vec<VariationCourse>,
}

impl Row for MeasureDetail {
    fn filled() -> Self {
        Self {
            measure: Measure::filled(),
            periods: vec![PeriodCount::default()],
            peer_groups: vec![Group::default()],
            missing: vec![Missing::default()],
            variation_by_level: vec![LevelVariation::default()],
            variation_course: vec![VariationCourse::default()],
            ..Self::default()
        }
    }
}

impl MeasureDetail {
    /// Everything about it.
    pub fn of(report: &MeasureReport, versions: &[VersionNote]) -> Self {
        let values = &report.values;
        Self {
            measure: Measure::of(&values.measure, versions, values.period, &report.national),
            periods: report.periods.iter().map(period).collect(),
            strata: report.strata.clone(),
            peer_groups: report.peers.iter().map(Group::of).collect(),
            missing: report.missing.iter().map(missing).collect(),
            variation_by_level: variation_rows(&report.variation),
            variation_course: course_rows(&report.variation),
        }
    }
}

fn period(note: &PeriodNote) -> PeriodCount {
    PeriodCount { start: note.period.start.to_string(), end: note.period.end.to_string(), reported: note.reported }
}

fn missing(count: &model::MissingCount) -> Missing {
    Missing { status: count.status.to_string(), hospitals: count.hospitals }
}
