//! Does the composite with missing codes agree?

use crate::files::{json, near, numbers};
use serde_json::Value;
use statistics::composite::*;
use statistics::{Direction, Reading};

const GROUPS: [&str; 4] = ["outcome", "safety", "experience", "process"];

fn entry(hospital: &Value, m: usize) -> Entry {
    match hospital["code"][m].as_str().unwrap() {
        "ok" => {
            Entry::Value(Reading::new(hospital["x"][m].as_f64().unwrap(), hospital["se"][m].as_f64().unwrap()).unwrap())
        }
        "na" => Entry::NotProvided,
        "small" => Entry::Small,
        "excluded" => Entry::Excluded,
        _ => Entry::NotReported,
    }
}

fn check(ours: &Composite, reference: &Value) {
    let what = reference["hospital"].as_str().unwrap();
    let at = |name: &str| reference[name].as_f64().unwrap();
    for (score, z) in ours.scores.iter().zip(reference["z"].as_array().unwrap()) {
        match (score, z.as_f64()) {
            (Some(score), Some(z)) => near(score.z, z, 1e-9, what),
            (score, z) => assert_eq!(score.is_some(), z.is_some(), "{what}"),
        }
    }
    near(ours.reweighted, at("composite_reweighted"), 1e-9, what);
    near(ours.score, at("composite"), 1e-9, what);
    near(ours.standard_error, at("composite_se"), 1e-9, what);
    near(ours.weight_available, at("weight_available"), 1e-9, what);
    assert_eq!(ours.reported as u64, reference["n_reported"].as_u64().unwrap(), "{what}");
    assert_eq!(ours.displayed, reference["displayed"].as_bool().unwrap(), "{what}");
    near(ours.bounds.lower, at("bound_lo"), 1e-9, what);
    near(ours.bounds.upper, at("bound_hi"), 1e-9, what);
    let places = ours.places.map(|p| (p.first as u64, p.last as u64));
    assert_eq!(places, reference["rank_lo"].as_u64().zip(reference["rank_hi"].as_u64()), "{what}");
}

#[test]
fn composites_agree() {
    let Some(case) = json("composite_product.json") else {
        return;
    };
    let measures: Vec<Measure> = case["measures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| Measure {
            group: GROUPS.iter().position(|g| m["group"] == *g).unwrap(),
            direction: if m["direction"] == 1 { Direction::HigherIsBetter } else { Direction::LowerIsBetter },
        })
        .collect();
    let groups = GROUPS.map(|name| Group {
        weight: case["group_weights"][name].as_f64().unwrap(),
        errors: match case["within_group_error_correlation"][name].as_f64() {
            Some(1.0) => SharedError::OneSource,
            _ => SharedError::Independent,
        },
    });
    let hospitals = case["hospitals"].as_array().unwrap();
    let entries: Vec<Vec<Entry>> =
        hospitals.iter().map(|h| (0..measures.len()).map(|m| entry(h, m)).collect()).collect();
    let ours = imputed_composite(&measures, &groups, &entries).unwrap();
    for (ours, reference) in ours.iter().zip(hospitals) {
        check(ours.as_ref().unwrap(), reference);
    }
    assert_eq!(numbers(&case["mean"]).len(), measures.len());
}
