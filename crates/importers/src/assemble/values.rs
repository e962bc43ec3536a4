//! Which value stands where two files, or two facilities of one file, speak of the same hospital, measure and period?

use super::facilities::Facilities;
use super::renamed::Renamed;
use super::{Part, subject_text};
use crate::fingerprint::Fingerprint;
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::{Authority, Batch, FootnoteRecord, LimitRecord, ObservationRecord, Subject};
use domain::status::Status;
use domain::{Bilingual, HospitalId};
use std::collections::{BTreeSet, HashMap};

/// A value and where it comes from.
struct Held {
    place: usize,
    file: usize,
    /// Place of the facility in its file, where the file names no id.
    facility: Option<usize>,
    confidence: f64,
}

/// What is said about a file.
struct Standing {
    file: String,
    authority: Authority,
}

/// Takes observations and published limits out of all files.
///
/// A hospital that was only renamed or moved is one hospital: what a later file says under its new id replaces what an
/// earlier file said under the old one, so that no patient is counted twice. Within one file both stand as they are written.
pub(super) fn take_values(files: &mut [Part], facilities: &Facilities, batch: &mut Batch, issues: &mut Vec<Issue>) {
    let standing: Vec<Standing> =
        files.iter().map(|f| Standing { file: f.file.clone(), authority: f.batch.authority }).collect();
    let printed = files.iter().map(|f| f.batch.observations.len()).sum();
    let renamed = Renamed::of(&batch.successors);
    let mut held: HashMap<Fingerprint, Held> = HashMap::with_capacity(printed);
    let mut two_rows: BTreeSet<String> = BTreeSet::new();
    batch.observations.reserve_exact(printed);
    for (file, part) in files.iter_mut().enumerate() {
        for observation in std::mem::take(&mut part.batch.observations) {
            let Some(id) = hospital_of(file, &observation.hospital, facilities) else { continue };
            let new = Held {
                place: batch.observations.len(),
                file,
                facility: facility_of(&observation.hospital),
                confidence: facilities.confidence(file, &observation.hospital),
            };
            let key = key_of(&id, &observation);
            let there = same_value(&held, &renamed, &id, &observation, file);
            let record = ObservationRecord { hospital: Subject::Hospital(id), ..observation };
            let Some(there) = there else {
                held.insert(key, new);
                batch.observations.push(record);
                continue;
            };
            let Some(before) = held.get(&there) else { continue };
            let (stands, issue) = decide(&standing, before, &new, &batch.observations[before.place], &record);
            issues.extend(issue);
            let place = before.place;
            match stands {
                Stands::Before => {}
                Stands::New => {
                    batch.observations[place] = record;
                    held.remove(&there);
                    held.insert(key, Held { place, ..new });
                }
                Stands::Neither => {
                    two_rows.insert(record.source_id.clone());
                    batch.observations[place] = without_value(record);
                    held.insert(there, Held { place, facility: None, ..new });
                }
            }
        }
    }
    batch.footnotes.extend(two_rows.into_iter().map(of_two_rows));
    take_limits(files, facilities, &Kept { held, renamed }, batch);
}

/// Code of the footnote beside a value that is in none of two rows.
const TWO_ROWS: &str = "two-rows";

fn of_two_rows(source_id: String) -> FootnoteRecord {
    let text = Bilingual::new(
        "資料にはこの病院の行が2つあり、それぞれ病院の一部の値です。病院全体の値が分からないため、載せていません。".to_string(),
        "The source has two rows for this hospital, each of a part of it. Neither is shown, because the value of the whole is not known.".to_string(),
    );
    FootnoteRecord { source_id, code: TWO_ROWS.to_string(), text }
}

fn key_of(id: &HospitalId, o: &ObservationRecord) -> Fingerprint {
    Fingerprint::of((id, &o.measure, o.period, &o.stratum))
}

/// Where the same value already stands: under its own id, or, from another file, under an id that the hospital had before.
fn same_value(
    held: &HashMap<Fingerprint, Held>,
    renamed: &Renamed,
    id: &HospitalId,
    observation: &ObservationRecord,
    file: usize,
) -> Option<Fingerprint> {
    let own = key_of(id, observation);
    if held.contains_key(&own) {
        return Some(own);
    }
    renamed
        .others(id)
        .map(|other| key_of(other, observation))
        .find(|key| held.get(key).is_some_and(|there| there.file != file))
}

/// The values that stand, for the limits that go with them.
struct Kept {
    held: HashMap<Fingerprint, Held>,
    renamed: Renamed,
}

