//! The process: one binary that imports, publishes and serves.

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A release is millions of short texts, which this allocator keeps without a header each.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What a shell says of a program that wrote on where nobody reads any more.
const NOBODY_READS: i32 = 141;

fn main() -> ExitCode {
    end_quietly_where_nobody_reads();
    server::cli::Cli::parse().run()
}

/// Whoever looks at the beginning only (`monosashi doctor | head`) has seen enough, and nothing is broken.
fn end_quietly_where_nobody_reads() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let said = panic.payload_as_str().unwrap_or_default();
        if said.starts_with("failed printing to stdout") && said.contains("Broken pipe") {
            std::process::exit(NOBODY_READS);
        }
        tell(panic);
    }));
}
