//! What do all imported files say together?
//!
//! Files are taken in the order of their import: a later one replaces what an earlier one of the same standing said, an
//! official one beats a compiled one, and whatever was replaced is listed. The result does not depend on anything else.

mod beds;
mod corrections;
mod definitions;
mod events;
mod facilities;
mod fill;
mod renamed;
mod values;

pub use facilities::FacilityLink;
pub use fill::without_filled_points;

use crate::places::Places;
use crate::reading::Reading;
use definitions::{merge, replace, surest_identifier};
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::{
    Batch, ContextRecord, IdentifierRecord, MeasureRecord, MeasureVersionRecord, Reality, Subject, SuccessorRecord,
};
use domain::{HospitalId, MeasureId};
use facilities::Facilities;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Everything the imported files say, ready to be published.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assembled {
    /// The records; every subject is a hospital, and there are no facilities left.
    pub batch: Batch,
    /// What was replaced, overruled or could not be put together.
    pub issues: Vec<Issue>,
    /// What became of each facility that its file only names.
    pub links: Vec<FacilityLink>,
    /// Ids that facilities had or would have had before they were linked, renamed or placed, and their ids now.
    pub moved: Vec<(HospitalId, HospitalId)>,
}

/// Kind of a reading whose hospitals are left exactly as they are written.
const PACKAGE: &str = "package";

/// Puts readings together, which stand in the order of their import.
///
/// `known` and `versions` describe the measures of official files; those that occur and that no package defines are added.
pub fn assemble(readings: Vec<Reading>, known: &[MeasureRecord], versions: &[MeasureVersionRecord]) -> Assembled {
    let mut files: Vec<Part> = readings.into_iter().filter_map(Part::of).collect();
    let mut issues = Vec::new();
    let mut batch = Batch { reality: reality_of(&files), ..Batch::default() };
    definitions::take_definitions(&files, &mut batch, &mut issues);
    let packaged = fill::Packaged::of(&files);
    let places = Places::new(&batch.areas, &batch.hospitals);
    let facilities = Facilities::link(&files, &batch.hospitals, &places);
    facilities.report(&mut issues);
    facilities.add_to(&mut batch, &places);
    take_facts(&files, &facilities, &mut batch, &mut issues);
    values::take_values(&mut files, &facilities, &mut batch, &mut issues);
    add_known_measures(known, versions, &mut batch);
    drop_unknown_references(&mut batch, &mut issues);
    corrections::apply(&files, &facilities, &mut batch, &mut issues);
    fill::fill(&mut batch, &places, &packaged, &facilities);
    events::report_nowhere(&batch, &mut issues);
    sort(&mut batch);
    Assembled { batch, issues, moved: facilities.moved(), links: facilities.into_links() }
}

/// One file of which something could be used.
struct Part {
    kind: String,
    file: String,
    batch: Batch,
}

impl Part {
    fn of(reading: Reading) -> Option<Self> {
        let batch = reading.batch?;
        Some(Self { kind: reading.kind, file: reading.file, batch })
    }
}

/// Fictional as soon as anything is: invented figures must never look real.
fn reality_of(files: &[Part]) -> Reality {
    let fictional = files.iter().any(|f| f.batch.reality == Reality::Fictional);
    if fictional { Reality::Fictional } else { Reality::Real }
}

/// Identifiers, context, successions, events, comments and corrections.
fn take_facts(files: &[Part], facilities: &Facilities, batch: &mut Batch, issues: &mut Vec<Issue>) {
    let mut context = BTreeMap::new();
    let mut identifiers = std::mem::take(&mut batch.identifiers);
    for (number, part) in files.iter().enumerate() {
        let from = &part.batch;
        let subject = |s: &Subject| facilities.subject(number, s);
        identifiers.extend(from.identifiers.iter().cloned());
        let facts: Vec<ContextRecord> = from
            .context
            .iter()
            .filter_map(|c| Some(ContextRecord { hospital: subject(&c.hospital)?, ..c.clone() }))
            .collect();
        let context_key = |c: &ContextRecord| (c.hospital.clone(), c.key.clone(), c.valid_from);
        merge(&mut batch.context, &mut context, &facts, context_key, replace);
        for record in &from.successors {
            let successor = record.successor.as_ref().and_then(subject);
            if let Some(hospital) = subject(&record.hospital) {
                batch.successors.push(SuccessorRecord { hospital, successor, ..record.clone() });
            }
        }
        for record in &from.events {
            let hospital = record.hospital.as_ref().and_then(subject);
            batch.events.push(domain::records::EventRecord { hospital, ..record.clone() });
        }
        for record in &from.comments {
            if let Some(hospital) = subject(&record.hospital) {
                batch.comments.push(domain::records::CommentRecord { hospital, ..record.clone() });
            }
        }
        for record in &from.corrections {
            if let Some(hospital) = subject(&record.hospital) {
                batch.corrections.push(domain::records::CorrectionRecord { hospital, ..record.clone() });
            }
        }
    }
    let identifier_key = |i: &IdentifierRecord| (i.hospital.clone(), i.scheme.clone(), i.value.clone());
    merge(&mut batch.identifiers, &mut BTreeMap::new(), &identifiers, identifier_key, surest_identifier);
    batch.successors.retain(|s| {
        let real = s.successor.as_ref() != Some(&s.hospital);
        if !real {
            let text = "a hospital cannot be its own successor; the entry is left out";
            issues.push(Issue::of_file(Severity::Note, IssueKind::Duplicate, "successors", text).at(
                0,
                "",
                subject_text(&s.hospital),
            ));
        }
        real
    });
}

fn subject_text(subject: &Subject) -> &str {
    match subject {
        Subject::Hospital(id) => id.as_str(),
        Subject::Facility(_) => "",
    }
}

