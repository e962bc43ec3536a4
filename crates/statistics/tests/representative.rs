//! Are the numbers right, for someone who has nothing but this repository?
//!
//! A small set of reference values, each computed twice elsewhere (Python and R); `tests/vectors` holds the crate to all of
//! them where they are at hand.

#![allow(clippy::unwrap_used)]

use statistics::disclosure::*;
use statistics::funnel::*;
use statistics::heterogeneity::*;
use statistics::interval::*;
use statistics::rank::*;
use statistics::special::*;
use statistics::trend::*;
use statistics::{Confidence, Direction, Estimate, ObservedExpected, Proportion, Reading};

#[track_caller]
fn near(ours: f64, reference: f64) {
    assert!((ours - reference).abs() <= 1e-9 * reference.abs().max(1.0), "{ours} is not {reference}");
}

#[track_caller]
fn ends(estimate: Estimate, lower: f64, upper: f64) {
    near(estimate.interval.lower, lower);
    near(estimate.interval.upper, upper);
}

/// Twelve hospitals' deaths after heart surgery in infants (OpenBUGS Examples, volume I, "Surgical").
const SURGICAL: [(f64, f64); 12] = [
    (0.0, 47.0),
    (18.0, 148.0),
    (8.0, 119.0),
    (46.0, 810.0),
    (8.0, 211.0),
    (13.0, 196.0),
    (9.0, 148.0),
    (31.0, 215.0),
    (14.0, 207.0),
    (8.0, 97.0),
    (29.0, 256.0),
    (24.0, 360.0),
];

fn surgical() -> Vec<Proportion> {
    SURGICAL.iter().map(|&(x, n)| Proportion::new(x, n).unwrap()).collect()
}

#[test]
fn quantiles() {
    near(normal_quantile(0.975).unwrap(), 1.959963984540054);
    near(normal_quantile(1e-12).unwrap(), -7.03448382530113);
    near(gamma_quantile(0.001, 0.5).unwrap() / 7.853985746312449e-7, 1.0);
    near(gamma_quantile(0.975, 1045.0).unwrap(), 1_109.300_466_090_595_6);
    near(beta_quantile(0.001, 0.1, 10.0).unwrap() / 6.356342846785953e-32, 1.0);
    near(beta_quantile(0.025, 500.0, 49501.0).unwrap(), 0.009_146_410_489_082_916);
    near(student_quantile(0.999, 1.0).unwrap(), 318.308_838_985_550_44);
    near(student_quantile(0.975, 100_000.0).unwrap(), 1.959_987_707_534_609_6);
}

#[test]
fn intervals() {
    let ratio = ObservedExpected::new(5.0, 6.239860227).unwrap();
    ends(exact_poisson_interval(ratio, Confidence::P95), 0.260179928885837, 1.86996689907148);
    ends(byar_interval(ratio, Confidence::P95), 0.25823458493106294, 1.86993998245509);
    ends(mid_p_interval(ratio, Confidence::P95), 0.293595488020922, 1.77606793450888);
    ends(vandenbroucke_interval(ratio, Confidence::P95), 0.2528505358924, 1.6575655594499);
    let one = ObservedExpected::new(1.0, 1.0).unwrap();
    ends(byar_interval(one, Confidence::P998), 0.0, 9.36218021790836);
    let all = Proportion::new(1.0, 1.0).unwrap();
    ends(wilson_interval(all, Confidence::P95), 0.206549314377237, 1.0);
    ends(clopper_pearson_interval(all, Confidence::P95), 0.025, 1.0);
}

#[test]
fn intervals_of_pairs_and_means() {
    let (first, second) = (Proportion::new(56.0, 70.0).unwrap(), Proportion::new(48.0, 80.0).unwrap());
    ends(newcombe_interval(first, second, Confidence::P95), 0.0524314724023649, 0.333872654036906);
    let (first, second) = (ObservedExpected::new(31.0, 20.0).unwrap(), ObservedExpected::new(46.0, 60.0).unwrap());
    ends(ratio_of_ratios_interval(first, second, Confidence::P95).unwrap(), 1.23930059649504, 3.25764239324881);
    near(conditional_p_value(first, second), 0.00344193697502926);
    ends(t_interval(53.704345, 20.9755752577093, 8.0, Confidence::P95).unwrap(), 36.1683252413365, 71.2403647586635);
}

#[test]
fn funnel_of_twelve_hospitals() {
    let rows = surgical();
    let rule = Overdispersion::Winsorised(WINSORISED_SHARE);
    let funnel = product_funnel(Sample::Proportions(&rows), Target::Pooled, rule).unwrap();
    near(funnel.target, 0.07391613361762615);
    near(funnel.phi, 2.3426400023980665);
    near(funnel.tau_squared, 0.0017593956582467349);
    near(funnel.rows[0].z_adjusted, -2.4191892551034444);
    assert_eq!(funnel.rows[0].position, Position::Below);
    let limits = funnel.control_limits(47.0, Limit::P95).unwrap();
    near(limits.lower, 0.0071029736045564945);
    near(limits.upper, 0.17771406366003667);
    near(funnel.chance_limits(47.0, Limit::P95).unwrap().upper, 0.16086492323939344);
}

