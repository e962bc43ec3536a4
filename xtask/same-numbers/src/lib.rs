//! Are the numbers that a browser computes, to the last bit, those of the server?
//!
//! The digest is taken over many results as they are printed: Rust prints a number so that it can be read back exactly.

use std::fmt::{Debug, Write};

use statistics::funnel::{Limit, exact_limits_of_proportion, product_funnel};
use statistics::funnel::{Overdispersion, Sample, Target, WINSORISED_SHARE, exact_limits_of_ratio};
use statistics::heterogeneity::{equality_p_value, tau_squared_dersimonian_laird, tau_squared_paule_mandel};
use statistics::heterogeneity::{tau_squared_interval, tau_squared_reml};
use statistics::interval::{byar_interval, clopper_pearson_interval, exact_poisson_interval, mid_p_interval};
use statistics::interval::{newcombe_interval, phe_interval, vandenbroucke_interval, wilson_interval};
use statistics::rank::{CriticalValue, place_ranges};
use statistics::special::studentized_range_quantile;
use statistics::special::{beta_quantile, gamma_quantile, normal_cdf, normal_quantile, student_quantile};
use statistics::{Confidence, ObservedExpected, Proportion};

/// The digest of everything below. A browser calls it by this name.
#[allow(unsafe_code, reason = "a name that the browser can call; no memory is shared")]
#[unsafe(no_mangle)]
pub extern "C" fn digest() -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    special_functions(&mut digest);
    intervals(&mut digest);
    funnels_and_places(&mut digest);
    digest.0
}

/// FNV-1a over what is written into it.
struct Digest(u64);

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Ok(())
    }
}

impl Digest {
    fn add(&mut self, result: impl Debug) {
        // Writing into a digest cannot fail.
        let _ = write!(self, "{result:?};");
    }
}

fn special_functions(digest: &mut Digest) {
    for step in 1..60 {
        let p = f64::from(step) / 60.0;
        digest.add((normal_quantile(p), normal_cdf(8.0 * p - 4.0), gamma_quantile(p, 0.5 + 40.0 * p)));
        digest.add((beta_quantile(p, 0.5 + 9.0 * p, 3.25), student_quantile(p, 1.5 + f64::from(step))));
    }
    digest.add(studentized_range_quantile(0.95, 12));
}

fn intervals(digest: &mut Digest) {
    for confidence in [Confidence::P95, Confidence::P998] {
        for proportion in proportions() {
            digest.add(wilson_interval(proportion, confidence));
            digest.add(clopper_pearson_interval(proportion, confidence));
        }
        for pair in proportions().windows(2) {
            if let [first, second] = pair {
                digest.add(newcombe_interval(*first, *second, confidence));
            }
        }
        for ratio in ratios() {
            digest.add((exact_poisson_interval(ratio, confidence), byar_interval(ratio, confidence)));
            digest.add((mid_p_interval(ratio, confidence), phe_interval(ratio, confidence)));
            digest.add(vandenbroucke_interval(ratio, confidence));
        }
    }
}

fn funnels_and_places(digest: &mut Digest) {
    let (proportions, ratios) = (proportions(), ratios());
    let spread = Overdispersion::Winsorised(WINSORISED_SHARE);
    for sample in [Sample::Proportions(&proportions), Sample::Ratios(&ratios)] {
        digest.add(product_funnel(sample, Target::Pooled, spread));
        let readings = sample.readings();
        digest.add((equality_p_value(&readings), tau_squared_reml(&readings)));
        digest.add((tau_squared_dersimonian_laird(&readings), tau_squared_paule_mandel(&readings)));
        digest.add(tau_squared_interval(&readings, Confidence::P95));
        let critical = CriticalValue::simultaneous(readings.len(), Confidence::P95);
        digest.add(critical.map(|critical| place_ranges(&readings, statistics::Direction::LowerIsBetter, critical)));
    }
    for limit in [Limit::P95, Limit::P998] {
        digest.add((exact_limits_of_proportion(340.0, 0.08, limit), exact_limits_of_ratio(17.0, limit)));
    }
}

/// Hospitals of all sizes with shares between nothing and half.
fn proportions() -> Vec<Proportion> {
    let rows = (1..40_u32).map(|row| (f64::from((row * row * 7) % (13 * row)), f64::from(26 * row)));
    rows.filter_map(|(events, patients)| Proportion::new(events, patients)).collect()
}

/// Hospitals of all sizes with ratios around one.
fn ratios() -> Vec<ObservedExpected> {
    let rows = (1..40_u32).map(|row| (f64::from((row * row * 5) % (3 * row + 1)), f64::from(row) * 1.37 + 0.4));
    rows.filter_map(|(observed, expected)| ObservedExpected::new(observed, expected)).collect()
}
