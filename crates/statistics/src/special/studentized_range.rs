//! How wide is the range of k independent standard normal values?
//!
//! This is Tukey's studentised range with infinite degrees of freedom: P(range ≤ q) = k∫φ(z)[Φ(z) − Φ(z−q)]^{k−1}dz.

use super::normal::{normal_cdf, normal_density, normal_quantile_unchecked, normal_survival};
use super::root::increasing_root;
use std::sync::OnceLock;

const NODES: usize = 400;
const REACH: f64 = 8.5;

/// P(range of k standard normal values ≤ q), by 400-node Gauss–Legendre quadrature on [−8.5, 8.5 + q].
///
/// Absolute error below 1e-12 for 2 ≤ k ≤ 10⁶. `None` for k < 2 or a negative or infinite q.
pub fn studentized_range_cdf(q: f64, k: usize) -> Option<f64> {
    (k >= 2 && q >= 0.0 && q.is_finite()).then(|| probability_and_density(q, k as f64).0)
}

/// P(range > q): the p value of Tukey's test. `None` for k < 2 or a negative or infinite q.
pub fn studentized_range_survival(q: f64, k: usize) -> Option<f64> {
    (k >= 2 && q >= 0.0 && q.is_finite()).then(|| upper_tail(q, k as f64))
}

/// The q with P(range of k standard normal values ≤ q) = p. `None` for k < 2 or unless 0 < p < 1.
///
/// ```
/// let q = statistics::special::studentized_range_quantile(0.95, 2).unwrap();
/// assert!((q / 2f64.sqrt() - 1.959963984540054).abs() < 1e-9);
/// ```
pub fn studentized_range_quantile(p: f64, k: usize) -> Option<f64> {
    if k < 2 || !(p > 0.0 && p < 1.0) {
        return None;
    }
    let hospitals = k as f64;
    // Bonferroni over all pairs is an upper bound and, for the coverages in use, a close one.
    let pairs_tail = (0.5 * (1.0 - p) / (0.5 * hospitals * (hospitals - 1.0))).max(1e-300);
    let start = core::f64::consts::SQRT_2 * -normal_quantile_unchecked(pairs_tail.min(0.5));
    let root = increasing_root((0.0, start + 1.0), start, |q| {
        let (probability, density) = probability_and_density(q, hospitals);
        let probability = probability.max(f64::MIN_POSITIVE);
        (libm::log(probability / p), density / probability)
    });
    Some(root)
}

/// The distribution function and its derivative in q, in one pass over the nodes.
fn probability_and_density(q: f64, k: f64) -> (f64, f64) {
    let half = 0.5 * (2.0 * REACH + q);
    let (mut probability, mut density) = (0.0, 0.0);
    for &(node, weight) in nodes() {
        let z = -REACH + half * (node + 1.0);
        let outside = normal_survival(z) + normal_cdf(z - q);
        if outside >= 1.0 {
            continue;
        }
        let inside_power = libm::exp((k - 1.0) * libm::log1p(-outside));
        let mass = weight * normal_density(z) * inside_power;
        probability += mass;
        density += mass / (1.0 - outside) * normal_density(z - q);
    }
    ((probability * half * k).min(1.0), density * half * k * (k - 1.0))
}

/// k∫φ(z)Φ(z)^{k−1}{1 − [1 − Φ(z−q)/Φ(z)]^{k−1}}dz: the complement term by term, so that tiny p values survive.
fn upper_tail(q: f64, k: f64) -> f64 {
    let half = 0.5 * (2.0 * REACH + q);
    let mut tail = 0.0;
    for &(node, weight) in nodes() {
        let z = -REACH + half * (node + 1.0);
        let below_z = normal_cdf(z);
        let ln_below_z = if z < 0.0 { libm::log(below_z) } else { libm::log1p(-normal_survival(z)) };
        let share = (normal_cdf(z - q) / below_z).min(1.0);
        let exceeds = if share >= 1.0 { 1.0 } else { -libm::expm1((k - 1.0) * libm::log1p(-share)) };
        tail += weight * normal_density(z) * libm::exp((k - 1.0) * ln_below_z) * exceeds;
    }
    (tail * half * k).clamp(0.0, 1.0)
}

/// Gauss–Legendre nodes and weights on [−1, 1], computed once by Newton's method on the Legendre polynomial.
fn nodes() -> &'static [(f64, f64); NODES] {
    static TABLE: OnceLock<[(f64, f64); NODES]> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = [(0.0, 0.0); NODES];
        for i in 0..NODES / 2 {
            let (x, weight) = legendre_root(i);
            table[i] = (-x, weight);
            table[NODES - 1 - i] = (x, weight);
        }
        table
    })
}

fn legendre_root(i: usize) -> (f64, f64) {
    let n = NODES as f64;
    let mut x = libm::cos(core::f64::consts::PI * (i as f64 + 0.75) / (n + 0.5));
    for _ in 0..4 {
        let (value, slope) = legendre(x);
        x -= value / slope;
    }
    let (_, slope) = legendre(x);
    (x, 2.0 / ((1.0 - x * x) * slope * slope))
}

/// Pₙ(x) and its derivative by the three-term recurrence.
fn legendre(x: f64) -> (f64, f64) {
    let (mut previous, mut current) = (1.0, x);
    for j in 2..=NODES {
        let j = j as f64;
        (previous, current) = (current, ((2.0 * j - 1.0) * x * current - (j - 1.0) * previous) / j);
    }
    (current, NODES as f64 * (x * current - previous) / (x * x - 1.0))
}
