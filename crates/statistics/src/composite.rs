//! What comes out when several measures are put together?
//!
//! The product's answer is a reader's own criteria ([`Criteria`], [`plausible_places`]): a region of weights, not a point,
//! and a range of places, not a score. The other two are reference methods that others can check us by: the composite
//! with missing codes ([`imputed_composite`]) and the star rating of CMS ([`cms_stars`]).

mod clusters;
mod cms_stars;
mod imputed;
mod noise;
mod ordering;
mod plausible;
mod region;
mod scoring;
mod sensitivity;
mod sobol;
mod standardise;
mod table;

pub use cms_stars::{REPORTING_HOSPITALS, StarGroup, StarHospital, StarMeasure, StarRules, cms_stars};
pub use imputed::{Composite, Entry, Group, Measure, SharedError, imputed_composite};
pub use noise::{NOISE_LEVELS, noise};
pub use plausible::{Agreement, OwnCriteria, Placed, Standing, UNCOVERED_LIMIT, plausible_places, uncovered_shares};
pub use region::{DEFAULT_VAGUENESS, LARGEST_CRITERIA, Preference, WeightRegion, WeightRegionError};
pub use sensitivity::{SENSITIVITY_DRAWS, Sensitivity, WeightChange, sensitivity};
pub use sobol::Sobol;
pub use standardise::{StandardScore, Standardised, Z_CLIP, standardise};
pub use table::{Criteria, LARGEST_HOSPITALS};

/// Weight vectors drawn from a reader's region. Part of the method's version.
pub const DRAWS: usize = 2_000;
