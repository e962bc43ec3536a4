//! How can hospitals be compared fairly? Numbers in, numbers out.
//!
//! This crate has never heard of a hospital's name, a file, a clock or a random number.

pub mod belief;
pub mod composite;
pub mod disclosure;
pub mod eligibility;
pub mod funnel;
pub mod heterogeneity;
pub mod interval;
pub mod pooling;
pub mod rank;
pub mod reliability;
pub mod sample;
pub mod shrinkage;
pub mod special;
pub mod summary;
pub mod trend;
pub mod variation;

pub use belief::Belief;
pub use interval::{Estimate, Interval, IntervalMethod};
pub use sample::{Confidence, Direction, ObservedExpected, Proportion, Reading, SampleMean};
