//! Which hospitals of the same role, and of the same field, lie nearest?

use crate::geography::distance_between;
use crate::index::Index;
use crate::model::{Distance, HospitalCard, MapPoint, Neighbour};
use domain::peers::PeerGroup;

/// Nearest hospitals shown.
pub(crate) const NEARBY: usize = 5;

/// Nearest hospitals of the same role among those that are `wanted`, the same land first; nobody around a hospital without a
/// point.
pub(crate) fn nearest_of_role(
    index: &Index,
    card: &HospitalCard,
    count: usize,
    wanted: impl Fn(&HospitalCard) -> bool,
) -> Vec<Neighbour> {
    let mut found: Vec<(&HospitalCard, Distance)> = of_role(index, card)
        .map(|other| (other, distance_between(card.point, other.point)))
        .filter(|(_, distance)| *distance != Distance::Unknown)
        .collect();
    found.sort_by(|(a, da), (b, db)| {
        let crossing = |other: &HospitalCard| card.land.crossing(&other.land);
        let far = da.order_km().total_cmp(&db.order_km());
        crossing(a).cmp(&crossing(b)).then(far).then_with(|| a.hospital.id.cmp(&b.hospital.id))
    });
    // asking who is wanted is the dearest part: only as many are asked as it takes
    let near = found.into_iter().filter(|(other, _)| wanted(other)).take(count);
    near.map(|(other, distance)| neighbour(card, other, distance)).collect()
}

/// Hospitals of the same role in the same region, by id: where a hospital has no point to measure from.
pub(crate) fn of_role_in_region(
    index: &Index,
    card: &HospitalCard,
    count: usize,
    wanted: impl Fn(&HospitalCard) -> bool,
) -> Vec<Neighbour> {
    let here = of_role(index, card).filter(|other| other.hospital.region == card.hospital.region && wanted(other));
    here.take(count).map(|other| neighbour(card, other, Distance::Unknown)).collect()
}

fn neighbour(from: &HospitalCard, to: &HospitalCard, distance: Distance) -> Neighbour {
    // between the middle of a town and a hospital of the same town lie no kilometres that anybody knows
    let one_town = !from.municipality_code.is_empty() && from.municipality_code == to.municipality_code;
    let exact = |card: &HospitalCard| matches!(card.point, MapPoint::Exact(_));
    let told = !one_town || (exact(from) && exact(to));
    let distance = if told { distance } else { Distance::Unknown };
    Neighbour { card: to.clone(), distance, crossing: from.land.crossing(&to.land) }
}

/// Hospitals whose role is not known are not held against each other, nor one of a single field against a general one.
fn of_role<'a>(index: &'a Index, card: &'a HospitalCard) -> impl Iterator<Item = &'a HospitalCard> {
    let known = card.hospital.peer_group != PeerGroup::Unclassified;
    index.hospitals.iter().filter(|listed| listed.stands()).map(|listed| &listed.card).filter(move |other| {
        known
            && other.hospital.peer_group == card.hospital.peer_group
            && other.country == card.country
            && other.hospital.has_patients_of(&card.hospital)
            && other.hospital.id != card.hospital.id
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::hospital;
    use crate::model::Land;
    use domain::view_spec::GeoPoint;

    #[test]
    fn of_a_hospital_somewhere_in_the_same_town_no_kilometres_are_told() {
        let of = |id, code: &str, point| {
            let mut card = hospital(id, "1501", Land::Mainland, (38.0, 138.4)).card;
            (card.municipality_code, card.point) = (code.to_string(), point);
            card
        };
        let point = GeoPoint::new(38.0, 138.4).unwrap();
        let own = of("own", "15201", MapPoint::Exact(point));
        let far = |other: &HospitalCard| neighbour(&own, other, Distance::AboutKm(2.0)).distance;
        assert_eq!(far(&of("same", "15201", MapPoint::About(point))), Distance::Unknown);
        assert_eq!(far(&of("exact", "15201", MapPoint::Exact(point))), Distance::AboutKm(2.0));
        assert_eq!(far(&of("other", "15202", MapPoint::About(point))), Distance::AboutKm(2.0));
    }
}
