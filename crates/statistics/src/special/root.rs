//! Where does a monotone function cross zero?

/// The root of an increasing function inside [lower, upper] by Newton steps that fall back to bisection.
///
/// `function` returns the value and the derivative. The search always ends: at most 200 steps.
pub(crate) fn increasing_root(
    (mut lower, mut upper): (f64, f64),
    start: f64,
    function: impl Fn(f64) -> (f64, f64),
) -> f64 {
    let mut x = if start > lower && start < upper { start } else { 0.5 * (lower + upper) };
    for _ in 0..200 {
        let (value, slope) = function(x);
        if value == 0.0 {
            return x;
        }
        if value < 0.0 {
            lower = x;
        } else {
            upper = x;
        }
        let newton = x - value / slope;
        let next = if newton > lower && newton < upper { newton } else { 0.5 * (lower + upper) };
        // Newton's error is squared by each step: after one of 1e-10 nothing is left to gain.
        let settled = if next == newton { 1e-10 } else { 2e-16 };
        if (next - x).abs() <= settled * x.abs() || next == lower || next == upper {
            return next;
        }
        x = next;
    }
    x
}
