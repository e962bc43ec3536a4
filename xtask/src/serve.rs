//! What happens between `cargo xtask serve` and a page in the browser?
//!
//! The server comes first and answers complete pages; the WebAssembly is built meanwhile and joins when it is ready.

use std::path::Path;
use std::process::ExitCode;
use std::thread;

use crate::process::{self, Build, Running, command, monosashi};
use crate::{tell, wasm};

/// Builds, makes a release if there is none, and serves until the server ends.
pub fn serve(addr: &str, data: &Path, build: Build) -> anyhow::Result<ExitCode> {
    tell::timed("building the server", || process::build_server(build))?;
    let program = monosashi(build);
    // The path was typed where the command was, and the server runs at the root of the project.
    let data = std::path::absolute(data)?;
    if !data.join("releases/current").exists() {
        tell::timed("making the demonstration releases", || {
            process::run(command(&program).arg("--data").arg(&data).arg("demo"))
        })?;
    }
    wasm::forget_if_stale()?;
    let mut server = Running::start(
        command(&program)
            .arg("--data")
            .arg(&data)
            .args(["serve", "--addr", addr])
            .env("MONOSASHI_SITE", wasm::site_folder()),
    )?;
    tell::line("Ctrl-C ends it");
    thread::spawn(|| match wasm::build() {
        Ok(front) => tell::line(&format!("the pages are interactive; {front}")),
        Err(error) => tell::line(&format!("the pages are complete, but not interactive: {error:#}")),
    });
    let code = server.wait()?;
    Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from))
}
