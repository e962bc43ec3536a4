//! Which years of a hospital are put together, where one alone is too few to be judged (methods, section 13)?
//!
//! Only consecutive years of one definition, each with its own printed or derived counts; never across a break, a gap,
//! a masked year, a merger, or a year that a disaster touched. The years put together are judged by the gates and limits
//! of the newest year and set none of them.

use super::estimate::{estimate, figure};
use super::judge::{Expected, Held, Value};
use crate::evidence::Evidence;
use domain::Verdict;
use domain::measure::Kind;
use domain::period::Period;
use domain::records::ObservationRecord;
use domain::status::Status;
use statistics::pooling::{MOST_YEARS, pool_means, pool_proportions, pool_ratios};
use statistics::{ObservedExpected, Proportion, SampleMean};
use std::ops::RangeInclusive;

/// Days of a period that counts as one year.
const ONE_YEAR: RangeInclusive<f64> = 350.0..=380.0;

/// The newest year with the fewest years before it that permit more than it does alone; `None` where none do.
pub(super) fn put_together<'a>(values: &[Value<'a>], newest: usize, target: f64) -> Option<Value<'a>> {
    let mut chain = chain(values, newest);
    let years = years_needed(&chain, target)?;
    chain.truncate(years);
    (years > 1).then(|| value_of(&chain)).flatten()
}

/// The years that may be joined, the newest first.
fn chain<'v, 'a>(values: &'v [Value<'a>], newest: usize) -> Vec<&'v Value<'a>> {
    let mut chain: Vec<&Value<'a>> = Vec::new();
    for value in values.iter().take(newest + 1).rev().take(MOST_YEARS) {
        let follows = chain.last().is_none_or(|later| {
            later.same_series(value)
                && later.definition == value.definition
                && value.record.period.end.tomorrow().ok() == Some(later.record.period.start)
        });
        if !follows || !may_join(value) {
            break;
        }
        chain.push(value);
    }
    chain
}

fn may_join(value: &Value<'_>) -> bool {
    let period = value.record.period;
    let days = period.start.duration_until(period.end).as_secs_f64() / 86_400.0 + 1.0;
    ONE_YEAR.contains(&days)
        && value.record.status == Status::Reported
        && value.has_evidence()
        && !value.event
        && !value.merged
        && in_base_units(value)
}

/// A mean needs its patients to be weighed; a rate printed per 100 is no sum of its parts.
fn in_base_units(value: &Value<'_>) -> bool {
    match value.estimated.evidence {
        Evidence::Proportion(_) => true,
        Evidence::Mean(_) => value.record.denominator.is_some(),
        Evidence::Ratio(r) => match value.figure {
            Some(printed) if r.value() > 0.0 => (0.9..=1.1).contains(&(printed / r.value())),
            _ => true,
        },
        Evidence::None => false,
    }
}

fn years_needed(chain: &[&Value<'_>], target: f64) -> Option<usize> {
    match chain.first()?.estimated.evidence {
        Evidence::Proportion(_) => Some(pool_proportions(&proportions(chain)?, target)?.years),
        // the gates look at the events expected at the target, as they do for one year
        Evidence::Ratio(_) => {
            let expected = ratios(chain)?.into_iter();
            let expected = expected.map(|r| ObservedExpected::new(r.observed(), r.expected() * target));
            Some(pool_ratios(&expected.collect::<Option<Vec<_>>>()?)?.years)
        }
        Evidence::Mean(_) => Some(pool_means(&means(chain)?)?.years),
        Evidence::None => None,
    }
}

fn proportions(chain: &[&Value<'_>]) -> Option<Vec<Proportion>> {
    let own = |v: &&Value<'_>| match v.estimated.evidence {
        Evidence::Proportion(p) => Some(p),
        _ => None,
    };
    chain.iter().map(own).collect()
}

fn ratios(chain: &[&Value<'_>]) -> Option<Vec<ObservedExpected>> {
    let own = |v: &&Value<'_>| match v.estimated.evidence {
        Evidence::Ratio(r) => Some(r),
        _ => None,
    };
    chain.iter().map(own).collect()
}

fn means(chain: &[&Value<'_>]) -> Option<Vec<SampleMean>> {
    let own = |v: &&Value<'_>| match v.estimated.evidence {
        Evidence::Mean(m) => Some(m),
        _ => None,
    };
    chain.iter().map(own).collect()
}

/// One value over all these years, with its own interval; not judged yet.
fn value_of<'a>(chain: &[&Value<'a>]) -> Option<Value<'a>> {
    let newest = *chain.first()?;
    let record = record_of(chain)?;
    let estimated = estimate(&record, newest.measure, &[]);
    Some(Value {
        set_period: newest.record.period,
        years: chain.len(),
        known: newest.known,
        measure: newest.measure,
        measure_key: newest.measure_key,
        definition: newest.definition,
        event: false,
        merged: false,
        figure: figure(&record, newest.measure.kind),
        reading: estimated.evidence.reading(),
        estimated,
        record: Held::Together(Box::new(record)),
        expected: Expected::default(),
        national_class: None,
        peer_class: None,
        verdict_national: Verdict::NotJudged,
        verdict_peer: Verdict::NotJudged,
        place: None,
        trend: None,
        caveats: Vec::new(),
    })
}

fn record_of(chain: &[&Value<'_>]) -> Option<ObservationRecord> {
    let (newest, oldest) = (chain.first()?, chain.last()?);
    let sum = |of: fn(&ObservationRecord) -> Option<f64>| chain.iter().map(|v| of(&v.record)).sum::<Option<f64>>();
    // the smallest share of answers of any year: the most careful reading
    let rates: Option<Vec<f64>> = chain.iter().map(|v| v.record.response_rate).collect();
    let mean = match newest.measure.kind {
        Kind::Mean | Kind::Score => pool_means(&means(chain)?).filter(|m| m.years == chain.len()),
        _ => None,
    };
    Some(ObservationRecord {
        period: Period { start: oldest.record.period.start, end: newest.record.period.end },
        numerator: sum(|o| o.numerator),
        denominator: sum(|o| o.denominator),
        eligible: sum(|o| o.eligible),
        expected: sum(|o| o.expected),
        value: mean.as_ref().map(|m| m.value.reading().value()),
        standard_error: mean.as_ref().map(|m| m.value.reading().standard_error()),
        response_rate: rates.and_then(|r| r.into_iter().reduce(f64::min)),
        raw: String::new(),
        derived: chain.iter().any(|v| v.record.derived),
        footnotes: Vec::new(),
        published_verdict: String::new(),
        source_row: None,
        ..(*newest.record).clone()
    })
}
