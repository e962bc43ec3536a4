//! Which places are plausible for each hospital under a reader's own criteria?
//!
//! Two things are uncertain at once: what the reader wants (a region of weights) and what the numbers mean (chance). Every
//! draw takes one weight vector and one noise per hospital; the places over all draws are the answer.

use super::scoring::{Chance, Scorer};
use super::{Criteria, DRAWS, WeightRegion};
use crate::rank::{CriticalValue, PlaceRange, place_ranges};
use crate::{Confidence, Direction, Reading};

/// A hospital with more than this share of the weight uncovered by data is listed apart, not placed.
pub const UNCOVERED_LIMIT: f64 = 0.40;

/// Do the plausible places stay within what chance alone allows?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// The plausible places lie inside the simultaneous range for the central weights: chance alone explains them.
    WithinChance,
    /// They reach outside it: which weights the reader means moves this hospital more than chance does.
    MovedByWeights,
}

/// A hospital that takes part in the order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// First plausible place: the 5th percentile over the draws, rounded towards 1.
    pub first: usize,
    /// The middle place over the draws.
    pub median: usize,
    /// Last plausible place: the 95th percentile, rounded away from 1.
    pub last: usize,
    /// Share of draws in which the hospital is among the top k.
    pub top_share: f64,
    /// Number of its group, from 1: hospitals whose plausible places overlap, directly or through others.
    pub group: usize,
    /// Σwz/Σw for the central weights, larger is better, in national standard deviations.
    pub central_score: f64,
    /// Standard error of the central score.
    pub central_standard_error: f64,
    /// The simultaneous 95 % range of places for the central weights.
    pub simultaneous: PlaceRange,
    /// Whether the two ranges tell the same story.
    pub agreement: Agreement,
}

/// One hospital's answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Share of the central weight that no data covers.
    pub uncovered: f64,
    /// `None`: more than 40 % is uncovered; the hospital is listed apart.
    pub placed: Option<Placed>,
}

/// All answers, in the order of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCriteria {
    /// The hospitals.
    pub hospitals: Vec<Standing>,
    /// How many of them are placed.
    pub placed: usize,
    /// How many groups there are among them.
    pub groups: usize,
}

/// Draws 2,000 weight vectors and one noise per hospital and draw, and reports plausible places.
///
/// Score in a draw: Σwz/Σw over the covered criteria plus a standard normal times √(Σw²s²)/Σw; nothing is imputed. The
/// same input gives the same places on every machine, in every order of hospitals. After the idea of stochastic
/// multicriteria acceptability analysis (Lahdelma, Hokkanen & Salminen 1998, Eur J Oper Res 106, 137–143).
///
/// `top` is the k of "among the top k" (0 gives shares of 0). `None` where region and table differ in the number of
/// criteria. An empty table gives an empty answer.
///
/// ```
/// use statistics::composite::*;
/// let mut table = Criteria::new(2).unwrap();
/// let score = |z| Some(StandardScore { z, standard_error: 0.1, clipped: false });
/// table.push(1, &[score(1.0), score(0.8)]).unwrap();
/// table.push(2, &[score(-1.0), score(-0.5)]).unwrap();
/// table.push(3, &[None, score(2.0)]).unwrap();
/// let region = WeightRegion::from_sliders(&[2.0, 1.0], DEFAULT_VAGUENESS).unwrap();
/// let answer = plausible_places(&table, &region, 1).unwrap();
/// assert_eq!(answer.hospitals[0].placed.map(|p| (p.first, p.last)), Some((1, 1)));
/// assert!(answer.hospitals[2].placed.is_none(), "two thirds of the weight are uncovered");
/// ```
pub fn plausible_places(table: &Criteria, region: &WeightRegion, top: usize) -> Option<OwnCriteria> {
    if table.criteria() != region.criteria() {
        return None;
    }
    let uncovered = uncovered_shares(table, region);
    let mut scorer = Scorer::new(table, placed_hospitals(&uncovered));
    let p = scorer.hospitals.len();
    let places = draw_places(&mut scorer, region);
    scorer.sum(region.central());
    let scores = scorer.scores();
    let simultaneous = simultaneous_ranges(&scores);
    let mut counts = vec![0u32; p + 1];
    let mut placed: Vec<Placed> = (0..p)
        .map(|k| {
            let drawn = &places[k * DRAWS..(k + 1) * DRAWS];
            summarise(drawn, &mut counts, top, scores[k], simultaneous[k])
        })
        .collect();
    let groups = number_groups(&mut placed);
    let mut hospitals: Vec<Standing> =
        uncovered.iter().map(|&uncovered| Standing { uncovered, placed: None }).collect();
    for (&i, placed) in scorer.hospitals.iter().zip(placed) {
        hospitals[i].placed = Some(placed);
    }
    Some(OwnCriteria { hospitals, placed: p, groups })
}

