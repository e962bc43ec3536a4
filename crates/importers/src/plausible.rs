//! Can these figures of one observation be true?

use domain::measure::Kind;
use domain::records::ObservationRecord;

/// Which figure cannot be true, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Violation {
    pub figure: Figure,
    pub why: &'static str,
}

/// A figure of an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    Value,
    Numerator,
    Denominator,
    Expected,
    StandardError,
}

/// The first figure that cannot be, for a measure of this kind.
pub(crate) fn violation(kind: Kind, record: &ObservationRecord) -> Option<Violation> {
    let wrong = |figure, why| Some(Violation { figure, why });
    let negative = |x: Option<f64>| x.is_some_and(|x| x < 0.0 || !x.is_finite());
    if record.value.is_some_and(|v| !v.is_finite()) {
        return wrong(Figure::Value, "a value is a finite number");
    }
    if negative(record.denominator) {
        return wrong(Figure::Denominator, "a denominator is not negative");
    }
    if negative(record.numerator) {
        return wrong(Figure::Numerator, "a numerator is not negative");
    }
    if negative(record.expected) {
        return wrong(Figure::Expected, "an expected number is not negative");
    }
    if negative(record.standard_error) {
        return wrong(Figure::StandardError, "a standard error is not negative");
    }
    match kind {
        Kind::Proportion if record.value.is_some_and(|v| !(0.0..=1.0).contains(&v)) => {
            wrong(Figure::Value, "a share lies between 0 and 1")
        }
        Kind::Proportion if matches!((record.numerator, record.denominator), (Some(n), Some(d)) if n > d) => {
            wrong(Figure::Numerator, "a numerator is not larger than its denominator")
        }
        Kind::Ratio | Kind::Rate | Kind::Count if record.value.is_some_and(|v| v < 0.0) => {
            wrong(Figure::Value, "a count, rate or ratio is not negative")
        }
        _ => None,
    }
}
