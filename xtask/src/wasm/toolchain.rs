//! Which compiler on this machine can build for the browser?

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::process::{self, cargo, command};
use crate::{setup, tell};

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's current compiler together with the source of the standard library.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];

/// A way to build for the browser.
pub enum Way {
    /// The active toolchain has the standard library of the target.
    Toolchain,
    /// Debian's compiler builds the standard library of the target from its source.
    DebianSource {
        /// The linker that understands WebAssembly.
        linker: PathBuf,
    },
}

impl fmt::Display for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Way::Toolchain => "with the active toolchain",
            Way::DebianSource { .. } => "with Debian's compiler and its source of the standard library",
        })
    }
}

impl Way {
    /// The cargo of this way, and the environment that it needs.
    pub fn cargo(&self) -> Command {
        match self {
            Way::Toolchain => cargo(),
            Way::DebianSource { linker } => {
                let mut cargo = command("/usr/bin/cargo");
                for variable in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTDOC", "LD_LIBRARY_PATH", "CARGO_ENCODED_RUSTFLAGS"] {
                    cargo.env_remove(variable);
                }
                cargo
                    .env("RUSTC", "/usr/bin/rustc")
                    // `-Zbuild-std` is not stable; the sources of the project use nothing that is not.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                cargo
            }
        }
    }

    /// What this way adds to `cargo build`.
    pub fn extra_arguments(&self) -> &'static [&'static str] {
        match self {
            Way::Toolchain => &[],
            Way::DebianSource { .. } => &["-Zbuild-std=std,panic_abort"],
        }
    }
}

/// Finds a way to build for the browser, installing what it needs.
pub fn find() -> anyhow::Result<Way> {
    if has_target() {
        return Ok(Way::Toolchain);
    }
    if Path::new("/usr/bin/rustc").exists() && has_debian_source() {
        return debian();
    }
    if process::exists("rustup") {
        let mut rustup = command("rustup");
        rustup.args(["target", "add", TARGET]);
        if tell::timed(&format!("adding {TARGET} with rustup"), || process::output(&mut rustup)).is_ok() && has_target()
        {
            return Ok(Way::Toolchain);
        }
    }
    debian().with_context(|| format!("`rustup target add {TARGET}` did not work"))
}

fn has_target() -> bool {
    let folder = process::output(command(rustc()).args(["--print", "target-libdir", "--target", TARGET]));
    let Ok(Ok(mut entries)) = folder.map(|folder| std::fs::read_dir(folder.trim())) else {
        return false;
    };
    entries.next().is_some()
}

fn has_debian_source() -> bool {
    Path::new("/usr/lib/rustlib/src/rust/library/Cargo.lock").exists()
}

fn debian() -> anyhow::Result<Way> {
    setup::debian(DEBIAN_PACKAGES)?;
    if !has_debian_source() {
        bail!("Debian's rust-web-src brought no source of the standard library");
    }
    Ok(Way::DebianSource { linker: linker()? })
}

/// rustup's toolchain brings a linker, even where the standard library of the target is missing; so does Debian's lld.
fn linker() -> anyhow::Result<PathBuf> {
    if let Some(linker) = installed_linker() {
        return Ok(linker);
    }
    setup::debian(&["lld"])?;
    installed_linker().context("no linker for WebAssembly was found: rust-lld and wasm-ld are both missing")
}

fn installed_linker() -> Option<PathBuf> {
    let mut candidates = Vec::new();
    for compiler in [rustc(), PathBuf::from("/usr/bin/rustc")] {
        let sysroot = process::output(command(&compiler).args(["--print", "sysroot"]));
        let host = process::output(command(&compiler).args(["--print", "host-tuple"]));
        if let (Ok(sysroot), Ok(host)) = (sysroot, host) {
            let tools = Path::new(sysroot.trim()).join("lib/rustlib").join(host.trim()).join("bin");
            candidates.push(tools.join("rust-lld"));
        }
    }
    candidates.push(PathBuf::from("/usr/bin/wasm-ld"));
    candidates.into_iter().find(|path| path.exists())
}

fn rustc() -> PathBuf {
    std::env::var_os("RUSTC").map_or_else(|| "rustc".into(), PathBuf::from)
}
