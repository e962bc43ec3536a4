//! Where does a monotone function cross zero?

/// The root of an increasing function inside [lower, upper] by Newton steps that fall back to bisection.
///
/// `function` returns the value and the derivative. The search always ends: at most 200 steps.
pub(crate) fn increasing_root(
    (mut lower, mut upper): (f64, f64),
    start: f64,
    function: impl Fn(f64) -> (f64, f64),
) -> f64 {
    let mut x = if start > lower && start < upper {
        start
    } else {
        0.5 * (lower + upper)
    };
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
        let next = if newton > lower && newton < upper {
            newton
        } else {
            0.5 * (lower + upper)
        };
        if (next - x).abs() <= 2e-16 * x.abs() || next == lower || next == upper {
            return next;
        }
        x = next;
    }
    x
}
