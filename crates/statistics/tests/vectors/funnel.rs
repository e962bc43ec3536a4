//! Do funnels agree, points and lines?

use crate::files::{json, near};
use serde_json::Value;
use statistics::funnel::*;
use statistics::{Interval, ObservedExpected, Proportion, SampleMean};

fn at(row: &Value, name: &str) -> f64 {
    row[name].as_f64().unwrap()
}

fn column(case: &Value, name: &str) -> Vec<f64> {
    case["rows"].as_array().unwrap().iter().map(|row| at(row, name)).collect()
}

fn funnel_of(case: &Value) -> Funnel {
    let (top, bottom, errors) = (column(case, "num"), column(case, "den"), column(case, "s"));
    let pairs = || top.iter().copied().zip(bottom.iter().copied());
    let rule = Overdispersion::Winsorised(at(case, "trim"));
    match case["kind"].as_str().unwrap() {
        "prop" => {
            let rows: Vec<_> = pairs().map(|(x, n)| Proportion::new(x, n).unwrap()).collect();
            product_funnel(Sample::Proportions(&rows), Target::Pooled, rule).unwrap()
        }
        "ratio" => {
            let rows: Vec<_> = pairs().map(|(o, e)| ObservedExpected::new(o, e).unwrap()).collect();
            product_funnel(Sample::Ratios(&rows), Target::Fixed(1.0), rule).unwrap()
        }
        _ => {
            let rows: Vec<_> = pairs().zip(errors).map(|((m, n), s)| SampleMean::new(m, s, n).unwrap()).collect();
            product_funnel(Sample::Means(&rows), Target::Pooled, rule).unwrap()
        }
    }
}

fn check_limits(row: &Value, suffix: &str, under: &str, ours: Interval) {
    near(ours.lower, at(row, &format!("{under}lo{suffix}")), 1e-9, "lower limit");
    near(ours.upper, at(row, &format!("{under}hi{suffix}")), 1e-9, "upper limit");
}

#[test]
fn product_funnels_agree_point_by_point() {
    let Some(cases) = json("funnel_product.json") else {
        return;
    };
    for (name, case) in cases.as_object().unwrap() {
        let ours = funnel_of(case);
        near(ours.target, at(case, "target"), 1e-9, name);
        near(ours.phi, at(case, "phi"), 1e-9, name);
        near(ours.tau_squared, at(case, "tau2"), 1e-9, name);
        near(ours.target_transformed, at(case, "y0"), 1e-9, name);
        for (row, reference) in ours.rows.iter().zip(case["rows"].as_array().unwrap()) {
            near(row.reading.value(), at(reference, "y"), 1e-9, name);
            near(row.reading.standard_error(), at(reference, "s"), 1e-9, name);
            near(row.z, at(reference, "z"), 1e-9, name);
            near(row.z_adjusted, at(reference, "z_od"), 1e-9, name);
            assert_eq!(i64::from(row.position.class()), reference["cls"].as_i64().unwrap(), "{name}");
            let size = if ours.scale == Scale::Mean { at(reference, "s") } else { at(reference, "den") };
            for (limit, suffix) in [(Limit::P95, "95"), (Limit::P998, "99.8")] {
                check_limits(reference, suffix, "", ours.control_limits(size, limit).unwrap());
                check_limits(reference, suffix, "u", ours.chance_limits(size, limit).unwrap());
            }
        }
    }
}
