//! Which place would a hospital take on average?
//!
//! A secondary number, never shown on lists. Here, and only here, shrunken values belong: the question is about beliefs.

use crate::Direction;
use crate::belief::Belief;
use crate::special::normal_cdf;

/// Expected rank 1 + ΣΦ((m_i − m_j)/√(v_i + v_j)) of every hospital, from posterior means and variances.
///
/// Place 1 is the good end; `Direction::Neutral` counts from the high end (Laird & Louis 1989; van Houwelingen, Brand &
/// Louis 1999). The expected ranks add up to p(p + 1)/2. Empty input gives an empty answer.
pub fn expected_ranks(beliefs: &[Belief], direction: Direction) -> Vec<f64> {
    let sign = if direction == Direction::LowerIsBetter { 1.0 } else { -1.0 };
    let moments: Vec<(f64, f64)> = beliefs.iter().map(|b| (sign * b.mean(), b.variance())).collect();
    let mut ranks = vec![1.0; moments.len()];
    for i in 0..moments.len() {
        for j in i + 1..moments.len() {
            let behind = probability_behind(moments[i], moments[j]);
            ranks[i] += behind;
            ranks[j] += 1.0 - behind;
        }
    }
    ranks
}

/// P(θ_i > θ_j); a tie of two certainties counts half.
fn probability_behind(i: (f64, f64), j: (f64, f64)) -> f64 {
    let spread = (i.1 + j.1).sqrt();
    if spread > 0.0 {
        return normal_cdf((i.0 - j.0) / spread);
    }
    match i.0.total_cmp(&j.0) {
        core::cmp::Ordering::Less => 0.0,
        core::cmp::Ordering::Equal => 0.5,
        core::cmp::Ordering::Greater => 1.0,
    }
}

/// PCER = 100(ER − ½)/p: the expected rank as a percentile, comparable between measures (Lin et al. 2006).
///
/// `None` where there are no hospitals or the rank is not between 1 and p.
pub fn percentile_of_expected_rank(expected_rank: f64, hospitals: usize) -> Option<f64> {
    let p = hospitals as f64;
    (expected_rank >= 1.0 && expected_rank <= p).then(|| 100.0 * (expected_rank - 0.5) / p)
}
