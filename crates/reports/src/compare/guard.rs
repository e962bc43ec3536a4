//! Which of these hospitals may be compared, why not the others, and what is fair instead?

use super::Read;
use crate::index::Index;
use crate::model::{Alternative, Guard, GuardReason, HospitalCard, Instead};
use crate::nearby::{nearest_of_role, of_role_in_region};
use domain::caveats::facts::{ComparisonFacts, Facts, HospitalFacts};
use domain::caveats::{Caveat, Effect, Element, ROLE_NOT_KNOWN, that_apply};
use domain::peers::PeerGroup;

/// Nearest hospitals offered for each hospital of an unfair pair.
const OFFERED: usize = 2;

/// Looks at every pair.
pub(super) fn guard(index: &Index, read: &[Read]) -> Guard {
    let mut unfair = Vec::new();
    let mut because: Vec<GuardReason> = Vec::new();
    for a in 0..read.len() {
        for b in a + 1..read.len() {
            let said = [(a, caveats(&read[a], &read[b].card)), (b, caveats(&read[b], &read[a].card))];
            if !said.iter().flat_map(|(_, caveats)| caveats).any(|c| c.removes(Element::Rank)) {
                continue;
            }
            unfair.push((a, b));
            for (place, caveats) in said {
                caveats.into_iter().for_each(|caveat| add(&mut because, caveat, place));
            }
        }
    }
    // that they differ comes before how each of them is special
    because.sort_by_key(|reason| (!reason.caveat.removes(Element::Rank), reason.caveat.position()));
    let concerned = (0..read.len()).filter(|place| unfair.iter().any(|(a, b)| a == place || b == place));
    let alternatives = concerned.flat_map(|place| alternatives(index, place, &read[place].card)).collect();
    Guard { because, unfair, alternatives }
}

fn add(because: &mut Vec<GuardReason>, caveat: &'static Caveat, place: usize) {
    match because.iter_mut().find(|reason| says_the_same(reason.caveat, caveat)) {
        Some(reason) if reason.hospitals.contains(&place) => {}
        Some(reason) => {
            reason.hospitals.push(place);
            reason.hospitals.sort_unstable();
        }
        None => because.push(GuardReason { caveat, hospitals: vec![place] }),
    }
}

/// The caveats of an unfair pair, those of the second hospital among them.
pub(super) fn caveats_of_pair(a: &Read, b: &Read) -> Vec<&'static Caveat> {
    let mut both = caveats(a, &b.card);
    both.extend(caveats(b, &a.card));
    both.sort_by_key(|c| (!c.removes(Element::Rank), c.position()));
    both.dedup_by(|one, other| says_the_same(one, other));
    both
}

/// One caveat may have other words where a role is not known.
fn says_the_same(one: &Caveat, other: &Caveat) -> bool {
    one == other && one.text == other.text
}

/// What has to be said of one hospital beside another: the rules that ask for another group of hospitals.
fn caveats(own: &Read, other: &HospitalCard) -> Vec<&'static Caveat> {
    let facts =
        Facts { hospital: own.facts.clone(), comparison: comparison_facts(&own.card, other), ..Facts::default() };
    let unknown = [&own.card, other].iter().any(|card| card.hospital.peer_group == PeerGroup::Unclassified);
    let truly = |caveat: &'static Caveat| if unknown && *caveat == ROLE_NOT_KNOWN { &ROLE_NOT_KNOWN } else { caveat };
    that_apply(&facts).into_iter().filter(|c| c.effect == Effect::Regroups).map(truly).collect()
}

fn comparison_facts(one: &HospitalCard, other: &HospitalCard) -> ComparisonFacts {
    let role = one.hospital.peer_group;
    // nobody can say that two hospitals whose role is not known have the same one
    let same_role =
        role == other.hospital.peer_group && role != PeerGroup::Unclassified && one.country == other.country;
    // and a hospital of one field has other patients than a general one of the same role
    let same = same_role && one.hospital.has_patients_of(&other.hospital);
    let beds = |card: &HospitalCard| card.beds_total.filter(|beds| *beds > 0).map(f64::from);
    ComparisonFacts {
        different_roles: !same,
        beds_ratio: beds(one).zip(beds(other)).map(|(a, b)| a.max(b) / a.min(b)),
        stratified_by_role: same_role,
    }
}

