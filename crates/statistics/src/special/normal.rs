//! How probable is a normal deviate, and which deviate has a given probability?

use core::f64::consts::{FRAC_1_SQRT_2, PI};

/// Standard normal density φ(z) = exp(−z²/2)/√(2π). A value that is not a number gives 0.
pub fn normal_density(z: f64) -> f64 {
    if z.is_nan() {
        return 0.0;
    }
    libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt()
}

/// Standard normal distribution function Φ(z) = ½ erfc(−z/√2).
///
/// Exact to a few units in the last place in both tails. `NaN` is answered with ½ (nothing is known).
pub fn normal_cdf(z: f64) -> f64 {
    if z.is_nan() {
        return 0.5;
    }
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// Upper tail 1 − Φ(z), without cancellation. `NaN` is answered with ½.
pub fn normal_survival(z: f64) -> f64 {
    normal_cdf(-z)
}

/// Two-sided p value of a standard normal statistic, 2(1 − Φ(|z|)). `NaN` is answered with 1.
pub fn two_sided_p(z: f64) -> f64 {
    2.0 * normal_survival(z.abs())
}

/// Standard normal quantile Φ⁻¹(p), Wichura's algorithm AS 241 (PPND16; Applied Statistics 37, 1988, 477–484).
///
/// Relative error about 1e-16. `None` unless 0 < p < 1.
///
/// ```
/// let z = statistics::special::normal_quantile(0.975).unwrap();
/// assert!((z - 1.959963984540054).abs() < 1e-15);
/// assert_eq!(statistics::special::normal_quantile(0.0), None);
/// ```
pub fn normal_quantile(p: f64) -> Option<f64> {
    (p > 0.0 && p < 1.0).then(|| normal_quantile_unchecked(p))
}

/// Φ⁻¹ for a probability already known to lie strictly between 0 and 1.
pub(crate) fn normal_quantile_unchecked(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * polynomial(&CENTRE_TOP, r) / polynomial(&CENTRE_BOTTOM, r);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-libm::log(tail)).sqrt();
    let size = if r <= 5.0 {
        polynomial(&SHOULDER_TOP, r - 1.6) / polynomial(&SHOULDER_BOTTOM, r - 1.6)
    } else {
        polynomial(&TAIL_TOP, r - 5.0) / polynomial(&TAIL_BOTTOM, r - 5.0)
    };
    if q < 0.0 { -size } else { size }
}

/// Horner's scheme, lowest power first.
fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

const CENTRE_TOP: [f64; 8] = [
    3.387_132_872_796_366_5e0,
    1.331_416_678_917_843_8e2,
    1.971_590_950_306_551_3e3,
    1.373_169_376_550_946e4,
    4.592_195_393_154_987e4,
    6.726_577_092_700_87e4,
    3.343_057_558_358_813e4,
    2.509_080_928_730_122_7e3,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    4.231_333_070_160_091e1,
    6.871_870_074_920_579e2,
    5.394_196_021_424_751e3,
    2.121_379_430_158_659_7e4,
    3.930_789_580_009_271e4,
    2.872_908_573_572_194_3e4,
    5.226_495_278_852_854e3,
];
const SHOULDER_TOP: [f64; 8] = [
    1.423_437_110_749_683_5e0,
    4.630_337_846_156_546e0,
    5.769_497_221_460_691e0,
    3.647_848_324_763_204_5e0,
    1.270_458_252_452_368_4e0,
    2.417_807_251_774_506e-1,
    2.272_384_498_926_918_4e-2,
    7.745_450_142_783_414e-4,
];
const SHOULDER_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_759e0,
    1.676_384_830_183_803_8e0,
    6.897_673_349_851e-1,
    1.481_039_764_274_800_8e-1,
    1.519_866_656_361_645_7e-2,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const TAIL_TOP: [f64; 8] = [
    6.657_904_643_501_103e0,
    5.463_784_911_164_114e0,
    1.784_826_539_917_291_3e0,
    2.965_605_718_285_048_7e-1,
    2.653_218_952_657_612_4e-2,
    1.242_660_947_388_078_4e-3,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const TAIL_BOTTOM: [f64; 8] = [
    1.0,
    5.998_322_065_558_88e-1,
    1.369_298_809_227_358e-1,
    1.487_536_129_085_061_5e-2,
    7.868_691_311_456_132e-4,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];
