//! What do shrinkage, composites, trends and suppression say, once?

use super::Digest;
use super::surface::{Inputs, maybe};
use crate::composite::*;
use crate::disclosure::*;
use crate::funnel::Target;
use crate::rank::CriticalValue;
use crate::{Confidence, Direction, Reading};

pub(super) fn shrinkage(inputs: &Inputs, digest: &mut Digest) {
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

pub(super) fn own_criteria(inputs: &Inputs, digest: &mut Digest) {
    let Some(mut table) = Criteria::new(4) else {
        return;
    };
    for (key, four) in inputs.numbers.chunks_exact(4).enumerate() {
        let score =
            |x: &f64| Some(StandardScore { z: *x, standard_error: x.abs(), clipped: false }).filter(|_| *x != 1.0);
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

pub(super) fn reference_composite(inputs: &Inputs, digest: &mut Digest) {
    let directions = [Direction::HigherIsBetter, Direction::LowerIsBetter];
    let measures = [0, 1].map(|group| Measure { group, direction: directions[group] });
    let groups = [(0.6, SharedError::Independent), (0.4, SharedError::OneSource)]
        .map(|(weight, errors)| Group { weight, errors });
    let entry = |(i, r): (usize, &Reading)| {
        if i % 5 == 4 { Entry::NotReported } else { Entry::Value(*r) }
    };
    let entries: Vec<Entry> = inputs.readings.iter().enumerate().map(entry).collect();
    let hospitals: Vec<Vec<Entry>> = entries.chunks_exact(2).map(<[Entry]>::to_vec).collect();
    for composite in imputed_composite(&measures, &groups, &hospitals).into_iter().flatten().flatten() {
        digest.take(composite.score);
        digest.take(composite.standard_error);
        digest.take(composite.bounds.width());
    }
    let readings: Vec<_> = inputs.readings.iter().map(|r| Some(*r)).collect();
    maybe(digest, standardise(&readings, Direction::HigherIsBetter).map(|s| s.mean));
}

pub(super) fn stars(inputs: &Inputs, digest: &mut Digest) {
    let direction = Direction::LowerIsBetter;
    let measures: Vec<StarMeasure> = (0..15).map(|m| StarMeasure { group: StarGroup::ALL[m % 5], direction }).collect();
    let value = |h: usize, m: usize| inputs.numbers.get((h * 7 + m * 3) % 96).map(|x| x + (h * m % 17) as f64);
    let rows: Vec<Vec<Option<f64>>> = (0..120).map(|h| (0..15).map(|m| value(h, m)).collect()).collect();
    for rules in [StarRules::Sas2021, StarRules::R2026] {
        for hospital in cms_stars(&measures, &rows, rules).into_iter().flatten() {
            digest.word(u64::from(hospital.star.unwrap_or(0)));
            maybe(digest, hospital.distance_to_boundary);
        }
    }
}

pub(super) fn trends(inputs: &Inputs, digest: &mut Digest) {
    use crate::trend::*;
    let times: Vec<f64> = (0..inputs.readings.len()).map(|t| t as f64).collect();
    maybe(digest, weighted_slope(&times, &inputs.readings).map(|s| s.p_value));
    let times: Vec<f64> = (0..inputs.proportions.len()).map(|t| t as f64).collect();
    maybe(digest, cochran_armitage(&times, &inputs.proportions).map(|(z, _)| z));
    if let Some(chart) = control_chart(&inputs.numbers) {
        digest.take(chart.limits.lower);
        chart.points.iter().for_each(|p| digest.word(p.special_cause.map_or(9, |cause| cause as u64)));
    }
    if let (Some(critical), [first, second, ..]) =
        (CriticalValue::simultaneous(2, Confidence::P95), &inputs.readings[..])
    {
        digest.take(period_change(*first, *second, critical).z);
    }
    if let [first, second, ..] = inputs.proportions[..] {
        digest.take(pooled_score_test(first, second).0);
    }
}

pub(super) fn pooled_years(inputs: &Inputs, digest: &mut Digest) {
    use crate::pooling::*;
    maybe(digest, pool_proportions(&inputs.proportions, 0.1).map(|p| p.value.value()));
    maybe(digest, pool_ratios(&inputs.ratios).map(|p| p.value.value()));
    maybe(digest, pool_means(&inputs.means).map(|p| p.value.reading().standard_error()));
}

pub(super) fn small_numbers(inputs: &Inputs, digest: &mut Digest) {
    let cells: Vec<u64> = inputs.numbers.iter().take(24).map(|x| *x as u64 % 100).collect();
    for rule in [SuppressionRule::showing_zeros(10), SuppressionRule::masking_zeros(10)] {
        if let Some(line) = suppress_line(&cells, rule) {
            line.suppressed.iter().for_each(|hidden| digest.word(u64::from(*hidden)));
        }
        let rows: Vec<Vec<u64>> = cells.chunks_exact(6).map(<[u64]>::to_vec).collect();
        if let Some(grid) = Grid::new(&rows) {
            let table = suppress_grid(&grid, rule);
            digest.word(u64::from(table.printable));
            table.audit.ranges.iter().for_each(|range| digest.word(range.upper - range.lower));
        }
        if let [rate, n, ..] = inputs.numbers[..] {
            let leak = rate_leak(rate, 1, n as u64, rule);
            digest.word(u64::from(leak.is_some_and(|l| l.leaks_numerator)));
        }
    }
}
