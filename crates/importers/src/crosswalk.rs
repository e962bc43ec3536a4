//! Which hospital of the register is a facility that a file only names?
//!
//! A link is never made across municipalities and never where two hospitals could be meant; how it was made and how
//! surely is kept with it. This file is pure and knows no files.

mod by_size;
mod left_over;
mod likeness;
mod names;

pub(crate) use by_size::{Beds, link_by_size};
pub(crate) use left_over::link_left_over;
pub(crate) use names::fold;
use names::last_word;
pub use names::normalise;

use crate::places::Places;
use domain::HospitalId;
use domain::records::{FacilityRecord, HospitalRecord, Match};
use std::collections::{BTreeSet, HashMap};

/// What was found out about one facility.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Place of the facility in the list.
    pub facility_index: usize,
    /// The hospital, where one could be told.
    pub hospital: Option<HospitalId>,
    /// How; meaningless without a hospital.
    pub matched: Match,
    /// How surely, 0 to 1; 0 without a hospital.
    pub confidence: f64,
    /// Hospitals that could be meant where none or not this one was chosen, for the review list.
    pub candidates: Vec<HospitalId>,
}

/// Links each facility to a hospital where that can be done surely.
///
/// `manual` are the links an operator decided, as (scheme, value, hospital).
pub fn link(
    hospitals: &[HospitalRecord],
    facilities: &[FacilityRecord],
    manual: &[(String, String, HospitalId)],
    places: &Places,
) -> Vec<Link> {
    let register = Register::new(hospitals);
    let mut links: Vec<Link> = (0..facilities.len()).map(Link::none).collect();
    let wanted: Vec<Wanted> = facilities.iter().map(|f| Wanted::new(f, &register, places)).collect();
    link_by_hand(facilities, manual, &mut links);
    for (wanted, link) in wanted.iter().zip(&mut links).filter(|(_, link)| link.hospital.is_none()) {
        register.link_exactly(wanted, link);
    }
    settle(facilities, &mut links);
    let taken = Taken::of(facilities, &links);
    let mut by_suffix = links.clone();
    for (place, link) in by_suffix.iter_mut().enumerate().filter(|(_, link)| link.hospital.is_none()) {
        register.link_by_suffix(&wanted[place], &facilities[place], &taken, link);
    }
    settle(facilities, &mut by_suffix);
    by_suffix
}

impl Link {
    fn none(facility_index: usize) -> Self {
        Self { facility_index, hospital: None, matched: Match::Exact, confidence: 0.0, candidates: Vec::new() }
    }

    fn found(&mut self, hospital: HospitalId, matched: Match, confidence: f64) {
        self.hospital = Some(hospital);
        self.matched = matched;
        self.confidence = confidence;
        self.candidates.clear();
    }
}

fn link_by_hand(facilities: &[FacilityRecord], manual: &[(String, String, HospitalId)], links: &mut [Link]) {
    let decided: HashMap<(&str, &str), &HospitalId> = manual.iter().map(|(s, v, h)| ((&**s, &**v), h)).collect();
    for (facility, link) in facilities.iter().zip(links) {
        let hospital = numbers(facility).find_map(|key| decided.get(&key));
        if let Some(hospital) = hospital {
            link.found((*hospital).clone(), Match::Manual, 1.0);
        }
    }
}

/// All identifiers of a facility.
fn numbers(facility: &FacilityRecord) -> impl Iterator<Item = (&str, &str)> {
    let also = facility.also.iter().map(|(scheme, value)| (&**scheme, &**value));
    std::iter::once((&*facility.scheme, &*facility.value)).chain(also)
}

/// The hospitals of each municipality, with their names as they are compared.
struct Register<'a> {
    hospitals: &'a [HospitalRecord],
    names: Vec<Names>,
    by_municipality: HashMap<&'a str, Vec<usize>>,
}

struct Names {
    folded: String,
    normalised: String,
    last_word: String,
}

impl Names {
    fn new(name: &str) -> Self {
        Self { folded: fold(name), normalised: normalise(name), last_word: last_word(name) }
    }

    /// Whether the whole other name stands in this one: 青葉病院 in 明日会青葉病院.
    fn holds(&self, other: &Self) -> bool {
        self.normalised.contains(&other.normalised)
    }

