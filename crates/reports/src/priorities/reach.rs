//! Which hospitals are within a reader's reach, and in which order do they stand while nothing else is known?

use crate::care::reach;
use crate::finder::ByDistance;
use crate::index::Index;
use crate::model::{Distance, HospitalCard, Spot, SpotKind, Where};
use domain::regions::split_region_id;
use domain::view_spec::ViewSpec;
use std::cmp::Reverse;

/// The hospitals in reach: place in the index and distance, nearest first, else by place.
pub(super) struct Reached {
    pub place: Where,
    pub hospitals: Vec<(usize, Distance)>,
}

/// The country a question is about: of its region, else of the measures it names, else that of most hospitals.
pub(super) fn country(index: &Index, view: &ViewSpec) -> String {
    if let Some((country, _)) = view.region.as_deref().and_then(split_region_id) {
        return country.to_string();
    }
    let named = view.weights.iter().filter_map(|(id, _)| index.measure(id).ok());
    let of_measures = named.flat_map(|m| index.newest.countries(m.key)).next();
    of_measures.unwrap_or(index.country.as_str()).to_string()
}

/// The hospitals of a question; without a place nobody, or everybody of its country. Nobody is in reach across the sea.
pub(super) fn reached(index: &Index, view: &ViewSpec, country: &str, everywhere: bool) -> Reached {
    let place = index.places.resolve(&index.hospitals, view);
    let within = place.spot().and_then(|spot| reach(index, spot, view));
    let in_reach = |card: &HospitalCard| match &place {
        Where::Nowhere => everywhere,
        Where::Ambiguous(_) | Where::NotFound(_) => false,
        Where::Spot(spot) if spot.kind == SpotKind::Region => card.hospital.region == spot.region,
        Where::Spot(spot) => within.as_ref().is_some_and(|within| within.holds(spot, card)),
    };
    let far = |card: &HospitalCard| place.spot().map_or(Distance::Unknown, |spot| spot.distance(card.point));
    let wanted = |card: &HospitalCard| {
        card.country == country && view.peer_group.is_none_or(|g| g == card.hospital.peer_group) && in_reach(card)
    };
    let mut hospitals: Vec<(usize, Distance)> = index
        .hospitals
        .iter()
        .enumerate()
        .filter(|(_, listed)| listed.stands() && wanted(&listed.card))
        .map(|(i, listed)| (i, far(&listed.card)))
        .collect();
    nearest_first(&mut hospitals, place.spot(), |at| &index.hospitals[at].card);
    Reached { place, hospitals }
}

/// As in the finder: whoever has no point stands where those of its town or medical area do, the larger first.
fn nearest_first<'a>(
    hospitals: &mut [(usize, Distance)],
    spot: Option<&'a Spot>,
    card: impl Fn(usize) -> &'a HospitalCard,
) {
    let by_distance = ByDistance::of(hospitals.iter().map(|(at, distance)| (card(*at), *distance)), spot);
    let near = |(at, distance): &(usize, Distance)| by_distance.km(card(*at), *distance);
    let beds = |(at, _): &(usize, Distance)| spot.map(|_| Reverse(card(*at).beds_total));
    let place = |(at, _): &(usize, Distance)| {
        let card = card(*at);
        (card.municipality_code.is_empty(), &card.hospital.region, &card.municipality_code, &card.hospital.id)
    };
    hospitals.sort_by(|a, b| {
        near(a).total_cmp(&near(b)).then_with(|| beds(a).cmp(&beds(b))).then_with(|| place(a).cmp(&place(b)))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::hospital;
    use crate::model::Land;

    #[test]
    fn whoever_has_no_point_stands_where_its_area_does_and_not_last() {
        let of = |id, area| hospital(id, area, Land::Mainland, (38.0, 138.4));
        let listed = [of("nowhere", "1501"), of("near", "1501"), of("far", "1501"), of("elsewhere", "1502")];
        let distances = [Distance::Unknown, Distance::Km(2.0), Distance::Km(8.0), Distance::Unknown];
        let mut hospitals: Vec<(usize, Distance)> = distances.into_iter().enumerate().collect();
        nearest_first(&mut hospitals, None, |at| &listed[at].card);
        let told: Vec<&str> = hospitals.iter().map(|(at, _)| listed[*at].card.hospital.id.as_str()).collect();
        assert_eq!(told, ["near", "nowhere", "far", "elsewhere"]);
        assert!(hospitals.contains(&(0, Distance::Unknown)), "no kilometres are told");
    }
}
