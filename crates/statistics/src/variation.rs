//! How different are hospitals or regions from each other, and is the difference getting smaller?
//!
//! The headline is the true P90/P10 ratio: after chance is taken out, a high hospital has so many times the rate of a low
//! one. The largest over the smallest value is never shown: chance makes it.

mod course;
mod regions;
mod spread;

pub use course::{Course, CourseTest, course_of_variation};
pub use regions::between_region_share;
pub use spread::{RatioVariation, TrueSpread, Z_90, ratio_variation, true_spread};
