//! How often is a list by the printed value wrong in one table, and how often are our statements?

use super::tables::{Beyond, Member, Table};
use crate::model::{Share, TruthCounts};
use statistics::Confidence;
use statistics::rank::{Apart, CriticalValue, told_apart};
use statistics::summary::quantile;

/// The first of a list that readers look at.
const FRONT: usize = 10;
/// Tables shorter than twice that have no front worth speaking of.
const LONG: usize = 2 * FRONT;

/// Everything about one table.
pub(super) fn table(table: &Table) -> TruthCounts {
    let members = &table.members;
    let mut counts = TruthCounts { front: front(members), displaced: displaced(members), ..TruthCounts::default() };
    count_pairs(table, &mut counts);
    for member in members {
        let place = 1 + members.iter().filter(|other| other.truth > member.truth).count() as u64;
        counts.within.count((member.range.0..=member.range.1).contains(&place));
    }
    counts
}

fn count_pairs(table: &Table, counts: &mut TruthCounts) {
    let members = &table.members;
    let truths: Vec<f64> = members.iter().map(|m| m.truth).collect();
    let middle_half = quantile(&truths, 0.75).zip(quantile(&truths, 0.25)).map(|(high, low)| high - low);
    let critical = CriticalValue::simultaneous(members.len(), Confidence::P95);
    let pair_alone = CriticalValue::simultaneous(2, Confidence::P95);
    let mut alone = Share::default();
    for (at, a) in members.iter().enumerate() {
        for b in &members[at + 1..] {
            if a.printed != b.printed {
                let opposite = (a.printed > b.printed) == (a.printed_truth < b.printed_truth);
                counts.reversed.count(opposite && a.printed_truth != b.printed_truth);
            }
            let says = critical.map_or(Said::Nothing, |critical| said(table.sign, a, b, critical));
            says.hold_against(a, b, &mut counts.told_right);
            let says_alone = pair_alone.map_or(Said::Nothing, |critical| said(table.sign, a, b, critical));
            says_alone.hold_against(a, b, &mut alone);
            if middle_half.is_some_and(|half| (a.truth - b.truth).abs() > half) {
                counts.missed.count(says == Said::Nothing);
            }
        }
    }
    counts.false_tables.count(counts.told_right.n < counts.told_right.of);
    counts.false_alone.count(alone.n < alone.of);
}

/// One verdict.
pub(super) fn beyond(beyond: &Beyond) -> TruthCounts {
    let mut counts = TruthCounts::default();
    counts.beyond.count(beyond.says_above == beyond.is_above);
    counts
}

impl Share {
    const fn count(&mut self, holds: bool) {
        self.of += 1;
        if holds {
            self.n += 1;
        }
    }
}

/// What the simultaneous comparison says of two hospitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    FirstIsBetter,
    SecondIsBetter,
    Nothing,
}

impl Said {
    fn hold_against(self, a: &Member, b: &Member, share: &mut Share) {
        match self {
            Self::FirstIsBetter => share.count(a.truth > b.truth),
            Self::SecondIsBetter => share.count(b.truth > a.truth),
            Self::Nothing => {}
        }
    }
}

fn said(sign: f64, a: &Member, b: &Member, critical: CriticalValue) -> Said {
    match told_apart(a.reading, b.reading, critical) {
        Apart::CannotTell => Said::Nothing,
        Apart::FirstHigher if sign > 0.0 => Said::FirstIsBetter,
        Apart::FirstLower if sign < 0.0 => Said::FirstIsBetter,
        Apart::FirstHigher | Apart::FirstLower => Said::SecondIsBetter,
    }
}

/// Places by a number, larger first; equal numbers keep the order of the list.
fn places(members: &[Member], by: impl Fn(&Member) -> f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by(|a, b| by(&members[*b]).total_cmp(&by(&members[*a])));
    let mut places = vec![0; members.len()];
    for (place, member) in order.into_iter().enumerate() {
        places[member] = place;
    }
    places
}

fn front(members: &[Member]) -> Share {
    let mut share = Share::default();
    if members.len() >= LONG {
        let truly = places(members, |m| m.printed_truth);
        for (printed, truly) in places(members, |m| m.printed).into_iter().zip(truly) {
            if printed < FRONT {
                share.count(truly < FRONT);
            }
        }
    }
    share
}

fn displaced(members: &[Member]) -> Share {
    let truly = places(members, |m| m.printed_truth);
    let printed = places(members, |m| m.printed);
    let n = printed.iter().zip(&truly).map(|(a, b)| a.abs_diff(*b) as u64).sum();
    Share { n, of: members.len() as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use statistics::Reading;

    fn member(printed: f64, truth: f64, range: (u64, u64)) -> Member {
        Member {
            hospital: 0,
            reading: Reading::new(printed, 0.1).unwrap(),
            truth,
            range,
            clearly_better: 0,
            printed,
            printed_truth: truth,
            together: false,
        }
    }

    #[test]
    fn a_list_is_wrong_about_a_pair_that_we_leave_undecided() {
        let members = vec![member(1.0, 3.0, (1, 3)), member(1.1, 1.0, (1, 3)), member(5.0, 5.0, (1, 1))];
        let counts = table(&Table { measure_key: 1, sign: 1.0, members });
        assert_eq!(counts.reversed, Share { n: 1, of: 3 });
        assert_eq!(counts.told_right, Share { n: 2, of: 2 });
        assert_eq!(counts.false_tables, Share { n: 0, of: 1 });
        assert_eq!(counts.within, Share { n: 3, of: 3 });
        assert_eq!(counts.displaced, Share { n: 2, of: 3 });
        assert_eq!(counts.front, Share::default());
    }

    #[test]
    fn a_statement_that_is_not_true_spoils_its_table() {
        let members = vec![member(1.0, 3.0, (2, 2)), member(5.0, 1.0, (1, 1))];
        let counts = table(&Table { measure_key: 1, sign: 1.0, members });
        assert_eq!(counts.told_right, Share { n: 0, of: 1 });
        assert_eq!(counts.false_tables, Share { n: 1, of: 1 });
        assert_eq!(counts.within, Share { n: 0, of: 2 });
    }

    #[test]
    fn where_less_is_better_the_lower_reading_is_ahead() {
        let mut members = vec![member(1.0, -1.0, (1, 1)), member(5.0, -5.0, (2, 2))];
        members.iter_mut().for_each(|m| m.printed = -m.printed);
        let counts = table(&Table { measure_key: 1, sign: -1.0, members });
        assert_eq!((counts.told_right, counts.reversed), (Share { n: 1, of: 1 }, Share { n: 0, of: 1 }));
    }
}
