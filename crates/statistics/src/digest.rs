//! Do native code and WebAssembly give the same bits, and is every answer a number?
//!
//! The whole public surface runs on a list of numbers, possible or not; every output enters a hash. The same list must
//! give the same hash everywhere, and no output may be infinite or not a number. The property tests and the fuzz target
//! use it with arbitrary input.

mod combined;
mod surface;

/// What came out of the whole surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    /// FNV-1a over the bits of all outputs, in order.
    pub hash: u64,
    /// How many numbers came out.
    pub numbers: u64,
    /// None of them was infinite or not a number.
    pub finite: bool,
}

impl Digest {
    pub(crate) fn new() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, numbers: 0, finite: true }
    }

    pub(crate) fn take(&mut self, x: f64) {
        self.finite &= x.is_finite();
        self.word(x.to_bits());
    }

    pub(crate) fn word(&mut self, word: u64) {
        self.numbers += 1;
        for byte in word.to_le_bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// Runs every method on numbers that are cut into counts, values and errors in all ways; at most 96 are used.
pub fn digest_of(numbers: &[f64]) -> Digest {
    let mut digest = Digest::new();
    surface::run(&numbers[..numbers.len().min(96)], &mut digest);
    digest
}

/// The digest of the fixed input: plausible, extreme and impossible numbers.
///
/// ```
/// assert!(statistics::digest::digest().finite);
/// ```
pub fn digest() -> Digest {
    let mut digest = Digest::new();
    for round in 0..8 {
        surface::run(&fixed_numbers(round), &mut digest);
    }
    digest
}

/// Numbers of many sizes from the crate's fixed noise; in the last round also impossible ones.
fn fixed_numbers(round: usize) -> Vec<f64> {
    let scale = libm::pow(10.0, round as f64 - 2.0);
    let mut numbers: Vec<f64> = (0..96).map(|i| scale * crate::composite::noise(round as u64, i).abs() + 1.0).collect();
    if round == 7 {
        for (i, odd) in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300, -1e300, 5e-324, -0.0].into_iter().enumerate() {
            numbers[i * 11] = odd;
        }
    }
    numbers
}
