//! Which number does a named throw give, the same on every machine?
//!
//! Counter-based: a throw depends only on its name (a list of keys) and its turn, never on what was thrown before it.

/// A sequence of throws that belongs to one name.
#[derive(Debug, Clone)]
pub struct Dice {
    key: u64,
    turn: u64,
}

impl Dice {
    /// The sequence of throws named by `keys`.
    pub fn new(keys: &[u64]) -> Self {
        let key = keys.iter().fold(0x6d6f_6e6f_7361_7368, |state, key| mix(state ^ mix(*key)));
        Self { key, turn: 0 }
    }

    fn next(&mut self) -> u64 {
        self.turn += 1;
        mix(self.key.wrapping_add(self.turn.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    /// Uniform on the open interval (0, 1).
    pub fn uniform(&mut self) -> f64 {
        let bits = self.next() >> 11;
        (bits as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    /// Uniform between two bounds.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// True with the given probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// A whole number below `count` (0 where `count` is 0).
    pub fn below(&mut self, count: usize) -> usize {
        if count == 0 {
            return 0;
        }
        (self.next() % count as u64) as usize
    }

    /// Standard normal (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(self.uniform()));
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }

    /// Number of successes in `trials` throws of probability `p`.
    pub fn binomial(&mut self, trials: u64, p: f64) -> u64 {
        if p > 0.5 {
            return trials - self.binomial(trials, 1.0 - p);
        }
        let n = trials as f64;
        if n * p >= 50.0 {
            let sd = libm::sqrt(n * p * (1.0 - p));
            let skew = (1.0 - 2.0 * p) / sd;
            return self.rounded(n * p, sd, skew).min(trials);
        }
        let (odds, mut mass) = (p / (1.0 - p), libm::exp(n * libm::log1p(-p)));
        let (mut left, mut count) = (self.uniform() - mass, 0u64);
        while left > 0.0 && count < trials {
            count += 1;
            mass *= odds * (n - count as f64 + 1.0) / count as f64;
            left -= mass;
            if mass < 1e-300 {
                break;
            }
        }
        count
    }

    /// Number of events where `mean` are expected.
    pub fn poisson(&mut self, mean: f64) -> u64 {
        if mean >= 60.0 {
            let sd = libm::sqrt(mean);
            return self.rounded(mean, sd, 1.0 / sd);
        }
        let mut mass = libm::exp(-mean);
        let (mut left, mut count) = (self.uniform() - mass, 0u64);
        while left > 0.0 && mass > 1e-300 {
            count += 1;
            mass *= mean / count as f64;
            left -= mass;
        }
        count
    }

    /// A count near `mean`, with the first term of Cornish and Fisher for the skew.
    fn rounded(&mut self, mean: f64, sd: f64, skew: f64) -> u64 {
        let z = self.normal();
        let bent = z + (z * z - 1.0) * skew / 6.0;
        libm::round(mean + sd * bent).max(0.0) as u64
    }
}

/// A key from a text (FNV-1a), so that throws can be named by ids.
pub fn key(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of splitmix64.
fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_and_variance(draw: impl Fn(&mut Dice) -> f64) -> (f64, f64) {
        let throws: Vec<f64> = (0..20_000).map(|i| draw(&mut Dice::new(&[7, i]))).collect();
        let mean = throws.iter().sum::<f64>() / 20_000.0;
        let variance = throws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 19_999.0;
        (mean, variance)
    }

    #[test]
    fn a_throw_depends_only_on_its_name() {
        assert_eq!(Dice::new(&[1, 2]).uniform(), Dice::new(&[1, 2]).uniform());
        assert_ne!(Dice::new(&[1, 2]).uniform(), Dice::new(&[2, 1]).uniform());
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        let near = |found: (f64, f64), mean: f64, variance: f64| {
            assert!((found.0 - mean).abs() < 4.0 * libm::sqrt(variance / 20_000.0), "{found:?} {mean}");
            assert!((found.1 / variance - 1.0).abs() < 0.06, "{found:?} {variance}");
        };
        near(mean_and_variance(|d| d.normal()), 0.0, 1.0);
        near(mean_and_variance(|d| d.poisson(3.0) as f64), 3.0, 3.0);
        near(mean_and_variance(|d| d.poisson(90.0) as f64), 90.0, 90.0);
        near(mean_and_variance(|d| d.binomial(40, 0.1) as f64), 4.0, 3.6);
        near(mean_and_variance(|d| d.binomial(500, 0.8) as f64), 400.0, 80.0);
    }
}
