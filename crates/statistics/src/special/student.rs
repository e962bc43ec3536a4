//! How probable is Student's t, and which t has a given probability?

use super::SHAPES;
use super::beta::{quantile_pair, tails};

/// Student's distribution function with `df` degrees of freedom, P(T ≤ t).
///
/// `None` unless df/2 lies in [`SHAPES`] and t is a number.
pub fn student_cdf(t: f64, df: f64) -> Option<f64> {
    let upper = 0.5 * student_two_sided_p(t, df)?;
    Some(if t > 0.0 { 1.0 - upper } else { upper })
}

/// Two-sided p value P(|T| ≥ |t|) = I_{df/(df+t²)}(df/2, ½). `None` unless df/2 lies in [`SHAPES`] and t is a number.
pub fn student_two_sided_p(t: f64, df: f64) -> Option<f64> {
    if t.is_nan() || !SHAPES.contains(&(0.5 * df)) {
        return None;
    }
    if t.abs() > 1e150 {
        return Some(0.0);
    }
    let square = t * t;
    Some(tails(df / (df + square), square / (df + square), 0.5 * df, 0.5).0)
}

/// Student's quantile with `df` degrees of freedom, through the beta quantile of t²/(df + t²).
///
/// `None` unless 0.002 ≤ df ≤ 2 × 10¹⁵ and 0 < p < 1.
///
/// ```
/// let t = statistics::special::student_quantile(0.975, 7.0).unwrap();
/// assert!((t - 2.3646242515927854).abs() < 1e-12);
/// ```
pub fn student_quantile(p: f64, df: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0 && (0.002..=2e15).contains(&df)) {
        return None;
    }
    if p == 0.5 {
        return Some(0.0);
    }
    let both_tails = 2.0 * p.min(1.0 - p);
    let (share, rest) = quantile_pair(1.0 - both_tails, both_tails, 0.5, 0.5 * df);
    let size = (df * share / rest.max(f64::MIN_POSITIVE)).sqrt().min(f64::MAX);
    Some(if p < 0.5 { -size } else { size })
}