#[test]
fn heterogeneity_and_places_of_twelve_hospitals() {
    let readings = Sample::Proportions(&surgical()).readings();
    near(tau_squared_dersimonian_laird(&readings).unwrap(), 0.002754869976500264);
    near(tau_squared_paule_mandel(&readings).unwrap(), 0.003903340589830325);
    assert!((tau_squared_reml(&readings).unwrap() - 0.003066289264602912).abs() < 1e-8);
    near(statistics::reliability::rankability(&readings).unwrap(), 0.7591267510488574);
    let critical = CriticalValue::simultaneous(12, Confidence::P95).unwrap();
    let ranges = place_ranges(&readings, Direction::LowerIsBetter, critical);
    assert_eq!(ranges.iter().map(|r| r.first).collect::<Vec<_>>(), [1, 2, 1, 1, 1, 1, 1, 4, 1, 1, 2, 1]);
    assert_eq!(ranges.iter().map(|r| r.last).collect::<Vec<_>>(), [9, 12, 12, 11, 11, 12, 12, 12, 12, 12, 12, 12]);
}

#[test]
fn critical_values() {
    let at = |p| CriticalValue::simultaneous(p, Confidence::P95).unwrap().value();
    near(at(2), 1.959963984540054);
    near(at(5), 2.72777437087);
    assert!((at(300) - 4.75585521335).abs() < 1e-9 && (at(9_000) - 5.959).abs() < 1e-3);
    let (a, b) = (Reading::new(0.3, 0.02).unwrap(), Reading::new(0.4, 0.02).unwrap());
    let test = compare(a, b, 5, Confidence::P95).unwrap();
    assert!((test.p_value - 0.00373027380517).abs() < 1e-11 && test.apart == Apart::FirstLower);
}

#[test]
fn shrinkage_of_twelve_hospitals() {
    let shrunken = statistics::shrinkage::shrink_proportions(&surgical()).unwrap();
    assert!((shrunken.strength / 109.27133950870909 - 1.0).abs() < 1e-5);
    assert!((shrunken.posteriors[0].mean() - 0.0516851967679755).abs() < 1e-7);
    assert!((shrunken.posteriors[0].interval(Confidence::P95).upper - 0.09132381639947207).abs() < 1e-7);
}

#[test]
fn trends() {
    let years: Vec<Proportion> = [(30.0, 200.0), (28.0, 205.0), (25.0, 210.0), (22.0, 208.0), (18.0, 212.0)]
        .iter()
        .map(|&(x, n)| Proportion::new(x, n).unwrap())
        .collect();
    let times = [0.0, 1.0, 2.0, 3.0, 4.0];
    let slope = weighted_slope(&times, &Sample::Proportions(&years).readings()).unwrap();
    near(slope.slope, -0.025049606061370955);
    near(slope.p_value, 0.02279901495780573);
    near(cochran_armitage(&times, &years).unwrap().0, -2.2608795203158283);
}

#[test]
fn suppression() {
    let table = [vec![9, 50, 60, 12], vec![14, 3, 70, 80], vec![90, 25, 18, 6], vec![33, 44, 55, 66]];
    let ours = suppress_grid(&Grid::new(&table).unwrap(), SuppressionRule::showing_zeros(11));
    assert!(ours.printable);
    assert_eq!(ours.suppressed[0], [true, false, false, true]);
    assert_eq!(ours.suppressed[3], [true, false, true, false]);
    assert_eq!((ours.audit.ranges[0].lower, ours.audit.ranges[0].upper), (4, 20));
}

#[test]
fn a_control_chart_names_its_causes() {
    let mut values: Vec<f64> = [10.0, 11.0, 9.5, 10.5, 9.0, 10.0, 11.0, 10.0, 9.0, 10.0, 11.0, 10.5].to_vec();
    values.extend([18.0, 10.2, 9.9, 9.8, 9.7, 9.6, 9.5, 9.4]);
    let chart = control_chart(&values).unwrap();
    assert!(!chart.on_trial);
    assert_eq!(chart.points[12].special_cause, Some(SpecialCause::AboveLimit));
    assert_eq!(chart.points[16].special_cause, Some(SpecialCause::Falling));
    assert_eq!(chart.points[3].special_cause, None);
    assert_eq!(SpecialCause::Falling.news(Direction::LowerIsBetter), News::Improvement);
    assert_eq!(assurance(&chart, 50.0, Direction::HigherIsBetter), Some(Assurance::ConsistentlyMissed));
    assert!(control_chart(&[1.0]).is_none());
    for value in [5.0, 0.1, -1e-7] {
        let flat = control_chart(&[value; 14]).unwrap();
        assert!(flat.points.iter().all(|p| p.special_cause.is_none()));
    }
}
