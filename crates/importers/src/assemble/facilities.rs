//! Which hospital is each facility that a file only names, and what id gets one that is none of them?

use super::{Part, beds};
use crate::crosswalk::{Link, fold, link, link_by_size, link_left_over, normalise};
use crate::places::Places;
use domain::HospitalId;
use domain::ids::unlinked_facility_id;
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::{Batch, ContextRecord, FacilityRecord, HospitalRecord, IdentifierRecord, Match, Point, Subject};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What became of one facility: a row of the review list.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityLink {
    /// Scheme of its number.
    pub scheme: String,
    /// Its number there.
    pub value: String,
    /// Its name as printed.
    pub name: String,
    /// Municipality code, or name where no code is known.
    pub municipality: String,
    /// The hospital it is now: one of the register, or one of its own.
    pub hospital: HospitalId,
    /// How it was linked; `None` where it became a hospital of its own.
    pub matched: Option<Match>,
    /// How surely, 0 to 1.
    pub confidence: f64,
    /// Hospitals it could be, for an operator to decide.
    pub candidates: Vec<HospitalId>,
}

/// All facilities of all files, each once, with the hospital it is.
pub(super) struct Facilities {
    records: Vec<FacilityRecord>,
    links: Vec<Link>,
    ids: Vec<Option<HospitalId>>,
    /// Municipality code of each, empty where unknown.
    codes: Vec<String>,
    /// Place in `records` of each facility of each file.
    of_file: Vec<Vec<usize>>,
    /// Links of an operator to hospitals that are not there.
    to_nowhere: Vec<ManualLink>,
    /// Ids of facilities before they were linked, renamed or placed, and their ids now.
    moved: BTreeMap<HospitalId, HospitalId>,
}

type ManualLink = (String, String, HospitalId);

impl Facilities {
    /// Collects the facilities of all files and links them.
    pub(super) fn link(files: &[Part], hospitals: &[HospitalRecord], places: &Places) -> Self {
        let Collection { records, elsewhere, of_file, .. } = Collection::of(files);
        let manual: Vec<_> = files.iter().flat_map(|f| f.batch.manual_links.iter().cloned()).collect();
        let codes: Vec<String> = records.iter().map(|f| municipality_code(f, places)).collect();
        let own = own_ids(&records, &codes);
        let targets: HashSet<&HospitalId> = hospitals.iter().map(|h| &h.id).chain(own.iter().flatten()).collect();
        let is_target = |(_, _, hospital): &ManualLink| targets.contains(hospital);
        let (manual, to_nowhere): (Vec<ManualLink>, Vec<ManualLink>) = manual.into_iter().partition(is_target);
        let mut links = link(hospitals, &records, &manual, places);
        let beds = beds::newest(files, &of_file, records.len());
        link_by_size(hospitals, &records, &beds, places, &mut links);
        link_left_over(hospitals, &records, &beds, places, &mut links);
        link_among_themselves(&records, &codes, &own, places, &mut links);
        let ids = links.iter().zip(&own).map(|(link, own)| link.hospital.clone().or(own.clone())).collect();
        let elsewhere: Vec<Vec<String>> = elsewhere
            .iter()
            .map(|others| others.iter().map(|f| place_code(f, &municipality_code(f, places))).collect())
            .collect();
        let moved = moved_ids(&records, &codes, &elsewhere, &links, &own);
        Self { records, links, ids, codes, of_file, to_nowhere, moved }
    }

    /// The hospital a record of a file is about; `None` where the record points nowhere.
    pub(super) fn subject(&self, file: usize, subject: &Subject) -> Option<Subject> {
        match subject {
            Subject::Hospital(id) => Some(Subject::Hospital(self.moved.get(id).unwrap_or(id).clone())),
            Subject::Facility(place) => {
                let facility = self.of_file.get(file)?.get(*place)?;
                self.ids.get(*facility)?.clone().map(Subject::Hospital)
            }
        }
    }

    /// How surely a record of a file is about its hospital.
    pub(super) fn confidence(&self, file: usize, subject: &Subject) -> f64 {
        let Subject::Facility(place) = subject else { return 1.0 };
        let facility = self.of_file.get(file).and_then(|places| places.get(*place));
        facility.and_then(|f| self.links.get(*f)).map_or(0.0, |link| link.confidence)
    }

