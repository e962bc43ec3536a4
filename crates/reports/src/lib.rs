//! Which questions does the public ask, and what is the fully caveated answer?
//!
//! The only place where data and rules meet. A value leaves this crate only as `Disclosed`.

pub mod model;
mod service;

mod area;
mod care;
pub mod chart;
mod collected;
mod compare;
mod contents;
mod demonstration;
mod doubt;
mod export;
mod finder;
mod history;
mod hospital;
mod letter;
mod measure;
mod origins;
mod place_names;
mod places;
mod regions;
mod sources;
mod tidings;
mod today;
mod variation;
mod whole;

pub mod figures;
pub mod publish;

mod assemble;
mod error;
mod evidence;
pub mod geography;
mod index;
mod nearby;
mod newest;
mod priorities;
mod romanised;
pub mod search;

pub use doubt::{Beyond, Doubt};
pub use error::{ReportError, Undrawn};
pub use export::Export;
pub use priorities::said_of_place;
pub use service::Reports;
pub use whole::WholeMeasure;

/// Which methods there are, in words for readers.
pub use statistics::methods;
