//! What are the mean, the spread and the quantiles of a list of numbers?
//!
//! A list that is empty, or holds anything but finite numbers, has no answer: `None`.

/// Σx/n. `None` for an empty list or one with a value that is not finite.
pub fn mean(values: &[f64]) -> Option<f64> {
    finite(values).map(|()| values.iter().sum::<f64>() / values.len() as f64).filter(|m| m.is_finite())
}

/// √(Σ(x − x̄)²/(n − 1)). `None` for fewer than two values.
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    let centre = mean(values).filter(|_| values.len() >= 2)?;
    let sum: f64 = values.iter().map(|x| (x - centre) * (x - centre)).sum();
    Some((sum / (values.len() - 1) as f64).sqrt()).filter(|s| s.is_finite())
}

/// Type-7 quantile: linear interpolation at (n − 1)p of the ordered values (Hyndman & Fan 1996, the default of R).
///
/// `None` for an empty list or unless 0 ≤ p ≤ 1.
///
/// ```
/// assert_eq!(statistics::summary::quantile(&[4.0, 1.0, 2.0, 3.0], 0.5), Some(2.5));
/// ```
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    finite(values)?;
    let mut ordered = values.to_vec();
    ordered.sort_by(f64::total_cmp);
    quantile_of_ordered(&ordered, p)
}

/// The middle value; the mean of the two middle values of an even list.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// [`quantile`] of values already in ascending order.
pub(crate) fn quantile_of_ordered(ordered: &[f64], p: f64) -> Option<f64> {
    if ordered.is_empty() || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let position = (ordered.len() - 1) as f64 * p;
    let below = position as usize;
    let above = (below + 1).min(ordered.len() - 1);
    let share = position - below as f64;
    Some(ordered[below] + share * (ordered[above] - ordered[below]))
}

fn finite(values: &[f64]) -> Option<()> {
    (!values.is_empty() && values.iter().all(|x| x.is_finite())).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_lists_have_no_summary() {
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[1.0, f64::NAN]), None);
        assert_eq!(standard_deviation(&[1.0]), None);
        assert_eq!(quantile(&[1.0], 1.5), None);
        assert_eq!(quantile(&[7.0], 0.3), Some(7.0));
    }
}
