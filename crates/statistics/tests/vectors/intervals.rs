//! Are the intervals exact?

use crate::files::{near, near_relative, table};
use statistics::interval::*;
use statistics::{Confidence, Estimate, IntervalMethod, ObservedExpected, Proportion};

fn check(ours: Estimate, lower: f64, upper: f64, close: fn(f64, f64, f64, &str), tolerance: f64, what: &str) {
    close(ours.interval.lower, lower, tolerance, &format!("{what} lower"));
    close(ours.interval.upper, upper, tolerance, &format!("{what} upper"));
}

#[test]
fn intervals_of_proportions() {
    for row in table("intervals_proportion.csv") {
        let (x, n) = (row.number("x"), row.number("n"));
        let (p, c) = (Proportion::new(x, n).unwrap(), Confidence::new(row.number("conf")).unwrap());
        let what = format!("{x}/{n}");
        check(wilson_interval(p, c), row.number("wilson_lo"), row.number("wilson_hi"), near, 1e-12, &what);
        check(clopper_pearson_interval(p, c), row.number("cp_lo"), row.number("cp_hi"), near, 1e-12, &what);
    }
}

#[test]
fn intervals_of_ratios() {
    for row in table("intervals_ratio.csv") {
        let ratio = ObservedExpected::new(row.number("O"), row.number("E")).unwrap();
        let c = Confidence::new(row.number("conf")).unwrap();
        let at = |name: &str| row.optional(name).unwrap_or(0.0).max(0.0);
        let methods: [(&str, Estimate, f64); 5] = [
            ("exact", exact_poisson_interval(ratio, c), 1e-11),
            ("byar", byar_interval(ratio, c), 1e-11),
            ("midp", mid_p_interval(ratio, c), 1e-9),
            ("vandenbroucke", vandenbroucke_interval(ratio, c), 1e-11),
            ("phe", phe_interval(ratio, c), 1e-11),
        ];
        for (name, estimate, tolerance) in methods {
            let what = format!("{name} {ratio:?}");
            let (lower, upper) = (at(&format!("{name}_lo")), at(&format!("{name}_hi")));
            check(estimate, lower, upper, near_relative, tolerance, &what);
        }
        let used = phe_interval(ratio, c).method;
        assert_eq!(used == IntervalMethod::ExactPoisson, row.text("phe_method") == "Exact");
    }
}

#[test]
fn intervals_of_means() {
    for row in table("intervals_mean.csv") {
        let c = Confidence::new(row.number("conf")).unwrap();
        let ours = t_interval(row.number("mean"), row.number("sd"), row.number("n"), c).unwrap();
        check(ours, row.number("lo"), row.number("hi"), near_relative, 1e-11, "mean");
    }
}

#[test]
fn intervals_of_differences() {
    for row in table("intervals_difference.csv") {
        let c = Confidence::new(row.number("conf")).unwrap();
        let first = Proportion::new(row.number("x1"), row.number("n1")).unwrap();
        let second = Proportion::new(row.number("x2"), row.number("n2")).unwrap();
        let ours = newcombe_interval(first, second, c);
        near(ours.value, row.number("diff"), 1e-12, "difference");
        check(ours, row.number("newcombe_lo"), row.number("newcombe_hi"), near, 1e-12, "difference");
    }
}

#[test]
fn intervals_of_ratios_of_ratios() {
    for row in table("intervals_rate_ratio.csv") {
        let c = Confidence::new(row.number("conf")).unwrap();
        let first = ObservedExpected::new(row.number("o1"), row.number("e1")).unwrap();
        let second = ObservedExpected::new(row.number("o2"), row.number("e2")).unwrap();
        let ours = ratio_of_ratios_interval(first, second, c).unwrap();
        near_relative(ours.value, row.number("ratio"), 1e-12, "ratio");
        check(ours, row.number("lo"), row.number("hi"), near_relative, 1e-10, "ratio of ratios");
        near_relative(conditional_p_value(first, second), row.number("p_exact_minlike"), 1e-9, "small likelihoods");
        near_relative(mid_p_value(first, second), row.number("p_midp_double"), 1e-9, "mid-P");
    }
}
