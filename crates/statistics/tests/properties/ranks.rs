//! Do ranges of places cover the truth, whatever the order?

use proptest::prelude::*;
use statistics::composite::noise;
use statistics::rank::*;
use statistics::{Confidence, Direction, Reading};

fn readings() -> impl Strategy<Value = Vec<Reading>> {
    prop::collection::vec((-3.0..3.0f64, 0.01..1.0f64), 2..40)
        .prop_map(|pairs| pairs.into_iter().map(|(y, s)| Reading::new(y, s).unwrap()).collect())
}

proptest! {
    #[test]
    fn places_do_not_depend_on_the_order(readings in readings()) {
        let critical = CriticalValue::simultaneous(readings.len(), Confidence::P95).unwrap();
        let reversed: Vec<Reading> = readings.iter().rev().copied().collect();
        let forth = place_ranges(&readings, Direction::LowerIsBetter, critical);
        let mut back = place_ranges(&reversed, Direction::LowerIsBetter, critical);
        back.reverse();
        prop_assert_eq!(&forth, &back);
        let turned = place_ranges(&readings, Direction::HigherIsBetter, critical);
        for (down, up) in forth.iter().zip(&turned) {
            prop_assert_eq!((down.clearly_better, down.clearly_worse), (up.clearly_worse, up.clearly_better));
        }
    }

    #[test]
    fn the_fast_ranges_are_those_of_all_pairs(readings in readings()) {
        let critical = CriticalValue::marginal(readings.len(), Confidence::P95).unwrap();
        let ranges = place_ranges(&readings, Direction::HigherIsBetter, critical);
        for (i, range) in ranges.iter().enumerate() {
            let pairs = |apart| readings.iter().filter(|r| told_apart(**r, readings[i], critical) == apart).count();
            prop_assert_eq!(range.clearly_better, pairs(Apart::FirstHigher));
            prop_assert_eq!(range.clearly_worse, pairs(Apart::FirstLower));
            prop_assert!(range.first <= range.last);
            prop_assert_eq!(range.clearly_better + range.clearly_worse + range.not_told_apart + 1, readings.len());
        }
    }
}

#[test]
fn all_true_places_lie_in_their_ranges_at_once() {
    // 12 hospitals, five of them truly equal, 2,000 repetitions: at least 95 % must be right about everybody.
    let truth = [0.0, 0.0, 0.0, 0.0, 0.0, 0.4, 0.8, 1.0, 1.1, 1.5, 2.0, 3.0];
    let errors = [0.1, 0.2, 0.3, 0.4, 0.5, 0.1, 0.2, 0.3, 0.4, 0.1, 0.2, 0.5];
    let critical = CriticalValue::simultaneous(truth.len(), Confidence::P95).unwrap();
    let right = (0..2_000).filter(|&repetition| {
        let readings: Vec<Reading> = (0..truth.len())
            .map(|i| Reading::new(truth[i] + errors[i] * noise(i as u64, repetition), errors[i]).unwrap())
            .collect();
        let ranges = place_ranges(&readings, Direction::HigherIsBetter, critical);
        ranges.iter().enumerate().all(|(i, range)| {
            let truly_better = truth.iter().filter(|t| **t > truth[i]).count();
            let truly_worse = truth.iter().filter(|t| **t < truth[i]).count();
            range.first <= 1 + truly_better && truth.len() - truly_worse <= range.last
        })
    });
    let share = right.count() as f64 / 2_000.0;
    assert!(share >= 0.94, "{share}");
}

#[test]
fn few_hospitals_have_a_defined_answer() {
    let critical = CriticalValue::simultaneous(2, Confidence::P95).unwrap();
    assert!(place_ranges(&[], Direction::HigherIsBetter, critical).is_empty());
    let alone = place_ranges(&[Reading::new(1.0, 0.1).unwrap()], Direction::HigherIsBetter, critical);
    assert_eq!((alone[0].first, alone[0].last), (1, 1));
    assert!(CriticalValue::simultaneous(1, Confidence::P95).is_none());
    assert!(CriticalValue::marginal(0, Confidence::P95).is_none());
    assert!(shortlist(&[], Confidence::P95).is_empty());
}