    /// Adds hospitals for facilities that are none of the register, and the numbers of all facilities.
    pub(super) fn add_to(&self, batch: &mut Batch, places: &Places) {
        let mut there: HashSet<HospitalId> = batch.hospitals.iter().map(|h| h.id.clone()).collect();
        let names = batch.hospitals.iter().map(|h| (h.id.clone(), normalise(&h.name))).collect();
        for (place, facility) in self.records.iter().enumerate() {
            let Some(id) = &self.ids[place] else { continue };
            if self.links[place].hospital.is_none() && there.insert(id.clone()) {
                batch.hospitals.push(hospital_of(facility, id, &self.codes[place], places));
            }
            let other_name = self.other_name(place, id, &names);
            batch.context.extend(other_name);
            batch.identifiers.extend(self.identifiers(place, id));
        }
    }

    /// The name of a facility where a file calls a hospital of the register something else.
    fn other_name(&self, place: usize, id: &HospitalId, known: &HashMap<HospitalId, String>) -> Option<ContextRecord> {
        let (facility, link) = (&self.records[place], &self.links[place]);
        let (own, known) = (normalise(&facility.name), known.get(id)?);
        let differs = link.matched == Match::Suffix && !own.ends_with(known) && !known.ends_with(&own);
        (link.hospital.is_some() && differs).then(|| ContextRecord {
            hospital: Subject::Hospital(id.clone()),
            key: "other_name".to_string(),
            value: facility.name.clone(),
            valid_from: None,
            valid_to: None,
        })
    }

    fn identifiers(&self, place: usize, hospital: &HospitalId) -> impl Iterator<Item = IdentifierRecord> {
        let (facility, link) = (&self.records[place], &self.links[place]);
        let linked = link.hospital.is_some();
        let own = (&facility.scheme, &facility.value, facility.valid_from, facility.valid_to);
        let also = facility.also.iter().map(|(scheme, value)| (scheme, value, None, None));
        std::iter::once(own).chain(also).map(move |(scheme, value, valid_from, valid_to)| IdentifierRecord {
            hospital: hospital.clone(),
            scheme: scheme.clone(),
            value: value.clone(),
            valid_from,
            valid_to,
            matched: if linked { link.matched } else { Match::Given },
            confidence: if linked { link.confidence } else { 1.0 },
        })
    }

    /// Says for each scheme how many facilities were linked, and which manual links led nowhere.
    pub(super) fn report(&self, issues: &mut Vec<Issue>) {
        let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
        for (facility, link) in self.records.iter().zip(&self.links) {
            let [all, linked] = counts.entry(&facility.scheme).or_default();
            *all += 1;
            *linked += usize::from(link.hospital.is_some());
        }
        for (scheme, [all, linked]) in counts.into_iter().filter(|(_, [all, linked])| linked < all) {
            let text = format!(
                "{} of {all} facilities could not be linked to a hospital of another file; each has a page of its own",
                all - linked
            );
            issues.push(Issue {
                value: scheme.to_string(),
                ..Issue::of_file(Severity::Note, IssueKind::NotLinked, scheme, text)
            });
        }
        for (scheme, value, hospital) in &self.to_nowhere {
            let text = format!(
                "the link of {scheme} {value} names a hospital that no imported file defines; it is left aside"
            );
            let issue = Issue::of_file(Severity::Problem, IssueKind::UnknownReference, "manual links", text);
            issues.push(Issue { value: hospital.to_string(), ..issue });
        }
    }

    /// The ids facilities would have by an older name or place or without a link, where each means one hospital only.
    pub(super) fn moved(&self) -> Vec<(HospitalId, HospitalId)> {
        self.moved.iter().map(|(old, new)| (old.clone(), new.clone())).collect()
    }

    /// The medical areas that files print beside the facilities of a municipality.
    pub(super) fn printed_areas(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut areas: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (facility, code) in
            self.records.iter().zip(&self.codes).filter(|(f, c)| !f.area_code.is_empty() && c.len() == 5)
        {
            areas.entry(code).or_default().insert(&facility.area_code);
        }
        areas
    }

