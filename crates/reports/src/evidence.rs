//! What does a printed value weigh in a comparison?
//!
//! One answer for the country on publish and for a handful of hospitals on request.

use crate::model::{Figure, MeasureNote};
use domain::measure::Kind;
use statistics::funnel::Scale;
use statistics::{ObservedExpected, Proportion, Reading, SampleMean};
use store::rows::ObservationRow;

/// The printed numbers of one value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Printed {
    pub kind: Kind,
    pub value: f64,
    pub numerator: Figure,
    pub denominator: Figure,
    pub expected: Figure,
    pub standard_error: Figure,
    /// The publisher has already pulled the value toward the average.
    pub shrunken: bool,
}

/// A value in the terms of statistics.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Evidence {
    /// Events among patients.
    Proportion(Proportion),
    /// Observed events by expected events, or by exposure.
    Ratio(ObservedExpected),
    /// A mean with its standard error.
    Mean(SampleMean),
    /// Nothing is known about the error.
    None,
}

impl Evidence {
    /// By the kind of the measure (methods, sections 0 and 1); values that the source has shrunk carry none.
    pub fn of(printed: &Printed) -> Self {
        if printed.shrunken {
            return Self::None;
        }
        let events = printed.numerator.number();
        let ratio = |expected: Figure| {
            let counted = events.zip(expected.number()).and_then(|(o, e)| ObservedExpected::new(o, e));
            counted.map_or(Self::None, Self::Ratio)
        };
        match printed.kind {
            Kind::Proportion => {
                let counted = events.zip(printed.denominator.number()).and_then(|(x, n)| Proportion::new(x, n));
                counted.map_or(Self::None, Self::Proportion)
            }
            Kind::Ratio => ratio(printed.expected),
            Kind::Rate => ratio(printed.denominator),
            Kind::Mean | Kind::Score => {
                let error = printed.standard_error.number();
                let n = printed.denominator.number().unwrap_or(1.0);
                let mean = error.and_then(|error| SampleMean::new(printed.value, error, n));
                mean.map_or(Self::None, Self::Mean)
            }
            Kind::Count => Self::None,
        }
    }

    /// The value on the variance-stabilised scale with its sampling error.
    pub fn reading(&self) -> Option<Reading> {
        match *self {
            Self::Proportion(p) => Some(Scale::of_proportion(p)),
            Self::Ratio(r) => Some(Scale::of_ratio(r)),
            Self::Mean(m) => Some(m.reading()),
            Self::None => None,
        }
    }
}

/// The value of a row on the scale on which chance has the same size everywhere.
pub(crate) fn reading_of(row: &ObservationRow, measure: &MeasureNote) -> Option<Reading> {
    let printed = Printed {
        kind: measure.kind,
        value: row.value?,
        numerator: Figure::from_column(row.numerator),
        denominator: Figure::from_column(row.denominator),
        expected: Figure::from_column(row.expected),
        standard_error: Figure::from_column(row.standard_error),
        shrunken: measure.shrunken,
    };
    Evidence::of(&printed).reading()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(kind: Kind) -> Printed {
        Printed {
            kind,
            value: 0.3,
            numerator: Figure::Number(30.0),
            denominator: Figure::Number(100.0),
            expected: Figure::NotPublished,
            standard_error: Figure::NotPublished,
            shrunken: false,
        }
    }

    #[test]
    fn counts_carry_an_error_and_what_is_shrunken_or_plain_carries_none() {
        assert!(Evidence::of(&printed(Kind::Proportion)).reading().is_some());
        assert!(Evidence::of(&printed(Kind::Rate)).reading().is_some());
        assert_eq!(Evidence::of(&printed(Kind::Count)), Evidence::None);
        assert_eq!(Evidence::of(&printed(Kind::Ratio)), Evidence::None);
        assert_eq!(Evidence::of(&printed(Kind::Mean)), Evidence::None);
        let shrunken = Printed { shrunken: true, ..printed(Kind::Proportion) };
        assert!(Evidence::of(&shrunken).reading().is_none());
    }
}
