//! How probable is a beta deviate (or a binomial count), and which deviate has a given probability?

use super::SHAPES;
use super::density::{binomial_interior, ln_beta_unchecked};
use super::normal::normal_quantile_unchecked;
use super::root::increasing_root;

/// Beta distribution function I_x(a, b).
///
/// `None` unless a and b lie in [`SHAPES`] and 0 ≤ x ≤ 1.
pub fn beta_cdf(x: f64, a: f64, b: f64) -> Option<f64> {
    valid(a, b).filter(|()| (0.0..=1.0).contains(&x)).map(|()| tails(x, 1.0 - x, a, b).0)
}

/// Upper tail 1 − I_x(a, b) = I_{1−x}(b, a). `None` unless a and b lie in [`SHAPES`] and
/// 0 ≤ x ≤ 1.
pub fn beta_survival(x: f64, a: f64, b: f64) -> Option<f64> {
    valid(a, b).filter(|()| (0.0..=1.0).contains(&x)).map(|()| tails(x, 1.0 - x, a, b).1)
}

/// The value below which a beta(a, b) variable falls with probability `p`.
///
/// `None` unless 10⁻³ ≤ a, b ≤ 10¹⁵ and 0 < p < 1. Where the answer is below the smallest positive number it is 0.
///
/// ```
/// let upper = statistics::special::beta_quantile(0.975, 1.0, 100.0).unwrap();
/// assert!((upper - 0.036216692645176418).abs() < 1e-15);
/// ```
pub fn beta_quantile(p: f64, a: f64, b: f64) -> Option<f64> {
    let shape = 1e-3..=1e15;
    let valid = shape.contains(&a) && shape.contains(&b) && p > 0.0 && p < 1.0;
    valid.then(|| quantile_pair(p, 1.0 - p, a, b).0)
}

fn valid(a: f64, b: f64) -> Option<()> {
    (SHAPES.contains(&a) && SHAPES.contains(&b)).then_some(())
}

/// (I_x(a, b), 1 − I_x(a, b)) with x and y = 1 − x given separately; the smaller tail is the exact one.
pub(super) fn tails(x: f64, y: f64, a: f64, b: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    tails_given_density(x, y, a, b, binomial_interior(a, b, x, y))
}

fn tails_given_density(x: f64, y: f64, a: f64, b: f64, density: f64) -> (f64, f64) {
    let scale = density / (a + b);
    if x <= (a + 1.0) / (a + b + 2.0) {
        let p = (scale * b * fraction(x, a, b)).clamp(0.0, 1.0);
        (p, 1.0 - p)
    } else {
        let q = (scale * a * fraction(y, b, a)).clamp(0.0, 1.0);
        (1.0 - q, q)
    }
}

/// The continued fraction of the incomplete beta function (Didonato & Morris 1992, eq. 9) by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    let mut m = 1.0;
    while m < 1e6 {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        let delta = d * c;
        h *= delta;
        if (delta - 1.0).abs() < 1e-16 {
            break;
        }
        m += 1.0;
    }
    h
}

fn away_from_zero(x: f64) -> f64 {
    if x.abs() < 1e-300 { 1e-300 } else { x }
}

/// (x, 1 − x) at lower-tail probability p and upper-tail probability q, both of full relative accuracy.
pub(super) fn quantile_pair(p: f64, q: f64, a: f64, b: f64) -> (f64, f64) {
    if a > b {
        let (y, x) = quantile_pair(q, p, b, a);
        return (x, y);
    }
    let leading = (libm::log(p) + libm::log(a) + ln_beta_unchecked(a, b)) / a;
    if leading < -745.0 {
        return (0.0, 1.0);
    }
    let start = start(p, a, b, leading);
    let u = increasing_root((leading.min(start) - 750.0, 0.0), start, |u| log_tail_gap((p, q), (a, b), u));
    (libm::exp(u), -libm::expm1(u))
}

/// ln x to start from: Abramowitz & Stegun 26.5.22 where both shapes are at least 1, else the leading term.
fn start(p: f64, a: f64, b: f64, leading: f64) -> f64 {
    if a < 1.0 {
        return leading.min(-1e-3);
    }
    let z = normal_quantile_unchecked(p);
    let (inverse_a, inverse_b) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
    let lambda = (z * z - 3.0) / 6.0;
    let h = 2.0 / (inverse_a + inverse_b);
    let w = z * (h + lambda).max(0.0).sqrt() / h - (inverse_b - inverse_a) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
    -libm::log1p(b / a * libm::exp((-2.0 * w).min(600.0)))
}

/// (ln P − ln p, its derivative in u = ln x) when p is the smaller tail, (ln q − ln Q, …) otherwise.
fn log_tail_gap((p, q): (f64, f64), (a, b): (f64, f64), u: f64) -> (f64, f64) {
    let (x, y) = (libm::exp(u).max(f64::MIN_POSITIVE), (-libm::expm1(u)).max(f64::MIN_POSITIVE));
    let density = binomial_interior(a, b, x, y);
    let (lower, upper) = tails_given_density(x, y, a, b, density);
    let density = density * a * b / ((a + b) * y);
    if p <= q {
        let lower = lower.max(f64::MIN_POSITIVE);
        (libm::log(lower / p), density / lower)
    } else {
        let upper = upper.max(f64::MIN_POSITIVE);
        (libm::log(q / upper), density / upper)
    }
}
