//! Do tests of change agree?

use crate::files::{json, near, numbers, table};
use statistics::funnel::Scale;
use statistics::rank::CriticalValue;
use statistics::trend::*;
use statistics::{Confidence, ObservedExpected, Proportion};

#[test]
fn changes_between_two_periods_agree() {
    let critical = CriticalValue::simultaneous(2, Confidence::P95).unwrap();
    for row in table("trend_two_period.csv") {
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|name| row.number(name));
        let (before, after) = if row.text("kind") == "prop" {
            let (before, after) = (Proportion::new(a, b).unwrap(), Proportion::new(c, d).unwrap());
            let (z, p) = pooled_score_test(before, after);
            near(z, row.number("z_score"), 1e-9, "z of the score test");
            near(p, row.number("p_score"), 1e-9, "p of the score test");
            (Scale::of_proportion(before), Scale::of_proportion(after))
        } else {
            let ratio = |o, e| Scale::of_ratio(ObservedExpected::new(o, e).unwrap());
            (ratio(a, b), ratio(c, d))
        };
        let ours = period_change(before, after, critical);
        near(ours.z, row.number("z_vst"), 1e-9, "z");
        near(ours.p_value, row.number("p_vst"), 1e-9, "p");
        assert_eq!(ours.change != Change::NotClear, row.text("changed") == "True");
    }
}

#[test]
fn slopes_agree() {
    let Some(cases) = json("trend_multi.json") else {
        return;
    };
    for case in cases.as_array().unwrap() {
        let groups: Vec<Proportion> =
            numbers(&case["x"]).iter().zip(numbers(&case["n"])).map(|(&x, n)| Proportion::new(x, n).unwrap()).collect();
        let times: Vec<f64> = (0..groups.len()).map(|t| t as f64).collect();
        let readings: Vec<_> = groups.iter().map(|&g| Scale::of_proportion(g)).collect();
        let ours = weighted_slope(&times, &readings).unwrap();
        for (value, name) in [
            (ours.slope, "slope_vst"),
            (ours.standard_error, "se"),
            (ours.statistic, "stat"),
            (ours.lack_of_fit, "Q"),
            (ours.phi, "phi"),
            (ours.degrees_of_freedom, "df"),
            (ours.p_value, "p"),
            (cochran_armitage(&times, &groups).unwrap().0, "cochran_armitage_z"),
        ] {
            near(value, case[name].as_f64().unwrap(), 1e-9, name);
        }
    }
}
