//! What is the whole surface, once?

use super::Digest;
use crate::composite::*;
use crate::disclosure::*;
use crate::funnel::*;
use crate::interval::*;
use crate::rank::*;
use crate::{Belief, Confidence, Direction, ObservedExpected, Proportion, Reading, SampleMean};

/// Numbers turned into everything that can be made of them.
struct Inputs {
    numbers: Vec<f64>,
    proportions: Vec<Proportion>,
    ratios: Vec<ObservedExpected>,
    readings: Vec<Reading>,
    means: Vec<SampleMean>,
}

pub(super) fn run(numbers: &[f64], digest: &mut Digest) {
    let pairs = || numbers.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let fraction =
        |(x, n): (f64, f64)| Proportion::new(libm::floor(x.min(n)), libm::floor(x.max(n)));
    let inputs = Inputs {
        numbers: numbers.to_vec(),
        proportions: pairs().filter_map(fraction).collect(),
        ratios: pairs()
            .filter_map(|(o, e)| ObservedExpected::new(o, e))
            .collect(),
        readings: pairs().filter_map(|(y, s)| Reading::new(y, s)).collect(),
        means: numbers
            .chunks_exact(3)
            .filter_map(|t| SampleMean::new(t[0], t[1], t[2]))
            .collect(),
    };
    for part in [
        special,
        intervals,
        funnels,
        heterogeneity,
        ranks,
        shrinkage,
        own_criteria,
        references,
        trends,
        small_numbers,
    ] {
        part(&inputs, digest);
    }
}

fn maybe(digest: &mut Digest, x: Option<f64>) {
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
        maybe(
            digest,
            studentized_range_quantile(q - libm::floor(q), 1 + inputs.numbers.len()),
        );
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
            for method in [
                exact_poisson_interval,
                byar_interval,
                phe_interval,
                mid_p_interval,
                vandenbroucke_interval,
            ] {
                estimate(digest, method(r, confidence));
            }
        }
        for &m in inputs.means.iter().take(8) {
            estimate(digest, normal_interval(m.reading(), confidence));
            if let Some(t) = t_interval(
                m.reading().value(),
                m.reading().standard_error(),
                m.patients(),
                confidence,
            ) {
                estimate(digest, t);
            }
        }
        pairs_of_intervals(inputs, confidence, digest);
    }
    let strata: Vec<Stratum> = inputs
        .numbers
        .chunks_exact(3)
        .filter_map(|t| Stratum::new(t[0], t[1], t[2]))
        .collect();
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
    [
        Sample::Proportions(&inputs.proportions),
        Sample::Ratios(&inputs.ratios),
        Sample::Means(&inputs.means),
    ]
}

