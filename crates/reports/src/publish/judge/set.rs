//! How does one set of values, of one measure, period and group, spread, and which of them stand outside its limits?

use super::{Expected, NationalValues, Pools, Value, is_crude_outcome, wording};
use crate::evidence::Evidence;
use crate::publish::pool::put_together;
use domain::Verdict;
use domain::measure::Kind;
use domain::peers::PeerGroup;
use domain::status::Status;
use domain::verdict::{OwnInterval, Position, Wording};
use statistics::eligibility::{EXPECTED_TO_FLAG, HOSPITALS_FOR_TAU, PATIENTS_TO_RANK};
use statistics::funnel::{Funnel, Overdispersion, Sample, Scale, Target, product_funnel};
use statistics::reliability::rankability;
use statistics::summary::quantile;
use statistics::variation::true_spread;
use statistics::{ObservedExpected, Proportion, Reading, SampleMean};
use store::rows::SpreadRow;

/// Measure, period, stratum, country, and the role (empty for the whole country, which therefore comes first).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::publish) struct GroupKey {
    pub measure_key: i64,
    pub period: domain::Period,
    pub stratum: String,
    pub country: String,
    pub peer_group: String,
}

impl GroupKey {
    /// The whole country.
    pub fn national(value: &Value<'_>) -> Self {
        Self {
            measure_key: value.measure_key,
            period: value.set_period,
            stratum: value.record.stratum.clone(),
            country: value.known.record.country.clone(),
            peer_group: String::new(),
        }
    }

    /// The sets of all periods of the same measure, stratum and country.
    pub fn series(&self) -> (i64, String, String) {
        (self.measure_key, self.stratum.clone(), self.country.clone())
    }

    /// Hospitals of the same role.
    pub fn of_role(value: &Value<'_>) -> Self {
        Self { peer_group: value.role().to_string(), ..Self::national(value) }
    }
}

/// What is known about a set.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::publish) struct SetSpread {
    pub hospitals: usize,
    pub reported: usize,
    pub judged: usize,
    pub ranked: usize,
    pub pooled: usize,
    pub target: Option<f64>,
    pub phi: Option<f64>,
    pub tau2: Option<f64>,
    pub rankability: Option<f64>,
    pub p10: Option<f64>,
    pub q25: Option<f64>,
    pub median: Option<f64>,
    pub q75: Option<f64>,
    pub p90: Option<f64>,
    pub variation: Option<(f64, Option<(f64, f64)>)>,
    pub outside_95: usize,
    pub outside_998: usize,
    /// Ids of the caveats that hold for every value, with ';' between.
    pub caveats: String,
}

impl SetSpread {
    pub(super) fn row(&self, key: &GroupKey) -> SpreadRow {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        SpreadRow {
            measure_key: key.measure_key,
            period_start: key.period.start.to_string(),
            period_end: key.period.end.to_string(),
            stratum: key.stratum.clone(),
            country: key.country.clone(),
            peer_group: key.peer_group.clone(),
            hospitals: count(self.hospitals),
            reported: count(self.reported),
            judged: count(self.judged),
            ranked: count(self.ranked),
            pooled: count(self.pooled),
            target: self.target,
            phi: self.phi,
            tau2: self.tau2,
            rankability: self.rankability,
            p10: self.p10,
            q25: self.q25,
            median: self.median,
            q75: self.q75,
            p90: self.p90,
            variation_ratio: self.variation.map(|(ratio, _)| ratio),
            variation_low: self.variation.and_then(|(_, interval)| interval.map(|i| i.0)),
            variation_high: self.variation.and_then(|(_, interval)| interval.map(|i| i.1)),
            outside_95: count(self.outside_95),
            outside_998: count(self.outside_998),
            caveats: self.caveats.clone(),
        }
    }
}

/// Computes the spread of a set and gives its members their class and verdict. In the newest set of a measure (the one
/// with `pools`) years are put together where one is too few.
pub(super) fn judge_set<'a>(
    values: &mut [Value<'a>],
    pools: Option<&mut Pools<'a>>,
    key: &GroupKey,
    indices: &[usize],
    nationals: &NationalValues<'_>,
) -> SetSpread {
    let reported: Vec<usize> =
        indices.iter().copied().filter(|i| values[*i].record.status == Status::Reported).collect();
    let figures: Vec<f64> = reported.iter().filter_map(|i| values[*i].figure).collect();
    let mut spread = SetSpread {
        hospitals: indices.len(),
        reported: reported.len(),
        p10: quantile(&figures, 0.10),
        q25: quantile(&figures, 0.25),
        median: quantile(&figures, 0.50),
        q75: quantile(&figures, 0.75),
        p90: quantile(&figures, 0.90),
        ..SetSpread::default()
    };
    let Some(first) = reported.first().map(|i| values[*i].measure) else {
        return spread;
    };
    let published = nationals.of(first, key);
    spread.target = published.or_else(|| target(values, &reported, first.kind));
    if first.shrunken == Some(true) {
        judge_shrunken(values, &reported, &mut spread, published);
        return spread;
    }
    judge_by_limits(values, pools, &reported, &mut spread, key);
    spread
}

