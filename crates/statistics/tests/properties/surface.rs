//! Is every answer a number, whatever goes in?

use proptest::prelude::*;
use statistics::digest::{digest, digest_of};

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1e3..1e3f64,
        4 => (0u32..2_000).prop_map(f64::from),
        2 => (-60.0..60.0f64).prop_map(|e| libm::pow(10.0, e)),
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, 1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e12, 1e-9, 1e40, 1e-40, f64::MAX, 5e-324]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_panics_and_nothing_is_not_a_number(numbers in prop::collection::vec(any_number(), 0..96)) {
        prop_assert!(digest_of(&numbers).finite);
    }

    #[test]
    fn one_number_everywhere_is_survived(number in any_number(), length in 0..40usize) {
        prop_assert!(digest_of(&vec![number; length]).finite);
    }
}

#[test]
fn the_fixed_digest_is_finite_and_repeatable() {
    let once = digest();
    assert!(once.finite && once.numbers > 5_000, "{once:?}");
    assert_eq!(once, digest());
}