fn funnels(inputs: &Inputs, digest: &mut Digest) {
    let size = inputs.numbers.first().copied().unwrap_or(10.0);
    for sample in samples(inputs) {
        for target in [Target::Pooled, Target::Fixed(size)] {
            if let Some(funnel) =
                product_funnel(sample, target, Overdispersion::Winsorised(WINSORISED_SHARE))
            {
                funnel
                    .rows
                    .iter()
                    .for_each(|row| digest.take(row.z_adjusted));
                digest.take(funnel.tau_squared);
                for limits in [
                    funnel.control_limits(size, Limit::P95),
                    funnel.chance_limits(size, Limit::P998),
                ] {
                    maybe(digest, limits.map(|l| l.lower));
                    maybe(digest, limits.map(|l| l.upper));
                }
            }
            if let Some(funnel) = multiplicative_funnel(sample, target, 0.2) {
                digest.take(funnel.phi);
                maybe(
                    digest,
                    funnel.control_limits(size, Limit::P95).map(|l| l.upper),
                );
            }
        }
    }
    if let Some(funnel) = shmi_funnel(&inputs.ratios, 0.1) {
        digest.take(funnel.tau_squared);
        maybe(
            digest,
            funnel.control_limits(size, Limit::P998).map(|l| l.width()),
        );
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
    maybe(
        digest,
        crate::variation::between_region_share(readings, &regions),
    );
    let course = crate::variation::course_of_variation(&[
        readings.clone(),
        readings.iter().rev().copied().collect(),
    ]);
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
    let beliefs: Vec<Belief> = readings
        .iter()
        .take(6)
        .map(|&r| Belief::normal(r))
        .collect();
    expected_ranks(&beliefs, Direction::HigherIsBetter)
        .into_iter()
        .for_each(|rank| digest.take(rank));
    if let Some(places) = place_distribution(&beliefs, 0, Direction::HigherIsBetter, 20) {
        digest.take(places.expected());
    }
}

fn shrinkage(inputs: &Inputs, digest: &mut Digest) {
    use crate::shrinkage::*;
    let beliefs = shrink_proportions(&inputs.proportions)
        .into_iter()
        .chain(shrink_ratios(&inputs.ratios, Target::Pooled))
        .flat_map(|s| s.posteriors.into_iter().take(4));
    for belief in beliefs {
        digest.take(belief.mean());
        digest.take(belief.interval(Confidence::P95).lower);
    }
    if let Some(shrunken) = shrink_readings(&inputs.readings) {
        shrunken.readings.iter().for_each(|r| digest.take(r.mean));
    }
}

fn own_criteria(inputs: &Inputs, digest: &mut Digest) {
    let Some(mut table) = Criteria::new(4) else {
        return;
    };
    for (key, four) in inputs.numbers.chunks_exact(4).enumerate() {
        let score = |x: &f64| {
            Some(StandardScore {
                z: *x,
                standard_error: x.abs(),
                clipped: false,
            })
            .filter(|_| *x != 1.0)
        };
        let scores: Vec<Option<StandardScore>> = four.iter().map(score).collect();
        let _refused = table.push(key as u64, &scores);
    }
    let weights: Vec<f64> = inputs.numbers.iter().take(4).map(|x| x.abs()).collect();
    let Ok(region) = WeightRegion::from_sliders(&weights, DEFAULT_VAGUENESS) else {
        return;
    };
    if let Some(answer) = plausible_places(&table, &region, 3) {
        for standing in &answer.hospitals {
            digest.take(standing.uncovered);
            if let Some(placed) = standing.placed {
                digest.take(placed.central_score);
                digest.take(placed.top_share);
                for place in [placed.first, placed.median, placed.last, placed.group] {
                    digest.word(place as u64);
                }
            }
        }
    }
    for moved in sensitivity(&table, &region).into_iter().flatten() {
        digest.word(moved.places as u64);
        digest.word(moved.criterion as u64);
    }
}

fn references(inputs: &Inputs, digest: &mut Digest) {
    let measures = [
        Measure {
            group: 0,
            direction: Direction::HigherIsBetter,
        },
        Measure {
            group: 1,
            direction: Direction::LowerIsBetter,
        },
    ];
    let groups = [
        Group {
            weight: 0.6,
            errors: SharedError::Independent,
        },
        Group {
            weight: 0.4,
            errors: SharedError::OneSource,
        },
    ];
    let entry = |(i, r): (usize, &Reading)| {
        if i % 5 == 4 {
            Entry::NotReported
        } else {
            Entry::Value(*r)
        }
    };
    let entries: Vec<Entry> = inputs.readings.iter().enumerate().map(entry).collect();
    let hospitals: Vec<Vec<Entry>> = entries.chunks_exact(2).map(<[Entry]>::to_vec).collect();
    for composite in imputed_composite(&measures, &groups, &hospitals)
        .into_iter()
        .flatten()
        .flatten()
    {
        digest.take(composite.score);
        digest.take(composite.standard_error);
        digest.take(composite.bounds.width());
    }
    let star_measures: Vec<StarMeasure> = (0..15)
        .map(|m| StarMeasure {
            group: StarGroup::ALL[m % 5],
            direction: Direction::LowerIsBetter,
        })
        .collect();
    let row = |h: usize| {
        (0..15)
            .map(|m| {
                inputs
                    .numbers
                    .get((h * 7 + m * 3) % 96)
                    .map(|x| x + (h * m % 17) as f64)
            })
            .collect()
    };
    let rows: Vec<Vec<Option<f64>>> = (0..120).map(row).collect();
    for rules in [StarRules::Sas2021, StarRules::R2026] {
        for hospital in cms_stars(&star_measures, &rows, rules)
            .into_iter()
            .flatten()
        {
            digest.word(u64::from(hospital.star.unwrap_or(0)));
            maybe(digest, hospital.distance_to_boundary);
        }
    }
}

fn trends(inputs: &Inputs, digest: &mut Digest) {
    use crate::trend::*;
    let times: Vec<f64> = (0..inputs.readings.len()).map(|t| t as f64).collect();
    maybe(
        digest,
        weighted_slope(&times, &inputs.readings).map(|s| s.p_value),
    );
    let times: Vec<f64> = (0..inputs.proportions.len()).map(|t| t as f64).collect();
    maybe(
        digest,
        cochran_armitage(&times, &inputs.proportions).map(|(z, _)| z),
    );
    if let Some(chart) = control_chart(&inputs.numbers) {
        digest.take(chart.limits.lower);
        chart
            .points
            .iter()
            .for_each(|p| digest.word(p.special_cause.map_or(9, |cause| cause as u64)));
    }
    if let (Some(critical), [first, second, ..]) = (
        CriticalValue::simultaneous(2, Confidence::P95),
        &inputs.readings[..],
    ) {
        digest.take(period_change(*first, *second, critical).z);
    }
    if let [first, second, ..] = inputs.proportions[..] {
        digest.take(pooled_score_test(first, second).0);
    }
    maybe(
        digest,
        crate::pooling::pool_proportions(&inputs.proportions, 0.1).map(|p| p.value.value()),
    );
    maybe(
        digest,
        crate::pooling::pool_ratios(&inputs.ratios).map(|p| p.value.value()),
    );
    maybe(
        digest,
        crate::pooling::pool_means(&inputs.means).map(|p| p.value.reading().standard_error()),
    );
    maybe(
        digest,
        crate::composite::standardise(
            &inputs.readings.iter().map(|r| Some(*r)).collect::<Vec<_>>(),
            Direction::HigherIsBetter,
        )
        .map(|s| s.mean),
    );
}

fn small_numbers(inputs: &Inputs, digest: &mut Digest) {
    let cells: Vec<u64> = inputs
        .numbers
        .iter()
        .take(24)
        .map(|x| *x as u64 % 100)
        .collect();
    for rule in [
        SuppressionRule::showing_zeros(10),
        SuppressionRule::masking_zeros(10),
    ] {
        if let Some(line) = suppress_line(&cells, rule) {
            line.suppressed
                .iter()
                .for_each(|hidden| digest.word(u64::from(*hidden)));
        }
        let rows: Vec<Vec<u64>> = cells.chunks_exact(6).map(<[u64]>::to_vec).collect();
        if let Some(grid) = Grid::new(&rows) {
            let table = suppress_grid(&grid, rule);
            digest.word(u64::from(table.printable));
            table
                .audit
                .ranges
                .iter()
                .for_each(|range| digest.word(range.upper - range.lower));
        }
        if let [rate, n, ..] = inputs.numbers[..] {
            let leak = rate_leak(rate, 1, n as u64, rule);
            digest.word(u64::from(leak.is_some_and(|l| l.leaks_numerator)));
        }
    }
}
