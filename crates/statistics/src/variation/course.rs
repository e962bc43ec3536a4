//! Are hospitals moving closer together or further apart over the years?

use crate::Reading;
use crate::heterogeneity::tau_squared_paule_mandel;
use crate::special::two_sided_p;

/// The three words for the course of variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// The true differences became smaller.
    Narrower,
    /// The data cannot say. This is not "unchanged".
    CannotSay,
    /// The true differences became larger.
    Wider,
}

/// A test of the course of τ².
#[derive(Clone, Debug, PartialEq)]
pub struct CourseTest {
    /// τ² of every period (Paule–Mandel), on the scale of the readings.
    pub tau_squared: Vec<f64>,
    /// Slope of τ² per period over its standard error.
    pub z: f64,
    /// Two-sided p value.
    pub p_value: f64,
    /// Narrower or wider where |z| > 1.96.
    pub course: Course,
}

/// Tests whether τ² falls or rises over consecutive periods of one definition.
///
/// Weighted slope of τ² on the period number. The variances are those of τ² if it were the same in all periods, 2/Σ(s² +
/// τ̄²)⁻², with τ̄² the average. The same hospitals in every period make the test conservative: it says "cannot say" more
/// often than needed, never less. `None` for fewer than two periods or a period with fewer than ten hospitals.
pub fn course_of_variation(periods: &[Vec<Reading>]) -> Option<CourseTest> {
    let enough = |period: &Vec<Reading>| period.len() >= crate::eligibility::HOSPITALS_FOR_TAU;
    if periods.len() < 2 || !periods.iter().all(enough) {
        return None;
    }
    let tau_squared: Vec<f64> = periods.iter().filter_map(|p| tau_squared_paule_mandel(p)).collect();
    let common = tau_squared.iter().sum::<f64>() / tau_squared.len() as f64;
    let weights: Vec<f64> = periods.iter().map(|period| information(period, common)).collect();
    let z = slope_z(&weights, &tau_squared);
    let course = match z {
        z if z > crate::funnel::Z_95 => Course::Wider,
        z if z < -crate::funnel::Z_95 => Course::Narrower,
        _ => Course::CannotSay,
    };
    Some(CourseTest { tau_squared, z, p_value: two_sided_p(z), course })
}

/// The weighted slope of τ² on the period number over its standard error; weights are inverse variances.
fn slope_z(weights: &[f64], tau_squared: &[f64]) -> f64 {
    let largest = weights.iter().copied().fold(0.0, f64::max);
    let shares: Vec<f64> = weights.iter().map(|w| w / largest).collect();
    let sum = |f: &dyn Fn(usize) -> f64| shares.iter().enumerate().map(|(k, w)| w * f(k)).sum::<f64>();
    let centre = sum(&|k| k as f64) / sum(&|_| 1.0);
    let sxx = sum(&|k| (k as f64 - centre) * (k as f64 - centre));
    let score = sum(&|k| (k as f64 - centre) * tau_squared[k]);
    // slope/se = (score/sxx)·√(sxx·largest)
    if sxx > 0.0 { score / sxx.sqrt() * largest.sqrt() } else { 0.0 }
}

/// ½Σ(s² + τ²)⁻², the inverse variance of an estimated τ².
fn information(period: &[Reading], tau_squared: f64) -> f64 {
    0.5 * period.iter().map(|r| 1.0 / (r.variance() + tau_squared)).map(|w| w * w).sum::<f64>()
}
