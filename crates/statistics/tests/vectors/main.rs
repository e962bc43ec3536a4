//! Do all numbers agree with reference values that others computed twice?
//!
//! The reference files lie beside the repository (`../shared/vectors`); without them these tests say so and pass, and
//! `tests/representative.rs` proves a small set on its own.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod composite;
mod disclosure;
mod files;
mod funnel;
mod heterogeneity;
mod intervals;
mod rank;
mod special;
mod trend;
mod variation;
