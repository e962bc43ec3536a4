//! How different are hospitals and areas, which areas have which value, and which hospitals clearly improved?

use crate::assemble::{Beside, caveats, comment, disclose};
use crate::error::ReportError;
use crate::index::{Index, broken, count, period_of};
use crate::model::{AreaName, AreaValue, CourseNote, Figure, Improved, Improvement, LevelVariation, VariationYear};
use crate::service::Open;
use domain::disclosure::Seal;
use domain::period::parse_day;
use domain::records::CommentKind;
use domain::variation::{Course, Level};
use domain::{Day, Disclosed};
use store::Release;
use store::read::ValueFilter;
use store::rows::{
    AreaValueRow, ImprovedRow, ImprovementRow, ObservationRow, ProvisionRow, SpreadRow, VariationCourseRow,
    VariationRow,
};

/// The small tables about variation.
#[derive(Debug, Default)]
pub(crate) struct Variation {
    pub years: Vec<VariationRow>,
    pub courses: Vec<VariationCourseRow>,
    pub improvements: Vec<ImprovementRow>,
    pub improved: Vec<ImprovedRow>,
    pub provisions: Vec<ProvisionRow>,
}

impl Variation {
    /// Reads them.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the file cannot be read.
    pub async fn load(release: &Release) -> Result<Self, ReportError> {
        Ok(Self {
            years: release.variations().await?,
            courses: release.variation_courses().await?,
            improvements: release.improvements().await?,
            improved: release.improved().await?,
            provisions: release.provisions().await?,
        })
    }
}

fn day(text: &str) -> Result<Day, ReportError> {
    parse_day(text).ok_or_else(|| broken("a day", text))
}

/// The variation of one measure on every level, newest year first.
pub(crate) fn levels(index: &Index, measure_key: i64, country: &str) -> Result<Vec<LevelVariation>, ReportError> {
    let level = |level: &Level| {
        let here = |key: i64, c: &str, l: &str| key == measure_key && c == country && l == level.as_str();
        let years = index.variation.years.iter().rev().filter(|r| here(r.measure_key, &r.country, &r.level));
        let course = index.variation.courses.iter().find(|r| here(r.measure_key, &r.country, &r.level));
        let years: Vec<VariationYear> = years.map(year).collect::<Result<_, ReportError>>()?;
        let course = course.map(course_note).transpose()?.map(|course| borne_out(course, &years));
        Ok(LevelVariation { level: *level, years, course })
    };
    Level::ALL.iter().map(level).collect()
}

/// A change is told only where readers see it in the figures beside it: the ranges of the first and the last year do not overlap,
/// and no year between them lies clearly beyond the last, from which the differences have turned since. The test looks at the
/// slope over all years, and of a shallow slope or a bend the figures would say something else.
fn borne_out(course: CourseNote, years: &[VariationYear]) -> CourseNote {
    let of_run = |year: &&VariationYear| (course.first_end..=course.last_end).contains(&year.period.end);
    let range = |year: &VariationYear| year.low.number().zip(year.high.number());
    // the newest year is the first of the list; where a year has no range, nobody sees a change in it
    let run: Option<Vec<(f64, f64)>> = years.iter().filter(of_run).map(range).collect();
    let run = run.unwrap_or_default();
    let seen = match (course.course, run.first(), run.last()) {
        (Course::Narrowing, Some(last), Some(first)) => last.1 < first.0 && run.iter().all(|year| year.1 >= last.0),
        (Course::Widening, Some(last), Some(first)) => last.0 > first.1 && run.iter().all(|year| year.0 <= last.1),
        _ => false,
    };
    CourseNote { course: if seen { course.course } else { Course::NoClearChange }, ..course }
}

fn year(row: &VariationRow) -> Result<VariationYear, ReportError> {
    Ok(VariationYear {
        period: period_of(&row.period_start, &row.period_end)?,
        units: count(row.units),
        ratio: Figure::from_column(row.ratio),
        low: Figure::from_column(row.low),
        high: Figure::from_column(row.high),
    })
}

fn course_note(row: &VariationCourseRow) -> Result<CourseNote, ReportError> {
    Ok(CourseNote {
        course: Course::parse(&row.course).map_err(|e| broken("course", e))?,
        first_end: day(&row.first_end)?,
        last_end: day(&row.last_end)?,
        periods: count(row.periods),
        units: count(row.units),
    })
}

/// What is true of a measure and its year is true of an area too; what is said of the size, reliability or judgement of single
/// hospitals is not.
const ALSO_OF_AREAS: &[&str] = &[
    "NOT_RISK_ADJUSTED",
    "PARTIAL_RISK_ADJUSTMENT",
    "STRONG_OVERDISPERSION",
    "DIRECTION_NEUTRAL",
    "COUNT_EPISODES",
    "DEFINITION_CHANGED",
    "SELF_REPORTED",
    "VOLUNTARY",
    "MISSING_MUCH",
    "MISSING_PART",
    "STALE",
    "VERY_STALE",
    "TOPPED_OUT",
];

