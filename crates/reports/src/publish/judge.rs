//! How does each value stand against all hospitals of the country and against those of its role?

mod national;
mod set;

use national::NationalValues;
pub(super) use set::{GroupKey, SetSpread};

use super::estimate::{Estimated, estimate, figure};
use super::facts::{HospitalIndex, Known, hospital_of};
use super::records::MeasureIndex;
use crate::evidence::Evidence;
use domain::caveats::{Caveat, Element};
use domain::measure::{Direction, MeasureType};
use domain::peers::PeerGroup;
use domain::records::{Batch, LimitRecord, MeasureRecord, ObservationRecord};
use domain::status::Status;
use domain::verdict::Wording;
use domain::{Day, HospitalId, Period, Trend, Verdict};
use statistics::eligibility::HOSPITALS_FOR_TAU;
use statistics::rank::{CriticalValue, PlaceRange, place_ranges};
use statistics::{Confidence, Reading};
use std::collections::{BTreeMap, HashMap};
use store::rows::{ObservationRow, SpreadRow};

/// A record as published, or one made of several years: boxed, because few are and every value has room for one.
#[derive(Debug, Clone)]
pub(super) enum Held<'a> {
    Published(&'a ObservationRecord),
    Together(Box<ObservationRecord>),
}

impl std::ops::Deref for Held<'_> {
    type Target = ObservationRecord;

    fn deref(&self) -> &ObservationRecord {
        match self {
            Self::Published(record) => record,
            Self::Together(record) => record,
        }
    }
}

/// One observation with everything that is computed about it.
#[derive(Debug)]
pub(super) struct Value<'a> {
    pub record: Held<'a>,
    /// The period of the set it is held against: its own, or the newest of its years.
    pub set_period: Period,
    /// How many years are put together; 1 as published.
    pub years: usize,
    /// First day of the definition by which it was counted.
    pub definition: Day,
    /// A disaster or outbreak touches its period.
    pub event: bool,
    /// The hospital merged, split or moved within its period.
    pub merged: bool,
    pub known: &'a Known<'a>,
    pub measure: &'a MeasureRecord,
    pub measure_key: i64,
    /// The value, printed or made of its printed parts.
    pub figure: Option<f64>,
    pub estimated: Estimated,
    pub reading: Option<Reading>,
    /// What the gates of the set look at in which the value is judged.
    pub expected: Expected,
    pub national_class: Option<i8>,
    pub peer_class: Option<i8>,
    pub verdict_national: Verdict,
    pub verdict_peer: Verdict,
    pub place: Option<(PlaceRange, usize)>,
    /// On the newest year of a series.
    pub trend: Option<Trend>,
    pub caveats: Vec<&'static Caveat>,
}

/// Events expected at a target, and for proportions the patients expected without one.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Expected {
    pub events: Option<f64>,
    pub rest: Option<f64>,
}

/// Years put together, by the place of the newest year among the values.
pub(super) type Pools<'a> = BTreeMap<usize, Value<'a>>;

/// All values in the order of hospital, measure, stratum and period, and what is known about each set of them.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub values: Vec<Value<'a>>,
    /// Years put together, by the place of their newest year in `values`.
    pub pooled: Pools<'a>,
    pub spreads: BTreeMap<GroupKey, SetSpread>,
}

/// A crude outcome: never better or worse, and no national verdict (R6b).
pub(super) fn is_crude_outcome(measure: &MeasureRecord) -> bool {
    measure.measure_type == MeasureType::Outcome && measure.risk_adjusted != Some(true)
}

pub(super) fn wording(measure: &MeasureRecord) -> Wording {
    match measure.direction {
        _ if is_crude_outcome(measure) => Wording::Neutral,
        Direction::Neutral => Wording::Neutral,
        Direction::Higher => Wording::HigherIsBetter,
        Direction::Lower => Wording::LowerIsBetter,
    }
}

