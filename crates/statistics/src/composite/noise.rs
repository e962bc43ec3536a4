//! How is chance drawn without a random number generator?

use crate::special::normal_quantile;
use std::sync::OnceLock;

/// Number of equally probable levels of the noise.
pub const NOISE_LEVELS: usize = 1 << 14;

/// One standard normal deviate for a hospital and a draw: always the same, on every machine.
///
/// The top 14 bits k of the (draw + 1)-th output of SplitMix64 (Steele, Lea & Flood 2014) seeded with the mixed key pick
/// the deviate Φ⁻¹((k + ½)/16384). The key is the hospital's own, so its noise does not depend on who else is compared.
pub fn noise(key: u64, draw: usize) -> f64 {
    levels()[level(mix(key), draw)]
}

/// The mixed key from which a hospital's stream starts.
pub(super) fn seed(key: u64) -> u64 {
    mix(key)
}

/// Which level does this draw take?
pub(super) fn level(seed: u64, draw: usize) -> usize {
    (mix(seed.wrapping_add((draw as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))) >> 50) as usize
}

/// The deviates by level.
pub(super) fn levels() -> &'static [f64] {
    static TABLE: OnceLock<Vec<f64>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let probability = |k: usize| (k as f64 + 0.5) / NOISE_LEVELS as f64;
        (0..NOISE_LEVELS).map(|k| normal_quantile(probability(k)).unwrap_or(0.0)).collect()
    })
}

/// SplitMix64's output function after one increment.
fn mix(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_looks_standard_normal() {
        let sample: Vec<f64> = (0..200).flat_map(|key| (0..500).map(move |draw| noise(key, draw))).collect();
        let n = sample.len() as f64;
        let mean = sample.iter().sum::<f64>() / n;
        let square = sample.iter().map(|x| x * x).sum::<f64>() / n;
        let outside = sample.iter().filter(|x| x.abs() > 1.959964).count() as f64 / n;
        assert!(mean.abs() < 0.015 && (square - 1.0).abs() < 0.02 && (outside - 0.05).abs() < 0.003);
    }

    #[test]
    fn neighbouring_keys_and_draws_are_unrelated() {
        let product = |a: fn(u64) -> f64, b: fn(u64) -> f64| (0..20_000).map(|i| a(i) * b(i)).sum::<f64>() / 20_000.0;
        assert!(product(|i| noise(i, 7), |i| noise(i + 1, 7)).abs() < 0.03);
        assert!(product(|i| noise(3, i as usize), |i| noise(3, i as usize + 1)).abs() < 0.03);
        assert!(product(|i| noise(3, i as usize), |i| noise(4, i as usize)).abs() < 0.03);
    }
}
