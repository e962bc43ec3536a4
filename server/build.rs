//! Which files of the browser's half travel inside the program? Those of the folder that `MONOSASHI_EMBED` names, and none without it.
//!
//! `cargo xtask package` names it, once the files are made from these very sources. A build that finds files by itself
//! could take in older ones, whose islands do not fit the pages.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "MONOSASHI_EMBED";
/// Says that the others are complete, and holds their hash.
const MARK: &str = ".complete";
const FILES: [&str; 2] = ["monosashi.js", "monosashi_bg.wasm"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={FOLDER}");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    let inside = match env::var_os(FOLDER) {
        // a path is told as it is seen from the root of the project
        Some(folder) => inside(&Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("..").join(folder).join("pkg"), &out)?,
        None => "None".to_string(),
    };
    Ok(fs::write(out.join("inside.rs"), inside)?)
}

/// Copies the files to where the compiler finds them, and names them.
fn inside(pkg: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    let path = pkg.join(MARK);
    println!("cargo::rerun-if-changed={}", path.display());
    let mark = fs::read_to_string(&path)
        .map_err(|error| format!("{FOLDER}: {} ({error}); `cargo xtask package` makes it", path.display()))?;
    let mut files = String::new();
    for name in FILES {
        fs::copy(pkg.join(name), out.join(name)).map_err(|error| format!("{}: {error}", pkg.join(name).display()))?;
        files += &format!("({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")).as_slice()), ");
    }
    Ok(format!("Some(Inside {{ mark: {:?}, files: &[{files}] }})", mark.trim()))
}
