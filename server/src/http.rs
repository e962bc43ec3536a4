//! What travels around every answer, whoever gives it: compression, freshness, headers, problems?

mod allowance;
mod cache;
mod clock;
mod compression;
mod edition;
mod freshness;
mod headers;
mod large;
mod named;
pub mod panic;
mod problem;
pub mod queue;
mod toll;
mod travel;

pub use allowance::{Allowance, Rate, Sender, Senders};
pub use cache::Cache;
pub use clock::Clock;
pub use compression::Coding;
pub use edition::Edition;
pub use large::large;
pub use named::Named;
pub use problem::Problem;
pub use queue::Queue;
pub use toll::{Toll, toll};
pub use travel::{Travel, travel};
