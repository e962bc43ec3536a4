//! Is a facility that no name links a hospital under another name? The same size and most of a name tell: a corporation or
//! a university has changed what it is called, or one of the two is written otherwise (昭和大学病院, 昭和医科大学病院).

use super::likeness::Likeness;
use super::{Link, Names, Register, Taken, Wanted, settle};
use crate::places::Places;
use domain::HospitalId;
use domain::records::{FacilityRecord, HospitalRecord, Match};
use std::collections::HashMap;

/// Beds below which a number is shared by chance: many clinics have 19 of them.
const FEWEST: f64 = 20.0;
/// Beds that are the same but for the day of the count.
const NEARLY: f64 = 0.05;
/// Share of the shorter name that stands in the longer one, in its order, where the beds are the same.
const SAME_BEDS: f64 = 0.6;
/// The same where the beds are nearly the same.
const NEAR_BEDS: f64 = 0.9;

/// Beds as the files print them.
#[derive(Debug, Default)]
pub(crate) struct Beds {
    /// By hospital of the register.
    pub of_hospital: HashMap<HospitalId, f64>,
    /// In the order of the facilities.
    pub of_facility: Vec<Option<f64>>,
}

/// Links what [`super::link`] left over: within a municipality, where the two fit nobody else.
pub(crate) fn link_by_size(
    hospitals: &[HospitalRecord],
    facilities: &[FacilityRecord],
    beds: &Beds,
    places: &Places,
    links: &mut [Link],
) {
    let register = Register::new(hospitals);
    let taken = Taken::of(facilities, links);
    let open = (0..facilities.len()).filter(|place| links[*place].hospital.is_none());
    let found: Vec<(usize, usize)> = open
        .filter_map(|place| {
            let wanted = Wanted::new(&facilities[place], &register, places);
            let own = beds.of_facility.get(place).copied().flatten()?;
            let fitting = wanted.near.iter().copied().filter(|h| {
                let id = &register.hospitals[*h].id;
                let theirs = beds.of_hospital.get(id).copied();
                !taken.by_another(id, &facilities[place])
                    && theirs.is_some_and(|theirs| fits((own, &wanted.names), (theirs, &register.names[*h])))
            });
            let fitting: Vec<usize> = fitting.collect();
            match (wanted.place_known, &*fitting) {
                (true, [one]) => Some((place, *one)),
                _ => None,
            }
        })
        .collect();
    for (place, hospital) in found {
        links[place].found(register.id(hospital), Match::Suffix, 0.65);
    }
    settle(facilities, links);
}

fn fits((own, names): (f64, &[Names]), (theirs, name): (f64, &Names)) -> bool {
    if own < FEWEST || theirs < FEWEST {
        return false;
    }
    let needed = match (own - theirs).abs() {
        apart if apart < 0.5 => SAME_BEDS,
        apart if apart <= NEARLY * own.max(theirs) => NEAR_BEDS,
        _ => return false,
    };
    names.iter().any(|own| Likeness::of(&own.normalised, &name.normalised).of_shorter >= needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: (&str, f64), other: (&str, f64), expected: bool) {
        assert_eq!(fits((one.1, &[Names::new(one.0)]), (other.1, &Names::new(other.0))), expected, "{one:?} {other:?}");
    }

    #[test]
    fn the_same_beds_and_most_of_a_name_are_one_hospital() {
        check(("架空大学病院", 815.0), ("架空医科大学病院", 815.0), true);
        check(("医療法人社団明日会 南あけぼの病院", 295.0), ("医療法人社団青葉会南あけぼの病院", 295.0), true);
        check(("架空県立こどもセンター", 444.0), ("架空県立こども医療センター", 439.0), true);
    }

    #[test]
    fn other_beds_or_most_of_another_name_are_two() {
        check(("架空大学病院", 815.0), ("架空医科大学病院", 700.0), false);
        check(("みどり台病院", 120.0), ("あけぼの病院", 120.0), false);
        check(("明日会第一病院", 100.0), ("明日会記念南病院まちなか", 96.0), false);
        check(("あけぼの医院", 19.0), ("あけぼのクリニック", 19.0), false);
        check(("病院", 30.0), ("診療所", 30.0), false);
    }
}
