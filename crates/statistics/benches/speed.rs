//! How long do the methods take on one core?

#![allow(clippy::unwrap_used)]

use divan::{Bencher, black_box};
use statistics::composite::*;
use statistics::funnel::*;
use statistics::rank::*;
use statistics::{Confidence, Direction, ObservedExpected, Proportion, Reading};

fn main() {
    divan::main();
}

/// Values spread like those of real hospitals, without any random number: the fixed noise of the crate.
fn spread(i: usize, column: u64) -> f64 {
    noise(column, i)
}

fn readings(p: usize) -> Vec<Reading> {
    (0..p).map(|i| Reading::new(0.3 + 0.05 * spread(i, 1), 0.02 + 0.01 * spread(i, 2).abs()).unwrap()).collect()
}

fn proportions(p: usize) -> Vec<Proportion> {
    (0..p)
        .map(|i| {
            let patients = (300.0 * libm::exp(spread(i, 3))).round().max(1.0);
            Proportion::new((0.08 * patients * (1.0 + 0.2 * spread(i, 4))).round().clamp(0.0, patients), patients)
                .unwrap()
        })
        .collect()
}

#[divan::bench(args = [2, 300, 9_000])]
fn simultaneous_critical_value(p: usize) -> Option<CriticalValue> {
    CriticalValue::simultaneous(black_box(p), Confidence::P95)
}

#[divan::bench(args = [300, 2_000, 9_000])]
fn places_of_all(bencher: Bencher, p: usize) {
    let (readings, critical) = (readings(p), CriticalValue::simultaneous(p, Confidence::P95).unwrap());
    bencher.bench_local(|| place_ranges(black_box(&readings), Direction::HigherIsBetter, critical));
}

#[divan::bench]
fn places_of_one_among_9000(bencher: Bencher) {
    let (readings, critical) = (readings(9_000), CriticalValue::simultaneous(9_000, Confidence::P95).unwrap());
    bencher.bench_local(|| place_range(black_box(&readings), 4_500, Direction::HigherIsBetter, critical));
}

#[divan::bench]
fn whole_funnel_of_9000(bencher: Bencher) {
    let rows = proportions(9_000);
    bencher.bench_local(|| {
        let rule = Overdispersion::Winsorised(WINSORISED_SHARE);
        let funnel = product_funnel(Sample::Proportions(black_box(&rows)), Target::Pooled, rule).unwrap();
        let limits: Vec<_> = rows.iter().map(|r| funnel.control_limits(r.patients(), Limit::P998)).collect();
        (funnel, limits)
    });
}

fn criteria(hospitals: usize, measures: usize) -> Criteria {
    let mut table = Criteria::new(measures).unwrap();
    for i in 0..hospitals {
        let scores: Vec<_> = (0..measures)
            .map(|c| {
                let missing = (i * 7 + c * 13) % 19 == 0;
                let z = spread(i, 100 + c as u64).clamp(-3.0, 3.0);
                (!missing).then(|| StandardScore {
                    z,
                    standard_error: 0.5 + 0.3 * spread(i, 200).abs(),
                    clipped: false,
                })
            })
            .collect();
        table.push(i as u64, &scores).unwrap();
    }
    table
}

#[divan::bench]
fn own_criteria_of_600_by_20(bencher: Bencher) {
    let table = criteria(600, 20);
    let region = WeightRegion::from_sliders(&[1.0; 20], DEFAULT_VAGUENESS).unwrap();
    bencher.bench_local(|| plausible_places(black_box(&table), &region, 3));
}

#[divan::bench]
fn region_of_weights() -> WeightRegion {
    WeightRegion::from_sliders(black_box(&[1.0; 20]), DEFAULT_VAGUENESS).unwrap()
}

#[divan::bench]
fn sensitivity_of_600_by_20(bencher: Bencher) {
    let table = criteria(600, 20);
    let region = WeightRegion::from_sliders(&[1.0; 20], DEFAULT_VAGUENESS).unwrap();
    bencher.bench_local(|| sensitivity(black_box(&table), &region));
}

#[divan::bench]
fn exact_intervals_of_9000(bencher: Bencher) {
    let rows = proportions(9_000);
    bencher.bench_local(|| {
        rows.iter()
            .map(|r| statistics::interval::clopper_pearson_interval(*r, Confidence::P95).interval.width())
            .sum::<f64>()
    });
}

#[divan::bench]
fn poisson_intervals_of_9000(bencher: Bencher) {
    let rows: Vec<_> =
        proportions(9_000).iter().map(|r| ObservedExpected::new(r.events(), 0.08 * r.patients()).unwrap()).collect();
    bencher.bench_local(|| {
        rows.iter()
            .map(|r| statistics::interval::exact_poisson_interval(*r, Confidence::P95).interval.width())
            .sum::<f64>()
    });
}