/// The value of the group as a whole: events over patients, observed over expected, or the mean weighted by patients.
/// Counts have none: nobody is "the country's hospital".
fn target(values: &[Value<'_>], reported: &[usize], kind: Kind) -> Option<f64> {
    let weighted = |weight: fn(&Value<'_>) -> Option<f64>| {
        let (mut top, mut bottom) = (0.0, 0.0);
        for value in reported.iter().map(|i| &values[*i]) {
            if let Some((v, w)) = value.record.value.zip(weight(value)).filter(|(_, w)| *w > 0.0) {
                top += v * w;
                bottom += w;
            }
        }
        (bottom > 0.0).then(|| top / bottom)
    };
    match kind {
        Kind::Proportion | Kind::Rate | Kind::Mean => weighted(|v| v.record.denominator),
        Kind::Score => weighted(|v| v.record.denominator.or(Some(1.0))),
        Kind::Ratio => weighted(|v| v.record.expected),
        Kind::Count => None,
    }
}

/// Values that the source has already shrunk: its interval strictly against its national value, never "far". Without that
/// value nothing is said: the mean of the shrunken values is another number and would contradict the source near it.
fn judge_shrunken(values: &mut [Value<'_>], reported: &[usize], spread: &mut SetSpread, published: Option<f64>) {
    let Some(target) = published else { return };
    for i in reported {
        let value = &mut values[*i];
        let too_few = value.measure.min_denominator.zip(value.record.denominator).is_some_and(|(min, n)| n < min);
        let Some(interval) = value.estimated.interval.as_ref().filter(|_| !too_few) else {
            continue;
        };
        if is_crude_outcome(value.measure) {
            continue;
        }
        // printed to the same decimals, but 11.6 / 100 and 0.116 need not be the same number
        let hair = 1e-9 * target.abs().max(1.0);
        let class = if interval.low > target + hair {
            1
        } else if interval.high < target - hair {
            -1
        } else {
            0
        };
        value.national_class = Some(class);
        value.verdict_national = Position {
            class,
            own_interval_excludes_target: OwnInterval::ContainsTarget,
            wording: wording(value.measure),
        }
        .verdict();
        spread.judged += 1;
        spread.outside_95 += usize::from(class != 0);
    }
}

fn judge_by_limits<'a>(
    values: &mut [Value<'a>],
    pools: Option<&mut Pools<'a>>,
    reported: &[usize],
    spread: &mut SetSpread,
    key: &GroupKey,
) {
    let with_evidence: Vec<usize> = reported.iter().copied().filter(|i| values[*i].has_evidence()).collect();
    let Some(pool) = Pool::new(values, &with_evidence) else {
        return;
    };
    let Some(funnel) = funnel(pool.sample(), spread.target) else {
        return;
    };
    spread.target = Some(funnel.target);
    if with_evidence.len() < HOSPITALS_FOR_TAU {
        return;
    }
    let readings: Vec<Reading> = funnel.rows.iter().map(|row| row.reading).collect();
    spread.variation = variation(pool.sample());
    spread.phi = Some(funnel.phi);
    spread.tau2 = Some(funnel.tau_squared);
    spread.rankability = rankability(&readings);
    // a role that is not known is no group to be held against
    if key.peer_group == PeerGroup::Unclassified.as_str() {
        return;
    }
    let whom = if key.peer_group.is_empty() { Whom::Country } else { Whom::Role };
    let alone: Vec<bool> = with_evidence.iter().map(|i| may_be_judged(&mut values[*i], funnel.target, whom)).collect();
    let mut nothing = Pools::new();
    let pools = pools.unwrap_or(&mut nothing);
    pool_the_few(values, pools, &with_evidence, funnel.target, whom);
    let together: Vec<bool> = with_evidence
        .iter()
        .map(|i| pools.get_mut(i).is_some_and(|value| may_be_judged(value, funnel.target, whom)))
        .collect();
    if alone.iter().zip(&together).filter(|(alone, together)| **alone || **together).count() < HOSPITALS_FOR_TAU {
        return;
    }
    for (at, i) in with_evidence.iter().enumerate() {
        if whom == Whom::Country && is_crude_outcome(values[*i].measure) {
            continue;
        }
        let mut class = alone[at].then(|| give(&mut values[*i], funnel.rows[at].reading, &funnel, whom));
        if let Some(value) = pools.get_mut(i).filter(|_| together[at]) {
            // one hospital is one verdict among the others: that of its years put together
            class = value.reading.map(|reading| give(value, reading, &funnel, whom));
            spread.pooled += 1;
        }
        spread.judged += usize::from(class.is_some());
        spread.outside_95 += usize::from(class.is_some_and(|c| c != 0));
        spread.outside_998 += usize::from(class.is_some_and(|c| c.abs() == 2));
    }
}

/// Against whom a set holds its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    Country,
    Role,
}

/// Puts years together where the newest is below a gate: at the country's value, a crude outcome at its role's.
fn pool_the_few<'a>(values: &[Value<'a>], pools: &mut Pools<'a>, members: &[usize], target: f64, whom: Whom) {
    for i in members {
        let judged_here = is_crude_outcome(values[*i].measure) == (whom == Whom::Role);
        if let Some(value) = judged_here.then(|| put_together(values, *i, target)).flatten() {
            pools.insert(*i, value);
        }
    }
}

