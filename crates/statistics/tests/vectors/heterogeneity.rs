//! Do the variances between hospitals, rankability and reliability agree?

use crate::files::{json, near, near_relative, numbers, table, wholes};
use serde_json::Value;
use statistics::funnel::Target;
use statistics::heterogeneity::*;
use statistics::rank::{FINE_NODES, expected_ranks, percentile_of_expected_rank, place_distribution};
use statistics::reliability::{patients_needed, rankability, rankability_given, reliability};
use statistics::shrinkage::*;
use statistics::{Belief, Confidence, Direction, ObservedExpected, Proportion, Reading};

/// The readings behind the cases stand in the file of rank sets and of shrinkage.
pub fn readings(name: &str) -> Option<Vec<Reading>> {
    let sets = json("rank_sets.json")?;
    let case = &sets[name];
    case.is_object().then(|| {
        numbers(&case["x"]).iter().zip(numbers(&case["s"])).map(|(&x, s)| Reading::new(x, s).unwrap()).collect()
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
        near_relative(spread(&readings, 0.0).unwrap().mean, at(case, "mu_fixed"), 1e-10, name);
        let moment = tau_squared_dersimonian_laird(&readings).unwrap();
        near_relative(moment, at(case, "tau2_dl"), 1e-8, name);
        let paule_mandel = tau_squared_paule_mandel(&readings).unwrap();
        near_relative(paule_mandel, at(case, "tau2_pm"), 1e-8, name);
        near_relative(spread(&readings, paule_mandel).unwrap().mean, at(case, "mu_pm"), 1e-10, name);
        near_relative(tau_squared_reml(&readings).unwrap(), at(case, "tau2_reml"), 1e-6, name);
        near(i_squared(&readings).unwrap(), at(case, "I2_dl"), 1e-9, name);
        near(rankability(&readings).unwrap(), at(case, "rankability_pm"), 1e-8, name);
        near(rankability_given(&readings, moment).unwrap(), at(case, "rankability_dl"), 1e-8, name);
        for (reading, expected) in readings.iter().zip(numbers(&case["reliability"])) {
            near(reliability(paule_mandel, *reading).unwrap(), expected, 1e-8, name);
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
            near(reliability(tau_squared, reading).unwrap(), row.number("reliability"), 1e-11, "reliability");
        } else {
            let needed = patients_needed(row.number("target"), within, tau_squared).unwrap();
            assert_eq!(needed, row.number("n_min") as u64);
        }
    }
}

fn check_list(ours: impl Iterator<Item = f64>, reference: &Value, name: &str) {
    let reference = numbers(reference);
    assert_eq!(
        ours.zip(&reference).map(|(ours, r)| near(ours, *r, 1e-7 * r.abs().max(1.0), name)).count(),
        reference.len()
    );
}

#[test]
fn shrunken_readings_and_expected_ranks_agree() {
    let Some(cases) = json("eb_rankability.json") else {
        return;
    };
    for (name, case) in cases.as_object().unwrap() {
        let Some(readings) = readings(name) else {
            continue;
        };
        let ours = shrink_readings(&readings).unwrap();
        let column = |f: fn(&ShrunkenReading) -> f64| ours.readings.iter().map(f);
        check_list(column(|r| r.reliability), &case["reliability"], name);
        check_list(column(|r| r.mean), &case["post_mean"], name);
        check_list(column(|r| r.standard_deviation), &case["post_sd"], name);
        check_list(column(|r| r.standard_deviation_with_mean), &case["post_sd_with_mu"], name);
        if case["eb_expected_rank"].is_array() {
            let beliefs: Vec<Belief> = column(|r| r.standard_deviation)
                .zip(column(|r| r.mean))
                .map(|(sd, mean)| Belief::normal(Reading::new(mean, sd).unwrap()))
                .collect();
            let ranks = expected_ranks(&beliefs, Direction::LowerIsBetter);
            check_list(ranks.iter().copied(), &case["eb_expected_rank"], name);
            let percentiles = ranks.iter().map(|r| percentile_of_expected_rank(*r, ranks.len()).unwrap());
            check_list(percentiles, &case["eb_pcer"], name);
            if case["eb_rank_lo"].is_array() {
                check_intervals(&beliefs, case, "eb_rank_lo", "eb_rank_med", "eb_rank_hi");
            }
        }
    }
}

fn check_intervals(beliefs: &[Belief], case: &Value, lower: &str, middle: &str, upper: &str) {
    for i in 0..beliefs.len() {
        let ours = place_distribution(beliefs, i, Direction::LowerIsBetter, FINE_NODES).unwrap();
        for (share, name) in [(0.025, lower), (0.5, middle), (0.975, upper)] {
            assert_eq!(ours.quantile(share), wholes(&case[name])[i], "{name} of {i}");
        }
    }
}

#[test]
fn rank_intervals_of_independent_beliefs_agree() {
    let (Some(cases), Some(shrinkage)) = (json("eb_rankability.json"), json("shrinkage.json")) else {
        return;
    };
    let (case, data) = (&cases["surgical_independent_beta"], &shrinkage["surgical_bb"]);
    let beliefs: Vec<Belief> = numbers(&data["x"])
        .iter()
        .zip(numbers(&data["n"]))
        .map(|(&x, n)| Belief::of_proportion(Proportion::new(x, n).unwrap()))
        .collect();
    check_intervals(&beliefs, case, "rank_lo", "rank_med", "rank_hi");
    for (i, reference) in numbers(&case["expected_rank"]).iter().enumerate() {
        let ours = place_distribution(&beliefs, i, Direction::LowerIsBetter, FINE_NODES).unwrap();
        near(ours.expected(), *reference, 1e-6, "expected rank");
    }
}

#[test]
fn shrunken_proportions_and_ratios_agree() {
    let Some(cases) = json("shrinkage.json") else {
        return;
    };
    for (name, case) in cases.as_object().unwrap() {
        let ours = if case["model"] == "beta-binomial" {
            let pairs = numbers(&case["x"]).into_iter().zip(numbers(&case["n"]));
            let rows: Vec<_> = pairs.map(|(x, n)| Proportion::new(x, n).unwrap()).collect();
            shrink_proportions(&rows).unwrap()
        } else {
            let pairs = numbers(&case["O"]).into_iter().zip(numbers(&case["E"]));
            let rows: Vec<_> = pairs.map(|(o, e)| ObservedExpected::new(o, e).unwrap()).collect();
            let target = if name.ends_with("mean1") { Target::Fixed(1.0) } else { Target::Pooled };
            shrink_ratios(&rows, target).unwrap()
        };
        near_relative(ours.mean, at(case, "mean"), 1e-9, name);
        assert_eq!(ours.no_detectable_difference, case["at_boundary"].as_bool().unwrap(), "{name}");
        let tolerance = if ours.no_detectable_difference { 1e-4 } else { 1e-6 };
        for (belief, mean) in ours.posteriors.iter().zip(numbers(&case["post_mean"])) {
            near(belief.mean(), mean, tolerance, name);
        }
        if ours.no_detectable_difference {
            continue;
        }
        let strength = case["M"].as_f64().or(case["shape"].as_f64()).unwrap();
        near_relative(ours.strength, strength, 1e-5, name);
        let ends = numbers(&case["lo95"]).into_iter().zip(numbers(&case["hi95"]));
        for (belief, (lower, upper)) in ours.posteriors.iter().zip(ends) {
            let interval = belief.interval(Confidence::P95);
            near(interval.lower, lower, 1e-6, name);
            near(interval.upper, upper, 1e-6, name);
        }
    }
}
