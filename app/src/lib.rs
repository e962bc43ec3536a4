//! What does a reader see, and which part of it reaches the browser?
//!
//! Pages are rendered on the server from finished reports; only the islands and the calls of the server functions are
//! compiled to WebAssembly. This crate must never know a database, a file or a clock.

#![recursion_limit = "256"]

pub mod islands;
mod japanese;
mod put_in;
pub mod server_fns;

#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod site;
