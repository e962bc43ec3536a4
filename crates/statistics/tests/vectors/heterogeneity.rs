//! Do the variances between hospitals, rankability and reliability agree?

use crate::files::{json, near, near_relative, numbers, table};
use serde_json::Value;
use statistics::Reading;
use statistics::heterogeneity::*;
use statistics::reliability::{patients_needed, rankability, rankability_given, reliability};

/// The readings behind the cases stand in the file of rank sets and of shrinkage.
pub fn readings(name: &str) -> Option<Vec<Reading>> {
    let sets = json("rank_sets.json")?;
    let case = &sets[name];
    case.is_object().then(|| {
        numbers(&case["x"])
            .iter()
            .zip(numbers(&case["s"]))
            .map(|(&x, s)| Reading::new(x, s).unwrap())
            .collect()
    })
}

fn at(case: &Value, name: &str) -> f64 {
    case[name].as_f64().unwrap()
}

#[test]
fn variances_between_hospitals_agree() {
    let Some(cases) = json("eb_rankability.json") else {
        return;
    };
    for (name, case) in cases.as_object().unwrap() {
        let Some(readings) = readings(name) else {
            continue;
        };
        near_relative(spread(&readings, 0.0).unwrap().q, at(case, "Q"), 1e-9, name);
        near_relative(
            spread(&readings, 0.0).unwrap().mean,
            at(case, "mu_fixed"),
            1e-10,
            name,
        );
        let moment = tau_squared_dersimonian_laird(&readings).unwrap();
        near_relative(moment, at(case, "tau2_dl"), 1e-8, name);
        let paule_mandel = tau_squared_paule_mandel(&readings).unwrap();
        near_relative(paule_mandel, at(case, "tau2_pm"), 1e-8, name);
        near_relative(
            spread(&readings, paule_mandel).unwrap().mean,
            at(case, "mu_pm"),
            1e-10,
            name,
        );
        near_relative(
            tau_squared_reml(&readings).unwrap(),
            at(case, "tau2_reml"),
            1e-6,
            name,
        );
        near(i_squared(&readings).unwrap(), at(case, "I2_dl"), 1e-9, name);
        near(
            rankability(&readings).unwrap(),
            at(case, "rankability_pm"),
            1e-8,
            name,
        );
        near(
            rankability_given(&readings, moment).unwrap(),
            at(case, "rankability_dl"),
            1e-8,
            name,
        );
        for (reading, expected) in readings.iter().zip(numbers(&case["reliability"])) {
            near(
                reliability(paule_mandel, *reading).unwrap(),
                expected,
                1e-8,
                name,
            );
        }
        println!("{name}");
    }
}

#[test]
fn reliabilities_agree() {
    for row in table("reliability.csv") {
        let (tau_squared, within) = (row.number("tau2"), row.number("sigma2_within"));
        if let Some(n) = row.optional("n") {
            let reading = Reading::new(0.0, (within / n).sqrt()).unwrap();
            near(
                reliability(tau_squared, reading).unwrap(),
                row.number("reliability"),
                1e-11,
                "reliability",
            );
        } else {
            let needed = patients_needed(row.number("target"), within, tau_squared).unwrap();
            assert_eq!(needed, row.number("n_min") as u64);
        }
    }
}
