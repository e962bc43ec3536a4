//! How probable is a gamma deviate (or a Poisson count), and which deviate has a given probability?

use super::SHAPES;
use super::density::poisson_unchecked;
use super::normal::{normal_cdf, normal_quantile_unchecked};
use super::root::increasing_root;

/// Above this shape the Wilson–Hilferty cube root is used: its relative error is then below 1e-11.
const LARGE_SHAPE: f64 = 1e7;

/// Gamma distribution function with shape `a` and rate 1: P(a, x) = γ(a, x)/Γ(a).
///
/// `None` unless a lies in [`SHAPES`] and x ≥ 0 is finite.
pub fn gamma_cdf(a: f64, x: f64) -> Option<f64> {
    valid(a, x).then(|| tails(a, x).0)
}

/// Upper tail Q(a, x) = 1 − P(a, x), without cancellation. `None` unless a lies in [`SHAPES`] and x ≥ 0 is finite.
pub fn gamma_survival(a: f64, x: f64) -> Option<f64> {
    valid(a, x).then(|| tails(a, x).1)
}

/// The value below which a gamma variable of shape `a` and rate 1 falls with probability `p`.
///
/// χ² with k degrees of freedom is twice a gamma of shape k/2. `None` unless a lies in [`SHAPES`] and 0 < p < 1.
/// Below the smallest positive number the answer is 0.
///
/// ```
/// let upper = statistics::special::gamma_quantile(0.975, 1.0).unwrap();
/// assert!((upper - 3.6888794541139363).abs() < 1e-13);
/// ```
pub fn gamma_quantile(p: f64, a: f64) -> Option<f64> {
    let valid = SHAPES.contains(&a) && p > 0.0 && p < 1.0;
    valid.then(|| quantile_unchecked(p, a))
}

fn valid(a: f64, x: f64) -> bool {
    SHAPES.contains(&a) && x >= 0.0 && x.is_finite()
}

/// (P, Q): the smaller of the two is computed directly, the other as its complement.
pub(super) fn tails(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if a > LARGE_SHAPE {
        let z = (libm::cbrt(x / a) - 1.0 + 1.0 / (9.0 * a)) * 3.0 * a.sqrt();
        return (normal_cdf(z), normal_cdf(-z));
    }
    tails_given_density(a, x, poisson_unchecked(a, x))
}

fn tails_given_density(a: f64, x: f64, density: f64) -> (f64, f64) {
    if x < a + 1.0 {
        let p = (density * lower_series(a, x)).min(1.0);
        (p, 1.0 - p)
    } else {
        let q = (density * a * upper_fraction(a, x)).min(1.0);
        (1.0 - q, q)
    }
}

/// Σ xᵏ / ((a+1)…(a+k)), the power series of P.
fn lower_series(a: f64, x: f64) -> f64 {
    let (mut sum, mut term, mut k) = (1.0, 1.0, 1.0);
    while term > sum * 1e-17 && k < 1e6 {
        term *= x / (a + k);
        sum += term;
        k += 1.0;
    }
    sum
}

/// Legendre's continued fraction of Q by Lentz's method.
fn upper_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1e300;
    let mut d = 1.0 / if b == 0.0 { 1e-300 } else { b };
    let mut h = d;
    let mut i = 1.0;
    while i < 1e6 {
        let numerator = -i * (i - a);
        b += 2.0;
        d = 1.0 / away_from_zero(numerator * d + b);
        c = away_from_zero(b + numerator / c);
        let delta = d * c;
        h *= delta;
        if (delta - 1.0).abs() < 1e-16 {
            break;
        }
        i += 1.0;
    }
    h
}

fn away_from_zero(x: f64) -> f64 {
    if x.abs() < 1e-300 { 1e-300 } else { x }
}

/// Newton's method on the logarithm of the smaller tail, in ln x, from the Wilson–Hilferty start.
fn quantile_unchecked(p: f64, a: f64) -> f64 {
    let cube_root = 1.0 - 1.0 / (9.0 * a) + normal_quantile_unchecked(p) / (3.0 * a.sqrt());
    let approximate = a * cube_root * cube_root * cube_root;
    if a > LARGE_SHAPE {
        return approximate.max(0.0);
    }
    let leading = (libm::log(p) + libm::lgamma(a + 1.0)) / a;
    let start = if cube_root > 0.2 { libm::log(approximate) } else { leading };
    if leading < -745.0 && start < -745.0 {
        return 0.0;
    }
    let upper = libm::log(a + 50.0 * a.sqrt() + 800.0);
    let bracket = (leading.min(start) - 1.0, upper.max(start) + 1.0);
    libm::exp(increasing_root(bracket, start, |u| log_tail_gap(p, a, libm::exp(u))))
}

/// (ln P − ln p, its derivative in ln x) below the median, (ln(1−p) − ln Q, …) above it.
fn log_tail_gap(p: f64, a: f64, x: f64) -> (f64, f64) {
    let x = x.max(f64::MIN_POSITIVE);
    let density = poisson_unchecked(a, x);
    let (lower, upper) = tails_given_density(a, x, density);
    let density = a * density;
    if p <= 0.5 {
        let lower = lower.max(f64::MIN_POSITIVE);
        (libm::log(lower / p), density / lower)
    } else {
        let upper = upper.max(f64::MIN_POSITIVE);
        (libm::log((1.0 - p) / upper), density / upper)
    }
}
