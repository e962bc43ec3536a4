//! Which hospital is a facility that neither its name nor its size links?
//!
//! Two lists that should hold everybody leave over one of each in a municipality: the hospital has a new name in one of them
//! (東京医科歯科大学病院, 東京科学大学病院). A hospital that any year of the same list knows already is never taken.

use super::by_size::Open;
use super::likeness::{Likeness, telling_end};
use super::{Beds, Link, Names, Register, Wanted, settle};
use crate::places::Places;
use domain::HospitalId;
use domain::records::{FacilityRecord, HospitalRecord, Match};
use std::collections::{BTreeSet, HashMap};

/// Beds below which a place is a clinic, which are too many for a likeness to tell.
const FEWEST: f64 = 20.0;
/// The smaller number of beds as a share of the larger one: lists count other kinds of beds.
const SIMILAR: f64 = 0.65;
/// How much better the best likeness must be than the next.
const CLEARLY: f64 = 0.15;
/// What a clinic is called and a hospital may not be (医療法).
const CLINICS: &[&str] = &["診療所", "クリニック", "医院"];
/// Letters of a common end that tell.
const TELLING: usize = 4;

/// Links what [`super::link_by_size`] left over, first by the names that links have taught.
pub(crate) fn link_left_over(
    hospitals: &[HospitalRecord],
    facilities: &[FacilityRecord],
    beds: &Beds,
    places: &Places,
    links: &mut [Link],
) {
    let register = Register::new(hospitals);
    let open = Open::all((facilities, links), &register, beds, places);
    for by in [by_learned_name, by_likeness] {
        let taken = Lists::of(facilities, links);
        let found: Vec<(usize, usize)> = open
            .iter()
            .filter(|open| links[open.place].hospital.is_none())
            .filter_map(|open| {
                let free = open.fitting(&register, beds, |_, id, theirs| {
                    !taken.knows(id, &facilities[open.place]) && fits(open.beds, theirs)
                });
                Some((open.place, by(&register, &taken, &open.wanted, &free)?))
            })
            .collect();
        for (place, hospital) in found {
            links[place].found(register.id(hospital), Match::Suffix, 0.65);
        }
        settle(facilities, links);
    }
}

fn fits(own: Option<f64>, theirs: f64) -> bool {
    theirs >= FEWEST && own.is_none_or(|own| own.min(theirs) >= SIMILAR * own.max(theirs))
}

/// Which lists know a hospital, and under which names.
struct Lists<'a> {
    known: HashMap<HospitalId, (BTreeSet<&'a str>, BTreeSet<String>)>,
}

impl<'a> Lists<'a> {
    fn of(facilities: &'a [FacilityRecord], links: &[Link]) -> Self {
        let mut known: HashMap<HospitalId, (BTreeSet<&str>, BTreeSet<String>)> = HashMap::new();
        for (facility, link) in facilities.iter().zip(links) {
            if let Some(hospital) = &link.hospital {
                let (lists, names) = known.entry(hospital.clone()).or_default();
                lists.insert(list_of(&facility.scheme));
                let all = std::iter::once(&facility.name).chain(&facility.other_names);
                names.extend(all.map(|name| Names::new(name).normalised));
            }
        }
        Self { known }
    }

    /// True where any year of the same list is that hospital.
    fn knows(&self, hospital: &HospitalId, facility: &FacilityRecord) -> bool {
        self.known.get(hospital).is_some_and(|(lists, _)| lists.contains(list_of(&facility.scheme)))
    }
}

/// `dpc` of `dpc:2022`.
fn list_of(scheme: &str) -> &str {
    scheme.split_once(':').map_or(scheme, |(list, _)| list)
}

/// The one hospital that another list calls the same.
fn by_learned_name(register: &Register<'_>, lists: &Lists<'_>, wanted: &Wanted, free: &[usize]) -> Option<usize> {
    let called = |hospital: usize| {
        let names = lists.known.get(&register.hospitals[hospital].id).map(|(_, names)| names);
        names.is_some_and(|names| wanted.names.iter().any(|own| names.contains(&own.normalised)))
    };
    let mut same = free.iter().copied().filter(|hospital| called(*hospital));
    let found = same.next()?;
    same.next().is_none().then_some(found)
}

/// The one hospital with most of the name, or with an end of it that tells.
fn by_likeness(register: &Register<'_>, _: &Lists<'_>, wanted: &Wanted, free: &[usize]) -> Option<usize> {
    let alike = |hospital: usize| {
        let own = wanted.names.iter().filter_map(|own| likeness(own, &register.names[hospital]));
        own.fold(None, |best: Option<f64>, one| Some(best.map_or(one, |best| best.max(one))))
    };
    let mut found: Vec<(f64, usize)> =
        free.iter().filter_map(|hospital| Some((alike(*hospital)?, *hospital))).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    match found.as_slice() {
        [(_, only)] => Some(*only),
        [(best, first), (next, _), ..] if best - next >= CLEARLY => Some(*first),
        _ => None,
    }
}

/// How alike two names are, where that is enough.
fn likeness(own: &Names, theirs: &Names) -> Option<f64> {
    let clinic = |names: &Names| CLINICS.iter().any(|word| names.normalised.contains(word));
    if clinic(own) != clinic(theirs) {
        return None;
    }
    let Likeness { of_shorter, of_longer } = Likeness::of(&own.normalised, &theirs.normalised);
    let own_part = Likeness::beside_fields(&own.normalised, &theirs.normalised).of_longer >= 0.6;
    let most = own_part && ((of_shorter >= 0.8 && of_longer >= 0.6) || of_longer >= 0.75);
    // 荘病院 of 医療法人財団仁寿会 荘病院
    (most || own.ends_alike(theirs) || telling_end(&own.normalised, &theirs.normalised) >= TELLING).then_some(of_longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        likeness(&Names::new(one), &Names::new(other)).is_some()
    }

    #[test]
    fn a_new_name_of_one_hospital_is_alike_and_a_neighbour_is_not() {
        for (one, other) in [
            ("架空医科歯科大学病院", "架空科学大学病院"),
            ("架空大学みなと病院", "架空医科大学みなと病院"),
            ("医療法人晴風会みなと青葉病院", "医療法人せいふう会 みなと青葉病院"),
            ("林病院", "医療法人社団明日会 林病院"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("明日会リハビリテーション病院", "みどりリハビリテーション病院"),
            ("医療法人明日会あけぼの病院", "医療法人明日会ゆうやけ病院"),
            ("架空市立中央病院", "社団青葉会中央病院"),
            ("あけぼの診療所", "あけぼの病院"),
        ] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn beds_of_another_order_are_another_hospital() {
        assert!(fits(Some(597.0), 689.0) && fits(None, 813.0));
        assert!(!fits(Some(176.0), 41.0) && !fits(None, 19.0));
    }
}
