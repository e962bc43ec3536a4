//! What does a correction that an operator hands in change?
//!
//! A list of corrections that stands alone changes the values it speaks of; a package has already changed its own.

use super::facilities::Facilities;
use super::values::in_words;
use super::{Part, subject_text};
use crate::fingerprint::Fingerprint;
use domain::issue::{Issue, IssueKind, Severity};
use domain::measure::Kind;
use domain::records::{Batch, CorrectionRecord, MeasureRecord, ObservationRecord};
use domain::{MeasureId, Status};
use std::collections::HashMap;

/// Kind of a reading that is a list of corrections.
const LIST: &str = "corrections";

/// Applies the corrections of lists, in the order of their import. One that does not fit is left out and told.
pub(super) fn apply(files: &[Part], facilities: &Facilities, batch: &mut Batch, issues: &mut Vec<Issue>) {
    let is_list = |f: &Part| f.kind.split('+').any(|kind| kind == LIST);
    let lists: Vec<(usize, &Part)> = files.iter().enumerate().filter(|(_, f)| is_list(f)).collect();
    if lists.iter().all(|(_, list)| list.batch.corrections.is_empty()) {
        return;
    }
    let places: HashMap<Fingerprint, usize> = batch
        .observations
        .iter()
        .enumerate()
        .map(|(place, o)| (Fingerprint::of((&o.hospital, &o.measure, o.period, &o.stratum)), place))
        .collect();
    let kinds: HashMap<MeasureId, Kind> =
        batch.measures.iter().map(|m: &MeasureRecord| (m.id.clone(), m.kind)).collect();
    for (number, list) in lists {
        for printed in &list.batch.corrections {
            // a facility may have been linked, renamed or placed since the list was written; the batch holds its id of now
            let Some(hospital) = facilities.subject(number, &printed.hospital) else { continue };
            let correction = &CorrectionRecord { hospital, ..printed.clone() };
            let key =
                Fingerprint::of((&correction.hospital, &correction.measure, correction.period, &correction.stratum));
            let there = places.get(&key).and_then(|place| batch.observations.get_mut(*place));
            let kind = kinds.get(&correction.measure).copied().unwrap_or(Kind::Score);
            match there.ok_or("no imported file has this value".to_string()).and_then(|o| correct(o, correction, kind))
            {
                Ok(Changed::Now(events)) => {
                    if events == Events::Lost {
                        issues.push(without_events(&list.file, correction));
                    }
                    drop_limits(batch, correction);
                }
                Ok(Changed::Before) => {}
                Err(why) => {
                    issues.push(refused(&list.file, correction, &why));
                    batch.corrections.retain(|c| c != correction);
                }
            }
        }
    }
}

enum Changed {
    Now(Events),
    /// The files say what the correction says already.
    Before,
}

/// Whether a value that is corrected still tells how many events it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Events {
    /// It does, or nobody knew them before.
    Kept,
    /// It has too few digits to tell them.
    Lost,
}

fn correct(observation: &mut ObservationRecord, correction: &CorrectionRecord, kind: Kind) -> Result<Changed, String> {
    if says(observation, &correction.is) {
        return Ok(Changed::Before);
    }
    // a masked value stays masked: somebody may have counted back whom it is about
    if observation.status.is_masked() {
        return Err(format!(
            "the publisher has masked the value ({}), and a masked value is not put into words here",
            observation.status
        ));
    }
    if !says(observation, &correction.was) {
        return Err(format!("the files say {}", in_words(observation)));
    }
    let value = match correction.is.trim() {
        "" => None,
        text => Some(text.parse::<f64>().ok().filter(|v| is_possible(*v, kind)).ok_or("the new value cannot be")?),
    };
    let counted = observation.numerator.is_some();
    let events = value.zip(exposure(observation, kind)).and_then(|(v, of)| whole_events(v, of, &correction.is));
    observation.status = if value.is_some() { Status::Reported } else { Status::NotAvailable };
    observation.value = value;
    observation.raw.clone_from(&correction.is);
    observation.numerator = events;
    observation.derived = events.is_some();
    observation.standard_error = None;
    if value.is_none() {
        observation.denominator = None;
        observation.eligible = None;
        observation.expected = None;
        observation.response_rate = None;
    }
    let tells = matches!(kind, Kind::Proportion | Kind::Rate | Kind::Ratio);
    let lost = tells && counted && value.is_some() && events.is_none();
    Ok(Changed::Now(if lost { Events::Lost } else { Events::Kept }))
}

