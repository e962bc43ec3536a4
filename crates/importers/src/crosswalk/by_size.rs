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
/// Then also share of the longer name, unless the whole shorter one stands in it: the name of a town is in that of all its hospitals.
const OF_LONGER: f64 = 0.5;

/// Beds as the files print them.
#[derive(Debug, Default)]
pub(crate) struct Beds {
    /// By hospital of the register.
    pub of_hospital: HashMap<HospitalId, f64>,
    /// In the order of the facilities.
    pub of_facility: Vec<Option<f64>>,
}

/// A facility that no name links, in a municipality that is known.
pub(super) struct Open {
    /// Its place among the facilities.
    pub place: usize,
    pub wanted: Wanted,
    pub beds: Option<f64>,
}

impl Open {
    pub(super) fn all(
        (facilities, links): (&[FacilityRecord], &[Link]),
        register: &Register<'_>,
        beds: &Beds,
        places: &Places,
    ) -> Vec<Self> {
        let open = (0..facilities.len()).filter(|place| links[*place].hospital.is_none());
        let open = open.map(|place| Self {
            place,
            wanted: Wanted::new(&facilities[place], register, places),
            beds: beds.of_facility.get(place).copied().flatten(),
        });
        let mut open: Vec<Self> = open.filter(|one| one.wanted.place_known).collect();
        let told: HashMap<(usize, String), f64> =
            open.iter().filter_map(|one| Some((one.called()?, one.beds?))).collect();
        for silent in open.iter_mut().filter(|one| one.beds.is_none()) {
            silent.beds = silent.called().and_then(|called| told.get(&called).copied());
        }
        open
    }

    /// A hospital of the municipality, and the name: another list that leaves it over tells its beds.
    fn called(&self) -> Option<(usize, String)> {
        Some((*self.wanted.near.first()?, self.wanted.names.first()?.normalised.clone()))
    }

    /// The hospitals of its municipality that fit, of those whose beds are printed.
    pub(super) fn fitting(
        &self,
        register: &Register<'_>,
        beds: &Beds,
        fits: impl Fn(usize, &HospitalId, f64) -> bool,
    ) -> Vec<usize> {
        let fits = |hospital: &usize| {
            let id = &register.hospitals[*hospital].id;
            beds.of_hospital.get(id).is_some_and(|theirs| fits(*hospital, id, *theirs))
        };
        self.wanted.near.iter().copied().filter(fits).collect()
    }
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
    let found: Vec<(usize, usize)> = Open::all((facilities, links), &register, beds, places)
        .iter()
        .filter_map(|open| {
            let own = open.beds?;
            let fitting = open.fitting(&register, beds, |hospital, id, theirs| {
                !taken.by_another(id, &facilities[open.place])
                    && fits((own, &open.wanted.names), (theirs, &register.names[hospital]))
            });
            match &*fitting {
                [one] => Some((open.place, *one)),
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
    let (of_shorter, of_longer) = match (own - theirs).abs() {
        apart if apart < 0.5 => (SAME_BEDS, 0.0),
        apart if apart <= NEARLY * own.max(theirs) => (NEAR_BEDS, OF_LONGER),
        _ => return false,
    };
    names.iter().any(|own| {
        let likeness = Likeness::of(&own.normalised, &name.normalised);
        likeness.of_shorter >= of_shorter && (likeness.of_longer >= of_longer || own.holds(name) || name.holds(own))
    })
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
        check(("青葉南医療センター", 49.0), ("医療法人青葉病院", 50.0), false);
        check(("青葉病院", 49.0), ("せいふう明日会青葉病院", 50.0), true);
    }
}
