//! What is the whole invented country, before anything is published about it?

use crate::Error;
use crate::facilities::{self, Facility};
use crate::measures::{self, Measure};
use crate::observations::{self, Observation};
use crate::places::Places;
use crate::roles::Role;

/// Everything that is true in the demonstration.
pub struct World {
    /// Prefectures, areas, municipalities.
    pub places: Places,
    /// Hospitals and clinics.
    pub facilities: Vec<Facility>,
    /// Measures.
    pub measures: Vec<&'static Measure>,
    /// Values of all years.
    pub observations: Vec<Observation>,
    /// What became of hospitals.
    pub fates: Fates,
}

/// Indices of the facilities whose fate the second release tells.
#[derive(Debug, Clone, Copy)]
pub struct Fates {
    /// Joined `merged_into` on 2024-04-01.
    pub merged: usize,
    /// Took over `merged`.
    pub merged_into: usize,
    /// Opened on 2024-04-01.
    pub opened: usize,
    /// Has a new name and id since 2024-10-01.
    pub renamed: usize,
    /// Clinic that closed on 2024-03-31.
    pub closed: usize,
    /// Had an outbreak in FY2022.
    pub outbreak: usize,
}

impl World {
    /// Invents the country; always the same one.
    ///
    /// # Errors
    /// [`Error`] where the compiled-in lists are damaged.
    pub fn invent() -> Result<Self, Error> {
        let places = Places::load()?;
        let mut facilities = facilities::facilities(&places)?;
        let fates = fates(&facilities).ok_or(Error::NoFate)?;
        facilities[fates.merged].last_year = 2023;
        facilities[fates.merged_into].joined_year = 2024;
        facilities[fates.closed].last_year = 2023;
        facilities[fates.opened].first_year = 2024;
        let measures = measures::all();
        let observations = observations::observations(&facilities, &measures);
        Ok(Self { places, facilities, measures, observations, fates })
    }

    /// The values of a measure in a fiscal year, in the order of the facilities.
    pub fn values(&self, measure_id: &str, year: i32) -> &[Observation] {
        let Some(measure) = self.measures.iter().position(|m| m.id == measure_id) else {
            return &[];
        };
        let start = self.observations.partition_point(|o| (o.measure, o.year) < (measure, year));
        let end = self.observations.partition_point(|o| (o.measure, o.year) <= (measure, year));
        &self.observations[start..end]
    }
}

/// Picks facilities that are neither in the furnished places nor flooded.
fn fates(facilities: &[Facility]) -> Option<Fates> {
    let plain = |index: usize, role: Role| {
        facilities.get(index).is_some_and(|f| f.role == role && !f.furnished && !f.is_flooded() && !f.silent)
    };
    let find = |from: usize, role: Role| (from..facilities.len()).find(|i| plain(*i, role));
    let merged = (200..facilities.len()).find(|i| {
        plain(*i, Role::Acute) && plain(i + 1, Role::Acute) && facilities[*i].area == facilities[i + 1].area
    })?;
    Some(Fates {
        merged,
        merged_into: merged + 1,
        opened: find(420, Role::Acute)?,
        renamed: find(640, Role::Acute)?,
        closed: find(760, Role::Clinic)?,
        outbreak: find(880, Role::Acute)?,
    })
}
