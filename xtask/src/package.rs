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
    FILES.iter().try_for_each(|name| {
        let built = wasm::site_folder().join("pkg").join(name);
        serves_what_was_built(&address, &built, name).with_context(|| program.display().to_string())
    })
}

/// What a browser loads of its half.
const FILES: [&str; 2] = ["monosashi.js", "monosashi_bg.wasm"];

/// Whether a server gives a file of the browser's half as it was built.
fn serves_what_was_built(address: &str, built: &Path, name: &str) -> anyhow::Result<()> {
    let expected = fs::read(built).with_context(|| format!("{name} was not built"))?;
    let served = get(address, &format!("/pkg/{name}"), "identity").with_context(|| format!("{name} is not inside"))?;
    if served.body != expected {
        bail!("another {name} is inside than was built");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    /// A server that gives one answer to whoever asks first.
    fn answering(status: &'static str, body: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 1_024];
            let _bytes = stream.read(&mut asked).unwrap();
            write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\n\r\n{body}").unwrap();
        });
        address
    }

    #[test]
    fn a_program_that_lacks_a_file_or_holds_an_older_one_is_not_whole() {
        let folder = env::temp_dir().join(format!("monosashi-package-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let built = folder.join("monosashi.js");
        fs::write(&built, "new").unwrap();
        let asked = |address: &str, built: &Path| {
            serves_what_was_built(address, built, "monosashi.js").map_err(|error| error.to_string())
        };
        assert_eq!(asked(&answering("200 OK", "new"), &built), Ok(()));
        let older = asked(&answering("200 OK", "old"), &built).unwrap_err();
        assert!(older.contains("another monosashi.js"), "{older}");
        let lacking = asked(&answering("404 Not Found", "new"), &built).unwrap_err();
        assert!(lacking.contains("is not inside"), "{lacking}");
        let never = asked("127.0.0.1:1", &folder.join("nowhere.js")).unwrap_err();
        assert!(never.contains("was not built"), "{never}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
