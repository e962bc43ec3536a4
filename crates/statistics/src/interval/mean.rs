//! Which true means are compatible with the mean that was measured?

use super::{Estimate, Interval, IntervalMethod};
use crate::special::student_quantile;
use crate::{Confidence, Reading};

/// Student's interval of a mean of n patients with standard deviation `sd`: mean ± t(1−α/2; n−1)·sd/√n.
///
/// `None` unless n ≥ 2 is at most 10¹² and (mean, sd/√n) is a [`Reading`]. Unit: that of the mean.
pub fn t_interval(mean: f64, sd: f64, patients: f64, confidence: Confidence) -> Option<Estimate> {
    if !(2.0..=crate::sample::LARGEST_COUNT).contains(&patients) {
        return None;
    }
    let reading = Reading::new(mean, sd / patients.sqrt())?;
    let t = student_quantile(1.0 - confidence.tail(), patients - 1.0)?;
    Some(around(reading, t, confidence, IntervalMethod::StudentT))
}

/// value ± z·standard error, where only the standard error is known. Unit: that of the value.
///
/// ```
/// use statistics::{Confidence, Reading, interval::normal_interval};
/// let score = Reading::new(70.0, 2.0).unwrap();
/// assert!((normal_interval(score, Confidence::P95).interval.upper - 73.92).abs() < 0.001);
/// ```
pub fn normal_interval(reading: Reading, confidence: Confidence) -> Estimate {
    around(reading, confidence.z(), confidence, IntervalMethod::Normal)
}

fn around(reading: Reading, multiple: f64, confidence: Confidence, method: IntervalMethod) -> Estimate {
    let (value, reach) = (reading.value(), multiple * reading.standard_error());
    Estimate { value, interval: Interval { lower: value - reach, upper: value + reach }, confidence, method }
}
