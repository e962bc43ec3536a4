//! Do critical values, places and pair tests agree?

use crate::files::{json, near, numbers, table, wholes};
use serde_json::Value;
use statistics::rank::*;
use statistics::{Confidence, Direction, Reading};

#[test]
fn critical_values_agree() {
    for row in table("rank_critical_values.csv") {
        let coverage = Confidence::new(row.number("coverage")).unwrap();
        let p = row.number("p") as usize;
        let what = format!("p = {p}");
        let simultaneous = CriticalValue::simultaneous(p, coverage).unwrap();
        near(simultaneous.value(), row.number("c_simultaneous"), 2e-9, &what);
        let marginal = CriticalValue::marginal(p, coverage).unwrap();
        near(marginal.value(), row.number("c_marginal_sidak"), 2e-9, &what);
    }
}

fn check_sets(reference: &Value, ours: &[PlaceRange], name: &str) {
    let column = |name: &str| wholes(&reference[name]);
    assert_eq!(ours.iter().map(|r| r.first).collect::<Vec<_>>(), column("L"), "{name}");
    assert_eq!(ours.iter().map(|r| r.last).collect::<Vec<_>>(), column("U"), "{name}");
    assert_eq!(ours.iter().map(|r| r.clearly_better).collect::<Vec<_>>(), column("n_better"), "{name}");
    assert_eq!(ours.iter().map(|r| r.clearly_worse).collect::<Vec<_>>(), column("n_worse"), "{name}");
}

#[test]
fn places_agree() {
    let Some(cases) = json("rank_sets.json") else {
        return;
    };
    for (name, case) in cases.as_object().unwrap() {
        let readings: Vec<Reading> =
            numbers(&case["x"]).iter().zip(numbers(&case["s"])).map(|(&x, s)| Reading::new(x, s).unwrap()).collect();
        let higher = case["higher_is_better"].as_bool().unwrap();
        let direction = if higher { Direction::HigherIsBetter } else { Direction::LowerIsBetter };
        let coverage = Confidence::new(case["coverage"].as_f64().unwrap()).unwrap();
        for (key, critical) in [
            ("simultaneous", CriticalValue::simultaneous(readings.len(), coverage).unwrap()),
            ("marginal", CriticalValue::marginal(readings.len(), coverage).unwrap()),
        ] {
            let ours = place_ranges(&readings, direction, critical);
            check_sets(&case[key], &ours, name);
            for (i, range) in ours.iter().enumerate() {
                assert_eq!(place_range(&readings, i, direction, critical), Some(*range), "{name} {i}");
            }
        }
    }
}

#[test]
fn pair_tests_agree() {
    for row in table("pairwise_tests.csv") {
        let first = Reading::new(row.number("x1"), row.number("s1")).unwrap();
        let second = Reading::new(row.number("x2"), row.number("s2")).unwrap();
        let ours = compare(first, second, row.number("k") as usize, Confidence::P95).unwrap();
        near(ours.z, row.number("z"), 1e-9, "z");
        near(ours.critical.value(), row.number("c"), 1e-9, "c");
        near(ours.p_value, row.number("p_tukey"), 1e-9, "p");
        assert_eq!(ours.apart != Apart::CannotTell, row.text("distinguishable") == "True");
    }
}