/// The share of the central weight without data, by hospital, 0 to 1.
pub fn uncovered_shares(table: &Criteria, region: &WeightRegion) -> Vec<f64> {
    let total: f64 = region.central().iter().sum();
    (0..table.hospitals()).map(|i| (1.0 - table.available(i, region.central()) / total).clamp(0.0, 1.0)).collect()
}

/// Those with enough of the weight covered. A hair is allowed so that exactly 40 % still counts as placed.
pub(super) fn placed_hospitals(uncovered: &[f64]) -> Vec<usize> {
    (0..uncovered.len()).filter(|&i| uncovered[i] <= UNCOVERED_LIMIT + 1e-12).collect()
}

/// Place − 1 by [placed hospital][draw].
fn draw_places(scorer: &mut Scorer, region: &WeightRegion) -> Vec<u16> {
    let mut places = vec![0u16; scorer.hospitals.len() * DRAWS];
    for draw in 0..DRAWS {
        scorer.sum(region.weights(draw));
        scorer.rank(Chance::OfDraw(draw), |k, above| places[k * DRAWS + draw] = above as u16);
    }
    places
}

fn simultaneous_ranges(scores: &[(f64, f64)]) -> Vec<PlaceRange> {
    let readings: Vec<Reading> =
        scores.iter().map(|&(score, error)| Reading::inside_bounds(score, error.max(1e-40))).collect();
    // One hospital alone has place 1 whatever the threshold.
    let critical = CriticalValue::simultaneous(readings.len().max(2), Confidence::P95);
    critical.map_or_else(Vec::new, |c| place_ranges(&readings, Direction::HigherIsBetter, c))
}

/// The order statistics (1-based places) of one hospital's draws.
fn summarise(drawn: &[u16], counts: &mut [u32], top: usize, score: (f64, f64), simultaneous: PlaceRange) -> Placed {
    let [first, median, last] = order_statistics(drawn, counts, [0.05, 0.5, 0.95]);
    let at_top = drawn.iter().filter(|&&above| usize::from(above) < top).count();
    let inside = simultaneous.first <= first && last <= simultaneous.last;
    Placed {
        first,
        median,
        last,
        top_share: at_top as f64 / drawn.len() as f64,
        group: 0,
        central_score: score.0,
        central_standard_error: score.1,
        simultaneous,
        agreement: if inside { Agreement::WithinChance } else { Agreement::MovedByWeights },
    }
}

/// Places at three shares by counting; the lower is rounded towards 1, the upper away from it. Leaves `counts` at zero.
pub(super) fn order_statistics(drawn: &[u16], counts: &mut [u32], shares: [f64; 3]) -> [usize; 3] {
    for &above in drawn {
        counts[usize::from(above)] += 1;
    }
    let span = (drawn.len() - 1) as f64;
    let wanted = [
        libm::floor(span * shares[0]) as u32,
        libm::floor(span * shares[1]) as u32,
        libm::ceil(span * shares[2]) as u32,
    ];
    let (mut through, mut found, mut next) = (0, [1; 3], 0);
    for (above, count) in counts.iter_mut().enumerate() {
        through += core::mem::take(count);
        while next < 3 && through > wanted[next] {
            found[next] = above + 1;
            next += 1;
        }
    }
    found
}

/// Numbers the groups from the front: a new one begins where no earlier plausible place reaches.
fn number_groups(placed: &mut [Placed]) -> usize {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.sort_by_key(|&k| (placed[k].first, placed[k].last));
    let (mut group, mut reach) = (0, 0);
    for k in order {
        if placed[k].first > reach {
            group += 1;
        }
        reach = reach.max(placed[k].last);
        placed[k].group = group;
    }
    group
}
