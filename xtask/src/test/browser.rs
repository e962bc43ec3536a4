//! Does a reader get there? Playwright drives Chromium against a server with the demonstration releases.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};

use super::Evidence;
use super::count::browser_tests;
use super::steps;
use crate::process::{self, Build, Running, command, monosashi, target};
use crate::setup::{self, Browser};
use crate::tell::{self, Stopwatch};
use crate::wasm;

/// How long a server may take to say that it is ready.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sets everything up and runs the journeys of `end2end/`.
pub fn look() -> anyhow::Result<Evidence> {
    setup::node_packages()?;
    let browser = setup::browser()?;
    process::run(setup::node_tool("tsc").arg("--noEmit")).context("the browser tests do not fit their types")?;
    tell::timed("building the server", steps::server)?;
    // Without the WebAssembly the pages must still be complete: the journeys that need it say so and are skipped.
    let islands = wasm::build();
    let (mut server, address) = start_server()?;
    wait_until_ready(&mut server, &address)?;

    let mut playwright = setup::node_tool("playwright");
    playwright
        .arg("test")
        .env("BASE_URL", format!("http://{address}"))
        .env("ISLANDS", if islands.is_ok() { "yes" } else { "no" });
    if let Browser::System(path) = browser {
        playwright.env("CHROMIUM", path);
    }
    let said = process::listen(&mut playwright, |_| true)?;
    let mut evidence = browser_tests(&said.lines).with_exit_code(said.code);
    if let Err(error) = islands {
        evidence.what = format!("{}, without WebAssembly ({error:#})", evidence.what);
    }
    Ok(evidence)
}

/// Publishes the demonstration releases into a new folder and serves them on a port that nobody uses.
fn start_server() -> anyhow::Result<(Running, String)> {
    let data = target().join("end2end/data");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    fs::create_dir_all(&data)?;
    let program = monosashi(Build::Debug);
    tell::timed("making the demonstration releases", || {
        process::output(command(&program).arg("--data").arg(&data).arg("demo")).map(drop)
    })?;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let log = fs::File::create(target().join("end2end/server.log"))?;
    let server = Running::start(
        command(&program)
            .arg("--data")
            .arg(&data)
            .args(["serve", "--addr", &address])
            .env("MONOSASHI_SITE", wasm::site_folder())
            .stdout(log.try_clone()?)
            .stderr(log),
    )?;
    Ok((server, address))
}

fn wait_until_ready(server: &mut Running, address: &str) -> anyhow::Result<()> {
    let watch = Stopwatch::start();
    while !is_ready(address) {
        if let Some(code) = server.ended()? {
            bail!("the server ended with exit code {code}: see target/end2end/server.log");
        }
        if watch.elapsed() > PATIENCE {
            bail!("the server is not ready after {}: see target/end2end/server.log", watch.read());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn is_ready(address: &str) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(address)?;
        write!(stream, "GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| answer.split_whitespace().nth(1) == Some("200"))
}
