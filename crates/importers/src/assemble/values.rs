//! Which value stands where two files, or two facilities of one file, speak of the same hospital, measure and period?

use super::facilities::Facilities;
use super::{Part, subject_text};
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::{Authority, Batch, LimitKind, LimitRecord, ObservationRecord, Subject};
use domain::{HospitalId, MeasureId, Period};
use std::collections::HashMap;

type Key = (HospitalId, MeasureId, Period, String);

/// A value and where it comes from.
struct Held {
    place: usize,
    file: usize,
    subject: Subject,
    confidence: f64,
}

/// Takes observations and published limits of all files.
pub(super) fn take_values(files: &[Part], facilities: &Facilities, batch: &mut Batch, issues: &mut Vec<Issue>) {
    let mut held: HashMap<Key, Held> = HashMap::new();
    for (file, part) in files.iter().enumerate() {
        for observation in &part.batch.observations {
            let Some(Subject::Hospital(id)) = facilities.subject(file, &observation.hospital) else { continue };
            let key = (id.clone(), observation.measure.clone(), observation.period, observation.stratum.clone());
            let new = Held {
                place: batch.observations.len(),
                file,
                subject: observation.hospital.clone(),
                confidence: facilities.confidence(file, &observation.hospital),
            };
            let record = ObservationRecord { hospital: Subject::Hospital(id), ..observation.clone() };
            let Some(there) = held.get_mut(&key) else {
                held.insert(key, new);
                batch.observations.push(record);
                continue;
            };
            let before = &mut batch.observations[there.place];
            let (wins, issue) = decide(files, there, &new, before, &record);
            issues.extend(issue);
            if wins {
                *before = record;
                *there = Held { place: there.place, ..new };
            }
        }
    }
    take_limits(files, facilities, &held, batch);
}

/// Whether the new value takes the place of the one that is there, and what is said about it.
fn decide(
    files: &[Part],
    there: &Held,
    new: &Held,
    before: &ObservationRecord,
    now: &ObservationRecord,
) -> (bool, Option<Issue>) {
    let file = &files[new.file].file;
    if there.file == new.file {
        let wins = new.confidence > there.confidence;
        let text = "two facilities of the file are the same hospital; the value of the surer link is kept";
        return (
            wins,
            Some(told(Severity::Problem, IssueKind::Duplicate, file, text, now, if wins { before } else { now })),
        );
    }
    let same = says_the_same(before, now);
    let standing = |held: &Held| files[held.file].batch.authority;
    match (standing(there), standing(new)) {
        (Authority::Official, Authority::Compiled) => {
            let text = format!("the official value of {} is kept", files[there.file].file);
            (false, (!same).then(|| told(Severity::Note, IssueKind::Overruled, file, &text, now, now)))
        }
        (Authority::Compiled, Authority::Official) => {
            let text = format!("the official value replaces the compiled one of {}", files[there.file].file);
            (true, (!same).then(|| told(Severity::Note, IssueKind::Overruled, file, &text, now, before)))
        }
        _ => {
            let text = format!("the value of {} is replaced by {}", files[there.file].file, in_words(now));
            (true, (!same).then(|| told(Severity::Note, IssueKind::Replaced, file, &text, now, before)))
        }
    }
}

fn says_the_same(a: &ObservationRecord, b: &ObservationRecord) -> bool {
    (a.status, a.value, a.numerator, a.denominator, a.expected)
        == (b.status, b.value, b.numerator, b.denominator, b.expected)
}

fn in_words(o: &ObservationRecord) -> String {
    match o.value.or(o.numerator) {
        Some(value) => value.to_string(),
        None => o.status.to_string(),
    }
}

fn told(
    severity: Severity,
    kind: IssueKind,
    file: &str,
    text: &str,
    at: &ObservationRecord,
    lost: &ObservationRecord,
) -> Issue {
    let stratum = if at.stratum.is_empty() { String::new() } else { format!(" ({})", at.stratum) };
    let which = format!("{} {}{stratum} {}", subject_text(&at.hospital), at.measure, at.period);
    let issue = Issue::of_file(severity, kind, file, format!("{which}: {text}")).in_sheet(&at.source_sheet);
    Issue { row: at.source_row, value: in_words(lost), ..issue }
}

/// Limits go with the value they were published with.
fn take_limits(files: &[Part], facilities: &Facilities, held: &HashMap<Key, Held>, batch: &mut Batch) {
    let mut places: HashMap<(Key, LimitKind), usize> = HashMap::new();
    for (file, part) in files.iter().enumerate() {
        for limit in &part.batch.limits {
            let Some(Subject::Hospital(id)) = facilities.subject(file, &limit.hospital) else { continue };
            let key = (id.clone(), limit.measure.clone(), limit.period, limit.stratum.clone());
            if held.get(&key).is_some_and(|value| value.file != file || value.subject != limit.hospital) {
                continue;
            }
            let record = LimitRecord { hospital: Subject::Hospital(id), ..limit.clone() };
            match places.get(&(key.clone(), limit.kind)) {
                Some(place) => batch.limits[*place] = record,
                None => {
                    places.insert((key, limit.kind), batch.limits.len());
                    batch.limits.push(record);
                }
            }
        }
    }
}
