//! How much of what is seen is signal, for one hospital and for the whole comparison?

use crate::Reading;
use crate::heterogeneity::tau_squared_paule_mandel;
use crate::summary::median;

/// May places be shown?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RankabilityGrade {
    /// Below 0.50: no places, only values with intervals.
    Poor,
    /// From 0.50: places with a warning.
    Moderate,
    /// From 0.75: places.
    Good,
}

/// Rankability ρ = τ²/(τ² + median s²) with τ² by Paule–Mandel.
///
/// The share of the spread between typical hospitals that is not chance (Lingsma 2009, BMC Med Res Methodol 9:53; van
/// Dishoeck 2011, BMJ Qual Saf). Between 0 and 1, no unit. `None` for fewer than two readings.
pub fn rankability(readings: &[Reading]) -> Option<f64> {
    rankability_given(readings, tau_squared_paule_mandel(readings)?)
}

/// Rankability with a τ² estimated elsewhere. `None` for an empty list or a negative τ².
pub fn rankability_given(readings: &[Reading], tau_squared: f64) -> Option<f64> {
    let variances: Vec<f64> = readings.iter().map(|r| r.variance()).collect();
    let typical = median(&variances)?;
    (tau_squared >= 0.0 && tau_squared.is_finite()).then(|| tau_squared / (tau_squared + typical))
}

/// The grade of a rankability: below 0.50 poor, below 0.75 moderate, else good. What is not a number is poor.
pub fn rankability_grade(rankability: f64) -> RankabilityGrade {
    match rankability {
        r if r >= 0.75 => RankabilityGrade::Good,
        r if r >= 0.50 => RankabilityGrade::Moderate,
        _ => RankabilityGrade::Poor,
    }
}

/// Reliability of one hospital's value, R = τ²/(τ² + s²): between 0 (all chance) and 1 (all signal).
///
/// `None` for a negative or infinite τ². Conventions: 0.7 to compare hospitals, 0.4–0.5 as a floor.
pub fn reliability(tau_squared: f64, reading: Reading) -> Option<f64> {
    (tau_squared >= 0.0 && tau_squared.is_finite()).then(|| tau_squared / (tau_squared + reading.variance()))
}

/// Patients needed for a wanted reliability: ⌈R/(1−R)·σ²/τ²⌉.
///
/// σ² is the variance of one patient's value: ¼ on the arcsine scale of a proportion. `None` unless 0 < R < 1, τ² > 0
/// and σ² > 0 are finite and the answer is below 10¹⁵.
///
/// ```
/// assert_eq!(statistics::reliability::patients_needed(0.7, 0.25, 0.01), Some(59));
/// ```
pub fn patients_needed(reliability: f64, patient_variance: f64, tau_squared: f64) -> Option<u64> {
    let valid = reliability > 0.0
        && reliability < 1.0
        && patient_variance > 0.0
        && patient_variance.is_finite()
        && tau_squared > 0.0;
    let needed = reliability / (1.0 - reliability) * patient_variance / tau_squared;
    // A hair is taken off so that 100.00000000000001 patients stay 100.
    (valid && needed < 1e15).then(|| libm::ceil(needed * (1.0 - 1e-12)) as u64)
}