/// Estimates every value and judges every set.
pub(super) fn judge<'a>(batch: &'a Batch, hospitals: &'a HospitalIndex<'a>, measures: &MeasureIndex<'a>) -> Judged<'a> {
    let mut values = estimated_values(batch, hospitals, measures);
    // the key is one value's own, so that no order of equals has to be kept
    values.sort_unstable_by(|a, b| {
        fn key<'v>(v: &'v Value<'_>) -> (&'v HospitalId, i64, &'v str, Period) {
            (&v.known.record.id, v.measure_key, &v.record.stratum, v.record.period)
        }
        key(a).cmp(&key(b))
    });
    let mut members: BTreeMap<GroupKey, Vec<usize>> = BTreeMap::new();
    for (i, value) in values.iter().enumerate() {
        members.entry(GroupKey::national(value)).or_default().push(i);
        members.entry(GroupKey::of_role(value)).or_default().push(i);
    }
    let newest = newest_sets(&values);
    let nationals = NationalValues::of_batch(batch);
    let (mut pooled, mut spreads) = (Pools::new(), BTreeMap::new());
    // the country comes before its roles in the order of the key: it sets the expected events the gates look at
    for (key, indices) in members {
        let is_newest = newest.get(&key.series()) == Some(&key.period);
        let spread = set::judge_set(&mut values, is_newest.then_some(&mut pooled), &key, &indices, &nationals);
        spreads.insert(key, spread);
    }
    Judged { values, pooled, spreads }
}

/// The newest period of each measure, stratum and country in which any hospital has a value.
fn newest_sets(values: &[Value<'_>]) -> HashMap<(i64, String, String), Period> {
    let mut newest: HashMap<(i64, String, String), Period> = HashMap::new();
    for value in values.iter().filter(|v| v.record.status == Status::Reported) {
        let period = newest.entry(GroupKey::national(value).series()).or_insert(value.record.period);
        *period = std::cmp::max_by_key(*period, value.record.period, |p| (p.end, p.start));
    }
    newest
}

fn estimated_values<'a>(
    batch: &'a Batch,
    hospitals: &'a HospitalIndex<'a>,
    measures: &MeasureIndex<'a>,
) -> Vec<Value<'a>> {
    let mut limits: HashMap<(&HospitalId, i64, domain::Period, &str), Vec<&LimitRecord>> = HashMap::new();
    for limit in &batch.limits {
        if let (Some(id), Some((key, _))) = (hospital_of(&limit.hospital), measures.get(&limit.measure)) {
            limits.entry((id, key, limit.period, &limit.stratum)).or_default().push(limit);
        }
    }
    let observations = batch.observations.iter();
    observations
        .filter_map(|record| {
            let id = hospital_of(&record.hospital)?;
            let known = hospitals.get(id)?;
            let (measure_key, measure) = measures.get(&record.measure)?;
            let own = limits.get(&(id, measure_key, record.period, record.stratum.as_str()));
            let estimated = estimate(record, measure, own.map_or(&[], Vec::as_slice));
            Some(Value {
                set_period: record.period,
                years: 1,
                definition: measures.definition_since(&record.measure, record.period),
                event: hospitals.event_touches(known, record.period),
                merged: known.changed_within(record.period),
                record: Held::Published(record),
                known,
                measure,
                measure_key,
                figure: figure(record, measure.kind),
                reading: estimated.evidence.reading(),
                estimated,
                expected: Expected::default(),
                national_class: None,
                peer_class: None,
                verdict_national: Verdict::NotJudged,
                verdict_peer: Verdict::NotJudged,
                place: None,
                trend: None,
                caveats: Vec::new(),
            })
        })
        .collect()
}

/// Ranges of places within each role, among the values that no caveat keeps out (methods, section 4). A hospital whose
/// newest year is too few takes part with its years put together.
pub(super) fn places(judged: &mut Judged<'_>) {
    let mut groups: BTreeMap<GroupKey, Vec<usize>> = BTreeMap::new();
    for i in 0..judged.values.len() {
        let value = judged.counted(i);
        let kept_out = value.caveats.iter().any(|c| c.removes(Element::Rank));
        let role_known = value.role() != PeerGroup::Unclassified;
        if value.reading.is_some() && role_known && !kept_out && value.record.status == Status::Reported {
            groups.entry(GroupKey::of_role(value)).or_default().push(i);
        }
    }
    for (key, indices) in groups {
        let critical = CriticalValue::simultaneous(indices.len(), Confidence::P95);
        let Some(critical) = critical.filter(|_| indices.len() >= HOSPITALS_FOR_TAU) else { continue };
        let readings: Vec<Reading> = indices.iter().filter_map(|i| judged.counted(*i).reading).collect();
        let direction = match judged.values[indices[0]].measure.direction {
            Direction::Lower => statistics::Direction::LowerIsBetter,
            Direction::Higher => statistics::Direction::HigherIsBetter,
            Direction::Neutral => statistics::Direction::Neutral,
        };
        let ranges = place_ranges(&readings, direction, critical);
        for (i, range) in indices.iter().zip(ranges) {
            let value = judged.pooled.get_mut(i).unwrap_or(&mut judged.values[*i]);
            value.place = Some((range, indices.len()));
        }
        if let Some(spread) = judged.spreads.get_mut(&key) {
            spread.ranked = indices.len();
        }
    }
}

