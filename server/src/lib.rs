//! How does everything leave the process: pages, server functions, API, drawings, command line?
//!
//! Thin doors in front of `reports` and `importers`. This crate must never know a rule about figures, nor SQL.

pub mod api;
pub mod browser_half;
pub mod cli;
pub mod downloads;
pub mod embed;
pub mod http;
pub mod operators;
mod package;
pub mod router;
pub mod site;
