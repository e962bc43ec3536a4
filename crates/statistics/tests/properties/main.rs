//! What holds for every input, not only for those with a reference value?

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod agreements;
mod composites;
mod disclosures;
mod funnels;
mod intervals;
mod ranks;
mod surface;
mod variation;
