//! Which places can a hospital truly have, and which hospitals can be told apart?
//!
//! A place is always a range. Ranges come from the readings with their chance errors only; never from shrunken values. Only
//! [`expected_ranks`] and [`place_distribution`] ask about beliefs.

mod critical;
mod distribution;
mod expected;
mod pair;
mod places;

pub use critical::CriticalValue;
pub use distribution::{FINE_NODES, PlaceDistribution, place_distribution};
pub use expected::{expected_ranks, percentile_of_expected_rank};
pub use pair::{Apart, PairTest, compare, shortlist, told_apart};
pub use places::{PlaceRange, place_range, place_ranges};