    /// The review list, in the order of the files.
    pub(super) fn into_links(self) -> Vec<FacilityLink> {
        let rows = self.records.into_iter().zip(self.links).zip(self.ids).zip(self.codes);
        rows.filter_map(|(((facility, link), hospital), code)| {
            Some(FacilityLink {
                scheme: facility.scheme,
                value: facility.value,
                name: facility.name,
                municipality: if code.is_empty() { facility.municipality } else { code },
                hospital: hospital?,
                matched: link.hospital.is_some().then_some(link.matched),
                confidence: link.confidence,
                candidates: link.candidates,
            })
        })
        .collect()
    }
}

/// The facilities of all files, each once.
#[derive(Default)]
struct Collection {
    records: Vec<FacilityRecord>,
    /// By number, name and prefecture.
    same: HashMap<(Number, String, String), usize>,
    /// By number and name, those whose place is known.
    placed: HashMap<(Number, String), BTreeSet<usize>>,
    /// Numbers and names that one file prints in two prefectures: there they mean two facilities.
    several: HashSet<(Number, String)>,
    /// What other files print of a facility of `records` where they print another place.
    elsewhere: Vec<Vec<FacilityRecord>>,
    /// Place in `records` of each facility of each file.
    of_file: Vec<Vec<usize>>,
}

/// Scheme and value.
type Number = (String, String);

impl Collection {
    /// Collects the facilities of all files and says where each of them went. Those without a place come last, so that
    /// they find those with one whatever the order of the files.
    fn of(files: &[Part]) -> Self {
        let mut all =
            Self { several: files.iter().flat_map(|f| in_several(&f.batch.facilities)).collect(), ..Self::default() };
        let mut of_file: Vec<Vec<usize>> = files.iter().map(|f| vec![0; f.batch.facilities.len()]).collect();
        for placed in [true, false] {
            for (part, places) in files.iter().zip(&mut of_file) {
                let facilities = part.batch.facilities.iter().zip(places);
                for (facility, place) in facilities.filter(|(f, _)| place_of(f).is_some() == placed) {
                    *place = all.join(facility);
                }
            }
        }
        all.of_file = of_file;
        all
    }

    /// Finds a facility among those already there, or adds it. Two are one where they share a number, a name and a
    /// prefecture (a ward may have changed). In another prefecture, or without a place, it is the only one that shares
    /// its number and name: a hospital that moved across a border is printed here by an old file and there by a new one.
    fn join(&mut self, facility: &FacilityRecord) -> usize {
        let pairs = numbers_and_names(facility);
        let placed = place_of(facility).is_some();
        let region = region_of(facility);
        let key = |(number, name): &(Number, String)| (number.clone(), name.clone(), region.to_string());
        let same = pairs.iter().find_map(|pair| self.same.get(&key(pair))).copied();
        let clear = |pair: &&(Number, String)| !placed || !self.several.contains(*pair);
        let only = |pair| self.placed.get(pair).filter(|p| p.len() == 1)?.first().copied();
        let found = same.or_else(|| pairs.iter().filter(clear).find_map(only));
        let index = found.unwrap_or(self.records.len());
        for pair in &pairs {
            self.same.entry(key(pair)).or_insert(index);
        }
        for pair in pairs.into_iter().filter(|_| placed) {
            self.placed.entry(pair).or_default().insert(index);
        }
        match self.records.get_mut(index) {
            Some(there) => {
                let before = extend(there, facility);
                self.elsewhere[index].extend(before);
            }
            None => {
                self.records.push(facility.clone());
                self.elsewhere.push(Vec::new());
            }
        }
        index
    }
}

/// Every number of a facility with every name.
fn numbers_and_names(facility: &FacilityRecord) -> Vec<(Number, String)> {
    let names: BTreeSet<String> =
        std::iter::once(&facility.name).chain(&facility.other_names).map(|name| normalise(name)).collect();
    let own = std::iter::once((facility.scheme.clone(), facility.value.clone()));
    let numbers = own.chain(facility.also.iter().cloned());
    numbers.flat_map(|number| names.iter().map(move |name| (number.clone(), name.clone()))).collect()
}

