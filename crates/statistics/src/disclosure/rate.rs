//! Which counts are behind a published rate, and does it give away a count that should be hidden?

use super::SuppressionRule;

/// The counts a reader can compute from a published percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateLeak {
    /// Smallest and largest whole x with 100x/n equal to the rate as printed; `None`: no count gives this rate.
    pub numerators: Option<(u64, u64)>,
    /// All of them are counts that should be hidden: cut the rate or its decimals.
    pub leaks_numerator: bool,
    /// All of the complements n − x are.
    pub leaks_complement: bool,
}

/// Does a percentage printed with some decimals give away a small numerator or complement of a known n?
///
/// `None` unless 1 ≤ n ≤ 10¹², 0 ≤ rate ≤ 100 and decimals ≤ 9. Both ways of rounding a half count as possible.
///
/// ```
/// use statistics::disclosure::*;
/// let leak = rate_leak(2.5, 1, 200, SuppressionRule::showing_zeros(10)).unwrap();
/// assert_eq!((leak.numerators, leak.leaks_numerator), (Some((5, 5)), true));
/// ```
pub fn rate_leak(rate_percent: f64, decimals: u8, patients: u64, rule: SuppressionRule) -> Option<RateLeak> {
    let numerators = possible_numerators(rate_percent, decimals, patients)?;
    let all_hidden = |(low, high): (u64, u64)| rule.masks(low) && rule.masks(high);
    Some(RateLeak {
        numerators,
        leaks_numerator: numerators.is_some_and(all_hidden),
        leaks_complement: numerators.is_some_and(|(low, high)| all_hidden((patients - high, patients - low))),
    })
}

/// The count behind a rate where exactly one is possible (marked as derived by whoever uses it).
///
/// `None` where several counts round to the rate, or none does, or the input is impossible.
pub fn numerator_of_rate(rate_percent: f64, decimals: u8, patients: u64) -> Option<u64> {
    let (low, high) = possible_numerators(rate_percent, decimals, patients)??;
    (low == high).then_some(low)
}

/// The whole count nearest to rate × n, where it rounds to the rate, although others may too.
///
/// Good for judging a value whose n is large; it may be wrong by [`rounding_of_numerator`]. A ranking must not use it where
/// that exceeds the standard error of the count. `None` where no count rounds to the rate, or the input is impossible.
pub fn nearest_numerator_of_rate(rate_percent: f64, decimals: u8, patients: u64) -> Option<u64> {
    let (low, high) = possible_numerators(rate_percent, decimals, patients)??;
    Some((libm::round(rate_percent * patients as f64 / 100.0) as u64).clamp(low, high))
}

/// How far a count computed from a rounded percentage can be off: ½·10⁻ᵈ·n/100 events.
pub fn rounding_of_numerator(decimals: u8, patients: u64) -> f64 {
    0.5 * libm::pow(10.0, -f64::from(decimals)) * patients as f64 / 100.0
}

/// Outer `None`: impossible input. Inner `None`: no whole number fits.
fn possible_numerators(rate_percent: f64, decimals: u8, patients: u64) -> Option<Option<(u64, u64)>> {
    let possible =
        (1..=1_000_000_000_000).contains(&patients) && (0.0..=100.0).contains(&rate_percent) && decimals <= 9;
    if !possible {
        return None;
    }
    let unit = libm::pow(10.0, -f64::from(decimals));
    // A hair more than half a unit, so that halves rounded either way are both found.
    let reach = 0.5 * unit + 1e-12 * (1.0 + rate_percent);
    let n = patients as f64;
    let low = libm::ceil(((rate_percent - reach) * n / 100.0).max(0.0));
    let high = libm::floor(((rate_percent + reach) * n / 100.0).min(n));
    Some((low <= high).then_some((low as u64, high as u64)))
}
