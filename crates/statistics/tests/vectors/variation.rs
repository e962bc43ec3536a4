//! Do the measures of variation agree?

use crate::files::{json, near, numbers};
use serde_json::Value;
use statistics::ObservedExpected;
use statistics::funnel::Sample;
use statistics::variation::{ratio_variation, true_spread};

fn check(ours: Option<f64>, case: &Value, name: &str) {
    match (ours, case[name].as_f64()) {
        (Some(ours), Some(reference)) => near(ours, reference, 1e-9 * reference.abs().max(1.0), name),
        (ours, reference) => assert_eq!(ours, reference, "{name}"),
    }
}

#[test]
fn variation_agrees() {
    let Some(cases) = json("variation.json") else {
        return;
    };
    for case in cases.as_object().unwrap().values() {
        let ratios: Vec<ObservedExpected> = numbers(&case["O"])
            .iter()
            .zip(numbers(&case["E"]))
            .map(|(&o, e)| ObservedExpected::new(o, e).unwrap())
            .collect();
        let ours = ratio_variation(&ratios).unwrap();
        check(ours.quotient_5_95, case, "eq_5_95");
        check(ours.quotient_quartiles, case, "iqr_ratio");
        check(ours.coefficient_of_variation, case, "cv");
        check(ours.weighted_coefficient_of_variation, case, "wcv");
        check(Some(ours.systematic_component), case, "scv");
        check(Some(ours.chi_squared), case, "chi2");
        check(Some(ours.chi_squared_p), case, "chi2_p");
        let ours = true_spread(Sample::Ratios(&ratios)).unwrap();
        check(Some(ours.tau_squared), case, "tau2_sqrt_pm");
        check(Some(ours.mean), case, "mu_sqrt");
        check(ours.high_over_low, case, "true_p90_p10_ratio");
    }
}
