//! How much of the true variation lies between regions rather than inside them?

use crate::Reading;
use crate::heterogeneity::tau_squared_paule_mandel;

/// The share of τ² that disappears when every region has its own mean: 1 − τ²(within)/τ²(all), between 0 and 1.
///
/// τ²(within) solves Σ(y − μ_region)²/(s² + τ²) = I − R (Paule–Mandel with R means). `regions[i]` is the region of reading
/// i, any numbers. `None` where lengths differ, there are fewer than two regions, no region has two hospitals, or τ² is 0
/// (nothing to share out).
pub fn between_region_share(readings: &[Reading], regions: &[u32]) -> Option<f64> {
    if readings.len() != regions.len() {
        return None;
    }
    let mut groups: Vec<(u32, Reading)> = regions.iter().copied().zip(readings.iter().copied()).collect();
    groups.sort_by_key(|(region, _)| *region);
    let groups: Vec<Vec<Reading>> =
        groups.chunk_by(|a, b| a.0 == b.0).map(|chunk| chunk.iter().map(|(_, r)| *r).collect()).collect();
    let freedom = readings.len().checked_sub(groups.len()).filter(|freedom| *freedom > 0)?;
    let total = tau_squared_paule_mandel(readings).filter(|total| *total > 0.0 && groups.len() >= 2)?;
    let within = within_groups(&groups, freedom as f64);
    Some((1.0 - within / total).clamp(0.0, 1.0))
}

/// Paule–Mandel with one mean per group: bisection on the falling sum of the groups' Q.
fn within_groups(groups: &[Vec<Reading>], freedom: f64) -> f64 {
    let q = |tau_squared: f64| -> f64 {
        groups.iter().filter_map(|group| crate::heterogeneity::spread(group, tau_squared)).map(|s| s.q).sum()
    };
    if q(0.0) <= freedom {
        return 0.0;
    }
    let mut high = groups.iter().flatten().map(|r| r.variance()).fold(0.0, f64::max);
    while q(high) > freedom && high < 1e160 {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if q(middle) > freedom {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
