//! What is the value of several hospitals taken together, and how far apart are such values once chance is removed?

use super::Units;
use crate::evidence::Evidence;
use crate::publish::judge::Value;
use domain::measure::Kind;
use statistics::funnel::{Sample, Scale};
use statistics::interval::{exact_poisson_interval, normal_interval, wilson_interval};
use statistics::variation::true_spread;
use statistics::{Confidence, Estimate, ObservedExpected, Proportion, Reading, SampleMean};

/// A hospital or an area with its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::publish) struct Unit {
    pub hospitals: usize,
    pub evidence: Evidence,
    pub value: f64,
    /// The 95 % interval of chance alone.
    pub low: f64,
    pub high: f64,
}

/// Where fewer can be expected, one case more or less turns the value of an area (methods, section 0).
const EVENTS: f64 = 5.0;

impl Unit {
    /// Whether enough events, and patients without one, are to be expected here at the share of the whole country.
    pub fn expects_events(&self, share: Option<f64>) -> bool {
        match (self.evidence, share) {
            (Evidence::Proportion(p), Some(share)) => p.patients() * share.min(1.0 - share) >= EVENTS,
            (Evidence::Ratio(r), Some(share)) => r.expected() * share >= EVENTS,
            _ => true,
        }
    }

    /// The value on the scale of comparison.
    pub fn reading(&self) -> Option<Reading> {
        match self.evidence {
            Evidence::Proportion(p) => Some(Scale::of_proportion(p)),
            Evidence::Ratio(r) => Some(Scale::of_ratio(r)),
            Evidence::Mean(m) => Some(m.reading()),
            Evidence::None => None,
        }
    }
}

/// Events of the whole country for one patient, one expected event or one day; `None` where nothing is counted.
pub(super) fn events_of_one(units: &Units<'_>) -> Option<f64> {
    let (mut events, mut size) = (0.0, 0.0);
    for unit in units.values() {
        let (own_events, own_size) = match unit.evidence {
            Evidence::Proportion(p) => (p.events(), p.patients()),
            Evidence::Ratio(r) => (r.observed(), r.expected()),
            Evidence::Mean(_) | Evidence::None => return None,
        };
        events += own_events;
        size += own_size;
    }
    (size > 0.0).then(|| events / size)
}

/// Events over patients, observed over expected, or the mean weighted by patients. `None` for values of several forms.
pub(super) fn taken_together(members: &[&Value<'_>]) -> Option<Unit> {
    let first = members.first()?;
    let unit = match first.estimated.evidence {
        Evidence::Proportion(_) => proportion(members)?,
        Evidence::Ratio(_) => ratio(members)?,
        Evidence::Mean(_) => mean(members, first.measure.kind)?,
        Evidence::None => return None,
    };
    Some(Unit { hospitals: members.len(), ..unit })
}

fn unit(evidence: Evidence, estimate: &Estimate, scale: f64) -> Unit {
    Unit {
        hospitals: 1,
        evidence,
        value: estimate.value * scale,
        low: estimate.interval.lower * scale,
        high: estimate.interval.upper * scale,
    }
}

fn proportion(members: &[&Value<'_>]) -> Option<Unit> {
    let (mut events, mut patients) = (0.0, 0.0);
    for member in members {
        let Evidence::Proportion(p) = member.estimated.evidence else { return None };
        events += p.events();
        patients += p.patients();
    }
    let sum = Proportion::new(events, patients)?;
    Some(unit(Evidence::Proportion(sum), &wilson_interval(sum, Confidence::P95), 1.0))
}

fn ratio(members: &[&Value<'_>]) -> Option<Unit> {
    let (mut observed, mut expected, mut printed) = (0.0, 0.0, 0.0);
    for member in members {
        let Evidence::Ratio(r) = member.estimated.evidence else { return None };
        observed += r.observed();
        expected += r.expected();
        printed += member.figure? * r.expected();
    }
    let sum = ObservedExpected::new(observed, expected)?;
    // a value printed per 100 or per 1,000 stays on that scale; one printed with few decimals is the same scale
    let scale = if observed > 0.0 && printed > 0.0 { printed / observed } else { 1.0 };
    let scale = if (0.9..=1.1).contains(&scale) { 1.0 } else { scale };
    Some(unit(Evidence::Ratio(sum), &exact_poisson_interval(sum, Confidence::P95), scale))
}

fn mean(members: &[&Value<'_>], kind: Kind) -> Option<Unit> {
    let (mut top, mut patients, mut variance) = (0.0, 0.0, 0.0);
    for member in members {
        let Evidence::Mean(m) = member.estimated.evidence else { return None };
        let error = m.patients() * m.reading().standard_error();
        top += m.patients() * m.reading().value();
        patients += m.patients();
        variance += error * error;
    }
    let sum = SampleMean::new(top / patients, variance.sqrt() / patients, patients)?;
    let unit = unit(Evidence::Mean(sum), &normal_interval(sum.reading(), Confidence::P95), 1.0);
    // a stay or a wait cannot be shorter than nothing
    let never_negative = kind == Kind::Mean && unit.value >= 0.0;
    Some(if never_negative { Unit { low: unit.low.max(0.0), ..unit } } else { unit })
}

/// How many times as high, and the interval of that; either may be unknown.
pub(super) type Ratio = (Option<f64>, Option<(f64, f64)>);

/// How many times as high a high unit truly is as a low one, with its interval (methods, section 9). `None` where the
/// units are not of one form.
pub(super) fn high_over_low(units: &Units<'_>) -> Option<Ratio> {
    let (mut proportions, mut ratios, mut means) = (Vec::new(), Vec::new(), Vec::new());
    for unit in units.values() {
        match unit.evidence {
            Evidence::Proportion(p) => proportions.push(p),
            Evidence::Ratio(r) => ratios.push(r),
            Evidence::Mean(m) => means.push(m),
            Evidence::None => return None,
        }
    }
    let sample = match units.len() {
        n if n == proportions.len() => Sample::Proportions(&proportions),
        n if n == ratios.len() => Sample::Ratios(&ratios),
        n if n == means.len() => Sample::Means(&means),
        _ => return None,
    };
    let spread = true_spread(sample)?;
    let (low, high) = spread.high_over_low_interval;
    Some((spread.high_over_low, low.zip(high)))
}