/// The numbers and names that these facilities of one file have in more than one prefecture.
fn in_several(facilities: &[FacilityRecord]) -> HashSet<(Number, String)> {
    let mut regions: HashMap<(Number, String), &str> = HashMap::new();
    let mut several = HashSet::new();
    for facility in facilities.iter().filter(|f| place_of(f).is_some()) {
        for pair in numbers_and_names(facility) {
            if *regions.entry(pair.clone()).or_insert(region_of(facility)) != region_of(facility) {
                several.insert(pair);
            }
        }
    }
    several
}

fn region_of(facility: &FacilityRecord) -> &str {
    [&facility.region_code, &facility.municipality_code].into_iter().find_map(|c| c.get(..2)).unwrap_or_default()
}

fn place_of(facility: &FacilityRecord) -> Option<&str> {
    [&*facility.municipality_code, &*facility.municipality].into_iter().find(|place| !place.is_empty())
}

/// Adds what another file says about the same facility; the newest number, name and place stand first. Gives back the
/// older of the two where it was printed at another place.
fn extend(there: &mut FacilityRecord, facility: &FacilityRecord) -> Option<FacilityRecord> {
    let is_newer = place_of(facility).is_some() && facility.scheme > there.scheme;
    let (mut newer, older) = if is_newer { (facility.clone(), &*there) } else { (there.clone(), facility) };
    let numbers = std::iter::once((&older.scheme, &older.value)).chain(older.also.iter().map(|(s, v)| (s, v)));
    for (scheme, value) in numbers {
        let known = (&newer.scheme, &newer.value) == (scheme, value);
        if !known && !newer.also.iter().any(|(s, v)| (s, v) == (scheme, value)) {
            newer.also.push((scheme.clone(), value.clone()));
        }
    }
    for name in std::iter::once(&older.name).chain(&older.other_names) {
        if *name != newer.name && !newer.other_names.contains(name) {
            newer.other_names.push(name.clone());
        }
    }
    if newer.area_code.is_empty() {
        newer.area_code.clone_from(&older.area_code);
    }
    let elsewhere = (region_of(older) != region_of(&newer)).then(|| older.clone());
    *there = newer;
    elsewhere
}

fn municipality_code(facility: &FacilityRecord, places: &Places) -> String {
    if !facility.municipality_code.is_empty() {
        return facility.municipality_code.clone();
    }
    let codes = places.codes_of(&facility.region_code, &facility.municipality);
    codes.into_iter().next().unwrap_or_default()
}

/// Id of a facility by place and name; where the municipality is unknown, by its medical area or prefecture.
fn own_id(name: &str, facility: &FacilityRecord, code: &str) -> Option<HospitalId> {
    unlinked_facility_id(&place_code(facility, code), name).ok()
}

fn place_code(facility: &FacilityRecord, code: &str) -> String {
    let places = [code, &facility.area_code, &facility.region_code];
    places.into_iter().find(|p| !p.is_empty()).unwrap_or("00").to_string()
}

/// The id each facility has while it is not linked. Facilities of different files with one name and place get one id;
/// two of the same file are told apart by their legal form or, failing that, their number.
fn own_ids(records: &[FacilityRecord], codes: &[String]) -> Vec<Option<HospitalId>> {
    let by_name = |name: &dyn Fn(&FacilityRecord) -> String| -> Vec<Option<HospitalId>> {
        records.iter().zip(codes).map(|(facility, code)| own_id(&name(facility), facility, code)).collect()
    };
    let plain = by_name(&|f| normalise(&f.name));
    let with_form = by_name(&|f| fold(&f.name));
    let with_number = by_name(&|f| format!("{} {}", fold(&f.name), f.value));
    let often = |ids: &[Option<HospitalId>]| {
        let mut counts: HashMap<(&str, HospitalId), usize> = HashMap::new();
        for (facility, id) in records.iter().zip(ids) {
            if let Some(id) = id {
                *counts.entry((&facility.scheme, id.clone())).or_default() += 1;
            }
        }
        let several: HashSet<_> = counts.into_iter().filter(|(_, count)| *count > 1).map(|(key, _)| key).collect();
        let of = |(facility, id): (&FacilityRecord, &Option<HospitalId>)| {
            id.as_ref().is_some_and(|id| several.contains(&(&*facility.scheme, id.clone())))
        };
        records.iter().zip(ids).map(of).collect::<Vec<bool>>()
    };
    let (shared, still_shared) = (often(&plain), often(&with_form));
    let choose = |place: usize| match (shared[place], still_shared[place]) {
        (false, _) => plain[place].clone(),
        (true, false) => with_form[place].clone(),
        (true, true) => with_number[place].clone(),
    };
    (0..records.len()).map(choose).collect()
}

