//! Is there a straight trend through three or more years?

use crate::special::{student_two_sided_p, two_sided_p};
use crate::{Proportion, Reading};

/// A weighted straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// Change per unit of time, on the scale of the readings.
    pub slope: f64,
    /// Its standard error, widened by √φ.
    pub standard_error: f64,
    /// slope / standard error.
    pub statistic: f64,
    /// Σw(y − line)², the lack of fit.
    pub lack_of_fit: f64,
    /// φ = max(1, Q/(k − 2)): more than 1 when the years scatter more than chance.
    pub phi: f64,
    /// k − 2.
    pub degrees_of_freedom: f64,
    /// Two-sided: normal where φ = 1, else Student with k − 2 degrees.
    pub p_value: f64,
}

/// The slope by weighted least squares, w = 1/s², with φ = max(1, Q/(k − 2)) and se = √(φ/Sxx).
///
/// `times` in any unit (years), one per reading. `None` unless there are as many times as readings, at least three, all
/// |times| ≤ 10⁶, and they are not all the same.
pub fn weighted_slope(times: &[f64], readings: &[Reading]) -> Option<Slope> {
    let k = readings.len();
    if k < 3 || times.len() != k || !times.iter().all(|t| t.abs() <= 1e6) {
        return None;
    }
    let weighted = |f: &dyn Fn(f64, &Reading) -> f64| -> f64 {
        times.iter().zip(readings).map(|(&t, r)| r.precision() * f(t, r)).sum()
    };
    let total = weighted(&|_, _| 1.0);
    let (centre, level) = (weighted(&|t, _| t) / total, weighted(&|_, r| r.value()) / total);
    let sxx = weighted(&|t, _| (t - centre) * (t - centre));
    if sxx <= 1e-12 * total {
        return None;
    }
    let slope = weighted(&|t, r| (t - centre) * (r.value() - level)) / sxx;
    let lack_of_fit = weighted(&|t, r| {
        let gap = r.value() - level - slope * (t - centre);
        gap * gap
    });
    let degrees_of_freedom = (k - 2) as f64;
    let phi = (lack_of_fit / degrees_of_freedom).max(1.0);
    let standard_error = (phi / sxx).sqrt();
    let statistic = slope / standard_error;
    let p_value = if phi > 1.0 {
        student_two_sided_p(statistic, degrees_of_freedom).unwrap_or(1.0)
    } else {
        two_sided_p(statistic)
    };
    Some(Slope { slope, standard_error, statistic, lack_of_fit, phi, degrees_of_freedom, p_value })
}

/// The Cochran–Armitage test for a trend in proportions, as a check of the slope: (z, two-sided p).
///
/// z = Σ(x − np̄)t / √(p̄q̄(Σnt² − (Σnt)²/N)) (Armitage 1955, Biometrics 11, 375–386). `None` for fewer than two groups,
/// times that do not match or exceed 10⁶, all the same time, or where nobody or everybody had the event.
pub fn cochran_armitage(times: &[f64], groups: &[Proportion]) -> Option<(f64, f64)> {
    if groups.len() < 2 || times.len() != groups.len() || !times.iter().all(|t| t.abs() <= 1e6) {
        return None;
    }
    let events: f64 = groups.iter().map(|g| g.events()).sum();
    let patients: f64 = groups.iter().map(|g| g.patients()).sum();
    let share = events / patients;
    let centre = times.iter().zip(groups).map(|(t, g)| t * g.patients()).sum::<f64>() / patients;
    let spread: f64 = times.iter().zip(groups).map(|(t, g)| g.patients() * (t - centre) * (t - centre)).sum();
    let variance = share * (1.0 - share) * spread;
    if variance <= 1e-12 * patients * share * (1.0 - share) || variance <= 0.0 {
        return None;
    }
    let score: f64 = times.iter().zip(groups).map(|(t, g)| (g.events() - g.patients() * share) * (t - centre)).sum();
    let z = score / variance.sqrt();
    Some((z, two_sided_p(z)))
}
