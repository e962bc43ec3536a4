//! Which fictional hospitals, measures and values does the demonstration show?
//!
//! This crate writes interchange packages and must never know who reads them: no other part of the project is used here.
//! Everything is invented, from the names of the hospitals to the values; only prefectures, medical areas and municipalities
//! exist. The same bytes come out on every machine: throws are hashes of their names ([`dice`]), there is no clock, and all
//! transcendental functions are those of `libm`.
//!
//! ```
//! let [first, second] = demonstration::packages()?;
//! assert_eq!((first.as_of, second.as_of), ("2024-10-01", "2025-10-01"));
//! # Ok::<(), demonstration::Error>(())
//! ```

mod area_tables;
mod context;
mod dice;
mod draw;
mod facilities;
mod history;
mod landmarks;
mod measure_table;
mod measures;
mod names;
mod observations;
mod package;
mod places;
mod roles;
mod table;
mod truth;
mod voices;
mod words;
mod world;

use std::path::Path;
use std::sync::OnceLock;

pub use landmarks::{Improver, Landmarks};
pub use package::{Package, PackageFile};
pub use truth::{TrueValue, Truth};
use world::World;

/// Why no package could be made or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A list compiled into this crate is no CSV.
    #[error("a list of the demonstration is damaged: {0}")]
    List(#[source] csv::Error),
    /// A list compiled into this crate has something else where a number should be.
    #[error("a list of the demonstration has \"{text}\" where a number should be")]
    Number {
        /// What is there.
        text: String,
    },
    /// The lists leave no hospital to merge, open, rename or close.
    #[error("the lists of the demonstration leave no hospital to merge, open, rename or close")]
    NoFate,
    /// A description could not be written as JSON.
    #[error("the description of a package could not be written: {0}")]
    Json(#[from] serde_json::Error),
    /// A file could not be written.
    #[error("could not write {path}: {source}")]
    Write {
        /// Which file or folder.
        path: String,
        /// Why.
        source: std::io::Error,
    },
}

/// The two fictional packages, a year apart.
///
/// # Errors
/// [`Error`] where the lists compiled into this crate are damaged.
pub fn packages() -> Result<[Package; 2], Error> {
    let world = world()?;
    Ok([package::package(world, &package::FIRST)?, package::package(world, &package::SECOND)?])
}

/// The titles of the two packages, by which their releases are known again.
pub const fn titles() -> [&'static str; 2] {
    [package::FIRST.title, package::SECOND.title]
}

/// Writes a package as a folder.
///
/// # Errors
/// [`Error::Write`] with the path that could not be written.
pub fn write(package: &Package, dir: &Path) -> Result<(), Error> {
    let failed = |path: &Path| {
        let path = path.display().to_string();
        move |source| Error::Write { path, source }
    };
    std::fs::create_dir_all(dir).map_err(failed(dir))?;
    for file in &package.files {
        let path = dir.join(file.name);
        std::fs::write(&path, &file.bytes).map_err(failed(&path))?;
    }
    Ok(())
}

/// The true values behind the observations of both packages.
///
/// # Errors
/// [`Error`] where the lists compiled into this crate are damaged.
pub fn truth() -> Result<Truth, Error> {
    Ok(package::truth(world()?))
}

/// The hospitals, areas and measures that stories about the demonstration can point at.
///
/// # Errors
/// [`Error`] where the lists compiled into this crate are damaged.
pub fn landmarks() -> Result<Landmarks, Error> {
    Ok(landmarks::landmarks(world()?))
}

/// Invents the country once per process.
fn world() -> Result<&'static World, Error> {
    static WORLD: OnceLock<World> = OnceLock::new();
    if let Some(world) = WORLD.get() {
        return Ok(world);
    }
    let invented = World::invent()?;
    Ok(WORLD.get_or_init(|| invented))
}

#[cfg(test)]
mod tests;