/// Gives a value its class and word against the limits of a funnel; answers the class.
fn give(value: &mut Value<'_>, reading: Reading, funnel: &Funnel, whom: Whom) -> i8 {
    let class = funnel.position_of(reading).class();
    let verdict = verdict(value, class, funnel.target, wording(value.measure));
    match whom {
        Whom::Country => (value.national_class, value.verdict_national) = (Some(class), verdict),
        Whom::Role => (value.peer_class, value.verdict_peer) = (Some(class), verdict),
    }
    class
}

fn verdict(value: &Value<'_>, class: i8, target: f64, wording: Wording) -> Verdict {
    let outside = value.estimated.interval.as_ref().is_some_and(|i| target < i.low || target > i.high);
    let own = if outside { OwnInterval::ExcludesTarget } else { OwnInterval::ContainsTarget };
    Position { class, own_interval_excludes_target: own, wording }.verdict()
}

/// The gates (methods, section 0): five events, and five patients without one, expected at the target; 30 patients
/// behind a mean. The caveats look at the country's gate; at the role's, where a crude outcome is judged only there.
fn may_be_judged(value: &mut Value<'_>, target: f64, whom: Whom) -> bool {
    let here = expected(&value.estimated.evidence, target);
    let crude = is_crude_outcome(value.measure);
    if whom == Whom::Country || crude {
        value.expected = here;
    }
    let enough = |e: Expected| [e.events, e.rest].into_iter().flatten().all(|e| e >= EXPECTED_TO_FLAG);
    let smallest = value.measure.min_denominator.unwrap_or(PATIENTS_TO_RANK).max(PATIENTS_TO_RANK);
    let mean_of_few =
        matches!(value.estimated.evidence, Evidence::Mean(_)) && value.record.denominator.is_some_and(|n| n < smallest);
    enough(here) && enough(value.expected) && !mean_of_few
}

fn expected(evidence: &Evidence, target: f64) -> Expected {
    match evidence {
        Evidence::Proportion(p) => {
            let events = p.patients() * target;
            Expected { events: Some(events), rest: Some(p.patients() - events) }
        }
        Evidence::Ratio(r) => Expected { events: Some(r.expected() * target), rest: None },
        Evidence::Mean(_) | Evidence::None => Expected::default(),
    }
}

/// The evidence of a set in one of the three forms that statistics compares.
enum Pool {
    Proportions(Vec<Proportion>),
    Ratios(Vec<ObservedExpected>),
    Means(Vec<SampleMean>),
}

impl Pool {
    /// `None` where the values of a set are not of one form.
    fn new(values: &[Value<'_>], indices: &[usize]) -> Option<Self> {
        let (mut proportions, mut ratios, mut means) = (Vec::new(), Vec::new(), Vec::new());
        for i in indices {
            match values[*i].estimated.evidence {
                Evidence::Proportion(p) => proportions.push(p),
                Evidence::Ratio(r) => ratios.push(r),
                Evidence::Mean(m) => means.push(m),
                Evidence::None => {}
            }
        }
        let all = |n: usize| n > 0 && n == indices.len();
        match (all(proportions.len()), all(ratios.len()), all(means.len())) {
            (true, _, _) => Some(Self::Proportions(proportions)),
            (_, true, _) => Some(Self::Ratios(ratios)),
            (_, _, true) => Some(Self::Means(means)),
            _ => None,
        }
    }

    fn sample(&self) -> Sample<'_> {
        match self {
            Self::Proportions(rows) => Sample::Proportions(rows),
            Self::Ratios(rows) => Sample::Ratios(rows),
            Self::Means(rows) => Sample::Means(rows),
        }
    }
}

/// The funnel of a set by the product method (methods, section 2.1).
fn funnel(sample: Sample<'_>, target: Option<f64>) -> Option<Funnel> {
    // proportions whose events are not printed still count toward the country's value
    let target = match (sample.scale(), target) {
        (Scale::Proportion, Some(value)) => Target::Fixed(value),
        _ => Target::Pooled,
    };
    product_funnel(sample, target, Overdispersion::for_hospitals(sample.len()))
}

/// How many times as high a high hospital truly is as a low one (methods, section 9), where enough hospitals tell.
fn variation(sample: Sample<'_>) -> Option<(f64, Option<(f64, f64)>)> {
    let spread = true_spread(sample).filter(|_| sample.len() >= HOSPITALS_FOR_TAU)?;
    let (low, high) = spread.high_over_low_interval;
    Some((spread.high_over_low?, low.zip(high)))
}
