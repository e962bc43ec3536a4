//! Which hospitals across the sea take whom an island sends away?

use crate::model::HospitalCard;
use domain::peers::PeerGroup;
use domain::specialty::Specialty;
use std::cmp::Reverse;

/// Across the sea nobody chooses for the sake of a kilometre: what is this much farther than the nearest is as near.
const AS_NEAR: f64 = 1.25;
/// The same in kilometres, for a land that is close.
const AS_NEAR_KM: f64 = 50.0;

/// At most `count` of those given with their kilometres: of the nearest land, by role and field, the larger first; other islands and
/// hospitals for the mind last.
pub(crate) fn taking_from_islands<T>(far: Vec<(f64, &HospitalCard, T)>, count: usize) -> Vec<T> {
    // another island is no place where an island sends people to, unless there is nothing else
    let kilometres = |island: bool| {
        let of = far.iter().filter(move |(_, card, _)| (card.hospital.peer_group == PeerGroup::Island) == island);
        of.map(|(km, ..)| *km).reduce(f64::min)
    };
    let nearest = kilometres(false).or_else(|| kilometres(true)).unwrap_or(f64::INFINITY);
    let as_near = (nearest * AS_NEAR).max(nearest + AS_NEAR_KM);
    let mut near: Vec<_> = far.into_iter().filter(|(km, ..)| *km <= as_near).collect();
    near.sort_by(|(km, card, _), (other_km, other, _)| {
        rank(card).cmp(&rank(other)).then(km.total_cmp(other_km)).then_with(|| card.hospital.id.cmp(&other.hospital.id))
    });
    near.into_iter().take(count).map(|(.., one)| one).collect()
}

fn rank(card: &HospitalCard) -> impl Ord + use<> {
    let (role, field) = (card.hospital.peer_group, card.hospital.specialty);
    let mind = role == PeerGroup::Psychiatric || field == Some(Specialty::Mind);
    (role == PeerGroup::Island, mind, role, field, Reverse(card.beds_total))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::hospital;
    use crate::model::Land;

    #[test]
    fn the_centre_of_the_nearest_land_comes_before_its_clinics_and_before_a_farther_land() {
        let of = |id, role| {
            let mut card = hospital(id, "1501", Land::Mainland, (38.0, 138.4)).card;
            card.hospital.peer_group = role;
            card
        };
        let cards = [
            of("quay", PeerGroup::ChronicMix),
            of("centre", PeerGroup::TertiaryEmergency),
            of("other-island", PeerGroup::Island),
            of("capital", PeerGroup::Advanced),
        ];
        let far = [405.0, 412.0, 129.0, 1950.0]
            .into_iter()
            .zip(&cards)
            .map(|(km, card)| (km, card, card.hospital.id.as_str()));
        assert_eq!(taking_from_islands(far.collect(), 10), ["centre", "quay", "other-island"]);
    }
}
