//! Which places can a hospital truly have, and which hospitals can be told apart?
//!
//! A place is always a range. Ranges come from the readings with their chance errors only; never from shrunken values.

mod critical;
mod pair;
mod places;

pub use critical::CriticalValue;
pub use pair::{Apart, PairTest, compare, shortlist, told_apart};
pub use places::{PlaceRange, place_range, place_ranges};