/// True where an observation has the value a correction prints; empty means that it has none.
fn says(observation: &ObservationRecord, printed: &str) -> bool {
    let printed = printed.trim();
    match (printed.parse::<f64>(), observation.value.or(observation.numerator)) {
        (Ok(printed), Some(value)) => (printed - value).abs() <= 1e-9 * value.abs().max(1.0),
        (_, None) => printed.is_empty() || printed == observation.status.as_str(),
        (Err(_), Some(_)) => !printed.is_empty() && printed == observation.raw,
    }
}

fn is_possible(value: f64, kind: Kind) -> bool {
    match kind {
        Kind::Proportion => (0.0..=1.0).contains(&value),
        Kind::Ratio | Kind::Rate | Kind::Count => value.is_finite() && value >= 0.0,
        Kind::Mean | Kind::Score => value.is_finite(),
    }
}

/// What a value is multiplied by to give its events: patients, exposure, or the events that were expected; `None` where it
/// is no number of events by anything.
///
/// A rate or a ratio may be printed per 100 or per 1,000. The value before tells which, and so only one whose events were
/// printed is followed by one whose events are worked out.
fn exposure(before: &ObservationRecord, kind: Kind) -> Option<f64> {
    let of = match kind {
        Kind::Proportion => return before.denominator,
        Kind::Rate => before.denominator?,
        Kind::Ratio => before.expected?,
        Kind::Count | Kind::Mean | Kind::Score => return None,
    };
    let events = before.numerator?;
    let printed = before.value.unwrap_or(events / of);
    if events == 0.0 || printed == 0.0 {
        return Some(of);
    }
    let scale = printed * of / events;
    // a value printed with few decimals is the same scale; only a clear factor is one
    Some(if (0.9..=1.1).contains(&scale) { of } else { of / scale })
}

/// Events, where value × exposure is a whole number to within the rounding of the printed value.
fn whole_events(value: f64, exposure: f64, printed: &str) -> Option<f64> {
    let digits = decimals(printed.trim());
    let tens = (0..digits.unsigned_abs()).fold(1.0, |product: f64, _| product * 10.0);
    let rounding = if digits < 0 { exposure * 0.5 * tens } else { exposure * 0.5 / tens };
    let events = (value * exposure).round();
    let is_whole = rounding < 0.5 && (value * exposure - events).abs() <= rounding + 1e-9;
    is_whole.then_some(events)
}

/// Digits behind the point: two of `0.42`, four of `4.2e-3`.
fn decimals(printed: &str) -> i32 {
    let (digits, exponent) = printed.split_once(['e', 'E']).unwrap_or((printed, "0"));
    let behind = digits.split_once('.').map_or(0, |(_, behind)| behind.len());
    let exponent: i32 = exponent.parse().unwrap_or(0);
    i32::try_from(behind).unwrap_or(i32::MAX).saturating_sub(exponent).clamp(-30, 30)
}

/// Published limits belonged to the value before.
fn drop_limits(batch: &mut Batch, correction: &CorrectionRecord) {
    batch.limits.retain(|l| {
        (&l.hospital, &l.measure, l.period, &l.stratum)
            != (&correction.hospital, &correction.measure, correction.period, &correction.stratum)
    });
}

fn without_events(file: &str, correction: &CorrectionRecord) -> Issue {
    let text = format!(
        "the correction of {} {} {}: \"{}\" has too few digits to tell how many events it stands for, so that the value has no \
         range, no verdict and no place; write it with more digits",
        subject_text(&correction.hospital),
        correction.measure,
        correction.period,
        correction.is,
    );
    let issue = Issue::of_file(Severity::Note, IssueKind::NotUnderstood, file, text);
    Issue { value: correction.is.clone(), ..issue }
}

fn refused(file: &str, correction: &CorrectionRecord, why: &str) -> Issue {
    let text = format!(
        "the correction of {} {} {} is left out: it names \"{}\" as the value before and \"{}\" as the value now, but {why}",
        subject_text(&correction.hospital),
        correction.measure,
        correction.period,
        correction.was,
        correction.is,
    );
    let issue = Issue::of_file(Severity::Problem, IssueKind::UnknownReference, file, text);
    Issue { value: correction.was.clone(), ..issue }
}