impl Kept {
    /// Whether another file's, or another facility's, value stands in place of the one that a limit was published with.
    fn replaced(&self, id: &HospitalId, limit: &LimitRecord, file: usize) -> bool {
        let at = |id: &HospitalId| self.held.get(&Fingerprint::of((id, &limit.measure, limit.period, &limit.stratum)));
        match at(id) {
            Some(value) => value.file != file || value.facility != facility_of(&limit.hospital),
            None => self.renamed.others(id).filter_map(at).any(|value| value.file != file),
        }
    }
}

fn hospital_of(file: usize, subject: &Subject, facilities: &Facilities) -> Option<HospitalId> {
    match facilities.subject(file, subject)? {
        Subject::Hospital(id) => Some(id),
        Subject::Facility(_) => None,
    }
}

fn facility_of(subject: &Subject) -> Option<usize> {
    match subject {
        Subject::Hospital(_) => None,
        Subject::Facility(place) => Some(*place),
    }
}

/// Which of two values stands.
enum Stands {
    Before,
    New,
    /// Each is of a part of the hospital, and nobody knows of which.
    Neither,
}

/// Whether an operator has said which hospital it is.
fn by_hand(held: &Held) -> bool {
    held.confidence >= 1.0
}

/// The same without what it says: a part of a year is not the year.
fn without_value(record: ObservationRecord) -> ObservationRecord {
    ObservationRecord {
        status: Status::NotAvailable,
        value: None,
        numerator: None,
        derived: false,
        denominator: None,
        expected: None,
        eligible: None,
        response_rate: None,
        standard_error: None,
        raw: String::new(),
        published_verdict: String::new(),
        footnotes: vec![TWO_ROWS.to_string()],
        ..record
    }
}

/// Which of the value that is there and the new one stands, and what is said about it.
fn decide(
    files: &[Standing],
    there: &Held,
    new: &Held,
    before: &ObservationRecord,
    now: &ObservationRecord,
) -> (Stands, Option<Issue>) {
    let file = &files[new.file].file;
    let old = &files[there.file].file;
    let same = says_the_same(before, now);
    if there.file == new.file {
        let surer = new.confidence > there.confidence;
        let stands = if surer { Stands::New } else { Stands::Before };
        if same {
            return (stands, None);
        }
        if by_hand(new) != by_hand(there) {
            let lost = if surer { before } else { now };
            let text = "two facilities of the file are the same hospital; the value of the one linked by hand is kept";
            return (stands, Some(told(Severity::Problem, IssueKind::Duplicate, file, text, now, lost)));
        }
        let text = format!(
            "two facilities of the file are the same hospital; neither {} nor {} is all of it, and none is published",
            in_words(before),
            in_words(now)
        );
        return (Stands::Neither, Some(told(Severity::Problem, IssueKind::Duplicate, file, &text, now, now)));
    }
    let note = |kind, text: String, lost| (!same).then(|| told(Severity::Note, kind, file, &text, now, lost));
    match (files[there.file].authority, files[new.file].authority) {
        (Authority::Official, Authority::Compiled) => {
            (Stands::Before, note(IssueKind::Overruled, format!("the official value of {old} is kept"), now))
        }
        (Authority::Compiled, Authority::Official) => (
            Stands::New,
            note(IssueKind::Overruled, format!("the official value replaces the compiled one of {old}"), before),
        ),
        _ => (
            Stands::New,
            note(IssueKind::Replaced, format!("the value of {old} is replaced by {}", in_words(now)), before),
        ),
    }
}

fn says_the_same(a: &ObservationRecord, b: &ObservationRecord) -> bool {
    let figures = |o: &ObservationRecord| (o.status, o.value, o.numerator, o.denominator, o.expected);
    figures(a) == figures(b)
}

/// The value of an observation, or why there is none.
pub(super) fn in_words(o: &ObservationRecord) -> String {
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
fn take_limits(files: &mut [Part], facilities: &Facilities, kept: &Kept, batch: &mut Batch) {
    let mut places: HashMap<Fingerprint, usize> = HashMap::new();
    for (file, part) in files.iter_mut().enumerate() {
        for limit in std::mem::take(&mut part.batch.limits) {
            let Some(id) = hospital_of(file, &limit.hospital, facilities) else { continue };
            if kept.replaced(&id, &limit, file) {
                continue;
            }
            let own = Fingerprint::of(((&id, &limit.measure, limit.period, &limit.stratum), limit.kind));
            let record = LimitRecord { hospital: Subject::Hospital(id), ..limit };
            match places.get(&own) {
                Some(place) => batch.limits[*place] = record,
                None => {
                    places.insert(own, batch.limits.len());
                    batch.limits.push(record);
                }
            }
        }
    }
}
