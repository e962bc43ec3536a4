//! The process: one binary that imports, publishes and serves.

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A release is millions of short texts, which this allocator keeps without a header each.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::cli::Cli::parse().run()
}
