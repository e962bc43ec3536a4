//! Can two of the hospitals be told apart in one measure, and if that cannot be asked, why?

use super::{Read, guard::caveats_of_pair};
use crate::model::{
    Guard, MeasureNote, MeasureSection, NationalTable, Obstacle, Outcome, Pair, PairAnswer, PairReason, Places,
};
use domain::caveats::{Caveat, Element, by_id};
use domain::measure::Kind;
use statistics::rank::{Apart, CriticalValue, told_apart};
use statistics::{Confidence, Reading};
use std::collections::BTreeSet;

/// One hospital in one measure.
pub(super) struct Side<'a> {
    pub section: &'a MeasureSection,
    pub reading: Option<Reading>,
}

/// The thresholds for two to five hospitals; none where there is none.
#[derive(Debug, Clone)]
pub(super) struct Criticals(Vec<(usize, CriticalValue)>);

impl Criticals {
    /// For so many hospitals and fewer. A third of a millisecond each: once for all measures.
    pub fn up_to(hospitals: usize) -> Self {
        let of = |k: usize| Some((k, CriticalValue::simultaneous(k, Confidence::P95)?));
        Self((2..=hospitals).filter_map(of).collect())
    }

    fn of(&self, k: usize) -> Option<CriticalValue> {
        self.0.iter().find(|(of, _)| *of == k).map(|(_, critical)| *critical)
    }
}

/// Every pair once, with the threshold of all hospitals that are truly compared in this measure (methods, section 4).
pub(super) fn pairs(
    measure: &MeasureNote,
    sides: &[Side<'_>],
    guard: &Guard,
    read: &[Read],
    criticals: &Criticals,
) -> Vec<Pair> {
    let all: Vec<(usize, usize)> = (0..sides.len()).flat_map(|a| (a + 1..sides.len()).map(move |b| (a, b))).collect();
    let in_the_way = |a: usize, b: usize| {
        if guard.allows(a, b) {
            return reasons(measure, (a, &sides[a]), (b, &sides[b]));
        }
        let told = caveats_of_pair(&read[a], &read[b]).into_iter();
        told.map(|caveat| PairReason { obstacle: Obstacle::Caveat(caveat), hospital: None }).collect()
    };
    let reasons: Vec<Vec<PairReason>> = all.iter().map(|(a, b)| in_the_way(*a, *b)).collect();
    let fair = |a: usize, b: usize, reasons: &[PairReason]| guard.allows(a, b) && reasons.is_empty();
    let compared = all.iter().zip(&reasons).filter(|((a, b), reasons)| fair(*a, *b, reasons));
    let members: BTreeSet<usize> = compared.flat_map(|((a, b), _)| [*a, *b]).collect();
    let k = if members.is_empty() { sides.len() } else { members.len() };
    let critical = criticals.of(k);
    let pair = |((a, b), reasons): ((usize, usize), Vec<PairReason>)| {
        let (first, second) = (&sides[a], &sides[b]);
        let answer = match (first.reading.zip(second.reading), critical) {
            (Some((first, second)), Some(critical)) if fair(a, b, &reasons) => {
                match told_apart(first, second, critical) {
                    Apart::FirstLower => PairAnswer::FirstLower,
                    Apart::FirstHigher => PairAnswer::FirstHigher,
                    Apart::CannotTell => PairAnswer::CannotTell,
                }
            }
            _ => PairAnswer::NotCompared(reasons),
        };
        Pair { a, b, k, answer, national: national(first.section, second.section) }
    };
    all.iter().copied().zip(reasons).map(pair).collect()
}

/// What stands in the way of comparing two values of a fair pair.
fn reasons(measure: &MeasureNote, (a, first): (usize, &Side<'_>), (b, second): (usize, &Side<'_>)) -> Vec<PairReason> {
    let mut reasons = obstacles(measure, a, first);
    reasons.extend(obstacles(measure, b, second));
    let rows = [first, second].map(|side| side.section.newest.figure());
    let both_reported = rows.iter().all(|row| row.outcome.reported().is_some());
    if both_reported && rows[0].period != rows[1].period {
        reasons.push(PairReason { obstacle: Obstacle::DifferentPeriods, hospital: None });
    }
    reasons
}

/// What keeps a value out of every comparison: no value, a caveat that takes away the word, an event, or no known error.
fn obstacles(measure: &MeasureNote, place: usize, side: &Side<'_>) -> Vec<PairReason> {
    let reason = |obstacle| PairReason { obstacle, hospital: Some(place) };
    let value = &side.section.newest;
    if let Outcome::Missing { status, .. } = value.figure().outcome {
        return vec![reason(Obstacle::NoValue(status))];
    }
    let forbidding = value.caveats().iter().filter(|c| forbids(c, measure.kind));
    let mut found: Vec<PairReason> = forbidding.map(|caveat| reason(Obstacle::Caveat(caveat))).collect();
    if side.reading.is_none() && found.is_empty() {
        found.push(reason(match by_id("ALREADY_SHRUNK").filter(|_| measure.shrunken) {
            Some(caveat) => Obstacle::Caveat(caveat),
            None if measure.kind == Kind::Count => Obstacle::PlainCount,
            None => Obstacle::NoCounts,
        }));
    }
    found
}

/// What gets no word on publish gets none here: too few events, an event, and of means too few patients (methods, section 0);
/// and what is known of too few of the patients, or of too few who answered, is not held against anybody.
fn forbids(caveat: &Caveat, kind: Kind) -> bool {
    let too_few_for_a_mean = matches!(kind, Kind::Mean | Kind::Score) && caveat.id == "SMALL_DENOMINATOR";
    let unlike = ["DISASTER_PERIOD", "MISSING_MUCH", "LOW_RESPONSE"].contains(&caveat.id);
    caveat.removes(Element::Flag) || unlike || too_few_for_a_mean
}

fn national(first: &MeasureSection, second: &MeasureSection) -> NationalTable {
    let rows = [first, second].map(|section| section.newest.figure());
    if rows[0].period != rows[1].period || rows[0].hospital.peer_group != rows[1].hospital.peer_group {
        return NationalTable::NoPlaces;
    }
    match (&rows[0].places, &rows[1].places) {
        (Places::Range { best, last, of, .. }, Places::Range { best: best2, last: last2, .. }) => {
            if best <= last2 && best2 <= last {
                NationalTable::Overlap { of: *of }
            } else {
                NationalTable::Apart { of: *of }
            }
        }
        _ => NationalTable::NoPlaces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(id: &str, kind: Kind, expected: bool) {
        assert_eq!(by_id(id).map(|caveat| forbids(caveat, kind)), Some(expected), "{id} {kind}");
    }

    #[test]
    fn a_value_that_gets_no_word_on_publish_is_not_held_against_another() {
        check("FEW_EVENTS", Kind::Proportion, true);
        check("NO_UNCERTAINTY", Kind::Mean, true);
        check("DISASTER_PERIOD", Kind::Rate, true);
        check("MISSING_MUCH", Kind::Proportion, true);
        check("LOW_RESPONSE", Kind::Proportion, true);
        // a stay that is the mean of 13 patients
        check("SMALL_DENOMINATOR", Kind::Mean, true);
        check("SMALL_DENOMINATOR", Kind::Score, true);
    }

    #[test]
    fn what_only_has_to_be_said_forbids_nothing() {
        // five events are expected all the same: publish judges such a share
        check("SMALL_DENOMINATOR", Kind::Proportion, false);
        check("NOT_RISK_ADJUSTED", Kind::Proportion, false);
        check("OVERDISPERSED", Kind::Mean, false);
    }
}
