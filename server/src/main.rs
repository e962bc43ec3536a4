//! The process: one binary that imports, publishes and serves.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::Cli::parse().run()
}
