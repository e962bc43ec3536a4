//! How does the one program come into being that holds everything: styles, fonts, texts and the browser's half?

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;
use std::{env, fs};

use anyhow::{Context, bail};

use crate::bench::http::get;
use crate::process::{self, Build, Running, cargo, command, monosashi};
use crate::{tell, wasm};

/// Says to `server/build.rs` which folder to take in.
const EMBED: &str = "MONOSASHI_EMBED";
/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds the browser's half, then the program around it, and asks a copy of it for what should be inside.
pub fn command_line() -> anyhow::Result<ExitCode> {
    tell::line(&wasm::build()?.to_string());
    tell::timed("building the program", || {
        let mut cargo = cargo();
        cargo.args(["build", "--release", "--locked", "--package", "server"]).env(EMBED, wasm::site_folder());
        process::run(&mut cargo)
    })?;
    let program = monosashi(Build::Release);
    let alone = env::temp_dir().join(format!("monosashi-alone-{}", std::process::id()));
    fs::create_dir_all(&alone)?;
    let whole = is_whole(&program, &alone);
    fs::remove_dir_all(&alone)?;
    whole?;
    let megabytes = fs::metadata(&program)?.len().div_ceil(1_000_000);
    tell::line(&format!("{} ({megabytes} MB) holds everything; it can be copied anywhere", program.display()));
    Ok(ExitCode::SUCCESS)
}

/// Starts a copy where nothing else is, and compares what it serves with what was built.
fn is_whole(program: &Path, alone: &Path) -> anyhow::Result<()> {
    let copy: PathBuf = alone.join("monosashi");
    fs::copy(program, &copy)?;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let mut server = Running::start(
        command(&copy)
            .current_dir(alone)
            .env_remove("MONOSASHI_SITE")
            .args(["--data", "data", "serve", "--addr", &address])
            .stderr(fs::File::create(alone.join("log"))?),
    )?;
    let watch = tell::Stopwatch::start();
    while get(&address, "/healthz", "identity").is_err() {
        if let Some(code) = server.ended()? {
            bail!("the program ended with exit code {code}: {}", fs::read_to_string(alone.join("log"))?);
        }
        if watch.elapsed() > PATIENCE {
            bail!("the program does not answer after {}", watch.read());
        }
        thread::sleep(Duration::from_millis(20));
    }
    for name in ["monosashi.js", "monosashi_bg.wasm"] {
        let built = fs::read(wasm::site_folder().join("pkg").join(name))?;
        let served = get(&address, &format!("/pkg/{name}"), "identity")
            .with_context(|| format!("{name} is not inside {}", program.display()))?;
        if served.body != built {
            bail!("{} holds another {name} than was built", program.display());
        }
    }
    Ok(())
}
