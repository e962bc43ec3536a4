//! Which interval belongs to a printed value, and what does it weigh in a comparison?

use crate::evidence::{Evidence, Printed};
use crate::model::Figure;
use domain::measure::Kind;
use domain::records::{LimitKind, LimitRecord, MeasureRecord, ObservationRecord};
use domain::status::Status;
use statistics::interval::{exact_poisson_interval, normal_interval, t_interval, wilson_interval};
use statistics::{Confidence, Estimate, IntervalMethod, ObservedExpected, Reading, SampleMean};

/// The 95 % interval of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Interval {
    pub low: f64,
    pub high: f64,
    pub method: &'static str,
}

/// What an observation says about itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Estimated {
    pub evidence: Evidence,
    pub interval: Option<Interval>,
}

/// The code of a method as it stands in releases and answers.
fn method_code(method: IntervalMethod) -> &'static str {
    match method {
        IntervalMethod::Wilson => "wilson",
        IntervalMethod::ClopperPearson => "clopper_pearson",
        IntervalMethod::ExactPoisson => "exact_poisson",
        IntervalMethod::Byar => "byar",
        IntervalMethod::MidP => "mid_p",
        IntervalMethod::Vandenbroucke => "vandenbroucke",
        IntervalMethod::StudentT => "t",
        IntervalMethod::Normal => "normal",
        IntervalMethod::Dobson => "dobson",
        IntervalMethod::Newcombe => "newcombe",
        IntervalMethod::ConditionalExact => "conditional_exact",
    }
}

fn interval_of(estimate: &Estimate) -> Interval {
    Interval { low: estimate.interval.lower, high: estimate.interval.upper, method: method_code(estimate.method) }
}

/// Chooses evidence and interval by the kind of the measure (methods, sections 0 and 1). A published 95 % interval is
/// kept as the interval of values that the source has shrunk, and wherever we can make none ourselves.
pub(super) fn estimate(o: &ObservationRecord, measure: &MeasureRecord, limits: &[&LimitRecord]) -> Estimated {
    let Some(value) = figure(o, measure.kind) else {
        return Estimated { evidence: Evidence::None, interval: None };
    };
    let published = published_interval(limits);
    let evidence = Evidence::of(&Printed {
        kind: measure.kind,
        value,
        numerator: Figure::from_column(o.numerator),
        denominator: Figure::from_column(o.denominator),
        expected: Figure::from_column(o.expected),
        standard_error: Figure::from_column(o.standard_error),
        shrunken: measure.shrunken == Some(true),
    });
    if measure.shrunken == Some(true) {
        return Estimated { evidence, interval: published };
    }
    let own = match evidence {
        Evidence::Proportion(p) => Some(interval_of(&wilson_interval(p, Confidence::P95))),
        Evidence::Ratio(ratio) => Some(of_ratio(ratio, value)),
        Evidence::Mean(mean) => of_mean(o, mean).map(|made| not_negative(made, measure.kind, value)),
        Evidence::None => None,
    };
    let by_error = || {
        let reading = Reading::new(value, o.standard_error?)?;
        Some(interval_of(&normal_interval(reading, Confidence::P95)))
    };
    Estimated { evidence, interval: own.or_else(by_error).or(published) }
}

/// The printed value; where only its parts are printed, what they make.
pub(super) fn figure(o: &ObservationRecord, kind: Kind) -> Option<f64> {
    if o.status != Status::Reported {
        return None;
    }
    let by = |bottom: Option<f64>| o.numerator.zip(bottom.filter(|b| *b > 0.0)).map(|(top, bottom)| top / bottom);
    let made = || match kind {
        Kind::Proportion | Kind::Rate => by(o.denominator),
        Kind::Ratio => by(o.expected),
        Kind::Count => o.numerator,
        Kind::Mean | Kind::Score => None,
    };
    o.value.or_else(made)
}

/// O/E, or events by exposure; the interval is on the scale of the printed value, which may be per 100 or per 1,000.
fn of_ratio(ratio: ObservedExpected, value: f64) -> Interval {
    let made = interval_of(&exact_poisson_interval(ratio, Confidence::P95));
    let scale = if ratio.value() > 0.0 && value > 0.0 { value / ratio.value() } else { 1.0 };
    // a value printed with few decimals is the same scale; only a clear factor (per 100, per 1,000) is one
    let scale = if (0.9..=1.1).contains(&scale) { 1.0 } else { scale };
    Interval { low: made.low * scale, high: made.high * scale, method: made.method }
}

/// A stay or a wait cannot be shorter than nothing; points can.
fn not_negative(made: Interval, kind: Kind, value: f64) -> Interval {
    if kind == Kind::Mean && value >= 0.0 { Interval { low: made.low.max(0.0), ..made } } else { made }
}

fn of_mean(o: &ObservationRecord, mean: SampleMean) -> Option<Interval> {
    let reading = mean.reading();
    let made = match o.denominator {
        Some(n) => t_interval(reading.value(), reading.standard_error() * n.sqrt(), n, Confidence::P95),
        None => Some(normal_interval(reading, Confidence::P95)),
    };
    made.as_ref().map(interval_of)
}

fn published_interval(limits: &[&LimitRecord]) -> Option<Interval> {
    let limit = limits.iter().find(|l| l.kind == LimitKind::Ci95)?;
    let (low, high) = limit.lower.zip(limit.upper)?;
    Some(Interval { low, high, method: "published" })
}
