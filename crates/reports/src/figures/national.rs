//! What is the value of the whole country, and between which values does chance alone leave it?

use super::said::{NationalValue, decimals_of_many, national_value, of_many, quantity};
use crate::model::{Figure, MeasureNote, MeasureReport};
use domain::measure::Kind;
use i18n::{Locale, in_parentheses};
use statistics::interval::{exact_poisson_interval, wilson_interval};
use statistics::{Confidence, ObservedExpected, Proportion};

/// The value of the country with its range, for a sentence that stands alone; `None` where there is no value.
pub fn national_with_range(locale: Locale, report: &MeasureReport) -> Option<NationalValue> {
    let (measure, country) = (&report.values.measure, &report.national.comparator);
    let national = national_value(locale, measure, country)?;
    let quantity = quantity(measure);
    // the number of every page: the range of chance alone would support more digits
    let alone = |target| of_many(locale, measure, target);
    let value = match (country.target, range(report)) {
        (Figure::Number(target), Some((low, high))) => {
            let range = quantity.range_sentence(locale, low, high, decimals_of_many(measure, target));
            in_parentheses(locale, &alone(target), &range)
        }
        // a complete count has no chance in it, a middle value is no value of the whole
        (Figure::Number(target), None) if measure.kind != Kind::Count => {
            in_parentheses(locale, &alone(target), words::no_range(locale))
        }
        // most hospitals have none of it: that is no news about those that have
        (Figure::NotPublished, _) if measure.kind == Kind::Count && country.median == Figure::Number(0.0) => {
            return None;
        }
        _ => national.value,
    };
    Some(NationalValue { value, ..national })
}

/// The 95 % interval of chance alone, from the patients or expected events of all hospitals.
fn range(report: &MeasureReport) -> Option<(f64, f64)> {
    let measure = &report.values.measure;
    let target = report.national.comparator.target.number()?;
    let size: f64 = report.funnel.iter().map(|point| point.size).sum();
    let estimate = match measure.kind {
        Kind::Proportion => wilson_interval(Proportion::new(target * size, size)?, Confidence::P95),
        Kind::Rate | Kind::Ratio if counts_events(measure, target) => {
            exact_poisson_interval(ObservedExpected::new(target * size, size)?, Confidence::P95)
        }
        _ => return None,
    };
    Some((estimate.interval.lower, estimate.interval.upper))
}

/// A ratio that is printed per 100 is no number of events over expected ones.
fn counts_events(measure: &MeasureNote, target: f64) -> bool {
    measure.kind == Kind::Rate || (0.5..=2.0).contains(&target)
}

mod words {
    i18n::text! {
        pub(super) fn no_range {
            ja: "幅を計算できる件数が公表されていません",
            en: "the counts needed for a range are not published",
        }
    }
}
