//! Do intervals hold the estimate and narrow with size?

use proptest::prelude::*;
use statistics::interval::*;
use statistics::{Confidence, Estimate, ObservedExpected, Proportion};

const RATIO_METHODS: [fn(ObservedExpected, Confidence) -> Estimate; 5] =
    [exact_poisson_interval, byar_interval, phe_interval, mid_p_interval, vandenbroucke_interval];

fn proportion() -> impl Strategy<Value = (f64, f64)> {
    (1u32..5_000).prop_flat_map(|n| (0..=n, Just(n))).prop_map(|(x, n)| (f64::from(x), f64::from(n)))
}

proptest! {
    #[test]
    fn intervals_of_proportions_hold_the_value_and_narrow((x, n) in proportion(), factor in 2u32..9) {
        let (small, k) = (Proportion::new(x, n).unwrap(), f64::from(factor));
        let large = Proportion::new(k * x, k * n).unwrap();
        for method in [wilson_interval, clopper_pearson_interval] {
            let (narrow, wide) = (method(large, Confidence::P95), method(small, Confidence::P998));
            let plain = method(small, Confidence::P95);
            prop_assert!(plain.interval.contains(plain.value));
            prop_assert!(plain.interval.lower >= 0.0 && plain.interval.upper <= 1.0);
            prop_assert!(narrow.interval.width() < plain.interval.width() && plain.interval.width() < wide.interval.width());
        }
    }

    #[test]
    fn the_two_sides_of_a_proportion_mirror_each_other((x, n) in proportion()) {
        let (events, rest) = (Proportion::new(x, n).unwrap(), Proportion::new(n - x, n).unwrap());
        for method in [wilson_interval, clopper_pearson_interval] {
            let (a, b) = (method(events, Confidence::P95).interval, method(rest, Confidence::P95).interval);
            prop_assert!((a.lower - (1.0 - b.upper)).abs() < 1e-12 && (a.upper - (1.0 - b.lower)).abs() < 1e-12);
        }
    }

    #[test]
    fn intervals_of_ratios_hold_the_value_and_narrow(o in 0u32..3_000, e in 0.01..3_000.0f64, factor in 2u32..9) {
        let (small, k) = (ObservedExpected::new(f64::from(o), e).unwrap(), f64::from(factor));
        let large = ObservedExpected::new(k * f64::from(o), k * e).unwrap();
        for (i, method) in RATIO_METHODS.iter().enumerate() {
            let plain = method(small, Confidence::P95);
            prop_assert!(plain.interval.lower >= 0.0);
            // Vandenbroucke's interval is centred on √O and narrows only in relation to the square root.
            prop_assert!(plain.interval.contains(plain.value) && method(large, Confidence::P95).interval.width() < plain.interval.width(), "{i}");
        }
    }

    #[test]
    fn a_difference_turned_around_changes_its_sign((x1, n1) in proportion(), (x2, n2) in proportion()) {
        let (a, b) = (Proportion::new(x1, n1).unwrap(), Proportion::new(x2, n2).unwrap());
        let (forth, back) = (newcombe_interval(a, b, Confidence::P95), newcombe_interval(b, a, Confidence::P95));
        prop_assert!((forth.value + back.value).abs() < 1e-12 && forth.interval.contains(forth.value));
        prop_assert!((forth.interval.lower + back.interval.upper).abs() < 1e-12);
    }
}

#[test]
fn the_wilson_interval_covers_as_promised() {
    // Exact coverage, averaged over p: the sum of binomial probabilities of the x whose interval holds p.
    let n = 50.0;
    let coverage = |p: f64| -> f64 {
        (0..=50)
            .map(f64::from)
            .filter(|&x| wilson_interval(Proportion::new(x, n).unwrap(), Confidence::P95).interval.contains(p))
            .map(|x| statistics::special::binomial_density(x, n, p).unwrap())
            .sum()
    };
    let mean = (1..100).map(|k| coverage(f64::from(k) / 100.0)).sum::<f64>() / 99.0;
    assert!((mean - 0.95).abs() < 0.01, "{mean}");
}
