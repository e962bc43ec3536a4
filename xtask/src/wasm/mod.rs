//! How does the browser's half of the site come into being, and how big is it?
//!
//! cargo → `bindings` → `wasm-opt` → target/site/pkg. The file `.complete` is written last and holds the hash of the
//! others: the server offers the islands when it is there. Nothing is rebuilt when no source has changed.

pub mod toolchain;

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::process::{self, root, target};
use crate::tree::Tree;
use crate::{members, setup, tell};

/// The name of the files that the browser loads.
pub const NAME: &str = "monosashi";

/// What the browser may be made to load, compressed.
pub const BUDGET_BYTES: usize = 250_000;

/// The part of `app` that reaches the browser.
const BROWSER_HALF: [&str; 3] = ["--no-default-features", "--features", "hydrate"];

/// The finished half of the browser.
pub struct Front {
    /// Bytes of the WebAssembly as it lies on the disk.
    pub bytes: usize,
    /// Bytes of WebAssembly and JavaScript together as they travel (gzip).
    pub compressed_bytes: usize,
}

impl fmt::Display for Front {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kilobytes, compressed) = (self.bytes.div_ceil(1000), self.compressed_bytes.div_ceil(1000));
        write!(formatter, "WebAssembly: {kilobytes} kB, {compressed} kB compressed with its JavaScript")
    }
}

/// Builds the WebAssembly into `target/site/pkg`, or does nothing if what is there came from these very sources.
pub fn build() -> anyhow::Result<Front> {
    let sources = sources_hash()?;
    if !is_up_to_date(&sources) {
        let way = toolchain::find()?;
        let module = tell::timed(&format!("building the WebAssembly {way}"), || compile(&way, "app", &BROWSER_HALF))?;
        let staged = tell::timed("making the WebAssembly small", || shrink(&module))?;
        install(&staged, &sources)?;
    }
    weigh(&package_folder())
}

/// Takes away WebAssembly that was built from other sources: its islands would not fit the pages of this server.
pub fn forget_if_stale() -> anyhow::Result<()> {
    if !is_up_to_date(&sources_hash()?) {
        forget()?;
    }
    Ok(())
}

/// The folder that the server looks into (`MONOSASHI_SITE`).
pub fn site_folder() -> PathBuf {
    target().join("site")
}

/// The SHA-256 of bytes in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How many bytes travel when `bytes` are asked for with gzip.
pub fn gzip_bytes(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn package_folder() -> PathBuf {
    site_folder().join("pkg")
}

fn front_folder() -> PathBuf {
    target().join("front")
}

/// The hash of everything that the WebAssembly is made from.
fn sources_hash() -> anyhow::Result<String> {
    let tree = Tree::read(root())?;
    let folders = members::read(&tree)?.needed_by("app");
    let is_source = |path: &str| {
        path == "Cargo.lock"
            || path == "Cargo.toml"
            || path.starts_with("xtask/bindings/")
            || path == "end2end/package-lock.json"
            || folders.iter().any(|folder| path.starts_with(&format!("{folder}/")))
    };
    let mut digest = Sha256::new();
    for file in tree.files().filter(|file| is_source(&file.path)) {
        digest.update(file.path.as_bytes());
        digest.update([0]);
        digest.update(file.text.as_bytes());
        digest.update([0]);
    }
    Ok(hash(&digest.finalize()))
}

fn is_up_to_date(sources: &str) -> bool {
    let made_from = fs::read_to_string(front_folder().join("made-from"));
    made_from.is_ok_and(|made_from| made_from == sources) && package_folder().join(".complete").exists()
}

/// Builds a library of the workspace for the browser; returns the module.
pub fn compile(way: &toolchain::Way, package: &str, arguments: &[&str]) -> anyhow::Result<PathBuf> {
    let mut cargo = way.cargo();
    cargo
        .args(["build", "--package", package, "--lib"])
        .args(arguments)
        .args(["--profile", "wasm-release", "--target", toolchain::TARGET, "--target-dir"])
        .arg(front_folder())
        .args(way.extra_arguments());
    process::run(&mut cargo)?;
    let module = format!("wasm-release/{}.wasm", package.replace('-', "_"));
    Ok(front_folder().join(toolchain::TARGET).join(module))
}

/// Gives the module its JavaScript and makes both small; returns the folder they are in.
fn shrink(module: &Path) -> anyhow::Result<PathBuf> {
    let staged = front_folder().join("staged");
    if staged.exists() {
        fs::remove_dir_all(&staged)?;
    }
    fs::create_dir_all(&staged)?;
    process::run(process::tool("bindings")?.arg(module).arg(&staged).arg(NAME))?;

    let wasm = staged.join(format!("{NAME}_bg.wasm"));
    if let Err(error) = optimise(&wasm) {
        tell::line(&format!("the WebAssembly stays larger than it could be: {error:#}"));
    }
    Ok(staged)
}

/// The features that the compiler uses by default, and no newer ones: `--all-features` would let the optimiser use what
/// only the newest browsers know.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

fn optimise(wasm: &Path) -> anyhow::Result<()> {
    setup::node_packages()?;
    let smaller = wasm.with_extension("smaller");
    let mut optimiser = setup::node_tool("wasm-opt");
    optimiser.arg("-Oz").args(FEATURES).arg(wasm).arg("-o").arg(&smaller);
    process::run(&mut optimiser)?;
    Ok(fs::rename(smaller, wasm)?)
}

/// Moves the finished files to where the server finds them; `.complete` comes last.
fn install(staged: &Path, sources: &str) -> anyhow::Result<()> {
    forget()?;
    let folder = package_folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut digest = Sha256::new();
    let tree = files_below(staged)?;
    for path in &tree {
        let inside = path.strip_prefix(staged)?;
        let bytes = fs::read(path)?;
        digest.update(inside.to_string_lossy().as_bytes());
        digest.update(&bytes);
        let target = folder.join(inside);
        fs::create_dir_all(target.parent().unwrap_or(&folder))?;
        fs::write(target, bytes)?;
    }
    fs::write(front_folder().join("made-from"), sources)?;
    Ok(fs::write(folder.join(".complete"), hash(&digest.finalize()))?)
}

fn forget() -> anyhow::Result<()> {
    let complete = package_folder().join(".complete");
    if complete.exists() {
        fs::remove_file(complete)?;
    }
    Ok(())
}

fn files_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn weigh(folder: &Path) -> anyhow::Result<Front> {
    let mut front = Front { bytes: 0, compressed_bytes: 0 };
    for path in files_below(folder)? {
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") => front.bytes += bytes.len(),
            Some("js") => {}
            _ => continue,
        }
        front.compressed_bytes += gzip_bytes(&bytes)?;
    }
    if front.bytes == 0 {
        bail!("{} holds no WebAssembly", folder.display());
    }
    Ok(front)
}