/// Every id a facility had or could have had under one of its names, where it means one hospital only. `elsewhere` are
/// the places at which other files print it.
fn moved_ids(
    records: &[FacilityRecord],
    codes: &[String],
    elsewhere: &[Vec<String>],
    links: &[Link],
    own: &[Option<HospitalId>],
) -> BTreeMap<HospitalId, HospitalId> {
    let mut moved: BTreeMap<HospitalId, BTreeSet<HospitalId>> = BTreeMap::new();
    let unlinked = |place: &usize| links[*place].hospital.is_none();
    let taken: HashSet<&HospitalId> = (0..records.len()).filter(unlinked).filter_map(|p| own[p].as_ref()).collect();
    for (place, facility) in records.iter().enumerate() {
        let Some(new) = links[place].hospital.as_ref().or(own[place].as_ref()) else { continue };
        let names: BTreeSet<String> =
            std::iter::once(&facility.name).chain(&facility.other_names).map(|name| normalise(name)).collect();
        let here = names.iter().filter_map(|name| own_id(name, facility, &codes[place]));
        let there =
            names.iter().flat_map(|name| elsewhere[place].iter().filter_map(|at| unlinked_facility_id(at, name).ok()));
        for old in here.chain(there).chain(own[place].clone()).filter(|old| !taken.contains(old)) {
            moved.entry(old).or_default().insert(new.clone());
        }
    }
    let certain = moved.into_iter().filter(|(_, new)| new.len() == 1);
    certain.filter_map(|(old, new)| Some((old, new.into_iter().next()?))).collect()
}

/// Facilities that no register knows are linked to those of the file that has the most of them, by the same rules.
fn link_among_themselves(
    records: &[FacilityRecord],
    codes: &[String],
    own: &[Option<HospitalId>],
    places: &Places,
    links: &mut [Link],
) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let unlinked: Vec<usize> = (0..records.len()).filter(|p| links[*p].hospital.is_none()).collect();
    for place in &unlinked {
        *counts.entry(&records[*place].scheme).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(_, count)| **count).map(|(scheme, _)| *scheme);
    let (first, others): (Vec<usize>, Vec<usize>) =
        unlinked.into_iter().partition(|p| Some(&*records[*p].scheme) == most);
    let hospital = |p: &usize| Some(hospital_of(&records[*p], own[*p].as_ref()?, &codes[*p], places));
    let register: Vec<HospitalRecord> = first.iter().filter_map(hospital).collect();
    let wanted: Vec<FacilityRecord> = others.iter().map(|p| records[*p].clone()).collect();
    for (place, found) in others.iter().zip(link(&register, &wanted, &[], places)) {
        if found.hospital.is_some() {
            links[*place] = Link { facility_index: *place, ..found };
        }
    }
}

fn hospital_of(facility: &FacilityRecord, id: &HospitalId, code: &str, places: &Places) -> HospitalRecord {
    let municipality = places.name_of(code).unwrap_or(&facility.municipality).to_string();
    let region = [&*facility.region_code, code].into_iter().find_map(|c| c.get(..2)).unwrap_or_default().to_string();
    HospitalRecord {
        id: id.clone(),
        name: facility.name.clone(),
        name_kana: String::new(),
        name_en: String::new(),
        short_name: String::new(),
        country: "JP".to_string(),
        region_code: region,
        municipality_code: code.to_string(),
        municipality,
        area_code: facility.area_code.clone(),
        address: String::new(),
        latitude: None,
        longitude: None,
        point: Point::Unknown,
        url: String::new(),
    }
}
