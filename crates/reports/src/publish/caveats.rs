//! Which caveats hold for each value, as of the day the release speaks of?

use super::judge::{GroupKey, Judged, SetSpread, Value};
use super::records::MeasureIndex;
use domain::caveats::facts::{ComparisonFacts, Facts, MeasureFacts, SpreadFacts, TimeFacts, ValueFacts};
use domain::caveats::{Caveat, that_apply};
use domain::peers::PeerGroup;
use domain::period::{Day, Period};
use domain::status::Status;
use statistics::eligibility::HOSPITALS_FOR_TAU;
use statistics::reliability::reliability;
use std::collections::{BTreeMap, HashMap};

/// Gives every value its caveats, and every set those that hold for all its values.
pub(super) fn attach(judged: &mut Judged<'_>, measures: &MeasureIndex<'_>, as_of: Day) {
    let points = points_of_one_definition(judged);
    let alone: Vec<Facts> = judged
        .values
        .iter()
        .zip(points)
        .map(|(value, points)| facts(value, judged, as_of, Course::of(value, measures, points)))
        .collect();
    let together: Vec<Facts> =
        judged.pooled.values().map(|value| facts(value, judged, as_of, Course::default())).collect();
    for (value, facts) in judged.values.iter_mut().zip(&alone) {
        value.caveats = that_apply(facts);
    }
    for (value, facts) in judged.pooled.values_mut().zip(&together) {
        value.caveats = that_apply(facts);
    }
    let mut common: BTreeMap<GroupKey, Vec<&'static Caveat>> = BTreeMap::new();
    for value in judged.values.iter().filter(|v| v.record.status == Status::Reported) {
        for key in [GroupKey::national(value), GroupKey::of_role(value)] {
            let held = common.entry(key).or_insert_with(|| value.caveats.clone());
            held.retain(|c| value.caveats.iter().any(|v| v.id == c.id));
        }
    }
    for (key, caveats) in common {
        if let Some(spread) = judged.spreads.get_mut(&key) {
            spread.caveats = caveats.iter().map(|c| c.id).collect::<Vec<_>>().join(";");
        }
    }
}

/// What is known of the years before a value. Years put together have no course (methods, section 13).
#[derive(Debug, Clone, Copy, Default)]
struct Course {
    definition_changed: bool,
    points: Option<usize>,
}

impl Course {
    fn of(value: &Value<'_>, measures: &MeasureIndex<'_>, points: usize) -> Self {
        Self {
            definition_changed: definition_changed(value, measures),
            points: (value.record.status == Status::Reported).then_some(points),
        }
    }
}

/// For each value: how many points of its own definition its series has up to this one; a year that a disaster touched
/// is none.
fn points_of_one_definition(judged: &Judged<'_>) -> Vec<usize> {
    let mut counts: HashMap<(&str, i64, &str, Day), usize> = HashMap::new();
    judged
        .values
        .iter()
        .map(|v| {
            let key = (v.known.record.id.as_str(), v.measure_key, v.record.stratum.as_str(), v.definition);
            let count = counts.entry(key).or_default();
            *count += usize::from(v.record.status == Status::Reported && !v.event);
            *count
        })
        .collect()
}

fn facts(value: &Value<'_>, judged: &Judged<'_>, as_of: Day, course: Course) -> Facts {
    let spread = spread_of(value, judged);
    let period = value.record.period;
    let mut hospital = value.known.caveat.clone();
    hospital.merged_sites = value.merged;
    Facts {
        value: value_facts(value, spread),
        measure: measure_facts(value, judged),
        spread: spread_facts(spread),
        hospital,
        time: TimeFacts {
            period: Some(period),
            today: Some(as_of),
            definition_changed: course.definition_changed,
            event: value.event,
            trend_points: course.points,
        },
        comparison: ComparisonFacts {
            stratified_by_role: spread_of_role(value, judged).is_some(),
            ..ComparisonFacts::default()
        },
        composite: None,
    }
}

/// The set a value is held against: its role where that is large enough, else the country.
fn spread_of<'j>(value: &Value<'_>, judged: &'j Judged<'_>) -> Option<&'j SetSpread> {
    spread_of_role(value, judged).or_else(|| judged.spreads.get(&GroupKey::national(value)))
}

/// The set of the role, where the role is known and large enough to be compared within.
fn spread_of_role<'j>(value: &Value<'_>, judged: &'j Judged<'_>) -> Option<&'j SetSpread> {
    let known = value.role() != PeerGroup::Unclassified;
    let role = judged.spreads.get(&GroupKey::of_role(value)).filter(|_| known);
    role.filter(|s| s.reported >= HOSPITALS_FOR_TAU)
}

fn value_facts(value: &Value<'_>, spread: Option<&SetSpread>) -> ValueFacts {
    let tau2 = spread.and_then(|s| s.tau2);
    ValueFacts {
        status: Some(value.record.status),
        n: value.record.denominator,
        events: value.record.numerator,
        expected_events: value.expected.events.or(value.record.expected),
        expected_non_events: value.expected.rest,
        interval: value.estimated.interval.as_ref().map(|i| (i.low, i.high)),
        reliability: tau2.zip(value.reading).and_then(|(t, r)| reliability(t, r)),
        eligible: value.record.eligible,
        response_rate: value.record.response_rate,
    }
}

fn measure_facts(value: &Value<'_>, judged: &Judged<'_>) -> MeasureFacts {
    let m = value.measure;
    // a part of the patients says nothing about who takes part
    let national = judged.spreads.get(&GroupKey { stratum: String::new(), ..GroupKey::national(value) });
    #[allow(clippy::cast_precision_loss)]
    let participation =
        m.eligible_hospitals.zip(national).filter(|(all, _)| *all > 0.0).map(|(all, s)| s.reported as f64 / all);
    MeasureFacts {
        kind: Some(m.kind),
        direction: Some(m.direction),
        measure_type: Some(m.measure_type),
        risk_adjusted: m.risk_adjusted,
        adjusters: m.adjusters.clone(),
        shrunken: m.shrunken,
        self_reported: m.self_reported,
        audited: m.audited,
        voluntary: m.voluntary,
        participation,
        counts_episodes: m.counts_episodes,
        min_denominator: m.min_denominator,
    }
}

fn spread_facts(spread: Option<&SetSpread>) -> SpreadFacts {
    let Some(s) = spread else {
        return SpreadFacts::default();
    };
    SpreadFacts {
        phi: s.phi,
        tau2: s.tau2,
        rankability: s.rankability,
        q25: s.q25,
        q75: s.q75,
        p10: s.p10,
        p90: s.p90,
        judged: 0,
    }
}

/// Does the definition of this period differ from that of the year before?
fn definition_changed(value: &Value<'_>, measures: &MeasureIndex<'_>) -> bool {
    let period = value.record.period;
    let year_before = |day: Day| Day::new(day.year().saturating_sub(1), day.month(), 1).unwrap_or(day);
    let before = Period { start: year_before(period.start), end: year_before(period.end) };
    value.definition != measures.definition_since(&value.measure.id, before)
}
