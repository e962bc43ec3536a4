//! Which programs does this machine lack, and where do they come from?
//!
//! On Debian as root everything is installed; elsewhere one sentence says what is missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::process::{self, command, root};
use crate::{tell, wasm};

/// Installs everything that the other commands need.
pub fn everything() -> anyhow::Result<()> {
    wasm::toolchain::find()?;
    node_packages()?;
    match browser()? {
        Browser::System(path) => tell::line(&format!("the browser is {}", path.display())),
        Browser::Bundled => tell::line("the browser is the one that Playwright brought"),
    }
    Ok(())
}

/// Whether packages can simply be installed: Debian, and root.
pub fn is_debian_root() -> bool {
    let root = process::output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists()
}

/// Installs the Debian packages that are missing, if this is Debian and root.
pub fn debian(packages: &[&str]) -> anyhow::Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_debian_root() {
        bail!("please install {list} (on Debian: `sudo apt-get install {list}`)");
    }
    tell::timed(&format!("installing {list} with apt-get"), || {
        apt(&["update"])?;
        let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
        arguments.extend(&missing);
        apt(&arguments)
    })
}

fn apt(arguments: &[&str]) -> anyhow::Result<()> {
    let mut apt = command("apt-get");
    apt.arg("--quiet=2").args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::output(&mut apt).map(drop)
}

fn is_installed(package: &str) -> bool {
    let status = process::output(command("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]));
    status.is_ok_and(|status| status == "installed")
}

/// The folder that `npm` installs into: the browser tests and the optimiser of the WebAssembly.
pub fn node_folder() -> PathBuf {
    root().join("end2end")
}

/// A program that npm installed, run where its configuration is.
pub fn node_tool(name: &str) -> Command {
    let mut tool = command(node_folder().join("node_modules/.bin").join(name));
    tool.current_dir(node_folder());
    tool
}

/// Installs the packages of `end2end/package-lock.json` unless exactly they are installed.
pub fn node_packages() -> anyhow::Result<()> {
    let folder = node_folder();
    let lock = fs::read(folder.join("package-lock.json")).context("end2end/package-lock.json could not be read")?;
    let wanted = wasm::hash(&lock);
    let stamp = folder.join("node_modules/.lock-hash");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if !process::exists("npm") {
        bail!("npm is missing: please install Node.js 20 or newer");
    }
    tell::timed("installing the packages of end2end with npm", || {
        let mut npm = command("npm");
        npm.current_dir(&folder).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).stdout(Stdio::null());
        process::run(&mut npm)?;
        Ok(fs::write(&stamp, wanted)?)
    })
}

/// The browser that the tests drive.
pub enum Browser {
    /// A Chromium of this machine.
    System(PathBuf),
    /// The one that Playwright downloads for itself.
    Bundled,
}

/// Finds a browser: `CHROMIUM`, the machine's own, Debian's, or Playwright's.
pub fn browser() -> anyhow::Result<Browser> {
    if is_debian_root() {
        debian(&["chromium", "fonts-noto-cjk"])?;
    }
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let found = named.into_iter().chain([PathBuf::from("/usr/bin/chromium")]).find(|path| path.exists());
    if let Some(path) = found {
        return Ok(Browser::System(path));
    }
    node_packages()?;
    tell::timed("letting Playwright install its Chromium", || {
        process::run(node_tool("playwright").args(["install", "chromium"]))
    })?;
    Ok(Browser::Bundled)
}
