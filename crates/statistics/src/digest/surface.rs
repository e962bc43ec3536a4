//! What does every method say, once?
//!
//! Here special functions, intervals, funnels, variances and places; the rest is in `combined`.

use super::Digest;
use super::combined::{own_criteria, pooled_years, reference_composite, shrinkage, small_numbers, stars, trends};
use crate::funnel::*;
use crate::interval::*;
use crate::rank::*;
use crate::{Belief, Confidence, Direction, ObservedExpected, Proportion, Reading, SampleMean};

/// Numbers turned into everything that can be made of them.
pub(super) struct Inputs {
    pub(super) numbers: Vec<f64>,
    pub(super) proportions: Vec<Proportion>,
    pub(super) ratios: Vec<ObservedExpected>,
    pub(super) readings: Vec<Reading>,
    pub(super) means: Vec<SampleMean>,
}

pub(super) fn run(numbers: &[f64], digest: &mut Digest) {
    let pairs = || numbers.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let fraction = |(x, n): (f64, f64)| Proportion::new(libm::floor(x.min(n)), libm::floor(x.max(n)));
    let inputs = Inputs {
        numbers: numbers.to_vec(),
        proportions: pairs().filter_map(fraction).collect(),
        ratios: pairs().filter_map(|(o, e)| ObservedExpected::new(o, e)).collect(),
        readings: pairs().filter_map(|(y, s)| Reading::new(y, s)).collect(),
        means: numbers.chunks_exact(3).filter_map(|t| SampleMean::new(t[0], t[1], t[2])).collect(),
    };
    for part in [
        special,
        intervals,
        funnels,
        heterogeneity,
        ranks,
        shrinkage,
        own_criteria,
        reference_composite,
        stars,
        trends,
        pooled_years,
        small_numbers,
    ] {
        part(&inputs, digest);
    }
}

pub(super) fn maybe(digest: &mut Digest, x: Option<f64>) {
    match x {
        Some(x) => digest.take(x),
        None => digest.word(0),
    }
}

fn special(inputs: &Inputs, digest: &mut Digest) {
    use crate::special::*;
    for pair in inputs.numbers.chunks_exact(3).take(12) {
        let (a, b, p) = (pair[0], pair[1], pair[2] - libm::floor(pair[2]));
        digest.take(normal_cdf(a));
        digest.take(normal_density(a));
        for x in [
            normal_quantile(p),
            gamma_cdf(a, b),
            gamma_survival(a, b),
            gamma_quantile(p, a),
            beta_cdf(p, a, b),
            beta_survival(p, a, b),
            beta_quantile(p, a, b),
            ln_beta(a, b),
            student_cdf(a, b),
            student_quantile(p, a),
            poisson_density(a, b),
            binomial_density(a, b, p),
        ] {
            maybe(digest, x);
        }
    }
    if let Some(&q) = inputs.numbers.first() {
        maybe(digest, studentized_range_cdf(q, 7));
        maybe(digest, studentized_range_survival(q, 7));
        maybe(digest, studentized_range_quantile(q - libm::floor(q), 1 + inputs.numbers.len()));
    }
}

fn estimate(digest: &mut Digest, estimate: Estimate) {
    digest.take(estimate.value);
    digest.take(estimate.interval.lower);
    digest.take(estimate.interval.upper);
}

fn intervals(inputs: &Inputs, digest: &mut Digest) {
    for confidence in [Confidence::P95, Confidence::P998] {
        for &p in inputs.proportions.iter().take(8) {
            estimate(digest, wilson_interval(p, confidence));
            estimate(digest, clopper_pearson_interval(p, confidence));
        }
        for &r in inputs.ratios.iter().take(8) {
            for method in [exact_poisson_interval, byar_interval, phe_interval, mid_p_interval, vandenbroucke_interval]
            {
                estimate(digest, method(r, confidence));
            }
        }
        for &m in inputs.means.iter().take(8) {
            estimate(digest, normal_interval(m.reading(), confidence));
            if let Some(t) = t_interval(m.reading().value(), m.reading().standard_error(), m.patients(), confidence) {
                estimate(digest, t);
            }
        }
        pairs_of_intervals(inputs, confidence, digest);
    }
    let strata: Vec<Stratum> = inputs.numbers.chunks_exact(3).filter_map(|t| Stratum::new(t[0], t[1], t[2])).collect();
    if let Some(rate) = dobson_interval(&strata, Confidence::P95) {
        estimate(digest, rate);
    }
}