/// May the other hospital be compared with this one, as far as roles and sizes go?
pub(super) fn fits(card: &HospitalCard) -> impl Fn(&HospitalCard) -> bool {
    move |other| {
        let comparison = comparison_facts(card, other);
        let facts = Facts { hospital: HospitalFacts::default(), comparison, ..Facts::default() };
        // beside a hospital with figures one without any tells nothing
        let can_tell = card.reported_measures == 0 || other.reported_measures > 0;
        can_tell && !that_apply(&facts).iter().any(|c| c.removes(Element::Rank))
    }
}

/// The nearest of the same role and size, and the hospital against all of its role.
fn alternatives(index: &Index, hospital: usize, card: &HospitalCard) -> Vec<Alternative> {
    let fits = fits(card);
    let nearest = match nearest_of_role(index, card, OFFERED, &fits) {
        none if none.is_empty() => of_role_in_region(index, card, OFFERED, &fits),
        found => found,
    };
    let role = card.hospital.peer_group;
    let of_role = index.hospitals.iter().filter(|l| l.stands()).map(|l| &l.card);
    let of_role = of_role.filter(|c| c.hospital.peer_group == role && c.country == card.country).count();
    // most of the role have other patients than a hospital of one field
    let alone = role == PeerGroup::Unclassified || card.hospital.specialty.is_some();
    let peers = if alone { 0 } else { u32::try_from(of_role).unwrap_or(u32::MAX) };
    let nearest = (!nearest.is_empty()).then_some(Instead::Nearest(nearest));
    nearest.into_iter().chain([Instead::OwnPeers { peers }]).map(|instead| Alternative { hospital, instead }).collect()
}

/// All largest sets in which every pair is fair; a hospital may stand in several, and in one of its own.
pub(super) fn groups(hospitals: usize, guard: &Guard) -> Vec<Vec<usize>> {
    let members = |set: u32| (0..hospitals).filter(move |place| set & (1 << place) != 0);
    let fair = |set: u32| members(set).all(|a| members(set).all(|b| a == b || guard.allows(a, b)));
    let fair_sets: Vec<u32> = (1..1_u32 << hospitals).filter(|set| fair(*set)).collect();
    let largest =
        fair_sets.iter().filter(|set| !fair_sets.iter().any(|other| other != *set && *other & **set == **set));
    let mut groups: Vec<Vec<usize>> = largest.map(|set| members(*set).collect()).collect();
    groups.sort();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::hospital;
    use crate::model::Land;
    use domain::specialty::Specialty;

    #[test]
    fn a_hospital_of_one_field_fits_no_general_hospital_of_its_role_and_no_other_field() {
        let of = |specialty| {
            let mut own = hospital("a", "1501", Land::Mainland, (38.0, 138.4)).card;
            own.hospital.specialty = specialty;
            own
        };
        let check = |one, other, expected| assert_eq!(fits(&of(one))(&of(other)), expected, "{one:?} {other:?}");
        check(None, None, true);
        check(Some(Specialty::Cancer), Some(Specialty::Cancer), true);
        check(Some(Specialty::Cancer), None, false);
        check(None, Some(Specialty::Cancer), false);
        check(Some(Specialty::Cancer), Some(Specialty::Heart), false);
    }

    fn check(hospitals: usize, unfair: &[(usize, usize)], expected: &[&[usize]]) {
        let guard = Guard { because: Vec::new(), unfair: unfair.to_vec(), alternatives: Vec::new() };
        assert_eq!(groups(hospitals, &guard), expected);
    }

    #[test]
    fn an_unfair_pair_is_never_in_one_group_and_a_fair_one_always_is() {
        check(3, &[], &[&[0, 1, 2]]);
        check(2, &[(0, 1)], &[&[0], &[1]]);
        check(3, &[(0, 2)], &[&[0, 1], &[1, 2]]);
        check(3, &[(0, 1), (1, 2)], &[&[0, 2], &[1]]);
        check(0, &[], &[]);
    }
}