    /// Whether one of the two is the last word of the other, behind the name of a corporation.
    fn ends_alike(&self, other: &Self) -> bool {
        self.normalised == other.last_word || self.last_word == other.normalised
    }
}

/// What is looked for: the names of a facility and the hospitals it could be.
struct Wanted {
    names: Vec<Names>,
    near: Vec<usize>,
    place_known: bool,
}

impl Wanted {
    fn new(facility: &FacilityRecord, register: &Register<'_>, places: &Places) -> Self {
        let names = std::iter::once(&facility.name).chain(&facility.other_names).map(|name| Names::new(name)).collect();
        let in_codes = |codes: &[String]| -> Vec<usize> {
            codes.iter().filter_map(|code| register.by_municipality.get(code.as_str())).flatten().copied().collect()
        };
        let by_code = in_codes(std::slice::from_ref(&facility.municipality_code));
        let near = match &facility.municipality {
            _ if !by_code.is_empty() => by_code,
            name if !name.is_empty() => in_codes(&places.codes_of(region_of(facility), name)),
            _ => Vec::new(),
        };
        let place_known = !(facility.municipality.is_empty() && facility.municipality_code.is_empty());
        let near = if place_known { near } else { register.around(&facility.area_code, places) };
        Self { names, near, place_known }
    }
}

fn region_of(facility: &FacilityRecord) -> &str {
    let codes = [&facility.region_code, &facility.municipality_code, &facility.area_code];
    codes.into_iter().find_map(|code| code.get(..2)).unwrap_or_default()
}

impl<'a> Register<'a> {
    fn new(hospitals: &'a [HospitalRecord]) -> Self {
        let names = hospitals.iter().map(|h| Names::new(&h.name)).collect();
        let mut by_municipality: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, hospital) in hospitals.iter().enumerate().filter(|(_, h)| !h.municipality_code.is_empty()) {
            by_municipality.entry(&hospital.municipality_code).or_default().push(place);
        }
        Self { hospitals, names, by_municipality }
    }

    /// The hospitals of a medical area; of one that is younger than the table of places those of its prefecture.
    fn around(&self, area: &str, places: &Places) -> Vec<usize> {
        let Some(region) = area.get(..2) else {
            return Vec::new();
        };
        let of = |counts: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let codes = self.by_municipality.iter().filter(|(code, _)| counts(code));
            let mut found: Vec<usize> = codes.flat_map(|(_, hospitals)| hospitals).copied().collect();
            found.sort_unstable();
            found
        };
        match of(&|code| places.area_of(code) == Some(area)) {
            none if none.is_empty() => of(&|code| code.starts_with(region)),
            found => found,
        }
    }

    fn id(&self, place: usize) -> HospitalId {
        self.hospitals[place].id.clone()
    }

    /// The same normalised name; the legal form decides between two of the same name.
    fn link_exactly(&self, wanted: &Wanted, link: &mut Link) {
        for (order, name) in wanted.names.iter().enumerate() {
            let same: Vec<usize> =
                wanted.near.iter().copied().filter(|h| self.names[*h].normalised == name.normalised).collect();
            let identical: Vec<usize> = same.iter().copied().filter(|h| self.names[*h].folded == name.folded).collect();
            let [certain, other_name, no_place] = [0.99, 0.96, 0.85];
            let confidence = match (wanted.place_known, order) {
                (false, _) => no_place,
                (true, 0) => certain,
                (true, _) => other_name,
            };
            match (&*same, &*identical) {
                ([one], _) | (_, [one]) => return link.found(self.id(*one), Match::Exact, confidence),
                _ => link.candidates.extend(same.iter().map(|h| self.id(*h))),
            }
        }
    }

    /// The one hospital whose name ends with the facility's, or with whose name the facility's ends.
    fn link_by_suffix(&self, wanted: &Wanted, facility: &FacilityRecord, taken: &Taken, link: &mut Link) {
        if !wanted.place_known || !link.candidates.is_empty() {
            return;
        }
        let free: Vec<usize> =
            wanted.near.iter().copied().filter(|h| !taken.by_another(&self.hospitals[*h].id, facility)).collect();
        for name in &wanted.names {
            let overlaps = free.iter().filter_map(|h| Some((overlap(name, &self.names[*h])?, *h)));
            let overlaps: Vec<(Overlap, usize)> = overlaps.collect();
            let longest = overlaps.iter().map(|(o, _)| o.length).max().unwrap_or(0);
            let best: Vec<&(Overlap, usize)> = overlaps.iter().filter(|(o, _)| o.length == longest).collect();
            match &*best {
                [] => {}
                [(overlap, hospital)] => return link.found(self.id(*hospital), Match::Suffix, overlap.confidence()),
                several => link.candidates.extend(several.iter().map(|(_, h)| self.id(*h))),
            }
        }
    }
}