/// The value of an area with the caveats that hold for every value of its set.
pub(crate) fn area_value(row: &AreaValueRow, area: AreaName, national: Option<&SpreadRow>) -> Disclosed<AreaValue> {
    let value = AreaValue {
        area,
        hospitals: count(row.hospitals),
        value: row.value,
        low: row.interval_low,
        high: row.interval_high,
    };
    let mut held = caveats(national.map_or("", |n| &n.caveats));
    held.retain(|caveat| ALSO_OF_AREAS.contains(&caveat.id));
    // how an area itself came out is no matter of its set
    if row.value == 0.0 {
        held.extend(caveats("ZERO_EVENTS"));
    }
    Disclosed::new(&Seal::of_reports(), value, held)
}

/// The regions of a country in one period, by code.
///
/// # Errors
/// [`ReportError::Store`] where the file cannot be read.
pub(crate) async fn regions(
    open: &Open,
    index: &Index,
    filter: &ValueFilter,
    national: &SpreadRow,
) -> Result<Vec<Disclosed<AreaValue>>, ReportError> {
    if !filter.stratum.is_empty() {
        return Ok(Vec::new());
    }
    let rows = open.file.area_values_of_measure(filter, Level::Region.as_str(), &national.country).await?;
    let name = |code: &str| index.area_name(Level::Region, &national.country, code);
    Ok(rows.iter().map(|row| area_value(row, name(&row.area_code), Some(national))).collect())
}

/// The hospitals that clearly improved, in order of place.
///
/// # Errors
/// [`ReportError::Store`] where the file cannot be read.
pub(crate) async fn improvement(
    open: &Open,
    index: &Index,
    measure_key: i64,
    country: &str,
) -> Result<Option<Improvement>, ReportError> {
    let test = index.variation.improvements.iter().find(|r| r.measure_key == measure_key && r.country == country);
    let Some(test) = test else {
        return Ok(None);
    };
    let comments = open.file.comments_of_measure(measure_key).await?;
    let beside = Beside::new(Vec::new(), Vec::new(), &comments, index)?;
    let own = open.file.values_of_improved(measure_key).await?;
    let mut hospitals = Vec::new();
    for row in index.variation.improved.iter().filter(|r| r.measure_key == measure_key) {
        let Some(card) = index.by_id.get(&row.hospital_id).map(|i| &index.hospitals[*i].card) else { continue };
        if card.country != country {
            continue;
        }
        let (Some(first), Some(last)) = (ending(&own, row, &row.first_end), ending(&own, row, &row.last_end)) else {
            continue;
        };
        let told = comments.iter().filter(|c| c.hospital_id == row.hospital_id);
        let told = told.map(|c| comment(c, index)).collect::<Result<Vec<_>, _>>()?;
        hospitals.push(Improved {
            first: disclose(first, index, card, &beside)?,
            last: disclose(last, index, card, &beside)?,
            practice: told.into_iter().filter(|c| c.kind == CommentKind::Practice).collect(),
        });
    }
    let place = |i: &Improved| {
        let card = index.by_id.get(i.last.figure().hospital.id.as_str()).map(|at| &index.hospitals[*at].card);
        card.map(|c| (c.hospital.region.clone(), c.municipality_code.clone(), c.hospital.name.ja.clone()))
    };
    hospitals.sort_by_cached_key(place);
    Ok(Some(Improvement {
        first_end: day(&test.first_end)?,
        last_end: day(&test.last_end)?,
        tested: count(test.tested),
        improved: count(test.improved),
        by_chance: test.by_chance,
        hospitals,
    }))
}

/// What a hospital that clearly improved had in the year that ends on a day.
fn ending<'o>(own: &'o [ObservationRow], row: &ImprovedRow, end: &str) -> Option<&'o ObservationRow> {
    own.iter().find(|o| o.hospital_id == row.hospital_id && o.period_end == end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Period;

    fn told(course: Course, ranges: &[(f64, f64)]) -> Course {
        let years = ranges.iter().enumerate().rev().map(|(at, (low, high))| VariationYear {
            period: Period::fiscal_year(2014 + i16::try_from(at).unwrap()).unwrap(),
            units: 47,
            ratio: Figure::Number((low + high) / 2.0),
            low: Figure::Number(*low),
            high: Figure::Number(*high),
        });
        let years: Vec<VariationYear> = years.collect();
        let [first, last] = [years.last(), years.first()].map(|year| year.unwrap().period.end);
        let note = CourseNote { course, first_end: first, last_end: last, periods: 3, units: 47 };
        borne_out(note, &years).course
    }

    #[test]
    fn a_change_is_told_only_where_the_ranges_beside_it_part_and_nothing_has_turned() {
        assert_eq!(told(Course::Narrowing, &[(1.5, 1.7), (1.4, 1.5), (1.2, 1.3)]), Course::Narrowing);
        assert_eq!(told(Course::Widening, &[(1.2, 1.3), (1.4, 1.5), (1.5, 1.7)]), Course::Widening);
        // the average stay, between prefectures
        let overlapping = [(1.1025, 1.1595), (1.0796, 1.1233), (1.0958, 1.1489)];
        assert_eq!(told(Course::Narrowing, &overlapping), Course::NoClearChange);
        assert_eq!(told(Course::Narrowing, &[(1.5, 1.7), (1.05, 1.1), (1.2, 1.3)]), Course::NoClearChange, "it turned");
        assert_eq!(told(Course::Widening, &[(1.5, 1.7), (1.4, 1.5), (1.2, 1.3)]), Course::NoClearChange);
    }
}
