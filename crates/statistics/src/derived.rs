//! Which standard error lies behind a value that was published without one?
//!
//! For counts behind a published rate see [`crate::disclosure::numerator_of_rate`] and
//! [`crate::disclosure::nearest_numerator_of_rate`]. Where a source gives neither counts nor an
//! interval nor a standard error, there is no interval, no flag and no place.

use crate::Reading;
use crate::interval::Interval;

/// The width of a 95 % interval in standard errors, as published tables round it: 2 × 1.96.
pub const WIDTH_95: f64 = 3.92;

/// ln(value) with s = (ln upper − ln lower)/3.92, from a ratio published with its 95 % interval.
///
/// `None` unless 0 < lower ≤ value ≤ upper are finite and lower < upper.
pub fn reading_from_ratio(value: f64, published: Interval) -> Option<Reading> {
    let possible = published.lower > 0.0 && published.contains(value) && published.upper.is_finite();
    let error = (libm::log(published.upper) - libm::log(published.lower)) / WIDTH_95;
    Reading::new(libm::log(value), error).filter(|_| possible)
}

/// ln(p/(1−p)) with s = (logit upper − logit lower)/3.92, from a proportion (0 to 1) published with its 95 % interval.
///
/// `None` unless 0 < lower ≤ value ≤ upper < 1 and lower < upper.
pub fn reading_from_proportion(value: f64, published: Interval) -> Option<Reading> {
    let possible = published.lower > 0.0 && published.contains(value) && published.upper < 1.0;
    let logit = |p: f64| libm::log(p) - libm::log1p(-p);
    let error = (logit(published.upper) - logit(published.lower)) / WIDTH_95;
    Reading::new(logit(value), error).filter(|_| possible)
}

/// The value with s = (upper − lower)/3.92, from a mean or score published with its 95 % interval.
///
/// `None` unless lower ≤ value ≤ upper are finite and lower < upper.
pub fn reading_from_mean(value: f64, published: Interval) -> Option<Reading> {
    Reading::new(value, (published.upper - published.lower) / WIDTH_95).filter(|_| published.contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_interval_gives_its_standard_error() {
        let published = Interval { lower: 0.8, upper: 1.25 };
        let reading = reading_from_ratio(1.0, published).unwrap();
        assert!((reading.value()).abs() < 1e-15 && (reading.standard_error() - 0.113_849).abs() < 1e-5);
        assert_eq!(reading_from_ratio(2.0, published), None, "a value outside its own interval is a mistake");
        assert_eq!(reading_from_proportion(0.5, Interval { lower: 0.0, upper: 0.6 }), None);
        assert_eq!(reading_from_mean(1.0, Interval { lower: 1.0, upper: 1.0 }), None);
    }
}
