//! Is variation measured without being fooled by chance?

use statistics::composite::noise;
use statistics::funnel::Sample;
use statistics::heterogeneity::*;
use statistics::variation::*;
use statistics::{Confidence, ObservedExpected, Reading};

/// Hospitals whose true values spread with variance `tau_squared`, measured with error; `run` picks the noise.
fn period(hospitals: usize, tau_squared: f64, run: usize, year: u64) -> Vec<Reading> {
    (0..hospitals)
        .map(|i| {
            let error = 0.05 + 0.05 * (i % 7) as f64 / 6.0;
            let truth = tau_squared.sqrt() * noise(i as u64, run);
            Reading::new(1.0 + truth + error * noise(1_000 * (year + 1) + i as u64, run), error).unwrap()
        })
        .collect()
}

#[test]
fn an_unchanged_spread_is_rarely_called_changed() {
    let changed = (0..400).filter(|&run| {
        let test = course_of_variation(&[period(60, 0.01, run, 0), period(60, 0.01, run, 1)]).unwrap();
        test.course != Course::CannotSay
    });
    assert!(changed.count() <= 26, "at most about 5 % of 400, with room for luck");
}

#[test]
fn a_halved_spread_is_seen() {
    let periods = [period(300, 0.04, 3, 0), period(300, 0.02, 3, 1), period(300, 0.005, 3, 2)];
    assert_eq!(course_of_variation(&periods).unwrap().course, Course::Narrower);
    let turned: Vec<Vec<Reading>> = periods.iter().rev().cloned().collect();
    assert_eq!(course_of_variation(&turned).unwrap().course, Course::Wider);
    assert!(course_of_variation(&periods[..1]).is_none());
    assert!(course_of_variation(&[period(9, 0.1, 1, 0), period(9, 0.1, 1, 1)]).is_none());
}

#[test]
fn chance_alone_is_not_called_variation() {
    let ratios: Vec<ObservedExpected> = (0..300)
        .map(|i| {
            let expected = 20.0 + (i % 30) as f64;
            let observed = (expected + expected.sqrt() * noise(77, i)).round().max(0.0);
            ObservedExpected::new(observed, expected).unwrap()
        })
        .collect();
    let spread = true_spread(Sample::Ratios(&ratios)).unwrap();
    assert!(spread.high_over_low.unwrap() < 1.15 && spread.share_of_chance > 0.9, "{spread:?}");
    assert!(spread.tau_squared_interval.contains(0.0));
    let visible = ratio_variation(&ratios).unwrap();
    assert!(visible.quotient_5_95.unwrap() > 1.5, "what chance does to the visible spread");
}

#[test]
fn regions_get_their_share() {
    let regions: Vec<u32> = (0..200).map(|i| i / 20).collect();
    let reading = |region_part: f64, own_part: f64| -> Vec<Reading> {
        regions
            .iter()
            .enumerate()
            .map(|(i, r)| {
                let y = region_part * noise(u64::from(*r), 5) + own_part * noise(500 + i as u64, 5);
                Reading::new(y + 0.02 * noise(9_000 + i as u64, 5), 0.02).unwrap()
            })
            .collect()
    };
    assert!(between_region_share(&reading(0.3, 0.01), &regions).unwrap() > 0.95);
    assert!(between_region_share(&reading(0.0, 0.3), &regions).unwrap() < 0.1);
    assert!(between_region_share(&reading(0.3, 0.3), &[1; 200]).is_none());
    assert!(between_region_share(&[], &[]).is_none());
}

/// The thirteen trials of BCG vaccine (Colditz et al. 1994): vaccinated with and without tuberculosis, then controls.
const BCG: [[f64; 4]; 13] = [
    [4.0, 119.0, 11.0, 128.0],
    [6.0, 300.0, 29.0, 274.0],
    [3.0, 228.0, 11.0, 209.0],
    [62.0, 13536.0, 248.0, 12619.0],
    [33.0, 5036.0, 47.0, 5761.0],
    [180.0, 1361.0, 372.0, 1079.0],
    [8.0, 2537.0, 10.0, 619.0],
    [505.0, 87886.0, 499.0, 87892.0],
    [29.0, 7470.0, 45.0, 7232.0],
    [17.0, 1699.0, 65.0, 1600.0],
    [186.0, 50448.0, 141.0, 27197.0],
    [5.0, 2493.0, 3.0, 2338.0],
    [27.0, 16886.0, 29.0, 17825.0],
];

#[test]
fn the_interval_of_the_variance_is_that_of_a_published_example() {
    let readings: Vec<Reading> = BCG
        .iter()
        .map(|[a, b, c, d]| {
            let log_ratio = libm::log(a / (a + b)) - libm::log(c / (c + d));
            let variance = 1.0 / a - 1.0 / (a + b) + 1.0 / c - 1.0 / (c + d);
            Reading::new(log_ratio, variance.sqrt()).unwrap()
        })
        .collect();
    let near = |ours: f64, published: f64| assert!((ours - published).abs() < 6e-5, "{ours} is not {published}");
    near(spread(&readings, 0.0).unwrap().q, 152.2330);
    near(tau_squared_dersimonian_laird(&readings).unwrap(), 0.3088);
    near(tau_squared_reml(&readings).unwrap(), 0.3132);
    let interval = tau_squared_interval(&readings, Confidence::P95).unwrap();
    near(interval.lower, 0.1197);
    near(interval.upper, 1.1115);
}

#[test]
fn few_hospitals_have_a_defined_answer() {
    let one = [Reading::new(1.0, 0.1).unwrap()];
    assert!(tau_squared_paule_mandel(&one).is_none() && tau_squared_reml(&[]).is_none());
    assert!(tau_squared_interval(&one, Confidence::P95).is_none() && spread(&[], 0.0).is_none());
    assert_eq!(tau_squared_paule_mandel(&[one[0], one[0]]), Some(0.0));
    assert!(true_spread(Sample::Ratios(&[])).is_none() && ratio_variation(&[]).is_none());
}