/// How two names end alike.
struct Overlap {
    length: usize,
    cut: Cut,
}

/// What stands before the common end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// The name of a corporation or owner.
    Owner,
    /// Two different owners, the same last word.
    TwoOwners,
    /// Something that may belong to the name.
    Unclear,
}

impl Overlap {
    fn confidence(&self) -> f64 {
        let sure = match self.cut {
            Cut::Owner => 0.93,
            Cut::TwoOwners => 0.75,
            Cut::Unclear => 0.7,
        };
        if self.length >= 6 { sure } else { sure - 0.08 }
    }
}

/// Ends of owners' names.
const OWNERS: &[&str] = &[
    "会",
    "団",
    "法人",
    "組合",
    "機構",
    "厚生連",
    "社",
    "大学",
    "学園",
    "園",
    "立",
    "市",
    "町",
    "村",
    "県",
    "都",
    "府",
    "道",
    "kkr",
    "jcho",
    "センター",
    "基金",
    "院",
    "堂",
    "支部",
    "館",
    "舎",
];
/// Shorter common ends say nothing (病院, 南病院).
const SHORTEST: usize = 4;

fn overlap(a: &Names, b: &Names) -> Option<Overlap> {
    let (long, short) = if a.normalised.len() >= b.normalised.len() { (a, b) } else { (b, a) };
    let length = short.normalised.chars().count();
    if length >= SHORTEST
        && let Some(before) = long.normalised.strip_suffix(short.normalised.as_str())
    {
        let apart = long.last_word == short.normalised || OWNERS.iter().any(|owner| before.ends_with(owner));
        return Some(Overlap { length, cut: if apart { Cut::Owner } else { Cut::Unclear } });
    }
    let length = a.last_word.chars().count();
    (length >= SHORTEST && a.last_word == b.last_word).then_some(Overlap { length, cut: Cut::TwoOwners })
}

/// Which hospital already belongs to which facilities.
struct Taken<'a> {
    schemes: HashMap<HospitalId, BTreeSet<&'a str>>,
}

impl<'a> Taken<'a> {
    fn of(facilities: &'a [FacilityRecord], links: &[Link]) -> Self {
        let mut schemes: HashMap<HospitalId, BTreeSet<&str>> = HashMap::new();
        for (facility, link) in facilities.iter().zip(links) {
            if let Some(hospital) = &link.hospital {
                schemes.entry(hospital.clone()).or_default().insert(&facility.scheme);
            }
        }
        Self { schemes }
    }

    /// True where another facility of the same scheme and year is that hospital.
    fn by_another(&self, hospital: &HospitalId, facility: &FacilityRecord) -> bool {
        self.schemes.get(hospital).is_some_and(|taken| taken.contains(&*facility.scheme))
    }
}

/// Where several facilities of one scheme were linked to one hospital by their names, the surest keeps it; where none
/// is surer, none does.
fn settle(facilities: &[FacilityRecord], links: &mut [Link]) {
    let mut claims: HashMap<(HospitalId, &str), Vec<usize>> = HashMap::new();
    for (place, (facility, link)) in facilities.iter().zip(links.iter()).enumerate() {
        if let Some(hospital) = link.hospital.as_ref().filter(|_| link.matched != Match::Manual) {
            claims.entry((hospital.clone(), &facility.scheme)).or_default().push(place);
        }
    }
    for ((hospital, _), places) in claims.into_iter().filter(|(_, places)| places.len() > 1) {
        let surest = places.iter().map(|p| links[*p].confidence).fold(0.0, f64::max);
        let first: Vec<usize> = places.iter().copied().filter(|p| links[*p].confidence >= surest).collect();
        for place in places.into_iter().filter(|p| first.len() > 1 || !first.contains(p)) {
            links[place] = Link { candidates: vec![hospital.clone()], ..Link::none(place) };
        }
    }
}

#[cfg(test)]
mod tests;
