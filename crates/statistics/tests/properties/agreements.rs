//! Do methods agree where they must be the same?

use statistics::composite::noise;
use statistics::eligibility::*;
use statistics::funnel::*;
use statistics::interval::*;
use statistics::pooling::*;
use statistics::rank::*;
use statistics::shrinkage::*;
use statistics::trend::*;
use statistics::{Belief, Confidence, Direction, ObservedExpected, Proportion, Reading, SampleMean};

fn ratios() -> Vec<ObservedExpected> {
    (0..80)
        .map(|i| {
            let expected = 200.0 + 10.0 * (i % 25) as f64;
            let observed = expected * (1.0 + 0.15 * noise(3, i)) + expected.sqrt() * noise(4, i);
            ObservedExpected::new(observed.round().max(0.0), expected).unwrap()
        })
        .collect()
}

#[test]
fn one_stratum_standardised_is_byar() {
    let stratum = Stratum::new(25.0, 1_000.0, 7.0).unwrap();
    let rate = dobson_interval(&[stratum], Confidence::P95).unwrap();
    let count = byar_interval(ObservedExpected::new(25.0, 1_000.0).unwrap(), Confidence::P95);
    assert!((rate.interval.lower - count.interval.lower).abs() < 1e-15);
    assert!((rate.interval.upper - count.interval.upper).abs() < 1e-15 && rate.value == count.value);
    assert!(dobson_interval(&[Stratum::new(9.0, 1_000.0, 7.0).unwrap()], Confidence::P95).is_none());
    assert!(dobson_interval(&[], Confidence::P95).is_none() && Stratum::new(1.0, 0.0, 1.0).is_none());
}

#[test]
fn funnels_without_overdispersion_are_the_same() {
    let calm = [ObservedExpected::new(10.0, 10.0).unwrap(), ObservedExpected::new(20.0, 21.0).unwrap()];
    let (sample, target) = (Sample::Ratios(&calm), Target::Fixed(1.0));
    let additive = product_funnel(sample, target, Overdispersion::Winsorised(0.1)).unwrap();
    let multiplicative = multiplicative_funnel(sample, target, 0.1).unwrap();
    assert_eq!((additive.tau_squared, multiplicative.phi), (0.0, 1.0));
    for limit in [Limit::P95, Limit::P998] {
        assert_eq!(additive.control_limits(15.0, limit), multiplicative.control_limits(15.0, limit));
        assert_eq!(additive.control_limits(15.0, limit), additive.chance_limits(15.0, limit));
    }
}

#[test]
fn positions_and_limits_of_the_shmi_mode_agree() {
    let rows = ratios();
    let funnel = shmi_funnel(&rows, 0.1).unwrap();
    assert!(funnel.tau_squared > 0.0);
    for (ratio, row) in rows.iter().zip(&funnel.rows) {
        let row = row.unwrap();
        let expected = (ratio.expected() * 100.0).round() / 100.0;
        let limits = funnel.control_limits(expected, Limit::P95).unwrap();
        assert_eq!(!limits.contains(ratio.observed() / expected), row.position != Position::Within);
    }
    let kept = funnel.rows.iter().flatten().filter(|row| row.kept).count();
    assert!((60..=68).contains(&kept), "a tenth is trimmed at either end: {kept}");
}

#[test]
fn exact_limits_of_ratios_pass_through_the_ends_of_intervals() {
    for observed in [0.0, 3.0, 25.0] {
        let (lower, upper) = exact_limits_of_ratio(observed, Limit::P95).unwrap();
        let at = |e: f64| exact_position_of_ratio(ObservedExpected::new(observed, e).unwrap(), 1.0);
        assert_eq!(at(lower.0 * 0.999), Position::Within);
        assert_eq!(at(lower.0 * 1.001), Position::Below);
        match upper {
            Some(upper) => assert_eq!((at(upper.0 * 1.001), at(upper.0 * 0.999)), (Position::Within, Position::Above)),
            None => assert_eq!(observed, 0.0),
        }
    }
}

#[test]
fn shrinking_brings_small_hospitals_nearer_to_the_mean() {
    let rows = ratios();
    let shrunken = shrink_ratios(&rows, Target::Pooled).unwrap();
    assert!(!shrunken.no_detectable_difference);
    for (row, belief) in rows.iter().zip(&shrunken.posteriors) {
        assert!((belief.mean() - shrunken.mean).abs() <= (row.value() - shrunken.mean).abs() + 1e-12);
    }
    let nobody = [Proportion::new(0.0, 10.0).unwrap(); 3];
    assert!(shrink_proportions(&nobody).is_none() && shrink_readings(&[]).is_none());
    let alike = [Proportion::new(5.0, 50.0).unwrap(); 30];
    let shrunken = shrink_proportions(&alike).unwrap();
    assert!(shrunken.no_detectable_difference && (shrunken.posteriors[0].mean() - 0.1).abs() < 1e-12);
}

