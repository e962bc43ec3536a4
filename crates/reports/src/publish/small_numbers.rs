//! Which figures are too small to become public, and which others would give them away?
//!
//! Only measures that name a suppression profile (a package's or a recipe's) are looked at; what an official publisher
//! printed stays as printed. A hidden figure loses every number it has, its printed literal, its published limits and the
//! numbers of corrections, so that nothing of it reaches the release. Source: docs/METHODS.md, small numbers.

use domain::measure::Kind;
use domain::records::{Batch, ObservationRecord, Subject};
use domain::{MeasureId, Period, Status};
use statistics::disclosure::{Profile, PublishedTotal, SuppressionRule, protect_parts, rate_leak};
use std::collections::{BTreeMap, BTreeSet};

/// A measure whose small numbers were hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// The measure.
    pub measure: MeasureId,
    /// Name of its profile.
    pub profile: String,
    /// Values hidden because they are small themselves, or give a small count away.
    pub small: usize,
    /// Values hidden to protect others.
    pub beside: usize,
}

/// A measure that asks for a profile nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the measure {measure} asks for the suppression profile \"{profile}\", which does not exist; there are as_published, {}",
    known()
)]
pub struct UnknownProfile {
    /// The measure.
    pub measure: MeasureId,
    /// What it asks for.
    pub profile: String,
}

fn known() -> String {
    Profile::NAMED.map(|(name, _)| name).join(", ")
}

/// Hides what is too small under the profile of its measure; the figures of all other measures stay as they are.
///
/// # Errors
/// [`UnknownProfile`]; nothing is changed then.
pub fn protect(batch: &mut Batch) -> Result<Vec<Masked>, UnknownProfile> {
    let profiles = profiles(batch)?;
    let mut groups: BTreeMap<(MeasureId, Subject, Period), Vec<usize>> = BTreeMap::new();
    for (place, o) in batch.observations.iter().enumerate() {
        if profiles.contains_key(&o.measure) {
            groups.entry((o.measure.clone(), o.hospital.clone(), o.period)).or_default().push(place);
        }
    }
    let mut hidden = BTreeSet::new();
    let mut told: BTreeMap<&MeasureId, (usize, usize)> = BTreeMap::new();
    for ((measure, ..), places) in &groups {
        let Some((kind, profile, _)) = profiles.get(measure) else { continue };
        let group: Vec<&ObservationRecord> = places.iter().filter_map(|place| batch.observations.get(*place)).collect();
        let (small, all) = hidden_of(&group, *kind, *profile);
        let count = told.entry(measure).or_default();
        count.0 += small.len();
        count.1 += all.len() - small.len();
        hidden.extend(all.iter().filter_map(|i| places.get(*i).copied()));
    }
    let masked = told
        .into_iter()
        .filter(|(_, (small, _))| *small > 0)
        .filter_map(|(measure, (small, beside))| {
            let profile = profiles.get(measure)?.2.clone();
            Some(Masked { measure: measure.clone(), profile, small, beside })
        })
        .collect();
    change(batch, &profiles, &hidden);
    Ok(masked)
}

type Profiles = BTreeMap<MeasureId, (Kind, Profile, String)>;

fn profiles(batch: &Batch) -> Result<Profiles, UnknownProfile> {
    let mut profiles = BTreeMap::new();
    for m in batch.measures.iter().filter(|m| !matches!(m.suppression_profile.as_str(), "" | "as_published")) {
        let name = m.suppression_profile.clone();
        let Some(profile) = Profile::named(&name) else {
            return Err(UnknownProfile { measure: m.id.clone(), profile: name });
        };
        profiles.insert(m.id.clone(), (m.kind, profile, name));
    }
    Ok(profiles)
}

