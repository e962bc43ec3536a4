//! What are the exact Poisson and binomial densities, also where counts are large?
//!
//! Loader's saddle-point form (C. Loader, "Fast and accurate computation of binomial probabilities", 2000): the large
//! terms cancel on paper instead of in the computer. Arguments need not be integers.

use core::f64::consts::PI;

/// Poisson density e^{−λ} λ^x / Γ(x+1). `None` unless 0 ≤ x ≤ 10¹⁵ and λ > 0 is finite.
pub fn poisson_density(x: f64, lambda: f64) -> Option<f64> {
    let valid = (0.0..=1e15).contains(&x) && lambda > 0.0 && lambda.is_finite();
    valid.then(|| poisson_unchecked(x, lambda))
}

/// Binomial density of x successes among n with probability p. `None` unless 0 ≤ x ≤ n ≤ 10¹⁵ and
/// 0 < p < 1.
pub fn binomial_density(x: f64, n: f64, p: f64) -> Option<f64> {
    let valid = x >= 0.0 && x <= n && n <= 1e15 && p > 0.0 && p < 1.0;
    valid.then(|| binomial_unchecked(x, n, p, 1.0 - p))
}

/// Counts below this are read as 0.
const DUST: f64 = 1e-30;

pub(super) fn poisson_unchecked(x: f64, lambda: f64) -> f64 {
    if x < DUST {
        return libm::exp(-lambda);
    }
    libm::exp(-stirling_error(x) - deviance_term(x, lambda)) / (2.0 * PI * x).sqrt()
}

/// The binomial density with p and 1 − p given separately, so that neither tail loses digits.
pub(super) fn binomial_unchecked(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let rest = n - x;
    if x < DUST {
        return libm::exp(if p < 0.1 { n * libm::log1p(-p) } else { n * libm::log(q) });
    }
    if rest < DUST {
        return libm::exp(if q < 0.1 { n * libm::log1p(-q) } else { n * libm::log(p) });
    }
    binomial_interior(x, rest, p, q)
}

/// Γ(a+b+1)/(Γ(a+1)Γ(b+1)) pᵃ qᵇ for positive real a and b.
pub(super) fn binomial_interior(a: f64, b: f64, p: f64, q: f64) -> f64 {
    let n = a + b;
    let exponent =
        stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance_term(a, n * p) - deviance_term(b, n * q);
    libm::exp(exponent) * (n / (2.0 * PI * a * b)).sqrt()
}

/// ln Γ(x+1) − (x+½) ln x + x − ½ ln 2π: what Stirling's formula leaves out.
pub(super) fn stirling_error(x: f64) -> f64 {
    if x < 15.0 {
        return libm::lgamma(x + 1.0) - (x + 0.5) * libm::log(x) + x - 0.5 * libm::log(2.0 * PI);
    }
    let inverse_square = 1.0 / (x * x);
    let series = STIRLING.iter().rev().fold(0.0, |sum, c| sum * inverse_square + c);
    series / x
}

/// Coefficients B₂ₖ/(2k(2k−1)) of Stirling's series.
const STIRLING: [f64; 7] =
    [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0, 1.0 / 156.0];

/// x ln(x/m) + m − x, computed without cancellation where x is near m (Loader's `bd0`).
pub(super) fn deviance_term(x: f64, m: f64) -> f64 {
    let difference = x - m;
    if difference.abs() >= 0.1 * (x + m) {
        let ratio = x / m;
        let log_ratio = if ratio.is_normal() { libm::log(ratio) } else { libm::log(x) - libm::log(m) };
        return x * log_ratio - difference;
    }
    let v = difference / (x + m);
    let mut sum = difference * v;
    let mut term = 2.0 * x * v;
    for j in 1..200 {
        term *= v * v;
        let next = sum + term / f64::from(2 * j + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// ln B(a, b) through Stirling errors, so that large arguments do not cancel.
pub(super) fn ln_beta_unchecked(a: f64, b: f64) -> f64 {
    let n = a + b;
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if large < 15.0 {
        return libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(n);
    }
    if small < 15.0 {
        let ratio = -small * libm::log(n) + (large - 0.5) * libm::log1p(-small / n) + small;
        return libm::lgamma(small) + ratio + stirling_error(large) - stirling_error(n);
    }
    0.5 * libm::log(2.0 * PI * n / (a * b))
        + a * libm::log(a / n)
        + b * libm::log1p(-a / n)
        + stirling_error(a)
        + stirling_error(b)
        - stirling_error(n)
}
