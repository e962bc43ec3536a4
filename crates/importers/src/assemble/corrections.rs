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
                Ok(Changed::Now) => drop_limits(batch, correction),
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
    Now,
    /// The files say what the correction says already.
    Before,
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
    observation.status = if value.is_some() { Status::Reported } else { Status::NotAvailable };
    observation.value = value;
    observation.raw.clone_from(&correction.is);
    observation.numerator = value.and_then(|v| whole_events(v, observation.denominator?, &correction.is, kind));
    observation.derived = observation.numerator.is_some();
    observation.standard_error = None;
    if value.is_none() {
        observation.denominator = None;
        observation.eligible = None;
        observation.expected = None;
        observation.response_rate = None;
    }
    Ok(Changed::Now)
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

/// Events of a proportion, where value × denominator is a whole number to within the rounding of the printed value.
fn whole_events(value: f64, denominator: f64, printed: &str, kind: Kind) -> Option<f64> {
    let decimals = printed.trim().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let rounding = denominator * 0.5 / (0..decimals.min(30)).fold(1.0, |product: f64, _| product * 10.0);
    let events = (value * denominator).round();
    let is_whole = rounding < 0.5 && (value * denominator - events).abs() <= rounding + 1e-9;
    (kind == Kind::Proportion && is_whole).then_some(events)
}

/// Published limits belonged to the value before.
fn drop_limits(batch: &mut Batch, correction: &CorrectionRecord) {
    batch.limits.retain(|l| {
        (&l.hospital, &l.measure, l.period, &l.stratum)
            != (&correction.hospital, &correction.measure, correction.period, &correction.stratum)
    });
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
