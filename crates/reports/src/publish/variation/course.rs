//! Which of three words says whether the differences become smaller?

use super::{Place, Units, count};
use domain::period::Period;
use domain::variation::Course;
use statistics::Reading;
use statistics::eligibility::HOSPITALS_FOR_TAU;
use statistics::variation::{Course as Tested, course_of_variation};
use std::collections::BTreeMap;
use store::rows::VariationCourseRow;

/// A word about years needs this many of one definition (R16).
pub(super) const PERIODS: usize = 3;

/// The word for a run of periods; `None` where there are too few periods, or too few units with a value in all of them.
///
/// The same units in every period, made of the same hospitals: one that joins is no change of care.
pub(super) fn row(
    (measure_key, country, level): Place<'_>,
    run: &[Period],
    by_period: &BTreeMap<Period, (Units<'_>, Option<f64>)>,
) -> Option<VariationCourseRow> {
    let (first, last) = (run.first()?, run.last()?);
    let parts: Vec<&(Units<'_>, Option<f64>)> = run.iter().filter_map(|period| by_period.get(period)).collect();
    let lasting: Vec<&str> =
        parts[0].0.keys().copied().filter(|code| parts.iter().all(|(units, _)| units.contains_key(code))).collect();
    if parts.len() < PERIODS || lasting.len() < HOSPITALS_FOR_TAU {
        return None;
    }
    let readings = |units: &Units<'_>| lasting.iter().filter_map(|code| units.get(code)?.reading()).collect();
    let periods: Vec<Vec<Reading>> = parts.iter().map(|(units, _)| readings(units)).collect();
    let tested = course_of_variation(&periods)?.course;
    Some(VariationCourseRow {
        measure_key,
        country: country.to_string(),
        level: level.to_string(),
        first_end: first.end.to_string(),
        last_end: last.end.to_string(),
        periods: count(parts.len()),
        units: count(lasting.len()),
        course: word(tested, parts[0].1, parts[parts.len() - 1].1).to_string(),
    })
}

/// The test looks at differences on the scale of comparison, readers at "how many times": where the whole level moves, the
/// two can part. A word is given only where both go the same way.
fn word(tested: Tested, first: Option<f64>, last: Option<f64>) -> Course {
    match (tested, first.zip(last)) {
        (Tested::Narrower, Some((first, last))) if last < first => Course::Narrowing,
        (Tested::Wider, Some((first, last))) if last > first => Course::Widening,
        _ => Course::NoClearChange,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_needs_both_the_test_and_the_figures_that_readers_see() {
        assert_eq!(word(Tested::Narrower, Some(1.5), Some(1.3)), Course::Narrowing);
        assert_eq!(word(Tested::Narrower, Some(1.5), Some(1.5)), Course::NoClearChange);
        assert_eq!(word(Tested::Wider, Some(1.3), Some(1.5)), Course::Widening);
        assert_eq!(word(Tested::Wider, Some(1.3), None), Course::NoClearChange);
        assert_eq!(word(Tested::CannotSay, Some(1.3), Some(9.0)), Course::NoClearChange);
    }
}