#[test]
fn expected_ranks_add_up_and_agree_with_the_distribution() {
    let beliefs: Vec<Belief> =
        (0..15).map(|i| Belief::normal(Reading::new(noise(1, i), 0.2 + 0.01 * i as f64).unwrap())).collect();
    let ranks = expected_ranks(&beliefs, Direction::HigherIsBetter);
    assert!((ranks.iter().sum::<f64>() - 120.0).abs() < 1e-9);
    for (i, rank) in ranks.iter().enumerate() {
        let places = place_distribution(&beliefs, i, Direction::HigherIsBetter, 400).unwrap();
        assert!((places.expected() - rank).abs() < 1e-3, "{i}");
        assert!((places.probabilities().iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
    assert!(place_distribution(&beliefs, 15, Direction::HigherIsBetter, 400).is_none());
    assert!(place_distribution(&beliefs, 0, Direction::HigherIsBetter, 0).is_none());
}

#[test]
fn years_are_pooled_no_further_than_needed() {
    let year = |o, e| ObservedExpected::new(o, e).unwrap();
    let pooled = |years: &[ObservedExpected]| pool_ratios(years).map(|p| (p.years, p.permission));
    assert_eq!(pooled(&[year(9.0, 12.0), year(8.0, 12.0)]), Some((1, Permission::FlagAndRank)));
    assert_eq!(pooled(&[year(9.0, 4.0), year(8.0, 3.0), year(8.0, 2.0)]), Some((2, Permission::Flag)));
    assert_eq!(pooled(&[year(0.0, 1.0), year(0.0, 1.0), year(0.0, 1.0)]), Some((1, Permission::ShowOnly)));
    assert_eq!(pooled(&[year(1.0, 2.0); 9]), Some((3, Permission::Flag)));
    assert_eq!(pooled(&[]), None);
    let means = [SampleMean::new(10.0, 1.0, 20.0).unwrap(), SampleMean::new(13.0, 2.0, 10.0).unwrap()];
    let mean = pool_means(&means).unwrap();
    assert_eq!((mean.years, mean.value.reading().value()), (2, 11.0));
}

#[test]
fn gates_are_those_of_the_specification() {
    let half = Proportion::new(4.0, 40.0).unwrap();
    assert_eq!(expected_events(half, 0.9), 4.0);
    assert_eq!(permission(expected_events(half, 0.9)), Permission::ShowOnly);
    assert_eq!(permission(expected_events(half, 0.2)), Permission::Flag);
    assert_eq!(permission(10.0), Permission::FlagAndRank);
    assert_eq!(permission(f64::NAN), Permission::ShowOnly);
    assert_eq!(Overdispersion::for_hospitals(9), Overdispersion::ChanceOnly);
}

#[test]
fn seven_points_make_a_run_and_six_do_not() {
    let series = |steps: usize| -> Vec<f64> {
        let wave = |i: usize| if i.is_multiple_of(2) { 10.0 } else { 11.0 };
        (0..8).map(wave).chain((0..steps).map(|i| 10.2 + 0.1 * i as f64)).chain((0..6).map(wave)).collect()
    };
    let rising = |values: &[f64]| {
        let chart = control_chart(values).unwrap();
        chart.points.iter().filter(|p| p.special_cause == Some(SpecialCause::Rising)).count()
    };
    // The first of the wave after the run (10.0) is lower, the last before it (11.0) higher: the run stands alone.
    assert_eq!((rising(&series(6)), rising(&series(7)), rising(&series(9))), (0, 7, 9));
}

#[test]
fn impossible_trends_have_a_defined_answer() {
    let readings = [Reading::new(1.0, 0.1).unwrap(); 3];
    assert!(weighted_slope(&[0.0, 1.0], &readings).is_none());
    assert!(weighted_slope(&[1.0; 3], &readings).is_none());
    assert!(weighted_slope(&[0.0, 1.0, f64::NAN], &readings).is_none());
    let nobody = [Proportion::new(0.0, 10.0).unwrap(); 3];
    assert!(cochran_armitage(&[0.0, 1.0, 2.0], &nobody).is_none());
    assert_eq!(pooled_score_test(nobody[0], nobody[1]), (0.0, 1.0));
}
