//! How much do two hospitals differ?

use super::{Estimate, Interval, IntervalMethod, wilson_interval};
use crate::special::{beta_cdf, beta_quantile, beta_survival, binomial_density};
use crate::{Confidence, ObservedExpected, Proportion};

/// Newcombe's hybrid score interval of p₁ − p₂ (method 10 of Newcombe 1998, Stat Med 17, 873–890).
///
/// lower = d − √((p₁−l₁)² + (u₂−p₂)²), upper = d + √((u₁−p₁)² + (p₂−l₂)²), with l and u from Wilson. Always inside
/// [−1, 1]. Unit: a proportion (0.05 is five percentage points).
pub fn newcombe_interval(first: Proportion, second: Proportion, confidence: Confidence) -> Estimate {
    let (a, b) = (wilson_interval(first, confidence), wilson_interval(second, confidence));
    let difference = a.value - b.value;
    let down = libm::hypot(a.value - a.interval.lower, b.interval.upper - b.value);
    let up = libm::hypot(a.interval.upper - a.value, b.value - b.interval.lower);
    let interval = Interval { lower: (difference - down).max(-1.0), upper: (difference + up).min(1.0) };
    Estimate { value: difference, interval, confidence, method: IntervalMethod::Newcombe }
}

/// The ratio (O₁/E₁)/(O₂/E₂) with its conditional exact interval.
///
/// Given O₁ + O₂, the first count is binomial with probability π; its Clopper–Pearson interval is carried over by
/// π/(1−π)·E₂/E₁ (Breslow & Day 1987, section 3.4). `None` where O₂ = 0: no finite ratio exists; turn the pair around.
pub fn ratio_of_ratios_interval(
    first: ObservedExpected,
    second: ObservedExpected,
    confidence: Confidence,
) -> Option<Estimate> {
    let (x, y, tail) = (first.observed(), second.observed(), confidence.tail());
    if y == 0.0 {
        return None;
    }
    let scale = second.expected() / first.expected();
    let odds = |share: f64| share / (1.0 - share).max(f64::MIN_POSITIVE) * scale;
    let value = x / y * scale;
    let lower = if x == 0.0 { 0.0 } else { odds(beta_quantile(tail, x.max(1e-3), y + 1.0)?) };
    let upper = odds(beta_quantile(1.0 - tail, x + 1.0, y.max(1e-3))?);
    let interval = Interval { lower: lower.min(value), upper: upper.max(value).min(f64::MAX) };
    Some(Estimate { value, interval, confidence, method: IntervalMethod::ConditionalExact })
}

/// Mid-P value of "both ratios are equal", doubled from the smaller side: min(1, 2·min(P(X<x), P(X>x)) + P(X=x)).
///
/// X is binomial with n = O₁ + O₂ and probability E₁/(E₁ + E₂). With no events at all the answer is 1.
pub fn mid_p_value(first: ObservedExpected, second: ObservedExpected) -> f64 {
    let (x, n, share) = conditional(first, second);
    if n == 0.0 {
        return 1.0;
    }
    let at = density(x, n, share);
    (2.0 * at_most(x - 1.0, n, share).min(at_least(x + 1.0, n, share)) + at).min(1.0)
}

/// Exact p value of "both ratios are equal" by the method of small likelihoods, as R's `binom.test` computes it.
///
/// Sums every outcome that is no more probable than the observed one. Counts are rounded to whole numbers. With no
/// events at all the answer is 1.
pub fn conditional_p_value(first: ObservedExpected, second: ObservedExpected) -> f64 {
    let (x, n, share) = conditional(first, second);
    let (x, n) = (libm::round(x), libm::round(n).max(libm::round(x)));
    if n == 0.0 {
        return 1.0;
    }
    let limit = density(x, n, share) * (1.0 + 1e-7);
    let mode = n * share;
    if x == mode {
        return 1.0;
    }
    if x < mode {
        let opposite = first_where(libm::ceil(mode), n + 1.0, |y| density(y, n, share) <= limit);
        (at_most(x, n, share) + at_least(opposite, n, share)).min(1.0)
    } else {
        let above = first_where(0.0, libm::floor(mode) + 1.0, |y| density(y, n, share) > limit);
        (at_most(above - 1.0, n, share) + at_least(x, n, share)).min(1.0)
    }
}

fn conditional(first: ObservedExpected, second: ObservedExpected) -> (f64, f64, f64) {
    let share = first.expected() / (first.expected() + second.expected());
    (first.observed(), first.observed() + second.observed(), share.clamp(1e-15, 1.0 - 1e-15))
}

fn density(x: f64, n: f64, share: f64) -> f64 {
    binomial_density(x, n, share).unwrap_or(0.0)
}

/// P(X ≤ x) of a binomial count.
fn at_most(x: f64, n: f64, share: f64) -> f64 {
    if x < 0.0 {
        return 0.0;
    }
    beta_survival(share, x + 1.0, n - x).unwrap_or(1.0)
}

/// P(X ≥ x) of a binomial count.
fn at_least(x: f64, n: f64, share: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    beta_cdf(share, x, n - x + 1.0).unwrap_or(0.0)
}

/// The first whole number in [from, to) for which a condition holds that stays true once it is; `to` if none.
fn first_where(from: f64, to: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (from, to.max(from));
    while low < high {
        let middle = libm::floor(0.5 * (low + high));
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1.0;
        }
    }
    low
}
