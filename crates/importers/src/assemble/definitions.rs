//! What is known about each hospital, area, source and measure once all files are put together?

use super::{PACKAGE, Part};
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::{
    AreaObservationRecord, AreaRecord, Batch, HospitalRecord, IdentifierRecord, MeasureVersionRecord, Point,
};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Adds records under their keys. `meet` decides what becomes of a record that meets one of the same key.
pub(super) fn merge<T: Clone + PartialEq, K: Ord>(
    into: &mut Vec<T>,
    places: &mut BTreeMap<K, usize>,
    from: &[T],
    key: impl Fn(&T) -> K,
    mut meet: impl FnMut(&mut T, &T),
) {
    for record in from {
        match places.entry(key(record)) {
            Entry::Vacant(free) => {
                free.insert(into.len());
                into.push(record.clone());
            }
            Entry::Occupied(held) => {
                let there = &mut into[*held.get()];
                if there != record {
                    meet(there, record);
                }
            }
        }
    }
}

/// The later record takes the place of the earlier one.
pub(super) fn replace<T: Clone>(there: &mut T, later: &T) {
    there.clone_from(later);
}

/// Hospitals, areas, sources, measures and the like: one record per key.
pub(super) fn take_definitions(files: &[Part], batch: &mut Batch, issues: &mut Vec<Issue>) {
    take_hospitals(files, batch, issues);
    let (mut areas, mut area_values) = (BTreeMap::new(), BTreeMap::new());
    let (mut measures, mut versions) = (BTreeMap::new(), BTreeMap::new());
    let (mut sources, mut footnotes) = (BTreeMap::new(), BTreeMap::new());
    for part in files {
        let from = &part.batch;
        if !from.name.is_empty() {
            batch.name.clone_from(&from.name);
        }
        if !from.title.is_empty() {
            batch.title.clone_from(&from.title);
        }
        batch.created = batch.created.max(from.created);
        merge(&mut batch.areas, &mut areas, &from.areas, area_key, newest_area);
        let value_key = |v: &AreaObservationRecord| (v.area_code.clone(), v.key.clone(), v.period);
        merge(&mut batch.area_observations, &mut area_values, &from.area_observations, value_key, replace);
        merge(&mut batch.measures, &mut measures, &from.measures, |m| m.id.clone(), replace);
        let version_key = |v: &MeasureVersionRecord| (v.measure.clone(), v.version.clone());
        merge(&mut batch.measure_versions, &mut versions, &from.measure_versions, version_key, replace);
        merge(&mut batch.sources, &mut sources, &from.sources, |s| s.id.clone(), replace);
        let note_key = |f: &domain::records::FootnoteRecord| (f.source_id.clone(), f.code.clone());
        merge(&mut batch.footnotes, &mut footnotes, &from.footnotes, note_key, replace);
    }
}

/// A later edition of one source replaces a hospital; another source only adds what it knows.
fn take_hospitals(files: &[Part], batch: &mut Batch, issues: &mut Vec<Issue>) {
    let mut places = BTreeMap::new();
    let mut kinds: BTreeMap<_, &str> = BTreeMap::new();
    for part in files {
        merge(
            &mut batch.hospitals,
            &mut places,
            &part.batch.hospitals,
            |h| h.id.clone(),
            |there, later| {
                let same_source = kinds.get(&later.id).is_some_and(|kind| *kind == part.kind);
                if same_source || part.kind == PACKAGE {
                    issues.push(replaced_hospital(&part.file, there, later));
                    there.clone_from(later);
                } else {
                    complete(there, later);
                }
            },
        );
        for hospital in &part.batch.hospitals {
            kinds.entry(hospital.id.clone()).or_insert(&part.kind);
        }
    }
}

fn replaced_hospital(file: &str, before: &HospitalRecord, now: &HospitalRecord) -> Issue {
    let text = format!("this file replaces what an earlier one said about {} ({})", now.id, now.name);
    Issue { value: before.name.clone(), ..Issue::of_file(Severity::Note, IssueKind::Replaced, file, text) }
}

/// Adds what is not there yet.
fn complete(there: &mut HospitalRecord, other: &HospitalRecord) {
    let fields = [
        (&mut there.name, &other.name),
        (&mut there.name_kana, &other.name_kana),
        (&mut there.name_en, &other.name_en),
        (&mut there.short_name, &other.short_name),
        (&mut there.country, &other.country),
        (&mut there.region_code, &other.region_code),
        (&mut there.municipality_code, &other.municipality_code),
        (&mut there.municipality, &other.municipality),
        (&mut there.area_code, &other.area_code),
        (&mut there.address, &other.address),
        (&mut there.url, &other.url),
    ];
    for (field, other) in fields.into_iter().filter(|(field, _)| field.is_empty()) {
        field.clone_from(other);
    }
    if there.point == Point::Unknown && there.latitude.is_none() {
        there.latitude = other.latitude;
        there.longitude = other.longitude;
        there.point = other.point;
    }
}

/// Codes are unique within a kind; entries of lists without codes are told apart by place and name.
fn area_key(area: &AreaRecord) -> (domain::records::AreaKind, String, String) {
    let name = if area.code.is_empty() { format!("{} {}", area.parent, area.name.ja) } else { String::new() };
    (area.kind, area.code.clone(), name)
}

/// The newest division counts; what only the other knows is kept.
fn newest_area(there: &mut AreaRecord, later: &AreaRecord) {
    let (mut newer, older) = if later.year >= there.year { (later.clone(), &*there) } else { (there.clone(), later) };
    newer.population = newer.population.or(older.population);
    newer.island |= older.island;
    let texts = [
        (&mut newer.parent, &older.parent),
        (&mut newer.name.ja, &older.name.ja),
        (&mut newer.name.en, &older.name.en),
    ];
    for (text, other) in texts.into_iter().filter(|(text, _)| text.is_empty()) {
        text.clone_from(other);
    }
    *there = newer;
}

/// A number of a hospital that several files give: the surest link counts, for all the days any of them names.
pub(super) fn surest_identifier(there: &mut IdentifierRecord, other: &IdentifierRecord) {
    let earliest = [there.valid_from, other.valid_from].into_iter().flatten().min();
    let latest = [there.valid_to, other.valid_to].into_iter().flatten().max();
    if other.confidence > there.confidence {
        there.clone_from(other);
    }
    there.valid_from = earliest;
    there.valid_to = latest;
}