/// Places in the group that are small themselves, and all that are hidden.
fn hidden_of(group: &[&ObservationRecord], kind: Kind, profile: Profile) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let reported = |i: &usize| group.get(*i).is_some_and(|o| o.status == Status::Reported);
    let small: BTreeSet<usize> = (0..group.len())
        .filter(|i| reported(i) && group.get(*i).is_some_and(|o| is_small(o, kind, profile.rule())))
        .collect();
    let mut all = small.clone();
    let total = (0..group.len()).find(|i| group.get(*i).is_some_and(|o| o.stratum.is_empty()));
    if let Some(total) = total.filter(|t| reported(t) && !small.contains(t) && !profile.rounds()) {
        let parts: Vec<usize> = (0..group.len()).filter(|i| *i != total).collect();
        let mut hidden: Vec<bool> = parts.iter().map(|i| small.contains(i) || !reported(i)).collect();
        let lines = lines(group, total, &parts, kind);
        let lines: Vec<PublishedTotal<'_>> =
            lines.iter().map(|(parts, total)| PublishedTotal { parts, total: *total }).collect();
        let protected = parts.is_empty() || protect_parts(&lines, &mut hidden, profile.rule());
        all.extend(parts.iter().zip(&hidden).filter(|(i, hidden)| **hidden && reported(i)).map(|(i, _)| *i));
        if !protected {
            all.insert(total);
        }
    }
    (small, all)
}

/// Is there a count behind this figure that must not be shown?
fn is_small(o: &ObservationRecord, kind: Kind, rule: SuppressionRule) -> bool {
    let hides = |count: Option<f64>| count.and_then(whole).is_some_and(|count| rule.masks(count));
    let patients = o.denominator.filter(|_| matches!(kind, Kind::Proportion | Kind::Mean | Kind::Score));
    if hides(patients) && patients != Some(0.0) {
        return true;
    }
    match kind {
        Kind::Count => hides(o.value.or(o.numerator)),
        Kind::Mean | Kind::Score => false,
        Kind::Proportion => match (o.numerator, o.denominator) {
            (Some(events), Some(patients)) => hides(Some(events)) || hides(Some(patients - events)),
            (Some(events), None) => hides(Some(events)),
            (None, patients) => o.value.zip(patients).is_some_and(|(v, n)| share_leaks(v, &o.raw, n, rule)),
        },
        Kind::Ratio => hides(o.numerator.or_else(|| nearly_whole(o.value? * o.expected?))),
        Kind::Rate => hides(o.numerator.or_else(|| nearly_whole(o.value? * o.denominator?))),
    }
}

/// Does a share of known patients give away a small number of events, or of those without one?
fn share_leaks(share: f64, raw: &str, patients: f64, rule: SuppressionRule) -> bool {
    let decimals = decimals_in_percent(share, raw).min(9);
    let leak = whole(patients).and_then(|n| rate_leak(share * 100.0, decimals, n, rule));
    leak.is_some_and(|leak| leak.leaks_numerator || leak.leaks_complement)
}

/// Decimals of a share once it is written in per cent: those of the literal where it is that number, else of the value.
fn decimals_in_percent(share: f64, raw: &str) -> u8 {
    let after_point = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let printed = raw.trim().trim_end_matches('%');
    let decimals = match printed.parse::<f64>() {
        Ok(number) if (number - share * 100.0).abs() < 1e-9 => after_point(printed),
        Ok(number) if (number - share).abs() < 1e-12 => after_point(printed).saturating_sub(2),
        _ => after_point(&share.to_string()).saturating_sub(2),
    };
    u8::try_from(decimals).unwrap_or(u8::MAX)
}

/// A count of patients: not negative, and whole to within a rounding of floating point numbers.
fn whole(number: f64) -> Option<u64> {
    let rounded = number.round();
    // a part of a patient (a weighted count) is taken for the whole number below it: it is the smaller one
    let whole = if (number - rounded).abs() < 1e-6 { rounded } else { number.floor() };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (0.0..=1e15).contains(&whole).then_some(whole as u64)
}

fn nearly_whole(number: f64) -> Option<f64> {
    ((number - number.round()).abs() < 0.01 * number.max(1.0)).then(|| number.round())
}

/// A number of an observation, where it has one.
type Number<'a> = &'a dyn Fn(&ObservationRecord) -> Option<f64>;

