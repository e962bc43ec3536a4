//! What travels around every answer, whoever gives it: compression, freshness, headers, problems?

mod cache;
mod compression;
mod edition;
mod freshness;
mod headers;
mod large;
pub mod panic;
mod problem;
mod toll;
mod travel;

pub use cache::Cache;
pub use compression::Coding;
pub use edition::Edition;
pub use large::large;
pub use problem::Problem;
pub use toll::{Proxy, Toll, toll};
pub use travel::{Travel, travel};
