//! What is known about each hospital before any figure is looked at?

use domain::HospitalId;
use domain::caveats::facts::HospitalFacts;
use domain::peers::{Assignment, PeerGroup, RoleFacts, Thresholds, assign};
use domain::period::{Day, Period};
use domain::records::{Batch, EventRecord, HospitalRecord, Subject, SuccessionKind};
use std::collections::HashMap;

/// Clinics have fewer beds than this (医療法 1条の5).
const HOSPITAL_BEDS: f64 = 20.0;

/// One hospital with its role.
#[derive(Debug, Clone)]
pub(super) struct Known<'a> {
    pub record: &'a HospitalRecord,
    pub role: RoleFacts,
    pub assignment: Assignment,
    pub caveat: HospitalFacts,
    /// Days on which it merged, split or moved.
    changed: Vec<Day>,
}

impl Known<'_> {
    /// Did it merge, split or move within these days?
    pub fn changed_within(&self, period: Period) -> bool {
        self.changed.iter().any(|day| period.overlaps(*day, *day))
    }
}

/// All hospitals by id.
#[derive(Debug)]
pub(super) struct HospitalIndex<'a> {
    known: HashMap<&'a HospitalId, Known<'a>>,
    events: Vec<&'a EventRecord>,
}

/// The hospital a record is about; records of unlinked facilities never reach publish.
pub(super) fn hospital_of(subject: &Subject) -> Option<&HospitalId> {
    match subject {
        Subject::Hospital(id) => Some(id),
        Subject::Facility(_) => None,
    }
}

impl<'a> HospitalIndex<'a> {
    /// Reads context, successions and events, and gives every hospital its role.
    pub fn new(batch: &'a Batch, thresholds: fn(&str) -> Thresholds, as_of: Day) -> Self {
        let mut context: HashMap<&HospitalId, HashMap<&str, &str>> = HashMap::new();
        // later rows of the same key are newer; what has ended by the day of the release no longer holds
        for fact in batch.context.iter().filter(|f| f.valid_to.is_none_or(|end| end >= as_of)) {
            if let Some(id) = hospital_of(&fact.hospital) {
                context.entry(id).or_default().insert(&fact.key, &fact.value);
            }
        }
        let mut changed: HashMap<&HospitalId, Vec<Day>> = HashMap::new();
        let moves = |kind| !matches!(kind, SuccessionKind::Renamed | SuccessionKind::Closed);
        for succession in batch.successors.iter().filter(|s| moves(s.kind)) {
            let both = [Some(&succession.hospital), succession.successor.as_ref()];
            for id in both.into_iter().flatten().filter_map(hospital_of) {
                changed.entry(id).or_default().extend(succession.date);
            }
        }
        let nothing = HashMap::new();
        let known = batch
            .hospitals
            .iter()
            .map(|record| {
                let facts = context.get(&record.id).unwrap_or(&nothing);
                let role = role_facts(facts);
                let assignment = assign(&role, &thresholds(&record.country));
                let caveat = HospitalFacts::of_context(|key| facts.get(key).copied());
                let changed = changed.remove(&record.id).unwrap_or_default();
                (&record.id, Known { record, role, assignment, caveat, changed })
            })
            .collect();
        Self { known, events: batch.events.iter().collect() }
    }

    /// What is known of one hospital.
    pub fn get(&self, id: &HospitalId) -> Option<&Known<'a>> {
        self.known.get(id)
    }

    /// Does a disaster or outbreak touch this hospital in this period?
    pub fn event_touches(&self, known: &Known<'_>, period: Period) -> bool {
        self.events.iter().any(|event| {
            let here = event.hospital.as_ref().and_then(hospital_of) == Some(&known.record.id)
                || lies_in(known.record, &event.area_code);
            here && period.overlaps(event.start, event.end.unwrap_or(Day::MAX))
        })
    }
}

/// Does the hospital lie in this region (`15` or `JP-15`), medical area or municipality?
pub(crate) fn lies_in(hospital: &HospitalRecord, area_code: &str) -> bool {
    let own = [&hospital.region_code, &hospital.area_code, &hospital.municipality_code];
    !area_code.is_empty()
        && (own.into_iter().any(|code| code == area_code)
            || domain::regions::region_id(&hospital.country, &hospital.region_code) == area_code)
}

fn flag(facts: &HashMap<&str, &str>, key: &str) -> bool {
    matches!(facts.get(key), Some(&("1" | "true" | "yes")))
}

fn number(facts: &HashMap<&str, &str>, key: &str) -> Option<f64> {
    facts.get(key)?.parse().ok().filter(|n: &f64| n.is_finite())
}

fn sum(facts: &HashMap<&str, &str>, keys: &[&str]) -> Option<f64> {
    let known: Vec<f64> = keys.iter().filter_map(|k| number(facts, k)).collect();
    (!known.is_empty()).then(|| known.iter().sum())
}

/// Beds that are open, by function.
const BY_FUNCTION: [&str; 4] = ["beds_fn_high_acute", "beds_fn_acute", "beds_fn_recovery", "beds_fn_chronic"];

/// What the context says about a role.
pub(super) fn role_facts(facts: &HashMap<&str, &str>) -> RoleFacts {
    let is_above_0 = |key: &str| number(facts, key).is_some_and(|beds| beds > 0.0);
    let by_function = sum(facts, &[&BY_FUNCTION[..], &["beds_fn_closed"]].concat());
    let beds_total = number(facts, "beds_total").or_else(|| number(facts, "beds_reported")).or(by_function);
    let chronic = sum(facts, &["beds_fn_recovery", "beds_fn_chronic"]).or_else(|| number(facts, "beds_long_term_care"));
    RoleFacts {
        island: flag(facts, "remote_island"),
        advanced: flag(facts, "advanced_treatment"),
        emergency_level: number(facts, "emergency_level")
            .and_then(|n| [2u8, 3].into_iter().find(|l| f64::from(*l) == n)),
        regional_support: flag(facts, "regional_support"),
        beds_total,
        all_closed: is_above_0("beds_fn_closed") && !BY_FUNCTION.iter().any(|key| is_above_0(key)),
        beds_psychiatric: number(facts, "beds_psychiatric"),
        beds_acute: sum(facts, &["beds_fn_high_acute", "beds_fn_acute"]),
        beds_chronic: chronic,
        ambulances: None,
        clinic: beds_total.is_some_and(|b| b > 0.0 && b < HOSPITAL_BEDS) || facts.get("ownership") == Some(&"clinic"),
        remote_area: flag(facts, "remote_area"),
        given: facts.get("peer_group").and_then(|code| PeerGroup::parse(code).ok()),
    }
}
