//! The process: one binary that imports, publishes and serves.

mod cli;
mod router;
mod site;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::Cli::parse().run()
}
