//! How fast is it? Measured on this machine and printed as docs/PERFORMANCE.md: `cargo xtask bench > docs/PERFORMANCE.md`.

mod charts;
pub mod http;
mod import;
mod serving;
mod table;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::process::{self, Build, target};
use crate::{setup, tell, wasm};

use table::Table;

/// `cargo xtask bench`: real files if the folder has them, the demonstration otherwise.
pub fn command(files: &Path) -> anyhow::Result<ExitCode> {
    setup::debian(&["nginx-light", "sqlite3", "util-linux", "wrk"])?;
    tell::timed("building the server with optimisation", || process::build_server(Build::Release))?;
    let front = wasm::build()?;
    let data = target().join("bench/data");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    fs::create_dir_all(&data)?;
    let mut table = Table::default();
    import::measure(&data, &std::path::absolute(files)?, &mut table)?;
    serving::measure(&data, &mut table)?;
    table.row(
        "WebAssembly with its JavaScript, gzip",
        "250 kB",
        format!("{} kB", front.compressed_bytes.div_ceil(1000)),
    );
    print!("{}", table.document(&machine()));
    print!(
        "\n## Statistics\n\nAs divan prints it (`cargo bench -p statistics`).\n\n```\n{}\n```\n",
        statistics()?.trim_end()
    );
    Ok(ExitCode::SUCCESS)
}

/// The speed of the statistics, each function on its own.
fn statistics() -> anyhow::Result<String> {
    tell::timed("measuring the statistics", || {
        process::output(process::cargo().args(["bench", "--quiet", "--package", "statistics", "--bench", "speed"]))
    })
}

/// The processor of this machine, as Linux names it.
fn machine() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{cores} cores, {}", model.map_or("unknown processor", |(_, name)| name))
}
