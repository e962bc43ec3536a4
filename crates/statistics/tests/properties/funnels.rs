//! Do dots and lines of a funnel agree, always?

use proptest::prelude::*;
use statistics::funnel::*;
use statistics::{Interval, ObservedExpected, Proportion, SampleMean};

/// Is the value outside, and is it near enough to the line that rounding may decide?
fn outside(value: f64, limits: Interval) -> Option<bool> {
    let near = |line: f64| (value - line).abs() <= 1e-9 * (1.0 + line.abs());
    (!near(limits.lower) && !near(limits.upper)).then_some(!limits.contains(value))
}

fn check(funnel: &Funnel, values: &[f64], sizes: &[f64]) -> Result<(), TestCaseError> {
    for ((row, &value), &size) in funnel.rows.iter().zip(values).zip(sizes) {
        for (limit, class) in [(Limit::P95, 1), (Limit::P998, 2)] {
            if let Some(outside) = outside(value, funnel.control_limits(size, limit).unwrap()) {
                prop_assert_eq!(outside, row.position.class().abs() >= class, "{:?} {} {}", row, value, size);
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn proportions(pairs in prop::collection::vec((1u32..2_000, 0.0..=1.0f64), 1..40)) {
        let rows: Vec<Proportion> =
            pairs.iter().map(|&(n, p)| Proportion::new((f64::from(n) * p * p).round(), f64::from(n)).unwrap()).collect();
        let funnel = product_funnel(Sample::Proportions(&rows), Target::Pooled, Overdispersion::Winsorised(0.1)).unwrap();
        let (values, sizes): (Vec<_>, Vec<_>) = rows.iter().map(|r| (r.value(), r.patients())).unzip();
        check(&funnel, &values, &sizes)?;
    }

    #[test]
    fn ratios(pairs in prop::collection::vec((0u32..300, 0.1..300.0f64), 1..40), target in 0.2..3.0f64) {
        let rows: Vec<ObservedExpected> =
            pairs.iter().map(|&(o, e)| ObservedExpected::new(f64::from(o), e).unwrap()).collect();
        let funnel = product_funnel(Sample::Ratios(&rows), Target::Fixed(target), Overdispersion::Winsorised(0.1)).unwrap();
        let (values, sizes): (Vec<_>, Vec<_>) = rows.iter().map(|r| (r.value(), r.expected())).unzip();
        check(&funnel, &values, &sizes)?;
    }

    #[test]
    fn means(triples in prop::collection::vec((-50.0..50.0f64, 0.01..10.0f64, 1u32..500), 1..40)) {
        let rows: Vec<SampleMean> =
            triples.iter().map(|&(m, s, n)| SampleMean::new(m, s, f64::from(n)).unwrap()).collect();
        let funnel = product_funnel(Sample::Means(&rows), Target::Pooled, Overdispersion::ChanceOnly).unwrap();
        let (values, sizes): (Vec<_>, Vec<_>) =
            rows.iter().map(|r| (r.reading().value(), r.reading().standard_error())).unzip();
        check(&funnel, &values, &sizes)?;
    }

    #[test]
    fn the_order_of_hospitals_does_not_matter(pairs in prop::collection::vec((0u32..300, 0.1..300.0f64), 2..40)) {
        let rows: Vec<ObservedExpected> =
            pairs.iter().map(|&(o, e)| ObservedExpected::new(f64::from(o), e).unwrap()).collect();
        let reversed: Vec<ObservedExpected> = rows.iter().rev().copied().collect();
        let funnel = |rows: &[ObservedExpected]| {
            product_funnel(Sample::Ratios(rows), Target::Fixed(1.0), Overdispersion::Winsorised(0.1)).unwrap()
        };
        let (forth, back) = (funnel(&rows), funnel(&reversed));
        for (a, b) in forth.rows.iter().zip(back.rows.iter().rev()) {
            prop_assert!((a.z_adjusted - b.z_adjusted).abs() < 1e-9 && a.z == b.z);
        }
    }

    #[test]
    fn exact_positions_and_lines_of_proportions_agree(n in 1u32..2_000, share in 0.0..=1.0f64, target in 0.01..0.99f64) {
        let row = Proportion::new((f64::from(n) * share).round(), f64::from(n)).unwrap();
        for (limit, class) in [(Limit::P95, 1), (Limit::P998, 2)] {
            let limits = exact_limits_of_proportion(row.patients(), target, limit).unwrap();
            if let Some(outside) = outside(row.value(), limits) {
                prop_assert_eq!(outside, exact_position_of_proportion(row, target).class().abs() >= class);
            }
        }
    }
}

#[test]
fn hospitals_without_events_are_not_praised_for_being_small() {
    for expected in [0.5, 1.0, 2.0] {
        let row = [ObservedExpected::new(0.0, expected).unwrap()];
        let funnel = product_funnel(Sample::Ratios(&row), Target::Fixed(1.0), Overdispersion::ChanceOnly).unwrap();
        assert_eq!(funnel.rows[0].position, Position::Within, "{expected}");
    }
}

#[test]
fn impossible_funnels_have_a_defined_answer() {
    let one = [Proportion::new(3.0, 10.0).unwrap()];
    let rule = Overdispersion::Winsorised(0.1);
    assert!(product_funnel(Sample::Proportions(&[]), Target::Pooled, rule).is_none());
    assert!(product_funnel(Sample::Proportions(&one), Target::Fixed(1.5), rule).is_none());
    assert!(product_funnel(Sample::Proportions(&one), Target::Fixed(f64::NAN), rule).is_none());
    let alone = product_funnel(Sample::Proportions(&one), Target::Pooled, rule).unwrap();
    assert_eq!(alone.tau_squared, 0.0);
    assert!(alone.control_limits(0.0, Limit::P95).is_none());
    assert!(shmi_funnel(&[ObservedExpected::new(0.0, 5.0).unwrap()], 0.1).is_none());
}