fn pairs_of_intervals(inputs: &Inputs, confidence: Confidence, digest: &mut Digest) {
    for pair in inputs.proportions.windows(2).take(6) {
        estimate(digest, newcombe_interval(pair[0], pair[1], confidence));
    }
    for pair in inputs.ratios.windows(2).take(6) {
        if let Some(ratio) = ratio_of_ratios_interval(pair[0], pair[1], confidence) {
            estimate(digest, ratio);
        }
        digest.take(mid_p_value(pair[0], pair[1]));
        digest.take(conditional_p_value(pair[0], pair[1]));
    }
}

fn samples(inputs: &Inputs) -> [Sample<'_>; 3] {
    [Sample::Proportions(&inputs.proportions), Sample::Ratios(&inputs.ratios), Sample::Means(&inputs.means)]
}

fn funnels(inputs: &Inputs, digest: &mut Digest) {
    let size = inputs.numbers.first().copied().unwrap_or(10.0);
    for sample in samples(inputs) {
        for target in [Target::Pooled, Target::Fixed(size)] {
            if let Some(funnel) = product_funnel(sample, target, Overdispersion::Winsorised(WINSORISED_SHARE)) {
                funnel.rows.iter().for_each(|row| digest.take(row.z_adjusted));
                digest.take(funnel.tau_squared);
                for limits in [funnel.control_limits(size, Limit::P95), funnel.chance_limits(size, Limit::P998)] {
                    maybe(digest, limits.map(|l| l.lower));
                    maybe(digest, limits.map(|l| l.upper));
                }
            }
            if let Some(funnel) = multiplicative_funnel(sample, target, 0.2) {
                digest.take(funnel.phi);
                maybe(digest, funnel.control_limits(size, Limit::P95).map(|l| l.upper));
            }
        }
    }
    if let Some(funnel) = shmi_funnel(&inputs.ratios, 0.1) {
        digest.take(funnel.tau_squared);
        maybe(digest, funnel.control_limits(size, Limit::P998).map(|l| l.width()));
    }
    for &ratio in inputs.ratios.iter().take(6) {
        digest.word(exact_position_of_ratio(ratio, 1.0).class() as u64);
        if let Some((lower, upper)) = exact_limits_of_ratio(ratio.observed(), Limit::P95) {
            digest.take(lower.1);
            maybe(digest, upper.map(|point| point.1));
        }
    }
}

fn heterogeneity(inputs: &Inputs, digest: &mut Digest) {
    use crate::heterogeneity::*;
    let readings = &inputs.readings;
    for x in [
        tau_squared_dersimonian_laird(readings),
        tau_squared_paule_mandel(readings),
        tau_squared_reml(readings),
        tau_squared_interval(readings, Confidence::P95).map(|i| i.upper),
        i_squared(readings),
        equality_p_value(readings),
        crate::reliability::rankability(readings),
    ] {
        maybe(digest, x);
    }
    for sample in samples(inputs) {
        if let Some(spread) = crate::variation::true_spread(sample) {
            digest.take(spread.share_of_chance);
            maybe(digest, spread.high_over_low);
        }
    }
    if let Some(variation) = crate::variation::ratio_variation(&inputs.ratios) {
        digest.take(variation.systematic_component);
        digest.take(variation.chi_squared_p);
        maybe(digest, variation.quotient_5_95);
    }
    let regions: Vec<u32> = (0..readings.len() as u32).map(|i| i % 3).collect();
    maybe(digest, crate::variation::between_region_share(readings, &regions));
    let course = crate::variation::course_of_variation(&[readings.clone(), readings.iter().rev().copied().collect()]);
    maybe(digest, course.map(|c| c.z));
}

fn ranks(inputs: &Inputs, digest: &mut Digest) {
    let readings = &inputs.readings;
    if let Some(critical) = CriticalValue::simultaneous(readings.len(), Confidence::P95) {
        digest.take(critical.value());
        for range in place_ranges(readings, Direction::LowerIsBetter, critical) {
            digest.word(range.first as u64);
            digest.word(range.last as u64);
        }
    }
    if let [first, second, ..] = readings[..]
        && let Some(test) = compare(first, second, readings.len(), Confidence::P95)
    {
        digest.take(test.p_value);
    }
    let beliefs: Vec<Belief> = readings.iter().take(6).map(|&r| Belief::normal(r)).collect();
    expected_ranks(&beliefs, Direction::HigherIsBetter).into_iter().for_each(|rank| digest.take(rank));
    if let Some(places) = place_distribution(&beliefs, 0, Direction::HigherIsBetter, 20) {
        digest.take(places.expected());
    }
}
