//! Which commands does the project have of its own? `cargo xtask` lists them.

mod bench;
mod generate;
mod members;
mod package;
mod process;
mod queries;
mod serve;
mod setup;
mod tell;
mod test;
mod tidy;
mod tree;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::process::Build;

/// The commands of the project: to run it, to test it, to keep what is generated up to date.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds everything, makes the demonstration release if there is no release, and serves the site
    Serve {
        /// Where to listen
        #[arg(long, default_value = "127.0.0.1:3000")]
        addr: String,
        /// The data folder [default: ./data, or MONOSASHI_DATA]
        #[arg(long, env = "MONOSASHI_DATA", default_value = "data", hide_env = true)]
        data: PathBuf,
        /// Build with optimisation
        #[arg(long)]
        release: bool,
    },
    /// Everything a change must pass, browser tests included
    Test {
        /// Only these steps, by name (an unknown name lists them)
        #[arg(value_name = "STEP")]
        only: Vec<String>,
    },
    /// Builds the half of the site that runs in the browser, into target/site/pkg
    Wasm,
    /// Builds the one program that holds everything, target/release/monosashi
    Package,
    /// Checks the invariants that can be read off the text of the project
    Tidy,
    /// Writes the documents that are generated from the code
    Generate {
        /// Write nothing; fail if a document is not up to date
        #[arg(long)]
        check: bool,
    },
    /// Checks every query against the schema and keeps what was learnt in crates/store/.sqlx
    Sqlx {
        /// Write nothing; fail if crates/store/.sqlx is not up to date
        #[arg(long)]
        check: bool,
    },
    /// Measures what docs/PERFORMANCE.md claims
    Bench {
        /// The folder of the real files
        #[arg(long, default_value = "../shared/data")]
        files: PathBuf,
    },
    /// Installs what the other commands need and is missing
    Setup,
}

/// Whether a command that keeps files up to date may write them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Bring the files up to date.
    Write,
    /// Only say what is not up to date.
    Check,
}

impl Keep {
    fn from_flag(check: bool) -> Self {
        if check { Keep::Check } else { Keep::Write }
    }
}

fn main() -> ExitCode {
    process::stop_children_with_us();
    let code = run(Arguments::parse().command).unwrap_or_else(|error| {
        tell::line(&format!("error: {error:#}"));
        ExitCode::FAILURE
    });
    process::end_children();
    code
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { addr, data, release } => {
            serve::serve(&addr, &data, if release { Build::Release } else { Build::Debug })
        }
        Command::Test { only } => test::run(&only),
        Command::Wasm => wasm::build().map(|front| {
            tell::line(&front.to_string());
            ExitCode::SUCCESS
        }),
        Command::Package => package::command_line(),
        Command::Tidy => tidy::command(),
        Command::Generate { check } => generate::command(Keep::from_flag(check)),
        Command::Sqlx { check } => queries::command(Keep::from_flag(check)),
        Command::Bench { files } => bench::command(&files),
        Command::Setup => setup::everything().map(|()| ExitCode::SUCCESS),
    }
}