/// The numbers whose totals are public: the counts of a count; patients, events and those without one of a share.
fn lines(group: &[&ObservationRecord], total: usize, parts: &[usize], kind: Kind) -> Vec<(Vec<Option<u64>>, u64)> {
    let events = |o: &ObservationRecord| match kind {
        Kind::Count => o.value.or(o.numerator),
        Kind::Proportion => o.numerator.or_else(|| nearly_whole(o.value? * o.denominator?)),
        Kind::Ratio | Kind::Rate | Kind::Mean | Kind::Score => o.numerator,
    };
    let patients = |o: &ObservationRecord| o.denominator.filter(|_| kind != Kind::Count);
    let without = |o: &ObservationRecord| Some(patients(o)? - events(o)?).filter(|_| kind == Kind::Proportion);
    let numbers: [Number<'_>; 3] = [&events, &patients, &without];
    let line = |number: &Number<'_>| {
        let sum = whole(number(group.get(total)?)?)?;
        Some((parts.iter().map(|i| group.get(*i).and_then(|o| whole(number(o)?))).collect(), sum))
    };
    numbers.iter().filter_map(line).collect()
}

/// Takes the hidden figures out, and rounds the visible ones where the profile rounds.
fn change(batch: &mut Batch, profiles: &Profiles, hidden: &BTreeSet<usize>) {
    let mut gone = BTreeSet::new();
    let mut touched = BTreeSet::new();
    for (place, o) in batch.observations.iter_mut().enumerate() {
        let Some((kind, profile, _)) = profiles.get(&o.measure) else { continue };
        let key = (o.measure.clone(), o.hospital.clone(), o.period, o.stratum.clone());
        if hidden.contains(&place) {
            hide(o, *profile);
            gone.insert(key.clone());
            touched.insert(key);
        } else if profile.rounds() && o.status == Status::Reported {
            round(o, *kind, *profile);
            touched.insert(key);
        }
    }
    batch.limits.retain(|l| !touched.contains(&(l.measure.clone(), l.hospital.clone(), l.period, l.stratum.clone())));
    for c in &mut batch.corrections {
        if gone.contains(&(c.measure.clone(), c.hospital.clone(), c.period, c.stratum.clone())) {
            c.was = Status::Suppressed.to_string();
            c.is = Status::Suppressed.to_string();
        }
    }
}

fn hide(o: &mut ObservationRecord, profile: Profile) {
    o.status = Status::Suppressed;
    o.raw = profile.symbol().to_string();
    o.derived = false;
    for number in [
        &mut o.value,
        &mut o.numerator,
        &mut o.denominator,
        &mut o.eligible,
        &mut o.expected,
        &mut o.standard_error,
        &mut o.response_rate,
    ] {
        *number = None;
    }
}

fn round(o: &mut ObservationRecord, kind: Kind, profile: Profile) {
    #[allow(clippy::cast_precision_loss)]
    let rounded = |count: f64| whole(count).map_or(count, |c| profile.rounded(c) as f64);
    o.numerator = o.numerator.map(rounded);
    o.eligible = o.eligible.map(rounded);
    if matches!(kind, Kind::Proportion | Kind::Mean | Kind::Score) {
        o.denominator = o.denominator.map(rounded);
    }
    let quotient = |by: Option<f64>| Some(o.numerator? / by.filter(|d| *d > 0.0)?);
    o.value = match kind {
        Kind::Count => o.value.map(rounded),
        Kind::Proportion => quotient(o.denominator).map(|share| share.min(1.0)).or(o.value),
        Kind::Rate => quotient(o.denominator).or(o.value),
        Kind::Ratio => quotient(o.expected).or(o.value),
        Kind::Mean | Kind::Score => o.value,
    };
    if matches!(kind, Kind::Proportion | Kind::Rate | Kind::Ratio) {
        o.standard_error = None;
    }
    o.raw = o.value.map_or_else(String::new, |v| v.to_string());
}

#[cfg(test)]
mod tests;
