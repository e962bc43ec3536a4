//! Which hospitals are within a reader's reach, and in which order do they stand while nothing else is known?

use crate::error::ReportError;
use crate::geography::distance_from;
use crate::index::Index;
use crate::model::Distance;
use domain::regions::split_region_id;
use domain::view_spec::ViewSpec;

/// Radii that are tried until there is something to choose from, kilometres.
const RADII: [u16; 8] = [5, 10, 20, 30, 50, 100, 200, 500];
/// How many hospitals are enough.
const ENOUGH: usize = 30;

/// The hospitals in reach: place in the index and distance, nearest first, else by place.
pub(super) struct Reached {
    pub hospitals: Vec<(usize, Distance)>,
}

/// The country a question is about: of its region, else of the measures it names, else that of most hospitals.
pub(super) fn country(index: &Index, view: &ViewSpec) -> String {
    if let Some((country, _)) = view.region.as_deref().and_then(split_region_id) {
        return country.to_string();
    }
    let named = view.weights.iter().filter_map(|(id, _)| index.measure(id).ok());
    let of_measures = named.flat_map(|m| index.newest.countries(m.key)).next();
    let mut counted: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for listed in &index.hospitals {
        *counted.entry(listed.card.country.as_str()).or_default() += 1;
    }
    let largest = counted.into_iter().max_by_key(|(_, n)| *n).map_or("", |(country, _)| country);
    of_measures.unwrap_or(largest).to_string()
}

/// The hospitals of a question; without a place nobody, or everybody of its country.
pub(super) fn reached(index: &Index, view: &ViewSpec, everywhere: bool) -> Result<Reached, ReportError> {
    let placed = view.region.is_some() || view.near.is_some() || view.area.is_some();
    if !placed && !everywhere {
        return Ok(Reached { hospitals: Vec::new() });
    }
    let country = country(index, view);
    let mut hospitals: Vec<(usize, Distance)> = index
        .hospitals
        .iter()
        .enumerate()
        .filter(|(_, l)| l.card.country == country)
        .filter(|(_, l)| view.region.as_ref().is_none_or(|r| *r == l.card.hospital.region))
        .filter(|(_, l)| view.peer_group.is_none_or(|g| g == l.card.hospital.peer_group))
        .filter(|(_, l)| view.area.as_ref().is_none_or(|a| *a == l.card.area.code || *a == l.card.municipality_code))
        .map(|(i, l)| (i, view.near.map_or(Distance::Unknown, |here| distance_from(here, l.card.point))))
        .collect();
    if view.near.is_some() {
        let radius = view.radius_km.unwrap_or_else(|| radius_with_enough(&hospitals));
        hospitals.retain(|(_, d)| d.order_km() <= f64::from(radius));
    }
    hospitals.sort_by(|(a, da), (b, db)| {
        let place = |i: usize| {
            let card = &index.hospitals[i].card;
            (card.municipality_code.is_empty(), &card.hospital.region, &card.municipality_code, &card.hospital.id)
        };
        da.order_km().total_cmp(&db.order_km()).then_with(|| place(*a).cmp(&place(*b)))
    });
    Ok(Reached { hospitals })
}

fn radius_with_enough(hospitals: &[(usize, Distance)]) -> u16 {
    let inside = |radius: u16| hospitals.iter().filter(|(_, d)| d.order_km() <= f64::from(radius)).count();
    RADII.into_iter().find(|r| inside(*r) >= ENOUGH).unwrap_or(RADII[RADII.len() - 1])
}