/// Lets go of years put together that gave neither a word nor a range.
pub(super) fn drop_idle_pools(judged: &mut Judged<'_>) {
    let says = |v: &Value<'_>| {
        v.verdict_national != Verdict::NotJudged || v.verdict_peer != Verdict::NotJudged || v.place.is_some()
    };
    judged.pooled.retain(|_, value| says(value));
}

impl<'a> Judged<'a> {
    /// What counts for the hospital of this value: its years put together where there are any, else the value itself.
    fn counted(&self, index: usize) -> &Value<'a> {
        self.pooled.get(&index).unwrap_or(&self.values[index])
    }

    /// How many measures of each hospital have a value in any period.
    pub fn reported_measures(&self) -> HashMap<HospitalId, i64> {
        let mut seen: HashMap<HospitalId, i64> = HashMap::new();
        let mut last: Option<(&HospitalId, i64)> = None;
        for value in self.values.iter().filter(|v| v.record.status == Status::Reported) {
            let this = (&value.known.record.id, value.measure_key);
            if last != Some(this) {
                *seen.entry(this.0.clone()).or_default() += 1;
                last = Some(this);
            }
        }
        seen
    }

    /// The rows of `spread`.
    pub fn spread_rows(&self) -> Vec<SpreadRow> {
        self.spreads.iter().map(|(key, spread)| spread.row(key)).collect()
    }
}

impl Value<'_> {
    /// The role of the hospital.
    pub fn role(&self) -> PeerGroup {
        self.known.assignment.group
    }

    /// True where the other is the same measure of the same patients of the same hospital.
    pub fn same_series(&self, other: &Value<'_>) -> bool {
        self.known.record.id == other.known.record.id
            && self.measure_key == other.measure_key
            && self.record.stratum == other.record.stratum
    }

    /// The row of `observation`.
    pub fn row(&self, observation_key: i64, source_key: i64) -> ObservationRow {
        let o = &self.record;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let place = self.place.as_ref();
        let interval = self.estimated.interval.as_ref();
        ObservationRow {
            observation_key,
            hospital_id: self.known.record.id.to_string(),
            measure_key: self.measure_key,
            period_start: o.period.start.to_string(),
            period_end: o.period.end.to_string(),
            stratum: o.stratum.clone(),
            pooled: i64::from(self.years > 1),
            numerator: o.numerator,
            denominator: o.denominator,
            eligible: o.eligible,
            expected: o.expected,
            value: self.figure,
            standard_error: o.standard_error,
            response_rate: o.response_rate,
            status: o.status.to_string(),
            raw: o.raw.clone(),
            derived: i64::from(o.derived),
            published_verdict: o.published_verdict.clone(),
            source_key,
            source_sheet: o.source_sheet.clone(),
            source_row: o.source_row.map(i64::from),
            interval_low: interval.map(|i| i.low),
            interval_high: interval.map(|i| i.high),
            interval_method: interval.map(|i| i.method.to_string()).unwrap_or_default(),
            national_class: self.national_class.map(i64::from),
            peer_class: self.peer_class.map(i64::from),
            verdict_national: self.verdict_national.to_string(),
            verdict_peer: self.verdict_peer.to_string(),
            rank_best: place.map(|(p, _)| count(p.first)),
            rank_worst: place.map(|(p, _)| count(p.last)),
            rank_of: place.map(|(_, of)| count(*of)),
            rank_clearly_better: place.map(|(p, _)| count(p.clearly_better)),
            rank_clearly_worse: place.map(|(p, _)| count(p.clearly_worse)),
            trend: self.trend.map(|t| t.to_string()).unwrap_or_default(),
            caveats: self.caveats.iter().map(|c| c.id).collect::<Vec<_>>().join(";"),
        }
    }

    /// True where the evidence carries an error.
    pub fn has_evidence(&self) -> bool {
        self.estimated.evidence != Evidence::None
    }
}
