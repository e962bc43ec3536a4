//! Which hospitals and places of the demonstration are worth telling a story about?

use crate::facilities::{COUNTRYSIDE, FLOODED, Facility, LONE_ISLAND, METROPOLIS};
use crate::history;
use crate::package::SECOND;
use crate::roles::Role;
use crate::words::SHAKEN;
use crate::world::World;

/// Hospitals (by their ids in the second release) and places with a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmarks {
    /// Medical area of the metropolis.
    pub metropolis_area: &'static str,
    /// Prefecture in which every facility reports.
    pub countryside_region: &'static str,
    /// Medical area that is one island.
    pub island_area: &'static str,
    /// The one hospital of that island.
    pub island_hospital: String,
    /// Medical area of the flood of July 2023.
    pub flooded_area: &'static str,
    /// Its hospitals.
    pub flooded_hospitals: Vec<String>,
    /// Medical area of an earthquake that is not over when the second release appears.
    pub shaken_area: &'static str,
    /// Hospital of an outbreak in FY2022.
    pub outbreak_hospital: String,
    /// Palliative-care hospitals.
    pub palliative_hospitals: Vec<String>,
    /// University hospitals.
    pub university_hospitals: Vec<String>,
    /// Hospital that was merged into another on 2024-04-01, and that other.
    pub merged: (String, String),
    /// Id before and after a new name.
    pub renamed: (String, String),
    /// Hospital that opened on 2024-04-01.
    pub opened_hospital: String,
    /// Clinic that closed on 2024-03-31.
    pub closed_clinic: String,
    /// Hospitals that truly improved, and on what.
    pub improvers: Vec<Improver>,
}

/// A hospital whose true value became clearly better over the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Improver {
    /// Hospital.
    pub hospital_id: String,
    /// Measure.
    pub measure_id: &'static str,
}

/// Collects the landmarks.
pub fn landmarks(world: &World) -> Landmarks {
    let id = |index: usize| history::id(world, &world.facilities[index], index, &SECOND).into_owned();
    let all = |fits: &dyn Fn(&Facility) -> bool| -> Vec<String> {
        let facilities = world.facilities.iter().enumerate();
        facilities.filter(|(_, f)| fits(f)).map(|(index, _)| id(index)).collect()
    };
    let fates = &world.fates;
    Landmarks {
        metropolis_area: METROPOLIS,
        countryside_region: COUNTRYSIDE,
        island_area: LONE_ISLAND,
        island_hospital: all(&|f| f.area == LONE_ISLAND).concat(),
        flooded_area: FLOODED,
        flooded_hospitals: all(&Facility::is_flooded),
        shaken_area: SHAKEN,
        outbreak_hospital: id(fates.outbreak),
        palliative_hospitals: all(&|f| f.role == Role::Palliative),
        university_hospitals: all(&|f| f.role == Role::University),
        merged: (id(fates.merged), id(fates.merged_into)),
        renamed: (world.facilities[fates.renamed].id.clone(), id(fates.renamed)),
        opened_hospital: id(fates.opened),
        closed_clinic: id(fates.closed),
        improvers: improvers(world, &id),
    }
}

fn improvers(world: &World, id: &dyn Fn(usize) -> String) -> Vec<Improver> {
    world
        .observations
        .iter()
        .filter(|row| row.improver && row.year == SECOND.last_year && row.status == "reported")
        .map(|row| Improver { hospital_id: id(row.facility), measure_id: world.measures[row.measure].id })
        .collect()
}
