//! What can be computed once, before anybody asks?
//!
//! Pure: the same records, settings and release before give the same rows. Reading files and writing the release is
//! the work of others.

mod care;
mod caveats;
mod changes;
mod crosswalk;
mod estimate;
mod facts;
mod judge;
mod last_told;
mod newest;
mod pool;
mod records;
mod small_numbers;
mod specialty;
#[cfg(test)]
mod tests;
mod trend;
mod variation;
mod wishes;

pub use changes::changes;
pub use small_numbers::{Masked, UnknownProfile, protect};

use domain::issue::Issue;
use domain::peers::Thresholds;
use domain::records::{Batch, Reality, Subject};
use domain::{Day, HospitalId};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use store::rows::{HospitalRow, MovedRow, ReleaseRow};
use store::write::ReleaseRows;

/// Version of the methods; part of every release and answer.
pub const METHOD_VERSION: &str = "2";

/// Everything a release is made from.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// All records of all files, linked; every subject is a hospital.
    pub batch: &'a Batch,
    /// What was not understood.
    pub issues: &'a [Issue],
    /// Ids that were given up, with the hospital that has them now.
    pub moved: &'a [(HospitalId, HospitalId)],
    /// Id of the release; `None` for `{as_of}-{8 hex of the input digest}`.
    pub id: Option<&'a str>,
    /// The day the release speaks of; `None` for the latest date among period ends and source dates.
    pub as_of: Option<Day>,
    /// SHA-256 of the staged input, hexadecimal.
    pub input_digest: &'a str,
    /// Id of the release before; empty for the first.
    pub previous_id: &'a str,
    /// Thresholds of roles of a country.
    pub thresholds: fn(&str) -> Thresholds,
}

/// Computes every row of a release except the differences from the one before (see [`changes`]).
pub fn compute(inputs: &Inputs<'_>) -> ReleaseRows {
    let batch = inputs.batch;
    let as_of = inputs.as_of.or_else(|| latest_day(batch)).unwrap_or(Day::constant(1970, 1, 1));
    let hospitals = facts::HospitalIndex::new(batch, inputs.thresholds, as_of);
    let measures = records::MeasureIndex::new(batch);
    let mut judged = judge::judge(batch, &hospitals, &measures);
    trend::attach(&mut judged.values);
    caveats::attach(&mut judged, &measures, as_of);
    judge::places(&mut judged);
    judge::drop_idle_pools(&mut judged);
    let mut rows = records::plain_rows(inputs, &measures);
    rows.release = release_row(inputs, as_of);
    rows.hospitals = hospital_rows(batch, as_of, &hospitals, &judged);
    rows.identifiers = crosswalk::identifier_rows(batch);
    rows.moved = moved_rows(inputs.moved);
    rows.spreads = judged.spread_rows();
    (rows.newest_sets, rows.newest_values) = newest::newest(&judged);
    rows.wish_facts = wishes::wish_facts(batch, as_of);
    variation::put(&mut rows, &judged, &measures, batch);
    records::put_observations(&mut rows, judged);
    rows.care = care::care_rows(&rows);
    specialty::put(&mut rows, inputs.thresholds);
    rows
}

/// The latest date among period ends and source dates.
pub fn latest_day(batch: &Batch) -> Option<Day> {
    let periods = batch.observations.iter().map(|o| o.period.end);
    let sources = batch.sources.iter().flat_map(|s| [s.published, s.retrieved]).flatten();
    periods.chain(sources).max()
}

fn release_row(inputs: &Inputs<'_>, as_of: Day) -> ReleaseRow {
    let short: String = inputs.input_digest.chars().take(8).collect();
    let digest = if short.len() == 8 { short } else { hex8(inputs.input_digest) };
    ReleaseRow {
        id: inputs.id.map_or_else(|| format!("{as_of}-{digest}"), str::to_string),
        as_of: as_of.to_string(),
        fictional: i64::from(inputs.batch.reality == Reality::Fictional),
        name: inputs.batch.name.clone(),
        title: inputs.batch.title.clone(),
        created: inputs.batch.created.map_or_else(String::new, |day| day.to_string()),
        method_version: METHOD_VERSION.to_string(),
        input_digest: inputs.input_digest.to_string(),
        previous_id: inputs.previous_id.to_string(),
    }
}

fn hex8(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(4).map(|b| format!("{b:02x}")).collect()
}

fn moved_rows(moved: &[(HospitalId, HospitalId)]) -> Vec<MovedRow> {
    let mut rows: Vec<MovedRow> =
        moved.iter().map(|(old, new)| MovedRow { old_id: old.to_string(), hospital_id: new.to_string() }).collect();
    rows.sort_by(|a, b| a.old_id.cmp(&b.old_id));
    rows.dedup_by(|a, b| a.old_id == b.old_id);
    rows
}

/// What other files call a hospital.
fn other_names(batch: &Batch) -> HashMap<HospitalId, Vec<&str>> {
    let mut names: HashMap<HospitalId, Vec<&str>> = HashMap::new();
    for fact in batch.context.iter().filter(|fact| fact.key == "other_name") {
        if let Subject::Hospital(id) = &fact.hospital {
            names.entry(id.clone()).or_default().push(&fact.value);
        }
    }
    names
}

fn hospital_rows(
    batch: &Batch,
    as_of: Day,
    index: &facts::HospitalIndex<'_>,
    judged: &judge::Judged<'_>,
) -> Vec<HospitalRow> {
    let reported = judged.reported_measures();
    let last_told = last_told::last_told(batch, as_of);
    let other_names = other_names(batch);
    let mut rows: Vec<HospitalRow> = batch
        .hospitals
        .iter()
        .filter_map(|h| {
            let facts = index.get(&h.id)?;
            let names = [&*h.name, &*h.short_name, &*h.name_en];
            let others = other_names.get(&h.id).into_iter().flatten().copied();
            let search = crate::search::search_text(
                &names.into_iter().chain(others).collect::<Vec<_>>(),
                &[&h.name_kana],
                &format!("{}{}", domain::regions::region_name(&h.country, &h.region_code).ja, h.municipality),
            );
            Some(HospitalRow {
                id: h.id.to_string(),
                name: h.name.clone(),
                name_kana: h.name_kana.clone(),
                name_en: h.name_en.clone(),
                short_name: h.short_name.clone(),
                country: h.country.clone(),
                region_code: h.region_code.clone(),
                municipality_code: h.municipality_code.clone(),
                municipality: h.municipality.clone(),
                area_code: h.area_code.clone(),
                address: h.address.clone(),
                latitude: h.latitude,
                longitude: h.longitude,
                point: h.point.to_string(),
                url: h.url.clone(),
                peer_group: facts.assignment.group.to_string(),
                peer_reason_ja: facts.assignment.reason.ja.clone(),
                peer_reason_en: facts.assignment.reason.en.clone(),
                search_text: search,
                beds_total: facts.role.beds_total,
                reported_measures: reported.get(&h.id).copied().unwrap_or(0),
                last_told: last_told.get(&h.id).map(Day::to_string).unwrap_or_default(),
                ..HospitalRow::default()
            })
        })
        .collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows
}
