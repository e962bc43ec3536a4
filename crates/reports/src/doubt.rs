//! Would a correction change a value beyond belief, as one in the wrong unit does?

use crate::error::ReportError;
use crate::figures::told_of_value;
use crate::service::Reports;
use domain::measure::Kind;
use domain::records::{CorrectionRecord, Subject};
use domain::view_spec::ReleaseChoice;
use i18n::Locale;
use store::read::{PointRow, ValueFilter};

/// From so many times more or less, a value is taken for one in another unit: units differ by 10, 24, 60, 100 or 1,000.
const TENFOLD: f64 = 10.0;
/// A value this many times beyond the largest or the smallest of all others is doubted where none stood before.
const BEYOND: f64 = 2.0;
/// Of fewer others nobody can say what is usual.
const FEWEST_OTHERS: usize = 5;

/// A correction that should be looked at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The value before, as its page prints it; empty where there was none.
    pub was: String,
    /// The value now, as its page would print it.
    pub is: String,
    /// Why.
    pub because: Beyond,
}

/// What a value is beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// What the measure can be at all.
    WhatCanBe,
    /// Ten times, or a tenth of, the value before.
    Tenfold,
    /// The values of all other hospitals.
    EveryOther,
    /// What the release says of it: no value of this hospital and period stands there, or another one than the correction names.
    WhatStands,
}

impl Reports {
    /// What makes a correction doubtful, held against the current release; `None` where nothing does, or where nothing is known
    /// to hold it against.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the release cannot be read.
    pub async fn doubt(&self, locale: Locale, correction: &CorrectionRecord) -> Result<Option<Doubt>, ReportError> {
        let open = match self.chosen(&ReleaseChoice::Latest) {
            Err(ReportError::NoRelease) => return Ok(None),
            chosen => chosen?.0,
        };
        let measure = open.index().await?.measure(&correction.measure);
        let (Ok(measure), Subject::Hospital(hospital), Some(is)) =
            (measure, &correction.hospital, number(&correction.is))
        else {
            return Ok(None);
        };
        let points = open
            .file
            .points(&ValueFilter {
                measure_key: measure.key,
                period_start: correction.period.start.to_string(),
                period_end: correction.period.end.to_string(),
                stratum: correction.stratum.clone(),
                pooled: 0,
            })
            .await?;
        let (own, others): (Vec<PointRow>, Vec<PointRow>) =
            points.into_iter().partition(|point| point.hospital_id == hospital.as_str());
        let own = own.first();
        let was = number(&correction.was).or_else(|| own?.value);
        let others: Vec<f64> = others.iter().filter_map(|point| point.value).collect();
        let named = number(&correction.was);
        let stands = own.is_some_and(|own| named.is_none_or(|was| own.value.is_some_and(|value| is_same(was, value))));
        let because = beyond(measure.note.kind, was, is, &others).or_else(|| (!stands).then_some(Beyond::WhatStands));
        let interval = own.and_then(|point| point.interval_low.zip(point.interval_high));
        Ok(because.map(|because| Doubt {
            was: was.map(|was| told_of_value(locale, &measure.note, was, interval)).unwrap_or_default(),
            is: told_of_value(locale, &measure.note, is, None),
            because,
        }))
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// The same but for the digits that are printed.
fn is_same(printed: f64, value: f64) -> bool {
    (printed - value).abs() <= 1e-6 * value.abs().max(1.0)
}

/// What the new value is beyond. Nothing becomes nothing by a slip of the unit: a value of 0 is never doubted.
fn beyond(kind: Kind, was: Option<f64>, is: f64, others: &[f64]) -> Option<Beyond> {
    let can_be = match kind {
        Kind::Proportion => (0.0..=1.0).contains(&is),
        Kind::Ratio | Kind::Rate | Kind::Count => is >= 0.0,
        Kind::Mean | Kind::Score => true,
    };
    if !can_be {
        return Some(Beyond::WhatCanBe);
    }
    if is <= 0.0 {
        return None;
    }
    if let Some(was) = was.filter(|was| *was > 0.0) {
        return (is / was >= TENFOLD || was / is >= TENFOLD).then_some(Beyond::Tenfold);
    }
    let least = others.iter().copied().fold(f64::INFINITY, f64::min);
    let most = others.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let is_usual = others.len() < FEWEST_OTHERS || least < 0.0 || (least / BEYOND..=most * BEYOND).contains(&is);
    (!is_usual).then_some(Beyond::EveryOther)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_another_unit_is_doubted_and_a_correction_is_not() {
        let others = [0.001, 0.0015, 0.002, 0.003, 0.004];
        for (was, is, expected) in [
            (Some(0.001_96), 1.5, Some(Beyond::Tenfold)),
            (Some(0.001_96), 0.0015, None),
            (Some(0.001_96), 0.000_015, Some(Beyond::Tenfold)),
            (Some(0.001_96), 0.0, None),
            (Some(0.0), 0.002, None),
            (Some(0.0), 1.5, Some(Beyond::EveryOther)),
            (None, 0.007, None),
            (None, 0.009, Some(Beyond::EveryOther)),
            (None, 0.0004, Some(Beyond::EveryOther)),
            (None, -0.1, Some(Beyond::WhatCanBe)),
        ] {
            assert_eq!(beyond(Kind::Rate, was, is, &others), expected, "{was:?} {is}");
        }
        assert_eq!(beyond(Kind::Rate, None, 1.5, &others[..4]), None, "nobody knows what is usual");
        assert_eq!(beyond(Kind::Proportion, Some(0.5), 4.5, &[]), Some(Beyond::WhatCanBe));
        assert_eq!(beyond(Kind::Score, Some(-3.0), 2.0, &[-5.0, -4.0, -1.0, 0.0, 1.0]), None);
    }
}