/// Adds the measures of official files that occur and that no package defines.
fn add_known_measures(known: &[MeasureRecord], versions: &[MeasureVersionRecord], batch: &mut Batch) {
    let used: BTreeSet<MeasureId> = batch.observations.iter().map(|o| o.measure.clone()).collect();
    let defined: BTreeSet<MeasureId> = batch.measures.iter().map(|m| m.id.clone()).collect();
    let is_new = |id: &MeasureId| used.contains(id) && !defined.contains(id);
    batch.measures.extend(known.iter().filter(|m| is_new(&m.id)).cloned());
    batch.measure_versions.extend(versions.iter().filter(|v| is_new(&v.measure)).cloned());
}

/// Leaves out what speaks of a hospital or a measure that nothing defines, and says so once for each.
fn drop_unknown_references(batch: &mut Batch, issues: &mut Vec<Issue>) {
    let hospitals: HashSet<&str> = batch.hospitals.iter().map(|h| h.id.as_str()).collect();
    let measures: HashSet<&str> = batch.measures.iter().map(|m| m.id.as_str()).collect();
    let mut unknown: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mut is_known = |hospital: Option<&Subject>, measure: Option<&MeasureId>| {
        let lost_hospital = hospital.map(subject_text).filter(|id| !hospitals.contains(id)).map(|id| ("hospital", id));
        let lost_measure = measure.map(MeasureId::as_str).filter(|id| !measures.contains(id)).map(|id| ("measure", id));
        let lost = lost_hospital.or(lost_measure);
        if let Some((what, id)) = lost {
            *unknown.entry((what, id.to_string())).or_default() += 1;
        }
        lost.is_none()
    };
    batch.observations.retain(|r| is_known(Some(&r.hospital), Some(&r.measure)));
    batch.limits.retain(|r| is_known(Some(&r.hospital), Some(&r.measure)));
    batch.context.retain(|r| is_known(Some(&r.hospital), None));
    batch.comments.retain(|r| is_known(Some(&r.hospital), Some(&r.measure)));
    batch.corrections.retain(|r| is_known(Some(&r.hospital), Some(&r.measure)));
    batch.events.retain(|r| is_known(r.hospital.as_ref(), None));
    batch.measure_versions.retain(|r| is_known(None, Some(&r.measure)));
    batch.identifiers.retain(|r| is_known(Some(&Subject::Hospital(r.hospital.clone())), None));
    for ((what, id), count) in unknown {
        let text = format!("no imported file defines the {what} {id}; {count} entries about it are left out");
        let issue = Issue::of_file(Severity::Problem, IssueKind::UnknownReference, "all imports", text);
        issues.push(Issue { value: id, ..issue });
    }
}

/// One order, whatever the order of the files: the same input gives the same bytes.
fn sort(batch: &mut Batch) {
    batch.hospitals.sort_by(|a, b| a.id.cmp(&b.id));
    batch.identifiers.sort_by(|a, b| {
        (&a.hospital, &a.scheme, &a.value, a.valid_from).cmp(&(&b.hospital, &b.scheme, &b.value, b.valid_from))
    });
    batch
        .successors
        .sort_by(|a, b| (&a.hospital, &a.successor, a.kind, a.date).cmp(&(&b.hospital, &b.successor, b.kind, b.date)));
    batch.successors.dedup_by(|a, b| (&a.hospital, &a.successor, a.kind) == (&b.hospital, &b.successor, b.kind));
    batch.context.sort_by(|a, b| (&a.hospital, &a.key, a.valid_from).cmp(&(&b.hospital, &b.key, b.valid_from)));
    batch.areas.sort_by(|a, b| (a.kind, &a.code, a.year, &a.name.ja).cmp(&(b.kind, &b.code, b.year, &b.name.ja)));
    batch.area_observations.sort_by(|a, b| (&a.area_code, &a.key, a.period).cmp(&(&b.area_code, &b.key, b.period)));
    batch.measures.sort_by(|a, b| a.id.cmp(&b.id));
    batch
        .measure_versions
        .sort_by(|a, b| (&a.measure, a.valid_from, &a.version).cmp(&(&b.measure, b.valid_from, &b.version)));
    batch.observations.sort_by(|a, b| {
        (&a.hospital, &a.measure, &a.stratum, a.period).cmp(&(&b.hospital, &b.measure, &b.stratum, b.period))
    });
    batch.limits.sort_by(|a, b| {
        (&a.hospital, &a.measure, &a.stratum, a.period, a.kind).cmp(&(
            &b.hospital,
            &b.measure,
            &b.stratum,
            b.period,
            b.kind,
        ))
    });
    batch.footnotes.sort_by(|a, b| (&a.source_id, &a.code).cmp(&(&b.source_id, &b.code)));
    batch.sources.sort_by(|a, b| a.id.cmp(&b.id));
    batch.events.sort_by(|a, b| {
        (a.start, &a.area_code, &a.hospital, &a.text.ja).cmp(&(b.start, &b.area_code, &b.hospital, &b.text.ja))
    });
    batch.events.dedup();
    batch.comments.sort_by(|a, b| {
        (&a.hospital, &a.measure, a.period_end, a.period_start, &a.stratum, a.date, a.kind, &a.text.ja).cmp(&(
            &b.hospital,
            &b.measure,
            b.period_end,
            b.period_start,
            &b.stratum,
            b.date,
            b.kind,
            &b.text.ja,
        ))
    });
    batch.comments.dedup();
    batch.corrections.sort_by(|a, b| {
        (a.date, &a.hospital, &a.measure, a.period, &a.stratum).cmp(&(
            b.date,
            &b.hospital,
            &b.measure,
            b.period,
            &b.stratum,
        ))
    });
    batch.corrections.dedup();
}

#[cfg(test)]
mod tests;
