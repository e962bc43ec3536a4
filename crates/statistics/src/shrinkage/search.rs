//! Where in an interval is a smooth function largest?

/// 321 grid points, then golden-section search around the highest of them. Answers the argument.
pub(super) fn maximum((low, high): (f64, f64), function: impl Fn(f64) -> f64) -> f64 {
    const STEPS: usize = 320;
    let at = |k: usize| low + (high - low) * k as f64 / STEPS as f64;
    let mut best = (0, f64::NEG_INFINITY);
    for k in 0..=STEPS {
        let value = function(at(k));
        if value > best.1 {
            best = (k, value);
        }
    }
    let (mut left, mut right) = (at(best.0.saturating_sub(1)), at((best.0 + 1).min(STEPS)));
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let mut inner = (right - GOLDEN * (right - left), left + GOLDEN * (right - left));
    let mut values = (function(inner.0), function(inner.1));
    for _ in 0..60 {
        if values.0 >= values.1 {
            right = inner.1;
            inner = (right - GOLDEN * (right - left), inner.0);
            values = (function(inner.0), values.0);
        } else {
            left = inner.0;
            inner = (inner.1, left + GOLDEN * (right - left));
            values = (values.1, function(inner.1));
        }
    }
    0.5 * (left + right)
}
